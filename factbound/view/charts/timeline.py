"""Timelines: dated events and periods, one row each, under the years they fall in, with the line of today.

A mark's length is time here, so the qualifier of an amount shows in its words only.
"""

from datetime import date

from factbound.values.needs import Needs
from factbound.values.vocabulary import PROMISED
from factbound.view.charts.bars import GAP, SPACE
from factbound.view.charts.layers import AXIS, INK, VALUE, Piece, Ruler, Spec, area, heading, rule, words
from factbound.view.charts.layers import spec as layered
from factbound.view.charts.strokes import TAIL, box, spot, tail
from factbound.view.charts.view import ChartRow, ChartView

THICK, RADIUS, COLUMN, SHORTEST = 14.0, 7.0, 250.0, 18.0
"""Pixels: a period, an event's dot, the column of words on a wide chart, and the length below which a period is a
dot."""
NEEDS = Needs(amount=False, date=True, key=False)


def spec(view: ChartView, width: int) -> Spec:
    """The specification at this width: words at the left of the time axis, or above it on a phone."""
    left = COLUMN + 30 if width > 500 else 0.0
    ruler = _ruler(view, left, width)
    today = ruler.at(view.today) if str(ruler.low) <= view.today <= str(ruler.high) else None
    head = AXIS.leading * (2 if today else 1)
    top = head + 12.0
    years = years_of(ruler)
    pieces: list[Piece] = [
        piece
        for year, place in years
        for piece in words(AXIS, None, [year], place if left else max(place - RADIUS, 0.0), head - 5)
    ]
    pieces += today_words(view, today, width) if today else []
    for row in view.rows:
        drawn, middle, bottom = _row(row, ruler, top, left, width)
        pieces += [] if left else year_lines(years, today, middle - THICK / 2, middle + THICK / 2 + 3)
        pieces += [area(row, 0, top - 4, width, bottom + 4), *drawn]
        top = bottom + 18 if left else bottom + GAP
    return layered(width, bottom + 8, [*(year_lines(years, today, head, bottom + 4) if left else []), *pieces])


def _ruler(view: ChartView, left: float, width: int) -> Ruler:
    """From the first day of the first year to the first day after the last; to today's year where something is
    promised, so that a reader sees what has passed."""
    days = sorted(day for row in view.rows for day in (row.start, row.end) if day)
    last = max(days[-1], view.today) if any(row.status in PROMISED for row in view.rows) else days[-1]
    open_at = {end for row in view.rows for end in ("start", "end") if getattr(row, end) is None}
    before, after = (TAIL if end in open_at else RADIUS for end in ("start", "end"))
    return Ruler("x", *whole_years(days[0], last), left + before, width - after, "utc")


def whole_years(first: str, last: str) -> tuple[str, str]:
    """The first day of the year of one day, and the first after the year of another; no calendar goes beyond 9999.

    >>> whole_years("2031-05-13", "2033-01-02"), whole_years("9999-01-01", "9999-12-31")
    (('2031-01-01', '2034-01-01'), ('9999-01-01', '9999-12-31'))
    """
    return f"{first[:4]}-01-01", f"{int(last[:4]) + 1:04d}-01-01" if last < "9999" else "9999-12-31"


def today_words(view: ChartView, today: float, width: int) -> list[Piece]:
    """The words over the line of today, on the side that has room."""
    long = AXIS.width(view.today_said)
    return words(AXIS, None, [view.today_said], today if today + long <= width else today - long, 13)


def years_of(ruler: Ruler) -> list[tuple[str, float]]:
    """The years for whose names there is room, round ones where not all fit, and where they begin."""
    first, last = (date.fromisoformat(str(day)).year for day in (ruler.low, ruler.high))
    each = (ruler.at_high - ruler.at_low) / ((last - first) or 1)
    step = next((step for step in (1, 2, 5, 10, 20, 50, 100) if each * step >= AXIS.width("0000") + 12), 100)
    places = {str(year): ruler.at(f"{year:04d}-01-01") for year in range(first, last) if year % step == 0}
    return [(year, place) for year, place in places.items() if place + AXIS.width(year) <= ruler.at_high + RADIUS]


def year_lines(years: list[tuple[str, float]], today: float | None, top: float, bottom: float) -> list[Piece]:
    """A line where each year begins, and that of today: through all rows, or on a phone only beside each mark, away
    from the words."""
    lines = [rule(None, (place, top), (place, bottom)) for _, place in years]
    return lines if today is None else [*lines, rule(None, (today, top), (today, bottom), stroke=INK, strokeWidth=1.5)]


def _row(row: ChartRow, ruler: Ruler, top: float, left: float, width: int) -> tuple[list[Piece], float, float]:
    """A row's pieces, the pixel on which its mark lies, and where it ends."""
    pieces, below = heading(row, top, 0, COLUMN if left else width, aside=False)
    middle = top + 10 if left else below + 5 + THICK / 2
    start, end = _mark_ends(row, ruler)
    pieces += _mark(row, ruler, middle)
    long = VALUE.width(row.spelled)
    x, beside = _place(long, start, end, left, width)
    if not beside:
        lines = VALUE.wrap(row.spelled, width - left)
        foot = middle + THICK / 2 + VALUE.leading * len(lines)
        return (
            pieces + words(VALUE, row, lines, x, middle + 5 + VALUE.leading),
            middle,
            max(below if left else 0.0, foot),
        )
    pieces.append(area(row, x - 2, middle - 9, x + long + 2, middle + 9, role="mark", fill="var(--paper)"))
    return (
        pieces + words(VALUE, row, [row.spelled], x, middle + 5),
        middle,
        max(below if left else 0.0, middle + THICK / 2),
    )


def _mark_ends(row: ChartRow, ruler: Ruler) -> tuple[float, float]:
    """The pixels between which a row's mark lies."""
    start = ruler.at(row.start) - (0 if row.end else RADIUS) if row.start else ruler.at(row.end or ruler.low) - TAIL
    end = ruler.at(row.end) + (0 if row.start else RADIUS) if row.end else ruler.at(row.start or ruler.high) + TAIL
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
    return list(box(row, ruler, start, end, across))


def _place(long: float, start: float, end: float, left: float, width: int) -> tuple[float, bool]:
    """Where a row's date begins, and whether beside its mark: behind it, before it, else on lines of its own."""
    if end + SPACE + long <= width:
        return end + SPACE, True
    if start - SPACE - long >= left:
        return start - SPACE - long, True
    return max(left, min(start, width - long)), False
