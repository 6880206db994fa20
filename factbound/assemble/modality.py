"""Modality survives: what every article hedges, no words of ours say outright."""

from collections.abc import Iterator, Mapping

from factbound.language.speech import leaves_open
from factbound.ledger import Chart, Figure, Texts
from factbound.problems import Code, Problem
from factbound.read.book import Book, Entered
from factbound.read.content import Content
from factbound.read.entries import ChartEntry, Entry

_HINT = "say it as carefully: could, plans to, is expected to, a goal, a promise, a forecast, in this language"


def unhedged(
    book: Book, content: Content, figures: Mapping[str, Figure], charts: Mapping[str, Chart]
) -> Iterator[Problem]:
    """Statements, sentences of a reading, labels, titles and alternative texts that say outright what is hedged
    wherever it was read."""
    for name, figure in figures.items():
        entered: Entered[Entry] = book.derived[name] if figure.derivation else book.facts[name]  # type: ignore[assignment]
        if figure.hedged:
            yield from _outright(figure, entered, "statement", texts=figure.statement)
        for n, reading in enumerate(figure.readings):
            if reading.hedge and reading.says:
                yield from _outright(figure, entered, "readings", n, "says", texts=reading.says)
    for name, chart in charts.items():
        yield from _in_chart(chart, content.charts[name])


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
    hedges = ", ".join(dict.fromkeys(f"“{reading.hedge}”" for reading in figure.readings if reading.hedge))
    told = f"the articles say it under {hedges}" if hedges else "it rests on what the articles hedge"
    for language, words in texts.items():
        parts = (*words.parts, " ", *(under[language].parts if under else ()))
        text = "".join(part for part in parts if isinstance(part, str))
        if text.strip() and not leaves_open(text, language):
            message = f'this says "{figure.id}" outright; {told}'
            yield Problem(entered.where(*at, language), message, Code.UNHEDGED, _HINT)
