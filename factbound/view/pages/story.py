"""Stories told: a story's phrases, mentions and blocks become a page, and its footnotes gather."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html import escape, unescape

from markupsafe import Markup

from factbound.ledger import Chart
from factbound.read.prose import BLOCKS, Mention, Phrase, fill_tokens, plain_text
from factbound.read.stories import KeyFigure, Story
from factbound.values.dates import parse_period
from factbound.view.charts.forms import FORMS
from factbound.view.charts.key import key
from factbound.view.charts.view import NARROW, WIDE
from factbound.view.pages.fact import UseView
from factbound.view.pages.frame import NavItem
from factbound.view.pages.promise import TallyView, promise_row, tally
from factbound.view.pages.source import excerpt_rows, source_rows
from factbound.view.parts.drawings import Drawings
from factbound.view.parts.embeds import CHART_HEIGHT, embed_code
from factbound.view.parts.figures import FigureView, figure_view
from factbound.view.parts.footnotes import CardView, NoteGroup, Notes, Reference
from factbound.view.parts.tables import chart_rows, comparisons, disagreements, speakers, unconfirmed
from factbound.view.telling.links import Links, in_story
from factbound.view.telling.teller import Teller, in_another_language

Macros = Callable[[str, object, Teller], Markup]
"""Renders the part of a page that a template macro shows: its name, the view object, the teller."""


_ELEMENT = re.compile(r"<(?:a|img)\s[^<>]*>")
"""A link or a picture as Markdown writes it; the same signs in code are written as entities."""
_LEADING = re.compile(r'(?<=\s)(href|src)="([^"]*)"')


@dataclass(frozen=True, slots=True)
class KeyView:
    """A figure printed large."""

    reference: Reference
    label: Markup
    note: Markup
    support: str


@dataclass(frozen=True, slots=True)
class KeyDrawing:
    """The key to the charts, drawn for wide and for narrow columns."""

    wide: Markup
    narrow: Markup


@dataclass(frozen=True, slots=True)
class TableView:
    """A table of the ledger, by the name of its macro, or a chart's table."""

    name: str
    rows: tuple[object, ...]
    title: str = ""


@dataclass(frozen=True, slots=True)
class StoryView:
    """A story page."""

    title: Markup
    kicker: Markup
    lead: Markup
    author: str
    """Who wrote it; empty where nobody has said."""
    imprint: tuple[Markup, ...]
    """By whom, since when and until when."""
    keys: tuple[KeyView, ...]
    tally: TallyView | None
    body: Markup
    contents: tuple[tuple[str, str], ...]
    groups: tuple[NoteGroup, ...]
    cards: tuple[CardView, ...]
    section: tuple[NavItem, ...]
    """The stories of its folder, of a story that stands in one."""
    previous: tuple[str, str] | None
    next: tuple[str, str] | None
    summary: str
    is_home: bool


def story_view(story: Story, tell: Teller, drawings: Drawings, macros: Macros, as_of: str) -> StoryView:
    """A story, with its mentions printed, its charts and its footnotes. `as_of` is the ISO day on which the edition was
    last read through, or empty."""
    links = Links(story.url, story.language)
    drawn = [
        tell.ledger.charts[m.target]
        for m in story.body.mentions
        if m.kind in {"chart", "timeline"} and m.spot == "text"
    ]
    told = [*(mention for part in story.head for mention in part.mentions), *story.body.mentions]
    printed = frozenset(
        mention.target for mention in told if mention.kind == "figure" and mention.spot in {"text", "heading"}
    )
    page = PageTeller(tell, links, Notes(tell, links, drawn), drawings, macros, printed)
    kicker, title, lead = (page.phrase(part) for part in (story.kicker, story.title, story.lead))
    keys = tuple(
        KeyView(
            page.refer(key.figure.mentions[0]),
            page.phrase(key.label, key),
            page.phrase(key.note, key),
            tell.support(tell.ledger.figures[key.figure.mentions[0].target]),
        )
        for key in story.keys
    )
    body, contents = page.body(story)
    before, after = tell.relations.beside[story.file]
    return StoryView(
        title=title,
        kicker=kicker,
        lead=lead,
        author=tell.phrase(story.author),
        imprint=tuple(_imprint(story, tell, as_of)),
        keys=keys,
        tally=tally(tell, links, story.tally) if story.tally else None,
        body=body,
        contents=contents,
        groups=page.notes.groups(),
        cards=page.notes.cards,
        section=tuple(
            NavItem(label, links.to(url), "page" if url == story.url else "")
            for label, url in tell.relations.sections[story.file]
        ),
        previous=(links.to(before[1]), before[0]) if before else None,
        next=(links.to(after[1]), after[0]) if after else None,
        summary=tell.summary(),
        is_home=story.name == "",
    )


def _imprint(story: Story, tell: Teller, as_of: str) -> Iterator[Markup]:
    """Who wrote a story, or the site that it stands in; when it appeared, changed and was last read through."""
    if story.author:
        name = Markup('<span class="author">{}</span>').format(tell.phrase(story.author))
        yield _with(tell.word("by", author="\0"), name)
    else:
        yield Markup.escape(tell.word("site") or tell.ledger.title)
    read = parse_period(as_of) if as_of else None
    for word, day in (("published-on", story.published), ("updated-on", story.updated), ("read-on", read)):
        if day:
            time = Markup('<time datetime="{}">{}</time>').format(day.text, tell.speller.date(day))
            yield _with(tell.word(word, date="\0"), time)


def _with(words: str, part: Markup) -> Markup:
    """Words with this in the place that they keep for it."""
    before, _, after = words.partition("\0")
    return Markup("{}{}{}").format(before, part, after)


@dataclass(slots=True)
class PageTeller:
    """A story while it is told: phrases, mentions and blocks turn into markup, and footnotes gather."""

    tell: Teller
    links: Links
    notes: Notes
    drawings: Drawings
    macros: Macros
    printed: frozenset[str] = frozenset()
    """Ids of the figures that its text prints."""
    keyed: bool = False
    """Whether the key to the charts has been shown."""

    def phrase(self, phrase: Phrase | None, key: KeyFigure | None = None) -> Markup:
        """A phrase with its figures footnoted, but for the key figure that it stands under, which has its footnote
        already."""
        own = key.figure.mentions[0].target if key else None
        told = (
            part if isinstance(part, str) else self.tell.mention(part) if part.target == own else self.mention(part)
            for part in self.tell.parts(phrase)
        )
        return Markup().join(told)

    def refer(self, mention: Mention) -> Reference:
        """A figure, printed here with its footnote and card."""
        return self.notes.refer(self.tell.ledger.figures[mention.target], mention.form)

    def mention(self, mention: Mention) -> Markup:
        """A mention in running text."""
        match mention.kind:
            case "figure":
                return self.macros("figure", self.refer(mention), self.tell)
            case "cite":
                name, hash_, paragraph = mention.target.partition("#")
                ledger = self.tell.ledger
                reference = (
                    self.notes.cite(ledger.sources[name], int(paragraph))
                    if hash_
                    else self.notes.refer(ledger.figures[name], with_card=False)
                )
                return self.macros("citation", reference, self.tell)
            case "verdict":
                verdict = self.tell.ledger.promises[mention.target].verdict
                return Markup('<a class="outcome outcome-{}" href="{}">{}</a>').format(
                    verdict, self.links.promise(mention.target), self.tell.mention(mention)
                )
            case "published":
                return Markup('<a class="dated" href="{}">{}</a>').format(
                    self.links.source(mention.target), self.tell.mention(mention)
                )
            case "lang":
                return in_another_language(mention)
            case _:
                return Markup.escape(self.tell.mention(mention))

    def body(self, story: Story) -> tuple[Markup, tuple[tuple[str, str], ...]]:
        """The body's markup, and its contents as anchors and headings."""
        plain = {number: self.plain(mention) for number, mention in enumerate(story.body.mentions)}
        inline = {number: str(self.printed_at(mention)) for number, mention in enumerate(story.body.mentions)}
        blocks = {number: inline[number] for number, mention in enumerate(story.body.mentions) if is_block(mention)}
        html = fill_tokens(self._story_links(story.body.html, story), inline, blocks)
        contents = tuple(
            (f"#{heading.anchor}", plain_text(heading.text, plain))
            for heading in story.body.headings
            if heading.level == 2
        )
        return Markup(html), contents

    def plain(self, mention: Mention) -> str:
        """What stands for a mention where there is room for words only; code stays as it was typed."""
        return mention.source if mention.spot == "code" else self.tell.mention(mention)

    def printed_at(self, mention: Mention) -> Markup:
        """What stands for a mention where it stands in a body."""
        if is_block(mention):
            return self.block(mention)
        return Markup.escape(self.plain(mention)) if mention.spot in {"code", "attribute"} else self.mention(mention)

    def _story_links(self, html: str, story: Story) -> str:
        """Links to stories' files as links to their pages, and pictures as seen from the story's page."""
        lead = {link.target: in_story(link.target, story.folder, self.links) for link in story.body.links}

        def led(match: re.Match[str]) -> str:
            href = lead.get(unescape(match[2]))
            return match[0] if href is None else f'{match[1]}="{escape(href)}"'

        return _ELEMENT.sub(lambda element: _LEADING.sub(led, element[0]), html)

    def block(self, mention: Mention) -> Markup:
        """A chart or a table."""
        ledger, tell, links = self.tell.ledger, self.tell, self.links
        if mention.kind == "promise":
            return self.macros("promise", promise_row(ledger.promises[mention.target], tell, links), tell)
        if mention.kind == "table" and mention.target not in ledger.charts:
            return self.macros(
                f"table_{mention.target}", ledger_table(mention.target, tell, links, self.drawings), tell
            )
        chart = ledger.charts[mention.target]
        if mention.kind == "table":
            return self.macros(
                "chart_table",
                TableView("chart", chart_rows(chart, tell, links, self.printed), tell.text(chart.title)),
                tell,
            )
        shown = self.macros("chart", figure_view(chart, tell, links, self.drawings, self.phrase, self.printed), tell)
        if self.keyed or not FORMS[chart.form].needs.key:
            return shown
        self.keyed = True
        return shown + self.macros(
            "chart_key", KeyDrawing(Markup(key(tell.word, WIDE)), Markup(key(tell.word, NARROW))), tell
        )


def is_block(mention: Mention) -> bool:
    """Whether it is a chart or a table, which takes the place of its paragraph."""
    return mention.kind in BLOCKS and mention.spot == "text"


def ledger_table(name: str, tell: Teller, links: Links, drawings: Drawings) -> TableView:
    """A table that is made from the ledger."""
    rows: tuple[object, ...]
    match name:
        case "disagreements":
            rows = disagreements(tell, links, drawings)
        case "speakers":
            rows = speakers(tell, links)
        case "comparisons":
            rows = comparisons(tell, links, ("fair", "with-care"))
        case "refused":
            rows = comparisons(tell, links, ("misleading",))
        case "unconfirmed":
            rows = unconfirmed(tell, links)
        case "verdicts":
            rows = tally(tell, links).counts
        case "excerpts":
            rows = excerpt_rows(tell, links)
        case _:
            rows = source_rows(tell, links)
    return TableView(name, rows)


@dataclass(frozen=True, slots=True)
class ChartPage:
    """A chart's page."""

    figure: FigureView
    alt: str
    groups: tuple[NoteGroup, ...]
    cards: tuple[CardView, ...]
    uses: tuple[UseView, ...]
    embed_href: str
    embed_code: str


def chart_page(
    chart: Chart, tell: Teller, drawings: Drawings, macros: Macros, links: Links, site_url: str
) -> ChartPage:
    """A chart's page."""
    page = PageTeller(tell, links, Notes(tell, links), drawings, macros)
    figure = figure_view(chart, tell, links, drawings, page.phrase)
    printed_in = [story for story in tell.relations.charted.get(chart.id, ()) if story.language == tell.language]
    uses = tuple(
        UseView(tell.phrase(story.title), f"{links.to(story.url)}#chart-{chart.id}", "") for story in printed_in
    )
    code = embed_code(site_url, f"{links.page}embed/", tell.text(chart.title), CHART_HEIGHT)
    return ChartPage(figure, tell.text(chart.alt), page.notes.groups(), page.notes.cards, uses, "embed/", code)
