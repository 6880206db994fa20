"""Tables: what each table of the data holds, column by column. CSV, data package, SQLite and their dictionary are all made from here."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Literal, TypeAlias

from factbound.content import Story, story_mentions
from factbound.ledger import Chart, Figure, Input, LeftOut, Location, Measure, Named, Row, Source
from factbound.prose import BLOCKS
from factbound.quantities import Qualifier, Quantity
from factbound.views.data.digest import digest
from factbound.views.links import fact_path
from factbound.views.telling import Teller, shown

Type: TypeAlias = Literal["string", "integer", "number", "boolean", "date", "list"]
"""Types of a column: those of Table Schema (Data Package 2.0). A list's items stand between semicolons."""
Value: TypeAlias = str | int | bool | Decimal | None
SEPARATOR = ";"

STATUSES = ("announced", "planned", "ongoing", "done", "dropped", "estimate", "forecast", "context")
QUALIFIERS = tuple(each.value for each in Qualifier if each is not Qualifier.EXACTLY)
VERDICTS = ("fair", "with-care", "misleading")
KNOWN = ("stated", "inferred")


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


@dataclass(frozen=True, slots=True)
class Filled:
    """A table with its rows, each as long as its columns."""

    table: Table
    rows: tuple[tuple[Value, ...], ...]


def filled(tell: Teller) -> tuple[Filled, ...]:
    """Every table with its rows, words in the teller's language."""
    return tuple(Filled(table, tuple(rows(table, tell))) for table in TABLES)


def rows(table: Table, tell: Teller) -> Iterator[tuple[Value, ...]]:
    """A table's rows."""
    return (tuple(column.of(item, tell) for column in table.columns) for item in table.items(tell))


# --- Parts that several tables have ------------------------------------------------------------------------------------


def _id(thing: Any) -> str | None:
    return thing.id if thing else None


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def _list(names: Iterable[str]) -> str | None:
    return SEPARATOR.join(names) or None


def _day(value: object, known: object) -> str | None:
    """A day in ISO form; None where that end of the period is open."""
    return str(value) if known else None


def _amount(of: Callable[[Any], Quantity | None]) -> tuple[Column, ...]:
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
        Column("qualifier", "string", "Qualifier", "How the amount is qualified; empty for one printed without a qualifier.", qualifier, one_of=QUALIFIERS),
        Column("value", "number", "Value", "The amount in the unit of the column unit; empty where there is no number or a range of two.", part("value")),
        Column("unit", "string", "Unit", "An ISO currency code, %, pp (percentage points), m2, days, years, rank, times, or what is counted; EUR/years is euros per year.", unit),
        Column("lower", "number", "Lower bound", "What the amount is at least, as its qualifier says; empty where no lower bound is known.", part("lower")),
        Column("upper", "number", "Upper bound", "What the amount is at most, as its qualifier says; empty where no upper bound is known.", part("upper")),
    )  # fmt: skip


def _words(name: str, title: str, description: str, of: Callable[[Any, Teller], str], *, required: bool = False) -> Column:
    return Column(name, "string", title, description, lambda item, tell: of(item, tell) or None, required=required)


# --- Facts and readings ------------------------------------------------------------------------------------------------

FACTS = Table(
    "facts", "Facts", "Every figure: a number, a date or a claim, read in the articles (fact) or worked out from others (derived).", ("id",),
    (
        Column("id", "string", "Id", "The fact's name; its page is LANGUAGE/facts/ID/ and its object data/facts/ID.json.", lambda f, t: f.id, required=True),
        Column("kind", "string", "Kind", "fact was read in articles, derived was worked out.", lambda f, t: f.kind, required=True, one_of=("fact", "derived")),
        _words("statement", "Statement", "The claim in the edition's own words, in its first language; the table statements has every language.", lambda f, t: t.text(f.statement), required=True),
        *_amount(shown),
        Column("date", "string", "Date", "For a fact that is a date: the date in EDTF (2031, 2031-05, 2031-05~, 2031/2033).", lambda f, t: _text(f.date)),
        Column("subject", "string", "Subject", "Who or what it is about.", lambda f, t: _id(f.subject), "people.id"),
        Column("place", "string", "Place", "Where.", lambda f, t: _id(f.place), "places.id"),
        Column("measure", "string", "Measure", "The kind of amount.", lambda f, t: _id(f.measure), "measures.id"),
        Column("status", "string", "Status", "Whether it is a promise (announced, planned, forecast), ongoing, reported as done, dropped, an estimate or background.", lambda f, t: f.status, one_of=STATUSES),
        Column("period", "string", "Period", "What it covers, in EDTF.", lambda f, t: _text(f.period)),
        Column("due", "string", "Due", "When a promise should have come true, in EDTF.", lambda f, t: _text(f.due)),
        Column("scope", "list", "Scope", "What the amount covers, where the source says so: ids of the table scopes; fact_scopes has them one a row.", lambda f, t: _list(s.id for s in f.scope)),
        Column("agreement", "string", "Agreement", "Whether its readings agree; empty for a derived figure.", lambda f, t: f.agreement, one_of=("single", "agrees", "differs")),
        Column("articles", "integer", "Articles", "How many articles stand behind it.", lambda f, t: len(f.sources), required=True),
        Column("origins", "integer", "Origins", "How many independent origins those articles descend from.", lambda f, t: len(f.origins), required=True),
        Column("unconfirmed", "boolean", "Unconfirmed", "Whether there is reason to doubt it.", lambda f, t: bool(f.doubt), required=True),
        Column("verdict", "string", "Verdict", "For a derived figure: how fair the comparison is.", lambda f, t: f.derivation.verdict if f.derivation else None, one_of=VERDICTS),
        Column("outcome_of", "string", "Outcome of", "The promise that this tells the outcome of.", lambda f, t: f.outcome_of, "facts.id"),
        Column("first_day", "date", "First day", "The first day that the period may cover; empty where its start is open.", lambda f, t: f.period and _day(f.period.first, f.period.start)),
        Column("last_day", "date", "Last day", "The last day that the period may cover; empty where its end is open.", lambda f, t: f.period and _day(f.period.last, f.period.end)),
        Column("due_day", "date", "Due day", "The last day that the due date may mean.", lambda f, t: f.due and _day(f.due.last, f.due.end)),
        Column("differences", "list", "Differences", "What its readings differ in.", lambda f, t: _list(f.differences)),
        _words("because", "Because", "Why the preferred reading is the one that is printed.", lambda f, t: t.text(f.because)),
        _words("doubt", "Doubt", "Why it is unconfirmed.", lambda f, t: " ".join(t.text(doubt) for doubt in f.doubt)),
        Column("preferred_reading", "string", "Preferred reading", "The reading that is printed; empty for a derived figure.", lambda f, t: _id(f.preferred), "readings.id"),
        Column("digest", "string", "Digest", "SHA-256 over what the fact says, in hexadecimal; it changes when the fact does and at no other time.", lambda f, t: digest(f), required=True),
    ),
    lambda tell: tell.ledger.figures.values(),
)  # fmt: skip

READINGS = Table(
    "readings", "Readings", "What each article prints for a fact: the paragraph, the printed words, the amount, and who said it.", ("id",),
    (
        Column("fact", "string", "Fact", "The fact it is a reading of.", lambda r, t: r.fact, "facts.id", required=True),
        Column("source", "string", "Source", "The article.", lambda r, t: r.source.id, "sources.id", required=True),
        Column("paragraph", "integer", "Paragraph", "The paragraph of the article, the first is 1.", lambda r, t: r.paragraph, required=True),
        _words("printed", "Printed words", "The article's own words that carry the amount, as printed, 100 characters at most.", lambda r, t: r.printed, required=True),
        Column("language", "string", "Language", "The language of the printed words, ISO 639-1.", lambda r, t: r.source.language, required=True),
        *_amount(lambda r: r.quantity),
        Column("date", "string", "Date", "Where the words carry a date: the date in EDTF.", lambda r, t: _text(r.date)),
        Column("said_by", "string", "Said by", "Who said it; the source is who reported it; reporter is the article in its own voice.", lambda r, t: r.said_by.id, "people.id", required=True),
        _words("hedge", "Hedge", "The conditional word it stands under, as printed.", lambda r, t: r.hedge or ""),
        Column("origin", "string", "Origin", "The announcement, release or study that this reading descends from.", lambda r, t: r.origin.id, "origins.id", required=True),
        Column("verified", "boolean", "Verified", "Whether a machine found the words, and the amount in them, in the archived article.", lambda r, t: r.verified, required=True),
        Column("preferred", "boolean", "Preferred", "Whether it is the reading that is printed.", lambda r, t: r.preferred, required=True),
        Column("id", "string", "Id", "The fact's id, a dot, and its position among the readings, from 1.", lambda r, t: r.id, required=True),
        _words("means", "Meaning", "The edition's translation of the printed words into its first language, where they are in another one.", lambda r, t: t.text(r.means) if r.means and t.language in r.means else ""),
        _words("vouched", "Vouched", "Where a person vouches that the words carry the amount: why.", lambda r, t: t.text(r.vouched)),
        Column("status", "string", "Status", "The status as this article tells it.", lambda r, t: r.status, one_of=STATUSES),
        Column("place", "string", "Place", "The place as this article tells it.", lambda r, t: _id(r.place), "places.id"),
        Column("period", "string", "Period", "The period as this article tells it, in EDTF.", lambda r, t: _text(r.period)),
        Column("scope", "list", "Scope", "What the amount covers as this article tells it.", lambda r, t: _list(s.id for s in r.scope)),
        Column("start", "integer", "Start", "Where the words start in the archived text that the source's sha256 names, in Unicode characters from 0 (NFC, line ends counted); empty where not verified.", lambda r, t: r.at[0] if r.at else None),
        Column("end", "integer", "End", "Where they end: the position after their last character.", lambda r, t: r.at[1] if r.at else None),
    ),
    lambda tell: tell.ledger.readings,
)  # fmt: skip

STATEMENTS = Table(
    "statements", "Statements", "Every fact in every language of the edition: its statement, and its amount as it is spelled there.", ("fact", "language"),
    (
        Column("fact", "string", "Fact", "The fact.", lambda s, t: s[0].id, "facts.id", required=True),
        Column("language", "string", "Language", "The language, ISO 639-1.", lambda s, t: s[1].language, required=True),
        _words("statement", "Statement", "The claim in the edition's own words.", lambda s, t: s[1].text(s[0].statement), required=True),
        _words("spelled", "Spelled", "The amount or date as pages in this language print it, qualifier included.", lambda s, t: s[1].figure(s[0]).text),
        Column("page", "string", "Page", "The fact's page, from the root of the site.", lambda s, t: f"/{fact_path(s[1].language, s[0].id)}", required=True),
    ),
    lambda tell: _statements(tell),
)  # fmt: skip


def _statements(tell: Teller) -> Iterator[tuple[Figure, Teller]]:
    tellers = [tell if language == tell.language else Teller(tell.ledger, language) for language in tell.ledger.languages]
    return ((figure, each) for figure in tell.ledger.figures.values() for each in tellers)


# --- Articles and where they come from ---------------------------------------------------------------------------------

SOURCES = Table(
    "sources", "Sources", "The articles: publisher, address, date, how each of these is known, and the origin they descend from.", ("id",),
    (
        Column("id", "string", "Id", "The article's name; its page is LANGUAGE/sources/ID/.", lambda s, t: s.id, required=True),
        Column("language", "string", "Language", "The language of the article, ISO 639-1.", lambda s, t: s.language, required=True),
        Column("address", "string", "Address", "Where it was published.", lambda s, t: s.address, required=True),
        Column("publisher", "string", "Publisher", "Who published it.", lambda s, t: s.publisher, required=True),
        Column("publisher_known", "string", "Publisher known", "Whether the text states its publisher or it was inferred.", lambda s, t: s.publisher_known, required=True, one_of=KNOWN),
        Column("published", "string", "Published", "When it appeared, in EDTF; ~ marks an approximate date.", lambda s, t: str(s.published), required=True),
        Column("published_known", "string", "Published known", "Whether the text states its date or it was inferred.", lambda s, t: s.published_known, required=True, one_of=KNOWN),
        _words("published_from", "Published from", "What the date was inferred from, or where it is stated.", lambda s, t: t.text(s.published_from)),
        _words("title", "Title", "Its headline, where the text carries one.", lambda s, t: s.title or ""),
        Column("origin", "string", "Origin", "The announcement, release or study that it descends from.", lambda s, t: s.origin.id, "origins.id", required=True),
        _words("about", "About", "What it is, in the edition's words.", lambda s, t: t.text(s.about)),
        Column("paragraphs", "integer", "Paragraphs", "How many paragraphs it has.", lambda s, t: s.paragraphs, required=True),
        Column("sha256", "string", "SHA-256", "Of the archived text that readings were held against; empty where there was none.", lambda s, t: s.digest),
        Column("checked", "date", "Checked", "The day of that check.", lambda s, t: _text(s.checked_on)),
    ),
    lambda tell: tell.ledger.sources.values(),
)  # fmt: skip

LEFT_OUT = Table(
    "left_out", "Left out", "What an article prints that no reading uses, and why.", ("source", "position"),
    (
        Column("source", "string", "Source", "The article.", lambda x, t: x[0].id, "sources.id", required=True),
        Column("position", "integer", "Position", "Its place in the article's list, from 1.", lambda x, t: x[1], required=True),
        Column("paragraph", "integer", "Paragraph", "The paragraph.", lambda x, t: x[2].paragraph, required=True),
        _words("printed", "Printed words", "The words that are left out; empty for a whole paragraph.", lambda x, t: x[2].printed or ""),
        _words("why", "Why", "The reason.", lambda x, t: t.text(x[2].why), required=True),
    ),
    lambda tell: _left_out(tell),
)  # fmt: skip


def _left_out(tell: Teller) -> Iterator[tuple[Source, int, LeftOut]]:
    return ((source, n, part) for source in tell.ledger.sources.values() for n, part in enumerate(source.left_out, 1))


ORIGINS = Table(
    "origins", "Origins", "The announcements, releases and studies that the articles descend from: articles of one origin are one witness.", ("id",),
    (
        Column("id", "string", "Id", "The origin's name.", lambda o, t: o.id, required=True),
        _words("name", "Name", "What it is.", lambda o, t: t.text(o.name), required=True),
        Column("kind", "string", "Kind", "What kind of origin.", lambda o, t: o.kind, required=True, one_of=("announcement", "release", "statistics", "study", "interview", "reporting")),
        Column("by", "string", "By", "Who made it.", lambda o, t: o.by.id, "people.id", required=True),
        Column("date", "string", "Date", "When, in EDTF.", lambda o, t: _text(o.date)),
        _words("known", "Known", "How that is known.", lambda o, t: t.text(o.known)),
    ),
    lambda tell: tell.ledger.origins.values(),
)  # fmt: skip

FACT_ORIGINS = Table(
    "fact_origins", "Origins of facts", "Which origins stand behind which fact; a derived figure has those of its inputs.", ("fact", "origin"),
    (
        Column("fact", "string", "Fact", "The fact.", lambda x, t: x[0].id, "facts.id", required=True),
        Column("origin", "string", "Origin", "The origin.", lambda x, t: x[1].id, "origins.id", required=True),
    ),
    lambda tell: _pairs(tell, lambda figure: figure.origins),
)  # fmt: skip

FACT_SOURCES = Table(
    "fact_sources", "Sources of facts", "Which articles stand behind which fact; a derived figure has those of its inputs.", ("fact", "source"),
    (
        Column("fact", "string", "Fact", "The fact.", lambda x, t: x[0].id, "facts.id", required=True),
        Column("source", "string", "Source", "The article.", lambda x, t: x[1].id, "sources.id", required=True),
    ),
    lambda tell: _pairs(tell, lambda figure: figure.sources),
)  # fmt: skip

FACT_SCOPES = Table(
    "fact_scopes", "Scopes of facts", "What the amount of a fact covers.", ("fact", "scope"),
    (
        Column("fact", "string", "Fact", "The fact.", lambda x, t: x[0].id, "facts.id", required=True),
        Column("scope", "string", "Scope", "What it covers.", lambda x, t: x[1].id, "scopes.id", required=True),
    ),
    lambda tell: _pairs(tell, lambda figure: figure.scope),
)  # fmt: skip


def _pairs(tell: Teller, of: Callable[[Figure], Iterable[Any]]) -> Iterator[tuple[Figure, Any]]:
    return ((figure, each) for figure in tell.ledger.figures.values() for each in of(figure))


# --- Worked out --------------------------------------------------------------------------------------------------------

DERIVED = Table(
    "derived", "Derived figures", "How each derived figure was worked out, and how fair the comparison is.", ("id",),
    (
        Column("id", "string", "Id", "The figure.", lambda f, t: f.id, "facts.id", required=True),
        _words("statement", "Statement", "The claim in the edition's own words.", lambda f, t: t.text(f.statement), required=True),
        Column("operation", "string", "Operation", "The named operation.", lambda f, t: f.derivation.operation, required=True, one_of=("sum", "difference", "divide", "multiple", "share", "change", "per-year", "convert")),
        Column("inputs", "list", "Inputs", "What went in, in order: a figure's id, or years(ID) for the calendar years of its period; derived_inputs has them one a row.", lambda f, t: _list(input_names(f)), required=True),
        *_amount(shown),
        Column("significant_figures", "integer", "Significant figures", "How many the least exact input allows; the value is rounded to them.", lambda f, t: f.derivation.figures, required=True),
        Column("verdict", "string", "Verdict", "How fair the comparison is.", lambda f, t: f.derivation.verdict, required=True, one_of=VERDICTS),
        _words("why", "Why", "Why that verdict.", lambda f, t: t.text(f.derivation.why)),
        _words("assumed", "Assumed", "What was assumed.", lambda f, t: t.text(f.derivation.assumed)),
        _words("caveat", "Caveat", "What a reader must know beside a misleading figure.", lambda f, t: t.text(f.derivation.caveat)),
    ),
    lambda tell: tell.ledger.derived,
)  # fmt: skip

DERIVED_INPUTS = Table(
    "derived_inputs", "Inputs of derived figures", "What went into each derived figure, one a row.", ("derived", "position"),
    (
        Column("derived", "string", "Derived figure", "The derived figure.", lambda x, t: x[0].id, "derived.id", required=True),
        Column("position", "integer", "Position", "The input's place in the operation, from 1.", lambda x, t: x[1], required=True),
        Column("input", "string", "Input", "The figure that went in.", lambda x, t: x[2].figure.id, "facts.id", required=True),
        Column("years", "boolean", "Years", "Whether it was the number of calendar years in that figure's period.", lambda x, t: x[2].years, required=True),
        *_amount(lambda x: x[2].amount),
    ),
    lambda tell: _inputs(tell),
)  # fmt: skip


def input_names(figure: Figure) -> list[str]:
    """A derived figure's inputs as the contract writes them."""
    inputs = figure.derivation.inputs if figure.derivation else ()
    return [f"years({each.figure.id})" if each.years else each.figure.id for each in inputs]


def _inputs(tell: Teller) -> Iterator[tuple[Figure, int, Input]]:
    return ((f, n, each) for f in tell.ledger.derived if f.derivation for n, each in enumerate(f.derivation.inputs, 1))


# --- Where figures are printed -----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Printed:
    """A place where a story prints a figure."""

    story: Story
    position: int
    figure: str
    via: str
    form: str
    chart: str


MENTIONS = Table(
    "mentions", "Mentions", "Every place where a story prints a figure, in reading order: in words, as a footnote, or in a chart or table.", ("page", "position"),
    (
        Column("page", "string", "Page", "The story's page, from the root of the site.", lambda m, t: f"/{m.story.url}", required=True),
        Column("position", "integer", "Position", "Its place on that page, from 1.", lambda m, t: m.position, required=True),
        Column("language", "string", "Language", "The page's language, ISO 639-1.", lambda m, t: m.story.language, required=True),
        Column("fact", "string", "Fact", "The figure.", lambda m, t: m.figure, "facts.id", required=True),
        Column("via", "string", "Via", "In words (figure), as a footnote alone (cite), or in a chart, timeline or table.", lambda m, t: m.via, required=True, one_of=("figure", "cite", *sorted(BLOCKS))),
        _words("form", "Form", "How it is spelled, for a figure in words.", lambda m, t: m.form),
        Column("chart", "string", "Chart", "The chart or table it stands in.", lambda m, t: m.chart or None, "charts.id"),
    ),
    lambda tell: _printed(tell),
)  # fmt: skip


def _printed(tell: Teller) -> Iterator[_Printed]:
    """What stories print, counted as the ledger's uses are."""
    ledger = tell.ledger
    for story in ledger.stories:
        position = 0
        for mention in story_mentions(story):
            found: Sequence[tuple[str, str, str]] = ()
            if mention.kind == "figure":
                found = [(mention.target, mention.form, "")]
            elif mention.kind == "cite" and mention.target in ledger.figures:
                found = [(mention.target, "", "")]
            elif mention.kind in BLOCKS and mention.target in ledger.charts:
                found = [(row.figure.id, "", mention.target) for row in ledger.charts[mention.target].rows]
            for figure, form, chart in found:
                position += 1
                yield _Printed(story, position, figure, mention.kind, form, chart)


CHARTS = Table(
    "charts", "Charts", "The charts: what each says and what it draws.", ("id",),
    (
        Column("id", "string", "Id", "The chart's name; its page is LANGUAGE/charts/ID/.", lambda c, t: c.id, required=True),
        Column("form", "string", "Form", "How it draws.", lambda c, t: c.form, required=True),
        _words("title", "Title", "What it finds.", lambda c, t: t.text(c.title), required=True),
        _words("lead", "Lead", "What its marks are.", lambda c, t: t.text(c.lead)),
        _words("alt", "Alternative text", "What a sighted reader takes away.", lambda c, t: t.text(c.alt), required=True),
        _words("note", "Note", "What must be known beside it.", lambda c, t: t.text(c.note)),
    ),
    lambda tell: tell.ledger.charts.values(),
)  # fmt: skip

CHART_FIGURES = Table(
    "chart_figures", "Figures of charts", "Which figures a chart draws, in order, and how it labels them.", ("chart", "position"),
    (
        Column("chart", "string", "Chart", "The chart.", lambda x, t: x[0].id, "charts.id", required=True),
        Column("position", "integer", "Position", "The figure's place in it, from 1.", lambda x, t: x[1], required=True),
        Column("fact", "string", "Fact", "The figure.", lambda x, t: x[2].figure.id, "facts.id", required=True),
        _words("label", "Label", "How it is labelled.", lambda x, t: t.text(x[2].label), required=True),
        _words("context", "Context", "The second part of the label.", lambda x, t: t.text(x[2].context)),
    ),
    lambda tell: _drawn(tell),
)  # fmt: skip


def _drawn(tell: Teller) -> Iterator[tuple[Chart, int, Row]]:
    return ((chart, n, row) for chart in tell.ledger.charts.values() for n, row in enumerate(chart.rows, 1))


CORRECTIONS = Table(
    "corrections", "Corrections", "What was printed wrong, the latest first.", ("position",),
    (
        Column("position", "integer", "Position", "Its place in the list, from 1.", lambda x, t: x[0], required=True),
        Column("fact", "string", "Fact", "The fact.", lambda x, t: x[1].figure.id, "facts.id", required=True),
        Column("date", "string", "Date", "Since when the right figure is printed, in EDTF.", lambda x, t: str(x[1].date), required=True),
        _words("was", "Was", "What was printed.", lambda x, t: t.text(x[1].was), required=True),
        _words("now", "Now", "What is printed.", lambda x, t: t.text(x[1].now), required=True),
        _words("why", "Why", "The reason.", lambda x, t: t.text(x[1].why)),
    ),
    lambda tell: enumerate(tell.ledger.corrections, 1),
)  # fmt: skip


# --- Names -------------------------------------------------------------------------------------------------------------

PEOPLE = Table(
    "people", "People and organisations", "Who the facts are about and who said them.", ("id",),
    (
        Column("id", "string", "Id", "Their name in other tables; reporter is the article in its own voice.", lambda p, t: p.id, required=True),
        _words("name", "Name", "Their name.", lambda p, t: t.name(p), required=True),
        Column("voice", "string", "Voice", "In what capacity they speak.", lambda p, t: p.voice, required=True),
        _words("role", "Role", "What they do.", lambda p, t: t.text(p.role)),
        Column("of", "string", "Of", "The organisation a person speaks for, or a company's parent.", lambda p, t: _id(p.of), "people.id"),
        _words("doubt", "Doubt", "Why there is reason to doubt what they say.", lambda p, t: t.text(p.doubt)),
    ),
    lambda tell: tell.ledger.people.values(),
)  # fmt: skip

PLACES = Table(
    "places", "Places", "The places that facts name, and those they lie in.", ("id",),
    (
        Column("id", "string", "Id", "The place's name in other tables.", lambda p, t: p.id, required=True),
        _words("name", "Name", "Its name.", lambda p, t: t.text(p.name), required=True),
        Column("kind", "string", "Kind", "What kind of place.", lambda p, t: p.kind, required=True),
        Column("within", "string", "Within", "The place it lies in.", lambda p, t: _id(p.within), "places.id"),
        Column("latitude", "number", "Latitude", "In degrees north (WGS 84).", lambda p, t: Decimal(str(p.at[0])) if p.at else None),
        Column("longitude", "number", "Longitude", "In degrees east (WGS 84).", lambda p, t: Decimal(str(p.at[1])) if p.at else None),
    ),
    lambda tell: _places(tell),
)  # fmt: skip


def _places(tell: Teller) -> Iterable[Location]:
    """The places of figures and readings, each after the place it lies in."""
    found: dict[str, Location] = {}

    def add(place: Location | None) -> None:
        if place and place.id not in found:
            add(place.within)
            found[place.id] = place

    for figure in tell.ledger.figures.values():
        add(figure.place)
        for reading in figure.readings:
            add(reading.place)
    return found.values()


MEASURES = Table(
    "measures", "Measures", "The kinds of amounts.", ("id",),
    (
        Column("id", "string", "Id", "The measure's name in other tables.", lambda m, t: m.id, required=True),
        _words("name", "Name", "Its name.", lambda m, t: t.text(m.name), required=True),
        Column("dimension", "string", "Dimension", "What is measured.", lambda m, t: m.dimension, required=True, one_of=("money", "count", "area", "duration", "share", "rank", "ratio", "date")),
        Column("over", "string", "Over", "Whether it is an amount at a moment (stock) or over a time (flow).", lambda m, t: m.over, one_of=("stock", "flow")),
    ),
    lambda tell: _measures(tell),
)  # fmt: skip


def _measures(tell: Teller) -> Iterable[Measure]:
    return {f.measure.id: f.measure for f in tell.ledger.figures.values() if f.measure}.values()


SCOPES = Table(
    "scopes", "Scopes", "What amounts cover.", ("id",),
    (
        Column("id", "string", "Id", "The scope's name in other tables.", lambda s, t: s.id, required=True),
        _words("name", "Name", "Its name.", lambda s, t: t.text(s.name), required=True),
    ),
    lambda tell: _scopes(tell),
)  # fmt: skip


def _scopes(tell: Teller) -> Iterable[Named]:
    figures = tell.ledger.figures.values()
    return {s.id: s for f in figures for scope in (f.scope, *(r.scope for r in f.readings)) for s in scope}.values()


TABLES = (FACTS, READINGS, SOURCES, ORIGINS, DERIVED, DERIVED_INPUTS, MENTIONS, STATEMENTS, FACT_ORIGINS, FACT_SOURCES, FACT_SCOPES, LEFT_OUT, CHARTS,
          CHART_FIGURES, CORRECTIONS, PEOPLE, PLACES, MEASURES, SCOPES)  # fmt: skip
"""Every table, those that people look for first."""
