"""Dressing: the sign and the unit that a number has, before it or behind it, and what it is per."""

from dataclasses import replace
from fractions import Fraction

from factbound.language.amount import Change
from factbound.language.found import DURATIONS, OPEN_BRACKETS, Found
from factbound.language.measures import AMBIGUOUS_SIGNS, CASED, CURRENCY_SIGNS, DOLLARS
from factbound.language.number import Number
from factbound.language.parts import half_behind
from factbound.language.rules import Rules
from factbound.language.scales import multiplied
from factbound.language.tokens import Tokens
from factbound.values.units import CURRENCIES


def currency_before(rules: Rules, line: Tokens, at: int) -> tuple[int, str] | None:
    """The sign or code of a currency before a number: US$, EUR; a letter of one is a capital (a $5 note is no
    A$5)."""
    sign = at - 1 if line.low[at - 1] == "-" and line.glued(at) and at else at
    prefix = rules.prefixes.before(line, sign)
    if prefix and prefix[0] == sign - 1 and line.low[sign - 1] in AMBIGUOUS_SIGNS and _has_letters(line, sign - 1):
        return sign - 2, line.raw[sign - 2] + line.raw[sign - 1]  # J$: a dollar of one's own
    if prefix is None or line.raw[prefix[0]] != line.low[prefix[0]] or not line.is_word(prefix[0]):
        return prefix
    shorter = CURRENCY_SIGNS.get(line.low[sign - 1])
    return (sign - 1, shorter) if shorter else None


def _has_letters(line: Tokens, sign: int) -> bool:
    """Whether capitals hang on a sign of money from before, as in J$."""
    return line.is_word(sign - 1) and line.glued(sign) and line.raw[sign - 1][:1].isupper()


def dress(rules: Rules, line: Tokens, number: Number, at: int) -> Found:
    """A number with its sign and the unit before or behind it."""
    found = Found(number, number.first, number.last, core=number.first)
    if number.share:
        found.unit = "share"
    prefix = currency_before(rules, line, number.first)
    if prefix and not number.share:
        found.first, found.unit = prefix
    _sign(rules, line, found)
    times = None if number.share else rules.times.at(line, line.behind_hyphen(number.last))
    if times and line.low[times[0] - 1] in {"x", "×"} and line.kind[times[0]] == "d":
        times = None  # 12 x 8 mm
    if times and not found.unit:
        found.last, found.unit = times[0], "times"
        if tail := half_behind(rules.numbers, line, times[0]):  # deux fois et demie
            found.value = number.value + Fraction(1, 2)
            found.last = found.number_last = tail
            found.number = replace(number, one=False, bare=False, value=found.value)
    elif number.unit:
        found.unit = number.unit
        found.last = number.last
    else:
        _unit_behind(rules, line, found)
    if prefix and line.low[prefix[0]] == "$" and found.unit == "USD":
        _whose_dollar(line, found)
    multiplied = rules.multiplied.before(line, found.first)
    if multiplied and found.unit is None:
        found.first, found.unit = multiplied[0], "times"
        found.change = Change(multiplied[1]) if multiplied[1] else None
    _per_behind(rules, line, found)
    found.core = found.first
    return found


def _whose_dollar(line: Tokens, found: Found) -> None:
    """The country that stands behind an amount in dollars as nothing else's: $300 million Canadian."""
    bracket = line.low[found.last] in OPEN_BRACKETS
    at = found.last + bracket
    code = DOLLARS.get(line.low[at]) if line.raw[at][:1].isupper() else None
    if code and (line.low[at + 1] in {")", "]", "}"} if bracket else line.kind[at + 1] != "w"):
        found.unit, found.last = code, at + 1 + bracket


def unit_at(rules: Rules, line: Tokens, number: Number, at: int) -> tuple[int, str] | None:
    """The unit that starts at a token."""
    raw = line.raw[at]
    unit = rules.units.at(line, at)
    if raw in rules.own_case and (unit is None or unit[0] == at + 1):
        return at + 1, rules.own_case[raw]
    if unit is None:
        return None
    if len(raw) == 1 and raw.isalpha() and unit[0] == at + 1 and (CASED.get(raw) != unit[1] or not number.digits):
        return None
    power = unit[0] - 1
    if power > at and line.kind[power] == "d" and line.spaced[power] and rules.units.at(line, unit[0]):
        return rules.units.at(replace(line, low=[*line.low[:power], *[""] * 8]), at)  # 6ft 2in is no 6 ft2
    shy = rules.lexicon.shy_units.get(line.low[at])
    if shy is not None and (number.factor < 1000 or line.low[unit[0]] in shy) and unit[0] == at + 1:
        return None
    alone = unit[0] == at + 1 and line.low[at] in rules.lexicon.point_words  # not “points de pourcentage”
    if unit[1] == "pp" and alone and _counts_points(rules, line, number, unit[0]):
        return None
    return unit


def _sign(rules: Rules, line: Tokens, found: Found) -> None:
    """Plus and minus: of a share a change, of anything else part of the value."""
    first = found.first
    sign = line.low[first - 1] if first else ""
    inner = line.low[found.number.first - 1] if found.number.first > first else ""
    if sign in {"-", "+", "–"}:
        before = line.low[first - 2] if first > 1 else ""
        free = first == 1 or line.spaced[first - 1] or before in OPEN_BRACKETS or before in {"/", "|"}
        spaced = line.spaced[first]
        if not free or (spaced and not (first == 1 or before in OPEN_BRACKETS or before == ":" or sign == "+")):
            _minus_word(rules, line, found)
            return
        if sign == "–" and spaced and first > 1:
            return
        found.first = first - 1
        found.change = Change.UP if sign == "+" else Change.DOWN
    elif inner == "-":
        found.change = Change.DOWN
    else:
        _minus_word(rules, line, found)


def _minus_word(rules: Rules, line: Tokens, found: Found) -> None:
    """Minus in words, which is no part of a qualifier (au moins 80)."""
    first = found.first
    at = first - 1 if line.low[first - 1] == "-" and line.glued(first) else first
    minus = rules.minus.before(line, at)
    qualified = rules.qualifiers.before(line, first)
    counts = found.number.digits or unit_at(rules, line, found.number, found.number.last)
    if minus and counts and not (qualified and qualified[0] < minus[0]):
        found.first, found.change = minus[0], Change.DOWN


def _counts_points(rules: Rules, line: Tokens, number: Number, at: int) -> bool:
    """Whether points are things (points de vente), or of an index, and no percentage points."""
    low, lex = line.low, rules.lexicon
    if number.value >= 100 or number.factor > 1:
        return True
    if low[at] in lex.of:
        at += 1 + (low[at + 1] == "'")
        return line.kind[at] == "w" and low[at] not in lex.function_words and low[at] not in lex.articles
    return line.kind[at] == "w" and low[at] not in lex.function_words


def _unit_behind(rules: Rules, line: Tokens, found: Found) -> None:
    low, number, lex = line.low, found.number, rules.lexicon
    at = line.behind_hyphen(number.last)
    if number.share and number.value.denominator == 1:
        return
    unit = unit_at(rules, line, number, at)
    if unit and line.low[at] in CURRENCY_SIGNS and line.kind[unit[0]] == "d" and line.glued(unit[0]):
        unit = None  # $14-$16
    if unit is None and low[at] in OPEN_BRACKETS:
        inner = unit_at(rules, line, number, at + 1)
        unit = inner if inner and low[inner[0]] in {")", "]", "}"} and number.digits else None
    skipped = at
    if unit is None and (
        number.factor >= 1000 or number.several or number.share or number.rough or number.factor in {10, 12, 20, 100}
    ):
        while (
            low[skipped] in lex.of
            or (low[skipped] == "'" and skipped > at)
            or (number.share and low[skipped] in lex.articles | rules.numbers.ones)
        ):
            skipped += 1
        if skipped > at and line.kind[skipped]:
            unit = unit_at(rules, line, number, skipped)
            if unit and number.share and low[at] in lex.of and low[skipped - 1] in {*lex.of, "'"}:
                unit = unit if _is_one(rules, line, unit) else None  # un quart d'heure, but un tiers d'heures
    if unit is None and low[at] in lex.between_unit and line.kind[at] == "w":
        step = at + 1
        while low[step] in lex.between_unit:
            step += 1
        unit = unit_at(rules, line, number, step)
        if unit and unit[1] not in DURATIONS:
            unit = None
    if unit is None:
        if number.share and low[skipped] in lex.index_words:
            found.last, found.unit = skipped + 1, "points"  # half a point, which may be one of an index
        return
    if found.unit not in {None, "share", unit[1]} and unit[1] not in CURRENCIES:
        return
    if number.share and unit[1] == "times":
        return
    if unit[1] == "m" and line.raw[at] == "m" and _is_million(rules, line, at):
        found.number = number = multiplied(number, rules.lexicon.money_scales["m"], at + 1)
        found.last = at + 1
        _unit_behind(rules, line, found)
        return
    found.last, found.unit = unit
    if _is_of_a_country(rules, line, unit):
        found.last, found.unit = unit[0] + 1, f"{low[unit[0] - 1]} {low[unit[0]]}"
    tail = half_behind(rules.numbers, line, unit[0])
    if tail and not number.share:  # deux ans et demi, 2 millions d'euros et demi
        found.value = number.value + Fraction(1, 2) * (number.factor if number.factor >= 1000 else 1)
        found.last = found.number_last = tail
        found.number = replace(number, one=False, bare=False, value=found.value)


def _is_of_a_country(rules: Rules, line: Tokens, unit: tuple[int, str]) -> bool:
    """Whether an adjective of a country that has no entry stands behind a currency, which then is another one: dollars
    jamaïcains."""
    end, lex = unit[0], rules.lexicon
    told = unit[1] in CURRENCIES and unit[1] != "EUR" and line.is_word(end - 1) and line.is_word(end)
    return told and line.low[end].endswith(lex.country_endings) and line.low[end] not in lex.adjectives


def _is_one(rules: Rules, line: Tokens, unit: tuple[int, str]) -> bool:
    """Whether a unit is told in the singular, as far as its ending shows: a part of it is so much, and no part of
    many."""
    return not line.low[unit[0] - 1].endswith(rules.lexicon.plural_endings)


def _is_million(rules: Rules, line: Tokens, at: int) -> bool:
    """Whether an m behind digits is a million: 2.6m sq ft, 5m people."""
    if "m" not in rules.lexicon.money_scales or not line.glued(at) or line.low[at + 1] == "/":
        return False
    if rules.units.at(line, at + 1) and line.is_word(at + 1) and len(line.low[at + 1]) > 1:
        return True
    word = line.low[at + 1]
    return (
        rules.lexicon.nouns_come_last
        and word.endswith(rules.lexicon.plural_endings)
        and len(word) > 3
        and (word not in rules.lexicon.function_words)
    )


def _per_behind(rules: Rules, line: Tokens, found: Found) -> None:
    """A price or pace: per barrel, a year, par mois, /m2."""
    low, at = line.low, found.last
    if found.unit in {"share", "times"}:
        return
    if low[at] == "/" and line.is_word(at + 1):
        link: int | None = at + 1
    else:
        per = rules.per.at(line, at)
        link = per[0] if per else None
    if link is None or not line.is_word(link):
        return
    unit = rules.units.at(line, link)
    if unit and rules.shifts.at(line, unit[0]):
        return  # a year earlier
    if unit:
        found.per = unit[1]
    elif low[link] not in rules.lexicon.function_words and (
        low[at] not in rules.lexicon.articles | rules.lexicon.per_units or found.unit in CURRENCIES
    ):
        found.per = low[link]
    found.per_last = (unit[0] if unit else link + 1) if found.per else 0
