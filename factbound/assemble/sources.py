"""Sources assembled: articles with their origins, and what is left out of them."""

from factbound.assemble.context import AssemblyContext
from factbound.assemble.names import Names
from factbound.ledger import LeftOut, Seen, Source
from factbound.problems import Code, Problem
from factbound.read.book import Book, Entered
from factbound.read.entries import Entry, SourceEntry
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
        _check_kind(entered, context)
        paragraphs = entry.paragraphs or 0
        texts = {
            "publisher_from": context.texts(entry.publisher.source, entered, "publisher", "from"),
            "publisher_in_sentence": context.texts(entry.publisher.in_sentence, entered, "publisher", "in_sentence"),
            "published_from": context.texts(entry.published.source, entered, "published", "from"),
            "origin_known": context.texts(entry.origin_known, entered, "origin_known"),
            "about": context.texts(entry.about, entered, "about"),
        }
        context.texts(entry.publisher.name, entered, "publisher", "name")
        left_out = tuple(
            LeftOut(part.paragraph, part.printed, context.needed(part.why, entered, "left_out", n, "why"))
            for n, part in enumerate(entry.left_out)
        )
        for n, part in enumerate(entry.left_out):
            check_paragraph(part.paragraph, entered, paragraphs, context, "left_out", n, "paragraph")
        locked = lock.texts.get(name)
        if origin:
            sources[name] = Source(
                id=name,
                language=entry.language,
                address=entry.address,
                publisher=entry.publisher.name,
                publisher_known=entry.publisher.known,
                published=entry.published.date,
                published_known=entry.published.known,
                title=entry.title,
                origin=origin,
                paragraphs=paragraphs,
                left_out=left_out,
                seen=Seen(entry.seen.on, entry.seen.how) if entry.seen else None,
                digest=locked.digest if locked else None,
                checked_on=parse_period(locked.checked) if locked else None,
                **texts,  # type: ignore[arg-type]
            )
    return sources


def _check_kind(entered: Entered[SourceEntry], context: AssemblyContext) -> None:
    """Note a source that is neither an article read whole nor a page seen in an excerpt, or both."""
    entry = entered.entry
    if entry.seen and (entry.paragraphs is not None or entry.left_out):
        key = "paragraphs" if entry.paragraphs is not None else "left_out"
        message = f'"{key}" belongs to an article read whole, and of this page an excerpt was seen'
        context.problems.append(
            Problem(
                entered.where(key), message, Code.EXCERPT, f"take out {key}:, or seen: when the page was read whole"
            )
        )
    if entry.seen:
        return
    hints = {
        "paragraphs": "how many non-empty lines its text has; or seen: {on: …, how: …} where an excerpt was seen",
        "origin_known": "how we know that it descends from its origin, as {en: …}",
        "about": "what kind of article it is, in a sentence, as {en: …}",
    }
    for key, hint in hints.items():
        if getattr(entry, key) is None:
            context.problems.append(
                Problem(entered.where(), f'the key "{key}" is missing', Code.MISSING_KEY, f"{key}: {hint}")
            )


def check_paragraph(number: int, entered: Entered[Entry], count: int, context: AssemblyContext, *at: str | int) -> None:
    if number > count:
        context.problems.append(
            Problem(
                entered.where(*at), f"paragraph {number} does not exist: the article has {count}", Code.BAD_PARAGRAPH
            )
        )
