"""Parts: halves and fractions, by themselves, of a scale, or behind a whole number."""

from dataclasses import replace
from fractions import Fraction

from factbound.language.number import Number
from factbound.language.number_tables import NumberTables
from factbound.language.small_numbers import below_hundred
from factbound.language.tokens import Tokens

_HALF = Fraction(1, 2)


def with_parts(tables: NumberTables, line: Tokens, number: Number) -> Number:
    """A number with the half or part that follows: two and a half, drie kwart, cinq et un quart, one in five."""
    if number.share:
        return number
    tail = tables.tails.at(line, number.last)
    if tail:
        half = _HALF * (number.factor if number.factor >= 1000 else 1)
        return replace(number, last=tail[0], value=number.value + half, one=False, bare=False)
    if line.low[number.last] in tables.lexicon.ands:
        part = _top_and_bottom(tables, line, number.last + 1)
        if part:
            return replace(number, last=part[0], value=number.value + part[1], one=False, bare=False)
    if number.factor == 1 and number.value.denominator == 1:
        bottom = bottom_at(tables, line, number)
        if bottom:
            whole = replace(number, last=bottom[0], value=number.value / bottom[1], share=True, one=False, bare=False)
            return part_of_scale(tables, line, whole)
    return number


def bottom_at(tables: NumberTables, line: Tokens, number: Number) -> tuple[int, int] | None:
    """The denominator behind a number, if it is one."""
    at = number.last
    at = line.behind_hyphen(at)
    found = tables.denominators.at(line, at)
    if found is None or number.value > 99 or number.value < 1:
        return None
    word = line.low[at]
    lexicon = tables.lexicon
    if word in lexicon.ordinal_denominators:
        if number.value > 1 and lexicon.plural_denominators:
            return None
        if (
            number.value == 1
            and line.low[number.first] in lexicon.articles
            and not _ends_a_part(tables, line, found[0])
        ):
            return None
    return found


def part(tables: NumberTables, line: Tokens, first: int) -> Number | None:
    """A part that needs no number: half, la moitié, an article and a denominator."""
    low, lexicon = line.low, tables.lexicon
    at = first
    if low[at] in lexicon.articles:
        at += 1
        bottom = tables.denominators.at(line, at)
        if bottom:
            checked = bottom_at(tables, line, Number(first, at, Fraction(1)))
            if checked:
                return part_of_scale(tables, line, Number(first, checked[0], Fraction(1, checked[1]), share=True))
    plain = tables.parts.at(line, at) or tables.parts.at(line, first)
    if plain:
        return part_of_scale(tables, line, Number(first, plain[0], plain[1], share=True))
    if (
        first == at
        and (bottom := tables.denominators.at(line, first))
        and low[first] not in lexicon.ordinal_denominators
    ):
        scaled = part_of_scale(tables, line, Number(first, bottom[0], Fraction(1, bottom[1]), share=True))
        return scaled if not scaled.share else None
    return None


def part_of_scale(tables: NumberTables, line: Tokens, number: Number) -> Number:
    """Half a million, deux tiers de million, half a dozen: no part any more."""
    at = number.last
    at = line.behind_hyphen(at)
    for _ in range(3):
        scale = tables.scales.at(line, at) or _collectives_only(tables, line, at)
        if scale:
            return replace(
                number,
                last=scale[0],
                value=number.value * scale[1],
                factor=Fraction(scale[1]),
                share=False,
                bare=False,
                one=False,
            )
        if line.low[at] in tables.lexicon.articles or line.low[at] in tables.lexicon.of:
            at += 1
            if line.low[at] == "'":
                at += 1
    return number


def half_behind(tables: NumberTables, line: Tokens, at: int) -> int | None:
    """Where a half behind a unit ends: deux ans et demi, 2 h ½."""
    if line.low[at] == "½":
        return at + 1
    found = tables.tails.at(line, at)
    return found[0] if found else None


def _top_and_bottom(tables: NumberTables, line: Tokens, at: int) -> tuple[int, Fraction] | None:
    """A part behind *and*: a quarter, trois quarts."""
    if line.low[at] in tables.lexicon.articles or line.low[at] in tables.ones:
        found: tuple[int, int] | None = (at + 1, 1)
    else:
        found = below_hundred(tables, line, at)
    if found is None or not 0 < found[1] < 100:
        return None
    bottom = bottom_at(tables, line, Number(at, found[0], Fraction(found[1])))
    return (bottom[0], Fraction(found[1], bottom[1])) if bottom and found[1] < bottom[1] else None


def _ends_a_part(tables: NumberTables, line: Tokens, at: int) -> bool:
    """Whether what follows a third shows that it is a part, and not the third of something."""
    word = line.low[at]
    if word == "-" and line.glued(at):
        return False
    return line.kind[at] != "w" or word in tables.lexicon.part_followers or bool(tables.scales.at(line, at))


def _collectives_only(tables: NumberTables, line: Tokens, at: int) -> tuple[int, int] | None:
    found = tables.collectives.at(line, at)
    return (found[0], found[1][0]) if found else None
