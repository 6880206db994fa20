"""Holding: whether `verify` would hold words, before anything is written."""

from collections.abc import Mapping

from factbound.prove.archive import Ambiguous, Missing, Span, locate
from factbound.prove.carried import context_fault, date_fault, quantity_fault
from factbound.read.entries import PRINTED_MAX
from factbound.values.dates import parse_period
from factbound.values.quantities import Quantity, parse_quantity
from factbound.values.units import BUILT_IN_UNITS, CURRENCIES

OPEN = "TODO"
"""What stands where nothing could be decided; `check` refuses an entry that still has it."""


def undeclared(claimed: Quantity, codes: frozenset[str]) -> str | None:
    """The part of an amount's unit that nobody knows: not built in, no currency, none of the edition's; else None."""
    known = codes | BUILT_IN_UNITS | CURRENCIES
    return next((each for each in (claimed.unit.code, claimed.unit.per) if each and each not in known), None)


def faults(
    printed: str,
    after: str | None,
    paragraph: str,
    quantity: str | None,
    date: str | None,
    language: str,
    units: Mapping[str, str],
    codes: frozenset[str],
) -> tuple[str, ...]:
    """Why words of a paragraph do not hold what is claimed of them, in words for an editor; none when they do. `units`
    are the edition's own, by their names in that language, `codes` the ids of all of them."""
    if not printed.strip():
        return ("no words are chosen",)
    found: list[str] = []
    if len(printed) > PRINTED_MAX:
        found.append(f"these words have {len(printed)} characters; {PRINTED_MAX} is the most that may be quoted")
    span = locate(printed, in_=paragraph, after=after)
    match span:
        case Missing():
            found.append("these words do not stand in the paragraph")
        case Ambiguous(times):
            found.append(f"these words stand {times} times in the paragraph: choose more of them, or fill in after")
    try:
        if quantity and quantity.endswith(f" {OPEN}"):
            found.append("what is counted here is no unit of this edition")
        elif quantity:
            claimed = parse_quantity(quantity)
            if unit := undeclared(claimed, codes):
                found.append(f'there is no unit "{unit}" in this edition')
            fault = quantity_fault(printed, claimed, language, units=units)
            if fault is None and isinstance(span, Span):
                fault = context_fault(paragraph, span.start, span.end, claimed, language, units=units)
            found += [fault] if fault else []
        if date and (fault := date_fault(printed, parse_period(date), language)):
            found.append(fault)
    except ValueError as error:
        found.append(str(error))
    return tuple(found)
