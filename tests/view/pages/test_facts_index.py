"""The index of facts: subjects lead to their facts, and with many facts each subject has pages of its own."""

import json
from pathlib import Path

import pytest
from crawler import Page, dead_ends, read_site
from overlay import good_edition

from factbound.commands.cli import main
from factbound.view import search
from factbound.view.pages import facts_index


def ids(page: Page) -> list[str]:
    return [e.attributes["id"] for e in page.all("li", class_="fact-row") if "id" in e.attributes]


def jumps(page: Page) -> list[str]:
    """The subjects that a page leads to, with how many facts each has."""
    return [e.text.strip() for e in page.all("li") if "nav" in e.inside and "header" not in e.inside]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The good edition, for which a page holds three facts at most and a part of the search index five entries."""
    folder = tmp_path_factory.mktemp("parts")
    edition = good_edition(folder / "edition")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(facts_index, "A_PAGE", 3)
        patch.setattr(search, "A_PART", 5)
        assert main(["--project", str(edition), "build", "--site-dir", str(folder / "site")]) == 0
    return folder / "site"


def test_a_small_edition_has_all_facts_on_one_page_with_a_jump_to_each_subject(good_site: Path) -> None:
    pages = read_site(good_site)
    index = pages["en/facts/"]
    assert sorted(ids(index)) == sorted(path.parent.name for path in (good_site / "en/facts").glob("*/index.html"))
    assert [link for link in index.links if link.startswith("#") and link.endswith("-facts")] == [
        f"#{e.attributes['id']}" for e in index.all("section", class_="fact-group")
    ]
    assert not any("/subjects/" in url for url in pages)


def test_with_many_facts_each_subject_has_pages_and_none_is_lost(site: Path, good_site: Path) -> None:
    pages = read_site(site)
    subjects = {url: page for url, page in pages.items() if url.startswith("en/subjects/")}
    assert ids(pages["en/facts/"]) == []
    told = [fact for page in subjects.values() for fact in ids(page)]
    assert sorted(told) == sorted(ids(read_site(good_site)["en/facts/"]))
    assert max(len(ids(page)) for page in subjects.values()) == 3
    assert any(url.endswith("/2/") for url in subjects)
    assert dead_ends(site, pages, "/sub/") == []
    assert jumps(pages["en/facts/"])
    assert all((site / url / "index.md").read_text("utf-8").startswith("# ") for url in subjects)


def test_rows_say_what_they_may_be_chosen_by(good_site: Path) -> None:
    rows = read_site(good_site)["en/facts/"].all("li", class_="fact-row")
    assert {"data-place", "data-measure", "data-status"} <= {name for row in rows for name in row.attributes}
    assert any("data-disputed" in row.attributes for row in rows)


def test_the_search_index_comes_in_parts_that_hold_all_its_entries(site: Path, good_site: Path) -> None:
    def entries(root: Path) -> list[dict[str, object]]:
        [page] = read_site(root)["en/search/"].all("p", class_="filter")
        addresses = page.attributes["data-index"].split(" ")
        return [row for each in addresses for row in json.loads((root / "en/search" / each).read_text("utf-8"))]

    whole, apart = entries(good_site), entries(site)
    assert len(list((site / "data/search").iterdir())) > 1
    assert [row["u"] for row in apart] == [row["u"] for row in whole]
