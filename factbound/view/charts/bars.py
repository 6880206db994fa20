"""Bars: amounts from zero, the label above each, the value at its end."""

from factbound.values.needs import Needs
from factbound.view.charts.layers import VALUE, Piece, Ruler, Spec, heading, rule, stacked, words
from factbound.view.charts.layers import spec as layered
from factbound.view.charts.marks import bar, drawn_overhang, drawn_to, margins, overhang, reach
from factbound.view.charts.view import ChartRow, ChartView

THICK, GAP, SPACE = 20.0, 24.0, 8.0
"""Pixels: a bar, the space between rows, and the space from a bar to its value."""
NEEDS = Needs(compares=True)


def spec(view: ChartView, width: int) -> Spec:
    """The specification at this width."""
    ruler = ruler_of(view.rows, width)
    pieces, bottom = stacked(view.rows, width, GAP, lambda row, top: _row(row, ruler, top, width))
    height = bottom + 6
    if float(ruler.low) < 0:
        pieces.append(rule(None, (ruler.at(0), 0), (ruler.at(0), height), stroke="var(--muted)"))
    return layered(width, height, pieces)


def ruler_of(rows: tuple[ChartRow, ...], width: int) -> Ruler:
    """The scale on which most values fit behind their bars, and no bar is shorter than it need be."""
    low, high = min(0.0, *map(drawn_to, rows), 0.0), max(0.0, *map(reach, rows), 0.0)
    span = (high - low) or 1.0
    start = margins(rows)[0]
    fits = [(width - start - _beyond(row)) * span / ((max(reach(row), 0.0) - low) or span) for row in rows]
    length = min(width - start - 4.0, *fits)
    return Ruler("x", low, high, start, start + (length if length >= width * 0.45 else width * 0.7))


def _beyond(row: ChartRow) -> float:
    """The room that a value takes beyond its bar."""
    return _gap(row) + VALUE.width(row.spelled)


def _gap(row: ChartRow) -> float:
    """The space from a bar's value, or from zero for a bar that goes the other way, to its words."""
    return SPACE + (overhang(row) if drawn_to(row) >= 0 else 0.0)


def _row(row: ChartRow, ruler: Ruler, top: float, width: int) -> tuple[list[Piece], float]:
    """A row's pieces and where it ends."""
    pieces, below = heading(row, top, 0, width, aside=width > 500)
    across = (below + 4, below + 4 + THICK)
    pieces += bar(row, ruler, across)
    end = ruler.at(max(reach(row), 0.0))
    if end + _beyond(row) <= width + 1:
        gap = SPACE + (drawn_overhang(row, ruler) if drawn_to(row) >= 0 else 0.0)
        return pieces + words(VALUE, row, [row.spelled], end + gap, across[1] - 5), across[1]
    lines = VALUE.wrap(row.spelled, width)
    return pieces + words(VALUE, row, lines, 0, across[1] + 18), across[1] + 4 + VALUE.leading * len(lines)
