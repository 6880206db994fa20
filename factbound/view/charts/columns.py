"""Columns: amounts that stand beside each other, such as one thing in two years; the value on top, the words below."""

from factbound.values.needs import Needs
from factbound.view.charts import bars
from factbound.view.charts.layers import CONTEXT, LABEL, VALUE, Piece, Ruler, Spec, Type, area, rule, words
from factbound.view.charts.layers import spec as layered
from factbound.view.charts.marks import bar, drawn_overhang, drawn_to, margins, overhang, reach
from factbound.view.charts.view import ChartRow, ChartView

TALL, GUTTER, WIDEST, THICKEST = 200.0, 20.0, 190.0, 88.0
"""Pixels: the columns, the space between slots, the widest slot, the thickest column."""
NEEDS = Needs(compares=True)


def spec(view: ChartView, width: int) -> Spec:
    """The specification at this width; where the words do not fit beneath columns, they are drawn as bars."""
    rows = view.rows
    slot = min(WIDEST, (width + GUTTER) / len(rows) - GUTTER)
    if max(_widest(kind, text) for row in rows for kind, text in _texts(row)) > slot:
        return bars.spec(view, width)
    low, high = min(0.0, *map(drawn_to, rows), 0.0), max(0.0, *map(reach, rows), 0.0)
    top = max(VALUE.leading * len(VALUE.wrap(row.spelled, slot)) + overhang(row) for row in rows) + 6
    bottom = top + TALL
    ruler = Ruler("y", low, high, bottom, top)
    pieces: list[Piece] = [
        rule(None, (0, ruler.at(0)), (len(rows) * (slot + GUTTER) - GUTTER, ruler.at(0)), stroke="var(--muted)")
    ]
    bottom += margins(rows)[0]
    foot = (
        bottom
        + max(
            CONTEXT.leading * len(CONTEXT.wrap(row.context, slot)) + LABEL.leading * len(LABEL.wrap(row.label, slot))
            for row in rows
        )
        + 10
    )
    for number, row in enumerate(rows):
        left = number * (slot + GUTTER)
        pieces += [area(row, left, 0, left + slot, foot), *_column(row, ruler, left, slot, bottom)]
    return layered(width, foot, pieces)


def _texts(row: ChartRow) -> tuple[tuple[Type, str], ...]:
    return (VALUE, row.spelled), (LABEL, row.label), (CONTEXT, row.context)


def _widest(kind: Type, text: str) -> float:
    """The width of the longest word, which a slot must hold."""
    return max((kind.width(word) for word in text.split(" ")), default=0)


def _column(row: ChartRow, ruler: Ruler, left: float, slot: float, bottom: float) -> list[Piece]:
    """A row's pieces, flush with the left of its slot, its words beneath `bottom`."""
    pieces = list(bar(row, ruler, (left, left + min(THICKEST, slot))))
    value = VALUE.wrap(row.spelled, slot)
    above = ruler.at(0) if drawn_to(row) < 0 else ruler.at(reach(row)) - drawn_overhang(row, ruler)
    head = above - 8 - VALUE.leading * (len(value) - 1)
    label = LABEL.wrap(row.label, slot)
    below = bottom + 20
    return [
        *pieces,
        *words(LABEL, row, label, left, below),
        *words(CONTEXT, row, CONTEXT.wrap(row.context, slot), left, below + LABEL.leading * len(label) - 2),
        *words(VALUE, row, value, left, head),
    ]
