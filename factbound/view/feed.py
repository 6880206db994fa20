"""Feeds: the stories, corrections and removed facts of a language, as Atom.

Source: RFC 4287, The Atom Syndication Format. An entry's id stays when the site moves to another address (4.2.6), so it
is a name-based UUID (RFC 9562, version 5) of the edition's name and what the entry is about.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import NAMESPACE_URL, uuid5

from factbound.ledger import Ledger, Promise
from factbound.read.stories import Story
from factbound.view.telling.links import changes_path, fact_path, feed_path, promise_path, verdicts_path
from factbound.view.telling.teller import Teller


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """A story, a correction of a figure or a fact that was removed. `kind` is `story`, `correction` or `removed`,
    `label` its word."""

    id: str
    kind: str
    label: str
    href: str
    title: str
    summary: str
    updated: str
    published: str = ""


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed; it was updated when the latest of its entries was."""

    path: str
    id: str
    language: str
    title: str
    author: str
    rights: str
    address: str
    home: str
    updated: str
    entries: tuple[FeedEntry, ...]


def feeds(tell: Teller, site_url: str, today: str) -> tuple[Feed, ...]:
    """The feeds of a language: everything, what changed, and verdicts. `today` is the ISO day on which the edition was
    last read through."""
    changed = sorted(
        [*_corrections(tell, site_url), *_removed(tell, site_url)],
        key=lambda entry: (entry.updated, entry.id),
        reverse=True,
    )
    verdicts = sorted(
        (_verdict(promise, tell, site_url) for promise in tell.ledger.promises.values()),
        key=lambda entry: (entry.updated, entry.id),
        reverse=True,
    )
    day = today or _latest(tell.ledger).isoformat()
    stories = [
        FeedEntry(
            _id(tell, f"story/{story.name}"),
            "story",
            tell.word("story"),
            f"{site_url}{story.url}",
            tell.phrase(story.title),
            tell.phrase(story.lead or story.description),
            _moment(_changed(story, tell) or day),
            _moment(story.published.text) if story.published else "",
        )
        for story in tell.ledger.stories
        if story.language == tell.language
    ]
    title = tell.word("site") or tell.ledger.title
    return (
        _feed(tell, site_url, feed_path(tell.language), "", title, day, [*changed, *stories]),
        _feed(
            tell,
            site_url,
            changes_path(tell.language),
            "corrections/",
            tell.word("feed-corrections", site=title),
            day,
            changed,
        ),
        *(
            [
                _feed(
                    tell,
                    site_url,
                    verdicts_path(tell.language),
                    "promises/",
                    f"{title}: {tell.word('promises').lower()}",
                    day,
                    verdicts,
                )
            ]
            if verdicts
            else []
        ),
    )


def _changed(story: Story, tell: Teller) -> str:
    """The ISO day on which a story last changed: as its front matter has it, or when a figure that it prints was
    corrected; empty where its front matter has no day."""
    if not (told := story.updated or story.published):
        return ""
    printed = {figure.id for figure in tell.relations.printed.get(story.file, [])}
    corrected = (each.date.first.isoformat() for each in tell.ledger.corrections if each.figure.id in printed)
    return max((told.text, *corrected))


def _feed(tell: Teller, site_url: str, path: str, home: str, title: str, day: str, entries: list[FeedEntry]) -> Feed:
    author, updated = (
        tell.word("site") or tell.ledger.title,
        max((entry.updated for entry in entries), default=_moment(day)),
    )
    return Feed(
        path,
        _id(tell, f"feed/{home}"),
        tell.language,
        title,
        author,
        tell.rights,
        f"{site_url}{path}",
        f"{site_url}{tell.language}/{home}",
        updated,
        tuple(entries),
    )


def _corrections(tell: Teller, site_url: str) -> Iterator[FeedEntry]:
    colon = tell.word("colon")
    seen: Counter[tuple[str, str]] = Counter()
    for each in tell.ledger.corrections:
        day = (each.figure.id, each.date.text)
        seen[day] += 1
        summary = (
            f"{tell.word('was')}{colon} {tell.text(each.was)} {tell.word('now')}{colon} {tell.text(each.now)} "
            f"{tell.text(each.why)}"
        )
        yield FeedEntry(
            _id(tell, f"correction/{'/'.join(day)}/{seen[day]}"),
            "correction",
            tell.word("corrections"),
            f"{site_url}{fact_path(tell.language, each.figure.id)}",
            tell.carried(each.figure),
            summary,
            _moment(each.date.first.isoformat()),
        )


def _removed(tell: Teller, site_url: str) -> Iterator[FeedEntry]:
    for each in tell.ledger.removed:
        instead = f" {tell.word('instead')}{tell.word('colon')} {tell.carried(each.instead)}" if each.instead else ""
        yield FeedEntry(
            _id(tell, f"removed/{each.id}"),
            "removed",
            tell.word("removed"),
            f"{site_url}{fact_path(tell.language, each.id)}",
            tell.word("feed-removed", id=each.id),
            f"{tell.text(each.why)}{instead}",
            _moment(each.date.first.isoformat()),
        )


def _verdict(promise: Promise, tell: Teller, site_url: str) -> FeedEntry:
    """The verdict that stands on a promise, since the day on which it took the place of another, or on which we first
    looked."""
    since = promise.history[-1].until if promise.history else promise.looked
    verdict = tell.word(f"promise-{promise.verdict}")
    before = f" ({tell.word(f'promise-{promise.history[-1].verdict}')} → {verdict})" if promise.history else ""
    return FeedEntry(
        _id(tell, f"verdict/{promise.id}/{promise.verdict}/{len(promise.history)}"),
        "verdict",
        tell.word("the-verdict"),
        f"{site_url}{promise_path(tell.language, promise.id)}",
        f"{verdict}: {tell.text(promise.promise)}",
        f"{tell.text(promise.in_words)}{before}",
        _moment(since.first.isoformat()),
    )


def _id(tell: Teller, name: str) -> str:
    return uuid5(NAMESPACE_URL, f"factbound:{tell.ledger.name}/{tell.language}/{name}").urn


def _latest(ledger: Ledger) -> date:
    """The latest day that the ledger knows of: an edition that does not say when it was last read through was written
    after it."""
    days = [source.published.last for source in ledger.sources.values() if source.published.end]
    return max(
        [*days, *(each.date.first for each in ledger.corrections), *(each.date.first for each in ledger.removed)],
        default=date(1970, 1, 1),
    )


def _moment(day: str) -> str:
    return f"{day}T00:00:00Z"
