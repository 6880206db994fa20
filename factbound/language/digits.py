"""Digits: numbers in digits, with their groups, decimals, fractions, powers and abbreviated scales."""

import unicodedata
from dataclasses import replace
from fractions import Fraction

from factbound.language.collectives import collective_behind
from factbound.language.number import Number
from factbound.language.number_tables import NumberTables
from factbound.language.scales import multiplied, with_scales
from factbound.language.small_numbers import decimals_at
from factbound.language.tokens import Tokens


def number_in_digits(tables: NumberTables, line: Tokens, first: int, *, money: bool) -> Number | None:
    low, kind, spaced = line.low, line.kind, line.spaced
    at = first
    whole, mark = "0", ""
    alternatives: tuple[Fraction, ...] = ()
    if kind[at] == "s":  # .001
        if kind[at + 1] != "d" or spaced[at + 1] or not (spaced[at] or at == 0):
            return None
    else:
        whole, at = low[at], at + 1
        at, whole, mark = _grouped(tables, line, at, whole)
    decimals = ""
    bare_point = at == first
    if (
        low[at] in {".", ","}
        and low[at] != mark
        and (bare_point or not spaced[at])
        and kind[at + 1] == "d"
        and not spaced[at + 1]
    ):
        decimals = low[at + 1]
        if not mark and len(decimals) == 3 and 0 < len(whole) < 4 and whole[0] != "0":
            alternatives = (Fraction(int(whole + decimals)),)
        at += 2
    bare = not mark and not decimals
    value = Fraction(int(whole + decimals), 10 ** len(decimals))
    spoken = decimals_at(tables, line, at) if bare else None
    if spoken and kind[spoken[0] - 1] == "d":  # 3 komma 5
        value, at, bare = value + spoken[1], spoken[0], False
    if bare and low[at] == "/" and kind[at + 1] == "d" and line.glued(at) and line.glued(at + 1):  # 1/16
        part = _fraction(int(whole), low[at + 1])
        if part is None or low[at + 2] == "/" or (kind[at + 2] == "w" and line.glued(at + 2)):
            return None
        return Number(first, at + 2, part, digits=True, share=True)
    if (
        bare
        and kind[at] == "d"
        and low[at + 1] == "/"
        and kind[at + 2] == "d"
        and line.glued(at + 1)
        and line.glued(at + 2)
    ):
        part = _fraction(int(low[at]), low[at + 2])  # 10 1/2
        if part is not None and part < 1 and int(low[at + 2]) <= 16:
            value, at, bare = value + part, at + 3, False
    if kind[at] == "w" and len(line.raw[at]) == 1 and not line.raw[at].isascii():  # 2½
        part_of = unicodedata.numeric(line.raw[at], None)
        if part_of is not None and 0 < part_of < 1:
            value, at, bare = value + Fraction(part_of).limit_denominator(1000), at + 1, False
    power = _power_of_ten(line, at)
    if power:  # 1.99×10⁻³⁰
        value, at, bare, alternatives = value * Fraction(10) ** power[1], power[0], False, ()
    number = Number(first, at, value, alternatives=alternatives, digits=True, bare=bare)
    return _abbreviated(tables, line, number, money=money)


def _grouped(tables: NumberTables, line: Tokens, at: int, whole: str) -> tuple[int, str, str]:
    """Groups of three digits behind the first, all set apart in the same way; where they end, and by what they
    were set apart."""
    if len(whole) > 3 or whole[0] == "0":
        return at, whole, ""
    groups: list[str] = []
    ends: list[int] = []
    mark = ""
    low, kind, spaced = line.low, line.kind, line.spaced
    if indian := _grouped_by_lakhs(line, at, whole):
        return *indian, ","
    while True:
        if (
            kind[at] == "d"
            and spaced[at]
            and line.start[at] - line.end[at - 1] == 1
            and line.plain[line.end[at - 1]] == " "
        ):
            sign, group = " ", at
        elif low[at] in {".", ",", "'"} and not spaced[at] and kind[at + 1] == "d" and not spaced[at + 1]:
            sign, group = low[at], at + 1
        else:
            break
        if len(low[group]) != 3 or (mark and sign != mark):
            break
        mark = sign
        groups.append(low[group])
        at = group + 1
        ends.append(at)
    if not groups or (mark == tables.lexicon.decimal_mark and len(groups) == 1):
        return at - 2 * len(groups), whole, ""
    return at, whole + "".join(groups), mark


def _grouped_by_lakhs(line: Tokens, at: int, whole: str) -> tuple[int, str] | None:
    """Groups of two digits before the last of three, as India prints them (1,52,000): where they end, and the digits;
    None where there are none."""
    digits = whole
    while line.low[at] == "," and line.glued(at) and line.kind[at + 1] == "d" and line.glued(at + 1):
        group = line.low[at + 1]
        if len(group) == 3 and digits != whole:
            return at + 2, digits + group
        if len(group) != 2 or len(whole) > 2:
            return None
        at, digits = at + 2, digits + group
    return None


def _abbreviated(tables: NumberTables, line: Tokens, number: Number, *, money: bool) -> Number:
    """The number with the scale behind it, abbreviated or in full."""
    at = number.last
    if line.low[at] == "-" and line.glued(at) and line.kind[at + 1] == "w" and line.glued(at + 1):
        at += 1
    raw = line.raw[at]
    if raw in tables.joined:
        factor, code = tables.joined[raw]
        return replace(multiplied(number, factor, at + 1), unit=code)
    currency_next = line.low[at + 1] in {"€", "$", "£", "¥"} or line.raw[at + 1] in {"EUR", "USD", "GBP", "CHF"}
    table = tables.money if money or currency_next else tables.short
    if raw == "K" and number.bare and number.value < 10 and line.glued(at) and not (money or currency_next):
        return number  # a 4K screen
    if raw in table and (raw.lower() not in tables.lexicon.scales):
        scaled = multiplied(number, table[raw], at + 1)
        return replace(scaled, last=at + 2) if _has_point(line, at + 1) else scaled
    return collective_behind(tables, line, with_scales(tables, line, number))


def _power_of_ten(line: Tokens, at: int) -> tuple[int, int] | None:
    """Where a power of ten behind a number ends, and its exponent: ×10⁶, × 10^-3."""
    if line.low[at] not in {"×", "x", "·", "*"} or line.low[at + 1] != "10":
        return None
    at += 2
    at += line.low[at] == "^"
    negative = line.low[at] in {"-", "⁻"} and line.glued(at)
    at += negative
    digits = [unicodedata.digit(sign, None) for sign in line.raw[at]] if line.glued(at) else []
    if not 0 < len(digits) < 4 or None in digits:
        return None
    exponent = int("".join(map(str, digits)))
    return at + 1, -exponent if negative else exponent


def _fraction(top: int, bottom: str) -> Fraction | None:
    if len(bottom) > 3 or bottom[0] == "0":
        return None
    return Fraction(top, int(bottom)) if 0 < top < int(bottom) else None


def _has_point(line: Tokens, at: int) -> bool:
    """Whether an abbreviation's point follows: within a sentence, before a word or a sign."""
    following = line.low[at + 1] if at + 1 < len(line.low) else ""
    return line.low[at] == "." and line.glued(at) and (following in {"€", "$", "£"} or line.is_word(at + 1))
