"""Ranges: two numbers that are the ends of one amount put together."""

from dataclasses import replace
from fractions import Fraction

from factbound.language.amount import Change, Kind
from factbound.language.changes import change_before
from factbound.language.classes import counted
from factbound.language.found import Found
from factbound.language.rules import Rules
from factbound.language.tokens import Tokens
from factbound.values.quantities import Qualifier
from factbound.values.units import CURRENCIES

_DASHES = frozenset("-–—~")
_FLOORS = frozenset({Qualifier.MORE_THAN, Qualifier.AT_LEAST})
_CEILINGS = frozenset({Qualifier.LESS_THAN, Qualifier.UP_TO})


def ranges(rules: Rules, line: Tokens, found: list[Found]) -> list[Found]:
    """Two numbers that are the ends of one amount put together."""
    whole: list[Found] = []
    for each in found:
        if whole and whole[-1].kind is each.kind is Kind.AMOUNT and whole[-1].upper is None:
            joined = _range(rules, line, whole[-1], each)
            if joined:
                if len(whole) > 1:
                    _share_scale(whole[-2], whole[-1], joined)
                whole[-1] = joined
                continue
            score = _score(line, whole[-1], each)
            if score:
                whole[-1].kind = each.kind = Kind.OTHER
        whole.append(each)
    return whole


def pairs(rules: Rules, line: Tokens, found: list[Found]) -> list[Found]:
    """Two bounds of one amount put together: more than 10 and less than 20."""
    whole: list[Found] = []
    for each in found:
        if whole and _bound_pair(rules, line, whole[-1], each):
            first = whole[-1]
            low, high = (first, each) if first.qualifier in _FLOORS else (each, first)
            whole[-1] = replace(
                first, last=each.last, lower=low.number.value, upper=high.number.value, qualifier=Qualifier.BETWEEN,
                unit=each.unit or first.unit, of=each.of or first.of, number_last=each.number.last,
            )  # fmt: skip
            continue
        whole.append(each)
    return whole


def _range(rules: Rules, line: Tokens, a: Found, b: Found) -> Found | None:
    low = line.low
    if (a.unit == "times" and b.unit != "times") or ("share" in {a.unit, b.unit} and a.unit != b.unit):
        return None
    at = a.last
    hanging = low[at] == "-" and line.glued(at) and line.spaced[at + 1] and line.is_word(at + 1)
    at += hanging
    between = rules.between.before(line, a.first)
    link = ""
    dashed = low[at] in _DASHES and at + 1 == b.first
    to = rules.to.at(line, at)
    if dashed:
        link = "dash" if line.spaced[at] == line.spaced[b.first] else ""
    elif to and (to[0] == b.first or (low[to[0]] == "-" and to[0] + 1 == b.first)):
        link = "to"
    elif between and (joined := rules.and_.at(line, at)) and _until(rules, line, joined[0], b.first) == b.first:
        link = "and"
    elif (joined := rules.or_.at(line, at)) and joined[0] == b.first:
        link = "or"
    elif (
        between
        and a.unit is None
        and line.is_word(at)
        and (joined := rules.and_.at(line, at + 1))
        and joined[0] == b.first
    ):
        link = "and"
    if not link and low[at] in rules.lexicon.becoming and at + 1 == b.first and rules.from_.before(line, a.first):
        link = "became"
    if not link or (a.change is Change.DOWN and link == "dash"):
        return None
    lower, upper = _ends(a, b, hanging=hanging)
    if link == "became" or (link == "to" and _is_change(rules, line, a, b)):
        if a.unit in {None, b.unit} and a.value is None:
            a.value, a.unit = lower, b.unit
        if rules.from_.before(line, a.first) and (a.unit == b.unit or None in {a.unit, b.unit}):
            a.became = upper
        return None
    if a.unit and b.unit and a.unit != b.unit and a.unit not in {"cents"}:
        return None
    if link == "to" and a.unit and not b.unit and a.unit not in CURRENCIES and not between:
        return None  # fell 12.3 % to 1.98 million
    if lower >= upper:
        return None
    if link == "dash" and _is_score(rules, line, a, b):
        return None
    if link == "or" and (a.unit or upper > 2 * lower + 2 or (a.number.one and not b.unit and b.number.factor < 1000)):
        return None
    start = between[0] if between else a.first
    opened = rules.from_.before(line, a.first) if link == "to" and not between else None
    number = replace(b.number, first=a.number.first, one=False, bare=False)
    unit = b.unit or a.unit
    return Found(
        number, start, b.last, unit=unit, per=b.per or a.per, lower=lower, upper=upper, qualifier=Qualifier.BETWEEN,
        core=opened[0] if opened else start, number_last=b.number.last,
    )  # fmt: skip


def _until(rules: Rules, line: Tokens, at: int, first: int) -> int:
    """The place behind an article, where the number that starts at `first` stands behind one."""
    return at + 1 if at + 1 == first and line.low[at] in rules.lexicon.fillers else at


def _ends(a: Found, b: Found, *, hanging: bool) -> tuple[Fraction, Fraction]:
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


def _is_change(rules: Rules, line: Tokens, a: Found, b: Found) -> bool:
    """Whether *from … to* or *by … to* tells of a change: a word of change stands before, and the
    first end is whole."""
    link = line.low[a.last]
    opened = rules.from_.before(line, a.first)
    change = change_before(rules, line, opened[0] if opened else a.first, 5)
    if change is None or (link not in rules.lexicon.becoming and not opened):
        return False
    if opened:  # a growth of 2 to 3 per cent is a range, a rise from 2 to 3 none
        return not (change[0] == opened[0] - 1 and line.low[change[0]] in rules.lexicon.change_nouns)
    if line.low[a.last - 1] == line.low[b.last - 1] == "%":
        return False  # grow 2% to 3%
    return a.number.factor > 1 or (a.unit is not None and b.number.factor == 1)


def _is_score(rules: Rules, line: Tokens, a: Found, b: Found) -> bool:
    """Two small bare numbers around a hyphen with nothing counted behind: 2-1."""
    plain = a.number.bare and b.number.bare and a.unit is None and b.unit is None
    return plain and b.number.value < 10 and not counted(rules, line, b.last)


def _score(line: Tokens, a: Found, b: Found) -> bool:
    dash = line.low[a.last] in {"-", "–"} and a.last + 1 == b.first and line.glued(a.last) and line.glued(b.first)
    return dash and a.number.bare and b.number.bare and a.unit is None and b.unit is None and b.number.value <= 200


def _bound_pair(rules: Rules, line: Tokens, a: Found, b: Found) -> bool:
    if a.kind is not Kind.AMOUNT or b.kind is not Kind.AMOUNT or a.upper is not None or b.upper is not None:
        return False
    if a.unit != b.unit and a.unit is not None:
        return False
    floor_first = a.qualifier in _FLOORS and b.qualifier in _CEILINGS
    if not floor_first and not (a.qualifier in _CEILINGS and b.qualifier in _FLOORS):
        return False
    gap = b.first - a.last
    joined = gap in {1, 2} and (
        rules.and_.at(line, a.last) is not None or line.low[a.last + gap - 1] in rules.lexicon.buts
    )
    low, high = (a, b) if floor_first else (b, a)
    return joined and low.number.value < high.number.value


def _share_scale(old: Found, end: Found, joined: Found) -> None:
    """Give an old value the scale and the unit of a new one that is a range: from 24.2 to 33-35 billion euros."""
    if old.became is None or old.became != end.number.value or joined.lower is None or old.number.factor != 1:
        return
    scale = joined.lower / end.number.value
    old.value, old.became, old.unit = old.number.value * scale, joined.lower, old.unit or joined.unit
