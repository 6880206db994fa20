"""The site: every page and file of an edition, as paths and bytes, but for what MkDocs renders."""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from jinja2 import Environment, TemplateError
from markupsafe import Markup

from factbound.ledger import Ledger, Source
from factbound.problems import EditionError
from factbound.views import citations, exports, feed, jsonld, twins
from factbound.views.bibliography import FORMATS, Work, bound, entry
from factbound.views.drawings import Drawings
from factbound.views.fact_pages import correction_views, fact_view, facts_view, removed_view
from factbound.views.frame import NOT_FOUND, POLICY, Frame, Plan, frame
from factbound.views.links import Addresses, Links, chart_path, fact_path, source_path
from factbound.views.llms import LLMS, llms_text
from factbound.views.search import search_index
from factbound.views.source_pages import source_rows, source_view
from factbound.views.story_pages import Macros, StoryView, chart_page, embed_view, story_view
from factbound.views.story_twins import story_twin
from factbound.views.tables import picture_path
from factbound.views.telling import Teller
from factbound.views.theme import Asset, render, template_problem

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
    """A finished file of the site: its path from the root, and its bytes."""

    path: str
    data: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class StoryPage:
    """What the template of a story needs: MkDocs renders it."""

    template: str
    frame: Frame
    view: StoryView
    w: object


def story_pages(ledger: Ledger, plan: Plan, drawings: Drawings, env: Environment) -> dict[str, StoryPage]:
    """The stories, by their file in content/."""
    pages: dict[str, StoryPage] = {}
    for story in ledger.stories:
        tell = plan.tellers[story.language]
        view = story_view(story, tell, drawings, partial(_macro, env))
        title, description = tell.phrase(story.title), tell.phrase(story.description or story.lead)
        at = Addresses(plan.site_url, Links(story.url, story.language))
        data = jsonld.page(tell, at, "WebPage", title, jsonld.story(story, tell, at), plan.as_of)
        cite = citations.page_cite(citations.story_work(story, tell, at, plan.as_of), tell, at.links)
        around = frame(plan, tell, story.url, title, description, data=data, cite=cite, twin=twins.TWIN)
        pages[story.file] = StoryPage("story.html", around, view, tell.word)
    return pages


def _macro(env: Environment, name: str, view: object, tell: Teller) -> Markup:
    """A part of a page, from the macros of parts.html."""
    try:
        told = getattr(env.get_template("parts.html").module, name)(view, tell.word)
    except TemplateError as error:
        raise EditionError([template_problem(error, "parts.html")]) from error
    return Markup(told)


def paths(ledger: Ledger, tellers: Mapping[str, Teller]) -> frozenset[str]:
    """Every page of the site, from the root."""
    own = {story.url for story in ledger.stories}
    return frozenset(own | {page.path for language in ledger.languages for page in _generated(tellers[language], {}, _no_macro, "", "")})


def artefacts(
    ledger: Ledger,
    plan: Plan,
    drawings: Drawings,
    files: Mapping[str, bytes],
    env: Environment,
    theme: tuple[Asset, ...],
    today: str,
    stories: Mapping[str, StoryPage],
) -> Iterator[Artefact]:
    """Every file but the stories' pages, which `stories` holds. `files` are the drawn charts' files by path; `today` decides which promises are past due."""
    for language in ledger.languages:
        tell = plan.tellers[language]
        cited: list[citations.CiteView] = []
        for story in ledger.stories:
            if story.language == language:
                told = stories[story.file]
                yield Artefact(f"{story.url}{twins.TWIN}", story_twin(story, told.view.groups, tell).encode())
                cited += [told.frame.cite] if told.frame.cite else []
        for page in _generated(tell, drawings, partial(_macro, env), today, plan.site_url):
            view, around = page.view(), _around(page, plan, tell)
            yield _page(env, page.template, around, view, tell)
            if page.twin:
                yield Artefact(f"{page.path}{twins.TWIN}", page.twin(view, tell).encode())
            if around.cite and page.work:
                cited.append(around.cite)
        yield Artefact(index_path(language), search_index(tell))
        for name, suffix in FORMATS.items():
            yield Artefact(citations.cite_path(language, suffix), bound(name, (each.entries[name] for each in cited)).encode())
        if plan.site_url:
            for each in feed.feeds(tell, plan.site_url, today):
                yield Artefact(each.path, render(env, "feed.xml", feed=each).encode())
    yield from _once(ledger, plan, env)
    yield from (Artefact(asset.path, asset.data) for asset in theme)
    yield from (Artefact(asset.name, asset.data) for asset in theme if asset.name == EMBED)
    yield from (Artefact(path, data) for path, data in files.items())
    yield Artefact("data/facts.json", exports.facts_json(ledger))
    yield Artefact("data/facts.csv", exports.facts_csv(ledger))
    yield Artefact("data/readings.csv", exports.readings_csv(ledger))
    yield Artefact("data/sources.json", exports.sources_json(ledger))
    yield Artefact("data/derived.csv", exports.derived_csv(ledger))
    for chart in ledger.charts.values():
        yield Artefact(f"data/charts/{chart.id}.csv", exports.chart_csv(chart, ledger))
        yield Artefact(f"data/charts/{chart.id}.json", exports.chart_json(chart, ledger))


@dataclass(frozen=True, slots=True)
class _Generated:
    """A page that no story stands for: where it is, what shows it, and what makes its view when it is wanted."""

    path: str
    template: str
    title: str
    description: str
    view: Callable[[], Any]
    kind: str = "WebPage"
    """Its type in schema.org; empty for a page that is only a part of others."""
    about: Callable[[Teller, Addresses], jsonld.Node] = jsonld.nothing
    work: Callable[[Addresses, str], Work] | None = None
    """What a reader cites, from its addresses and the day on which the edition was last read through."""
    source: Source | None = None
    """The article that it is about, which is what a reader of its page cites."""
    twin: Callable[[Any, Teller], str] | None = None


@dataclass(frozen=True, slots=True)
class SearchView:
    """The search page: where its index is."""

    index: str


def index_path(language: str) -> str:
    """Where the search index of a language is, from the site's root."""
    return f"data/search/{language}.json"


def _no_macro(name: str, view: object, tell: Teller) -> Markup:
    """Stands in for the macros where only addresses are wanted."""
    return Markup()


def _generated(tell: Teller, drawings: Drawings, macros: Macros, today: str, site_url: str) -> Iterator[_Generated]:
    """The generated pages of a language."""
    ledger, language, word = tell.ledger, tell.language, tell.word
    at = partial(Links, language=language)
    for figure in ledger.figures.values():
        path = fact_path(language, figure.id)
        yield _Generated(
            path, "fact.html", tell.text(figure.statement), "", partial(fact_view, figure, tell, at(path), today),
            about=partial(jsonld.claim, figure), work=partial(citations.figure_work, figure, tell), twin=twins.fact_twin,
        )  # fmt: skip
    for removed in ledger.removed:
        path = fact_path(language, removed.id)
        yield _Generated(path, "removed.html", word("removed"), "", partial(removed_view, removed, tell, at(path)))
    for source in ledger.sources.values():
        path = source_path(language, source.id)
        yield _Generated(
            path, "source.html", source.publisher, tell.text(source.about), partial(source_view, source, tell, at(path)),
            about=partial(jsonld.article, source), source=source, twin=twins.source_twin,
        )  # fmt: skip
    for chart in ledger.charts.values():
        path = chart_path(language, chart.id)
        yield _Generated(
            path, "chart.html", tell.text(chart.title), tell.text(chart.alt), partial(chart_page, chart, tell, drawings, macros, path, site_url),
            about=partial(jsonld.chart, chart, picture_path(tell, chart.id, "png")),
            work=partial(citations.chart_work, chart, tell), twin=twins.chart_twin,
        )  # fmt: skip
        embed = f"{path}embed/"
        yield _Generated(embed, "embed.html", tell.text(chart.title), "", partial(embed_view, chart, tell, drawings, embed), kind="")
    facts, sources, charts, corrections = (f"{language}/{name}/" for name in ("facts", "sources", "charts", "corrections"))
    rows = tuple((tell.text(chart.title), at(charts).chart(chart.id), tell.text(chart.lead)) for chart in ledger.charts.values())
    yield _Generated(
        facts, "facts.html", word("facts"), word("facts-lead"), partial(facts_view, tell, at(facts)), "CollectionPage", jsonld.dataset,
        twin=twins.facts_twin,
    )  # fmt: skip
    yield _Generated(
        sources, "sources.html", word("sources"), word("sources-lead"), partial(source_rows, tell, at(sources)), "CollectionPage", jsonld.articles,
        twin=twins.sources_twin,
    )  # fmt: skip
    yield _Generated(
        charts, "charts.html", word("charts"), word("charts-lead"), lambda: rows, "CollectionPage", jsonld.charts, twin=twins.charts_twin
    )
    search = f"{language}/search/"
    index = partial(SearchView, at(search).to(index_path(language)))
    yield _Generated(search, "search.html", word("search"), word("search-lead"), index, "SearchResultsPage")
    yield _Generated(
        corrections, "corrections.html", word("corrections"), word("corrections-lead"), partial(correction_views, tell, at(corrections)), "CollectionPage",
        jsonld.corrections, twin=twins.corrections_twin,
    )  # fmt: skip


def _around(page: _Generated, plan: Plan, tell: Teller) -> Frame:
    """The frame of a generated page."""
    at = Addresses(plan.site_url, Links(page.path, tell.language))
    data = jsonld.page(tell, at, page.kind, page.title, page.about(tell, at), plan.as_of) if page.kind else Markup()
    cite = citations.page_cite(page.work(at, plan.as_of), tell, at.links) if page.work else None
    if page.source:
        cite = citations.article_cite(citations.source_work(page.source, tell), tell, at.links)
    return frame(plan, tell, page.path, page.title, page.description, data=data, cite=cite, twin=twins.TWIN if page.twin else "")


def _page(env: Environment, template: str, around: Frame, view: object, tell: Teller) -> Artefact:
    html = render(env, template, frame=around, view=view, w=tell.word)
    return Artefact(f"{around.path}index.html" if around.path.endswith("/") or not around.path else around.path, html.encode())


def _manifest(title: str, plan: Plan) -> bytes:
    """The web app manifest: the site's name and icon. Source: W3C, Web Application Manifest."""
    icon = {"src": plan.assets["favicon.svg"], "sizes": "any", "type": "image/svg+xml"}
    return (
        json.dumps({"name": title, "short_name": title, "start_url": "./", "display": "browser", "icons": [icon]}, ensure_ascii=False)
        + "\n"
    ).encode()


def _once(ledger: Ledger, plan: Plan, env: Environment) -> Iterator[Artefact]:
    """What the site has once: the choice of languages, the page for addresses that do not exist, and files for crawlers."""
    tell = plan.tellers[ledger.languages[0]]
    choices = tuple((language, each.word("language"), f"{language}/") for language, each in plan.tellers.items())
    at = Addresses(plan.site_url, Links("", tell.language))
    yield _page(env, "root.html", frame(plan, tell, "", ledger.title, tell.word("tagline"), data=jsonld.site(tell, at)), choices, tell)
    yield _page(env, "404.html", frame(plan, tell, NOT_FOUND, tell.word("not-found"), ""), choices, tell)
    yield Artefact(LLMS, llms_text(plan.tellers, at).encode())
    works = [citations.source_work(source, tell) for source in ledger.sources.values()]
    for name, suffix in FORMATS.items():
        yield Artefact(citations.sources_path(suffix), bound(name, (entry(name, work) for work in works)).encode())
    yield Artefact("robots.txt", f"User-agent: *\nAllow: /\n{f'Sitemap: {plan.site_url}sitemap.xml' if plan.site_url else ''}\n".encode())
    yield Artefact("_headers", HEADERS.encode())
    yield Artefact(MANIFEST, _manifest(ledger.title, plan))
    if plan.site_url:
        addresses = tuple(f"{plan.site_url}{path}" for path in sorted(plan.paths) if not path.endswith("/embed/"))
        yield Artefact("sitemap.xml", render(env, "sitemap.xml", addresses=addresses).encode())
