"""The forms of charts: each is a file here with what it needs and how it is drawn, and this is where they are found."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Protocol

from factbound.values.needs import Needs
from factbound.view.charts import areas, bars, columns, multiples, outcomes, parts, slips, slope, timeline
from factbound.view.charts import map as maps
from factbound.view.charts import range as ranges
from factbound.view.charts.layers import Spec
from factbound.view.charts.view import ChartView


class _Module(Protocol):
    """A file of a form."""

    NEEDS: Needs

    @property
    def spec(self) -> Callable[[ChartView, int], Spec]:
        """How a chart is drawn at a width."""


@dataclass(frozen=True, slots=True)
class Form:
    """A form: what it shows in a sentence, what it needs, and the specification of a chart at a width."""

    about: str
    needs: Needs
    spec: Callable[[ChartView, int], Spec]


def _form(module: _Module) -> Form:
    return Form(module.__doc__ or "", module.NEEDS, module.spec)


FORMS: Mapping[str, Form] = {
    "bars": _form(bars),
    "columns": _form(columns),
    "range": _form(ranges),
    "timeline": _form(timeline),
    "areas": _form(areas),
    "slope": _form(slope),
    "parts": _form(parts),
    "multiples": _form(multiples),
    "map": _form(maps),
    "slips": _form(slips),
    "outcomes": _form(outcomes),
}
NEEDS: Mapping[str, Needs] = {name: form.needs for name, form in FORMS.items()}
"""What each form needs, for assembly."""
