"""What numbers stand in texts is found once, and remembered by the next build of the same program."""

from pathlib import Path

import pytest

from factbound.commands.cli import main
from factbound.edition import NUMERALS
from factbound.kept import keep, program_digest
from factbound.read import gate

TEXTS = ("two thirds of 1,200 jobs", "½ of it", "a hall", "from 0.1 to twelve", 'a "quoted" 7\n')


def forget(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gate, "_known", {})
    monkeypatch.setattr(gate, "_remembered", {})


def test_what_another_process_found_is_what_this_one_would_find(monkeypatch: pytest.MonkeyPatch) -> None:
    forget(monkeypatch)
    found = [gate.numerals(text, "en") for text in TEXTS]
    known = gate.known_numerals()
    forget(monkeypatch)
    gate.remember_numerals(known)
    monkeypatch.setattr(gate, "read_amounts", lambda text, language: pytest.fail("it is read again"))
    assert [gate.numerals(text, "en") for text in TEXTS] == found
    assert gate.known_numerals() == known


def test_a_number_is_found_in_a_text_that_has_changed(
    edition: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--project", str(edition), "build"]) == 0
    forget(monkeypatch)
    story = edition / "content" / "en" / "index.md"
    story.write_text(story.read_text("utf-8") + "\nThe hall has nineteen gates.\n", "utf-8")
    assert main(["--project", str(edition), "check"]) == 1
    assert "nineteen" in capsys.readouterr().err


@pytest.mark.parametrize(("by", "code"), [(program_digest(), 0), ("another program", 1)], ids=["this", "another"])
def test_what_another_program_found_is_not_remembered(
    edition: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], by: str, code: int
) -> None:
    sentence = f"The hall of code {'nought' * code} has eighteen gates."
    story = edition / "content" / "en" / "index.md"
    story.write_text(f"{story.read_text('utf-8')}\n{sentence}\n", "utf-8")
    keep(edition / ".cache" / "factbound" / NUMERALS, f'{by}[["en", "{sentence}", []]]'.encode())
    forget(monkeypatch)
    assert main(["--project", str(edition), "check"]) == code, "code 0 is the proof that the file is looked at at all"
    capsys.readouterr()


TEXTS_TOGETHER = (
    "A boat.|It cost 7.|one|per cent|a|third of it|twenty|one|It may be.|½|XIV|-|one|at this point|one of|"
    "three|\xad|t\xadwo|４|m²|the first|half of 2031|電燈|²"
)
HOSTILE = [
    *TEXTS_TOGETHER.split("|"),
    "double-digit",
    "the fourth",
    "of May",
    "Millionenverlust",
    "zu zweit",
    "ſingle digits",
]


@pytest.mark.parametrize("language", ["en", "fr", "de", "nl", "xx"])
def test_texts_looked_at_together_hold_what_each_of_them_holds(language: str) -> None:
    for end in range(len(HOSTILE)):
        texts = [*HOSTILE[end:], *HOSTILE[:end]]
        assert list(gate.numerals_once(texts, language)) == [n for each in texts for n in gate.numerals(each, language)]
