"""Deriving: the named operations on figures, what they refuse to mix, and how exact their results are."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from factbound.ledger import Figure, Input
from factbound.values.arithmetic import LEAST_FIGURES, divide, scale, significant_figures, subtract, total
from factbound.values.quantities import Quantity, quantity
from factbound.values.units import PERCENT, RANK, TIMES, YEARS, Unit, UnitError, dimension
from factbound.values.vocabulary import PROMISED


@dataclass(frozen=True, slots=True)
class Worked:
    """The result of a derivation, and to how many significant figures it holds."""

    quantity: Quantity
    figures: int


def derive(operation: str, inputs: Sequence[Input], verdict: str) -> Worked:
    """The result of a named operation; UnitError, in words for an editor, when the inputs do not go together."""
    rule = _RULES[operation]
    if not rule.least <= len(inputs) <= rule.most:
        count = (
            f"{rule.least}"
            if rule.least == rule.most
            else f"{rule.least} or more"
            if rule.most > 2
            else f"{rule.least} or {rule.most}"
        )
        raise UnitError(f"“{operation}” takes {count} figures, not {len(inputs)}")
    if rank := next((each.figure.id for each in inputs if each.amount.unit.code == RANK.code), None):
        raise UnitError(f"“{rank}” is a rank, and nothing is worked out from a place in an order")
    if rule.adds:
        _like_with_like(operation, inputs)
    if verdict == "fair":
        _fairly_compared(operation, inputs)
    amounts = [each.amount for each in inputs]
    exactness = [significant_figures(each.amount.point) for each in inputs if not each.years]
    return Worked(rule.work(amounts), max(LEAST_FIGURES, min(exactness)) if exactness else LEAST_FIGURES)


def _like_with_like(operation: str, inputs: Iterable[Input]) -> None:
    """Refuse a sum or difference of things of different kinds."""
    first, *rest = inputs
    for other in rest:
        a, b = first.figure, other.figure
        if a.measure and b.measure and a.measure.id != b.measure.id:
            raise UnitError(
                f"“{a.id}” is {a.measure.id} and “{b.id}” is {b.measure.id}: different kinds of amount are not added up"
            )
        if a.measure and b.measure and a.measure.over != b.measure.over:
            raise UnitError(f"“{a.id}” is a {a.measure.over} and “{b.id}” a {b.measure.over}: they are not added up")
        if operation == "sum" and _promise_and_outcome(a, b):
            raise UnitError(
                f"“{a.id}” is {a.status} and “{b.id}” is {b.status}: what was promised is not added to what is done"
            )


def _fairly_compared(operation: str, inputs: Sequence[Input]) -> None:
    """Refuse to call a comparison of unlike things fair."""
    if operation not in {"difference", "multiple", "share", "change"}:
        return
    a, b = inputs[0].figure, inputs[1].figure
    if a.measure and b.measure and a.measure.id != b.measure.id:
        raise UnitError(
            f"{a.measure.id} against {b.measure.id} is no fair comparison: its verdict is with-care or misleading"
        )
    if _promise_and_outcome(a, b):
        raise UnitError(
            f"what is {a.status} against what is {b.status} is no fair comparison: its verdict is with-care or "
            "misleading"
        )


def _promise_and_outcome(a: Figure, b: Figure) -> bool:
    """Whether one has come true and the other not yet."""
    return a.status is not None and b.status is not None and (a.status in PROMISED) != (b.status in PROMISED)


def _sum(amounts: Sequence[Quantity]) -> Quantity:
    return total(amounts)


def _difference(amounts: Sequence[Quantity]) -> Quantity:
    return subtract(amounts[0], amounts[1])


def _divide(amounts: Sequence[Quantity]) -> Quantity:
    a, b = amounts
    if a.unit == b.unit:
        return divide(a, b, TIMES)
    if a.unit.per or b.unit.per:
        raise UnitError(f"{a.unit} per {b.unit} is not a unit that anyone reads")
    return divide(a, b, Unit(a.unit.code, b.unit.code))


def _multiple(amounts: Sequence[Quantity]) -> Quantity:
    a, b = _of_one_unit(amounts)
    return divide(a, b, TIMES)


def _share(amounts: Sequence[Quantity]) -> Quantity:
    a, b = _of_one_unit(amounts)
    return scale(divide(a, b, TIMES), Decimal(100), PERCENT)


def _change(amounts: Sequence[Quantity]) -> Quantity:
    before, after = _of_one_unit(amounts)
    return scale(subtract(divide(after, before, TIMES), quantity(Decimal(1), TIMES)), Decimal(100), PERCENT)


def _per_year(amounts: Sequence[Quantity]) -> Quantity:
    a, years = amounts
    if years.unit != YEARS:
        raise UnitError(f"{years.unit} is no number of years")
    return divide(a, years, Unit(a.unit.code, YEARS.code))


def _convert(amounts: Sequence[Quantity]) -> Quantity:
    a, rate = amounts
    if not rate.unit.per or dimension(Unit(rate.unit.code)) != "money" or rate.unit.per != a.unit.code:
        raise UnitError(f"{rate.unit} is no rate for {a.unit}: a rate is money per {a.unit}, such as USD/{a.unit}")
    if not rate.exact or rate.value is None:
        raise UnitError("a rate is exact")
    return scale(a, rate.value, Unit(rate.unit.code))


def _of_one_unit(amounts: Sequence[Quantity]) -> tuple[Quantity, Quantity]:
    a, b = amounts
    if a.unit != b.unit:
        both_money = dimension(a.unit) == dimension(b.unit) == "money"
        raise UnitError(f"{a.unit} and {b.unit} cannot be compared" + (" without a stated rate" if both_money else ""))
    return a, b


@dataclass(frozen=True, slots=True)
class _Rule:
    work: Callable[[Sequence[Quantity]], Quantity]
    least: int = 2
    most: int = 2
    adds: bool = False


_RULES = {
    "sum": _Rule(_sum, most=99, adds=True),
    "difference": _Rule(_difference, adds=True),
    "divide": _Rule(_divide),
    "multiple": _Rule(_multiple),
    "share": _Rule(_share),
    "change": _Rule(_change),
    "per-year": _Rule(_per_year),
    "convert": _Rule(_convert),
}
