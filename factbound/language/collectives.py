"""Collectives: dozens, une cinquantaine, tens of thousands."""

from dataclasses import replace
from fractions import Fraction

from factbound.language.number import Number
from factbound.language.number_tables import NumberTables
from factbound.language.scales import with_scales
from factbound.language.tokens import Tokens


def collective_behind(tables: NumberTables, line: Tokens, number: Number) -> Number:
    """Two dozen, trois douzaines, une cinquantaine, three billions, Hunderttausende."""
    at = number.last
    at = line.behind_hyphen(at)
    found = tables.collectives.at(line, at)
    if found:
        end, (size, rough) = found
        whole = replace(
            number,
            last=end,
            value=number.value * size,
            factor=Fraction(size),
            rough=rough and number.one,
            one=False,
            implied=False,
        )
        return _of_scale(tables, line, whole)
    plural = tables.plurals.at(line, at)
    if plural and line.glued(at) and line.low[at - 1] != "-" and number.value in {10, 100}:
        return _several(
            tables, line, replace(number, last=plural[0], value=number.value * plural[1], several=True, one=False)
        )
    if plural and (plural[1] >= 100 or number.value < 100) and not number.one:
        return replace(
            number,
            last=plural[0],
            value=number.value * plural[1],
            factor=Fraction(plural[1]),
            one=False,
            implied=False,
        )
    return number


def collective(tables: NumberTables, line: Tokens, first: int) -> Number | None:
    """A dozen, une vingtaine, dozens, tens of thousands."""
    low, lexicon = line.low, tables.lexicon
    at = first + 1 if low[first] in lexicon.articles or low[first] in tables.ones else first
    found = tables.collectives.at(line, at)
    if found:
        end, (size, rough) = found
        number = Number(first, end, Fraction(size), factor=Fraction(size), rough=rough, implied=at == first)
        if tail := tables.tails.at(line, end):  # a dozen and a half
            return replace(number, last=tail[0], value=number.value * 3 / 2, factor=Fraction(1), implied=False)
        return with_scales(tables, line, _of_scale(tables, line, number))
    plural = tables.plurals.at(line, first)
    return _several(tables, line, Number(first, plural[0], Fraction(plural[1]), several=True)) if plural else None


def _of_scale(tables: NumberTables, line: Tokens, number: Number) -> Number:
    """A collective of a scale: une trentaine de millions, ein Dutzend Millionen."""
    at = number.last
    if line.low[at] in tables.lexicon.of:
        at += 1 + (line.low[at + 1] == "'")
    scale = tables.scales.at(line, at) or tables.plurals.at(line, at)
    if scale is None or scale[1] < 1000:
        return number
    return replace(number, last=scale[0], value=number.value * scale[1], factor=Fraction(scale[1]), implied=False)


def _several(tables: NumberTables, line: Tokens, number: Number) -> Number:
    """Tens of thousands, honderden miljoenen: the plural times what it counts."""
    while True:
        at = number.last
        while line.low[at] in tables.lexicon.of or line.low[at] == "'":
            at += 1
        found = tables.plurals.at(line, at) or tables.scales.at(line, at)
        if found is None or found[1] < 1000:
            return number
        number = replace(number, last=found[0], value=number.value * found[1], factor=number.factor * found[1])
