"""Comma-separated values, as spreadsheets and programs both read them."""

import csv
import io
from collections.abc import Collection, Iterable, Sequence
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


def with_semicolons(data: bytes, numbers: Collection[str]) -> bytes:
    """A file of comma-separated values as spreadsheets open it where a comma is the decimal sign: semicolons between
    cells, commas in the columns of these names.

    >>> with_semicolons(csv_bytes(["id", "value"], [["a;b", "1.5"]]), ["value"]).decode("utf-8-sig")
    'id;value\\r\\n"a;b";1,5\\r\\n'
    """
    header, *rows = csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""))
    commas = [name in numbers for name in header]
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";")
    writer.writerow(header)
    for row in rows:
        writer.writerow([text.replace(".", ",") if comma else text for text, comma in zip(row, commas, strict=True)])
    return out.getvalue().encode("utf-8-sig")


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
