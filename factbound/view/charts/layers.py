"""Pieces of a chart and the Vega-Lite specification they make: a plain dict, with every position settled."""

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeAlias

from factbound.view.charts import measure
from factbound.view.charts.view import ChartRow

Spec: TypeAlias = dict[str, Any]

SENTINEL = "https://fact.invalid/"
"""Stands for the site's root until a page is known: the drawing library rewrites relative addresses."""

SMALL, MIDDLE = 14.0, 15.0
INK, MUTED, HAIR = "var(--ink)", "var(--muted)", "var(--hair)"


@dataclass(frozen=True, slots=True)
class Piece:
    """One mark: how it looks, where its data go, and its datum. Pieces that look alike become one layer."""

    role: str
    mark: Spec
    encoding: Spec
    datum: Spec


@dataclass(frozen=True, slots=True)
class Ruler:
    """A scale along the channel `x` or `y`: the values `low` and `high`, and the pixels where they lie.

    `kind` is `linear`, `sqrt`, or `utc` for ISO days, which no machine's time zone can move.
    """

    channel: str
    low: float | str
    high: float | str
    at_low: float
    at_high: float
    kind: str = "linear"

    @property
    def sign(self) -> int:
        """1 when values rise with the pixels, -1 when they rise against them."""
        return 1 if self.at_high >= self.at_low else -1

    def at(self, value: float | str) -> float:
        """The pixel of a value."""
        low, high, here = (self._number(each) for each in (self.low, self.high, value))
        return self.at_low + (here - low) / ((high - low) or 1) * (self.at_high - self.at_low)

    def encoding(self, field: str) -> Spec:
        """The field, placed along this ruler."""
        domain = [_day(self.low), _day(self.high)] if self.kind == "utc" else [self.low, self.high]
        scale = {
            "type": self.kind,
            "domain": domain,
            "range": [self.at_low, self.at_high],
            "nice": False,
            "zero": False,
        }
        if self.kind == "utc":
            del scale["zero"]
        return {
            "field": field,
            "type": "temporal" if self.kind == "utc" else "quantitative",
            "scale": scale,
            "axis": None,
        }

    def _number(self, value: float | str) -> float:
        if isinstance(value, str):
            return float(date.fromisoformat(value).toordinal())
        return float(value) ** 0.5 if self.kind == "sqrt" else float(value)


def _day(value: float | str) -> int:
    """A day in milliseconds since 1970: by its year, month and day the library would take the year 79 for 1979."""
    return (date.fromisoformat(str(value)) - date(1970, 1, 1)).days * 86_400_000


def pixels(field: str) -> Spec:
    """The field, which holds pixels already."""
    return {"field": field, "type": "quantitative", "scale": None, "axis": None}


def named(row: ChartRow | None) -> Spec:
    """What ties a mark to its fact; nothing for a mark of the frame."""
    return {"figure": row.figure, "said": row.said, "href": SENTINEL + row.href} if row else {}


def spec(width: int, height: float, pieces: Iterable[Piece]) -> Spec:
    """The specification of a chart of this size. Pieces that look alike share a layer, yet a row's are painted in their
    order."""
    groups: list[list[Piece]] = []
    likes: list[str] = []
    last: dict[str, int] = {}
    for piece in pieces:
        like = json.dumps([piece.role, piece.mark, piece.encoding, "said" in piece.datum], sort_keys=True)
        row = str(piece.datum.get("said"))
        after = last.get(row, 0)
        place = likes.index(like, after) if like in likes[after:] else len(likes)
        if place == len(likes):
            likes.append(like)
            groups.append([])
        groups[place].append(piece)
        last[row] = place
    return {
        "width": width,
        "height": round(height),
        "padding": 0,
        "autosize": "none",
        "background": "transparent",
        "resolve": {"scale": {"x": "independent", "y": "independent"}},
        "config": {"view": {"stroke": None}},
        "layer": [_layer(number, group) for number, group in enumerate(groups)],
    }


def _layer(number: int, group: Sequence[Piece]) -> Spec:
    first = group[0]
    tied: Spec = (
        {"href": {"field": "href", "type": "nominal"}, "description": {"field": "said", "type": "nominal"}}
        if "said" in first.datum
        else {}
    )
    values = [
        {
            key: round(value, 2) if isinstance(value, float) and key in PLACES else value
            for key, value in piece.datum.items()
        }
        for piece in group
    ]
    return {
        "name": f"{first.role}_{number}",
        "data": {"values": values},
        "mark": first.mark,
        "encoding": first.encoding | tied,
    }


PLACES = frozenset({"x", "x2", "y", "y2"})
"""The fields of a datum that hold pixels."""


def area(
    row: ChartRow | None, left: float, top: float, right: float, bottom: float, *, role: str = "hit", **mark: Any
) -> Piece:
    """A rectangle given in pixels; by default the unseen one that makes a whole row its link."""
    look = {"type": "rect", "fill": "transparent"} | mark
    encoding = {"x": pixels("x"), "x2": {"field": "x2"}, "y": pixels("y"), "y2": {"field": "y2"}}
    return Piece(role, look, encoding, {**named(row), "x": left, "x2": right, "y": top, "y2": bottom})


def stacked(
    rows: Iterable[ChartRow], width: int, gap: float, draw: Callable[[ChartRow, float], tuple[list[Piece], float]]
) -> tuple[list[Piece], float]:
    """Rows one below the other, each in an area that is its link: their pieces, and where the last one ends. `draw`
    gives the pieces of a row that starts at a height, and where it ends."""
    pieces: list[Piece] = []
    top, bottom = 2.0, 2.0
    for row in rows:
        drawn, bottom = draw(row, top)
        pieces += [area(row, 0, top - 2, width, bottom + 4), *drawn]
        top = bottom + gap
    return pieces, bottom


def rule(
    row: ChartRow | None, start: tuple[float, float], end: tuple[float, float], role: str = "line", **mark: Any
) -> Piece:
    """A line between two pixels."""
    look = {"type": "rule", "stroke": HAIR, "strokeWidth": 1} | mark
    encoding = {"x": pixels("x"), "x2": {"field": "x2"}, "y": pixels("y"), "y2": {"field": "y2"}}
    return Piece(role, look, encoding, {**named(row), "x": start[0], "y": start[1], "x2": end[0], "y2": end[1]})


@dataclass(frozen=True, slots=True)
class Type:
    """How words are set: their role, size in pixels, weight and colour; `leading` is from line to line."""

    role: str
    size: float
    weight: int
    colour: str
    leading: float

    def width(self, words: str) -> float:
        """The width of a line."""
        return measure.width(words, self.size, self.weight)

    def wrap(self, words: str, room: float) -> list[str]:
        """The lines that fit the room."""
        return measure.wrap(words, self.size, self.weight, room)


LABEL = Type("label", MIDDLE, 600, INK, 20)
CONTEXT = Type("context", SMALL, 400, MUTED, 18)
VALUE = Type("value", MIDDLE, 600, INK, 20)
AXIS = Type("axis", SMALL, 400, MUTED, 18)


def words(
    kind: Type,
    row: ChartRow | None,
    lines: Sequence[str],
    x: float,
    baseline: float,
    *,
    align: str = "left",
    halo: bool = False,
) -> list[Piece]:
    """Lines of text, the first on `baseline`; a halo keeps them apart from what they stand on."""
    mark = {
        "type": "text",
        "align": align,
        "baseline": "alphabetic",
        "fontSize": kind.size,
        "fontWeight": kind.weight,
        "fill": kind.colour,
    }
    if halo:
        mark |= {"stroke": "var(--paper)", "strokeWidth": 3, "strokeOpacity": 0.75, "strokeJoin": "round"}
    encoding = {"x": pixels("x"), "y": pixels("y"), "text": {"field": "text", "type": "nominal"}}
    return [
        Piece(kind.role, mark, encoding, {**named(row), "text": line, "x": x, "y": baseline + kind.leading * number})
        for number, line in enumerate(lines)
    ]


def heading(row: ChartRow, top: float, left: float, room: float, aside: bool) -> tuple[list[Piece], float]:
    """A row's label and context, beside each other when `aside` and they fit, and the pixel where they end."""
    label = LABEL.wrap(row.label, room)
    pieces = words(LABEL, row, label, left, top + 15)
    bottom = top + LABEL.leading * len(label)
    start = LABEL.width(row.label) + 10
    if aside and len(label) == 1 and start + CONTEXT.width(row.context) <= room:
        return pieces + words(CONTEXT, row, [row.context] if row.context else [], left + start, top + 15), bottom
    context = CONTEXT.wrap(row.context, room)
    return pieces + words(CONTEXT, row, context, left, bottom + 13), bottom + CONTEXT.leading * len(context)
