"""Columns and tables: what a table of the data is, and the columns that several of them share."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Literal, TypeAlias

from factbound.values.quantities import Qualifier, Quantity
from factbound.values.vocabulary import Known, SeenHow, Status, Verdict, all_of
from factbound.view.telling.teller import Teller

Type: TypeAlias = Literal["string", "integer", "number", "boolean", "date", "list"]
"""Types of a column: those of Table Schema (Data Package 2.0). A list's items stand between semicolons."""
Value: TypeAlias = str | int | bool | Decimal | None
SEPARATOR = ";"

STATUSES = all_of(Status)
QUALIFIERS = tuple(each.value for each in Qualifier if each is not Qualifier.EXACTLY)
VERDICTS = all_of(Verdict)
SEEN_HOW = all_of(SeenHow)
KNOWN = all_of(Known)


@dataclass(frozen=True, slots=True)
class Column:
    """A column: what it holds, and how its value is had from what its row is about."""

    name: str
    type: Type
    title: str
    description: str
    of: Callable[[Any, Teller], Value]
    refers: str = ""
    """The column it points at, as `table.column`; empty where it points at none."""
    required: bool = False
    one_of: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A table. `key` names the columns that tell its rows apart; `items` gives what its rows are about, in order."""

    name: str
    title: str
    description: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]
    items: Callable[[Teller], Iterable[Any]]

    @property
    def file(self) -> str:
        """The name of its file, in data/."""
        return f"{self.name}.csv"


def id_of(thing: Any) -> str | None:
    """The id of what another table holds; None for nothing."""
    return thing.id if thing else None


def text_of(value: object) -> str | None:
    """A date or period as text; None for nothing."""
    return None if value is None else str(value)


def listed(names: Iterable[str]) -> str | None:
    """Names as a list's text; None for an empty one."""
    return SEPARATOR.join(names) or None


def day_of(value: object, known: object) -> str | None:
    """A day in ISO form; None where that end of the period is open."""
    return str(value) if known else None


def amount(of: Callable[[Any], Quantity | None]) -> tuple[Column, ...]:
    """An amount's five columns."""

    def part(name: str) -> Callable[[Any, Teller], Value]:
        def told(item: Any, tell: Teller) -> Value:
            quantity = of(item)
            value: Value = getattr(quantity, name) if quantity else None
            return value

        return told

    def qualifier(item: Any, tell: Teller) -> Value:
        quantity = of(item)
        return None if quantity is None or quantity.qualifier is Qualifier.EXACTLY else quantity.qualifier.value

    def unit(item: Any, tell: Teller) -> Value:
        quantity = of(item)
        return str(quantity.unit) if quantity else None

    return (
        Column(
            "qualifier",
            "string",
            "Qualifier",
            "How the amount is qualified; empty for one printed without a qualifier.",
            qualifier,
            one_of=QUALIFIERS,
        ),
        Column(
            "value",
            "number",
            "Value",
            "The amount in the unit of the column unit; empty where there is no number, and for a range (between).",
            part("value"),
        ),
        Column(
            "unit",
            "string",
            "Unit",
            "An ISO currency code, %, pp (percentage points), m2, days, years, rank, times, or what is counted; "
            "EUR/years is euros per year.",
            unit,
        ),
        Column(
            "lower",
            "number",
            "Lower bound",
            "What the amount is at least, as its qualifier says; empty where no lower bound is known.",
            part("lower"),
        ),
        Column(
            "upper",
            "number",
            "Upper bound",
            "What the amount is at most, as its qualifier says; empty where no upper bound is known.",
            part("upper"),
        ),
    )


def words(
    name: str, title: str, description: str, of: Callable[[Any, Teller], str], *, required: bool = False
) -> Column:
    """A column of words, empty where there are none."""
    return Column(name, "string", title, description, lambda item, tell: of(item, tell) or None, required=required)
