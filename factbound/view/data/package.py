"""The data package: what the files of tables are, for programs; and the same for people, as their README.

Source: Data Package 2.0 and Table Schema 2.0, datapackage.org.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from typing import Any

from factbound.view.data.columns import SEPARATOR, Column, Table
from factbound.view.data.comma import FALSE, TRUE
from factbound.view.data.offered import OFFERED, Offered
from factbound.view.data.tables import Filled
from factbound.view.telling.teller import Teller

PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"


def package_json(tables: Iterable[Filled], files: Mapping[str, bytes], tell: Teller, site_url: str) -> bytes:
    """The package of these tables, whose files are given by their names in data/. Nobody is named as its author: the
    ledger knows none."""
    ledger = tell.ledger
    package: dict[str, Any] = {
        "$schema": PROFILE,
        "name": ledger.name,
        "title": ledger.title,
        "description": description(tell),
    }
    if site_url:
        package |= {"homepage": site_url}
    if licence := _licence(tell):
        package |= {"licenses": [licence]}
    package["sources"] = [
        {"title": _source_title(source.publisher, source.title), "path": source.address}
        for source in ledger.sources.values()
    ]
    package["resources"] = [_resource(each.table, files[each.table.file]) for each in tables]
    return (json.dumps(package, ensure_ascii=False, indent=1) + "\n").encode()


def _licence(tell: Teller) -> dict[str, str]:
    """The edition's licence as a package tells it; empty where it has none."""
    held = tell.ledger.licence
    return {**({"name": held.id} if held.id else {}), "title": held.title, "path": held.address} if held else {}


def description(tell: Teller) -> str:
    """What the package is, in a paragraph."""
    return (
        "Every figure of the edition with its readings: what each article prints, in which paragraph, in which "
        "words, who said it, and whether a machine found the words there. Words are in the edition's first language "
        f"({tell.language}) unless a table names one."
    )


def _source_title(publisher: str, title: str | None) -> str:
    return f"{publisher}: {title}" if title else publisher


def _resource(table: Table, data: bytes) -> dict[str, Any]:
    return {
        "name": table.name.replace("_", "-"),
        "type": "table",
        "title": table.title,
        "description": table.description,
        "path": table.file,
        "scheme": "file",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(data),
        "hash": f"sha256:{hashlib.sha256(data).hexdigest()}",
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "quoteChar": '"', "doubleQuote": True, "header": True},
        "schema": {
            "fields": [_field(column) for column in table.columns],
            "missingValues": [""],
            "primaryKey": list(table.key),
            "foreignKeys": [_foreign_key(column, table) for column in table.columns if column.refers],
        },
    }


def _field(column: Column) -> dict[str, Any]:
    field: dict[str, Any] = {
        "name": column.name,
        "type": column.type,
        "title": column.title,
        "description": column.description,
    }
    match column.type:
        case "boolean":
            field |= {"trueValues": [TRUE], "falseValues": [FALSE]}
        case "list":
            field |= {"delimiter": SEPARATOR}
        case _:
            pass
    if constraints := ({"required": True} if column.required else {}) | (
        {"enum": list(column.one_of)} if column.one_of else {}
    ):
        field["constraints"] = constraints
    return field


def _foreign_key(column: Column, table: Table) -> dict[str, Any]:
    other, _, name = column.refers.partition(".")
    reference = {"fields": [name]} if other == table.name else {"resource": other.replace("_", "-"), "fields": [name]}
    return {"fields": [column.name], "reference": reference}


# --- For people ------------------------------------------------------------------------------------------------------

_README = """# The data of {title}

{description}

| file | holds | rows |
| --- | --- | ---: |
{files}

## How to read the files

- CSV files are UTF-8 with a byte order mark, comma-separated, quoted as RFC 4180 says, with `yes` and `no` for true and
  false. An empty cell is something that is not known, or does not apply.
- In Python `encoding="utf-8-sig"` reads them; pandas, DuckDB, SQLite and frictionless need no option.
- Cells hold the data unchanged, printed words included. A spreadsheet takes a cell that begins with `=`, `+`, `-` or
  `@` for a formula: import the column `printed` as text.
- An amount is a qualifier, a value and a unit, and so a lower and an upper bound. *more than 12 million* has the value
  12000000, the same lower bound and no upper bound. A derived value is rounded to the significant figures that its
  inputs allow.
- Dates and periods are EDTF: `2031`, `2031-05`, `2031-05~` (about), `2031/2033`, `2031/..`.
- Articles that descend from one announcement have one origin. Count origins, not articles, to count witnesses.
- `printed` words are the articles', at most 100 characters; they belong to the publishers.
{licence}
## The digest of a fact

`digest` is the SHA-256 of the member `said` of `facts/ID.json`, written as canonical JSON (RFC 8785). It covers what
the fact says: statements as typed, subject, place, measure, status, times, scope, amount, doubts, readings with their
words, amounts, speakers and origins, and a derivation with its inputs' amounts. It does not cover where the fact is
printed, charts, corrections, or when a machine last checked the words.

## Annotations

Each reading of `facts/ID.json` is a W3C Web Annotation. Its first target is the article at its address, with the
printed words as a text quote; kinds of apostrophes, quotation marks and spaces may differ. Its second is the
archived text of the article, named by its digest (RFC 6920), with the position of the words in it: Unicode characters
of the text in NFC, counted from 0, without a byte order mark. The archived text itself is not published.

{tables}"""


def readme(tables: Iterable[Filled], tell: Teller) -> bytes:
    """The README of the data: how to read it, and its dictionary."""
    told = list(tables)
    counts = {each.table.name: len(each.rows) for each in told}
    held = tell.ledger.licence
    return _README.format(
        title=tell.ledger.title,
        description=description(tell),
        files="\n".join(_listed(each, counts) for each in OFFERED if each.about),
        licence=f"- The data is published under {held.name} (<{held.address}>).\n"
        if held
        else "- All rights are reserved.\n",
        tables="\n\n".join(_dictionary(each.table) for each in told) + "\n",
    ).encode()


def _listed(each: Offered, counts: Mapping[str, int]) -> str:
    names = ", ".join(f"`{path.removeprefix('data/')}`" for path in each.paths)
    return f"| {names} | {each.about} | {counts[each.table.name] if each.table else ''} |".replace("|  |", "| |")


def _dictionary(table: Table) -> str:
    lines = [
        f"## {table.file}",
        "",
        f"{table.description} Key: {', '.join(f'`{name}`' for name in table.key)}.",
        "",
        "| column | type | holds |",
        "| --- | --- | --- |",
    ]
    return "\n".join([*lines, *(f"| `{column.name}` | {column.type} | {_holds(column)} |" for column in table.columns)])


def _holds(column: Column) -> str:
    known = f" One of {', '.join(f'`{value}`' for value in column.one_of)}." if column.one_of else ""
    refers = f" → `{column.refers}`" if column.refers else ""
    return f"{column.description}{known}{refers}"
