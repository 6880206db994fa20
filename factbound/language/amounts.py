"""Amounts in words: every number that a text prints, with its qualifier and unit, in English, French and Dutch."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache

from factbound.language.numberwords import SCALES, written
from factbound.values.quantities import Qualifier

LANGUAGES = ("en", "fr", "nl")
_SPACES = " \u00a0\u202f\u2009"
_DIGITS = rf"\d{{1,3}}(?:[{_SPACES}.,']\d{{3}})+(?:[.,]\d+)?(?!\d)|\d+(?:[.,]\d+)?"


@dataclass(frozen=True, slots=True)
class Amount:
    """A number found in a text: where it starts and ends (qualifier and unit not included), what it is worth.

    `value` is None for a numeral that has no plain worth, such as ½ or Ⅳ; `values` are all that it may mean, where a point or
    a comma can be read two ways; `unit` is a unit's code or None; `plural` marks words such as hundreds or centaines.
    """

    start: int
    end: int
    text: str
    value: Decimal | None
    values: tuple[Decimal, ...]
    qualifier: Qualifier
    unit: str | None
    plural: bool = False


_QUALIFIERS: dict[str, dict[str, Qualifier]] = {
    "en": {
        "more than": Qualifier.MORE_THAN, "over": Qualifier.MORE_THAN, "above": Qualifier.MORE_THAN, "exceeding": Qualifier.MORE_THAN,
        "surpassed": Qualifier.MORE_THAN, "exceeded": Qualifier.MORE_THAN, "at least": Qualifier.AT_LEAST, "no less than": Qualifier.AT_LEAST,
        "about": Qualifier.ABOUT, "around": Qualifier.ABOUT, "approximately": Qualifier.ABOUT, "roughly": Qualifier.ABOUT, "some": Qualifier.ABOUT,
        "nearly": Qualifier.NEARLY, "almost": Qualifier.NEARLY, "close to": Qualifier.NEARLY, "less than": Qualifier.LESS_THAN,
        "fewer than": Qualifier.LESS_THAN, "under": Qualifier.LESS_THAN, "below": Qualifier.LESS_THAN, "up to": Qualifier.UP_TO,
        "at most": Qualifier.UP_TO, "several": Qualifier.SEVERAL,
    },
    "fr": {
        "plus de": Qualifier.MORE_THAN, "plus d'": Qualifier.MORE_THAN, "au-delà de": Qualifier.MORE_THAN, "dépassé": Qualifier.MORE_THAN,
        "au moins": Qualifier.AT_LEAST, "quelque": Qualifier.ABOUT, "quelques": Qualifier.SEVERAL, "environ": Qualifier.ABOUT, "autour de": Qualifier.ABOUT,
        "à peu près": Qualifier.ABOUT, "près de": Qualifier.NEARLY, "près d'": Qualifier.NEARLY, "presque": Qualifier.NEARLY,
        "moins de": Qualifier.LESS_THAN, "moins d'": Qualifier.LESS_THAN, "jusqu'à": Qualifier.UP_TO, "au plus": Qualifier.UP_TO,
        "plusieurs": Qualifier.SEVERAL,
    },
    "nl": {
        "meer dan": Qualifier.MORE_THAN, "ruim": Qualifier.MORE_THAN, "boven de": Qualifier.MORE_THAN, "minstens": Qualifier.AT_LEAST,
        "ten minste": Qualifier.AT_LEAST, "minimaal": Qualifier.AT_LEAST, "ongeveer": Qualifier.ABOUT, "circa": Qualifier.ABOUT, "zo'n": Qualifier.ABOUT,
        "rond de": Qualifier.ABOUT, "bijna": Qualifier.NEARLY, "haast": Qualifier.NEARLY, "minder dan": Qualifier.LESS_THAN, "onder de": Qualifier.LESS_THAN,
        "tot": Qualifier.UP_TO, "hoogstens": Qualifier.UP_TO, "maximaal": Qualifier.UP_TO, "enkele": Qualifier.SEVERAL, "meerdere": Qualifier.SEVERAL,
        "verschillende": Qualifier.SEVERAL,
    },
}  # fmt: skip

_UNITS: dict[str, dict[str, str]] = {
    "": {"%": "%", "€": "EUR", "eur": "EUR", "$": "USD", "usd": "USD", "£": "GBP", "m²": "m2", "m2": "m2", "h": "hours"},
    "en": {
        "percent": "%", "per cent": "%", "percentage points": "pp", "euro": "EUR", "euros": "EUR", "dollar": "USD", "dollars": "USD",
        "us dollars": "USD", "square meters": "m2", "square metres": "m2", "square meter": "m2", "square metre": "m2", "hour": "hours", "hours": "hours",
        "day": "days", "days": "days", "week": "weeks", "weeks": "weeks", "month": "months", "months": "months", "year": "years", "years": "years",
    },
    "fr": {
        "pour cent": "%", "points": "pp", "euro": "EUR", "euros": "EUR", "d'euros": "EUR", "dollar": "USD", "dollars": "USD", "de dollars": "USD",
        "mètres carrés": "m2", "mètre carré": "m2", "heure": "hours", "heures": "hours", "jour": "days", "jours": "days", "semaine": "weeks",
        "semaines": "weeks", "mois": "months", "an": "years", "ans": "years", "année": "years", "années": "years",
    },
    "nl": {
        "procent": "%", "procentpunt": "pp", "euro": "EUR", "dollar": "USD", "vierkante meter": "m2", "uur": "hours", "dag": "days", "dagen": "days",
        "week": "weeks", "weken": "weeks", "maand": "months", "maanden": "months", "jaar": "years", "jaren": "years",
    },
}  # fmt: skip

_BEFORE_UNITS = {"€": "EUR", "$": "USD", "£": "GBP"}
_FILLERS = {
    "en": r"(?:the |a |an |one |of )*",
    "fr": r"(?:les |le |la |l'|d'|de |des |un |une |du )*",
    "nl": r"(?:de |het |een |van )*",
}


_PLAIN = str.maketrans(
    {"\u2019": "'", "\u02bc": "'", "\u00a0": " ", "\u202f": " ", "\u2009": " ", "\u2010": "-", "\u2011": "-"}
)


def flattened(text: str) -> str:
    """The text with typographic apostrophes and spaces made plain, character for character; lower case."""
    return "".join(low if len(low := character.lower()) == 1 else character for character in text.translate(_PLAIN))


def _laid_bare(text: str) -> tuple[str, Sequence[int]]:
    """The text as a reader sees it, in lower case: without invisible characters, letters in disguise made plain; and where each
    of its characters stands in `text`, with the end."""
    if text.isascii():
        return text.lower(), range(len(text) + 1)
    plain: list[str] = []
    places: list[int] = []
    for position, character in enumerate(text):
        seen = _seen(character)
        plain.append(seen)
        places += [position] * len(seen)
    return "".join(plain), [*places, len(text)]


@cache
def _seen(character: str) -> str:
    category = unicodedata.category(character)
    if category == "Cf" or character in "\u034f\u180b\u180c\u180d" or "\ufe00" <= character <= "\ufe0f":
        return ""
    disguised = category.startswith("L") or category == "Nd"
    return (
        (unicodedata.normalize("NFKC", character) if disguised else character.translate(_PLAIN))
        .translate(_PLAIN)
        .lower()
    )


def amounts(text: str, language: str) -> tuple[Amount, ...]:
    """Every amount in the text, in order."""
    plain, places = _laid_bare(text)
    found = []
    for amount in (*_in_digits(plain, language), *_in_words(plain, language)):
        start, end = places[amount.start], places[amount.end - 1] + 1
        found.append(replace(amount, start=start, end=end, text=text[start:end]))
    covered = {position for amount in found for position in range(amount.start, amount.end)}
    found.extend(
        Amount(position, position + 1, character, None, (), Qualifier.EXACTLY, None)
        for position, character in enumerate(text)
        if not (character.isascii() and not character.isdigit())
        and position not in covered
        and unicodedata.numeric(character, None) is not None
        and not _is_square(text, position)
    )
    return tuple(sorted(found, key=lambda amount: amount.start))


def _is_square(text: str, position: int) -> bool:
    """The ² of m² or km²."""
    return text[position] in "²³" and bool(re.search(r"(?<![^\W\d_])[kc]?m$", text[:position]))


@cache
def _numerals(language: str) -> re.Pattern[str]:
    """A number in digits, with the scale words that follow it."""
    scales = "|".join(sorted(SCALES.get(language, {}), key=len, reverse=True)) or r"(?!)"
    return re.compile(rf"(?P<digits>{_DIGITS})(?:[ -]?(?P<scale>(?:{scales})(?:[ -](?:{scales}))*)(?!\w))?")


def _in_digits(plain: str, language: str) -> Iterator[Amount]:
    for match in _numerals(language).finditer(plain):
        factor = _product(match["scale"] or "", language)
        values = tuple(value * factor for value in _readings(match["digits"], language))
        yield _amount(plain, *match.span(), values, language)


def _in_words(plain: str, language: str) -> Iterator[Amount]:
    for each in written(_numerals(language).sub(lambda match: "\0" * len(match[0]), plain), language):
        yield _amount(plain, each.start, each.end, (each.worth,), language, plural=each.plural)


def _amount(
    plain: str, start: int, end: int, values: tuple[Decimal, ...], language: str, *, plural: bool = False
) -> Amount:
    """The amount of these values, with the qualifier before it and the unit around it."""
    unit = _unit_after(plain[end:], language) or _BEFORE_UNITS.get(plain[:start].rstrip()[-1:])
    qualifier = _qualifier_before(plain[:start], language)
    return Amount(start, end, plain[start:end], values[0] if values else None, values, qualifier, unit, plural)


def _readings(digits: str, language: str) -> Iterator[Decimal]:
    """What a numeral in digits may mean: 1.000 is a thousand in French, and one in English unless it groups."""
    plain = re.sub(rf"[{_SPACES}']", "", digits)
    decimal, group = (".", ",") if language == "en" else (",", ".")
    if re.fullmatch(rf"\d{{1,3}}(?:\{group}\d{{3}})+(?:\{decimal}\d+)?", plain):
        yield Decimal(plain.replace(group, "").replace(decimal, "."))
    elif re.fullmatch(rf"\d+(?:\{decimal}\d+)?", plain):
        yield Decimal(plain.replace(decimal, "."))
    elif re.fullmatch(rf"\d+\{group}\d+", plain):
        yield Decimal(plain.replace(group, "."))


def _product(scale: str, language: str) -> Decimal:
    worth = Decimal(1)
    for word in re.split(r"[ -]", scale):
        worth *= SCALES.get(language, {}).get(word, Decimal(1))
    return worth


_NEXT = "next|past|last|coming|prochaines?|derniers?|dernières?|komende|volgende|voorbije|afgelopen"
"""Words that may stand between a number and its unit: the five next years, les cinq prochaines années."""


@cache
def _unit_pattern(language: str) -> re.Pattern[str]:
    names = sorted(_UNITS[""] | _UNITS.get(language, {}), key=len, reverse=True)
    return re.compile(rf"[ -]?(?:(?:{_NEXT}) )?({'|'.join(map(re.escape, names))})(?!\w)")


def _unit_after(rest: str, language: str) -> str | None:
    match = _unit_pattern(language).match(rest)
    return (_UNITS[""] | _UNITS.get(language, {}))[match[1]] if match else None


@cache
def _qualifier_pattern(language: str) -> re.Pattern[str]:
    names = sorted(_QUALIFIERS.get(language, {}), key=len, reverse=True)
    return re.compile(rf"(?<!\w)({'|'.join(map(re.escape, names)) or '(?!)'}) ?{_FILLERS.get(language, '')}[€$£]?\s?$")


def _qualifier_before(before: str, language: str) -> Qualifier:
    match = _qualifier_pattern(language).search(before)
    return _QUALIFIERS[language][match[1]] if match else Qualifier.EXACTLY
