"""Drawings: charts that are drawn, as pages use them."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from factbound.view.charts.view import ChartView


@dataclass(frozen=True, slots=True)
class Drawing:
    """A chart, drawn for wide and for narrow columns; each is given what makes its links: the way from the page to a
    path."""

    view: ChartView
    wide: Callable[[Callable[[str], str]], str]
    narrow: Callable[[Callable[[str], str]], str]


Drawings = Mapping[tuple[str, str], Drawing]
"""The drawings, by chart and language."""


class Late:
    """Drawings that are not waited for: a sign stands for each until it is asked for. Others may draw meanwhile."""

    def __init__(self, drawings: Drawings) -> None:
        self.drawings = {name: self._late(drawing) for name, drawing in drawings.items()}
        self._drawn: list[Callable[[], str]] = []

    def _late(self, drawing: Drawing) -> Drawing:
        def late(draw: Callable[[Callable[[str], str]], str]) -> Callable[[Callable[[str], str]], str]:
            return lambda to: self._sign(lambda: draw(to))

        return replace(drawing, wide=late(drawing.wide), narrow=late(drawing.narrow))

    def _sign(self, drawn: Callable[[], str]) -> str:
        self._drawn.append(drawn)
        return f"\ue000drawing {len(self._drawn) - 1}\ue001"

    def filled(self, html: str) -> str:
        """HTML with the drawings in place of their signs."""
        return _SIGN.sub(lambda sign: self._drawn[int(sign[1])](), html)


_SIGN = re.compile("\ue000drawing ([0-9]+)\ue001")
