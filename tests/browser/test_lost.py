"""An address that does not exist is answered in the reader's language."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from serving import serve


@pytest.fixture(scope="module")
def promises(real_site: Path) -> Iterator[str]:
    with serve(real_site, "/") as address:
        yield address


@pytest.mark.parametrize(
    ("path", "locale", "shown"),
    [
        ("fr/nowhere/", "nl-BE", ["fr"]),
        ("nowhere/", "nl-BE", ["nl"]),
        ("nowhere/", "pt-BR", ["en", "fr", "nl"]),
    ],
)
def test_the_language_is_that_of_the_address_then_the_browsers_else_all(
    browser: object, promises: str, path: str, locale: str, shown: list[str]
):
    context = browser.new_context(locale=locale)  # type: ignore[attr-defined]
    page = context.new_page()
    page.goto(promises + path)
    assert [each.get_attribute("lang") for each in page.locator(".lost:visible").all()] == shown
    assert page.locator("h1:visible").count() == 1
    page.locator(f".lost[lang={shown[0]}] a").nth(1).click()
    assert page.url == f"{promises}{shown[0]}/facts/"
    context.close()


def test_without_a_script_it_says_so_in_every_language(browser: object, promises: str):
    context = browser.new_context(java_script_enabled=False, locale="fr-FR")  # type: ignore[attr-defined]
    page = context.new_page()
    page.goto(f"{promises}nowhere/")
    assert page.locator(".lost:visible").count() == 3
    context.close()
