"""What a program extracts from a page has each figure with its qualifier, and no author who is none."""

from pathlib import Path

import pytest
from crawler import Page, read_site

trafilatura = pytest.importorskip("trafilatura")


@pytest.fixture(scope="module")
def pages(good_site: Path) -> dict[str, Page]:
    return read_site(good_site)


def plain(text: str) -> str:
    return " ".join(text.replace("\u2060", "").replace("\u00a0", " ").split())


@pytest.mark.parametrize(
    "path", ["en/", "en/notes/", "en/facts/lamp-factory-plan/", "en/facts/plan-against-past/", "en/charts/money/"]
)
def test_an_extractor_keeps_each_figure(good_site: Path, pages: dict[str, Page], path: str) -> None:
    html = (good_site / path / "index.html").read_text("utf-8")
    kept = plain(trafilatura.extract(html))
    words = [e for e in pages[path].elements if e.attributes.get("id", "").endswith("-words")]
    amounts = [*words, *pages[path].all("p", class_="figure-large"), *pages[path].all("td", class_="amount")]
    assert amounts
    wanted = {plain(e.text.replace("in the text", "").replace("(unconfirmed)", "")) for e in amounts}
    assert {amount for amount in wanted if amount not in kept} == set()
    assert trafilatura.extract_metadata(html).author is None
