"""How much of what an edition reads in its articles `propose` offers, from the texts and the edition's lists alone.

python benchmarks/propose.py ARCHIVE [--project DIR] [--misses]
"""

import argparse
from pathlib import Path

from factbound.desk.lists import lists_of
from factbound.desk.propose import Proposal, propose
from factbound.prove.archive import read_archive
from factbound.prove.verify import span_of
from factbound.read.book import Book, read_book
from factbound.read.context import ReadContext
from factbound.read.entries import ReadingEntry
from factbound.values.quantities import parse_quantity


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("archive", type=Path)
    parser.add_argument("--project", type=Path, default=Path())
    parser.add_argument("--misses", action="store_true")
    options = parser.parse_args()
    root = options.project.resolve()
    book = read_book(root / "facts", ReadContext(root))
    readings = [
        (source, text, each)
        for source, text in read_archive(options.archive, []).items()
        if source in book.sources
        for fact in book.facts.values()
        for each in fact.entry.readings
        if each.source == source and (each.quantity or each.date)
    ]
    scores = {"offered": 0, "right": 0, "held": 0, "speaker": 0}
    made: dict[str, tuple[Proposal, ...]] = {}
    for source, text, each in readings:
        if source not in made:
            made[source] = offers(book, source, text.paragraphs)
        best = best_of(made[source], each, text.paragraphs)
        scores["offered"] += best is not None
        scores["right"] += best is not None and is_right(best, each)
        scores["held"] += best is not None and not best.faults
        scores["speaker"] += best is not None and best.said_by == each.said_by
        if options.misses and (best is None or not is_right(best, each) or best.faults or best.said_by != each.said_by):
            wanted = f"{source}#{each.paragraph} {each.printed!r} = {each.quantity or each.date}, {each.said_by}"
            got = best and f"{best.printed!r} = {best.quantity or best.date}, {best.said_by} {'; '.join(best.faults)}"
            print(f"{wanted}\n    {got or 'nothing'}")
    total, offered = len(readings), scores["offered"]
    print(f"readings with an amount or a date: {total}, in {len(made)} articles")
    for name, of in [("offered", total), ("right", offered), ("held", offered), ("speaker", offered)]:
        print(f"{name:>8}: {scores[name]:3} of {of} ({scores[name] / of:.1%})")
    print(f"proposals in all: {sum(map(len, made.values()))}")


def offers(book: Book, source: str, paragraphs: tuple[str, ...]) -> tuple[Proposal, ...]:
    entry = book.sources[source].entry
    published = entry.published.date.start
    return propose(paragraphs, lists_of(book, entry.language, paragraphs), published.year if published else None)


def best_of(made: tuple[Proposal, ...], each: ReadingEntry, paragraphs: tuple[str, ...]) -> Proposal | None:
    """The proposal that an editor would find at these words."""
    assert each.paragraph
    start, end = span_of(each.printed, paragraphs[each.paragraph - 1], each.after)
    there = [
        one
        for one in made
        if one.paragraph == each.paragraph
        and one.start < end
        and start < one.end
        and bool(one.quantity) == bool(each.quantity)
    ]
    return max(there, key=lambda one: is_right(one, each), default=None)


def is_right(one: Proposal, each: ReadingEntry) -> bool:
    """Whether value, unit and qualifier, or the date, are the edition's."""
    if each.date:
        return one.date == str(each.date)
    try:
        return one.quantity is not None and parse_quantity(one.quantity) == each.quantity
    except ValueError:
        return False


if __name__ == "__main__":
    main()
