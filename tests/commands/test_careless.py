"""Every command and every option, as somebody careless or hostile calls it: a line that says what is wrong, and nothing
that is lost, left half done, or waited for without end."""

import argparse
import contextlib
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from places import ROOT

from factbound import edition as editions
from factbound.commands import cli
from factbound.commands.cli import main
from factbound.commands.streams import printable
from factbound.publish import locks
from factbound.publish.locks import locked

FIT: dict[str, str] = {
    "archive": "archive",
    "language": "fr",
    "source": "gazette-2031",
    "url": "http://127.0.0.1:9/",
    "id": "a-new-id",
    "place": "en/harbour",
    "folder": "new",
    "old": ".",
}
"""What fits an argument that a command needs."""
Call = tuple[tuple[str, ...], argparse.Action]


def calls(parser: argparse.ArgumentParser, before: tuple[str, ...] = ()) -> Iterator[Call]:
    """Each argument that takes words, with the command that it belongs to and what else that needs."""
    below = [each for each in parser._actions if isinstance(each, argparse._SubParsersAction)]
    own = [each for each in parser._actions if each not in below and each.nargs != 0]
    needed = {
        each: (*each.option_strings[-1:], FIT[each.dest])
        for each in own
        if each.required and not (each.option_strings == [] and each.nargs in {"?", "*", argparse.REMAINDER})
    }
    for action in own if before else ():
        others = (word for each, words in needed.items() if each is not action for word in words)
        yield (*before, *others), action
    for each in below:
        for name, command in each.choices.items():
            if name != "test":  # whose arguments are pytest's
                yield from calls(command, (*before, name))


CALLS = list(calls(cli._parser("python build.py")))
NAMES = [f"{' '.join(words)} {action.option_strings or action.dest}" for words, action in CALLS]


def ended(edition: Path, call: Call, value: str) -> int:
    words, action = call
    given = [f"{action.option_strings[-1]}={value}"] if action.option_strings else [value]
    if action.dest == "project":
        return code_of(*words, *given)
    return code_of("--project", str(edition), *words, *given)


def code_of(*arguments: str) -> int:
    try:
        return main(arguments)
    except SystemExit as ended:
        return int(ended.code or 0)


@pytest.fixture(autouse=True)
def inside(edition: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(edition)


@pytest.mark.parametrize("call", CALLS, ids=NAMES)
def test_a_variable_that_was_never_set_is_a_wrong_call(
    edition: Path, capsys: pytest.CaptureFixture[str], call: Call
) -> None:
    for unset in ("", "  "):
        assert ended(edition, call, unset) == 2
        assert capsys.readouterr().err.strip()


@pytest.mark.parametrize("call", CALLS, ids=NAMES)
def test_what_moves_a_cursor_is_refused_and_spelled_out(
    edition: Path, capsys: pytest.CaptureFixture[str], call: Call
) -> None:
    for sign in ("\x1b[2J", "\x9b", "\u202e"):
        assert ended(edition, call, f"a{sign}b") in {1, 2}
        told = "".join(capsys.readouterr())
        assert told == printable(told)
        assert "bug" not in told


@pytest.mark.parametrize("call", [each for each in CALLS if each[1].type is cli._path])
def test_a_link_that_leads_to_itself_is_no_bug(edition: Path, capsys: pytest.CaptureFixture[str], call: Call) -> None:
    (edition / "loop").symlink_to("loop")
    assert ended(edition, call, str(edition / "loop")) in {0, 1, 2}
    assert "bug" not in capsys.readouterr().err


def test_what_is_printed_shows_its_colours_and_nothing_else(edition: Path, capsys: pytest.CaptureFixture[str]) -> None:
    name = edition / "archive/odd\x1b[31m\x1b[2J.txt"
    name.write_text("A text.\n", "utf-8")
    assert main(["--project", str(edition), "verify", "--archive", str(edition / "archive")]) == 0
    assert "odd\\u001b[31m\\u001b[2J.txt: the text of no source" in capsys.readouterr().out


@pytest.mark.parametrize("port", ["-1", "65536", "9" * 400, "1e3", "nan", "8000.0", "eighty"])
def test_a_port_that_is_none_is_a_wrong_call(capsys: pytest.CaptureFixture[str], port: str) -> None:
    for words in (("desk", "--archive", "archive", f"--port={port}"), ("serve", f"--address=127.0.0.1:{port}")):
        assert code_of(*words) == 2
        assert "is no port, from 0 to 65535" in capsys.readouterr().err


@pytest.mark.parametrize("address", ["8000", "127.0.0.1", ":8000", "http://127.0.0.1:8000", "a b:80", "[::1]:8000"])
def test_an_address_that_is_none_is_a_wrong_call(capsys: pytest.CaptureFixture[str], address: str) -> None:
    assert code_of("serve", f"--address={address}") == 2
    told = capsys.readouterr()
    assert "is no address, such as 127.0.0.1:8000" in told.err
    assert told.out == ""


@pytest.mark.parametrize("epoch", ["soon", "", "1.5", "-1", "9" * 30])
def test_a_day_in_the_environment_that_is_none_is_said(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, epoch: str
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    assert main(["build"]) == 2
    assert "SOURCE_DATE_EPOCH: " in capsys.readouterr().err


# --- Streams ----------------------------------------------------------------------------------------------------------


def shell(edition: Path, line: str) -> "subprocess.CompletedProcess[str]":
    """A line of a shell, in which FB is factbound in an edition."""
    program = f"'{sys.executable}' '{ROOT / 'build.py'}' --no-bootstrap --project '{edition}'"
    return subprocess.run(
        ["bash", "-c", f"set -o pipefail; {line.replace('FB', program)}"],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": ""},
    )


@pytest.mark.slow  # a dozen programs are started
@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("FB check >&-", 0),
        ("FB check 2>&-", 0),
        ("FB check <&-", 0),
        ("FB check <&- >&- 2>&-", 0),
        ("FB explain nothing >&- 2>&-", 1),
        ("FB amounts --language en <&-", 0),
        ("FB --help | head -1", 0),
        ("FB --print-completion bash | head -1", 0),
        ("FB explain bare-number | head -1", 0),
        ("FB check >/dev/full", 1),
        ("FB --help >/dev/full", 1),
        ("FB check >/dev/full 2>&1", 1),
    ],
)
def test_a_stream_that_is_closed_or_full_is_no_bug(edition: Path, line: str, code: int) -> None:
    done = shell(edition, line)
    assert done.returncode == code, done.stderr
    assert "Traceback" not in done.stderr
    assert "Exception ignored" not in done.stderr
    assert ("No space left" in done.stderr) == line.endswith("/dev/full")


# --- Signals ----------------------------------------------------------------------------------------------------------

EARLY = """
import os, runpy, signal, sys

class Interrupted:
    def find_spec(self, name, *more):
        if name == {name!r}:
            os.kill(os.getpid(), signal.SIGINT)

sys.meta_path.insert(0, Interrupted())
signal.signal(signal.SIGINT, signal.default_int_handler)
sys.argv = ["factbound", "--no-bootstrap", "check"]
"""


BUILD = f"runpy.run_path({str(ROOT / 'build.py')!r}, run_name='__main__')"
COMMAND = "runpy._run_module_as_main('factbound')"


@pytest.mark.parametrize(
    ("program", "name"),
    [(BUILD, "gc"), (BUILD, "factbound.commands.cli"), (COMMAND, "factbound.commands.cli")],
)
def test_ctrl_c_while_a_program_begins_ends_it_without_a_word(edition: Path, program: str, name: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", EARLY.format(name=name) + program],
        cwd=edition,
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert (done.returncode, done.stderr) == (-signal.SIGINT, b"")


def test_nothing_is_loaded_by_naming_factbound() -> None:
    lean = "import sys; before = set(sys.modules); import factbound; print(sorted(set(sys.modules) - before))"
    program = f"import sys; sys.path.insert(0, {str(ROOT)!r}); {lean}"
    done = subprocess.run([sys.executable, "-Sc", program], capture_output=True, text=True, check=False)
    assert done.stdout == "['factbound']\n"


@pytest.mark.parametrize("kind", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_command_that_is_told_to_end_leaves_nothing_half_done(
    edition: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, kind: signal.Signals
) -> None:
    usual = signal.default_int_handler if kind is signal.SIGINT else signal.SIG_DFL
    answer = signal.signal(kind, usual)  # whoever runs the tests in the background may have it ignored
    monkeypatch.setattr(editions, "verify", lambda *_: os.kill(os.getpid(), kind))
    before = sorted(edition.iterdir())
    try:
        assert main(["new", "edition", "new"]) == 130
        assert signal.getsignal(kind) is usual
    finally:
        signal.signal(kind, answer)
    assert "stopped" in capsys.readouterr().err
    assert sorted(edition.iterdir()) == before


@pytest.mark.parametrize("step", ["_parser", "_with_default", "_run"])
def test_ctrl_c_at_any_step_of_a_command_is_one_line(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(cli, step, interrupted)
    assert main(["check"]) == 130
    assert capsys.readouterr().err == "stopped; the published site is as it was\n"


# --- Two at once ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "command", [["new", "person", "bob"], ["new", "story", "en/b"], ["tidy"], ["po", "import", "fr"]]
)
def test_what_another_one_writes_meanwhile_is_not_lost(
    edition: Path, monkeypatch: pytest.MonkeyPatch, command: list[str]
) -> None:
    people = edition / "facts/people.yml"
    people.write_text(people.read_text("utf-8").replace("voice: ", "voice:    "), "utf-8")
    assert main(["po", "export", "fr"]) == 0
    waited = []

    @contextlib.contextmanager
    def until_the_other_one_is_done(folder: Path) -> Iterator[None]:
        waited.append(folder)
        people.write_text(people.read_text("utf-8") + "# theirs\n", "utf-8")
        with locked(folder):
            yield

    monkeypatch.setattr(locks, "locked", until_the_other_one_is_done)
    assert main(command) == 0
    assert waited == [edition / "facts"]
    assert "# theirs\n" in people.read_text("utf-8")


def test_an_edition_that_starts_takes_no_other_one_s_place(
    edition: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    verify = editions.verify

    def meanwhile(*given: Any) -> Any:
        (edition / "new").mkdir()
        (edition / "new/mine.txt").write_text("mine", "utf-8")
        return verify(*given)

    monkeypatch.setattr(editions, "verify", meanwhile)
    assert main(["new", "edition", "new"]) == 2
    assert "is not empty" in capsys.readouterr().err
    assert [path.name for path in (edition / "new").iterdir()] == ["mine.txt"]


# --- Files that are none, or somebody else's --------------------------------------------------------------------------


@pytest.mark.parametrize("command", [["po", "import", "fr"], ["po", "export", "fr"], ["check", "--translations"]])
def test_nobody_waits_at_a_pipe_for_a_file(
    edition: Path, capsys: pytest.CaptureFixture[str], command: list[str]
) -> None:
    (edition / "po").mkdir()
    os.mkfifo(edition / "po/fr.po")
    assert main(command) == 1
    assert "po/fr.po:1:1: this is no file that can be read [unreadable]" in capsys.readouterr().err


@pytest.mark.parametrize("place", ["facts/people.yml", "content/en/index.md", "content/charts.yml", "templates/x.html"])
def test_a_build_that_meets_a_pipe_says_so(edition: Path, capsys: pytest.CaptureFixture[str], place: str) -> None:
    (edition / place).unlink(missing_ok=True)
    os.mkfifo(edition / place)
    assert main(["build"]) == 1
    assert f"{place}:1:1: this is no file that can be read [unreadable]" in capsys.readouterr().err


NOTES = "# Our notes, none of which is gettext's.\n"
OTHERS = 'msgid ""\nmsgstr "Project-Id-Version: elsewhere 1\\nLanguage: fr\\n"\n\nmsgid "Open"\nmsgstr "Ouvrir"\n'


@pytest.mark.parametrize(
    ("there", "told"),
    [
        (NOTES, "it has no msgid"),
        (OTHERS, "no text of this edition is in it"),
        (OTHERS.replace(": fr", ": de"), "this file is in de, as its head says, and not in fr"),
    ],
)
def test_a_file_that_is_no_catalogue_of_ours_is_neither_taken_nor_replaced(
    edition: Path, capsys: pytest.CaptureFixture[str], there: str, told: str
) -> None:
    (edition / "notes.po").write_text(there, "utf-8")
    for command in (["po", "import", "fr", "notes.po"], ["po", "export", "fr", "--output", "notes.po"]):
        assert main(command) == 1
        assert f"notes.po:1:1: {told}" in capsys.readouterr().err.replace("this is no gettext file: ", "")
        assert (edition / "notes.po").read_text("utf-8") == there


@pytest.mark.parametrize("place", ["facts/fr.yml", "content/en/fr.md", ".git/fr.po", "templates/fr.po"])
def test_no_catalogue_is_written_among_the_sources(
    edition: Path, capsys: pytest.CaptureFixture[str], place: str
) -> None:
    assert main(["po", "export", "fr", "--output", place]) == 2
    assert "name another place" in capsys.readouterr().err
    assert not (edition / place).exists()


@pytest.mark.parametrize("place", ["facts/new", "content/new", ".git/new", "mkdocs.yml"])
def test_no_edition_starts_in_another_one(edition: Path, capsys: pytest.CaptureFixture[str], place: str) -> None:
    assert main(["new", "edition", place]) == 2
    assert "an edition starts in a folder of its own" in capsys.readouterr().err
    assert not (edition / place).is_dir()


def test_in_a_site_with_a_theme_entries_start_where_it_has_them(
    edition: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (edition / "facts").rename(edition / "figures")
    (edition / "drawn").mkdir()
    (edition / "content/charts.yml").rename(edition / "drawn/charts.yml")
    options = "{name: lamps, as_of: 2034-02-01, facts: figures, charts: drawn/charts.yml}"
    site = f"site_name: Lamps\ntheme: mkdocs\ndocs_dir: content\nplugins: [factbound: {options}]\n"
    (edition / "mkdocs.yml").write_text(site, "utf-8")
    assert main(["due"]) == 0
    for kind, file in (("chart", "drawn/charts.yml"), ("person", "figures/people.yml"), ("fact", "figures/a-fact.yml")):
        assert main(["new", kind, f"a-{kind}"]) == 0
        assert file in capsys.readouterr().out
        assert f"- id: a-{kind}\n" in (edition / file).read_text("utf-8")
    assert main(["new", "story", "en/harbour"]) == 2
    assert "a page of this site is a file in content/" in capsys.readouterr().err
    assert main(["build", "--zip"]) == 2
    assert not (edition / "facts").exists()


@pytest.mark.parametrize("make", [os.mkfifo, Path.mkdir, lambda path: path.write_bytes(b"- caf\xe9")])
def test_no_entry_is_written_into_what_is_no_text(
    edition: Path, capsys: pytest.CaptureFixture[str], make: Callable[[Path], object]
) -> None:
    make(edition / "facts/corrections.yml")
    assert main(["new", "correction", "lamp-factory-plan"]) == 2
    assert "facts/corrections.yml is no" in capsys.readouterr().err.replace("is not UTF-8", "is no")


def test_tidy_rewrites_nothing_but_yaml(edition: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (edition / "plain.md").write_text("A paragraph   that is YAML too.", "utf-8")
    assert main(["tidy", "plain.md"]) == 1
    assert "plain.md:1:1: its name does not end in .yml [unreadable]" in capsys.readouterr().err
    assert (edition / "plain.md").read_text("utf-8") == "A paragraph   that is YAML too."


def test_sheets_are_written_all_of_them_or_none(edition: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (edition / "sheet").mkdir()
    (edition / "sheet/en.csv").write_text("mine", "utf-8")
    assert main(["sheet"]) == 2
    assert "en.csv is there already" in capsys.readouterr().err
    assert not (edition / "sheet/en.html").exists()


def test_what_has_no_text_is_said_where_nothing_is_found_in_it(
    edition: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (edition / "archive/gazette-2031.txt").rename(edition / "archive/gazette-2013.txt")
    assert main(["coverage", "--archive", "archive"]) == 0
    told = capsys.readouterr().out
    assert "readings not held against a text, because archive/gazette-2031.txt is not there" in told
    assert "archive/gazette-2013.txt: the text of no source" in told


def test_a_text_that_was_named_and_is_not_there_is_asked_for(edition: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = (edition / "facts/sources.yml").read_bytes()
    assert main(["new", "source", "courier-2033", "--archive", "archive"]) == 2
    assert "archive/courier-2033.txt is no file" in capsys.readouterr().err
    assert (edition / "facts/sources.yml").read_bytes() == before


def test_diff_says_of_which_commit_something_is_wrong(
    edition: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    git = ["git", "-c", "user.name=n", "-c", "user.email=n@example.org"]
    facts, settings = (edition / "facts/people.yml"), (edition / "mkdocs.yml")
    whole, sound = facts.read_bytes(), settings.read_bytes()
    subprocess.run([*git, "init", "--quiet"], check=True)
    for broken, told, code in (
        (facts, "HEAD:facts/people.yml:", 1),
        (settings, "HEAD:mkdocs.yml", 2),
    ):
        broken.write_text("- {", "utf-8")
        subprocess.run([*git, "add", "-A"], check=True)
        subprocess.run([*git, "commit", "--quiet", "-m", "broken"], check=True)
        facts.write_bytes(whole)
        settings.write_bytes(sound)
        assert main(["diff", "HEAD"]) == code
        said = capsys.readouterr().err
        assert told in said
        assert "/tmp" not in said
    assert main(["diff", "HEAD:facts"]) == 2
    assert '"HEAD:facts" holds no edition' in capsys.readouterr().err
    monkeypatch.setenv("PATH", "/nowhere")
    assert main(["diff", "HEAD"]) == 2
    assert "there is no Git here" in capsys.readouterr().err


def test_diff_says_what_a_file_is_not(edition: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (edition / "facts.json").mkdir()
    for name, told in (("facts.json", "is no file"), ("mkdocs.yml", "is no facts.json")):
        assert main(["diff", name]) == 2
        assert told in capsys.readouterr().err


def test_one_text_is_read_at_a_time_and_to_its_end(edition: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["amounts", "--language", "en", "--lines", "a.txt", "b.txt"]) == 2
    assert "name one file" in capsys.readouterr().err
    (edition / "latin.txt").write_bytes("It cost\n12 €".encode("latin-1", "replace").replace(b"?", b"\xa4"))
    assert main(["amounts", "--language", "en", "latin.txt"]) == 1
    assert "latin.txt:2:4: byte 0xa4 is not UTF-8 [not-utf8]" in capsys.readouterr().err
    if Path("/dev/zero").exists():
        assert main(["amounts", "--language", "en", "/dev/zero"]) == 1
        assert "more than" in capsys.readouterr().err
