"""What is printed, as tables: where stories and charts print figures, and what was printed wrong."""

from collections.abc import Iterator

from factbound.ledger import Chart, Row
from factbound.read.prose import BLOCKS
from factbound.view.data.columns import Column, Table, words
from factbound.view.telling.relations import Printed
from factbound.view.telling.teller import Teller


def _printed(tell: Teller) -> Iterator[Printed]:
    """What stories print."""
    return iter(tell.relations.mentions)


MENTIONS = Table(
    "mentions", "Mentions",
    "Every place where a story prints a figure, in reading order: in words, as a footnote, or in a chart or table.",
    ("page", "position"),
    (
        Column("page", "string", "Page", "The story's page, from the root of the site.", lambda m, t: f"/{m.page}",
               required=True),
        Column("position", "integer", "Position", "Its place on that page, from 1.", lambda m, t: m.position,
               required=True),
        Column("language", "string", "Language", "The page's language, ISO 639-1.", lambda m, t: m.language,
               required=True),
        Column("fact", "string", "Fact", "The figure.", lambda m, t: m.figure, "facts.id", required=True),
        Column("via", "string", "Via",
               "In words (figure), as a footnote alone (cite), or in a chart, timeline or table.", lambda m, t: m.via,
               required=True, one_of=("figure", "cite", *sorted(BLOCKS))),
        words("form", "Form", "How it is spelled, for a figure in words.", lambda m, t: m.form),
        Column("chart", "string", "Chart", "The chart or table it stands in.", lambda m, t: m.chart or None,
               "charts.id"),
    ),
    _printed,
)  # fmt: skip


CHARTS = Table(
    "charts", "Charts", "The charts: what each says and what it draws.", ("id",),
    (
        Column("id", "string", "Id", "The chart's name; its page is LANGUAGE/charts/ID/.", lambda c, t: c.id,
               required=True),
        Column("form", "string", "Form", "How it draws.", lambda c, t: c.form, required=True),
        words("title", "Title", "What it finds.", lambda c, t: t.text(c.title), required=True),
        words("lead", "Lead", "What its marks are.", lambda c, t: t.text(c.lead)),
        words("alt", "Alternative text", "What a sighted reader takes away.", lambda c, t: t.text(c.alt),
              required=True),
        words("note", "Note", "What must be known beside it.", lambda c, t: t.text(c.note)),
        words("compared", "Compared", "Whether its figures may be compared, and why; empty where they are alike.",
              lambda c, t: t.compared(c)),
    ),
    lambda tell: tell.ledger.charts.values(),
)  # fmt: skip


def _drawn(tell: Teller) -> Iterator[tuple[Chart, int, Row]]:
    return ((chart, n, row) for chart in tell.ledger.charts.values() for n, row in enumerate(chart.rows, 1))


CHART_FIGURES = Table(
    "chart_figures", "Figures of charts", "Which figures a chart draws, in order, and how it labels them.",
    ("chart", "position"),
    (
        Column("chart", "string", "Chart", "The chart.", lambda x, t: x[0].id, "charts.id", required=True),
        Column("position", "integer", "Position", "The figure's place in it, from 1.", lambda x, t: x[1],
               required=True),
        Column("fact", "string", "Fact", "The figure.", lambda x, t: x[2].figure.id, "facts.id", required=True),
        words("label", "Label", "How it is labelled.", lambda x, t: t.text(x[2].label), required=True),
        words("context", "Context", "The second part of the label.", lambda x, t: t.text(x[2].context)),
        Column("promise", "string", "Promise", "The promise that it belongs to, in a chart of promises.",
               lambda x, t: x[2].promise.id if x[2].promise else None, "promises.id"),
    ),
    _drawn,
)  # fmt: skip


CORRECTIONS = Table(
    "corrections", "Corrections", "What was printed wrong, the latest first.", ("position",),
    (
        Column("position", "integer", "Position", "Its place in the list, from 1.", lambda x, t: x[0], required=True),
        Column("fact", "string", "Fact", "The fact.", lambda x, t: x[1].figure.id, "facts.id", required=True),
        Column("date", "string", "Date", "Since when the right figure is printed, in EDTF.",
               lambda x, t: str(x[1].date), required=True),
        words("was", "Was", "What was printed.", lambda x, t: t.text(x[1].was), required=True),
        words("now", "Now", "What is printed.", lambda x, t: t.text(x[1].now), required=True),
        words("why", "Why", "The reason.", lambda x, t: t.text(x[1].why)),
    ),
    lambda tell: enumerate(tell.ledger.corrections, 1),
)  # fmt: skip
