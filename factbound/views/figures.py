"""Figures for charts: a declared chart becomes plain data in a language, is drawn, and is ready to stand in a page."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from factbound.ledger import Chart, Figure, Ledger
from factbound.views.charts.drawing import draw, png, standalone
from factbound.views.charts.view import ChartRow, ChartView
from factbound.views.links import fact_path
from factbound.views.story_pages import Drawing
from factbound.views.svg import linked
from factbound.views.tables import row_amount
from factbound.views.telling import Teller, shown


@dataclass(frozen=True, slots=True)
class Drawn:
    """Every chart in every language, drawn; the files that go with them; how many were new."""

    drawings: Mapping[tuple[str, str], Drawing]
    files: Mapping[str, bytes]
    new: int
    reused: int


def draw_charts(ledger: Ledger, cache: Path, fonts: Path, progress: Callable[[int, int], None]) -> Drawn:
    """Draw every chart, or take it from the cache."""
    drawings: dict[tuple[str, str], Drawing] = {}
    files: dict[str, bytes] = {}
    reused = 0
    folder = fonts if fonts.is_dir() else None
    wanted = [(chart, language) for language in ledger.languages for chart in ledger.charts.values()]
    for done, (chart, language) in enumerate(wanted, 1):
        view = chart_view(chart, Teller(ledger, language))
        drawn = draw(view, cache, folder)
        reused += drawn.reused
        if not drawn.reused:
            progress(done, len(wanted))
        drawings[chart.id, language] = Drawing(view, partial(linked, drawn.wide), partial(linked, drawn.narrow))
        if language == ledger.languages[0]:
            picture = standalone(view, drawn.wide)
            files[f"data/charts/{chart.id}.svg"] = picture.encode()
            files[f"data/charts/{chart.id}.png"] = png(picture, cache, folder)
    return Drawn(drawings, files, len(wanted) - reused, reused)


def chart_view(chart: Chart, tell: Teller) -> ChartView:
    """A chart's words and numbers in a language, as plain data."""
    return ChartView(
        id=chart.id, form=chart.form, language=tell.language, title=tell.text(chart.title), alt=tell.text(chart.alt), lead=tell.text(chart.lead),
        rows=tuple(_row(chart, row.figure, tell.text(row.label), tell.text(row.context), tell) for row in chart.rows), axis="",
    )  # fmt: skip


def _row(chart: Chart, figure: Figure, label: str, context: str, tell: Teller) -> ChartRow:
    quantity = shown(figure)
    when = figure.date or figure.period or figure.due
    spelled = row_amount(chart, figure, tell) if chart.form == "timeline" else tell.figure(figure, "short").text
    return ChartRow(
        figure=figure.id, href=fact_path(tell.language, figure.id), label=label, context=context, spelled=spelled,
        value=float(quantity.point) if quantity else None,
        lower=float(quantity.lower) if quantity and quantity.lower is not None else None,
        upper=float(quantity.upper) if quantity and quantity.upper is not None else None,
        qualifier=quantity.qualifier.value if quantity else "exactly", status=figure.status, colour=figure.subject.colour if figure.subject else "ink",
        start=when.start.first.isoformat() if when and when.start else None, end=when.end.last.isoformat() if when and when.end else None,
        verdict=figure.derivation.verdict if figure.derivation else None,
    )  # fmt: skip
