"""The site: every page and file of an edition, as paths and bytes, but for what MkDocs renders."""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial

from jinja2 import Environment, TemplateError
from markupsafe import Markup

from factbound.ledger import Ledger
from factbound.problems import EditionError
from factbound.views import exports
from factbound.views.drawings import Drawings
from factbound.views.fact_pages import correction_views, fact_view, facts_view, removed_view
from factbound.views.feed import feed_of, feed_path
from factbound.views.frame import NOT_FOUND, POLICY, Frame, Plan, frame
from factbound.views.links import Links, fact_path
from factbound.views.search import search_index
from factbound.views.source_pages import source_rows, source_view
from factbound.views.story_pages import Macros, StoryView, chart_page, embed_view, story_view
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
        view = story_view(story, tell, drawings, partial(macro, env))
        title, description = tell.phrase(story.title), tell.phrase(story.description or story.lead)
        pages[story.file] = StoryPage("story.html", frame(plan, tell, story.url, title, description), view, tell.word)
    return pages


def macro(env: Environment, name: str, view: object, tell: Teller) -> Markup:
    """A part of a page, from the macros of parts.html."""
    try:
        told = getattr(env.get_template("parts.html").module, name)(view, tell.word)
    except TemplateError as error:
        raise EditionError([template_problem(error, "parts.html")]) from error
    return Markup(told)


def paths(ledger: Ledger, tellers: Mapping[str, Teller]) -> frozenset[str]:
    """Every page of the site, from the root."""
    own = {story.url for story in ledger.stories}
    return frozenset(
        own | {page.path for language in ledger.languages for page in generated_pages(tellers[language], {}, _no_macro, "", "")}
    )


def artefacts(
    ledger: Ledger, plan: Plan, drawings: Drawings, files: Mapping[str, bytes], env: Environment, theme: tuple[Asset, ...], today: str
) -> Iterator[Artefact]:
    """Every file but the stories. `files` are the drawn charts' files by path; `today` decides which promises are past due."""
    for language in ledger.languages:
        tell = plan.tellers[language]
        for page in generated_pages(tell, drawings, partial(macro, env), today, plan.site_url):
            yield _page(env, page.template, frame(plan, tell, page.path, page.title, page.description), page.view(), tell)
        yield Artefact(index_path(language), search_index(tell))
        if plan.site_url:
            yield Artefact(feed_path(language), render(env, "feed.xml", feed=feed_of(tell, plan.site_url, today)).encode())
    yield from _once(ledger, plan, env)
    yield from (Artefact(asset.path, asset.data) for asset in theme)
    yield from (Artefact(asset.name, asset.data) for asset in theme if asset.name == EMBED)
    yield from (Artefact(path, data) for path, data in files.items())
    yield from exported(ledger)


def exported(ledger: Ledger) -> Iterator[Artefact]:
    """The ledger as files of data."""
    yield Artefact("data/facts.json", exports.facts_json(ledger))
    yield Artefact("data/facts.csv", exports.facts_csv(ledger))
    yield Artefact("data/readings.csv", exports.readings_csv(ledger))
    yield Artefact("data/sources.json", exports.sources_json(ledger))
    yield Artefact("data/derived.csv", exports.derived_csv(ledger))
    for chart in ledger.charts.values():
        yield Artefact(f"data/charts/{chart.id}.csv", exports.chart_csv(chart, ledger))
        yield Artefact(f"data/charts/{chart.id}.json", exports.chart_json(chart, ledger))


@dataclass(frozen=True, slots=True)
class GeneratedPage:
    """A page that no story stands for: where it is, what shows it, and what makes its view when it is wanted."""

    path: str
    template: str
    title: str
    description: str
    view: Callable[[], object]


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


def generated_pages(
    tell: Teller, drawings: Drawings, macros: Macros, today: str, site_url: str, layout: Callable[[str], str] = str
) -> Iterator[GeneratedPage]:
    """The generated pages of a language; `layout` says where a site keeps them that lays its pages out in another way."""
    ledger, language, word = tell.ledger, tell.language, tell.word
    at = partial(Links, language=language, layout=layout)
    for figure in ledger.figures.values():
        path = fact_path(language, figure.id)
        yield GeneratedPage(path, "fact.html", tell.text(figure.statement), "", partial(fact_view, figure, tell, at(path), today))
    for removed in ledger.removed:
        path = fact_path(language, removed.id)
        yield GeneratedPage(path, "removed.html", word("removed"), "", partial(removed_view, removed, tell, at(path)))
    for source in ledger.sources.values():
        path = f"{language}/sources/{source.id}/"
        yield GeneratedPage(path, "source.html", source.publisher, tell.text(source.about), partial(source_view, source, tell, at(path)))
    for chart in ledger.charts.values():
        path = f"{language}/charts/{chart.id}/"
        yield GeneratedPage(
            path,
            "chart.html",
            tell.text(chart.title),
            tell.text(chart.alt),
            partial(chart_page, chart, tell, drawings, macros, at(path), site_url),
        )
        embed = f"{path}embed/"
        yield GeneratedPage(embed, "embed.html", tell.text(chart.title), "", partial(embed_view, chart, tell, drawings, embed))
    facts, sources, charts, corrections = (f"{language}/{name}/" for name in ("facts", "sources", "charts", "corrections"))
    rows = tuple((tell.text(chart.title), at(charts).chart(chart.id), tell.text(chart.lead)) for chart in ledger.charts.values())
    yield GeneratedPage(facts, "facts.html", word("facts"), word("facts-lead"), partial(facts_view, tell, at(facts)))
    yield GeneratedPage(sources, "sources.html", word("sources"), word("sources-lead"), partial(source_rows, tell, at(sources)))
    yield GeneratedPage(charts, "charts.html", word("charts"), word("charts-lead"), lambda: rows)
    search = f"{language}/search/"
    yield GeneratedPage(
        search, "search.html", word("search"), word("search-lead"), partial(SearchView, at(search).to(index_path(language)))
    )
    yield GeneratedPage(
        corrections, "corrections.html", word("corrections"), word("corrections-lead"), partial(correction_views, tell, at(corrections))
    )


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
    yield _page(env, "root.html", frame(plan, tell, "", ledger.title, tell.word("tagline")), choices, tell)
    yield _page(env, "404.html", frame(plan, tell, NOT_FOUND, tell.word("not-found"), ""), choices, tell)
    yield Artefact("robots.txt", f"User-agent: *\nAllow: /\n{f'Sitemap: {plan.site_url}sitemap.xml' if plan.site_url else ''}\n".encode())
    yield Artefact("_headers", HEADERS.encode())
    yield Artefact(MANIFEST, _manifest(ledger.title, plan))
    if plan.site_url:
        addresses = tuple(f"{plan.site_url}{path}" for path in sorted(plan.paths) if not path.endswith("/embed/"))
        yield Artefact("sitemap.xml", render(env, "sitemap.xml", addresses=addresses).encode())
