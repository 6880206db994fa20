"""The ground of a map: what of the world a frame shows, and outlines in its pixels."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import cos, radians
from typing import TypeAlias

from factbound.read.atlas import Atlas, Land
from factbound.view.charts.strokes import PITCH
from factbound.view.charts.view import Site

TALLEST, LOWEST, DEGREE, MARGIN, NEAREST = 560.0, 440.0, 111.2, 115.0, 1.2
"""Pixels: the tallest map on a desk and on a phone; kilometres: a degree of latitude, and the land around the outermost
places; the most pixels a kilometre."""

Point: TypeAlias = tuple[float, float]
Outline: TypeAlias = list[Point]


@dataclass(frozen=True, slots=True)
class Frame:
    """What a map shows. A degree of longitude is everywhere as long as in the middle: `across` and `along` are pixels a
    degree."""

    west: float
    north: float
    across: float
    along: float
    width: float
    height: float

    def holds(self, x: float, y: float) -> bool:
        """Whether a pixel lies in the frame."""
        return 0 <= x <= self.width and 0 <= y <= self.height

    def at(self, longitude: float, latitude: float) -> Point:
        """The pixel of a point."""
        return (longitude - self.west) * self.across, (self.north - latitude) * self.along


def framed(sites: Iterable[Site], atlas: Atlas, width: int) -> Frame:
    """The frame that shows every place with some land around it, and nothing beyond the map's own box."""
    places = list(sites)
    west, south, east, north = atlas.box
    low, high = min(place.latitude for place in places), max(place.latitude for place in places)
    left, right = min(place.longitude for place in places), max(place.longitude for place in places)
    squeeze = cos(radians((low + high) / 2))
    tallest, margin = TALLEST if width > 500 else LOWEST, MARGIN / DEGREE
    fit = min(tallest / (high - low + 2 * margin), width / ((right - left) * squeeze + 2 * margin), NEAREST * DEGREE)
    along = max(fit, width / ((east - west) * squeeze))
    wide, tall = (
        width / (along * squeeze),
        min(tallest / along, north - south, max(high - low + 2 * margin, tallest / along / 2)),
    )
    west = min(max((left + right - wide) / 2, west), east - wide)
    north = max(min((low + high + tall) / 2, north), south + tall)
    return Frame(west, north, along * squeeze, along, width, round(tall * along))


def outlines(land: Land, frame: Frame) -> list[Outline]:
    """A country's outlines within the frame, in pixels."""
    return [
        ring for ring in (_cut([frame.at(*point) for point in ring], frame) for ring in land.rings) if len(ring) > 2
    ]


def _cut(ring: Outline, frame: Frame) -> Outline:
    """What lies within the frame of an outline, side by side (Sutherland and Hodgman)."""
    for axis, bound, sign in ((0, 0.0, 1), (1, 0.0, 1), (0, frame.width, -1), (1, frame.height, -1)):
        kept: Outline = []
        for before, here in zip([*ring[-1:], *ring[:-1]], ring, strict=True):
            inside, was_inside = sign * (here[axis] - bound) >= 0, sign * (before[axis] - bound) >= 0
            if inside != was_inside:
                share = (bound - before[axis]) / (here[axis] - before[axis])
                other = before[1 - axis] + share * (here[1 - axis] - before[1 - axis])
                kept.append((bound, other) if axis == 0 else (other, bound))
            if inside:
                kept.append(here)
        ring = kept
    return ring


def filled(shape: list[Outline]) -> str:
    """Outlines to fill, as an SVG path."""
    return "".join("M" + "L".join(f"{x:.1f},{y:.1f}" for x, y in ring) + "Z" for ring in shape)


def stroked(shape: list[Outline], frame: Frame) -> str:
    """Outlines to stroke, as an SVG path: without the sides along which the frame cuts them."""
    parts: list[str] = []
    for ring in shape:
        drawing = False
        for before, here in zip(ring, [*ring[1:], ring[0]], strict=True):
            cut = any(
                before[axis] == here[axis] and before[axis] in {0.0, end}
                for axis, end in ((0, frame.width), (1, frame.height))
            )
            if not cut:
                parts.append(f"{'' if drawing else f'M{before[0]:.1f},{before[1]:.1f}'}L{here[0]:.1f},{here[1]:.1f}")
            drawing = not cut
    return "".join(parts) or "M0,0L0,0"


def hatched(shape: list[Outline], frame: Frame) -> str:
    """Rising diagonal lines that fill outlines, as an SVG path."""
    parts: list[str] = []
    for total in range(0, round(frame.width + frame.height), 2 * PITCH):
        crossings: list[float] = []
        for (x1, y1), (x2, y2) in (edge for ring in shape for edge in zip(ring, [*ring[1:], ring[0]], strict=True)):
            before, here = x1 + y1 - total, x2 + y2 - total
            if (before < 0) != (here < 0):
                crossings.append(x1 + before / (before - here) * (x2 - x1))
        crossings.sort()
        parts += [
            f"M{x:.1f},{total - x:.1f}L{end:.1f},{total - end:.1f}"
            for x, end in zip(crossings[::2], crossings[1::2], strict=True)
        ]
    return "".join(parts) or "M0,0L0,0"


def extent(shape: Iterable[Outline]) -> float:
    """The area that outlines cover, in square pixels."""
    return sum(
        abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, [*ring[1:], ring[0]], strict=True))) / 2
        for ring in shape
    )


def middle(shape: Iterable[Outline]) -> Point:
    """The middle of the largest of some outlines."""
    ring = max(shape, key=lambda ring: extent([ring]))
    pairs = list(zip(ring, [*ring[1:], ring[0]], strict=True))
    crosses = [a[0] * b[1] - b[0] * a[1] for a, b in pairs]
    whole = sum(crosses) * 3
    across, along = (sum((a[axis] + b[axis]) * c for (a, b), c in zip(pairs, crosses, strict=True)) for axis in (0, 1))
    return across / whole, along / whole


def inside(shape: list[Outline], x: float, y: float) -> bool:
    """Whether a pixel lies within outlines."""
    odd = False
    for (x1, y1), (x2, y2) in (edge for ring in shape for edge in zip(ring, [*ring[1:], ring[0]], strict=True)):
        if (y1 > y) != (y2 > y) and x < x1 + (y - y1) / (y2 - y1) * (x2 - x1):
            odd = not odd
    return odd
