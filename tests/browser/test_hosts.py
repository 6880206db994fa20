"""Ordinary sites as people see them: our parts in MkDocs' own themes and in Material, on a phone and at a desk, light
and dark."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from places import ROOT
from serving import serve
from survey import Visitor

from factbound.commands.cli import main

SITES = {"mkdocs": ("", "evidence/"), "readthedocs": ("index.html", "preuves/"), "material": ("", "evidence/")}
OURS = "[...document.querySelectorAll('[class^=\"fb-\"]')].filter(e => !e.parentElement.closest('[class^=\"fb-\"]'))"
AXE = f"axe.run({{include: {OURS}}}, {{resultTypes: ['violations']}})"
SIDEWAYS = """() => {
  const wide = document.documentElement.clientWidth, found = [];
  const over = document.documentElement.scrollWidth - wide;
  if (over > 0) found.push(`scrolls by ${over} px`);
  for (const e of document.querySelectorAll('[class^="fb-"], [class^="fb-"] *')) {
    const drawn = e.closest("svg") && e.tagName !== "svg" && e.tagName !== "text";
    if (!e.checkVisibility() || e.closest(".fb-aside-word") || drawn) continue;
    const box = e.getBoundingClientRect();
    let scrolled = e.parentElement;
    const stays = () => !["auto", "scroll"].includes(getComputedStyle(scrolled).overflowX);
    while (scrolled && stays()) scrolled = scrolled.parentElement;
    if (!box.width || scrolled || (box.right <= wide + 1 && box.left >= -1)) continue;
    found.push(`${e.tagName} ${e.textContent.slice(0, 40)}`);
  }
  return found;
}"""


@pytest.fixture(scope="module")
def hosts(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """The addresses of the example sites, built once."""
    folder = tmp_path_factory.mktemp("hosts")
    with (
        pytest.MonkeyPatch.context() as patch,
        serve(folder / "mkdocs" / "site") as one,
        serve(folder / "readthedocs" / "site", "/under/a/path/") as two,
        serve(folder / "material" / "site") as three,
    ):
        patch.setenv("NO_MKDOCS_2_WARNING", "1")
        addresses = {"mkdocs": one, "readthedocs": two, "material": three}
        for name, address in addresses.items():
            patch.setenv("SITE_URL", address)  # Material goes by script to what its sitemap names alone
            shutil.copytree(ROOT / "examples" / name, folder / name, ignore=shutil.ignore_patterns(".cache", "site"))
            assert main(["--project", str(folder / name), "build"]) == 0
        yield addresses


@pytest.fixture(params=SITES)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def open_site(browser: object, hosts: dict[str, str], name: str) -> Iterator[Callable[..., Visitor]]:
    """Opens a page of the example; at the end no other host may have been asked."""
    opened: list[Visitor] = []

    def go(path: str = "", **settings: object) -> Visitor:
        opened.append(Visitor(browser, hosts[name], alone=True, **settings))
        return opened[-1].go(path or SITES[name][0])

    yield go
    for visitor in opened:
        visitor.close()
    assert [each for visitor in opened for each in visitor.complaints] == []


on_material = pytest.mark.parametrize("name", ["material"], indirect=True)
"""For what the other examples do not have: two palettes, navigation by script."""


def pages_of(name: str) -> list[str]:
    """A page of each kind."""
    home, folder = SITES[name]
    names = {
        "mkdocs": ("ferry-cost", "ferry-growth", "courier", "passengers"),
        "readthedocs": ("samples", "samples-multiple", "review", "stock"),
        "material": ("train-money", "beds-share", "mail", "beds"),
    }[name]
    fact, derived, source, chart = names
    kinds = (
        f"facts/{fact}/",
        f"facts/{derived}/",
        f"sources/{source}/",
        f"charts/{chart}/",
        "facts/",
        "sources/",
        "charts/",
        "corrections/",
        "",
    )
    return [home, *(f"{folder}{kind}{home}" for kind in kinds)]


@pytest.mark.parametrize("width", [360, 1280])
def test_nothing_of_ours_goes_sideways(open_site: Callable[..., Visitor], name: str, width: int) -> None:
    visitor = open_site(width=width)
    found = {path: visitor.go(path).page.evaluate(SIDEWAYS) for path in pages_of(name)}
    assert {path: seen for path, seen in found.items() if seen} == {}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_our_parts(
    open_site: Callable[..., Visitor], name: str, scheme: str, node: Callable[[str], Path]
) -> None:
    """The colour of links is the theme's, whose contrast is the theme's too; all else in our parts is ours."""
    axe = node("axe-core/axe.min.js").read_text(encoding="utf-8")
    visitor = open_site(scheme=scheme)
    found: dict[str, list[str]] = {}
    for path in pages_of(name):
        tab = visitor.go(path).page
        if name == "mkdocs":
            tab.evaluate("scheme => document.documentElement.setAttribute('data-bs-theme', scheme)", scheme)
        tab.evaluate(f"(() => {{ {axe} }})()")
        if tab.locator(".fb-fig").count():
            tab.locator(".fb-fig").first.click()
        for each in tab.evaluate(AXE)["violations"]:
            parts = [
                part["html"][:160]
                for part in each["nodes"]
                if each["id"] != "color-contrast" or not part["html"].startswith("<a ")
            ]
            found.setdefault(path, []).extend(f"{each['id']}: {part}" for part in parts)
    assert {path: seen for path, seen in found.items() if seen} == {}


def test_a_footnote_is_followed_and_found_back(open_site: Callable[..., Visitor]) -> None:
    tab = open_site().page
    mark = tab.locator("sup.fb-ref a").first
    mark.click()
    note = tab.locator(".fb-notes li:target")
    assert note.count() == 1
    tab.wait_for_function(
        "document.querySelector('.fb-notes li:target').getBoundingClientRect().top < innerHeight"
    )  # themes scroll slowly
    note.locator("a.fb-back").first.click()
    assert tab.locator("sup.fb-ref:target").count() == 1


def test_a_number_opens_its_evidence_without_javascript(open_site: Callable[..., Visitor]) -> None:
    tab = open_site(scripts=False, width=360).page
    card = tab.locator(".fb-card").first
    assert tab.locator(".fb-card:visible").count() == 0
    tab.locator(".fb-fig").first.click()
    assert card.is_visible()
    assert card.locator(".fb-card-ways a").count() >= 2
    tab.keyboard.press("Escape")
    assert not card.is_visible()


@pytest.mark.parametrize(("width", "shown"), [(360, "narrow"), (1280, "wide")])
def test_a_chart_is_drawn_for_its_column_and_leads_to_facts(
    open_site: Callable[..., Visitor], name: str, width: int, shown: str
) -> None:
    tab = open_site(width=width).page
    chart = tab.locator("figure.fb-chart").first
    drawings = chart.locator(".fb-drawing:visible")
    assert drawings.count() == 1
    assert f"fb-{shown}" in (drawings.get_attribute("class") or "")
    assert drawings.bounding_box()["height"] > 60
    drawings.locator("svg a").first.click()
    tab.wait_for_url(f"**/{SITES[name][1]}facts/**")
    assert tab.locator("article.fb-article h1").count() == 1


@pytest.mark.parametrize("width", [360, 1280])
def test_the_words_of_a_drawing_stay_in_it_and_apart(open_site: Callable[..., Visitor], name: str, width: int) -> None:
    visitor = open_site(width=width)
    assert [finding for path in pages_of(name) for finding in visitor.go(path).measure()["charts"]] == []


@on_material
def test_colours_follow_the_theme_from_light_to_dark(open_site: Callable[..., Visitor]) -> None:
    colour = "e => getComputedStyle(e).color"
    ink = {}
    for scheme in ("light", "dark"):
        text = open_site(scheme=scheme).page.locator(".fb-chart svg text").first
        ink[scheme] = _bright(text.evaluate("e => getComputedStyle(e).fill"))
    assert ink["dark"] > 150
    assert ink["light"] < 110
    cards = {}
    for scheme in ("light", "dark"):
        tab = open_site(scheme=scheme).page
        tab.locator(".fb-fig").first.click()
        card = tab.locator(".fb-card:visible")
        cards[scheme] = (
            _bright(card.evaluate(colour)),
            _bright(card.evaluate("e => getComputedStyle(e).backgroundColor")),
        )
    assert cards["light"][0] < cards["light"][1]
    assert cards["dark"][0] > cards["dark"][1]


def _bright(colour: str) -> float:
    """How bright a computed colour is, from 0 to 255."""
    red, green, blue = (float(part) for part in colour.partition("(")[2].rstrip(")").replace(",", " ").split()[:3])
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@on_material
def test_materials_own_switch_changes_our_parts_too(open_site: Callable[..., Visitor]) -> None:
    tab = open_site(scheme="light").page
    fill = "e => getComputedStyle(e).fill"
    text = tab.locator(".fb-chart svg text").first
    before = text.evaluate(fill)
    tab.locator('label[title="Switch to dark mode"]').click()
    tab.wait_for_selector('[data-md-color-scheme="slate"]')
    assert _bright(text.evaluate(fill)) > _bright(before) + 60


@on_material
def test_materials_instant_navigation_brings_cards_that_open(open_site: Callable[..., Visitor]) -> None:
    tab = open_site().page
    tab.locator(".md-nav a", has_text="Tickets").first.click()
    tab.wait_for_url("**/tickets/")
    tab.locator(".fb-fig").first.click()
    assert tab.locator(".fb-card:visible").count() == 1


@on_material
def test_instant_navigation_there_and_back_leaves_each_page_as_it_was(open_site: Callable[..., Visitor]) -> None:
    tab = open_site().page
    tab.wait_for_load_state("networkidle")
    tab.evaluate("window.still = true")
    parts = (
        """() => [".fb-fig", ".fb-card", ".fb-chart svg", ".fb-notes"].map(e => document.querySelectorAll(e).length)"""
    )
    ids = "() => [...document.querySelectorAll('[id^=\"fb-\"]')].map(e => e.id)"
    home, seen = tab.url, tab.evaluate(parts)
    assert seen[0] and seen[1] and seen[2]
    for _ in range(2):
        tab.locator(".md-nav a", has_text="Tickets").first.click()
        tab.wait_for_url("**/tickets/")
        tab.locator(".fb-fig").first.click()
        tab.locator(".fb-card:visible a[href*='evidence']").first.click()
        tab.wait_for_url("**/evidence/**")
        tab.go_back()
        tab.wait_for_url("**/tickets/")
        tab.go_back()
        tab.wait_for_url(home)
        tab.wait_for_function(f"({parts})().join() === '{','.join(map(str, seen))}'")
        assert len(set(tab.evaluate(ids))) == len(tab.evaluate(ids))
        tab.locator(".fb-fig").first.click()
        assert tab.locator(".fb-card:visible").count() == 1
        tab.keyboard.press("Escape")
    assert tab.evaluate("window.still"), "a page was loaded anew"


SEARCH = {
    "mkdocs": ("#mkdocs_search_modal input", "#mkdocs-search-results h3 a", "boat"),
    "readthedocs": ("#rtd-search-form input", "#mkdocs-search-results h3 a", "échantillons"),
    "material": (".md-search__input", ".md-search-result__link", "beds"),
}
"""Where a theme asks, where it answers, and what is sought."""


@pytest.mark.parametrize("kind", ["charts/", "facts/", "sources/", ""])
def test_what_a_search_finds_opens_its_evidence(open_site: Callable[..., Visitor], name: str, kind: str) -> None:
    home, folder = SITES[name]
    tab = open_site().page
    field, found, words = SEARCH[name]
    if name == "material":
        tab.evaluate("window.seen = 0; document$.subscribe(() => window.seen++)")  # which begins with this page
        _arrive(tab, tab.locator(".md-nav a", has_text="Tickets").first.click, name)
        tab.evaluate("new Promise(after => setTimeout(after, 1000))")  # it closes a search soon after it has arrived
    elif not kind:
        tab.goto(tab.url.removesuffix(home) + f"{folder}{home}")
    begun = tab.url
    if name == "mkdocs":
        tab.locator("[data-bs-target='#mkdocs_search_modal']").first.click()
    tab.locator(field).first.click()
    if name == "material":
        tab.locator(".md-search-result__meta", has_text="Type to start").wait_for()
    tab.locator(field).first.press_sequentially(words)
    if name == "readthedocs":
        tab.keyboard.press("Enter")
    tab.locator(found).first.wait_for()
    addresses = tab.locator(found).evaluate_all("all => all.map(each => each.href)")
    at = [f"/{folder}{kind}" in each if kind else f"/{folder}" not in each for each in addresses].index(True)
    _arrive(tab, tab.locator(found).nth(at).click, name)
    assert tab.url.partition("?")[0].partition("#")[0] == addresses[at].partition("?")[0].partition("#")[0]
    if kind in ("", "charts/"):
        _open_evidence(tab)
    else:
        _arrive(tab, tab.locator("article.fb-article a[href*='/facts/']:visible").first.click, name)
        assert tab.locator("article.fb-article h1").count() == 1
        _arrive(tab, tab.go_back, name)
    if name == "readthedocs":
        _arrive(tab, tab.go_back, name)
        assert "/search.html" in tab.url
    _arrive(tab, tab.go_back, name)
    assert tab.url == begun
    if name == "material":
        _open_evidence(tab)


def _arrive(tab: Any, leave: Callable[[], object], name: str) -> None:
    """Leave a page, and wait for the next one: Material brings it by script, and tells those who watch `document$`."""
    before, seen = tab.url, tab.evaluate("window.seen")
    leave()
    tab.wait_for_url(lambda address: address != before)
    if name == "material":
        tab.wait_for_function("seen => window.seen > seen", arg=seen)  # NaN where a page was loaded anew


def _open_evidence(tab: Any) -> None:
    """Open a number's evidence with a mouse and by keyboard, and look at the chart."""
    number, shown = tab.locator("p .fb-fig, .fb-fig").first, tab.locator(".fb-card:visible")
    number.click()
    assert shown.count() == 1
    tab.keyboard.press("Escape")
    assert shown.count() == 0
    number.focus()
    tab.keyboard.press("Enter")
    assert shown.count() == 1
    assert shown.locator(".fb-card-ways a").count() >= 1
    tab.keyboard.press("Escape")
    assert shown.count() == 0
    if tab.locator(".fb-chart").count():
        assert tab.locator(".fb-drawing:visible").first.bounding_box()["height"] > 60
