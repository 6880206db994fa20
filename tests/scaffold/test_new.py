"""Starting anew: a whole edition that holds, and entries whose gaps `check` names one by one."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from overlay import write
from places import ROOT

from factbound.commands.cli import main
from factbound.read.book import LOCK


@pytest.fixture
def tram(tmp_path: Path) -> Path:
    """A new edition."""
    folder = tmp_path / "tram"
    assert main(["new", "edition", str(folder)]) == 0
    return folder


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


def at(folder: Path, *arguments: str) -> int:
    return main(["--project", str(folder), *arguments])


def problems(folder: Path, capsys: pytest.CaptureFixture[str]) -> str:
    capsys.readouterr()
    assert at(folder, "check") == 1
    return capsys.readouterr().err


# --- An edition ------------------------------------------------------------------------------------------------------


def test_a_new_edition_holds_from_its_first_minute(tram: Path, capsys: pytest.CaptureFixture[str]) -> None:
    archive = str(tram / "archive")
    assert [
        at(tram, *command)
        for command in (["check"], ["verify", "--archive", archive], ["coverage", "--archive", archive], ["build"])
    ] == [0] * 4
    told = capsys.readouterr()
    assert told.err == ""
    assert "9 figures, 12 readings, 2 stories, 0 problems" in told.out
    assert "0 uncovered" in told.out
    assert (tram / "site/en/index.html").exists()


def test_its_readings_are_verified_when_it_is_made(tram: Path) -> None:
    lock = (tram / "facts" / LOCK).read_bytes()
    assert at(tram, "verify", "--archive", str(tram / "archive")) == 0
    assert (tram / "facts" / LOCK).read_bytes() == lock


def test_it_holds_what_an_edition_needs(tram: Path) -> None:
    assert {
        ".gitattributes",
        ".gitignore",
        "README.md",
        "build.py",
        "mkdocs.yml",
        "templates/assets/look.css",
        "schemas/facts.json",
        "archive/courier-2031.txt",
    } <= files(tram).keys()


def test_git_would_not_take_its_articles(tram: Path) -> None:
    subprocess.run(["git", "init", "-q"], cwd=tram, check=True)
    subprocess.run(["git", "add", "-A"], cwd=tram, check=True)
    kept = subprocess.run(["git", "ls-files"], cwd=tram, check=True, capture_output=True, text=True).stdout.split()
    assert "facts/evidence.lock" in kept
    assert [name for name in kept if name.startswith(("archive/", "site/", ".cache/"))] == []


@pytest.mark.slow  # a program of its own starts a new edition
@pytest.mark.parametrize(
    "command",
    [["build.py", "check"], ["build.py", "--no-bootstrap", "build"], ["-m", "mkdocs", "build", "--quiet"]],
    ids=" ".join,
)
def test_it_stands_on_its_own_where_factbound_is_installed(tram: Path, command: list[str]) -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    run = subprocess.run(
        [sys.executable, *command], cwd=tram, env=environment, capture_output=True, text=True, check=False
    )
    assert (run.returncode, run.stderr) == (0, "")


def test_each_place_to_fill_in_is_told_once(tram: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for kind in ("source", "origin", "person", "place", "measure", "unit", "fact", "derived", "promise", "chart"):
        assert at(tram, "new", kind, f"my-{kind}-2031") == 0
    assert at(tram, "new", "story", "en/mine") == 0
    capsys.readouterr()
    assert at(tram, "check") == 1
    lines = [line for line in capsys.readouterr().err.splitlines() if line.endswith("]") and line[0] != " "]
    places = [line.split(": ")[0] for line in lines]
    assert len(places) > 30
    assert sorted(set(places)) == sorted(places)


def test_a_python_without_factbound_is_told_so(tram: Path) -> None:
    command = [sys.executable, "-S", "-I", "build.py", "check"]  # without what is installed
    run = subprocess.run(command, cwd=tram, capture_output=True, text=True, check=False)
    assert (run.returncode, run.stdout) == (2, "")
    assert run.stderr.startswith("factbound is not in this Python, ")
    assert "Traceback" not in run.stderr


def test_an_empty_folder_is_as_good_as_none(tmp_path: Path) -> None:
    (tmp_path / "here").mkdir()
    assert main(["new", "edition", str(tmp_path / "here")]) == 0
    assert (tmp_path / "here/mkdocs.yml").exists()


def test_a_folder_with_something_in_it_is_left_as_it_is(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(tmp_path / "mine", {"notes.txt": "mine"})
    assert main(["new", "edition", str(tmp_path / "mine")]) == 2
    assert "mine is not empty" in capsys.readouterr().err
    assert files(tmp_path) == {"mine/notes.txt": b"mine"}


# --- Entries ---------------------------------------------------------------------------------------------------------


def test_a_new_source_is_added_to_the_sources_and_its_gaps_are_named(
    tram: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = (tram / "facts/sources.yml").read_text("utf-8")
    assert at(tram, "new", "source", "gazette-2032") == 0
    assert capsys.readouterr().out.endswith("facts/sources.yml:57: fill it in; check says what is missing\n")
    assert (tram / "facts/sources.yml").read_text("utf-8").startswith(before)
    said = problems(tram, capsys)
    for key in ("language", "address", "name", "date", "origin", "origin_known", "about", "paragraphs"):
        assert f"hint: {key}: " in said
    assert said.endswith("8 problems\n")


def test_a_new_fact_has_a_file_of_its_own_and_its_gaps_are_named(
    tram: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert at(tram, "new", "fact", "depot-cost") == 0
    assert (
        (tram / "facts/depot-cost.yml")
        .read_text("utf-8")
        .startswith("# yaml-language-server: $schema=../schemas/facts.json\n")
    )
    said = problems(tram, capsys)
    for key in ("statement", "subject", "source", "paragraph", "printed"):
        assert f"hint: {key}: " in said
    assert "one of these has to stand here: announced, planned" in said
    assert said.endswith("6 problems\n")


@pytest.mark.parametrize("name", ["tram", "tram.yml"])
def test_a_new_fact_is_added_to_the_file_that_is_named(tram: Path, name: str) -> None:
    before = (tram / "facts/tram.yml").read_text("utf-8")
    assert at(tram, "new", "fact", "depot-cost", "--file", name) == 0
    after = (tram / "facts/tram.yml").read_text("utf-8")
    assert after.startswith(before)
    assert "- id: depot-cost\n" in after


def test_a_file_without_a_last_line_end_is_added_to_all_the_same(tram: Path) -> None:
    path = tram / "facts/tram.yml"
    path.write_text(path.read_text("utf-8").rstrip("\n"), "utf-8")
    assert at(tram, "new", "fact", "depot-cost", "--file", "tram") == 0
    assert "said_by: ines-varga\n# A fact" in path.read_text("utf-8")


def test_a_new_story_needs_a_title_and_then_holds(tram: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert at(tram, "new", "story", "en/depot") == 0
    assert "content/en/depot.md:2:7: something has to stand here [bad-value]" in problems(tram, capsys)
    path = tram / "content/en/depot.md"
    path.write_text(path.read_text("utf-8").replace("title:", "title: The depot #"), "utf-8")
    assert at(tram, "check") == 0


def test_texts_are_asked_for_in_every_language(edition: Path) -> None:
    settings = (edition / "mkdocs.yml").read_text("utf-8")
    write(edition, {"mkdocs.yml": settings.replace("languages: [en]", "languages: [en, nl]")})
    assert at(edition, "new", "fact", "depot-cost") == 0
    assert '\n    en: ""\n    nl: ""\n' in (edition / "facts/depot-cost.yml").read_text("utf-8")


REFUSED = [
    (["source", "courier-2031"], 'the id "courier-2031" is taken'),
    (["source", "Courier 2031"], '"Courier 2031" is not an id'),
    (["fact", "tram-cost"], 'the id "tram-cost" is taken'),
    (["fact", "tram-city-share"], 'the id "tram-city-share" is taken'),
    (["fact", "tram--cost"], '"tram--cost" is not an id'),
    (["fact", "depot-cost", "--file", "../tram"], '"../tram" is not an id'),
    (["story", "index"], '"index" names no place: write LANGUAGE/NAME'),
    (["story", "fr/depot"], '"fr" is no language of this edition, which has en'),
    (["story", "en/index"], "content/en/index.md is there already"),
    (["story", "en/facts"], 'a story cannot be called "facts"'),
    (["story", "en/../x"], '".." is not an id'),
]


@pytest.mark.parametrize(("arguments", "said"), REFUSED, ids=[" ".join(arguments) for arguments, _ in REFUSED])
def test_what_cannot_be_started_is_refused_and_nothing_is_written(
    tram: Path, arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = files(tram)
    assert at(tram, "new", *arguments) == 2
    assert said in capsys.readouterr().err
    assert files(tram) == before


@pytest.mark.parametrize("file", ["derived", "sources", "units"])
def test_a_fact_goes_into_no_file_of_another_kind(tram: Path, file: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert at(tram, "new", "fact", "depot-cost", "--file", file) == 2
    assert f"facts/{file}.yml holds no facts" in capsys.readouterr().err


def test_the_schemas_of_an_edition_can_be_written_anew(tram: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tram / "schemas/facts.json").write_text("{}", "utf-8")
    assert at(tram, "schemas") == 0
    assert capsys.readouterr().out.endswith("schemas: 17 schemas\n")
    assert "ids.json#/definitions/people" in (tram / "schemas/facts.json").read_text("utf-8")
    assert at(tram, "schemas", "--general") == 0
    assert (tram / "schemas/facts.json").read_bytes() == (ROOT / "factbound/schemas/facts.json").read_bytes()


def test_the_scaffold_and_the_schemas_go_into_the_wheel(tmp_path: Path) -> None:
    from zipfile import ZipFile

    from flit_core.wheel import make_wheel_in

    wheel = make_wheel_in(ROOT / "pyproject.toml", tmp_path).file
    names = ZipFile(wheel).namelist()
    for path in [*(ROOT / "factbound/scaffold").rglob("*"), *(ROOT / "factbound/schemas").iterdir()]:
        if path.is_file() and "__pycache__" not in path.parts:
            assert path.relative_to(ROOT).as_posix() in names
    entry = next(name for name in names if name.endswith("entry_points.txt"))
    assert "factbound=factbound.__main__:console" in ZipFile(wheel).read(entry).decode()


GAPS = {
    "origin": ("origins", ("name", "kind", "by")),
    "person": ("people", ("name", "voice")),
    "place": ("places", ("name", "kind")),
    "measure": ("measures", ("name", "dimension")),
    "unit": ("units", ("name",)),
    "derived": ("derived", ("statement", "derive", "verdict", "why")),
    "promise": ("promises", ("promise", "by", "facts")),
    "chart": ("charts", ("title", "alt", "figures")),
}


@pytest.mark.parametrize("kind", GAPS)
def test_an_entry_of_each_kind_stands_where_it_belongs_and_its_gaps_are_named(
    kind: str, tram: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert at(tram, "new", kind, "lantern") == 0
    shelf, keys = GAPS[kind]
    path = f"{'content' if kind == 'chart' else 'facts'}/{shelf}.yml"
    line = next(n for n, each in enumerate((tram / path).read_text("utf-8").splitlines(), 1) if each == "- id: lantern")
    said = problems(tram, capsys)
    where = (tram / path).read_text("utf-8").splitlines()
    told = {int(each.split(":")[1]) for each in said.splitlines() if each.startswith(f"{path}:")}
    assert min(told) > line
    for key in keys:
        first = next(n for n, each in enumerate(where[line:], line + 1) if each.lstrip(" -").startswith(f"{key}:"))
        assert any(first <= each <= first + 3 for each in told), key


def test_a_correction_is_one_of_a_figure(tram: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert at(tram, "new", "correction", "tram-cots") == 2
    assert 'there is no figure "tram-cots"; did you mean "tram-cost"' in capsys.readouterr().err
    assert at(tram, "new", "correction", "tram-cost") == 0
    assert "- fact: tram-cost\n" in (tram / "facts/corrections.yml").read_text("utf-8")
    assert "facts/corrections.yml:4:8: something has to stand here" in problems(tram, capsys)


def test_a_new_source_is_filled_in_with_what_its_text_tells(tram: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(tram, {"archive/gazette-2032.txt": "Work: it has begun\n\nThe depot of the tram is to cost 7 million.\n"})
    assert at(tram, "new", "source", "gazette-2032") == 0
    text = (tram / "facts/sources.yml").read_text("utf-8")
    assert "  language: en                          # of its printed words" in text
    assert '\n  title: "Work: it has begun"' in text
    assert "  paragraphs: 2 " in text
    said = problems(tram, capsys)
    assert "hint: language" not in said
    assert said.endswith("6 problems\n")
