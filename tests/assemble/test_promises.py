"""Promises and pages seen in excerpts: what the build says of them when they hold."""

from pathlib import Path

import pytest
from overlay import write
from promised import LATER, PROMISES, promised_edition

from factbound.commands.cli import main


@pytest.fixture
def promised(tmp_path: Path) -> Path:
    return promised_edition(tmp_path / "edition")


def test_an_edition_with_promises_and_excerpts_holds(promised: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--project", str(promised), "check"]) == 0
    assert capsys.readouterr().err == ""


def test_verify_locks_what_was_read_whole_and_says_what_was_not(
    promised: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--project", str(promised), "verify", "--archive", str(promised / "archive")]) == 0
    said = capsys.readouterr().out
    assert "pages seen in excerpts: 1; readings of theirs, not verified for want of a whole text: 3" in said
    lock = (promised / "facts/evidence.lock").read_text("utf-8")
    assert "first-lamp-made.1" not in lock
    assert "  first-lamp: kept-late\n" in lock


def test_a_page_in_the_archive_is_no_excerpt_any_more(promised: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(promised, {"archive/courier-2034.txt": "the first lamp has left the factory\n"})
    assert main(["--project", str(promised), "verify", "--archive", str(promised / "archive")]) == 1
    assert "the archive has the whole text of courier-2034, seen as an excerpt [excerpt]" in capsys.readouterr().err


def test_verify_refuses_a_verdict_that_changed_without_a_word(
    promised: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    verify = ["--project", str(promised), "verify", "--archive", str(promised / "archive")]
    assert main(verify) == 0
    write(promised, {"facts/promises.yml": PROMISES.replace("verdict: kept-late", "verdict: kept-in-part")})
    assert main(verify) == 1
    assert "[untold-change]" in capsys.readouterr().err
    told = (
        "looked: 2034-01\n  history:\n    - {verdict: kept-late, until: 2034-01, why: {en: half of the lamps broke}}\n"
    )
    told = told.replace("half", "some")
    write(
        promised,
        {
            "facts/promises.yml": PROMISES.replace("verdict: kept-late", "verdict: kept-in-part").replace(
                "looked: 2034-01\n", told, 1
            )
        },
    )
    assert main(verify) == 0


def test_the_words_of_an_excerpt_must_carry_its_amount(promised: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(promised, {"facts/later.yml": LATER.replace("13_000_000", "14_000_000")})
    assert main(["--project", str(promised), "check"]) == 1
    assert "[amount-not-in-words]" in capsys.readouterr().err


SUM = """\
- id: lamp-sum
  promise: {en: "Something is promised in lamp-sum."}
  by: lumen
  facts: [lamp-factory-plan]
  made: 2031-05-13
  verdict: kept-in-part
  rests_on:
    - {fact: lamp-factory-spent}
  in_words: {en: This is what became of it.}
  looked: 2034-01
  reach: {to: 2034-01-20, languages: [en]}
"""
SPENT = LATER[LATER.index("- id: lamp-factory-spent") :]


@pytest.mark.parametrize(
    ("was", "now", "what"),
    [
        ("  measure: investment\n", "", "measure"),
        (
            "spent €13 million on it, quantity: 13_000_000 EUR",
            "spent $13 million on it, quantity: 13_000_000 USD",
            "unit",
        ),
        ("  scope: [building]\n", "", "scope"),
        ("  place: ghent\n", "", "place"),
        ("  status: done\n", "  status: planned\n", "kind"),
    ],
)
def test_an_outcome_is_held_against_a_promise_of_its_own_kind_alone(
    promised: Path, capsys: pytest.CaptureFixture[str], was: str, now: str, what: str
) -> None:
    write(
        promised,
        {
            "facts/later.yml": LATER.replace(SPENT, SPENT.replace(was, now, 1)),
            "facts/promises.yml": PROMISES + SUM,
        },
    )
    assert main(["--project", str(promised), "check"]) == 1
    said = capsys.readouterr().err
    assert f'"lamp-factory-spent" differs from "lamp-factory-plan" in {what} [unlike-outcome]' in said
