"""Problems: what is editorially wrong, where, and how to mend it."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from difflib import get_close_matches

from factbound.codes import Code

__all__ = ["NO_FIGURE", "Code", "EditionError", "NoEdition", "Problem", "Where", "WrongValue", "did_you_mean"]


NO_FIGURE = "record it as a fact (new fact ID starts one), or take it out here"
"""The hint for a figure that does not exist, where none has a name like it."""


@dataclass(frozen=True, slots=True, order=True)
class Where:
    """A place in a file of the edition; path is relative to the edition, line and column count from 1."""

    path: str
    line: int = 1
    column: int = 1
    turns: tuple[tuple[int, int, int], ...] = field(default=(), compare=False, repr=False)
    """For a text over several lines: how many characters stand before a line, that line, and its first column."""

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"

    def after(self, offset: int) -> "Where":
        """The place `offset` characters into the text that starts here."""
        before, line, column = max(
            (turn for turn in self.turns if turn[0] <= offset), default=(0, self.line, self.column)
        )
        return Where(self.path, line, column + offset - before)


@dataclass(frozen=True, slots=True)
class Problem:
    """Something editorially wrong: where it is, what it is, its stable code and how to mend it."""

    where: Where
    message: str
    code: Code
    hint: str | None = None

    def __str__(self) -> str:
        text = f"{self.where}: {self.message} [{self.code}]"
        return f"{text}\n    hint: {self.hint}" if self.hint else text


class WrongValue(ValueError):
    """A value that cannot be what it has to be: what is wrong with it, its code, and how it is written. Whoever knows
    where it stands makes it a problem.

    >>> print(WrongValue(Code.BAD_DATE, '"2031-02-30" is no day of the calendar').at(Where("facts/lamp.yml", 3, 9)))
    facts/lamp.yml:3:9: "2031-02-30" is no day of the calendar [bad-date]
    """

    def __init__(self, code: Code, message: str, hint: str | None = None) -> None:
        self.code, self.message, self.hint = code, message, hint
        super().__init__(message)

    def at(self, where: Where) -> Problem:
        """The problem that it is at this place."""
        return Problem(where, self.message, self.code, self.hint)


class EditionError(Exception):
    """An edition that cannot be published, with every problem found, in reading order."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems), key=lambda problem: (problem.where, problem.code, problem.message)))
        super().__init__("\n".join(map(str, self.problems)))


class NoEdition(Exception):
    """A folder without an mkdocs.yml that can be used."""


def did_you_mean(word: str, known: Iterable[str]) -> str | None:
    """A hint naming the known word nearest to `word`, or None when nothing is near."""
    near = get_close_matches(word, sorted(known), n=1, cutoff=0.6)
    return f'did you mean "{near[0]}"?' if near else None
