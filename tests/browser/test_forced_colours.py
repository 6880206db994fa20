"""A reader's own few colours take the place of ours, light or dark (Windows' contrast themes): the card, the menu,
charts and marks stay legible and tell apart. Source: CSS Color Adjustment 1, forced colours; WCAG 2.2, 1.4.1, 1.4.3 and
1.4.11."""

from collections.abc import Callable

import pytest
from survey import Visitor

COLOURS = """() => {
  const parts = (colour) => {
    const context = new OffscreenCanvas(1, 1).getContext("2d", {willReadFrequently: true});
    context.fillStyle = colour; context.fillRect(0, 0, 1, 1);
    return [...context.getImageData(0, 0, 1, 1).data];
  };
  const light = ([r, g, b]) => [r, g, b].map((each) => each / 255)
    .map((each) => each <= .04045 ? each / 12.92 : ((each + .055) / 1.055) ** 2.4)
    .reduce((sum, each, n) => sum + each * [.2126, .7152, .0722][n], 0);
  window.contrast = (one, other) => {
    const [a, b] = [light(parts(one)), light(parts(other))].sort((a, b) => b - a);
    return Math.round((a + .05) / (b + .05) * 10) / 10;
  };
  window.behind = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const colour = getComputedStyle(at).backgroundColor;
      if (parts(colour)[3] === 255) return colour;
    }
    return window.ground;
  };
  const probe = document.body.appendChild(document.createElement("i"));
  probe.style.backgroundColor = "Canvas";
  window.ground = getComputedStyle(probe).backgroundColor;
  probe.remove();
  window.look = (element, pseudo) => getComputedStyle(element, pseudo);
}"""
PALE = """(root) => [...document.querySelector(root).querySelectorAll("*")]
  .filter((each) => [...each.childNodes].some((node) => node.nodeType === 3 && node.data.trim()))
  .filter((each) => each.checkVisibility() && !each.closest("svg") && contrast(look(each).color, behind(each)) < 4.5)
  .map((each) => each.outerHTML.slice(0, 100))"""
"""What is written here in a colour that can hardly be told from what lies behind it."""
CHARTS = """() => [...document.querySelectorAll(".drawing svg")].filter((svg) => svg.checkVisibility()).map((svg) => ({
  pale: [...svg.querySelectorAll("text")].filter((text) => contrast(look(text).fill, ground) < 4.5)
    .map((text) => text.textContent),
  faint: [...svg.querySelectorAll("a")].filter((mark) => ![...mark.querySelectorAll("*")].some((part) =>
    part.localName !== "text" && !part.classList.contains("hit") && ["fill", "stroke"].some((paint) => {
      const value = look(part)[paint];
      return value !== "none" && (value.startsWith("url") || contrast(value, ground) >= 3);
    }))).map((mark) => mark.getAttribute("aria-label") ?? mark.outerHTML.slice(0, 120)),
  marks: svg.querySelectorAll("a").length,
}))"""


@pytest.fixture(params=["dark", "light"])
def forced(request: pytest.FixtureRequest, visit: Callable[..., Visitor]) -> Callable[..., object]:
    """Opens a page in few colours of the reader's own, on a dark or a light ground."""

    def go(path: str, **settings: object) -> object:
        page = visit(path, scheme=request.param, forced=True, **settings).page
        page.evaluate(COLOURS)
        return page

    return go


def test_a_card_stands_out_from_the_text_and_can_be_read(forced):
    page = forced("en/", width=360)
    page.locator(".fig .open").nth(3).click()
    card = page.locator(".card:popover-open")
    assert card.evaluate(
        "card => [look(card).backgroundColor === behind(document.body), look(card).borderTopStyle]"
    ) == [
        True,
        "solid",
    ]
    assert card.evaluate("card => contrast(look(card).borderTopColor, look(card).backgroundColor)") >= 3
    assert page.evaluate(PALE, ".card:popover-open") == []


def test_a_number_is_underlined_and_how_tells_what_it_is(forced):
    page = forced("en/")
    line = "each => [look(each).textDecorationLine, look(each).textDecorationStyle]"
    plain, doubted = ".fig:not(.unconfirmed, .later-fig)", ".fig.unconfirmed"
    assert page.locator(plain).first.evaluate(line) == ["underline", "dotted"]
    assert page.locator(doubted).first.evaluate(line) == ["underline", "wavy"]
    page = forced("en/since-then/")
    assert page.locator(".fig.later-fig").first.evaluate(line) == ["underline", "dashed"]
    assert page.evaluate(PALE, "main") == []


def test_the_page_that_one_is_on_is_told_in_menus_by_more_than_a_colour(forced):
    page = forced("en/belgium/", width=360)
    underlined = "each => look(each).textDecorationLine"
    assert page.locator(".languages a[aria-current]").evaluate(underlined) == "underline"
    assert page.locator(".languages a:not([aria-current])").first.evaluate(underlined) == "none"
    page.locator(".menu-button").click()
    weight = "each => look(each).fontWeight"
    assert page.locator(".menu a[aria-current]").evaluate(weight) > page.locator(
        ".menu a:not([aria-current])"
    ).first.evaluate(weight)
    assert page.evaluate(PALE, ".menu") == []
    wide = forced("en/belgium/")
    assert wide.locator(".menu a[aria-current]").evaluate(underlined) == "underline"


@pytest.mark.parametrize("path", ["en/", "en/since-then/", "en/belgium/", "en/like-for-like/", "en/method/"])
def test_charts_are_drawn_in_colours_that_can_be_seen(forced, path: str):
    seen = forced(path).evaluate(CHARTS)
    assert [(chart["pale"], chart["faint"]) for chart in seen if chart["pale"] or chart["faint"]] == []
    assert sum(chart["marks"] for chart in seen) > 0 or path == "en/method/"


def test_a_promise_s_life_tells_what_came_from_what_was_said(forced):
    page = forced("en/promises/liege-jobs/")
    filled = "each => look(each, '::before').backgroundColor === look(document.body).backgroundColor"
    assert page.locator(".life .event-made").first.evaluate(filled)
    assert not page.locator(".life .event-outcome").first.evaluate(filled)


def test_paragraphs_that_are_used_stand_out(forced):
    page = forced("en/sources/trends-2025/")
    used, unused = page.locator(".meter li.used").first, page.locator(".meter li:not(.used)").first
    ground = "each => look(each).backgroundColor"
    assert used.evaluate(ground) != unused.evaluate(ground)
    assert used.evaluate("each => contrast(look(each).color, look(each).backgroundColor)") >= 4.5


def test_what_an_address_leads_to_is_outlined(forced):
    page = forced("en/")
    anchor = page.locator(".notes li").first.get_attribute("id")
    page.evaluate("anchor => { location.hash = anchor }", anchor)
    assert page.locator(".notes li:target").evaluate("each => look(each).outlineStyle") == "solid"


@pytest.mark.parametrize(
    "path", ["en/facts/", "en/facts/amazon-belgium-plan/", "en/promises/", "en/search/", "en/data/"]
)
def test_every_kind_of_page_can_be_read(forced, path: str):
    assert forced(path).evaluate(PALE, "body") == []
