"""Whole small editions, each broken in one way: `check` says so, word for word."""

from pathlib import Path

import pytest
from factbound.cli import main
from factbound.problems import Code
from overlay import EDITIONS, EXPECTED, GOOD, broken_edition

CASES = sorted(folder for folder in EDITIONS.iterdir() if folder.is_dir() and folder != GOOD)

ELSEWHERE = {
    Code.CANNOT_WRITE: "only a build writes: tests/test_publish.py",
    Code.MISSING_TEXT: "only `verify` opens the archive",
    Code.CHANGED_TEXT: "only `verify` opens the archive",
    Code.WORDS_NOT_FOUND: "only `verify` opens the archive",
    Code.WORDS_AMBIGUOUS: "only `verify` opens the archive",
    Code.AMOUNT_NOT_IN_WORDS: "only `verify` opens the archive",
    Code.UNCOVERED: "only `coverage` looks for what no reading uses",
    Code.BAD_TEMPLATE: "not raised yet",
    Code.PARITY: "not raised yet",
}
"""Codes that `check` does not raise, and where they are tested."""


def test_the_good_edition_has_no_problem(edition: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--project", str(edition), "check"]) == 0
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_broken_edition_tells_all_that_is_wrong_with_it(case: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], accept: bool) -> None:
    code = main(["--project", str(broken_edition(case, tmp_path / "edition")), "check"])
    found = capsys.readouterr().err
    if accept:
        (case / EXPECTED).write_text(found, "utf-8")
    assert found == (case / EXPECTED).read_text("utf-8")
    assert code == 1


@pytest.mark.parametrize("code", [code for code in Code if code not in ELSEWHERE])
def test_every_code_has_an_edition_that_raises_it(code: Code) -> None:
    assert f"[{code}]" in (EDITIONS / code / EXPECTED).read_text("utf-8")


def test_codes_that_are_tested_elsewhere_have_no_edition_of_their_own() -> None:
    assert [code for code in ELSEWHERE if (EDITIONS / code).exists()] == []
