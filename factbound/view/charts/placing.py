"""Placing words among marks: beside their own where they touch nothing, else farther off at the end of a line, else
nowhere."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from math import cos, hypot, radians, sin
from typing import TypeAlias

Point: TypeAlias = tuple[float, float]

NEAR, FAR, CLEAR, TRIES = 7.0, (16.0, 30.0, 46.0, 64.0, 84.0, 108.0, 136.0, 170.0), 4.0, 20_000
"""Pixels: from a mark to its words, from a mark to words at the end of a line, and what stays free around words; how
long to look."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle of pixels."""

    left: float
    top: float
    right: float
    bottom: float

    def touches(self, other: "Box") -> bool:
        """Whether the other comes closer than what should stay free."""
        return (
            self.left < other.right + CLEAR
            and other.left < self.right + CLEAR
            and self.top < other.bottom + CLEAR
            and other.top < self.bottom + CLEAR
        )

    def crossed(self, line: "Line") -> bool:
        """Whether a line passes through."""
        (x1, y1), (x2, y2) = line
        steps = max(1, round(hypot(x2 - x1, y2 - y1) / 3))
        points = ((x1 + (x2 - x1) * n / steps, y1 + (y2 - y1) * n / steps) for n in range(steps + 1))
        return any(self.left - 1 < x < self.right + 1 and self.top - 1 < y < self.bottom + 1 for x, y in points)


Line: TypeAlias = tuple[Point, Point]


@dataclass(frozen=True, slots=True)
class Wanted:
    """Words that want a place: how large they are, and the mark that they name; `within` tells where they may stand on
    a shape."""

    width: float
    height: float
    x: float
    y: float
    radius: float
    within: Callable[[float, float], bool] | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Where words stand, and the line that leads to them from their mark."""

    box: Box
    line: Line | None = None


def placed(wanted: Sequence[Wanted], frame: Box) -> list[Place | None]:
    """A place for each, or None where there is none: the first found that leaves out nobody, else what a single pass
    gives."""
    marks = [
        Box(each.x - each.radius, each.y - each.radius, each.x + each.radius, each.y + each.radius)
        if each.radius
        else None
        for each in wanted
    ]
    tries = [TRIES]

    def fits(place: Place, number: int, others: Sequence[Place | None]) -> bool:
        free = [mark for other, mark in enumerate(marks) if mark and other != number]
        taken = [other for other in others if other]
        return not (
            place.box.left < frame.left
            or place.box.top < frame.top
            or place.box.right > frame.right
            or place.box.bottom > frame.bottom
            or any(
                place.box.touches(box) for box in [*(mark for mark in marks if mark), *(other.box for other in taken)]
            )
            or any(other.line and place.box.crossed(other.line) for other in taken)
            or (place.line and any(box.crossed(place.line) for box in [*free, *(other.box for other in taken)]))
        )

    def search(before: tuple[Place, ...]) -> tuple[Place, ...] | None:
        if len(before) == len(wanted):
            return before
        for place in _places(wanted[len(before)]):
            tries[0] -= 1
            if tries[0] < 0:
                return None
            if fits(place, len(before), before) and (found := search((*before, place))):
                return found
        return None

    if found := search(()):
        return list(found)
    single: list[Place | None] = []
    for number, each in enumerate(wanted):
        single.append(next((place for place in _places(each) if fits(place, number, single)), None))
    return single


def _places(wanted: Wanted) -> Iterator[Place]:
    """Where words may stand, the nearest to their mark first."""
    if wanted.within:
        yield from _on(wanted)
    else:
        away = wanted.radius + NEAR
        for x, y in (
            (1.0, 0.0),
            (-1.0, 0.0),
            (0.0, 1.0),
            (0.0, -1.0),
            (0.8, 0.8),
            (-0.8, 0.8),
            (0.8, -0.8),
            (-0.8, -0.8),
        ):
            yield Place(_beside(wanted, x * away, y * away))
    for far in FAR:
        for degrees in range(0, 360, 15):
            x, y = cos(radians(degrees)), sin(radians(degrees))
            away = wanted.radius + NEAR + far
            start, end = wanted.radius + 1, away - 3
            line = ((wanted.x + x * start, wanted.y + y * start), (wanted.x + x * end, wanted.y + y * end))
            yield Place(_beside(wanted, x * away, y * away), line)


def _on(wanted: Wanted) -> Iterator[Place]:
    """Places on a shape, the nearest to its middle first: all of the words on it, else most, else their middle."""
    steps = sorted(
        ((x * 12.0, y * 12.0) for x in range(-12, 13) for y in range(-12, 13)), key=lambda step: hypot(*step)
    )
    boxes = [_beside(wanted, x - wanted.width / 2 + 0.001, y, centred=True) for x, y in steps]
    for shares in ((0.0, 0.5, 1.0), (0.25, 0.75), (0.5,)):
        yield from (Place(box) for box in boxes if _lies(wanted, box, shares))


def _lies(wanted: Wanted, box: Box, shares: tuple[float, ...]) -> bool:
    """Whether points at these shares of a box's width and height lie on the shape."""
    within, wide, high = wanted.within, box.right - box.left, box.bottom - box.top
    return within is not None and all(within(box.left + x * wide, box.top + y * high) for x in shares for y in shares)


def _beside(wanted: Wanted, x: float, y: float, *, centred: bool = False) -> Box:
    """The box of words that begin at a step from the middle of their mark: to the side that the step leads to."""
    left = wanted.x + x - (0 if x > 0.5 or centred else wanted.width if x < -0.5 else wanted.width / 2)
    top = wanted.y + y - (wanted.height / 2 if centred or abs(y) < 0.5 else 0 if y > 0 else wanted.height)
    return Box(left, top, left + wanted.width, top + wanted.height)
