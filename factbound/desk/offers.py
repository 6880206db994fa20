"""Offers: what an article prints and nothing uses, and what it gave, as YAML and as lines of text."""

from collections.abc import Mapping

from factbound.desk.draft import fact_of, given, left_out_of, unused, uses, yaml_of
from factbound.desk.lists import lists_of
from factbound.desk.propose import Proposal, propose
from factbound.project import Project
from factbound.prove.archive import Text
from factbound.read.book import Book
from factbound.tidy.entries import Written


def proposals(book: Book, source: str, text: Text, language: str) -> tuple[Proposal, ...]:
    """The proposals for what nothing uses of an article, but for what says too little to ask for."""
    entry = book.sources[source].entry
    published = entry.published.date.start
    made = propose(
        text.paragraphs, lists_of(book, entry.language, text.paragraphs), published.year if published else None
    )
    return tuple(each for each in unused(made, uses(book, source, text, language)) if not each.quiet)


def entries_of(found: tuple[Proposal, ...], source: str, book: Book, project: Project) -> list[dict[str, Written]]:
    taken = frozenset({*book.facts, *book.derived, *book.broken})
    entries = []
    for each in found:
        entry = fact_of(each, source, project.languages, taken)
        taken |= {str(entry["id"])}
        entries.append(entry)
    return entries


def lines_of(each: Proposal) -> list[str]:
    """A proposal in a few lines."""
    details = [
        f"said_by {each.said_by}",
        each.hedge and f"hedge “{each.hedge}”",
        each.period and f"period {each.period}",
        each.place and f"place {each.place}",
        each.measure and f"measure {each.measure}",
    ]
    told = each.quantity or each.date or "open: no year is named"
    lines = [f"paragraph {each.paragraph}: “{each.printed}”", f"  {told} · {' · '.join(filter(None, details))}"]
    if each.after:
        lines.append(f"  after “{each.after}”")
    return [*lines, *(f"  not held: {fault}" for fault in each.faults)]


def left_out_yaml(book: Book, texts: Mapping[str, Text], project: Project) -> str:
    """For each source, the left_out entries for all that nothing uses, as YAML."""
    parts = []
    for source, text in texts.items():
        if source in book.sources and (found := proposals(book, source, text, project.languages[0])):
            left: list[Written] = [left_out_of(each, project.languages) for each in found]
            parts.append(yaml_of([{"id": source, "left_out": left}]))
    return "".join(parts)


def explain_source(source: str, book: Book) -> list[str]:
    """All that an article gave, in its order."""
    lines = [
        f"{f'paragraph {paragraph}' if paragraph else 'excerpt'}: “{printed}” → {fact}{f': {amount}' if amount else ''}"
        for paragraph, fact, printed, amount in given(book, source)
    ]
    left = book.sources[source].entry.left_out
    lines += [
        f"paragraph {each.paragraph}: {f'“{each.printed}”' if each.printed else 'the whole paragraph'} is left out: "
        f"{next(iter(each.why.values()))}"
        for each in left
    ]
    count = len(lines) - len(left)
    return [*lines, f"{source}: {count} reading{'' if count == 1 else 's'}, {len(left)} left out"]
