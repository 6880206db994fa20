"""Whoever re-reads the page keeps the figures: Firefox's reading view, a person who copies, a program that extracts."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from places import ROOT
from serving import serve
from survey import Visitor

from factbound.commands.cli import main

KINDS_OF_PAGE = {
    "a story": "en/",
    "a story with disagreements": "en/notes/",
    "a fact": "en/facts/lamp-factory-plan/",
    "a derived fact": "en/facts/plan-against-past/",
    "a source": "en/sources/gazette-2031/",
    "a chart": "en/charts/money/",
    "the facts": "en/facts/",
    "a page of an ordinary site": "ferry:",
}
PRINTED = """() => {
  const main = document.querySelector("main, [role=main], .col-md-9") ?? document.body;
  const ours = main.matches("[class^=fb-]") || main.querySelector("[class^=fb-]") ? "fb-" : "";
  const amounts = `.${ours}fig > span, .${ours}key-figure, .${ours}figure-large, .${ours}side-amount, td.${ours}amount,
    .${ours}fact-detail b, .${ours}sides q, .${ours}paragraph q`;
  const shown = [...main.querySelectorAll(amounts)].filter((each) => each.checkVisibility());
  return shown.map((each) => {
    const plain = each.cloneNode(true);
    plain.querySelectorAll("sup, a, [class$=aside-word], [class$=mark-doubt]").forEach((part) => part.remove());
    return plain.textContent;
  });
}"""
REREAD = """() => {
  const read = new Readability(document.cloneNode(true)).parse();
  const text = document.createElement("div");
  text.innerHTML = read.content;
  text.querySelectorAll("svg").forEach((drawing) => drawing.remove());
  return {text: text.textContent, author: read.byline, title: read.title,
          drawings: [...new DOMParser().parseFromString(read.content, "text/html").querySelectorAll("figure")]
            .map((figure) => figure.querySelectorAll("svg").length)};
}"""
COPIED = """() => {
  getSelection().selectAllChildren(document.querySelector("main, [role=main]") ?? document.body);
  return getSelection().toString();
}"""


@pytest.fixture(scope="module")
def homes(tmp_path_factory: pytest.TempPathFactory, good_site: Path) -> Iterator[dict[str, str]]:
    """The addresses of the good edition and of an ordinary site."""
    ferry = tmp_path_factory.mktemp("ferry") / "site"
    assert main(["--project", str(ROOT / "examples" / "mkdocs"), "build", "--site-dir", str(ferry)]) == 0
    with serve(good_site, "/sub/") as lamps, serve(ferry) as other:
        yield {"": lamps, "ferry": other}


@pytest.fixture(params=KINDS_OF_PAGE.values(), ids=KINDS_OF_PAGE)
def page(request: pytest.FixtureRequest, browser: object, homes: dict[str, str]) -> Iterator[object]:
    home, _, path = str(request.param).rpartition(":")
    visitor = Visitor(browser, homes[home]).go(path)
    yield visitor.page
    visitor.close()


def plain(text: str) -> str:
    return " ".join(text.replace("\u2060", "").replace("\u00a0", " ").replace("\u202f", " ").split())


def lost(printed: list[str], kept: str) -> list[str]:
    """The amounts that stand in a text more rarely than on the page."""
    return [amount for amount, times in Counter(map(plain, printed)).items() if plain(kept).count(amount) < times]


def test_the_reading_view_keeps_each_figure_with_its_qualifier(page, node: Callable[[str], Path]):
    page.evaluate(
        f"() => {{ {node('@mozilla/readability/Readability.js').read_text('utf-8')}; "
        "window.Readability = Readability }"
    )
    printed, read = page.evaluate(PRINTED), page.evaluate(REREAD)
    assert printed
    assert lost(printed, read["text"]) == []
    wrote = "Jo Maas" if page.url.endswith("/en/notes/") else None
    assert read["author"] == wrote, "what else stands above a story is not its author"
    assert all(drawings <= 1 for drawings in read["drawings"]), "a drawing is shown once"


def test_who_copies_a_page_has_each_figure(page):
    printed = page.evaluate(PRINTED)
    assert lost(printed, page.evaluate(COPIED)) == []


@pytest.mark.slow  # pages of every kind are read again
def test_a_footnote_s_mark_is_no_part_of_a_number(page):
    marks = page.evaluate("[...document.querySelectorAll('sup[class$=ref]')].map((each) => each.textContent)")
    assert all(re.fullmatch(r"\[\d+\]", mark) for mark in marks)
