"""Corrections and removed facts assembled."""

from collections.abc import Mapping

from factbound.assemble.context import AssemblyContext
from factbound.ledger import Correction, Figure, Removed
from factbound.problems import Code, Problem
from factbound.read.book import Book


def corrections_of(book: Book, figures: Mapping[str, Figure], context: AssemblyContext) -> tuple[Correction, ...]:
    found = []
    for entered in book.corrections:
        entry = entered.entry
        figure = context.figure(figures, entry.fact, entered, "fact")
        texts = [context.needed(getattr(entry, key), entered, key, gated=key == "why") for key in ("was", "now", "why")]
        if figure:
            found.append(Correction(figure, entry.date, *texts))
    return tuple(sorted(found, key=lambda correction: correction.date.first, reverse=True))


def removed_of(book: Book, figures: Mapping[str, Figure], context: AssemblyContext) -> tuple[Removed, ...]:
    found = []
    for name, entered in book.removed.items():
        entry = entered.entry
        if name in figures:
            context.problems.append(
                Problem(entered.where("id"), f'"{name}" is still a fact', Code.DUPLICATE_ID, "delete it here, or there")
            )
        instead = context.figure(figures, entry.instead, entered, "instead") if entry.instead else None
        found.append(Removed(name, entry.date, context.needed(entry.why, entered, "why"), instead))
    return tuple(found)
