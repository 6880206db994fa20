"""Charts with everything around them: title, caveat, sources, table and ways on."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from markupsafe import Markup

from factbound.ledger import Chart
from factbound.read.prose import Phrase
from factbound.view.charts.svg import leading_out
from factbound.view.parts.drawings import Drawings
from factbound.view.parts.tables import ChartRowView, chart_rows
from factbound.view.telling.links import Links, chart_data_path, picture_path, semicolons_path, thumbnail_path
from factbound.view.telling.teller import Teller


@dataclass(frozen=True, slots=True)
class FigureView:
    """A chart with everything around it."""

    id: str
    anchor: str
    form: str
    title: Markup
    plain_title: str
    lead: Markup
    note: Markup
    verdict: str
    """How fair the comparison is that it draws; empty where it draws none that needs a verdict."""
    why: Markup
    caveat: Markup
    comparison_href: str
    """The derived figure that says it; empty where the chart does."""
    wide: Markup
    narrow: Markup
    rows: tuple[ChartRowView, ...]
    sources: tuple[tuple[str, str], ...]
    page_href: str
    csv_href: str
    svg_href: str
    png_href: str
    json_href: str
    semicolons_href: str


def figure_view(
    chart: Chart,
    tell: Teller,
    links: Links,
    drawings: Drawings,
    phrase: Callable[[Phrase | None], Markup] | None = None,
    in_text: frozenset[str] = frozenset(),
) -> FigureView:
    """A chart as it stands in a page whose text prints the figures `in_text`; without `phrase` its words are plain,
    with no footnotes."""
    phrase = phrase or (lambda told: Markup.escape(tell.phrase(told)))
    drawing = drawings[chart.id, tell.language]
    told = {key: texts[tell.language] if (texts := getattr(chart, key)) else None for key in ("title", "lead", "note")}
    sources = {source.id: source for row in chart.rows for source in row.figure.sources}
    compares = chart.compares
    return FigureView(
        id=chart.id,
        anchor=f"chart-{chart.id}",
        form=chart.form,
        title=phrase(told["title"]),
        plain_title=tell.text(chart.title),
        lead=phrase(told["lead"]),
        note=phrase(told["note"]),
        verdict=compares.verdict if compares else "",
        why=phrase(compares.why[tell.language]) if compares else Markup(),
        caveat=phrase(compares.caveat[tell.language]) if compares and compares.caveat else Markup(),
        comparison_href=links.fact(compares.figure.id) if compares and compares.figure else "",
        wide=Markup(drawing.wide(links.to)),
        narrow=Markup(drawing.narrow(links.to)),
        rows=chart_rows(chart, tell, links, in_text),
        sources=tuple((source.publisher, links.source(source.id)) for source in sources.values()),
        page_href=links.chart(chart.id),
        **{f"{kind}_href": links.to(chart_data_path(chart.id, kind)) for kind in ("csv", "json")},
        semicolons_href=links.to(semicolons_path(chart_data_path(chart.id, "csv"))),
        **{f"{kind}_href": links.to(picture_path(tell, chart.id, kind)) for kind in ("svg", "png")},
    )


def embed_view(chart: Chart, tell: Teller, drawings: Drawings, path: str) -> FigureView:
    """A chart as it stands in a frame of another site, its words without footnotes, its marks leading out of the
    frame."""
    view = figure_view(chart, tell, Links(path, tell.language), drawings)
    return replace(view, wide=Markup(leading_out(str(view.wide))), narrow=Markup(leading_out(str(view.narrow))))


@dataclass(frozen=True, slots=True)
class ChartLink:
    """A chart in the list of charts: what it says, in a line too, and what it looks like."""

    title: str
    href: str
    lead: str
    picture: str


def chart_links(tell: Teller, links: Links) -> tuple[ChartLink, ...]:
    """Every chart."""
    return tuple(
        ChartLink(tell.text(each.title), links.chart(each.id), tell.text(each.lead), links.to(thumbnail_path(each.id)))
        for each in tell.ledger.charts.values()
    )
