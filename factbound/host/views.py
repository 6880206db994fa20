"""Pages in another site's theme: what becomes of a page's mentions, and the pages of facts, articles and charts beside
it."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from html import escape, unescape

from jinja2 import Environment
from markupsafe import Markup

from factbound.host.page import HostedPage
from factbound.ledger import Chart
from factbound.read.prose import TOKEN, Mention, fill_tokens, plain_text
from factbound.view.data.facts_json import chart_data
from factbound.view.data.files import Data
from factbound.view.data.offered import EVERYWHERE, FACTS
from factbound.view.every_page import generated_pages, macro
from factbound.view.pages.frame import report
from factbound.view.pages.story import PageTeller, is_block
from factbound.view.pages.theme import HOSTED, render
from factbound.view.parts.drawings import Drawings, Late
from factbound.view.parts.footnotes import CardView, NoteGroup, Notes
from factbound.view.site import Artefact
from factbound.view.telling.links import Links, picture_path
from factbound.view.telling.teller import Teller

STYLE = "factbound.css"
SHOWN = frozenset(
    {"fact", "removed", "source", "chart", "promise", "promises", "facts", "sources", "charts", "corrections"}
)
"""The generated pages that stand in another site's theme; searching and embedding are the site's own business."""
SECTIONS = ("facts", "promises", "sources", "charts", "corrections")


@dataclass(frozen=True, slots=True)
class Layout:
    """Where a site of another layout keeps what lies at `/L/` and `/data/` in one of our own: below one folder."""

    language: str
    folder: str
    directory_urls: bool
    """Whether a page's address is a folder (`guide/`) or its file (`guide/index.html`)."""
    own: frozenset[str] = field(default=frozenset(), repr=False)
    """The addresses of the site's own pages, which stay as they are."""

    def of_pages(self, addresses: Iterable[str]) -> "Layout":
        """The same, for those who know of these pages of the site's own."""
        return replace(self, own=frozenset(addresses))

    def __call__(self, path: str) -> str:
        """A path of ours as it is in the site."""
        if path in self.own:
            return path
        laid = f"{self.folder}/{path.removeprefix(f'{self.language}/')}"
        return f"{laid}index.html" if laid.endswith("/") and not self.directory_urls else laid


MARK = re.compile(r"<!--/?fb:[0-9]+-->")
"""What stands around the words of a mention until its page is shown: a comment before and after, with its number."""
_MARKED = re.compile(r"<!--fb:([0-9]+)-->.*?<!--/fb:\1-->", re.DOTALL)
_SCRIPT = re.compile(r"<(script|style)\b.*?</\1\s*>", re.DOTALL | re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Printed:
    """A page of the site with its mentions printed.

    Others get it in words that need nothing else, which is what a search index, a feed or a list of pages wants;
    footnotes and evidence are put around the words when the page is shown.
    """

    html: str = field(repr=False)
    markdown: str = field(repr=False)
    """Its Markdown with words in place of mentions, for whoever renders a part of it again."""
    words: Mapping[int, str] = field(repr=False)
    """What each token becomes in a heading or a title."""
    evidence: Mapping[int, str] = field(default_factory=dict, repr=False)
    """What takes the place of marked words when the page is shown, with signs of what is drawn by then."""
    late: Late = field(default_factory=lambda: Late({}), repr=False)
    end: str = field(default="", repr=False)
    """What comes below it then: footnotes and cards."""

    def spelled(self, text: str) -> str:
        """A heading or title with tokens, as HTML."""
        return plain_text(text, dict(self.words))

    def shown(self, html: str) -> tuple[str, frozenset[int]]:
        """Its HTML, whatever others have made of it since, with footnotes and evidence; and which of them found no
        place."""
        left = dict(self.evidence)
        html = _MARKED.sub(lambda found: self.late.filled(left.pop(int(found[1]), "")) or MARK.sub("", found[0]), html)
        return html + self.end, frozenset(left)


@dataclass(frozen=True, slots=True)
class Themed:
    """A generated page: its path in the site's documents (`evidence/facts/lamp/index.md`), its title and description as
    themes print them, and the HTML inside the theme."""

    source: str
    title: str
    description: str
    html: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class HostFrame:
    """What stands around a page in another site's theme, as far as our templates need it."""

    title: str
    up: str
    contact: str = ""
    report: str = ""
    cite: None = None
    whole: bool = False


@dataclass(frozen=True, slots=True)
class PageView:
    """A page's footnotes and its cards."""

    groups: tuple[NoteGroup, ...]
    cards: tuple[CardView, ...]
    free: bool


@dataclass(frozen=True, slots=True)
class EvidenceView:
    """The way to everything that stands behind the site's numbers."""

    summary: str
    sections: tuple[tuple[str, str, str], ...]
    data: str


def print_page(
    page: HostedPage, tell: Teller, drawings: Drawings, env: Environment, layout: Layout, *, unseen: bool
) -> Printed:
    """A page of the site with its mentions printed, its charts and its footnotes. As long as it is `unseen` by others,
    signs stand for what is drawn in tables too."""
    links = Links(page.url, tell.language, layout=layout)
    mentions = page.body.mentions
    drawn = [tell.ledger.charts[mention.target] for mention in mentions if _is_chart(mention)]
    printed = frozenset(m.target for m in mentions if m.kind == "figure" and m.spot in {"text", "heading"})
    late = Late(drawings if any(map(is_block, mentions)) else {})
    teller = PageTeller(tell, links, Notes(tell, links, drawn), late.drawings, partial(macro, env), printed)
    scripts = {int(token[1]) for script in _SCRIPT.finditer(page.body.html) for token in TOKEN.finditer(script[0])}
    words: dict[int, str] = {}
    evidence: dict[int, str] = {}
    for number, mention in enumerate(mentions):
        plain = teller.plain(mention)
        words[number] = plain if number in scripts else escape(plain, quote=mention.spot == "attribute")
        if mention.spot in {"attribute", "code"}:
            continue
        full = str(teller.printed_at(mention))
        if _is_chart(mention):
            words[number] = str(_picture(tell.ledger.charts[mention.target], tell, links))
        elif is_block(mention):
            words[number] = full = full if unseen else late.filled(full)
        if full != words[number]:
            words[number], evidence[number] = f"<!--fb:{number}-->{words[number]}<!--/fb:{number}-->", full
    blocks = {number: words[number] for number, mention in enumerate(mentions) if is_block(mention)}
    view = PageView(teller.notes.groups(), teller.notes.cards, page.free)
    return Printed(
        html=fill_tokens(page.body.html, words, blocks),
        markdown=plain_text(page.body.markdown, {n: _in_markdown(m, teller) for n, m in enumerate(mentions)}),
        words={number: for_themes(teller.plain(mention)) for number, mention in enumerate(mentions)},
        evidence=evidence,
        late=late,
        end=render(env, "page.html", view=view, w=tell.word) if view.groups or view.cards else "",
    )


def as_typed(page: HostedPage) -> Printed:
    """A page with its mentions as they were typed: there is no ledger to print them from, and a build that stops."""
    words = {number: escape(mention.source) for number, mention in enumerate(page.body.mentions)}
    sources = {number: mention.source for number, mention in enumerate(page.body.mentions)}
    return Printed(plain_text(page.body.html, words), plain_text(page.body.markdown, sources), words)


def for_themes(words: str) -> str:
    """Words as themes can print them, who put titles and descriptions into texts and into attributes as they are or
    with their references resolved, and feeds and pictures, who take them for plain text: no sign in them can begin a
    tag or end an attribute.

    >>> for_themes('The "big" <b>boat</b> of Smith & Sons')
    'The “big” ‹b›boat‹/b› of Smith & Sons'
    """
    words = re.sub(r'(?<![\s(\[])"', "”", words).replace('"', "“")
    if unescape(words) != words:
        words = words.replace("&", "&amp;")
    return words.replace("<", "‹").replace(">", "›")


def _is_chart(mention: Mention) -> bool:
    return mention.kind in {"chart", "timeline"} and mention.spot == "text"


def _picture(chart: Chart, tell: Teller, links: Links) -> Markup:
    """A chart for whoever takes a page's words away: a picture, and what it says."""
    source = links.to(picture_path(tell, chart.id, "svg"))
    return Markup('<figure><img src="{}" alt=""><figcaption>{}. {}</figcaption></figure>').format(
        source, tell.text(chart.title), tell.text(chart.alt)
    )


_NOT_IN_WORDS = re.compile(r"[\\`*_{}\[\]#]")


def _in_markdown(mention: Mention, teller: PageTeller) -> str:
    """A mention's words in Markdown; a chart's are its title."""
    if mention.spot == "code":
        return mention.source
    chart = teller.tell.ledger.charts.get(mention.target) if _is_chart(mention) else None
    words = teller.tell.text(chart.title) if chart else teller.plain(mention)
    return _NOT_IN_WORDS.sub(lambda sign: f"\\{sign[0]}", words).replace("<", "&lt;")


def page_sources(
    layout: Layout, figures: Iterable[str], promises: Collection[str], sources: Iterable[str], charts: Iterable[str]
) -> Iterator[str]:
    """The paths, in the site's documents, of the pages that will be generated for these ids."""
    yield f"{layout.folder}/index.md"
    for section, names in zip(SECTIONS, (figures, promises, sources, charts, ()), strict=True):
        if section == "promises" and not names:
            continue
        yield f"{layout.folder}/{section}/index.md"
        yield from (f"{layout.folder}/{section}/{name}/index.md" for name in names)


def themed_pages(tell: Teller, drawings: Drawings, env: Environment, layout: Layout, today: str) -> Iterator[Themed]:
    """The pages of facts, articles and charts, and the way to them; `today` decides which promises are past due."""
    home, up = f"{tell.language}/", "../" if layout.directory_urls else "../index.html"
    links = Links(home, tell.language, layout=layout.of_pages(()))  # a translated site has a page of its own at `fr/`
    shown = (name for name in SECTIONS if name != "promises" or tell.ledger.promises)
    sections = tuple((tell.word(name), links.to(f"{home}{name}/"), tell.word(f"{name}-lead")) for name in shown)
    view = EvidenceView(tell.summary(), sections, links.to(FACTS))
    title = tell.word("evidence")
    html = render(env, "evidence.html", frame=HostFrame(title, ""), view=view, w=tell.word)
    yield Themed(f"{layout.folder}/index.md", for_themes(title), for_themes(tell.word("evidence-lead")), html)
    for page in generated_pages(tell, drawings, partial(macro, env), today, "", layout):
        if page.template.removesuffix(".html") in SHOWN:
            contact = tell.ledger.contact.shown if tell.ledger.contact else ""
            around = HostFrame(page.title, up, contact, report(tell, page.title, layout(page.path)))
            html = render(env, page.template, frame=around, view=page.show(), w=tell.word)
            source = f"{layout.folder}/{page.path.removeprefix(home)}index.md"
            yield Themed(source, for_themes(page.title), for_themes(page.description), html)


def files(tell: Teller, pictures: Mapping[str, Callable[[], bytes]], layout: Layout) -> Iterator[Artefact]:
    """The files beside the pages: the style sheet, the data that name no page, the charts' pictures and data."""
    yield Artefact(f"{layout.folder}/{STYLE}", (HOSTED / STYLE).read_bytes)
    data = {path: make for path, make in Data({tell.language: tell}, "", "").files() if path in EVERYWHERE}
    charts = chart_data(tell.ledger)
    yield from (Artefact(layout(path), make) for path, make in (*data.items(), *charts, *pictures.items()))
