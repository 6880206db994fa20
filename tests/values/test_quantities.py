"""Quantities: read exactly, bounded by their qualifiers, and never surer after arithmetic than before."""

from collections.abc import Callable
from decimal import Context, Decimal, localcontext

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from factbound.problems import WrongValue
from factbound.read.interface_words import default_words
from factbound.values.arithmetic import add, divide, multiply, rounded, scale, significant_figures, subtract
from factbound.values.quantities import Qualifier, Quantity, between, parse_quantity, quantity
from factbound.values.units import Unit, UnitError, dimension
from factbound.view.telling.numerals import Speller

EUR = Unit("EUR")
SINGLE = [q for q in Qualifier if q not in {Qualifier.BETWEEN, Qualifier.SEVERAL}]
numbers = st.decimals(min_value=0, max_value=10**12, allow_nan=False, allow_infinity=False, places=3)


@st.composite
def quantities_with_a_value_they_allow(draw: st.DrawFn) -> tuple[Quantity, Decimal]:
    """A quantity of a thing that is never negative, and a number that its bounds allow."""
    a, b = draw(numbers), draw(numbers)
    if draw(st.booleans()):
        assume(a != b)
        amount = between(min(a, b), max(a, b), EUR)
    else:
        amount = quantity(a, EUR, draw(st.sampled_from(SINGLE)))
    low, high = amount.lower or Decimal(0), amount.upper if amount.upper is not None else Decimal(10) ** 13
    return amount, low + (high - low) * draw(st.decimals(min_value=0, max_value=1, places=3))


Operation = Callable[[Quantity, Quantity], Quantity]
OPERATIONS: dict[str, tuple[Operation, Callable[[Decimal, Decimal], Decimal]]] = {
    "add": (add, lambda a, b: a + b),
    "subtract": (subtract, lambda a, b: a - b),
    "multiply": (lambda a, b: multiply(a, b, EUR), lambda a, b: a * b),
    "divide": (lambda a, b: divide(a, b, EUR), lambda a, b: a / b),
}


@pytest.mark.parametrize("name", OPERATIONS)
@given(left=quantities_with_a_value_they_allow(), right=quantities_with_a_value_they_allow())
def test_a_result_contains_every_value_that_its_inputs_allow(
    name: str, left: tuple[Quantity, Decimal], right: tuple[Quantity, Decimal]
) -> None:
    work, exactly = OPERATIONS[name]
    assume(name != "divide" or right[1] != 0)
    try:
        result = work(left[0], right[0])
    except UnitError:
        return
    with localcontext(Context(prec=40)):
        assert result.contains(exactly(left[1], right[1]))


@pytest.mark.parametrize("name", OPERATIONS)
@given(
    left=quantities_with_a_value_they_allow(), right=quantities_with_a_value_they_allow(), divisor=st.integers(1, 40)
)
def test_a_result_of_a_result_still_contains_them(
    name: str, left: tuple[Quantity, Decimal], right: tuple[Quantity, Decimal], divisor: int
) -> None:
    work, exactly = OPERATIONS[name]
    try:
        difference = subtract(left[0], right[0])
        result = work(difference, quantity(Decimal(divisor), EUR))
    except UnitError:
        return
    with localcontext(Context(prec=40)):
        assert result.contains(exactly(left[1] - right[1], Decimal(divisor)))


@given(amount=quantities_with_a_value_they_allow(), figures=st.integers(1, 5))
def test_rounding_never_claims_more_than_the_bounds(amount: tuple[Quantity, Decimal], figures: int) -> None:
    exact, allowed = amount
    shown = rounded(exact, figures)
    assert shown.contains(allowed)
    match exact.qualifier:
        case Qualifier.MORE_THAN | Qualifier.AT_LEAST:
            assert shown.point <= exact.point
        case Qualifier.LESS_THAN | Qualifier.UP_TO | Qualifier.NEARLY:
            assert shown.point >= exact.point
        case _:
            pass


@given(amount=quantities_with_a_value_they_allow())
def test_a_quantity_is_written_as_it_is_read(amount: tuple[Quantity, Decimal]) -> None:
    assume(amount[0].value or amount[0].qualifier not in {Qualifier.SEVERAL, Qualifier.LESS_THAN})
    assert parse_quantity(str(amount[0])) == amount[0]


@pytest.mark.parametrize("text", ["several 0 people", "less than 0 EUR"])
def test_a_quantity_says_something(text: str) -> None:
    with pytest.raises(WrongValue, match="says nothing"):
        parse_quantity(text)


@pytest.mark.parametrize(
    ("text", "lower", "upper"),
    [
        ("12_000_000 EUR", 12_000_000, 12_000_000),
        ("more than 12_000_000 EUR", 12_000_000, None),
        ("at least 40 %", 40, None),
        ("nearly 400 people", None, 400),
        ("up to 1.5 EUR/m2", None, Decimal("1.5")),
        ("about 400 people", None, None),
        ("between 10 and 20 days", 10, 20),
        ("several 100 people", 200, None),
    ],
)
def test_a_qualifier_leaves_bounds(text: str, lower: int | None, upper: int | None) -> None:
    amount = parse_quantity(text)
    assert (amount.lower, amount.upper) == (lower, upper)


@pytest.mark.parametrize(
    "text",
    ["", "12", "EUR", "12EUR", "12  EUR", "1,200 EUR", "-3 EUR", "1_20 EUR", "1. EUR", ".5 EUR", "1e6 EUR", "１２ EUR",
        "NaN EUR", "Infinity EUR", "1/2 EUR",
     "roughly 12 EUR", "More than 12 EUR", "between 5 and 5 EUR", "between 5 and 3 EUR", "between 1 and 2", "0 rank",
         "2.5 rank", "12 EUR\n", "9" * 31 + " EUR", "12 EUR/"],
)  # fmt: skip
def test_what_is_not_a_quantity_is_refused_with_a_reason(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        parse_quantity(text)


@pytest.mark.parametrize(
    ("left", "right"),
    [("3 people", "4 EUR"), ("3 %", "4 pp"), ("3 EUR", "4 USD"), ("3 EUR", "4 EUR/years")],
)
def test_different_units_are_not_added(left: str, right: str) -> None:
    with pytest.raises(UnitError):
        add(parse_quantity(left), parse_quantity(right))


def test_percents_differ_in_percentage_points() -> None:
    assert str(subtract(parse_quantity("40 %"), parse_quantity("25 %"))) == "15 pp"


@pytest.mark.parametrize(
    ("left", "right", "result"),
    [
        ("more than 12 EUR", "3 EUR", "more than 4 times"),
        ("12 EUR", "less than 3 EUR", "more than 4 times"),
        ("12 EUR", "nearly 3 EUR", "more than 4 times"),
        ("12 EUR", "at least 3 EUR", "up to 4 times"),
        ("more than 12 EUR", "more than 3 EUR", "about 4 times"),
        ("about 12 EUR", "more than 3 EUR", "about 4 times"),
        ("between 6 and 12 EUR", "3 EUR", "between 2 and 4 times"),
        ("between 6 and 12 EUR", "more than 3 EUR", "up to 4 times"),
    ],
)
def test_qualifiers_are_carried_through_a_division(left: str, right: str, result: str) -> None:
    assert str(divide(parse_quantity(left), parse_quantity(right), Unit("times"))) == result


@pytest.mark.parametrize("divisor", ["0 EUR", "about 0 EUR", "up to 0 EUR"])
def test_nothing_is_divided_by_zero(divisor: str) -> None:
    with pytest.raises(UnitError, match="zero"):
        divide(parse_quantity("1 EUR"), parse_quantity(divisor), EUR)


def test_several_hundred_is_not_calculated_with() -> None:
    with pytest.raises(UnitError, match="several"):
        add(parse_quantity("several 100 people"), parse_quantity("3 people"))


def test_a_loss_is_not_divided_by_a_rough_number() -> None:
    loss = subtract(parse_quantity("3 EUR"), parse_quantity("10 EUR"))
    with pytest.raises(UnitError, match="below zero"):
        divide(loss, parse_quantity("between 2 and 5 EUR"), EUR)


def test_a_very_large_product_is_still_rounded() -> None:
    huge = parse_quantity("9" * 30 + " EUR")
    assert rounded(scale(huge, Decimal("9" * 30), EUR), 3).value == Decimal(10) ** 60


@pytest.mark.parametrize(
    ("unit", "kind"),
    [
        ("EUR", "money"),
        ("ZZZ", "count"),
        ("people", "count"),
        ("%", "share"),
        ("pp", "share"),
        ("m2", "area"),
        ("years", "duration"),
        ("EUR/years", "money/duration"),
    ],
)
def test_a_unit_has_a_dimension(unit: str, kind: str) -> None:
    assert dimension(Unit.parse(unit)) == kind


@pytest.mark.parametrize(("number", "figures"), [("400", 1), ("12_500", 3), ("0.0250", 2), ("100.5", 4), ("0", 1)])
def test_zeros_at_the_ends_are_not_significant(number: str, figures: int) -> None:
    assert significant_figures(Decimal(number)) == figures


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("0.000000000000000001 EUR", "€0.000000000000000001"),
        ("12.345 EUR", "€12.345"),
        ("12.5 EUR", "€12.50"),
        ("12345678901234567890123456789.5 EUR", "€12,345,678,901,234,567,890,123,456,789.50"),
        ("0.0001 km", "0.0001\u00a0km"),
        ("12345678901234567890123456789.5 km", "12,345,678,901,234,567,890,123,456,789.5\u00a0km"),
    ],
)
def test_no_digit_is_lost_when_an_amount_is_spelled(typed: str, said: str) -> None:
    spelled = Speller("en", default_words("en", []), {}).quantity(
        parse_quantity(typed), "short" if "km" in typed else "full"
    )
    assert spelled.text == said
