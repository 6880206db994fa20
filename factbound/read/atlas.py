"""The map of an edition: outlines of countries in degrees, read from content/map.json, which scripts/map.py cuts."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from factbound.problems import Code
from factbound.read.context import ReadContext
from factbound.read.files import read_text

Ring: TypeAlias = tuple[tuple[float, float], ...]
"""An outline: longitudes and latitudes."""


@dataclass(frozen=True, slots=True)
class Land:
    """A country's outlines, under the id of its place."""

    id: str
    rings: tuple[Ring, ...]


@dataclass(frozen=True, slots=True)
class Atlas:
    """A map: what its box (west, south, east, north) shows of countries."""

    box: tuple[float, float, float, float]
    lands: tuple[Land, ...]

    def holds(self, latitude: float, longitude: float) -> bool:
        """Whether a point lies on it."""
        west, south, east, north = self.box
        return west < longitude < east and south < latitude < north


def read_atlas(path: Path, context: ReadContext) -> Atlas | None:
    """The map in a file, or None with a problem when it is no map."""
    text = read_text(path, context)
    if text is None:
        return None
    try:
        found = json.loads(text, parse_constant=_no_number)
        west, south, east, north = (float(edge) for edge in found["box"])
        lands = tuple(Land(str(land["id"]), tuple(_ring(ring) for ring in land["rings"])) for land in found["lands"])
        if not (-180 <= west < east <= 180 and -90 <= south < north <= 90):
            raise ValueError("its box is empty")
    except (ValueError, TypeError, KeyError, RecursionError, OverflowError) as error:
        hint = (
            'scripts/map.py makes it: {"box": [west, south, east, north], "lands": [{"id": …, "rings": '
            "[[[longitude, latitude], …], …]}, …]}"
        )
        context.note(path, f"this is no map: {error}", Code.BAD_VALUE, hint)
        return None
    return Atlas((west, south, east, north), lands)


def _no_number(word: str) -> float:
    raise ValueError(f"{word} is no number")


def _ring(points: list[list[float]]) -> Ring:
    ring = tuple((float(longitude), float(latitude)) for longitude, latitude in points)
    if len(ring) < 3:
        raise ValueError("an outline has three points or more")
    return ring
