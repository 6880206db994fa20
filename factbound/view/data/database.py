"""The tables as one SQLite file, with keys, views and their dictionary."""

import sqlite3
from collections.abc import Iterable
from decimal import Decimal

from factbound.values.quantities import decimal_text
from factbound.view.data.columns import Column, Table, Value
from factbound.view.data.tables import Filled
from factbound.view.telling.teller import Teller

_TYPES = {
    "string": "TEXT",
    "list": "TEXT",
    "date": "TEXT",
    "integer": "INTEGER",
    "boolean": "INTEGER",
    "number": "NUMERIC",
}
_VERSION = slice(96, 100)
"""Where a file tells which SQLite wrote it last. Source: sqlite.org/fileformat.html, section 1.3; readers do not look
at it."""

_VIEWS = {
    "preferred": """SELECT f.id, f.statement, f.qualifier, f.value, f.unit, f.lower, f.upper, f.date, f.status,
 f.agreement, f.origins, f.unconfirmed, r.source, s.publisher, s.published, r.paragraph, r.printed,
 p.name AS said_by, r.verified,
 (SELECT group_concat(o.origin, ';') FROM fact_origins o WHERE o.fact = f.id) AS origin_ids
 FROM facts f JOIN readings r ON r.id = f.preferred_reading
 JOIN sources s ON s.id = r.source JOIN people p ON p.id = r.said_by""",
    "disagreements": """SELECT f.id, f.statement, f.differences, r.preferred, s.publisher, r.paragraph, r.printed,
 r.qualifier, r.value, r.unit, r.date, r.status, f.because
 FROM facts f JOIN readings r ON r.fact = f.id JOIN sources s ON s.id = r.source
 WHERE f.agreement = 'differs' ORDER BY f.id, r.preferred DESC, r.id""",
    "promised": """SELECT f.id, f.statement, f.subject, f.status, f.due, f.due_day, f.qualifier, f.value, f.unit,
 o.id AS outcome, o.statement AS outcome_statement, f.due_day < (SELECT as_of FROM edition) AS past_due
 FROM facts f LEFT JOIN facts o ON o.outcome_of = f.id WHERE f.status IN ('announced', 'planned', 'forecast')""",
    "promises_past_due": """SELECT id, statement, subject, status, due, due_day
 FROM promised WHERE past_due AND outcome IS NULL ORDER BY due_day, id""",
    "outcomes": """SELECT p.id, p.promise, p.verdict, p.due, x.fact, f.statement, x.differs, f.qualifier, f.value,
 f.unit, f.period FROM promises p JOIN promise_facts x ON x.promise = p.id JOIN facts f ON f.id = x.fact
 WHERE x.role = 'outcome' ORDER BY p.id, x.position""",
    "single_origin": "SELECT id, statement, subject, articles FROM facts WHERE kind = 'fact' AND origins = 1",
    "comparisons": """SELECT d.id, d.statement, d.operation, d.inputs, d.qualifier, d.value, d.unit, d.verdict, d.why,
 d.caveat FROM derived d""",
    "printed_where": """SELECT m.fact, f.statement, m.page, m.language, count(*) AS times
 FROM mentions m JOIN facts f ON f.id = m.fact GROUP BY m.fact, m.page""",
}
"""What people ask for, as views."""

_OWN = """CREATE TABLE edition (
 name TEXT NOT NULL PRIMARY KEY, title TEXT NOT NULL, language TEXT NOT NULL, as_of TEXT NOT NULL,
 license TEXT, license_url TEXT);
CREATE TABLE dictionary (
 "table" TEXT NOT NULL, "column" TEXT NOT NULL, type TEXT NOT NULL, title TEXT NOT NULL,
 description TEXT NOT NULL, refers TEXT,
 PRIMARY KEY ("table", "column"));"""


def sqlite_bytes(tables: Iterable[Filled], tell: Teller, today: str) -> bytes:
    """A SQLite file of these tables; the same tables always give the same bytes. `today` is the day, in ISO form, by
    which promises are past due."""
    told = list(tables)
    database = sqlite3.connect(":memory:", isolation_level=None)
    try:
        database.execute("PRAGMA page_size = 4096")
        database.execute("BEGIN")
        for statement in _OWN.split(";\n"):
            database.execute(statement)
        database.execute(
            "INSERT INTO edition VALUES (?, ?, ?, ?, ?, ?)",
            (tell.ledger.name, tell.ledger.title, tell.language, today, *_licence(tell)),
        )
        for each in told:
            database.execute(_create(each.table))
            values = ", ".join("?" * len(each.table.columns))
            database.executemany(
                f'INSERT INTO "{each.table.name}" VALUES ({values})', (tuple(map(_bound, row)) for row in each.rows)
            )
            database.executemany(
                "INSERT INTO dictionary VALUES (?, ?, ?, ?, ?, ?)",
                (
                    (each.table.name, column.name, column.type, column.title, column.description, column.refers or None)
                    for column in each.table.columns
                ),
            )
        for name, query in _VIEWS.items():
            database.execute(f"CREATE VIEW {name} AS {query}")
        database.execute("COMMIT")
        data = bytearray(database.serialize())
    finally:
        database.close()
    data[_VERSION] = bytes(4)
    return bytes(data)


def _licence(tell: Teller) -> tuple[str | None, str | None]:
    """The name and the address of the edition's licence, where it has one."""
    licence = tell.ledger.licence
    return (licence.id or licence.name, licence.address) if licence else (None, None)


def _create(table: Table) -> str:
    """The statement that makes a table."""
    keys = ", ".join(f'"{name}"' for name in table.key)
    references = [
        f'FOREIGN KEY ("{column.name}") REFERENCES "{other}" ("{name}")'
        for column in table.columns
        if column.refers
        for other, name in [column.refers.split(".")]
    ]
    parts = [*(_declared(column) for column in table.columns), f"PRIMARY KEY ({keys})", *references]
    listed = ",\n ".join(parts)
    return f'CREATE TABLE "{table.name}" (\n {listed}\n)'


def _declared(column: Column) -> str:
    return f'"{column.name}" {_TYPES[column.type]}{" NOT NULL" if column.required else ""}'


def _bound(value: Value) -> str | int | None:
    """A value as SQLite takes it: a decimal as text, which a column of numbers makes a number of."""
    return decimal_text(value) if isinstance(value, Decimal) else value
