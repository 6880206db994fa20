"""Readers as they come: with a keyboard, without JavaScript, with larger letters, on paper, from a sub-path."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from serving import SUB_PATH
from survey import Visitor

Visit = Callable[..., Visitor]
KINDS_OF_PAGE = ["en/", "en/belgium/", "en/disagreements/", "en/like-for-like/", "en/who-says-so/", "en/facts/",
    "en/facts/amazon-belgium-plan/", "en/facts/amazon-belgium-plan-change/",
                 "en/sources/trends-2025/", "en/charts/promises/", "en/search/", "fr/", "nl/belgium/"]  # fmt: skip
SPACING = (
    "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { "
    "margin-bottom: 2em !important }"
)
"""WCAG 1.4.12, as it is tested: https://www.w3.org/WAI/WCAG22/Understanding/text-spacing.html"""


def troubles(visitor: Visitor) -> list[str]:
    found = visitor.measure()
    return found["sideways"] + found["cut"]


@pytest.mark.parametrize("path", KINDS_OF_PAGE)
def test_spaced_text_at_320_pixels_loses_nothing(visit: Visit, path: str):
    visitor = visit(path, width=320)
    assert troubles(visitor) == []
    visitor.wear(SPACING)
    assert troubles(visitor) == []


@pytest.mark.parametrize("path", KINDS_OF_PAGE)
@pytest.mark.parametrize("width", [640, 1280])
def test_letters_of_twice_the_size_lose_nothing(visit: Visit, large_print: object, path: str, width: int):
    visitor = visit(path, by=large_print, width=width)
    assert visitor.page.evaluate("getComputedStyle(document.documentElement).fontSize") == "32px"
    assert troubles(visitor) == []


def test_the_first_stop_of_the_keyboard_skips_to_the_text(visit: Visit):
    page = visit("en/").page
    page.keyboard.press("Tab")
    skip = page.locator(".skip")
    assert skip.evaluate("skip => skip === document.activeElement")
    box = skip.bounding_box()
    assert box["x"] >= 0 and box["y"] >= 0
    page.keyboard.press("Enter")
    assert page.url.endswith("#main")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", ["en/", "en/facts/", "en/charts/promises/", "en/search/"])
def test_one_sees_where_the_keyboard_is(visit: Visit, path: str, scheme: str):
    page = visit(path, scheme=scheme).page
    unseen = []
    for _ in range(45):
        page.keyboard.press("Tab")
        outline = page.evaluate(
            """() => {
              const at = document.activeElement, style = getComputedStyle(at);
              if (at === document.body) return null;
              const linear = (part) => part <= .04045 ? part / 12.92 : ((part + .055) / 1.055) ** 2.4;
              const light = (colour) => {
                const [r, g, b] = colour.match(/[\\d.]+/g).map((each) => linear(each / 255));
                return .2126 * r + .7152 * g + .0722 * b;
              };
              const paper = getComputedStyle(document.body).backgroundColor;
              const [dark, bright] = [light(style.outlineColor), light(paper)].sort((a, b) => a - b);
              return {
                html: at.outerHTML.slice(0, 100),
                drawn: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
                contrast: (bright + .05) / (dark + .05),
              };
            }"""
        )
        if outline is None:  # past the last stop
            break
        if not outline["drawn"] or outline["contrast"] < 3:
            unseen.append(outline)
    assert unseen == []


@pytest.mark.parametrize("scripts", [True, False])
@pytest.mark.parametrize("width", [360, 768])
def test_the_menu_opens_on_a_small_screen(visit: Visit, width: int, scripts: bool):
    page = visit("en/", width=width, scripts=scripts).page
    menu = page.locator("#menu")
    assert not menu.is_visible()
    page.locator(".menu-button").click()
    assert menu.is_visible()
    for link in menu.locator("a").all():
        box = link.bounding_box()
        assert box["x"] >= 0 and box["x"] + box["width"] <= width
        assert box["height"] >= 24
    menu.locator("a[href$='facts/']").click()
    page.wait_for_url("**/en/facts/")


def test_on_a_wide_screen_the_menu_lies_open(visit: Visit):
    page = visit("en/").page
    assert page.locator("#menu").is_visible()
    assert not page.locator(".menu-button").is_visible()


def test_facts_are_filtered_as_one_types(visit: Visit):
    page = visit("en/facts/").page
    rows, box, said = page.locator(".fact-row:visible"), page.locator("#filter"), page.locator(".filter output")
    whole = rows.count()
    box.fill("bpost")
    assert 0 < rows.count() < whole
    assert str(rows.count()) in said.inner_text()
    assert all("bpost" in words.lower() for words in rows.all_inner_texts())
    box.fill("no such thing anywhere")
    assert rows.count() == 0
    assert said.inner_text()
    box.fill("")
    assert rows.count() == whole


def test_without_javascript_the_list_of_facts_is_whole(visit: Visit, real_site: Path):
    facts = json.loads((real_site / "data/facts.json").read_text(encoding="utf-8"))["facts"]
    page = visit("en/facts/", scripts=False).page
    assert not page.locator(".filter").is_visible()
    assert page.locator(".fact-row:visible").count() == len(facts)


def test_search_finds_and_the_arrows_walk_what_it_found(visit: Visit):
    page = visit("en/search/").page
    page.locator("#query").fill("bpost")
    found = page.locator("#results a")
    found.first.wait_for()
    page.keyboard.press("ArrowDown")
    assert found.first.evaluate("link => link === document.activeElement")
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "/search/" not in url)
    assert page.locator("h1").count() == 1


def test_search_without_javascript_points_at_the_list(visit: Visit):
    page = visit("en/search/", scripts=False).page
    assert not page.locator("#query").is_visible()
    page.locator("main a[href$='facts/']:visible").click()
    page.wait_for_url("**/en/facts/")


@pytest.mark.parametrize("path", ["en/", "en/charts/announced/"])
def test_on_paper_notes_stay_and_controls_go(visit: Visit, path: str):
    page = visit(path, scheme="dark").page
    page.emulate_media(media="print", color_scheme="light")
    for gone in (".menu-button", "#menu", ".languages", ".search-link", ".card", ".skip", ".turn", ".drawing.narrow"):
        assert not page.locator(f"{gone}:visible").count(), gone
    for kept in ("h1", ".notes", ".drawing.wide", "figcaption p"):
        assert page.locator(f"{kept}:visible").count(), kept
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") in {
        "rgb(255, 255, 255)",
        "rgba(0, 0, 0, 0)",
    }


def test_without_javascript_charts_and_notes_are_there(visit: Visit):
    page = visit("en/", scripts=False).page
    assert page.locator(".drawing.wide svg:visible").count() > 1
    assert page.locator(".notes li:visible").count() > 10


def test_the_policy_keeps_foreign_scripts_and_styles_out(visit: Visit):
    visitor = visit("en/")
    visitor.page.evaluate(
        """() => {
          const script = document.createElement("script"), style = document.createElement("style");
          script.textContent = "window.let_in = true"; style.textContent = "body { outline: 9px solid }";
          document.head.append(script, style);
        }"""
    )
    assert not visitor.page.evaluate("window.let_in === true")
    assert visitor.page.evaluate("getComputedStyle(document.body).outlineStyle") == "none"
    assert len(visitor.complaints) == 2
    visitor.complaints.clear()


@pytest.mark.parametrize(
    "path", ["", "en/", "en/facts/amazon-belgium-plan/", "en/charts/announced/", "en/search/", "fr/sources/"]
)
def test_the_site_works_under_a_sub_path(visit: Visit, sub_site: str, path: str):
    page = visit(path, base=sub_site).page
    assert page.locator("h1").count() == 1
    assert page.evaluate("getComputedStyle(document.body).fontFamily").startswith('"Factbound Serif"')
    addresses = page.evaluate(
        "[...document.querySelectorAll('a[href], link[rel=stylesheet], link[rel=icon], script[src]')].map((each) "
        "=> each.href?.baseVal ?? each.href ?? each.src)"
    )
    own = [address for address in addresses if isinstance(address, str) and address.startswith("http://127.0.0.1")]
    assert own and all(address.startswith(sub_site) for address in own)


def test_a_lost_reader_under_a_sub_path_finds_home(visit: Visit, sub_site: str):
    visitor = visit("en/facts/there-is-no-such-fact/", base=sub_site)
    page = visitor.page
    assert "404" in " ".join(visitor.complaints)
    visitor.complaints.clear()
    assert page.evaluate("getComputedStyle(document.body).fontFamily").startswith('"Factbound Serif"')
    page.locator("main a").first.click()
    page.wait_for_url(f"**{SUB_PATH}en/")
    assert visitor.complaints == []


def test_searching_works_under_a_sub_path(visit: Visit, sub_site: str):
    page = visit("en/search/", base=sub_site).page
    page.locator("#query").fill("bpost")
    page.locator("#results a").first.click()
    page.wait_for_url(lambda url: "/search/" not in url)
    assert page.url.startswith(sub_site)


@pytest.mark.parametrize("language", ["en", "fr", "nl"])
def test_on_a_phone_what_is_laid_out_late_is_there_when_it_is_reached(visit: Visit, language: str):
    page = visit(f"{language}/", width=360, touch=True).page
    late = (
        "[...document.querySelectorAll('.notes, .drawing.narrow svg')].every((each) => "
        "getComputedStyle(each).contentVisibility === 'auto')"
    )
    assert page.evaluate(late)
    room = page.evaluate(
        "[...document.querySelectorAll('.drawing.narrow svg')].map((each) => each.getBoundingClientRect().height)"
    )
    notes = page.evaluate("document.querySelector('.notes').getBoundingClientRect().height")
    for drawing in page.locator(".drawing.narrow svg").all():
        drawing.scroll_into_view_if_needed()
        assert drawing.locator("text").first.bounding_box()["height"] > 5
    assert (
        page.evaluate(
            "[...document.querySelectorAll('.drawing.narrow svg')].map((each) => each.getBoundingClientRect().height)"
        )
        == room
    )
    page.locator(".body p sup.ref a").last.tap()
    page.wait_for_timeout(300)
    assert page.evaluate("document.querySelector('.notes').getBoundingClientRect().height") <= notes
    box = page.locator(".notes li:target").bounding_box()
    assert 0 <= box["y"] <= page.viewport_size["height"]
