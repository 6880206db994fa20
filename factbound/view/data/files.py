"""The files of the data, but for the charts': their paths and bytes."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial

from factbound.ledger import Figure, Promise
from factbound.view.data.columns import Table
from factbound.view.data.comma import table_csv, with_semicolons
from factbound.view.data.database import sqlite_bytes
from factbound.view.data.fact import fact_json
from factbound.view.data.facts_json import edition_of, fact_object, facts_json, sources_json
from factbound.view.data.offered import DATABASE, FACTS, FOR_SPREADSHEETS, PACKAGE, README, SOURCES
from factbound.view.data.package import package_json, readme
from factbound.view.data.promise_json import promise_json
from factbound.view.data.tables import TABLES, Filled, filled
from factbound.view.telling.links import object_path, promise_object_path, semicolons_path
from factbound.view.telling.teller import Teller


class Data:
    """The data of an edition as files; what several of them are made from is worked out once, when the first is wanted.

    Its words are told by the first of `tellers`; `today` is the day by which promises are past due.
    """

    def __init__(self, tellers: Mapping[str, Teller], today: str, site_url: str) -> None:
        self.tellers, self.today, self.site_url = tellers, today, site_url
        self.tell = next(iter(tellers.values()))

    @property
    def tables(self) -> tuple[Filled, ...]:
        """Every table with its rows."""
        return tuple(self._filled(table) for table in TABLES)

    def _filled(self, table: Table) -> Filled:
        return self.tell.remember(f"rows of {table.name}", lambda: filled(table, self.tell))

    def _csv(self, table: Table) -> bytes:
        """The file of a table."""
        return self.tell.remember(f"file of {table.name}", lambda: table_csv(self._filled(table)))

    def _semicolons(self, table: Table) -> bytes:
        """The file of a table, for spreadsheets of other countries."""
        return with_semicolons(self._csv(table), [column.name for column in table.columns if column.type == "number"])

    def files(self) -> Iterator[tuple[str, Callable[[], bytes]]]:
        """Every file's path from the site's root, and what makes it."""
        ledger = self.tell.ledger
        yield FACTS, lambda: facts_json(ledger, self.tellers)
        yield SOURCES, lambda: sources_json(ledger)
        for figure in ledger.figures.values():
            yield object_path(figure.id), partial(self._object, figure)
        for promise in ledger.promises.values():
            yield promise_object_path(promise.id), partial(self._promise, promise)
        for table in TABLES:
            yield f"data/{table.file}", partial(self._csv, table)
        for table in FOR_SPREADSHEETS:
            yield semicolons_path(f"data/{table.file}"), partial(self._semicolons, table)
        yield PACKAGE, self._package
        yield README, lambda: readme(self.tables, self.tell)
        yield DATABASE, lambda: sqlite_bytes(self.tables, self.tell, self.today)

    def _object(self, figure: Figure) -> bytes:
        ledger = self.tell.ledger
        held = ledger.figures[figure.id]
        return fact_json(held, fact_object(held, self.tellers), edition_of(ledger), ledger, self.site_url)

    def _promise(self, promise: Promise) -> bytes:
        held = self.tell.ledger.promises[promise.id]
        return promise_json(held, self.tell.ledger, self.tellers, self.site_url)

    def _package(self) -> bytes:
        files = {table.file: self._csv(table) for table in TABLES}
        return package_json(self.tables, files, self.tell, self.site_url)
