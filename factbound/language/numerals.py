"""Numerals: what starts with digits: an amount, a year, an ordinal, a name, or digits in a row that are no number."""

from fractions import Fraction

from factbound.language.amount import Kind
from factbound.language.counting import number_at, out_of
from factbound.language.dressing import currency_before, dress, unit_at
from factbound.language.found import Found, dated
from factbound.language.number import Number
from factbound.language.rules import Rules
from factbound.language.tokens import Tokens
from factbound.values.quantities import Qualifier


def numeral(rules: Rules, line: Tokens, at: int, *, after_date: bool) -> Found | None:
    """What starts with digits at a token; `after_date` where a date ends right before it."""
    low, raw = line.low, line.raw
    prefix = currency_before(rules, line, at)
    idiom = rules.idioms.at(line, at) if line.low[at] in rules.idiom_openers else None
    if idiom:  # a 9-to-5 job
        return Found(Number(at, idiom[0], Fraction(int(low[at])), digits=True), at, idiom[0], kind=Kind.OTHER, core=at)
    if prefix is None:
        date = rules.calendar.at(line, at)
        if date:
            return dated(date)
        chain = _chain(line, at)
        if chain:
            return chain
    shared = prefix is None and _shares_currency(rules, line, at)
    coded = line.glued(at) and raw[at - 1].isupper() and line.is_word(at - 1)
    number = number_at(rules.numbers, line, at, money=prefix is not None or coded or shared)
    if number is None and (season := rules.calendar.bare_year(line, at, after_date=after_date)):
        return dated(season)  # 2031/32
    if number is None:
        return Found(Number(at, at + 1, Fraction(int(low[at])), digits=True), at, at + 1, kind=Kind.OTHER, core=at)
    if prefix is None and line.glued(at) and line.is_word(at - 1):
        name = _behind_letters(rules, line, number, at)
        if name:
            return name
    last = number.last
    if low[last] in rules.lexicon.ordinal_suffixes and line.glued(last) and number.bare:
        part = rules.calendar.part_behind(line, at, int(number.value), last + 1)
        return dated(part) if part else Found(number, at, last + 1, kind=Kind.ORDINAL, core=at)
    if number.bare and low[last] == "." and line.glued(last) and rules.lexicon.ordinal_articles:
        part = rules.calendar.part_behind(line, at, int(number.value), last + 1)
        if part:
            return dated(part)
    if number.bare and low[last] == "." and line.glued(last) and _is_ordinal_with_point(rules, line, at):
        return Found(number, at, last + 1, kind=Kind.ORDINAL, core=at)
    if number.bare and low[at - 1] == "-" and line.glued(at) and at > 1 and line.glued(at - 1) and line.is_word(at - 2):
        before = raw[at - 2]
        named = before.lower() != before and not rules.minus.before(line, at - 1) and not rules.changes.get(low[at - 2])
        if named and not (line.is_word(last) and line.glued(last)):
            return Found(number, at, last, kind=Kind.NAME, core=at)
    if number.bare and line.raw[last] == "s" and line.glued(last):  # 737s
        return Found(number, at, last + 1, kind=Kind.NAME, core=at)
    if _has_letters_behind(rules, line, number):
        end = last
        while line.kind[end] in {"w", "d"} and line.glued(end):
            end += 1
        return Found(number, at, end, kind=Kind.NAME, core=at)
    share = out_of(rules.numbers, line, number)
    if share:
        return dress(rules, line, share, at)
    dressed = dress(rules, line, number, at)
    if coded and dressed.first == at:
        dressed.first = dressed.core = at - 1
    if number.bare and dressed.unit is None and prefix is None and dressed.first == at:
        qualifier = rules.qualifiers.before(line, at)
        if qualifier is None or qualifier[1] in {None, Qualifier.ABOUT, Qualifier.UP_TO}:
            year = rules.calendar.bare_year(line, at, after_date=after_date)
            if year:
                return dated(year)
    return dressed


def _shares_currency(rules: Rules, line: Tokens, at: int) -> bool:
    """Whether digits are the other end of a range whose first has a currency before it: €5-10m."""
    first = at - 2
    if first > 0 and line.low[first - 1] in {".", ","} and line.glued(first):  # €2.5-3m
        first -= 2
    to = line.low[at - 1] in {"-", "–"} or line.low[at - 1] in rules.lexicon.to
    return (
        to and first > 0 and line.kind[at - 2] == line.kind[first] == "d" and bool(currency_before(rules, line, first))
    )


def _is_ordinal_with_point(rules: Rules, line: Tokens, at: int) -> bool:
    """Whether digits with a point are an ordinal: der 35. Standort; no sentence ends behind an article and a number
    below a hundred."""
    return at > 0 and line.low[at - 1] in rules.lexicon.ordinal_articles and line.is_word(at + 2)


def _has_letters_behind(rules: Rules, line: Tokens, number: Number) -> bool:
    """Whether letters that are no unit hang on the digits, and make a name of them: 5G, 4x4."""
    last = number.last
    if (
        not (line.glued(last) and line.is_word(last))
        or unit_at(rules, line, number, last)
        or rules.times.at(line, last)
    ):
        return False
    return line.raw[last][:1].isupper() or (line.kind[last + 1] == "d" and line.glued(last + 1))


def _behind_letters(rules: Rules, line: Tokens, number: Number, at: int) -> Found | None:
    """Digits that hang on letters: x2 is twice, CO2 and G20 are names; PS2.7m is an amount."""
    letters, raw = line.low[at - 1], line.raw[at - 1]
    if letters in {"x", "×"} and raw == letters and not line.glued(at - 1):
        return Found(number, at - 1, number.last, unit="times", core=at - 1)
    if letters in rules.lexicon.of or (letters in rules.lexicon.function_words and len(letters) > 1):
        return None
    if not number.bare and raw.isupper():
        return None
    end = number.last
    while line.kind[end] in {"w", "d"} and line.glued(end):
        end += 1
    return Found(number, at, end, kind=Kind.NAME, core=at)


def _chain(line: Tokens, at: int) -> Found | None:
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
            return Found(Number(at, end, Fraction(int(low[at])), digits=True), at, end, kind=Kind.OTHER, core=at)
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
    return Found(Number(at, end, Fraction(int(low[at])), digits=True), at, end, kind=Kind.OTHER, core=at)
