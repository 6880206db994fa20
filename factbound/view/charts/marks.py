"""The one visual language of all forms: a status decides how a mark is filled, a qualifier how it ends.

Announced is outlined, done is filled, a forecast is hatched. "More than" goes on and fades, "about" has a soft end,
"less than" fades towards zero, "between" shows both its bounds.
"""

from collections.abc import Iterator, Sequence
from enum import Enum

from factbound.view.charts.layers import Piece, Ruler
from factbound.view.charts.strokes import BLUR, SOFT, TAIL, blur, box, colour_of, fade, look_of, spot, stop, strip, tail
from factbound.view.charts.view import ChartRow

LEAST_TAIL = 4.0
"""Pixels of the shortest open end, which can still be seen."""


class End(Enum):
    """How a mark ends: what its qualifier says about the bounds."""

    FIRM = "firm"
    OPEN = "open"
    SOFT = "soft"
    UNDER = "under"
    SPAN = "span"


_ENDS = {
    "more than": End.OPEN, "at least": End.OPEN, "several": End.OPEN, "about": End.SOFT, "nearly": End.SOFT,
    "less than": End.UNDER, "up to": End.UNDER, "between": End.SPAN,
}  # fmt: skip


def end_of(row: ChartRow) -> End:
    """How a row's mark ends. Below zero, more is nearer to zero: open and under change places."""
    end = _ENDS.get(row.qualifier, End.FIRM)
    if row.value is not None and row.value < 0:
        return {End.OPEN: End.UNDER, End.UNDER: End.OPEN}.get(end, end)
    return End.FIRM if end is End.SPAN and (row.lower is None or row.upper is None) else end


def drawn_to(row: ChartRow) -> float:
    """The value where a row's mark is firm: several hundred is at least two hundred, "between" begins at its lower
    bound."""
    return row.lower if row.qualifier in {"several", "between"} and row.lower is not None else row.point


def reach(row: ChartRow) -> float:
    """The farthest value that a row's mark goes to."""
    return max(drawn_to(row), row.upper if row.upper is not None else drawn_to(row))


def overhang(row: ChartRow) -> float:
    """How many pixels a row's bar goes beyond its value at most, away from zero."""
    return {End.OPEN: TAIL, End.SOFT: SOFT}.get(end_of(row), 0.0)


def drawn_overhang(row: ChartRow, ruler: Ruler) -> float:
    """How many pixels it goes beyond its value on this scale: an open end is at most half as long as its bar, so that
    what is not known never outgrows what is."""
    length = abs(ruler.at(drawn_to(row)) - ruler.at(0))
    return min(TAIL, max(length / 2, LEAST_TAIL)) if end_of(row) is End.OPEN else overhang(row)


def dot_overhang(row: ChartRow, radius: float) -> float:
    """How many pixels a row's dot goes beyond a plain one, or falls short of it."""
    return {End.OPEN: TAIL, End.SOFT: BLUR, End.UNDER: -radius}.get(end_of(row), 0.0)


def margins(rows: Sequence[ChartRow]) -> tuple[float, float]:
    """The pixels that bars need beyond the lowest value and beyond the highest."""
    below = [overhang(row) for row in rows if drawn_to(row) < 0]
    above = [overhang(row) for row in rows if drawn_to(row) >= 0]
    return max(below, default=0.0), max(above, default=0.0)


def bar(row: ChartRow, ruler: Ruler, across: tuple[float, float]) -> Iterator[Piece]:
    """A bar from zero to a row's value, as thick as from one pixel `across` to the other."""
    value = drawn_to(row)
    length = abs(ruler.at(value) - ruler.at(0))
    match end_of(row):
        case End.FIRM:
            yield from box(row, ruler, 0, value, across)
        case End.OPEN:
            yield from box(row, ruler, 0, value, across)
            yield tail(row, ruler, value, across, long=drawn_overhang(row, ruler))
        case End.SOFT:
            soft = min(SOFT, length)
            yield from box(
                row,
                ruler,
                0,
                value,
                across,
                profile=((0, 1), ((length - soft) / ((length + soft) or 1), 1), (1, 0)),
                more=soft,
            )
        case End.UNDER:
            yield from box(row, ruler, 0, value, across, profile=((0, 0), (1, 1)))
            yield stop(row, ruler, value, across)
        case End.SPAN:
            upper = row.upper if row.upper is not None else value
            yield strip(row, ruler, value, upper, across, fill=colour_of(row), fillOpacity=0.3)
            yield from box(row, ruler, 0, value, across)
            yield stop(row, ruler, upper, across)


def dot(row: ChartRow, ruler: Ruler, middle: float, radius: float = 7) -> Iterator[Piece]:
    """A row's value as a dot on a line, with what is known of its bounds."""
    value, look, colour = drawn_to(row), look_of(row), colour_of(row)
    thin = (middle - 3.5, middle + 3.5)
    solid = look.fill == 1
    match end_of(row):
        case End.FIRM:
            yield from spot(row, ruler.channel, ruler.at(value), middle, radius)
        case End.OPEN:
            yield tail(row, ruler, value, thin, long=TAIL + radius)
            yield from spot(row, ruler.channel, ruler.at(value), middle, radius)
        case End.SOFT:
            yield blur(row, ruler.channel, ruler.at(value), middle, radius)
        case End.UNDER:
            yield strip(
                row,
                ruler,
                min(max(0.0, float(ruler.low)), float(ruler.high)),  # a scale need not begin at zero
                value,
                thin,
                fill=fade(colour, ((0, 0), (1, 0.75 if solid else 0.4)), ruler.channel, ruler.sign),
            )
            yield stop(row, ruler, value, (middle - radius - 1, middle + radius + 1), 4)
        case End.SPAN:
            upper = row.upper if row.upper is not None else value
            yield strip(row, ruler, value, upper, thin, fill=colour, fillOpacity=0.5 if solid else 0.3)
            for bound in (value, upper):
                yield from spot(row, ruler.channel, ruler.at(bound), middle, radius)
