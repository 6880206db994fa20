"""The files of the data, but for the charts': their paths and bytes."""

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property, partial
from typing import Any

from factbound.ledger import Figure, Promise
from factbound.view.data.comma import table_csv
from factbound.view.data.database import sqlite_bytes
from factbound.view.data.fact import fact_json
from factbound.view.data.facts_json import edition_of, fact_objects, facts_json, sources_json
from factbound.view.data.package import file_of, package_json, readme
from factbound.view.data.promise_json import promise_json
from factbound.view.data.tables import TABLES, Filled, filled
from factbound.view.telling.links import object_path, promise_object_path
from factbound.view.telling.teller import Teller, tellers

DATABASE = "data/edition.sqlite"
PACKAGE = "data/datapackage.json"
README = "data/README.md"


class Data:
    """The data of an edition as files; what several of them are made from is worked out once, when the first is wanted.

    Its words are told by `tell`; `today` is the day by which promises are past due.
    """

    def __init__(self, tell: Teller, today: str, site_url: str) -> None:
        self.tell, self.today, self.site_url = tell, today, site_url

    @cached_property
    def tables(self) -> tuple[Filled, ...]:
        """Every table with its rows."""
        return filled(self.tell)

    @cached_property
    def _objects(self) -> Mapping[str, dict[str, Any]]:
        return fact_objects(self.tell.ledger)

    @cached_property
    def _csv(self) -> Mapping[str, bytes]:
        """The files of the tables, by their names in data/."""
        return {file_of(each.table): table_csv(each) for each in self.tables}

    def files(self) -> Iterator[tuple[str, Callable[[], bytes]]]:
        """Every file's path from the site's root, and what makes it."""
        ledger = self.tell.ledger
        yield "data/facts.json", lambda: facts_json(ledger, self._objects)
        yield "data/sources.json", lambda: sources_json(ledger)
        for figure in ledger.figures.values():
            yield object_path(figure.id), partial(self._object, figure)
        for promise in ledger.promises.values():
            yield promise_object_path(promise.id), partial(self._promise, promise)
        for table in TABLES:
            yield f"data/{file_of(table)}", partial(self._table, file_of(table))
        yield PACKAGE, lambda: package_json(self.tables, self._csv, self.tell, self.site_url)
        yield README, lambda: readme(self.tables, self.tell)
        yield DATABASE, lambda: sqlite_bytes(self.tables, self.tell, self.today)

    def _object(self, figure: Figure) -> bytes:
        ledger = self.tell.ledger
        return fact_json(figure, self._objects[figure.id], edition_of(ledger), ledger, self.site_url)

    def _promise(self, promise: Promise) -> bytes:
        return promise_json(promise, self.tell.ledger, self._tellers, self.site_url)

    @cached_property
    def _tellers(self) -> Mapping[str, Teller]:
        return tellers(self.tell.ledger)

    def _table(self, name: str) -> bytes:
        return self._csv[name]
