"""Amounts: what Babel prints is read back, with its qualifier and unit, whatever its digits are disguised as."""

from decimal import Decimal

import pytest
from babel.numbers import format_compact_decimal, format_decimal
from hypothesis import given, settings
from hypothesis import strategies as st

from factbound.language.amounts import Amount, Kind, read
from factbound.values.quantities import Qualifier

LOCALES = {"en": "en_GB", "fr": "fr_FR", "nl": "nl_BE", "de": "de_DE"}
languages = pytest.mark.parametrize("language", LOCALES)


def only(text: str, language: str = "en") -> Amount:
    found = [each for each in read(text, language) if not each.loose]
    assert len(found) == 1, found
    return found[0]


def every_worth(amount: Amount) -> tuple[object, ...]:
    return (amount.value, *amount.alternatives)


@languages
@settings(deadline=None)
@given(number=st.integers(0, 10**13), places=st.integers(0, 2))
def test_a_number_that_babel_prints_is_read_back(language: str, number: int, places: int) -> None:
    value = Decimal(number).scaleb(-places)
    assert value in every_worth(
        only(format_decimal(value, locale=LOCALES[language], decimal_quantization=False), language)
    )


@languages
@pytest.mark.parametrize("value", [12_000_000, 1_200_000, 1_000_000_000, 2_500_000_000])
def test_a_compact_number_that_babel_prints_is_read_back(language: str, value: int) -> None:
    text = format_compact_decimal(value, format_type="long", locale=LOCALES[language], fraction_digits=1)
    assert only(text, language).value == value


@pytest.mark.parametrize(
    ("language", "text", "qualifier"),
    [
        ("en", "more than 12", Qualifier.MORE_THAN),
        ("en", "More than €12 million", Qualifier.MORE_THAN),
        ("en", "at least 12", Qualifier.AT_LEAST),
        ("en", "close to 12", Qualifier.NEARLY),
        ("en", "fewer than twelve", Qualifier.LESS_THAN),
        ("en", "up to 12", Qualifier.UP_TO),
        ("en", "12", Qualifier.EXACTLY),
        ("en", "moreover 12", Qualifier.EXACTLY),
        ("fr", "plus de 12 millions d’euros", Qualifier.MORE_THAN),
        ("fr", "près de douze", Qualifier.NEARLY),
        ("fr", "quelque 12 emplois", Qualifier.ABOUT),
        ("fr", "jusqu’à 12", Qualifier.UP_TO),
        ("nl", "ruim 12", Qualifier.MORE_THAN),
        ("nl", "bijna twaalf", Qualifier.NEARLY),
        ("nl", "zo’n 12", Qualifier.ABOUT),
    ],
)
def test_the_words_before_a_number_qualify_it(language: str, text: str, qualifier: Qualifier) -> None:
    assert only(text, language).qualifier is qualifier


@pytest.mark.parametrize(
    ("language", "text", "unit"),
    [
        ("en", "€12", "EUR"), ("en", "$12 million", "USD"), ("en", "12 percent", "%"), ("en", "12%", "%"),
        ("en", "12 m²", "m2"), ("en", "12 hours", "hours"),
        ("en", "12-hour", "hours"), ("fr", "12 millions d’euros", "EUR"), ("fr", "12 %", "%"),
        ("fr", "12 ans", "years"), ("nl", "12 procent", "%"),
        ("nl", "12 miljoen euro", "EUR"), ("en", "12 people", None), ("en", "12 yearlings", None),
    ],
)  # fmt: skip
def test_the_words_after_a_number_are_its_unit(language: str, text: str, unit: str | None) -> None:
    assert only(text, language).unit == unit


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("en", "1,200", "1200"), ("en", "1.2 billion", "1200000000"), ("fr", "1,2 milliard", "1200000000"),
        ("fr", "15 000", "15000"), ("fr", "15 000", "15000"),
        ("fr", "12.000", "12000"), ("nl", "1.200.000", "1200000"), ("fr", "quatre-vingt-dix-sept", "97"),
        ("fr", "nonante-sept", "97"), ("fr", "vingt et un", "21"),
        ("nl", "eenentwintig", "21"), ("nl", "vijfentwintigduizend", "25000"), ("en", "a hundred and five", "105"),
        ("en", "half", "0.5"), ("en", "one million", "1000000"),
        ("en", "twenty-one", "21"), ("en", "forty-two", "42"), ("en", "one hundred and one", "101"),
    ],
)  # fmt: skip
def test_a_number_is_worth_what_its_language_says(language: str, text: str, value: str) -> None:
    assert only(text, language).value == Decimal(value)


@pytest.mark.parametrize(
    "text", ["½", "Ⅳ", "①", "五", "１２", "٣", "1️⃣", "𝟏", "²", "t\u00adwo", "t\u200bwo", "𝐭𝐰𝐨", "ｔｗｏ", "İİ 5"]
)
def test_a_number_in_disguise_is_seen(text: str) -> None:
    assert read(text, "en")


@pytest.mark.parametrize(
    "text", ["one of them", "once upon a time", "often", "tent", "height", "m²", "ninepins", "Seventhly"]
)
def test_a_word_that_only_looks_like_a_number_is_none(text: str) -> None:
    assert [each for each in read(text, "en") if each.kind is not Kind.ORDINAL and not each.loose] == []


@given(text=st.text(alphabet=st.one_of(st.characters(), st.sampled_from("0123456789 .,-½İﬁ\u00ad€")), max_size=60))
def test_every_digit_of_any_text_belongs_to_an_amount(text: str) -> None:
    found = read(text, "en")
    covered = {position for amount in found for position in range(*amount.number)}
    assert [
        position for position, character in enumerate(text) if character.isdecimal() and position not in covered
    ] == []
    assert all(amount.words == text[amount.start : amount.end] for amount in found)
