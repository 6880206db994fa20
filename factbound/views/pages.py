"""Pages: one view object per template, told from the ledger in one language."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from factbound.content import KeyFigure, Story
from factbound.ledger import Chart, Figure, Ledger, Source
from factbound.prose import BLOCKS, Mention, Phrase, filled, words_of
from factbound.quantities import decimal_text
from factbound.views.charts.view import ChartView
from factbound.views.evidence import CardView, InputView, NoteGroup, Notes, ReadingView, Reference, doubts, input_views, reading_view, reading_views
from factbound.views.links import Links, story_name
from factbound.views.tables import (
    ChartRowView, ComparisonView, DisagreementView, DoubtView, VoiceView, chart_rows, comparison, comparisons, disagreements, speakers, unconfirmed,
)  # fmt: skip
from factbound.views.telling import Teller

Macros = Callable[[str, object, Teller], Markup]
"""Renders the part of a page that a template macro shows: its name, the view object, the teller."""
Drawings = Mapping[tuple[str, str], "Drawing"]
"""The drawn charts, by chart and language."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """A chart, drawn: for wide and narrow columns, links in it as seen from the root, and its files."""

    view: ChartView
    wide: Callable[[str], str]
    narrow: Callable[[str], str]


# --- Stories ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class KeyView:
    """A figure printed large."""

    reference: Reference
    label: Markup
    note: Markup
    support: str


@dataclass(frozen=True, slots=True)
class FigureView:
    """A chart with everything around it."""

    id: str
    anchor: str
    form: str
    title: Markup
    lead: Markup
    note: Markup
    wide: Markup
    narrow: Markup
    rows: tuple[ChartRowView, ...]
    sources: tuple[tuple[str, str], ...]
    page_href: str
    csv_href: str
    svg_href: str
    png_href: str
    json_href: str


@dataclass(frozen=True, slots=True)
class TableView:
    """A table of the ledger, by the name of its macro, or a chart's table."""

    name: str
    rows: tuple[object, ...]
    title: str = ""


@dataclass(frozen=True, slots=True)
class StoryView:
    """A story page."""

    title: Markup
    kicker: Markup
    lead: Markup
    keys: tuple[KeyView, ...]
    body: Markup
    contents: tuple[tuple[str, str], ...]
    groups: tuple[NoteGroup, ...]
    cards: tuple[CardView, ...]
    previous: tuple[str, str] | None
    next: tuple[str, str] | None
    summary: str
    is_home: bool


def story_view(story: Story, tell: Teller, drawings: Drawings, macros: Macros) -> StoryView:
    """A story, with its mentions printed, its charts and its footnotes."""
    links = Links(story.url, story.language)
    page = _Page(tell, links, Notes(tell, links), drawings, macros)
    kicker, title, lead = (page.phrase(part) for part in (story.kicker, story.title, story.lead))
    keys = tuple(
        KeyView(page.refer(key.figure.mentions[0]), page.phrase(key.label, key), page.phrase(key.note, key), tell.support(tell.ledger.figures[key.figure.mentions[0].target]))
        for key in story.keys
    )
    body, contents = page.body(story)
    siblings = [other for other in tell.ledger.stories if other.language == story.language]
    at = siblings.index(story)
    before, after = (siblings[at - 1] if at else None), (siblings[at + 1] if at + 1 < len(siblings) else None)
    return StoryView(
        title=title, kicker=kicker, lead=lead, keys=keys, body=body, contents=contents, groups=page.notes.groups(), cards=page.notes.cards,
        previous=(links.to(before.url), before.nav) if before else None, next=(links.to(after.url), after.nav) if after else None,
        summary=_summary(tell), is_home=story.name == "",
    )  # fmt: skip


def _summary(tell: Teller) -> str:
    counts, counted = tell.counts, tell.speller.counted
    return " · ".join(
        (counted("article-count", counts["sources"]), counted("origin-count", counts["origins"]), counted("fact-count", counts["facts"]), counted("reading-count", counts["readings"]))
    )


@dataclass(slots=True)
class _Page:
    """A story while it is told: phrases, mentions and blocks turn into markup, and footnotes gather."""

    tell: Teller
    links: Links
    notes: Notes
    drawings: Drawings
    macros: Macros

    def phrase(self, phrase: Phrase | None, key: KeyFigure | None = None) -> Markup:
        """A phrase with its figures footnoted, but for the key figure that it stands under, which has its footnote already."""
        own = key.figure.mentions[0].target if key else None
        told = (
            part if isinstance(part, str) else self.tell.mention(part) if part.target == own else self.mention(part)
            for part in (phrase.parts if phrase else ())
        )
        return Markup().join(told)

    def refer(self, mention: Mention) -> Reference:
        """A figure, printed here with its footnote and card."""
        return self.notes.refer(self.tell.ledger.figures[mention.target], mention.form)

    def mention(self, mention: Mention) -> Markup:
        """A mention in running text."""
        match mention.kind:
            case "figure":
                return self.macros("figure", self.refer(mention), self.tell)
            case "cite":
                name, hash_, paragraph = mention.target.partition("#")
                ledger = self.tell.ledger
                reference = self.notes.cite(ledger.sources[name], int(paragraph)) if hash_ else self.notes.refer(ledger.figures[name], with_card=False)
                return self.macros("citation", reference, self.tell)
            case _:
                return Markup.escape(self.tell.mention(mention))

    def body(self, story: Story) -> tuple[Markup, tuple[tuple[str, str], ...]]:
        """The body's markup, and its contents as anchors and headings."""
        inline: dict[int, str] = {}
        blocks: dict[int, str] = {}
        plain: dict[int, str] = {}
        for number, mention in enumerate(story.body.mentions):
            plain[number] = mention.source if mention.spot == "code" else self.tell.mention(mention)
            if mention.kind in BLOCKS and mention.spot == "text":
                blocks[number] = inline[number] = str(self.block(mention))
            elif mention.spot in {"code", "attribute"}:
                inline[number] = str(Markup.escape(plain[number]))
            else:
                inline[number] = str(self.mention(mention))
        html = self._story_links(filled(story.body.html, inline, blocks), story)
        contents = tuple((f"#{heading.anchor}", words_of(heading.text, plain)) for heading in story.body.headings if heading.level == 2)
        return Markup(html), contents  # noqa: S704  Markdown's own output, in which mentions were escaped

    def _story_links(self, html: str, story: Story) -> str:
        """Links to stories' files, as links to their pages."""
        for target in dict.fromkeys(link.target for link in story.body.links):
            name = story_name(target)
            if name is not None:
                path = f"{story.language}/{name}/" if name else f"{story.language}/"
                fragment = target.partition("#")[2]
                html = html.replace(f'href="{target}"', f'href="{self.links.to(path)}{"#" + fragment if fragment else ""}"')
        return html

    def block(self, mention: Mention) -> Markup:
        """A chart or a table."""
        ledger, tell, links = self.tell.ledger, self.tell, self.links
        if mention.kind == "table" and mention.target not in ledger.charts:
            return self.macros(f"table_{mention.target}", ledger_table(mention.target, tell, links), tell)
        chart = ledger.charts[mention.target]
        if mention.kind == "table":
            return self.macros("chart_table", TableView("chart", chart_rows(chart, tell, links), tell.text(chart.title)), tell)
        return self.macros("chart", figure_view(chart, tell, links, self.drawings, self.phrase), tell)


def ledger_table(name: str, tell: Teller, links: Links) -> TableView:
    """A table that is made from the ledger."""
    rows: tuple[object, ...]
    match name:
        case "disagreements":
            rows = disagreements(tell, links)
        case "speakers":
            rows = speakers(tell, links)
        case "comparisons":
            rows = comparisons(tell, links, ("fair", "with-care"))
        case "refused":
            rows = comparisons(tell, links, ("misleading",))
        case "unconfirmed":
            rows = unconfirmed(tell, links)
        case _:
            rows = source_rows(tell, links)
    return TableView(name, rows)


def figure_view(chart: Chart, tell: Teller, links: Links, drawings: Drawings, phrase: Callable[[Phrase | None], Markup]) -> FigureView:
    """A chart as it stands in a page."""
    drawing = drawings[chart.id, tell.language]
    told = {key: texts[tell.language] if (texts := getattr(chart, key)) else None for key in ("title", "lead", "note")}
    sources = {source.id: source for row in chart.rows for source in row.figure.sources}
    return FigureView(
        id=chart.id, anchor=f"chart-{chart.id}", form=chart.form, title=phrase(told["title"]), lead=phrase(told["lead"]), note=phrase(told["note"]),
        wide=Markup(drawing.wide(links.root)), narrow=Markup(drawing.narrow(links.root)),  # noqa: S704  drawn by us from escaped text
        rows=chart_rows(chart, tell, links), sources=tuple((source.publisher, links.source(source.id)) for source in sources.values()),
        page_href=links.chart(chart.id), **{f"{kind}_href": links.to(f"data/charts/{chart.id}.{kind}") for kind in ("csv", "svg", "png", "json")},
    )  # fmt: skip


# --- Facts -----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class FactRow:
    """A figure in the index of facts."""

    id: str
    href: str
    statement: str
    amount: str
    subject: str
    status: str
    kind: str
    support: str
    differs: bool
    unconfirmed: bool
    verdict: str


@dataclass(frozen=True, slots=True)
class FactsView:
    """The index of facts, by subject."""

    groups: tuple[tuple[str, tuple[FactRow, ...]], ...]
    count: int
    summary: str


@dataclass(frozen=True, slots=True)
class UseView:
    """A page on which a figure is printed."""

    title: str
    href: str
    times: str


@dataclass(frozen=True, slots=True)
class FactView:
    """A figure's page."""

    id: str
    statement: str
    amount: str
    qualifier: str
    bare_amount: str
    kind: str
    fields: tuple[tuple[str, str], ...]
    outcome: str
    outcomes: tuple[tuple[str, str], ...]
    outcome_of: tuple[str, str] | None
    readings: tuple[ReadingView, ...]
    support: str
    agreement: str
    differs: bool
    because: str
    doubts: tuple[str, ...]
    origins: tuple[tuple[str, str], ...]
    worksheet: ComparisonView | None
    assumed: str
    rounding: str
    exact: str
    inputs: tuple[InputView, ...]
    uses: tuple[UseView, ...]
    charts: tuple[tuple[str, str], ...]
    used_in: tuple[tuple[str, str], ...]
    distinct: tuple[tuple[str, str], ...]
    distinct_because: str
    related: tuple[FactRow, ...]
    corrections: tuple["CorrectionView", ...]
    json_href: str


def fact_row(figure: Figure, tell: Teller, links: Links) -> FactRow:
    """A figure, in a line."""
    return FactRow(
        figure.id, links.fact(figure.id), tell.text(figure.statement), tell.figure(figure).text, tell.name(figure.subject) if figure.subject else "",
        tell.word(f"status-{figure.status}") if figure.status else "", figure.kind, tell.support(figure), figure.agreement == "differs", bool(figure.doubt),
        tell.word(f"verdict-{figure.derivation.verdict}") if figure.derivation else "",
    )  # fmt: skip


def facts_view(tell: Teller, links: Links) -> FactsView:
    """The index of facts: what was read, by subject, then what was worked out."""
    groups: dict[str, list[FactRow]] = {}
    for figure in tell.ledger.facts:
        head = figure.subject
        while head and head.of:
            head = head.of
        groups.setdefault(tell.name(head) if head else "", []).append(fact_row(figure, tell, links))
    groups[tell.word("worked-out")] = [fact_row(figure, tell, links) for figure in tell.ledger.derived]
    return FactsView(tuple((name, tuple(rows)) for name, rows in groups.items() if rows), len(tell.ledger.figures), _summary(tell))


def fact_view(figure: Figure, tell: Teller, links: Links, today: str) -> FactView:
    """A figure's page. `today` is the day, in ISO form, against which due dates are held; empty when not known."""
    ledger, derivation = tell.ledger, figure.derivation
    spelled = tell.figure(figure)
    outcomes = tuple(_ref(other, tell, links) for other in ledger.facts if other.outcome_of == figure.id)
    outcome_of = ledger.figures[figure.outcome_of] if figure.outcome_of else None
    uses = tuple(
        UseView(tell.phrase(use.story.title), links.to(use.story.url), tell.speller.counted("times", use.times))
        for use in ledger.uses[figure.id]
        if use.story.language == tell.language
    )
    used_in = tuple(_ref(other, tell, links) for other in ledger.derived if other.derivation and any(i.figure.id == figure.id for i in other.derivation.inputs))
    rounded = figure.quantity and figure.quantity.value is not None and decimal_text(figure.quantity.value) or ""
    return FactView(
        id=figure.id, statement=tell.text(figure.statement), amount=spelled.text, qualifier=spelled.qualifier, bare_amount=spelled.amount, kind=figure.kind,
        fields=tuple(_fields(figure, tell)), outcome=_outcome(figure, bool(outcomes), tell, today), outcomes=outcomes,
        outcome_of=_ref(outcome_of, tell, links) if outcome_of else None, readings=reading_views(figure, tell, links), support=tell.support(figure),
        agreement=tell.agreement(figure), differs=figure.agreement == "differs", because=tell.text(figure.because), doubts=doubts(figure, tell),
        origins=tuple((tell.text(origin.name), tell.word(f"kind-{origin.kind}")) for origin in figure.origins),
        worksheet=comparison(figure, tell, links) if derivation else None, assumed=tell.text(derivation.assumed) if derivation else "",
        rounding=tell.word("rounding", n=derivation.figures) if derivation else "", exact=_significant(rounded), inputs=input_views(figure, tell, links), uses=uses,
        charts=tuple((tell.text(chart.title), links.chart(chart.id)) for chart in ledger.charts_of(figure)), used_in=used_in,
        distinct=tuple(_ref(ledger.figures[name], tell, links) for name in figure.distinct_from if name in ledger.figures),
        distinct_because=tell.text(figure.distinct_because), related=tuple(_related(figure, tell, links)),
        corrections=tuple(view for view in correction_views(tell, links) if view.fact == figure.id), json_href=links.to("data/facts.json"),
    )  # fmt: skip


def _significant(text: str) -> str:
    """A long decimal cut for reading; the data holds it whole."""
    return f"{text[:18]}…" if len(text) > 19 else text


def _ref(figure: Figure, tell: Teller, links: Links) -> tuple[str, str]:
    return tell.text(figure.statement), links.fact(figure.id)


def _fields(figure: Figure, tell: Teller) -> list[tuple[str, str]]:
    """What is known of a figure, as labels and words."""
    told = [
        ("subject", tell.name(figure.subject) if figure.subject else ""),
        ("place", tell.text(figure.place.name) if figure.place else ""),
        ("measure", tell.text(figure.measure.name) if figure.measure else ""),
        ("period", tell.speller.date(figure.period) if figure.period else ""),
        ("due", tell.speller.date(figure.due) if figure.due else ""),
        ("status", tell.word(f"status-{figure.status}") if figure.status else ""),
        ("scope", " · ".join(tell.text(scope.name) for scope in figure.scope)),
    ]
    return [(tell.word(key), words) for key, words in told if words]


def _outcome(figure: Figure, told: bool, tell: Teller, today: str) -> str:
    """What is known of a promise whose date has come, and of one whose date has not."""
    if figure.due is None or figure.status not in {"announced", "planned", "forecast"} or told:
        return ""
    latest = max((source.published.last for source in tell.ledger.sources.values()), default=figure.due.last)
    horizon = today or latest.isoformat()
    return tell.word("outcome-unknown" if figure.due.last.isoformat() < horizon else "outcome-open")


def _related(figure: Figure, tell: Teller, links: Links) -> list[FactRow]:
    """Up to four other facts on the same subject and place, those of its measure first."""

    def nearness(other: Figure) -> int:
        return 2 * (other.measure == figure.measure and figure.measure is not None) + (other.place == figure.place)

    others = [other for other in tell.ledger.figures.values() if other.subject == figure.subject and other.id != figure.id]
    return [fact_row(other, tell, links) for other in sorted(others, key=nearness, reverse=True)[:4]]


# --- Articles --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class TakenView:
    """A reading on its article's page."""

    reading: ReadingView
    statement: str
    fact_href: str


@dataclass(frozen=True, slots=True)
class ParagraphView:
    """What was taken from a paragraph of an article, and what was left out."""

    number: int
    taken: tuple[TakenView, ...]
    left_out: tuple[tuple[str, str], ...]


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
    used: tuple[int, ...]
    left: tuple[int, ...]
    total: int
    checked: str
    digest: str


def source_rows(tell: Teller, links: Links) -> tuple[SourceRow, ...]:
    """Every article, in a line each."""
    return tuple(
        SourceRow(
            source.publisher, links.source(source.id), tell.speller.date(source.published), source.published_known == "inferred", source.language,
            tell.text(source.origin.name), tell.speller.counted("reading-count", sum(reading.source.id == source.id for reading in tell.ledger.readings)), tell.text(source.about),
        )
        for source in tell.ledger.sources.values()
    )  # fmt: skip


def source_view(source: Source, tell: Teller, links: Links) -> SourceView:
    """An article's page: what it is, what was inferred, each reading in order, what was left out."""
    ledger = tell.ledger
    taken: dict[int, list[TakenView]] = {}
    for figure in ledger.facts:
        for reading in figure.readings:
            if reading.source.id == source.id:
                view = TakenView(reading_view(reading, tell, links), tell.text(figure.statement), links.fact(figure.id))
                taken.setdefault(reading.paragraph, []).append(view)
    left: dict[int, list[tuple[str, str]]] = {}
    for part in source.left_out:
        left.setdefault(part.paragraph, []).append((part.printed or "", tell.text(part.why)))
    paragraphs = tuple(ParagraphView(n, tuple(taken.get(n, ())), tuple(left.get(n, ()))) for n in range(1, source.paragraphs + 1) if n in taken or n in left)
    number = tell.speller.number
    return SourceView(
        id=source.id, publisher=source.publisher, about=tell.text(source.about), address=source.address, language=source.language,
        fields=tuple(_known(source, tell)), paragraphs=paragraphs,
        meter=tell.word("used-meter", used=number(len(taken)), all=number(source.paragraphs), left=number(len(left))),  # type: ignore[arg-type]
        used=tuple(sorted(taken)), left=tuple(sorted(left)), total=source.paragraphs,
        checked=tell.word("checked-on", date=source.checked_on) if source.checked_on else tell.word("checked-no-long"), digest=source.digest or "",
    )  # fmt: skip


def _known(source: Source, tell: Teller) -> list[tuple[str, str, str]]:
    """What is known of an article, and how: label, words, from what it was inferred or where it is stated."""

    def how(known: str, texts: object) -> str:
        words = tell.text(texts)  # type: ignore[arg-type]
        if known == "stated":
            return f"{tell.word('stated')}: {words}" if words else tell.word("stated")
        return tell.word("inferred-from", what=words) if words else tell.word("inferred")

    return [
        (tell.word("publisher"), source.publisher, how(source.publisher_known, source.publisher_from)),
        (tell.word("published"), tell.speller.date(source.published), how(source.published_known, source.published_from)),
        (tell.word("title"), source.title or tell.word("no-title"), ""),
        (tell.word("origin"), f"{tell.text(source.origin.name)} ({tell.word('kind-' + source.origin.kind)})", tell.text(source.origin_known)),
    ]


# --- Charts and corrections ------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class ChartPage:
    """A chart's page."""

    figure: FigureView
    alt: str
    groups: tuple[NoteGroup, ...]
    cards: tuple[CardView, ...]
    uses: tuple[UseView, ...]


@dataclass(frozen=True, slots=True)
class CorrectionView:
    """What was printed wrong."""

    fact: str
    statement: str
    fact_href: str
    date: str
    was: str
    now: str
    why: str


def chart_page(chart: Chart, tell: Teller, drawings: Drawings, macros: Macros, path: str) -> ChartPage:
    """A chart's page."""
    links = Links(path, tell.language)
    page = _Page(tell, links, Notes(tell, links), drawings, macros)
    figure = figure_view(chart, tell, links, drawings, page.phrase)
    printed_in = [
        story for story in tell.ledger.stories
        if story.language == tell.language and any(m.kind in BLOCKS and m.target == chart.id for m in story.body.mentions)
    ]  # fmt: skip
    uses = tuple(UseView(tell.phrase(story.title), f"{links.to(story.url)}#chart-{chart.id}", "") for story in printed_in)
    return ChartPage(figure, tell.text(chart.alt), page.notes.groups(), page.notes.cards, uses)


def correction_views(tell: Teller, links: Links) -> tuple[CorrectionView, ...]:
    """Every correction, the latest first."""
    return tuple(
        CorrectionView(
            each.figure.id, tell.text(each.figure.statement), links.fact(each.figure.id), tell.speller.date(each.date), tell.text(each.was), tell.text(each.now),
            tell.text(each.why),
        )
        for each in tell.ledger.corrections
    )  # fmt: skip


__all__ = ["DisagreementView", "DoubtView", "Ledger", "VoiceView"]
