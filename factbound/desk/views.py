"""Views: the desk's two pages as words and lists for their templates."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import get_args

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from factbound.desk.draft import Used, given, names_of
from factbound.desk.propose import Proposal
from factbound.desk.session import Article, Session
from factbound.language.lexicon import languages as readable
from factbound.read.book import SHELVES, Book
from factbound.values.units import BUILT_IN_UNITS
from factbound.values.vocabulary import Dimension, OriginKind, Over, PlaceKind, Status, Voice, all_of

PAGE = Path(__file__).parent / "page"
_CHOICES = {
    "voice": all_of(Voice),
    "place": all_of(PlaceKind),
    "dimension": all_of(Dimension),
    "over": all_of(Over),
    "origin": all_of(OriginKind),
}
"""The closed lists from which a new person, place, measure or origin takes what it is."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a paragraph: plain, used by facts, left out, or flagged; a flag has the bounds of its number."""

    text: str
    start: int
    end: int
    kind: str
    href: str = ""
    told: str = ""


def environment() -> Environment:
    """The desk's templates: everything escaped, nothing undefined."""
    return Environment(
        loader=FileSystemLoader(PAGE), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )


def list_page(session: Session, env: Environment, token: str) -> str:
    """The list of articles, with how far each is read."""
    book, texts = session.book(), session.texts()
    rows = []
    for name, text in texts.items():
        article = session.article(name, book, text)
        facts = {each.fact for each in article.used if each.fact}
        rows.append(
            {
                "id": name,
                "language": article.language,
                "known": article.known,
                "paragraphs": len(text.paragraphs),
                "facts": len(facts),
                "open": len(article.open),
                "state": "read through" if article.known and not article.open else f"{len(article.open)} still open",
            }
        )
    missing = [name for name, each in book.sources.items() if name not in texts and not each.entry.seen]
    return env.get_template("list.html").render(
        title=session.project.title,
        root=f"/{token}/",
        rows=rows,
        missing=missing,
        undo=bool(session.done),
        languages=session.project.languages,
        counting=session.project.languages,
        lists=_pick_lists(book, session.project.languages[0]),
        choices=_CHOICES,
    )


def article_page(session: Session, source: str, env: Environment, token: str) -> str:
    """An article beside its facts; KeyError when the archive has none of this name."""
    book, texts = session.book(), session.texts()
    article = session.article(source, book, texts[source])
    languages = session.project.languages
    return env.get_template("article.html").render(
        title=session.project.title,
        root=f"/{token}/",
        source=source,
        known=article.known,
        language=article.language,
        languages=languages,
        others=[each for each in languages if each != article.language],
        counting=list(dict.fromkeys([article.language, *languages])),
        paragraphs=[
            {"number": n, "text": text, "pieces": list(pieces(article, n))}
            for n, text in enumerate(article.text.paragraphs, 1)
        ],
        open=len(article.open),
        facts=_facts(book, source, languages[0]),
        left=[
            (each.paragraph, article.text.paragraphs[each.paragraph - 1][each.start : each.end], each.why)
            for each in article.used
            if each.why
        ],
        undo=bool(session.done),
        lists=_pick_lists(book, languages[0]),
        choices=_CHOICES,
    )


def pieces(article: Article, number: int) -> Iterator[Piece]:
    """A paragraph cut where marks start and end; what a reading uses comes before what is left out or flagged."""
    text = article.text.paragraphs[number - 1]
    used = [each for each in article.used if each.paragraph == number]
    flags = [each for each in article.open if each.paragraph == number]
    cuts = {0, len(text)}
    cuts |= {place for each in used for place in (each.start, each.end)}
    free = [each for each in flags if not _overlaps(each.words, used, flags)]
    spans = {each: each.words if each in free else (each.start, each.end) for each in flags}
    cuts |= {place for span in spans.values() for place in span}
    stops = sorted(cuts)
    for start, end in pairwise(stops):
        facts = [each.fact for each in used if each.fact and each.start <= start and end <= each.end]
        left = [each.why for each in used if each.why and each.start <= start and end <= each.end]
        flag = next((each for each, (first, last) in spans.items() if first <= start and end <= last), None)
        if facts:
            told = ", ".join(dict.fromkeys(facts))
            yield Piece(text[start:end], start, end, "used", f"#fact-{facts[0]}", told)
        elif left:
            yield Piece(text[start:end], start, end, "left", told=f"left out: {left[0]}")
        elif flag:
            told = f"not used: {flag.quantity or flag.date or 'open'}"
            yield Piece(text[start:end], flag.start, flag.end, "open", told=told)
        else:
            yield Piece(text[start:end], start, end, "plain")


def _overlaps(words: tuple[int, int], used: Sequence[Used], flags: Sequence[Proposal]) -> bool:
    """Whether proposed words reach into what is used, or into another flag's."""
    taken = [(each.start, each.end) for each in used] + [each.words for each in flags if each.words != words]
    same = sum(each.words == words for each in flags) > 1
    return same or any(start < words[1] and words[0] < end for start, end in taken)


def _facts(book: Book, source: str, language: str) -> list[dict[str, object]]:
    """The facts of an article, in its order, each with the readings that it gave."""
    found: dict[str, list[dict[str, object]]] = {}
    for paragraph, name, printed, amount in given(book, source):
        found.setdefault(name, []).append({"paragraph": paragraph or 0, "printed": printed, "amount": amount})
    return [
        {
            "id": name,
            "statement": names_of(book.facts[name].entry.statement, language),
            "place": str(book.facts[name].where("id")),
            "readings": readings,
        }
        for name, readings in found.items()
    ]


def _pick_lists(book: Book, language: str) -> dict[str, list[tuple[str, str]]]:
    """What can be picked: ids with their names."""
    files = {each.document.path.rpartition("/")[2] for each in book.facts.values()}
    return {
        "people": [(name, names_of(each.entry.name, language)) for name, each in book.people.items()],
        "places": [(name, names_of(each.entry.name, language)) for name, each in book.places.items()],
        "measures": [
            (name, f"{names_of(each.entry.name, language)} ({each.entry.kind})") for name, each in book.measures.items()
        ],
        "units": [(name, "") for name in (*book.units, "EUR", "USD", *sorted(BUILT_IN_UNITS))],
        "origins": [(name, names_of(each.entry.name, language)) for name, each in book.origins.items()],
        "languages": [(code, "") for code in readable()],
        "statuses": [(each, "") for each in get_args(Status)],
        "facts": [(name, names_of(each.entry.statement, language)) for name, each in book.facts.items()],
        "files": [(name, "") for name in sorted(files) if name.removesuffix(".yml") not in SHELVES],
    }
