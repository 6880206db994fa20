"""An ordinary site, from its facts and pages to what its theme shows: read → assemble → view. The site renders the
Markdown."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from jinja2 import Environment

from factbound.assemble.assembly import assemble
from factbound.assemble.mentions import mention_faults
from factbound.edition import Manuscript, keep_texts, remember_texts
from factbound.host.page import HostedPage
from factbound.host.views import Layout, Printed, Themed, files, for_themes, print_page, themed_pages
from factbound.kept import sweep
from factbound.ledger import Ledger
from factbound.problems import EditionError, Problem, Where
from factbound.project import Project
from factbound.read.book import LOCK, Book, read_book
from factbound.read.content import read_declared
from factbound.read.context import ReadContext
from factbound.read.lock import read_lock
from factbound.read.prose import BLOCKS, MENTION, Mention, mention_of
from factbound.view.charts.charts import Charts, charts_of
from factbound.view.charts.forms import NEEDS
from factbound.view.charts.palette import palette
from factbound.view.charts.workers import Workers
from factbound.view.pages import theme
from factbound.view.site import Artefact
from factbound.view.telling.teller import Teller

LINK = "xlink:href"
"""The attribute of links in drawings: scripts of themes (Material's instant navigation) take each `href` for one of
HTML, and stumble over SVG's."""


@dataclass(frozen=True, slots=True)
class Hosted:
    """What a site's theme shows beside its own pages: further pages, and files."""

    ledger: Ledger
    pages: tuple[Themed, ...]
    files: tuple[Artefact, ...]
    read: int
    """How many of the site's own pages mention something, or are held to their numbers."""


@dataclass(frozen=True, slots=True)
class Press:
    """What prints the mentions of a site's pages, one page after the other: its facts alone, before any page is
    read."""

    book: Book
    tell: Teller
    charts: Charts
    env: Environment
    layout: Layout

    def page(self, page: HostedPage, *, unseen: bool) -> Printed:
        """A page with its mentions printed; one that cannot be, which is a problem, stays as it was typed. As long as
        it is `unseen` by others, drawings may be late."""
        typed = {n for n, mention in enumerate(page.body.mentions) if mention.spot != "code" and self.faults(mention)}
        if typed:
            mentions = (
                replace(mention, spot="code") if number in typed else mention
                for number, mention in enumerate(page.body.mentions)
            )
            page = replace(page, body=replace(page.body, mentions=tuple(mentions)))
        layout = self.layout.of_pages([page.url])
        return print_page(page, self.tell, self.charts.drawings, self.env, layout, unseen=unseen)

    def words(self, text: str) -> str:
        """A text of a page's front matter, with each mention that can be printed in words."""

        def told(match: re.Match[str]) -> str:
            problems: list[Problem] = []
            mention = mention_of(match, Where(""), problems, self.tell.language)
            if mention is None or mention.kind in BLOCKS or self.faults(mention):
                return match[0]
            return for_themes(self.tell.mention(mention))

        return MENTION.sub(told, text)

    def faults(self, mention: Mention) -> list[Problem]:
        """Why a mention cannot be printed."""
        ledger = self.tell.ledger
        told = frozenset(ledger.figures)
        shelves = (ledger.figures, ledger.charts, ledger.sources, frozenset[str]())
        return list(mention_faults(mention, "", self.book, told, *shelves))

    def files(self) -> tuple[Artefact, ...]:
        """The files beside the pages, as far as facts alone make them."""
        return tuple(files(self.tell, self.charts.files, self.layout))


def read(project: Project, charts: Path) -> Manuscript:
    """READ: the files of a site's evidence, well-formed or with their problems. Its pages come later, from its own
    rendering."""
    remember_texts(project)
    context = ReadContext(project.root)
    book = read_book(project.facts, context)
    content = read_declared(charts, project.languages[0], context)
    lock = read_lock(project.facts / LOCK, context)
    return Manuscript(book, content, lock, tuple(context.problems))


def press(project: Project, manuscript: Manuscript, layout: Layout, workers: Workers, style: str = "") -> Press | None:
    """The press of a site whose facts and charts hold; None where they do not, which is told with the problems of its
    pages. `style` is the site's own style sheet, which may declare the colours of charts."""
    if manuscript.problems:
        return None
    try:
        held = assemble(project, manuscript.book, manuscript.content, manuscript.lock, [], NEEDS)
    except EditionError:
        return None
    tell = Teller(held, project.languages[0])
    look = palette(style, {})
    charts = charts_of({tell.language: tell}, look, project.cache / "charts", project.cache / "no-fonts", LINK)
    charts.draw(workers)
    sweep(project.cache / "charts")
    return Press(manuscript.book, tell, charts, theme.hosted_environment(project.cache / "host-templates"), layout)


def build(
    project: Project,
    manuscript: Manuscript,
    pages: Sequence[HostedPage],
    read: int,
    problems: Sequence[Problem],
    press: Press | None,
) -> Hosted:
    """ASSEMBLE and VIEW, when all pages are read; EditionError with every problem when a page or a fact does not hold.
    `pages` are those of the `read` ones that say something, and `problems` those of all of them."""
    content = replace(manuscript.content, stories=tuple(pages))
    held = assemble(project, manuscript.book, content, manuscript.lock, [*manuscript.problems, *problems], NEEDS)
    keep_texts(project)
    assert press, "facts that hold with the pages hold without them"
    tell = Teller(held, project.languages[0])
    layout = press.layout.of_pages(page.url for page in pages)
    further = tuple(themed_pages(tell, press.charts.drawings, press.env, layout, project.as_of))
    return Hosted(held, further, tuple(files(tell, press.charts.files, layout)), read)
