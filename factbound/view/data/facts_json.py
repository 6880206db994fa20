"""Exports: the ledger as JSON in the contract's shape, and the charts' files (docs/format.md, data)."""

import json
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any

from factbound.ledger import Chart, ChartComparison, Figure, Ledger, Person, Reading, Row, Source, Texts
from factbound.read.prose import Phrase
from factbound.view.data.comma import csv_bytes, with_semicolons
from factbound.view.data.derived_tables import input_names
from factbound.view.data.digest import quantity_object
from factbound.view.parts.tables import row_amount, row_differs
from factbound.view.telling.links import chart_data_path, semicolons_path
from factbound.view.telling.teller import Teller, printed_quantity, tellers


def edition_of(ledger: Ledger) -> dict[str, str | None]:
    """What each file says of its edition: its name, and the address of its licence, null where it grants nothing."""
    return {"edition": ledger.name, "license": ledger.licence.address if ledger.licence else None}


def facts_json(ledger: Ledger, tell: Mapping[str, Teller] | None = None) -> bytes:
    """Every figure with its readings, its derivation and where it is printed. `tell` are the ledger's tellers, where
    there are some."""
    told = tellers(ledger) if tell is None else tell
    facts = [fact_object(figure, told) for figure in ledger.figures.values()]
    return _json({**edition_of(ledger), "languages": list(ledger.languages), "facts": facts})


def sources_json(ledger: Ledger) -> bytes:
    """Every article with what is known of it, its origin, and what was left out."""
    tell = tellers(ledger)
    return _json({**edition_of(ledger), "sources": [_source(source, tell) for source in ledger.sources.values()]})


def chart_json(chart: Chart, ledger: Ledger) -> bytes:
    """A chart's words and figures."""
    tell = tellers(ledger)
    rows = [
        {
            "figure": row.figure.id,
            "label": _texts(row.label, tell),
            "context": _texts(row.context, tell),
            **_amount(row.figure),
            **(_promised(row, tell) if row.promise else {}),
        }
        for row in chart.rows
    ]
    told = {key: _texts(getattr(chart, key), tell) for key in ("title", "lead", "alt", "note")}
    today = {"today": chart.today} if chart.today else {}
    compares = {"compares": _compared(chart.compares, tell)} if chart.compares else {}
    return _json(
        {**edition_of(ledger), "id": chart.id, "form": chart.form, **told, **today, **compares, "figures": rows}
    )


def _compared(compares: ChartComparison, tell: Mapping[str, Teller]) -> dict[str, Any]:
    """Whether the figures of a chart may be compared."""
    return {
        "verdict": compares.verdict,
        "why": _texts(compares.why, tell),
        "caveat": _texts(compares.caveat, tell),
        "figure": compares.figure.id if compares.figure else None,
    }


def _promised(row: Row, tell: Mapping[str, Teller]) -> dict[str, Any]:
    """What a row of a chart of promises says beside its figure: its promise and verdict, in what it differs, or its
    days."""
    assert row.promise
    slip = row.slip
    days = (
        {
            "due": _str(slip.due) or None,
            "later_plans": [str(aim) for aim in slip.aims],
            "came": slip.kind,
            "came_on": _str(slip.day) or None,
        }
        if slip
        else {"differs": {language: row_differs(row, told) for language, told in tell.items()}}
    )
    return {"promise": row.promise.id, "promise_verdict": row.promise.verdict, **days}


def chart_data(ledger: Ledger) -> Iterator[tuple[str, Callable[[], bytes]]]:
    """The data of every chart: its path from the root, and what makes it."""
    for chart in ledger.charts.values():
        path = chart_data_path(chart.id, "csv")
        yield path, partial(chart_csv, chart, ledger)
        yield semicolons_path(path), partial(_chart_semicolons, chart, ledger)
        yield chart_data_path(chart.id, "json"), partial(chart_json, chart, ledger)


def _chart_semicolons(chart: Chart, ledger: Ledger) -> bytes:
    """A chart's figures, for spreadsheets of other countries."""
    return with_semicolons(chart_csv(chart, ledger), ("value", "lower", "upper"))


def chart_csv(chart: Chart, ledger: Ledger) -> bytes:
    """A chart's figures; labels in the edition's first language."""
    tell = Teller(ledger, ledger.languages[0])
    columns = [
        "figure",
        "label",
        "context",
        "printed",
        "qualifier",
        "value",
        "unit",
        "lower",
        "upper",
        "date",
        "period",
        "status",
    ]
    promised = any(row.promise for row in chart.rows)
    columns += ["promise", "promise_verdict", "differs", "due", "later_plans", "came", "came_on"] if promised else []
    rows = []
    for row in chart.rows:
        amount = quantity_object(printed_quantity(row.figure)) or {}
        told = [row.figure.id, tell.text(row.label), tell.text(row.context), row_amount(chart, row, tell)]
        told += [amount.get(key) or "" for key in ("qualifier", "value", "unit", "lower", "upper")]
        told += [_str(row.figure.date), _str(row.figure.period), row.figure.status or ""]
        if row.promise:
            told += [row.promise.id, row.promise.verdict, row_differs(row, tell)]
        if slip := row.slip:
            told += [_str(slip.due), " ".join(map(str, slip.aims)), slip.kind, _str(slip.day)]
        rows.append(told + [""] * (len(columns) - len(told)))
    return csv_bytes(columns, rows)


# --- Parts -----------------------------------------------------------------------------------------------------------


def fact_object(figure: Figure, tell: Mapping[str, Teller]) -> dict[str, Any]:
    """A figure in the contract's shape."""
    derivation, first = figure.derivation, next(iter(tell.values()))
    return {
        "id": figure.id,
        "kind": figure.kind,
        "statement": _texts(figure.statement, tell),
        "subject": _id(figure.subject) or None,
        "place": _id(figure.place) or None,
        "measure": _id(figure.measure) or None,
        "status": figure.status,
        "period": _str(figure.period) or None,
        "due": _str(figure.due) or None,
        "outcome_of": figure.outcome_of,
        "scope": [scope.id for scope in figure.scope],
        **_amount(figure),
        "origins": [origin.id for origin in figure.origins],
        "agreement": figure.agreement,
        "differences": list(figure.differences),
        "because": _texts(figure.because, tell),
        "doubt": [_texts(doubt, tell) for doubt in figure.doubt],
        "readings": [_reading(reading, figure, tell) for reading in figure.readings],
        "derivation": derivation
        and {
            "operation": derivation.operation,
            "inputs": input_names(figure),
            "verdict": derivation.verdict,
            "why": _texts(derivation.why, tell),
            "assumed": _texts(derivation.assumed, tell),
            "caveat": _texts(derivation.caveat, tell),
            "significant_figures": derivation.significant_figures,
        },
        "mentioned": [f"/{use.story.url}" for use in first.ledger.uses[figure.id]],
        "charts": [chart.id for chart in first.relations.charts.get(figure.id, ())],
        "checked_by": figure.checked_by,
        "checked_on": _str(figure.checked_on) or None,
    }


def _amount(figure: Figure) -> dict[str, Any]:
    return {"quantity": quantity_object(printed_quantity(figure)), "date": _str(figure.date) or None}


def _reading(reading: Reading, figure: Figure, tell: Mapping[str, Teller]) -> dict[str, Any]:
    said = {language: teller.said(figure, reading) for language, teller in tell.items()}
    return {
        "source": reading.source.id,
        "paragraph": reading.paragraph,
        "printed": reading.printed,
        "quantity": quantity_object(reading.quantity),
        "date": _str(reading.date) or None,
        "said_by": reading.said_by.id,
        "hedge": reading.hedge,
        "says": said if all(said.values()) else None,
        "origin": reading.origin.id,
        "verified": reading.verified,
        "preferred": reading.preferred,
    }


def _source(source: Source, tell: Mapping[str, Teller]) -> dict[str, Any]:
    return {
        "id": source.id,
        "language": source.language,
        "address": source.address,
        "publisher": source.publisher,
        "publisher_known": source.publisher_known,
        "published": str(source.published),
        "published_known": source.published_known,
        "published_from": _texts(source.published_from, tell),
        "title": source.title,
        "origin": source.origin.id,
        "about": _texts(source.about, tell),
        "paragraphs": source.paragraphs or None,
        "seen": source.seen and {"on": str(source.seen.on), "how": source.seen.how},
        "sha256": source.digest,
        "checked": _str(source.checked_on) or None,
        "left_out": [
            {"paragraph": part.paragraph, "printed": part.printed, "why": _texts(part.why, tell)}
            for part in source.left_out
        ],
    }


def _texts(texts: Texts | Mapping[str, Phrase] | None, tell: Mapping[str, Teller]) -> dict[str, str] | None:
    return {language: teller.text(texts) for language, teller in tell.items()} if texts else None


def _id(thing: Person | Any) -> str:
    return str(thing.id) if thing else ""


def _str(value: object) -> str:
    return "" if value is None else str(value)


def _json(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()
