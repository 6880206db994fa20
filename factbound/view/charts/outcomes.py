"""Outcomes: what was promised against what came of it, as bars from zero on one scale. The promised amount goes on as a
dashed line through those outcomes that are the same thing; one that is another thing has a slim bar, which the line
does not reach, under the words that say in what it differs."""

from factbound.values.needs import Needs
from factbound.view.charts.bars import GAP, SPACE, THICK, ruler_of
from factbound.view.charts.layers import AXIS, CONTEXT, INK, VALUE, Piece, Ruler, Spec, area, heading, rule, words
from factbound.view.charts.layers import spec as layered
from factbound.view.charts.marks import bar, drawn_overhang, drawn_to, reach
from factbound.view.charts.view import ChartRow, ChartView

SLIM, SIGN = 8.0, 18.0
"""Pixels: the bar of another thing, and the room of the sign before the words that say so."""
NEEDS = Needs(promise=True, least=2)


def spec(view: ChartView, width: int) -> Spec:
    """The specification at this width: what was promised, then what came of it."""
    ruler = ruler_of(view.rows, width)
    said = dict(view.legend)
    pieces: list[Piece] = []
    lines: list[Piece] = []
    top = 0.0
    for side in ("promised", "outcome"):
        rows = [row for row in view.rows if row.side == side]
        pieces += words(AXIS, None, [said.get(side, "")] if rows else [], 0, top + 14)
        top += AXIS.leading + 8 if rows else 0
        for row in rows:
            drawn, begins, bottom = _row(row, ruler, top, width)
            pieces += [area(row, 0, top - 2, width, bottom + 4), *drawn]
            if side == "outcome" and not row.differs:
                lines += _promised(view.rows, ruler, begins)
            top = bottom + GAP
    return layered(width, top - GAP + 6, [*pieces, *lines])


def _promised(rows: tuple[ChartRow, ...], ruler: Ruler, begins: float) -> list[Piece]:
    """The promised amounts, across the bar of an outcome that is the same thing."""
    return [
        rule(None, (x, begins - 5), (x, begins + THICK + 5), stroke=INK, strokeWidth=1.5, strokeDash=[4, 3])
        for x in dict.fromkeys(ruler.at(drawn_to(row)) for row in rows if row.side == "promised")
    ]


def _row(row: ChartRow, ruler: Ruler, top: float, width: int) -> tuple[list[Piece], float, float]:
    """A row's pieces, where its bar begins and where it ends."""
    pieces, below = heading(row, top, 0, width, aside=width > 500)
    if row.differs:
        lines = CONTEXT.wrap(row.differs, width - SIGN)
        pieces += [*_unlike(row, below + 8), *words(CONTEXT, row, lines, SIGN, below + 13)]
        below += CONTEXT.leading * len(lines)
    thick = SLIM if row.differs else THICK
    begins = below + 4 + (4 if row.differs else 0)
    across = (begins, begins + thick)
    pieces += bar(row, ruler, across)
    end = ruler.at(max(reach(row), 0.0)) + SPACE + (drawn_overhang(row, ruler) if drawn_to(row) >= 0 else 0.0)
    middle, bottom = begins + thick / 2, begins + thick + (6 if row.differs else 0)
    if end + VALUE.width(row.spelled) <= width + 1:
        return [*pieces, *words(VALUE, row, [row.spelled], end, middle + 5)], begins, bottom
    told = VALUE.wrap(row.spelled, width)
    return (
        [*pieces, *words(VALUE, row, told, 0, bottom + 18)],
        begins,
        bottom + 4 + VALUE.leading * len(told),
    )


def _unlike(row: ChartRow, middle: float) -> list[Piece]:
    """The sign of what is not the same."""
    look = {"stroke": "var(--muted)", "strokeWidth": 1.75}
    return [
        *(rule(row, (1, middle + away), (12, middle + away), "mark", **look) for away in (-2.5, 2.5)),
        rule(row, (3.5, middle + 6.5), (9.5, middle - 6.5), "mark", **look),
    ]
