"""Maps: where things are. A country is drawn as its shape, any other place as a dot, a region as a wider one. The map
shows the land around its dots; a country that is larger is cut.

Words stand beside their mark where they touch nothing, else farther off at the end of a line, else beneath the map.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import TypeAlias

from factbound.values.needs import Needs
from factbound.view.charts.ground import (
    Frame,
    Outline,
    extent,
    filled,
    framed,
    hatched,
    inside,
    middle,
    outlines,
    stroked,
)
from factbound.view.charts.layers import CONTEXT, LABEL, VALUE, Piece, Spec, Type, area, rule, words
from factbound.view.charts.layers import spec as layered
from factbound.view.charts.placing import Box, Place, Wanted, placed
from factbound.view.charts.strokes import colour_of, look_of, path, spot
from factbound.view.charts.view import ChartRow, ChartView, Site

RADIUS, RADII = 7.0, {"region": 15.0, "country": 22.0, "continent": 22.0, "world": 22.0}
"""Pixels: a dot, and the mark of a place that is no point."""

ROOM, EDGE, GAP, PALE = 190.0, 4.0, 16.0, 0.6
"""Pixels: the widest words, the space along the frame, between words beneath the map; how much paler than a dot a
country is."""

Lines: TypeAlias = tuple[tuple[Type, str], ...]
"""Words, line by line, and how each is set."""
NEEDS = Needs(amount=False, place=True)


@dataclass(frozen=True, slots=True)
class Mark:
    """A row on the map: its middle, its radius or its shape, and its words as lines of one width."""

    row: ChartRow
    x: float
    y: float
    radius: float
    shape: tuple[Outline, ...]
    lines: Lines

    @property
    def wanted(self) -> Wanted:
        """What its words want."""
        width, height = max(kind.width(line) for kind, line in self.lines), sum(kind.leading for kind, _ in self.lines)
        return Wanted(
            width, height, self.x, self.y, self.radius, partial(inside, list(self.shape)) if self.shape else None
        )


def spec(view: ChartView, width: int) -> Spec:
    """The specification at this width."""
    if view.atlas is None:
        raise ValueError(f"{view.id} has no map to draw on")
    sites, lands = [_site(row) for row in view.rows], {land.id for land in view.atlas.lands}
    frame = framed([site for site in sites if site.id not in lands] or sites, view.atlas, width)
    shapes = {land.id: shape for land in view.atlas.lands if (shape := outlines(land, frame))}
    marks = list(_marks(view, frame, shapes))
    said, height = _said(marks, frame)
    drawn = {_site(mark.row).id for mark in marks if mark.shape}
    pieces = [piece for name, shape in shapes.items() if name not in drawn for piece in _ground(shape, frame)]
    pieces += [
        area(mark.row, *_corners(place.box)) for mark, (_, place) in zip(marks, said, strict=True)
    ]  # links in the order of rows
    beneath = sorted(marks, key=lambda mark: not mark.shape)  # countries lie beneath dots
    pieces += [piece for mark in beneath for piece in _mark(mark, frame)]
    pieces += [
        piece for mark, (lines, place) in zip(marks, said, strict=True) for piece in _words(mark.row, lines, place)
    ]
    return layered(width, height, pieces)


def _said(marks: list[Mark], frame: Frame) -> tuple[list[tuple[Lines, Place]], float]:
    """Every row's words and their place, beneath the map where there is none on it; and where all that ends."""
    # words on small countries have the least choice, so they come first
    seek = sorted(range(len(marks)), key=lambda n: (not marks[n].shape, extent(marks[n].shape)))
    found = dict(
        zip(
            seek,
            placed([marks[n].wanted for n in seek], Box(EDGE, EDGE, frame.width - EDGE, frame.height - EDGE)),
            strict=True,
        )
    )
    said: list[tuple[Lines, Place]] = []
    bottom = frame.height
    for number, mark in enumerate(marks):
        lines, place = mark.lines, found[number]
        if place is None:
            lines = _lines(mark.row, frame.width)
            box = Box(0, bottom + GAP, frame.width, bottom + GAP + sum(kind.leading for kind, _ in lines))
            place = Place(box, ((mark.x, mark.y + mark.radius), (mark.x, box.top - 3)))
            bottom = box.bottom
        said.append((lines, place))
    return said, bottom + (EDGE if bottom > frame.height else 0)


def _corners(box: Box) -> tuple[float, float, float, float]:
    """A little more than a box."""
    return box.left - 2, box.top - 2, box.right + 2, box.bottom + 2


def _site(row: ChartRow) -> Site:
    if row.site is None:
        raise ValueError(f"{row.figure} has no place to draw")
    return row.site


def _marks(view: ChartView, frame: Frame, shapes: dict[str, list[Outline]]) -> Iterator[Mark]:
    """Every row's mark; dots of one place lie side by side, away from the nearer edge."""
    before: dict[str, float] = {}
    for row in view.rows:
        site = _site(row)
        x, y = frame.at(site.longitude, site.latitude)
        whole = tuple(shapes.get(site.id, ()))
        shape = whole if site.id not in before else ()
        if whole and not frame.holds(x, y):  # its own middle lies beyond the map
            x, y = middle(whole)
        radius = 0.0 if shape else RADII.get(site.kind, RADIUS)
        aside = before.get(site.id, 0.0)
        before[site.id] = aside + 2 * radius + 3
        x = min(max(x + (aside if x < frame.width / 2 else -aside), radius), frame.width - radius)
        y = min(max(y, radius), frame.height - radius)
        yield Mark(row, x, y, radius, shape, _lines(row, min(ROOM, frame.width / 2)))


def _lines(row: ChartRow, room: float) -> Lines:
    """A row's words: its label, its context, its value."""
    texts = ((LABEL, row.label), (CONTEXT, row.context), (VALUE, row.spelled))
    return tuple((kind, line) for kind, text in texts for line in kind.wrap(text, room))


def _ground(shape: list[Outline], frame: Frame) -> Iterator[Piece]:
    """A country that no row is about."""
    yield path(None, (0, 0), filled(shape), role="ground", fill="var(--wash)", strokeWidth=0, filled=True)
    yield path(None, (0, 0), stroked(shape, frame), role="ground", stroke="var(--hair)", strokeWidth=1)


def _mark(mark: Mark, frame: Frame) -> Iterator[Piece]:
    """A dot, or a country as its status asks."""
    row, look, colour = mark.row, look_of(mark.row), colour_of(mark.row)
    if not mark.shape:
        yield from spot(row, "x", mark.x, mark.y, mark.radius)
        return
    shape = list(mark.shape)
    dash: Spec = {"strokeDash": list(look.dash)} if look.dash else {}
    yield path(
        row,
        (0, 0),
        filled(shape),
        fill=colour,
        fillOpacity=round(min(look.fill, 0.6) * PALE, 2),
        strokeWidth=0,
        filled=True,
    )
    yield path(row, (0, 0), stroked(shape, frame), stroke=colour, strokeWidth=1, **dash)
    if look.hatched:
        yield path(row, (0, 0), hatched(shape, frame), stroke=colour, strokeWidth=1, strokeOpacity=0.45)


def _words(row: ChartRow, lines: Lines, place: Place) -> Iterator[Piece]:
    """A row's words in their place."""
    box = place.box
    yield area(row, *_corners(box))
    if place.line:
        yield rule(row, *place.line, stroke="var(--muted)")
    top = box.top
    for kind, line in lines:
        yield from words(kind, row, [line], box.left, top + 15 - (1 if kind is CONTEXT else 0), halo=True)
        top += kind.leading
