"""The data told: a page that says what each file holds and how to read it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal

from factbound.views.bibliography import FORMATS
from factbound.views.citations import cite_path, sources_path
from factbound.views.data.fact import object_path
from factbound.views.data.files import DATABASE, PACKAGE, README
from factbound.views.data.package import file_of
from factbound.views.data.samples import PREVIEW, SAMPLES, sample_fact
from factbound.views.data.tables import Filled
from factbound.views.feed import feed_path
from factbound.views.links import Links
from factbound.views.llms import LLMS
from factbound.views.telling import Teller
from factbound.views.twins import TWIN


@dataclass(frozen=True, slots=True)
class FileView:
    """A file: its name, where it is, what it holds, and how many rows; no rows are counted where it has none."""

    name: str
    href: str
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


def _grouped(files: Iterable[FileView]) -> tuple[FileView, ...]:
    """The files, what several in a row hold said at the first of them."""
    told: list[FileView] = []
    words = ""
    for each in files:
        told.append(replace(each, words="") if each.words == words else each)
        words = each.words
    return tuple(told)


def data_view(tables: Iterable[Filled], tell: Teller, links: Links, site_url: str) -> DataView:
    """The page of the data; samples name the site's address, or the preview's where that is not known."""
    ledger, word = tell.ledger, tell.word

    def file(path: str, words: str, name: str = "") -> FileView:
        return FileView(name or path.removeprefix("data/"), links.to(path), word(words))

    fact = sample_fact(ledger)
    listed = tuple(
        FileView(
            file_of(each.table), links.to(f"data/{file_of(each.table)}"), word(f"table-{each.table.name}"), tell.speller.number(Decimal(len(each.rows)))
        )
        for each in tables
    )  # fmt: skip
    formats = FORMATS.values()
    pages = (
        *(file(sources_path(suffix), "file-references") for suffix in formats),
        *(file(cite_path(tell.language, suffix), "file-page-references") for suffix in formats),
        file(f"{tell.language}/{TWIN}", "file-twin"), file(LLMS, "file-llms"),
        *((file(feed_path(tell.language), "file-feed"),) if site_url else ()),
    )  # fmt: skip
    charts = (file(f"data/charts/{name}.csv", "file-chart") for name in list(ledger.charts)[:1])
    return DataView(
        summary=tell.summary(),
        whole=(
            file(DATABASE, "file-sqlite"), file("data/facts.json", "file-facts-json"), file("data/sources.json", "file-sources-json"),
            file(PACKAGE, "file-package"), file(README, "file-readme"),
        ),
        pages=_grouped(pages), tables=listed, objects=(*((file(object_path(fact), "file-fact"),) if fact else ()), *charts), spreadsheet=tuple(each for each in listed if each.name in {"facts.csv", "readings.csv"}),
        samples=tuple(SampleView(each.id, each.tool, word(f"sample-{each.id}"), each.at(site_url or PREVIEW, fact)) for each in SAMPLES if fact or not each.names_fact),
        address_words="" if site_url else word("address-unknown", address=PREVIEW),
    )  # fmt: skip
