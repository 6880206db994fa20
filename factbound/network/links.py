"""Links: whether the addresses of sources still answer, and whether the printed words still stand there."""

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import pairwise
from typing import TypeAlias

from factbound.network.clock import LONGEST, TooLong, within
from factbound.network.extraction import paragraphs
from factbound.network.fetching import Answer, Fetched, NoAnswer, NoHost
from factbound.network.page import Page, is_bounded, is_text, read_page, text_of
from factbound.prove.archive import Missing, locate
from factbound.read.book import Book
from factbound.read.entries import SourceEntry

Fetch: TypeAlias = Callable[[str], Fetched]
Allow: TypeAlias = Callable[[str], bool | NoHost | NoAnswer]

_SHORT = 0.5
"""An article of which fewer than this share of the recorded paragraphs is left, and whose words are missing, is taken
for a teaser before a paywall."""


class State(StrEnum):
    """What became of a source's address."""

    LIVE = "live"
    """It answers, and every printed word stands there."""
    MOVED = "moved"
    """The same at another address, to which it redirects."""
    CHANGED = "changed"
    """It answers, and some printed words do not stand there."""
    PAYWALLED = "paywalled"
    """It answers with less than the article, as far as one can tell from outside."""
    REFUSED = "refused"
    """Its robots.txt asks programs not to read it; a person may."""
    GONE = "gone"
    """There is no such page, or no such host."""
    UNREACHABLE = "unreachable"
    """No answer that tells anything, more than once."""


@dataclass(frozen=True, slots=True)
class Words:
    """Printed words of a reading, which is named as the lock names it: the fact's id and its position."""

    reading: str
    printed: str


@dataclass(frozen=True, slots=True)
class Checked:
    """A source, and what became of its address. `at` is the address that answered, `looked` whether there was a page to
    look at, and `missing` the printed words that do not stand on it."""

    source: str
    address: str
    state: State
    words: int
    detail: str = ""
    at: str | None = None
    looked: bool = False
    missing: tuple[Words, ...] = field(default=())


def check_links(book: Book, fetch: Fetch, allow: Allow) -> Iterator[Checked]:
    """Every source of the edition, one after another, as soon as it is checked."""
    for name, source in book.sources.items():
        words = tuple(
            Words(f"{fact}.{number}", reading.printed)
            for fact, entered in book.facts.items()
            for number, reading in enumerate(entered.entry.readings, 1)
            if reading.source == name
        )
        yield _checked(source.entry, words, fetch, allow)


def _checked(source: SourceEntry, words: tuple[Words, ...], fetch: Fetch, allow: Allow) -> Checked:
    def end(state: State, detail: str, at: str | None = None) -> Checked:
        return Checked(source.id, source.address, state, len(words), detail, at)

    match allow(source.address):
        case False:
            return end(State.REFUSED, "its robots.txt asks programs not to read this page")
        case NoHost(detail):
            return end(State.GONE, detail)
        case NoAnswer(detail):
            return end(State.UNREACHABLE, detail)
    match fetch(source.address):
        case NoHost(detail):
            return end(State.GONE, detail)
        case NoAnswer(detail):
            return end(State.UNREACHABLE, detail)
        case Answer(status=(404 | 410 | 451) as status) as answer:
            return end(State.GONE, f"answers {status}", answer.address)
        case Answer(status=(401 | 402 | 403) as status) as answer:
            return end(State.PAYWALLED, f"answers {status}: it is for subscribers, or refuses programs", answer.address)
        case Answer(status=200) as answer:
            return _compared(source, words, answer)
        case Answer(status=status) as answer:
            return end(State.UNREACHABLE, f"answers {status}", answer.address)


def _compared(source: SourceEntry, words: tuple[Words, ...], answer: Answer) -> Checked:
    """What a page that answered says, held against the printed words."""
    html = text_of(answer) if is_text(answer) else ""
    beyond = "" if is_bounded(html) else "it is made of more elements or attributes than are read"
    try:
        page, article = within(LONGEST, read_both, "" if beyond else html, answer.address)
    except TooLong as error:
        beyond, page, article = str(error), read_page(""), ()
    in_article, on_page = _finder(article), _finder(page.lines)
    missing = tuple(each for each in words if not in_article(each.printed) and not on_page(each.printed))
    state, detail = _state(source, answer, page, article, gone=len(missing))
    if beyond:
        state, detail = State.CHANGED, beyond
    if len(answer.hops) > 1:
        detail = f"redirects to {answer.address}" + (f"; {detail}" if detail else "")
    return Checked(source.id, source.address, state, len(words), detail, answer.address, looked=True, missing=missing)


def read_both(html: str, address: str) -> tuple[Page, tuple[str, ...]]:
    """A page, and the paragraphs of the article in it."""
    return read_page(html), paragraphs(html, address) if html else ()


def _finder(lines: tuple[str, ...]) -> Callable[[str], bool]:
    """What tells whether words stand in one of the lines, or run on from one to the next."""
    places = [
        (_letters(text), text) for text in (*lines, *(f"{line} {following}" for line, following in pairwise(lines)))
    ]

    def stands(printed: str) -> bool:
        letters = _letters(printed)  # a page has thousands of lines, of which few are worth a closer look
        return any(letters in inside and not isinstance(locate(printed, in_=text), Missing) for inside, text in places)

    return stands


def _letters(text: str) -> str:
    """Its letters and digits alone: what `locate` never forgives."""
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFC", text))


def _state(
    source: SourceEntry, answer: Answer, page: Page, article: tuple[str, ...], *, gone: int
) -> tuple[State, str]:
    if not gone:
        return (State.MOVED if len(answer.hops) > 1 else State.LIVE), ""
    if page.for_subscribers:
        return State.PAYWALLED, "it says that it is not free to read (isAccessibleForFree)"
    if not answer.whole:
        return State.CHANGED, f"only its first {len(answer.body):,} bytes were read"
    if not is_text(answer):
        return State.CHANGED, f"it answers with {answer.headers.get_content_type()}, which is not read"
    if source.paragraphs and 0 < len(article) < source.paragraphs * _SHORT:
        return State.PAYWALLED, f"the page shows {len(article)} of the article's {source.paragraphs} paragraphs"
    return State.CHANGED, ""
