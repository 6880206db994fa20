"""The site read from a disk: unpacked from its archive, with no server and no network."""

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from survey import Visitor

from factbound.publish.offline import offline_zip


@pytest.fixture(scope="module")
def disk(real_site: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of the unpacked archive of the real edition."""
    folder = tmp_path_factory.mktemp("disk")
    with zipfile.ZipFile(io.BytesIO(offline_zip(real_site, "the-parcel-promise"))) as archive:
        archive.extractall(folder)
    return f"file://{folder}/the-parcel-promise/"


@pytest.fixture
def visitor(browser: object, disk: str) -> Iterator[Visitor]:
    made = Visitor(browser, disk)
    yield made
    made.close()
    assert made.complaints == []


pytestmark = pytest.mark.slow  # the archive of the real edition is made and unpacked

PAGES = ["index.html", "en/index.html", "fr/belgium/index.html", "nl/facts/index.html",
    "en/facts/amazon-belgium-plan/index.html", "en/sources/trends-2025/index.html",
         "en/charts/promises/index.html", "en/corrections/index.html", "en/search/index.html"]  # fmt: skip


@pytest.mark.parametrize("path", PAGES)
def test_a_page_on_a_disk_has_its_style_its_fonts_and_its_policy(visitor: Visitor, path: str):
    page = visitor.go(path).page
    looks = page.evaluate(
        """async () => {
          await document.fonts.ready;
          return {
            margin: getComputedStyle(document.body).margin,
            wanted: getComputedStyle(document.body).fontFamily.split(",")[0].replaceAll('"', ""),
            fonts: [...document.fonts].filter((font) => font.status === "loaded")
              .map((font) => font.family.replaceAll('"', "")),
            policy: document.querySelector("meta[http-equiv=Content-Security-Policy]").content,
          };
        }"""
    )
    assert looks["margin"] == "0px"  # a browser's own style has 8px
    assert looks["wanted"] in looks["fonts"]
    assert looks["policy"].startswith("default-src 'none';")


def test_every_link_of_a_walk_leads_to_a_page_with_a_heading(visitor: Visitor, disk: str):
    waiting, seen, leaving = ["index.html"], set(), 0
    while waiting and len(seen) < 60:
        path = waiting.pop(0)
        if path in seen:
            continue
        seen.add(path)
        page = visitor.go(path).page
        assert page.locator("h1").count() == 1, path
        links = page.eval_on_selector_all(
            "a[href]",
            "links => links.map((link) => new URL(link.getAttribute('href'), document.baseURI).href.split('#')[0])",
        )
        inside = [link.removeprefix(disk) for link in links if link.startswith("file:")]
        leaving += len(links) - len(inside)
        assert [
            link
            for link in inside
            if link.startswith("file:") or not (Path(disk.removeprefix("file://")) / link).is_file()
        ] == [], path
        own = [link for link in inside if link.endswith(".html")]
        waiting += own[:: max(1, len(own) // 25)]  # some of each page's, so that the walk gets to every kind
    assert len(seen) == 60
    assert leaving > 0
    assert {kind for path in seen for kind in path.split("/")} >= {"facts", "sources", "charts", "en", "fr", "nl"}


def test_a_link_is_followed_by_a_click(visitor: Visitor):
    page = visitor.go("en/index.html").page
    page.locator(".brand").first.click()
    page.locator(".search-link").click()
    page.wait_for_url("**/en/search/index.html")


def test_search_finds_on_a_disk_and_its_results_open(visitor: Visitor):
    page = visitor.go("en/search/index.html").page
    page.fill("#query", "liège")
    result = page.locator("#results a").first
    title = result.text_content()
    result.click()
    page.wait_for_load_state()
    assert page.url.endswith("/index.html")
    assert title
    assert page.locator("h1").count() == 1


def test_a_chart_on_a_disk_is_drawn_and_leads_to_its_facts(visitor: Visitor):
    page = visitor.go("en/charts/promises/index.html").page
    target = page.locator("svg a").first.evaluate("link => link.href.baseVal ?? link.href")
    assert "index.html" in target


def test_search_says_so_where_its_index_cannot_be_read(browser: object, real_site: Path):
    visitor = Visitor(browser, f"file://{real_site}/")
    page = visitor.go("en/search/index.html").page
    page.fill("#query", "amazon")
    words = "The search index could not be read. The index of facts lists everything."
    page.locator("output", has_text=words).wait_for()
    visitor.close()
