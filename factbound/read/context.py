"""What every reader of an edition's files is given: the folder by which places are named, and where problems go."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from factbound.kept import Store
from factbound.problems import Code, Problem, Where
from factbound.read.memory import remembered

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class ReadContext:
    """The edition that is read, and what reading gathers on its way.

    >>> context = ReadContext(Path("/lamps"))
    >>> context.note(Path("/lamps/facts/lamp.txt"), "this is no YAML", Code.UNKNOWN_FILE)
    >>> print(context.problems[0])
    facts/lamp.txt:1:1: this is no YAML [unknown-file]
    """

    root: Path
    """The folder of the edition."""
    problems: list[Problem] = field(default_factory=list)
    """Every problem of form, in the order in which they were found."""
    store: Store | None = None
    """What remembers, from process to process, what was read in texts."""

    def remembered(self, read: Callable[..., T], *of: Hashable) -> T:
        """What `read` returns for `of`, remembered: a function of a module that looks at nothing but a text and what it
        is given with it."""
        return remembered(self.store, read, *of)

    def name(self, path: Path) -> str:
        """A path as problems print it."""
        return relative(path, self.root)

    def note(self, path: Path, message: str, code: Code, hint: str | None = None) -> None:
        """Note a problem with a whole file or folder."""
        self.problems.append(Problem(Where(self.name(path)), message, code, hint))


def relative(path: Path, root: Path) -> str:
    """The path as problems print it: relative to the edition, with forward slashes.

    >>> relative(Path("/lamps/facts/lamp.yml"), Path("/lamps"))
    'facts/lamp.yml'
    """
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else path.as_posix()
