"""Operations: money at a stated rate, and what is no rate."""

import pytest

from factbound.assemble.operations import derive
from factbound.ledger import Figure, Input
from factbound.values.quantities import parse_quantity
from factbound.values.units import UnitError


def converted(figure: Figure, amount: str, rate: str) -> str:
    inputs = [Input(figure, False, parse_quantity(each)) for each in (amount, rate)]
    return str(derive("convert", inputs, "with-care").quantity)


@pytest.fixture
def figure(edition) -> Figure:
    from factbound.mkdocs import plugin as mkdocs
    from factbound.mkdocs import settings

    return mkdocs.ledger(settings.load(edition)).figures["lamp-factory-plan"]


def test_money_is_converted_at_a_rate_and_keeps_its_qualifier(figure: Figure) -> None:
    assert converted(figure, "12_000_000 EUR", "1.25 USD/EUR") == str(parse_quantity("15_000_000 USD"))
    assert converted(figure, "more than 12_000_000 EUR", "1.25 USD/EUR") == str(
        parse_quantity("more than 15_000_000 USD")
    )


@pytest.mark.parametrize(
    ("amount", "rate", "told"),
    [
        ("12_000_000 EUR", "1.25 EUR/USD", "EUR/USD is no rate for EUR: a rate is money per EUR, such as USD/EUR"),
        ("12_000_000 EUR", "3 people/EUR", "people/EUR is no rate for EUR"),
        ("12_000_000 EUR", "1.25 USD", "USD is no rate for EUR"),
        ("12_000_000 EUR", "about 1.25 USD/EUR", "a rate is exact"),
    ],
)
def test_what_is_no_exact_rate_for_the_amount_is_refused(figure: Figure, amount: str, rate: str, told: str) -> None:
    with pytest.raises(UnitError, match=told):
        converted(figure, amount, rate)
