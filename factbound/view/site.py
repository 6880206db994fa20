"""The site: every file of an edition, as its path and what makes its bytes, but for the pages that MkDocs renders."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

from jinja2 import Environment

from factbound.ledger import Ledger
from factbound.view import feed
from factbound.view.calendar import calendar
from factbound.view.data import facts_json as exports
from factbound.view.data.files import Data
from factbound.view.every_page import FramedPage, GeneratedPage, Page, StoryPage, data_page, generated_pages, macro
from factbound.view.keeper import Keeper, KeptFiles, KeptPage
from factbound.view.markdown.llms import llms_text
from factbound.view.pages import jsonld
from factbound.view.pages.facts_index import horizon
from factbound.view.pages.frame import POLICY, Frame, Plan, alternates, frame
from factbound.view.pages.theme import Asset, render
from factbound.view.parts import citations
from factbound.view.parts.bibliography import FORMATS, bound, entry
from factbound.view.parts.drawings import Drawings
from factbound.view.parts.embeds import OEMBED, oembed
from factbound.view.search import parts, search_index
from factbound.view.telling.links import (
    LLMS,
    NOT_FOUND,
    TWIN,
    Addresses,
    Links,
    calendar_path,
    cite_path,
    file_of,
    index_path,
    sources_path,
)
from factbound.view.telling.teller import Teller
from factbound.view.watching import Note

EMBED = "embed.js"
"""The script for pages that embed charts, published under its own name too: their authors paste it once."""
HEADERS = f"""/*
  Content-Security-Policy: {POLICY}
  Referrer-Policy: strict-origin-when-cross-origin
  X-Content-Type-Options: nosniff
/assets/*
  Cache-Control: public, max-age=31536000, immutable
/data/*
  Access-Control-Allow-Origin: *
"""
"""Headers in the form that several static hosts read; docs/publishing.md has the same for nginx."""
MANIFEST = "site.webmanifest"


@dataclass(frozen=True, slots=True)
class Artefact:
    """A file of the site: its path from the root, and what makes its bytes when they are wanted (EditionError for a
    broken template)."""

    path: str
    make: Callable[[], bytes] = field(repr=False)
    digest: Callable[[], str] | None = field(default=None, repr=False)
    """What tells the digest of its bytes, where that is known before they are made."""


def story_pages(
    ledger: Ledger, plan: Plan, drawings: Drawings, env: Environment, keeper: Keeper | None = None
) -> dict[str, StoryPage | KeptPage]:
    """The stories, by their file in content/."""
    return {
        story.file: KeptPage(partial(StoryPage, story, plan, drawings, env), keeper, ("story", story.file))
        if keeper
        else StoryPage(story, plan, drawings, env)
        for story in ledger.stories
    }


def artefacts(
    ledger: Ledger,
    plan: Plan,
    drawings: Drawings,
    files: Iterable[Artefact],
    env: Environment,
    theme: tuple[Asset, ...],
    stories: Mapping[str, Page],
    keeper: Keeper | None = None,
) -> Iterator[Artefact]:
    """Every file but the stories' pages, which `stories` holds. `files` go with charts and shares; `keeper` keeps what
    need not be made again, and without one everything is made when it is wanted."""
    data = Data(plan.tellers, horizon(ledger, plan.as_of), plan.site_url)
    for tell in plan.tellers.values():
        own = [page for page in stories.values() if page.tell is tell]
        generated = (
            *generated_pages(tell, drawings, partial(macro, env), plan.as_of, plan.site_url),
            data_page(data, tell),
        )
        framed = [_framed(page, plan, tell, env, keeper) for page in generated]
        yield from (
            _kept_file(f"{each.path}{OEMBED}", partial(_oembed, each, plan, tell), keeper, *each.of)
            for each in generated
            if each.framed_at and plan.site_url
        )
        for page in framed:
            yield Artefact(file_of(page.path), page.html, page.html_digest if isinstance(page, KeptPage) else None)
            yield from _twin(page)
        for page in own:
            yield from _twin(page)
        for part in range(1, parts(ledger, tell.language) + 1):
            yield Artefact(index_path(tell.language, part), partial(search_index, tell, part))
        cited = [page for page in (*own, *framed) if page.cited]
        for name, suffix in FORMATS.items():
            yield Artefact(cite_path(tell.language, suffix), partial(_references, name, cited))
        if ledger.promises:
            yield Artefact(calendar_path(tell.language), partial(calendar, tell, plan.site_url, plan.as_of))
        if plan.site_url:
            for each in feed.feeds(tell, plan.site_url, plan.as_of):
                yield Artefact(each.path, partial(_feed, env, each))
    yield from _once(ledger, plan, env)
    yield from (Artefact(asset.path, partial(bytes, asset.data)) for asset in theme)
    yield from (Artefact(asset.name, partial(bytes, asset.data)) for asset in theme if asset.name == EMBED)
    yield from files
    yield from (Artefact(path, make) for path, make in exports.chart_data(ledger))
    yield from (_kept_file(path, make, keeper) for path, make in data.files())


def _twin(page: Page) -> Iterator[Artefact]:
    """A page's twin, right behind it: both are made together, and none is held longer than it need be."""
    if page.twin:
        yield Artefact(
            f"{page.path}{TWIN}", page.markdown, page.markdown_digest if isinstance(page, KeptPage) else None
        )


def _kept_file(path: str, make: Callable[[], bytes], keeper: Keeper | None, *of: str) -> Artefact:
    """A file that is kept by itself, if anybody keeps. Beside what `make` looks at it depends on what the note `of`
    names."""
    if keeper is None:
        return Artefact(path, make)
    files = KeptFiles(path, partial(_made, path, make, keeper, of), keeper)
    return Artefact(path, partial(files.file, path), partial(files.digest, path))


def _made(path: str, make: Callable[[], bytes], keeper: Keeper, of: Note) -> dict[str, bytes]:
    if of:
        keeper.watch.note(*of)
    return {path: make()}


def _framed(page: GeneratedPage, plan: Plan, tell: Teller, env: Environment, keeper: Keeper | None) -> Page:
    """A generated page in its frame."""
    if keeper is None:
        return FramedPage(page, plan, tell, env)
    return KeptPage(lambda: FramedPage(page, plan, tell, env), keeper, page.of)


def _oembed(page: GeneratedPage, plan: Plan, tell: Teller) -> bytes:
    """What programs need to embed a page."""
    card = f"{page.path}card.png"
    picture = f"{plan.site_url}{card}" if card in plan.cards else ""
    return oembed(tell.word("site") or tell.ledger.title, plan.site_url, page.path, page.title, page.framed_at, picture)


def _references(format_name: str, cited: Sequence[Page]) -> bytes:
    """The references to pages, in one file."""
    return bound(format_name, filter(None, (page.references.get(format_name) for page in cited))).encode()


def _feed(env: Environment, told: feed.Feed) -> bytes:
    return render(env, "feed.xml", feed=told).encode()


def _once(ledger: Ledger, plan: Plan, env: Environment) -> Iterator[Artefact]:
    """What the site has once: the choice of languages, the page for addresses that do not exist, and files for
    crawlers."""
    tell = plan.tellers[ledger.languages[0]]
    at = Addresses(plan.site_url, Links("", tell.language))
    choices = tuple((language, each.word("language"), f"{language}/") for language, each in plan.tellers.items())
    to_data = tuple((language, name, f"{href}data/") for language, name, href in choices)
    root = frame(plan, tell, "", ledger.title, tell.word("tagline"), data=jsonld.site(tell, at))
    below = Addresses(plan.site_url, Links("data/", tell.language))
    block = jsonld.page(tell, below, "CollectionPage", tell.word("data"), jsonld.dataset(tell, below), plan.as_of)
    data = frame(plan, tell, "data/", tell.word("data"), tell.word("data-lead"), data=block)
    lost = frame(plan, tell, NOT_FOUND, tell.word("not-found"), "")
    nowhere = tuple(_nowhere(each, lost.root) for each in plan.tellers.values())
    for template, around, view in (
        ("root.html", root, choices),
        ("root.html", data, to_data),
        ("404.html", lost, nowhere),
    ):
        yield Artefact(file_of(around.path), partial(_page, env, template, around, view, tell))
    yield Artefact(LLMS, lambda: llms_text(plan.tellers, at).encode())
    works = [citations.source_work(source, tell) for source in ledger.sources.values()]
    for name, suffix in FORMATS.items():
        yield Artefact(sources_path(suffix), bound(name, (entry(name, work) for work in works)).encode)
    robots = f"User-agent: *\nAllow: /\n{f'Sitemap: {plan.site_url}sitemap.xml' if plan.site_url else ''}\n"
    yield Artefact("robots.txt", robots.encode)
    yield Artefact(".nojekyll", bytes)  # or GitHub Pages takes names that begin with an underscore away
    yield Artefact("_headers", HEADERS.encode)
    yield Artefact(MANIFEST, partial(_manifest, ledger.title, plan))
    if plan.site_url:
        yield Artefact("sitemap.xml", partial(_sitemap, env, ledger, plan))


@dataclass(frozen=True, slots=True)
class LostView:
    """What the page for addresses that do not exist says in a language, and where it leads."""

    language: str
    title: str
    lead: str
    to_home: str
    home: str
    to_facts: str
    facts: str


def _nowhere(tell: Teller, root: str) -> LostView:
    word, home = tell.word, f"{root}{tell.language}/"
    titles = word("not-found"), word("not-found-lead")
    return LostView(tell.language, *titles, word("home"), home, word("all-facts"), f"{home}facts/")


def _page(env: Environment, template: str, around: Frame, view: object, tell: Teller) -> bytes:
    return render(env, template, frame=around, view=view, w=tell.word).encode()


def _manifest(title: str, plan: Plan) -> bytes:
    """The web app manifest: the site's name and icon. Source: W3C, Web Application Manifest."""
    icon = {"src": plan.assets["favicon.svg"], "sizes": "any", "type": "image/svg+xml"}
    told = {"name": title, "short_name": title, "start_url": "./", "display": "browser", "icons": [icon]}
    return (json.dumps(told, ensure_ascii=False) + "\n").encode()


@dataclass(frozen=True, slots=True)
class SitemapPage:
    """A page in the map of the site, and the same in other languages."""

    address: str
    alternates: tuple[tuple[str, str], ...]


def _sitemap(env: Environment, ledger: Ledger, plan: Plan) -> bytes:
    """The map of the site, for crawlers. Every page was looked at on the day on which the edition was last read
    through, or corrected since. Sources: sitemaps.org; Google, "Tell Google about localized versions of your page".
    """
    pages = tuple(
        SitemapPage(f"{plan.site_url}{path}", alternates(plan, ledger, path))
        for path in sorted(plan.paths)
        if not path.endswith("/embed/")
    )
    corrected = (each.date.last.isoformat() for each in ledger.corrections if each.date.end)
    changed = max((plan.as_of, *corrected)) if plan.as_of else ""
    return render(env, "sitemap.xml", pages=pages, changed=changed).encode()
