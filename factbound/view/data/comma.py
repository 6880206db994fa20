"""Comma-separated values, as spreadsheets and programs both read them."""

import csv
import io
from collections.abc import Iterable, Sequence
from decimal import Decimal

from factbound.values.quantities import decimal_text
from factbound.view.data.columns import Value
from factbound.view.data.tables import Filled

TRUE, FALSE = "yes", "no"


def table_csv(filled: Filled) -> bytes:
    """A table as a file."""
    return csv_bytes(
        [column.name for column in filled.table.columns], ([cell(value) for value in row] for row in filled.rows)
    )


def csv_bytes(header: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """Header and rows as a file. Source: RFC 4180, with UTF-8's byte order mark in front.

    Without the mark a spreadsheet reads é as Ã©; pandas, DuckDB, SQLite and frictionless skip it. Cells hold what the
    ledger holds, whatever they begin with: a mark against formulas would be part of the data for every program that
    reads them.
    """
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(header)
    writer.writerows(rows)
    return text.getvalue().encode("utf-8-sig")


def cell(value: Value) -> str:
    """A value as text: yes and no, exact decimals, nothing for what is not known."""
    match value:
        case None:
            return ""
        case bool():
            return TRUE if value else FALSE
        case Decimal():
            return decimal_text(value) or ""
        case _:
            return str(value)
