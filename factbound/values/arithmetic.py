"""Arithmetic on quantities: qualifiers carried, bounds kept, units refused where they do not fit."""

from collections.abc import Callable, Iterable
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_EVEN, Context, Decimal, localcontext

from factbound.values.quantities import Qualifier, Quantity, quantity
from factbound.values.units import PERCENT, POINTS, Unit, UnitError

MIRROR = {
    Qualifier.MORE_THAN: Qualifier.LESS_THAN,
    Qualifier.AT_LEAST: Qualifier.UP_TO,
    Qualifier.LESS_THAN: Qualifier.MORE_THAN,
    Qualifier.UP_TO: Qualifier.AT_LEAST,
    Qualifier.NEARLY: Qualifier.MORE_THAN,
}
"""What a qualifier becomes when the operation falls as the operand rises; the others stay."""


# --- Arithmetic ------------------------------------------------------------------------------------------------------
# Operands are amounts of things, never negative; a bound that is not known is therefore zero below, infinity above.

_CONTEXT = Context(prec=40, rounding=ROUND_HALF_EVEN)
_Operation = Callable[[Decimal, Decimal], Decimal]


def add(left: Quantity, right: Quantity) -> Quantity:
    """left + right, of one unit.

    >>> from factbound.values.quantities import parse_quantity
    >>> str(add(parse_quantity("more than 12 EUR"), parse_quantity("8 EUR")))
    'more than 20 EUR'
    """
    _same_unit(left, right, "added")
    return _combine(left, right, lambda a, b: a + b, rising=True, unit=left.unit)


def subtract(left: Quantity, right: Quantity) -> Quantity:
    """left − right, of one unit; percents give percentage points.

    >>> from factbound.values.quantities import parse_quantity
    >>> str(subtract(parse_quantity("7 %"), parse_quantity("5 %")))
    '2 pp'
    """
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
    """A negative amount, such as a difference, is scaled by exact positive amounts only: with others its bounds would
    change sides."""
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

LEAST_FIGURES = 2
"""Worked-out figures keep at least two significant figures: a third of 1,000 is 330, neither 300 nor 333.3."""


def significant_figures(number: Decimal) -> int:
    """How many significant figures a printed number has: its digits without leading and trailing zeros.

    >>> significant_figures(Decimal("12500"))
    3
    """
    return len(number.normalize().as_tuple().digits)


def rounded(amount: Quantity, figures: int) -> Quantity:
    """The amount at so many significant figures, rounded so that it never claims more than its bounds:
    `more than` down, `less than` and `nearly` up, the others to the nearest. An exact amount that loses digits is one
    no longer: it is `about` what is printed.

    >>> from factbound.values.quantities import parse_quantity
    >>> str(rounded(parse_quantity("more than 1287 EUR"), 2)), str(rounded(parse_quantity("nearly 1213 EUR"), 2))
    ('more than 1200 EUR', 'nearly 1300 EUR')
    >>> str(rounded(parse_quantity("105.6 %"), 2)), str(rounded(parse_quantity("25 %"), 2))
    ('about 110 %', '25 %')
    """
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
    loses = amount.qualifier is Qualifier.EXACTLY and value != amount.value
    return Quantity(Qualifier.ABOUT if loses else amount.qualifier, value, amount.unit, lower, upper)


def _to_figures(number: Decimal, figures: int, way: str) -> Decimal:
    if number == 0:
        return number
    step = Decimal(1).scaleb(number.adjusted() - figures + 1)
    with localcontext(_CONTEXT):
        result = number.quantize(step, rounding=way)
        return Decimal(int(result)) if step > 1 else result
