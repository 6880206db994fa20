"""Words that are printed as they stand: a mention in them is refused, since nobody would print its figure."""

from pathlib import Path

import pytest
from hostile import changed, documents, save, with_every_text
from promised import full_edition

from factbound.commands.cli import main

PLAIN = [
    ("facts/people.yml", (0, "name")),
    ("facts/people.yml", (2, "doubt", "en")),
    ("facts/origins.yml", (0, "name", "en")),
    ("facts/places.yml", (0, "name", "en")),
    ("facts/measures.yml", (0, "name", "en")),
    ("facts/scopes.yml", (0, "name", "en")),
    ("facts/units.yml", (0, "name", "en", "other")),
    ("facts/sources.yml", (0, "publisher", "name")),
    ("facts/corrections.yml", (0, "was", "en")),
    ("facts/corrections.yml", (0, "now", "en")),
    ("facts/lamp-factory.yml", (0, "checked_by")),
    ("facts/lamp-factory.yml", (0, "readings", 0, "means", "en")),
    ("facts/lamp-factory.yml", (0, "readings", 0, "says", "en")),
    ("facts/lamp-factory.yml", (0, "readings", 0, "vouched", "en")),
    ("content/en/words.yml", ("skip",)),
    ("mkdocs.yml", ("site_name",)),
]


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = full_edition(tmp_path_factory.mktemp("whole") / "edition")
    with_every_text(folder)
    return folder


@pytest.mark.parametrize(("name", "path"), PLAIN)
def test_a_mention_is_refused_where_it_is_not_read(
    whole: Path, name: str, path: tuple[str | int, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    before = documents(whole)[name]
    save(whole, name, changed(before, {path: "Lumen [[lamp-factory-plan]]"}))
    assert main(["--project", str(whole), "check"]) > 0
    assert "a [[…]] is not read here" in capsys.readouterr().err
    save(whole, name, before)
