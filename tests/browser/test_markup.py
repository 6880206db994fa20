"""The HTML of every page is valid: html-validate's recommended rules."""

import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from memory import Memory
from survey import Page

CONFIG = Path(__file__).parent / ".htmlvalidate.json"
"""Two rules differ from the recommended ones. The doctype is written small, as templates do everywhere. A title may be
long: the name of a fact's page is the whole claim, which a search engine cuts and a reader's history keeps."""


@pytest.fixture
def faults(node: Callable[[str], Path]) -> Callable[[Sequence[Path]], str]:
    """What html-validate says of these files, of those that it has not passed before."""

    def say(files: Sequence[Path]) -> str:
        program = node("html-validate/bin/html-validate.mjs")
        memory = Memory("html", [CONFIG.read_bytes(), (program.parent.parent / "package.json").read_bytes()])
        new = [file for file in files if not memory.recall(file.read_bytes())]
        for start in range(0, len(new), 400):
            part = new[start : start + 400]
            command = ["node", program, "--config", CONFIG, "--formatter", "text", *part]
            ran = subprocess.run(command, capture_output=True, text=True, check=False, cwd=CONFIG.parent)
            if ran.returncode:
                return ran.stdout[:6000] + ran.stderr[:2000]
            for file in part:
                memory.keep(file.read_bytes(), True)
        return ""

    return say


def test_a_page_of_each_kind_is_valid_html(faults: Callable[..., str], pages: tuple[Page, ...], real_site: Path):
    assert (
        faults([real_site / page.path / "index.html" for page in pages if page.first and page.path[-1:] == "/"]) == ""
    )


@pytest.mark.slow
def test_every_page_is_valid_html(faults: Callable[..., str], real_site: Path):
    files = sorted(real_site.rglob("*.html"))
    assert len(files) > 100
    assert faults(files) == ""


@pytest.mark.slow  # a program of Node’s
def test_a_page_that_is_not_valid_is_told_each_time(faults: Callable[..., str], tmp_path: Path):
    page = tmp_path / "index.html"
    page.write_text(
        '<!doctype html>\n<html lang="en"><head><title>T</title></head><body><p><div></div></p></body></html>\n'
    )
    assert faults([page]) != ""
    assert faults([page]) != ""
