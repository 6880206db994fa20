"""Slopes: how amounts move, each line one label and each point one row of it; what comes first stands at the left."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from factbound.values.needs import Needs
from factbound.view.charts.layers import AXIS, LABEL, VALUE, Piece, Ruler, Spec, area, rule, words
from factbound.view.charts.layers import spec as layered
from factbound.view.charts.marks import dot, dot_overhang, drawn_to, reach
from factbound.view.charts.strokes import colour_of, look_of
from factbound.view.charts.view import ChartRow, ChartView

TALL, RADIUS, AWAY = 220.0, 6.0, 14.0
"""Pixels: the lines' height, a point, and the space from a point to its words."""
NEEDS = Needs(least=2, compares=True)


def spec(view: ChartView, width: int) -> Spec:
    """The specification at this width. The moments are the rows' contexts, in time when they have dates, else evenly
    apart."""
    lines: dict[str, list[ChartRow]] = {}
    for row in view.rows:
        lines.setdefault(row.label, []).append(row)
    several = len(lines) > 1
    moments = _moments(view.rows)
    first, last = ([row for row in view.rows if row.context == moments[place][0]] for place in (0, -1))
    left = min(max(VALUE.width(row.spelled) for row in first), width * 0.3) + AWAY
    right = min(max(VALUE.width(_last_words(row, several)) for row in last), width * 0.4) + AWAY
    places = {context: left + share * (width - left - right) for context, share in moments}
    heading = [] if several else LABEL.wrap(view.rows[0].label, width)
    top = 36.0 + LABEL.leading * len(heading)
    ruler = _ruler(view.rows, top)
    pieces = [
        area(
            row,
            places[row.context] - 12,
            ruler.at(drawn_to(row)) - 12,
            places[row.context] + 12,
            ruler.at(drawn_to(row)) + 12,
        )
        for row in view.rows
    ]
    pieces += words(LABEL, view.rows[0], heading, 0, 17)
    axis, foot = _axis(places, top, width)
    pieces += axis
    for rows in lines.values():
        pieces += _line(rows, places, ruler)
    for number, (context, place) in enumerate(places.items()):
        rows = [row for row in view.rows if row.context == context]
        if 0 < number < len(places) - 1:
            pieces += _between(rows, lines, places, ruler)
        else:
            pieces += _outside(rows, place, ruler, left if number == 0 else right, last=number > 0, several=several)
    lowest = max(
        piece.datum["y"] for piece in pieces if "text" in piece.datum
    )  # words moved apart may go below the axis
    return layered(width, max(foot, lowest + 6), pieces)


def _axis(places: dict[str, float], top: float, width: int) -> tuple[list[Piece], float]:
    """A line and a name for each moment, and where the names end."""
    pieces: list[Piece] = []
    foot = top + TALL + 12
    gap = min((after - before for before, after in pairwise(places.values())), default=float(width)) - 10
    tallest = 1
    for context, place in places.items():
        lines = AXIS.wrap(context, max(60.0, min(gap, 2 * place, 2 * (width - place))))
        tallest = max(tallest, len(lines))
        half = max(map(AXIS.width, lines), default=0.0) / 2
        pieces.append(rule(None, (place, top - 18), (place, foot)))
        pieces += words(AXIS, None, lines, min(max(place, half), width - half), foot + 18, align="center")
    return pieces, foot + AXIS.leading * tallest + 6


def _moments(rows: tuple[ChartRow, ...]) -> list[tuple[str, float]]:
    """The contexts, each with its share of the way from the first to the last."""
    starts = {row.context: row.start for row in reversed(rows)}
    contexts = list(dict.fromkeys(row.context for row in rows))
    days = [date.fromisoformat(start).toordinal() for context in contexts if (start := starts[context])]
    if len(days) < len(contexts) or len(set(days)) < len(days):
        days = list(range(len(contexts)))
    order = sorted(zip(days, contexts, strict=True))
    return [(context, (day - order[0][0]) / ((order[-1][0] - order[0][0]) or 1)) for day, context in order]


def _ruler(rows: tuple[ChartRow, ...], top: float) -> Ruler:
    """From zero, unless that would flatten the lines: then from a little below the lowest amount."""
    low, high = min(map(drawn_to, rows)), max(map(reach, rows))
    if low > high / 2:
        low -= (high - low) * 0.25
    return Ruler("y", min(low, 0.0) if low <= high / 2 else low, high, top + TALL, top)


def _line(rows: list[ChartRow], places: dict[str, float], ruler: Ruler) -> Iterator[Piece]:
    """The joined points of one label; the stroke to a point that has not come yet is dashed."""
    order = sorted(rows, key=lambda row: places[row.context])
    for before, after in pairwise(order):
        ends = [(places[row.context], ruler.at(drawn_to(row))) for row in (before, after)]
        dash = {} if look_of(after).fill == 1 else {"strokeDash": [5, 4]}
        yield rule(after, ends[0], ends[1], role="mark", stroke=colour_of(after), strokeWidth=2.5, **dash)
    for row in order:
        yield from dot(row, ruler, places[row.context], RADIUS)


def _outside(
    rows: list[ChartRow], place: float, ruler: Ruler, room: float, *, last: bool, several: bool
) -> Iterator[Piece]:
    """The words left of the first moment or right of the last, moved apart where they would touch."""
    free = 0.0
    for row in sorted(rows, key=drawn_to, reverse=True):
        lines = VALUE.wrap(_last_words(row, several) if last else row.spelled, room - AWAY + 1)
        baseline = max(ruler.at(drawn_to(row)) + 5, free)
        free = baseline + VALUE.leading * len(lines)
        yield from words(
            VALUE, row, lines, place + AWAY if last else place - AWAY, baseline, align="left" if last else "right"
        )


def _between(
    rows: list[ChartRow], lines: dict[str, list[ChartRow]], places: dict[str, float], ruler: Ruler
) -> Iterator[Piece]:
    """The values at a moment in the middle, on the side that their line leaves free: before it where it rises, behind
    it where it falls."""
    for row in rows:
        order = sorted(lines[row.label], key=lambda other: places[other.context])
        place = order.index(row)
        before, after = order[max(place - 1, 0)], order[min(place + 1, len(order) - 1)]  # a line may begin or end here
        rises, falls = (
            (drawn_to(before) <= drawn_to(row) <= drawn_to(after)),
            (drawn_to(before) >= drawn_to(row) >= drawn_to(after)),
        )
        valley = drawn_to(before) > drawn_to(row) < drawn_to(after)
        align, x = ("right", 4.0) if rises else ("left", -4.0) if falls else ("center", 0.0)
        away = RADIUS + 8 + max(0.0, dot_overhang(row, RADIUS))
        y = ruler.at(drawn_to(row)) + (away + 10 if valley else -away)
        yield from words(VALUE, row, [row.spelled], places[row.context] + x, y, align=align)


def _last_words(row: ChartRow, several: bool) -> str:
    """What stands at the end of a line."""
    return f"{row.spelled} {row.label}" if several else row.spelled
