"""A page of an ordinary site, read: the site renders its Markdown, we read the numbers and mentions in what became of
it."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from html import unescape

from factbound.problems import Code, Problem, Where, did_you_mean
from factbound.read.gate import numerals
from factbound.read.markdown import Body, Heading, Typed, rendered, typed
from factbound.read.prose import TOKEN, BareNumber, Mention, Phrase, phrase
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
class Sheet:
    """A page before it is rendered: its file and address, its front matter, its Markdown with tokens in place of
    mentions."""

    file: str
    address: str
    meta: Mapping[str, object]
    front: str
    markdown: Typed


def sheet(
    file: str, address: str, source: str, meta: Mapping[str, object], markdown: str, problems: list[Problem]
) -> Sheet:
    """The page in `file`. `markdown` is its text without front matter, as the site is about to render it."""
    text = source.replace("\r\n", "\n").replace("\r", "\n")
    front = text.removesuffix(markdown) if text.endswith(markdown) else _FRONT.match(text)[0]  # type: ignore[index]
    return Sheet(file, address, meta, front, typed(markdown, file, front.count("\n") + 1, problems, spare_code=True))


def hosted_page(
    page: Sheet, html: str, title: str, contents: Iterable[str], language: str, gate: str, problems: list[Problem]
) -> HostedPage:
    """The page, now that the site has rendered it as `html`, called it `title` and listed its parts as `contents`."""
    numbers = page.meta.get("numbers", PROVED if gate == "all" else FREE)
    if numbers not in (PROVED, FREE):  # a list has no hash
        message = f'"{numbers}" is not said of numbers'
        hint = did_you_mean(str(numbers), (PROVED, FREE)) or f"{PROVED} or {FREE}"
        problems.append(Problem(_front(page, "numbers"), message, Code.BAD_VALUE, hint))
    told = rendered(page.markdown, html, language, problems)
    typed_title, description = page.meta.get("title"), page.meta.get("description")
    heading = next((heading.text for heading in told.headings if heading.level == 1), "")
    free = numbers == FREE
    return HostedPage(
        file=page.file,
        path=page.file,
        language=language,
        name=page.address,
        at=page.address,
        headed=typed_title is None,
        free=free,
        title=_titled(heading, told.mentions)
        if typed_title is None and heading
        else _words(str(typed_title or TOKEN.sub("", title)), page, "title", language, free, problems),
        description=None
        if description is None
        else _words(str(description), page, "description", language, free, problems),
        kicker=None,
        lead=None,
        nav=title,
        order=0,
        menu="main",
        keys=(),
        tally=None,
        body=Body(
            told.html,
            told.mentions,
            () if free else (*told.bare, *_labels(page, contents, told.headings, language)),
            told.headings,
        ),
    )


_FRONT = re.compile(r"(?:\ufeff?---[ \t]*\n.*?\n(?:---|\.\.\.)[ \t]*\n)?", re.DOTALL)


def _words(text: str, page: Sheet, key: str, language: str, free: bool, problems: list[Problem]) -> Phrase:
    """The words of a key of the front matter."""
    read = phrase(text, language, _front(page, key), problems)
    return Phrase(read.parts) if free else read


def _labels(page: Sheet, contents: Iterable[str], headings: Iterable[Heading], language: str) -> Iterator[BareNumber]:
    """The numbers in a page's contents that stand in no heading: `toc` lets a heading be called otherwise there."""
    said = {" ".join(heading.text.split()) for heading in headings}
    for title in contents:
        words = " ".join(TOKEN.sub(" ", unescape(title)).split())
        if " ".join(unescape(title).split()) not in said:
            yield from (BareNumber(each.text, each.values, Where(page.file)) for each in numerals(words, language))


def _front(page: Sheet, key: str) -> Where:
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
