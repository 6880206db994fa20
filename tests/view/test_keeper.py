"""Kept pages: a build after a change gives the bytes of a build from nothing, and makes what the change is about."""

import os
import shutil
import sqlite3
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from overlay import CORRECTION, REMOVED

from factbound.kept import Store, keep, kept, recall
from factbound.mkdocs import plugin as mkdocs
from factbound.mkdocs import settings
from factbound.read import memory

Change = Callable[[Path], None]


def contents(site: Path) -> dict[str, bytes]:
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in sorted(site.rglob("*")) if path.is_file()}


def build(edition: Path) -> list[str]:
    """Build; the names of what had to be made."""
    memory._box.cache_clear()  # as another process would
    built = mkdocs.build(settings.load(edition))
    assert built.keeper
    return built.keeper.made


def other(name: str, before: str, after: str) -> Change:
    def change(edition: Path) -> None:
        text = (edition / name).read_text("utf-8")
        assert before in text
        (edition / name).write_text(text.replace(before, after, 1), "utf-8")

    return change


def more(name: str, text: str) -> Change:
    def change(edition: Path) -> None:
        path = edition / name
        path.write_text((path.read_text("utf-8") if path.exists() else "") + text, "utf-8")

    return change


FACTS, DERIVED = "facts/lamp-factory.yml", "facts/derived.yml"
CHANGES: dict[str, Change] = {
    "a word in a story": other("content/en/notes.md", "Once more", "Once again"),
    "a story's title": other("content/en/notes.md", "title: ", "title: Our own "),
    "a new story": more("content/en/more.md", "---\ntitle: More\nmenu: foot\n---\nWords.\n"),
    "a word in a statement": other(FACTS, "plans to invest", "intends to invest"),
    "an amount": other(FACTS, "quantity: about 400 people\n", "quantity: about 400 people\n      hedge: maybe\n"),
    "a status": other(FACTS, "status: done", "status: ongoing"),
    "a person's name": other("facts/people.yml", "Ada Claes", "Ada Maes"),
    "a doubt": other("facts/people.yml", "nobody in the council", "no person in the council"),
    "a place": other("facts/places.yml", "Belgium", "the Belgium of today"),
    "a publisher": other("facts/sources.yml", "The Herald", "The Evening Herald"),
    "an origin": other("facts/origins.yml", "own records", "own old records"),
    "a reason": other(DERIVED, "money need not flow evenly", "money does not flow evenly"),
    "a verdict": other(DERIVED, "verdict: with-care", "verdict: fair"),
    "a chart's title": other("content/charts.yml", "far more than before", "much more than before"),
    "a chart's row": other("content/charts.yml", "Before", "Until then"),
    "a correction": more("facts/corrections.yml", CORRECTION),
    "a fact that is no more": more("facts/removed.yml", REMOVED),
    "an interface word": more("content/en/words.yml", "facts: All we know\n"),
    "a template": more("templates/404.html", "{% extends 'base.html' %}{% block main %}Gone{% endblock %}\n"),
    "the day of the edition": other("mkdocs.yml", "2034-02-01", "2036-02-01"),
    "a line more in a file": other(FACTS, "- id: lamp-factory-plan", "# A comment\n\n- id: lamp-factory-plan"),
}


@pytest.mark.slow  # the edition is built twice for each kind of change
def test_after_every_kind_of_change_the_site_is_byte_for_byte_what_it_would_be_from_nothing(edition: Path) -> None:
    build(edition)
    for what, change in CHANGES.items():
        change(edition)
        build(edition)
        found = contents(edition / "site")
        for name in ("pages.sqlite", "files.sqlite"):
            (edition / ".cache/factbound" / name).unlink()
        shutil.rmtree(edition / ".cache/factbound/spare")
        build(edition)
        fresh = contents(edition / "site")
        assert sorted(found) == sorted(fresh), what
        assert [path for path in fresh if fresh[path] != found[path]] == [], what


def test_a_word_in_a_story_makes_that_story_and_what_lists_all_stories_and_a_comment_makes_nothing(
    edition: Path,
) -> None:
    build(edition)
    CHANGES["a word in a story"](edition)
    made = build(edition)
    assert "en/notes/" in made
    assert not {"en/", "data/facts.json"} & set(made)
    assert not [name for name in made if "/facts/" in name]
    CHANGES["a line more in a file"](edition)
    assert build(edition) == []


def test_a_word_in_a_statement_makes_the_pages_that_print_it_and_leaves_the_others(edition: Path) -> None:
    build(edition)
    CHANGES["a word in a statement"](edition)
    made = build(edition)
    assert {"en/", "en/facts/lamp-factory-plan/", "data/facts.json"} <= set(made)
    assert not {"en/facts/lumen-past-since/embed/", "en/corrections/"} & set(made)


@pytest.mark.parametrize("damage", [b"", b"no database", None])
def test_a_damaged_database_of_pages_gives_the_right_site(edition: Path, damage: bytes | None) -> None:
    build(edition)
    before = contents(edition / "site")
    place = edition / ".cache/factbound/pages.sqlite"
    if damage is None:  # pages that say something else, whole as the database goes
        with sqlite3.connect(place) as database:
            rows = database.execute("SELECT name, data FROM files").fetchall()
            database.executemany(
                "UPDATE files SET data = ? WHERE name = ?", [(data[:-3] + b"xyz", n) for n, data in rows]
            )
    else:
        place.write_bytes(damage)
    CHANGES["a line more in a file"](edition)
    build(edition)
    assert contents(edition / "site") == before


@pytest.mark.parametrize("lost", ["DELETE FROM files WHERE name LIKE '% files'", "SELECT 1"], ids=["lost", "there"])
def test_a_site_that_was_deleted_is_written_again(edition: Path, lost: str) -> None:
    build(edition)
    before = contents(edition / "site")
    for folder in (edition / "site", edition / ".cache/factbound/spare"):
        shutil.rmtree(folder)
    with sqlite3.connect(edition / ".cache/factbound/pages.sqlite") as database:
        database.execute(lost)
    assert build(edition) == []
    assert contents(edition / "site") == before


def test_another_edition_s_pages_are_not_taken(edition: Path, tmp_path: Path) -> None:
    build(edition)
    copy = tmp_path / "copy"
    shutil.copytree(edition, copy)
    other("mkdocs.yml", "The Lamp Factory", "Lamps of Ghent")(copy)
    made = build(copy)
    assert {"en/", "en/facts/lamp-factory-plan/"} <= set(made)


def test_what_is_kept_is_given_back_whole_or_not_at_all(tmp_path: Path) -> None:
    place = tmp_path / "folder" / "file"
    assert kept(place, lambda: b"words") == (b"words", False)
    assert kept(place, lambda: b"others") == (b"words", True)
    place.write_bytes(place.read_bytes()[:-1])
    assert recall(place) is None
    keep(place, b"anew")
    assert recall(place) == b"anew"
    assert [path.name for path in place.parent.iterdir()] == ["file"]


def test_a_cache_that_cannot_be_written_only_costs_time(edition: Path) -> None:
    (edition / ".cache").write_text("no folder\n")
    build(edition)
    found = contents(edition / "site")
    (edition / ".cache").unlink()
    build(edition)
    assert contents(edition / "site") == found


def test_drawings_that_no_build_asked_for_in_a_month_are_swept(edition: Path) -> None:
    build(edition)
    charts, cards = edition / ".cache/factbound/charts", edition / ".cache/factbound/cards"
    used = {path for folder in (charts, cards) for path in folder.iterdir()}
    late = time.time() - 31 * 24 * 60 * 60
    old, new = charts / f"gone-{'0' * 32}.json", cards / f"{'1' * 32}.png"
    for path in (old, new):
        keep(path, b"a drawing of what is not told any more")
    for path in (*used, old):
        os.utime(path, (late, late))
    CHANGES["a line more in a file"](edition)
    build(edition)
    assert {path for folder in (charts, cards) for path in folder.iterdir()} == {*used, new}


def test_what_nobody_asked_for_is_forgotten_and_what_another_program_made_is_not_taken(tmp_path: Path) -> None:
    place = tmp_path / "pages.sqlite"
    store = Store(place, "one")
    for name in ("a", "b"):
        store.put(name, name.encode())
    store.close()
    store = Store(place, "one")
    assert store.get("a") == b"a"
    store.close()
    assert Store(place, "one").get("b") is None
    assert Store(place, "two").get("a") is None
