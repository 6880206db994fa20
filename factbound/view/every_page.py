"""Pages: every page of a site, as what makes it when it is wanted: its view, what stands around it, and its twin in
Markdown."""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, partial
from typing import Any, TypeAlias

from jinja2 import Environment
from markupsafe import Markup

from factbound.language.speech import singulars
from factbound.ledger import Ledger, Source
from factbound.read.stories import Story
from factbound.view.data.files import Data
from factbound.view.markdown import pages as twins
from factbound.view.markdown.story import story_twin
from factbound.view.pages import jsonld
from factbound.view.pages.data import data_view
from factbound.view.pages.fact import correction_views, fact_view, removed_view
from factbound.view.pages.facts_index import facts_view, groups_of, in_parts, subject_view
from factbound.view.pages.frame import Frame, Plan, frame
from factbound.view.pages.promise import promise_view, promises_view
from factbound.view.pages.source import source_view, sources_view
from factbound.view.pages.story import Macros, StoryView, chart_page, story_view
from factbound.view.pages.theme import render, template_errors
from factbound.view.parts import citations
from factbound.view.parts.bibliography import Work
from factbound.view.parts.drawings import Drawings
from factbound.view.parts.embeds import CHART_HEIGHT, FACT_HEIGHT, OEMBED, fact_card
from factbound.view.parts.figures import chart_links, embed_view
from factbound.view.search import parts, synonyms
from factbound.view.telling.links import (
    TWIN,
    Addresses,
    Links,
    chart_path,
    data_path,
    fact_path,
    index_path,
    picture_path,
    promise_path,
    source_path,
    subject_path,
)
from factbound.view.telling.teller import Teller

IsAbout: TypeAlias = Callable[[Teller, Addresses], jsonld.Node]
"""What tells programs what a page is about."""


class Page:
    """A page, made when its files are wanted."""

    path: str
    tell: Teller
    twin: bool
    """Whether it has a twin in Markdown."""
    cited: bool
    """Whether readers can cite it."""

    @property
    def frame(self) -> Frame:
        """What stands around it."""
        raise NotImplementedError

    def html(self) -> bytes:
        """The page."""
        raise NotImplementedError

    def markdown(self) -> bytes:
        """Its twin, of a page that has one."""
        raise NotImplementedError

    @property
    def references(self) -> Mapping[str, str]:
        """The references to it, by format; empty where readers do not cite it."""
        cite = self.frame.cite if self.cited else None
        return cite.entries if cite else {}


class StoryPage(Page):
    """A story's page; its view and its frame are made once, when they are first wanted."""

    template = "story.html"
    twin = cited = True

    def __init__(self, story: Story, plan: Plan, drawings: Drawings, env: Environment) -> None:
        self.story, self.plan, self.drawings, self.env = story, plan, drawings, env
        self.path, self.tell = story.url, plan.tellers[story.language]

    @cached_property
    def view(self) -> StoryView:
        """What its template shows."""
        return story_view(self.story, self.tell, self.drawings, partial(macro, self.env), self.plan.as_of)

    @cached_property
    def frame(self) -> Frame:
        """What stands around it."""
        story, tell = self.story, self.tell
        title, description = tell.phrase(story.title), tell.phrase(story.description or story.lead)
        at = Addresses(self.plan.site_url, Links(story.url, story.language))
        data = jsonld.page(tell, at, "WebPage", title, jsonld.story(story, tell, at), self.plan.as_of)
        cite = citations.page_cite(citations.story_work(story, tell, at, self.plan.as_of), tell, at.links)
        return frame(self.plan, tell, story.url, title, description, data=data, cite=cite, twin=TWIN)

    def values(self) -> Mapping[str, object]:
        """What its template is given."""
        return {"frame": self.frame, "view": self.view, "w": self.tell.word}

    def html(self) -> bytes:
        """The page."""
        return render(self.env, self.template, **self.values()).encode()

    def markdown(self) -> bytes:
        """Its twin."""
        return story_twin(self.story, self.view.groups, self.view.imprint, self.tell).encode()


@dataclass(frozen=True, slots=True)
class GeneratedPage:
    """A page that no story stands for: where it is, what shows it, and what makes its words and its view when they are
    wanted."""

    path: str
    template: str
    titled: Callable[[], str] = field(repr=False)
    described: Callable[[], str] = field(repr=False)
    show: Callable[[], Any] = field(repr=False)
    kind: str = "WebPage"
    """Its type in schema.org; empty for a page that is only a part of others."""
    about: IsAbout = field(default=jsonld.nothing, repr=False)
    work: Callable[[Addresses, str], Work] | None = field(default=None, repr=False)
    """What a reader cites, from its addresses and the day on which the edition was last read through."""
    source: Source | None = field(default=None, repr=False)
    """The article that it is about, which is what a reader of its page cites."""
    twin: Callable[[Any, Teller], str] | None = field(default=None, repr=False)
    of: tuple[str, ...] = ()
    """The name of the thing in the ledger that it is of; empty for a page of many."""
    framed_at: int = 0
    """The height in pixels of the frame in which others embed it; 0 for a page that they do not."""

    @property
    def title(self) -> str:
        """Its title."""
        return self.titled()

    @property
    def description(self) -> str:
        """What it holds, in a sentence; empty for a page that its title says enough of."""
        return self.described()


class FramedPage(Page):
    """A generated page in its frame; its view and its frame are made once, when they are first wanted."""

    def __init__(self, page: GeneratedPage, plan: Plan, tell: Teller, env: Environment) -> None:
        self.page, self.plan, self.tell, self.env = page, plan, tell, env
        self.path = page.path
        self.twin, self.cited = page.twin is not None, page.work is not None

    @cached_property
    def view(self) -> Any:
        """What its template shows."""
        return self.page.show()

    @cached_property
    def frame(self) -> Frame:
        """What stands around it."""
        page, plan, tell = self.page, self.plan, self.tell
        at = Addresses(plan.site_url, Links(page.path, tell.language))
        data = jsonld.page(tell, at, page.kind, page.title, page.about(tell, at), plan.as_of) if page.kind else Markup()
        cite = citations.page_cite(page.work(at, plan.as_of), tell, at.links) if page.work else None
        if page.source:
            cite = citations.article_cite(citations.source_work(page.source, tell), tell, at.links)
        return frame(
            plan,
            tell,
            page.path,
            page.title,
            page.description,
            data=data,
            cite=cite,
            twin=TWIN if page.twin else "",
            oembed=f"{plan.site_url}{page.path}{OEMBED}" if plan.site_url and page.framed_at else "",
        )

    def html(self) -> bytes:
        """The page."""
        return render(self.env, self.page.template, frame=self.frame, view=self.view, w=self.tell.word).encode()

    def markdown(self) -> bytes:
        """Its twin, of a page that has one."""
        assert self.page.twin
        return self.page.twin(self.view, self.tell).encode()


def macro(env: Environment, name: str, view: object, tell: Teller) -> Markup:
    """A part of a page, from the macros of parts.html."""
    with template_errors("parts.html"):
        return Markup(getattr(env.get_template("parts.html").module, name)(view, tell.word))


@dataclass(frozen=True, slots=True)
class SearchView:
    """The search page: where the parts of its index are, and what helps to find in them."""

    indexes: tuple[str, ...]
    singulars: str
    """Endings of plurals and of their singulars, as JSON."""
    synonyms: str
    """Groups of words that the edition takes for one another, as JSON."""
    ways: tuple[tuple[str, str], ...]
    """Where to look when nothing is found: names and addresses."""


def paths(ledger: Ledger, tellers: Mapping[str, Teller]) -> frozenset[str]:
    """Every page of the site, from the root."""
    own = {story.url for story in ledger.stories} | {data_path(language) for language in ledger.languages}
    return frozenset(
        own
        | {
            page.path
            for language in ledger.languages
            for page in generated_pages(tellers[language], {}, _no_macro, "", "")
        }
    )


def _no_macro(name: str, view: object, tell: Teller) -> Markup:
    """Stands in for the macros where only addresses are wanted."""
    return Markup()


def generated_pages(
    tell: Teller, drawings: Drawings, macros: Macros, today: str, site_url: str, layout: Callable[[str], str] = str
) -> Iterator[GeneratedPage]:
    """The generated pages of a language, but for the page of the data; `today` decides which promises are past due, and
    `layout` says where a site keeps them that lays its pages out in another way."""
    ledger, language, word = tell.ledger, tell.language, tell.word
    at = partial(Links, language=language, layout=layout)
    for figure in ledger.figures.values():
        path = fact_path(language, figure.id)
        yield GeneratedPage(
            path,
            "fact.html",
            partial(tell.carried, figure),
            str,
            partial(fact_view, figure, tell, at(path), today, site_url),
            about=partial(jsonld.claim, figure),
            work=partial(citations.figure_work, figure, tell),
            twin=twins.fact_twin,
            of=("figures", figure.id),
            framed_at=FACT_HEIGHT,
        )
        embed = f"{path}embed/"
        yield GeneratedPage(
            embed,
            "fact-embed.html",
            partial(tell.carried, figure),
            str,
            partial(fact_card, figure, tell, at(embed)),
            kind="",
            of=("figures", figure.id),
        )
    for promise in ledger.promises.values():
        path = promise_path(language, promise.id)
        yield GeneratedPage(
            path,
            "promise.html",
            partial(tell.text, promise.promise),
            partial(tell.text, promise.in_words),
            partial(promise_view, promise, tell, at(path), drawings),
            work=partial(citations.promise_work, promise, tell),
            about=partial(jsonld.promise, promise),
            twin=twins.promise_twin,
            of=("promises", promise.id),
        )
    for removed in ledger.removed:
        path = fact_path(language, removed.id)
        yield GeneratedPage(
            path,
            "removed.html",
            partial(word, "removed"),
            str,
            partial(removed_view, removed, tell, at(path)),
            of=("removed",),
        )
    for source in ledger.sources.values():
        path = source_path(language, source.id)
        yield GeneratedPage(
            path,
            "source.html",
            partial(str, source.publisher),
            partial(tell.text, source.about),
            partial(source_view, source, tell, at(path)),
            about=partial(jsonld.article, source),
            source=source,
            twin=twins.source_twin,
            of=("sources", source.id),
        )
    for chart in ledger.charts.values():
        path = chart_path(language, chart.id)
        yield GeneratedPage(
            path,
            "chart.html",
            partial(tell.text, chart.title),
            partial(tell.text, chart.alt),
            partial(chart_page, chart, tell, drawings, macros, at(path), site_url),
            about=partial(jsonld.chart, chart, picture_path(tell, chart.id, "png")),
            work=partial(citations.chart_work, chart, tell),
            twin=twins.chart_twin,
            of=("charts", chart.id),
            framed_at=CHART_HEIGHT,
        )
        embed = f"{path}embed/"
        yield GeneratedPage(
            embed,
            "embed.html",
            partial(tell.text, chart.title),
            str,
            partial(embed_view, chart, tell, drawings, embed),
            kind="",
            of=("charts", chart.id),
        )
    yield from _indexes(tell, drawings, at, today)


def _indexes(tell: Teller, drawings: Drawings, at: Callable[[str], Links], today: str) -> Iterator[GeneratedPage]:
    """The pages that lead to others."""
    ledger, language, word = tell.ledger, tell.language, tell.word

    def index(
        name: str, show: Callable[..., Any], about: IsAbout, twin: Callable[[Any, Teller], str], *given: object
    ) -> GeneratedPage:
        path = f"{language}/{name}/"
        title, lead, view = partial(word, name), partial(word, f"{name}-lead"), partial(show, tell, at(path), *given)
        return GeneratedPage(path, f"{name}.html", title, lead, view, "CollectionPage", about, twin=twin)

    if ledger.promises:
        yield index("promises", promises_view, jsonld.promises, twins.promises_twin, drawings)
    yield index("facts", facts_view, jsonld.dataset, twins.facts_twin, today)
    for group in groups_of(tell) if in_parts(ledger) else ():
        for part in range(1, len(group.parts) + 1):
            path = subject_path(language, group.id, part)
            title = partial(str, group.name if part == 1 else f"{group.name} ({part})")
            show = partial(subject_view, group, part, tell, at(path), today)
            yield GeneratedPage(path, "subject.html", title, str, show, "CollectionPage", twin=twins.subject_twin)
    yield index("sources", sources_view, jsonld.articles, twins.sources_twin)
    yield index("charts", chart_links, jsonld.charts, twins.charts_twin)
    search = f"{language}/search/"
    indexes = tuple(at(search).to(index_path(language, part)) for part in range(1, parts(ledger, language) + 1))
    ways = tuple((word(name), at(search).to(f"{language}/{name}/")) for name in ("facts", "sources", "charts"))
    found = partial(SearchView, indexes, json.dumps(singulars(language)), json.dumps(synonyms(tell)), ways)
    title, lead = partial(word, "search"), partial(word, "search-lead")
    yield GeneratedPage(search, "search.html", title, lead, found, "SearchResultsPage")
    yield index("corrections", correction_views, jsonld.corrections, twins.corrections_twin)


def data_page(data: Data, tell: Teller) -> GeneratedPage:
    """The page that explains the data."""
    path = data_path(tell.language)
    view = lambda: data_view(data.tables, tell, Links(path, tell.language), data.site_url)  # noqa: E731  tables are filled when the page is wanted
    return GeneratedPage(
        path,
        "data.html",
        partial(tell.word, "data"),
        partial(tell.word, "data-lead"),
        view,
        "CollectionPage",
        jsonld.dataset,
    )
