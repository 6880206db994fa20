"""Dates and periods: the part of EDTF that a newsroom needs.

Source: Library of Congress, Extended Date/Time Format, levels 0 and 1 (2019): years, months, days, `~` and `?`,
intervals `A/B`, and open ends `..`; of level 2 the quarters (33 to 36) and halves (40, 41) of a year.
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from factbound.problems import Code, WrongValue

QUARTERS, HALVES = range(33, 37), range(40, 42)
"""How EDTF numbers the parts of a year: 2031-34 is its second quarter, 2031-40 its first half."""
_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?([~?%]?)")


@dataclass(frozen=True, slots=True)
class Moment:
    """A year, a quarter, a half or a month of a year, or a day; `approximate` when EDTF marks it with ~, ? or %."""

    year: int
    month: int | None = None
    day: int | None = None
    approximate: bool = False
    part: int | None = None
    """A quarter or half, as EDTF numbers them."""

    @property
    def is_year(self) -> bool:
        """Whether it is a whole year."""
        return self.month is None and self.part is None

    @property
    def months(self) -> tuple[int, int]:
        """The first and the last month it may mean."""
        if self.part is not None and self.part in QUARTERS:
            last = 3 * (self.part - QUARTERS.start + 1)
            return last - 2, last
        if self.part is not None and self.part in HALVES:
            last = 6 * (self.part - HALVES.start + 1)
            return last - 5, last
        return self.month or 1, self.month or 12

    @property
    def first(self) -> date:
        """The first day it may mean."""
        return date(self.year, self.months[0], self.day or 1)

    @property
    def last(self) -> date:
        """The last day it may mean."""
        month = self.months[1]
        return date(self.year, month, self.day or monthrange(self.year, month)[1])


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of time from `start` to `end`; an open end is None. A single date has both ends equal."""

    text: str
    start: Moment | None
    end: Moment | None

    def __str__(self) -> str:
        return self.text

    @property
    def is_interval(self) -> bool:
        """Whether it was written with two ends."""
        return "/" in self.text

    @property
    def is_day(self) -> bool:
        """Whether it is one day that nobody rounded."""
        start = self.start
        return start is not None and start.day is not None and start == self.end and not start.approximate

    @property
    def calendar_years(self) -> int | None:
        """How many calendar years it touches, both end years counted; None when an end is open."""
        if self.start is None or self.end is None:
            return None
        return self.end.year - self.start.year + 1

    @property
    def first(self) -> date:
        """The first day it may cover; the beginning of time for an open start."""
        return self.start.first if self.start else date.min

    @property
    def last(self) -> date:
        """The last day it may cover; the end of time for an open end."""
        return self.end.last if self.end else date.max

    def overlaps(self, other: "Period") -> bool:
        """Whether some day may belong to both."""
        return self.first <= other.last and other.first <= self.last


_HOW = "the year first: 2031-05-13, 2031-05, 2031; 2031-05~ for about, 2031/2033 for a period, 2031/.. for an open one"
_PARTS = "2031-33 to 2031-36 are the quarters of a year, 2031-40 and 2031-41 its halves, 2030/2039 is a decade"


def parse_period(text: str) -> Period:
    """The period that `text` means in EDTF; WrongValue when it means none.

    >>> parse_period("2031-05").last
    datetime.date(2031, 5, 31)
    """
    left, slash, right = text.partition("/")
    start = _moment(left, text)
    if not slash:
        if start is None:
            raise WrongValue(Code.BAD_DATE, f'"{text}" is not a date', _HOW)
        return Period(text, start, start)
    end = _moment(right, text)
    if start is None and end is None:
        raise WrongValue(Code.BAD_DATE, f'"{text}" has no end that is known')
    if start and end and start.first > end.last:
        raise WrongValue(Code.BAD_DATE, f'"{text}" ends before it starts')
    return Period(text, start, end)


def _moment(part: str, text: str) -> Moment | None:
    if part == "..":
        return None
    match = _DATE.fullmatch(part)
    if match is None:
        raise WrongValue(
            Code.BAD_DATE, f'"{text}" is not a date or period in EDTF, such as 2031, 2031-05~ or 2031/2033', _HOW
        )
    year, month, day, mark = match.groups()
    if month and int(month) in {*QUARTERS, *HALVES} and not day:
        return Moment(int(year), approximate=bool(mark), part=int(month))
    moment = Moment(int(year), int(month) if month else None, int(day) if day else None, bool(mark))
    try:
        if "00" in (month, day):  # which `or 1` above would take for a month or day that is not given
            raise ValueError(text)
        _ = moment.first, moment.last
    except ValueError as error:
        raise WrongValue(
            Code.BAD_DATE, f'"{text}" is no day of the calendar', _PARTS if int(month or 0) > 12 else ""
        ) from error
    return moment
