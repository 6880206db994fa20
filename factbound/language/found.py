"""Found: a number on its way to be an amount, while its unit, its other end, its qualifier and its change are looked
for."""

from dataclasses import dataclass
from fractions import Fraction

from factbound.language.amount import Change, Kind
from factbound.language.calendar import Date
from factbound.language.number import Number
from factbound.values.quantities import Qualifier

OPEN_BRACKETS = frozenset("([{")
ENDS = frozenset(".;:!?")
"""Marks that end a sentence, or a part that stands for itself."""
STOPS = frozenset('.,;:!?()[]{}«»"“”„…|')
"""Marks that end a clause."""
DURATIONS = frozenset({"hours", "days", "weeks", "months", "years", "min", "s"})


@dataclass(slots=True)
class Found:
    """A number on its way to be an amount: its tokens from `first` up to and without `last`, qualifier and unit
    included later."""

    number: Number
    first: int
    last: int
    kind: Kind = Kind.AMOUNT
    unit: str | None = None
    per: str | None = None
    per_last: int = 0
    """Where the words end that name what it is per."""
    value: Fraction | None = None
    lower: Fraction | None = None
    upper: Fraction | None = None
    qualifier: Qualifier = Qualifier.EXACTLY
    change: Change | None = None
    of: str | None = None
    loose: bool = False
    dropped: bool = False
    """Whether it is no number after all: an article, a pronoun."""
    became: Fraction | None = None
    """What it became, where it is what something was before a change."""
    date: Date | None = None
    core: int = 0
    """Where it starts without its qualifier."""
    whole: Fraction | None = None
    """What it is worth with the amount in a smaller unit behind it: 2 hours 30 minutes."""
    whole_last: int = 0
    """Where the number of that amount ends."""
    rest: bool = False
    """Whether it is that amount."""
    number_last: int = 0
    """Where the number ends without its unit, if that is not where `number` does."""


def dated(date: Date) -> Found:
    """A date as it was found; a time of day is neither a date nor an amount."""
    kind = Kind.OTHER if date.clock else Kind.DATE
    number = Number(max(date.first, date.core), date.last, Fraction(date.year or date.day or 0))
    return Found(number, date.first, date.last, kind=kind, date=None if date.clock else date, core=date.first)
