"""Printing: how a language writes numbers, money, ordinals and dates on a page, as far as the CLDR leaves it open."""

import importlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache

from factbound.language.lexicon import has_lexicon


def _in_digits(value: int) -> str:
    return str(value)


def _unchanged(text: str) -> str:
    return text


def _as_written(before: str, _: str) -> str:
    return before


@dataclass(frozen=True, slots=True, kw_only=True)
class Printing:
    """A language's habits in print; `factbound/language/XX.py` holds one as `PRINTING`."""

    locale: str
    """The locale of the CLDR: en_GB."""
    one: tuple[str, str] | None = None
    """One in running prose, after a qualifier (about a week) and alone (one week); None where a language writes small
    numbers in digits there."""
    one_of: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    """Units whose one is another word."""
    gendered: bool = False
    """Whether one has a gender, which is not known of an edition's own units."""
    never_short: frozenset[str] = frozenset()
    """Units whose short form is that of another: 18 m. are months in French, and metres to a reader."""
    ordinal: Callable[[int], str] = _in_digits
    """An ordinal in digits: 3rd, 3e, 3."""
    money: str = "{figure} {name}"
    """Millions of money in full: {figure}, {symbol}, {name} of the currency, {of name}."""
    money_short: str = "{figure}"
    """The same before its abbreviated scale, where the interface word leaves the place {x}."""
    currency_trims: tuple[str, ...] = ()
    """What a reader takes for granted in the name of a currency: the dollars are American."""
    of: Callable[[str], str] = _unchanged
    """A word with *of* before it, where *of* depends on the word: d’emplois, de personnes."""
    before: Callable[[str, str], str] = _as_written
    """The words before a figure, and the figure: the words as they are written there (il était question d’environ)."""
    day: str = "d"
    """How the CLDR's pattern of a date writes the day."""
    first_day: str = ""
    """The first of a month, where it is written otherwise."""


@cache
def printing(language: str) -> Printing:
    """How a language prints; of one that has no file, what its locale says."""
    if not has_lexicon(language):
        return Printing(locale=language)
    found: Printing = importlib.import_module(f"factbound.language.{language}").PRINTING
    return found
