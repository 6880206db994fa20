"""What people type is found: amounts without their signs, in any country's way, and words without accents."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from serving import serve
from survey import Visitor


@pytest.fixture(scope="module")
def lamps(good_site: Path) -> Iterator[str]:
    with serve(good_site, "/sub/") as address:
        yield address


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("15000", "15,000 m²"),
        ("15 000", "15,000 m²"),
        ("15.000", "15,000 m²"),
        ("12m", "more than €12"),
        ("12 million", "more than €12"),
        ("12 mln", "more than €12"),
        ("400", "about 400"),
        ("émploy", "employ"),
    ],
)
def test_search_finds_what_is_typed(browser: object, lamps: str, typed: str, found: str):
    visitor = Visitor(browser, lamps).go("en/search/")
    visitor.page.locator("#query").fill(typed)
    visitor.page.locator("#results a").first.wait_for()
    assert found in visitor.page.locator("#results").inner_text().replace("\u00a0", " ")
    visitor.close()


@pytest.mark.parametrize("typed", ["5000", "99"])
def test_a_part_of_a_number_is_not_found(browser: object, lamps: str, typed: str):
    visitor = Visitor(browser, lamps).go("en/search/")
    visitor.page.locator("#query").fill(typed)
    visitor.page.locator(".filter output, output").first.wait_for(state="attached")
    visitor.page.wait_for_timeout(300)
    assert visitor.page.locator("#results a").count() == 0
    visitor.close()


def test_the_filter_of_facts_finds_what_is_typed(browser: object, lamps: str):
    visitor = Visitor(browser, lamps).go("en/facts/")
    rows = visitor.page.locator(".fact-row:visible")
    for typed, found in (("15000", "15,000"), ("15 000", "15,000"), ("fáctory", "factory")):
        visitor.page.locator("#filter").fill(typed)
        assert rows.count() > 0
        assert all(found in words for words in rows.all_inner_texts())
    visitor.close()


def test_facts_are_chosen_by_status_and_doubt(browser: object, lamps: str):
    visitor = Visitor(browser, lamps).go("en/facts/")
    page = visitor.page
    whole = page.locator(".fact-row:visible").count()
    status = page.get_by_label("Status")
    name = status.locator("option").nth(1).inner_text()
    status.select_option(name)
    assert 0 < page.locator(".fact-row:visible").count() < whole
    assert {row.get_attribute("data-status") for row in page.locator(".fact-row:visible").all()} == {name}
    status.select_option("")
    page.get_by_label("The articles disagree").check()
    assert 0 < page.locator(".fact-row:visible").count() < whole
    assert all("disagree" in words for words in page.locator(".fact-row:visible").all_inner_texts())
    visitor.close()
