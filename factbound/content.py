"""Reading content/: stories, declared charts and interface words."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from factbound.amounts import amounts
from factbound.atlas import Atlas, read_atlas
from factbound.facts.models import ChartEntry, StoryEntry, validated
from factbound.facts.reading import Entered, fault_problems, read_entries
from factbound.facts.strict_yaml import Document, Value, parse
from factbound.folder import files_in, read_text, relative
from factbound.problems import Code, Problem, Where, did_you_mean
from factbound.prose import Body, Mention, Phrase, body, phrase

CHARTS = "charts.yml"
MAP = "map.json"
WORDS = "words.yml"
PICTURES = frozenset({".avif", ".gif", ".jpeg", ".jpg", ".png", ".svg", ".webp"})
RESERVED = frozenset({"facts", "sources", "charts", "corrections", "search"})
"""Names of generated pages, which no story may take."""


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
    language: str
    name: str
    title: Phrase
    description: Phrase | None
    kicker: Phrase | None
    lead: Phrase | None
    nav: str
    order: int
    menu: str
    keys: tuple[KeyFigure, ...]
    body: Body = field(repr=False)

    @property
    def url(self) -> str:
        """Its address in the site, from the root."""
        return f"{self.language}/{self.name}/" if self.name else f"{self.language}/"

    @property
    def head(self) -> tuple[Phrase, ...]:
        """The phrases above its body, in the order in which a reader meets them."""
        keys = [part for key in self.keys for part in (key.figure, key.label, key.note)]
        return tuple(part for part in (self.kicker, self.title, self.lead, *keys) if part)

    @property
    def phrases(self) -> tuple[Phrase, ...]:
        """All its phrases: those above its body, and the description that search engines show."""
        return (*self.head, self.description) if self.description else self.head


@dataclass(frozen=True, slots=True)
class Content:
    """Everything in content/."""

    stories: tuple[Story, ...] = ()
    charts: dict[str, Entered[ChartEntry]] = field(default_factory=dict)
    words: dict[str, dict[str, Value]] = field(default_factory=dict)
    pictures: frozenset[str] = frozenset()
    """Files that stories show, by their path in content/."""
    broken: frozenset[str] = frozenset()
    """Ids of charts that were refused."""
    atlas: Atlas | None = None
    """The map that charts of form map are drawn on."""


def read_content(folder: Path, root: Path, languages: tuple[str, ...], problems: list[Problem]) -> Content:
    """The stories, charts and words in `folder`; every problem of form is noted."""
    stories: list[Story] = []
    charts: dict[str, Entered[ChartEntry]] = {}
    broken: set[str] = set()
    pictures: set[str] = set()
    atlas: Atlas | None = None
    words = {language: default_words(language, problems) for language in languages}
    for path in files_in(folder, root, problems):
        inside = path.relative_to(folder)
        language = inside.parts[0]
        where = Where(relative(path, root))
        if inside.as_posix() == CHARTS:
            for entered in read_entries(path, root, ChartEntry, problems, broken):
                if entered.entry.id in charts:
                    first = charts[entered.entry.id].where("id")
                    problems.append(Problem(entered.where("id"), f'the id "{entered.entry.id}" is taken by {first}', Code.DUPLICATE_ID))
                else:
                    charts[entered.entry.id] = entered
        elif inside.as_posix() == MAP:
            atlas = read_atlas(path, root, problems)
        elif language not in languages or len(inside.parts) == 1:
            hint = f"stories stand in content/{languages[0]}/; languages are named in mkdocs.yml"
            problems.append(Problem(where, "no language of this edition", Code.UNKNOWN_FILE, hint))
        elif path.suffix == ".md":
            if story := _story(path, inside, language, root, problems):
                stories.append(story)
        elif path.name == WORDS and len(inside.parts) == 2:
            _own_words(path, root, language, words[language], problems)
        elif path.suffix.lower() in PICTURES:
            pictures.add(inside.as_posix())
        else:
            problems.append(Problem(where, "only stories (.md), words.yml and pictures stand here", Code.UNKNOWN_FILE))
    stories.sort(key=lambda story: (languages.index(story.language), story.order, story.name))
    return Content(tuple(stories), charts, words, frozenset(pictures), frozenset(broken), atlas)


def story_mentions(story: Story) -> Iterator[Mention]:
    """Every mention that a story prints, in reading order; those in code are not printed."""
    for part in story.phrases:
        yield from part.mentions
    yield from (mention for mention in story.body.mentions if mention.spot != "code")


# --- Stories ---------------------------------------------------------------------------------------------------------


def _story(path: Path, inside: Path, language: str, root: Path, problems: list[Problem]) -> Story | None:
    """One story, or None when its front matter is refused."""
    file = relative(path, root)
    if len(inside.parts) != 2:
        problems.append(Problem(Where(file), "stories stand in a language's folder, without folders inside", Code.UNKNOWN_FILE))
        return None
    name = "" if path.stem == "index" else path.stem
    if name in RESERVED or (name and not (name.isascii() and name == name.lower() and name.replace("-", "").isalnum())):
        problems.append(
            Problem(
                Where(file), f'a story cannot be called "{name}"', Code.BAD_ID, "a-z, 0-9 and hyphens; not the name of a generated page"
            )
        )
        return None
    text = read_text(path, root, problems)
    if text is None:
        return None
    story, faults = _told(text, file, name, language)
    problems.extend(faults)
    return story


@lru_cache(maxsize=256)  # a preview reads all stories at each change, and one of them has changed
def _told(text: str, file: str, name: str, language: str) -> tuple[Story | None, tuple[Problem, ...]]:
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
            needed(f"[[{key.figure}]]", "keys", n, "figure"), needed(key.label, "keys", n, "label"), words(key.note, "keys", n, "note")
        )
        for n, key in enumerate(entry.keys)
    )
    if entry.nav is None and "[[" in entry.title:
        problems.append(
            Problem(document.where("title"), "a title with a figure in it is no label for the navigation", Code.MISSING_KEY, "add nav: …")
        )
    if nav := words(entry.nav, "nav"):
        problems += [
            Problem(mention.where, "the navigation prints no figures", Code.BAD_MENTION, "write plain words") for mention in nav.mentions
        ]
        problems += [
            Problem(number.where, f"no fact stands behind “{number.text}”", Code.BARE_NUMBER, "write it without the number")
            for number in nav.bare
        ]
    lines = text.split("\n")
    story = Story(
        file=file, language=language, name=name,
        title=needed(entry.title, "title"), description=words(entry.description, "description"),
        kicker=words(entry.kicker, "kicker"), lead=words(entry.lead, "lead"),
        nav=entry.nav or entry.title, order=entry.order, menu=entry.menu, keys=keys,
        body=body("\n".join(lines[start:]), language, file, start + 1, problems),
    )  # fmt: skip
    return story, tuple(problems)


def _front_matter(text: str, file: str, problems: list[Problem]) -> tuple[Document | None, StoryEntry | None, int]:
    """The front matter between --- lines, and the line index at which the body starts."""
    lines = text.split("\n")
    end = next((n for n, line in enumerate(lines[1:], 1) if line.rstrip() == "---"), None) if lines[0].rstrip() == "---" else None
    if end is None:
        problems.append(Problem(Where(file), "the story has no title", Code.MISSING_TITLE, "start it with ---, title: …, ---"))
        return None, None, 0
    inside = "\n".join(lines[1:end])
    if not inside.strip():
        problems.append(Problem(Where(file, 2), "the story has no title", Code.MISSING_TITLE, "write title: … between the two ---"))
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


# --- Interface words -------------------------------------------------------------------------------------------------


def default_words(language: str, problems: list[Problem]) -> dict[str, Value]:
    """The engine's own interface words for a language; English where it has none."""
    folder = Path(__file__).parent / "words"
    path = folder / f"{language}.yml"
    words, faults = _words((path if path.exists() else folder / "en.yml").read_text("utf-8"), path.name)
    problems.extend(faults)
    return dict(words)


@lru_cache(maxsize=16)  # as stories are
def _words(text: str, path: str) -> tuple[dict[str, Value], tuple[Problem, ...]]:
    """The interface words in a text, and the problems in it."""
    problems: list[Problem] = []
    document = parse(text, path, problems)
    return (document.value if document and isinstance(document.value, dict) else {}), tuple(problems)


def _own_words(path: Path, root: Path, language: str, words: dict[str, Value], problems: list[Problem]) -> None:
    """Replace the engine's words with those of the edition."""
    text = read_text(path, root, problems)
    document = parse(text, relative(path, root), problems) if text is not None else None
    if document is None:
        return
    if not isinstance(document.value, dict):
        problems.append(Problem(document.where(), "interface words are a mapping (key: words)", Code.BAD_VALUE))
        return
    for key, value in document.value.items():
        if key not in words:
            problems.append(
                Problem(document.where_key(key), f'there is no interface word "{key}"', Code.UNKNOWN_KEY, did_you_mean(key, words))
            )
        elif isinstance(value, dict) != isinstance(words[key], dict) or (isinstance(value, dict) and "other" not in value):
            shape = "forms (one: …, other: …)" if isinstance(words[key], dict) else "plain words"
            problems.append(Problem(document.where(key), f'"{key}" has {shape}', Code.BAD_VALUE))
        else:
            words[key] = value
            for form, told in value.items() if isinstance(value, dict) else [("", value)]:
                where = document.where(key, form) if form else document.where(key)
                problems += [Problem(where, f"no fact stands behind “{a.text}”", Code.BARE_NUMBER) for a in amounts(str(told), language)]
