"""Rules: the tables of a lexicon made ready to be looked up among tokens, once for each language and edition."""

import re
from collections.abc import Iterable, Mapping
from fractions import Fraction
from unicodedata import numeric

from factbound.language.calendar import Calendar
from factbound.language.lexicon import Lexicon, LookAlike
from factbound.language.measures import AS_WRITTEN, PREFIXES, SYMBOLS
from factbound.language.number_tables import NumberTables
from factbound.language.phrases import Phrases, phrase_set, pieces
from factbound.language.tokens import Splitter
from factbound.values.units import CURRENCIES


class Rules:
    """The rules of one language, with an edition's units. Phrases that are looked for before a place are read
    backwards from it."""

    def __init__(self, lexicon: Lexicon, units: Mapping[str, str]) -> None:
        self.lexicon = lex = lexicon
        self.numbers = NumberTables(lex)
        self.bare_articles = lex.articles - lex.ones
        self.calendar = Calendar(lex)
        table = {**SYMBOLS, **lex.units, **{word.lower(): code for word, code in units.items()}}
        self.units = Phrases(table)
        self.own_case = {**AS_WRITTEN, **units}
        self.prefixes = Phrases(PREFIXES | {code.lower(): code for code in CURRENCIES}, backwards=True)
        self.qualifiers = Phrases(lex.qualifiers, backwards=True)
        self.after = Phrases(lex.qualifiers_after)
        self.softeners = phrase_set(lex.softeners, backwards=True)
        self.look_alikes: dict[str, list[LookAlike]] = {}
        for each in lex.look_alikes:
            self.look_alikes.setdefault(each.words, []).append(each)
        self.to = phrase_set(lex.to)
        self.between = phrase_set(lex.between, backwards=True)
        self.and_ = phrase_set(lex.between_and)
        self.or_ = phrase_set(lex.or_)
        self.from_ = phrase_set(lex.from_, backwards=True)
        self.changes = (
            dict.fromkeys(lex.changing, "") | dict.fromkeys(lex.rising, "up") | dict.fromkeys(lex.falling, "down")
        )
        self.multiples = Phrases({word: Fraction(value) for word, value in lex.multiples.items()})
        self.times = phrase_set(lex.times)
        self.multiplied = Phrases(lex.multiplied, backwards=True)
        self.ordinals = Phrases(lex.ordinals)
        self.idioms = phrase_set(lex.idioms)
        self.idioms_as_printed = phrase_set(lex.idioms_as_printed)
        self.names = phrase_set(lex.names_before, backwards=True)
        self.per = phrase_set(lex.per)
        self.minus = phrase_set(lex.minus, backwards=True)
        self.every = phrase_set(lex.every)
        self.shifts = phrase_set(lex.time_shifts)
        tables: Iterable[Iterable[str]] = (
            lex.multiples, lex.often, lex.ordinals, lex.months, lex.date_codes, lex.decade_words, lex.every,
            lex.decade_names, lex.last_parts, lex.decimal_words,
        )  # fmt: skip
        self.beginnings = self.numbers.openers | {pieces(phrase)[0] for table in tables for phrase in table}
        """The words with which a number, a date or an ordinal may begin."""
        self.idiom_openers: dict[str, set[str]] = {}
        """The words with which an idiom begins, and those that come second in it."""
        for idiom in (*lex.idioms, *lex.idioms_as_printed):
            first, *others = pieces(idiom)
            self.idiom_openers.setdefault(first, set()).update(others[:1])
        letters = {phrase for phrase in table if len(phrase) == 1 and phrase.isalpha()}  # which only digits make units
        self.measuring = (*(table.keys() - letters), *self.own_case, *lex.denominators)
        self.behind_articles = {pieces(phrase)[0] for phrase in self.measuring}
        """The words and signs of which one has to follow where an article begins a number: a *year*, a *third*."""
        words = (
            self.beginnings
            | self.idiom_openers.keys()
            | set(lex.units)
            | lex.function_words
            | {word for idiom in lex.idioms for word in pieces(idiom)}
        )
        parts = frozenset(
            [
                *(word for word in (*lex.cardinals, *lex.ones, *lex.sure_ones, *lex.hundreds) if word.isalpha()),
                *(word for word in lex.scales if len(word) > 3),
                *lex.glued,
            ]
        )
        self.split = Splitter(parts if lex.glued else frozenset(), frozenset(words))

    def says_none(self, plain: str) -> bool:
        """Whether it is plain at once that nothing in a text that was laid bare begins a number, a date or an ordinal;
        of most other texts too nothing is said but by reading them."""
        low = plain.lower()
        if len(low) != len(plain) or _MAY_BEGIN.search(plain):
            return False
        words = set(_TOKEN.findall(low))
        begun = words & self.beginnings
        if begun and not (begun <= self.bare_articles and self.behind_articles.isdisjoint(words)):
            return False
        if not plain.isascii() and any(len(word) == 1 and numeric(word, None) is not None for word in words):
            return False
        return not (self.split and any(map(self.split, words)))


_MAY_BEGIN = re.compile(r"\d|[IVXLCDM]{2}")
"""A digit, or letters that may be a Roman number."""
_TOKEN = re.compile(r"[^\W\d_]+|\S")
