"""Slips: promises by their days, one row each: the day that was promised, the days of later plans, when it came or was
given up, and the line of today, to which what has not come runs on.

What nobody has told is dashed: its day has passed, and whether it came is not known.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from factbound.values.needs import Needs
from factbound.view.charts.layers import AXIS, INK, SMALL, Piece, Ruler, Spec, Type, area, heading, rule, words
from factbound.view.charts.layers import spec as layered
from factbound.view.charts.strokes import colour_of, fade
from factbound.view.charts.timeline import today_words, whole_years, year_lines, years_of
from factbound.view.charts.view import ChartRow, ChartView

COLUMN, SPACE, GAP, RADIUS, TICK, HALF = 280.0, 30.0, 20.0, 7.0, 10.0, 6.0
"""Pixels: the column of words on a wide chart, the space beside it, the space between rows, the dot of the day on which
it came, half the stroke of a day that was promised and half the bar of what is late."""
SAMPLE, BESIDE = 44.0, 60.0
"""Pixels: a sample of the key, and where its words begin."""
DAYS = Type("value", SMALL, 400, INK, 18)
NEEDS = Needs(amount=False, promise=True, day=True, key=False)


def spec(view: ChartView, width: int) -> Spec:
    """The specification at this width: words at the left of the time axis, or above it on a phone."""
    left = COLUMN + SPACE if width > 500 else 0.0
    ruler = _ruler(view, left + RADIUS, width - RADIUS)
    years, today = years_of(ruler), ruler.at(view.today)
    head = 2 * AXIS.leading
    pieces = [
        piece for year, place in years for piece in words(AXIS, None, [year], max(place - RADIUS, left), head - 5)
    ]
    pieces += today_words(view, today, width)
    top = head + 10
    rows: list[Piece] = []
    for row in view.rows:
        drawn, middle, bottom = _row(row, ruler, view.today, top, left, width)
        if not left:
            pieces += year_lines(years, today, middle - TICK - 4, middle + TICK + 4)
        rows += [area(row, 0, top - 4, width, bottom + 4), *drawn]
        top = bottom + GAP
    pieces += year_lines(years, today, head, top - GAP + 6) if left else []
    shown, bottom = _key(view, top, width)
    return layered(width, bottom, [*pieces, *rows, *shown])


def _ruler(view: ChartView, low: float, high: float) -> Ruler:
    """From the first day of the first year to the first day after the last."""
    days = [view.today, *(day for row in view.rows if row.days for day in row.days.all)]
    return Ruler("x", *whole_years(min(days), max(days)), low, high, "utc")


def _row(
    row: ChartRow, ruler: Ruler, now: str, top: float, left: float, width: int
) -> tuple[list[Piece], float, float]:
    """A row's pieces, the pixel on which its marks lie, and where it ends."""
    room = COLUMN if left else width
    pieces, below = heading(row, top, 0, room, aside=False)
    lines = DAYS.wrap(row.spelled, room)
    pieces += words(DAYS, row, lines, 0, below + 13)
    below += DAYS.leading * len(lines)
    middle = top + TICK + 2 if left else below + 6 + TICK
    assert row.days
    days = row.days
    at = ruler.at
    places = _Places(at(days.made), at(days.due), at(days.day or now), at(now), tuple(at(day) for day in days.aims))
    pieces += _mark(row, days.kind, places, middle, colour_of(row), planned=days.planned)
    return pieces, middle, max(below, middle + TICK)


@dataclass(frozen=True, slots=True)
class _Places:
    """The pixels of a row's days."""

    made: float
    due: float
    day: float
    today: float
    aims: tuple[float, ...] = ()


def _mark(
    row: ChartRow | None, kind: str, at: _Places, middle: float, colour: str, *, planned: bool = False
) -> Iterator[Piece]:
    """The time that was promised as a thin line, its day as a stroke, and what came after it."""
    across = (middle - HALF, middle + HALF)
    solid = min(at.due, {"ahead": at.today, "gone": at.day}.get(kind, at.due))
    yield rule(row, (at.made, middle), (solid, middle), "mark", stroke=colour, strokeWidth=1.5)
    if solid < at.due:
        yield rule(row, (solid, middle), (at.due, middle), "mark", stroke=colour, strokeWidth=1.5, strokeDash=[1, 4])
    look = {"stroke": colour, "strokeWidth": 1.5}
    match kind:
        case "came" | "told" if at.day > at.due:
            fill = fade(colour, ((0, 0.1), (1, 0.85)), "x", 1) if kind == "told" else colour
            yield area(row, at.due, across[0], at.day, across[1], role="mark", fill=fill)
        case "gone" if at.day > at.due:
            yield area(row, at.due, across[0], at.day, across[1], role="mark", fill=colour, fillOpacity=0.16, **look)
        case "open":
            yield area(row, at.due, across[0], at.today, across[1], role="mark", fill=colour, fillOpacity=0.16, **look)
        case "silent":
            dash = {**look, "strokeDash": [4, 3]}
            yield area(row, at.due, across[0], at.today, across[1], role="mark", fill="var(--paper)", **dash)
    if planned:
        yield _ring(row, at.due, middle, colour)
    else:
        yield rule(row, (at.due, middle - TICK), (at.due, middle + TICK), "mark", stroke=colour, strokeWidth=3)
    yield from (_ring(row, aim, middle, colour) for aim in at.aims)
    if kind in {"came", "told"}:
        yield _disc(row, at.day, middle, RADIUS, fill=colour, stroke="var(--paper)", strokeWidth=1)
    if kind == "gone":
        for slope in (1, -1):
            corner = (at.day - RADIUS, middle - slope * RADIUS), (at.day + RADIUS, middle + slope * RADIUS)
            yield rule(row, *corner, "mark", stroke=colour, strokeWidth=2.5)


def _ring(row: ChartRow | None, x: float, middle: float, colour: str) -> Piece:
    """The day of a later plan."""
    return _disc(row, x, middle, 5, fill="var(--paper)", stroke=colour, strokeWidth=2)


def _disc(row: ChartRow | None, x: float, y: float, radius: float, **look: object) -> Piece:
    return area(row, x - radius, y - radius, x + radius, y + radius, role="mark", cornerRadius=radius, **look)


def _key(view: ChartView, top: float, width: int) -> tuple[list[Piece], float]:
    """What the marks mean, those that are drawn alone, and where that ends."""
    shown = [(kind, said) for kind, said in view.legend if kind in _drawn(view.rows)]
    columns = 2 if width > 500 else 1
    room = width / columns
    pieces = [rule(None, (0, top), (width, top))]
    deep = -(-len(shown) // columns)
    feet = [top]
    for first in range(0, len(shown), max(deep, 1)):
        below, x = top + 12, room * (first // max(deep, 1))
        for kind, said in shown[first : first + deep]:
            lines = AXIS.wrap(said, room - BESIDE - 12)
            pieces += _sample(kind, x, below + 10)
            pieces += words(AXIS, None, lines, x + BESIDE, below + 15)
            below += AXIS.leading * len(lines) + 8
        feet.append(below)
    return pieces, max(feet)


def _drawn(rows: tuple[ChartRow, ...]) -> set[str]:
    """The kinds of marks that rows have."""
    found: set[str] = set()
    for days in (row.days for row in rows):
        if days is None:
            continue
        if days.aims or days.planned:
            found.add("plan")
        if not days.planned:
            found.add("due")
        found.add("late" if days.kind == "came" and (days.day or "") > days.due else days.kind)
    return found


def _sample(kind: str, x: float, middle: float) -> Iterator[Piece]:
    """A mark as the key shows it."""
    start, end, due = x, x + SAMPLE, x + SAMPLE / 3
    match kind:
        case "due":
            yield from _mark(None, "", _Places(start, end - 4, end, end), middle, INK)
        case "plan":
            yield _ring(None, x + SAMPLE / 2, middle, INK)
        case "ahead":
            yield from _mark(None, kind, _Places(start, end - 4, end, due), middle, INK)
        case "came":
            yield from _mark(None, kind, _Places(start, end - 4, x + SAMPLE / 2, end), middle, INK)
        case "late":
            yield from _mark(None, "came", _Places(start, due, end - RADIUS, end), middle, INK)
        case "gone":
            yield from _mark(None, kind, _Places(start, end - 4, x + SAMPLE / 2, end), middle, INK)
        case _:
            yield from _mark(None, kind, _Places(start, due, end - RADIUS, end), middle, INK)
