"""Drawings: charts that are drawn, as pages use them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from factbound.views.charts.view import ChartView


@dataclass(frozen=True, slots=True)
class Drawing:
    """A chart, drawn for wide and for narrow columns; each is given the way to the site's root, which its links start with."""

    view: ChartView
    wide: Callable[[str], str]
    narrow: Callable[[str], str]


Drawings = Mapping[tuple[str, str], Drawing]
"""The drawings, by chart and language."""
