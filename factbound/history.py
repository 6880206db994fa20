"""History: the files of an edition as a commit has them, laid out in a folder."""

import io
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
    done = subprocess.run(command, capture_output=True, check=False)
    if done.returncode:
        raise NoCommit(done.stderr.decode(errors="replace").strip() or f'"{commit}" is no commit')
    with tarfile.open(fileobj=io.BytesIO(done.stdout)) as archive:
        archive.extractall(into, filter="data")
