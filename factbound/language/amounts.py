"""Amounts as a copy editor reads them: every number of a text, its class, and what an amount is worth, of what, and
how surely.

    >>> [str(each) for each in read("plus de 2,5 M€ en 2024", "fr")]
    ['plus de 2,5 M€: more than 2500000 EUR', 'en 2024: date 2024']
    >>> read("between 700 and 800 million euros", "en")[0].upper
    Decimal('800000000')

The reader knows no language: what is particular stands in the language's `Lexicon`. Time grows with the length of the
text.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from itertools import pairwise

from factbound.language.amount import Amount, Change, Kind, spelled
from factbound.language.calendar import Calendar, Date
from factbound.language.counting import Counting, Number, worth
from factbound.language.lexicon import Lexicon, LookAlike, Worth, lexicon
from factbound.language.measures import AS_WRITTEN, CASED, CURRENCY_SIGNS, PREFIXES, SYMBOLS
from factbound.language.phrases import Phrases, phrase_set, pieces
from factbound.language.tokens import Splitter, Tokens, laid_bare, tokens
from factbound.values.quantities import Qualifier
from factbound.values.units import CURRENCIES

__all__ = ["Amount", "Change", "Kind", "read", "spelled"]


def read(text: str, language: str, *, units: Mapping[str, str] | None = None) -> tuple[Amount, ...]:
    """Every number of the text in order. `units` are an edition's own: words and symbols, in every form, and the code
    each stands for.

    KeyError when the language has no lexicon.
    """
    return _reader(language, tuple(sorted((units or {}).items()))).read(text)


@lru_cache(maxsize=64)
def _reader(language: str, units: tuple[tuple[str, str], ...]) -> "_Reader":
    return _Reader(lexicon(language), dict(units))


@dataclass(slots=True)
class _Found:
    """A number on its way to be an amount: its tokens from `first` up to and without `last`, qualifier and unit
    included later."""

    number: Number
    first: int
    last: int
    kind: Kind = Kind.AMOUNT
    unit: str | None = None
    per: str | None = None
    per_last: int = 0
    """Where the words end that name what it is per."""
    value: Fraction | None = None
    lower: Fraction | None = None
    upper: Fraction | None = None
    qualifier: Qualifier = Qualifier.EXACTLY
    change: Change | None = None
    of: str | None = None
    loose: bool = False
    dropped: bool = False
    became: Fraction | None = None
    """What it became, where it is what something was before a change."""
    date: Date | None = None
    core: int = 0
    """Where it starts without its qualifier."""
    number_last: int = 0


_ROMAN = re.compile(
    r"(?=[IVXLCDM]{2})M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})(e|er|ème|ste|de|th)?"
)
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
_DASHES = frozenset("-–—~")
_OPEN_BRACKETS = frozenset("([{")
_ENDS = frozenset(".;:!?")
_STOPS = frozenset('.,;:!?()[]{}«»"“”„…|')


class _Reader:
    """The reader of one language, with an edition's units."""

    def __init__(self, lexicon: Lexicon, units: Mapping[str, str]) -> None:
        self.lexicon = lex = lexicon
        self.counting = Counting(lex)
        self._bare_articles = lex.articles - lex.ones
        self.calendar = Calendar(lex)
        table = {**SYMBOLS, **lex.units, **{word.lower(): code for word, code in units.items()}}
        self._units = Phrases(table)
        self._own_case = {**AS_WRITTEN, **units}
        self._prefixes = Phrases(PREFIXES | {code.lower(): code for code in CURRENCIES}, backwards=True)
        self._qualifiers = Phrases(lex.qualifiers, backwards=True)
        self._after = Phrases(lex.qualifiers_after)
        self._softeners = phrase_set(lex.softeners, backwards=True)
        self._look_alikes: dict[str, list[LookAlike]] = {}
        for each in lex.look_alikes:
            self._look_alikes.setdefault(each.words, []).append(each)
        self._to = phrase_set(lex.to)
        self._between = phrase_set(lex.between, backwards=True)
        self._and = phrase_set(lex.between_and)
        self._or = phrase_set(lex.or_)
        self._from = phrase_set(lex.from_, backwards=True)
        self._changes = (
            dict.fromkeys(lex.changing, "") | dict.fromkeys(lex.rising, "up") | dict.fromkeys(lex.falling, "down")
        )
        self._multiples = Phrases({word: Fraction(value) for word, value in lex.multiples.items()})
        self._times = phrase_set(lex.times)
        self._multiplied = Phrases(lex.multiplied, backwards=True)
        self._ordinals = Phrases(lex.ordinals)
        self._idioms = phrase_set(lex.idioms)
        self._idioms_as_printed = phrase_set(lex.idioms_as_printed)
        self._names = phrase_set(lex.names_before, backwards=True)
        self._per = phrase_set(lex.per)
        self._minus = phrase_set(lex.minus, backwards=True)
        self._every = phrase_set(lex.every)
        self._shifts = phrase_set(lex.time_shifts)
        tables: Iterable[Iterable[str]] = (
            lex.multiples, lex.often, lex.ordinals, lex.idioms, lex.months, lex.date_codes, lex.decade_words, lex.every,
            lex.decade_names, lex.last_parts,
            lex.decimal_words, lex.idioms_as_printed,
        )  # fmt: skip
        self._openers = self.counting.openers | {pieces(phrase)[0] for table in tables for phrase in table}
        words = (
            self._openers
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
        self._split = Splitter(parts if lex.glued else frozenset(), frozenset(words))

    # --- the text ----------------------------------------------------------------------------------------------------

    def read(self, text: str) -> tuple[Amount, ...]:
        """Every number of the text."""
        plain, places = laid_bare(text)
        line = tokens(plain, self._split)
        found = self._ranges(line, self._scan(line))
        for each in found:
            if each.kind is Kind.AMOUNT:
                each.of = self._counted(line, each.last) if each.unit is None else None
                self._qualify(line, each)
        for old, new in pairwise([each for each in found if each.kind is Kind.AMOUNT]):
            self._set_change_apart(line, old, new)
        for previous, each in zip([None, *found], found, strict=False):
            if each.kind is Kind.AMOUNT:
                if previous and self._names_the_counted(line, previous, each):
                    each.kind, each.first = Kind.NAME, each.core
                    continue
                if each.unit is None:
                    each.of = each.of or self._counted(line, each.last)
                self._set_change(line, each, previous)
                self._take_over(line, each, previous)
                self._classify(line, each, previous)
        whole = self._pairs(line, [each for each in found if not each.dropped])
        return _with_strays(text, [self._amount(text, line, places, each) for each in whole])

    def _amount(self, text: str, line: Tokens, places: Sequence[int], found: _Found) -> Amount:
        """A number found, as a value that knows nothing of tokens."""
        number, date = found.number, found.date
        start, end = places[line.start[found.first]], places[line.end[found.last - 1] - 1] + 1
        article = number.last - number.first > 1 and line.low[number.first] in self._bare_articles
        inside = (
            places[line.start[number.first + article]],
            places[line.end[max(number.last, found.number_last) - 1] - 1] + 1,
        )
        if date:
            year = Decimal(date.year) if date.year else None
            return Amount(
                start, end, text[start:end], inside, found.kind, year, year=date.year, month=date.month, day=date.day,
                part=date.part, decade=date.decade,
            )  # fmt: skip
        value = lower = upper = became = None
        alternatives: tuple[Worth, ...] = ()
        if found.lower is not None and found.upper is not None:
            lower, upper = worth(found.lower), worth(found.upper)
        else:
            value = worth(number.value if found.value is None else found.value)
            became = None if found.became is None else worth(found.became)
            alternatives = tuple(map(worth, number.alternatives))
        if found.kind is not Kind.AMOUNT:
            return Amount(start, end, text[start:end], inside, found.kind, value, lower, upper, alternatives)
        return Amount(
            start, end, text[start:end], inside, found.kind, value, lower, upper, alternatives, found.qualifier,
            found.unit, found.per, found.of, found.change, became, found.loose,
        )  # fmt: skip

    # --- finding -----------------------------------------------------------------------------------------------------

    def _scan(self, line: Tokens) -> list[_Found]:
        """Every number, date and ordinal, with its unit, in order."""
        found: list[_Found] = []
        at, size = 0, len(line)
        kinds, low, openers = line.kind, line.low, self._openers
        after_date = -1
        while at < size:
            kind = kinds[at]
            if kind == "s" and low[at] != ".":
                at += 1
                continue
            if kind == "w" and low[at] not in openers:
                raw = line.raw[at]
                if raw.isascii() and not (len(raw) > 1 and raw[0] in "IVXLCDM" and raw[1] in "IVXLCDM"):
                    at += 1
                    continue
            each = self._one(line, at, after_date=after_date == at)
            if each is None:
                at += 1
                continue
            if isinstance(each, _Found) and each.kind is Kind.AMOUNT:
                each = self._idiom_within(line, each) or each
            if isinstance(each, int):
                at = each
                continue
            if each.kind is Kind.DATE:
                after_date = each.last + 1
                if found and each.first < found[-1].last:
                    found.pop()  # the mi- of mi-2031 is no half
            found.append(each)
            at = max(each.last, at + 1)
        return found

    def _idiom_within(self, line: Tokens, each: _Found) -> int | None:
        """Where an idiom ends that starts behind the article of what looked like a number (*un mille-feuille*), or that
        hangs on it (*half-timbered*, *demi-mesure*: in no language a half of something); None where there is none."""
        if each.first + 1 < each.number.last and (idiom := self._idioms.at(line, each.first + 1)):
            return idiom[0]
        end = each.number.last
        hangs = line.low[end] in {"-", "\u2010", "\u2011"} and line.glued(end) and line.glued(end + 1)
        if not hangs or line.kind[end + 1] != "w" or line.low[end - 1] not in self.lexicon.compounding:
            return None
        behind = end + 1
        counts = self.counting.at(line, behind) or self._unit_at(line, each.number, behind)
        return None if counts or line.low[behind] in self.lexicon.compounded_units else end + 2

    def _one(self, line: Tokens, at: int, *, after_date: bool) -> "_Found | int | None":
        """What starts at a token; a place to go on from where it is an idiom; None for nothing."""
        if line.kind[at] == "w":
            idiom = self._idiom(line, at)
            return self._word(line, at) if idiom is None else idiom
        if line.kind[at] == "d":
            return self._digits(line, at, after_date=after_date)
        number = self.counting.at(line, at)
        return self._dressed(line, number, at) if number else None

    def _idiom(self, line: Tokens, at: int) -> int | None:
        """Where an idiom ends that starts at a token; None where it is none, or a part after all (acht op de tien)."""
        found = self._idioms.at(line, at)
        if found is None:
            if self._is_adjective(line, at) or self._is_particle(line, at):
                return at + 1
            printed = self._idioms_as_printed.at(line, at)
            as_printed = printed and line.plain[line.start[at] : line.end[printed[0] - 1]]
            return printed[0] if printed and as_printed in self.lexicon.idioms_as_printed else None
        number = self.counting.at(line, at)
        return None if number and self.counting.out_of(line, number) else found[0]

    def _is_adjective(self, line: Tokens, at: int) -> bool:
        """Whether a number word is the adjective of the noun before it: un magasin neuf."""
        lex, low = self.lexicon, line.low
        noun = at > 1 and line.is_word(at - 1) and low[at - 1] not in lex.function_words
        if low[at] not in lex.adjectives_too or not noun or low[at - 2] not in lex.determiners:
            return False
        number = self.counting.at(line, at)
        if number is None or number.last > at + 1 or self.counting.out_of(line, number):
            return False
        counted = line.is_word(at + 1) and low[at + 1].endswith(lex.plural_endings)
        return not counted and self._units.at(line, at + 1) is None

    def _is_particle(self, line: Tokens, at: int) -> bool:
        """Whether a number word is the end of a verb that opened the clause: gibt auf alles acht."""
        verbs = self.lexicon.separable.get(line.low[at])
        if not verbs or line.kind[at + 1] == "w":
            return False
        for back in range(at - 1, max(-1, at - 8), -1):
            if line.low[back] in verbs:
                return True
            if line.low[back] in _STOPS:
                break
        return False

    def _word(self, line: Tokens, at: int) -> "_Found | int | None":
        low_word = line.low[at]
        every = self._every.at(line, at)
        if every:
            ordinal = self._ordinals.at(line, every[0])
            if ordinal and ordinal[1] > 1:
                one_of = Number(at, ordinal[0], Fraction(1, ordinal[1]), share=True)
                return _Found(one_of, at, ordinal[0], unit="share", core=at)
        date = self.calendar.at(line, at)
        if date:
            return _dated(date)
        multiple = self._multiples.at(line, at)
        if multiple and low_word in self.lexicon.often and self._is_no_likeness(line, multiple[0]):
            multiple = None
        if multiple is None and low_word in self.lexicon.often:
            return _Found(
                Number(at, at + 1, Fraction(self.lexicon.often[low_word])), at, at + 1, kind=Kind.OTHER, core=at
            )
        if multiple:
            change = Change.DOWN if line.low[at] in self.lexicon.falling_multiples else None
            return _Found(Number(at, multiple[0], multiple[1]), at, multiple[0], unit="times", core=at, change=change)
        if self.counting.inner_qualifier(line, at) is Qualifier.NEARLY:  # ein knappes Jahr; but a good year
            unit = self._units.at(line, at + 2)
            if unit and unit[1] in _DURATIONS:
                return self._dressed(line, Number(at, at + 2, Fraction(1), qualifier=Qualifier.NEARLY), at)
        prefix = self._currency_before(line, at)
        number = self.counting.at(line, at, money=prefix is not None)
        if number:
            return self._dressed(line, self.counting.out_of(line, number) or number, at)
        if low_word in self.lexicon.articles and low_word not in self.lexicon.ones:  # over a year
            article = Number(at, at + 1, Fraction(1), one=True)
            if self._unit_at(line, article, at + 1):
                return self._dressed(line, article, at)
        if low_word in self.lexicon.decimal_words and (below_one := self._below_one(line, at)):
            return self._dressed(line, below_one, at)
        ordinal = self._ordinals.at(line, at)
        if ordinal:
            return _Found(Number(at, ordinal[0], Fraction(ordinal[1])), at, ordinal[0], kind=Kind.ORDINAL, core=at)
        roman = _ROMAN.fullmatch(line.raw[at])
        if roman and (set(line.raw[at][: roman.start(1) if roman[1] else None]) <= set("IVX") or len(line.raw[at]) > 3):
            kind = Kind.ORDINAL if roman[1] else Kind.NAME
            return _Found(Number(at, at + 1, Fraction(_roman(line.raw[at]))), at, at + 1, kind=kind, core=at)
        return None

    def _is_no_likeness(self, line: Tokens, at: int) -> bool:
        """Whether nothing is compared behind a multiple that ends in a word of likeness: scored twice as he left."""
        if line.low[at - 1] not in self.lexicon.like:
            return False
        function = line.low[at] in self.lexicon.function_words and line.low[at] not in self.lexicon.much
        return function or self._is_name(line, at)

    def _below_one(self, line: Tokens, at: int) -> Number | None:
        """Decimals that are spelled out without a nought (fell point five per cent); None behind what shows the word
        to be another (at this point five people)."""
        before = line.low[at - 1] if at else ""
        opened = before in self._changes or before in self.lexicon.by or before in self.lexicon.of
        return self.counting.below_one(line, at) if opened and before not in self.lexicon.articles else None

    def _digits(self, line: Tokens, at: int, *, after_date: bool) -> "_Found | int | None":
        low, raw = line.low, line.raw
        prefix = self._currency_before(line, at)
        idiom = self._idioms.at(line, at) if line.low[at] in self._openers else None
        if idiom:  # a 9-to-5 job
            return _Found(
                Number(at, idiom[0], Fraction(int(low[at])), digits=True), at, idiom[0], kind=Kind.OTHER, core=at
            )
        if prefix is None:
            date = self.calendar.at(line, at)
            if date:
                return _dated(date)
            chain = self._chain(line, at)
            if chain:
                return chain
        coded = line.glued(at) and raw[at - 1].isupper() and line.is_word(at - 1)
        number = self.counting.at(line, at, money=prefix is not None or coded)
        if number is None:
            return _Found(Number(at, at + 1, Fraction(int(low[at])), digits=True), at, at + 1, kind=Kind.OTHER, core=at)
        if prefix is None and line.glued(at) and line.is_word(at - 1):
            name = self._behind_letters(line, number, at)
            if name:
                return name
        last = number.last
        if low[last] in self.lexicon.ordinal_suffixes and line.glued(last) and number.bare:
            part = self.calendar.part_behind(line, at, int(number.value), last + 1)
            return _dated(part) if part else _Found(number, at, last + 1, kind=Kind.ORDINAL, core=at)
        if number.bare and low[last] == "." and line.glued(last) and self.lexicon.ordinal_articles:
            part = self.calendar.part_behind(line, at, int(number.value), last + 1)
            if part:
                return _dated(part)
        if number.bare and low[last] == "." and line.glued(last) and self._is_ordinal_with_point(line, at):
            return _Found(number, at, last + 1, kind=Kind.ORDINAL, core=at)
        if (
            number.bare
            and low[at - 1] == "-"
            and line.glued(at)
            and at > 1
            and line.glued(at - 1)
            and line.is_word(at - 2)
        ):
            before = raw[at - 2]
            named = (
                before.lower() != before and not self._minus.before(line, at - 1) and not self._changes.get(low[at - 2])
            )
            if named and not (line.is_word(last) and line.glued(last)):
                return _Found(number, at, last, kind=Kind.NAME, core=at)
        if number.bare and line.raw[last] == "s" and line.glued(last):  # 737s
            return _Found(number, at, last + 1, kind=Kind.NAME, core=at)
        if self._has_letters_behind(line, number):
            end = last
            while line.kind[end] in {"w", "d"} and line.glued(end):
                end += 1
            return _Found(number, at, end, kind=Kind.NAME, core=at)
        share = self.counting.out_of(line, number)
        if share:
            return self._dressed(line, share, at)
        dressed = self._dressed(line, number, at)
        if coded and dressed.first == at:
            dressed.first = dressed.core = at - 1
        if number.bare and dressed.unit is None and prefix is None and dressed.first == at:
            qualifier = self._qualifiers.before(line, at)
            if qualifier is None or qualifier[1] in {None, Qualifier.ABOUT, Qualifier.UP_TO}:
                year = self.calendar.bare_year(line, at, after_date=after_date)
                if year:
                    return _dated(year)
        return dressed

    def _is_ordinal_with_point(self, line: Tokens, at: int) -> bool:
        """Whether digits with a point are an ordinal: der 35. Standort; no sentence ends behind an article and a number
        below a hundred."""
        return at > 0 and line.low[at - 1] in self.lexicon.ordinal_articles and line.is_word(at + 2)

    def _has_letters_behind(self, line: Tokens, number: Number) -> bool:
        """Whether letters that are no unit hang on the digits, and make a name of them: 5G, 4x4."""
        last = number.last
        if (
            not (line.glued(last) and line.is_word(last))
            or self._unit_at(line, number, last)
            or self._times.at(line, last)
        ):
            return False
        return line.raw[last][:1].isupper() or (line.kind[last + 1] == "d" and line.glued(last + 1))

    def _behind_letters(self, line: Tokens, number: Number, at: int) -> _Found | None:
        """Digits that hang on letters: x2 is twice, CO2 and G20 are names; PS2.7m is an amount."""
        letters, raw = line.low[at - 1], line.raw[at - 1]
        if letters in {"x", "×"} and raw == letters and not line.glued(at - 1):
            return _Found(number, at - 1, number.last, unit="times", core=at - 1)
        if letters in self.lexicon.of or (letters in self.lexicon.function_words and len(letters) > 1):
            return None
        if not number.bare and raw.isupper():
            return None
        end = number.last
        while line.kind[end] in {"w", "d"} and line.glued(end):
            end += 1
        return _Found(number, at, end, kind=Kind.NAME, core=at)

    def _chain(self, line: Tokens, at: int) -> "_Found | None":
        """Digits in a row that are no number: a telephone, an address, a version, a score with a colon."""
        low, kind = line.low, line.kind
        end, runs, marks = at + 1, 1, set()
        while low[end] in {".", "-", "/", ":"} and line.glued(end) and kind[end + 1] == "d" and line.glued(end + 1):
            marks.add(low[end])
            runs, end = runs + 1, end + 2
        if runs == 1:
            if len(low[at]) > 1 and low[at][0] == "0":
                while kind[end] == "d" and len(low[end]) in {2, 3, 4}:
                    end += 1
                if low[end] in {".", ","} and line.glued(end) and kind[end + 1] == "d" and line.glued(end + 1):
                    return None
                return _Found(Number(at, end, Fraction(int(low[at])), digits=True), at, end, kind=Kind.OTHER, core=at)
            return None
        grouped = marks == {"."} and all(len(low[each]) == 3 for each in range(at + 2, end, 2)) and len(low[at]) < 4
        if (
            (runs == 2 and ":" not in marks)
            or grouped
            or (runs == 3 and "-" in marks and "." in marks)
            or marks == {".", "-"}
        ):
            return None
        if runs == 3 and marks == {"-"} and all(len(low[each]) < 3 for each in range(at, end, 2)):
            return None
        return _Found(Number(at, end, Fraction(int(low[at])), digits=True), at, end, kind=Kind.OTHER, core=at)

    # --- units -------------------------------------------------------------------------------------------------------

    def _currency_before(self, line: Tokens, at: int) -> tuple[int, str] | None:
        """The sign or code of a currency before a number: US$, EUR; a letter of one is a capital (a $5 note is no
        A$5)."""
        sign = at - 1 if line.low[at - 1] == "-" and line.glued(at) and at else at
        prefix = self._prefixes.before(line, sign)
        if prefix is None or line.raw[prefix[0]] != line.low[prefix[0]] or not line.is_word(prefix[0]):
            return prefix
        shorter = CURRENCY_SIGNS.get(line.low[sign - 1])
        return (sign - 1, shorter) if shorter else None

    def _dressed(self, line: Tokens, number: Number, at: int) -> _Found:
        """A number with its sign and the unit before or behind it."""
        found = _Found(number, number.first, number.last, core=number.first)
        if number.share:
            found.unit = "share"
        prefix = self._currency_before(line, number.first)
        if prefix and not number.share:
            found.first, found.unit = prefix
        self._sign(line, found)
        times = None if number.share else self._times.at(line, self._hyphened(line, number.last))
        if times and line.low[times[0] - 1] in {"x", "×"} and line.kind[times[0]] == "d":
            times = None  # 12 x 8 mm
        if times and not found.unit:
            found.last, found.unit = times[0], "times"
        elif number.unit:
            found.unit = number.unit
            found.last = number.last
        else:
            self._unit_behind(line, found)
        multiplied = self._multiplied.before(line, found.first)
        if multiplied and found.unit is None:
            found.first, found.unit = multiplied[0], "times"
            found.change = Change(multiplied[1]) if multiplied[1] else None
        self._per_behind(line, found)
        found.core = found.first
        return found

    def _hyphened(self, line: Tokens, at: int) -> int:
        return at + 1 if line.low[at] == "-" and line.glued(at) and line.glued(at + 1) else at

    def _sign(self, line: Tokens, found: _Found) -> None:
        """Plus and minus: of a share a change, of anything else part of the value."""
        first = found.first
        sign = line.low[first - 1] if first else ""
        inner = line.low[found.number.first - 1] if found.number.first > first else ""
        if sign in {"-", "+", "–"}:
            before = line.low[first - 2] if first > 1 else ""
            free = first == 1 or line.spaced[first - 1] or before in _OPEN_BRACKETS or before in {"/", "|"}
            spaced = line.spaced[first]
            if not free or (spaced and not (first == 1 or before in _OPEN_BRACKETS or before == ":" or sign == "+")):
                self._minus_word(line, found)
                return
            if sign == "–" and spaced and first > 1:
                return
            found.first = first - 1
            found.change = Change.UP if sign == "+" else Change.DOWN
        elif inner == "-":
            found.change = Change.DOWN
        else:
            self._minus_word(line, found)

    def _minus_word(self, line: Tokens, found: _Found) -> None:
        """Minus in words, which is no part of a qualifier (au moins 80)."""
        first = found.first
        at = first - 1 if line.low[first - 1] == "-" and line.glued(first) else first
        minus = self._minus.before(line, at)
        qualified = self._qualifiers.before(line, first)
        counts = found.number.digits or self._unit_at(line, found.number, found.number.last)
        if minus and counts and not (qualified and qualified[0] < minus[0]):
            found.first, found.change = minus[0], Change.DOWN

    def _unit_at(self, line: Tokens, number: Number, at: int) -> tuple[int, str] | None:
        """The unit that starts at a token."""
        raw = line.raw[at]
        unit = self._units.at(line, at)
        if raw in self._own_case and (unit is None or unit[0] == at + 1):
            return at + 1, self._own_case[raw]
        if unit is None:
            return None
        if len(raw) == 1 and raw.isalpha() and unit[0] == at + 1 and (CASED.get(raw) != unit[1] or not number.digits):
            return None
        shy = self.lexicon.shy_units.get(line.low[at])
        if shy is not None and (number.factor < 1000 or line.low[unit[0]] in shy) and unit[0] == at + 1:
            return None
        if unit[1] == "pp" and line.low[at] in self.lexicon.point_words and self._counts_points(line, number, unit[0]):
            return None
        return unit

    def _counts_points(self, line: Tokens, number: Number, at: int) -> bool:
        """Whether points are things (points de vente), or of an index, and no percentage points."""
        low, lex = line.low, self.lexicon
        if number.value >= 100 or number.factor > 1:
            return True
        if low[at] in lex.of:
            at += 1 + (low[at + 1] == "'")
            return line.kind[at] == "w" and low[at] not in lex.function_words and low[at] not in lex.articles
        return line.kind[at] == "w" and low[at] not in lex.function_words

    def _unit_behind(self, line: Tokens, found: _Found) -> None:
        low, number, lex = line.low, found.number, self.lexicon
        at = self._hyphened(line, number.last)
        if number.share and number.value.denominator == 1:
            return
        unit = self._unit_at(line, number, at)
        if unit and line.low[at] in CURRENCY_SIGNS and line.kind[unit[0]] == "d" and line.glued(unit[0]):
            unit = None  # $14-$16
        if unit is None and low[at] in _OPEN_BRACKETS:
            inner = self._unit_at(line, number, at + 1)
            unit = inner if inner and low[inner[0]] in {")", "]", "}"} and number.digits else None
        if unit is None and (
            number.factor >= 1000
            or number.several
            or number.share
            or number.rough
            or number.factor in {10, 12, 20, 100}
        ):
            skipped = at
            while (
                low[skipped] in lex.of
                or (low[skipped] == "'" and skipped > at)
                or (number.share and low[skipped] in lex.articles)
            ):
                skipped += 1
            if skipped > at and line.kind[skipped]:
                unit = self._unit_at(line, number, skipped)
                if unit and number.share and low[at] in lex.of:
                    unit = None
        if unit is None and low[at] in lex.between_unit and line.kind[at] == "w":
            step = at + 1
            while low[step] in lex.between_unit:
                step += 1
            unit = self._unit_at(line, number, step)
            if unit and unit[1] not in _DURATIONS:
                unit = None
        if unit is None:
            return
        if found.unit not in {None, "share", unit[1]} and unit[1] not in CURRENCIES:
            return
        if number.share and unit[1] in {"%", "pp", "times"}:
            return
        if unit[1] == "m" and line.raw[at] == "m" and self._is_million(line, at):
            found.number = number = self.counting.times(number, self.lexicon.money_scales["m"], at + 1)
            found.last = at + 1
            self._unit_behind(line, found)
            return
        found.last, found.unit = unit
        tail = self.counting.tail(line, unit[0])
        if tail and unit[1] not in CURRENCIES and not number.share:
            found.value = number.value + Fraction(1, 2)
            found.last = found.number_last = tail
            found.number = replace(number, one=False, bare=False, value=found.value)

    def _is_million(self, line: Tokens, at: int) -> bool:
        """Whether an m behind digits is a million: 2.6m sq ft, 5m people."""
        if "m" not in self.lexicon.money_scales or not line.glued(at) or line.low[at + 1] == "/":
            return False
        if self._units.at(line, at + 1) and line.is_word(at + 1) and len(line.low[at + 1]) > 1:
            return True
        word = line.low[at + 1]
        return (
            self.lexicon.nouns_come_last
            and word.endswith(self.lexicon.plural_endings)
            and len(word) > 3
            and (word not in self.lexicon.function_words)
        )

    def _per_behind(self, line: Tokens, found: _Found) -> None:
        """A price or pace: per barrel, a year, par mois, /m2."""
        low, at = line.low, found.last
        if found.unit in {"share", "times"}:
            return
        if low[at] == "/" and line.is_word(at + 1):
            link: int | None = at + 1
        else:
            per = self._per.at(line, at)
            link = per[0] if per else None
        if link is None or not line.is_word(link):
            return
        unit = self._units.at(line, link)
        if unit and self._shifts.at(line, unit[0]):
            return  # a year earlier
        if unit:
            found.per = unit[1]
        elif low[link] not in self.lexicon.function_words and (
            low[at] not in self.lexicon.articles | self.lexicon.per_units or found.unit in CURRENCIES
        ):
            found.per = low[link]
        found.per_last = (unit[0] if unit else link + 1) if found.per else 0

    # --- ranges ------------------------------------------------------------------------------------------------------

    def _ranges(self, line: Tokens, found: list[_Found]) -> list[_Found]:
        """Two numbers that are the ends of one amount put together."""
        whole: list[_Found] = []
        for each in found:
            if whole and whole[-1].kind is each.kind is Kind.AMOUNT and whole[-1].upper is None:
                joined = self._range(line, whole[-1], each)
                if joined:
                    if len(whole) > 1:
                        _share_scale(whole[-2], whole[-1], joined)
                    whole[-1] = joined
                    continue
                score = self._score(line, whole[-1], each)
                if score:
                    whole[-1].kind = each.kind = Kind.OTHER
            whole.append(each)
        return whole

    def _range(self, line: Tokens, a: _Found, b: _Found) -> _Found | None:
        low = line.low
        if (a.unit == "times" and b.unit != "times") or ("share" in {a.unit, b.unit} and a.unit != b.unit):
            return None
        at = a.last
        hanging = low[at] == "-" and line.glued(at) and line.spaced[at + 1] and line.is_word(at + 1)
        at += hanging
        between = self._between.before(line, a.first)
        link = ""
        dashed = low[at] in _DASHES and at + 1 == b.first
        to = self._to.at(line, at)
        if dashed:
            link = "dash" if line.spaced[at] == line.spaced[b.first] else ""
        elif to and (to[0] == b.first or (low[to[0]] == "-" and to[0] + 1 == b.first)):
            link = "to"
        elif between and (joined := self._and.at(line, at)) and self._until(line, joined[0], b.first) == b.first:
            link = "and"
        elif (joined := self._or.at(line, at)) and joined[0] == b.first:
            link = "or"
        elif (
            between
            and a.unit is None
            and line.is_word(at)
            and (joined := self._and.at(line, at + 1))
            and joined[0] == b.first
        ):
            link = "and"
        if not link and low[at] in self.lexicon.becoming and at + 1 == b.first and self._from.before(line, a.first):
            link = "became"
        if not link or (a.change is Change.DOWN and link == "dash"):
            return None
        lower, upper = self._ends(a, b, hanging=hanging)
        if link == "became" or (link == "to" and self._is_change(line, a, b)):
            if a.unit in {None, b.unit} and a.value is None:
                a.value, a.unit = lower, b.unit
            if self._from.before(line, a.first) and (a.unit == b.unit or None in {a.unit, b.unit}):
                a.became = upper
            return None
        if a.unit and b.unit and a.unit != b.unit and a.unit not in {"cents"}:
            return None
        if link == "to" and a.unit and not b.unit and a.unit not in CURRENCIES and not between:
            return None  # fell 12.3 % to 1.98 million
        if lower >= upper:
            return None
        if link == "dash" and self._is_score(line, a, b):
            return None
        if link == "or" and (a.unit or upper > 2 * lower + 2 or (a.number.one and not b.unit)):
            return None
        start = between[0] if between else a.first
        opened = self._from.before(line, a.first) if link == "to" and not between else None
        number = replace(b.number, first=a.number.first, one=False, bare=False)
        unit = b.unit or a.unit
        return _Found(
            number, start, b.last, unit=unit, per=b.per or a.per, lower=lower, upper=upper, qualifier=Qualifier.BETWEEN,
            core=opened[0] if opened else start, number_last=b.number.last,
        )  # fmt: skip

    def _until(self, line: Tokens, at: int, first: int) -> int:
        """The place behind an article, where the number that starts at `first` stands behind one."""
        return at + 1 if at + 1 == first and line.low[at] in self.lexicon.fillers else at

    def _ends(self, a: _Found, b: _Found, *, hanging: bool) -> tuple[Fraction, Fraction]:
        """The two ends, the first with the scale of the second where it has none of its own."""
        low = a.value if a.value is not None else a.number.value
        high = b.value if b.value is not None else b.number.value
        factor = b.number.factor
        bare = a.number.factor == 1 and (a.unit is None or a.unit == b.unit or a.unit in CURRENCIES)
        same_size = a.number.mantissa <= 20 * b.number.mantissa and b.number.mantissa <= 20 * a.number.mantissa
        hundreds = a.number.digits and b.number.digits and factor == 100
        alike = a.number.digits or not b.number.digits
        if factor > 1 and bare and (hanging or (same_size and alike and not hundreds)):
            low = low * factor
        return low, high

    def _is_change(self, line: Tokens, a: _Found, b: _Found) -> bool:
        """Whether *from … to* or *by … to* tells of a change: a word of change stands before, and the
        first end is whole."""
        link = line.low[a.last]
        opened = self._from.before(line, a.first)
        change = self._change_before(line, opened[0] if opened else a.first, 5)
        if change is None or (link not in self.lexicon.becoming and not opened):
            return False
        if opened:  # a growth of 2 to 3 per cent is a range, a rise from 2 to 3 none
            return not (change[0] == opened[0] - 1 and line.low[change[0]] in self.lexicon.change_nouns)
        if line.low[a.last - 1] == line.low[b.last - 1] == "%":
            return False  # grow 2% to 3%
        return a.number.factor > 1 or (a.unit is not None and b.number.factor == 1)

    def _is_score(self, line: Tokens, a: _Found, b: _Found) -> bool:
        """Two small bare numbers around a hyphen with nothing counted behind: 2-1."""
        plain = a.number.bare and b.number.bare and a.unit is None and b.unit is None
        return plain and b.number.value < 10 and not self._counted(line, b.last)

    def _score(self, line: Tokens, a: _Found, b: _Found) -> bool:
        dash = line.low[a.last] in {"-", "–"} and a.last + 1 == b.first and line.glued(a.last) and line.glued(b.first)
        return dash and a.number.bare and b.number.bare and a.unit is None and b.unit is None and b.number.value <= 200

    def _pairs(self, line: Tokens, found: list[_Found]) -> list[_Found]:
        """Two bounds of one amount put together: more than 10 and less than 20."""
        whole: list[_Found] = []
        for each in found:
            if whole and self._bound_pair(line, whole[-1], each):
                first = whole[-1]
                low, high = (first, each) if first.qualifier in _FLOORS else (each, first)
                whole[-1] = replace(
                    first, last=each.last, lower=low.number.value, upper=high.number.value, qualifier=Qualifier.BETWEEN,
                    unit=each.unit or first.unit, of=each.of or first.of, number_last=each.number.last,
                )  # fmt: skip
                continue
            whole.append(each)
        return whole

    def _bound_pair(self, line: Tokens, a: _Found, b: _Found) -> bool:
        if a.kind is not Kind.AMOUNT or b.kind is not Kind.AMOUNT or a.upper is not None or b.upper is not None:
            return False
        if a.unit != b.unit and a.unit is not None:
            return False
        floor_first = a.qualifier in _FLOORS and b.qualifier in _CEILINGS
        if not floor_first and not (a.qualifier in _CEILINGS and b.qualifier in _FLOORS):
            return False
        gap = b.first - a.last
        joined = gap in {1, 2} and (
            self._and.at(line, a.last) is not None or line.low[a.last + gap - 1] in self.lexicon.buts
        )
        low, high = (a, b) if floor_first else (b, a)
        return joined and low.number.value < high.number.value

    # --- qualifiers --------------------------------------------------------------------------------------------------

    def _qualify(self, line: Tokens, found: _Found) -> None:
        """The qualifier before or behind an amount."""
        number = found.number
        if number.several or number.rough:
            found.qualifier = Qualifier.SEVERAL if number.several else Qualifier.ABOUT
        if number.qualifier:
            found.qualifier = number.qualifier
        before = self._qualifier_before(line, found)
        if before:
            found.first, qualifier = before
            if found.upper is None and not number.several:
                found.qualifier = qualifier
        if found.upper is None:
            self._qualifier_behind(line, found)

    def _qualifier_before(self, line: Tokens, found: _Found) -> tuple[int, Qualifier] | None:
        number, lex = found.number, self.lexicon
        at = found.core if found.upper is not None else found.first
        hit = self._qualifiers.before(line, at)
        if hit is None and line.low[at - 1] in _OPEN_BRACKETS | {"'", '"'}:
            return None
        if hit is None and (number.share or found.unit == "times" or not number.digits):
            step = at
            for _ in range(2):
                if line.low[step - 1] == "'" and step > 1:
                    step -= 1
                if step and line.low[step - 1] in lex.fillers:
                    step -= 1
                    hit = self._qualifiers.before(line, step)
                    if hit:
                        break
        qualifier = hit[1] if hit else None
        if hit is None or qualifier is None:
            return None
        start = hit[0]
        if self._is_look_alike(line, found, start, at):
            return None
        if qualifier is Qualifier.SEVERAL and not (number.implied or number.several or number.rough):
            if not number.digits:
                return None
            qualifier = Qualifier.ABOUT
        for _ in range(2):
            softener = self._softeners.before(line, start)
            if softener:
                start = softener[0]
        return start, qualifier

    def _is_look_alike(self, line: Tokens, found: _Found, start: int, end: int) -> bool:
        words = " ".join(line.low[start:end])
        for each in self._look_alikes.get(words, ()):
            if each.units and (found.unit or "") not in each.units:
                continue
            if each.after and not each.after.intersection(self._said_before(line, start)):
                continue
            if each.before and not (start and line.low[start - 1] in each.before):
                continue
            if start and line.low[start - 1] in each.unless_after:
                continue
            if line.low[found.last] in each.unless_before:
                continue
            return True
        return False

    def _said_before(self, line: Tokens, at: int) -> Iterator[str]:
        """The words shortly before a token, in its sentence."""
        for back in range(at - 1, max(-1, at - 8), -1):
            if line.low[back] in _ENDS and not (line.glued(back + 1) and line.kind[back + 1] == "d"):
                return
            yield line.low[back]

    def _qualifier_behind(self, line: Tokens, found: _Found) -> None:
        low = line.low
        if (
            low[found.last] == "+"
            and line.glued(found.last)
            and found.number.digits
            and line.kind[found.last + 1] != "d"
        ):
            found.qualifier, found.last = Qualifier.AT_LEAST, found.last + 1
            return
        paced = found.per_last
        behind_pace = paced and self._after.at(line, paced + (low[paced] == ","))
        at = paced if behind_pace else found.last
        if (hyphened := self._hyphened(line, at)) > at and self._after.at(line, hyphened):
            at = hyphened  # 12,500-plus
        for _ in range(4):
            hit = self._after.at(line, at)
            if hit and (line.raw[at] == low[at] or self.lexicon.nouns_have_capitals):
                behind = hit[0] + (low[hit[0]] in self.lexicon.of)
                before = self._qualifiers.before(line, hit[0] + 1)
                behind += behind == hit[0] and before is not None and before[0] < hit[0]
                if self._opens_an_amount(line, behind):
                    return  # plus de 10 et moins de 40
                found.qualifier, found.last = hit[1], hit[0]
                return
            bracketed = self._after.at(line, at + 1) if low[at] == "(" else None
            if bracketed and low[bracketed[0]] == ")":
                found.qualifier, found.last = bracketed[1], bracketed[0] + 1
                return
            loose = self._after.at(line, at + 1) if low[at] == "," else None
            if loose and (loose[1] is Qualifier.ABOUT or not line.is_word(loose[0])):
                found.qualifier, found.last = loose[1], loose[0]
                return
            if not line.is_word(at) or (low[at] in self.lexicon.function_words and low[at] not in self.lexicon.of):
                return
            at += 1

    def _opens_an_amount(self, line: Tokens, at: int) -> bool:
        number = line.kind[at] == "d" or (line.is_word(at) and self.counting.at(line, at) is not None)
        return number or line.low[at] in CURRENCY_SIGNS

    # --- change ------------------------------------------------------------------------------------------------------

    def _change_before(self, line: Tokens, at: int, steps: int) -> tuple[int, str] | None:
        """The nearest word of change before a token, within a few words and the same clause."""
        for back in range(at - 1, max(-1, at - 1 - steps), -1):
            word = line.low[back]
            if word in self._changes:
                return back, self._changes[word]
            if word in _STOPS and not (line.glued(back) and line.glued(back + 1) and line.kind[back + 1] == "d"):
                return None
        return None

    def _set_change_apart(self, line: Tokens, a: _Found, b: _Found) -> None:
        """From 20 miles in 2008 to 29: a change whose ends stand a few words apart."""
        if a.became is not None or a.upper is not None or a.kind is not Kind.AMOUNT:
            return
        low, start = line.low, a.first
        opened = self._from.before(line, start)
        if opened is None or b.kind is not Kind.AMOUNT:
            return
        if low[b.first - 1] not in self.lexicon.becoming or not 0 < b.first - a.last < 9:
            return
        apart = any(low[each] in {",", ";", "(", ")"} for each in range(a.last, b.first))
        if apart or (a.unit not in {None, b.unit} and b.unit is not None):
            return
        if a.number.share or b.number.share:
            return
        a.became = b.lower if b.lower is not None else (b.value if b.value is not None else b.number.value)

    def _set_change(self, line: Tokens, found: _Found, before: _Found | None) -> None:
        """Up, down or to: told by a sign, or by a word of change before."""
        low, lex = line.low, self.lexicon
        if found.change and found.upper is None and found.unit not in {"%", "pp", "times"}:
            if found.change is Change.DOWN:
                found.value = -(found.value if found.value is not None else found.number.value)
            found.change = None
        if found.change or found.became is not None:
            return
        at = found.first
        if low[at - 1] in lex.becoming if at else False:
            if self._change_before(line, at, 12) or (before and before.change and self._goes_on(line, before, at - 1)):
                found.change = Change.TO
            return
        if before and before.change in {Change.UP, Change.DOWN} and self._restates(line, before, found):
            found.change = before.change
            return
        if found.upper is not None and self._between.before(line, found.core + 1) is not None:
            return
        if at and low[at] in lex.becoming and found.qualifier is Qualifier.EXACTLY:
            return
        by_share = low[at - 1] in lex.by_how_much_share and found.unit in {"%", "pp", "bp"}
        if (by_share or low[at - 1] in lex.by_how_much) and at:  # expected to grow sales by 35 per cent
            change = self._change_before(line, at, 5)
            direction = change and (
                change[1] or self._particle_between(line, change[0], at) or self._particle_behind(line, found.last)
            )
            if direction:
                found.change = Change(direction)
            elif change is None and before and before.unit == found.unit and self._repeats(line, before, at):
                found.change = before.change
            return
        steps, back = 4, at - 1
        while back >= 0 and steps:
            word = low[back]
            direction = self._changes.get(word)
            if direction is not None and found.core > at and " ".join(low[at : found.core]) in lex.arriving_qualifiers:
                found.change = Change.TO  # fell below 50
                return
            if direction is not None:
                price = (
                    found.unit in _PRICES | CURRENCIES
                    or found.of in lex.index_words
                    or low[found.last + bool(found.of)] in lex.becoming
                )
                appended = word in lex.appended and low[back - 1] in {",", "("} and back > 0
                if (word in lex.price_changes and not price and not appended) or (
                    word in lex.gathering and found.unit in CURRENCIES
                ):
                    return
                direction = direction or self._particle_behind(line, found.last)
                found.change = Change(direction) if direction else None
                return
            if word not in lex.by and not (line.kind[back] == "w" and word.endswith(lex.adverb_endings)):
                return
            steps, back = steps - 1, back - 1

    def _goes_on(self, line: Tokens, before: _Found, at: int) -> bool:
        """Whether the sentence about a change goes on right behind it, or behind a comma, to the value that it came to:
        fell 1.6 % after hours, to 82."""
        return at - before.last < 4 and not any(line.low[each] in _ENDS for each in range(before.last, at))

    def _restates(self, line: Tokens, before: _Found, found: _Found) -> bool:
        """Whether an amount tells a change once more in another unit: fell 253 points, or 0.9 %."""
        at = before.last + (before.of is not None and line.low[before.last] == before.of)
        at += line.low[at] == ","
        joined = self._or.at(line, at)
        return joined is not None and joined[0] == found.first and found.unit not in {None, before.unit}

    def _particle_between(self, line: Tokens, verb: int, at: int) -> str:
        """The direction that a particle between a verb and an amount gives: liep terug met 3 procent."""
        return next((self.lexicon.particles[word] for word in line.low[verb:at] if word in self.lexicon.particles), "")

    def _particle_behind(self, line: Tokens, at: int) -> str:
        """The direction that a particle behind an amount gives to its verb: legte um 3 Prozent zu."""
        for each in range(at, at + 6):
            if line.low[each] in self.lexicon.particles and (line.kind[each + 1] != "w" or each == at):
                return self.lexicon.particles[line.low[each]]
            if line.low[each] in _STOPS or not line.kind[each]:
                break
        return ""

    def _repeats(self, line: Tokens, before: _Found, at: int) -> bool:
        """Whether a verb of change was left out behind a name, being that of the amount before: one was down 2.3 %,
        another by 2.6 %."""
        named = range(before.last + 1, at - 1)
        return (
            0 < len(named) < 4
            and line.low[before.last] in {",", ";", *self.lexicon.between_and}
            and all(self._is_name(line, each) or line.low[each] in self.lexicon.between_and for each in named)
        )

    def _take_over(self, line: Tokens, found: _Found, before: _Found | None) -> None:
        """What is qualified once and told twice: nearly 500 feet (150 metres)."""
        if before is None or before.kind is not Kind.AMOUNT or line.low[before.last] not in {"(", "/"}:
            return
        if before.last + 1 != found.first or found.qualifier not in _PLAIN_QUALIFIERS or found.change:
            return
        plain = {None, "%", "pp", "share", "times", before.unit}
        if found.unit not in plain and before.unit not in plain - {before.unit}:
            found.change = before.change
            if found.upper is None and before.upper is None:
                found.qualifier = before.qualifier

    # --- class -------------------------------------------------------------------------------------------------------

    def _counted(self, line: Tokens, at: int) -> str | None:
        """The counted word behind a number: its head, where that can be told."""
        low, lex = line.low, self.lexicon
        if low[at] in lex.of:
            at += 1 + (low[at + 1] == "'")
            while low[at] in lex.articles:
                at += 1
                at += low[at] == "'"
        words: list[str] = []
        capital = ""
        for each in range(at, at + 4):
            if line.kind[each] != "w":
                break
            if low[each] in lex.function_words and not (line.raw[each].isupper() and len(low[each]) > 1):
                break
            words.append(low[each])
            if lex.nouns_have_capitals and line.raw[each][:1].isupper():
                capital = low[each]
                break
            adjective = low[each] in lex.adjectives or low[each].endswith(lex.adjective_endings)
            if not adjective and not lex.nouns_come_last:
                break
        if lex.nouns_have_capitals:
            return capital or None
        if lex.nouns_come_last:
            plural = next(
                (word for word in words if word.endswith(lex.plural_endings) and word not in lex.adjectives), None
            )
            return plural or (words[0] if words else None)
        return words[-1] if words else None

    def _classify(self, line: Tokens, found: _Found, previous: _Found | None) -> None:
        """An amount, or a name or a pronoun that only looks like one."""
        number, lex, low = found.number, self.lexicon, line.low
        if found.unit is None and self._names_a_street(line, found):
            found.kind = Kind.OTHER
            return
        if found.upper is not None or (found.unit is not None and not number.one):
            return
        first = number.first
        if number.one:
            self._classify_one(line, found, previous)
            return
        if number.bare and found.first == first - 1 and low[first - 1] == "-" and self._names.before(line, first - 1):
            found.kind, found.value = Kind.NAME, None  # COVID -19
            return
        if found.qualifier is not Qualifier.EXACTLY or number.factor != 1 or found.first != number.first:
            return
        if self._names.before(line, first):
            found.kind = Kind.NAME
            return
        if found.of is None and low[first - 1] in lex.ranks_before:
            found.kind = Kind.ORDINAL
            return
        if not number.digits:
            return
        if low[first - 1] in {"#", "°", "№", "§"} and first:
            found.kind = Kind.NAME
            return
        if (
            low[first - 1] == ","
            and low[found.last] in {",", ""}
            and number.bare
            and 10 < number.value < 110
            and line.raw[first - 2][:1].isupper()
        ):
            found.kind = Kind.OTHER
            return
        if not number.bare:
            return
        if lex.nouns_have_capitals:
            return
        if number.value >= 10 and self._names_a_model(line, found.last):
            found.kind = Kind.NAME
            return
        if not self._is_name(line, first - 1):
            return
        if (
            found.of is None
            or line.raw[found.last][:1].isupper()
            or (number.value < 20 and not found.of.endswith(lex.plural_endings))
        ):
            found.kind = Kind.NAME

    def _names_the_counted(self, line: Tokens, before: _Found, found: _Found) -> bool:
        """Whether a number is the name of what the number before it counts: two new 737 jets."""
        plain = before.kind is Kind.AMOUNT and before.unit is None and before.upper is None and not before.number.one
        named = plain and found.unit is None and found.upper is None and found.number.bare and found.number.value >= 100
        gap = range(before.last, found.first)
        return named and len(gap) < 2 and all(line.low[each] in self.lexicon.adjectives for each in gap)

    def _names_a_street(self, line: Tokens, found: _Found) -> bool:
        """Whether a number is a house's: 22 Rue Haute, 16-18 Industrial Avenue."""
        plain = found.number.digits and (found.number.bare or found.upper is not None) and found.number.factor == 1
        return plain and any(
            line.low[ahead] in self.lexicon.street_words and line.raw[ahead][:1].isupper()
            for ahead in range(found.last, found.last + 4)
        )

    def _names_a_model(self, line: Tokens, at: int) -> bool:
        """Whether words with capitals follow that are nothing counted: the 787 Dreamliner, but 1300 Americans."""
        words = 0
        if len(line.raw[at]) == 1:
            return False
        while line.is_word(at) and line.raw[at][:1].isupper() and line.low[at] not in self.lexicon.function_words:
            if line.low[at].endswith(self.lexicon.plural_endings):
                return False
            words, at = words + 1, at + 1
        following = line.low[at] if line.is_word(at) else ""
        return words > 0 and not (following.endswith("s") and following not in self.lexicon.function_words)

    def _is_name(self, line: Tokens, at: int) -> bool:
        """Whether a word shows by its capital that it is a name."""
        if not line.is_word(at):
            return False
        raw = line.raw[at]
        if raw.lower() == raw or line.low[at] in self.lexicon.function_words or line.low[at] in self._changes:
            return False
        starts = at == 0 or line.low[at - 1] in {".", "!", "?", ":", '"', "“", "«", "-", "–"}
        return not starts or raw[1:].lower() != raw[1:]

    def _classify_one(self, line: Tokens, found: _Found, previous: _Found | None) -> None:
        """One as a number, as one of a set, or as a pronoun or an article."""
        low, lex, number = line.low, self.lexicon, found.number
        last = number.last
        article = low[number.first] in lex.articles
        if found.unit is not None:
            shifted = previous and found.first - previous.last < 3 and self._shifts.at(line, found.last)
            if shifted or (previous and previous.per_last > found.first):
                found.dropped = True  # 1.1 % more than a year ago; 15 dollars an hour, minimum
                return
            if article and found.qualifier is Qualifier.EXACTLY and found.unit != "%":
                found.loose, found.dropped = True, low[number.first] not in lex.ones
            return
        if low[last] in lex.partitives:
            found.loose = True
            found.of = None
            return
        if article or found.of is None or low[last - 2 if last > 1 else 0] in lex.before_pronouns:
            found.dropped = True


def _with_strays(text: str, found: list[Amount]) -> tuple[Amount, ...]:
    """The numbers found, and every character that is a number and belongs to none of them: no digit is passed over."""
    strays: list[Amount] = []
    spans = iter([*(each.number for each in found), (len(text), len(text))])
    start, end = next(spans)
    for position, character in enumerate(text):
        while position >= end and end < len(text):
            start, end = next(spans)
        if start <= position < end or (character.isascii() and not character.isdigit()):
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


_PRICES = frozenset({"%", "pp", "bp", "cents", "pence", "share"})
_PLAIN_QUALIFIERS = frozenset({Qualifier.EXACTLY, Qualifier.BETWEEN})
_FLOORS = frozenset({Qualifier.MORE_THAN, Qualifier.AT_LEAST})
_CEILINGS = frozenset({Qualifier.LESS_THAN, Qualifier.UP_TO})
_DURATIONS = frozenset({"hours", "days", "weeks", "months", "years", "min", "s"})


def _dated(date: Date) -> _Found:
    kind = Kind.OTHER if date.clock else Kind.DATE
    number = Number(max(date.first, date.core), date.last, Fraction(date.year or date.day or 0))
    return _Found(number, date.first, date.last, kind=kind, date=None if date.clock else date, core=date.first)


def _share_scale(old: _Found, end: _Found, joined: _Found) -> None:
    """Give an old value the scale and the unit of a new one that is a range: from 24.2 to 33-35 billion euros."""
    if old.became is None or old.became != end.number.value or joined.lower is None or old.number.factor != 1:
        return
    scale = joined.lower / end.number.value
    old.value, old.became, old.unit = old.number.value * scale, joined.lower, old.unit or joined.unit


def _roman(text: str) -> int:
    values = [_ROMAN_VALUES[letter] for letter in text if letter in _ROMAN_VALUES]
    return sum(
        -value if value < following else value for value, following in zip(values, [*values[1:], 0], strict=True)
    )
