"""The site: every page and file of an edition, as paths and bytes, but for what MkDocs renders."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial

from jinja2 import Environment
from markupsafe import Markup

from factbound.ledger import Ledger
from factbound.views import exports
from factbound.views.frame import NOT_FOUND, Frame, Plan, frame
from factbound.views.links import Links, fact_path
from factbound.views.pages import Drawings, StoryView, chart_page, correction_views, fact_view, facts_view, source_rows, source_view, story_view
from factbound.views.telling import Teller
from factbound.views.theme import Asset


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
        tell = Teller(ledger, story.language)
        view = story_view(story, tell, drawings, partial(_macro, env))
        title, description = tell.phrase(story.title), tell.phrase(story.description or story.lead)
        pages[story.file] = StoryPage("story.html", frame(plan, tell, story.url, title, description), view, tell.word)
    return pages


def _macro(env: Environment, name: str, view: object, tell: Teller) -> Markup:
    """A part of a page, from the macros of parts.html."""
    module = env.get_template("parts.html").module
    return Markup(getattr(module, name)(view, tell.word))  # noqa: S704  a template's escaped output


def paths(ledger: Ledger) -> frozenset[str]:
    """Every page of the site, from the root."""
    own = {story.url for story in ledger.stories}
    return frozenset(own | {path for language in ledger.languages for path, _, _, _ in _generated(Teller(ledger, language), {}, None, "")})


def artefacts(ledger: Ledger, plan: Plan, drawings: Drawings, files: Mapping[str, bytes], env: Environment, theme: tuple[Asset, ...], today: str) -> Iterator[Artefact]:
    """Every file but the stories. `files` are the drawn charts' files by path; `today` decides which promises are past due."""
    for language in ledger.languages:
        tell = Teller(ledger, language)
        for path, template, title, make in _generated(tell, drawings, env, today):
            yield _page(env, template, frame(plan, tell, path, title, ""), make(), tell)
    yield from _once(ledger, plan, env)
    yield from (Artefact(asset.path, asset.data) for asset in theme)
    yield from (Artefact(path, data) for path, data in files.items())
    yield Artefact("data/facts.json", exports.facts_json(ledger))
    yield Artefact("data/facts.csv", exports.facts_csv(ledger))
    yield Artefact("data/readings.csv", exports.readings_csv(ledger))
    yield Artefact("data/sources.json", exports.sources_json(ledger))
    yield Artefact("data/derived.csv", exports.derived_csv(ledger))
    for chart in ledger.charts.values():
        yield Artefact(f"data/charts/{chart.id}.csv", exports.chart_csv(chart, ledger))
        yield Artefact(f"data/charts/{chart.id}.json", exports.chart_json(chart, ledger))


def _generated(tell: Teller, drawings: Drawings, env: Environment | None, today: str):  # type: ignore[no-untyped-def]
    """The generated pages of a language: path, template, title, and what makes the view."""
    ledger, language = tell.ledger, tell.language
    at = partial(Links, language=language)
    for figure in ledger.figures.values():
        path = fact_path(language, figure.id)
        yield path, "fact.html", tell.text(figure.statement), partial(fact_view, figure, tell, at(path), today)
    for source in ledger.sources.values():
        path = f"{language}/sources/{source.id}/"
        yield path, "source.html", source.publisher, partial(source_view, source, tell, at(path))
    for chart in ledger.charts.values():
        path = f"{language}/charts/{chart.id}/"
        yield path, "chart.html", tell.text(chart.title), partial(chart_page, chart, tell, drawings, partial(_macro, env), path)
    path = f"{language}/facts/"
    yield path, "facts.html", tell.word("facts"), partial(facts_view, tell, at(path))
    path = f"{language}/sources/"
    yield path, "sources.html", tell.word("sources"), partial(source_rows, tell, at(path))
    path = f"{language}/charts/"
    charts = tuple((tell.text(chart.title), at(path).chart(chart.id), tell.text(chart.lead)) for chart in ledger.charts.values())
    yield path, "charts.html", tell.word("charts"), partial(tuple, charts)
    path = f"{language}/corrections/"
    yield path, "corrections.html", tell.word("corrections"), partial(correction_views, tell, at(path))


def _page(env: Environment, template: str, around: Frame, view: object, tell: Teller) -> Artefact:
    html = env.get_template(template).render(frame=around, view=view, w=tell.word)
    return Artefact(f"{around.path}index.html" if around.path.endswith("/") or not around.path else around.path, html.encode())


def _once(ledger: Ledger, plan: Plan, env: Environment) -> Iterator[Artefact]:
    """What the site has once: the choice of languages, the page for addresses that do not exist, and files for crawlers."""
    tell = Teller(ledger, ledger.languages[0])
    tellers = exports.tellers(ledger)
    choices = tuple((language, each.word("language"), f"{language}/") for language, each in tellers.items())
    yield _page(env, "root.html", frame(plan, tell, "", ledger.title, tell.word("tagline")), choices, tell)
    yield _page(env, "404.html", frame(plan, tell, NOT_FOUND, tell.word("not-found"), ""), choices, tell)
    yield Artefact("robots.txt", f"User-agent: *\nAllow: /\n{f'Sitemap: {plan.site_url}sitemap.xml' if plan.site_url else ''}\n".encode())
    if plan.site_url:
        addresses = tuple(f"{plan.site_url}{path}" for path in sorted(plan.paths))
        yield Artefact("sitemap.xml", env.get_template("sitemap.xml").render(addresses=addresses).encode())
