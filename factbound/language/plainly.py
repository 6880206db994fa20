"""Plainly: texts of which it is plain at once that they hold hardly a number: nothing, or ordinals and dates in words,
and ones that measure nothing. Most prose is of that kind, and reading it takes thirty times as long."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import AnyStr, Generic

from factbound.language.measures import PREFIXES
from factbound.language.phrases import pieces
from factbound.language.rules import Rules
from factbound.language.tokens import laid_bare
from factbound.values.units import CURRENCIES

_ROMAN = re.compile(r"[IVXLCDM](?<![^\W\d_][IVXLCDM])[IVXLCDM]+(?:e|er|ème|ste|de|th)?(?![^\W\d_])")
"""A whole word that may be a Roman number."""
_TOKEN = re.compile(r"[^\W\d_]+|\S")
_AHEAD = 6
"""How many tokens behind a *one* its unit stands at most, where nothing may stand between them without end: a hyphen
or an opening bracket, an adjective."""
_NEAR = 10
"""How many tokens of an ordinal and of what joins it to a month are looked at on both sides of the month."""
_CODING = "cp1252"
"""A coding of one byte for each letter and mark of most prose."""


_NUMBER, _MEASURE, _SIGN, _BLANK = b"0%- "
"""What stands for a number or what cannot be seen, for a mark that measures, for a sign before a number, and for any
other mark, where a text is looked up."""
_MEASURES, _SIGNS = frozenset("%$€£¥°‰"), frozenset("-+–—=")


def _simplified(byte: int) -> int:
    """A byte as it is looked up: a small letter as it is seen, or what stands for a mark."""
    character = bytes([byte]).decode(_CODING, "replace")
    seen = laid_bare(character)[0]
    if not seen or seen.isnumeric():
        return _NUMBER
    if seen.isalpha():
        return seen.lower().encode(_CODING)[0]
    return _MEASURE if character in _MEASURES else _SIGN if character in _SIGNS else _BLANK


_SIMPLE = bytes(map(_simplified, range(256)))


@dataclass(frozen=True, slots=True)
class _Words(Generic[AnyStr]):
    """What is looked up, in one coding."""

    loud: frozenset[AnyStr]
    """Words of which one stands in everything that begins a number that is no one, or a decade."""
    articles: frozenset[AnyStr]
    """Articles that are no word for one."""
    ones: frozenset[AnyStr]
    units: Mapping[AnyStr, frozenset[AnyStr]]
    """What behind an article or a one measures or divides it, by its first word: its second words; none where that
    alone does."""
    more: frozenset[AnyStr]
    """What else behind a one makes more of it."""
    signs: frozenset[AnyStr]
    """What before a one makes another of it."""
    between: frozenset[AnyStr]
    """Words of which any number may stand between a one and its unit."""
    months: frozenset[AnyStr]
    ordinals: frozenset[AnyStr]

    def tell_a_day(self, words: Sequence[AnyStr]) -> bool:
        """Whether an ordinal stands so near a month that both may be a day."""
        if self.months.isdisjoint(words) or self.ordinals.isdisjoint(words):
            return False
        near = (words[max(0, at - _NEAR) : at + _NEAR] for at, word in enumerate(words) if word in self.months)
        return not all(map(self.ordinals.isdisjoint, near))

    def stand_alone(self, words: Sequence[AnyStr]) -> bool:
        """Whether all articles and ones among the words of a text measure nothing."""
        ones = not self.ones.isdisjoint(words)
        if self.units.keys().isdisjoint(words) and not ones:
            return True
        singles = self.articles | self.ones
        for at, word in enumerate(words):
            if word not in singles:
                continue
            one = word in self.ones
            if one and not self.signs.isdisjoint(words[max(0, at - 2) : at]):
                return False
            behind = at + 1
            while behind < len(words) and words[behind] in self.between:
                behind += 1
            for place in range(at + 1, min(behind + _AHEAD, len(words))):
                if one and words[place] in self.more:
                    return False
                second = self.units.get(words[place])
                if second is not None and (not second or (words[place + 1 : place + 2] and words[place + 1] in second)):
                    return False
        return True


class Plainly:
    """What one language needs to tell such a text.

    What is found begins with a digit, with a sign that is a number, with a Roman number, or with a word or a phrase
    of the lexicon's tables. Of a phrase all words are there, so that one of them tells enough: it is loud. Where none
    is, and no article or one, what begins stands in the tables of ordinals, months, codes and last parts of dates, or
    among words for a decimal mark: it is an ordinal or a date and no decade, in words where no sign of the text is a
    number; both together are a day. An article begins a number only where a unit or a part of a whole stands shortly
    behind it. A one is worth one and has no unit but where that does, or decimals, or the next word of a longer
    phrase; or where minus, a currency or a decimal mark stands right before it. Two ones are no range.
    """

    def __init__(self, rules: Rules) -> None:
        lex = rules.lexicon
        self._split = rules.split
        articles, ones = rules.bare_articles, rules.numbers.ones
        loud: set[str] = set()
        more = {*lex.decimal_words, *(pieces(phrase)[-1] for phrase in lex.half_tails)}
        longer: list[str] = []
        parts = lex.denominators.keys() - lex.ordinal_denominators
        tables: tuple[Iterable[str], ...] = (
            lex.cardinals, lex.scales, lex.fixed, lex.plain_parts, lex.collectives, lex.plurals, lex.hundreds,
            lex.halves, lex.noughts, parts, lex.multiples, lex.often, lex.every, lex.decade_words, lex.decade_names,
        )  # fmt: skip
        for table in tables:
            for phrase in table:
                first, *rest = pieces(phrase)
                if first in articles | ones and rest:
                    longer.append(" ".join(rest))
                elif first not in articles | ones or table is not lex.cardinals:
                    loud.add(max((first, *rest), key=lambda piece: (piece not in lex.function_words, len(piece))))
        units: dict[str, set[str]] = {}
        alone: set[str] = set()
        for phrase in (*rules.measuring, *longer):
            first, *rest = pieces(phrase)
            units.setdefault(first, set()).update(rest[:1])
            if not rest or not rest[0].isalpha():
                alone.add(first)
        signs = {next(piece for piece in reversed(pieces(sign)) if piece != ".") for sign in (*lex.minus, *_CURRENCIES)}
        self._told = _Words(
            frozenset(loud),
            frozenset(articles),
            frozenset(ones),
            {first: frozenset(() if first in alone else second) for first, second in units.items()},
            frozenset(more),
            frozenset(signs) | lex.decimal_words | _SIGNS,
            frozenset(lex.between_unit),
            frozenset(month for month in lex.months if len(month) > 3 and month not in lex.shy_months),
            frozenset(pieces(phrase)[0] for phrase in lex.ordinals),
        )
        told = self._told
        measure, sign = bytes([_MEASURE]), bytes([_SIGN])
        self._coded = _Words(
            _coded(told.loud),
            _coded(told.articles),
            _coded(told.ones),
            {first.encode(_CODING): _coded(second) for first, second in told.units.items() if _is_coded(first)}
            | {measure: frozenset()},
            _coded(told.more),
            _coded(told.signs) | {measure, sign},
            _coded(told.between),
            _coded(told.months),
            _coded(told.ordinals),
        )
        self._singles = self._coded.articles | self._coded.ones

    def __call__(self, text: str) -> bool:
        """Whether it is plain at once that a text holds no more than such; of other texts too nothing is said but by
        reading them."""
        try:
            simple = text.encode("ascii" if text.isascii() else _CODING).translate(_SIMPLE)
        except UnicodeEncodeError:
            return self._is_plain(laid_bare(text)[0])
        words = simple.replace(b"-", b" - ").replace(b"%", b" % ").split()
        if b"0" in simple or not self._coded.loud.isdisjoint(words) or _ROMAN.search(text):
            return False
        if self._split and any(self._split(word.decode(_CODING)) for word in set(words)):
            return False
        if self._coded.tell_a_day(words):
            return False
        return self._singles.isdisjoint(words) or self._coded.stand_alone(words)

    def _is_plain(self, plain: str) -> bool:
        """The same of a text, laid bare, with letters or marks that the coding lacks."""
        low = plain.lower()
        if len(low) != len(plain) or any(map(str.isnumeric, set(plain))) or _ROMAN.search(plain):
            return False
        words = _TOKEN.findall(low)
        if not self._told.loud.isdisjoint(words) or (self._split and any(map(self._split, set(words)))):
            return False
        return not self._told.tell_a_day(words) and self._told.stand_alone(words)


_CURRENCIES = (*PREFIXES, *map(str.lower, CURRENCIES))


def _is_coded(word: str) -> bool:
    """Whether the coding can write a word; one that it cannot stands in no text that it can."""
    return word.encode(_CODING, "ignore").decode(_CODING) == word


def _coded(words: Collection[str]) -> frozenset[bytes]:
    return frozenset(word.encode(_CODING) for word in words if _is_coded(word))
