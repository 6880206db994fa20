"""An edition, from its files to its site: read → assemble → view. Publishing is done by publish/."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from jinja2 import Environment

from factbound.assemble.assembly import assemble
from factbound.kept import Store, digest, folder_digest, keep, program_digest, recall, sweep
from factbound.ledger import Ledger
from factbound.problems import Code, EditionError, Problem, Where
from factbound.project import Project
from factbound.prove import verify as verification
from factbound.prove.archive import Text, read_archive
from factbound.prove.coverage import Coverage
from factbound.prove.coverage import coverage as coverage_of
from factbound.read.book import LOCK, Book, read_book
from factbound.read.choices import Choices
from factbound.read.choices import choices as choices_of
from factbound.read.content import PICTURES, Content, charts_ahead, read_content, root_files
from factbound.read.context import ReadContext, relative
from factbound.read.files import files_in
from factbound.read.gate import known_numerals, remember_numerals
from factbound.read.lock import Lock, read_lock
from factbound.read.schemas import ids_schema
from factbound.view.charts.charts import charts_of
from factbound.view.charts.drawing import icons, open_library
from factbound.view.charts.forms import NEEDS
from factbound.view.charts.share_cards import draw_cards, share_cards
from factbound.view.charts.workers import Workers
from factbound.view.every_page import StoryPage, paths
from factbound.view.keeper import Keeper, KeptPage
from factbound.view.pages import theme
from factbound.view.pages.frame import POLICY, Plan, home_titles, menus
from factbound.view.parts.drawings import Drawings
from factbound.view.prints import Prints
from factbound.view.sheet import sheet, sheet_csv, sheet_html
from factbound.view.site import Artefact, artefacts, story_pages
from factbound.view.telling.links import file_of
from factbound.view.telling.teller import tellers
from factbound.view.watching import Watch, watched, watched_mapping, watched_tellers

NUMERALS = "numerals.json"
"""The file of the cache that holds what numbers stand in the texts of the last build."""
FILES = "files.sqlite"
"""The file of the cache that holds what the last build read in the edition's files."""


@dataclass(frozen=True, slots=True)
class Manuscript:
    """Everything that was read, and every problem of form in it."""

    book: Book
    content: Content
    lock: Lock
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Built:
    """A site, ready to be written: stories for MkDocs to render, and every other file."""

    ledger: Ledger
    stories: Mapping[str, StoryPage | KeptPage]
    artefacts: tuple[Artefact, ...]
    env: Environment
    drawn: int
    """How many charts were drawn for it; the others were taken from the cache."""
    drawings: int
    """How many charts it shows, in all its languages."""
    keeper: Keeper | None = None
    """Who keeps its pages, and forgets the others when all are written; nobody in a preview."""
    drawn_into: tuple[Path, ...] = ()
    """The folders of the cache that hold what was drawn."""

    def close(self) -> None:
        """Everything is written: keep what was made, and forget what is not asked for any more."""
        if self.keeper:
            self.keeper.store.close()
        for folder in self.drawn_into:
            sweep(folder)


def read(project: Project, *, keep: bool = False) -> Manuscript:
    """READ: the files of an edition, well-formed or with their problems. Once a build was told to `keep` it, what
    stands in them is remembered."""
    place = project.cache / FILES
    store = Store(place, program_digest()) if keep or place.exists() else None
    context = ReadContext(project.root, store=store)
    book = read_book(project.facts, context)
    content = read_content(project.content, project.languages, context)
    lock = read_lock(project.facts / LOCK, context)
    root_files(project.content, project.languages, context)
    files_in(project.templates, context)  # a link that leads out of the edition is a problem here too
    problems = (*context.problems, *theme.circles(project.templates))
    if store:
        store.close()
    return Manuscript(book, content, lock, problems)


def ledger(project: Project) -> Ledger:
    """READ and ASSEMBLE: the ledger; EditionError with every problem when the edition does not hold."""
    remember_texts(project)
    return _assembled(project, read(project))


def remember_texts(project: Project) -> None:
    """Recall what numbers the last build found in texts, where the program is the same."""
    found = (recall(project.cache / NUMERALS) or b"").decode()
    if found.startswith(program_digest()):
        remember_numerals(found.removeprefix(program_digest()))


def keep_texts(project: Project) -> None:
    """Keep what numbers were found in texts, for the next build."""
    keep(project.cache / NUMERALS, f"{program_digest()}{known_numerals()}".encode())


def _assembled(project: Project, manuscript: Manuscript) -> Ledger:
    return assemble(project, manuscript.book, manuscript.content, manuscript.lock, list(manuscript.problems), NEEDS)


def verify(project: Project, archive: Path, today: str, *, renew: bool = False) -> Lock:
    """The lock over the edition's readings, held against the texts in `archive`; EditionError when one does not
    hold."""
    manuscript, texts = _with_archive(project, archive)
    return verification.verify(manuscript.book, texts, manuscript.lock, today, renew=renew)


def unmatched(project: Project, archive: Path) -> tuple[tuple[tuple[str, int], ...], tuple[str, ...]]:
    """What `verify` could not look at: sources without a text, with the number of their readings, and texts without a
    source."""
    manuscript, texts = _with_archive(project, archive)
    return verification.unread(manuscript.book, texts), verification.strangers(manuscript.book, texts)


def seen_only(project: Project) -> tuple[int, int]:
    """How many sources are pages of which an excerpt was seen, and how many readings are theirs: no archive can hold
    them."""
    held = read(project).book
    pages = {name for name, source in held.sources.items() if source.entry.seen}
    return len(pages), sum(each.source in pages for fact in held.facts.values() for each in fact.entry.readings)


def coverage(project: Project, archive: Path) -> tuple[Coverage, ...]:
    """What the texts in `archive` print, against what readings use and what is left out; source by source."""
    manuscript, texts = _with_archive(project, archive)
    return coverage_of(manuscript.book, texts)


def book_and_texts(project: Project, archive: Path) -> tuple[Book, Mapping[str, Text]]:
    """What is typed in facts/ and the texts in `archive`; EditionError when either is not well-formed."""
    manuscript, texts = _with_archive(project, archive)
    return manuscript.book, texts


def book(project: Project) -> Book:
    """READ: what is typed in facts/; EditionError when it is not well-formed."""
    manuscript = read(project)
    if problems := _of_facts(manuscript, project):
        raise EditionError(problems)
    return manuscript.book


def choices(project: Project) -> Choices:
    """What an edition's keys may name, as far as its files are well-formed."""
    manuscript = read(project)
    return choices_of(manuscript.book, manuscript.content, project.languages)


def ids(project: Project) -> bytes | None:
    """The schema of an edition's ids; None while something in facts/ is not well-formed, and might lack."""
    manuscript = read(project)
    if _of_facts(manuscript, project):
        return None
    return ids_schema(choices_of(manuscript.book, manuscript.content, project.languages))


def _of_facts(manuscript: Manuscript, project: Project) -> list[Problem]:
    """The problems of form in facts/, but for the lock's."""
    folder = f"{relative(project.facts, project.root)}/"
    return [
        problem
        for problem in manuscript.problems
        if problem.where.path.startswith(folder) and problem.code is not Code.BAD_LOCK
    ]


def _with_archive(project: Project, archive: Path) -> tuple[Manuscript, Mapping[str, Text]]:
    """The edition as read and the archived texts; EditionError when either is not well-formed."""
    manuscript = read(project)
    problems = _of_facts(manuscript, project)
    texts = read_archive(archive, problems)
    if problems:
        raise EditionError(problems)
    return manuscript, texts


def sheets(held: Ledger, project: Project, language: str) -> tuple[int, Mapping[str, bytes]]:
    """The fact-check sheet of a ledger in a language: how many lines it has, and its files by name."""
    tell = tellers(held)[language]
    told = sheet(tell)
    page = sheet_html(told, tell, theme.environment(project.templates), project.as_of)
    return len(told.lines), {f"{language}.html": page, f"{language}.csv": sheet_csv(told)}


def build(project: Project, *, preview: bool = False, workers: Workers | None = None) -> Built:
    """READ, ASSEMBLE and VIEW: the whole site; `workers` draw while its pages are told. In a preview charts are drawn
    when a page shows them, and there are no share cards: nobody shares it."""
    workers = workers or Workers()
    for_charts, for_cards = project.cache / "charts", project.cache / "cards"
    if not (preview or for_charts.exists()):
        workers.start(charts_ahead(project.content) * len(project.languages), open_library)
    remember_texts(project)
    manuscript = read(project, keep=True)
    held = _assembled(project, manuscript)
    if not preview:  # which remembers them itself, and is made again at every change
        keep_texts(project)
    env = theme.environment(project.templates, project.cache / "templates")
    assets = theme.assets(project.templates)
    fonts = theme.fonts(project.templates)
    watch = Watch()
    shown, tell = (held, tellers(held)) if preview else (watched(held, watch), watched_tellers(held, watch))
    look = theme.palette_of(assets)
    charts = charts_of(tell, look, for_charts, fonts)
    drawn = 0 if preview else charts.draw(workers)
    cards = [] if preview or not fonts.is_dir() else [card for each in tell.values() for card in share_cards(each)]
    plan = Plan(
        project.site_url,
        tell,
        menus(held),
        bool(held.promises),
        {asset.name: asset.path for asset in assets},
        paths(held, tell),
        "" if preview else POLICY,
        frozenset(card.path for card in cards),
        project.as_of,
        tuple(f"assets/{file}" for file in look.files),
        home_titles(held, tell),
    )
    drawings = watched_mapping("drawings", charts.drawings, watch)
    keeper = None if preview else _keeper(project, held, plan, charts.drawings, watch)
    stories = story_pages(held, plan, drawings, env, keeper)
    icon = next(asset.data.decode(errors="replace") for asset in assets if asset.name == "favicon.svg")
    drawn_cards = draw_cards(cards, look, for_cards, fonts, workers, keeper) if keeper else {}
    files = (
        *(Artefact(path, make) for path, make in charts.files.items()),
        *(Artefact(path, card.file, card.digest) for path, card in drawn_cards.items()),
        *(Artefact(path, make) for path, make in icons(icon, look.colours["paper"], for_cards).items()),
    )
    made = tuple(artefacts(shown, plan, drawings, files, env, assets, stories, keeper))
    return Built(
        held,
        stories,
        (*made, *_own(project, {each.path for each in made} | {file_of(page.path) for page in stories.values()})),
        env,
        drawn,
        len(charts.drawings),
        keeper,
        (for_charts, for_cards),
    )


def _keeper(project: Project, held: Ledger, plan: Plan, drawings: Drawings, watch: Watch) -> Keeper:
    """Who keeps the pages of this edition: they are made by the program, its templates, settings, words and menus."""
    others = sorted(path for path in plan.paths if "/facts/" not in path)
    settings = (
        replace(project, root=Path()),
        held.words,
        held.units,
        plan.menus,
        plan.promises,
        sorted(plan.assets.items()),
    )
    rest = (plan.policy, plan.preload, bool(plan.cards), sorted(plan.homes.items()), others)
    made_by = digest(program_digest(), folder_digest(project.templates), repr(settings), repr(rest))
    return Keeper(Store(project.cache / "pages.sqlite", made_by), watch, Prints(held, drawings))


def _own(project: Project, made: Collection[str]) -> Iterator[Artefact]:
    """The edition's own files for the site's root; EditionError where a build makes a file of that name, or of a
    picture's."""
    names = {path.casefold() for path in made}
    folders = {parent for name in names for parent in _parents(name)}
    clashes = []
    own = root_files(project.content, project.languages, ReadContext(project.root))
    for path, place in (*own.items(), *_pictures(project)):
        name = path.casefold()
        if name in names or name in folders or any(parent in names for parent in _parents(name)):
            where = Where(relative(place, project.root))
            hint = "take it away, or give it another name"
            clashes.append(Problem(where, "a build makes a file of this name", Code.UNKNOWN_FILE, hint))
    if clashes:
        raise EditionError(clashes)
    yield from (Artefact(path, place.read_bytes) for path, place in own.items())


def _pictures(project: Project) -> Iterator[tuple[str, Path]]:
    """The pictures of stories, which MkDocs publishes, by their path in the site."""
    for path in files_in(project.content, ReadContext(project.root)):
        if (
            path.suffix.lower() in PICTURES
            and (inside := path.relative_to(project.content)).parts[0] in project.languages
        ):
            yield inside.as_posix(), path


def _parents(path: str) -> Iterator[str]:
    """The folders that a file lies in, down from the root."""
    yield from (path[:end] for end, sign in enumerate(path) if sign == "/")


__all__ = [
    "Artefact",
    "Built",
    "EditionError",
    "Manuscript",
    "book",
    "book_and_texts",
    "build",
    "choices",
    "coverage",
    "ids",
    "ledger",
    "read",
    "seen_only",
    "sheets",
    "unmatched",
    "verify",
]
