"""Whole small editions, each broken in one way: `check`, or the command in its command.txt, says so, word for word."""

import re
from pathlib import Path

import pytest
from overlay import COMMAND, EDITIONS, EXPECTED, GOOD, broken_edition

from factbound.commands.cli import main
from factbound.problems import Code

CASES = sorted(folder for folder in EDITIONS.iterdir() if folder.is_dir() and folder != GOOD)

ELSEWHERE = {
    Code.CANNOT_WRITE: "only a build writes: tests/publish/test_publish.py",
}
"""Codes without an edition of their own, and why."""


def command_of(case: Path, root: Path) -> list[str]:
    """`check`, or what the case's command.txt says; an archive is the edition's own."""
    words = (case / COMMAND).read_text("utf-8").split() if (case / COMMAND).exists() else ["check"]
    return [str(root / word) if (root / word).is_dir() else word for word in words]


def test_the_good_edition_has_no_problem(edition: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--project", str(edition), "check"]) == 0
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_broken_edition_tells_all_that_is_wrong_with_it(
    case: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], accept: bool
) -> None:
    root = broken_edition(case, tmp_path / "edition")
    code = main(["--project", str(root), *command_of(case, root)])
    found = capsys.readouterr().err
    if accept:
        (case / EXPECTED).write_text(found, "utf-8")
    assert found == (case / EXPECTED).read_text("utf-8")
    assert code == 1


@pytest.mark.parametrize("code", [code for code in Code if code not in ELSEWHERE])
def test_every_code_has_an_edition_that_raises_it(code: Code) -> None:
    assert f"[{code}]" in (EDITIONS / code / EXPECTED).read_text("utf-8")


@pytest.mark.parametrize("code", [code for code in Code if code not in ELSEWHERE])
def test_the_sample_of_a_code_is_what_its_edition_prints(code: Code) -> None:
    assert code.sample in (EDITIONS / code / EXPECTED).read_text("utf-8").split("\n")


def test_codes_that_are_tested_elsewhere_have_no_edition_of_their_own() -> None:
    assert [code for code in ELSEWHERE if (EDITIONS / code).exists()] == []


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_no_message_names_a_module_or_a_class_of_python(case: Path) -> None:
    told = (case / EXPECTED).read_text("utf-8")
    assert re.findall(r"factbound\.\w+|\b\w+ object\b|\b[A-Z]\w+(?:Error|View|Entry)\b", told) == []
