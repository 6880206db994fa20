"""Drawings: charts that are drawn, as pages use them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

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
