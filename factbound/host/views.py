"""Pages in another site's theme: what becomes of a page's mentions, and the pages of facts, articles and charts beside
it."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial

from jinja2 import Environment
from markupsafe import Markup

from factbound.host.page import HostedPage
from factbound.read.prose import BLOCKS, fill_tokens, plain_text
from factbound.view.data.facts_json import chart_data
from factbound.view.data.files import Data
from factbound.view.data.offered import EVERYWHERE, FACTS
from factbound.view.every_page import generated_pages, macro
from factbound.view.pages.story import PageTeller
from factbound.view.pages.theme import HOSTED, render
from factbound.view.parts.drawings import Drawings
from factbound.view.parts.footnotes import CardView, NoteGroup, Notes
from factbound.view.site import Artefact
from factbound.view.telling.links import Links
from factbound.view.telling.teller import Teller

STYLE = "factbound.css"
SHOWN = frozenset(
    {"fact", "removed", "source", "chart", "promise", "promises", "facts", "sources", "charts", "corrections"}
)
"""The generated pages that stand in another site's theme; searching and embedding are the site's own business."""
SECTIONS = ("facts", "sources", "charts", "corrections")


@dataclass(frozen=True, slots=True)
class Layout:
    """Where a site of another layout keeps what lies at `/L/` and `/data/` in one of our own: below one folder."""

    language: str
    folder: str
    directory_urls: bool
    """Whether a page's address is a folder (`guide/`) or its file (`guide/index.html`)."""
    own: frozenset[str] = field(repr=False)
    """The addresses of the site's own pages, which stay as they are."""

    def __call__(self, path: str) -> str:
        """A path of ours as it is in the site."""
        if path in self.own:
            return path
        laid = f"{self.folder}/{path.removeprefix(f'{self.language}/')}"
        return f"{laid}index.html" if laid.endswith("/") and not self.directory_urls else laid


@dataclass(frozen=True, slots=True)
class Told:
    """A page with its mentions printed. `plain` is its HTML without evidence, as a search index wants it; `words` what
    each token becomes in a title."""

    html: str = field(repr=False)
    plain: str = field(repr=False)
    title: str
    description: str
    words: Mapping[int, str] = field(repr=False)

    def spelled(self, text: str) -> str:
        """A heading or title with tokens, as HTML."""
        return plain_text(text, {number: str(Markup.escape(words)) for number, words in self.words.items()})


@dataclass(frozen=True, slots=True)
class Themed:
    """A generated page: its path in the site's documents (`evidence/facts/lamp/index.md`), its title, and the HTML
    inside the theme."""

    source: str
    title: str
    description: str
    html: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around a page in another site's theme, as far as our templates need it."""

    title: str
    up: str
    cite: None = None
    whole: bool = False


@dataclass(frozen=True, slots=True)
class PageView:
    """A page's body, its footnotes and its cards."""

    body: Markup
    groups: tuple[NoteGroup, ...]
    cards: tuple[CardView, ...]
    free: bool


@dataclass(frozen=True, slots=True)
class EvidenceView:
    """The way to everything that stands behind the site's numbers."""

    summary: str
    sections: tuple[tuple[str, str, str], ...]
    data: str


def tell_page(page: HostedPage, tell: Teller, drawings: Drawings, env: Environment, layout: Layout) -> Told:
    """A page of the site with its mentions printed, its charts and its footnotes."""
    links = Links(page.url, tell.language, layout=layout)
    mentions = page.body.mentions
    drawn = [tell.ledger.charts[m.target] for m in mentions if m.kind in {"chart", "timeline"} and m.spot == "text"]
    printed = frozenset(m.target for m in mentions if m.kind == "figure" and m.spot in {"text", "heading"})
    teller = PageTeller(tell, links, Notes(tell, links, drawn), drawings, partial(macro, env), printed)
    body, _ = teller.body(page)
    view = PageView(body, teller.notes.groups(), teller.notes.cards, page.free)
    words = {
        n: mention.source if mention.spot == "code" else tell.mention(mention) for n, mention in enumerate(mentions)
    }
    plain = {n: str(Markup.escape(told)) for n, told in words.items()}
    blocks = {
        n: str(_chart_words(m.target, tell)) for n, m in enumerate(mentions) if m.kind in BLOCKS and m.spot == "text"
    }
    return Told(
        html=render(env, "page.html", view=view, w=tell.word) if mentions else page.body.html,
        plain=fill_tokens(page.body.html, plain | blocks, blocks),
        title=str(Markup.escape(tell.phrase(page.title))),
        description=tell.phrase(page.description),
        words=words,
    )


def _chart_words(name: str, tell: Teller) -> Markup:
    """What a chart says, for a search index; nothing for a table of the ledger."""
    chart = tell.ledger.charts.get(name)
    return Markup("<p>{}. {}</p>").format(tell.text(chart.title), tell.text(chart.alt)) if chart else Markup()


def page_sources(
    layout: Layout, figures: Iterable[str], sources: Iterable[str], charts: Iterable[str]
) -> Iterator[str]:
    """The paths, in the site's documents, of the pages that will be generated for these ids."""
    yield f"{layout.folder}/index.md"
    for section, names in zip(SECTIONS, (figures, sources, charts, ()), strict=True):
        yield f"{layout.folder}/{section}/index.md"
        yield from (f"{layout.folder}/{section}/{name}/index.md" for name in names)


def themed_pages(tell: Teller, drawings: Drawings, env: Environment, layout: Layout, today: str) -> Iterator[Themed]:
    """The pages of facts, articles and charts, and the way to them; `today` decides which promises are past due."""
    home, up = f"{tell.language}/", "../" if layout.directory_urls else "../index.html"
    links = Links(home, tell.language, layout=layout)
    sections = tuple((tell.word(name), links.to(f"{home}{name}/"), tell.word(f"{name}-lead")) for name in SECTIONS)
    view = EvidenceView(tell.summary(), sections, links.to(FACTS))
    title = tell.word("evidence")
    html = render(env, "evidence.html", frame=Around(title, ""), view=view, w=tell.word)
    yield Themed(f"{layout.folder}/index.md", title, tell.word("evidence-lead"), html)
    for page in generated_pages(tell, drawings, partial(macro, env), today, "", layout):
        if page.template.removesuffix(".html") in SHOWN:
            html = render(env, page.template, frame=Around(page.title, up), view=page.show(), w=tell.word)
            yield Themed(f"{layout.folder}/{page.path.removeprefix(home)}index.md", page.title, page.description, html)


def files(tell: Teller, pictures: Mapping[str, Callable[[], bytes]], layout: Layout) -> Iterator[Artefact]:
    """The files beside the pages: the style sheet, the data that name no page, the charts' pictures and data."""
    yield Artefact(f"{layout.folder}/{STYLE}", (HOSTED / STYLE).read_bytes)
    data = {path: make for path, make in Data({tell.language: tell}, "", "").files() if path in EVERYWHERE}
    charts = chart_data(tell.ledger)
    yield from (Artefact(layout(path), make) for path, make in (*data.items(), *charts, *pictures.items()))
