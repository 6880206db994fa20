"""Tables: every table of the data, and its rows. CSV, data package, SQLite and their dictionary are all made from
here."""

from collections.abc import Iterator
from dataclasses import dataclass

from factbound.view.data.columns import Table, Value
from factbound.view.data.derived_tables import DERIVED, DERIVED_INPUTS
from factbound.view.data.fact_tables import FACT_ORIGINS, FACT_SCOPES, FACT_SOURCES, FACTS, READINGS, STATEMENTS
from factbound.view.data.name_tables import MEASURES, PEOPLE, PLACES, SCOPES
from factbound.view.data.printed_tables import CHART_FIGURES, CHARTS, CORRECTIONS, MENTIONS
from factbound.view.data.promise_tables import PROMISE_FACTS, PROMISES, VERDICTS
from factbound.view.data.source_tables import LEFT_OUT, ORIGINS, SOURCES
from factbound.view.telling.teller import Teller

TABLES = (FACTS, READINGS, SOURCES, ORIGINS, DERIVED, DERIVED_INPUTS, MENTIONS, STATEMENTS, FACT_ORIGINS, FACT_SOURCES,
    FACT_SCOPES, LEFT_OUT, CHARTS,
    CHART_FIGURES, CORRECTIONS, PROMISES, PROMISE_FACTS, VERDICTS, PEOPLE, PLACES, MEASURES, SCOPES)  # fmt: skip
"""Every table, those that people look for first."""


@dataclass(frozen=True, slots=True)
class Filled:
    """A table with its rows, each as long as its columns."""

    table: Table
    rows: tuple[tuple[Value, ...], ...]


def filled(table: Table, tell: Teller) -> Filled:
    """A table with its rows, words in the teller's language."""
    return Filled(table, tuple(rows(table, tell)))


def rows(table: Table, tell: Teller) -> Iterator[tuple[Value, ...]]:
    """A table's rows."""
    return (tuple(column.of(item, tell) for column in table.columns) for item in table.items(tell))
