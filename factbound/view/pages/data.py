"""The data told: a page that says what each file holds and how to read it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import get_args

from factbound.view.data.fact_tables import FACTS, READINGS
from factbound.view.data.offered import FEED, OFFERED, SEMICOLONS, Offered, Shelf
from factbound.view.data.tables import Filled
from factbound.view.pages.samples import PREVIEW, SAMPLES, sample_fact
from factbound.view.telling.links import Links
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
    semicolons: FileView
    samples: tuple[SampleView, ...]
    address_words: str


def data_view(tables: Iterable[Filled], tell: Teller, links: Links, site_url: str) -> DataView:
    """The page of the data; samples name the site's address, or the preview's where that is not known."""
    ledger, word = tell.ledger, tell.word
    fact = sample_fact(ledger)
    sampled = {"figure": fact, "promise": next(iter(ledger.promises), ""), "chart": next(iter(ledger.charts), "")}
    counts = {each.table.name: tell.speller.counted("row-count", len(each.rows)) for each in tables}

    def file(each: Offered) -> FileView:
        paths = each.at(tell.language, sampled.get(each.one_for, ""))
        return FileView(
            tuple((path.removeprefix("data/"), links.to(path)) for path in paths),
            word(each.words),
            counts[each.table.name] if each.table else "",
        )

    shown = [each for each in OFFERED if sampled.get(each.one_for, "once") and (site_url or each is not FEED)]
    shelves = {name: tuple(file(each) for each in shown if each.shelf == name) for name in get_args(Shelf)}
    return DataView(
        summary=tell.summary(),
        **shelves,
        spreadsheet=tuple(file(each) for each in shown if each.table in (FACTS, READINGS)),
        semicolons=file(SEMICOLONS),
        samples=tuple(
            SampleView(each.id, each.tool, word(f"sample-{each.id}"), each.at(site_url or PREVIEW, fact))
            for each in SAMPLES
            if fact or not each.names_fact
        ),
        address_words="" if site_url else word("address-unknown", address=PREVIEW),
    )
