"""Feeds: a reader's library finds stories, corrections and removed facts, and RFC 4287 has nothing to say against
it."""

import re
from pathlib import Path
from xml.etree import ElementTree

import feedparser
import pytest
from overlay import CORRECTION, REMOVED, write

from factbound.commands.cli import main

ATOM = "{http://www.w3.org/2005/Atom}"
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")


@pytest.fixture
def site(edition: Path) -> Path:
    """The good edition with a correction and a removed fact."""
    write(edition, {"facts/corrections.yml": CORRECTION, "facts/removed.yml": REMOVED})
    assert main(["--project", str(edition), "build"]) == 0
    return edition / "site"


def held_to_the_standard(path: Path, address: str) -> None:
    """RFC 4287: 4.1.1 and 4.1.2, what feeds and entries must have, once, and what it must look like."""
    feed = ElementTree.parse(path).getroot()
    assert feed.tag == f"{ATOM}feed"
    for holder in (feed, *feed.findall(f"{ATOM}entry")):
        for name in ("id", "title", "updated"):
            (found,) = holder.findall(f"{ATOM}{name}")
            assert found.text and found.text.strip()
        assert MOMENT.fullmatch(holder.findtext(f"{ATOM}updated", ""))
        assert re.fullmatch(r"urn:uuid:[0-9a-f-]{36}", holder.findtext(f"{ATOM}id", ""))
        alternates = [
            (link.get("type"), link.get("hreflang"))
            for link in holder.findall(f"{ATOM}link")
            if link.get("rel") == "alternate"
        ]
        assert len(set(alternates)) == len(alternates) == 1
    assert feed.findtext(f"{ATOM}author/{ATOM}name")
    assert [link.get("href") for link in feed.findall(f"{ATOM}link") if link.get("rel") == "self"] == [address]
    ids = [entry.findtext(f"{ATOM}id") for entry in feed.findall(f"{ATOM}entry")]
    assert len(set(ids)) == len(ids)
    assert feed.findtext(f"{ATOM}updated") == max(
        [entry.findtext(f"{ATOM}updated", "") for entry in feed.findall(f"{ATOM}entry")]
        or [feed.findtext(f"{ATOM}updated", "")]
    )


def test_feeds_have_what_the_standard_asks_for(site: Path) -> None:
    held_to_the_standard(site / "en/feed.xml", "https://lamps.example/sub/en/feed.xml")
    held_to_the_standard(site / "en/corrections/feed.xml", "https://lamps.example/sub/en/corrections/feed.xml")


def test_the_real_feeds_have_what_the_standard_asks_for(real_site: Path) -> None:
    for language in ("en", "fr", "nl"):
        for path in (f"{language}/feed.xml", f"{language}/corrections/feed.xml"):
            held_to_the_standard(real_site / path, f"https://parcel-promise.example/{path}")


def test_a_feed_reader_finds_stories_corrections_and_removed_facts(site: Path) -> None:
    read = feedparser.parse((site / "en/feed.xml").read_bytes())
    assert not read.bozo
    assert (read.version, read.feed.title, read.feed.language) == ("atom10", "The Lamp Factory", "en")
    kinds = [entry.tags[0].term for entry in read.entries]
    assert sorted(kinds) == ["correction", "removed", "story", "story"]
    assert [entry.title for entry in read.entries if entry.tags[0].term == "story"] == [
        "A lamp factory for Ghent",
        "How the articles were read",
    ]
    correction = next(entry for entry in read.entries if entry.tags[0].term == "correction")
    assert correction.link == "https://lamps.example/sub/en/facts/lamp-factory-plan/"
    assert correction.updated == "2031-06-01T00:00:00Z"
    assert (
        "It said 11 million euros." in correction.summary and "The director named the larger sum" in correction.summary
    )
    assert [
        entry.link
        for entry in read.entries
        if not (site / entry.link.removeprefix("https://lamps.example/sub/") / "index.html").is_file()
    ] == []


def test_the_feed_of_changes_holds_no_stories(site: Path) -> None:
    read = feedparser.parse((site / "en/corrections/feed.xml").read_bytes())
    assert not read.bozo
    assert sorted(entry.tags[0].term for entry in read.entries) == ["correction", "removed"]
    assert read.feed.updated == "2031-06-01T00:00:00Z"


def test_ids_stay_when_the_site_moves_and_when_a_title_or_a_statement_changes(site: Path, edition: Path) -> None:
    before = {entry.id for entry in feedparser.parse((site / "en/feed.xml").read_bytes()).entries}
    config, story = edition / "mkdocs.yml", edition / "content/en/index.md"
    config.write_text(
        config.read_text("utf-8")
        .replace("https://lamps.example/sub/", "https://moved.example/")
        .replace("2034-02-01", "2034-03-01"),
        "utf-8",
    )
    story.write_text(
        story.read_text("utf-8").replace("title: A lamp factory for Ghent", "title: Lamps for Ghent"), "utf-8"
    )
    assert main(["--project", str(edition), "build"]) == 0
    read = feedparser.parse((site / "en/feed.xml").read_bytes())
    assert {entry.id for entry in read.entries} == before
    updated = {entry.title: entry.updated for entry in read.entries if entry.tags[0].term == "story"}
    assert updated["Lamps for Ghent"] == "2034-03-01T00:00:00Z"


def test_every_page_leads_to_the_feeds(site: Path) -> None:
    text = (site / "en/facts/lamp-factory-plan/index.html").read_text("utf-8")
    assert re.findall(r'type="application/atom\+xml"[^>]*href="([^"]+)"', text) == [
        "../../../en/feed.xml",
        "../../../en/corrections/feed.xml",
    ]


def test_without_an_address_of_the_site_there_is_no_feed(edition: Path) -> None:
    config = edition / "mkdocs.yml"
    config.write_text(re.sub(r"site_url: .*\n", "", config.read_text("utf-8")), "utf-8")
    assert main(["--project", str(edition), "build"]) == 0
    assert list((edition / "site").rglob("feed.xml")) == []
    assert "feed.xml" not in (edition / "site/en/index.html").read_text("utf-8")
