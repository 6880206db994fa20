"""Lineage: where a figure comes from, down to paragraphs, as lines of text."""

from collections.abc import Iterator

from factbound.ledger import Derivation, Figure, Ledger
from factbound.view.telling.teller import Teller


def lineage(figure: Figure, ledger: Ledger) -> Iterator[str]:
    """A figure and everything under it, indented by depth."""
    return _lines(figure, Teller(ledger, ledger.languages[0]), "")


def _lines(figure: Figure, tell: Teller, indent: str) -> Iterator[str]:
    amount = tell.figure(figure).text
    yield f"{indent}{figure.id}{f': {amount}' if amount else ''}"
    yield f"{indent}  {tell.text(figure.statement)}"
    details = (
        tell.word(f"status-{figure.status}") if figure.status else "",
        tell.speller.date(figure.period) if figure.period else "",
        tell.support(figure),
        tell.agreement(figure),
    )
    yield f"{indent}  {' · '.join(filter(None, details))}"
    for doubt in figure.doubt:
        yield f"{indent}  {tell.word('unconfirmed-long')}: {tell.text(doubt)}"
    for reading in figure.readings:
        mark = "→" if reading.preferred else " "
        spoken = (
            f", {tell.word('said-by').lower()} {tell.name_inside(reading.said_by)}"
            if reading.said_by.voice != "reporter"
            else ""
        )
        yield (
            f"{indent}  {mark} {reading.source.id}, {tell.place(reading)}: “{reading.printed}”{spoken} "
            f"({tell.checked(reading)})"
        )
    if figure.because:
        yield f"{indent}  {tell.word('because')}: {tell.text(figure.because)}"
    if figure.derivation:
        yield from _worksheet(figure.derivation, tell, indent)


def _worksheet(derivation: Derivation, tell: Teller, indent: str) -> Iterator[str]:
    yield (
        f"{indent}  = {tell.word(f'op-{derivation.operation}')}; {tell.word(f'verdict-{derivation.verdict}')}: "
        f"{tell.text(derivation.why)}"
    )
    for each in derivation.inputs:
        if each.years:
            yield f"{indent}    {tell.speller.quantity(each.amount).text} ({tell.word('years-of')} {each.figure.id})"
        else:
            yield from _lines(each.figure, tell, f"{indent}    ")
