"""Mentions held against figures: what is mentioned exists and can be printed so, and nothing else is a number."""

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from urllib.parse import unquote

from factbound.assemble.chart_verdicts import leading_faults
from factbound.assemble.context import AssemblyContext
from factbound.ledger import Chart, Figure, Source
from factbound.problems import NO_FIGURE, Code, Problem, Where, did_you_mean
from factbound.read.book import Book, unknown
from factbound.read.content import PICTURES, Content
from factbound.read.prose import BareNumber, Mention
from factbound.read.stories import Story, story_mentions
from factbound.values.vocabulary import PROMISE_VERDICTS

COUNTS = (
    "sources",
    "origins",
    "facts",
    "readings",
    "derived",
    "charts",
    "verified",
    "disagreements",
    "refused",
    "unconfirmed",
    "single-origin",
    "excerpts",
    "later-facts",
    "later-disagreements",
    "promises",
    "claims",
    *PROMISE_VERDICTS,
)
"""What [[count:…]] can count."""

TABLES = ("disagreements", "speakers", "comparisons", "refused", "unconfirmed", "sources", "excerpts", "verdicts")
"""Tables that are made from the ledger; every chart's table has the chart's name."""


def judge_mentions(
    context: AssemblyContext,
    book: Book,
    content: Content,
    figures: Mapping[str, Figure],
    charts: Mapping[str, Chart],
    sources: Mapping[str, Source],
) -> None:
    """Note every mention that names nothing, or asks for what its figure does not have."""
    told = frozenset({*book.facts, *book.derived})
    in_stories = [(mention, "") for story in content.stories for mention in story_mentions(story)]
    for mention, owner in [*context.mentions, *in_stories]:
        context.problems += mention_faults(mention, owner, book, told, figures, charts, sources, context.broken)
    context.problems += _link_faults(content)
    context.problems += leading_faults(content, charts)
    for name in TABLES:
        if name in content.charts:
            context.problems.append(
                Problem(
                    content.charts[name].where("id"),
                    f'"{name}" is the name of a table',
                    Code.BAD_ID,
                    "give the chart another id",
                )
            )


def mention_faults(
    mention: Mention,
    owner: str,
    book: Book,
    told: frozenset[str],
    figures: Mapping[str, Figure],
    charts: Mapping[str, Chart],
    sources: Mapping[str, Source],
    broken: frozenset[str],
) -> Iterator[Problem]:
    """Why a mention in the entry `owner`, or in a story, cannot be printed: it names nothing that is `told`, or asks
    for what its figure does not have. What is `broken` is a problem already."""
    match mention.kind:
        case "figure":
            yield from _figure_faults(mention, owner, figures, told, broken)
        case "cite":
            yield from _cite_faults(mention, told, sources, book, broken)
        case "published" if mention.target not in book.sources and mention.target not in broken:
            yield unknown("source", mention.target, set(book.sources), mention.where)
        case "promise" | "verdict" if mention.target not in book.promises and mention.target not in broken:
            yield _nothing(mention, book.promises)
        case "count" if mention.target not in COUNTS:
            yield _nothing(mention, COUNTS)
        case "table" if mention.target not in TABLES and mention.target not in charts and mention.target not in broken:
            yield _nothing(mention, [*TABLES, *charts])
        case "chart" | "timeline" if mention.target not in charts and mention.target not in broken:
            yield _nothing(mention, charts)
        case _:
            pass


def _link_faults(content: Content) -> Iterator[Problem]:
    """Links and pictures in stories that lead nowhere."""
    stories = {story.path: story for story in content.stories}
    for story in content.stories:
        yield from _tally_faults(story, stories)
        for link in story.body.links:
            address, _, anchor = link.target.partition("#")
            path = posixpath.normpath(f"{story.folder}/{unquote(address)}") if address else story.path
            if path in content.pictures:
                continue
            if path not in stories:
                own = [name for name in stories if name.startswith(f"{story.language}/")]
                hint = did_you_mean(address, [posixpath.relpath(name, story.folder) for name in own])
                if hint is None and Path(address).suffix.lower() in PICTURES:
                    hint = f"put the picture into content/{story.folder}/, beside the story"
                yield Problem(
                    link.where,
                    f'there is no story or picture "{address}"',
                    Code.BROKEN_LINK,
                    hint or "a story is linked by its file, such as method.md",
                )
            elif anchor and anchor not in {heading.anchor for heading in stories[path].body.headings}:
                known = [heading.anchor for heading in stories[path].body.headings]
                yield Problem(
                    link.where,
                    f'no heading of {path} has the anchor "{anchor}"',
                    Code.BROKEN_LINK,
                    did_you_mean(anchor, known),
                )


def _tally_faults(story: Story, stories: Iterable[str]) -> Iterator[Problem]:
    """A tally that leads to a story that is not there."""
    if story.tally in {None, "promises"} or f"{story.language}/{story.tally}.md" in stories:
        return
    names = [Path(name).stem for name in stories if name.startswith(f"{story.language}/")]
    hint = did_you_mean(str(story.tally), names) or "tally: names a story, or promises for their index"
    message = f'there is no story "{story.tally}" in {story.language}'
    yield Problem(Where(story.file), message, Code.BROKEN_LINK, hint)


def _nothing(mention: Mention, known: Iterable[str]) -> Problem:
    names = sorted(known)
    hint = did_you_mean(mention.target, names) or (f"one of {', '.join(names)}" if 0 < len(names) < 12 else None)
    return Problem(mention.where, f'there is no {mention.kind} "{mention.target}"', Code.BAD_MENTION, hint)


def _figure_faults(
    mention: Mention, owner: str, figures: Mapping[str, Figure], told: frozenset[str], broken: frozenset[str]
) -> Iterator[Problem]:
    figure = figures.get(mention.target)
    if figure is None:
        if mention.target not in told and mention.target not in broken:
            hint = did_you_mean(mention.target, told) or NO_FIGURE
            yield Problem(mention.where, f'there is no figure "{mention.target}"', Code.UNKNOWN_FIGURE, hint)
        return
    match mention.form:
        case "full" | "short" | "bare" | "words" | "with-caveat" if figure.quantity is None and figure.date is None:
            hint = f"for a footnote alone write [[cite:{figure.id}]]"
            yield Problem(mention.where, f'"{figure.id}" has no number to print', Code.NO_NUMBER, hint)
        case "bare" | "words" if figure.quantity is None:
            yield Problem(
                mention.where,
                f'"{figure.id}" is a date',
                Code.NO_NUMBER,
                f"write [[{figure.id}]] or [[{figure.id}|year]]",
            )
        case "due" if figure.due is None:
            yield Problem(mention.where, f'"{figure.id}" has no due date', Code.NO_NUMBER)
        case "period" if figure.period is None:
            yield Problem(mention.where, f'"{figure.id}" has no period', Code.NO_NUMBER)
        case "from" if figure.period is None or figure.period.start is None:
            yield Problem(mention.where, f'"{figure.id}" has no period with a start', Code.NO_NUMBER)
        case "until" if figure.period is None or figure.period.end is None:
            yield Problem(mention.where, f'"{figure.id}" has no period with an end', Code.NO_NUMBER)
        case "year" if (when := figure.date or figure.period) is None or when.start is None:
            yield Problem(mention.where, f'"{figure.id}" has no date', Code.NO_NUMBER)
        case _:
            pass
    if mention.touched and mention.form in _AMOUNT_FORMS and not _is_its_unit(mention, figure):
        message = f"“{mention.touched}” beside {mention.source} would be read with its number"
        yield Problem(mention.where, message, Code.BAD_MENTION, "a figure brings its own unit, sign and scale")
    misleading = figure.derivation is not None and figure.derivation.verdict == "misleading"
    if (
        misleading and mention.form != "with-caveat" and owner != mention.target
    ):  # its own page prints the caveat anyway
        hint = f"write [[{figure.id}|with-caveat]], which prints the caveat beside it"
        yield Problem(mention.where, f'"{figure.id}" misleads without its caveat', Code.NEEDS_CAVEAT, hint)
    if mention.form == "with-caveat" and not misleading:
        yield Problem(
            mention.where, f'"{figure.id}" has no need of a caveat', Code.BAD_MENTION, f"write [[{figure.id}]]"
        )


_AMOUNT_FORMS = frozenset({"full", "short", "bare", "words", "with-caveat"})


def _is_its_unit(mention: Mention, figure: Figure) -> bool:
    """Whether what hangs on a bare number is the unit that it has: [[share|bare]] %."""
    if figure.quantity is None:
        return True
    shares = {"%", "percent", "per cent", "pour cent", "procent", "Prozent"}
    return mention.form in {"bare", "words"} and figure.quantity.unit.code == "%" and mention.touched in shares


def _cite_faults(
    mention: Mention, told: frozenset[str], sources: Mapping[str, Source], book: Book, broken: frozenset[str]
) -> Iterator[Problem]:
    name, hash_, paragraph = mention.target.partition("#")
    if not hash_:
        if name not in told and name not in broken:
            yield unknown("fact", name, set(told), mention.where)
        return
    if name not in book.sources:
        if name not in broken:
            yield unknown("source", name, set(book.sources), mention.where)
        return
    if book.sources[name].entry.seen:
        message = f'of "{name}" an excerpt was seen, whose paragraphs are not known'
        yield Problem(mention.where, message, Code.EXCERPT, "cite the fact that it is read for: [[cite:fact]]")
        return
    count = book.sources[name].entry.paragraphs or 0
    if not re.fullmatch("[1-9][0-9]{0,3}", paragraph) or int(paragraph) > count:
        yield Problem(
            mention.where, f'"{name}" has {count} paragraphs, and no paragraph "{paragraph}"', Code.BAD_PARAGRAPH
        )


# --- Numbers without a fact ------------------------------------------------------------------------------------------


def judge_bare(context: AssemblyContext, content: Content, figures: Mapping[str, Figure]) -> None:
    """Note every number that no mention prints, with the figure that has this value, if one does."""
    valued = _by_value(figures.values())
    stories = [
        number
        for story in content.stories
        for number in (*(b for phrase in story.phrases for b in phrase.bare), *story.body.bare)
    ]
    for number in [*context.bare, *stories]:
        context.problems.append(
            Problem(number.where, f"no fact stands behind “{number.text}”", Code.BARE_NUMBER, _hint(number, valued))
        )


def _by_value(figures: Iterable[Figure]) -> dict[Decimal, str]:
    """How to print each value that a figure has: its amount, else the year of its date or period."""
    found: dict[Decimal, str] = {}
    for figure in figures:
        if figure.quantity and figure.quantity.value is not None:
            found.setdefault(figure.quantity.value, f"[[{figure.id}]]")
    for figure in figures:
        if figure.date and figure.date.start:
            found.setdefault(Decimal(figure.date.start.year), f"[[{figure.id}|year]]")
        for form, moment in (
            ("from", figure.period and figure.period.start),
            ("until", figure.period and figure.period.end),
        ):
            if moment:
                found.setdefault(Decimal(moment.year), f"[[{figure.id}|{form}]]")
    return found


_TELLING = 20
"""Smaller whole numbers are counted in many a sentence: that a figure has the value of one says nothing."""


def _hint(number: BareNumber, valued: Mapping[Decimal, str]) -> str:
    for value in number.values:
        if isinstance(value, Decimal) and value in valued and (abs(value) >= _TELLING or value % 1):
            return f"write {valued[value]}"
    return "record it as a fact and mention that; for a name or an ordinal write [[name:…]] or [[ordinal:…]]"
