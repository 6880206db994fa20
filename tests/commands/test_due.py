"""Due: what an editor is told to look at next."""

from pathlib import Path

import pytest
from promised import promised_edition

from factbound.commands.cli import main


def told(root: Path, day: str, capsys: pytest.CaptureFixture[str]) -> str:
    assert main(["--project", str(root), "due", "--today", day]) == 0
    return capsys.readouterr().out.replace("\xa0", " ")


def test_due_lists_what_falls_due_within_a_year(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said = told(promised_edition(tmp_path / "edition"), "2034-02-01", capsys)
    assert (
        "falls due within a year: 1\n  2034-06-30  lamp-staff  under-way  The factory employs about 400 people.\n"
        in said
    )
    assert "past its day, without an outcome: 0\n" in said


def test_due_lists_days_that_passed_and_what_nobody_looked_at(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said = told(promised_edition(tmp_path / "edition"), "2035-06-01", capsys)
    assert "past its day, without an outcome: 1\n  2034-06-30  lamp-staff" in said
    assert "not looked at for a year: 4\n" in said


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_the_first_and_the_last_day_of_the_calendar_are_days(
    tmp_path: Path, day: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "falls due within a year: 0" in told(promised_edition(tmp_path / "edition"), day, capsys)


def test_a_day_that_is_none_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--project", str(promised_edition(tmp_path / "edition")), "due", "--today", "soon"])
    assert ended.value.code == 2
    assert '"soon" is not a day, such as 2031-06-01' in capsys.readouterr().err


def test_a_new_promise_is_an_entry_to_fill_in(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = promised_edition(tmp_path / "edition")
    assert main(["--project", str(root), "new", "promise", "lamp-prices"]) == 0
    text = (root / "facts/promises.yml").read_text("utf-8")
    assert "- id: lamp-prices\n" in text
    assert main(["--project", str(root), "check"]) == 1
    assert "something has to stand here" in capsys.readouterr().err
