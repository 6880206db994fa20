"""Strays: every character that is a number and belongs to none that was found."""

import re
import unicodedata
from fractions import Fraction

from factbound.language.amount import Amount, Kind
from factbound.language.number import worth

_MAY_BE_A_NUMBER = re.compile(r"[^\x00-/:-\x7f]")
"""A digit, or any character beyond ASCII."""


def with_strays(text: str, found: list[Amount]) -> tuple[Amount, ...]:
    """The numbers found, and every character that is a number and belongs to none of them: no digit is passed over."""
    strays: list[Amount] = []
    spans = iter([*(each.number for each in found), (len(text), len(text))])
    start, end = next(spans)
    for match in _MAY_BE_A_NUMBER.finditer(text):
        position, character = match.start(), match[0]
        while position >= end and end < len(text):
            start, end = next(spans)
        if start <= position < end:
            continue
        value = unicodedata.numeric(character, None)
        if value is not None and not _is_square(text, position):
            worth_of = worth(Fraction(value).limit_denominator(1000))
            kind = Kind.NAME if text[max(0, position - 1) : position].isalpha() else Kind.OTHER
            strays.append(Amount(position, position + 1, character, (position, position + 1), kind, worth_of))
    return tuple(sorted([*found, *strays], key=lambda each: each.number)) if strays else tuple(found)


def _is_square(text: str, position: int) -> bool:
    """Whether it is the ² of m² or km², or the 2 of 310 m2."""
    if text[position] in "23":
        behind = text[position + 1 : position + 2]
        return not behind.isalnum() and bool(re.search(r"\d\s?[kcd]?m$", text[max(0, position - 5) : position]))
    return text[position] in "²³" and bool(re.search(r"(?<![^\W\d_])[kcdm]?m$", text[max(0, position - 4) : position]))
