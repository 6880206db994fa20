"""Own units: the words and symbols by which an edition names its units, for the reader of amounts to look for."""

from collections.abc import Mapping

from factbound.language.tokens import laid_bare
from factbound.read.book import Book


def own_units(book: Book, language: str) -> Mapping[str, str]:
    """Each name and symbol of the edition's units in a language, and the unit it stands for. A word that two units
    have in common tells neither, and is left out."""
    found: dict[str, set[str]] = {}
    for name, entered in book.units.items():
        for words in (*entered.entry.name.get(language, {}).values(), *entered.entry.symbols):
            found.setdefault(laid_bare(words)[0], set()).add(name)
    return {words: codes.pop() for words, codes in found.items() if len(codes) == 1}
