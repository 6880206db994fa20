"""The strokes that marks are made of: filled, outlined or hatched as a status asks, fading where a bound is open."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from factbound.view.charts.layers import Piece, Ruler, Spec, area, named, pixels
from factbound.view.charts.view import ChartRow

TAIL, SOFT, BLUR, PITCH = 28.0, 13.0, 6.0, 6
"""Pixels: how far an open end fades, how far a soft end reaches to each side, and a soft dot beyond a firm one; from
hatch to hatch."""

Profile: TypeAlias = Sequence[tuple[float, float]]
"""How opaque a mark is along its length: places from 0 to 1, and the opacity there."""


@dataclass(frozen=True, slots=True)
class Look:
    """How a status fills a mark: the opacity of its fill and the width of its line."""

    fill: float
    line: float
    hatched: bool = False
    dash: tuple[int, ...] = ()


_OUTLINED, _FILLED, _HATCHED = Look(0.16, 1.5), Look(1.0, 0.0), Look(0.1, 1.25, hatched=True)
_LOOKS = {
    "announced": _OUTLINED,
    "planned": _OUTLINED,
    "estimate": _HATCHED,
    "forecast": _HATCHED,
    "dropped": Look(0.0, 1.5, dash=(4, 3)),
}


def look_of(row: ChartRow) -> Look:
    """How a row's mark is filled."""
    return _LOOKS.get(row.status or "done", _FILLED)


def colour_of(row: ChartRow) -> str:
    """A row's colour; ink where the style sheet declares none of that name."""
    return "var(--ink)" if row.colour == "ink" else f"var(--{row.colour}, var(--ink))"


def box(
    row: ChartRow,
    ruler: Ruler,
    start: float | str,
    end: float | str,
    across: tuple[float, float],
    *,
    profile: Profile = (),
    more: float = 0,
) -> Iterator[Piece]:
    """A mark from one value to another and `more` pixels, filled as its status asks; its opacity follows the
    profile."""
    look, colour = look_of(row), colour_of(row)
    direction = 1 if ruler.at(end) > ruler.at(start) else -1 if ruler.at(end) < ruler.at(start) else ruler.sign
    inset = look.line / 2
    fill: Spec = (
        {"fill": fade(colour, profile, ruler.channel, direction, look.fill)}
        if profile
        else {"fill": colour, "fillOpacity": look.fill}
    )
    line: Spec = (
        {"stroke": fade(colour, profile, ruler.channel, direction) if profile else colour, "strokeWidth": look.line}
        if look.line
        else {}
    )
    dash: Spec = {"strokeDash": list(look.dash)} if look.dash else {}
    slim = (across[0] + inset, across[1] - inset)
    yield strip(
        row, ruler, start, end, slim, offsets=(inset * direction, (more - inset) * direction), **fill, **line, **dash
    )
    if look.hatched:
        length = abs(ruler.at(end) - ruler.at(start)) + more
        low = min(ruler.at(start), ruler.at(end) + more * direction)
        corner, size = (
            ((low, across[0]), (length, across[1] - across[0]))
            if ruler.channel == "x"
            else ((across[0], low), (across[1] - across[0], length))
        )
        stroke = fade(colour, profile, ruler.channel, direction, 0.9) if profile else colour
        yield path(row, corner, hatching(*size), stroke=stroke, strokeWidth=1.25)


def tail(
    row: ChartRow,
    ruler: Ruler,
    value: float | str,
    across: tuple[float, float],
    *,
    back: bool = False,
    long: float = TAIL,
) -> Piece:
    """The fading end beyond a value (before it, when `back`)."""
    direction = (-1 if isinstance(value, (int, float)) and value < 0 else 1) * ruler.sign * (-1 if back else 1)
    fill = fade(colour_of(row), ((0, 1), (1, 0)), ruler.channel, direction, open_strength(row))
    return strip(row, ruler, value, value, across, offsets=(0, long * direction), fill=fill)


def open_strength(row: ChartRow) -> float:
    """How opaque an open end is where it leaves the value: enough less than the mark to show the value."""
    return 0.55 if look_of(row).fill == 1 else 0.4


def stop(row: ChartRow, ruler: Ruler, value: float | str, across: tuple[float, float], thick: float = 3) -> Piece:
    """The firm end of a mark that nothing goes beyond."""
    direction = -ruler.sign if ruler.at(value) * ruler.sign >= ruler.at_low * ruler.sign else ruler.sign
    return strip(row, ruler, value, value, across, offsets=(thick * direction, 0), fill=colour_of(row), fillOpacity=1)


def strip(
    row: ChartRow,
    ruler: Ruler,
    start: float | str,
    end: float | str,
    across: tuple[float, float],
    *,
    offsets: tuple[float, float] = (0, 0),
    **look: object,
) -> Piece:
    """A rectangle from one value to another along a ruler, its two ends moved by pixels."""
    along, other = ruler.channel, "y" if ruler.channel == "x" else "x"
    mark = {"type": "rect", f"{along}Offset": round(offsets[0], 2), f"{along}2Offset": round(offsets[1], 2), **look}
    encoding = {
        along: ruler.encoding("from"),
        f"{along}2": {"field": "to"},
        other: pixels(other),
        f"{other}2": {"field": f"{other}2"},
    }
    return Piece(
        "mark", mark, encoding, {**named(row), "from": start, "to": end, other: across[0], f"{other}2": across[1]}
    )


def fade(colour: str, profile: Profile, channel: str, direction: int, strength: float = 1) -> Spec:
    """A gradient along a channel. An opacity is written as a mixture with nothing, which svg.py turns into one."""
    start, end = (0, 1) if direction > 0 else (1, 0)
    across = (
        {"x1": start, "x2": end, "y1": 0, "y2": 0} if channel == "x" else {"x1": 0, "x2": 0, "y1": start, "y2": end}
    )
    stops = [{"offset": round(place, 3), "color": mixed(colour, opacity * strength)} for place, opacity in profile]
    return {"gradient": "linear", **across, "stops": stops}


def glow(colour: str, profile: Profile, strength: float = 1, corner: tuple[float, float] = (0.5, 0.5)) -> Spec:
    """A gradient around a point of its rectangle; its places are shares of the rectangle, from that point."""
    x, y = corner
    stops = [{"offset": round(place, 3), "color": mixed(colour, opacity * strength)} for place, opacity in profile]
    return {
        "gradient": "radial",
        "x1": x,
        "y1": y,
        "r1": 0,
        "x2": x,
        "y2": y,
        "r2": 0.5 if corner == (0.5, 0.5) else 1,
        "stops": stops,
    }


def mixed(colour: str, opacity: float) -> str:
    """A colour made transparent, in CSS."""
    return f"color-mix(in srgb, {colour} {round(opacity * 100, 1):g}%, transparent)"


def path(
    row: ChartRow | None, corner: tuple[float, float], outline: str, *, role: str = "mark", **look: object
) -> Piece:
    """Any lines, given from a corner in pixels."""
    mark = {"type": "point", "shape": outline, "size": 4, "filled": False, "opacity": 1, **look}
    return Piece(role, mark, {"x": pixels("x"), "y": pixels("y")}, {**named(row), "x": corner[0], "y": corner[1]})


def hatching(width: float, height: float) -> str:
    """Rising diagonal lines that fill a rectangle, as an SVG path from its upper left corner."""
    lines = []
    place = PITCH / 2 - height
    while place < width:
        left, right = max(0.0, place), min(width, place + height)
        if right - left > 0.5:
            lines.append(f"M{left:.1f},{height - (left - place):.1f}L{right:.1f},{height - (right - place):.1f}")
        place += PITCH
    return "".join(lines) or "M0,0L0,0"


def spot(row: ChartRow, channel: str, along: float, across: float, radius: float) -> Iterator[Piece]:
    """A disc around a pixel, filled as its status asks; paper lies beneath a light fill."""
    x, y = (along, across) if channel == "x" else (across, along)
    look, colour = look_of(row), colour_of(row)
    inner = radius - look.line / 2
    if look.fill < 1:
        yield area(
            row, x - inner, y - inner, x + inner, y + inner, role="mark", fill="var(--paper)", cornerRadius=inner
        )
    yield area(
        row,
        x - inner,
        y - inner,
        x + inner,
        y + inner,
        role="mark",
        cornerRadius=inner,
        fill=colour,
        fillOpacity=look.fill,
        **(
            {"stroke": colour, "strokeWidth": look.line} | ({"strokeDash": list(look.dash)} if look.dash else {})
            if look.line
            else {}
        ),
    )
    if look.hatched:
        side = radius * 2**0.5
        yield path(row, (x - side / 2, y - side / 2), hatching(side, side), stroke=colour, strokeWidth=1.25)


def blur(row: ChartRow, channel: str, along: float, across: float, radius: float) -> Piece:
    """A disc with a soft rim around a pixel."""
    x, y = (along, across) if channel == "x" else (across, along)
    wide = radius + BLUR
    look = glow(colour_of(row), ((0, 1), (0.35, 1), (1, 0)), 1 if look_of(row).fill == 1 else 0.55)
    return area(row, x - wide, y - wide, x + wide, y + wide, role="mark", cornerRadius=wide, fill=look)
