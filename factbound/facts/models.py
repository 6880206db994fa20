"""Entries: what an editor may type, as closed models. docs/format.md explains each key."""

from collections.abc import Iterator
from typing import Annotated, Literal, TypeAlias, TypeVar

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, ValidationError
from pydantic_core import PydanticCustomError

from factbound.dates import Period, parse_period
from factbound.problems import Code, did_you_mean
from factbound.quantities import Quantity, parse_quantity

PRINTED_MAX = 100
"""The most characters that may be quoted from an article in one place."""


def _refuse(code: Code, message: str) -> PydanticCustomError:
    return PydanticCustomError(code.value, "{message}", {"message": message})


def is_slug(text: str) -> bool:
    """Whether it can be an id: a-z, 0-9 and single hyphens, starting with a letter, 80 characters at most."""
    good = text.isascii() and text == text.lower() and text[:1].isalpha() and all(part.isalnum() for part in text.split("-"))
    return good and len(text) <= 80


def _slug(text: str) -> str:
    if not is_slug(text):
        raise _refuse(Code.BAD_ID, f'"{text}" is not an id: a-z, 0-9 and single hyphens, starting with a letter')
    return text


def _quantity(value: object) -> Quantity:
    try:
        return parse_quantity(str(value))
    except ValueError as error:
        raise _refuse(Code.BAD_QUANTITY, str(error)) from error


def _period(value: object) -> Period:
    try:
        return parse_period(str(value))
    except ValueError as error:
        raise _refuse(Code.BAD_DATE, str(error)) from error


def _printed(text: str) -> str:
    if len(text) > PRINTED_MAX:
        raise _refuse(
            Code.PRINTED_TOO_LONG, f"these printed words have {len(text)} characters; {PRINTED_MAX} is the most that may be quoted"
        )
    return text


def _paragraph(value: object) -> int:
    text = str(value)
    if not (text.isascii() and text.isdigit()) or not 1 <= int(text) <= 9999:
        raise _refuse(Code.BAD_PARAGRAPH, f'"{text}" is not a paragraph: the first non-empty line is 1')
    return int(text)


def _words(text: str) -> str:
    if not text.strip():
        raise _refuse(Code.BAD_VALUE, "something has to stand here")
    return text


def _one_operation(value: dict[str, object]) -> dict[str, object]:
    if len(value) != 1:
        raise _refuse(Code.BAD_VALUE, "a derivation has exactly one operation")
    return value


def _at(value: object) -> tuple[float, float]:
    try:
        latitude, longitude = (float(part) for part in str(value).split())
    except ValueError:
        latitude = longitude = float("nan")
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        raise _refuse(Code.BAD_VALUE, f'"{value}" is not a point: latitude and longitude in degrees, such as 50.63 5.44')
    return latitude, longitude


Slug = Annotated[str, AfterValidator(_slug)]
Words = Annotated[str, AfterValidator(_words)]
Text = dict[str, Words]
"""Words per language, plain, with figures as [[id]]."""
Printed = Annotated[Words, AfterValidator(_printed)]
Paragraph = Annotated[int, BeforeValidator(_paragraph)]
QuantityText = Annotated[Quantity, BeforeValidator(_quantity)]
PeriodText = Annotated[Period, BeforeValidator(_period)]
Point = Annotated[tuple[float, float], BeforeValidator(_at)]
"""A latitude and a longitude."""
Known = Literal["stated", "inferred"]
Dimension = Literal["money", "count", "area", "duration", "share", "rank", "ratio", "date", "none"]
Status = Literal["announced", "planned", "ongoing", "done", "dropped", "estimate", "forecast", "context"]
Verdict = Literal["fair", "with-care", "misleading"]
Voice = Literal["company", "consultant", "official", "analyst", "statistics", "federation", "union", "business", "press", "reporter"]
OperationName = Literal["sum", "difference", "divide", "multiple", "share", "change", "per-year", "convert"]


class Entry(BaseModel):
    """What every entry has in common: it is closed and cannot be changed."""

    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True)


class PublisherEntry(Entry):
    name: Words
    known: Known
    source: Text | None = Field(default=None, alias="from")


class PublishedEntry(Entry):
    date: PeriodText
    known: Known
    source: Text | None = Field(default=None, alias="from")


class LeftOutEntry(Entry):
    paragraph: Paragraph
    printed: Printed | None = None
    why: Text


class SourceEntry(Entry):
    """An article."""

    id: Slug
    language: Words
    address: Annotated[str, Field(pattern=r"^https?://[^\s<>\"]+$")]
    publisher: PublisherEntry
    published: PublishedEntry
    title: Words | None = None
    origin: Slug
    origin_known: Text
    about: Text
    paragraphs: Paragraph
    left_out: tuple[LeftOutEntry, ...] = ()


class OriginEntry(Entry):
    """The announcement, release or study that sources descend from."""

    id: Slug
    name: Text | Words
    kind: Literal["announcement", "release", "statistics", "study", "interview", "reporting"]
    by: Slug
    date: PeriodText | None = None
    known: Text


class PersonEntry(Entry):
    """A person or an organisation."""

    id: Slug
    name: Text | Words
    voice: Voice
    role: Text | None = None
    of: Slug | None = None
    accent: Slug | None = None
    doubt: Text | None = None


class PlaceEntry(Entry):
    id: Slug
    name: Text | Words
    kind: Literal["world", "continent", "country", "region", "city", "airport", "site"]
    within: Slug | None = None
    at: Point | None = None


class ScopeEntry(Entry):
    id: Slug
    name: Text


class MeasureEntry(Entry):
    """A kind of amount: what is measured, in which dimension, as a stock or as a flow."""

    id: Slug
    name: Text
    dimension: Dimension
    over: Literal["stock", "flow"] | None = None


class UnitEntry(Entry):
    """A unit that is counted, with its forms in each language."""

    id: Slug
    name: dict[str, dict[Literal["one", "other"], Words]]


class ReadingEntry(Entry):
    """What one source prints for a fact."""

    source: Slug
    paragraph: Paragraph
    printed: Printed
    after: Printed | None = None
    means: Text | None = None
    quantity: QuantityText | None = None
    date: PeriodText | None = None
    said_by: Slug = "reporter"
    hedge: Words | None = None
    origin: Slug | None = None
    period: PeriodText | None = None
    place: Slug | None = None
    scope: tuple[Slug, ...] | None = None
    status: Status | None = None
    vouched: Text | None = None


class FactEntry(Entry):
    """One claim."""

    id: Slug
    statement: Text
    subject: Slug
    place: Slug | None = None
    measure: Slug | None = None
    status: Status
    period: PeriodText | None = None
    due: PeriodText | None = None
    outcome_of: Slug | None = None
    scope: tuple[Slug, ...] = ()
    readings: Annotated[tuple[ReadingEntry, ...], Field(min_length=1)]
    prefer: Words | None = None
    because: Text | None = None
    doubt: Text | None = None
    distinct_from: tuple[Slug, ...] = ()
    distinct_because: Text | None = None
    checked_by: Words | None = None
    checked_on: PeriodText | None = None


class YearsEntry(Entry):
    """The number of calendar years in a figure's period, as an input."""

    years: Slug


class DerivedEntry(Entry):
    """A figure worked out from others by one named operation."""

    id: Slug
    statement: Text
    subject: Slug | None = None
    place: Slug | None = None
    measure: Slug | None = None
    derive: Annotated[dict[OperationName, Annotated[tuple[Slug | YearsEntry, ...], Field(min_length=1)]], AfterValidator(_one_operation)]
    assumed: Text | None = None
    verdict: Verdict
    why: Text
    caveat: Text | None = None


class CorrectionEntry(Entry):
    """What was printed before, what is printed now, since when and why."""

    fact: Slug
    date: PeriodText
    was: Text
    now: Text
    why: Text


class RemovedEntry(Entry):
    """A fact that was published once: its page says since when it is gone, and why."""

    id: Slug
    date: PeriodText
    why: Text
    instead: Slug | None = None


class RowEntry(Entry):
    """One figure of a chart, and how it is labelled."""

    figure: Slug
    label: Text
    context: Text | None = None


Form = Literal["bars", "columns", "range", "timeline", "areas", "slope", "parts", "multiples", "map"]


class ChartEntry(Entry):
    """A declared view of figures."""

    id: Slug
    form: Form
    title: Text
    alt: Text
    lead: Text | None = None
    note: Text | None = None
    figures: Annotated[tuple[RowEntry, ...], Field(min_length=1)]


class KeyFigureEntry(Entry):
    """A figure printed large at the top of a story."""

    figure: Slug
    label: Words
    note: Words | None = None


class StoryEntry(Entry):
    """The front matter of a story."""

    title: Words
    description: Words | None = None
    kicker: Words | None = None
    lead: Words | None = None
    nav: Words | None = None
    order: Annotated[int, Field(ge=0)] = 1000
    menu: Literal["main", "foot"] = "main"
    keys: tuple[KeyFigureEntry, ...] = ()


Path: TypeAlias = tuple[str | int, ...]
Fault: TypeAlias = tuple[Path, Code, str, str | None]
"""What a model refuses: the path of the value, the code, the message and a hint."""


E = TypeVar("E", bound=Entry)


def validated(model: type[E], value: object) -> tuple[E | None, list[Fault]]:
    """The entry that `value` makes, or None with every fault of it."""
    try:
        return model.model_validate(value), []
    except ValidationError as error:
        return None, list(_faults(model, error))


def _faults(model: type[Entry], error: ValidationError) -> Iterator[Fault]:
    seen: set[tuple[Path, str]] = set()
    faults = error.errors(include_url=False, include_input=False)
    for fault in faults:
        inside = tuple(fault["loc"])
        if fault["type"] == "too_short" and any(other["loc"][: len(inside)] == inside and other["loc"] != inside for other in faults):
            continue  # the list is not empty: what is in it is wrong
        path, kind, message = tuple(fault["loc"]), fault["type"], fault["msg"]
        hint = None
        match kind:
            case "extra_forbidden":
                code, message, hint = Code.UNKNOWN_KEY, f'there is no key "{path[-1]}" here', did_you_mean(str(path[-1]), _keys_of(model))
            case "missing":
                code, message = Code.MISSING_KEY, f'the key "{path[-1]}" is missing'
            case "too_short" | "string_too_short":
                code, message = Code.BAD_VALUE, "something has to stand here"
            case "literal_error":
                code, message = Code.BAD_VALUE, f"one of these has to stand here: {fault['ctx']['expected'].replace(chr(39), '')}"
            case "dict_type" | "model_type" | "model_attributes_type":
                code, message = Code.BAD_VALUE, "a mapping (key: value) has to stand here"
            case "tuple_type" | "list_type":
                code, message = Code.BAD_VALUE, "a list has to stand here"
            case "string_type":
                code, message = Code.BAD_VALUE, "plain words have to stand here"
            case _ if kind in set(Code):
                code = Code(kind)
            case _:
                code = Code.BAD_VALUE
        if (path, code) not in seen:
            seen.add((path, code))
            yield path, code, message, hint


_INNER: dict[type[Entry], type[Entry]] = {
    FactEntry: ReadingEntry,
    SourceEntry: LeftOutEntry,
    ChartEntry: RowEntry,
    StoryEntry: KeyFigureEntry,
}


def _keys_of(model: type[Entry]) -> set[str]:
    """Every key that may stand in this model or one inside it, for hints."""
    own = {field.alias or name for name, field in model.model_fields.items()}
    inner = _INNER.get(model)
    return own | (_keys_of(inner) if inner else set())
