"""Tables made from the ledger: who says what, where the articles disagree, which comparisons hold."""

from collections.abc import Container
from dataclasses import dataclass

from markupsafe import Markup

from factbound.ledger import Chart, Figure, Promise, Row, Slip
from factbound.values.vocabulary import Verdict, Voice, all_of
from factbound.view.charts.forms import FORMS
from factbound.view.parts.drawings import Drawings
from factbound.view.parts.footnotes import InputView, ReadingView, doubts, input_views, reading_view, reading_views
from factbound.view.telling.links import Links, strip_id
from factbound.view.telling.teller import Teller

VOICES, VERDICTS = all_of(Voice), all_of(Verdict)


@dataclass(frozen=True, slots=True)
class DisagreementView:
    """A fact whose articles differ: its readings side by side, which one is printed and why."""

    id: str
    statement: str
    differs: str
    readings: tuple[ReadingView, ...]
    because: str
    fact_href: str
    wide: Markup
    narrow: Markup


@dataclass(frozen=True, slots=True)
class ClaimView:
    """What someone claims, and where it is reported."""

    statement: str
    fact_href: str
    reported_by: str
    """The publisher, as it stands after “reported by”."""
    source_href: str
    hedge: str
    hedge_word: str
    language: str
    """That of the article, and so of the hedging word."""


@dataclass(frozen=True, slots=True)
class SpeakerView:
    """Someone who is quoted or credited, and what they claim."""

    id: str
    name: str
    role: str
    of: str
    doubt: str
    claims: tuple[ClaimView, ...]


@dataclass(frozen=True, slots=True)
class VoiceView:
    """The speakers of one kind."""

    name: str
    speakers: tuple[SpeakerView, ...]


@dataclass(frozen=True, slots=True)
class ComparisonView:
    """A derived figure, its worksheet in short, and how fair it is."""

    id: str
    statement: str
    result: str
    operation: str
    inputs: tuple[InputView, ...]
    verdict: str
    verdict_word: str
    why: str
    caveat: str
    fact_href: str


@dataclass(frozen=True, slots=True)
class DoubtView:
    """A claim that is unconfirmed, and why."""

    statement: str
    fact_href: str
    support: str
    doubts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ChartRowView:
    """A row of a chart's table."""

    label: str
    context: str
    amount: str
    status: str
    support: str
    fact_href: str
    unconfirmed: bool
    text_href: str
    """Where the page prints the figure in its text; empty where it does not."""


def disagreements(tell: Teller, links: Links, drawings: Drawings) -> tuple[DisagreementView, ...]:
    """Every fact whose readings differ, drawn as a range where they differ in an amount or its qualifier."""
    found = []
    for figure in tell.ledger.facts:
        if figure.agreement == "differs" and not figure.excerpted:
            drawing = drawings.get((strip_id(figure), tell.language))
            found.append(
                DisagreementView(
                    figure.id,
                    tell.text(figure.statement),
                    tell.agreement(figure),
                    reading_views(figure, tell, links),
                    tell.text(figure.because),
                    links.fact(figure.id),
                    *(
                        (Markup(drawing.wide(links.to)), Markup(drawing.narrow(links.to)))
                        if drawing
                        else (Markup(), Markup())
                    ),
                )
            )
    return tuple(found)


def speakers(tell: Teller, links: Links) -> tuple[VoiceView, ...]:
    """Everyone who says something, by kind of voice; the articles' own voice is left to their pages."""
    said: dict[str, list[ClaimView]] = {}
    for figure in tell.ledger.facts:
        if figure.excerpted:
            continue
        told: set[tuple[str, str]] = set()
        for reading in figure.readings:
            key = (reading.said_by.id, reading.source.id)
            if key in told:
                continue
            told.add(key)
            view = reading_view(reading, tell, links)
            said.setdefault(reading.said_by.id, []).append(
                ClaimView(
                    tell.said(figure, reading) or " · ".join(filter(None, [view.means or view.printed, view.amount])),
                    links.fact(figure.id),
                    tell.publisher_inside(reading.source),
                    view.source_href,
                    view.hedge,
                    view.hedge_word,
                    view.language,
                )
            )
    found = []
    for voice in VOICES[:-1]:
        people = tuple(
            SpeakerView(
                person.id,
                tell.name(person),
                tell.text(person.role),
                tell.name(person.of) if person.of else "",
                tell.text(person.doubt),
                tuple(said[person.id]),
            )
            for person in tell.ledger.people.values()
            if person.voice == voice and person.id in said
        )
        if people:
            found.append(VoiceView(tell.word(f"voice-{voice}"), people))
    return tuple(found)


def comparison(figure: Figure, tell: Teller, links: Links) -> ComparisonView:
    """A derived figure as a comparison."""
    derivation = figure.derivation
    assert derivation
    return ComparisonView(
        figure.id,
        tell.text(figure.statement),
        tell.figure(figure).text,
        tell.word(f"op-{derivation.operation}"),
        input_views(figure, tell, links),
        derivation.verdict,
        tell.word(f"verdict-{derivation.verdict}"),
        tell.text(derivation.why),
        tell.text(derivation.caveat),
        links.fact(figure.id),
    )


def comparisons(tell: Teller, links: Links, verdicts: tuple[str, ...]) -> tuple[ComparisonView, ...]:
    """The derived figures of these verdicts, the fairest first."""
    found = [figure for figure in tell.ledger.derived if figure.derivation and figure.derivation.verdict in verdicts]
    found.sort(key=lambda figure: VERDICTS.index(figure.derivation.verdict) if figure.derivation else 0)
    return tuple(comparison(figure, tell, links) for figure in found)


def unconfirmed(tell: Teller, links: Links) -> tuple[DoubtView, ...]:
    """The facts that there is a reason to doubt."""
    return tuple(
        DoubtView(tell.text(figure.statement), links.fact(figure.id), tell.support(figure), doubts(figure, tell))
        for figure in tell.ledger.facts
        if figure.doubt and not figure.excerpted
    )


def chart_rows(chart: Chart, tell: Teller, links: Links, in_text: Container[str] = ()) -> tuple[ChartRowView, ...]:
    """A chart's figures as a table; `in_text` are the ids of those that the page's text prints."""
    return tuple(
        ChartRowView(
            tell.text(row.label),
            " · ".join(filter(None, [tell.text(row.context), row_differs(row, tell)])),
            row_amount(chart, row, tell),
            tell.word(f"status-{row.figure.status}") if row.figure.status else "",
            tell.support(row.figure),
            links.fact(row.figure.id),
            bool(row.figure.doubt),
            f"#ref-{row.figure.id}-1" if row.figure.id in in_text else "",
        )
        for row in chart.rows
    )


def row_amount(chart: Chart, row: Row, tell: Teller) -> str:
    """What a chart prints for a figure: its amount, or where the form needs one its date, period or due date; of a
    promise its days and what came of it."""
    if row.slip:
        return slip_words(row.slip, row.promise, tell)
    figure = row.figure
    if not FORMS[chart.form].needs.date:
        return tell.figure(figure).text
    when = figure.date or figure.period or figure.due
    return tell.speller.date(when) if when else ""


def slip_words(slip: Slip, promise: Promise | None, tell: Teller) -> str:
    """A promise's day, those of later plans, and what came of it."""
    day = tell.speller.date
    told = [tell.word("slip-due", day=day(slip.due))] if slip.due else []
    told += [tell.word("slip-moved" if slip.due else "slip-plan", day=day(aim)) for aim in slip.aims]
    came = (
        tell.word(f"slip-{slip.kind}", day=day(slip.day))
        if slip.day
        else tell.word("slip-ahead")
        if slip.kind == "ahead"
        else tell.word(f"promise-{promise.verdict}")
        if promise
        else ""
    )
    return " · ".join(filter(None, [*told, came]))


def row_differs(row: Row, tell: Teller) -> str:
    """In what an outcome that a chart draws beside its promise is another thing; empty where it is none, or is the
    same."""
    for outcome in row.promise.rests_on if row.promise and not row.slip else ():
        if outcome.figure.id == row.figure.id and outcome.differs:
            return f"{tell.word('another-thing')}{tell.word('colon')} {tell.text(outcome.differs)}"
    return ""
