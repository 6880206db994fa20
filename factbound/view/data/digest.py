"""The digest of a fact: a short name for what it says, which changes when that does and at no other time."""

import hashlib
import json
from typing import Any

from factbound.ledger import Figure, Input, Reading, Texts
from factbound.values.quantities import Qualifier, Quantity, decimal_text
from factbound.view.telling.teller import printed_quantity


def digest(figure: Figure) -> str:
    """SHA-256 over the canonical JSON of what the figure says, in hexadecimal."""
    return hashlib.sha256(canonical(said(figure))).hexdigest()


def canonical(value: object) -> bytes:
    """JSON with one spelling for each value: members sorted, nothing between them.

    Source: RFC 8785, JSON Canonicalization Scheme. It holds for what `said` gives: ASCII names, texts, whole numbers,
    no fractions.
    """
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def said(figure: Figure) -> dict[str, Any]:
    """What a figure says, and so all that its digest covers.

    Covered: its id, statements, subject, place, measure, status, times, scope, amount or date, doubts; each reading's
    words, amount, speaker and origin, and which is preferred and why; a derivation's operation, inputs with their
    amounts, verdict and reasons. Words are taken as typed, mentions unspelled: how an amount is spelled is not what it
    says. Not covered: where it is printed, charts, corrections, checks and their days, names of people and places,
    other facts.
    """
    derivation = figure.derivation
    return {
        "id": figure.id,
        "kind": figure.kind,
        "statement": _typed(figure.statement),
        "subject": figure.subject.id if figure.subject else None,
        "place": figure.place.id if figure.place else None,
        "measure": figure.measure.id if figure.measure else None,
        "status": figure.status,
        "period": _text(figure.period),
        "due": _text(figure.due),
        "outcome_of": figure.outcome_of,
        "scope": [scope.id for scope in figure.scope],
        "quantity": quantity_object(printed_quantity(figure)),
        "date": _text(figure.date),
        "because": _typed(figure.because),
        "doubt": [_typed(doubt) for doubt in figure.doubt],
        "readings": [_reading(reading) for reading in figure.readings],
        "derivation": derivation
        and {
            "operation": derivation.operation,
            "inputs": [_input(each) for each in derivation.inputs],
            "verdict": derivation.verdict,
            "why": _typed(derivation.why),
            "assumed": _typed(derivation.assumed),
            "caveat": _typed(derivation.caveat),
        },
    }


def _reading(reading: Reading) -> dict[str, Any]:
    return {
        "source": reading.source.id,
        "address": reading.source.address,
        "paragraph": reading.paragraph,
        "printed": reading.printed,
        "quantity": quantity_object(reading.quantity),
        "date": _text(reading.date),
        "said_by": reading.said_by.id,
        "hedge": reading.hedge,
        "origin": reading.origin.id,
        "period": _text(reading.period),
        "place": reading.place.id if reading.place else None,
        "scope": [scope.id for scope in reading.scope],
        "status": reading.status,
        "preferred": reading.preferred,
        **({"says": _typed(reading.says)} if reading.says else {}),  # added later: the others' digests stay
    }


def _input(each: Input) -> dict[str, Any]:
    amount = each.amount if each.years else printed_quantity(each.figure)
    return {"figure": each.figure.id, "years": each.years, "quantity": quantity_object(amount)}


def _typed(texts: Texts | None) -> dict[str, str] | None:
    """Words per language as they were typed."""
    if texts is None:
        return None
    return {
        language: "".join(part if isinstance(part, str) else part.source for part in phrase.parts)
        for language, phrase in texts.items()
    }


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def quantity_object(quantity: Quantity | None) -> dict[str, str | None] | None:
    """A quantity as the contract has it; the qualifier of an amount printed without one is null."""
    if quantity is None:
        return None
    return {
        "qualifier": None if quantity.qualifier is Qualifier.EXACTLY else quantity.qualifier.value,
        "value": decimal_text(quantity.value),
        "unit": str(quantity.unit),
        "lower": decimal_text(quantity.lower),
        "upper": decimal_text(quantity.upper),
    }
