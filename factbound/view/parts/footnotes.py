"""Evidence: a figure's readings, card and footnotes, as a reader meets them."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from factbound.ledger import Chart, Figure, Reading, Source
from factbound.view.telling.links import Links, passage
from factbound.view.telling.numerals import Spelled
from factbound.view.telling.teller import Teller


@dataclass(frozen=True, slots=True)
class ReadingView:
    """What one article prints for a fact."""

    publisher: str
    published: str
    inferred: bool
    source_href: str
    passage_href: str
    paragraph: int | None
    place: str
    """Where the words stand, as a reader says it: paragraph 3; seen in an excerpt."""
    excerpt: bool
    printed: str
    language: str
    means: str
    amount: str
    speaker: str
    """Who says it, the name alone; empty where the article speaks for itself."""
    said_by: str
    """The same inside a sentence, after “said by”."""
    hedge: str
    """The conditional word that it stands under, in a sentence; and that word alone, as printed."""
    hedge_word: str
    origin: str
    checked: str
    digest: str
    verified: bool
    vouched: str
    preferred: bool
    period: str
    scope: str


@dataclass(frozen=True, slots=True)
class InputView:
    """What went into a derived figure."""

    text: str
    statement: str
    href: str
    years: bool


@dataclass(frozen=True, slots=True)
class EchoView:
    """Other places where the same is printed: an article, its paragraphs, and the amount where it is another one."""

    publisher: str
    place: str
    amount: str


@dataclass(frozen=True, slots=True)
class CardView:
    """The evidence at a number: what a tap on it shows."""

    id: str
    statement: str
    amount: str
    reading: ReadingView | None
    echoes: tuple[EchoView, ...]
    support: str
    agreement: str
    differs: bool
    doubts: tuple[str, ...]
    operation: str
    inputs: tuple[InputView, ...]
    verdict: str
    why: str
    caveat: str
    fact_href: str
    figure: str
    chart: str
    """The first chart of this page that draws the figure; empty where none does."""
    promises: tuple[tuple[str, str, str], ...] = ()
    """What became of the promises that it is a part of: verdict, its word, and the promise's page."""


@dataclass(frozen=True, slots=True)
class Reference:
    """A place where a figure is printed: its words, its card and its footnote."""

    spelled: Spelled
    card: str
    note: str
    number: int
    anchor: str
    unconfirmed: bool
    caveat: str
    misleading: bool
    later: bool = False
    """Whether it rests on pages seen in excerpts."""


@dataclass(frozen=True, slots=True)
class NoteView:
    """A footnote, with the places it is used at."""

    number: int
    id: str
    uses: tuple[str, ...]
    statement: str
    readings: tuple[ReadingView, ...]
    """The printed one first; a page shows that one, and says of the others where they are."""
    echoes: tuple[EchoView, ...]
    support: str
    agreement: str
    differs: bool
    operation: str
    inputs: tuple[InputView, ...]
    doubts: tuple[str, ...]
    fact_href: str


@dataclass(frozen=True, slots=True)
class NoteGroup:
    """The footnotes of one article; of none for what was worked out."""

    title: str
    href: str
    detail: str
    checked: str
    """When its words were held against its text; empty where they were not."""
    seen: str
    """When and how an excerpt of it was seen; empty where it was read whole."""
    notes: tuple[NoteView, ...]


def reading_view(reading: Reading, tell: Teller, links: Links) -> ReadingView:
    """A reading, told."""
    source = reading.source
    quantity = (
        tell.speller.quantity(reading.quantity).text
        if reading.quantity
        else tell.speller.date(reading.date)
        if reading.date
        else ""
    )
    own_voice = reading.said_by.voice == "reporter"
    own_scope = " · ".join(tell.text(scope.name) for scope in reading.scope)
    return ReadingView(
        publisher=source.publisher,
        published=tell.speller.date(source.published),
        inferred=source.published_known == "inferred",
        source_href=links.source(source.id, reading.paragraph),
        passage_href=passage(source.address, reading.printed),
        paragraph=reading.paragraph,
        place=tell.place(reading),
        excerpt=bool(source.seen),
        printed=reading.printed,
        language=source.language,
        means=tell.text(reading.means)
        if reading.means and source.language != tell.language and tell.language in reading.means
        else "",
        amount=quantity,
        speaker="" if own_voice else tell.name(reading.said_by),
        said_by="" if own_voice else tell.name_inside(reading.said_by),
        hedge=tell.word("hedge", word=reading.hedge) if reading.hedge else "",
        hedge_word=reading.hedge or "",
        origin=tell.text(reading.origin.name),
        checked=tell.checked(reading),
        digest=(source.digest or "")[:12],
        verified=reading.verified,
        vouched=tell.text(reading.vouched),
        preferred=reading.preferred,
        period=tell.speller.date(reading.period) if reading.period else "",
        scope=own_scope,
    )


def reading_views(figure: Figure, tell: Teller, links: Links) -> tuple[ReadingView, ...]:
    """A figure's readings, the printed one first."""
    ordered = sorted(figure.readings, key=lambda reading: not reading.preferred)
    return tuple(reading_view(reading, tell, links) for reading in ordered)


def input_views(figure: Figure, tell: Teller, links: Links) -> tuple[InputView, ...]:
    """A derived figure's inputs."""
    inputs = figure.derivation.inputs if figure.derivation else ()
    return tuple(
        InputView(
            tell.speller.quantity(each.amount).text if each.years else tell.figure(each.figure).text,
            tell.text(each.figure.statement),
            links.fact(each.figure.id),
            each.years,
        )
        for each in inputs
    )


def doubts(figure: Figure, tell: Teller) -> tuple[str, ...]:
    """Why a figure is unconfirmed."""
    return tuple(tell.text(doubt) for doubt in figure.doubt)


def card(figure: Figure, tell: Teller, links: Links, chart: str) -> CardView:
    """The evidence card of a figure, on a page whose first chart of it is `chart`."""
    derivation, readings = figure.derivation, reading_views(figure, tell, links)
    return CardView(
        id=f"card-{figure.id}",
        statement=tell.text(figure.statement),
        amount=tell.figure(figure).text,
        reading=readings[0] if readings else None,
        echoes=_echoes(readings, tell),
        support=tell.support(figure),
        agreement=tell.agreement(figure),
        differs=figure.agreement == "differs",
        doubts=doubts(figure, tell),
        operation=tell.word(f"op-{derivation.operation}") if derivation else "",
        inputs=input_views(figure, tell, links),
        verdict=derivation.verdict if derivation else "",
        why=tell.text(derivation.why) if derivation else "",
        caveat=tell.caveat(figure),
        fact_href=links.fact(figure.id),
        figure=figure.id,
        chart=chart,
        promises=verdicts_on(figure, tell, links),
    )


def verdicts_on(figure: Figure, tell: Teller, links: Links) -> tuple[tuple[str, str, str], ...]:
    """What became of the promises that a figure is a part of: the verdict, its word, and the promise's page."""
    return tuple(
        (promise.verdict, tell.word(f"promise-{promise.verdict}"), links.promise(promise.id))
        for promise in tell.relations.promises.get(figure.id, ())
        if any(each.id == figure.id for each in promise.facts)
    )


def _echoes(readings: tuple[ReadingView, ...], tell: Teller) -> tuple[EchoView, ...]:
    """The readings after the first, those of one article and one amount together."""
    found: dict[tuple[str, str], list[str]] = {}
    for reading in readings[1:]:
        amount = reading.amount if reading.amount != readings[0].amount else ""
        found.setdefault((reading.publisher, amount), []).append(str(reading.paragraph or ""))
    return tuple(
        EchoView(publisher, _place(list(dict.fromkeys(paragraphs)), tell), amount)
        for (publisher, amount), paragraphs in found.items()
    )


def _place(paragraphs: list[str], tell: Teller) -> str:
    """Paragraphs of one article as a reader says them: paragraph 3; paragraphs 1, 10 and 28."""
    if "" in paragraphs:
        return tell.word("in-excerpt")
    *others, last = paragraphs
    listed = f"{', '.join(others)} {tell.word('join-and')} {last}" if others else last
    return f"{tell.word('paragraphs' if others else 'paragraph')} {listed}"


@dataclass(slots=True)
class _Note:
    number: int
    figure: Figure | None
    source: Source | None
    paragraph: int
    uses: list[str] = field(default_factory=list)


class Notes:
    """The footnotes of one page, numbered by first use. Grows while the page is told, then gives its groups."""

    def __init__(self, tell: Teller, links: Links, charts: Iterable[Chart] = ()) -> None:
        self.tell, self.links = tell, links
        self._charts = tuple(charts)
        self._notes: dict[str, _Note] = {}
        self._cards: dict[str, CardView] = {}

    def refer(self, figure: Figure, form: str = "full", *, with_card: bool = True) -> Reference:
        """Print a figure here: its words, with a footnote and, where asked, a card."""
        note = self._note(figure.id, figure, figure.preferred.source if figure.preferred else None, 0)
        if with_card and figure.id not in self._cards:
            drawn = next(
                (
                    chart.id
                    for chart in self._charts
                    if any(row.figure.id == figure.id and not row.slip for row in chart.rows)
                ),
                "",
            )
            self._cards[figure.id] = card(figure, self.tell, self.links, drawn)
        misleading = figure.derivation is not None and figure.derivation.verdict == "misleading"
        spelled = self.tell.in_prose(figure, form)
        caveat = self.tell.caveat(figure) if form == "with-caveat" else ""
        return Reference(
            spelled,
            f"card-{figure.id}",
            f"fn-{figure.id}",
            note.number,
            note.uses[-1],
            bool(figure.doubt),
            caveat,
            misleading,
            figure.excerpted,
        )

    def cite(self, source: Source, paragraph: int) -> Reference:
        """A footnote to a paragraph."""
        name = f"{source.id}-{paragraph}"
        note = self._note(name, None, source, paragraph)
        return Reference(Spelled("", "", ""), "", f"fn-{name}", note.number, note.uses[-1], False, "", False)

    def _note(self, name: str, figure: Figure | None, source: Source | None, paragraph: int) -> _Note:
        note = self._notes.setdefault(name, _Note(len(self._notes) + 1, figure, source, paragraph))
        note.uses.append(f"ref-{name}-{len(note.uses) + 1}")
        return note

    @property
    def cards(self) -> tuple[CardView, ...]:
        """The cards of the figures printed so far."""
        return tuple(self._cards.values())

    def groups(self) -> tuple[NoteGroup, ...]:
        """The footnotes, grouped by the article of the printed reading, groups in order of first use, derived figures
        last."""
        by_source: dict[str, list[tuple[str, _Note]]] = {}
        for name, note in self._notes.items():
            by_source.setdefault(note.source.id if note.source else "", []).append((name, note))
        ordered = sorted(by_source, key=lambda key: not key)
        return tuple(self._group(key, by_source[key]) for key in ordered)

    def _group(self, key: str, notes: list[tuple[str, _Note]]) -> NoteGroup:
        tell, links = self.tell, self.links
        views = tuple(self._view(name, note) for name, note in notes)
        if not key:
            return NoteGroup(tell.word("worked-out"), "", "", "", "", views)
        source = tell.ledger.sources[key]
        date = tell.speller.date(source.published)
        detail = f"{date} ({tell.word('inferred')})" if source.published_known == "inferred" else date
        checked = tell.word("checked-on", date=tell.speller.date(source.checked_on)) if source.checked_on else ""
        return NoteGroup(source.publisher, links.source(key), detail, checked, tell.seen(source), views)

    def _view(self, name: str, note: _Note) -> NoteView:
        tell, links, figure = self.tell, self.links, note.figure
        if figure is None:
            assert note.source
            return NoteView(
                note.number,
                f"fn-{name}",
                tuple(note.uses),
                f"{tell.word('paragraph').capitalize()} {note.paragraph}",
                (),
                (),
                "",
                "",
                False,
                "",
                (),
                (),
                links.source(note.source.id, note.paragraph),
            )
        operation = tell.word(f"op-{figure.derivation.operation}") if figure.derivation else ""
        readings = reading_views(figure, tell, links)
        return NoteView(
            note.number,
            f"fn-{name}",
            tuple(note.uses),
            tell.carried(figure, doubt=False),
            readings,
            _echoes(readings, tell),
            tell.support(figure),
            tell.agreement(figure),
            figure.agreement == "differs",
            operation,
            input_views(figure, tell, links),
            doubts(figure, tell),
            links.fact(figure.id),
        )
