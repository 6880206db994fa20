"""Promises told: the index of promises by their verdicts, and a page for each: what was promised, what became of it,
what is doubtful."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from factbound.ledger import Chart, Figure, Promise
from factbound.values.vocabulary import PROMISE_VERDICTS, PROMISED
from factbound.view.charts.forms import FORMS
from factbound.view.parts.drawings import Drawings
from factbound.view.parts.figures import FigureView, figure_view
from factbound.view.parts.footnotes import ReadingView, reading_views
from factbound.view.telling.links import Links, promise_object_path
from factbound.view.telling.teller import Teller

PROMISES = "promises"
"""The index of promises, as a page's tally names it."""

CLAIMED = {
    "made-by": "claimed-by",
    "made-on": "claimed-on",
    "was-promised": "was-claimed",
    "life": "claim-life",
    "event-made": "event-claimed",
    "the-promise": "the-claim",
}
"""What a claim, which promises nothing, says where a promise says the other."""


@dataclass(frozen=True, slots=True)
class VerdictView:
    """A verdict: its name in the ledger, its word, and what it means."""

    name: str
    word: str
    means: str


@dataclass(frozen=True, slots=True)
class PromiseRow:
    """A promise in the index, and wherever it is told in short."""

    id: str
    href: str
    promise: str
    by: str
    due: str
    verdict: VerdictView
    in_words: str
    doubt: str
    looked: str
    reach: str
    """How far the search reached; empty where the verdict rests on an outcome."""
    support: str
    """How many pages and origins tell the outcome; empty where none does."""
    elsewhere: bool
    named: str
    """What it is called where it is led to: the promise, or the claim."""


@dataclass(frozen=True, slots=True)
class VerdictGroup:
    """The promises of one verdict."""

    verdict: VerdictView
    count: str
    rows: tuple[PromiseRow, ...]


@dataclass(frozen=True, slots=True)
class CountView:
    """How many promises have a verdict, and where they are listed."""

    verdict: VerdictView
    count: str
    href: str


@dataclass(frozen=True, slots=True)
class TallyView:
    """How many promises there are, and what became of them."""

    total: str
    words: str
    href: str
    counts: tuple[CountView, ...]


@dataclass(frozen=True, slots=True)
class PromisesView:
    """The index of promises."""

    tally: TallyView
    groups: tuple[VerdictGroup, ...]
    horizon: str
    chart: FigureView | None
    """The first chart of days that the edition declares."""


@dataclass(frozen=True, slots=True)
class SideView:
    """A figure on a promise's page: what was promised, what came of it, or what stands beside it."""

    statement: str
    amount: str
    status: str
    differs: str
    reading: ReadingView | None
    agreement: str
    """In what its pages differ; empty where they do not."""
    because: str
    others: tuple[ReadingView, ...]
    support: str
    href: str
    later: bool


@dataclass(frozen=True, slots=True)
class EventView:
    """A moment in the life of a promise: `made`, `moved`, `outcome`, `due` or `looked`."""

    kind: str
    day: str
    what: str
    words: str
    href: str


@dataclass(frozen=True, slots=True)
class PastVerdict:
    """An earlier verdict."""

    word: str
    until: str
    why: str


@dataclass(frozen=True, slots=True)
class PromiseView:
    """A promise's page."""

    row: PromiseRow
    kind: str
    fields: tuple[tuple[str, str], ...]
    promised: tuple[SideView, ...]
    outcomes: tuple[SideView, ...]
    beside: tuple[SideView, ...]
    events: tuple[EventView, ...]
    asked: str
    charts: tuple[FigureView, ...]
    """The charts that draw it against its outcomes."""
    would_change: str
    history: tuple[PastVerdict, ...]
    json_href: str
    was: str
    life: str
    """The words at the head of what was promised, or claimed, and of its life."""


def verdict_view(name: str, tell: Teller) -> VerdictView:
    """A verdict in words, with its definition."""
    return VerdictView(name, tell.word(f"promise-{name}"), tell.word(f"promise-{name}-means"))


def promise_row(promise: Promise, tell: Teller, links: Links) -> PromiseRow:
    """A promise, in short."""
    figures = [outcome.figure for outcome in promise.rests_on]
    return PromiseRow(
        id=promise.id,
        href=links.promise(promise.id),
        promise=tell.text(promise.promise),
        by=tell.name(promise.by),
        due=tell.speller.date(promise.due) if promise.due else tell.word("no-due"),
        verdict=verdict_view(promise.verdict, tell),
        in_words=tell.text(promise.in_words),
        doubt=tell.text(promise.doubt),
        looked=tell.speller.date(promise.looked),
        reach=_reach(promise, tell),
        support=_support(figures, tell),
        elsewhere=promise.elsewhere,
        named=tell.word(_key("the-promise", promise)),
    )


def _key(key: str, promise: Promise) -> str:
    """The word for a promise, or the one for a claim in its place."""
    return CLAIMED[key] if promise.kind == "claim" else key


def promises_view(tell: Teller, links: Links, drawings: Drawings) -> PromisesView:
    """The index of promises: by verdict, with how many there are of each, and the days of those that have one."""
    rows = [promise_row(promise, tell, links) for promise in tell.ledger.promises.values()]
    groups = tuple(
        VerdictGroup(verdict_view(name, tell), tell.speller.whole(len(found)), tuple(found))
        for name in PROMISE_VERDICTS
        if (found := [row for row in rows if row.verdict.name == name])
    )
    days = next((chart for chart in tell.ledger.charts.values() if FORMS[chart.form].needs.day), None)
    shown = figure_view(days, tell, links, drawings) if days else None
    return PromisesView(tally(tell, links), groups, tell.word("promises-horizon"), shown)


def tally(tell: Teller, links: Links, story: str = PROMISES) -> TallyView:
    """How many promises there are, of how many of them the day has passed, and how many have each verdict that promises
    may have; claims are counted in the index alone."""
    promises = [promise for promise in tell.ledger.promises.values() if promise.kind == "promise"]
    index = links.to(f"{tell.language}/promises/")
    counts = tuple(
        CountView(verdict_view(name, tell), tell.speller.whole(number), f"{index}#{name}" if number else "")
        for name in PROMISE_VERDICTS[:-2]
        for number in [sum(promise.verdict == name for promise in promises)]
    )
    today = tell.ledger.as_of
    past = sum(promise.due is not None and promise.due.last.isoformat() < today for promise in promises)
    words = tell.speller.counted("tally-past" if past else "tally-total", len(promises), past=tell.speller.whole(past))
    return TallyView(tell.speller.whole(len(promises)), words, links.to(f"{tell.language}/{story}/"), counts)


def promise_view(promise: Promise, tell: Teller, links: Links, drawings: Drawings) -> PromiseView:
    """A promise's page."""
    return PromiseView(
        row=promise_row(promise, tell, links),
        kind=tell.word(promise.kind),
        fields=tuple(_fields(promise, tell)),
        promised=tuple(_side(figure, "", tell, links) for figure in promise.facts),
        outcomes=tuple(_side(each.figure, tell.text(each.differs), tell, links) for each in promise.rests_on),
        beside=tuple(_side(figure, "", tell, links) for figure in promise.beside),
        events=tuple(_events(promise, tell, links)),
        asked=tell.text(promise.asked),
        charts=tuple(figure_view(chart, tell, links, drawings) for chart in _against(promise, tell)),
        would_change=tell.word(f"promise-{promise.verdict}-change"),
        history=tuple(
            PastVerdict(tell.word(f"promise-{each.verdict}"), tell.speller.date(each.until), tell.text(each.why))
            for each in promise.history
        ),
        json_href=links.to(promise_object_path(promise.id)),
        was=_key("was-promised", promise),
        life=_key("life", promise),
    )


def _against(promise: Promise, tell: Teller) -> Iterable[Chart]:
    """The charts that draw a promise against what came of it."""
    for chart in tell.ledger.charts.values():
        if not FORMS[chart.form].needs.day and any(row.promise and row.promise.id == promise.id for row in chart.rows):
            yield chart


def _fields(promise: Promise, tell: Teller) -> Iterable[tuple[str, str]]:
    due = tell.speller.date(promise.due) if promise.due else tell.word("no-due")
    known = tell.text(promise.due_known)
    told = [
        (_key("made-by", promise), tell.name(promise.by)),
        (_key("made-on", promise), tell.speller.date(promise.made)),
        ("due", f"{due} ({known})" if known else due),
        ("last-looked", tell.speller.date(promise.looked)),
        ("searched", _searched(promise, tell)),
    ]
    return [(tell.word(key), words) for key, words in told if words]


def _searched(promise: Promise, tell: Teller) -> str:
    """How far the last look reached: in which languages, and of when the newest page is."""
    if promise.reach is None:
        return ""
    names = [tell.speller.language_name(code) for code in promise.reach.languages]
    *others, last = names
    listed = f"{', '.join(others)} {tell.word('join-and')} {last}" if others else last
    newest = (
        tell.word("newest-page", date=tell.speller.date(promise.reach.to)) if promise.reach.to else tell.word("no-page")
    )
    return tell.word("searched-in", languages=listed, newest=newest)


def _reach(promise: Promise, tell: Teller) -> str:
    """The reach of a search that found no outcome."""
    return "" if promise.rests_on else _searched(promise, tell)


def _support(figures: list[Figure], tell: Teller) -> str:
    """How many pages and origins tell an outcome: pages of one origin are one witness."""
    sources = {source.id for figure in figures for source in figure.sources}
    origins = {origin.id for figure in figures for origin in figure.origins}
    if not sources:
        return ""
    return f"{tell.speller.counted('page-count', len(sources))}, {tell.speller.counted('origin-count', len(origins))}"


def _side(figure: Figure, differs: str, tell: Teller, links: Links) -> SideView:
    readings = reading_views(figure, tell, links)
    apart = figure.agreement == "differs"
    return SideView(
        statement=tell.text(figure.statement),
        amount=tell.figure(figure).text,
        status=tell.word(f"status-{figure.status}") if figure.status else "",
        differs=differs,
        reading=readings[0] if readings else None,
        agreement=tell.agreement(figure) if apart else "",
        because=tell.text(figure.because) if apart else "",
        others=readings[1:] if apart else (),
        support=tell.support(figure),
        href=links.fact(figure.id),
        later=figure.excerpted,
    )


def _events(promise: Promise, tell: Teller, links: Links) -> list[EventView]:
    """The life of a promise in order: made, moved, what happened, its day, and when we last looked."""
    dated: list[tuple[date, int, EventView]] = []

    def add(day: date, rank: int, kind: str, when: str, words: str, href: str = "") -> None:
        what = tell.word(_key("event-made", promise) if kind == "made" else f"event-{kind}")
        dated.append((day, rank, EventView(kind, when, what, words, href)))

    add(promise.made.first, 0, "made", tell.speller.date(promise.made), tell.name(promise.by))
    for figure in dict.fromkeys(outcome.figure.id for outcome in promise.rests_on):
        told = tell.ledger.figures[figure]
        when = told.date or told.period or (told.sources[0].published if told.sources else None)
        if when is None:
            continue
        kind = "moved" if told.standing in PROMISED else "outcome"
        at = when.first if when.start else when.last
        add(at, 1, kind, tell.speller.date(when), tell.text(told.statement), links.fact(figure))
    if promise.due:
        add(promise.due.last, 2, "due", tell.speller.date(promise.due), tell.text(promise.due_known))
    add(promise.looked.last, 3, "looked", tell.speller.date(promise.looked), tell.word(f"promise-{promise.verdict}"))
    return [event for _, _, event in sorted(dated, key=lambda each: each[:2])]
