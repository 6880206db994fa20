"""A number opens its evidence, by whatever hand; a footnote leads there and back; a mark of a chart leads to its
fact."""

from collections.abc import Callable
from pathlib import Path

import pytest
from survey import Visitor, axe_findings

Visit = Callable[..., Visitor]
OPEN = ".card:popover-open"
EVERYWHERE = pytest.mark.parametrize("width", [360, 768, 1280])
LANGUAGES = pytest.mark.parametrize("language", ["en", "fr", "nl"])


def first_number(page):
    """The first number of the prose, and the card it opens."""
    number = page.locator(".body p .fig .open").first
    return number, page.locator(f"#{number.get_attribute('popovertarget')}")


def inside(page, card) -> bool:
    box, size = card.bounding_box(), page.viewport_size
    return (
        box["x"] >= 0
        and box["y"] >= 0
        and box["x"] + box["width"] <= size["width"] + 1
        and box["y"] + box["height"] <= size["height"] + 1
    )


@EVERYWHERE
@LANGUAGES
def test_a_number_opens_its_card_at_a_click(visit: Visit, width: int, language: str):
    page = visit(f"{language}/", width=width).page
    number, card = first_number(page)
    assert not card.is_visible()
    number.click()
    assert card.is_visible()
    card.evaluate("card => card.getAnimations().forEach((each) => each.finish())")
    assert inside(page, card)
    page.mouse.click(3, 3)
    assert not card.is_visible()


@EVERYWHERE
@pytest.mark.parametrize("place", ["start", "center", "end"])
def test_a_card_stays_in_the_window_wherever_its_number_stands(visit: Visit, width: int, place: str):
    page = visit("en/like-for-like/", width=width, height=740).page
    numbers = page.locator(".body p .fig .open")
    for number in [numbers.nth(n) for n in range(0, numbers.count(), 4)]:
        number.evaluate("(number, place) => { number.scrollIntoView({block: place}); number.click(); }", place)
        card = page.locator(OPEN)
        card.evaluate("card => card.getAnimations().forEach((each) => each.finish())")
        assert inside(page, card), number.locator("..").inner_text()
        assert card.bounding_box()["height"] > 150
        page.keyboard.press("Escape")


@EVERYWHERE
@LANGUAGES
def test_a_number_opens_its_card_without_javascript(visit: Visit, width: int, language: str):
    page = visit(f"{language}/", width=width, scripts=False).page
    number, card = first_number(page)
    assert not card.is_visible()
    number.click()
    assert card.is_visible()
    assert card.locator("a").first.is_visible()


@LANGUAGES
def test_enter_opens_the_card_and_escape_returns_to_the_number(visit: Visit, language: str):
    page = visit(f"{language}/").page
    number, card = first_number(page)
    number.focus()
    page.keyboard.press("Enter")
    assert card.is_visible()
    page.keyboard.press("Tab")
    assert card.evaluate("card => card.contains(document.activeElement)"), (
        "the next stop of the keyboard is in the card"
    )
    page.keyboard.press("Escape")
    assert not card.is_visible()
    assert number.evaluate("number => number === document.activeElement")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_open_cards(visit: Visit, node: Callable[[str], Path], scheme: str):
    page = visit("en/like-for-like/", scheme=scheme, width=360).page
    page.evaluate(f"() => {{ {node('axe-core/axe.min.js').read_text(encoding='utf-8')} }}")
    read, derived = page.locator(".card:has(blockquote)").first, page.locator(".card:has(.verdict)").first
    for card in (read, derived):
        card.evaluate("card => { card.showPopover(); card.getAnimations().forEach((each) => each.finish()); }")
        assert page.locator(OPEN).count() == 1
        assert axe_findings(page) == []


@pytest.mark.slow  # every story is opened
def test_every_number_of_every_story_has_its_card_and_its_footnote(visit: Visit, real_site: Path):
    stories = sorted(
        file.parent.relative_to(real_site).as_posix() + "/"
        for language in ("en", "fr", "nl")
        for file in [*real_site.glob(f"{language}/index.html"), *real_site.glob(f"{language}/*/index.html")]
    )
    visitor = visit(stories[0])
    lost = {}
    for story in stories:
        visitor.go(story)
        lost[story] = visitor.page.evaluate(
            """() => [
              ...[...document.querySelectorAll(".fig > .open")]
                .filter((number) => !number.popoverTargetElement?.matches(".card")),
              ...[...document.querySelectorAll("sup.ref a")]
                .filter((link) => !document.querySelector(`.notes li${link.hash}`)
                  ?.querySelector(`a.back[href="#${link.parentElement.id}"]`)),
              ...[...document.querySelectorAll("a[href^='#']")]
                .filter((link) => !document.getElementById(link.hash.slice(1))),
            ].map((each) => each.outerHTML)"""
        )
    assert {story: each for story, each in lost.items() if each} == {}


@pytest.mark.parametrize("scripts", [True, False])
def test_a_footnote_leads_to_its_note_and_back(visit: Visit, scripts: bool):
    page = visit("en/", scripts=scripts).page
    link = page.locator(".body p sup.ref a").first
    note, place = link.get_attribute("href"), link.locator("..").get_attribute("id")
    link.click()
    assert page.url.endswith(note)
    page.locator(f".notes {note}").wait_for()
    assert on_screen(page, f".notes {note}")
    page.locator(f".notes {note} a.back[href='#{place}']").click()
    assert page.url.endswith(f"#{place}")
    assert on_screen(page, f"#{place}")


def on_screen(page, selector: str) -> bool:
    box = page.locator(selector).bounding_box()
    return 0 <= box["y"] <= page.viewport_size["height"]


@pytest.mark.slow  # every chart is opened
def test_every_mark_of_every_chart_leads_to_a_fact_or_a_promise_of_the_site(visit: Visit, real_site: Path, pages):
    visitor = visit("en/")
    for page in pages:
        if page.kind not in {"stories", "charts"}:
            continue
        visitor.go(page.path)
        drawn = visitor.page.evaluate(
            "[...document.querySelectorAll('figure:not(.key) > .drawing svg')].map((svg) => "
            "[...svg.querySelectorAll('a')].map((link) => new URL(link.href.baseVal, document.baseURI).pathname))"
        )
        for marks in drawn:
            assert marks, f"a drawing of {page.path} has no links"
            for mark in marks:
                assert "/facts/" in mark or "/promises/" in mark, mark
                assert (real_site / mark.strip("/") / "index.html").exists(), mark


def test_a_mark_of_a_chart_is_followed_at_a_click(visit: Visit):
    page = visit("en/charts/announced/").page
    mark = page.locator(".drawing.wide svg a").first
    fact = mark.get_attribute("href").rstrip("/").rpartition("/")[2]
    mark.click()
    page.wait_for_url(f"**/en/facts/{fact}/")
    assert page.locator("h1").count() == 1
