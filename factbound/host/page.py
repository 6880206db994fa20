"""A page of an ordinary site, read: the site renders its Markdown, we read the numbers and mentions in what became of
it."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from html import unescape

from factbound.problems import Code, Problem, Where, did_you_mean
from factbound.read.gate import numerals
from factbound.read.markdown import Heading, Typed, rendered, typed_by_others
from factbound.read.prose import MENTION, TOKEN, BareNumber, Mention, Phrase, phrase
from factbound.read.stories import Story

GATES = ("all", "marked")
"""Which pages may print no number without a fact: all but those that say `numbers: free`, or only those that say
`numbers: proved`."""
PROVED, FREE = "proved", "free"


@dataclass(frozen=True, slots=True)
class HostedPage(Story):
    """A page whose address, navigation and title are its site's business."""

    at: str
    headed: bool
    """Whether its title is a heading of its body, which is judged and counted there."""
    free: bool
    """Whether it may print numbers that no fact stands behind."""

    @property
    def url(self) -> str:
        """Its address in the site, from the root."""
        return self.at

    @property
    def head(self) -> tuple[Phrase, ...]:
        """The phrases above its body."""
        return () if self.headed else (self.title,)


@dataclass(frozen=True, slots=True)
class PageSource:
    """A page before it is rendered: its file and address, its front matter, its Markdown with tokens in place of
    mentions."""

    file: str
    address: str
    meta: Mapping[str, object]
    front: str
    markdown: Typed
    ours: Callable[[re.Match[str]], bool] | None = None
    """What tells mentions from other brackets, on a page that may print numbers that no fact stands behind; None where
    all are ours."""

    @property
    def free(self) -> bool:
        """Whether it may print such numbers."""
        return self.ours is not None


def is_free(meta: Mapping[str, object], gate: str, *, written: bool = True) -> bool:
    """Whether a page with this front matter may print numbers that no fact stands behind; one that nobody has `written`
    may, unless it says otherwise."""
    return meta.get("numbers", PROVED if gate == "all" and written else FREE) == FREE


def page_source(
    file: str,
    address: str,
    source: str,
    meta: Mapping[str, object],
    markdown: str,
    problems: list[Problem],
    ours: Callable[[re.Match[str]], bool] | None = None,
) -> PageSource:
    """The page in `file`. `markdown` is its text without front matter, as the site is about to render it; `ours` tells
    mentions from other brackets where the page is free."""
    text = source.replace("\r\n", "\n").replace("\r", "\n")
    front = text.removesuffix(markdown) if text.endswith(markdown) else _FRONT.match(text)[0]  # type: ignore[index]
    typed = typed_by_others(markdown, file, front.count("\n") + 1, problems, ours)
    return PageSource(file, address, meta, front, typed, ours)


def hosted_page(
    page: PageSource, html: str, title: str, contents: Iterable[str], language: str, problems: list[Problem]
) -> HostedPage:
    """The page, now that the site has rendered it as `html`, called it `title` and listed its parts as `contents`."""
    numbers = page.meta.get("numbers", PROVED)
    if numbers not in (PROVED, FREE):  # a list has no hash
        message = f'"{numbers}" is not said of numbers'
        hint = did_you_mean(str(numbers), (PROVED, FREE)) or f"{PROVED} or {FREE}"
        problems.append(Problem(_front(page, "numbers"), message, Code.BAD_VALUE, hint))
    told = rendered(page.markdown, html, language, problems, gated=not page.free, hosted=True)
    typed_title, description = page.meta.get("title"), page.meta.get("description")
    heading = next((heading.text for heading in told.headings if heading.level == 1), "")
    return HostedPage(
        file=page.file,
        path=page.file,
        language=language,
        name=page.address,
        at=page.address,
        headed=typed_title is None,
        free=page.free,
        title=_titled(heading, told.mentions)
        if typed_title is None and heading
        else _words(str(typed_title or TOKEN.sub("", title)), page, "title", language, problems),
        description=None if description is None else _words(str(description), page, "description", language, problems),
        kicker=None,
        lead=None,
        nav=title,
        order=0,
        menu="main",
        keys=(),
        tally=None,
        author=None,
        published=None,
        updated=None,
        body=told if page.free else replace(told, bare=(*told.bare, *_labels(page, contents, told.headings, language))),
    )


_FRONT = re.compile(r"(?:\ufeff?---[ \t]*\n.*?\n(?:---|\.\.\.)[ \t]*\n)?", re.DOTALL)


def _words(text: str, page: PageSource, key: str, language: str, problems: list[Problem]) -> Phrase:
    """The words of a key of the front matter; on a free page numbers are words too, and so is a [[…]] that says nothing
    of ours."""
    where, ours = _front(page, key), page.ours
    if ours is None:
        return phrase(text, language, where, problems)
    left = MENTION.sub(lambda match: match[0] if ours(match) else "", text)
    return Phrase(phrase(left, language, where, problems).parts)


def _labels(
    page: PageSource, contents: Iterable[str], headings: Iterable[Heading], language: str
) -> Iterator[BareNumber]:
    """The numbers in a page's contents that stand in no heading: `toc` lets a heading be called otherwise there."""
    said = {" ".join(heading.text.split()) for heading in headings}
    for title in contents:
        words = " ".join(TOKEN.sub(" ", unescape(title)).split())
        if " ".join(unescape(title).split()) not in said:
            yield from (BareNumber(each.text, each.values, Where(page.file)) for each in numerals(words, language))


def _front(page: PageSource, key: str) -> Where:
    """Where the value of a key of the front matter stands."""
    found = re.search(rf"^{re.escape(key)}:[ \t]*", page.front, re.MULTILINE)
    if found is None:
        return Where(page.file)
    return Where(page.file, page.front.count("\n", 0, found.start()) + 1, found.end() - found.start() + 1)


def _titled(heading: str, mentions: tuple[Mention, ...]) -> Phrase:
    """A heading with tokens as a phrase."""
    parts = TOKEN.split(heading)  # words and numbers of tokens in turns
    told = [
        mentions[int(part)] if n % 2 else " ".join(part.replace("¶", "").split(" ")) for n, part in enumerate(parts)
    ]
    return Phrase(tuple(part for part in told if part))
