"""What the browser tests share: the real edition, served; one Chromium; pages that remember what they asked for and
complained of."""

import importlib.util
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from memory import Memory, styles_of
from needs import needed
from serving import SUB_PATH, serve
from survey import Surveyor, Visitor, pages_of

from factbound.commands.cli import main

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def node() -> Callable[[str], Path]:
    """Finds a file of an installed npm package."""

    def find(name: str) -> Path:
        file = HERE / "node_modules" / name
        needed(
            file.exists() and shutil.which("node") is not None,
            "the packages of tests/browser are missing: cd tests/browser && npm ci",
        )
        return file

    return find


@pytest.fixture(scope="session")
def site(real_site: Path) -> Iterator[str]:
    """The address of the real edition, built once."""
    with serve(real_site) as address:
        yield address


@pytest.fixture(scope="session")
def sub_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the real edition under a sub-path, told so by its SITE_URL."""
    folder = tmp_path_factory.mktemp("sub") / "site"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SITE_URL", f"https://example.org{SUB_PATH}")
        assert main(["--project", str(ROOT), "build", "--site-dir", str(folder)]) == 0
    with serve(folder, SUB_PATH) as address:
        yield address


@pytest.fixture(scope="session")
def launch() -> Iterator[Callable[..., object]]:
    """Starts Debian's Chromium, or the one that the environment names; no browser is downloaded."""
    needed(importlib.util.find_spec("playwright") is not None, "Playwright is missing; requirements/test.txt has it")
    needed(
        Path(CHROMIUM).exists(), f"there is no Chromium at {CHROMIUM}; the environment variable CHROMIUM names another"
    )
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        yield lambda *more: playwright.chromium.launch(executable_path=CHROMIUM, args=[*QUIET, *more])


@pytest.fixture(scope="session")
def browser(launch: Callable[..., object]) -> Iterator[object]:
    with launch() as chromium:
        yield chromium


@pytest.fixture(scope="session")
def large_print(launch: Callable[..., object]) -> Iterator[object]:
    """A browser whose reader has set letters to twice the usual size."""
    with launch("--blink-settings=defaultFontSize=32,defaultFixedFontSize=26") as chromium:
        yield chromium


@pytest.fixture
def visit(browser: object, site: str) -> Iterator[Callable[..., Visitor]]:
    """Opens a page of the site: `visit("en/", width=360, scripts=False)`. At the end nothing may have gone wrong on any
    of them."""
    opened: list[Visitor] = []

    def go(path: str, *, base: str = site, by: object = browser, **settings: object) -> Visitor:
        opened.append(Visitor(by, base, **settings))
        return opened[-1].go(path)

    yield go
    for visitor in opened:
        visitor.close()
    assert [each for visitor in opened for each in visitor.complaints] == []


@pytest.fixture(scope="session")
def pages(real_site: Path):
    """Every page to look at, by kind."""
    return pages_of(real_site)


@pytest.fixture(scope="session")
def surveyor(browser, site: str, real_site: Path, node) -> Iterator[Surveyor]:
    """Visits each page once and remembers what it saw at every width and in either scheme."""
    axe = node("axe-core/axe.min.js").read_text(encoding="utf-8")
    rules = [(HERE / name).read_bytes() for name in ("survey.py", "probe.js")]
    memory = Memory("survey", [*rules, axe.encode(), browser.version.encode(), *styles_of(real_site)])
    made = Surveyor(Visitor(browser, site), axe, real_site, memory)
    yield made
    made.visitor.close()
