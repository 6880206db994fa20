"""A build with nothing changed has nothing to do; one with anything changed is a whole build."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from factbound.commands.cli import main

UNCHANGED = "nothing has changed"
CHANGES: dict[str, Callable[[Path], object]] = {
    "a-fact": lambda root: _append(root / "facts/lamp-factory.yml", "# a note\n"),
    "a-story": lambda root: _append(root / "content/en/index.md", "\nMore.\n"),
    "a-template": lambda root: _append(root / "templates/assets/style.css", "p{}"),
    "the-settings": lambda root: _append(root / "mkdocs.yml", "# a note\n"),
    "a-page-that-somebody-touched": lambda root: _append(root / "site/en/index.html", "<!-- -->"),
    "a-page-that-somebody-took-away": lambda root: (root / "site/en/index.html").unlink(),
    "a-page-that-somebody-added": lambda root: _append(root / "site/en/more.html", "<p>"),
    "a-damaged-stamp": lambda root: next((root / ".cache/factbound/builds").iterdir()).write_text("{", "utf-8"),
}


def _append(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text((path.read_text("utf-8") if path.exists() else "") + text, "utf-8")


def built(root: Path, capsys: pytest.CaptureFixture[str]) -> str:
    assert main(["--project", str(root), "build"]) == 0
    return capsys.readouterr().out


def test_a_second_build_with_nothing_changed_does_nothing_and_says_so(
    edition: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert UNCHANGED not in built(edition, capsys)
    before = {path: path.stat().st_mtime_ns for path in (edition / "site").rglob("*")}
    second = built(edition, capsys)
    assert UNCHANGED in second
    assert "0 drawn" in second
    assert {path: path.stat().st_mtime_ns for path in (edition / "site").rglob("*")} == before


FIRST, *REST = CHANGES
CASES = [
    pytest.param(CHANGES[FIRST], id=FIRST),
    *(pytest.param(CHANGES[n], id=n, marks=pytest.mark.slow) for n in REST),
]


@pytest.mark.parametrize("change", CASES)
def test_anything_that_changed_makes_a_whole_build(
    edition: Path, capsys: pytest.CaptureFixture[str], change: Callable[[Path], object]
) -> None:
    built(edition, capsys)
    change(edition)
    assert UNCHANGED not in built(edition, capsys)
    assert (edition / "site/en/index.html").exists()
    assert "<!-- -->" not in (edition / "site/en/index.html").read_text("utf-8")


@pytest.mark.slow  # the edition is built twice
def test_a_folder_whose_name_is_not_utf8_has_a_stamp_too(edition: Path) -> None:
    odd = edition.rename(Path(os.fsdecode(os.fsencode(edition) + b"-\xe9")))
    assert main(["--project", str(odd), "build"]) == 0
    assert (odd / "site/en/index.html").exists()
