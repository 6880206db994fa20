"""What changed between two states of an edition, what was corrected, and what was removed."""

import json
import subprocess
from pathlib import Path

import pytest
from crawler import read_page
from overlay import CORRECTION, REMOVED, write

from factbound.commands.cli import main

FACTS = "facts/lamp-factory.yml"


def build(edition: Path) -> Path:
    assert main(["--project", str(edition), "build"]) == 0
    return edition / "site"


def facts(edition: Path, name: str, folder: Path) -> Path:
    path = folder / name
    path.write_bytes((build(edition) / "data/facts.json").read_bytes())
    return path


def test_two_exports_are_compared_in_figures(edition: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    old = facts(edition, "old.json", tmp_path)
    text = (edition / FACTS).read_text("utf-8")
    changed = text.replace("quantity: 15_000 m2", "quantity: 16_000 m2").replace(
        "status: planned\n  readings:\n    - source: gazette-2031\n      paragraph: 7",
        "status: done\n  readings:\n    - source: gazette-2031\n      paragraph: 7",
    )
    (edition / FACTS).write_text(changed, "utf-8")
    new = facts(edition, "new.json", tmp_path)
    capsys.readouterr()
    assert main(["--project", str(edition), "diff", str(old), str(new)]) == 0
    told = capsys.readouterr().out
    assert "~ lamp-factory-area" in told
    assert "prints 16000 m2 instead of 15000 m2" in told
    assert "status: done instead of planned" in told
    assert "lamp-factory-signing" not in told


def test_a_fact_that_is_gone_is_told_with_the_way_to_keep_its_page(
    edition: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    whole = json.loads(facts(edition, "old.json", tmp_path).read_text("utf-8"))
    whole["facts"] = [fact for fact in whole["facts"] if fact["id"] != "lumen-past"]
    (tmp_path / "new.json").write_text(json.dumps(whole), "utf-8")
    capsys.readouterr()
    assert main(["--project", str(edition), "diff", str(tmp_path / "old.json"), str(tmp_path / "new.json")]) == 0
    told = capsys.readouterr().out
    assert "- lumen-past: less than 4000000 EUR" in told
    assert "facts/removed.yml" in told


def test_a_commit_is_compared_with_the_files_as_they_are_now(edition: Path, capsys: pytest.CaptureFixture[str]) -> None:
    git = ["git", "-C", str(edition), "-c", "user.name=a", "-c", "user.email=a@example.org"]
    for command in (["init", "-q"], ["add", "-A"], ["commit", "-q", "-m", "first"]):
        subprocess.run([*git, *command], check=True)
    assert main(["--project", str(edition), "diff", "HEAD"]) == 0
    assert capsys.readouterr().out == "no figure differs\n"
    text = (edition / FACTS).read_text("utf-8")
    (edition / FACTS).write_text(text.replace("quantity: 15_000 m2", "quantity: 16_000 m2"), "utf-8")
    assert main(["--project", str(edition), "diff", "HEAD"]) == 0
    assert "prints 16000 m2 instead of 15000 m2" in capsys.readouterr().out


@pytest.mark.parametrize("name", ["no-such-commit", "--output=x", "missing.json"])
def test_what_cannot_be_compared_is_a_wrong_call(edition: Path, capsys: pytest.CaptureFixture[str], name: str) -> None:
    assert main(["--project", str(edition), "diff", "--", name]) == 2
    assert "nothing to compare" in capsys.readouterr().err


def test_a_correction_stands_on_its_page_and_on_the_fact_s(edition: Path) -> None:
    write(edition, {"facts/corrections.yml": CORRECTION})
    site = build(edition)
    for path in ("en/corrections/index.html", "en/facts/lamp-factory-plan/index.html"):
        text = (site / path).read_text("utf-8")
        assert "It said 11 million euros." in text
        assert "The director named the larger sum" in text


def test_a_removed_fact_leaves_a_page_that_says_so(edition: Path) -> None:
    write(edition, {"facts/removed.yml": REMOVED})
    site = build(edition)
    page = read_page(site, site / "en/facts/lamp-factory-canteen/index.html")
    assert "The article was withdrawn." in (site / "en/facts/lamp-factory-canteen/index.html").read_text("utf-8")
    assert any("lamp-factory-land" in link for link in page.links)


def test_a_fact_cannot_be_removed_and_be_there(edition: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(edition, {"facts/removed.yml": REMOVED.replace("lamp-factory-canteen", "lamp-factory-area")})
    assert main(["--project", str(edition), "check"]) == 1
    assert '"lamp-factory-area" is still a fact [duplicate-id]' in capsys.readouterr().err
