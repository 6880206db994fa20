"""Compounds: an amount told in two units, a larger and a smaller: 2 hours 30 minutes, 2 euros 50, 1 m 80."""

from dataclasses import replace

from factbound.language.amount import Kind
from factbound.language.found import Found
from factbound.language.measures import CURRENCY_SIGNS
from factbound.language.rules import Rules
from factbound.language.tokens import Tokens
from factbound.values.units import CURRENCIES

_SMALLER = {
    "years": {"months": 12}, "weeks": {"days": 7}, "days": {"hours": 24}, "hours": {"min": 60}, "min": {"s": 60},
    "km": {"m": 1000}, "m": {"cm": 100}, "ft": {"in": 12}, "t": {"kg": 1000}, "kg": {"g": 1000}, "lb": {"oz": 16},
}  # fmt: skip
_COINS = {"cents": 100, "pence": 100}
_MINUTES = frozenset({"m", "mn", "min"})
_UNSAID = {"hours": 60, "m": 100}
"""Units behind which digits alone are of the smaller one, and how many of it make one: 1 h 30, 1 m 80."""


def compounds(rules: Rules, line: Tokens, found: list[Found]) -> list[Found]:
    """Amounts that are one in two units: where only one unit is told (2 euros 50) they are put together; where both are
    (2 hours 30 minutes) the first knows what it is worth with the other, which is nothing by itself."""
    whole: list[Found] = []
    for each in found:
        joined = _compound(rules, line, whole[-1], each) if whole else None
        if joined:
            whole[-1] = joined
        else:
            whole.append(each)
    return whole


def _compound(rules: Rules, line: Tokens, a: Found, b: Found) -> Found | None:
    if not _is_whole(a) or b.kind not in {Kind.AMOUNT, Kind.NAME} or b.number.share or b.number.factor != 1:
        return None
    if a.kind is not Kind.AMOUNT or a.number.factor != 1 or a.per or b.change:
        return None
    unit, size = _larger(rules, line, a, b)
    if unit is None or b.number.value >= size:
        return None
    value = (a.value or a.number.value) + b.number.value / size
    if b.unit and b.unit != unit:
        a.whole, a.whole_last, b.rest = value, b.number.last, True
        return None
    number = replace(b.number, first=a.number.first, value=value, one=False, bare=False, digits=a.number.digits)
    return Found(
        number, a.first, max(a.last, b.last), unit=unit, per=b.per, per_last=b.per_last, value=value, change=a.change,
        core=a.core, number_last=b.number.last,
    )  # fmt: skip


def _is_whole(a: Found) -> bool:
    return a.upper is None and not a.number.share and not a.number.several and a.number.value.denominator == 1


def _larger(rules: Rules, line: Tokens, a: Found, b: Found) -> tuple[str | None, int]:
    """The larger unit, and how many of the smaller one make it; None where two amounts are two."""
    if b.unit in CURRENCIES and line.low[b.first] in CURRENCY_SIGNS:  # 2€50, 2 € 50
        sign = b.first
        told = a.unit in {None, b.unit} and sign + 1 == b.number.first and sign in {a.last, a.last - 1}
        closed = told and line.glued(sign) == line.glued(sign + 1) and line.kind[sign - 1] == "d"
        closed = closed and b.last == b.number.last  # no 10 $ 30 $
        return (b.unit, 100) if closed and _is_remainder(line, b) and a.number.bare else (None, 0)
    smaller = _COINS if a.unit in CURRENCIES else _SMALLER.get(a.unit or "", {})
    if b.unit in smaller and b.kind is Kind.AMOUNT:
        joint = line.low[a.last] == "," or rules.and_.at(line, a.last) is not None
        return (a.unit, smaller[b.unit]) if b.first in {a.last, a.last + joint} else (None, 0)
    size = 100 if a.unit in CURRENCIES else _UNSAID.get(a.unit or "", 0)
    if not size or b.unit or b.first != a.last or not a.last > a.number.last:
        return None, 0
    abbreviated = a.unit == "hours" and line.low[b.number.last] in _MINUTES and line.glued(b.number.last)
    counts = _counts(rules, line, b.number.last) and not abbreviated
    return (a.unit, size) if _is_remainder(line, b) and not counts else (None, 0)


def _is_remainder(line: Tokens, b: Found) -> bool:
    """Whether it may be so many of a smaller unit that is not told: two digits, or a word above ten."""
    number = b.number
    if number.digits:
        return number.last == number.first + 1 and len(line.low[number.first]) == 2
    return number.value >= 10 and number.value.denominator == 1


def _counts(rules: Rules, line: Tokens, at: int) -> bool:
    """Whether a word follows that is counted: paid 2 euros, 50 people did."""
    return line.is_word(at) and line.low[at] not in rules.lexicon.function_words and not rules.per.at(line, at)
