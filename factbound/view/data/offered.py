"""Offered files: what can be taken away, in one table. The page of the data, its README, JSON-LD, llms.txt and ordinary
sites name the files that stand here and no others.

In a path `ID` stands for the id of a figure, a promise or a chart, and `LANGUAGE` for a language.
"""

from dataclasses import dataclass
from typing import Literal, TypeAlias

from factbound.view.data.columns import Table
from factbound.view.data.derived_tables import DERIVED
from factbound.view.data.fact_tables import FACTS as FACTS_TABLE
from factbound.view.data.fact_tables import READINGS
from factbound.view.data.tables import TABLES
from factbound.view.parts.bibliography import FORMATS
from factbound.view.telling.links import (
    LLMS,
    TWIN,
    chart_data_path,
    cite_path,
    feed_path,
    object_path,
    promise_object_path,
    semicolons_path,
    sources_path,
)

Shelf: TypeAlias = Literal["whole", "objects", "pages", "tables"]
"""The parts of the page of the data."""
MEDIA_TYPES = {"json": "application/json", "csv": "text/csv", "sqlite": "application/vnd.sqlite3"}
"""The media types of those forms of the data set that JSON-LD names, by the ending of their files."""


@dataclass(frozen=True, slots=True)
class Offered:
    """Files that hold the same: one, or one for each format."""

    shelf: Shelf
    paths: tuple[str, ...]
    """From the site's root."""
    words: str
    """The key of the interface words that say what they hold."""
    about: str = ""
    """What they hold, in the English of the README; empty for what it does not list."""
    one_for: Literal["", "figure", "promise", "chart"] = ""
    """What there is one of them for; empty where there is one for the edition, or for a language."""
    dataset: bool = False
    """Whether they are the data set, as JSON-LD and llms.txt name it."""
    everywhere: bool = False
    """Whether an ordinary site has them too."""
    table: Table | None = None

    def at(self, language: str, name: str = "") -> tuple[str, ...]:
        """The paths for a language, and for the figure, promise or chart of this name.

        >>> Offered("objects", ("data/facts/ID.json",), "file-fact").at("en", "lamp-factory-plan")
        ('data/facts/lamp-factory-plan.json',)
        """
        return tuple(path.replace("LANGUAGE", language).replace("ID", name) for path in self.paths)


def media_type(path: str) -> str:
    """The media type of a file of the data set.

    >>> media_type("data/facts.csv")
    'text/csv'
    """
    return MEDIA_TYPES[path.rpartition(".")[2]]


FACTS = "data/facts.json"
SOURCES = "data/sources.json"
DATABASE = "data/edition.sqlite"
PACKAGE = "data/datapackage.json"
README = "data/README.md"
FEED = Offered("pages", (feed_path("LANGUAGE"),), "file-feed")
"""Only where the site's address is known."""
REFERENCES = Offered(
    "pages",
    tuple(sources_path(suffix) for suffix in FORMATS.values()),
    "file-references",
    "references to the articles",
)


FOR_SPREADSHEETS = (FACTS_TABLE, READINGS, DERIVED)
"""The tables that people open in a spreadsheet: they have a form for each decimal sign."""


def _of_table(table: Table) -> Offered:
    return Offered(
        "tables",
        (f"data/{table.file}",),
        f"table-{table.name}",
        table.description,
        dataset=table in FOR_SPREADSHEETS,
        everywhere=table in FOR_SPREADSHEETS,
        table=table,
    )


SEMICOLONS = Offered(
    "tables",
    tuple(semicolons_path(f"data/{table.file}") for table in FOR_SPREADSHEETS),
    "file-semicolons",
    "the same tables with semicolons and decimal commas, as spreadsheets in French, Dutch and German open them",
)
OFFERED = (
    Offered(
        "whole",
        (DATABASE,),
        "file-sqlite",
        "all tables below in one SQLite file, with foreign keys, views, and this dictionary as the table `dictionary`",
        dataset=True,
    ),
    Offered(
        "whole",
        (FACTS,),
        "file-facts-json",
        "every figure with its readings, its derivation and where it is printed, in every language",
        dataset=True,
        everywhere=True,
    ),
    Offered(
        "whole",
        (SOURCES,),
        "file-sources-json",
        "every article, with what was left out of it and why",
        dataset=True,
        everywhere=True,
    ),
    Offered(
        "whole",
        (PACKAGE,),
        "file-package",
        "the tables below described for programs (Data Package 2.0)",
        dataset=True,
    ),
    Offered("whole", (README,), "file-readme"),
    Offered(
        "objects",
        (object_path("ID"),),
        "file-fact",
        "one figure as an object, with its digest and a W3C Web Annotation for each reading",
        one_for="figure",
    ),
    Offered(
        "objects",
        (promise_object_path("ID"),),
        "file-promise",
        "one promise as an object, with its verdict, earlier ones, and the figures behind it",
        one_for="promise",
    ),
    Offered(
        "objects",
        (
            chart_data_path("ID", "csv"),
            chart_data_path("ID", "json"),
            semicolons_path(chart_data_path("ID", "csv")),
        ),
        "file-chart",
        "a chart's figures",
        one_for="chart",
    ),
    REFERENCES,
    Offered(
        "pages",
        tuple(cite_path("LANGUAGE", suffix) for suffix in FORMATS.values()),
        "file-page-references",
        "references to the stories, facts and charts of a language",
    ),
    Offered("pages", (f"LANGUAGE/{TWIN}",), "file-twin"),
    Offered("pages", (LLMS,), "file-llms"),
    FEED,
    SEMICOLONS,
    *(_of_table(table) for table in TABLES),
)
"""Every file that is offered, in the order of the page."""
DATASET = tuple(path for each in OFFERED if each.dataset for path in each.paths)
"""The files of the data set."""
EVERYWHERE = frozenset(path for each in OFFERED if each.everywhere for path in each.paths)
"""The files of data that an ordinary site has too."""
