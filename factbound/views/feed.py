"""Feeds: the stories and corrections of a language, as Atom (RFC 4287)."""

from dataclasses import dataclass

from factbound.views.links import fact_path
from factbound.views.telling import Teller


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """A story, or a correction of a figure; its id never changes."""

    id: str
    href: str
    title: str
    summary: str
    updated: str


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed; `updated` is the day on which the edition was last read through."""

    language: str
    title: str
    address: str
    home: str
    updated: str
    entries: tuple[FeedEntry, ...]


def feed_path(language: str) -> str:
    """Where the feed of a language is, from the site's root."""
    return f"{language}/feed.xml"


def feed_of(tell: Teller, site_url: str, today: str) -> Feed:
    """The feed of a language. `today` is an ISO day; an edition that names none takes the day of its latest article."""
    ledger, language = tell.ledger, tell.language
    latest = max((source.published.last for source in ledger.sources.values()), default=None)
    day = today or (latest.isoformat() if latest else "1970-01-01")
    corrections = [
        FeedEntry(
            f"{site_url}{fact_path(language, each.figure.id)}#{each.date}", f"{site_url}{fact_path(language, each.figure.id)}", tell.text(each.figure.statement),
            f"{tell.word('was')} {tell.text(each.was)} {tell.word('now')} {tell.text(each.now)} {tell.text(each.why)}", _moment(each.date.first.isoformat()),
        )
        for each in ledger.corrections
    ]  # fmt: skip
    stories = [
        FeedEntry(f"{site_url}{story.url}", f"{site_url}{story.url}", tell.phrase(story.title), tell.phrase(story.lead), _moment(day))
        for story in ledger.stories
        if story.language == language
    ]
    title = tell.word("site") or ledger.title
    return Feed(language, title, f"{site_url}{feed_path(language)}", f"{site_url}{language}/", _moment(day), (*corrections, *stories))


def _moment(day: str) -> str:
    return f"{day}T00:00:00Z"
