"""Elsewhere: a chart in somebody else's page, and the same page in another language."""

import html
import re
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from serving import serve
from survey import Visitor

Visit = Callable[..., Visitor]


@pytest.fixture
def foreign(tmp_path: Path, real_site: Path, site: str) -> Iterator[str]:
    """The address of another site, whose page holds the code that our chart's page offers."""
    offered = re.search(
        r"<pre[^>]*><code>(.*?)</code></pre>",
        (real_site / "en/charts/announced/index.html").read_text("utf-8"),
        re.DOTALL,
    )
    assert offered
    code = html.unescape(offered[1]).replace("https://parcel-promise.example/", site)
    page = (
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A foreign page</title><link '
        f'rel="icon" href="data:,"></head><body><p>Before</p>{code}<p>After</p></body></html>'
    )
    (tmp_path / "index.html").write_text(page, "utf-8")
    with serve(tmp_path) as address:
        yield address


def soon(true: Callable[[], bool]) -> None:
    """It comes to be so; the policy of a framed page lets no waiting function into it."""
    for _ in range(600):
        if true():
            return
        time.sleep(0.05)
    assert true()


@pytest.mark.parametrize("width", [360, 1100])
def test_a_chart_in_a_foreign_page_is_whole_and_carries_its_sources(visit: Visit, foreign: str, site: str, width: int):
    visitor = visit("", base=foreign, width=width)
    page = visitor.page
    # the foreign page asked our site, as it should; from here on our site is to ask nobody else
    visitor.complaints.clear()
    visitor.base = site
    soon(lambda: len(page.frames) > 1 and page.frames[1].locator("h1").count() == 1)
    chart = page.frames[1]
    assert chart.url.startswith(site)
    for narrower in (width, 340):  # it resizes with the page around it
        page.set_viewport_size({"width": narrower, "height": 900})
        soon(lambda: chart.evaluate("document.documentElement.scrollHeight <= innerHeight + 1"))
        assert chart.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert chart.locator("figcaption a").count() >= 1
    chart.locator(".drawing:visible svg a").first.click()
    page.wait_for_url(f"{site}en/facts/**")


@pytest.mark.parametrize("path", ["belgium/", "facts/amazon-belgium-plan/", "charts/announced/", "sources/"])
def test_the_language_switch_stays_on_the_page(visit: Visit, path: str):
    page = visit(f"en/{path}").page
    for language in ("fr", "nl", "en"):
        page.locator(f".languages a[hreflang={language}]").click()
        page.wait_for_url(f"**/{language}/{path}")
        assert page.locator("html").get_attribute("lang") == language


@pytest.mark.parametrize(("language", "words"), [("fr", "emplois"), ("nl", "banen")])
def test_search_answers_in_the_language_of_its_reader(visit: Visit, language: str, words: str):
    page = visit(f"{language}/search/").page
    page.locator("#query").fill(words)
    found = page.locator("#results a").first
    found.wait_for()
    found.click()
    page.wait_for_url(f"**/{language}/**")
    assert words[:5] in page.locator("main").inner_text().lower()
