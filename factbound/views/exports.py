"""Exports: the ledger as files for programs, in the contract's shape (docs/format.md, data)."""

import csv
import io
import json
from collections.abc import Iterable, Mapping
from typing import Any

from factbound.ledger import Chart, Figure, Ledger, Person, Reading, Source, Texts
from factbound.prose import Phrase
from factbound.quantities import Qualifier, Quantity, decimal_text
from factbound.views.tables import row_amount
from factbound.views.telling import Teller, shown, tellers


def facts_json(ledger: Ledger) -> bytes:
    """Every figure with its readings, its derivation and where it is printed."""
    tell = tellers(ledger)
    facts = [_figure(figure, ledger, tell) for figure in ledger.figures.values()]
    return _json({"edition": ledger.name, "languages": list(ledger.languages), "facts": facts})


def sources_json(ledger: Ledger) -> bytes:
    """Every article with what is known of it, its origin, and what was left out."""
    tell = tellers(ledger)
    return _json({"edition": ledger.name, "sources": [_source(source, tell) for source in ledger.sources.values()]})


def chart_json(chart: Chart, ledger: Ledger) -> bytes:
    """A chart's words and figures."""
    tell = tellers(ledger)
    rows = [
        {"figure": row.figure.id, "label": _texts(row.label, tell), "context": _texts(row.context, tell), **_amount(row.figure)}
        for row in chart.rows
    ]
    told = {key: _texts(getattr(chart, key), tell) for key in ("title", "lead", "alt", "note")}
    return _json({"edition": ledger.name, "id": chart.id, "form": chart.form, **told, "figures": rows})


def facts_csv(ledger: Ledger) -> bytes:
    """A line for each figure; words in the edition's first language."""
    tell = Teller(ledger, ledger.languages[0])
    columns = ["id", "kind", "statement", "qualifier", "value", "unit", "lower", "upper", "date", "subject", "place", "measure", "status", "period", "due",
               "scope", "agreement", "articles", "origins", "unconfirmed", "verdict"]  # fmt: skip
    rows = [
        {
            "id": figure.id, "kind": figure.kind, "statement": tell.text(figure.statement), **_flat(shown(figure)), "date": _str(figure.date),
            "subject": _id(figure.subject), "place": _id(figure.place), "measure": _id(figure.measure), "status": figure.status or "", "period": _str(figure.period),
            "due": _str(figure.due), "scope": ";".join(scope.id for scope in figure.scope), "agreement": figure.agreement or "",
            "articles": str(len(figure.sources)), "origins": str(len(figure.origins)), "unconfirmed": "yes" if figure.doubt else "no",
            "verdict": figure.derivation.verdict if figure.derivation else "",
        }
        for figure in ledger.figures.values()
    ]  # fmt: skip
    return _csv(columns, rows)


def readings_csv(ledger: Ledger) -> bytes:
    """A line for each reading."""
    columns = [
        "fact",
        "source",
        "paragraph",
        "printed",
        "language",
        "qualifier",
        "value",
        "unit",
        "lower",
        "upper",
        "date",
        "said_by",
        "hedge",
        "origin",
        "verified",
        "preferred",
    ]
    rows = [
        {
            "fact": reading.fact, "source": reading.source.id, "paragraph": str(reading.paragraph), "printed": reading.printed, "language": reading.source.language,
            **_flat(reading.quantity), "date": _str(reading.date), "said_by": reading.said_by.id, "hedge": reading.hedge or "", "origin": reading.origin.id,
            "verified": "yes" if reading.verified else "no", "preferred": "yes" if reading.preferred else "no",
        }
        for reading in ledger.readings
    ]  # fmt: skip
    return _csv(columns, rows)


def derived_csv(ledger: Ledger) -> bytes:
    """A line for each derived figure."""
    tell = Teller(ledger, ledger.languages[0])
    columns = [
        "id",
        "statement",
        "operation",
        "inputs",
        "qualifier",
        "value",
        "unit",
        "lower",
        "upper",
        "significant_figures",
        "verdict",
        "why",
        "assumed",
        "caveat",
    ]
    rows = []
    for figure in ledger.derived:
        derivation = figure.derivation
        assert derivation
        rows.append({
            "id": figure.id, "statement": tell.text(figure.statement), "operation": derivation.operation, "inputs": ";".join(_inputs(figure)),
            **_flat(shown(figure)), "significant_figures": str(derivation.figures), "verdict": derivation.verdict, "why": tell.text(derivation.why),
            "assumed": tell.text(derivation.assumed), "caveat": tell.text(derivation.caveat),
        })  # fmt: skip
    return _csv(columns, rows)


def chart_csv(chart: Chart, ledger: Ledger) -> bytes:
    """A chart's figures; labels in the edition's first language."""
    tell = Teller(ledger, ledger.languages[0])
    columns = ["figure", "label", "context", "printed", "qualifier", "value", "unit", "lower", "upper", "date", "period", "status"]
    rows = [
        {
            "figure": row.figure.id, "label": tell.text(row.label), "context": tell.text(row.context), "printed": row_amount(chart, row.figure, tell),
            **_flat(shown(row.figure)), "date": _str(row.figure.date), "period": _str(row.figure.period), "status": row.figure.status or "",
        }
        for row in chart.rows
    ]  # fmt: skip
    return _csv(columns, rows)


# --- Parts -----------------------------------------------------------------------------------------------------------


def _figure(figure: Figure, ledger: Ledger, tell: Mapping[str, Teller]) -> dict[str, Any]:
    derivation = figure.derivation
    return {
        "id": figure.id, "kind": figure.kind, "statement": _texts(figure.statement, tell), "subject": _id(figure.subject) or None,
        "place": _id(figure.place) or None, "measure": _id(figure.measure) or None, "status": figure.status, "period": _str(figure.period) or None,
        "due": _str(figure.due) or None, "outcome_of": figure.outcome_of, "scope": [scope.id for scope in figure.scope], **_amount(figure),
        "origins": [origin.id for origin in figure.origins], "agreement": figure.agreement, "differences": list(figure.differences),
        "because": _texts(figure.because, tell), "doubt": [_texts(doubt, tell) for doubt in figure.doubt],
        "readings": [_reading(reading) for reading in figure.readings],
        "derivation": derivation and {
            "operation": derivation.operation, "inputs": _inputs(figure), "verdict": derivation.verdict, "why": _texts(derivation.why, tell),
            "assumed": _texts(derivation.assumed, tell), "caveat": _texts(derivation.caveat, tell), "significant_figures": derivation.figures,
        },
        "mentioned": [f"/{use.story.url}" for use in ledger.uses[figure.id]], "charts": [chart.id for chart in ledger.charts_of(figure)],
        "checked_by": figure.checked_by, "checked_on": _str(figure.checked_on) or None,
    }  # fmt: skip


def _amount(figure: Figure) -> dict[str, Any]:
    return {"quantity": _quantity(shown(figure)), "date": _str(figure.date) or None}


def _quantity(quantity: Quantity | None) -> dict[str, str | None] | None:
    """A quantity as the contract has it; the qualifier of an amount printed without one is null."""
    if quantity is None:
        return None
    return {
        "qualifier": None if quantity.qualifier is Qualifier.EXACTLY else quantity.qualifier.value, "value": decimal_text(quantity.value),
        "unit": str(quantity.unit), "lower": decimal_text(quantity.lower), "upper": decimal_text(quantity.upper),
    }  # fmt: skip


def _flat(quantity: Quantity | None) -> dict[str, str]:
    told = _quantity(quantity) or dict.fromkeys(("qualifier", "value", "unit", "lower", "upper"))
    return {key: value or "" for key, value in told.items()}


def _reading(reading: Reading) -> dict[str, Any]:
    return {
        "source": reading.source.id, "paragraph": reading.paragraph, "printed": reading.printed, "quantity": _quantity(reading.quantity),
        "date": _str(reading.date) or None, "said_by": reading.said_by.id, "hedge": reading.hedge, "origin": reading.origin.id,
        "verified": reading.verified, "preferred": reading.preferred,
    }  # fmt: skip


def _source(source: Source, tell: Mapping[str, Teller]) -> dict[str, Any]:
    return {
        "id": source.id, "language": source.language, "address": source.address, "publisher": source.publisher,
        "publisher_known": source.publisher_known, "published": str(source.published), "published_known": source.published_known,
        "published_from": _texts(source.published_from, tell), "title": source.title, "origin": source.origin.id, "about": _texts(source.about, tell),
        "paragraphs": source.paragraphs, "sha256": source.digest, "checked": _str(source.checked_on) or None,
        "left_out": [{"paragraph": part.paragraph, "printed": part.printed, "why": _texts(part.why, tell)} for part in source.left_out],
    }  # fmt: skip


def _inputs(figure: Figure) -> list[str]:
    inputs = figure.derivation.inputs if figure.derivation else ()
    return [f"years({each.figure.id})" if each.years else each.figure.id for each in inputs]


def _texts(texts: Texts | Mapping[str, Phrase] | None, tell: Mapping[str, Teller]) -> dict[str, str] | None:
    return {language: teller.text(texts) for language, teller in tell.items()} if texts else None


def _id(thing: Person | Any) -> str:
    return str(thing.id) if thing else ""


def _str(value: object) -> str:
    return "" if value is None else str(value)


def _json(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()


def _csv(columns: list[str], rows: Iterable[Mapping[str, str]]) -> bytes:
    """Comma-separated values with a byte order mark, so that spreadsheets read accents; no cell starts a formula."""
    text = io.StringIO()
    writer = csv.DictWriter(text, columns, lineterminator="\n")
    writer.writeheader()
    writer.writerows({key: f"'{value}" if value[:1] in {"=", "+", "@"} else value for key, value in row.items()} for row in rows)
    return text.getvalue().encode("utf-8-sig")
