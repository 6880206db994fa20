"""What is kept as an edition is while it is edited: the lock over its readings, and the schema of its ids."""

import os
import shutil
from contextlib import suppress
from pathlib import Path

from factbound import edition
from factbound.problems import EditionError, Problem
from factbound.project import Project
from factbound.publish.writing import replace_file
from factbound.read.book import LOCK
from factbound.read.lock import lock_text
from factbound.read.schemas import IDS
from factbound.scaffold import SCHEMAS


def renew_lock(project: Project, archive: Path, today: str) -> tuple[Problem, ...]:
    """Verify every reading and write the lock; the problems where one does not hold, and the lock is as it was."""
    try:
        lock = edition.verify(project, archive, today)
    except EditionError as error:
        return error.problems
    _write(project.facts / LOCK, lock_text(lock).encode())
    return ()


def copied(project: Project, folder: Path) -> Path:
    """A copy, in a folder, of all that `check` reads of an edition: what would be is looked at there. A file that goes
    meanwhile, as one that is put aside while it is written, is no part of it."""
    root = folder / "edition"
    root.mkdir()
    own = {each.relative_to(project.root).parts[0] for each in (project.facts, project.content, project.templates)}
    for path in project.root.iterdir():
        if path.is_file():
            _copy(path, root / path.name)
        elif path.name in own | {"docs"}:
            shutil.copytree(path, root / path.name, symlinks=True, copy_function=_copy)
    return root


def _copy(source: str | os.PathLike[str], target: str | os.PathLike[str]) -> None:
    with suppress(FileNotFoundError):
        shutil.copy2(source, target)


def renew_ids(project: Project) -> None:
    """Write the edition's ids anew, where it has a schema of them and its facts are well-formed."""
    path = project.root / SCHEMAS / IDS
    if path.is_file() and (data := edition.ids(project)):
        _write(path, data)


def _write(path: Path, data: bytes) -> None:
    if not path.is_file() or path.read_bytes() != data:
        replace_file(path, data)
