"""What tests share: editions on disk, and a flag that takes what a test got for what it shall get."""

import fcntl
import gc
import os
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest
from crawler import Page, read_site
from hypothesis import settings
from overlay import good_edition
from places import ROOT
from promised import promised_edition

from factbound.commands.cli import main
from factbound.kept import kept
from factbound.view.charts import drawing, posters
from factbound.view.pages import theme

pytest.register_assert_rewrite("site_rules")
EXAMPLES = 100 if os.environ.get("CI") else 25
"""How many examples Hypothesis tries of each rule: a few, other ones each time; in CI as many as it likes."""
settings.register_profile("any machine", deadline=None, max_examples=EXAMPLES)
settings.load_profile("any machine")  # how long an example takes says nothing about what it shows


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--accept",
        action="store_true",
        help="write the problems that were found into problems.txt; look at the difference before you commit",
    )


SLOW = {
    "installed": "a wheel is built, and installed without the repository",
    "repository": "the jobs of the workflows run in a clone of the repository",
    "hosts": "three ordinary sites are built and looked at",
    "sub_site": "the edition is built once more, for a sub-path",
    "firefox": "another browser is started",
    "webkit": "another browser is started",
}
"""Fixtures that take long to make, and why: a test that asks for one is slow."""
BROWSERS = {"browser", "launch"}
"""Fixtures of tests that open pages in a browser, each for seconds of a processor. The quick tests try the first case
of such a test (a width, a language, a scheme, a page); its other cases are slow. The survey has cases of its own."""

CRAWLED = ("test_site.py", "test_twins.py")
"""Files whose tests read every page of the real edition, which one worker reads once for them."""


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the slow ones."""
    tried: set[str] = set()
    for item in items:
        fixtures, test = set(getattr(item, "fixturenames", ())), item.nodeid.partition("[")[0]
        opens = fixtures & BROWSERS and "surveyor" not in fixtures
        if SLOW.keys() & fixtures or (opens and test in tried):
            item.add_marker(pytest.mark.slow)
        tried.add(test)


def pytest_collection_finish() -> None:
    """What is loaded by now stays: no collection of garbage has to look through all of it again."""
    gc.collect()
    gc.freeze()


def group_of(test: str) -> str:
    """Which tests one worker takes together, by a test's id: a file, whose fixtures are then made once; but the survey
    of pages a kind of page at a time, and whatever reads all of the real edition."""
    file, _, name = test.partition("::")
    if file.endswith("/test_pages.py") and "-" in name:
        return name.rpartition("-")[2]
    return "crawled" if file.endswith(CRAWLED) else file


def pytest_unconfigure() -> None:
    """A library that tells at the end what is left of it would take what is kept for what is lost."""
    gc.unfreeze()


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: object) -> object:
    """Gives tests to workers by their groups. The marks of xdist are not enough: since pytest 9.2 a test's id, by which
    xdist passes them on, is not to be written over."""
    from xdist.scheduler import LoadScopeScheduling

    class Grouped(LoadScopeScheduling):
        def _split_scope(self, nodeid: str) -> str:
            return group_of(nodeid)

    return Grouped(config, log)


def pytest_configure(config: pytest.Config) -> None:
    if config.getoption("--accept") and os.environ.get("CI"):
        raise pytest.UsageError("--accept is for people: in CI an expectation stands as it was committed")


@pytest.fixture
def accept(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--accept"))


@pytest.fixture
def edition(tmp_path: Path) -> Path:
    """A copy of the good edition, to be changed at will."""
    return good_edition(tmp_path / "edition")


Once = Callable[[str, Callable[[Path], None]], Path]


@pytest.fixture(scope="session")
def once(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Once:
    """Makes a folder once for all workers: the first that wants it makes it, the others wait. Nobody changes it."""
    shared = _shared(tmp_path_factory, request.config)

    def make(name: str, fill: Callable[[Path], None]) -> Path:
        folder = shared / name
        with (shared / f"{name}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not (folder / "done").exists():
                folder.mkdir()
                fill(folder)
                (folder / "done").touch()
        return folder

    return make


def _shared(tmp_path_factory: pytest.TempPathFactory, config: pytest.Config) -> Path:
    """The folder that all workers of a run have in common."""
    own = tmp_path_factory.getbasetemp()
    return own.parent if hasattr(config, "workerinput") else own


@pytest.fixture(scope="session", autouse=True)
def compiled_once(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Iterator[None]:
    """Templates are compiled once for all workers and editions, not once for each edition: they are kept by the name,
    the file and the words of a template."""
    shared = _shared(tmp_path_factory, request.config)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(theme._Compiled, "__init__", lambda self, folder: setattr(self, "folder", shared / folder.name))
        yield


@pytest.fixture(scope="session", autouse=True)
def drawn_once(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Iterator[None]:
    """What several editions draw alike is drawn once for all workers: a drawing's name in an edition's cache is the
    digest of all that it depends on. To an edition it is as new as ever. Tests that draw outside of one draw anew."""
    shared = _shared(tmp_path_factory, request.config) / "drawn"

    def once(path: Path, make: Callable[[], bytes]) -> tuple[bytes, bool]:
        return kept(path, (lambda: kept(shared / path.name, make)[0]) if ".cache" in path.parts else make)

    with pytest.MonkeyPatch.context() as patch:
        for module in (drawing, posters):
            patch.setattr(module, "kept", once)
        yield


@pytest.fixture(scope="session")
def good_site(once: Once) -> Path:
    """The good edition, built once."""
    return once("good", lambda folder: built(good_edition(folder / "edition"), folder)) / "site"


@pytest.fixture(scope="session")
def promised_site(once: Once) -> Path:
    """The good edition three years on, with promises, built once."""
    return once("promised", lambda folder: built(promised_edition(folder / "edition"), folder)) / "site"


@pytest.fixture(scope="session")
def real_site(once: Once) -> Path:
    """This repository's own edition, built once."""
    return once("real", lambda folder: built(ROOT, folder)) / "site"


def built(edition: Path, folder: Path) -> None:
    """Build an edition into `site` of a folder."""
    assert main(["--project", str(edition), "build", "--site-dir", str(folder / "site")]) == 0


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[str, Page]:
    """Every page of the module's `site`, read once by each worker."""
    return _pages(site)


_pages = cache(read_site)
