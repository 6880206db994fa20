"""What is kept as an edition is while it is edited: the lock over its readings, and the schema of its ids."""

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


def renew_ids(project: Project) -> None:
    """Write the edition's ids anew, where it has a schema of them and its facts are well-formed."""
    path = project.root / SCHEMAS / IDS
    if path.is_file() and (data := edition.ids(project)):
        _write(path, data)


def _write(path: Path, data: bytes) -> None:
    if not path.is_file() or path.read_bytes() != data:
        replace_file(path, data)
