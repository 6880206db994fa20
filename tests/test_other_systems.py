"""What can be tried of Windows elsewhere: a Python without `fcntl`, and files as Git checks them out there."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from places import ROOT

from factbound.commands.cli import main
from factbound.publish import locks

WITHOUT = """
import pkgutil, sys
sys.modules["fcntl"] = None
import factbound
for each in pkgutil.walk_packages(factbound.__path__, "factbound."):
    if not each.name.endswith("__main__"):
        __import__(each.name)
from factbound.commands.cli import main
sys.exit(main(["--project", sys.argv[1], "check"]))
"""


@pytest.mark.slow  # loads every module in a program of its own
def test_every_module_loads_without_fcntl(edition: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT, str(edition)], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (done.returncode, "Traceback" in done.stderr) == (0, False), done.stderr


def test_a_build_goes_on_without_locks(edition: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(locks, "fcntl", None)
    assert main(["--project", str(edition), "build"]) == 0
    assert (edition / "site" / "index.html").is_file()


TYPED = (".yml", ".md", ".lock", ".css", ".html", ".json")
"""What Git holds of an edition; the archive it does not."""


@pytest.mark.parametrize("mark", ["", "\ufeff"], ids=["", "with a byte order mark"])
def test_an_edition_with_the_ends_of_lines_of_windows_is_the_same(
    mark: str, edition: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    command = ["--project", str(edition)]
    archive = str(edition / "archive")
    asked = (
        ["check"],
        ["verify", "--archive", archive],
        ["coverage", "--archive", archive],
        ["tidy", "--check"],
        ["build"],
    )

    def said() -> list[object]:
        codes = [main([*command, *each]) for each in asked]
        out = re.sub(r"\(\d+ drawn.*", "", capsys.readouterr().out)
        return [codes, out, (edition / "facts/evidence.lock").read_text("utf-8"), published()]

    def published() -> dict[str, bytes]:
        site = edition / "site"
        return {str(path.relative_to(site)): path.read_bytes() for path in site.rglob("*") if path.is_file()}

    before = said()
    assert before[0] == [0] * len(asked)
    for path in edition.rglob("*"):
        if path.suffix in TYPED and path.is_file() and ".cache" not in path.parts:
            text = path.read_text("utf-8")
            path.write_text(mark + text if path.suffix in {".yml", ".md"} else text, "utf-8", newline="\r\n")
    assert said() == before
