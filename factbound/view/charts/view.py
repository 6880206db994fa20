"""What a chart says, in plain data: the words and numbers that its marks show."""

from dataclasses import dataclass

from factbound.read.atlas import Atlas

WIDE, NARROW = 720, 330
"""The two widths, in pixels, at which every chart is drawn: for a desk and for a phone."""


@dataclass(frozen=True, slots=True)
class Site:
    """Where a row's place is: the place's id and kind, and its latitude and longitude."""

    id: str
    kind: str
    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True)
class Days:
    """The days of a promise, in ISO form: on which it was made, was due, was to come by later plans, and came.

    `kind` is that of a ledger's slip; `due` is the day of a later plan where `planned`. `day` is None where it has not
    come.
    """

    kind: str
    made: str
    due: str
    planned: bool
    aims: tuple[str, ...]
    day: str | None

    @property
    def all(self) -> tuple[str, ...]:
        """Every day that is drawn."""
        return (self.made, self.due, *self.aims, *([self.day] if self.day else []))


@dataclass(frozen=True, slots=True)
class ChartRow:
    """One figure of a chart.

    `href` is its fact's page, relative to the site's root ("en/facts/ID/"). `spelled` is its amount or date as the
    language prints it, and the only form in which it is shown. `value`, `lower` and `upper` place its mark; `qualifier`
    and `status` decide how the mark looks. `colour` names a CSS variable. `start` and `end` are ISO days for a time
    axis: one of them None is an open end. `unit` tells which amounts share a scale, and `site` where a map shows it.
    In a chart of promises `side` is `promised` or `outcome`, `differs` says in what an outcome is another thing, and
    `days` are those of its promise.
    """

    figure: str
    href: str
    label: str
    context: str
    spelled: str
    value: float | None = None
    lower: float | None = None
    upper: float | None = None
    qualifier: str = "exactly"
    status: str | None = None
    colour: str = "ink"
    start: str | None = None
    end: str | None = None
    verdict: str | None = None
    unit: str = ""
    site: Site | None = None
    side: str = ""
    differs: str = ""
    days: Days | None = None

    @property
    def said(self) -> str:
        """What a screen reader says at its mark."""
        return ", ".join(words for words in (self.label, self.context, self.differs, self.spelled) if words)

    @property
    def point(self) -> float:
        """The number that stands for it; ValueError when it has none."""
        for number in (self.value, self.lower, self.upper):
            if number is not None:
                return number
        raise ValueError(f"{self.figure} has no number to draw")


@dataclass(frozen=True, slots=True)
class ChartView:
    """A chart in one language: its words and its rows. `axis` says what the values are.

    `whole` is what the rows are parts of, `full` the amount that the whole stands for when no figure does: a hundred
    for shares. A map is drawn on an `atlas`. `today` is the day of the line on a time axis, `today_said` its words;
    `legend` holds the words of a form's own key, by what they stand for.
    """

    id: str
    form: str
    language: str
    title: str
    alt: str
    lead: str
    rows: tuple[ChartRow, ...]
    axis: str = ""
    whole: ChartRow | None = None
    full: float = 0.0
    atlas: Atlas | None = None
    today: str = ""
    today_said: str = ""
    legend: tuple[tuple[str, str], ...] = ()
