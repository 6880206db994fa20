"""What a program extracts from a page has each figure with its qualifier, and no author who is none."""

from pathlib import Path

import pytest
from crawler import Element, Page, read_site

trafilatura = pytest.importorskip("trafilatura")
AUTHORS = {"en/notes/": "Jo Maas"}
"""Who wrote a page, where its front matter says so."""
PAGES = ("en/", "en/notes/", "en/facts/lamp-factory-plan/", "en/facts/plan-against-past/", "en/charts/money/")


@pytest.fixture(scope="module")
def pages(good_site: Path) -> dict[str, Page]:
    return read_site(good_site)


def plain(text: str) -> str:
    return " ".join(text.replace("\u2060", "").replace("\u00a0", " ").split())


def amounts(page: Page, *further: Element) -> set[str]:
    """The amounts that a page prints in its text, with their qualifiers, and what else is given."""
    words = [e for e in page.elements if e.attributes.get("id", "").endswith("-words")]
    found = {plain(e.text.replace("in the text", "").replace("(unconfirmed)", "")) for e in [*words, *further]}
    assert found
    return found


def everywhere(page: Page) -> list[Element]:
    """Amounts that stand large or in a table."""
    return [*page.all("p", class_="figure-large"), *page.all("td", class_="amount")]


@pytest.mark.parametrize("path", PAGES)
def test_an_extractor_keeps_each_figure(good_site: Path, pages: dict[str, Page], path: str) -> None:
    html = (good_site / path / "index.html").read_text("utf-8")
    kept = plain(trafilatura.extract(html))
    page = pages[path]
    assert {amount for amount in amounts(page, *everywhere(page)) if amount not in kept} == set()
    assert trafilatura.extract_metadata(html).author == AUTHORS.get(path)


@pytest.mark.parametrize("path", PAGES)
def test_html_made_into_markdown_keeps_each_figure(good_site: Path, pages: dict[str, Page], path: str) -> None:
    reader = pytest.importorskip("html2text").HTML2Text(bodywidth=0)
    reader.ignore_links = reader.ignore_emphasis = True
    kept = plain(reader.handle((good_site / path / "index.html").read_text("utf-8")))
    page = pages[path]
    assert {amount for amount in amounts(page, *everywhere(page)) if amount not in kept} == set()


@pytest.mark.parametrize("path", ["en/", "en/notes/", "en/facts/lamp-factory-plan/", "en/facts/plan-against-past/"])
def test_an_extractor_of_articles_keeps_each_figure_of_the_text(
    good_site: Path, pages: dict[str, Page], path: str
) -> None:
    """goose3 leaves charts and tables out, with all that stands in them."""
    html = (good_site / path / "index.html").read_text("utf-8")
    article = pytest.importorskip("goose3").Goose({"enable_image_fetching": False}).extract(raw_html=html)
    kept = plain(article.cleaned_text)
    page = pages[path]
    told = [e for e in page.elements if e.attributes.get("id", "").endswith("-words") and "figure" not in e.inside]
    wanted = {plain(e.text.replace("(unconfirmed)", "")) for e in [*told, *page.all("p", class_="figure-large")]}
    assert wanted
    assert {amount for amount in wanted if amount not in kept} == set()
    assert article.authors == [name for name in [AUTHORS.get(path)] if name]
