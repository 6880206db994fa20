"""Every benchmark runs, at size 10: what nobody runs breaks unseen."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from places import ROOT

from factbound.commands.cli import main

pytestmark = pytest.mark.slow  # whole editions are built, in programs of their own


def ran(name: str, *arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, str(ROOT / "benchmarks" / name), *arguments], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_assemble() -> None:
    assert ran("assemble.py", "10").startswith("10 facts, 20 readings, 2 derived: ")


def test_amounts_prints_how_many_claims_are_accepted() -> None:
    said = ran("amounts.py", "--spelled", "10")
    assert said.count("10 of 10 spelled numbers read back") == 4
    assert said.count("claims accepted: true ") == 4


def test_growth_prints_a_row_of_its_table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(ROOT / "benchmarks"))
    import growth

    row = growth.measured(tmp_path / "edition", 10, serve=False)
    assert len(row) == len(growth.HEAD)
    assert row[0] == "10"


def test_a_grown_edition_holds_against_its_archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(ROOT / "benchmarks"))
    from growing import write_edition

    write_edition(tmp_path / "edition", 40)
    command = ["--project", str(tmp_path / "edition")]
    assert main([*command, "verify", "--archive", str(tmp_path / "edition" / "archive")]) == 0
    assert main([*command, "check"]) == 0


def test_documentation_measures_an_ordinary_site_in_each_way() -> None:
    ways = re.findall(r"gate: ([a-z, ]+): .* ×\), then .* ×\)", ran("documentation.py", "2"))
    assert ways == ["marked", "all, pages free", "all"]


def test_rebuild_measures_builds_with_nothing_changed(edition: Path) -> None:
    said = ran("rebuild.py", "1", str(edition))
    assert "nothing has changed" in said
    assert "in the middle of 1" in said


def test_pages_weighs_the_pages_of_a_site(good_site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(ROOT / "benchmarks"))
    import pages

    whole, bare = pages.weigh(good_site, "en/")
    assert 0 < bare <= whole
