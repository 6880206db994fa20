"""Entries: what an editor may type, as closed models. docs/format.md explains each key.

The words under a key are its description in the JSON Schemas (read/schemas.py); `WithJsonSchema` says there what a
validator checks here.
"""

import re
from decimal import Decimal
from typing import Annotated, Literal, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    JsonValue,
    WithJsonSchema,
    model_validator,
)

from factbound.problems import Code, WrongValue
from factbound.values.dates import Period, parse_period
from factbound.values.quantities import Quantity, parse_quantity
from factbound.values.slugs import DEVICES, LONGEST, SLUG, is_slug, near_slug
from factbound.values.vocabulary import (
    Dimension,
    Form,
    Known,
    Operation,
    OriginKind,
    Over,
    PlaceKind,
    PluralForm,
    PromiseVerdict,
    SeenHow,
    Status,
    Verdict,
    Voice,
)

PRINTED_MAX = 100
"""The most characters that may be quoted from an article in one place."""


def _slug(text: str) -> str:
    if not is_slug(text):
        near = near_slug(text)
        raise WrongValue(
            Code.BAD_ID,
            f'"{text}" is not an id: a-z, 0-9 and single hyphens, starting with a letter',
            f'write "{near}"' if near else None,
        )
    if text in DEVICES:
        raise WrongValue(Code.BAD_ID, f'"{text}" is a name that Windows has for a device, where no page can have it')
    return text


def _quantity(value: object) -> Quantity:
    return parse_quantity(str(value))


def _factor(text: object) -> Decimal:
    number = str(text).replace("_", "")
    if not re.fullmatch(r"[0-9]{1,12}(\.[0-9]{1,9})?", number) or not Decimal(number):
        raise WrongValue(
            Code.BAD_VALUE, f'"{text}" is no factor: how many of this unit one of the other is, such as 1000 or 0.5'
        )
    return Decimal(number)


def _period(value: object) -> Period:
    return parse_period(str(value))


def _printed(text: str) -> str:
    if len(text) > PRINTED_MAX:
        raise WrongValue(
            Code.PRINTED_TOO_LONG,
            f"these printed words have {len(text)} characters; {PRINTED_MAX} is the most that may be quoted",
        )
    return text


def _paragraph(value: object) -> int:
    text = str(value)
    if not (text.isascii() and text.isdigit()) or not 1 <= int(text) <= 9999:
        raise WrongValue(Code.BAD_PARAGRAPH, f'"{text}" is not a paragraph: the first non-empty line is 1')
    return int(text)


def _words(text: str) -> str:
    if not text.strip():
        raise WrongValue(Code.BAD_VALUE, "something has to stand here")
    return text


def _plain(text: str) -> str:
    if "[[" in text:
        raise WrongValue(Code.BAD_MENTION, "a [[…]] is not read here, and would be printed as it stands: write words")
    return text


def _but_foreign(words: str) -> str:
    """Words with no [[…]] but those in another language."""
    _plain(words.replace("[[lang:", ""))
    return words


def _language(text: str) -> str:
    if not (text.isascii() and text.isalpha() and text == text.lower() and len(text) in {2, 3}):
        raise WrongValue(Code.BAD_VALUE, f'"{text}" is not the code of a language, such as en')
    return text


def _language_key(text: str) -> str:
    """The language of a text; what follows a comma without quotes is taken for one."""
    try:
        return _language(text)
    except WrongValue as error:
        raise WrongValue(error.code, f"{error}; words with a comma need double quotes around them") from error


def _one_operation(value: dict[str, object]) -> dict[str, object]:
    if len(value) != 1:
        raise WrongValue(Code.BAD_VALUE, "a derivation has exactly one operation")
    return value


def _at(value: object) -> tuple[float, float]:
    try:
        latitude, longitude = (float(part) for part in str(value).split())
    except ValueError:
        latitude = longitude = float("nan")
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        raise WrongValue(
            Code.BAD_VALUE, f'"{value}" is not a point: latitude and longitude in degrees, such as 50.63 5.44'
        )
    return latitude, longitude


def shaped(pattern: str, message: str) -> dict[str, JsonValue]:
    """A pattern, and what an editor's program says where it is not met."""
    return {"pattern": pattern, "patternErrorMessage": message}


QUANTITY_SHAPE = r"[0-9]\S* \S"
"""As much of a quantity's form as a pattern tells: a number, a blank, a unit."""
_WHOLE = shaped("^[0-9]+$", "a whole number has to stand here")
FILLED = shaped(r"\S", "something has to stand here")
_TYPED: list[JsonValue] = ["string", "number"]
"""What an editor's program may take words without quotation marks for; here every value is text."""

Slug = Annotated[
    str,
    AfterValidator(_slug),
    WithJsonSchema(
        {
            "type": "string",
            **shaped(f"^{SLUG}$", "an id has small letters, digits and single hyphens, and starts with a letter"),
            "maxLength": LONGEST,
        }
    ),
]
Words = Annotated[str, AfterValidator(_words), WithJsonSchema({"type": _TYPED, **FILLED})]
Text = Annotated[
    dict[Annotated[str, AfterValidator(_language_key)], Words],
    WithJsonSchema(
        {
            "type": "object",
            "propertyNames": shaped("^[a-z]{2,3}$", "words stand below the code of their language, such as en"),
            "additionalProperties": {"type": _TYPED, **FILLED},
            "minProperties": 1,
        }
    ),
]
"""Words per language, plain, with figures as [[id]]."""
Name = Annotated[Words, AfterValidator(_plain)]
"""Words in which no figure is mentioned."""
PlainText = Annotated[Text, AfterValidator(lambda told: {key: _but_foreign(words) for key, words in told.items()})]
"""The same per language."""
Printed = Annotated[
    str,
    AfterValidator(_words),
    AfterValidator(_printed),
    WithJsonSchema({"type": _TYPED, **FILLED, "maxLength": PRINTED_MAX}),
]
Paragraph = Annotated[
    int,
    BeforeValidator(_paragraph),
    WithJsonSchema(
        {
            "type": ["string", "integer"],
            **shaped("^0*[1-9][0-9]{0,3}$", "a paragraph is a number: the first non-empty line is 1"),
            "minimum": 1,
            "maximum": 9999,
        }
    ),
]
QuantityText = Annotated[
    Quantity,
    BeforeValidator(_quantity),
    WithJsonSchema(
        {
            "type": "string",
            **shaped(QUANTITY_SHAPE, "a quantity is [qualifier] number unit, such as more than 12_000_000 EUR"),
            "examples": ["more than 12_000_000 EUR"],
        }
    ),
]
FactorText = Annotated[
    Decimal,
    BeforeValidator(_factor),
    WithJsonSchema({"type": ["string", "number"], "examples": [1000, "0.5"], "exclusiveMinimum": 0}),
]
PeriodText = Annotated[
    Period,
    BeforeValidator(_period),
    WithJsonSchema(
        {
            "type": ["string", "integer"],
            **shaped(r"^(\.\.|[0-9]{4})", "a date is EDTF, the year first: 2031-05-13, 2031-05~ for about, 2031/2033"),
            "examples": ["2031-05-13", "2031-05~", "2031/2033"],
        }
    ),
]
Point = Annotated[
    tuple[float, float],
    BeforeValidator(_at),
    WithJsonSchema(
        {
            "type": "string",
            **shaped(r"^\s*-?[0-9.]+\s+-?[0-9.]+\s*$", "latitude and longitude in degrees, such as 50.63 5.44"),
            "examples": ["50.63 5.44"],
        }
    ),
]
"""A latitude and a longitude."""
Language = Annotated[Words, AfterValidator(_language)]

EXCERPT_MAX = 80
"""The most characters that may be quoted of a page seen in an excerpt."""


class Entry(BaseModel):
    """What every entry has in common: it is closed and cannot be changed."""

    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True, defer_build=True)


class KnownEntry(Entry):
    """Something about an article that its text states, or that was inferred from something named."""

    @model_validator(mode="after")
    def _told(self) -> Self:
        if getattr(self, "known") == "inferred" and getattr(self, "source") is None:  # noqa: B009  each kind has its own words for them
            raise WrongValue(
                Code.MISSING_KEY, 'what is inferred says from what: the key "from" is missing; write from: {en: …}'
            )
        return self


class PublisherEntry(KnownEntry):
    """Who published an article."""

    name: Name
    """The publisher's name, as readers know it."""
    in_sentence: Text | None = None
    """The name as it stands after “reported by”, where that is not the name itself: the Evening Herald, le Journal du
    soir."""
    known: Known
    """How we know it: the text states it, its address holds it, the search that found it shows it, or we inferred
    it."""
    source: Text | None = Field(default=None, alias="from")
    """What it was inferred from."""


class PublishedEntry(KnownEntry):
    """When an article appeared."""

    date: PeriodText
    """The day, month or year (EDTF): 2031-05-13, 2031-05, 2031-05~ for about."""
    known: Known
    """How we know it: the text states it, its address holds it, the search that found it shows it, or we inferred
    it."""
    source: Text | None = Field(default=None, alias="from")
    """What it was inferred from."""


class SeenEntry(Entry):
    """A page of which no more than an excerpt was seen."""

    on: PeriodText
    """The day or month on which it was seen (EDTF)."""
    how: SeenHow
    """Where the excerpt stood: in a stored copy of the page, on the page itself, in print, or quoted by others."""


class LeftOutEntry(Entry):
    """What an article says that no reading uses."""

    paragraph: Paragraph
    """The paragraph it stands in; the first non-empty line is 1."""
    printed: Printed | None = None
    """The words that are left out; without them the whole paragraph is."""
    why: Text
    """The reason, for readers."""


class SourceEntry(Entry):
    """An article."""

    id: Slug
    """Its name in the edition, a slug with its year; its archived text is ID.txt."""
    language: Language
    """The language of its printed words, such as fr."""
    address: Annotated[
        str,
        Field(
            pattern=r"^https?://[^\s<>\"]+$",
            json_schema_extra={"patternErrorMessage": "an address starts with https:// or http://"},
        ),
    ]
    """Where it stands on the web."""
    publisher: PublisherEntry
    """Who published it, and how that is known."""
    published: PublishedEntry
    """When it appeared, and how that is known."""
    title: Words | None = None
    """Its headline, only when the text carries it."""
    origin: Slug
    """The announcement, release or study it descends from, an id of origins.yml."""
    origin_known: Text | None = None
    """How we know that it descends from it; a page seen in an excerpt may leave it out."""
    about: Text | None = None
    """What kind of article it is, in a sentence; a page seen in an excerpt may leave it out."""
    paragraphs: Paragraph | None = None
    """How many non-empty lines its text has; in place of seen."""
    seen: SeenEntry | None = None
    """When and how an excerpt of it was seen, where it was not read whole; in place of paragraphs."""
    left_out: tuple[LeftOutEntry, ...] = ()
    """What it says that no reading uses, with the reason."""


class OriginEntry(Entry):
    """The announcement, release or study that sources descend from."""

    id: Slug
    """Its name in the edition, a slug."""
    name: PlainText | Name
    """What readers call it."""
    kind: OriginKind
    """What it is."""
    by: Slug
    """Who made it, an id of people.yml."""
    date: PeriodText | None = None
    """When it was made (EDTF)."""
    known: Text | None = None
    """How we know of it; a publisher's own reporting may leave it out."""


class PersonEntry(Entry):
    """A person or an organisation."""

    id: Slug
    """Its name in the edition, a slug."""
    name: PlainText | Name
    """The name, per language, or once when it is the same in all."""
    in_sentence: Text | None = None
    """The name as it stands after “said by”, where that is not the name itself: the French presidency, la présidence
    française."""
    voice: Voice
    """In which capacity they speak."""
    role: Text | None = None
    """What they do, in a few words."""
    of: Slug | None = None
    """The organisation a person speaks for, or a company's parent, an id of people.yml."""
    accent: Slug | None = None
    """The colour of its marks in charts, a CSS variable of the theme."""
    doubt: PlainText | None = None
    """Why this voice is in doubt; what it alone says is then marked unconfirmed."""


class PlaceEntry(Entry):
    """A place."""

    id: Slug
    """Its name in the edition, a slug."""
    name: PlainText | Name
    """The name, per language, or once when it is the same in all."""
    kind: PlaceKind
    """What kind of place it is."""
    within: Slug | None = None
    """The place it lies in, an id of places.yml."""
    at: Point | None = None
    """Latitude and longitude in degrees, for a map: 50.63 5.44."""


class ScopeEntry(Entry):
    """What money covers."""

    id: Slug
    """Its name in the edition, a slug."""
    name: PlainText
    """What readers call it."""


class MeasureEntry(Entry):
    """A kind of amount: what is measured, in which dimension, as a stock or as a flow."""

    id: Slug
    """Its name in the edition, a slug."""
    name: PlainText
    """What readers call it."""
    dimension: Dimension
    """What its amounts are: only amounts of one dimension are compared."""
    per: Dimension | None = None
    """What its amounts are for each of, where they are prices or paces: area for EUR/m2, duration for parcels/hours."""
    over: Over | None = None
    """A stock is counted at a moment, a flow over a period."""

    @property
    def kind(self) -> str:
        """The dimension of its amounts: money, or money/area where it is a price."""
        return f"{self.dimension}/{self.per}" if self.per else self.dimension


class UnitEntry(Entry):
    """A unit that is counted, with its forms in each language."""

    id: Slug
    """The word that quantities use: 400 people."""
    name: dict[str, dict[PluralForm, Name]]
    """Its singular (one) and plural (other), per language, and the further forms that the language has: few, many."""
    symbols: tuple[Words, ...] = ()
    """What articles print for it in every language: [MW]."""
    factors: dict[Words, FactorText] = {}
    """Other units that articles print, and how many of this one each is: {pallets: 40, Mt: 1_000_000}."""


class ReadingEntry(Entry):
    """What one source prints for a fact."""

    source: Slug
    """The article, an id of sources.yml."""
    paragraph: Paragraph | None = None
    """The paragraph the words stand in; the first non-empty line is 1. A page seen in an excerpt has none."""
    printed: Printed
    """The few words that carry it, copied character by character, 100 at most, 80 of a page seen in an excerpt."""
    after: Printed | None = None
    """The words before them, when they stand twice in the paragraph."""
    means: PlainText | None = None
    """Our translation, for the languages that are not the article's."""
    says: PlainText | None = None
    """What this source says, in a sentence of ours, where the statement of the fact says something else."""
    quantity: QuantityText | None = None
    """[qualifier] number unit: more than 12_000_000 EUR. The printed words must hold both."""
    date: PeriodText | None = None
    """The date that the words print (EDTF), in place of a quantity."""
    said_by: Slug = "reporter"
    """Who said it, an id of people.yml; without it the article speaks in its own voice."""
    hedge: Words | None = None
    """The conditional word it stands under, as printed."""
    origin: Slug | None = None
    """Its origin, when it is another one than the article's."""
    period: PeriodText | None = None
    """The period of this reading, where it is another one than the fact's (EDTF)."""
    place: Slug | None = None
    """The place of this reading, where it is another one than the fact's."""
    scope: tuple[Slug, ...] | None = None
    """What this reading's money covers, where it is something else than the fact's."""
    status: Status | None = None
    """The status of this reading, where it is another one than the fact's."""
    vouched: PlainText | None = None
    """Why a machine cannot read the amount in these words; a person vouches for it."""


class FactEntry(Entry):
    """One claim."""

    id: Slug
    """Its name in the edition and in prose, [[id]]; its page's address."""
    statement: Text
    """The claim in our own words, per language; its own figure is [[id]]."""
    subject: Slug
    """Who it is about, an id of people.yml."""
    place: Slug | None = None
    """Where it holds, an id of places.yml."""
    measure: Slug | None = None
    """What is measured, an id of measures.yml. Without it, nothing holds its unit to a kind or compares it."""
    status: Status
    """How certain it is: a promise, something done, an estimate, background."""
    period: PeriodText | None = None
    """What it covers (EDTF): 2031, 2031/2033, 2031/.. ."""
    due: PeriodText | None = None
    """When a promise should have come true (EDTF)."""
    outcome_of: Slug | None = None
    """The promise whose outcome this tells, the id of a fact."""
    scope: tuple[Slug, ...] = ()
    """What the money covers, ids of scopes.yml."""
    readings: Annotated[tuple[ReadingEntry, ...], Field(min_length=1)]
    """What each article prints for it."""
    prefer: Words | None = None
    """The reading to print when they differ: a source's id, or id#paragraph."""
    because: Text | None = None
    """Why that one."""
    doubt: Text | None = None
    """Why this claim is unconfirmed."""
    distinct_from: tuple[Slug, ...] = ()
    """Facts with the same subject, measure, place and time that are yet other things."""
    distinct_because: Text | None = None
    """Why they are other things."""
    checked_by: Name | None = None
    """The second person who held this fact against the articles; plain words, shown on its page. Take it out when the
    fact changes."""
    checked_on: PeriodText | None = None
    """The day of that check: 2031-06-01."""


class YearsEntry(Entry):
    """The number of calendar years in a figure's period, as an input."""

    years: Slug
    """The figure whose calendar years are counted."""


class DerivedEntry(Entry):
    """A figure worked out from others by one named operation."""

    id: Slug
    """Its name in the edition and in prose; facts and derived figures share one set of ids."""
    statement: Text
    """The claim in our own words, per language; its own figure is [[id]]."""
    subject: Slug | None = None
    """Who it is about; without it, the first input's subject."""
    place: Slug | None = None
    """Where it holds, an id of places.yml."""
    measure: Slug | None = None
    """What is measured, an id of measures.yml."""
    derive: Annotated[
        dict[Operation, Annotated[tuple[Slug | YearsEntry, ...], Field(min_length=1)]],
        AfterValidator(_one_operation),
        Field(json_schema_extra={"minProperties": 1, "maxProperties": 1}),
    ]
    """Exactly one operation and its inputs: {per-year: [id]}."""
    assumed: Text | None = None
    """What the operation takes for granted."""
    verdict: Verdict
    """How fair the comparison is."""
    why: Text
    """Why it is judged so."""
    caveat: Text | None = None
    """What must be printed beside it; a misleading one needs it."""
    checked_by: Name | None = None
    """The second person who worked it out again; plain words, shown on its page. Take it out when the figure
    changes."""
    checked_on: PeriodText | None = None
    """The day of that check: 2031-06-01."""


class OutcomeEntry(Entry):
    """A fact that a verdict rests on."""

    fact: Slug
    """The id of a fact or a derived figure."""
    differs: Text | None = None
    """In what it is another thing than the promise: land and building, group and country, announced and spent."""


class ReachEntry(Entry):
    """How far a search for outcomes reached."""

    to: PeriodText | None = None
    """The date of the newest page that was found on the matter (EDTF); none where there was no page."""
    languages: Annotated[tuple[Language, ...], Field(min_length=1)]
    """The languages that were searched in."""
    wordings: Annotated[
        int | None, Field(ge=1), WithJsonSchema({"type": ["string", "integer"], **_WHOLE, "minimum": 1})
    ] = None
    """In how many wordings."""


class ChangeEntry(Entry):
    """An earlier verdict on a promise."""

    verdict: PromiseVerdict
    """What it was."""
    until: PeriodText
    """The day on which another took its place (EDTF)."""
    why: Text
    """What was learned, for readers."""


class PromiseEntry(Entry):
    """A promise, or a claim that is none, and what became of it."""

    id: Slug
    """Its name in the edition and in prose, [[promise:id]]; its page's address."""
    kind: Literal["promise", "claim"] = "promise"
    """A promise of something to come, or a claim that others may confirm or not."""
    promise: Text
    """What was promised or claimed, in a sentence of our own, per language."""
    by: Slug
    """Who made it, an id of people.yml."""
    facts: Annotated[tuple[Slug, ...], Field(min_length=1)]
    """The facts it is made of."""
    told: Literal["here", "elsewhere"] = "here"
    """Whether the articles read whole tell it, or only other pages."""
    made: PeriodText
    """When it was made (EDTF)."""
    due: PeriodText | None = None
    """When it should have come true (EDTF); none where no day was set."""
    due_known: Text | None = None
    """How the day was fixed, where its words set none."""
    verdict: PromiseVerdict
    """What became of it."""
    rests_on: tuple[OutcomeEntry, ...] = ()
    """The facts that tell its outcome."""
    beside: tuple[Slug, ...] = ()
    """Facts that explain it or stand beside it, and are no outcome."""
    in_words: Text
    """The verdict in a sentence or two, per language."""
    doubt: Text | None = None
    """What speaks against the verdict, or is not known."""
    asked: Text | None = None
    """What is still asked."""
    looked: PeriodText
    """When it was last looked at (EDTF)."""
    reach: ReachEntry | None = None
    """How far that look reached; a verdict of silence needs it."""
    history: tuple[ChangeEntry, ...] = ()
    """Earlier verdicts, the oldest first."""


class CorrectionEntry(Entry):
    """What was printed before, what is printed now, since when and why."""

    fact: Slug
    """The fact that was printed wrong."""
    date: PeriodText
    """Since when the right one is printed."""
    was: PlainText
    """What was printed; may hold bare numbers."""
    now: PlainText
    """What is printed now; may hold bare numbers."""
    why: Text
    """How it came about."""


class RemovedEntry(Entry):
    """A fact that was published once: its page says since when it is gone, and why."""

    id: Slug
    """The id it had."""
    date: PeriodText
    """Since when it is gone."""
    why: Text
    """The reason, for readers."""
    instead: Slug | None = None
    """The figure that took its place."""


class RowEntry(Entry):
    """One figure of a chart, and how it is labelled."""

    figure: Slug
    """The figure, the id of a fact or a derived figure."""
    label: Text
    """What it is called in the chart, per language."""
    context: Text | None = None
    """A quiet word beside the label: announced."""
    promise: Slug | None = None
    """The promise that it belongs to, for the forms slips and outcomes."""


class ChartComparisonEntry(Entry):
    """What a chart compares, and whether that is fair: as a derived figure says, or with a verdict of its own."""

    figure: Slug | None = None
    """A derived figure that sets two of the chart's figures against each other; its verdict, reason and caveat hold."""
    verdict: Verdict | None = None
    """How fair the comparison is, where no derived figure says it."""
    why: Text | None = None
    """Why it is judged so."""
    caveat: Text | None = None
    """What must be printed beside it; a misleading one needs it."""


class ChartEntry(Entry):
    """A declared view of figures."""

    id: Slug
    """Its name in the edition and in prose, [[chart:id]]."""
    form: Form
    """How it is drawn; the form is chosen by what is compared."""
    title: Text
    """What the chart finds, per language."""
    alt: Text
    """What a sighted reader takes away, for those who do not see it."""
    lead: Text | None = None
    """What the marks are, in a line."""
    note: Text | None = None
    """A caveat under the chart."""
    compares: ChartComparisonEntry | None = None
    """Whether its figures may be compared; needed where they differ in status, scope, period, measure or place."""
    figures: Annotated[tuple[RowEntry, ...], Field(min_length=1)]
    """What it draws, in this order."""


class KeyFigureEntry(Entry):
    """A figure printed large at the top of a story."""

    figure: Slug
    """The figure, the id of a fact or a derived figure."""
    label: Words
    """What it is called."""
    note: Words | None = None
    """A quiet word under it."""


class StoryEntry(Entry):
    """The front matter of a story."""

    title: Words
    """The story's title, plain words with [[id]] for figures."""
    description: Words | None = None
    """A sentence for search engines."""
    kicker: Words | None = None
    """A word above the title."""
    lead: Words | None = None
    """The standfirst."""
    nav: Words | None = None
    """Its name in the menu; needed when the title holds a figure."""
    order: Annotated[int, Field(ge=0), WithJsonSchema({"type": ["string", "integer"], **_WHOLE, "minimum": 0})] = 1000
    """Its place in the menu."""
    menu: Literal["main", "foot"] = "main"
    """Which menu it stands in."""
    keys: tuple[KeyFigureEntry, ...] = ()
    """Figures printed large at the top."""
    author: Words | None = None
    """Who wrote it, by name."""
    published: PeriodText | None = None
    """The day on which it first appeared."""
    updated: PeriodText | None = None
    """The day of its latest change of substance."""
    tally: Slug | None = None
    """How many promises there are, and what became of them, under the standfirst: promises, or a story that tells."""


def schema_of(model: type[Entry]) -> dict[str, JsonValue]:
    """The JSON Schema of a model, as pydantic makes it: one level of types under `$defs`, keys by the names that are
    typed."""
    return model.model_json_schema(by_alias=True)
