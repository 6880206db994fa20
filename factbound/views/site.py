"""The site: every page and file of an edition, as paths and bytes, but for what MkDocs renders."""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial

from jinja2 import Environment, TemplateError
from markupsafe import Markup

from factbound.content import Story
from factbound.ledger import Ledger
from factbound.problems import EditionError
from factbound.views import exports
from factbound.views.drawings import Drawings
from factbound.views.fact_pages import correction_views, fact_view, facts_view, removed_view
from factbound.views.feed import feed_of, feed_path
from factbound.views.frame import NOT_FOUND, POLICY, Plan, frame
from factbound.views.links import Links, fact_path
from factbound.views.search import search_index
from factbound.views.source_pages import source_rows, source_view
from factbound.views.story_pages import Macros, chart_page, embed_view, story_view
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
    """A file of the site: its path from the root, and what makes its bytes when they are wanted (EditionError for a broken template)."""

    path: str
    make: Callable[[], bytes] = field(repr=False)


@dataclass(frozen=True, slots=True)
class StoryPage:
    """A story as MkDocs renders it: its template, its address, and what gives the template's values when they are wanted."""

    template: str
    path: str
    values: Callable[[], Mapping[str, object]] = field(repr=False)


def story_pages(ledger: Ledger, plan: Plan, drawings: Drawings, env: Environment) -> dict[str, StoryPage]:
    """The stories, by their file in content/."""
    return {story.file: StoryPage("story.html", story.url, partial(_story, story, plan, drawings, env)) for story in ledger.stories}


def _story(story: Story, plan: Plan, drawings: Drawings, env: Environment) -> Mapping[str, object]:
    """What the template of a story is given."""
    tell = plan.tellers[story.language]
    title, description = tell.phrase(story.title), tell.phrase(story.description or story.lead)
    view = story_view(story, tell, drawings, partial(_macro, env))
    return {"frame": frame(plan, tell, story.url, title, description), "view": view, "w": tell.word}


def story_artefact(page: StoryPage, env: Environment) -> Artefact:
    """A story rendered without MkDocs, for a preview."""
    return Artefact(file_of(page.path), lambda: render(env, page.template, **page.values()).encode())


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
    files: Mapping[str, Callable[[], bytes]],
    env: Environment,
    theme: tuple[Asset, ...],
    today: str,
) -> Iterator[Artefact]:
    """Every file but the stories. `files` make what goes with charts and shares, by path; `today` decides which promises are past due."""
    for language in ledger.languages:
        tell = plan.tellers[language]
        for page in _generated(tell, drawings, partial(_macro, env), today, plan.site_url):
            yield Artefact(file_of(page.path), partial(_page, env, plan, tell, page))
        yield Artefact(index_path(language), partial(search_index, tell))
        if plan.site_url:
            yield Artefact(feed_path(language), partial(_feed, env, plan, tell, today))
    yield from _once(ledger, plan, env)
    yield from (Artefact(asset.path, partial(bytes, asset.data)) for asset in theme)
    yield from (Artefact(asset.name, partial(bytes, asset.data)) for asset in theme if asset.name == EMBED)
    yield from (Artefact(path, make) for path, make in files.items())
    yield Artefact("data/facts.json", partial(exports.facts_json, ledger))
    yield Artefact("data/facts.csv", partial(exports.facts_csv, ledger))
    yield Artefact("data/readings.csv", partial(exports.readings_csv, ledger))
    yield Artefact("data/sources.json", partial(exports.sources_json, ledger))
    yield Artefact("data/derived.csv", partial(exports.derived_csv, ledger))
    for chart in ledger.charts.values():
        yield Artefact(f"data/charts/{chart.id}.csv", partial(exports.chart_csv, chart, ledger))
        yield Artefact(f"data/charts/{chart.id}.json", partial(exports.chart_json, chart, ledger))


@dataclass(frozen=True, slots=True)
class _Generated:
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


def _generated(tell: Teller, drawings: Drawings, macros: Macros, today: str, site_url: str) -> Iterator[_Generated]:
    """The generated pages of a language."""
    ledger, language, word = tell.ledger, tell.language, tell.word
    at = partial(Links, language=language)
    for figure in ledger.figures.values():
        path = fact_path(language, figure.id)
        yield _Generated(path, "fact.html", tell.text(figure.statement), "", partial(fact_view, figure, tell, at(path), today))
    for removed in ledger.removed:
        path = fact_path(language, removed.id)
        yield _Generated(path, "removed.html", word("removed"), "", partial(removed_view, removed, tell, at(path)))
    for source in ledger.sources.values():
        path = f"{language}/sources/{source.id}/"
        yield _Generated(path, "source.html", source.publisher, tell.text(source.about), partial(source_view, source, tell, at(path)))
    for chart in ledger.charts.values():
        path = f"{language}/charts/{chart.id}/"
        yield _Generated(
            path,
            "chart.html",
            tell.text(chart.title),
            tell.text(chart.alt),
            partial(chart_page, chart, tell, drawings, macros, path, site_url),
        )
        embed = f"{path}embed/"
        yield _Generated(embed, "embed.html", tell.text(chart.title), "", partial(embed_view, chart, tell, drawings, embed))
    facts, sources, charts, corrections = (f"{language}/{name}/" for name in ("facts", "sources", "charts", "corrections"))
    rows = tuple((tell.text(chart.title), at(charts).chart(chart.id), tell.text(chart.lead)) for chart in ledger.charts.values())
    yield _Generated(facts, "facts.html", word("facts"), word("facts-lead"), partial(facts_view, tell, at(facts)))
    yield _Generated(sources, "sources.html", word("sources"), word("sources-lead"), partial(source_rows, tell, at(sources)))
    yield _Generated(charts, "charts.html", word("charts"), word("charts-lead"), lambda: rows)
    search = f"{language}/search/"
    yield _Generated(search, "search.html", word("search"), word("search-lead"), partial(SearchView, at(search).to(index_path(language))))
    yield _Generated(
        corrections, "corrections.html", word("corrections"), word("corrections-lead"), partial(correction_views, tell, at(corrections))
    )


def file_of(path: str) -> str:
    """The file that answers for a page's address, from the site's root."""
    return f"{path}index.html" if path.endswith("/") or not path else path


def _page(env: Environment, plan: Plan, tell: Teller, page: _Generated) -> bytes:
    """A generated page."""
    around = frame(plan, tell, page.path, page.title, page.description)
    return render(env, page.template, frame=around, view=page.view(), w=tell.word).encode()


def _feed(env: Environment, plan: Plan, tell: Teller, today: str) -> bytes:
    return render(env, "feed.xml", feed=feed_of(tell, plan.site_url, today)).encode()


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
    root = _Generated("", "root.html", ledger.title, tell.word("tagline"), lambda: choices)
    lost = _Generated(NOT_FOUND, "404.html", tell.word("not-found"), "", lambda: choices)
    yield from (Artefact(file_of(page.path), partial(_page, env, plan, tell, page)) for page in (root, lost))
    robots = f"User-agent: *\nAllow: /\n{f'Sitemap: {plan.site_url}sitemap.xml' if plan.site_url else ''}\n"
    yield Artefact("robots.txt", robots.encode)
    yield Artefact("_headers", HEADERS.encode)
    yield Artefact(MANIFEST, partial(_manifest, ledger.title, plan))
    if plan.site_url:
        yield Artefact("sitemap.xml", partial(_sitemap, env, plan))


def _sitemap(env: Environment, plan: Plan) -> bytes:
    addresses = tuple(f"{plan.site_url}{path}" for path in sorted(plan.paths) if not path.endswith("/embed/"))
    return render(env, "sitemap.xml", addresses=addresses).encode()
