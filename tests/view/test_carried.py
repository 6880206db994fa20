"""A misleading figure never travels bare: wherever its statement is shown away from its page, its caveat is there."""

import json
from pathlib import Path

import pytest
from crawler import Page, read_site

STATEMENT = "The plan is more than 3 times the past."
CARRIED = f"{STATEMENT} (misleading: the years and the certainty differ)"


def plain(words: str) -> str:
    return " ".join(words.replace("\u00a0", " ").split())


@pytest.fixture(scope="module")
def pages(good_site: Path) -> dict[str, Page]:
    return read_site(good_site)


def test_its_page_is_called_with_the_caveat(pages: dict[str, Page]) -> None:
    page = pages["en/facts/plan-against-past/"]
    assert CARRIED in plain(page.all("title")[0].text)
    told = [
        plain(meta.attributes.get("content", ""))
        for meta in page.all("meta")
        if STATEMENT in plain(meta.attributes.get("content", ""))
    ]
    assert told
    assert all(CARRIED in words for words in told)


def test_what_it_is_worked_out_from_names_it_with_the_caveat(pages: dict[str, Page]) -> None:
    links = [link for link in pages["en/facts/lamp-factory-plan/"].all("a") if STATEMENT in plain(link.text)]
    assert CARRIED in {plain(link.text) for link in links}


def test_a_footnote_and_a_search_result_have_the_caveat(good_site: Path, pages: dict[str, Page]) -> None:
    notes = [plain(note.text) for note in pages["en/"].all("li") if note.attributes.get("id") == "fn-plan-against-past"]
    assert [CARRIED in note for note in notes] == [True]
    index = good_site / "data" / "search" / "en.json"
    (found,) = [entry for entry in json.loads(index.read_text("utf-8")) if plain(entry["t"]) == STATEMENT]
    assert "misleading: the years and the certainty differ" in found["d"]


def test_a_figure_that_is_fair_goes_alone(pages: dict[str, Page]) -> None:
    title = plain(pages["en/facts/lamp-factory-plan/"].all("title")[0].text)
    assert title.startswith("Lumen plans to invest more than €12 million in its Ghent factory.")
    assert "misleading" not in title
