"""Documentation under test: the reference is as the code is, every option is explained, and the whole builds as an
ordinary site."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from places import ROOT

from factbound.host.page import GATES
from factbound.mkdocs.settings import Settings
from factbound.problems import Problem
from factbound.tidy.files import tidied


def test_the_reference_and_the_problems_are_as_the_code_is() -> None:
    done = subprocess.run([sys.executable, str(ROOT / "scripts/reference.py"), "--check"], check=False)
    assert done.returncode == 0, "run python scripts/reference.py"


def test_every_option_and_gate_is_explained_for_existing_sites() -> None:
    page = (ROOT / "docs/plugin.md").read_text("utf-8")
    options = re.findall(r"^\| `([a-z_]+)` \|", page[page.index("## Options") :], re.MULTILINE)
    assert options == [name for name, _ in Settings._schema]
    assert [gate for gate in GATES if f"\n| `{gate}`" not in page] == []


def test_every_variable_of_the_style_sheet_is_explained() -> None:
    page = (ROOT / "docs/plugin.md").read_text("utf-8")
    style = (ROOT / "factbound/templates/host/factbound.css").read_text("utf-8")
    used = set(re.findall(r"var\((--fb-[a-z]+)", style))
    assert {name for name in used if name not in page} <= {"--fb-wash"}


def test_the_documentation_builds_strictly_as_a_site_of_its_own(tmp_path: Path) -> None:
    command = [
        sys.executable,
        "-m",
        "mkdocs",
        "build",
        "--strict",
        "-q",
        "-f",
        str(ROOT / "mkdocs-docs.yml"),
        "-d",
        str(tmp_path / "docs"),
    ]
    done = subprocess.run(
        command, env={**os.environ, "PYTHONWARNINGS": "ignore"}, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert {"index.html", "plugin.html", "reference.html", "problems.html"} <= {
        path.name for path in (tmp_path / "docs").glob("*.html")
    }


SAMPLE = re.compile(r"^```yaml[^\n]*\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize(
    "path", [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))], ids=lambda path: path.name
)
def test_every_sample_of_yaml_in_the_documents_is_tidy(path: Path) -> None:
    for sample in SAMPLE.findall(path.read_text("utf-8")):
        problems: list[Problem] = []
        assert (tidied(sample, path.name, problems), problems) == (sample, [])
