"""Maps: where things are. A country is drawn as its shape, any other place as a dot, a region as a wider one.

Words stand beside their mark where they touch nothing, else farther off at the end of a line, else beneath the map.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from math import cos, hypot, radians
from typing import TypeAlias

from factbound.atlas import Atlas, Land
from factbound.views.charts.layers import CONTEXT, LABEL, VALUE, Piece, Spec, Type, area, rule, words
from factbound.views.charts.layers import spec as layered
from factbound.views.charts.strokes import colour_of, hatching, look_of, path, spot
from factbound.views.charts.view import ChartRow, ChartView, Site

TALLEST, LOWEST, KILOMETRES, MARGIN = 560.0, 420.0, 111.2, 90.0
"""Pixels: the tallest and the lowest map; kilometres: a degree of latitude, and the least around the outermost places."""

RADII = {"region": 15.0, "continent": 24.0, "country": 24.0}
"""Pixels: the marks of places that are no point; any other is a dot of RADIUS."""

RADIUS, AWAY, EDGE = 7.0, 7.0, 4.0
"""Pixels: a dot, the space from a mark to its words, and from the frame to words."""

Point: TypeAlias = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle of pixels."""

    left: float
    top: float
    right: float
    bottom: float

    def touches(self, other: "Box", by: float = 3) -> bool:
        """Whether two come closer than a few pixels."""
        return self.left < other.right + by and other.left < self.right + by and self.top < other.bottom + by and other.top < self.bottom + by

    def crosses(self, start: Point, end: Point) -> bool:
        """Whether a stroke passes through."""
        steps = max(2, round(hypot(end[0] - start[0], end[1] - start[1]) / 4))
        points = ((start[0] + (end[0] - start[0]) * n / steps, start[1] + (end[1] - start[1]) * n / steps) for n in range(steps + 1))
        return any(self.left < x < self.right and self.top < y < self.bottom for x, y in points)


@dataclass(frozen=True, slots=True)
class Frame:
    """What a map shows, in degrees, and how: equal steps of longitude are as long as they are in the middle of it."""

    west: float
    north: float
    pixel: float
    """Pixels a kilometre."""
    squeeze: float
    """How much shorter a degree of longitude is than one of latitude."""
    width: float
    height: float

    def at(self, longitude: float, latitude: float) -> Point:
        """The pixel of a point."""
        degree = self.pixel * KILOMETRES
        return (longitude - self.west) * degree * self.squeeze, (self.north - latitude) * degree


@dataclass(frozen=True, slots=True)
class Block:
    """A row's words, wrapped: how wide and high they are together."""

    lines: tuple[tuple[Type, str], ...]
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Placed:
    """Where words stand: their block's upper left corner; and from where to where a line leads to them."""

    row: ChartRow
    block: Block
    box: Box
    line: tuple[Point, Point] | None


def spec(view: ChartView, width: int) -> Spec:
    """The specification at this width."""
    if view.atlas is None:
        raise ValueError(f"{view.id} has no map to draw on")
    frame = _frame(view, view.atlas, width)
    shapes = {land.id: _shape(land, frame) for land in view.atlas.lands}
    marks = _marks(view, frame, shapes)
    placed = _placed(view, frame, marks)
    pieces = [piece for shape in shapes.values() if shape for piece in _ground(shape)]
    told = sorted(zip(view.rows, marks, placed, strict=True), key=lambda each: each[1].shape is None)  # shapes lie beneath dots
    pieces += [piece for row, mark, _ in told for piece in _mark(row, mark)]
    pieces += [piece for _, _, words_of in told for piece in _words(words_of)]
    foot = max(frame.height, *(each.box.bottom + EDGE for each in placed))
    return layered(width, foot, pieces)


# --- The ground ------------------------------------------------------------------------------------------------------


def _frame(view: ChartView, atlas: Atlas, width: int) -> Frame:
    """What is shown: every place with some land around it, as much as fits the width, and nothing beyond the map's own box."""
    sites = [_site(row) for row in view.rows]
    west, south, east, north = atlas.box
    squeeze = cos(radians((min(site.latitude for site in sites) + max(site.latitude for site in sites)) / 2))
    margin = MARGIN / KILOMETRES
    low, high = max(south, min(s.latitude for s in sites) - margin), min(north, max(s.latitude for s in sites) + margin)
    left, right = max(west, min(s.longitude for s in sites) - margin / squeeze), min(east, max(s.longitude for s in sites) + margin / squeeze)
    tallest = TALLEST if width > 500 else LOWEST
    pixel = min(tallest / (high - low), width / ((right - left) * squeeze), width / ((min(east - west, 360)) * squeeze) * 3) / KILOMETRES
    pixel = max(pixel, width / (east - west) / squeeze / KILOMETRES)  # never wider than the box
    degree = pixel * KILOMETRES
    across, along = width / (degree * squeeze), min(tallest, (north - south) * degree) / degree
    return Frame(
        _within((left + right - across) / 2, west, east - across), min(north, _within((high + low - along) / 2, south, north - along) + along),
        pixel, squeeze, width, along * degree,
    )  # fmt: skip


def _within(value: float, low: float, high: float) -> float:
    return min(max(value, low), max(low, high))


def _site(row: ChartRow) -> Site:
    if row.site is None:
        raise ValueError(f"{row.figure} has no place to draw")
    return row.site


def _shape(land: Land, frame: Frame) -> list[list[Point]]:
    """A country's outlines within the frame, in pixels."""
    cut = (_cut([frame.at(*point) for point in ring], frame) for ring in land.rings)
    return [ring for ring in cut if len(ring) > 2]


def _cut(ring: list[Point], frame: Frame) -> list[Point]:
    """What lies within the frame of an outline, side by side (Sutherland and Hodgman)."""
    for axis, bound, sign in ((0, 0.0, 1), (1, 0.0, 1), (0, frame.width, -1), (1, frame.height, -1)):
        kept: list[Point] = []
        for before, here in zip([*ring[-1:], *ring[:-1]], ring, strict=True):
            inside, was_inside = sign * (here[axis] - bound) >= 0, sign * (before[axis] - bound) >= 0
            if inside != was_inside:
                share = (bound - before[axis]) / (here[axis] - before[axis])
                crossing = (before[0] + share * (here[0] - before[0]), before[1] + share * (here[1] - before[1]))
                kept.append((bound, crossing[1]) if axis == 0 else (crossing[0], bound))
            if inside:
                kept.append(here)
        ring = kept
    return ring


def _filled(shape: list[list[Point]]) -> str:
    """Outlines as an SVG path."""
    return "".join("M" + "L".join(f"{x:.1f},{y:.1f}" for x, y in ring) + "Z" for ring in shape)


def _stroked(shape: list[list[Point]], frame: Frame) -> str:
    """The borders among outlines as an SVG path: not where the frame cuts them."""
    parts: list[str] = []
    for ring in shape:
        drawing = False
        for before, here in zip(ring, [*ring[1:], ring[0]], strict=True):
            if any(before[axis] == here[axis] and before[axis] in {0.0, end} for axis, end in ((0, frame.width), (1, frame.height))):
                drawing = False
                continue
            parts.append(f"{'' if drawing else f'M{before[0]:.1f},{before[1]:.1f}'}L{here[0]:.1f},{here[1]:.1f}")
            drawing = True
    return "".join(parts) or "M0,0L0,0"


@dataclass(frozen=True, slots=True)
class Shape:
    """A country's drawn outlines: to fill, and to stroke."""

    filled: str
    stroked: str
    box: Box


@dataclass(frozen=True, slots=True)
class Mark:
    """A row's mark: its middle and radius, and the shape of a country, which has words in its middle."""

    x: float
    y: float
    radius: float
    shape: str | None = None
    border: str = ""

    @property
    def box(self) -> Box:
        """What it covers; a country covers nothing, so words may stand on it."""
        return Box(self.x - self.radius, self.y - self.radius, self.x + self.radius, self.y + self.radius)
