"""Words of an article in another language are marked as such, for screen readers. Source: WCAG 2.2, 3.1.2."""

import json
import re
from pathlib import Path

import pytest

from factbound.commands.cli import main


@pytest.mark.parametrize(
    "path",
    ["en/facts/lamp-factory-first-lamp/", "en/sources/gazette-2031/", "en/"],
)
def test_a_hedge_is_in_the_language_of_its_article(good_site: Path, path: str) -> None:
    page = (good_site / path / "index.html").read_text("utf-8")
    assert re.search('[Hh]edged: “<span lang="fr">devrait</span>”', page)
    assert not re.search(r"[Hh]edged: “(?!<span lang)", page)


def test_a_headline_is_in_the_language_of_its_article(good_site: Path) -> None:
    page = (good_site / "en/sources/gazette-2031/index.html").read_text("utf-8")
    assert '<span lang="fr">Lumen arrive à Gand</span>' in page


def test_words_of_ours_in_another_language_are_marked_in_stories_and_facts(edition: Path) -> None:
    story, fact = edition / "content/en/notes.md", edition / "facts/lamp-factory.yml"
    story.write_text(story.read_text("utf-8").replace("Each claim", "Each [[lang:fr prétention]] & claim"), "utf-8")
    fact.write_text(
        fact.read_text("utf-8").replace(
            "en: The city provides the land.", 'en: "The city lends its [[lang:nl grond]]."'
        ),
        "utf-8",
    )
    assert main(["--project", str(edition), "build"]) == 0
    pages = {
        path: (edition / "site" / path / "index.html").read_text("utf-8")
        for path in ("en/notes", "en/facts/lamp-factory-land", "en/facts", "en")
    }
    assert '<p>Each <span lang="fr">prétention</span> &amp; claim keeps its words.' in pages["en/notes"]
    assert '<span lang="nl">grond</span>' in pages["en/facts/lamp-factory-land"].split("<main")[1]
    assert '<span lang="nl">grond</span>' in pages["en/facts"]
    head = pages["en/facts/lamp-factory-land"].split("<body")[0]
    assert "The city lends its grond" in head
    assert "<span" not in head
    facts = json.loads((edition / "site/data/facts.json").read_text("utf-8"))["facts"]
    assert {each["statement"]["en"] for each in facts if each["id"] == "lamp-factory-land"} == {
        "The city lends its grond."
    }
    assert "Each prétention & claim" in (edition / "site/en/notes/index.md").read_text("utf-8")


@pytest.mark.parametrize("path", ["fr/glossary", "nl/glossary"])
def test_words_in_another_language_are_marked_in_our_edition(real_site: Path, path: str) -> None:
    assert '<span lang="en">fulfilment</span>' in (real_site / path / "index.html").read_text("utf-8")
