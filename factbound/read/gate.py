"""The gate: the numbers in prose that a fact has to stand behind, in digits, in words or in disguise."""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cache
from itertools import pairwise

from factbound.language.amounts import Amount, Kind, is_plain, read
from factbound.language.lexicon import DIGITS_ONLY, Worth, has_lexicon, lexicon
from factbound.values.quantities import Qualifier


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number that stands in prose: its words, where they start, and what they may be worth."""

    text: str
    start: int
    values: tuple[Worth, ...]


Known = dict[tuple[str, str], tuple[Numeral, ...]]
_known: Known = {}
"""What was found, by language and text: from build to build nearly all texts stay the same, and most hold no number."""
_remembered: Known = {}
"""What another process found and this one has not asked for."""


def numerals(text: str, language: str) -> tuple[Numeral, ...]:
    """Every number of a text that a fact has to stand behind, without its qualifier and unit.

    >>> [each.text for each in numerals("more than twelve jobs in the first half of 2031", "en")]
    ['twelve', 'first half of 2031']
    """
    key = (language, text)
    if key not in _known:
        _known[key] = _remembered.pop(key) if key in _remembered else tuple(_found(text, language))
    return _known[key]


def numerals_once(texts: Sequence[str], language: str) -> Iterator[Numeral]:
    """The same of texts that nobody will ask for again, in order. Where it is plain of several together that they hold
    nothing, it is of each: no text makes plain what is not in another."""
    for start in range(0, len(texts), _TOGETHER):
        together = texts[start : start + _TOGETHER]
        if not _is_plain("\n".join(together), language):
            yield from (each for text in together for each in _found(text, language))


def known_numerals() -> str:
    """All that this process asked for, to be remembered by another."""
    rows = [
        [*key, [[each.text, each.start, [_spelled(value) for value in each.values]] for each in found]]
        for key, found in _known.items()
    ]
    return json.dumps(rows, ensure_ascii=False)


def remember_numerals(known: str) -> None:
    """Take over what was found by the same program; it is not read again."""
    for language, text, found in json.loads(known):
        _remembered[language, text] = tuple(
            Numeral(words, start, tuple(Fraction(each) if "/" in each else Decimal(each) for each in values))
            for words, start, values in found
        )


def _spelled(value: Worth) -> str:
    return f"{value.numerator}/{value.denominator}" if isinstance(value, Fraction) else str(value)


_TOGETHER = 8
"""How many texts are looked at together first: the blocks of a section."""


def _is_plain(text: str, language: str) -> bool:
    """Whether it is plain at once that no number of a text needs a fact: there is none, but for ordinals, months and
    ones that `_needs_a_fact` lets pass, and no word that says how large something is."""
    plain = is_plain(text, language if has_lexicon(language) else DIGITS_ONLY)
    if not plain:
        return False
    if text.isascii():  # in small letters it takes half of the time; ſ and K have others
        return not _magnitudes(language, re.NOFLAG).search(text.lower())
    return not _magnitudes(language).search(text)


def _found(text: str, language: str) -> Iterator[Numeral]:
    if _is_plain(text, language):
        return
    found = []
    amounts = read_amounts(text, language)
    days = {id(one) for one, other in pairwise(amounts) if _tell_a_day(one, other, text)}
    for each in amounts:
        if _needs_a_fact(each, text, language) or id(each) in days:
            start, end = each.number
            values = () if each.value is None else (each.value, *each.alternatives)
            found.append(Numeral(text[start:end], start, values))
    yield from found
    for match in _magnitudes(language).finditer(text):
        if not any(each.start < match.end() and match.start() < each.start + len(each.text) for each in found):
            yield Numeral(match[0], match.start(), ())


def _tell_a_day(one: Amount, other: Amount, text: str) -> bool:
    """Whether an ordinal and a month beside it are a day: the fourth of January, am vierten Januar."""
    ordinal, month = (one, other) if one.kind is Kind.ORDINAL else (other, one)
    between = text[one.end : other.start].strip().lower()
    told = ordinal.kind is Kind.ORDINAL and month.kind is Kind.DATE and month.month is not None and month.day is None
    return told and between in {"", "of", "the", "of the"}


@cache
def _magnitudes(language: str, case: re.RegexFlag = re.IGNORECASE) -> re.Pattern[str]:
    return re.compile(lexicon(language).magnitudes if has_lexicon(language) else "(?!)", case)


def read_amounts(text: str, language: str) -> tuple[Amount, ...]:
    """The numbers of a text; in a language without a lexicon those in digits."""
    return read(text, language if has_lexicon(language) else DIGITS_ONLY)


def _needs_a_fact(amount: Amount, text: str, language: str) -> bool:
    """Whether a number says something that can be wrong; an ordinal in words, a month alone and *one of them*
    hardly do."""
    if amount.loose or _is_hardly_a_number(amount, text, language):
        return False
    if amount.kind in {Kind.ORDINAL, Kind.DATE}:
        told_a_day = amount.kind is Kind.DATE and amount.day is not None  # the fourth of May
        return amount.decade or told_a_day or any(character.isnumeric() for character in amount.words)
    return True


def _is_hardly_a_number(amount: Amount, text: str, language: str) -> bool:
    """Whether it is a one in words that measures nothing: an article before a unit (more than a year), or told rather
    than counted (one day, un seul article). One per cent and one megawatt are numbers."""
    start, end = amount.number
    if amount.value != 1 or any(character.isnumeric() for character in text[start:end]):
        return False
    article = has_lexicon(language) and text[start:end].lower() in lexicon(language).articles
    measured = amount.unit not in {None, *_TOLD_UNITS}
    return amount.unit not in _SHARES and (article or not measured)


_SHARES = frozenset({"%", "pp", "bp", "‰"})
_TOLD_UNITS = frozenset({"days", "weeks", "months", "years", "hours", "min", "s", "decades", "centuries", "times"})
"""Units that one stands before in any story: one day, one year later."""


def misread(text: str, spans: Sequence[tuple[int, int]], language: str) -> Iterator[tuple[int, str]]:
    """Which of the spans of a text, which are printed as typed, are part of a number that begins or ends outside of
    them (a third of the jobs, for[…]ty): the span's place in the list and the number."""
    for each in read_amounts(text, language):
        start, end = each.number
        for place, (first, last) in enumerate(spans):
            if each.loose or each.kind is not Kind.AMOUNT or not (start < last and first < end):
                continue
            unit_beyond = each.unit is not None and each.end > last and end <= last
            if not first <= start <= end <= last or each.unit == "share" or unit_beyond:
                yield place, text[each.start : each.end].strip()


def is_ordinal(words: str, language: str) -> bool:
    """Whether words are an ordinal, in digits or in words.

    >>> [is_ordinal(words, "en") for words in ("12th", "third", "12")], is_ordinal("12.", "de")
    ([True, True, False], True)
    """
    low = words.lower()
    if not has_lexicon(language):
        return bool(re.fullmatch(r"\d+[^\W\d_]+", low))
    known = lexicon(language)
    ending = low.lstrip("0123456789")
    by_point = ending == "." and bool(known.ordinal_articles)
    return low in known.ordinals or (ending != low and (ending in known.ordinal_suffixes or by_point))


def holds_amount(name: str, language: str) -> bool:
    """Whether a name holds more than plain digits: a unit, a qualifier, a number word or a grouped number.

    A word that is a name's own is none of these: an ordinal or a number of nothing, with a capital letter.

    >>> [holds_amount(name, "en") for name in ("The First Factory", "The Big Four", "Two Factories", "20th Street")]
    [False, False, True, False]
    """
    return any(
        each.unit or each.qualifier is not Qualifier.EXACTLY or not re.fullmatch("[0-9]+", name[slice(*each.number)])
        for each in read_amounts(name, language)
        if (each.kind is Kind.AMOUNT and (each.unit or each.of or not _is_own_word(each, name)))
        or not (any(character.isdecimal() for character in each.words) or _is_own_word(each, name))
    )


def _is_own_word(amount: Amount, name: str) -> bool:
    """Whether it is a single word of a longer name, with a capital letter."""
    return amount.words.isalpha() and amount.words[0].isupper() and amount.words != name.strip()
