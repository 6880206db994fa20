"""Taking in an article that has no entry yet: a saved page, a PDF or a text becomes paragraphs, and the draft of an
entry of sources.yml, in which all that a machine found is marked as inferred."""

import re
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field

from factbound.desk.changes import Refused
from factbound.desk.holding import OPEN
from factbound.language.lexicon import languages as readable
from factbound.language.lexicon import lexicon
from factbound.network.clock import LONGEST, TooLong, within
from factbound.network.page import decoded
from factbound.network.pdf import read_pdf
from factbound.network.record import article_in
from factbound.tidy.entries import Written
from factbound.values.slugs import near_slug

LARGEST = 30_000_000
"""Bytes of the largest file that is taken."""
_ADDRESS = (
    re.compile(r"<!-- saved from url=\(\d+\)(https?://\S+) -->"),
    re.compile(r"<link[^>]+rel=[\"']?canonical[\"']?[^>]+href=[\"']?(https?://[^\"'\s>]+)", re.IGNORECASE),
    re.compile(r"<meta[^>]+property=[\"']?og:url[\"']?[^>]+content=[\"']?(https?://[^\"'\s>]+)", re.IGNORECASE),
)
"""Where a saved page says at which address it stood: the browser that saved it, then the page itself."""
_FROM: Mapping[str, Mapping[str, str]] = {
    "page": {
        "en": "what the page says of itself",
        "fr": "ce que la page dit d’elle-même",
        "nl": "wat de pagina over zichzelf zegt",
        "de": "was die Seite über sich selbst sagt",
    },
    "file": {
        "en": "the day on which the file was made",
        "fr": "la date de création du fichier",
        "nl": "de dag waarop het bestand gemaakt is",
        "de": "der Tag, an dem die Datei erstellt wurde",
    },
}
"""What the machine inferred from, in an edition's words."""


@dataclass(frozen=True, slots=True)
class Found:
    """What a file tells of its article; None for what it does not tell. `published_by` is what tells the day."""

    paragraphs: tuple[str, ...] = field(repr=False)
    title: str | None = None
    language: str | None = None
    address: str | None = None
    publisher: str | None = None
    published: str | None = None
    published_by: str = "page"


def found_in(name: str, data: bytes) -> Found:
    """What a file holds; Refused where that is no article."""
    if data.startswith(b"%PDF"):
        return _of_pdf(data)
    text = decoded(data)
    if "\0" in text:
        raise Refused(f"{name} is neither a text, nor a saved page, nor a PDF")
    if name.lower().endswith((".html", ".htm", ".xhtml")) or re.match(
        r"\s*<(!doctype|html|\?xml)", text, re.IGNORECASE
    ):
        return _of_page(text)
    lines = tuple(line for each in text.splitlines() if (line := " ".join(each.split())))
    if not lines:
        raise Refused(f"{name} is empty")
    return Found(lines, lines[0] if len(lines) > 1 else None)


def _of_pdf(data: bytes) -> Found:
    with _in_time():
        read = within(LONGEST, read_pdf, data)
    if read is None:
        raise Refused("no words can be read in this PDF: it is locked, broken, or holds pictures of pages")
    return Found(read.paragraphs, read.title, read.language, published=read.published, published_by="file")


def _of_page(html: str) -> Found:
    address = next((match[1] for each in _ADDRESS if (match := each.search(html))), "")
    with _in_time():
        article = article_in(html, address)
    if article is None:
        raise Refused("no article was found in this page")
    return Found(article.paragraphs, article.title, article.language, address, article.publisher, article.published)


@contextmanager
def _in_time() -> Iterator[None]:
    """Refuses what takes too long to read."""
    try:
        yield
    except TooLong as error:
        raise Refused(f"it cannot be read: {error}") from error


def draft(found: Found, name: str, languages: tuple[str, ...], taken: Collection[str]) -> dict[str, Written]:
    """The entry of sources.yml that a file would have. What it does not tell is left out, and `check` asks for it."""
    language = found.language if found.language in readable() else language_of(found.paragraphs)
    entry: dict[str, Written] = {"id": _id(found, name, taken), "language": language}
    if found.address:
        entry["address"] = found.address
    if found.publisher:
        entry["publisher"] = {"name": found.publisher, "known": "inferred", "from": _from("page", languages)}
    if found.published:
        told = _from(found.published_by, languages)
        entry["published"] = {"date": found.published, "known": "inferred", "from": told}
    if found.title and any(found.title.casefold() == each.casefold() for each in found.paragraphs):
        entry["title"] = found.title
    return entry


def _from(what: str, languages: tuple[str, ...]) -> dict[str, Written]:
    return {language: _FROM[what].get(language, OPEN) for language in languages}


def _id(found: Found, name: str, taken: Collection[str]) -> str:
    """A name of the host or the file, and the year."""
    host = re.sub(r"^https?://(www\.)?|[/:].*$", "", found.address or "").rpartition(".")[0].rpartition(".")[2]
    year = (found.published or "")[:4]
    stem = near_slug(host or name.rpartition(".")[0] or name) or "article"
    base = stem if not year or stem.endswith(year) else f"{stem}-{year}"
    return next(each for n in range(1, 10_000) if (each := base if n == 1 else f"{base}-{n}") not in taken)


def language_of(paragraphs: Collection[str]) -> str:
    """The language whose small words a text uses most."""
    words = " ".join(paragraphs).lower().split()
    return max(readable(), key=lambda code: sum(word in lexicon(code).function_words for word in words))
