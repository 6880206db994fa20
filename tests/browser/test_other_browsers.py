"""Firefox and WebKit, Debian's own: cards that open whole, beside their number and in the window; search and the
filter; nothing that goes sideways."""

import contextlib
import json
import os
import shutil
import subprocess
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from needs import needed

HERE = Path(__file__).parent
FIREFOX = os.environ.get("FIREFOX", "/usr/bin/firefox-esr")
MINI_BROWSERS = sorted(Path("/usr/lib").glob("*/webkit2gtk-4.*/MiniBrowser"))
CARDS = (HERE / "cards.js").read_text("utf-8")
PAGES = ("en/", "fr/since-then/", "nl/like-for-like/", "en/facts/liege-hub-area/")
FOUND = """
const input = document.querySelector("%s");
input.value = "%s";
input.dispatchEvent(new Event("input", {bubbles: true}));
const waits = () => document.querySelector("#results") && !document.querySelector("#results a");
for (let n = 0; n < 50 && waits(); n += 1) await new Promise((done) => setTimeout(done, 100));
return [...document.querySelectorAll("#results a, .fact-row")].filter((each) => each.getClientRects().length).length;
"""
NARROWEST = 447
"""How narrow a window of WebKit's small browser gets, in pixels."""
Look = Callable[[str, str], Any]
"""Opens a page and returns what a check, the body of an async function, returns in it."""


@pytest.fixture
def firefox(site: str, node: Callable[[str], Path], tmp_path: Path) -> Callable[[int], Look]:
    """A look through Firefox, driven by WebDriver BiDi, at a width."""
    node("puppeteer-core/package.json")
    needed(Path(FIREFOX).exists(), f"there is no Firefox at {FIREFOX}; the variable FIREFOX names another")

    def at(width: int) -> Look:
        def look(path: str, check: str) -> Any:
            (tmp_path / "check.js").write_text(check, "utf-8")
            command = ["node", str(HERE / "firefox.mjs"), site, str(width), str(tmp_path / "check.js"), path]
            done = subprocess.run(
                command, env={**os.environ, "FIREFOX": FIREFOX}, capture_output=True, text=True, check=False
            )
            assert done.returncode == 0, done.stderr
            return json.loads(done.stdout)[path]

        return look

    return at


@pytest.fixture
def webkit(site: str, request: pytest.FixtureRequest) -> Iterator[Look]:
    """A look through WebKitGTK's own small browser, on a screen that nobody sees; 1280 pixels wide, if no other width
    is asked for. Its window gets no narrower than 447 pixels: a phone is a frame of its width in it, which pages are
    laid out in as in a window."""
    needed(bool(MINI_BROWSERS) and shutil.which("WebKitWebDriver") is not None, "webkit2gtk-driver is not installed")
    needed(shutil.which("Xvfb") is not None, "xvfb is not installed")
    from selenium import webdriver
    from selenium.webdriver.webkitgtk.options import Options
    from selenium.webdriver.webkitgtk.service import Service

    with unseen_screen() as display:
        options = Options()
        options.binary_location = str(MINI_BROWSERS[-1])
        options.add_argument("--automation")
        service = Service(shutil.which("WebKitWebDriver"), env={**os.environ, "DISPLAY": display})
        with warnings.catch_warnings(action="ignore", category=DeprecationWarning):  # of Selenium, at itself
            driver = webdriver.WebKitGTK(options=options, service=service)
        width = getattr(request, "param", 1280)
        driver.set_window_size(max(width, NARROWEST), 800)
        driver.set_script_timeout(120)

        def look(path: str, check: str) -> Any:
            if width < NARROWEST:
                driver.get(f'data:text/html,<iframe width={width} height=700 frameborder=0 src="{site}{path}">')
                driver.switch_to.frame(0)
                assert driver.execute_script("return innerWidth") == width
            else:
                driver.get(f"{site}{path}")
            run = "const done = arguments[0]; (async () => {%s})().then(done, (error) => done(String(error)));"
            return driver.execute_async_script(run % check)

        try:
            yield look
        finally:
            driver.quit()


@contextlib.contextmanager
def unseen_screen() -> Iterator[str]:
    """An X server of its own, which says the display that it took."""
    server = ["Xvfb", "-displayfd", "1", "-screen", "0", "1400x1000x24"]
    with subprocess.Popen(server, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as screen:
        assert screen.stdout
        try:
            yield f":{screen.stdout.readline().strip()}"
        finally:
            screen.terminate()


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("width", [360, 1280])
def test_in_firefox_cards_are_whole_beside_their_number_and_in_the_window(
    firefox: Callable[[int], Look], width: int, path: str
) -> None:
    seen = firefox(width)(path, CARDS)
    assert seen["numbers"] or "facts" in path
    assert seen["faults"] == []


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("webkit", [360, 1280], indirect=True)
def test_in_webkit_cards_are_whole_beside_their_number_and_in_the_window(webkit: Look, path: str) -> None:
    seen = webkit(path, CARDS)
    assert seen["numbers"] or "facts" in path
    assert seen["faults"] == []


def test_in_firefox_search_and_filter_find(firefox: Callable[[int], Look]) -> None:
    look = firefox(1280)
    assert look("en/search/", FOUND % ("#query", "3000")) > 0
    assert 0 < look("en/facts/", FOUND % ("#filter", "bpost")) < 100


def test_in_webkit_search_and_filter_find(webkit: Look) -> None:
    assert webkit("en/search/", FOUND % ("#query", "3000")) > 0
    assert 0 < webkit("en/facts/", FOUND % ("#filter", "bpost")) < 100


MENU = """
const menu = document.querySelector("#menu"), button = document.querySelector(".menu-button");
const inWindow = ({left, top, right, bottom}) =>
  left >= 0 && top >= 0 && right <= innerWidth + 1 && bottom <= innerHeight + 1;
const shut = menu.matches(":popover-open");
button.click();
const links = [...menu.querySelectorAll("a")], current = menu.querySelector("a[aria-current]");
const seen = {
  shut: !shut, open: menu.matches(":popover-open"), whole: inWindow(menu.getBoundingClientRect()),
  links: links.filter((link) => link.getClientRects().length).length, all: links.length,
  current: getComputedStyle(current).fontWeight > getComputedStyle(links.find((link) => link !== current)).fontWeight,
};
menu.hidePopover();
return {...seen, closed: !menu.matches(":popover-open")};
"""


def held_to_a_menu(seen: dict[str, Any]) -> None:
    assert seen.pop("links") == seen.pop("all") > 5
    assert all(seen.values()), seen


def test_in_firefox_the_menu_opens_whole_and_tells_where_one_is(firefox: Callable[[int], Look]) -> None:
    held_to_a_menu(firefox(360)("nl/belgium/", MENU))


@pytest.mark.parametrize("webkit", [360], indirect=True)
def test_in_webkit_the_menu_opens_whole_and_tells_where_one_is(webkit: Look) -> None:
    held_to_a_menu(webkit("nl/belgium/", MENU))
