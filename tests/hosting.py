"""Ordinary sites for tests: copies of the examples, and MkDocs' own command in them."""

import contextlib
import os
import shutil
import subprocess
import sys
import warnings
from pathlib import Path

from click.testing import CliRunner
from mkdocs.__main__ import cli
from places import ROOT


def mkdocs(site: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    """MkDocs' own command in a site's folder; in this process, which has loaded it already."""
    with contextlib.chdir(site), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        done = CliRunner().invoke(cli, arguments, catch_exceptions=False)
    return subprocess.CompletedProcess(arguments, done.exit_code, done.stdout, done.stderr)


def mkdocs_process(site: Path, *arguments: str, root: Path = ROOT) -> "subprocess.CompletedProcess[str]":
    """The same as its owner types it, in a process of its own."""
    environment = {**os.environ, "PYTHONPATH": str(root), "PYTHONWARNINGS": "ignore", "NO_MKDOCS_2_WARNING": "1"}
    command = [sys.executable, "-m", "mkdocs", *arguments]
    return subprocess.run(command, cwd=site, env=environment, capture_output=True, text=True, check=False)


def copied(name: str, folder: Path) -> Path:
    """A copy of an example, to be changed at will."""
    return Path(shutil.copytree(ROOT / "examples" / name, folder, ignore=shutil.ignore_patterns(".cache", "site")))
