"""Ordinary sites for tests: copies of the examples, and MkDocs' own command in them."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from places import ROOT


def mkdocs(site: Path, *arguments: str, root: Path = ROOT) -> "subprocess.CompletedProcess[str]":
    """MkDocs' own command in a site's folder, as its owner types it."""
    environment = {**os.environ, "PYTHONPATH": str(root), "PYTHONWARNINGS": "ignore", "NO_MKDOCS_2_WARNING": "1"}
    command = [sys.executable, "-m", "mkdocs", *arguments]
    return subprocess.run(command, cwd=site, env=environment, capture_output=True, text=True, check=False)


def copied(name: str, folder: Path) -> Path:
    """A copy of an example, to be changed at will."""
    return Path(shutil.copytree(ROOT / "examples" / name, folder, ignore=shutil.ignore_patterns(".cache", "site")))
