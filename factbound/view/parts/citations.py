"""Citations: what is known of a page or an article for those who cite it, and the reference that a reader copies."""

from collections.abc import Mapping
from dataclasses import dataclass

from factbound.ledger import Chart, Figure, Promise, Source, Texts
from factbound.read.stories import Story
from factbound.values.dates import Period, parse_period
from factbound.view.parts.bibliography import FORMATS, Work, bound, entry
from factbound.view.telling.links import Addresses, Links, cite_path, sources_path
from factbound.view.telling.teller import Teller


@dataclass(frozen=True, slots=True)
class CiteView:
    """How to cite a page: a reference to copy, the same in each format, and the files that hold all references of its
    language."""

    title: str
    reference: str
    address: str
    entries: Mapping[str, str]
    """Its entry by the name of the format."""
    files: tuple[tuple[str, str], ...]

    @property
    def formats(self) -> tuple[tuple[str, str], ...]:
        """The entry as a file in each format."""
        return tuple((name, bound(name, [told]).rstrip()) for name, told in self.entries.items())


def page_cite(work: Work, tell: Teller, links: Links) -> CiteView:
    """How to cite a page of this site."""
    return _view(
        tell.word("cite"),
        work,
        tell,
        [(name, links.to(cite_path(tell.language, suffix))) for name, suffix in FORMATS.items()],
    )


def article_cite(work: Work, tell: Teller, links: Links) -> CiteView:
    """How to cite an article, on the page about it."""
    return _view(
        tell.word("cite-article"),
        work,
        tell,
        [(name, links.to(sources_path(suffix))) for name, suffix in FORMATS.items()],
    )


def _view(title: str, work: Work, tell: Teller, files: list[tuple[str, str]]) -> CiteView:
    return CiteView(
        title, reference(work, tell), work.address, {name: entry(name, work) for name in FORMATS}, tuple(files)
    )


def reference(work: Work, tell: Teller) -> str:
    """A work in a line, without its address: title, where it stands, date, and what else a reader must know."""
    name = work.title if work.titled else f"[{work.title}]"
    title = tell.word("quoted", x=name) if work.titled else name
    place = ", ".join(filter(None, [work.publisher, work.told_date]))
    parts = (title if name[-1] in ".?!…" else f"{title}.", f"{place}.", work.note)
    return " ".join(filter(None, parts))


# --- Works -----------------------------------------------------------------------------------------------------------


def story_work(story: Story, tell: Teller, at: Addresses, as_of: str) -> Work:
    """A story."""
    corrected = {
        use.figure.id
        for use in tell.ledger.corrections
        if any(each.story is story for each in tell.ledger.uses[use.figure.id])
    }
    name = f"story-{story.name.replace('/', '-') or 'index'}"
    return _own(name, tell.phrase(story.title), tell, at, as_of, corrected, story.published)


def figure_work(figure: Figure, tell: Teller, at: Addresses, as_of: str) -> Work:
    """A figure's page."""
    return _own(f"fact-{figure.id}", tell.text(figure.statement), tell, at, as_of, {figure.id})


def chart_work(chart: Chart, tell: Teller, at: Addresses, as_of: str) -> Work:
    """A chart's page."""
    return _own(f"chart-{chart.id}", tell.text(chart.title), tell, at, as_of, {row.figure.id for row in chart.rows})


def promise_work(promise: Promise, tell: Teller, at: Addresses, as_of: str) -> Work:
    """A promise's page."""
    figures = {figure.id for figure in (*promise.facts, *promise.evidence)}
    return _own(f"promise-{promise.id}", tell.text(promise.promise), tell, at, as_of, figures)


def _own(
    name: str, title: str, tell: Teller, at: Addresses, as_of: str, figures: set[str], published: Period | None = None
) -> Work:
    """A page of this site. Of a story somebody may have said when it was published; when it was last read through and
    corrected stands in its note."""
    corrected = figures & tell.relations.corrections.keys()
    days = dict.fromkeys(
        tell.speller.date(each.date)
        for each in (tell.ledger.corrections if corrected else ())
        if each.figure.id in corrected
    )
    read = [tell.word("cite-read", date=tell.speller.date(parse_period(as_of)))] if as_of else []
    note = " ".join([*read, *(tell.word("cite-corrected", date=day) for day in days)])
    return Work(
        key=f"{tell.ledger.name}-{tell.language}-{name}",
        title=title,
        titled=True,
        publisher=tell.word("site") or tell.ledger.title,
        address=at.page if at.site_url else "",
        language=tell.language,
        date=published,
        inferred=False,
        told_date=tell.speller.date(published) if published else "",
        note=note,
    )


def source_work(source: Source, tell: Teller) -> Work:
    """An article, with how its publisher and its date are known; where its headline is not held, a description stands
    in its place."""
    colon = tell.word("colon")
    known = (
        ("publisher", source.publisher_known, source.publisher_from),
        ("published", source.published_known, source.published_from),
    )
    notes = [
        f"{tell.word(key)}{colon} {how_known(how, texts, tell)}." for key, how, texts in known if how == "inferred"
    ]
    if source.seen:
        notes.append(f"{tell.seen(source)[:1].upper()}{tell.seen(source)[1:]}.")
    if not source.title:
        notes.append(tell.word("cite-untitled"))
    return Work(
        key=source.id,
        title=source.title or (tell.text(source.about) or tell.word("excerpt-about")).rstrip("."),
        titled=bool(source.title),
        publisher=source.publisher,
        address=source.address,
        language=source.language,
        date=source.published,
        inferred=source.published_known == "inferred",
        told_date=tell.speller.date(source.published),
        note=" ".join(notes),
    )


def how_known(known: str, texts: Texts | None, tell: Teller) -> str:
    """How a date or a publisher is known: inferred, and from what, or stated in the article."""
    if known != "inferred":
        return tell.word({"stated": "stated", "address": "known-address", "shown": "known-shown"}[known])
    return tell.word("inferred-from", what=tell.text(texts)) if texts else tell.word("inferred")
