"""History: the files of an edition as a commit has them, laid out in a folder; and what Git would keep."""

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


def would_keep(path: Path) -> bool:
    """Whether Git would keep a file at `path`: it lies in a working tree and is not ignored there. False where there is no Git."""
    try:
        done = subprocess.run(["git", "-C", str(path.parent), "check-ignore", "--quiet", str(path)], capture_output=True, check=False)
    except OSError:
        return False
    return done.returncode == 1  # 0 is ignored, 128 no working tree
