"""By whom a story is, when it appeared and was read, and how to object to it, stands on each story."""

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from crawler import read_page
from overlay import write

from factbound.commands.cli import main

ATOM = "{http://www.w3.org/2005/Atom}"


def imprint(site: Path, path: str) -> str:
    (line,) = read_page(site, site / path / "index.html").all("p", class_="imprint")
    return line.text.replace("\u00a0", " ")


def test_a_story_says_by_whom_it_is_and_when_it_appeared_changed_and_was_read(good_site: Path) -> None:
    assert imprint(good_site, "en/notes") == (
        "By Jo Maas · Published on 1 December 2033 · Updated on 15 January 2034 · "
        "Last read through on 1 February 2034 · Report an error"
    )


def test_a_story_of_nobody_names_the_site(good_site: Path) -> None:
    assert imprint(good_site, "en") == "The Lamp Factory · Last read through on 1 February 2034 · Report an error"


def test_where_there_is_no_contact_each_story_leads_to_the_corrections(edition: Path) -> None:
    config = (edition / "mkdocs.yml").read_text("utf-8")
    write(edition, {"mkdocs.yml": re.sub(r"\n *contact:.*", "", config)})
    assert main(["--project", str(edition), "build"]) == 0
    assert imprint(edition / "site", "en").endswith("· Corrections")


@pytest.mark.parametrize("language", ["en", "fr", "nl"])
def test_every_story_of_the_edition_says_by_whom_it_is_and_when_it_appeared(real_site: Path, language: str) -> None:
    for page in (real_site / language / "index.html", real_site / language / "since-then" / "index.html"):
        html = page.read_text("utf-8")
        assert '<span class="author">' in html
        assert html.count('<time datetime="') >= 2


def test_a_feed_says_when_a_story_appeared_and_changed(good_site: Path) -> None:
    entries = ElementTree.parse(good_site / "en/feed.xml").getroot().findall(f"{ATOM}entry")
    told = {
        entry.findtext(f"{ATOM}title"): (entry.findtext(f"{ATOM}published"), entry.findtext(f"{ATOM}updated"))
        for entry in entries
    }
    assert told["How the articles were read"] == ("2033-12-01T00:00:00Z", "2034-01-15T00:00:00Z")
    assert told["A lamp factory for Ghent"] == (None, "2034-02-01T00:00:00Z")


def test_its_twin_says_the_same(good_site: Path) -> None:
    assert "By Jo Maas · Published on" in (good_site / "en/notes/index.md").read_text("utf-8")
