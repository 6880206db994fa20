"""Cuts the map of an edition from the world: python scripts/map.py DIR, where DIR holds npm's world-atlas.

    cd DIR && npm install world-atlas@2.0.2

Reads DIR/node_modules/world-atlas/countries-10m.json (Natural Earth 4.1.0, public domain, as TopoJSON), keeps what lies
in BOX of the countries in LANDS, each under the id of its place in facts/places.yml, drops the points that nobody would
miss, and writes content/map.json. Borders are thinned before countries are put together, so that neighbours still meet.
"""

import json
import sys
from pathlib import Path
from typing import Any

Point = tuple[float, float]

BOX = (-5.0, 43.0, 11.0, 53.0)
"""West, south, east, north, in degrees."""
LANDS = {
    "056": "belgium", "250": "france", "528": "netherlands", "442": "luxembourg", "276": "germany",
        "826": "united-kingdom",
    "756": "switzerland", "380": "italy",
}  # fmt: skip
"""Countries by their number in ISO 3166, and the ids of their places."""
TOLERANCE, SMALLEST = 0.012, 0.02
"""Degrees that a border may be moved, and square degrees below which an island is left out."""


def arcs_of(topology: dict[str, Any]) -> list[list[Point]]:
    """The lines that borders are made of, in degrees, thinned."""
    (wide, high), (left, low) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for steps in topology["arcs"]:
        x = y = 0
        points = []
        for across, up in steps:
            x, y = x + across, y + up
            points.append((x * wide + left, y * high + low))
        arcs.append(thinned(points))
    return arcs


def thinned(points: list[Point]) -> list[Point]:
    """A line without the points that lie closer than TOLERANCE to it (Douglas and Peucker); a closed one is split in
    two."""
    if len(points) < 3:
        return points
    if points[0] == points[-1]:
        middle = max(range(len(points)), key=lambda n: away(points[n], points[0], points[0]))
        return _thinned(points[: middle + 1])[:-1] + _thinned(points[middle:])
    return _thinned(points)


def _thinned(points: list[Point]) -> list[Point]:
    if len(points) < 3:
        return points
    farthest = max(range(1, len(points) - 1), key=lambda n: away(points[n], points[0], points[-1]))
    if away(points[farthest], points[0], points[-1]) <= TOLERANCE:
        return [points[0], points[-1]]
    return _thinned(points[: farthest + 1])[:-1] + _thinned(points[farthest:])


def away(point: Point, start: Point, end: Point) -> float:
    """The distance of a point from a stroke, with degrees of longitude shortened as at these latitudes."""
    x, y, x1, y1, x2, y2 = point[0] * 0.67, point[1], start[0] * 0.67, start[1], end[0] * 0.67, end[1]
    length = (x2 - x1) ** 2 + (y2 - y1) ** 2
    share = min(1.0, max(0.0, ((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / length)) if length else 0.0
    return float(((x - x1 - share * (x2 - x1)) ** 2 + (y - y1 - share * (y2 - y1)) ** 2) ** 0.5)


def ring_of(numbers: list[int], arcs: list[list[Point]]) -> list[Point]:
    """An outline put together from lines; ~n is line n backwards."""
    points: list[Point] = []
    for number in numbers:
        line = arcs[number] if number >= 0 else arcs[~number][::-1]
        points += line[1:] if points else line
    return points


def cut(ring: list[Point]) -> list[Point]:
    """What lies in BOX of an outline, side by side (Sutherland and Hodgman)."""
    for axis, bound, sign in ((0, BOX[0], 1), (1, BOX[1], 1), (0, BOX[2], -1), (1, BOX[3], -1)):
        kept: list[Point] = []
        for before, here in zip([ring[-1], *ring[:-1]], ring, strict=True):
            inside, was_inside = sign * (here[axis] - bound) >= 0, sign * (before[axis] - bound) >= 0
            if inside != was_inside:
                share = (bound - before[axis]) / (here[axis] - before[axis])
                kept.append((before[0] + share * (here[0] - before[0]), before[1] + share * (here[1] - before[1])))
            if inside:
                kept.append(here)
        ring = kept
        if not ring:
            break
    return ring


def size(ring: list[Point]) -> float:
    """The area that an outline encloses, in square degrees."""
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, [*ring[1:], ring[0]], strict=True))) / 2


def main(folder: Path) -> None:
    topology = json.loads((folder / "node_modules/world-atlas/countries-10m.json").read_text(encoding="utf-8"))
    arcs = arcs_of(topology)
    lands: dict[str, list[list[Point]]] = {name: [] for name in LANDS.values()}
    for country in topology["objects"]["countries"]["geometries"]:
        if country.get("id") not in LANDS:
            continue
        polygons = country["arcs"] if country["type"] == "MultiPolygon" else [country["arcs"]]
        for polygon in polygons:
            ring = cut(ring_of(polygon[0], arcs)[:-1])
            if ring and size(ring) >= SMALLEST:
                lands[LANDS[country["id"]]].append([(round(x, 2), round(y, 2)) for x, y in ring])
    head = {
        "source": "Natural Earth 4.1.0, 1:10m countries, through npm's world-atlas 2.0.2; cut and thinned by "
        "scripts/map.py",
        "licence": "public domain",
        "box": BOX,
    }
    lines = [
        f'  {{"id": "{name}", "rings": {json.dumps(rings, separators=(",", ":"))}}}'
        for name, rings in lands.items()
        if rings
    ]
    told = ",\n".join(
        [*(f'"{key}": {json.dumps(value)}' for key, value in head.items()), '"lands": [\n' + ",\n".join(lines) + "\n]"]
    )
    target = Path(__file__).resolve().parent.parent / "content" / "map.json"
    target.write_text("{" + told + "}\n", encoding="utf-8")
    print(
        f"{target}: {target.stat().st_size} bytes, {sum(len(ring) for rings in lands.values() for ring in rings)} "
        "points"
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
