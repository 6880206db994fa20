"""The German example: a whole edition in German, from the reader of amounts to the interface words."""

import shutil
from pathlib import Path

import pytest
from places import ROOT

from factbound.commands.cli import main
from factbound.read.interface_words import default_words


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("german") / "edition"
    return Path(shutil.copytree(ROOT / "examples" / "german", folder, ignore=shutil.ignore_patterns(".cache", "site")))


@pytest.mark.parametrize("command", ["check", "verify", "coverage"])
def test_the_german_example_has_no_problem(command: str, edition: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lock = (edition / "facts/evidence.lock").read_text("utf-8")
    archive = [] if command == "check" else ["--archive", str(edition / "archive")]
    assert main(["--project", str(edition), command, *archive]) == 0
    assert "vouched" not in (edition / "facts/seilbahn.yml").read_text("utf-8")
    assert (edition / "facts/evidence.lock").read_text("utf-8") == lock
    assert capsys.readouterr().err == ""


def test_the_german_example_is_built_in_german(edition: Path, tmp_path: Path) -> None:
    assert main(["--project", str(edition), "build", "--site-dir", str(tmp_path / "site")]) == 0
    page = (tmp_path / "site/de/index.html").read_text("utf-8").replace("\u00a0", " ")
    assert '<html lang="de"' in page
    for words in ("mehr als 36 Millionen Euro", "zwischen 4.000 und 5.000 Fahrgäste", "12. Mai 2032", "Fußnoten"):
        assert words in page
    for words in ("Footnotes", "more than", "Download"):
        assert words not in page


@pytest.mark.parametrize("language", ["de", "fr", "nl"])
def test_a_language_has_every_interface_word(language: str) -> None:
    english, other = default_words("en", []), default_words(language, [])
    assert list(other) == list(english)
    assert [key for key in english if isinstance(other[key], dict) != isinstance(english[key], dict)] == []
