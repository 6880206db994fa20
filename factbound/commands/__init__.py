"""What the commands do. Each takes its options and the edition's folder, prints what it has to say, and returns its
exit code."""

import sys
from collections.abc import Iterable

from factbound import REPORT, __version__
from factbound.project import Project

OK, PROBLEMS, USAGE, BUG = 0, 1, 2, 3
"""Exit codes: it is done; the edition has problems; the call was wrong; the program has a bug."""


def print_bug(error: Exception) -> None:
    """That it is our fault, and where to say so."""
    about = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
    print(f"this is a bug of factbound, and not of your files: {about[:300]}", file=sys.stderr)
    versions = f"factbound {__version__}, Python {sys.version.split()[0]}, {sys.platform}"
    print(f"    hint: {REPORT}, with the command and what --debug shows ({versions})", file=sys.stderr)


def remind(project: Project, unused: Iterable[str] = ()) -> None:
    """Print what an edition that holds still owes its readers, an address for their reports, and which of its settings
    are `unused`."""
    if project.contact is None:
        print("notice: readers have no address to report an error to: give the plugin a contact: in mkdocs.yml")
    for each in unused:
        print(f"notice: mkdocs.yml: {each}")
