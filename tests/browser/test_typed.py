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


@pytest.fixture(scope="module")
def promises(real_site: Path) -> Iterator[str]:
    with serve(real_site, "/") as address:
        yield address


@pytest.mark.parametrize(
    ("language", "typed", "found"),
    [
        ("en", "warehuose", "warehouse"),
        ("en", "cainoa", "Cainiao"),
        ("en", "220000 square metres", "220,000 m²"),
        ("en", "€1.2bn", "€1.2 billion"),
        ("en", "depot", "warehouse"),
        ("en", "fulfilment center", "fulfilment centre"),
        ("fr", "livriason", "livraison"),
        ("fr", "journaux", "journal"),
        ("fr", "embauche", "emplois"),
        ("fr", "centres de distribution", "entrepôt"),
        ("nl", "luchthavn", "luchthaven"),
        ("nl", "bezorging", "levering"),
        ("nl", "1,2 miljard", "1,2 miljard"),
    ],
)
def test_slips_plurals_and_other_words_for_it_are_found_in_each_language(
    browser: object, promises: str, language: str, typed: str, found: str
):
    visitor = Visitor(browser, promises).go(f"{language}/search/")
    visitor.page.locator("#query").fill(typed)
    visitor.page.locator("#results a").first.wait_for()
    told = visitor.page.locator("#results").inner_text().replace("\u00a0", " ").replace("\u202f", " ")
    assert found.lower() in told.lower()
    assert not visitor.page.locator("#ways").is_visible()
    visitor.close()


def test_who_finds_nothing_is_told_of_what_was_near_and_shown_a_way_on(browser: object, lamps: str):
    visitor = Visitor(browser, lamps).go("en/search/")
    page, said = visitor.page, visitor.page.locator(".filter output")
    page.locator("#query").fill("facotry")
    page.locator("#results a").first.wait_for()
    assert said.inner_text().endswith("Nothing found for “facotry”; this is for “factory”.")
    page.locator("#query").fill("factory zeppelin")
    page.locator("#results a").first.wait_for()
    assert said.inner_text().endswith("Nothing has all of these words; this has most of them.")
    page.locator("#query").fill("zeppelin")
    assert said.inner_text() == "Nothing found."
    page.locator("#ways a", has_text="Facts").click()
    assert page.url.endswith("/en/facts/")
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
