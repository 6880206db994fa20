"""Counting: numbers among tokens, in digits, in words, in both (2,5 millions), with halves and parts; each worth what
it says, exactly."""

import unicodedata
from dataclasses import replace
from fractions import Fraction

from factbound.language.collectives import collective
from factbound.language.digits import number_in_digits
from factbound.language.number import Number
from factbound.language.number_tables import NumberTables
from factbound.language.number_words import number_in_words, qualified_within
from factbound.language.parts import part, with_parts
from factbound.language.scales import with_scales
from factbound.language.tokens import Tokens

_PART_WHOLES = frozenset(range(2, 101)) | {1000}


def number_at(tables: NumberTables, line: Tokens, position: int, *, money: bool = False) -> Number | None:
    """The number that starts at a token, as long as it goes; `money` when a currency stands before it."""
    kind = line.kind[position]
    if kind == "d" or (kind == "s" and line.low[position] == "."):
        found = number_in_digits(tables, line, position, money=money)
        return with_parts(tables, line, found) if found else None
    if kind != "w":
        return None
    if line.low[position] not in tables.openers:
        return _sign(tables, line, position)
    return (
        qualified_within(tables, line, position)
        or part(tables, line, position)
        or number_in_words(tables, line, position)
        or collective(tables, line, position)
        or _sign(tables, line, position)
    )


def out_of(tables: NumberTables, line: Tokens, number: Number) -> Number | None:
    """One in five, quatre intérimaires sur dix: a part told by two numbers; None when it is none."""
    if (
        number.share
        or number.several
        or number.factor != 1
        or number.value.denominator != 1
        or not 0 < number.value < 1000
    ):
        return None
    at, noun = number.last, False
    link = tables.out_of.at(line, at)
    if link is None and line.kind[at] == "w" and line.low[at] not in tables.lexicon.function_words:
        link, noun = tables.out_of_with_noun.at(line, at + 1), True
    if link is None:
        return None
    second = number_at(tables, line, link[0])
    if second is None or second.share or second.value not in _PART_WHOLES or number.value >= second.value:
        return None
    if noun and _is_counted(tables, line, second.last):
        return None
    value = number.value / second.value
    return replace(number, last=second.last, value=value, share=True, one=False, bare=False, unit="share")


def _sign(tables: NumberTables, line: Tokens, position: int) -> Number | None:
    """A character that is a number: ½, ②, Ⅳ."""
    raw = line.raw[position]
    if len(raw) != 1 or raw.isascii():
        return None
    value = unicodedata.numeric(raw, None)
    if value is None:
        return None
    exact = Fraction(value).limit_denominator(1000)
    return with_scales(tables, line, Number(position, position + 1, exact, share=exact < 1))


def _is_counted(tables: NumberTables, line: Tokens, at: int) -> bool:
    """Whether a thing or a unit stands behind the second number, which then counts it: un magasin sur deux étages,
    32 goals in 36 league games."""
    word, lexicon = line.low[at], tables.lexicon
    if line.kind[at] != "w" or (word in lexicon.function_words and word not in lexicon.units):
        return False
    if word in lexicon.units or word.endswith(lexicon.plural_endings):
        return True
    return lexicon.out_of_means_within and line.low[at + 1].endswith(lexicon.plural_endings)
