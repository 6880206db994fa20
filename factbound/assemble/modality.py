"""Modality survives: what every article hedges, no words of ours say outright."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, zip_longest

from factbound.language.sentences import sentence_around
from factbound.language.speech import leaves_open, speaks
from factbound.ledger import Chart, Figure, Texts
from factbound.problems import Code, Problem
from factbound.read.book import Book, Entered
from factbound.read.content import Content
from factbound.read.entries import ChartEntry, Entry
from factbound.read.markdown import runs_of
from factbound.read.prose import TOKEN, Mention
from factbound.read.stories import Story

_HINT = "say it as carefully: could, plans to, is expected to, a goal, a promise, a forecast, in this language"
_HINT_OF_PROSE = f"{_HINT}; or who says it: she said, according to"


def unhedged(
    book: Book, content: Content, figures: Mapping[str, Figure], charts: Mapping[str, Chart]
) -> Iterator[Problem]:
    """Statements, sentences of a reading or of a story, labels, titles and alternative texts that say outright what is
    hedged wherever it was read."""
    for name, figure in figures.items():
        entered: Entered[Entry] = book.derived[name] if figure.derivation else book.facts[name]  # type: ignore[assignment]
        if figure.hedged:
            yield from _outright(figure, entered, "statement", texts=figure.statement)
        for n, reading in enumerate(figure.readings):
            if reading.hedge and reading.says:
                yield from _outright(figure, entered, "readings", n, "says", texts=reading.says)
    for name, chart in charts.items():
        yield from _in_chart(chart, content.charts[name])
    hedged = {name: figure for name, figure in figures.items() if figure.hedged}
    for story in content.stories if hedged else ():
        yield from _in_story(story, hedged)


def _in_chart(chart: Chart, entered: Entered[ChartEntry]) -> Iterator[Problem]:
    """The same of a chart; its rows are looked at when each of them holds."""
    hedged = [row.figure for row in chart.rows if row.figure.hedged]
    if not hedged:
        return
    yield from _outright(hedged[0], entered, "alt", texts=chart.alt)
    if len(hedged) == len(chart.rows):
        yield from _outright(hedged[0], entered, "title", texts=chart.title)
    if len(chart.rows) == len(entered.entry.figures):
        for n, row in enumerate(chart.rows):
            if row.figure.hedged:
                yield from _outright(row.figure, entered, "figures", n, "label", texts=row.label, under=row.context)


def _outright(
    figure: Figure, entered: Entered[Entry], *at: str | int, texts: Texts, under: Texts | None = None
) -> Iterator[Problem]:
    """That a text, with what stands under it, leaves nothing open, in each language in which it does not."""
    for language, words in texts.items():
        parts = (*words.parts, " ", *(under[language].parts if under else ()))
        text = "".join(part for part in parts if isinstance(part, str))
        if text.strip() and not leaves_open(text, language):
            message = f'this says "{figure.id}" outright; {_told(figure)}'
            yield Problem(entered.where(*at, language), message, Code.UNHEDGED, _HINT)


def _told(figure: Figure) -> str:
    """How the articles say it."""
    hedges = ", ".join(dict.fromkeys(f"“{reading.hedge}”" for reading in figure.readings if reading.hedge))
    return f"the articles say it under {hedges}" if hedges else "it rests on what the articles hedge"


# --- Prose -----------------------------------------------------------------------------------------------------------


def _in_story(story: Story, hedged: Mapping[str, Figure]) -> Iterator[Problem]:
    """The same of the sentences of a story: each that prints or cites such a figure leaves it open, or says that
    somebody says it, or what became of it."""
    for key in story.keys:  # a figure, its label and its note are read as one
        note = (" ", *key.note.parts) if key.note else ()
        yield from _in_sentences((*key.figure.parts, " ", *key.label.parts, *note), story.language, hedged)
    for phrase in filter(None, (story.kicker, story.title, story.lead, story.description)):
        yield from _in_sentences(phrase.parts, story.language, hedged)
    for run in runs_of(story.body.html):
        mentions = [story.body.mentions[int(token[1])] for token in TOKEN.finditer(run)]
        yield from _in_sentences(_alternating(TOKEN.split(run)[::2], mentions), story.language, hedged)


def _alternating(texts: Iterable[str], mentions: Iterable[Mention]) -> tuple[str | Mention, ...]:
    """Texts and the mentions between them, in order."""
    return tuple(part for part in chain(*zip_longest(texts, mentions)) if part)


def _in_sentences(parts: Iterable[str | Mention], language: str, hedged: Mapping[str, Figure]) -> Iterator[Problem]:
    """Each figure that a sentence among these words says outright, once."""
    text, mentioned = "", []
    for part in parts:
        if isinstance(part, Mention):
            mentioned.append((len(text), part))
        text += "†" if isinstance(part, Mention) else part
    told: set[tuple[int, str]] = set()
    for at, mention in mentioned:
        start, end = sentence_around(text, at, at + 1)
        if mention.kind not in {"figure", "cite"} or mention.target not in hedged or (start, mention.target) in told:
            continue
        told.add((start, mention.target))
        judged = any(each.kind == "verdict" for place, each in mentioned if start <= place < end)
        sentence = text[start:end]
        if not (judged or leaves_open(sentence, language) or speaks(sentence, language)):
            message = f'this sentence says "{mention.target}" outright; {_told(hedged[mention.target])}'
            yield Problem(mention.where, message, Code.UNHEDGED, _HINT_OF_PROSE)
