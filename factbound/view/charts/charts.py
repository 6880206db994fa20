"""Figures for charts: a declared chart becomes plain data in a language, is drawn, and is ready to stand in a page."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property, partial
from pathlib import Path

from factbound.ledger import Chart, Figure, Row, whole_of
from factbound.values.dates import parse_period
from factbound.values.quantities import Quantity
from factbound.view.charts.drawing import Drawn, draw, is_drawn, paint, png, small, standalone
from factbound.view.charts.forms import FORMS
from factbound.view.charts.palette import Palette
from factbound.view.charts.svg import linked
from factbound.view.charts.view import ChartRow, ChartView, Days, Site
from factbound.view.charts.workers import Job, Workers
from factbound.view.parts.drawings import Drawing
from factbound.view.parts.tables import row_amount, row_differs
from factbound.view.telling.links import fact_path, picture_path, promise_path, strip_id, thumbnail_path
from factbound.view.telling.teller import Teller, printed_quantity


def _nothing() -> None:
    """Stands for a job that nobody was given: what is missing is drawn when it is looked at."""


class LazyChart:
    """A chart in a language, and the files that go with it; drawn, or taken from the cache, when it is first looked
    at."""

    def __init__(
        self, view: ChartView, source: str, palette: Palette, cache: Path, fonts: Path | None, attribute: str
    ) -> None:
        self.view, self.source, self.palette = view, source, palette
        self.cache, self.fonts, self.attribute = cache, fonts, attribute
        self.drawing: Job = _nothing
        """What returns when a worker has drawn it; so has `painting` for its PNG."""
        self.painting: Job = _nothing
        self.in_small = False
        """Whether it is shown in small: one language's is, for all."""

    @cached_property
    def drawn(self) -> Drawn:
        """The drawing at both widths."""
        self.drawing()
        return draw(self.view, self.cache, self.fonts)

    @cached_property
    def picture(self) -> str:
        """The chart as an SVG that stands alone."""
        return standalone(self.view, self.drawn.wide, self.palette, self.source)

    @cached_property
    def raster(self) -> bytes:
        """The chart as a PNG."""
        self.painting()
        return png(self.picture, self.cache, self.fonts)

    @cached_property
    def small(self) -> bytes:
        """The chart in small, without words, as a PNG."""
        self.painting()
        return small(self.view, self.drawn, self.palette, self.cache, self.fonts)

    def wide(self, to: Callable[[str], str]) -> str:
        """The chart for wide columns; `to` makes its links."""
        return linked(self.drawn.wide, to, self.attribute)

    def narrow(self, to: Callable[[str], str]) -> str:
        """The chart for narrow columns; `to` makes its links."""
        return linked(self.drawn.narrow, to, self.attribute)


@dataclass(frozen=True, slots=True)
class Charts:
    """Every chart and every disagreement over an amount, in every language."""

    drawings: Mapping[tuple[str, str], Drawing]
    files: Mapping[str, Callable[[], bytes]]
    """The files that go with charts, by path from the site's root."""
    charts: tuple[LazyChart, ...]

    def draw(self, workers: Workers) -> int:
        """Have the workers draw all that is not drawn yet, then paint it for those who download it; how many are
        new."""
        new = [each for each in self.charts if not is_drawn(each.view, each.cache, each.fonts)]
        offered = [each for each in new if each.source]
        drawing = workers.spread([partial(draw, each.view, each.cache, each.fonts) for each in new])
        painting = workers.spread(
            [
                partial(paint, each.view, each.palette, each.source, each.cache, each.fonts, in_small=each.in_small)
                for each in offered
            ]
        )
        for lazy, job in zip(new, drawing, strict=True):
            lazy.drawing = job
        for lazy, job in zip(offered, painting, strict=True):
            lazy.painting = job
        return len(new)


def charts_of(
    tellers: Mapping[str, Teller], palette: Palette, cache: Path, fonts: Path, attribute: str = "href"
) -> Charts:
    """The charts of an edition, not drawn yet. `fonts` need not exist; `attribute` holds the addresses of links."""
    folder = fonts if fonts.is_dir() else None
    charts: list[LazyChart] = []
    files: dict[str, Callable[[], bytes]] = {}
    for tell in tellers.values():
        for view in _views(tell):
            chart = tell.ledger.charts.get(view.id)
            lazy = LazyChart(view, _source_line(chart, tell) if chart else "", palette, cache, folder, attribute)
            charts.append(lazy)
            if chart:
                files[picture_path(tell, view.id, "svg")] = partial(_svg, lazy)
                files[picture_path(tell, view.id, "png")] = partial(_png, lazy)
                lazy.in_small = thumbnail_path(view.id) not in files
                files.setdefault(thumbnail_path(view.id), partial(_small, lazy))
    drawings = {(each.view.id, each.view.language): Drawing(each.view, each.wide, each.narrow) for each in charts}
    return Charts(drawings, files, tuple(charts))


def _svg(lazy: LazyChart) -> bytes:
    return lazy.picture.encode()


def _png(lazy: LazyChart) -> bytes:
    return lazy.raster


def _small(lazy: LazyChart) -> bytes:
    return lazy.small


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
    licence = f", {tell.ledger.licence.name}" if tell.ledger.licence else ""
    line = f"{tell.word('sources-line')}: {', '.join(sources.values())}. {tell.ledger.title}{licence}"
    return " ".join(filter(None, [tell.compared(chart), line]))


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
    needs = FORMS[chart.form].needs
    rows = []
    for row in chart.rows:
        figure = row.figure
        spelled = row_amount(chart, row, tell) if needs.date or needs.day else tell.figure(figure, "short").text
        doubt = tell.word("unconfirmed") if figure.doubt else ""
        context = " · ".join(filter(None, [tell.text(row.context), doubt]))
        drawn = _row(figure, printed_quantity(figure), tell.text(row.label), context, spelled, tell)
        rows.append(_promised(drawn, row, tell) if row.promise else drawn)
    whole = whole_of([row.figure for row in chart.rows], tell.ledger.derived) if needs.whole else None
    return ChartView(
        chart.id,
        chart.form,
        tell.language,
        tell.text(chart.title),
        tell.text(chart.alt),
        tell.text(chart.lead),
        tuple(rows),
        whole=_row(whole, printed_quantity(whole), "", "", tell.figure(whole, "short").text, tell) if whole else None,
        full=100.0 if needs.whole and not whole else 0.0,
        atlas=tell.ledger.atlas if needs.place else None,
        today=chart.today,
        today_said=tell.word("slip-today", day=tell.speller.date(parse_period(chart.today))) if chart.today else "",
        legend=tuple(
            (name, tell.word(key)) for name, key in (SLIP_KEY if needs.day else SIDES).items() if needs.promise
        ),
    )


SLIP_KEY = {
    kind: f"slip-key-{kind}" for kind in ("due", "plan", "came", "late", "told", "gone", "open", "silent", "ahead")
}
"""The words of a key to days, by what they stand for."""
SIDES = {"promised": "was-promised", "outcome": "since-then"}
"""The words over what was promised and over what came of it."""


def _promised(drawn: ChartRow, row: Row, tell: Teller) -> ChartRow:
    """A row of a chart of promises, with the side that it stands on, or the days of its promise; a row of days leads to
    the promise."""
    assert row.promise
    promise, slip = row.promise, row.slip
    if slip is None:
        side = "promised" if row.figure in promise.facts else "outcome"
        return replace(drawn, side=side, differs=row_differs(row, tell))
    first, *later = filter(None, [slip.due, *slip.aims])
    came = slip.day and max(slip.day.first, promise.made.first)
    days = Days(
        slip.kind,
        promise.made.first.isoformat(),
        first.last.isoformat(),
        slip.due is None,
        tuple(aim.last.isoformat() for aim in later),
        came.isoformat() if came else None,
    )
    return replace(drawn, href=promise_path(tell.language, promise.id), days=days)


def _row(figure: Figure, quantity: Quantity | None, label: str, context: str, spelled: str, tell: Teller) -> ChartRow:
    when = figure.date or figure.period or figure.due
    return ChartRow(
        figure=figure.id,
        href=fact_path(tell.language, figure.id),
        label=label,
        context=context,
        spelled=spelled,
        value=float(quantity.point) if quantity else None,
        lower=float(quantity.lower) if quantity and quantity.lower is not None else None,
        upper=float(quantity.upper) if quantity and quantity.upper is not None else None,
        qualifier=quantity.qualifier.value if quantity else "exactly",
        status=figure.standing,
        colour=figure.subject.colour if figure.subject else "ink",
        start=when.start.first.isoformat() if when and when.start else None,
        end=when.end.last.isoformat() if when and when.end else None,
        verdict=figure.derivation.verdict if figure.derivation else None,
        unit=str(quantity.unit) if quantity else "",
        site=Site(place.id, place.kind, *place.at) if (place := figure.place) and place.at else None,
    )
