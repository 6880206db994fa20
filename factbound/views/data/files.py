"""The files of the data, but for the charts': their paths and bytes."""

from collections.abc import Iterator

from factbound.views.data.comma import table_csv
from factbound.views.data.database import sqlite_bytes
from factbound.views.data.fact import fact_json, object_path
from factbound.views.data.package import file_of, package_json, readme
from factbound.views.data.tables import Filled
from factbound.views.exports import fact_objects, facts_json, sources_json
from factbound.views.telling import Teller

DATABASE = "data/edition.sqlite"
PACKAGE = "data/datapackage.json"
README = "data/README.md"


def data_files(tables: tuple[Filled, ...], tell: Teller, today: str, site_url: str) -> Iterator[tuple[str, bytes]]:
    """Every file of the data. `tables` are told by `tell`; `today` is the day by which promises are past due."""
    ledger = tell.ledger
    objects = fact_objects(ledger)
    yield "data/facts.json", facts_json(ledger, objects)
    yield "data/sources.json", sources_json(ledger)
    for name, told in objects.items():
        yield object_path(name), fact_json(ledger.figures[name], told, ledger, site_url)
    files = {file_of(each.table): table_csv(each) for each in tables}
    yield from ((f"data/{name}", data) for name, data in files.items())
    yield PACKAGE, package_json(tables, files, tell, site_url)
    yield README, readme(tables, tell)
    yield DATABASE, sqlite_bytes(tables, tell, today)
