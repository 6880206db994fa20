"""What stands on a page stays where it is while its fonts come late: the fonts of the reader, sized alike, keep their
places. Source: web.dev, Cumulative Layout Shift, whose good values end at 0.1."""

import time

import pytest

MOVED = """window.moved = 0;
new PerformanceObserver((list) => list.getEntries().forEach((each) => { moved += each.value; }))
  .observe({type: "layout-shift", buffered: true});"""
LATE = 0.4
"""By how many seconds fonts are late."""
LITTLE = 0.05


@pytest.mark.parametrize("width", [412, 1280])
@pytest.mark.parametrize(
    "path",
    ["en/", "nl/since-then/", "fr/facts/amazon-belgium-plan/", "en/facts/", "en/promises/", "nl/promises/liege-jobs/",
     "fr/data/"],
)  # fmt: skip
def test_nothing_moves_when_the_fonts_come_late(browser, site: str, path: str, width: int):
    context = browser.new_context(viewport={"width": width, "height": 823})
    page = context.new_page()
    page.add_init_script(MOVED)
    page.route("**/*.woff2", lambda route: (time.sleep(LATE), route.continue_()))
    page.goto(site + path)
    page.evaluate("document.fonts.ready.then(() => new Promise((done) => setTimeout(done, 200)))")
    assert page.evaluate("[...document.fonts].filter((font) => font.status === 'loaded').length") >= 2
    assert page.evaluate("moved") < LITTLE
    context.close()


def test_pages_ask_for_their_fonts_before_they_have_read_the_style_sheet(browser, site: str):
    page = browser.new_page()
    page.goto(f"{site}en/")
    page.evaluate("document.fonts.ready.then(() => true)")  # a slow machine still loads them
    early = page.evaluate("[...document.querySelectorAll('link[rel=preload]')].map((link) => link.href)")
    used = page.evaluate("performance.getEntriesByType('resource').map((each) => each.name)")
    assert [name for name in used if name.endswith(".woff2")] == early
    page.close()


@pytest.mark.parametrize("path", ["en/", "nl/", "fr/liege/", "nl/since-then/", "en/since-then/"])
def test_notes_that_a_phone_lays_out_late_find_room_enough(browser, site: str, path: str):
    """Else what stands below lies over them: docs/decisions/0013."""
    context = browser.new_context(viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True)
    page = context.new_page()
    page.goto(site + path)
    held = page.evaluate(
        "parseFloat(getComputedStyle(document.querySelector('.notes')).containIntrinsicHeight.slice(5))"
    )
    long = page.evaluate(
        "() => { const notes = document.querySelector('.notes'); notes.style.contentVisibility = 'visible'; "
        "return notes.getBoundingClientRect().height }"
    )
    assert 0 < long <= held
    context.close()
