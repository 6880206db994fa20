"""Slopes: how amounts move, each line one label and each point one row of it; what comes first stands at the left."""

from collections.abc import Iterator
from datetime import date

from factbound.views.charts.layers import AXIS, LABEL, VALUE, Piece, Ruler, Spec, area, rule, spec as layered, words
from factbound.views.charts.marks import dot, drawn_to, look_of, reach
from factbound.views.charts.strokes import colour_of
from factbound.views.charts.view import ChartRow, ChartView

TALL, RADIUS, AWAY = 220.0, 6.0, 14.0
"""Pixels: the lines' height, a point, and the space from a point to its words."""


def spec(view: ChartView, width: int) -> Spec:
    """The specification at this width. The moments are the rows' contexts, in time when they have dates, else evenly apart."""
    lines: dict[str, list[ChartRow]] = {}
    for row in view.rows:
        lines.setdefault(row.label, []).append(row)
    moments = _moments(view.rows)
    first, last = ([row for row in view.rows if row.context == moments[place][0]] for place in (0, -1))
    left = max(VALUE.width(row.spelled) for row in first) + AWAY + RADIUS
    right = min(max([VALUE.width(row.spelled) for row in last] + [LABEL.width(row.label) for row in last if len(lines) > 1]), width * 0.4) + AWAY + RADIUS
    head = 2.0 if len(lines) > 1 else 2.0 + LABEL.leading * len(LABEL.wrap(view.rows[0].label, width))
    top = head + 34
    places = {context: left + share * (width - left - right) for context, share in moments}
    ruler = _ruler(view.rows, top)
    pieces: list[Piece] = [] if len(lines) > 1 else words(LABEL, view.rows[0], LABEL.wrap(view.rows[0].label, width), 0, 17)
    foot = top + TALL + 34
    for context, place in places.items():
        pieces.append(rule(None, (place, top - 18), (place, foot - 22)))
        half = AXIS.width(context) / 2
        pieces += words(AXIS, None, [context], min(max(place, half), width - half), foot - 4, "center")
    for rows in lines.values():
        pieces += _line(rows, places, ruler)
    for number, (context, place) in enumerate(places.items()):
        align = "right" if number == 0 else "left" if number == len(places) - 1 else "center"
        pieces += _column([row for row in view.rows if row.context == context], place, ruler, align, len(lines) > 1, right - AWAY)
    return layered(width, foot + 4, pieces)


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
    for before, after in zip(order, order[1:], strict=False):
        ends = [(places[row.context], ruler.at(drawn_to(row))) for row in (before, after)]
        dash = {} if look_of(after).fill == 1 else {"strokeDash": [5, 4]}
        yield rule(after, ends[0], ends[1], role="mark", stroke=colour_of(after), strokeWidth=2.5, **dash)
    for row in order:
        yield from dot(row, ruler, places[row.context], RADIUS)


def _column(rows: list[ChartRow], place: float, ruler: Ruler, align: str, several: bool, room: float) -> Iterator[Piece]:
    """The words of one moment, moved apart where they would touch."""
    tall = VALUE.leading * (2 if several and align == "left" else 1)
    offset = -AWAY - 4 if align == "center" else 5.0
    baselines: list[float] = []
    for row in sorted(rows, key=drawn_to, reverse=True):
        baseline = max(ruler.at(drawn_to(row)) + offset, (baselines[-1] + tall) if baselines else 0.0)
        baselines.append(baseline)
        x = place + {"right": -AWAY, "left": AWAY, "center": 0.0}[align]
        half = VALUE.width(row.spelled) / 2
        yield area(row, *((place - AWAY - 2 * half, baseline - 18, place + 12, baseline + 6) if align == "right" else (place - 12, baseline - 18, place + AWAY + 2 * half, baseline + 6)))
        yield from words(VALUE, row, [row.spelled], x, baseline, align)
        if several and align == "left":
            yield from words(LABEL, row, LABEL.wrap(row.label, room)[:1], x, baseline + 18)
