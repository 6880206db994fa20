"""A text as the reader takes it in: laid bare of disguises, cut into words, digits and marks, each knowing where it
stands."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate

_PLAIN = str.maketrans(
    {
        "\u2019": "'", "\u2018": "'", "\u02bc": "'", "\u00b4": "'", "`": "'",
        "\u00a0": " ", "\u202f": " ", "\u2009": " ", "\u2007": " ",
        "\u2010": "-", "\u2011": "-", "\u2012": "-", "\u2212": "-", "\u2013": "–", "\u2014": "—", "\u2044": "/",
    }
)  # fmt: skip
_ORDINARY = re.compile(
    "[\x00-\x7f\xa0-\xa9\xab\xac\xae-\xb9\xbb-\u0131\u0134-\u013e\u0141-\u0148\u014a-\u017e\u2009-\u200a"
    "\u2010-\u2027\u202f\u2030\u20ac\u2070\u2074-\u207e\u2080-\u208e\u2212\u2044]*+"
)
"""A text of characters that are what they look like, each of which stays one."""
_TOKEN = re.compile(r"(\d+)|([^\W\d_]+)|(\S)")


def laid_bare(text: str) -> tuple[str, Sequence[int]]:
    """The text as a reader sees it: without invisible characters, letters and digits in disguise made plain; and where
    each of its
    characters stands in `text`, with the end.

    >>> laid_bare("１２")[0]
    '12'
    """
    if text.isascii():
        return text.replace("`", "'"), range(len(text) + 1)
    if _ORDINARY.fullmatch(text):
        return text.translate(_PLAIN), range(len(text) + 1)
    plain: list[str] = []
    places: list[int] = []
    for position, character in enumerate(text):
        seen = _seen(character)
        plain.append(seen)
        places += [position] * len(seen)
    whole = "".join(plain)
    return _latin(whole) if _STRANGE.search(whole) else whole, [*places, len(text)]


@cache
def _seen(character: str) -> str:
    category = unicodedata.category(character)
    if category == "Cf" or _UNSEEN.fullmatch(character):
        return ""
    if character in _SAID:
        return _SAID[character]
    if category == "So" and (letter := _LETTER.search(unicodedata.name(character, ""))):  # ⓕ, 🅵
        return letter[1].lower()
    disguised = category.startswith("L") or category == "Nd"
    return (unicodedata.normalize("NFKC", character) if disguised else character.translate(_PLAIN)).translate(_PLAIN)


def _latin(text: str) -> str:
    """The text with letters of other alphabets that look like ours, where they stand among ours: fоrty with a Cyrillic
    о is forty. A word of one alphabet stays what it is."""

    def plain(match: re.Match[str]) -> str:
        return match[0].translate(_LOOK_ALIKES) if re.search("[A-Za-z]", match[0]) else match[0]

    return re.sub(r"[^\W\d_]+", plain, text)


_UNSEEN = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u20e3\u2800\u3164\ufe00-\ufe0f\uffa0\U000e0100-\U000e01ef\u0335-\u0338]"
)
"""Characters that nobody sees and that no format is: selectors of variants, fillers, a blank of braille; and strokes
through the character before."""
_SAID = {"🔟": "10", "💯": "100"}
"""Pictures of numbers that Unicode gives no value."""
_LETTER = re.compile(
    r"(?:CIRCLED|SQUARED|PARENTHESIZED|REGIONAL INDICATOR SYMBOL)(?: LATIN (?:CAPITAL|SMALL))? LETTER ([A-Z])$"
)
"""How Unicode names a letter in a frame."""
_LOOK_ALIKES = str.maketrans(
    "аеоріѕсухѵԁһӏⅼαοερνικυτωАВЕКМНОРСТУХІЈЅΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "aeopiscyxvdhllaoepvikutwABEKMHOPCTYXIJSABEZHIKMNOPTYX"
)
"""Cyrillic and Greek letters, and the Latin ones that they look like. Source: Unicode, confusables."""
_STRANGE = re.compile("[\u0370-\u03ff\u0400-\u052f]")


_GUARDS = 8


@dataclass(slots=True)
class Tokens:
    """A text's tokens in parallel lists: in lower case, as printed, where each starts and ends, what it is, whether a
    space goes before.

    `kind` is "d" for digits, "w" for letters, "s" for any other mark, and "" for the guards at the end, which let a
    rule look a few tokens ahead.
    """

    plain: str
    low: list[str]
    raw: list[str]
    start: list[int]
    end: list[int]
    kind: list[str]
    spaced: list[bool]

    def __len__(self) -> int:
        return len(self.low) - _GUARDS

    def glued(self, position: int) -> bool:
        """Whether a token hangs on the one before it."""
        return position > 0 and not self.spaced[position]

    def behind_hyphen(self, position: int) -> int:
        """The place behind a hyphen that joins two words; the place itself where there is none."""
        return position + (self.low[position] == "-" and self.glued(position) and self.glued(position + 1))

    def is_word(self, position: int) -> bool:
        """Whether the token is letters."""
        return 0 <= position < len(self.low) and self.kind[position] == "w"


def tokens(plain: str, split: "Splitter") -> Tokens:
    """The tokens of a text that was laid bare; `split` takes words apart that are written together, and has nothing to
    say of others."""
    found = list(_TOKEN.finditer(plain))
    raw = [match[0] for match in found]
    start = [match.start() for match in found]
    end = [match.end() for match in found]
    kind = ["dws"[match.lastindex - 1] for match in found if match.lastindex]
    spaced = [begin > last for begin, last in zip(start, [0, *end], strict=False)]
    low = [word if len(lower := word.lower()) != len(word) else lower for word in raw]
    for at in reversed(range(len(raw)) if split else ()):
        if kind[at] == "w" and len(parts := split(raw[at])) > 1:
            ends = [start[at] + each for each in accumulate(map(len, parts))]
            raw[at : at + 1], low[at : at + 1] = parts, [each.lower() for each in parts]
            start[at : at + 1], end[at : at + 1] = [start[at], *ends[:-1]], ends
            kind[at : at + 1], spaced[at : at + 1] = "w" * len(parts), [spaced[at], *[False] * (len(parts) - 1)]
    low += [""] * _GUARDS
    raw += [""] * _GUARDS
    kind += [""] * _GUARDS
    start += [len(plain)] * _GUARDS
    end += [len(plain)] * _GUARDS
    spaced += [True] * _GUARDS
    return Tokens(plain, low, raw, start, end, kind, spaced)


class Splitter:
    """Takes words apart that are numbers written together: zweiundzwanzig, twaalfenhalve. Linear in the length of the
    word."""

    def __init__(self, parts: frozenset[str], whole: frozenset[str]) -> None:
        self._parts = parts - {""}
        self._whole = whole
        self._longest = max(map(len, self._parts), default=0)
        self._openings = frozenset(part[:2] for part in self._parts)

    def __bool__(self) -> bool:
        """Whether there is anything that it takes apart."""
        return bool(self._parts)

    def __call__(self, word: str) -> tuple[str, ...]:
        """The parts of a word; none where it is not made of parts."""
        if word[:2].lower() not in self._openings:
            return ()
        low = word.lower()
        ends = None if low in self._whole or len(low) != len(word) else self._ends(low)
        return () if ends is None else tuple(word[start:end] for start, end in zip([0, *ends], ends, strict=False))

    def _ends(self, low: str) -> list[int] | None:
        """Where the parts of a word end, the longest first part that leads to the end; None when it is not made of
        parts."""
        best: list[int | None] = [None] * (len(low) + 1)
        for begin in range(len(low) - 1, -1, -1):
            for end in range(min(len(low), begin + self._longest), begin, -1):
                if (end == len(low) or best[end] is not None) and low[begin:end] in self._parts:
                    best[begin] = end
                    break
        if not low or best[0] is None:
            return None
        ends, at = [], 0
        while at < len(low):
            following = best[at]
            if following is None:
                return None
            ends.append(following)
            at = following
        return ends if len(ends) > 1 else None
