"""Search: an index that plain JavaScript reads, for the stories, facts, charts and articles of one language; in parts,
of which the first can be searched while the others are on their way."""

import html
import json
import re
from collections.abc import Iterator
from itertools import islice

from factbound.ledger import Ledger
from factbound.read.prose import plain_text
from factbound.read.stories import Story
from factbound.view.telling.links import fact_path, promise_path
from factbound.view.telling.teller import Teller

Entry = dict[str, str | int]
"""An entry: `u` address from the site's root, `k` kind, `t` title, `d` detail, `x` further words to look in, `p` points
that put facts before what mentions them, and the confirmed before the unconfirmed."""


A_PART = 800
"""Entries in a part: some 60 kB when it is compressed."""


def parts(ledger: Ledger, language: str) -> int:
    """How many parts the index of a language has."""
    stories = sum(story.language == language for story in ledger.stories)
    others = (ledger.promises, ledger.charts, ledger.sources, ledger.figures)
    return max(1, -(-(stories + sum(map(len, others))) // A_PART))


def search_index(tell: Teller, part: int) -> bytes:
    """A part of the index of a language as JSON, counted from 1: stories, promises, charts and articles come first."""
    entries = islice(_entries(tell), (part - 1) * A_PART, part * A_PART)
    return (json.dumps(list(entries), ensure_ascii=False, separators=(",", ":")) + "\n").encode()


def synonyms(tell: Teller) -> list[list[str]]:
    """Words that the edition takes for one another (`search-synonyms` among its interface words: groups between bars,
    words between commas)."""
    groups = ([word.strip() for word in group.split(",")] for group in tell.word("search-synonyms").split("|"))
    return [group for group in groups if len(group) > 1]


def _entries(tell: Teller) -> Iterator[Entry]:
    ledger, language = tell.ledger, tell.language
    for story in ledger.stories:
        if story.language == language:
            yield {
                "u": story.url,
                "k": tell.word("story"),
                "t": tell.phrase(story.title),
                "d": tell.phrase(story.lead),
                "x": _text(story, tell),
            }
    for promise in ledger.promises.values():
        verdict = tell.word(f"promise-{promise.verdict}")
        yield {
            "u": promise_path(language, promise.id),
            "k": tell.word(promise.kind),
            "t": tell.text(promise.promise),
            "d": f"{verdict}. {tell.text(promise.in_words)}",
            "x": tell.name(promise.by),
            "p": 2,
        }
    for chart in ledger.charts.values():
        yield {
            "u": f"{language}/charts/{chart.id}/",
            "k": tell.word("chart"),
            "t": tell.text(chart.title),
            "d": tell.text(chart.lead),
            "x": tell.text(chart.alt),
        }
    for source in ledger.sources.values():
        yield {
            "u": f"{language}/sources/{source.id}/",
            "k": tell.word("source"),
            "t": source.publisher,
            "d": tell.text(source.about),
            "x": source.title or "",
        }
    for figure in ledger.figures.values():
        amount, subject = tell.figure(figure).text, tell.name(figure.subject) if figure.subject else ""
        words = " ".join(
            [
                subject,
                tell.text(figure.place.name) if figure.place else "",
                *(reading.printed for reading in figure.readings),
            ]
        )
        yield {
            "u": fact_path(language, figure.id),
            "k": tell.word("fact"),
            "t": tell.text(figure.statement),
            "d": " · ".join(filter(None, [amount, tell.warning(figure)])),
            "x": words,
            "p": 1 if figure.doubt else 2,
        }


def _text(story: Story, tell: Teller) -> str:
    """A story's words without markup."""
    plain = {number: tell.mention(mention) for number, mention in enumerate(story.body.mentions)}
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", plain_text(story.body.html, plain))).split())
