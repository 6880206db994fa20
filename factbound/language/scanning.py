"""Scanning: every number, date and ordinal of a text, with its unit, in order."""

import re
from fractions import Fraction

from factbound.language.amount import Change, Kind
from factbound.language.classes import is_name
from factbound.language.counting import number_at, out_of
from factbound.language.dressing import currency_before, dress, unit_at
from factbound.language.found import DURATIONS, STOPS, Found, dated
from factbound.language.number import Number
from factbound.language.number_words import below_one, inner_qualifier
from factbound.language.numerals import numeral
from factbound.language.rules import Rules
from factbound.language.tokens import Tokens
from factbound.values.quantities import Qualifier

_ROMAN = re.compile(
    r"(?=[IVXLCDM]{2})M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})(e|er|ème|ste|de|th)?"
)
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}


def scan(rules: Rules, line: Tokens) -> list[Found]:
    """Every number, date and ordinal, with its unit, in order."""
    found: list[Found] = []
    at, size = 0, len(line)
    kinds, low, beginnings, idioms = line.kind, line.low, rules.beginnings, rules.idiom_openers
    after_date = -1
    while at < size:
        kind = kinds[at]
        if kind == "s" and low[at] != ".":
            at += 1
            continue
        if kind == "w" and (word := low[at]) not in beginnings and not _is_sign_or_roman(line.raw[at]):
            idiom = _idiom(rules, line, at) if low[at + 1] in idioms.get(word, ()) else None
            at = idiom or at + 1
            continue
        each = _one(rules, line, at, after_date=after_date == at)
        if each is None:
            at += 1
            continue
        if isinstance(each, Found) and each.kind is Kind.AMOUNT:
            each = _idiom_within(rules, line, each) or each
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


def _is_sign_or_roman(raw: str) -> bool:
    """Whether a word may be a character that is a number, or a Roman number."""
    return not raw.isascii() or (len(raw) > 1 and raw[0] in "IVXLCDM" and raw[1] in "IVXLCDM")


def _idiom_within(rules: Rules, line: Tokens, each: Found) -> int | None:
    """Where an idiom ends that starts behind the article of what looked like a number (*un mille-feuille*), or that
    hangs on it (*half-timbered*, *demi-mesure*: in no language a half of something); None where there is none."""
    if each.first + 1 < each.number.last and (idiom := rules.idioms.at(line, each.first + 1)):
        return idiom[0]
    end = each.number.last
    hangs = line.low[end] in {"-", "\u2010", "\u2011"} and line.glued(end) and line.glued(end + 1)
    if not hangs or line.kind[end + 1] != "w" or line.low[end - 1] not in rules.lexicon.compounding:
        return None
    behind = end + 1
    counts = number_at(rules.numbers, line, behind) or unit_at(rules, line, each.number, behind)
    return None if counts or line.low[behind] in rules.lexicon.compounded_units else end + 2


def _one(rules: Rules, line: Tokens, at: int, *, after_date: bool) -> Found | int | None:
    """What starts at a token; a place to go on from where it is an idiom; None for nothing."""
    if line.kind[at] == "w":
        idiom = _idiom(rules, line, at)
        return _word(rules, line, at) if idiom is None else idiom
    if line.kind[at] == "d":
        return numeral(rules, line, at, after_date=after_date)
    number = number_at(rules.numbers, line, at)
    return dress(rules, line, number, at) if number else None


def _idiom(rules: Rules, line: Tokens, at: int) -> int | None:
    """Where an idiom ends that starts at a token; None where it is none, or a part after all (acht op de tien)."""
    found = rules.idioms.at(line, at)
    if found is None:
        if _is_adjective(rules, line, at) or _is_particle(rules, line, at):
            return at + 1
        printed = rules.idioms_as_printed.at(line, at)
        as_printed = printed and line.plain[line.start[at] : line.end[printed[0] - 1]]
        return printed[0] if printed and as_printed in rules.lexicon.idioms_as_printed else None
    if _counts_after_all(rules, line, found[0]):
        return None
    number = number_at(rules.numbers, line, at)
    return None if number and out_of(rules.numbers, line, number) else found[0]


def _counts_after_all(rules: Rules, line: Tokens, end: int) -> bool:
    """Whether the number word at the end of an idiom counts what follows: remis à neuf, but six à neuf mois."""
    lex, low = rules.lexicon, line.low
    if low[end - 1] not in lex.adjectives_too:
        return False
    counted = line.is_word(end) and low[end] not in lex.function_words and low[end].endswith(lex.plural_endings)
    return counted or rules.units.at(line, end) is not None


def _is_adjective(rules: Rules, line: Tokens, at: int) -> bool:
    """Whether a number word is the adjective of the noun before it: un magasin neuf."""
    lex, low = rules.lexicon, line.low
    noun = at > 1 and line.is_word(at - 1) and low[at - 1] not in lex.function_words
    if low[at] not in lex.adjectives_too or not noun or low[at - 2] not in lex.determiners:
        return False
    number = number_at(rules.numbers, line, at)
    if number is None or number.last > at + 1 or out_of(rules.numbers, line, number):
        return False
    counted = line.is_word(at + 1) and low[at + 1].endswith(lex.plural_endings)
    return not counted and rules.units.at(line, at + 1) is None


def _is_particle(rules: Rules, line: Tokens, at: int) -> bool:
    """Whether a number word is the end of a verb that opened the clause: gibt auf alles acht."""
    verbs = rules.lexicon.separable.get(line.low[at])
    if not verbs or line.kind[at + 1] == "w":
        return False
    for back in range(at - 1, max(-1, at - 8), -1):
        if line.low[back] in verbs:
            return True
        if line.low[back] in STOPS:
            break
    return False


def _word(rules: Rules, line: Tokens, at: int) -> Found | None:
    low_word = line.low[at]
    every = rules.every.at(line, at)
    if every:
        ordinal = rules.ordinals.at(line, every[0])
        if ordinal and ordinal[1] > 1:
            one_of = Number(at, ordinal[0], Fraction(1, ordinal[1]), share=True)
            return Found(one_of, at, ordinal[0], unit="share", core=at)
    date = rules.calendar.at(line, at)
    if date:
        return dated(date)
    multiple = rules.multiples.at(line, at)
    if multiple and low_word in rules.lexicon.often and _is_no_likeness(rules, line, multiple[0]):
        multiple = None
    if multiple is None and low_word in rules.lexicon.often:
        return Found(Number(at, at + 1, Fraction(rules.lexicon.often[low_word])), at, at + 1, kind=Kind.OTHER, core=at)
    if multiple:
        change = Change.DOWN if line.low[at] in rules.lexicon.falling_multiples else None
        return Found(Number(at, multiple[0], multiple[1]), at, multiple[0], unit="times", core=at, change=change)
    if inner_qualifier(rules.numbers, line, at) is Qualifier.NEARLY:  # ein knappes Jahr; but a good year
        unit = rules.units.at(line, at + 2)
        if unit and unit[1] in DURATIONS:
            return dress(rules, line, Number(at, at + 2, Fraction(1), qualifier=Qualifier.NEARLY), at)
    prefix = currency_before(rules, line, at)
    number = number_at(rules.numbers, line, at, money=prefix is not None)
    if number:
        return dress(rules, line, out_of(rules.numbers, line, number) or number, at)
    if low_word in rules.lexicon.articles and low_word not in rules.lexicon.ones:  # over a year
        article = Number(at, at + 1, Fraction(1), one=True)
        if unit_at(rules, line, article, at + 1):
            return dress(rules, line, article, at)
    if low_word in rules.lexicon.decimal_words and (below_one := _below_one(rules, line, at)):
        return dress(rules, line, below_one, at)
    ordinal = rules.ordinals.at(line, at)
    if ordinal:
        return Found(Number(at, ordinal[0], Fraction(ordinal[1])), at, ordinal[0], kind=Kind.ORDINAL, core=at)
    roman = _ROMAN.fullmatch(line.raw[at])
    if roman and (set(line.raw[at][: roman.start(1) if roman[1] else None]) <= set("IVX") or len(line.raw[at]) > 3):
        kind = Kind.ORDINAL if roman[1] else Kind.NAME
        return Found(Number(at, at + 1, Fraction(_roman(line.raw[at]))), at, at + 1, kind=kind, core=at)
    return None


def _is_no_likeness(rules: Rules, line: Tokens, at: int) -> bool:
    """Whether nothing is compared behind a multiple that ends in a word of likeness: scored twice as he left."""
    if line.low[at - 1] not in rules.lexicon.like:
        return False
    function = line.low[at] in rules.lexicon.function_words and line.low[at] not in rules.lexicon.much
    return function or is_name(rules, line, at)


def _below_one(rules: Rules, line: Tokens, at: int) -> Number | None:
    """Decimals that are spelled out without a nought (fell point five per cent); None behind what shows the word
    to be another (at this point five people)."""
    before = line.low[at - 1] if at else ""
    opened = before in rules.changes or before in rules.lexicon.by or before in rules.lexicon.of
    return below_one(rules.numbers, line, at) if opened and before not in rules.lexicon.articles else None


def _roman(text: str) -> int:
    values = [_ROMAN_VALUES[letter] for letter in text if letter in _ROMAN_VALUES]
    return sum(
        -value if value < following else value for value, following in zip(values, [*values[1:], 0], strict=True)
    )
