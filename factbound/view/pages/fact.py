"""Facts told: a page for each figure, and what was corrected."""

from dataclasses import dataclass
from decimal import ROUND_DOWN, Context, Decimal

from factbound.ledger import Correction, Figure, Removed
from factbound.view.data.digest import digest
from factbound.view.pages.facts_index import FactRow, fact_row, is_open, is_past_due
from factbound.view.pages.promise import PromiseRow, promise_row
from factbound.view.parts.embeds import FACT_HEIGHT, embed_code
from factbound.view.parts.footnotes import InputView, ReadingView, doubts, input_views, reading_views
from factbound.view.parts.tables import ComparisonView, comparison
from factbound.view.telling.links import Links, object_path
from factbound.view.telling.teller import Teller, printed_quantity

RELATED = 4
"""How many other facts a figure's page leads to."""


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
    promises: tuple[PromiseRow, ...]
    """The promises that it is a part of, and those whose verdict it stands behind."""
    later: str
    """That it rests on pages seen in excerpts; empty where an article read whole tells it."""
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
    digest: str
    embed_href: str
    embed_code: str


def fact_view(figure: Figure, tell: Teller, links: Links, today: str, site_url: str) -> FactView:
    """A figure's page. `today` is the day, in ISO form, against which due dates are held; empty when not known."""
    ledger, derivation = tell.ledger, figure.derivation
    spelled = tell.figure(figure)
    outcomes = tuple(_ref(other, tell, links) for other in tell.relations.outcomes.get(figure.id, ()))
    outcome_of = ledger.figures[figure.outcome_of] if figure.outcome_of else None
    uses = tuple(
        UseView(tell.phrase(use.story.title), links.to(use.story.url), tell.speller.counted("times", use.times))
        for use in ledger.uses[figure.id]
        if use.story.language == tell.language
    )
    used_in = tuple(_ref(other, tell, links) for other in tell.relations.used_in.get(figure.id, ()))
    return FactView(
        id=figure.id,
        statement=tell.text(figure.statement),
        amount=spelled.text,
        qualifier=spelled.qualifier,
        bare_amount=spelled.amount,
        kind=figure.kind,
        fields=tuple(_fields(figure, tell)),
        outcome=_outcome(figure, tell, today),
        outcomes=outcomes,
        promises=tuple(promise_row(each, tell, links) for each in tell.relations.promises.get(figure.id, ())),
        later=tell.word("later-fact") if figure.excerpted else "",
        outcome_of=_ref(outcome_of, tell, links) if outcome_of else None,
        readings=reading_views(figure, tell, links),
        support=tell.support(figure),
        agreement=tell.agreement(figure),
        differs=figure.agreement == "differs",
        because=tell.text(figure.because),
        doubts=doubts(figure, tell),
        origins=tuple((tell.text(origin.name), tell.word(f"kind-{origin.kind}")) for origin in figure.origins),
        worksheet=comparison(figure, tell, links) if derivation else None,
        assumed=tell.text(derivation.assumed) if derivation else "",
        rounding=tell.word("rounding", n=derivation.significant_figures) if derivation else "",
        exact=_exact(figure, tell),
        inputs=input_views(figure, tell, links),
        uses=uses,
        charts=tuple(
            (tell.text(chart.title), links.chart(chart.id)) for chart in tell.relations.charts.get(figure.id, ())
        ),
        used_in=used_in,
        distinct=tuple(
            _ref(ledger.figures[name], tell, links) for name in figure.distinct_from if name in ledger.figures
        ),
        distinct_because=tell.text(figure.distinct_because),
        related=tuple(fact_row(other, tell, links, today) for other in tell.relations.related(figure, RELATED)),
        corrections=tuple(_correction(each, tell, links) for each in tell.relations.corrections.get(figure.id, ())),
        json_href=links.to(object_path(figure.id)),
        digest=digest(figure),
        embed_href="embed/",
        embed_code=embed_code(site_url, f"{links.page}embed/", tell.text(figure.statement), FACT_HEIGHT),
    )


def _exact(figure: Figure, tell: Teller) -> str:
    """A derived figure's value before it was rounded, cut for reading where it has no end; empty where rounding changed
    nothing."""
    value, printed = figure.quantity.value if figure.quantity else None, printed_quantity(figure)
    if value is None or printed is None or printed.value == value:
        return ""
    wide = Context(prec=100, rounding=ROUND_DOWN)
    cut = value.quantize(Decimal("0.000001"), context=wide)
    return tell.speller.number(cut.normalize(wide) if cut == value else cut) + ("." if cut == value else "…")


def _ref(figure: Figure, tell: Teller, links: Links) -> tuple[str, str]:
    return tell.carried(figure), links.fact(figure.id)


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
        ("checked-by", _second_person(figure, tell)),
    ]
    return [(tell.word(key), words) for key, words in told if words]


def _second_person(figure: Figure, tell: Teller) -> str:
    """Who held the figure against the articles again, and when; empty when nobody has."""
    if not (figure.checked_by and figure.checked_on):
        return ""
    return tell.word("checked-by-on", name=figure.checked_by, date=tell.speller.date(figure.checked_on))


def _outcome(figure: Figure, tell: Teller, today: str) -> str:
    """What is known of a promise whose date has come, and of one whose date has not."""
    if not is_open(figure, tell):
        return ""
    return tell.word("outcome-unknown" if is_past_due(figure, tell.ledger, today) else "outcome-open")


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


@dataclass(frozen=True, slots=True)
class RemovedView:
    """The page of a fact that was published once."""

    id: str
    date: str
    why: str
    instead: tuple[str, str] | None


def removed_view(removed: Removed, tell: Teller, links: Links) -> RemovedView:
    """The page of a fact that was published once."""
    return RemovedView(
        removed.id,
        tell.speller.date(removed.date),
        tell.text(removed.why),
        _ref(removed.instead, tell, links) if removed.instead else None,
    )


def correction_views(tell: Teller, links: Links) -> tuple[CorrectionView, ...]:
    """Every correction, the latest first."""
    return tuple(_correction(each, tell, links) for each in tell.ledger.corrections)


def _correction(each: Correction, tell: Teller, links: Links) -> CorrectionView:
    return CorrectionView(
        each.figure.id,
        tell.text(each.figure.statement),
        links.fact(each.figure.id),
        tell.speller.date(each.date),
        tell.text(each.was),
        tell.text(each.now),
        tell.text(each.why),
    )
