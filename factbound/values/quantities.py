"""Quantities: a qualifier, an exact decimal and a unit, hence bounds."""

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from factbound.problems import Code, WrongValue
from factbound.values.units import RANK, Unit, UnitError


class Qualifier(StrEnum):
    """How an amount was qualified. EXACTLY is an amount printed without a qualifier."""

    EXACTLY = "exactly"
    MORE_THAN = "more than"
    AT_LEAST = "at least"
    ABOUT = "about"
    NEARLY = "nearly"
    LESS_THAN = "less than"
    UP_TO = "up to"
    BETWEEN = "between"
    SEVERAL = "several"


@dataclass(frozen=True, slots=True)
class Quantity:
    """An amount as it was printed or worked out.

    `value` is the amount named (None for `between`); `lower` and `upper` are the bounds that the qualifier leaves,
    None where nothing is known. For `several` the value is the magnitude: several hundred has the value 100.
    """

    qualifier: Qualifier
    value: Decimal | None
    unit: Unit
    lower: Decimal | None
    upper: Decimal | None

    def __str__(self) -> str:
        if self.value is None:
            return f"between {_plain(self.lower)} and {_plain(self.upper)} {self.unit}"
        prefix = "" if self.qualifier is Qualifier.EXACTLY else f"{self.qualifier} "
        return f"{prefix}{_plain(self.value)} {self.unit}"

    @property
    def point(self) -> Decimal:
        """The one number that stands for it in a chart or a comparison: its value, or its lower bound."""
        number = self.value if self.value is not None else self.lower
        if number is None:  # every constructor below gives one of the two
            raise UnitError("a quantity without a value needs a lower bound")
        return number

    @property
    def exact(self) -> bool:
        """Whether it stands without a qualifier."""
        return self.qualifier is Qualifier.EXACTLY

    def contains(self, number: Decimal) -> bool:
        """Whether the bounds allow `number`; a bound that is not known allows everything on its side."""
        return (self.lower is None or self.lower <= number) and (self.upper is None or number <= self.upper)


def quantity(value: Decimal, unit: Unit, qualifier: Qualifier = Qualifier.EXACTLY) -> Quantity:
    """A quantity of one value, with the bounds that its qualifier leaves."""
    lower: Decimal | None
    upper: Decimal | None
    match qualifier:
        case Qualifier.EXACTLY:
            lower, upper = value, value
        case Qualifier.MORE_THAN | Qualifier.AT_LEAST:
            lower, upper = value, None
        case Qualifier.LESS_THAN | Qualifier.UP_TO | Qualifier.NEARLY:
            lower, upper = None, value
        case Qualifier.SEVERAL:
            lower, upper = 2 * value, None
        case Qualifier.ABOUT:
            lower, upper = None, None
        case Qualifier.BETWEEN:
            raise ValueError("between needs two numbers")
    return Quantity(qualifier, value, unit, lower, upper)


def between(lower: Decimal, upper: Decimal, unit: Unit) -> Quantity:
    """A quantity known only by its two bounds."""
    if lower >= upper:
        raise WrongValue(Code.BAD_QUANTITY, f"between {_plain(lower)} and {_plain(upper)} is not in rising order")
    return Quantity(Qualifier.BETWEEN, None, unit, lower, upper)


_NUMBER = r"[0-9]+(?:_[0-9]{3})*(?:\.[0-9]+)?"
_UNIT = r"[A-Za-z%][A-Za-z0-9%-]*(?:/[A-Za-z%][A-Za-z0-9%-]*)?"
_ONE = re.compile(rf"(?:(more than|at least|about|nearly|less than|up to|several) )?({_NUMBER}) ({_UNIT})")
_TWO = re.compile(rf"between ({_NUMBER}) and ({_NUMBER}) ({_UNIT})")
_HOW = (
    "a number and a unit, with underscores between thousands: 12_000_000 EUR; before it, where the words have one: "
    f"{', '.join(each.value for each in Qualifier if each is not Qualifier.EXACTLY)}"
)
MAX_DIGITS = 30
"""No printed amount needs more digits; a longer one is a slip of the keyboard."""


def parse_quantity(text: str) -> Quantity:
    """The quantity written as `[qualifier] number unit` or `between number and number unit`; WrongValue otherwise.

    >>> more = parse_quantity("more than 12_000_000 EUR")
    >>> more.value, more.lower, more.upper
    (Decimal('12000000'), Decimal('12000000'), None)
    """
    if sum(map(str.isdigit, text)) > MAX_DIGITS:
        raise WrongValue(Code.BAD_QUANTITY, f"a quantity has {MAX_DIGITS} digits at most")
    if match := _TWO.fullmatch(text):
        return between(Decimal(match[1].replace("_", "")), Decimal(match[2].replace("_", "")), Unit.parse(match[3]))
    match = _ONE.fullmatch(text)
    if match is None:
        raise WrongValue(
            Code.BAD_QUANTITY,
            f'"{text}" is not a quantity, such as "more than 12_000_000 EUR" or "between 10 and 20 km"',
            _HOW,
        )
    value, unit = Decimal(match[2].replace("_", "")), Unit.parse(match[3])
    if unit == RANK and (value < 1 or value != value.to_integral_value()):
        raise WrongValue(Code.BAD_QUANTITY, f"{_plain(value)} is no rank: the first is 1")
    if not value and match[1] in {"several", "less than"}:
        raise WrongValue(Code.BAD_QUANTITY, f"{match[1]} 0 says nothing", "several hundred is: several 100")
    return quantity(value, unit, Qualifier(match[1] or "exactly"))


def _plain(number: Decimal | None) -> str:
    """A decimal as plain text, without exponent and without superfluous zeros."""
    if number is None:
        return "?"
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def decimal_text(number: Decimal | None) -> str | None:
    """A decimal as exports print it, None for an unknown bound.

    >>> decimal_text(Decimal("1.20E+3"))
    '1200'
    """
    return None if number is None else _plain(number)
