"""Small numbers: below a thousand, in words; and decimals that are spelled out."""

from fractions import Fraction

from factbound.language.number_tables import NumberTables
from factbound.language.tokens import Tokens

_TENS = frozenset(range(20, 100, 10))


def below_thousand(tables: NumberTables, line: Tokens, first: int) -> tuple[int, int] | None:
    """A number below a thousand (or hundreds of up to ninety-nine) in words: where it ends, and its worth."""
    hundred = tables.hundreds.at(line, first)
    if hundred:
        return _below_hundred_behind(tables, line, hundred[0], 100)
    found = below_hundred(tables, line, first)
    if found is None:
        return None
    end, value = found
    if 100 <= value < 1000:
        return _below_hundred_behind(tables, line, end, value)
    at = end + 1 if line.low[end] == "-" and line.glued(end) and line.glued(end + 1) else end
    hundred = tables.hundreds.at(line, at) if 0 < value < 100 else None
    if hundred:
        return _below_hundred_behind(tables, line, hundred[0], value * 100)
    return end, value


def below_hundred(tables: NumberTables, line: Tokens, first: int) -> tuple[int, int] | None:
    """A number below a hundred in words."""
    low, lexicon = line.low, tables.lexicon
    found = _cardinal(tables, line, first)
    if found is None:
        return None
    at, value = found
    if lexicon.units_first and 0 < value < 10 and low[at] in lexicon.ands:
        tens = _cardinal(tables, line, at + 1)
        if tens and tens[1] in _TENS and (line.glued(at) == line.glued(at + 1)):
            return tens[0], value + tens[1]
    for _ in range(2):
        start = at + 1 if low[at] == "-" and line.glued(at) and line.glued(at + 1) else at
        table = lexicon.joins
        if low[start] in lexicon.ands:
            start, table = start + 1, lexicon.joins_with_and
            start += low[start] == "-" and line.glued(start)
        following = _cardinal(tables, line, start) if value in table else None
        if following is None or following[1] not in table[value]:
            break
        at, value = following[0], value + following[1]
    return at, value


def decimals_at(tables: NumberTables, line: Tokens, at: int) -> tuple[int, Fraction] | None:
    """The decimals behind a whole number, spelled out: digit by digit (point one four), or, behind any noughts, as
    a number of their own (virgule vingt-cinq); where they end, and their worth."""
    at = line.behind_hyphen(at)
    if line.low[at] not in tables.lexicon.decimal_words:
        return None
    at, digits = at + 1, ""
    while True:
        at = line.behind_hyphen(at)
        if line.kind[at] == "d" and not digits:
            return at + 1, Fraction(int(line.low[at]), 10 ** len(line.low[at]))
        group = (at + 1, 0) if line.low[at] in tables.lexicon.noughts else below_thousand(tables, line, at)
        if group is None or group[1] >= 1000 or (group[1] >= 10 and digits.strip("0")):
            break
        at, digits = group[0], f"{digits}{group[1]}"
        if group[1] >= 10:
            break
    return (at, Fraction(int(digits), 10 ** len(digits))) if digits else None


def _below_hundred_behind(tables: NumberTables, line: Tokens, end: int, hundreds: int) -> tuple[int, int]:
    """The tens and units behind hundreds, if there are any."""
    low, lexicon = line.low, tables.lexicon
    at = end + 1 if low[end] == "-" and line.glued(end) and line.glued(end + 1) else end
    with_and = low[at] in lexicon.ands and lexicon.and_after_hundreds
    if with_and:
        at += 1
        if low[at] == "-" and line.glued(at):
            at += 1
    found = below_hundred(tables, line, at)
    if found is None or not 0 < found[1] < 100:
        return end, hundreds
    after, value = found
    if tables.hundreds.at(line, after) or (with_and and line.spaced[at] and low[at] in lexicon.articles):
        return end, hundreds
    if tables.denominators.at(line, after) and with_and:
        return end, hundreds
    return after, hundreds + value


def _cardinal(tables: NumberTables, line: Tokens, at: int) -> tuple[int, int] | None:
    if line.low[at] in tables.ones:
        longer = tables.cardinals.at(line, at)
        return longer if longer and longer[0] > at + 1 else (at + 1, 1)
    return tables.cardinals.at(line, at)
