"""Number words: numbers that start with a word."""

from dataclasses import replace
from fractions import Fraction

from factbound.language.collectives import collective_behind
from factbound.language.number import Number
from factbound.language.number_tables import NumberTables
from factbound.language.parts import bottom_at, part_of_scale, with_parts
from factbound.language.scales import grow, with_scales
from factbound.language.small_numbers import below_thousand, decimals_at
from factbound.language.tokens import Tokens
from factbound.values.quantities import Qualifier


def number_in_words(tables: NumberTables, line: Tokens, first: int) -> Number | None:
    """A number in words."""
    low, lexicon = line.low, tables.lexicon
    fixed = tables.fixed.at(line, first)
    if fixed:
        rough = tables.fixed_roughly.at(line, first) is not None
        return _finish(tables, line, Number(first, fixed[0], fixed[1], rough=rough))
    if low[first] in lexicon.articles and low[first] not in tables.ones:  # a million
        after = first + 1
        if tables.scales.at(line, after) or tables.hundreds.at(line, after):
            found = number_in_words(tables, line, after)
            return replace(found, first=first, implied=False) if found else None
        return None
    group = below_thousand(tables, line, first)
    if low[first] in lexicon.noughts and decimals_at(tables, line, first + 1):
        group = (first + 1, 0)
    if group is None:
        scale = tables.scales.at(line, first)
        if scale is None or tables.plurals.at(line, first):  # Millionen Euro, des millions d'euros: several
            return None
        grown = grow(tables, line, Number(first, first, Fraction(1)), first, Fraction(0), Fraction(1), 0)
        return _with_decimals(tables, line, replace(grown, implied=True))
    end, value = group
    decimals = decimals_at(tables, line, end)
    if decimals:
        return _finish(tables, line, Number(first, decimals[0], value + decimals[1]))
    one = value == 1 and end == first + 1 and low[first] in lexicon.ones
    implied = value == 100 and end == first + 1
    factor = Fraction(100) if value % 100 == 0 and value else Fraction(1)
    return _finish(tables, line, Number(first, end, Fraction(value), factor=factor, one=one, implied=implied))


def below_one(tables: NumberTables, line: Tokens, at: int) -> Number | None:
    """Decimals that are spelled out without a nought before them: point five."""
    found = decimals_at(tables, line, at)
    return _finish(tables, line, Number(at, found[0], found[1])) if found else None


def inner_qualifier(tables: NumberTables, line: Tokens, position: int) -> Qualifier | None:
    """What the adjective behind an article says of the round number that it goes with."""
    low = line.low
    article = low[position] in tables.lexicon.articles or low[position] in tables.ones
    return tables.lexicon.inner_qualifiers.get(low[position + 1]) if article else None


def qualified_within(tables: NumberTables, line: Tokens, first: int) -> Number | None:
    """An article, an adjective and a round number: a good dozen, une petite centaine, ein knappes Drittel."""
    qualifier = inner_qualifier(tables, line, first)
    if qualifier is None:
        return None
    at = first + 2
    part, collective = tables.parts.at(line, at), tables.collectives.at(line, at)
    bottom = bottom_at(tables, line, Number(first, at, Fraction(1)))
    found: Number | None = None
    if bottom:
        found = part_of_scale(tables, line, Number(first, bottom[0], Fraction(1, bottom[1]), share=True))
    elif part:
        found = part_of_scale(tables, line, Number(first, part[0], part[1], share=True))
    elif collective:
        end, (size, rough) = collective
        found = with_scales(tables, line, Number(first, end, Fraction(size), factor=Fraction(size), rough=rough))
    elif tables.scales.at(line, at) or tables.hundreds.at(line, at):
        found = number_in_words(tables, line, at)
    if found is None:
        return None
    said = qualifier if qualifier is not Qualifier.EXACTLY else None
    return replace(found, first=first, implied=False, rough=found.rough and not said, qualifier=said)


def _finish(tables: NumberTables, line: Tokens, number: Number) -> Number | None:
    """The number with a half or a part added, then with its scales, or as the top of a fraction."""
    grown = with_parts(tables, line, number)
    if grown.last == number.last:
        grown = _scaled_words(tables, line, number)
        grown = with_parts(tables, line, grown) if grown.last > number.last else grown
    else:
        grown = _scaled_words(tables, line, grown)
    counted = collective_behind(tables, line, grown)
    return replace(counted, one=counted.one and counted.last == number.last)


def _scaled_words(tables: NumberTables, line: Tokens, number: Number) -> Number:
    grown = grow(tables, line, number, number.last, Fraction(0), number.value, 0)
    return _with_decimals(tables, line, replace(grown, one=False)) if grown.last > number.last else number


def _with_decimals(tables: NumberTables, line: Tokens, number: Number) -> Number:
    """Thousands with decimals that are spelled out behind them: two thousand point five."""
    found = decimals_at(tables, line, number.last)
    if found is None:
        return number
    return replace(number, last=found[0], value=number.value + found[1], factor=Fraction(1), implied=False)
