"""A square whose area is an amount, filled as its status asks; above and at its right it ends as its qualifier does."""

from collections.abc import Iterator
from dataclasses import replace

from factbound.view.charts.layers import Piece, Ruler, area
from factbound.view.charts.marks import End, drawn_to, end_of, reach
from factbound.view.charts.strokes import (
    Profile,
    box,
    colour_of,
    fade,
    glow,
    hatching,
    look_of,
    open_strength,
    path,
    stop,
    strip,
    tail,
)
from factbound.view.charts.view import ChartRow

BEYOND = {End.OPEN: 18.0, End.SOFT: 8.0}
"""Pixels that a square fades beyond its value."""


def extent(row: ChartRow, ruler: Ruler) -> float:
    """The side of a row's square, with what lies beyond it."""
    return ruler.at(reach(row)) + BEYOND.get(end_of(row), 0.0)


def square(row: ChartRow, ruler: Ruler, left: float, base: float) -> Iterator[Piece]:
    """A square that grows from the pixel at its lower left, along a ruler of square roots."""
    value = drawn_to(row)
    side, long = ruler.at(value), ruler.at_high
    across = replace(ruler, at_low=left, at_high=left + long)
    upwards = replace(ruler, channel="y", at_low=base, at_high=base - long)
    match end_of(row):
        case End.OPEN:
            yield from box(row, across, 0, value, (base - side, base))
            yield tail(row, across, value, (base - side, base), long=BEYOND[End.OPEN])
            yield tail(row, upwards, value, (left, left + side), long=BEYOND[End.OPEN])
            yield _corner(row, left + side, base - side, BEYOND[End.OPEN], open_strength(row))
        case End.SOFT:
            yield from _soft(row, left, base, side)
        case End.UNDER:
            yield from box(row, across, 0, value, (base - side, base), profile=((0, 0), (1, 1)))
            yield stop(row, across, value, (base - side, base))
            yield stop(row, upwards, value, (left, left + side))
        case End.SPAN:
            upper = reach(row)
            yield strip(row, across, 0, upper, (base - ruler.at(upper), base), fill=colour_of(row), fillOpacity=0.3)
            yield from box(row, across, 0, value, (base - side, base))
            yield stop(row, across, upper, (base - ruler.at(upper), base))
            yield stop(row, upwards, upper, (left, left + ruler.at(upper)))
        case End.FIRM:
            yield from box(row, across, 0, value, (base - side, base))


def _soft(row: ChartRow, left: float, base: float, side: float) -> Iterator[Piece]:
    """A square without an edge where its amount is not known to the unit."""
    look, colour, soft = look_of(row), colour_of(row), BEYOND[End.SOFT]
    left, base, inner = round(left), round(base), round(side - soft)  # no seam shows between parts on whole pixels
    gone: Profile = ((0, 1), (1, 0))
    under = 1 if look.fill == 1 else 0
    yield _corner(row, left + inner, base - inner, round(2 * soft), look.fill)
    yield area(
        row,
        left + inner - under,
        base - inner,
        left + inner + 2 * soft,
        base,
        role="mark",
        fill=fade(colour, gone, "x", 1, look.fill),
    )
    yield area(
        row,
        left,
        base - inner - 2 * soft,
        left + inner,
        base - inner + under,
        role="mark",
        fill=fade(colour, gone, "y", -1, look.fill),
    )
    yield area(row, left, base - inner, left + inner, base, role="mark", fill=colour, fillOpacity=look.fill)
    if look.line:
        ends: Profile = ((0, 1), (inner / (inner + 2 * soft), 1), (1, 0))
        yield area(
            row, left, base - look.line, left + inner + 2 * soft, base, role="mark", fill=fade(colour, ends, "x", 1)
        )
        yield area(
            row, left, base - inner - 2 * soft, left + look.line, base, role="mark", fill=fade(colour, ends, "y", -1)
        )
    if look.hatched:
        yield path(row, (left, base - inner), hatching(inner, inner), stroke=colour, strokeWidth=1.25)


def _corner(row: ChartRow, x: float, y: float, size: float, strength: float) -> Piece:
    """The upper right corner, fading from its lower left."""
    return area(
        row, x, y - size, x + size, y, role="mark", fill=glow(colour_of(row), ((0, 1), (1, 0)), strength, (0, 1))
    )
