"""What CLDR knows of a language, through Babel: the words for units, currencies and months, in every plural form."""

from collections.abc import Iterable
from functools import cache
from typing import get_args

from babel import Locale
from babel.numbers import get_currency_name
from babel.units import format_unit

from factbound.values.vocabulary import PluralForm

UNITS = {
    "length-kilometer": "km", "length-meter": "m", "length-centimeter": "cm", "length-millimeter": "mm",
    "length-mile": "mi",
    "length-foot": "ft", "length-inch": "in", "length-yard": "yd", "length-micrometer": "um", "length-nanometer": "nm",
    "area-square-kilometer": "km2", "area-hectare": "ha", "area-square-meter": "m2", "area-square-mile": "mi2",
    "area-square-foot": "ft2", "area-acre": "acres", "volume-cubic-meter": "m3", "volume-liter": "l",
    "volume-barrel": "barrels",
    "volume-cubic-foot": "ft3", "volume-gallon": "gal", "volume-milliliter": "ml", "volume-hectoliter": "hl",
    "mass-tonne": "t", "mass-kilogram": "kg", "mass-gram": "g", "mass-milligram": "mg", "mass-pound": "lb",
    "mass-ounce": "oz",
    "power-gigawatt": "GW", "power-megawatt": "MW", "power-kilowatt": "kW", "power-watt": "W", "power-horsepower": "hp",
    "energy-kilowatt-hour": "kWh", "speed-kilometer-per-hour": "km/h", "speed-mile-per-hour": "mph",
    "temperature-celsius": "degC", "temperature-fahrenheit": "degF", "digital-terabyte": "TB", "digital-gigabyte": "GB",
    "digital-megabyte": "MB", "frequency-hertz": "Hz", "electric-volt": "V", "electric-ampere": "A",
    "duration-year": "years", "duration-month": "months", "duration-week": "weeks", "duration-day": "days",
    "duration-hour": "hours", "duration-minute": "min", "duration-second": "s",
}  # fmt: skip
"""CLDR's names of units, and our codes."""

CURRENCIES = [
    "AED",
    "ARS",
    "AUD",
    "BEF",
    "BGN",
    "BRL",
    "CAD",
    "CHF",
    "CLP",
    "CNY",
    "COP",
    "CZK",
    "DEM",
    "DKK",
    "EGP",
    "EUR",
    "FRF",
    "GBP",
    "HKD",
    "HUF",
    "IDR",
    "ILS",
    "INR",
    "ISK",
    "ITL",
    "JPY",
    "KRW",
    "LUF",
    "MAD",
    "MXN",
    "MYR",
    "NGN",
    "NLG",
    "NOK",
    "NZD",
    "PHP",
    "PLN",
    "RON",
    "RSD",
    "RUB",
    "SAR",
    "SEK",
    "SGD",
    "THB",
    "TRY",
    "TWD",
    "UAH",
    "USD",
    "VND",
    "ZAR",
]
"""Currencies whose names a newspaper may print in full; of all others the codes are read."""


@cache
def _counts(language: str) -> tuple[int, ...]:
    """Numbers that between them ask for every plural form of the language."""
    form = Locale.parse(language).plural_form
    return tuple({form(count): count for count in (100, 22, 11, 5, 2, 1)}.values())


@cache
def unit_words(language: str) -> dict[str, str]:
    """The words for units in every plural form, in lower case, with our codes.

    >>> unit_words("en")["kilometers"], unit_words("fr")["mètres carrés"], unit_words("pl")["kilometrów"]
    ('km', 'm2', 'km')
    """
    words = {}
    for unit, code in UNITS.items():
        for count in _counts(language):
            words[_name(format_unit(count, unit, length="long", locale=language))] = code
    return {word: code for word, code in words.items() if word}


@cache
def currency_words(language: str) -> dict[str, str]:
    """The full names of currencies in every plural form, in lower case, with their codes.

    >>> currency_words("en")["hong kong dollars"], currency_words("fr")["francs suisses"]
    ('HKD', 'CHF')
    """
    named = ((get_currency_name(code, count, language), code) for code in CURRENCIES for count in _counts(language))
    return {" ".join(name.lower().split()): code for name, code in named if name != code}


@cache
def month_words(language: str) -> dict[str, int]:
    """The names of the months and their abbreviations without a point, in lower case.

    >>> month_words("fr")["février"], month_words("en")["sep"]
    (2, 9)
    """
    locale = Locale.parse(language)
    forms: Iterable[tuple[int, str]] = (
        (number, name)
        for context in ("format", "stand-alone")
        for width in ("wide", "abbreviated")
        for number, name in locale.months[context][width].items()
    )
    return {name.lower().rstrip("."): number for number, name in forms}


@cache
def plural_forms(language: str) -> tuple[PluralForm, ...]:
    """The forms that the name of a unit needs beside whole numbers up to a thousand; the last is for all others.

    >>> plural_forms("en"), plural_forms("pl"), plural_forms("ja")
    (('one', 'other'), ('one', 'few', 'many', 'other'), ('other',))
    """
    form = Locale.parse(language).plural_form
    needed = {form(count) for count in range(1000)} | {"other"}
    return tuple(each for each in get_args(PluralForm) if each in needed)


def _name(formatted: str) -> str:
    """A formatted unit without its number."""
    return " ".join(word for word in formatted.lower().replace("\u2019", "'").split() if not word.isdigit())
