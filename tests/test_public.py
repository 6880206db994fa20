"""The public face: what a notebook may use, as docs/notebook.md shows it."""

import doctest
import subprocess
import sys
from pathlib import Path

import pytest
from overlay import good_edition
from places import ROOT

import factbound

PAGE = ROOT / "docs/notebook.md"


def test_the_page_for_notebooks_does_what_it_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    good_edition(tmp_path / "lamps")
    broken = good_edition(tmp_path / "broken") / "facts/lamp-factory.yml"
    broken.write_text(broken.read_text("utf-8").replace("status: announced", "status: promised", 1), "utf-8")
    monkeypatch.chdir(tmp_path)
    assert doctest.testfile(str(PAGE), module_relative=False, encoding="utf-8").failed == 0


def test_everything_public_is_there_and_on_the_page() -> None:
    page = PAGE.read_text("utf-8")
    for name in factbound.__all__:
        assert getattr(factbound, name).__doc__
        assert f"`{name}`" in page or f"`factbound.{name}`" in page, name


def test_importing_it_fetches_no_other_module() -> None:
    told = "import sys, factbound; print([name for name in sys.modules if name.startswith('factbound.')])"
    done = subprocess.run([sys.executable, "-c", told], check=True, capture_output=True, text=True)
    assert done.stdout.strip() == "[]"


def test_a_name_that_is_not_public_is_an_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'ledgers'"):
        factbound.ledgers  # noqa: B018  asked for its error


def test_a_folder_without_an_edition_says_so(tmp_path: Path) -> None:
    with pytest.raises(factbound.NoEdition, match=r"mkdocs\.yml"):
        factbound.load(tmp_path)
