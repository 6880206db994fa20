"""What the commands do. Each takes its options and the edition's folder, prints what it has to say, and returns its
exit code."""

from collections.abc import Iterable

from factbound.project import Project

OK, PROBLEMS, USAGE, BUG = 0, 1, 2, 3
"""Exit codes: it is done; the edition has problems; the call was wrong; the program has a bug."""


def remind(project: Project, unused: Iterable[str] = ()) -> None:
    """Print what an edition that holds still owes its readers, an address for their reports, and which of its settings
    are `unused`."""
    if project.contact is None:
        print("notice: readers have no address to report an error to: give the plugin a contact: in mkdocs.yml")
    for each in unused:
        print(f"notice: mkdocs.yml: {each}")
