"""The record: an article from a page, as the archive keeps it and as facts/sources.yml would name it."""

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from factbound.network.clock import LONGEST, within
from factbound.network.extraction import guessed_date, paragraphs
from factbound.network.fetching import Answer
from factbound.network.page import Page, is_bounded, is_text, read_page, text_of
from factbound.values.dates import parse_period
from factbound.values.slugs import near_slug


@dataclass(frozen=True, slots=True)
class Article:
    """An article as a page has it, and what the page tells about itself. `published_by` says where the day was found;
    empty where it is a guess. `for_subscribers`: the page says so, and what it shows may be a part."""

    address: str
    paragraphs: tuple[str, ...] = field(repr=False)
    language: str | None
    publisher: str | None
    title: str | None
    published: str | None
    published_by: str
    for_subscribers: bool

    @property
    def data(self) -> bytes:
        """The text as the archive keeps it: UTF-8, a paragraph a line."""
        return ("\n".join(self.paragraphs) + "\n").encode()

    @property
    def suggested_id(self) -> str | None:
        """A name made from the host and the year; None when the year is not known."""
        labels = (urlsplit(self.address).hostname or "").removeprefix("www.").split(".")
        name = near_slug(max(labels[:-1] or labels, key=len))
        return f"{name}-{self.published[:4]}" if name and self.published else None


def article_of(answer: Answer) -> Article | None:
    """The article in an answer; None where no article was found, or the page goes on beyond what is read. TooLong where
    reading it does not end."""
    if not is_text(answer) or not answer.whole:
        return None
    return article_in(text_of(answer), answer.address)


def article_in(html: str, address: str) -> Article | None:
    """The article in a page that stood at an address; None where there is none, or one made without bounds. TooLong
    where reading it does not end."""
    return within(LONGEST, read_article, html, address)


def read_article(html: str, address: str) -> Article | None:
    """The same, for as long as it takes."""
    found = paragraphs(html, address) if is_bounded(html) else ()
    if not found:
        return None
    page = read_page(html)
    stated = next(((day, by) for day, by in _days(page) if _is_day(day)), None)
    guess = None if stated else guessed_date(html, address)
    return Article(
        address=address,
        paragraphs=found,
        language=page.language.partition("-")[0].lower() if page.language else None,
        publisher=page.meta.get("og:site_name") or _publisher(page),
        title=page.meta.get("og:title") or None,
        published=stated[0] if stated else guess,
        published_by=stated[1] if stated else "",
        for_subscribers=page.for_subscribers,
    )


def _days(page: Page) -> Iterator[tuple[str, str]]:
    """The days on which the page says that it was published, and where it says so; what is said of an article comes
    first."""
    for thing in sorted(page.things, key=lambda thing: "Article" not in str(thing.get("@type"))):
        if isinstance(day := thing.get("datePublished"), str):
            yield day[:10], "the page's JSON-LD (datePublished)"
    for name in ("article:published_time", "date", "dc.date", "dcterms.date"):
        if day := page.meta.get(name):
            yield day[:10], f"the page's metadata ({name})"


def _is_day(day: str) -> bool:
    try:
        parse_period(day)
    except ValueError:
        return False
    return len(day) == len("2031-05-13")


def _publisher(page: Page) -> str | None:
    """The publisher that the page's JSON-LD names."""
    for thing in page.things:
        match thing.get("publisher"):
            case {"name": str(name)} if name.strip():
                return name.strip()
    return None


def entry_of(name: str, article: Article, languages: Sequence[str]) -> str:
    """The entry that facts/sources.yml needs for an article kept as `name`, as commented YAML. What only a person can
    tell stands there as "", which `check` refuses until it is written."""
    blank = [f'    {language}: ""' for language in languages]
    published = article.published if article.published_by else f"{article.published}~" if article.published else '""'
    known = (
        f"{article.published_by}; stated, if the article's own words say so"
        if article.published_by
        else "guessed from the page: look for it"
    )
    host = urlsplit(article.address).hostname
    part = (
        ["# The page says that it is for subscribers: look whether the text is whole."]
        if article.for_subscribers
        else []
    )
    lines = [
        *part,
        f"# {name}.txt: {len(article.paragraphs)} paragraphs, sha256 {hashlib.sha256(article.data).hexdigest()}",
        "# (verify writes the digest into facts/evidence.lock). Read the article, then complete the entry: what a "
        "machine",
        '# cannot know stands as "". Nothing but the address was typed by a person so far.',
        f"- id: {name}",
        f"  language: {_quoted(article.language)}  # "
        f"{'as the page declares it' if article.language else 'of the printed words: en, fr, nl …'}",
        f"  address: {_quoted(article.address)}",
        "  publisher:",
        f"    name: {_quoted(article.publisher)}"
        f"  # {'as the page calls itself' if article.publisher else f'not told by the page; its host is {host}'}",
        "    known: inferred",
        "    from:",
        *(f"  {line}" for line in blank),
        "  published:",
        f"    date: {published}  # {known if article.published else 'not told by the page'}",
        "    known: inferred",
        "    from:",
        *(f"  {line}" for line in blank),
        f"  # title: {_quoted(article.title)}  # only when the text itself carries its headline",
        '  origin: ""  # the announcement, release or study that it descends from, an entry of facts/origins.yml',
        "  origin_known:  # how you know",
        *blank,
        "  about:  # what it is, in your words",
        *blank,
        f"  paragraphs: {len(article.paragraphs)}",
        "  left_out: []  # lines that are no part of the article, and what no reading uses, each with the reason",
    ]
    return "\n".join(lines) + "\n"


def _quoted(words: str | None) -> str:
    """Words as YAML in double quotes, which JSON's are."""
    return json.dumps(words or "", ensure_ascii=False)
