"""The data told: a page that says what each file holds and how to read it."""

from collections.abc import Iterable
from dataclasses import dataclass

from factbound.view.data.files import DATABASE, PACKAGE, README
from factbound.view.data.package import file_of
from factbound.view.data.tables import Filled
from factbound.view.pages.samples import PREVIEW, SAMPLES, sample_fact
from factbound.view.parts.bibliography import FORMATS
from factbound.view.telling.links import LLMS, TWIN, Links, cite_path, feed_path, object_path, sources_path
from factbound.view.telling.teller import Teller


@dataclass(frozen=True, slots=True)
class FileView:
    """A file, or several that hold the same: name and address of each, what it holds, and how many rows; no rows are
    counted where it has none."""

    links: tuple[tuple[str, str], ...]
    words: str
    rows: str = ""


@dataclass(frozen=True, slots=True)
class SampleView:
    """A sample, and what it does in a sentence."""

    id: str
    tool: str
    words: str
    code: str


@dataclass(frozen=True, slots=True)
class DataView:
    """The page of the data."""

    summary: str
    whole: tuple[FileView, ...]
    pages: tuple[FileView, ...]
    tables: tuple[FileView, ...]
    objects: tuple[FileView, ...]
    spreadsheet: tuple[FileView, ...]
    samples: tuple[SampleView, ...]
    address_words: str


def data_view(tables: Iterable[Filled], tell: Teller, links: Links, site_url: str) -> DataView:
    """The page of the data; samples name the site's address, or the preview's where that is not known."""
    ledger, word = tell.ledger, tell.word

    def file(words: str, *paths: str, rows: str = "") -> FileView:
        return FileView(tuple((path.removeprefix("data/"), links.to(path)) for path in paths), word(words), rows)

    fact = sample_fact(ledger)
    listed = {
        each.table.name: file(
            f"table-{each.table.name}",
            f"data/{file_of(each.table)}",
            rows=tell.speller.counted("row-count", len(each.rows)),
        )
        for each in tables
    }
    formats = FORMATS.values()
    pages = (
        file("file-references", *(sources_path(suffix) for suffix in formats)),
        file("file-page-references", *(cite_path(tell.language, suffix) for suffix in formats)),
        file("file-twin", f"{tell.language}/{TWIN}"),
        file("file-llms", LLMS),
        *((file("file-feed", feed_path(tell.language)),) if site_url else ()),
    )
    charts = (file("file-chart", f"data/charts/{name}.csv") for name in list(ledger.charts)[:1])
    return DataView(
        summary=tell.summary(),
        whole=(
            file("file-sqlite", DATABASE),
            file("file-facts-json", "data/facts.json"),
            file("file-sources-json", "data/sources.json"),
            file("file-package", PACKAGE),
            file("file-readme", README),
        ),
        pages=pages,
        tables=tuple(listed.values()),
        objects=(*((file("file-fact", object_path(fact)),) if fact else ()), *charts),
        spreadsheet=tuple(listed[name] for name in ("facts", "readings") if name in listed),
        samples=tuple(
            SampleView(each.id, each.tool, word(f"sample-{each.id}"), each.at(site_url or PREVIEW, fact))
            for each in SAMPLES
            if fact or not each.names_fact
        ),
        address_words="" if site_url else word("address-unknown", address=PREVIEW),
    )
