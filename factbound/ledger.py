"""The ledger: everything resolved, verified and derived; frozen. Only assembly makes one, and views see nothing
else."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TypeAlias

from factbound.read.atlas import Atlas
from factbound.read.prose import Phrase
from factbound.read.stories import Story
from factbound.read.strict_yaml import Value
from factbound.values.contacts import Contact
from factbound.values.dates import Period
from factbound.values.licences import Licence
from factbound.values.quantities import Quantity
from factbound.values.vocabulary import PROMISED

Texts: TypeAlias = Mapping[str, Phrase]
"""Words per language."""


@dataclass(frozen=True, slots=True)
class Person:
    """A person or an organisation; `of` is the organisation a person speaks for."""

    id: str
    name: Texts
    voice: str
    role: Texts | None
    of: "Person | None"
    accent: str | None
    doubt: Texts | None
    in_sentence: Texts | None = None
    """The name after “said by”, where that is not the name itself."""

    @property
    def colour(self) -> str:
        """The name of the colour of its marks, its organisation's when it has none of its own."""
        return self.accent or (self.of.colour if self.of else "ink")


@dataclass(frozen=True, slots=True)
class Origin:
    """The announcement, release or study that sources descend from."""

    id: str
    name: Texts
    kind: str
    by: Person
    date: Period | None
    known: Texts | None


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A part of an article that no reading uses, and why."""

    paragraph: int
    printed: str | None
    why: Texts


@dataclass(frozen=True, slots=True)
class Seen:
    """When and how an excerpt of a page was seen."""

    on: Period
    how: str


@dataclass(frozen=True, slots=True)
class Source:
    """An article read whole, or a page of which an excerpt was seen: that one has no paragraphs and is never checked.
    `digest` is the SHA-256 of its archived text and `checked_on` the day of the check, None when there was none."""

    id: str
    language: str
    address: str
    publisher: str
    publisher_known: str
    publisher_from: Texts | None
    published: Period
    published_known: str
    published_from: Texts | None
    title: str | None
    origin: Origin
    origin_known: Texts | None
    about: Texts | None
    paragraphs: int
    """How many paragraphs it has; 0 where only an excerpt was seen."""
    left_out: tuple[LeftOut, ...]
    digest: str | None = None
    checked_on: Period | None = None
    seen: Seen | None = None
    publisher_in_sentence: Texts | None = None
    """The publisher's name after “reported by”, where that is not the name itself."""


@dataclass(frozen=True, slots=True)
class Named:
    """Something with an id and a name: a place, a scope, a measure."""

    id: str
    name: Texts


@dataclass(frozen=True, slots=True)
class Location(Named):
    """A place, the place it lies in, and its latitude and longitude when a map may show it."""

    kind: str
    within: "Location | None"
    at: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class Measure(Named):
    """A kind of amount."""

    dimension: str
    per: str | None
    over: str | None

    @property
    def kind(self) -> str:
        """The dimension of its amounts: money, or money/area where it is a price."""
        return f"{self.dimension}/{self.per}" if self.per else self.dimension


@dataclass(frozen=True, slots=True)
class Reading:
    """What one source prints for a fact. `verified` tells whether the archived text was seen to hold the words and the
    amount."""

    fact: str
    number: int
    source: Source
    paragraph: int | None
    """The paragraph of an article read whole; None where only an excerpt was seen."""
    printed: str
    after: str | None
    means: Texts | None
    quantity: Quantity | None
    date: Period | None
    said_by: Person
    hedge: str | None
    origin: Origin
    period: Period | None
    place: Location | None
    scope: tuple[Named, ...]
    status: str
    vouched: Texts | None
    preferred: bool
    verified: bool
    at: tuple[int, int] | None = None
    """Where the words start and end in the archived text, as archive.Text counts; None when it was not verified."""
    says: Texts | None = None
    """What this source says, in a sentence, where the fact's statement says something else."""

    @property
    def id(self) -> str:
        """Its name within the edition: the fact's id and its position among the readings, from 1."""
        return f"{self.fact}.{self.number}"


@dataclass(frozen=True, slots=True)
class Input:
    """What goes into a derivation: a figure, or the number of calendar years in its period."""

    figure: "Figure"
    years: bool
    amount: Quantity


@dataclass(frozen=True, slots=True)
class Derivation:
    """How a figure was worked out. `figures` is the number of significant figures that its least exact input allows."""

    operation: str
    inputs: tuple[Input, ...]
    verdict: str
    why: Texts
    assumed: Texts | None
    caveat: Texts | None
    significant_figures: int
    """How many the least exact input allows."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number, date or claim in the ledger, read or worked out."""

    id: str
    statement: Texts
    subject: Person | None
    place: Location | None
    measure: Measure | None
    status: str | None
    period: Period | None
    due: Period | None
    outcome_of: str | None
    scope: tuple[Named, ...]
    quantity: Quantity | None
    date: Period | None
    readings: tuple[Reading, ...]
    because: Texts | None
    agreement: str | None
    differences: tuple[str, ...]
    origins: tuple[Origin, ...]
    doubt: tuple[Texts, ...]
    distinct_from: tuple[str, ...]
    distinct_because: Texts | None
    derivation: Derivation | None
    checked_by: str | None = None
    checked_on: Period | None = None

    @property
    def kind(self) -> str:
        """`fact` or `derived`."""
        return "derived" if self.derivation else "fact"

    @property
    def preferred(self) -> Reading | None:
        """The reading that is printed; None for a derived figure."""
        return next((reading for reading in self.readings if reading.preferred), None)

    @property
    def sources(self) -> tuple[Source, ...]:
        """The articles behind it, each once, the preferred reading's first; a derived figure's are its inputs'."""
        first = sorted(self.readings, key=lambda reading: not reading.preferred)
        own = [reading.source for reading in first]
        inherited = [
            source for each in (self.derivation.inputs if self.derivation else ()) for source in each.figure.sources
        ]
        return tuple({source.id: source for source in [*own, *inherited]}.values())

    @property
    def hedged(self) -> bool:
        """Whether nothing says it outright: every reading stands under a hedge, or, of a derived figure, those of one
        of its inputs."""
        if self.derivation:
            return any(each.figure.hedged for each in self.derivation.inputs if not each.years)
        return bool(self.readings) and all(reading.hedge for reading in self.readings)

    @property
    def excerpted(self) -> bool:
        """Whether it rests on excerpts: no article that was read whole tells it, or, of a derived figure, one of its
        inputs."""
        if self.derivation:
            return any(each.figure.excerpted for each in self.derivation.inputs)
        return all(reading.source.seen for reading in self.readings)

    @property
    def standing(self) -> str | None:
        """Its status, or for a derived figure the one that its inputs share; a promise among them makes it a
        promise."""
        if self.derivation is None:
            return self.status
        shared = {each.figure.standing for each in self.derivation.inputs if not each.years} - {None}
        promised = sorted(status for status in shared if status in PROMISED)
        return shared.pop() if len(shared) == 1 else promised[0] if promised else None

    @property
    def number(self) -> Decimal | None:
        """The one number that stands for it, or None."""
        return self.quantity.point if self.quantity else None


def whole_of(parts: Sequence[Figure], figures: Iterable[Figure]) -> Figure | None:
    """The figure that is derived as the sum of exactly these, if there is one."""
    wanted = sorted(part.id for part in parts)
    sums = (figure for figure in figures if figure.derivation and figure.derivation.operation == "sum")
    return next(
        (
            whole
            for whole in sums
            if whole.derivation and sorted(each.figure.id for each in whole.derivation.inputs) == wanted
        ),
        None,
    )


@dataclass(frozen=True, slots=True)
class Slip:
    """The day of a promise and what came of it by the chart's today.

    `kind` is `came` when its outcome has a day, `told` when it was kept and only the day is known on which that was
    told, `gone` when it was given up on a day, `open`, `silent` when its day has passed and nobody has told, and
    `ahead` when its day has not passed. `due` is None where it was a later plan that gave it a day; `aims` are the days
    of later plans.
    """

    kind: str
    due: Period | None
    aims: tuple[Period, ...]
    day: Period | None


@dataclass(frozen=True, slots=True)
class Row:
    """A figure of a chart, and how it is labelled."""

    figure: Figure
    label: Texts
    context: Texts | None
    promise: "Promise | None" = None
    """The promise that it belongs to, in a chart of promises."""
    slip: Slip | None = None
    """When that was due and when it came, in a chart of days."""


@dataclass(frozen=True, slots=True)
class ChartComparison:
    """Whether the figures of a chart may be compared, and why; `figure` is the derived figure that says it."""

    verdict: str
    why: Texts
    caveat: Texts | None
    figure: Figure | None


@dataclass(frozen=True, slots=True)
class Chart:
    """A declared view of figures."""

    id: str
    form: str
    title: Texts
    alt: Texts
    lead: Texts | None
    note: Texts | None
    rows: tuple[Row, ...]
    today: str = ""
    """The day, in ISO form, that is drawn as today; empty where the form draws none or the edition names none."""
    compares: ChartComparison | None = None
    """Whether its figures may be compared; None where they are alike, or on no common scale."""


@dataclass(frozen=True, slots=True)
class Use:
    """A story that prints a figure, and how often."""

    story: Story
    times: int


@dataclass(frozen=True, slots=True)
class Removed:
    """A fact that was published once and is no more; `instead` is the figure that took its place."""

    id: str
    date: Period
    why: Texts
    instead: Figure | None


@dataclass(frozen=True, slots=True)
class Correction:
    """What was printed before, what is printed now, since when and why."""

    figure: Figure
    date: Period
    was: Texts
    now: Texts
    why: Texts


@dataclass(frozen=True, slots=True)
class Outcome:
    """A figure that a verdict rests on; `differs` says in what it is another thing than the promise."""

    figure: Figure
    differs: Texts | None


@dataclass(frozen=True, slots=True)
class Reach:
    """How far a search reached: the date of the newest page found, the languages, and in how many wordings."""

    to: Period | None
    languages: tuple[str, ...]
    wordings: int | None


@dataclass(frozen=True, slots=True)
class Change:
    """An earlier verdict on a promise, and until when it stood."""

    verdict: str
    until: Period
    why: Texts


@dataclass(frozen=True, slots=True)
class Promise:
    """A promise, or a claim that is none, and what became of it."""

    id: str
    kind: str
    promise: Texts
    by: Person
    facts: tuple[Figure, ...]
    elsewhere: bool
    """Whether none of the articles read whole tells it."""
    made: Period
    due: Period | None
    due_known: Texts | None
    verdict: str
    rests_on: tuple[Outcome, ...]
    beside: tuple[Figure, ...]
    in_words: Texts
    doubt: Texts | None
    asked: Texts | None
    looked: Period
    reach: Reach | None
    history: tuple[Change, ...]

    @property
    def evidence(self) -> tuple[Figure, ...]:
        """The figures behind its verdict: those that tell the outcome, then those that stand beside it."""
        return (*(outcome.figure for outcome in self.rests_on), *self.beside)


@dataclass(frozen=True, slots=True)
class Ledger:
    """An edition that holds. All mappings are by id and in the order in which they were typed."""

    name: str
    title: str
    languages: tuple[str, ...]
    sources: Mapping[str, Source]
    origins: Mapping[str, Origin]
    people: Mapping[str, Person]
    figures: Mapping[str, Figure]
    charts: Mapping[str, Chart]
    stories: tuple[Story, ...]
    units: Mapping[str, Mapping[str, Mapping[str, str]]]
    """Names of counted units: unit, language, `one` or `other`."""
    words: Mapping[str, Mapping[str, Value]] = field(repr=False)
    uses: Mapping[str, tuple[Use, ...]] = field(repr=False)
    """For each figure, the stories that print it, in words or in a chart."""
    corrections: tuple[Correction, ...] = ()
    removed: tuple[Removed, ...] = ()
    promises: Mapping[str, Promise] = field(default_factory=dict)
    atlas: Atlas | None = field(default=None, repr=False)
    licence: Licence | None = None
    """What others may do with its texts and data; None grants nothing."""
    contact: Contact | None = None
    """Where readers report an error; None where nobody has said."""
    as_of: str = ""
    """The ISO day on which the edition was last read through; empty when not known."""

    @property
    def articles(self) -> tuple[Source, ...]:
        """The sources that were read whole."""
        return tuple(source for source in self.sources.values() if not source.seen)

    @property
    def excerpts(self) -> tuple[Source, ...]:
        """The sources of which an excerpt was seen."""
        return tuple(source for source in self.sources.values() if source.seen)

    @property
    def facts(self) -> tuple[Figure, ...]:
        """The figures that were read."""
        return tuple(figure for figure in self.figures.values() if figure.kind == "fact")

    @property
    def derived(self) -> tuple[Figure, ...]:
        """The figures that were worked out."""
        return tuple(figure for figure in self.figures.values() if figure.kind == "derived")

    @property
    def readings(self) -> tuple[Reading, ...]:
        """Every reading, fact by fact."""
        return tuple(reading for figure in self.figures.values() for reading in figure.readings)
