"""Letters twice as large, on a phone: nothing goes sideways. Source: WCAG 2.2, 1.4.4 and 1.4.10."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from serving import serve

PAGES = (
    "",
    "en/",
    "nl/since-then/",
    "fr/like-for-like/",
    "fr/who-says-so/",
    "nl/disagreements/",
    "en/facts/",
    "fr/facts/amazon-belgium-plan/",
    "fr/facts/france-belgium-plan/",
    "nl/sources/",
    "fr/sources/trends-2025/",
    "fr/charts/",
    "fr/charts/promises/",
    "fr/data/",
    "nl/search/",
    "fr/promises/",
    "fr/promises/alibaba-imports/",
    "en/corrections/",
    "404.html",
)


@pytest.fixture(scope="module")
def promises(real_site: Path) -> Iterator[str]:
    with serve(real_site, "/") as address:
        yield address


def test_nothing_goes_sideways_when_letters_are_twice_as_large(browser: object, promises: str):
    context = browser.new_context(viewport={"width": 360, "height": 740}, bypass_csp=True)  # type: ignore[attr-defined]
    page = context.new_page()
    wide = {}
    for path in PAGES:
        page.goto(promises + path)
        page.add_style_tag(content="html { font-size: 200% !important }")
        wide[path] = page.evaluate("document.documentElement.scrollWidth")
    context.close()
    assert {path: width for path, width in wide.items() if width > 360} == {}
