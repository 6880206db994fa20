"""How wide words are, from the advances of the chart's font, and the lines they break into.

The table is made with the fonts by scripts/fonts.py. Kerning is left out, so real words are never wider than measured.
"""

import json
from functools import cache, lru_cache
from pathlib import Path

_UNKNOWN = 600
"""Thousandths of the size, for a character the font does not have."""


@cache
def _advances() -> dict[str, dict[str, int]]:
    """For each weight, the width of each character in thousandths of the size."""
    table: dict[str, dict[str, int]] = json.loads(Path(__file__).with_name("advances.json").read_text(encoding="utf-8"))
    return table


def width(words: str, size: float, weight: int = 400) -> float:
    """The width of a line, in pixels."""
    return _thousandths(words, weight) * size / 1000


@lru_cache(16384)  # most words stand in many lines
def _thousandths(words: str, weight: int) -> int:
    """The width of words, in thousandths of the size."""
    advances = _advances()[str(weight)]
    return sum(advances.get(character, _UNKNOWN) for character in words)


def wrap(words: str, size: float, weight: int, room: float) -> list[str]:
    """The lines of at most `room` pixels; only spaces that may break do, and a word too wide for a line is cut."""
    lines: list[str] = []
    taken = 0
    for word in words.split(" "):
        joined = taken + _thousandths(" ", weight) + _thousandths(word, weight)
        if lines and joined * size / 1000 <= room:
            lines[-1], taken = f"{lines[-1]} {word}", joined
        elif word:
            lines += _cut(word, size, weight, room)
            taken = _thousandths(lines[-1], weight)
    return lines


def _cut(word: str, size: float, weight: int, room: float) -> list[str]:
    """A word in parts that fit, each but the last with a hyphen; most words are one part."""
    if width(word, size, weight) <= room or len(word) == 1:
        return [word]
    count = next((count for count in range(len(word) - 1, 1, -1) if width(word[:count] + "-", size, weight) <= room), 1)
    return [word[:count] + "-", *_cut(word[count:], size, weight, room)]
