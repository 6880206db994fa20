"""Scales: what multiplies a number by a thousand or more, and the smaller terms behind it."""

from dataclasses import replace
from fractions import Fraction

from factbound.language.number import Number
from factbound.language.number_tables import NumberTables
from factbound.language.small_numbers import below_thousand
from factbound.language.tokens import Tokens


def multiplied(number: Number, factor: int, last: int) -> Number:
    """A number times the scale that ends before a token."""
    exact = Fraction(factor)
    return replace(
        number,
        last=last,
        value=number.value * exact,
        factor=number.factor * exact,
        bare=False,
        alternatives=tuple(each * exact for each in number.alternatives),
    )


def with_scales(tables: NumberTables, line: Tokens, number: Number) -> Number:
    """A number in digits, or a part, with the scale words behind it, and what is added to them."""
    at = number.last
    if number.digits and not number.share:
        hundred = tables.hundreds.at(line, at)
        if hundred and line.low[at] not in tables.lexicon.units:  # 3 honderd; but 5 cents
            number = multiplied(number, 100, hundred[0])
            at = number.last
    total, current, lowest = Fraction(0), number.value, 0
    return grow(tables, line, number, at, total, current, lowest)


def grow(
    tables: NumberTables, line: Tokens, number: Number, at: int, total: Fraction, current: Fraction, lowest: int
) -> Number:
    """Terms in falling order: what is in hand times a scale, then the next."""
    factor, terms = number.factor, 0
    while True:
        scale = _scale(tables, line, at)
        if scale:
            end, size = scale
            if lowest and not current and size < lowest:
                if number.digits:
                    break
                current = Fraction(1)  # un million mille
            if not lowest or size < lowest:
                total += current * size
            else:
                total = (total + current) * size
            factor = number.factor * size if not terms else Fraction(1)
            if lowest and size > lowest and terms <= 1:
                factor = Fraction(size * lowest)
            current, lowest, at, terms = Fraction(0), size, end, terms + 1
            tail = tables.tails.at(line, at)
            if tail:
                total, at = total + Fraction(size, 2), tail[0]
            continue
        if lowest and not current:
            group = _next_term(tables, line, at, lowest, digits=number.digits)
            if group:
                at, current = group
                factor = Fraction(1)
                continue
        break
    if not lowest:
        return number
    scaled = total + current
    grown = scaled / number.value if number.value and not current else Fraction(1)
    alternatives = tuple(each * grown for each in number.alternatives)
    return replace(number, last=at, value=scaled, factor=factor, bare=False, share=False, alternatives=alternatives)


def _scale(tables: NumberTables, line: Tokens, position: int) -> tuple[int, int] | None:
    """A scale word, or a hundred behind digits, with the hyphen before it."""
    at = position + 1 if line.low[position] == "-" and line.glued(position) and line.glued(position + 1) else position
    return tables.scales.at(line, at)


def _next_term(
    tables: NumberTables, line: Tokens, at: int, lowest: int, *, digits: bool
) -> tuple[int, Fraction] | None:
    """What follows a scale as a smaller term of the same number."""
    low, lexicon = line.low, tables.lexicon
    start, link = at, "space"
    if low[at] == "-" and line.glued(at) and line.glued(at + 1):
        start, link = at + 1, "hyphen"
    elif low[at] == "," and line.glued(at) and not digits:
        start, link = at + 1, "comma"
    elif low[at] in lexicon.ands and lexicon.and_after_hundreds:
        start, link = at + 1, "and"
    if line.kind[start] == "d":
        term = _plain_digits(line, start) if link == "space" and line.spaced[start] and digits else None
        if term is None:
            return None
        following = _scale(tables, line, term[0])
        return (
            (term[0], Fraction(term[1]))
            if following and following[1] < lowest and term[1] * following[1] < lowest
            else None
        )
    if digits and link != "space":
        return None
    found = below_thousand(tables, line, start)
    if found is None:
        return None
    end, value = found
    if value == 0 or value >= lowest:
        return None
    following = _scale(tables, line, end)
    if following and (following[1] >= lowest if link in {"and", "comma"} else following[1] == lowest):
        return None
    if link == "comma" and not following and value < 100:
        return None
    if link == "and" and value == 1 and low[start] in lexicon.articles and not following and line.spaced[start]:
        return None
    if digits and not following:
        return None
    return end, Fraction(value)


def _plain_digits(line: Tokens, at: int) -> tuple[int, int] | None:
    return (at + 1, int(line.low[at])) if len(line.low[at]) <= 3 else None
