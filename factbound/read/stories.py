"""Stories: the Markdown pages of content/, with their front matter and mentions."""

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from factbound.problems import Code, Problem, Where
from factbound.read.book import fault_problems
from factbound.read.context import ReadContext
from factbound.read.entries import StoryEntry
from factbound.read.faults import validated
from factbound.read.files import read_text
from factbound.read.markdown import Body, body
from factbound.read.prose import Mention, Phrase, phrase
from factbound.read.strict_yaml import Document, parse
from factbound.values.dates import Period

RESERVED = frozenset({"facts", "subjects", "sources", "promises", "charts", "corrections", "search", "data"})
"""Names of generated pages, which no story and no folder of stories may take."""
INDEX = "index.md"
"""The file that opens a folder."""


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """A figure at the top of a story: a phrase that is one mention, and its label."""

    figure: Phrase
    label: Phrase
    note: Phrase | None


@dataclass(frozen=True, slots=True)
class Story:
    """A Markdown page, read: front matter as phrases, the body rendered with its mentions apart."""

    file: str
    path: str
    """Its file in content/: `en/liege.md`, or `en/ports/antwerp.md` in a folder."""
    language: str
    name: str
    """Its address in its language: `liege`, `ports/antwerp`, `ports` for the index of a folder, empty for the home
    page."""
    title: Phrase
    description: Phrase | None
    kicker: Phrase | None
    lead: Phrase | None
    nav: str
    order: int
    menu: str
    keys: tuple[KeyFigure, ...]
    tally: str | None
    """`promises`, or the name of a story, where it opens with how many promises there are and what became of them."""
    author: Phrase | None
    """Who wrote it, by name."""
    published: Period | None
    """The day on which it first appeared."""
    updated: Period | None
    """The day of its latest change of substance."""
    body: Body = field(repr=False)

    @property
    def url(self) -> str:
        """Its address in the site, from the root."""
        return f"{self.language}/{self.name}/" if self.name else f"{self.language}/"

    @property
    def folder(self) -> str:
        """The folder of content/ that it stands in."""
        return posixpath.dirname(self.path)

    @property
    def is_index(self) -> bool:
        """Whether it opens its folder."""
        return posixpath.basename(self.path) == INDEX

    @property
    def in_menus(self) -> bool:
        """Whether the menus of every page name it: a story in a folder is found by way of the folder's index."""
        depth = self.path.count("/")
        return depth == 1 or (depth == 2 and self.is_index)

    @property
    def head(self) -> tuple[Phrase, ...]:
        """The phrases above its body, in the order in which a reader meets them."""
        keys = [part for key in self.keys for part in (key.figure, key.label, key.note)]
        return tuple(part for part in (self.kicker, self.title, self.lead, *keys) if part)

    @property
    def phrases(self) -> tuple[Phrase, ...]:
        """All its phrases: those above its body, its author and the description that search engines show."""
        return (*self.head, *(part for part in (self.author, self.description) if part))


def story_mentions(story: Story) -> Iterator[Mention]:
    """Every mention that a story prints, in reading order; those in code are not printed."""
    for part in story.phrases:
        yield from part.mentions
    yield from (mention for mention in story.body.mentions if mention.spot != "code")


def read_story(path: Path, inside: Path, language: str, context: ReadContext) -> Story | None:
    """One story, or None when its front matter is refused."""
    names = (*inside.parts[1:-1], *(() if path.name == INDEX else (path.stem,)))
    if wrong := next((name for n, name in enumerate(names) if not _may_be_called(name, first=n == 0)), None):
        hint = "a-z, 0-9 and hyphens; not the name of a generated page"
        context.note(path, f'a story cannot be called "{wrong}"', Code.BAD_ID, hint)
        return None
    text = read_text(path, context)
    if text is None:
        return None
    story, faults = context.remembered(_told, text, context.name(path), inside.as_posix(), "/".join(names), language)
    context.problems.extend(faults)
    return story


def _may_be_called(name: str, *, first: bool) -> bool:
    """Whether a story or a folder may have this name; generated pages have theirs at the top only."""
    plain = name.isascii() and name == name.lower() and name.replace("-", "").isalnum()
    return plain and not (first and name in RESERVED)


def _told(text: str, file: str, path: str, name: str, language: str) -> tuple[Story | None, tuple[Problem, ...]]:
    """The story in the text of a file, and the problems in it."""
    problems: list[Problem] = []
    document, entry, start = _front_matter(text, file, problems)
    if document is None or entry is None:
        return None, tuple(problems)

    def words(value: str | None, *at: str | int) -> Phrase | None:
        return None if value is None else phrase(value, language, document.where(*at), problems)

    def needed(value: str, *at: str | int) -> Phrase:
        return phrase(value, language, document.where(*at), problems)

    keys = tuple(
        KeyFigure(
            needed(f"[[{key.figure}]]", "keys", n, "figure"),
            needed(key.label, "keys", n, "label"),
            words(key.note, "keys", n, "note"),
        )
        for n, key in enumerate(entry.keys)
    )
    if entry.nav is None and "[[" in entry.title:
        problems.append(
            Problem(
                document.where("title"),
                "a title with a figure in it is no label for the navigation",
                Code.MISSING_KEY,
                "add nav: …",
            )
        )
    if nav := words(entry.nav, "nav"):
        problems += [
            Problem(mention.where, "the navigation prints no figures", Code.BAD_MENTION, "write plain words")
            for mention in nav.mentions
        ]
        problems += [
            Problem(
                number.where, f"no fact stands behind “{number.text}”", Code.BARE_NUMBER, "write it without the number"
            )
            for number in nav.bare
        ]
    problems += _day_faults(entry, document)
    lines = text.split("\n")
    story = Story(
        file=file,
        path=path,
        language=language,
        name=name,
        title=needed(entry.title, "title"),
        description=words(entry.description, "description"),
        kicker=words(entry.kicker, "kicker"),
        lead=words(entry.lead, "lead"),
        nav=entry.nav or entry.title,
        order=entry.order,
        menu=entry.menu,
        keys=keys,
        tally=entry.tally,
        author=words(entry.author, "author"),
        published=entry.published,
        updated=entry.updated,
        body=body("\n".join(lines[start:]), language, file, start + 1, problems),
    )
    return story, tuple(problems)


def _day_faults(entry: StoryEntry, document: Document) -> Iterator[Problem]:
    """That a story's days are no days, or in no order that they could have come in."""
    days = {key: day for key in ("published", "updated") if (day := getattr(entry, key))}
    for key, day in days.items():
        if not day.is_day:
            yield Problem(document.where(key), f'"{day}" is not one day', Code.BAD_DATE, "such as 2031-06-01")
            return
    if entry.published and entry.updated and entry.updated.first < entry.published.first:
        message = f"it was updated on {entry.updated}, before it was published"
        yield Problem(document.where("updated"), message, Code.BAD_DATE, "updated: is the later day")


def _front_matter(text: str, file: str, problems: list[Problem]) -> tuple[Document | None, StoryEntry | None, int]:
    """The front matter between --- lines, and the line index at which the body starts."""
    lines = text.split("\n")
    end = (
        next((n for n, line in enumerate(lines[1:], 1) if line.rstrip() == "---"), None)
        if lines[0].rstrip() == "---"
        else None
    )
    if end is None:
        problems.append(
            Problem(Where(file), "the story has no title", Code.MISSING_TITLE, "start it with ---, title: …, ---")
        )
        return None, None, 0
    inside = "\n".join(lines[1:end])
    if not inside.strip():
        problems.append(
            Problem(Where(file, 2), "the story has no title", Code.MISSING_TITLE, "write title: … between the two ---")
        )
        return None, None, 0
    document = parse(inside, file, problems, first_line=2)
    if document is None:
        return None, None, 0
    entry, faults = validated(StoryEntry, document.value)
    for problem in fault_problems(document, (), faults):
        untitled = problem.code is Code.MISSING_KEY and '"title"' in problem.message
        problems.append(
            Problem(Where(file), "the story has no title", Code.MISSING_TITLE, "write title: … between the two ---")
            if untitled
            else problem
        )
    return document, entry, end + 1
