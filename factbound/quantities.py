"""Quantities: a qualifier, an exact decimal and a unit, hence bounds; and arithmetic that carries all of them."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_EVEN, Context, Decimal, localcontext
from enum import StrEnum


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


MIRROR = {
    Qualifier.MORE_THAN: Qualifier.LESS_THAN,
    Qualifier.AT_LEAST: Qualifier.UP_TO,
    Qualifier.LESS_THAN: Qualifier.MORE_THAN,
    Qualifier.UP_TO: Qualifier.AT_LEAST,
    Qualifier.NEARLY: Qualifier.MORE_THAN,
}
"""What a qualifier becomes when the operation falls as the operand rises; the others stay."""


class UnitError(ValueError):
    """Two amounts that do not go together."""


@dataclass(frozen=True, slots=True)
class Unit:
    """What is counted or measured: a simple unit, or one per another ("EUR/m2")."""

    code: str
    per: str | None = None

    def __str__(self) -> str:
        return f"{self.code}/{self.per}" if self.per else self.code

    @classmethod
    def parse(cls, text: str) -> "Unit":
        """The unit written as `code` or `code/per`."""
        code, _, per = text.partition("/")
        return cls(code, per or None)


PERCENT = Unit("%")
POINTS = Unit("pp")
TIMES = Unit("times")
YEARS = Unit("years")
RANK = Unit("rank")

CURRENCIES = frozenset(
    [
        "AED",
        "AFN",
        "ALL",
        "AMD",
        "AOA",
        "ARS",
        "AUD",
        "AWG",
        "AZN",
        "BAM",
        "BBD",
        "BDT",
        "BHD",
        "BIF",
        "BMD",
        "BND",
        "BOB",
        "BRL",
        "BSD",
        "BTN",
        "BWP",
        "BYN",
        "BZD",
        "CAD",
        "CDF",
        "CHF",
        "CLP",
        "CNY",
        "COP",
        "CRC",
        "CUP",
        "CVE",
        "CZK",
        "DJF",
        "DKK",
        "DOP",
        "DZD",
        "EGP",
        "ERN",
        "ETB",
        "EUR",
        "FJD",
        "FKP",
        "GBP",
        "GEL",
        "GHS",
        "GIP",
        "GMD",
        "GNF",
        "GTQ",
        "GYD",
        "HKD",
        "HNL",
        "HTG",
        "HUF",
        "IDR",
        "ILS",
        "INR",
        "IQD",
        "IRR",
        "ISK",
        "JMD",
        "JOD",
        "JPY",
        "KES",
        "KGS",
        "KHR",
        "KMF",
        "KPW",
        "KRW",
        "KWD",
        "KYD",
        "KZT",
        "LAK",
        "LBP",
        "LKR",
        "LRD",
        "LSL",
        "LYD",
        "MAD",
        "MDL",
        "MGA",
        "MKD",
        "MMK",
        "MNT",
        "MOP",
        "MRU",
        "MUR",
        "MVR",
        "MWK",
        "MXN",
        "MYR",
        "MZN",
        "NAD",
        "NGN",
        "NIO",
        "NOK",
        "NPR",
        "NZD",
        "OMR",
        "PAB",
        "PEN",
        "PGK",
        "PHP",
        "PKR",
        "PLN",
        "PYG",
        "QAR",
        "RON",
        "RSD",
        "RUB",
        "RWF",
        "SAR",
        "SBD",
        "SCR",
        "SDG",
        "SEK",
        "SGD",
        "SHP",
        "SLE",
        "SOS",
        "SRD",
        "SSP",
        "STN",
        "SYP",
        "SZL",
        "THB",
        "TJS",
        "TMT",
        "TND",
        "TOP",
        "TRY",
        "TTD",
        "TWD",
        "TZS",
        "UAH",
        "UGX",
        "USD",
        "UYU",
        "UZS",
        "VED",
        "VES",
        "VND",
        "VUV",
        "WST",
        "XAF",
        "XCD",
        "XOF",
        "XPF",
        "YER",
        "ZAR",
        "ZMW",
        "ZWG",
        "BEF",
        "BGN",
        "DEM",
        "FRF",
        "HRK",
        "ITL",
        "LUF",
        "NLG",
    ]
)
"""Source: ISO 4217, active codes, and those of currencies that became the euro in the countries written about."""

_DIMENSIONS = {
    "%": "share", "pp": "share", "m2": "area", "rank": "rank", "times": "ratio",
    "hours": "duration", "days": "duration", "weeks": "duration", "months": "duration", "years": "duration",
}  # fmt: skip


def dimension(unit: Unit) -> str:
    """The dimension of a unit: money, share, area, duration, rank, ratio or count, or one per another."""
    simple = "money" if unit.code in CURRENCIES else _DIMENSIONS.get(unit.code, "count")
    return f"{simple}/{dimension(Unit(unit.per))}" if unit.per else simple


BUILT_IN_UNITS = frozenset(_DIMENSIONS)


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
        raise ValueError(f"between {_plain(lower)} and {_plain(upper)} is not in rising order")
    return Quantity(Qualifier.BETWEEN, None, unit, lower, upper)


_NUMBER = r"[0-9]+(?:_[0-9]{3})*(?:\.[0-9]+)?"
_UNIT = r"[A-Za-z%][A-Za-z0-9%-]*(?:/[A-Za-z%][A-Za-z0-9%-]*)?"
_ONE = re.compile(rf"(?:(more than|at least|about|nearly|less than|up to|several) )?({_NUMBER}) ({_UNIT})")
_TWO = re.compile(rf"between ({_NUMBER}) and ({_NUMBER}) ({_UNIT})")
MAX_DIGITS = 30
"""No printed amount needs more digits; a longer one is a slip of the keyboard."""


def parse_quantity(text: str) -> Quantity:
    """The quantity written as `[qualifier] number unit` or `between number and number unit`; ValueError otherwise."""
    if sum(map(str.isdigit, text)) > MAX_DIGITS:
        raise ValueError(f"a quantity has {MAX_DIGITS} digits at most")
    if match := _TWO.fullmatch(text):
        return between(Decimal(match[1].replace("_", "")), Decimal(match[2].replace("_", "")), Unit.parse(match[3]))
    match = _ONE.fullmatch(text)
    if match is None:
        raise ValueError(f'"{text}" is not a quantity, such as "more than 12_000_000 EUR" or "between 10 and 20 km"')
    value, unit = Decimal(match[2].replace("_", "")), Unit.parse(match[3])
    if unit == RANK and (value < 1 or value % 1):
        raise ValueError(f"{_plain(value)} is no rank: the first is 1")
    return quantity(value, unit, Qualifier(match[1] or "exactly"))


# --- Arithmetic ------------------------------------------------------------------------------------------------------
# Operands are amounts of things, never negative; a bound that is not known is therefore zero below, infinity above.

_CONTEXT = Context(prec=40, rounding=ROUND_HALF_EVEN)
_Operation = Callable[[Decimal, Decimal], Decimal]


def add(left: Quantity, right: Quantity) -> Quantity:
    """left + right, of one unit."""
    _same_unit(left, right, "added")
    return _combine(left, right, lambda a, b: a + b, rising=True, unit=left.unit)


def subtract(left: Quantity, right: Quantity) -> Quantity:
    """left − right, of one unit; percents give percentage points."""
    _same_unit(left, right, "subtracted")
    return _combine(left, right, lambda a, b: a - b, rising=False, unit=POINTS if left.unit == PERCENT else left.unit)


def divide(left: Quantity, right: Quantity, unit: Unit) -> Quantity:
    """left ÷ right, in `unit`; UnitError when the divisor is zero."""
    if right.value == 0 or right.upper == 0:
        raise UnitError("nothing can be divided by zero")
    _refuse_negative(left, right)
    return _combine(left, right, lambda a, b: a / b, rising=False, unit=unit)


def multiply(left: Quantity, right: Quantity, unit: Unit) -> Quantity:
    """left × right, in `unit`."""
    _refuse_negative(left, right)
    return _combine(left, right, lambda a, b: a * b, rising=True, unit=unit)


def scale(amount: Quantity, factor: Decimal, unit: Unit) -> Quantity:
    """The amount times an exact positive factor, in `unit`."""
    return multiply(amount, quantity(factor, unit), unit)


def _refuse_negative(left: Quantity, right: Quantity) -> None:
    """A negative amount, such as a difference, is scaled by exact positive amounts only: with others its bounds would change sides."""
    if _may_be_negative(right) or (_may_be_negative(left) and not right.exact):
        raise UnitError("an amount below zero is multiplied and divided by exact amounts only")


def _may_be_negative(amount: Quantity) -> bool:
    return any(number is not None and number < 0 for number in (amount.value, amount.lower, amount.upper))


def _same_unit(left: Quantity, right: Quantity, done: str) -> None:
    if left.unit != right.unit:
        raise UnitError(f"{left.unit} and {right.unit} cannot be {done}")


def _combine(left: Quantity, right: Quantity, operation: _Operation, *, rising: bool, unit: Unit) -> Quantity:
    """Both bounds and the value of an operation that rises with `left`, and rises or falls with `right`."""
    for operand in (left, right):
        if operand.qualifier is Qualifier.SEVERAL:
            raise UnitError("“several” names no amount that can be calculated with")
    low, high = (right.lower, right.upper) if rising else (right.upper, right.lower)
    with localcontext(_CONTEXT):
        value = None if left.value is None or right.value is None else operation(left.value, right.value)
        lower, upper = _bound(left.lower, low, operation), _bound(left.upper, high, operation)
    qualifier = _carried(left.qualifier, right.qualifier if rising else _mirrored(right.qualifier))
    if qualifier is Qualifier.ABOUT or (qualifier is Qualifier.BETWEEN and (lower is None or upper is None)):
        return _loose(value, lower, upper, unit)
    if qualifier is Qualifier.BETWEEN:
        return Quantity(qualifier, None, unit, lower, upper)
    return Quantity(qualifier, value, unit, lower, upper)


def _bound(left: Decimal | None, right: Decimal | None, operation: _Operation) -> Decimal | None:
    """An operation on two bounds; what is not known, or would divide by zero, stays unknown."""
    if left is None or right is None:
        return None
    try:
        return operation(left, right)
    except ArithmeticError:
        return None


def _mirrored(qualifier: Qualifier) -> Qualifier:
    return MIRROR.get(qualifier, qualifier)


def _carried(left: Qualifier, right: Qualifier) -> Qualifier:
    """The qualifier of a result that rises with both (mirrored) operands."""
    kinds = {left, right} - {Qualifier.EXACTLY}
    if not kinds:
        return Qualifier.EXACTLY
    if len(kinds) == 1:
        return kinds.pop()
    if kinds == {Qualifier.MORE_THAN, Qualifier.AT_LEAST}:
        return Qualifier.MORE_THAN
    if kinds <= {Qualifier.LESS_THAN, Qualifier.UP_TO, Qualifier.NEARLY}:
        return Qualifier.LESS_THAN
    return Qualifier.BETWEEN if Qualifier.BETWEEN in kinds and Qualifier.ABOUT not in kinds else Qualifier.ABOUT


def _loose(value: Decimal | None, lower: Decimal | None, upper: Decimal | None, unit: Unit) -> Quantity:
    """A result of which less than two bounds are known: a value is then only roughly right."""
    if value is not None:
        return Quantity(Qualifier.ABOUT, value, unit, None, None)
    if lower is not None:
        return Quantity(Qualifier.AT_LEAST, lower, unit, lower, None)
    if upper is not None:
        return Quantity(Qualifier.UP_TO, upper, unit, None, upper)
    raise UnitError("nothing is known of the result")


def total(amounts: Iterable[Quantity]) -> Quantity:
    """The sum of one or more amounts of one unit."""
    first, *rest = amounts
    for amount in rest:
        first = add(first, amount)
    return first


# --- Significant figures ---------------------------------------------------------------------------------------------

LEAST_FIGURES = 3
"""Worked-out figures keep at least three significant figures: a third of 1,000 is 333, not 300."""


def significant_figures(number: Decimal) -> int:
    """How many significant figures a printed number has: its digits without leading and trailing zeros."""
    return len(number.normalize().as_tuple().digits)


def rounded(amount: Quantity, figures: int) -> Quantity:
    """The amount at so many significant figures, rounded so that it never claims more than its bounds:
    `more than` down, `less than` and `nearly` up, the others to the nearest."""
    match amount.qualifier:
        case Qualifier.MORE_THAN | Qualifier.AT_LEAST:
            ways = (ROUND_FLOOR, ROUND_FLOOR, ROUND_CEILING)
        case Qualifier.LESS_THAN | Qualifier.UP_TO | Qualifier.NEARLY:
            ways = (ROUND_CEILING, ROUND_FLOOR, ROUND_CEILING)
        case _:
            ways = (ROUND_HALF_EVEN, ROUND_FLOOR, ROUND_CEILING)
    value, lower, upper = (
        None if number is None else _to_figures(number, figures, way)
        for number, way in zip((amount.value, amount.lower, amount.upper), ways, strict=True)
    )
    return Quantity(amount.qualifier, value, amount.unit, lower, upper)


def _to_figures(number: Decimal, figures: int, way: str) -> Decimal:
    if number == 0:
        return number
    step = Decimal(1).scaleb(number.adjusted() - figures + 1)
    with localcontext(_CONTEXT):
        result = number.quantize(step, rounding=way)
        return Decimal(int(result)) if step > 1 else result


def _plain(number: Decimal | None) -> str:
    """A decimal as plain text, without exponent and without superfluous zeros."""
    if number is None:
        return "?"
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def decimal_text(number: Decimal | None) -> str | None:
    """A decimal as exports print it, None for an unknown bound."""
    return None if number is None else _plain(number)
