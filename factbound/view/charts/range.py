"""Ranges: where values lie on one line each, with what is known of their bounds: a dot, an open or a soft end, two
ends."""

from factbound.values.needs import Needs
from factbound.view.charts.bars import GAP, SPACE
from factbound.view.charts.layers import VALUE, Piece, Ruler, Spec, heading, rule, stacked, words
from factbound.view.charts.layers import spec as layered
from factbound.view.charts.marks import End, dot, dot_overhang, drawn_to, end_of, reach
from factbound.view.charts.view import ChartRow, ChartView

RADIUS, TALL = 7.0, 22.0
"""Pixels: a dot, and the line of a row."""
NEEDS = Needs()


def spec(view: ChartView, width: int) -> Spec:
    """The specification at this width; every line begins at zero."""
    ruler = _ruler(view.rows, width)
    pieces, bottom = stacked(view.rows, width, GAP, lambda row, top: _row(row, ruler, top, width))
    return layered(width, bottom + 6, pieces)


def _ruler(rows: tuple[ChartRow, ...], width: int) -> Ruler:
    """The scale on which most values fit behind their marks."""
    low, high = min(0.0, *map(drawn_to, rows), 0.0), max(0.0, *map(reach, rows), 0.0)
    span = (high - low) or 1.0
    fits = [(width - RADIUS - _beyond(row)) * span / ((reach(row) - low) or span) for row in rows]
    length = min(width - 2 * RADIUS, *fits, width)
    return Ruler("x", low, high, RADIUS, RADIUS + (length if length >= width * 0.45 else width * 0.7))


def _beyond(row: ChartRow) -> float:
    """The room that a value takes beyond the farthest of its mark."""
    return RADIUS + dot_overhang(row, RADIUS) + SPACE + VALUE.width(row.spelled)


def _row(row: ChartRow, ruler: Ruler, top: float, width: int) -> tuple[list[Piece], float]:
    """A row's pieces and where it ends."""
    pieces, below = heading(row, top, 0, width, aside=width > 500)
    middle, bottom = below + 4 + TALL / 2, below + 4 + TALL
    end = ruler.at(reach(row))
    fits = end + _beyond(row) <= width + 1
    if end_of(row) is not End.UNDER:
        pieces.append(rule(row, (0, middle), (ruler.at(drawn_to(row)) - RADIUS, middle), strokeWidth=1.5))
    pieces += dot(row, ruler, middle, RADIUS)
    if fits:
        return pieces + words(
            VALUE, row, [row.spelled], end + RADIUS + dot_overhang(row, RADIUS) + SPACE, middle + 5
        ), bottom
    lines = VALUE.wrap(row.spelled, width)
    return pieces + words(VALUE, row, lines, 0, bottom + 16), bottom + 2 + VALUE.leading * len(lines)
