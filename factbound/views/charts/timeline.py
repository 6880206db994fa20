"""Timelines: dated events and periods, one row each, under the years they fall in."""

from datetime import date

from factbound.views.charts.bars import GAP, SPACE
from factbound.views.charts.layers import AXIS, VALUE, Piece, Ruler, Spec, area, heading, rule, spec as layered, words
from factbound.views.charts.marks import End, end_of
from factbound.views.charts.strokes import SOFT, TAIL, box, spot, tail
from factbound.views.charts.view import ChartRow, ChartView

THICK, RADIUS, COLUMN, SHORTEST = 14.0, 7.0, 250.0, 18.0
"""Pixels: a period, an event's dot, the column of words on a wide chart, and the length below which a period is a dot."""


def spec(view: ChartView, width: int) -> Spec:
    """The specification at this width: words at the left of the time axis, or above it on a phone."""
    left = COLUMN + 30 if width > 500 else 0.0
    ruler = _ruler(view.rows, left, width)
    top = AXIS.leading + 12.0
    pieces: list[Piece] = []
    for row in view.rows:
        drawn, bottom = _row(row, ruler, top, left, width)
        pieces += [area(row, 0, top - 4, width, bottom + 4), *drawn]
        top = bottom + (GAP - 6 if left else GAP)
    height = top - GAP + 12
    return layered(width, height, [*_years(ruler, height), *pieces])


def _ruler(rows: tuple[ChartRow, ...], left: float, width: int) -> Ruler:
    """From the first day of the first year to the first day after the last."""
    days = sorted(day for row in rows for day in (row.start, row.end) if day)
    room = TAIL if any(row.end is None for row in rows) else 0.0
    return Ruler("x", f"{days[0][:4]}-01-01", f"{int(days[-1][:4]) + 1:04d}-01-01", left + RADIUS, width - RADIUS - room, "utc")


def _years(ruler: Ruler, height: float) -> list[Piece]:
    """A line and a label for each year that has room for one."""
    first, last = (date.fromisoformat(str(day)).year for day in (ruler.low, ruler.high))
    each = (ruler.at_high - ruler.at_low) / (last - first)
    step = next((step for step in (1, 2, 5, 10, 20, 50, 100) if each * step >= AXIS.width("0000") + 14), 100)
    pieces: list[Piece] = []
    for year in range(first, last, step):
        place = ruler.at(f"{year:04d}-01-01")
        pieces.append(rule(None, (place, 0), (place, height)))
        pieces += words(AXIS, None, [str(year)], place + 5, 13)
    return pieces


def _row(row: ChartRow, ruler: Ruler, top: float, left: float, width: int) -> tuple[list[Piece], float]:
    """A row's pieces and where it ends."""
    pieces, below = heading(row, top, 0, COLUMN if left else width, aside=False)
    middle = top + 10 if left else below + 4 + THICK / 2
    start, end = _mark_ends(row, ruler)
    pieces += _mark(row, ruler, middle)
    x, align, line = _place(row, start, end, left, width)
    if line:
        middle += VALUE.leading
    pieces += words(VALUE, row, [row.spelled], x, middle + 5, align)
    return pieces, max(below if left else 0.0, middle + THICK / 2)


def _mark_ends(row: ChartRow, ruler: Ruler) -> tuple[float, float]:
    """The pixels between which a row's mark lies."""
    start = ruler.at(row.start) if row.start else ruler.at(row.end or ruler.low) - TAIL
    end = ruler.at(row.end) if row.end else ruler.at(row.start or ruler.high) + TAIL
    if end - start < SHORTEST:
        middle = (start + end) / 2
        return middle - RADIUS, middle + RADIUS
    return start, end


def _mark(row: ChartRow, ruler: Ruler, middle: float) -> list[Piece]:
    """An event's dot or a period's bar; a period without an end fades."""
    across = (middle - THICK / 2, middle + THICK / 2)
    start, end = row.start or row.end, row.end or row.start
    if start is None or end is None:
        raise ValueError(f"{row.figure} has no date to draw")
    if row.start is None or row.end is None:
        point = ruler.at(start)
        return [tail(row, ruler, start, across, back=row.start is None), *spot(row, "x", point, middle, RADIUS)]
    if ruler.at(end) - ruler.at(start) < SHORTEST:
        return list(spot(row, "x", (ruler.at(start) + ruler.at(end)) / 2, middle, RADIUS))
    if end_of(row) is End.SOFT:
        share = SOFT / (ruler.at(end) - ruler.at(start))
        return list(box(row, ruler, start, end, across, ((0, 0), (share, 1), (1 - share, 1), (1, 0))))
    return list(box(row, ruler, start, end, across))


def _place(row: ChartRow, start: float, end: float, left: float, width: int) -> tuple[float, str, bool]:
    """Where a row's date is written: behind its mark, before it, or on a line of its own."""
    long = VALUE.width(row.spelled)
    if end + SPACE + long <= width:
        return end + SPACE, "left", False
    if start - SPACE - long >= left:
        return start - SPACE, "right", False
    return max(left, min(start, width - long)), "left", True
