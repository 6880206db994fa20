"""Small multiples: a panel for each label, its rows named by their contexts; panels of one unit share one scale from
zero."""

from factbound.values.needs import Needs
from factbound.view.charts.layers import CONTEXT, LABEL, VALUE, Piece, Ruler, Spec, area, rule, words
from factbound.view.charts.layers import spec as layered
from factbound.view.charts.marks import bar, drawn_to, margins, reach
from factbound.view.charts.view import ChartRow, ChartView

ABREAST, GUTTER, THICK, GAP, APART = 3, 32.0, 16.0, 14.0, 34.0
"""The most panels side by side; pixels: the space between them, a bar, the space between rows and between lines of
panels."""
NEEDS = Needs(panels=True, compares=True)


def spec(view: ChartView, width: int) -> Spec:
    """The specification at this width: up to three panels side by side, one beneath the other on a phone."""
    panels: dict[str, list[ChartRow]] = {}
    for row in view.rows:
        panels.setdefault(row.label, []).append(row)
    abreast = 1 if width <= 500 else min(ABREAST, len(panels))
    room = (width - GUTTER * (abreast - 1)) / abreast
    scales = {unit: _scale([row for row in view.rows if row.unit == unit]) for unit in {row.unit for row in view.rows}}
    pieces: list[Piece] = []
    top = 2.0
    named = list(panels.items())
    for first in range(0, len(named), abreast):
        line = named[first : first + abreast]
        head = LABEL.leading * max(len(LABEL.wrap(label, room)) for label, _ in line)
        drawn = [
            _panel(rows, number * (room + GUTTER), top, head, room, scales) for number, (_, rows) in enumerate(line)
        ]
        pieces += [piece for panel, _ in drawn for piece in panel]
        top = max(bottom for _, bottom in drawn) + APART
    return layered(width, top - APART + 6, pieces)


def _scale(rows: list[ChartRow]) -> tuple[float, float, float, float]:
    """What panels of one unit share: lowest and highest value, and the pixels that bars need beyond them."""
    low, high = min(0.0, *map(drawn_to, rows), 0.0), max(0.0, *map(reach, rows), 0.0)
    return low, high or 1.0, *margins(rows)


def _panel(
    rows: list[ChartRow],
    left: float,
    top: float,
    head: float,
    room: float,
    scales: dict[str, tuple[float, float, float, float]],
) -> tuple[list[Piece], float]:
    """A panel's pieces and where it ends: its label, then for each row its name and value above its bar."""
    low, high, before, after = scales[rows[0].unit]
    ruler = Ruler("x", low, high, left + before, left + room - after)
    pieces: list[Piece] = [rule(None, (left, top + head + 6), (left + room, top + head + 6))]
    label = LABEL.wrap(rows[0].label, room)
    bottom = top + head + 12
    for number, row in enumerate(rows):
        start = top if number == 0 else bottom
        said, foot = _said(row, left, bottom, room)
        across = (foot + 3, foot + 3 + THICK)
        pieces += [
            area(row, left, start, left + room, across[1] + 4),
            *(words(LABEL, row, label, left, top + 15) if number == 0 else []),
        ]
        pieces += [*said, *bar(row, ruler, across)]
        bottom = across[1] + GAP
    return pieces, bottom - GAP


def _said(row: ChartRow, left: float, top: float, room: float) -> tuple[list[Piece], float]:
    """A row's name and value on one line when they fit, else beneath each other, and where they end."""
    start = CONTEXT.width(row.context) + 8 if row.context else 0.0
    if start + VALUE.width(row.spelled) <= room:
        name = [row.context] if row.context else []
        return words(CONTEXT, row, name, left, top + 15) + words(
            VALUE, row, [row.spelled], left + start, top + 15
        ), top + 19
    name, value = CONTEXT.wrap(row.context, room), VALUE.wrap(row.spelled, room)
    below = top + CONTEXT.leading * len(name)
    return words(CONTEXT, row, name, left, top + 14) + words(
        VALUE, row, value, left, below + 15
    ), below + VALUE.leading * len(value)
