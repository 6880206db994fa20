"""Content: everything in content/, read: stories, declared charts, the map and interface words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from factbound.problems import Code, Problem, Where
from factbound.read.atlas import Atlas, read_atlas
from factbound.read.book import Entered, read_entries
from factbound.read.context import ReadContext
from factbound.read.entries import ChartEntry
from factbound.read.files import files_in, is_there
from factbound.read.interface_words import default_words, own_words
from factbound.read.stories import INDEX, Story, read_story
from factbound.read.strict_yaml import Value
from factbound.values.slugs import DEVICES

CHARTS = "charts.yml"
MAP = "map.json"
WORDS = "words.yml"
ROOT = "root"
"""The folder of content/ whose files stand at the site's root as they are: CNAME, ads.txt, .well-known/, what proves
whose a site is."""
_LITTER = frozenset({".DS_Store", ".gitkeep", "Thumbs.db", "desktop.ini"})
"""Files that systems leave everywhere."""
PICTURES = frozenset({".avif", ".gif", ".jpeg", ".jpg", ".png", ".svg", ".webp"})

_FORM = re.compile(rb"^[ -]*form:", re.MULTILINE)


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


def charts_ahead(folder: Path) -> int:
    """About how many charts `folder` declares, told at a glance before anything is read: who draws can get ready. A
    pipe has none: nobody may ever say anything in it."""
    place = folder / CHARTS
    try:
        return len(_FORM.findall(place.read_bytes())) if place.is_file() else 0
    except OSError:
        return 0


def read_content(folder: Path, languages: tuple[str, ...], context: ReadContext) -> Content:
    """The stories, charts and words in `folder`; every problem of form is noted."""
    stories: list[Story] = []
    charts: dict[str, Entered[ChartEntry]] = {}
    broken: set[str] = set()
    pictures: set[str] = set()
    atlas: Atlas | None = None
    words = {language: default_words(language, context.problems) for language in languages}
    for path in files_in(folder, context):
        inside = path.relative_to(folder)
        language = inside.parts[0]
        if language == ROOT and len(inside.parts) > 1:
            continue
        if any(part.split(".", 1)[0].lower() in DEVICES for part in inside.parts):
            hint = "give it another name: nobody with Windows could have this repository"
            context.note(path, "Windows takes this name for a device", Code.UNKNOWN_FILE, hint)
            continue
        if inside.as_posix() == CHARTS:
            charts |= _charts(path, context, broken)
        elif inside.as_posix() == MAP:
            atlas = read_atlas(path, context)
        elif language not in languages or len(inside.parts) == 1:
            hint = f"stories stand in content/{languages[0]}/; languages are named in mkdocs.yml"
            context.note(path, "no language of this edition", Code.UNKNOWN_FILE, hint)
        elif path.suffix == ".md":
            if story := read_story(path, inside, language, context):
                stories.append(story)
        elif path.name == WORDS and len(inside.parts) == 2:
            own_words(path, language, words[language], context)
        elif path.suffix.lower() in PICTURES:
            low = inside.as_posix().lower()
            if other := next((each for each in pictures if each.lower() == low), None):
                hint = "give it another name: on Windows and on many a Mac they are one file"
                context.note(path, f"{other} differs from it in capital letters alone", Code.UNKNOWN_FILE, hint)
            pictures.add(inside.as_posix())
        else:
            context.note(path, "only stories (.md), words.yml and pictures stand here", Code.UNKNOWN_FILE)
    stories.sort(key=lambda story: (languages.index(story.language), story.order, story.name))
    context.problems.extend(_folder_faults(stories))
    return Content(tuple(stories), charts, words, frozenset(pictures), frozenset(broken), atlas)


def _folder_faults(stories: list[Story]) -> Iterator[Problem]:
    """Folders that no story opens, and stories with the address of another."""
    opened = {story.folder for story in stories if story.is_index}
    taken: dict[str, Story] = {}
    for story in stories:
        if story.folder not in opened and "/" in story.folder:
            hint = f"write content/{story.folder}/{INDEX}, which leads to them"
            where = Where(story.file)
            yield Problem(where, "no story opens this folder, so nothing leads to it", Code.UNKNOWN_FILE, hint)
            opened.add(story.folder)
        if story.url in taken:
            message = f"{taken[story.url].file} has the same address"
            yield Problem(Where(story.file), message, Code.DUPLICATE_ID, "keep one of the two")
        taken[story.url] = story


def root_files(folder: Path, languages: tuple[str, ...], context: ReadContext) -> dict[str, Path]:
    """The files for the site's root, by their path there."""
    home, found = folder / ROOT, {}
    for path in files_in(home, context, hidden=True) if is_there(home) else ():
        inside = path.relative_to(home)
        if inside.parts[0] in languages:
            hint = f"what belongs to a language stands in content/{inside.parts[0]}/"
            context.note(path, "the folder of a language is made by a build", Code.UNKNOWN_FILE, hint)
        elif path.name not in _LITTER:
            found[inside.as_posix()] = path
    return found


def read_declared(charts: Path, language: str, context: ReadContext) -> Content:
    """What an ordinary site declares outside of its pages: the file of charts and, beside it, its map and its interface
    words."""
    broken: set[str] = set()
    words = default_words(language, context.problems)
    place, own = charts.with_name(MAP), charts.with_name(WORDS)
    if own.is_file():
        own_words(own, language, words, context)
    return Content(
        charts=_charts(charts, context, broken) if charts.is_file() else {},
        words={language: words},
        broken=frozenset(broken),
        atlas=read_atlas(place, context) if place.is_file() else None,
    )


def _charts(path: Path, context: ReadContext, broken: set[str]) -> dict[str, Entered[ChartEntry]]:
    """The charts declared in a file, by id."""
    charts: dict[str, Entered[ChartEntry]] = {}
    for entered in read_entries(path, context, ChartEntry, broken):
        if entered.entry.id in charts:
            first = charts[entered.entry.id].where("id")
            message = f'the id "{entered.entry.id}" is taken by {first}'
            context.problems.append(Problem(entered.where("id"), message, Code.DUPLICATE_ID))
        else:
            charts[entered.entry.id] = entered
    return charts
