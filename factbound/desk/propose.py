"""Propose: for an archived article and an edition's lists, the reading that each amount and each date would be.

What is proposed is read off the words by rules, and is no more than that: an editor looks at it, and `verify` holds it.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise

from factbound.desk.holding import OPEN, faults
from factbound.desk.lists import Lists, plain
from factbound.desk.voices import hedge, sentence_at, speaker
from factbound.language.amounts import Amount, Kind, read
from factbound.language.lexicon import DIGITS_ONLY, Worth, has_lexicon, lexicon
from factbound.language.speech import speech
from factbound.prove.archive import Span, locate
from factbound.read.entries import PRINTED_MAX
from factbound.values.quantities import Qualifier
from factbound.values.units import BUILT_IN_UNITS, CURRENCIES, Unit, dimension


@dataclass(frozen=True, slots=True)
class Proposal:
    """A reading that words of an article would be; what could not be decided is None."""

    paragraph: int
    start: int
    end: int
    """Where the number itself stands, from `start` up to `end`."""
    words: tuple[int, int]
    """Where the words stand that were proposed."""
    printed: str
    after: str | None
    reads: str
    """What the machine reads in the words."""
    quantity: str | None
    date: str | None
    said_by: str
    hedge: str | None
    period: str | None
    place: str | None
    subject: str | None
    measure: str | None
    measures: tuple[str, ...]
    """Every measure of that dimension, the likeliest first."""
    quiet: bool
    """Whether it says little: the first, one of; coverage does not ask for it."""
    faults: tuple[str, ...]
    """Why the words do not hold it, as verify would say; none when they do."""


def propose(paragraphs: Sequence[str], lists: Lists, published: int | None = None) -> tuple[Proposal, ...]:
    """A proposal for every amount and date of an article, in its order."""
    return tuple(_proposals(paragraphs, lists, published))


def propose_words(
    paragraphs: Sequence[str], number: int, start: int, end: int, lists: Lists, published: int | None = None
) -> Proposal:
    """The proposal for words that somebody chose: the shortest ones for a number alone; their own otherwise, with the
    amount or date that they hold, if any."""
    paragraph = paragraphs[number - 1]
    found = list(_proposals(paragraphs, lists, published, only=number))
    if flagged := next((each for each in found if (each.start, each.end) == (start, end)), None):
        return flagged
    inside = [each for each in found if start <= each.start and each.end <= end]
    words = paragraph[start:end].strip()
    start = paragraph.index(words, start) if words else start
    base = inside[0] if inside else _bare(paragraphs, number, start, end, lists)
    printed, after = words, _after(words, start, paragraph)
    wrong = faults(printed, after, paragraph, base.quantity, base.date, lists.language, lists.named, lists.codes)
    return replace(base, printed=printed, after=after, faults=wrong)


def _bare(paragraphs: Sequence[str], number: int, start: int, end: int, lists: Lists) -> Proposal:
    """A proposal without amount and date."""
    paragraph = paragraphs[number - 1]
    return Proposal(
        number,
        start,
        end,
        (start, end),
        paragraph[start:end],
        None,
        "no amount, no date",
        None,
        None,
        speaker(paragraphs, number, start, end, lists),
        hedge(paragraph, start, end, lists.language),
        None,
        _nearest_place(paragraphs, number, start, lists),
        _subject(paragraphs, number, start, lists),
        None,
        (),
        True,
        (),
    )


def _proposals(
    paragraphs: Sequence[str], lists: Lists, published: int | None, only: int | None = None
) -> Iterator[Proposal]:
    for number, paragraph in enumerate(paragraphs, 1):
        if only not in (None, number):
            continue
        language = lists.language if has_lexicon(lists.language) else DIGITS_ONLY
        found = read(paragraph, language)
        for amount in found:
            yield from _of_amount(amount, found, paragraphs, number, lists, published)
        yield from _several(found, paragraphs, number, lists, published)


def _of_amount(
    amount: Amount,
    found: Sequence[Amount],
    paragraphs: Sequence[str],
    number: int,
    lists: Lists,
    published: int | None,
) -> Iterator[Proposal]:
    """What an amount of the paragraph would be; nothing where it is a name or says nothing."""
    paragraph = paragraphs[number - 1]
    start, end = amount.start, amount.end
    quantity = date = None
    match amount.kind:
        case Kind.AMOUNT:
            unit, end = _unit(amount, paragraph, lists)
            if amount.rest:  # of 2 hours 30 minutes, which is one amount
                return
            if amount.whole is not None:
                amount = replace(amount, value=amount.whole)
                end = next(each.end for each in found if each.rest and each.number[1] == amount.whole_end)
            if amount.loose and (unit not in BUILT_IN_UNITS or amount.unit is None):
                return
            quantity = f"{_size(amount)} {unit or OPEN}"
        case Kind.DATE:
            start, end = amount.number
            date = _edtf(amount)
        case Kind.ORDINAL:
            end = _through_nouns(paragraph, amount.end)
            quantity = f"{amount.value} rank"
        case _:
            return
    ranged = _range_of(amount, found, paragraph)
    if ranged:
        start, end = ranged
    yield _made(amount, (start, end), quantity, date, paragraphs, number, lists, published, found)


def _several(
    found: Sequence[Amount], paragraphs: Sequence[str], number: int, lists: Lists, published: int | None
) -> Iterator[Proposal]:
    """A few days, plusieurs mois: they hold no number, yet an edition may want them."""
    paragraph = paragraphs[number - 1]
    for match in speech(lists.language).several.finditer(plain(paragraph).lower()):
        if any(each.start <= match.start() < each.end for each in found):
            continue
        probe = f"10{paragraph[match.end() :][:24]}"
        one = next(iter(read(probe, lists.language)), None)
        if one is None or one.start != 0 or one.unit not in BUILT_IN_UNITS:
            continue
        end = match.end() + one.end - 2
        amount = replace(
            one,
            start=match.start(),
            end=end,
            number=match.span(),
            words=paragraph[match.start() : end],
            value=Decimal(1),
            qualifier=Qualifier.SEVERAL,
            loose=True,
        )
        yield _made(
            amount, (match.start(), end), f"several 1 {one.unit}", None, paragraphs, number, lists, published, found
        )


def _made(
    amount: Amount,
    words: tuple[int, int],
    quantity: str | None,
    date: str | None,
    paragraphs: Sequence[str],
    number: int,
    lists: Lists,
    published: int | None,
    found: Sequence[Amount],
) -> Proposal:
    paragraph = paragraphs[number - 1]
    printed, after, wrong = _shortest(*words, paragraph, quantity, date, lists)
    first, last = amount.number
    measures, likely = _measures(quantity, date, paragraph, first, lists)
    return Proposal(
        number,
        first,
        last,
        _span(printed, after, paragraph, amount.number),
        printed,
        after,
        amount.meaning,
        quantity,
        date,
        speaker(paragraphs, number, first, last, lists),
        hedge(paragraph, first, last, lists.language),
        _period(amount, found, paragraph, published) if quantity else None,
        _nearest_place(paragraphs, number, first, lists),
        _subject(paragraphs, number, first, lists),
        measures[0] if likely else None,
        measures,
        amount.loose or (amount.kind is Kind.ORDINAL and not any(sign.isdecimal() for sign in amount.words)),
        wrong,
    )


# --- Quantity, date, unit --------------------------------------------------------------------------------------------


def typed(number: Worth | None) -> str:
    """A number as an editor types it.

    >>> typed(Decimal("1200000.50"))
    '1_200_000.5'
    """
    if not isinstance(number, Decimal):
        return OPEN
    text = f"{number:f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    whole, point, rest = text.partition(".")
    grouped = re.sub(r"(?<=\d)(?=(?:\d{3})+$)", "_", whole) if len(whole) > 3 else whole
    return f"{grouped}{point}{rest}"


def _size(amount: Amount) -> str:
    if amount.value is None:
        return f"between {typed(amount.lower)} and {typed(amount.upper)}"
    value = amount.value * 100 if amount.unit == "share" else amount.value
    exact = value if isinstance(value, Decimal) else _decimal(value.numerator, value.denominator)
    qualifier = "" if amount.qualifier is Qualifier.EXACTLY else f"{amount.qualifier} "
    return f"{qualifier}{typed(exact)}"


def _decimal(numerator: int, denominator: int) -> Decimal:
    return round(Decimal(numerator) / Decimal(denominator), 1)


def _unit(amount: Amount, paragraph: str, lists: Lists) -> tuple[str | None, int]:
    """The code of an amount's unit, and where the words end that carry it."""
    if amount.unit == "share":
        return "%", amount.end
    if amount.unit:
        known = amount.unit in lists.codes or amount.unit in BUILT_IN_UNITS or amount.unit in CURRENCIES
        last = paragraph[amount.start : amount.end].rsplit(maxsplit=1)[-1]
        own = None if known or amount.per else lists.units.get(last) or lists.units.get(last.lower())
        return own or (f"{amount.unit}/{amount.per}" if amount.per else amount.unit), amount.end
    stop = re.search(r"[.;:,()\"“”«»]", paragraph[amount.end :])
    near = paragraph[amount.end : amount.end + (stop.start() if stop else len(paragraph))]
    words = list(re.finditer(r"[\w’'-]+", near))[:5]
    for n, word in enumerate(words):
        for width in (3, 2, 1):
            if n + width <= len(words):
                end = words[n + width - 1].end()
                code = lists.units.get(near[word.start() : end]) or lists.units.get(near[word.start() : end].lower())
                if code:
                    return code, amount.end + end
    noun = next((each for each in words if amount.of and each[0].lower().endswith(amount.of.lower())), None)
    small = lexicon(lists.language).function_words if has_lexicon(lists.language) else frozenset()
    first = words[0].end() if words and words[0][0].lower() not in small else 0
    return None, amount.end + (noun.end() if noun else first)


def _edtf(amount: Amount) -> str | None:
    """A date in EDTF; None where no year is named."""
    return amount.date if amount.year is not None and (amount.month or not amount.day) else None


def _through_nouns(paragraph: str, end: int) -> int:
    """Where the two words behind an ordinal end: the first European hub."""
    words = list(re.finditer(r"\s+[\w’'-]+", paragraph[end:]))[:2]
    return end + (words[-1].end() if words and words[0].start() == 0 else 0)


_BETWEEN = re.compile(r"(?:between|entre|tussen|zwischen|from|de|van|von)\s+$", re.IGNORECASE)
_AND = re.compile(r"\s*(?:and|et|en|und|to|à|tot|bis|-|–|/)\s*", re.IGNORECASE)


def _range_of(amount: Amount, found: Sequence[Amount], paragraph: str) -> tuple[int, int] | None:
    """Where the words stand that name both ends of a stretch of time of which the date is one."""
    if amount.kind is not Kind.DATE:
        return None
    dates = [each for each in found if each.kind is Kind.DATE]
    for one, other in pairwise(dates):
        opened = _BETWEEN.search(paragraph[: one.start])
        if amount in (one, other) and opened and _AND.fullmatch(paragraph[one.end : other.start]):
            return opened.start(), other.end
    return None


def _period(amount: Amount, found: Sequence[Amount], paragraph: str, published: int | None) -> str | None:
    """The years that the amount's sentence names beside it: a stretch, a start, or the nearest one."""
    first, last = sentence_at(paragraph, amount.start)
    dates = [each for each in found if each.kind is Kind.DATE and each.year and first <= each.start < last]
    for one in dates:
        if _range_of(one, found, paragraph) and (other := next((d for d in dates if d.start > one.end), None)):
            return f"{_edtf(one)}/{_edtf(other)}"
    if not dates:
        return None
    near = min(dates, key=lambda each: each.start - amount.end if each.start >= amount.end else amount.start - each.end)
    since = re.match(r"(?:since|depuis|sinds|seit)\b", paragraph[near.start :], re.IGNORECASE)
    if since and published and near.year and near.year <= published:
        return f"{_edtf(near)}/{published}"
    return _edtf(near)


# --- Words -----------------------------------------------------------------------------------------------------------


def _shortest(
    start: int, end: int, paragraph: str, quantity: str | None, date: str | None, lists: Lists
) -> tuple[str, str | None, tuple[str, ...]]:
    """The shortest words around a place that hold the claim as verify would, `after`, and what is wrong."""
    starts, ends = _edges(paragraph, start, end)
    first: tuple[str, str | None, tuple[str, ...]] | None = None
    for more in range(7):
        for left in range(more + 1):
            right = more - left
            if left >= len(starts) or right >= len(ends):
                continue
            words = paragraph[starts[left] : ends[right]].strip()
            if len(words) > PRINTED_MAX:
                continue
            after = _after(words, paragraph.index(words, starts[left]), paragraph)
            wrong = faults(words, after, paragraph, quantity, date, lists.language, lists.named, lists.codes)
            first = first or (words, after, wrong)
            if not wrong:
                return words, after, ()
    return first or (paragraph[start:end][:PRINTED_MAX], None, ("these words are too long",))


def _span(words: str, after: str | None, paragraph: str, number: tuple[int, int]) -> tuple[int, int]:
    """Where words stand; where they cannot be found, the number that they hold."""
    found = locate(words, in_=paragraph, after=after)
    return (found.start, found.end) if isinstance(found, Span) else number


def _edges(paragraph: str, start: int, end: int) -> tuple[list[int], list[int]]:
    """Where words may start, ever further to the left, and end, ever further to the right."""
    starts = [start, *(m.start() for m in reversed(list(re.finditer(r"\S+", paragraph[:start]))))]
    ends = [end, *(end + m.end() for m in re.finditer(r"\S*[\w%]", paragraph[end:]))]
    return starts, ends


def _after(words: str, start: int, paragraph: str) -> str | None:
    """The fewest words before those meant that tell them from others; None where they stand there once."""
    if isinstance(locate(words, in_=paragraph), Span):
        return None
    for match in reversed(list(re.finditer(r"\S+", paragraph[:start]))):
        after = paragraph[match.start() : start].strip()
        found = locate(words, in_=paragraph, after=after)
        if isinstance(found, Span) and found.start == start:
            return after
    return None


# --- What it is about ------------------------------------------------------------------------------------------------


def _nearest_place(paragraphs: Sequence[str], number: int, position: int, lists: Lists) -> str | None:
    """The place named nearest in the sentence, in the paragraph, or most often in the article."""
    return _named_near(paragraphs, number, position, lists, places=True)


def _subject(paragraphs: Sequence[str], number: int, position: int, lists: Lists) -> str | None:
    """The company named nearest, likewise."""
    return _named_near(paragraphs, number, position, lists, places=False)


def _named_near(paragraphs: Sequence[str], number: int, position: int, lists: Lists, *, places: bool) -> str | None:
    def found(text: str) -> list[tuple[int, str]]:
        names = (lists.places if places else lists.people).find(text)
        return [(each.start, each.id) for each in names if places or each.id in lists.companies]

    paragraph = paragraphs[number - 1]
    first, last = sentence_at(paragraph, position)
    here = found(paragraph)
    in_sentence = [each for each in here if first <= each[0] < last]
    if in_sentence or here:
        return min(in_sentence or here, key=lambda each: abs(each[0] - position))[1]
    counted = Counter(name for text in paragraphs for _, name in found(text))
    return counted.most_common(1)[0][0] if counted else None


def _measures(
    quantity: str | None, date: str | None, paragraph: str, position: int, lists: Lists
) -> tuple[tuple[str, ...], bool]:
    """The measures of the amount's dimension, those first whose names share most with the sentence; and whether the
    first is a likely one: things that are counted need a word in common, of which there may be any number."""
    if quantity is None and date is None:
        return (), False
    code = quantity.rpartition(" ")[2] if quantity else ""
    wanted = "date" if date or not code else "count" if code == OPEN else dimension(Unit.parse(code))
    first, last = sentence_at(paragraph, position)
    stems = {_stem(word) for word in re.findall(r"\w{4,}", plain(paragraph[first:last]).lower())}
    unit = {_stem(form.lower()) for form, each in lists.units.items() if each == code}
    fitting = [(name, told) for name, dimension_, told in lists.measures if dimension_ == wanted]
    if "/" in wanted and not fitting:
        fitting = [(name, told) for name, dimension_, told in lists.measures if dimension_ == "ratio"]

    def words(told: str) -> set[str]:
        return {_stem(word) for word in re.findall(r"\w{4,}", plain(told).lower())}

    def score(told: str) -> int:
        return 2 * len(words(told) & stems) + 3 * len(words(told) & unit) - len(words(told) - stems - unit)

    best = sorted(fitting, key=lambda each: -score(each[1]))
    likely = bool(best) and (wanted != "count" or bool(words(best[0][1]) & (stems | unit)))
    return tuple(name for name, _ in best), likely


def _stem(word: str) -> str:
    return word[:6]
