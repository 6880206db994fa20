"""`tidy` on whole editions: which files, all of them or none, and what stays of their bytes."""

import shutil
from pathlib import Path

import pytest
from overlay import write
from places import ROOT

from factbound.commands.cli import main
from factbound.publish.writing import replace_files

EXTRA = "- id: extra\n  statement: {en: The factory stands by the water.}  # ours\n"
TIDY = "- id: extra\n  statement:  # ours\n    en: The factory stands by the water.\n"


def tidy(folder: Path, *arguments: str) -> int:
    return main(["--project", str(folder), "tidy", *arguments])


def files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def test_an_edition_is_tidied_once(edition: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(edition, {"facts/extra.yml": EXTRA, "content/en/words.yml": "facts: {one: fact, other: facts}\n"})
    before = files(edition)
    assert tidy(edition) == 0
    assert capsys.readouterr().out == "facts/extra.yml\ncontent/en/words.yml\n12 files, 2 of them tidied\n"
    assert (edition / "facts/extra.yml").read_text("utf-8") == TIDY
    assert {name for name, data in files(edition).items() if data != before[name]} == {
        "facts/extra.yml",
        "content/en/words.yml",
    }
    assert tidy(edition, "--check") == 0
    assert capsys.readouterr().out == "12 files, all tidy\n"


def test_a_check_names_what_is_not_tidy_and_writes_nothing(edition: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(edition, {"facts/extra.yml": EXTRA})
    before = files(edition)
    assert tidy(edition, "--check") == 1
    assert capsys.readouterr().err.startswith(
        "facts/extra.yml:2:14: from here on, the file is not in the tidy style [untidy]\n"
    )
    assert files(edition) == before


@pytest.mark.parametrize("broken", ["- [a\n", "-\tid: b\n\tc: d\n", "- id: a\n  id: b\n", "- &a b\n"])
def test_where_one_file_cannot_be_read_none_is_written(
    edition: Path, broken: str, capsys: pytest.CaptureFixture[str]
) -> None:
    write(edition, {"facts/extra.yml": EXTRA, "facts/other.yml": broken})
    before = files(edition)
    assert tidy(edition) == 1
    assert capsys.readouterr().err.startswith("facts/other.yml:")
    assert files(edition) == before


def test_windows_line_ends_stay_and_a_byte_order_mark_goes(edition: Path) -> None:
    path = edition / "facts/extra.yml"
    path.write_bytes(b"\xef\xbb\xbf" + EXTRA.replace("\n", "\r\n").encode())
    assert tidy(edition) == 0
    assert path.read_bytes() == TIDY.replace("\n", "\r\n").encode()
    assert tidy(edition, "--check") == 0


def test_files_and_folders_may_be_named(edition: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(edition, {"facts/extra.yml": EXTRA, "drafts/a.yml": EXTRA, "drafts/mkdocs.yml": "a: !ENV b\n"})
    assert tidy(edition, "drafts", "facts/units.yml") == 0
    assert capsys.readouterr().out == "drafts/a.yml\n2 files, 1 of them tidied\n"
    assert (edition / "facts/extra.yml").read_text("utf-8") == EXTRA
    assert tidy(edition, "nowhere") == 1
    assert "nowhere:1:1: there is no such file [unreadable]" in capsys.readouterr().err


def test_an_ordinary_site_has_its_charts_and_facts_tidied(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    site = shutil.copytree(ROOT / "examples/readthedocs", tmp_path / "site")
    write(site, {"graphiques.yml": "- {id: a, form: bars}\n", "preuves/extra.yml": EXTRA, "docs/other.yml": EXTRA})
    assert tidy(site) == 0
    out = capsys.readouterr().out.splitlines()
    assert out[:-1] == ["preuves/extra.yml", "graphiques.yml"]


def test_of_files_that_are_written_together_none_is_when_one_cannot_be(tmp_path: Path) -> None:
    write(tmp_path, {"a": "old", "b/c": "a folder stands where a file shall"})
    with pytest.raises(OSError):
        replace_files({tmp_path / "a": b"new", tmp_path / "b": b"new"})
    assert files(tmp_path) == {"a": b"old", "b/c": b"a folder stands where a file shall"}


def test_a_file_that_has_taken_its_place_is_put_back_when_the_next_cannot(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, {"a": "old", "b": "old"})
    replace = Path.replace

    def full(path: Path, target: Path) -> Path:
        if target.name == "b":
            raise OSError(28, "No space left on device")
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(OSError):
        replace_files({tmp_path / "a": b"new", tmp_path / "b": b"new"})
    assert files(tmp_path) == {"a": b"old", "b": b"old"}


def test_this_repository_s_own_yaml_is_tidy() -> None:
    assert tidy(ROOT, "--check") == 0
    assert tidy(ROOT, "--check", "examples", "factbound/scaffold", "factbound/words", "tests/editions/good") == 0
