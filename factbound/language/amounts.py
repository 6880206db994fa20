"""Amounts as a copy editor reads them: every number of a text, its class, and what an amount is worth, of what, and
how surely.

    >>> [str(each) for each in read("plus de 2,5 M€ en 2024", "fr")]
    ['plus de 2,5 M€: more than 2500000 EUR', 'en 2024: date 2024']
    >>> read("between 700 and 800 million euros", "en")[0].upper
    Decimal('800000000')

The reader knows no language: what is particular stands in the language's `Lexicon`. Time grows with the length of the
text.
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise

from factbound.language.amount import Amount, Change, Kind, spelled
from factbound.language.changes import set_change, set_change_apart, take_over
from factbound.language.classes import classify, counted, names_the_counted
from factbound.language.compounds import compounds
from factbound.language.found import Found
from factbound.language.lexicon import Worth, lexicon
from factbound.language.number import worth
from factbound.language.plainly import Plainly
from factbound.language.qualifying import qualify
from factbound.language.ranges import pairs, ranges
from factbound.language.rules import Rules
from factbound.language.scanning import scan
from factbound.language.strays import with_strays
from factbound.language.tokens import Tokens, laid_bare, tokens

__all__ = ["Amount", "Change", "Kind", "is_plain", "read", "spelled"]


def read(text: str, language: str, *, units: Mapping[str, str] | None = None) -> tuple[Amount, ...]:
    """Every number of the text in order. `units` are an edition's own: words and symbols, in every form, and the code
    each stands for.

    KeyError when the language has no lexicon.
    """
    rules = _rules(language, tuple(sorted((units or {}).items())))
    return _amounts(rules, text)


def is_plain(text: str, language: str) -> bool:
    """Whether it is plain at once that a text holds at most ordinals and dates in words and ones that measure nothing.

    >>> [is_plain(each, "en") for each in ("One of them may be the first.", "It may be 1.", "One per cent.")]
    [True, False, False]
    """
    return _plainly(language)(text)


@lru_cache(maxsize=16)
def _plainly(language: str) -> Plainly:
    return Plainly(_rules(language, ()))


@lru_cache(maxsize=16)  # an edition reads a few languages, each with its own units and without; a megabyte for each
def _rules(language: str, units: tuple[tuple[str, str], ...]) -> Rules:
    return Rules(lexicon(language), dict(units))


def _amounts(rules: Rules, text: str) -> tuple[Amount, ...]:
    """Every number of the text."""
    plain, places = laid_bare(text)
    if rules.says_none(plain):
        return with_strays(text, [])
    line = tokens(plain, rules.split)
    found = ranges(rules, line, compounds(rules, line, scan(rules, line)))
    for each in found:
        if each.kind is Kind.AMOUNT:
            each.of = counted(rules, line, each.last) if each.unit is None else None
            qualify(rules, line, each)
    for old, new in pairwise([each for each in found if each.kind is Kind.AMOUNT]):
        set_change_apart(rules, line, old, new)
    for previous, each in zip([None, *found], found, strict=False):
        if each.kind is Kind.AMOUNT:
            if previous and names_the_counted(rules, line, previous, each):
                each.kind, each.first = Kind.NAME, each.core
                continue
            if each.unit is None:
                each.of = each.of or counted(rules, line, each.last)
            set_change(rules, line, each, previous)
            take_over(line, each, previous)
            classify(rules, line, each, previous)
    whole = pairs(rules, line, [each for each in found if not each.dropped])
    return with_strays(text, [_amount(rules, text, line, places, each) for each in whole])


def _amount(rules: Rules, text: str, line: Tokens, places: Sequence[int], found: Found) -> Amount:
    """A number found, as a value that knows nothing of tokens."""
    number, date = found.number, found.date
    start, end = places[line.start[found.first]], places[line.end[found.last - 1] - 1] + 1
    article = number.last - number.first > 1 and line.low[number.first] in rules.bare_articles
    inside = (
        places[line.start[number.first + article]],
        places[line.end[max(number.last, found.number_last) - 1] - 1] + 1,
    )
    if date:
        year = Decimal(date.year) if date.year else None
        return Amount(
            start, end, text[start:end], inside, found.kind, year, year=date.year, month=date.month, day=date.day,
            part=date.part, decade=date.decade,
        )  # fmt: skip
    value = lower = upper = became = None
    alternatives: tuple[Worth, ...] = ()
    if found.lower is not None and found.upper is not None:
        lower, upper = worth(found.lower), worth(found.upper)
    else:
        value = worth(number.value if found.value is None else found.value)
        became = None if found.became is None else worth(found.became)
        alternatives = tuple(map(worth, number.alternatives))
    if found.kind is not Kind.AMOUNT:
        return Amount(start, end, text[start:end], inside, found.kind, value, lower, upper, alternatives)
    whole = None if found.whole is None else worth(found.whole)
    whole_end = places[line.end[found.whole_last - 1] - 1] + 1 if found.whole_last else 0
    return Amount(
        start, end, text[start:end], inside, found.kind, value, lower, upper, alternatives, found.qualifier,
        found.unit, found.per, found.of, found.change, became, found.loose, whole=whole, whole_end=whole_end,
        rest=found.rest,
    )  # fmt: skip
