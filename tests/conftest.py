"""What tests share: editions on disk, and a flag that takes what a test got for what it shall get."""

import os
from pathlib import Path

import pytest
from crawler import Page, read_site
from hypothesis import settings
from overlay import good_edition
from places import ROOT
from promised import promised_edition

from factbound.commands.cli import main

pytest.register_assert_rewrite("site_rules")
settings.register_profile("any machine", deadline=None)
settings.load_profile("any machine")  # how long an example takes says nothing about what it shows


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--accept",
        action="store_true",
        help="write the problems that were found into problems.txt; look at the difference before you commit",
    )


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


@pytest.fixture(scope="session")
def good_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The good edition, built once."""
    folder = tmp_path_factory.mktemp("good")
    site = folder / "site"
    assert main(["--project", str(good_edition(folder / "edition")), "build", "--site-dir", str(site)]) == 0
    return site


@pytest.fixture(scope="session")
def promised_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The good edition three years on, with promises, built once."""
    folder = tmp_path_factory.mktemp("promised")
    site = folder / "site"
    assert main(["--project", str(promised_edition(folder / "edition")), "build", "--site-dir", str(site)]) == 0
    return site


@pytest.fixture(scope="session")
def real_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """This repository's own edition, built once."""
    site = tmp_path_factory.mktemp("real") / "site"
    assert main(["--project", str(ROOT), "build", "--site-dir", str(site)]) == 0
    return site


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[str, Page]:
    """Every page of the module's `site`, read."""
    return read_site(site)
