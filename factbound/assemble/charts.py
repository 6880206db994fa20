"""Charts assembled: each declared chart with the figures it shows."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from factbound.assemble.chart_promises import slip_of, unfit_promises
from factbound.assemble.chart_verdicts import comparison_of
from factbound.assemble.context import AssemblyContext
from factbound.ledger import Chart, Figure, Promise, Row, whole_of
from factbound.problems import Code, Problem
from factbound.read.atlas import Atlas
from factbound.read.book import Entered
from factbound.read.content import Content
from factbound.read.entries import ChartEntry, PromiseEntry
from factbound.values.needs import Needs
from factbound.values.quantities import Quantity
from factbound.values.units import PERCENT, Unit


@dataclass(frozen=True, slots=True)
class Promised:
    """The promises of an edition as typed and as they hold, and the day, in ISO form or empty, that is its today."""

    told: Mapping[str, Entered[PromiseEntry]]
    held: Mapping[str, Promise]
    today: str


def charts_of(
    content: Content,
    figures: Mapping[str, Figure],
    promises: Promised,
    context: AssemblyContext,
    forms: Mapping[str, Needs],
) -> dict[str, Chart]:
    """Every declared chart by its id. `forms` says what each form needs."""
    charts: dict[str, Chart] = {}
    for name, entered in content.charts.items():
        entry = entered.entry
        needs = forms[entry.form]
        held = dict(_rows(entered, figures, promises, context, needs))
        rows = tuple(held.values())
        texts = {key: context.texts(getattr(entry, key), entered, key) for key in ("title", "alt", "lead", "note")}
        today = promises.today if needs.date or needs.day else ""
        faults = [
            *_chart_problems(entered, rows, figures, content.atlas, needs),
            *unfit_promises(entered, held, needs, promises.today),
        ]
        compares = comparison_of(entered, rows, figures, context, needs, fit=not faults)
        charts[name] = Chart(name, entry.form, rows=rows, today=today, compares=compares, **texts)  # type: ignore[arg-type]
        context.problems += faults
    return charts


def _rows(
    entered: Entered[ChartEntry],
    figures: Mapping[str, Figure],
    promises: Promised,
    context: AssemblyContext,
    needs: Needs,
) -> Iterator[tuple[int, Row]]:
    """The rows of a chart whose figures and promises there are, by their place."""
    for n, row in enumerate(entered.entry.figures):
        figure = context.figure(figures, row.figure, entered, "figures", n, "figure")
        label = context.needed(row.label, entered, "figures", n, "label")
        quiet = context.texts(row.context, entered, "figures", n, "context")
        if row.promise:
            context.find(promises.told, "promise", row.promise, entered, "figures", n, "promise")
        promise = promises.held.get(row.promise) if row.promise else None
        if figure and bool(promise) == bool(row.promise):
            slip = slip_of(promise, figure, promises.today) if promise and needs.day else None
            yield n, Row(figure, label, quiet, promise, slip)


def _chart_problems(
    entered: Entered[ChartEntry],
    rows: tuple[Row, ...],
    figures: Mapping[str, Figure],
    atlas: Atlas | None,
    needs: Needs,
) -> Iterator[Problem]:
    """Figures that the form cannot draw, that cannot share an axis, or that mislead without a word beside them."""
    whole = len(rows) == len(entered.entry.figures)
    if whole and len(rows) < needs.least:
        yield Problem(
            entered.where("figures"),
            f"this form draws {needs.least} figures or more",
            Code.CHART_VALUE,
            "give it another form, such as bars",
        )
    for n, row in enumerate(rows):
        if row.figure.derivation and row.figure.derivation.verdict == "misleading" and entered.entry.note is None:
            hint = "leave it out, or add note: with what a reader must know beside the chart"
            yield Problem(
                entered.where("figures", n, "figure"),
                f'"{row.figure.id}" misleads without its caveat',
                Code.NEEDS_CAVEAT,
                hint,
            )
    if needs.place:
        yield from _unplaced(entered, rows, atlas)
        return
    units: dict[str, dict[Unit, str]] = {}
    for n, row in enumerate(rows):
        where = entered.where("figures", n, "figure")
        figure = row.figure
        if needs.date and not (figure.date or figure.period or figure.due):
            yield Problem(
                where,
                f'"{figure.id}" has no date',
                Code.CHART_VALUE,
                "this form draws figures with a date, a period or a due date",
            )
        elif needs.amount and figure.quantity is None:
            yield Problem(
                where, f'"{figure.id}" has no amount', Code.CHART_VALUE, "draw it in a timeline, or leave it out"
            )
        elif needs.amount and isinstance(figure.quantity, Quantity):
            if figure.quantity.point < 0 and not needs.below_zero:
                message = f'"{figure.id}" lies below zero, and no size does'
                yield Problem(where, message, Code.CHART_VALUE, "give it another form, such as bars")
            panel = repr(sorted(entered.entry.figures[n].label.items())) if needs.panels and whole else ""
            units.setdefault(panel, {}).setdefault(figure.quantity.unit, figure.id)
    for shared in units.values():
        if len(shared) > 1:
            told = ", ".join(f"{unit} ({name})" for unit, name in shared.items())
            yield Problem(
                entered.where("figures"),
                f"these units cannot share an axis: {told}",
                Code.CHART_UNITS,
                "make two charts of it",
            )
    if needs.whole and whole and all(row.figure.quantity for row in rows) and not _one_whole(rows, figures):
        hint = 'derive their sum in facts/derived.yml, or draw them as "bars"'
        yield Problem(
            entered.where("figures"),
            "these are not parts of one whole: no derived figure is their sum",
            Code.CHART_VALUE,
            hint,
        )


def _one_whole(rows: tuple[Row, ...], figures: Mapping[str, Figure]) -> bool:
    """Whether a derived figure is the sum of these, or they are shares of one measure and time that come to no more
    than a hundred percent."""
    if whole_of([row.figure for row in rows], figures.values()):
        return True
    shares = [row.figure for row in rows]
    points = [share.quantity.point for share in shares if share.quantity and share.quantity.unit == PERCENT]
    alike = {
        (share.measure and share.measure.id, str(share.period), share.place and share.place.id) for share in shares
    }
    return len(points) == len(shares) and len(alike) == 1 and sum(points) <= 100


def _unplaced(entered: Entered[ChartEntry], rows: tuple[Row, ...], atlas: Atlas | None) -> Iterator[Problem]:
    """Figures that a map cannot show."""
    if atlas is None:
        yield Problem(
            entered.where("form"),
            "there is no map to draw on",
            Code.CHART_VALUE,
            "scripts/map.py makes content/map.json",
        )
        return
    for n, row in enumerate(rows):
        where, place = entered.where("figures", n, "figure"), row.figure.place
        if place is None or place.at is None:
            message = f'"{place.id}" is nowhere on a map' if place else f'"{row.figure.id}" has no place'
            yield Problem(
                where,
                message,
                Code.CHART_VALUE,
                "give its place at: latitude longitude in facts/places.yml" if place else None,
            )
        elif not atlas.holds(*place.at):
            yield Problem(
                where,
                f'"{place.id}" lies beyond the map',
                Code.CHART_VALUE,
                "leave it out, or cut a larger map with scripts/map.py",
            )
