"""Areas: amounts as squares drawn to one scale, so that a square twice as large means twice as much."""

from factbound.values.needs import Needs
from factbound.view.charts.layers import LABEL, VALUE, Piece, Ruler, Spec, area, heading, words
from factbound.view.charts.layers import spec as layered
from factbound.view.charts.marks import reach
from factbound.view.charts.squares import extent, square
from factbound.view.charts.view import ChartRow, ChartView

LARGEST, GUTTER, NARROWEST = 250.0, 28.0, 150.0
"""Pixels: the side of the largest square, the space between squares, the narrowest room for a square's words."""
NEEDS = Needs(compares=True, below_zero=False)


def spec(view: ChartView, width: int) -> Spec:
    """The specification at this width: squares side by side on one line, or one beneath the other on a phone."""
    high = max(map(reach, view.rows))
    for side in range(round(min(LARGEST, width * 0.62)), 90, -4):
        ruler = Ruler("x", 0, high, 0, side, "sqrt")
        rooms = [max(extent(row, ruler), NARROWEST) for row in view.rows]
        if sum(rooms) + GUTTER * (len(rooms) - 1) <= width:
            return _abreast(view, width, ruler, rooms)
    return _stacked(view, width, Ruler("x", 0, high, 0, min(LARGEST, width * 0.62), "sqrt"))


def _abreast(view: ChartView, width: int, ruler: Ruler, rooms: list[float]) -> Spec:
    """Squares that stand on one line, their words beneath."""
    base = max(extent(row, ruler) for row in view.rows) + 2
    pieces: list[Piece] = []
    left, foot = 0.0, 0.0
    for row, room in zip(view.rows, rooms, strict=True):
        said, bottom = _said(row, base + 10, left, room)
        foot = max(foot, bottom)
        pieces += [area(row, left, 0, left + room, bottom + 4), *square(row, ruler, left, base), *said]
        left += room + GUTTER
    return layered(width, foot + 6, pieces)


def _stacked(view: ChartView, width: int, ruler: Ruler) -> Spec:
    """Squares one beneath the other, their words at their right, or above where there is no room."""
    pieces: list[Piece] = []
    top = 2.0
    for row in view.rows:
        long = extent(row, ruler)
        beside = width - long - 14 >= max(
            VALUE.width(row.spelled), *(LABEL.width(word) for word in row.label.split(" "))
        )
        said, bottom = _said(row, top, long + 14 if beside else 0, width - long - 14 if beside else width)
        base = max(bottom, top + long) if beside else bottom + 8 + long
        if beside and long > bottom - top:  # words end on the line that the square stands on
            said, bottom = _said(row, base - (bottom - top), long + 14, width - long - 14)
        elif beside:
            base = top + long + 2
        pieces += [area(row, 0, top - 2, width, max(base, bottom) + 4), *square(row, ruler, 0, base), *said]
        top = max(base, bottom) + GUTTER
    return layered(width, top - GUTTER + 6, pieces)


def _said(row: ChartRow, top: float, left: float, room: float) -> tuple[list[Piece], float]:
    """A square's words, and where they end: the value, the label, the context."""
    value = VALUE.wrap(row.spelled, room)
    below, bottom = heading(row, top + VALUE.leading * len(value), left, room, aside=False)
    return below + words(VALUE, row, value, left, top + 15), bottom
