"""Whatever somebody typed, and wherever nothing may be written: a problem with a place or a sentence, no traceback."""

import json
import os
import re
import socket
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest
import yaml
from overlay import GOOD, write
from places import ROOT

from factbound.commands import building
from factbound.commands.cli import main
from factbound.commands.streams import printable
from factbound.problems import Code
from factbound.publish import writing
from factbound.read.book import SHELVES
from factbound.read.markdown import body


def text(path: str) -> str:
    return (GOOD / path).read_text("utf-8") if (GOOD / path).exists() else ""


def told(capsys: pytest.CaptureFixture[str], edition: Path, *command: str, code: int) -> str:
    """What a command says on its way out; it ends with this code, and no bug is spoken of."""
    assert main(["--project", str(edition), *(command or ("check",))]) == code
    said = capsys.readouterr().err
    assert "Traceback" not in said
    assert "bug" not in said
    return said


@pytest.mark.parametrize(
    "name", [*(f"facts/{shelf}.yml" for shelf in sorted(SHELVES)), "facts/lamp-factory.yml", "content/charts.yml"]
)
@pytest.mark.parametrize(
    "alone", ["- \n", "-\n-\n", "- - a\n", "- null\n", "- 5\n", "- {}\n", "- []\n", '- ""\n', "- {? [a]: b}\n"]
)
def test_where_an_entry_starts_anything_may_stand(
    edition: Path, capsys: pytest.CaptureFixture[str], name: str, alone: str
) -> None:
    write(edition, {name: f"{text(name)}\n{alone}"})
    assert f"{name}:" in told(capsys, edition, code=1)


@pytest.mark.parametrize(
    "value",
    ["2034-02-30", "2034-13-01", "2031", '"2031-W01-1"', '"20310101"', "[1]", "true", "99999-01-01", "[" * 5000],
)
def test_a_day_that_is_none_is_a_wrong_setting(edition: Path, capsys: pytest.CaptureFixture[str], value: str) -> None:
    write(edition, {"mkdocs.yml": text("mkdocs.yml").replace('"2034-02-01"', value)})
    said = told(capsys, edition, code=2)
    assert not said or said.startswith("mkdocs.yml")


SETTINGS = [
    *("site_name", "site_url", "docs_dir", "strict", "theme", "theme.name", "theme.custom_dir", "plugins"),
    *("plugins.0", "plugins.0.factbound", "hooks", "nav", "markdown_extensions", "validation", "extra", "exclude_docs"),
    *(f"plugins.0.factbound.{key}" for key in ("name", "languages", "contact", "as_of", "license", "facts", "gate")),
]
KINDS = [None, True, 12, 1.5, "", "x", "../..", "\x07", [], [None], [[]], {}, {"x": None}, {"": {}}, date(2031, 1, 1)]


@pytest.mark.parametrize("setting", SETTINGS)
def test_a_setting_of_any_kind_ends_in_words(edition: Path, capsys: pytest.CaptureFixture[str], setting: str) -> None:
    for value in KINDS:
        config = at = yaml.safe_load(text("mkdocs.yml"))
        *way, last = (int(key) if key.isdecimal() else key for key in setting.split("."))
        for key in way:
            at = at[key]
        at[last] = value
        write(edition, {"mkdocs.yml": yaml.safe_dump(config)})
        assert main(["--project", str(edition), "check"]) in {0, 1, 2}, (setting, value)
        assert "Traceback" not in capsys.readouterr().err


@pytest.mark.slow  # numbers of hundreds of digits
@pytest.mark.parametrize("amount", ["1_000_000_000_000_000", "987_654_321_000_000_000_000", "9" * 30, "0." + "1" * 28])
def test_amounts_of_any_size_are_spelled(edition: Path, amount: str) -> None:
    facts = text("facts/lamp-factory.yml").replace("more than 12_000_000 EUR", f"more than {amount} EUR")
    write(edition, {"facts/lamp-factory.yml": facts.replace(": 12_000_000 EUR", f": {amount} EUR")})
    assert main(["--project", str(edition), "build"]) == 0


@pytest.mark.parametrize(
    "make",
    [
        lambda path: path.mkdir(),
        os.mkfifo,
        lambda path: path.symlink_to("nowhere"),
        lambda path: path.write_bytes(b"\xff"),
    ],
)
@pytest.mark.parametrize("command", ["verify", "coverage"])
def test_whatever_is_in_an_archive_is_a_problem_or_a_text(
    edition: Path, capsys: pytest.CaptureFixture[str], make: Callable[[Path], None], command: str
) -> None:
    make(edition / "archive/odd-2031.txt")
    assert "odd-2031.txt:1:1: " in told(capsys, edition, command, "--archive", str(edition / "archive"), code=1)


@pytest.mark.parametrize(
    ("name", "template", "reason"),
    [
        ("parts.html", "{{ 1 / 0 }}", "ZeroDivisionError"),
        ("base.html", "{% extends 'base.html' %}", "the template extends itself"),
        ("base.html", "{% include 'fact.html' %}{{ nothing.at.all }}", "without end"),
        ("fact.html", "{{ view.id.nothing() }}", "nothing called"),
        ("fact.html", "{% for %}", "Expected"),
        ("story.html", "{{ [1] + 'a' }}", "TypeError"),
        ("story.html", "{% include 'none.html' %}", "none.html"),
        ("feed.xml", "{{ [][1] | upper }}", "no element"),
    ],
)
def test_a_template_that_errs_is_a_problem(
    edition: Path, capsys: pytest.CaptureFixture[str], name: str, template: str, reason: str
) -> None:
    write(edition, {f"templates/{name}": template})
    said = told(capsys, edition, "build", code=1)
    assert "[bad-template]" in said
    assert reason in said


def test_a_template_that_is_not_utf8_is_a_problem(edition: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (edition / "templates/base.html").write_bytes(b"caf\xe9")
    assert "not UTF-8" in told(capsys, edition, "build", code=1)


@pytest.mark.parametrize("picture", ["en/share.png", "en/INDEX.svg"])
def test_a_picture_named_like_what_a_build_makes_is_a_problem(
    edition: Path, capsys: pytest.CaptureFixture[str], picture: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    from factbound import edition as editions

    card = SimpleNamespace(file=lambda: b"card", digest=lambda: "card")
    monkeypatch.setattr(editions, "draw_cards", lambda *_: {"en/share.png": card, "en/index.svg": card})
    write(edition, {f"content/{picture}": "<svg/>"})
    assert f"content/{picture}:1:1: a build makes a file of this name [unknown-file]" in told(
        capsys, edition, "build", code=1
    )


ODD = [
    *("", "{", "[]", "5", '"a"', "null", "{}", '{"facts": 5}', '{"facts": [1]}', '{"facts": [{}]}', "[" * 100_000),
    '{"facts": [{"id": "a"}]}',
    '{"facts": [{"id": "a", "statement": "x", "readings": [5]}]}',
    '{"facts": [{"id": "a", "statement": {}, "readings": [], "quantity": 5}]}',
    '{"facts": [{"id": "a", "statement": {"en": "x"}, "readings": [], '
    '"derivation": {"operation": "a", "inputs": 5, "verdict": 1}}]}',
]


@pytest.mark.parametrize("odd", ODD)
def test_diff_takes_any_file_and_says_what_it_is_not(
    edition: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], odd: str
) -> None:
    (tmp_path / "odd.json").write_text(odd, "utf-8")
    whole = {"id": "a", "statement": {"en": "x"}, "readings": [], "quantity": None}
    (tmp_path / "whole.json").write_text(json.dumps({"facts": [whole]}), "utf-8")
    for pair in (("odd.json", "whole.json"), ("whole.json", "odd.json"), ("odd.json", "odd.json")):
        assert "nothing to compare" in told(capsys, edition, "diff", *(str(tmp_path / name) for name in pair), code=2)


@pytest.mark.slow  # four programs are started
def test_a_port_that_is_taken_is_said(edition: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        address = f"127.0.0.1:{taken.getsockname()[1]}"
        for place in (address, "nonsense", "127.0.0.1:99999999", "256.1.1.1:80"):
            done = run("--project", str(edition), "serve", "--address", place)
            assert done.returncode == 2, done.stderr
            said = ("cannot be served at", "nothing is served", "is no address", "is no port")
            assert any(words in done.stderr for words in said), done.stderr
            assert "Traceback" not in done.stderr


def run(*arguments: str, **environment: str) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, str(ROOT / "build.py"), "--no-bootstrap", *arguments]
    return subprocess.run(
        command,
        capture_output=True,
        text=True,
        env={**os.environ, **environment},
        check=False,
        timeout=60,
        errors="replace",
    )


def test_a_console_that_is_not_utf8_shows_what_it_can(edition: Path) -> None:
    write(edition, {"content/en/extra.md": "---\ntitle: Extra\n---\n\nIt costs 7.\n"})
    done = run("--project", str(edition), "check", PYTHONIOENCODING="ascii", PYTHONUTF8="0", LC_ALL="C")
    assert done.returncode == 1
    assert "\\u201c7\\u201d [bare-number]" in done.stderr


WRITING = [
    *(
        ["build"],
        ["build", "--zip"],
        ["sheet"],
        ["schemas"],
        ["new", "fact", "a-new-fact"],
        ["new", "story", "en/harbour"],
    ),
    ["verify", "--archive", "ARCHIVE"],
    ["new", "edition", "archive/gazette-2031.txt/x"],
]


@pytest.mark.parametrize("command", WRITING)
def test_where_nothing_may_be_written_a_line_says_so(
    edition: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, command: list[str]
) -> None:
    """A disk that is read-only answers so to everybody, root too."""
    monkeypatch.chdir(edition)
    made = os.open

    def read_only(path: "os.PathLike[str] | str", flags: int, *more: int, **named: int) -> int:
        if flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT):
            raise OSError(30, os.strerror(30), os.fspath(path))
        return made(path, flags, *more, **named)

    def no_folder(path: "os.PathLike[str] | str", *_: int) -> None:
        raise OSError(30, os.strerror(30), os.fspath(path))

    monkeypatch.setattr(os, "open", read_only)
    monkeypatch.setattr(os, "mkdir", no_folder)
    arguments = [str(edition / "archive") if word == "ARCHIVE" else word for word in command]
    assert main(["--project", str(edition), *arguments]) in {1, 2}
    said = capsys.readouterr().err
    assert "Read-only file system" in said or "Not a directory" in said
    assert not re.search(r"\.\w{8}: |building-", said), "a name that nobody has heard of"
    assert "bug" not in said


@pytest.mark.parametrize(("command", "file"), [(["new", "fact", "a-new-fact"], "a-new-fact.yml"), (["build"], "site")])
def test_a_disk_that_is_full_is_said_of_the_file_that_somebody_knows(
    edition: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, command: list[str], file: str
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, os.strerror(28))

    monkeypatch.setattr(os, "fsync", full)
    monkeypatch.setattr(os, "link", full)
    monkeypatch.setattr(writing, "_create", full)
    assert main(["--project", str(edition), *command]) == 1
    said = capsys.readouterr().err
    assert re.search(rf"\b{file}(:1:1)?: (cannot be written: )?No space left", said), said


def test_a_bug_is_called_one_and_debug_shows_where(
    edition: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> int:
        raise KeyError("a thing that nobody foresaw\x1b[2J")

    monkeypatch.setattr(building, "inputs_digest", broken)
    assert main(["--project", str(edition), "build"]) == 3
    said = capsys.readouterr().err
    assert said.startswith("this is a bug of factbound, and not of your files: KeyError: ")
    assert "--debug" in said
    assert "\x1b" not in said
    with pytest.raises(KeyError):
        main(["--project", str(edition), "build", "--debug"])


# --- Signs that nobody sees -------------------------------------------------------------------------------------------

UNSEEN = ["\ufffe", "\uffff", "\ufdd0", "\U0001fffe", "\U0010ffff", "\u202e", "\x0b", "\U000e0041"]


@pytest.mark.parametrize("sign", UNSEEN)
@pytest.mark.parametrize(
    ("path", "before"),
    [
        ("content/charts.yml", "The plan"),
        ("content/en/index.md", "A lamp factory"),
        ("content/en/notes.md", "Notes"),
        ("facts/people.yml", "Ada Claes"),
        ("facts/lamp-factory.yml", "Lumen plans"),
        ("facts/sources.yml", "Gazette"),
        ("mkdocs.yml", "The Lamp Factory"),
    ],
)
def test_a_sign_that_nobody_sees_is_refused_wherever_it_is_typed(
    edition: Path, capsys: pytest.CaptureFixture[str], sign: str, path: str, before: str
) -> None:
    assert before in text(path)
    write(edition, {path: text(path).replace(before, f"{before}{sign}", 1)})
    said = told(capsys, edition, code=2 if path == "mkdocs.yml" else 1)
    assert sign not in said


def test_it_is_refused_as_an_escape_too(edition: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(edition, {"facts/people.yml": text("facts/people.yml").replace("name: Ada Claes", 'name: "Ada\\uFFFE"')})
    assert "U+FFFE" in told(capsys, edition, code=1)


@pytest.mark.parametrize("sign", ["\x1b[2J", "\x07", "\x9b", "\u202e"])
def test_what_is_printed_moves_no_cursor(sign: str) -> None:
    assert printable(f"a{sign}b").isprintable()


# --- What would take for ever -----------------------------------------------------------------------------------------

LONG = {
    "brackets": "[" * 40_000,
    "pictures": "![" * 8000,
    "links": "[a](" * 8000,
    "mentions": "[[a" * 8000,
    "lists": "\n".join(f"{'    ' * depth}- a" for depth in range(1000)),
    "tabs": "\n".join(f"{chr(9) * depth}- a" for depth in range(300)),
    "lists in a line": "- " * 2000 + "a",
    "quotations": ">" * 3000 + " a",
    "a word": "a" * 900_000,
    "numbers glued": "1," * 20_000,
    "number words glued": "twenty-" * 5000,
    "empty lines": "\n" * 200_000 + "a",
}


@pytest.mark.parametrize("long", LONG.values(), ids=LONG)
def test_what_would_take_for_ever_is_refused(long: str) -> None:
    problems: list[object] = []
    body(long, "en", "content/en/long.md", 1, problems)  # type: ignore[arg-type]
    assert Code.YAML_LIMIT in {problem.code for problem in problems}  # type: ignore[attr-defined]


def test_what_is_only_long_is_read() -> None:
    problems: list[object] = []
    table = "| a | b |\n| --- | --- |\n" + "| [a](b.md) | [c](d.md) |\n" * 500
    lists = "\n".join(f"{'    ' * depth}- a" for depth in range(15))
    code = f"```\n{'[' * 500}\n```"
    text = "\n\n".join([table, lists, code, "[a](b.md) " * 500, "A long story. " * 5000])
    body(text, "en", "content/en/long.md", 1, problems)  # type: ignore[arg-type]
    assert problems == []
