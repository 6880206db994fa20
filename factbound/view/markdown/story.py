"""Story twins: a story as Markdown, its numbers spelled as on its page, its footnotes under the same numbers."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from factbound.read.markdown import CODE
from factbound.read.prose import BLOCKS, Mention, Phrase, plain_text
from factbound.read.stories import Story
from factbound.view.markdown.pages import (
    chart_table,
    input_link,
    promise_line,
    reading_line,
    source_lines,
    sources_line,
    tally_lines,
)
from factbound.view.markdown.syntax import bullets, document, footnote, link, plain
from factbound.view.pages.promise import promise_row, tally
from factbound.view.pages.source import excerpt_rows, source_rows
from factbound.view.parts.footnotes import NoteGroup, NoteView
from factbound.view.parts.tables import chart_rows, comparisons, disagreements, speakers, unconfirmed
from factbound.view.telling.links import Links, in_story
from factbound.view.telling.teller import Teller

_ADMONITION = re.compile(r'^!!! \w+(?: "(.*)")?\n((?:(?: {4}.*)?\n)+)', re.MULTILINE)
"""A block that stands beside the text, as the admonition extension of Python-Markdown has it."""


def story_twin(story: Story, groups: Iterable[NoteGroup], imprint: Iterable[Markup], tell: Teller) -> str:
    """A story as Markdown, with the footnotes and the imprint of its page."""
    notes = {note.id: (note, group.title) for group in groups for note in group.notes}
    told = " · ".join(plain(part.striptags()) for part in imprint)
    return document(_Twin(story, tell, Links(story.url, story.language), notes, told).parts())


@dataclass(frozen=True, slots=True)
class _Twin:
    """A story while it is told again. `notes` are its page's footnotes by their ids, each with the article it stands
    under."""

    story: Story
    tell: Teller
    links: Links
    notes: Mapping[str, tuple[NoteView, str]]
    imprint: str

    def parts(self) -> Iterator[str]:
        story = self.story
        kicker, title, lead = (self.phrase(part) for part in (story.kicker, story.title, story.lead))
        yield f"# {title}"
        yield kicker
        yield lead
        yield self.imprint
        if self.story.tally:
            yield tally_lines(tally(self.tell, self.links, self.story.tally), self.tell)
        yield bullets(list(self.keys()))
        yield self.body()
        yield from self.footnotes()

    def phrase(self, phrase: Phrase | None, own: str = "") -> str:
        """A phrase with its footnotes, but for the figure `own`, which has its footnote already."""
        told = (
            plain(part)
            if isinstance(part, str)
            else plain(self.tell.mention(part))
            if part.target == own
            else self.mention(part)
            for part in self.tell.parts(phrase)
        )
        return "".join(told)

    def keys(self) -> Iterator[str]:
        for key in self.story.keys:
            mention = key.figure.mentions[0]
            figure, label, note = (
                self.mention(mention),
                self.phrase(key.label, mention.target),
                self.phrase(key.note, mention.target),
            )
            support = plain(self.tell.support(self.tell.ledger.figures[mention.target]))
            yield " · ".join(filter(None, [figure, label, note, support]))

    def mention(self, mention: Mention) -> str:
        """A mention in running text."""
        tell, ledger = self.tell, self.tell.ledger
        match mention.kind:
            case "figure":
                figure = ledger.figures[mention.target]
                doubt = f" ({tell.word('unconfirmed')})" if figure.doubt else ""
                return f"{plain(tell.mention(mention))}{doubt}{self.mark(figure.id)}"
            case "cite":
                name, hash_, paragraph = mention.target.partition("#")
                return self.mark(f"{name}-{paragraph}" if hash_ else name)
            case "verdict":
                return link(tell.mention(mention), self.links.promise(mention.target))
            case "published":
                return link(tell.mention(mention), self.links.source(mention.target))
            case _:
                return plain(tell.mention(mention))

    def mark(self, name: str) -> str:
        """The mark of a footnote."""
        return footnote(self.notes[f"fn-{name}"][0].number)

    def body(self) -> str:
        """The story's own Markdown, with its mentions told."""
        told: dict[int, str] = {}
        for number, mention in enumerate(self.story.body.mentions):
            if mention.spot == "code":
                told[number] = mention.source
            elif mention.kind in BLOCKS and mention.spot == "text":
                told[number] = self.block(mention)
            elif mention.spot == "attribute":
                told[number] = plain(self.tell.mention(mention))
            else:
                told[number] = self.mention(mention)
        text = _ADMONITION.sub(_quoted, f"{self.story.body.markdown.strip()}\n")
        return plain_text(self._linked(text), told).strip()

    def _linked(self, text: str) -> str:
        """Links to stories' files as links to their pages, and pictures as seen from the story's page."""
        led = {each.target: in_story(each.target, self.story.folder, self.links) for each in self.story.body.links}
        parts, end = [], 0
        for code in CODE.finditer(text):
            parts += [_led(text[end : code.start()], led), code[0]]
            end = code.end()
        return "".join([*parts, _led(text[end:], led)])

    def block(self, mention: Mention) -> str:
        """A chart as its table, or a table of the ledger."""
        tell, links = self.tell, self.links
        if mention.kind == "promise":
            return f"> {promise_line(promise_row(tell.ledger.promises[mention.target], tell, links), tell)}"
        if mention.target not in tell.ledger.charts:
            return document(_ledger_table(mention.target, tell, links)).strip()
        chart = tell.ledger.charts[mention.target]
        rows = chart_table(chart_rows(chart, tell, links), tell)
        if mention.kind == "table":
            return document([f"**{plain(tell.text(chart.title))}**", rows]).strip()
        title, lead, note = (
            self.phrase(texts[tell.language] if texts else None) for texts in (chart.title, chart.lead, chart.note)
        )
        sources = {
            source.id: (source.publisher, links.source(source.id))
            for row in chart.rows
            for source in row.figure.sources
        }
        compared = plain(tell.compared(chart))
        return document([f"**{title}**", lead, rows, note, compared, sources_line(sources.values(), tell)]).strip()

    def footnotes(self) -> Iterator[str]:
        """The footnotes in the order of their numbers."""
        if self.notes:
            yield f"## {self.tell.word('footnotes')}"
        for note, title in sorted(self.notes.values(), key=lambda pair: pair[0].number):
            yield f"{footnote(note.number)}: {self._note(note, title)}"

    def _note(self, note: NoteView, group: str) -> str:
        tell = self.tell
        if not note.readings and not note.operation:
            return f"{plain(group)}, {link(note.statement, note.fact_href)}."
        readings = " / ".join(reading_line(reading, tell) for reading in note.readings)
        inputs = ", ".join(input_link(each, tell) for each in note.inputs)
        worked = f"{plain(note.operation)}{tell.word('colon')} {inputs}." if note.operation else ""
        return " ".join(
            filter(None, [link(note.statement, note.fact_href), readings, worked, plain(" ".join(note.doubts))])
        )


def _led(text: str, led: Mapping[str, str]) -> str:
    """A Markdown text whose links lead where `led` says.

    >>> _led("See [the notes](notes.md) and [us](https://lamps.example/).", {"notes.md": "../notes/"})
    'See [the notes](../notes/) and [us](https://lamps.example/).'
    """
    typed = "|".join(re.escape(target) for target in sorted(led, key=len, reverse=True))
    leading = re.compile(rf"(\]\(<?|^\[[^\]\n]+\]: +<?)({typed})(?=[\s)>]|$)", re.MULTILINE)
    return leading.sub(lambda match: f"{match[1]}{led[match[2]]}", text) if led else text


def _quoted(match: re.Match[str]) -> str:
    """A block beside the text as a quotation block."""
    title, lines = match[1] or "", match[2].rstrip("\n").split("\n")
    told = [*([f"**{title}**", ""] if title else []), *(line.removeprefix("    ") for line in lines)]
    return "\n".join(f"> {line}".rstrip() for line in told) + "\n\n"


def _ledger_table(name: str, tell: Teller, links: Links) -> list[str]:
    """A table that is made from the ledger, as lists."""
    word, colon = tell.word, tell.word("colon")
    match name:
        case "disagreements":
            found = disagreements(tell, links, {})
            return [
                part
                for row in found
                for part in (
                    f"**{link(row.statement, row.fact_href)}** {plain(row.differs)}",
                    bullets(reading_line(reading, tell) for reading in row.readings),
                    f"{word('because')}{colon} {plain(row.because)}" if row.because else "",
                )
            ]
        case "speakers":
            return [
                part
                for voice in speakers(tell, links)
                for speaker in voice.speakers
                for part in (
                    f"**{plain(speaker.name)}** "
                    f"({plain(', '.join(filter(None, [voice.name, speaker.role, speaker.of, speaker.doubt])))})",
                    bullets(
                        f"{link(claim.statement, claim.fact_href)}, {word('reported-by')} "
                        f"{link(claim.reported_by, claim.source_href)}"
                        f"{f', {plain(claim.hedge)}' if claim.hedge else ''}"
                        for claim in speaker.claims
                    ),
                )
            ]
        case "comparisons" | "refused":
            verdicts = ("misleading",) if name == "refused" else ("fair", "with-care")
            return [
                bullets(
                    f"{link(row.result, row.fact_href)} ({row.verdict_word}){colon} {plain(row.statement)} "
                    f"{plain(row.operation)}{colon} {', '.join(link(each.text, each.href) for each in row.inputs)} · "
                    + " · ".join(filter(None, [plain(row.why), plain(row.caveat)]))
                    for row in comparisons(tell, links, verdicts)
                )
            ]
        case "verdicts":
            return [tally_lines(tally(tell, links), tell)]
        case "excerpts":
            return [source_lines(excerpt_rows(tell, links), tell)]
        case "unconfirmed":
            return [
                bullets(
                    f"{link(row.statement, row.fact_href)} ({plain(row.support)}){colon} {plain(' '.join(row.doubts))}"
                    for row in unconfirmed(tell, links)
                )
            ]
        case _:
            return [source_lines(source_rows(tell, links), tell)]
