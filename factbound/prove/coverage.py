"""Coverage: what an archived text prints that no reading uses and nothing explains."""

from collections.abc import Mapping
from dataclasses import dataclass

from factbound.language.amounts import Amount, Kind, read
from factbound.language.lexicon import DIGITS_ONLY, has_lexicon
from factbound.problems import Code, Problem, Where
from factbound.prove.archive import Text
from factbound.prove.carried import around
from factbound.prove.own_units import own_units
from factbound.prove.verify import span_of
from factbound.read.book import Book, Entered
from factbound.read.entries import SourceEntry

# --- Coverage --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Coverage:
    """Of the amounts and dates that a source prints: how many readings use, how many are left out, which are
    neither."""

    source: str
    used: int
    left_out: int
    uncovered: tuple[Problem, ...]


def coverage(book: Book, texts: Mapping[str, Text]) -> tuple[Coverage, ...]:
    """The coverage of each source that has a text."""
    return tuple(_coverage(source, texts[name], book) for name, source in book.sources.items() if name in texts)


def _coverage(source: Entered[SourceEntry], text: Text, book: Book) -> Coverage:
    entry = source.entry
    used = left = 0
    uncovered: list[Problem] = []
    units = own_units(book, entry.language)
    taken = [each for fact in book.facts.values() for each in fact.entry.readings if each.source == entry.id]
    for number, paragraph in enumerate(text.paragraphs, 1):
        read = [span_of(each.printed, paragraph, each.after) for each in taken if each.paragraph == number]
        out = [span_of(part.printed, paragraph, None) for part in entry.left_out if part.paragraph == number]
        for start, end in _printed_numbers(paragraph, entry.language, units):
            if any(a <= start and end <= b for a, b in read):
                used += 1
            elif any(a <= start and end <= b for a, b in out):
                left += 1
            else:
                uncovered.append(_uncovered(source.where("id"), entry.id, number, paragraph, start, end))
    return Coverage(entry.id, used, left, tuple(uncovered))


def _printed_numbers(paragraph: str, language: str, units: Mapping[str, str]) -> list[tuple[int, int]]:
    """Every number, number word and date in a paragraph, as spans without qualifier and unit."""
    found = read(paragraph, language if has_lexicon(language) else DIGITS_ONLY, units=units)
    return [each.number for each in found if not each.loose and not _is_word_of_order(each)]


def _is_word_of_order(amount: Amount) -> bool:
    """Whether it is first or second, which says nothing that a reading holds."""
    return amount.kind is Kind.ORDINAL and not any(character.isdecimal() for character in amount.words)


def _uncovered(where: Where, source: str, number: int, paragraph: str, start: int, end: int) -> Problem:
    message = (
        f"paragraph {number} of {source} prints “{paragraph[start:end]}” "
        f"(…{around(paragraph, start, end, 2, 2)}…), which no reading uses"
    )
    return Problem(where, message, Code.UNCOVERED, "add a reading, or a left_out entry that says why not")
