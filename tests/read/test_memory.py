"""What was read in an edition's files is remembered by the next build of the same program."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from promised import full_edition

from factbound import edition
from factbound.edition import Manuscript
from factbound.mkdocs.settings import load, project_of
from factbound.read import book, memory, stories


@pytest.fixture
def again(tmp_path: Path) -> Callable[..., Manuscript]:
    """Reads the edition in a folder as a new process would, with what another one left, and tells what it read
    anew."""

    def reading(program: str = "one", anew: list[str] | None = None) -> Manuscript:
        memory._box.cache_clear()
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(edition, "program_digest", lambda: program)
            for module, name, at in ((book, "_entries", 1), (stories, "_told", 1)):
                patch.setattr(module, name, telling(getattr(module, name), at, [] if anew is None else anew))
            return edition.read(project_of(load(tmp_path / "edition")), keep=True)

    full_edition(tmp_path / "edition")
    return reading


def telling(function: Callable[..., Any], at: int, told: list[str]) -> Callable[..., Any]:
    def tells(*of: Any) -> Any:
        told.append(of[at])
        return function(*of)

    tells.__module__, tells.__qualname__ = function.__module__, function.__qualname__
    return tells


def test_what_another_process_read_is_what_this_one_would_read(again: Callable[..., Manuscript]) -> None:
    first, second = list[str](), list[str]()
    read_anew, recalled = again(anew=first), again(anew=second)
    assert {"facts/lamp-factory.yml", "content/charts.yml", "content/en/index.md"} <= {*first}
    assert not second
    assert recalled == read_anew


def test_what_has_changed_is_read_anew_and_problems_are_remembered(
    again: Callable[..., Manuscript], tmp_path: Path
) -> None:
    again()
    file = tmp_path / "edition" / "facts" / "lamp-factory.yml"
    file.write_text(f"{file.read_text('utf-8')}- id: Wrong\n", "utf-8")
    anew, later = list[str](), list[str]()
    found = again(anew=anew).problems
    assert anew == ["facts/lamp-factory.yml"]
    assert found
    assert again(anew=later).problems == found
    assert not later


def test_what_another_program_read_or_a_bit_turned_is_read_anew(
    again: Callable[..., Manuscript], tmp_path: Path
) -> None:
    anew, damaged = list[str](), list[str]()
    before = again()
    again("another", anew)
    assert "content/en/index.md" in anew
    place = tmp_path / "edition" / ".cache" / "factbound" / edition.FILES
    data = bytearray(place.read_bytes())
    for at in range(len(data) // 2, len(data), 512):
        data[at] ^= 1
    place.write_bytes(data)
    assert again("another", damaged) == before
    assert damaged
