"""Amount: what the reader says of a number in a text."""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from factbound.language.lexicon import Worth
from factbound.values.quantities import Qualifier


class Kind(StrEnum):
    """What a number in a text is: only an amount has a unit, a qualifier and a change."""

    AMOUNT = "amount"
    DATE = "date"
    ORDINAL = "ordinal"
    NAME = "name"
    OTHER = "other"


class Change(StrEnum):
    """Whether an amount is by how much something went up or down, or the value that it came to."""

    UP = "up"
    DOWN = "down"
    TO = "to"


@dataclass(frozen=True, slots=True)
class Amount:
    """A number found in a text.

    `start` and `end` take in qualifier, number, scale and unit; `number` is where the number itself stands.
    `value` is exact, and None for a range, which has `lower` and `upper`; for several it is the magnitude.
    `alternatives` are what it may mean besides, where a point or a comma can be read two ways.
    `unit` is a code, "share" for a part told as a fraction (1/5 of it is 20 %), or None for what is counted; then `of`
    is the counted word. `per` is what it is for each of ("EUR" per "m2").
    `became` is the new value where this is the old one (from 4.8 to 4.7 per cent): the new value follows as an amount
    of its own, whose `change` is "to".
    `loose` marks a one that says hardly more than an article (one of the largest): there is nothing to prove in it.
    Of an amount told in two units (2 hours 30 minutes) the first has as `whole` what both are worth in its unit, up to
    `whole_end`, and the second is the `rest`.
    A date has `year`, `month` and `day` as far as it names them, and its year as its value; `part` is a quarter or a
    half as EDTF numbers them (33 to 36, 40 and 41), and `decade` says that it is the ten years from `year` on.
    """

    start: int
    end: int
    words: str
    number: tuple[int, int]
    kind: Kind
    value: Worth | None = None
    lower: Worth | None = None
    upper: Worth | None = None
    alternatives: tuple[Worth, ...] = ()
    qualifier: Qualifier = Qualifier.EXACTLY
    unit: str | None = None
    per: str | None = None
    of: str | None = None
    change: Change | None = None
    became: Worth | None = None
    loose: bool = False
    year: int | None = None
    month: int | None = None
    day: int | None = None
    part: int | None = None
    decade: bool = False
    whole: Worth | None = None
    whole_end: int = 0
    rest: bool = False

    def __str__(self) -> str:
        return f"{self.words}: {self.meaning}"

    @property
    def meaning(self) -> str:
        """What was read, in words: about 50 jobs; up 19 %; date 2024."""
        if self.kind is not Kind.AMOUNT:
            told = self.date if self.kind is Kind.DATE else spelled(self.value)
            return f"{self.kind} {told}".strip()
        size = spelled(self.value) if self.value is not None else f"{spelled(self.lower)} and {spelled(self.upper)}"
        unit = f"{self.unit or self.of or ''}{f'/{self.per}' if self.per else ''}"
        qualifier = "" if self.qualifier is Qualifier.EXACTLY else str(self.qualifier)
        became = f"before {spelled(self.became)}" if self.became is not None else ""
        return " ".join(part for part in (self.change or "", qualifier, size, unit, became) if part)

    @property
    def date(self) -> str:
        """The date as EDTF writes it, or the part of it that is named: 2021-05, 2021-40, 1990/1999, 05-13."""
        if self.decade and self.year:
            return f"{self.year}/{self.year + 9}"
        parts = [
            f"{self.year:04}" if self.year else "",
            f"{self.part or self.month:02}" if self.part or self.month else "",
            f"{self.day:02}" if self.day else "",
        ]
        return "-".join(part for part in parts if part)


def spelled(value: Worth | None) -> str:
    """A value as plain text: 2500000, 0.25, 1/3."""
    if value is None:
        return ""
    return str(value) if isinstance(value, Fraction) else f"{value:f}"
