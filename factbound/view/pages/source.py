"""Articles told: the index of articles, and a page for each: what it is, what was taken from it, what was left out."""

from collections.abc import Iterable
from dataclasses import dataclass

from factbound.ledger import Source, Texts
from factbound.view.parts.citations import how_known
from factbound.view.parts.footnotes import ReadingView, reading_view
from factbound.view.telling.links import Links
from factbound.view.telling.teller import Teller


@dataclass(frozen=True, slots=True)
class TakenView:
    """A reading on its article's page."""

    reading: ReadingView
    says: str
    """What the article says, in a sentence; empty where the words themselves must do."""
    fact_href: str


@dataclass(frozen=True, slots=True)
class ParagraphView:
    """What was taken from a paragraph of an article, and what was left out."""

    number: int
    taken: tuple[TakenView, ...]
    left_out: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class CellView:
    """A paragraph in the meter: `used`, `left`, both or neither."""

    number: int
    state: str


@dataclass(frozen=True, slots=True)
class SourceRow:
    """An article in the index of articles."""

    publisher: str
    href: str
    date: str
    inferred: bool
    language: str
    origin: str
    readings: str
    about: str


@dataclass(frozen=True, slots=True)
class SourceView:
    """An article's page."""

    id: str
    publisher: str
    about: str
    address: str
    language: str
    fields: tuple[tuple[str, str, str], ...]
    paragraphs: tuple[ParagraphView, ...]
    meter: str
    cells: tuple[CellView, ...]
    checked: str
    digest: str
    seen: str
    """When and how an excerpt of it was seen; empty for an article read whole."""
    headline: str
    """Its title, in its own language; empty where it is not known."""


@dataclass(frozen=True, slots=True)
class SourcesView:
    """The index of sources: articles read whole, and pages seen in excerpts."""

    articles: tuple[SourceRow, ...]
    excerpts: tuple[SourceRow, ...]


def sources_view(tell: Teller, links: Links) -> SourcesView:
    """The index of sources, the two kinds apart."""
    return SourcesView(source_rows(tell, links), excerpt_rows(tell, links))


def source_rows(tell: Teller, links: Links) -> tuple[SourceRow, ...]:
    """Every article read whole, in a line each."""
    return _rows(tell.ledger.articles, tell, links)


def excerpt_rows(tell: Teller, links: Links) -> tuple[SourceRow, ...]:
    """Every page seen in an excerpt, in a line each, the oldest first."""
    return _rows(sorted(tell.ledger.excerpts, key=lambda source: source.published.last), tell, links)


def _rows(sources: Iterable[Source], tell: Teller, links: Links) -> tuple[SourceRow, ...]:
    return tuple(
        SourceRow(
            source.publisher,
            links.source(source.id),
            tell.speller.date(source.published),
            source.published_known == "inferred",
            source.language,
            tell.text(source.origin.name),
            tell.speller.counted("reading-count", len(tell.relations.readings.get(source.id, ()))),
            tell.text(source.about),
        )
        for source in sources
    )


def source_view(source: Source, tell: Teller, links: Links) -> SourceView:
    """An article's page: what it is, what was inferred, each reading in order, what was left out."""
    taken: dict[int, list[TakenView]] = {}
    for figure, reading in tell.relations.readings.get(source.id, ()):
        view = TakenView(reading_view(reading, tell, links), tell.said(figure, reading), links.fact(figure.id))
        taken.setdefault(reading.paragraph or 0, []).append(view)
    left: dict[int, list[tuple[str, str]]] = {}
    for part in source.left_out:
        left.setdefault(part.paragraph, []).append((part.printed or "", tell.text(part.why)))
    paragraphs = tuple(
        ParagraphView(n, tuple(taken.get(n, ())), tuple(left.get(n, ())))
        for n in range(0 if source.seen else 1, source.paragraphs + 1)
        if n in taken or n in left
    )
    number = tell.speller.number
    return SourceView(
        id=source.id,
        publisher=source.publisher,
        about=tell.text(source.about) or tell.word("excerpt-about"),
        seen=tell.seen(source),
        address=source.address,
        language=source.language,
        fields=tuple(_known(source, tell)),
        paragraphs=paragraphs,
        meter=""
        if source.seen
        else tell.word("used-meter", used=number(len(taken)), all=number(source.paragraphs), left=number(len(left))),  # type: ignore[arg-type]
        cells=tuple(
            CellView(n, " ".join(state for state, marked in (("used", taken), ("left", left)) if n in marked))
            for n in range(1, source.paragraphs + 1)
        ),
        checked=tell.seen(source)
        or (
            tell.word("checked-on", date=tell.speller.date(source.checked_on))
            if source.checked_on
            else tell.word("checked-no-long")
        ),
        digest=source.digest or "",
        headline=source.title or "",
    )


def _known(source: Source, tell: Teller) -> list[tuple[str, str, str]]:
    """What is known of an article, and how: label, words, from what it was inferred or where it is stated."""

    def how(known: str, texts: Texts | None) -> str:
        words = tell.text(texts)
        if known == "stated":
            return f"{tell.word('stated')}: {words}" if words else tell.word("stated")
        return how_known(known, texts, tell)

    return [
        (tell.word("publisher"), source.publisher, how(source.publisher_known, source.publisher_from)),
        (
            tell.word("published"),
            tell.speller.date(source.published),
            how(source.published_known, source.published_from),
        ),
        (tell.word("title"), source.title or tell.word("no-title"), ""),
        (
            tell.word("origin"),
            f"{tell.text(source.origin.name)} ({tell.word('kind-' + source.origin.kind)})",
            tell.text(source.origin_known) or tell.word("excerpt-origin"),
        ),
    ]
