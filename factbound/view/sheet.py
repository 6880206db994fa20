"""The fact-check sheet: every number that the stories print, in reading order, with what stands behind it and room for
initials.

Tables that are made from the ledger repeat facts and are left out; figures that no story prints come last, so that each
figure of the ledger is on the sheet.
"""

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from jinja2 import Environment
from markupsafe import Markup

from factbound.language.sentences import sentence_around
from factbound.ledger import Chart, Figure, Row
from factbound.read.markdown import runs_of
from factbound.read.prose import BLOCKS, TOKEN, Mention, Phrase
from factbound.read.stories import Story
from factbound.view.pages.theme import render
from factbound.view.parts.footnotes import InputView, ReadingView, doubts, input_views, reading_views
from factbound.view.parts.tables import row_amount
from factbound.view.telling.links import Links
from factbound.view.telling.teller import Teller

DAGGER = "†"
"""Stands for a footnote that prints no number."""


@dataclass(frozen=True, slots=True)
class Backing:
    """What stands behind a number: what was read, or what it was worked out from; a statement alone for what the
    program counted."""

    figure: str
    kind: str
    statement: str
    readings: tuple[ReadingView, ...] = ()
    operation: str = ""
    inputs: tuple[InputView, ...] = ()
    verdict: str = ""
    doubts: tuple[str, ...] = ()
    checked_by: str = ""
    checked_on: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A number as it stands in its sentence. `first` is the line on which its backing is told; the line itself, or one
    before it."""

    number: int
    place: str
    before: str
    printed: str
    after: str
    backing: Backing
    first: int

    @property
    def sentence(self) -> str:
        """The whole sentence."""
        return f"{self.before}{self.printed}{self.after}".strip()


@dataclass(frozen=True, slots=True)
class Part:
    """The lines of a story; those of no story have no file."""

    title: str
    file: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """The sheet in one language."""

    language: str
    site: str
    parts: tuple[Part, ...]
    articles: tuple[tuple[str, str, str], ...]
    """The publisher, date and address of each article."""

    @property
    def lines(self) -> tuple[Line, ...]:
        """Every line, in reading order."""
        return tuple(line for part in self.parts for line in part.lines)


def sheet(tell: Teller) -> Sheet:
    """The sheet in the teller's language."""
    desk = _Desk(tell, Links("sheet/", tell.language))
    ledger = tell.ledger
    parts = [
        Part(tell.phrase(story.title), story.file, tuple(desk.story(story)))
        for story in ledger.stories
        if story.language == tell.language
    ]
    unprinted = [figure for figure in ledger.figures.values() if figure.id not in desk.told]
    rest = tuple(desk.line("", "", tell.text(figure.statement), "", desk.backing(figure)) for figure in unprinted)
    if rest:
        parts.append(Part(tell.word("not-printed"), "", rest))
    articles = tuple(
        (source.publisher, tell.speller.date(source.published), source.address) for source in ledger.sources.values()
    )
    return Sheet(tell.language, ledger.title, tuple(part for part in parts if part.lines), articles)


@dataclass(slots=True)
class _Desk:
    """Where lines are numbered and the first of each figure is remembered."""

    tell: Teller
    links: Links
    told: dict[str, int] = field(default_factory=dict)
    count: int = 0

    def line(self, place: str, before: str, printed: str, after: str, backing: Backing) -> Line:
        self.count += 1
        first = self.told.setdefault(backing.figure, self.count) if backing.figure else self.count
        return Line(self.count, place, before, printed, after, backing, first)

    def story(self, story: Story) -> Iterator[Line]:
        """The numbers of a story: those above its body, those of the body with its charts, those of its description."""
        for phrase in (story.kicker, story.title, story.lead):
            yield from self.phrase(phrase)
        for key in story.keys:
            yield from self.sentences(
                (*key.figure.parts, " · ", *key.label.parts, *((" · ", *key.note.parts) if key.note else ()))
            )
        for run in runs_of(story.body.html):
            mentions = [story.body.mentions[int(token[1])] for token in TOKEN.finditer(run)]
            if len(mentions) == 1 and mentions[0].kind in BLOCKS:
                yield from self.block(mentions[0])
            else:
                yield from self.sentences(_alternating(TOKEN.sub("\0", run).split("\0"), mentions))
        yield from self.phrase(story.description)

    def phrase(self, phrase: Phrase | None, place: str = "") -> Iterator[Line]:
        yield from self.sentences(phrase.parts if phrase else (), place)

    def block(self, mention: Mention) -> Iterator[Line]:
        """A chart: its words, then its marks in their order. A table of the ledger repeats facts and has no lines."""
        chart = self.tell.ledger.charts.get(mention.target)
        if chart is None:
            return
        place, language = _place(mention), self.tell.language
        if mention.kind != "table":
            own = chart.compares if chart.compares and not chart.compares.figure else None
            for texts in (chart.title, chart.lead, chart.alt, chart.note, *((own.why, own.caveat) if own else ())):
                yield from self.phrase(texts[language] if texts else None, place)
        for row in chart.rows:
            label = " ".join(filter(None, (self.tell.text(row.label), self.tell.text(row.context))))
            yield self.line(
                place,
                f"{self.tell.text(chart.title)} · {label}{self.tell.word('colon')} ",
                self.amount(chart, row),
                "",
                self.backing(row.figure),
            )

    def amount(self, chart: Chart, row: Row) -> str:
        return row_amount(chart, row, self.tell) or self.tell.text(row.figure.statement)

    def sentences(self, parts: tuple[str | Mention, ...], place: str = "") -> Iterator[Line]:
        """The numbers among these words, each in its sentence."""
        words = [part if isinstance(part, str) else self.words(part) for part in parts]
        starts = [sum(map(len, words[:n])) for n in range(len(words))]
        text = "".join(words)
        for part, start, printed in zip(parts, starts, words, strict=True):
            if isinstance(part, str) or (backing := self.backing_of(part)) is None:
                continue
            low, high = sentence_around(text, start, start + len(printed))
            yield self.line(place or _place(part), text[low:start], printed, text[start + len(printed) : high], backing)

    def words(self, mention: Mention) -> str:
        """What a mention prints; a footnote alone is a dagger, since it stands for what the sentence claims."""
        if mention.spot == "code":
            return mention.source
        return DAGGER if mention.kind == "cite" else self.tell.mention(mention)

    def backing_of(self, mention: Mention) -> Backing | None:
        """What stands behind a mention; None where it prints no number and no footnote."""
        ledger = self.tell.ledger
        name, _, paragraph = mention.target.partition("#")
        match mention.kind:
            case _ if mention.spot == "code":
                return None
            case "figure":
                return self.backing(ledger.figures[name])
            case "cite" if not paragraph:
                return self.backing(ledger.figures[name])
            case "cite":
                return Backing(
                    "",
                    "cite",
                    f"{ledger.sources[name].publisher}, {self.tell.word('paragraph')} {paragraph} "
                    f"({ledger.sources[name].address})",
                )
            case "published":
                source = ledger.sources[name]
                return Backing(
                    "",
                    "published",
                    f"{source.publisher}, {source.address}. {self.tell.text(source.published_from)}".strip(),
                )
            case "count":
                return Backing("", "count", self.tell.word("sheet-counted"))
            case _:
                return None

    def backing(self, figure: Figure) -> Backing:
        tell, derivation = self.tell, figure.derivation
        return Backing(
            figure.id,
            figure.kind,
            tell.text(figure.statement),
            reading_views(figure, tell, self.links),
            tell.word(f"op-{derivation.operation}") if derivation else "",
            input_views(figure, tell, self.links),
            f"{tell.word(f'verdict-{derivation.verdict}')}{tell.word('colon')} {tell.text(derivation.why)}"
            if derivation
            else "",
            doubts(figure, tell),
            figure.checked_by or "",
            str(figure.checked_on or ""),
        )


def _alternating(texts: list[str], mentions: list[Mention]) -> tuple[str | Mention, ...]:
    """Texts and the mentions between them, in order."""
    parts: list[str | Mention] = [texts[0]]
    for mention, text in zip(mentions, texts[1:], strict=True):
        parts += [mention, text]
    return tuple(parts)


def _place(mention: Mention) -> str:
    return f"{mention.where.path}:{mention.where.line}"


# --- As files --------------------------------------------------------------------------------------------------------


def sheet_html(told: Sheet, tell: Teller, env: Environment, as_of: str) -> bytes:
    """The sheet as one page that needs no other file and prints on A4."""
    style = Markup("<style>\n{}</style>").format(Markup(render(env, "sheet.css")))
    return render(env, "sheet.html", view=told, w=tell.word, style=style, summary=tell.summary(), as_of=as_of).encode()


COLUMNS = (
    "number",
    "place",
    "page",
    "sentence",
    "printed",
    "figure",
    "kind",
    "statement",
    "source",
    "paragraph",
    "source_words",
    "said_by",
    "source_link",
    "verified",
    "worked_out_from",
    "checked_by",
    "checked_on",
    "initials",
    "day",
)


def sheet_csv(told: Sheet) -> bytes:
    """The sheet as comma-separated values, a row for each reading of each number, with a byte order mark for
    spreadsheets."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    for part in told.parts:
        for line in part.lines:
            backing = line.backing
            head = [
                str(line.number),
                line.place,
                part.title,
                line.sentence,
                line.printed.strip(),
                backing.figure,
                backing.kind,
                backing.statement,
            ]
            derived = (
                f"{backing.operation}: {'; '.join(each.text for each in backing.inputs)}" if backing.operation else ""
            )
            tail = [derived, backing.checked_by, backing.checked_on, "", ""]
            for row in [_read(reading) for reading in backing.readings] or [[""] * 6]:
                writer.writerow([_inert(cell) for cell in [*head, *row, *tail]])
    return text.getvalue().encode("utf-8-sig")


def is_empty_sheet(data: bytes) -> bool:
    """Whether it is a sheet as it was written, in which nobody has put initials or a day. A page is printed and not
    filled in."""
    text = data.decode("utf-8-sig", "replace")
    if text.lstrip().startswith("<!doctype html>"):
        return 'class="sign"' in text
    try:
        rows = list(csv.reader(io.StringIO(text)))
    except csv.Error:
        return False
    return bool(rows) and tuple(rows[0]) == COLUMNS and not any("".join(row[-2:]).strip() for row in rows[1:])


def _read(reading: ReadingView) -> list[str]:
    state = "yes" if reading.verified else "excerpt" if reading.excerpt else "no"
    return [
        reading.publisher,
        str(reading.paragraph or ""),
        reading.printed,
        reading.speaker,
        reading.passage_href,
        state,
    ]


_FORMULA = re.compile(r"[=+@\t\r]|-(?!\W?[0-9][\w\s.,%²€$£/]*$)")
"""How a formula begins in a spreadsheet; an amount below zero is none."""


def _inert(cell: str) -> str:
    """A cell that starts no formula in a spreadsheet.

    >>> [_inert(cell) for cell in ("-x", "=1", "-5 %", "-5+x", "a-b")]
    ["'-x", "'=1", '-5 %', "'-5+x", 'a-b']
    """
    return f"'{cell}" if _FORMULA.match(cell) else cell
