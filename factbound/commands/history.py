"""History: the files of an edition as a commit has them, laid out in a folder; and what Git would keep."""

import io
import os
import subprocess
import tarfile
from pathlib import Path


class NoCommit(Exception):
    """A name that Git does not know as a commit, or a folder that Git does not keep."""


def lay_out(commit: str, root: Path, into: Path) -> None:
    """Write the edition in `root`, as `commit` has it, into an empty folder; NoCommit when there is none."""
    if commit.startswith("-"):
        raise NoCommit(f'"{commit}" is no commit')
    command = ["git", "-C", str(root), "archive", "--format=tar", commit, "--", "."]
    try:
        done = subprocess.run(command, capture_output=True, check=False)
    except FileNotFoundError:
        raise NoCommit(f'there is no Git here that would know "{commit}"') from None
    if done.returncode:
        raise NoCommit(done.stderr.decode(errors="replace").strip() or f'"{commit}" is no commit')
    with tarfile.open(fileobj=io.BytesIO(done.stdout)) as archive:
        archive.extractall(into, filter="data")


def would_keep(path: Path) -> bool:
    """Whether Git would keep a file at `path`: it lies in a working tree and is not ignored there, or Git will not
    tell."""
    command = ["git", "-C", str(path.parent), "check-ignore", "--quiet", str(path)]
    try:
        done = subprocess.run(command, capture_output=True, check=False, env={**os.environ, "LC_ALL": "C"})
    except FileNotFoundError:  # there is no Git
        return False
    return done.returncode != 0 and b"not a git repository" not in done.stderr
