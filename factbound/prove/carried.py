"""Carried: whether printed words carry the amount, the qualifier or the date that a reading claims."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from functools import cache

from factbound.language.amounts import Amount, Kind, read
from factbound.language.cldr import UNITS
from factbound.language.lexicon import Worth, has_lexicon, languages, lexicon
from factbound.language.measures import SYMBOLS, factor
from factbound.language.tokens import laid_bare
from factbound.problems import WrongValue
from factbound.prove.own_units import unit_and_factor
from factbound.values.dates import Moment, Period, parse_period
from factbound.values.quantities import Quantity, decimal_text
from factbound.values.units import Unit, dimension

_NONE: Mapping[str, str] = {}
_MEASURES = frozenset({*SYMBOLS.values(), *UNITS.values()})


def quantity_fault(printed: str, claimed: Quantity, language: str, *, units: Mapping[str, str] = _NONE) -> str | None:
    """Why the words do not carry the quantity, in words for an editor; None when they do. `units` are what the edition
    calls its own units in that language: what the words count by one of these names is nothing else."""
    if claimed.unit.code == "rank":
        return None if _has_rank(printed, claimed, language) else _says(printed, str(claimed))
    return (
        None
        if any(_carries(amount, claimed, units, language) for amount in _amounts(printed, language, units))
        else _says(printed, _typed(claimed))
    )


def context_fault(
    paragraph: str, start: int, end: int, claimed: Quantity, language: str, *, units: Mapping[str, str] = _NONE
) -> str | None:
    """Why the words, as they stand in their paragraph, say otherwise than claimed; None when they do not.

    It catches what was left out by quoting too little: a qualifier (*1,2 milliard* where the article has *plus de
    1,2 milliard*), a scale (*€2.5* of *€2.5 million*), a half, the other end of a range, the whole of a part, a unit.
    """
    if claimed.unit.code == "rank":
        return None
    touched = [
        each
        for each in _amounts(paragraph, language, units)
        if each.number[0] < end and start < each.number[1] and not each.loose
    ]
    whole = [each for each in touched if start <= each.number[0] and each.number[1] <= end]
    if any(_carries(each, claimed, units, language) for each in whole):
        return None
    wrong = [each for each in touched if each not in whole or _is_meant_otherwise(each, claimed, units)]
    if not wrong:
        return None
    prints = around(paragraph, wrong[0].start, wrong[0].end, 0, 0)
    return f'the article prints "{prints}", the quantity says {_typed(claimed)}'


def _is_meant_otherwise(printed: Amount, claimed: Quantity, units: Mapping[str, str]) -> bool:
    """Whether an amount is worth what is claimed, and yet qualified or measured otherwise."""
    amount = _measured_in(_per_own(printed, units), claimed.unit, units)
    otherwise = amount.qualifier is not claimed.qualifier or not (amount.unit is None or _of_unit(amount, claimed.unit))
    return _worth(amount, claimed) and otherwise


def around(paragraph: str, start: int, end: int, before: int, after: int) -> str:
    """Words of a paragraph with as many words before and after them, as printed."""
    ahead = re.search(rf"(?:\S+\s+){{0,{before}}}\S*$", paragraph[:start])
    behind = re.match(rf"\S*(?:\s+\S+){{0,{after}}}", paragraph[end:])
    return f"{ahead[0] if ahead else ''}{paragraph[start:end]}{behind[0] if behind else ''}"


def _amounts(text: str, language: str, units: Mapping[str, str]) -> tuple[Amount, ...]:
    """The amounts of a text; none in a language that cannot be read."""
    if not has_lexicon(language):
        return ()
    return tuple(
        _whole(each) for each in read(text, language, units=units) if each.kind is Kind.AMOUNT and not each.rest
    )


def _whole(amount: Amount) -> Amount:
    """An amount in two units (2 hours 30 minutes) as one of the larger."""
    if amount.whole is None:
        return amount
    return replace(amount, value=amount.whole, number=(amount.number[0], amount.whole_end))


def _carries(amount: Amount, claimed: Quantity, units: Mapping[str, str], language: str) -> bool:
    amount = _measured_in(_per_own(amount, units), claimed.unit, units)
    return (
        _worth(amount, claimed)
        and amount.qualifier is claimed.qualifier
        and _of_unit(amount, claimed.unit)
        and not (amount.unit is None and amount.of and _measures(claimed.unit, units, language))
        and _counted(amount, units) in {None, claimed.unit.code}
    )


def _measured_in(amount: Amount, unit: Unit, units: Mapping[str, str]) -> Amount:
    """An amount in the claimed unit, where that measures the same as the printed one: 0.6 GW are 600 MW, 12 ha are
    120,000 m². An edition's own unit is known by its symbols."""
    own, times = unit_and_factor(amount.unit or units.get(amount.of or "", ""))
    if own == unit.code and times != 1:
        return _scaled(amount, times, own)
    names = {
        unit.code,
        *_measures_named(unit.code),
        *(SYMBOLS.get(word.lower(), "") for word, code in units.items() if code == unit.code),
    }
    sizes = {size for name in names if (size := factor(amount.unit or "", name))}
    if len(sizes) != 1 or amount.unit == unit.code or amount.per:
        return amount
    return _scaled(amount, sizes.pop(), unit.code)


@cache
def _measures_named(unit: str) -> frozenset[str]:
    """The measures that an edition's own unit may be by its id, in whatever language: tonnes, megawatts.

    >>> sorted(_measures_named("tonnes")), sorted(_measures_named("jobs"))
    (['t'], [])
    """
    named = {lexicon(language).units.get(unit.replace("-", " ")) for language in languages()}
    return frozenset(code for code in named if code in _MEASURES)


def _scaled(amount: Amount, size: Fraction, unit: str) -> Amount:
    """An amount in another unit, of which one of its own is so many."""

    def scaled(value: Worth | None) -> Worth | None:
        return None if value is None else Fraction(value) * size

    return replace(
        amount, value=scaled(amount.value), lower=scaled(amount.lower), upper=scaled(amount.upper), unit=unit,
        alternatives=tuple(Fraction(each) * size for each in amount.alternatives),
    )  # fmt: skip


def _per_own(amount: Amount, units: Mapping[str, str]) -> Amount:
    """An amount that is for each of the edition's own unit, by that unit's name; for each of a word that the edition
    does not know, it is the editor's to judge what for."""
    if amount.per is None or amount.per in _MEASURES:
        return amount
    return replace(amount, per=units.get(amount.per))


def _counted(amount: Amount, units: Mapping[str, str]) -> str | None:
    """The edition's unit that is counted behind an adjective (400 new jobs), where it names that; None for a word it
    does not know."""
    return None if amount.unit else units.get(amount.of or "")


def _worth(amount: Amount, claimed: Quantity) -> bool:
    """Whether an amount has the claimed value or range; a part is the same as its percentage, as far as
    that is printed."""
    if claimed.value is None:
        return _same(amount.lower, claimed.lower, amount, claimed) and _same(
            amount.upper, claimed.upper, amount, claimed
        )
    others = () if claimed.unit.code == "%" else amount.alternatives  # nobody groups the digits of a percentage
    return any(_same(value, claimed.value, amount, claimed) for value in (amount.value, *others))


def _same(read_value: Worth | None, value: Decimal | None, amount: Amount, claimed: Quantity) -> bool:
    if read_value is None or value is None:
        return False
    if amount.unit == "share" and claimed.unit.code == "%":
        percent = Fraction(read_value) * 100
        return abs(percent - Fraction(value)) <= Fraction(1, 2 * 10 ** max(0, -int(value.as_tuple().exponent)))
    return Fraction(read_value) == Fraction(value)


def _of_unit(amount: Amount, unit: Unit) -> bool:
    if unit.per:
        counted = dimension(Unit(unit.code)) == "count"
        return (amount.unit == unit.code or (counted and amount.unit is None)) and amount.per in {unit.per, None}
    if dimension(unit) == "ratio":
        return amount.unit in {"times", "share", None}
    if dimension(unit) == "count":  # what is counted is the editor's own unit; money, megawatts or a share it is not
        return amount.unit in {None, unit.code}
    return amount.unit == unit.code or (amount.unit == "share" and unit.code == "%")


def _measures(unit: Unit, units: Mapping[str, str], language: str) -> bool:
    """Whether a unit measures (kilometres, megawatts, times) rather than counts, by its code or what it is called: no
    number of things carries it."""
    called = {unit.code, *_measures_named(unit.code), *(word for word, code in units.items() if code == unit.code)}
    known = lexicon(language).units
    codes = {code for word in called for code in (word, SYMBOLS.get(word.lower()), known.get(word.lower()))}
    return dimension(unit) == "ratio" or not codes.isdisjoint(_MEASURES)


def _has_rank(printed: str, claimed: Quantity, language: str) -> bool:
    """Whether the words name the rank, as an ordinal or, for the first, as a superlative."""
    if not has_lexicon(language):
        return False
    rank = int(claimed.value or 0)
    if any(each.kind is Kind.ORDINAL and each.value == rank for each in read(printed, language)):
        return True
    return rank == 1 and bool(re.search(lexicon(language).superlatives, _flattened(printed)))


def date_fault(printed: str, claimed: Period, language: str) -> str | None:
    """Why the words do not carry the date, in words for an editor; None when they do."""
    told = _dates(printed, language)
    if any((each.first, each.last) == (claimed.first, claimed.last) for each in told):
        return None
    moments = [moment for moment in (claimed.start, claimed.end) if moment]
    if all(_has_moment(moment, told) if moment.part else _names(printed, moment, language) for moment in moments):
        return None
    named = [each.text for each in told if each.is_interval or (each.start and each.start.part)]
    return f"{_says(printed, str(claimed))}{f'; write {named[0]}' if named else ''}"


def _dates(printed: str, language: str) -> list[Period]:
    """The dates of a year that the words name."""
    found = read(printed, language) if has_lexicon(language) else ()
    dates = [each for each in found if each.kind is Kind.DATE and each.year and (each.month or not each.day)]
    return [period for each in dates for period in _periods(each.date)]


def _periods(text: str) -> list[Period]:
    """The period; none where a text has a day that no calendar has."""
    try:
        return [parse_period(text)]
    except WrongValue:
        return []


def _has_moment(moment: Moment, told: Iterable[Period]) -> bool:
    """Whether the words name a quarter or a half of a year."""
    return any(
        moment.year == each.year and moment.part == each.part
        for period in told
        for each in (period.start, period.end)
        if each
    )


def _names(printed: str, moment: Moment, language: str) -> bool:
    """Whether the words name a year, its month and its day, wherever in them they stand."""
    plain = _flattened(printed)
    wanted = [rf"\b{moment.year}\b"]
    if moment.month:
        months = lexicon(language).months if has_lexicon(language) else {}
        names = "|".join(re.escape(name) for name, number in months.items() if number == moment.month) or r"(?!)"
        wanted.append(rf"\b(?:{names})\b|\b0?{moment.month}[/.-]")
    if moment.day:
        wanted.append(rf"\b0?{moment.day}(?:er|st|nd|rd|th)?\b")
    return all(re.search(pattern, plain) for pattern in wanted)


def _flattened(text: str) -> str:
    """A text laid bare, in lower case."""
    return laid_bare(text)[0].lower()


def _typed(quantity: Quantity) -> str:
    """A quantity as an editor types it, its digits grouped by underscores."""
    value = decimal_text(quantity.value)
    if value is None:
        return str(quantity)
    whole, point, rest = value.partition(".")
    grouped = re.sub(r"(?<=\d)(?=(?:\d{3})+$)", "_", whole)
    return str(quantity).replace(value, f"{grouped}{point}{rest}", 1)


def _says(printed: str, claimed: str) -> str:
    return f'the words say "{printed}", the quantity says {claimed}'
