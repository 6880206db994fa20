"""The HTML of every page is valid: html-validate's recommended rules."""

import subprocess
from collections.abc import Callable
from pathlib import Path

CONFIG = Path(__file__).parent / ".htmlvalidate.json"
"""Two rules differ from the recommended ones. The doctype is written small, as templates do everywhere. A title may be
long: the name of a fact's page is the whole claim, which a search engine cuts and a reader's history keeps."""


def test_every_page_is_valid_html(node: Callable[[str], Path], real_site: Path):
    command = [
        "node",
        node("html-validate/bin/html-validate.mjs"),
        "--config",
        CONFIG,
        "--formatter",
        "text",
        real_site,
    ]
    ran = subprocess.run(command, capture_output=True, text=True, check=False, cwd=CONFIG.parent)
    assert ran.returncode == 0, ran.stdout[:6000] + ran.stderr[:2000]
