"""Parts: one whole as a bar split into its parts, each named where it lies; a part that is "more than" fades into the
gap behind it."""

from collections.abc import Iterator

from factbound.values.needs import Needs
from factbound.view.charts.layers import CONTEXT, LABEL, VALUE, Piece, Ruler, Spec, Type, area, rule, words
from factbound.view.charts.layers import spec as layered
from factbound.view.charts.marks import bar, drawn_to, overhang, reach
from factbound.view.charts.view import ChartRow, ChartView

THICK, GAP, TALL, COLUMN, APART = 40.0, 3.0, 250.0, 56.0, 10.0
"""Pixels: the bar, the space between parts, the column's height and width on a phone, and the space between words."""
NEEDS = Needs(whole=True, below_zero=False)


def spec(view: ChartView, width: int) -> Spec:
    """The specification at this width: a bar with words beneath its parts, or a column with words beside them where
    they do not fit."""
    free = width - _between(view.rows) - (overhang(view.rows[-1]) if view.whole is None else 0)
    pixel = free / _total(view)
    if all(_fits(row, reach(row) * pixel + overhang(row) - APART) for row in view.rows):
        return _bar(view, width, pixel)
    return _column(view, width)


def _total(view: ChartView) -> float:
    """What the whole bar stands for: the parts together, or a hundred when they are shares and something is left."""
    total = sum(map(reach, view.rows))
    return max(total, view.full or 0.0) or 1.0


def _between(rows: tuple[ChartRow, ...]) -> float:
    """The pixels of a bar that stand for nothing: what fades, and the gaps."""
    return sum(map(overhang, rows)) + GAP * (len(rows) - 1)


def _fits(row: ChartRow, room: float) -> bool:
    """Whether no word is wider than the room beneath a part, and no text is longer than a few lines."""
    texts: tuple[tuple[Type, str], ...] = ((LABEL, row.label), (CONTEXT, row.context), (VALUE, row.spelled))
    return all(
        max(kind.width(word) for word in text.split(" ")) <= room and len(kind.wrap(text, room)) <= 4
        for kind, text in texts
    )


def _said(row: ChartRow, left: float, top: float, room: float) -> tuple[list[Piece], float]:
    """A part's words, from top to bottom value, label, context; in the order in which a link's name says them; and
    where they end."""
    pieces: list[list[Piece]] = []
    for kind, text in ((VALUE, row.spelled), (LABEL, row.label), (CONTEXT, row.context)):
        lines = kind.wrap(text, room)
        pieces.append(words(kind, row, lines, left, top + 15))
        top += kind.leading * len(lines)
    value, label, context = pieces
    return [*label, *context, *value], top


def _whole(whole: ChartRow, width: float, top: float = 2) -> tuple[list[Piece], float]:
    """The whole's words, and where they end."""
    lines = VALUE.wrap(f"{whole.label} {whole.spelled}".strip(), width)
    bottom = top + VALUE.leading * len(lines)
    return [area(whole, 0, top, width, bottom), *words(VALUE, whole, lines, 0, top + 15)], bottom


def _bar(view: ChartView, width: int, pixel: float) -> Spec:
    """Parts from left to right, under a bracket that names the whole."""
    pieces: list[Piece] = []
    top = 2.0
    if view.whole:
        pieces, top = _whole(view.whole, width)
        top += 6
        pieces += _bracket(view.whole, (0, top), (width, top), "x")
        top += 10
    left, foot = 0.0, 0.0
    for row in view.rows:
        long = reach(row) * pixel
        ruler = Ruler("x", 0, reach(row) or 1, left, left + long)
        said, bottom = _said(row, left, top + THICK + 6, long + overhang(row) - APART)
        pieces += [
            area(row, left, top, left + long + overhang(row), bottom),
            *bar(row, ruler, (top, top + THICK)),
            *said,
        ]
        left += long + overhang(row) + GAP
        foot = max(foot, bottom)
    if left < width - 2 * GAP and sum(map(drawn_to, view.rows)) < _total(view):
        pieces.append(
            area(
                None, left, top + 0.5, width - 0.5, top + THICK - 0.5, role="line", stroke="var(--hair)", strokeWidth=1
            )
        )
    return layered(width, foot + 6, pieces)


def _column(view: ChartView, width: int) -> Spec:
    """Parts from top to bottom, their words at the right, moved down where they would touch."""
    pieces: list[Piece] = []
    top = 2.0
    if view.whole:
        pieces, top = _whole(view.whole, width)
        top += 12
    pixel = max(TALL, 40.0 * len(view.rows)) / _total(view)
    place, free, start = top, top, top
    across = (12.0, 12.0 + COLUMN)
    left = across[1] + 24
    for row in view.rows:
        long = reach(row) * pixel
        ruler = Ruler("y", 0, reach(row) or 1, place, place + long)
        beside = max(place - 2, free)
        said, bottom = _said(row, left, beside, width - left)
        lead = [rule(row, (across[1] + 4, place + min(long / 2, 10)), (left - 6, beside + 10))]
        pieces += [area(row, across[0], place, across[1], place + long), area(row, left, beside, width, bottom)]
        pieces += [*bar(row, ruler, across), *lead, *said]
        place += long + overhang(row) + GAP
        free = bottom + APART
    rest = (_total(view) - sum(map(reach, view.rows))) * pixel
    if rest > 2 * GAP:
        pieces.append(
            area(
                None,
                across[0] + 0.5,
                place,
                across[1] - 0.5,
                place + rest,
                role="line",
                stroke="var(--hair)",
                strokeWidth=1,
            )
        )
        place += rest
    if view.whole:
        pieces += _bracket(view.whole, (0, start), (0, place), "y")
    return layered(width, max(place, free) + 4, pieces)


def _bracket(whole: ChartRow, start: tuple[float, float], end: tuple[float, float], channel: str) -> Iterator[Piece]:
    """A line along the whole, with a short turn at each end."""
    yield rule(whole, start, end, stroke="var(--muted)")
    for x, y in (start, end):
        yield rule(whole, (x, y), (x, y + 5) if channel == "x" else (x + 5, y), stroke="var(--muted)")
