"""Figures for charts: a declared chart becomes plain data in a language, is drawn, and is ready to stand in a page."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from factbound.ledger import Chart, Figure, whole_of
from factbound.quantities import Quantity
from factbound.views.charts.drawing import draw, png, standalone
from factbound.views.charts.view import ChartRow, ChartView, Site
from factbound.views.drawings import Drawing
from factbound.views.links import fact_path
from factbound.views.svg import linked
from factbound.views.tables import picture_path, row_amount, strip_id
from factbound.views.telling import Teller, shown


@dataclass(frozen=True, slots=True)
class Drawn:
    """Every chart in every language, drawn; the files that go with them; how many were new."""

    drawings: Mapping[tuple[str, str], Drawing]
    files: Mapping[str, bytes]
    new: int
    reused: int


def draw_charts(
    tellers: Mapping[str, Teller], cache: Path, fonts: Path, progress: Callable[[int, int], None], attribute: str = "href"
) -> Drawn:
    """Draw every chart and every disagreement over an amount, or take them from the cache. `attribute` holds the addresses of its links."""
    folder = fonts if fonts.is_dir() else None
    views = [view for tell in tellers.values() for view in _views(tell)]
    drawings: dict[tuple[str, str], Drawing] = {}
    files: dict[str, bytes] = {}
    reused = 0
    for done, view in enumerate(views, 1):
        drawn = draw(view, cache, folder)
        reused += drawn.reused
        if not drawn.reused:
            progress(done, len(views))
        drawings[view.id, view.language] = Drawing(
            view, partial(linked, drawn.wide, attribute=attribute), partial(linked, drawn.narrow, attribute=attribute)
        )
        tell = tellers[view.language]
        if view.id in tell.ledger.charts:
            picture = standalone(view, drawn.wide, _source_line(tell.ledger.charts[view.id], tell), folder)
            files[picture_path(tell, view.id, "svg")] = picture.encode()
            files[picture_path(tell, view.id, "png")] = png(picture, cache, folder)
    return Drawn(drawings, files, len(views) - reused, reused)


def _views(tell: Teller) -> Iterator[ChartView]:
    for chart in tell.ledger.charts.values():
        yield chart_view(chart, tell)
    for figure in tell.ledger.facts:
        units = {reading.quantity.unit for reading in figure.readings if reading.quantity}
        if figure.agreement == "differs" and {"amount", "qualifier"} & set(figure.differences) and len(units) == 1:
            yield strip_view(figure, tell)


def _source_line(chart: Chart, tell: Teller) -> str:
    """The line under a chart that travels without its page."""
    sources = {source.id: source.publisher for row in chart.rows for source in row.figure.sources}
    return f"{tell.word('sources-line')}: {', '.join(sources.values())}. {tell.ledger.title}"


def strip_view(figure: Figure, tell: Teller) -> ChartView:
    """What the articles print for one fact, as ranges on one scale; the same amount of one article once."""
    rows: dict[tuple[str, str], ChartRow] = {}
    for reading in figure.readings:
        if reading.quantity:
            spelled = tell.speller.quantity(reading.quantity, "short").text
            row = _row(figure, reading.quantity, reading.source.publisher, "", spelled, tell)
            rows.setdefault((reading.source.id, spelled), row)
    name = tell.text(figure.statement)
    return ChartView(strip_id(figure), "range", tell.language, name, tell.agreement(figure), "", tuple(rows.values()))


def chart_view(chart: Chart, tell: Teller) -> ChartView:
    """A chart's words and numbers in a language, as plain data."""
    rows = []
    for row in chart.rows:
        figure = row.figure
        spelled = row_amount(chart, figure, tell) if chart.form == "timeline" else tell.figure(figure, "short").text
        doubt = tell.word("unconfirmed") if figure.doubt else ""
        context = " · ".join(filter(None, [tell.text(row.context), doubt]))
        rows.append(_row(figure, shown(figure), tell.text(row.label), context, spelled, tell))
    whole = whole_of([row.figure for row in chart.rows], tell.ledger.derived) if chart.form == "parts" else None
    return ChartView(
        chart.id, chart.form, tell.language, tell.text(chart.title), tell.text(chart.alt), tell.text(chart.lead), tuple(rows),
        whole=_row(whole, shown(whole), "", "", tell.figure(whole, "short").text, tell) if whole else None,
        full=100.0 if chart.form == "parts" and not whole else 0.0, atlas=tell.ledger.atlas if chart.form == "map" else None,
    )  # fmt: skip


def _row(figure: Figure, quantity: Quantity | None, label: str, context: str, spelled: str, tell: Teller) -> ChartRow:
    when = figure.date or figure.period or figure.due
    return ChartRow(
        figure=figure.id, href=fact_path(tell.language, figure.id), label=label, context=context, spelled=spelled,
        value=float(quantity.point) if quantity else None,
        lower=float(quantity.lower) if quantity and quantity.lower is not None else None,
        upper=float(quantity.upper) if quantity and quantity.upper is not None else None,
        qualifier=quantity.qualifier.value if quantity else "exactly", status=figure.standing, colour=figure.subject.colour if figure.subject else "ink",
        start=when.start.first.isoformat() if when and when.start else None, end=when.end.last.isoformat() if when and when.end else None,
        verdict=figure.derivation.verdict if figure.derivation else None, unit=str(quantity.unit) if quantity else "",
        site=Site(place.id, place.kind, *place.at) if (place := figure.place) and place.at else None,
    )  # fmt: skip
