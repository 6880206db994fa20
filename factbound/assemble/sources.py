"""Sources assembled: articles with their origins, and what is left out of them."""

from factbound.assemble.context import AssemblyContext
from factbound.assemble.names import Names
from factbound.ledger import LeftOut, Source
from factbound.problems import Code, Problem
from factbound.read.book import Book, Entered
from factbound.read.entries import Entry
from factbound.read.lock import Lock
from factbound.values.dates import parse_period

# --- Articles --------------------------------------------------------------------------------------------------------


def sources_of(book: Book, names: Names, lock: Lock, context: AssemblyContext) -> dict[str, Source]:
    sources: dict[str, Source] = {}
    for name, entered in book.sources.items():
        entry = entered.entry
        origin = context.find(
            {**dict.fromkeys(book.origins), **names.origins}, "origin", entry.origin, entered, "origin"
        )
        texts = {
            "publisher_from": context.texts(entry.publisher.source, entered, "publisher", "from"),
            "published_from": context.texts(entry.published.source, entered, "published", "from"),
            "origin_known": context.needed(entry.origin_known, entered, "origin_known"),
            "about": context.needed(entry.about, entered, "about"),
        }
        left_out = tuple(
            LeftOut(part.paragraph, part.printed, context.needed(part.why, entered, "left_out", n, "why"))
            for n, part in enumerate(entry.left_out)
        )
        for n, part in enumerate(entry.left_out):
            check_paragraph(part.paragraph, entered, entry.paragraphs, context, "left_out", n, "paragraph")
        locked = lock.texts.get(name)
        if origin:
            sources[name] = Source(
                id=name, language=entry.language, address=entry.address, publisher=entry.publisher.name, publisher_known=entry.publisher.known,
                published=entry.published.date, published_known=entry.published.known, title=entry.title, origin=origin,
                paragraphs=entry.paragraphs, left_out=left_out, digest=locked.digest if locked else None,
                checked_on=parse_period(locked.checked) if locked else None, **texts,  # type: ignore[arg-type]
            )  # fmt: skip
    return sources


def check_paragraph(number: int, entered: Entered[Entry], count: int, context: AssemblyContext, *at: str | int) -> None:
    if number > count:
        context.problems.append(
            Problem(
                entered.where(*at), f"paragraph {number} does not exist: the article has {count}", Code.BAD_PARAGRAPH
            )
        )
