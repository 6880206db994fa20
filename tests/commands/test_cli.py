"""The command line: what each command prints, and with which code it ends."""

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest
from overlay import write
from places import ROOT

from factbound import __version__
from factbound.commands.cli import COMMANDS, main


def run(*arguments: str, cwd: Path = ROOT, **environment: str) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, str(ROOT / "build.py"), "--no-bootstrap", *arguments]
    return subprocess.run(
        command, capture_output=True, text=True, cwd=cwd, env={**os.environ, **environment}, check=False
    )


def test_check_counts_what_holds(edition: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--project", str(edition), "check"]) == 0
    assert capsys.readouterr() == ("11 figures, 12 readings, 2 stories, 0 problems\n", "")


def test_check_writes_nothing(edition: Path) -> None:
    before = sorted(edition.rglob("*"))
    assert main(["--project", str(edition), "check"]) == 0
    assert sorted(edition.rglob("*")) == before


def test_a_build_ends_with_a_line_of_counts(edition: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--project", str(edition), "build"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("site: ")
    assert "9 facts, 2 derived, 12 readings, 2 charts" in out
    assert ", 0 problems, " in out
    assert out.count("\n") == 1


def test_problems_are_listed_and_counted_and_the_code_is_one(edition: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(edition, {"content/en/extra.md": "---\ntitle: Extra\n---\n\nIt costs 7 and [[lamp-factory-plann]].\n"})
    assert main(["--project", str(edition), "check"]) == 1
    lines = capsys.readouterr().err.splitlines()
    assert lines[0].startswith("content/en/extra.md:5:10: no fact stands behind “7” [bare-number]")
    assert lines[-1] == "2 problems"


def test_one_problem_is_counted_in_the_singular(edition: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(edition, {"facts/extra.yml": ""})
    assert main(["--project", str(edition), "check"]) == 1
    assert capsys.readouterr().err.splitlines()[-1] == "1 problem"


@pytest.mark.slow  # programs are started
def test_output_is_plain_when_piped(edition: Path) -> None:
    write(edition, {"facts/extra.yml": ""})
    result = run("--project", str(edition), "check")
    assert result.returncode == 1
    assert "\033" not in result.stderr
    assert result.stdout == ""


@pytest.mark.slow  # programs are started
@pytest.mark.parametrize("arguments", [[], ["build"]])
def test_build_is_what_is_done_when_nothing_is_asked_for(edition: Path, arguments: list[str]) -> None:
    assert main(["--project", str(edition), *arguments]) == 0
    assert (edition / "site/en/index.html").exists()


@pytest.mark.slow  # programs are started
def test_another_folder_for_the_site_is_given_without_naming_the_command(edition: Path, tmp_path: Path) -> None:
    assert main(["--project", str(edition), "--site-dir", str(tmp_path / "public")]) == 0
    assert (tmp_path / "public/en/index.html").exists()
    assert not (edition / "site").exists()


def test_a_project_can_be_given_with_an_equals_sign(edition: Path) -> None:
    assert main([f"--project={edition}", "check"]) == 0


@pytest.mark.slow  # programs are started
def test_the_edition_in_the_working_folder_is_the_default(edition: Path) -> None:
    assert run("check", cwd=edition).returncode == 0


def test_explain_tells_a_figure_s_lineage_down_to_paragraphs(edition: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--project", str(edition), "explain", "lamp-factory-pace"]) == 0
    out = capsys.readouterr().out
    for words in (
        "lamp-factory-pace",
        "lamp-factory-plan",
        "gazette-2031",
        "herald-2031",
        "plus de 12 millions d’euros",
        "4",
    ):
        assert words in out


def test_explain_tells_what_the_code_of_a_problem_means_and_how_to_mend_it(
    edition: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--project", str(edition), "explain", "missing-language"]) == 0
    meaning, remedy, sample = capsys.readouterr().out.strip().split("\n\n")[1:]
    assert meaning == "A text lacks its words in one of the edition's languages."
    assert remedy == "Add them."
    assert sample.endswith("[missing-language]")


def test_explain_names_the_nearest_figure_to_one_that_does_not_exist(
    edition: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--project", str(edition), "explain", "lamp-factory-plann"]) == 1
    assert 'did you mean "lamp-factory-plan"?' in capsys.readouterr().err


def test_verify_writes_a_lock_that_a_second_run_leaves_alone(edition: Path, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ["--project", str(edition), "verify", "--archive", str(edition / "archive")]
    assert main(arguments) == 0
    lock = (edition / "facts/evidence.lock").read_bytes()
    assert main(arguments) == 0
    assert (edition / "facts/evidence.lock").read_bytes() == lock
    assert "12 readings verified against 2 texts, 0 problems" in capsys.readouterr().out


def test_coverage_finds_every_amount_of_the_good_edition_used(
    edition: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--project", str(edition), "coverage", "--archive", str(edition / "archive")]) == 0
    assert "gazette-2031: 7 amounts and dates, 7 used, 0 left out, 0 uncovered" in capsys.readouterr().out


@pytest.mark.parametrize(
    "arguments",
    [["frobnicate"], ["explain"], ["verify"], ["build", "--nonsense"], ["--project"], ["check", "extra"]],
    ids=" ".join,
)
def test_a_wrong_call_ends_with_two(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    assert capsys.readouterr().err


@pytest.mark.parametrize("text", ["", "site_name: x\n", "plugins: [factbound]\n"])
def test_a_configuration_that_mkdocs_refuses_ends_with_two(tmp_path: Path, text: str) -> None:
    write(tmp_path, {"mkdocs.yml": text})
    assert main(["--project", str(tmp_path), "check"]) == 2


@pytest.mark.parametrize("text", [None, "[", "- a\n"])
def test_a_folder_that_is_no_edition_ends_with_two_and_a_line(
    tmp_path: Path, text: str | None, capsys: pytest.CaptureFixture[str]
) -> None:
    if text is not None:
        write(tmp_path, {"mkdocs.yml": text})
    assert main(["--project", str(tmp_path), "check"]) == 2
    said = capsys.readouterr().err
    assert said.strip()
    assert "Traceback" not in said


def test_an_archive_without_texts_ends_with_two(edition: Path, tmp_path: Path) -> None:
    assert main(["--project", str(edition), "verify", "--archive", str(tmp_path)]) == 2


@pytest.mark.parametrize("command", [command for command in COMMANDS if command != "build"])
def test_every_command_has_its_place_in_the_readme(command: str) -> None:
    assert f"build.py {command}" in (ROOT / "README.md").read_text("utf-8")


@pytest.mark.parametrize("command", [command for command in COMMANDS if command != "test"])
def test_every_command_explains_itself(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main([command, "--help"])
    assert ended.value.code == 0
    assert f"build.py {command}" in capsys.readouterr().out


@pytest.mark.slow  # programs are started
def test_new_expectations_are_refused_in_ci() -> None:
    command = [sys.executable, "-m", "pytest", "--accept", "--collect-only", str(ROOT / "tests/values/test_dates.py")]
    result = subprocess.run(
        command, capture_output=True, text=True, cwd=ROOT, env={**os.environ, "CI": "true"}, check=False
    )
    assert result.returncode == 4
    assert "--accept is for people" in result.stderr


@pytest.mark.parametrize(
    "place", [["--project", "{}", "explain"], ["explain", "--project", "{}"], ["explain", "--project={}"]]
)
def test_the_project_is_named_before_or_after_the_command(edition: Path, place: list[str]) -> None:
    assert main([*(word.format(edition) for word in place), "lamp-factory-plan"]) == 0


def test_the_project_is_named_after_what_is_new(edition: Path) -> None:
    assert main(["new", "fact", "lamp-factory-lift", "--project", str(edition)]) == 0
    assert (edition / "facts/lamp-factory-lift.yml").exists()


def test_the_version_is_told_without_a_command(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--version"])
    assert ended.value.code == 0
    assert capsys.readouterr().out == f"factbound {__version__}\n"


def test_bash_completes_commands_and_options() -> None:
    asked = ["factbound che", "factbound build --s"]
    script = f'eval "$({sys.executable} -m factbound --print-completion bash)"\n' + "".join(
        f"COMP_WORDS=({words}); COMP_CWORD={len(words.split()) - 1}; _shtab_factbound; echo ${{COMPREPLY[*]}}\n"
        for words in asked
    )
    done = subprocess.run(["bash", "-c", script], capture_output=True, text=True, cwd=ROOT, check=True, timeout=60)
    commands, options = (line.split() for line in done.stdout.splitlines())
    assert {"check", "check-links"} == set(commands)
    assert "--site-dir" in options


@pytest.mark.parametrize("shell", ["zsh", "fish"])
def test_other_shells_have_their_script(shell: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--print-completion", shell])
    assert ended.value.code == 0
    script = capsys.readouterr().out
    assert all(command in script for command in COMMANDS)


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("environment", "is_coloured"),
    [({}, True), ({"NO_COLOR": "1"}, False), ({"NO_COLOR": ""}, True), ({"TERM": "dumb"}, False)],
)
def test_problems_are_coloured_on_a_terminal_of_who_wants_it(
    edition: Path, monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], is_coloured: bool
) -> None:
    for name in ("NO_COLOR", "TERM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys, "stderr", Terminal())
    write(edition, {"facts/extra.yml": ""})
    assert main(["--project", str(edition), "check"]) == 1
    assert ("\033[" in sys.stderr.getvalue()) is is_coloured
