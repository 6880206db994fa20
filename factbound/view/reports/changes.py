"""Changes: what differs between two states of an edition's figures, in words an editor reads."""

from collections.abc import Collection, Iterator, Mapping
from typing import Any

Facts = Mapping[str, Mapping[str, Any]]
"""The figures of a facts.json, by id."""

_TOLD = (
    "statement",
    "subject",
    "place",
    "measure",
    "status",
    "period",
    "due",
    "scope",
    "agreement",
    "doubt",
    "derivation",
)


def facts_of(exported: Mapping[str, Any]) -> Facts:
    """The figures of a facts.json as read; ValueError when it is something else."""
    try:
        facts = {str(fact["id"]): fact for fact in exported["facts"]}
        for fact in facts.values():
            list(_changed(fact, {**fact, **dict.fromkeys(_TOLD), "quantity": None, "readings": []}))
            _words(fact["statement"])
    except (KeyError, TypeError, AttributeError, IndexError) as error:
        raise ValueError(f"a figure has no {error}" if isinstance(error, KeyError) else str(error)) from error
    return facts


def changes(old: Facts, new: Facts, told: Collection[str] = ()) -> Iterator[str]:
    """Facts added, removed and changed, a block of lines each; nothing when both say the same. `told` are those of
    which removed.yml says why they are gone."""
    for name in sorted(new.keys() - old.keys()):
        yield f"+ {name}: {_amount(new[name]) or _words(new[name]['statement'])}"
    for name in sorted(old.keys() - new.keys()):
        yield f"- {name}: {_amount(old[name]) or _words(old[name]['statement'])}"
        if name not in told:
            yield f"    keep its page: add {name} to facts/removed.yml, with the reason"
    for name in sorted(old.keys() & new.keys()):
        if lines := list(_changed(old[name], new[name])):
            yield f"~ {name}: {_words(new[name]['statement'])}"
            yield from (f"    {line}" for line in lines)


def _changed(old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[str]:
    if _amount(old) != _amount(new):
        yield f"prints {_amount(new) or 'nothing'} instead of {_amount(old) or 'nothing'}"
    for key in _TOLD:
        if old.get(key) != new.get(key):
            yield f"{key}: {_words(new.get(key))} instead of {_words(old.get(key))}"
    before, after = ([_reading(reading) for reading in fact["readings"]] for fact in (old, new))
    yield from (f"reading added: {reading}" for reading in after if reading not in before)
    yield from (f"reading removed: {reading}" for reading in before if reading not in after)


def _amount(fact: Mapping[str, Any]) -> str:
    """A figure's amount or date, as typed."""
    quantity = fact.get("quantity")
    if not quantity:
        return str(fact.get("date") or "")
    if quantity["value"] is None:
        return f"between {quantity['lower']} and {quantity['upper']} {quantity['unit']}"
    return " ".join(filter(None, (quantity["qualifier"], quantity["value"], quantity["unit"])))


def _reading(reading: Mapping[str, Any]) -> str:
    amount = _amount(reading)
    return (
        f"{reading['source']}, paragraph {reading['paragraph']}: "
        f"“{reading['printed']}”{f' = {amount}' if amount else ''}, said by {reading['said_by']}"
    )


def _words(value: Any) -> str:
    """A value of the export in a line; of a text, its first language."""
    if not value:
        return "nothing"
    match value:
        case {"operation": operation, "inputs": inputs, "verdict": verdict}:
            return f"{operation} of {', '.join(inputs)} ({verdict})"
        case dict():
            return f"“{next(iter(value.values()))}”"
        case list():
            return ", ".join(map(_words, value))
        case _:
            return str(value)
