"""An ordinary site, from its facts and pages to what its theme shows: read → assemble → view. The site renders the
Markdown."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from factbound.assemble.assembly import assemble
from factbound.edition import Manuscript
from factbound.host.page import HostedPage
from factbound.host.views import Layout, Themed, Told, files, tell_page, themed_pages
from factbound.ledger import Ledger
from factbound.problems import Problem
from factbound.project import Project
from factbound.read.book import LOCK, read_book
from factbound.read.content import read_declared
from factbound.read.context import ReadContext
from factbound.read.lock import read_lock
from factbound.view.charts.charts import charts_of
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
    """What a site's theme shows: for each of its own pages what became of its mentions, further pages, and files."""

    ledger: Ledger
    told: Mapping[str, Told]
    pages: tuple[Themed, ...]
    files: tuple[Artefact, ...]


def read(project: Project, charts: Path) -> Manuscript:
    """READ: the files of a site's evidence, well-formed or with their problems. Its pages come later, from its own
    rendering."""
    context = ReadContext(project.root)
    book = read_book(project.facts, context)
    content = read_declared(charts, project.languages[0], context)
    lock = read_lock(project.facts / LOCK, context)
    return Manuscript(book, content, lock, tuple(context.problems))


def build(
    project: Project,
    manuscript: Manuscript,
    pages: Sequence[HostedPage],
    problems: Sequence[Problem],
    layout: Layout,
    workers: Workers,
    style: str = "",
) -> Hosted:
    """ASSEMBLE and VIEW; EditionError with every problem when a page or a fact does not hold. `problems` are those of
    the pages, `style` is the site's own style sheet, which may declare the colours of charts."""
    content = replace(manuscript.content, stories=tuple(pages))
    held = assemble(project, manuscript.book, content, manuscript.lock, [*manuscript.problems, *problems], NEEDS)
    tell = Teller(held, project.languages[0])
    env = theme.hosted_environment(project.cache / "host-templates")
    charts = charts_of(
        {tell.language: tell}, palette(style, {}), project.cache / "charts", project.cache / "no-fonts", LINK
    )
    charts.draw(workers)
    told = {page.file: tell_page(page, tell, charts.drawings, env, layout) for page in pages}
    further = tuple(themed_pages(tell, charts.drawings, env, layout, project.as_of))
    return Hosted(held, told, further, tuple(files(tell, charts.files, layout)))
