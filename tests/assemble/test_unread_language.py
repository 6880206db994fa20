"""A language that has no file: no edition is in it, and a source in it is vouched for by a person, as pages say."""

from pathlib import Path

import pytest
from overlay import EDITIONS, broken_edition, good_edition

from factbound.commands.cli import main

CASE = EDITIONS / "unread-language"


def test_an_edition_in_a_language_without_a_file_is_refused_once_with_the_languages_there_are(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = good_edition(tmp_path / "edition") / "mkdocs.yml"
    settings.write_text(settings.read_text("utf-8").replace("languages: [en]", "languages: [en, pl]"), "utf-8")
    assert main(["--project", str(settings.parent), "check"]) != 0
    told = capsys.readouterr().err
    assert 'languages: "pl" has no file' in told
    assert "de, en, fr, nl" in told
    assert len(told.splitlines()) == 1


def test_verify_too_wants_a_person_for_an_article_that_no_machine_reads(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edition = good_edition(tmp_path / "edition")
    sources = edition / "facts/sources.yml"
    sources.write_text(sources.read_text("utf-8").replace("language: fr", "language: pl", 1), "utf-8")
    assert main(["--project", str(edition), "verify", "--archive", str(edition / "archive")]) == 1
    assert "[unread-language]" in capsys.readouterr().err


def test_a_page_says_that_a_person_vouches_for_a_reading(tmp_path: Path) -> None:
    edition = broken_edition(CASE, tmp_path / "edition")
    facts = edition / "facts/extra.yml"
    facts.write_text("- id: third" + facts.read_text("utf-8").partition("- id: third")[2], "utf-8")
    assert main(["--project", str(edition), "build", "--site-dir", str(tmp_path / "site")]) == 0
    page = (tmp_path / "site/en/facts/third/index.html").read_text("utf-8")
    assert "A person vouches for the amount" in page
    assert "an editor who reads Polish read it" in page
