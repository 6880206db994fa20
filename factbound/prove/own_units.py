"""Own units: the words and symbols by which an edition names its units, for the reader of amounts to look for."""

from collections.abc import Mapping
from fractions import Fraction

from factbound.language.tokens import laid_bare
from factbound.read.book import Book

_TIMES = "×"


def own_units(book: Book, language: str) -> Mapping[str, str]:
    """Each name and symbol of the edition's units in a language, and the unit it stands for; with a factor where it
    names another unit, which is so many of it (`parcels×40` for a pallet). A word that two units have in common tells
    neither, and is left out."""
    found: dict[str, set[str]] = {}
    for name, entered in book.units.items():
        entry = entered.entry
        codes = dict.fromkeys((*entry.name.get(language, {}).values(), *entry.symbols), name)
        codes |= {words: f"{name}{_TIMES}{factor}" for words, factor in entry.factors.items()}
        for words, code in codes.items():
            found.setdefault(laid_bare(words)[0], set()).add(code)
    return {words: meant.pop() for words, meant in found.items() if len(meant) == 1}


def own_names(book: Book, language: str) -> Mapping[str, str]:
    """The same without the names of other units."""
    return {words: code for words, code in own_units(book, language).items() if _TIMES not in code}


def unit_and_factor(code: str) -> tuple[str, Fraction]:
    """The unit that a code of `own_units` stands for, and how many of it one is.

    >>> unit_and_factor("parcels×40"), unit_and_factor("parcels")
    (('parcels', Fraction(40, 1)), ('parcels', Fraction(1, 1)))
    """
    unit, _, factor = code.partition(_TIMES)
    return unit, Fraction(factor or 1)
