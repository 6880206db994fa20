"""Pages of promises: what a reader finds on them, and what they never say."""

import re
from html import unescape
from pathlib import Path


def text_of(site: Path, path: str) -> str:
    """A page's words, without its markup."""
    html = (site / path / "index.html").read_text("utf-8")
    return re.sub(r"\s+", " ", unescape(re.sub("<[^>]*>", " ", html)))


def test_the_index_lists_promises_by_verdict_with_its_meaning(promised_site: Path) -> None:
    words = text_of(promised_site, "en/promises/")
    assert "kept late 1 It happened as promised, after the day promised." in words
    assert words.index("kept late 1") < words.index("under way 1") < words.index("nobody has told 1")


def test_a_verdict_of_silence_says_how_far_the_search_reached(promised_site: Path) -> None:
    words = text_of(promised_site, "en/promises/lamp-land/")
    assert "Searched in English. The newest page found on it: 20 January 2034" in words
    assert "That nothing was seen after it does not mean that nothing happened" in words


def test_an_outcome_that_is_another_thing_says_so(promised_site: Path) -> None:
    words = text_of(promised_site, "en/promises/lamp-staff/")
    assert "Not the same thing: guards of another firm are among them" in words


def test_a_promise_shows_its_life_and_its_earlier_verdicts(promised_site: Path) -> None:
    words = text_of(promised_site, "en/promises/lamp-staff/")
    life = words[words.index("From the promise to today") :]
    assert life.index("Promised") < life.index("What happened") < life.index("Last looked at") < life.index("Its day")
    assert "not yet due , until January 2034. people were hired" in life


def test_a_claim_is_claimed_and_a_promise_promised(promised_site: Path) -> None:
    words = text_of(promised_site, "en/promises/lamp-past/")
    words = words[words.index("This is what became of it.") :]
    assert "What was claimed" in words and "From the claim to today" in words and "Claimed" in words
    assert "What was promised" not in words and "From the promise to today" not in words
    assert "What was promised" in text_of(promised_site, "en/promises/lamp-land/")
    assert "in lamp-past. The claim" in text_of(promised_site, "en/facts/lumen-past/")
    assert "## What was claimed" in (promised_site / "en/promises/lamp-past/index.md").read_text("utf-8")


def test_what_rests_on_an_excerpt_is_never_called_checked(promised_site: Path) -> None:
    words = text_of(promised_site, "en/facts/first-lamp-made/")
    assert "seen in an excerpt" in words
    assert "nothing is checked against it" in words
    assert "the words and the amount are in the article" not in words
    assert "paragraph" not in words[words.index("What the sources print") : words.index("Where it is printed")]


def test_a_fact_tells_what_became_of_the_promise_it_is_part_of(promised_site: Path) -> None:
    assert "kept late Something is promised in first-lamp." in text_of(
        promised_site, "en/facts/lamp-factory-first-lamp/"
    )


def test_a_story_prints_verdicts_promises_and_their_number(promised_site: Path) -> None:
    html = (promised_site / "en/since/index.html").read_text("utf-8")
    assert '<a class="outcome outcome-kept-late" href="../../en/promises/first-lamp/">kept late</a>' in html
    words = text_of(promised_site, "en/since/")
    assert "There are three promises, of which one is silent." in words
    assert "dropped 0" in words


def test_articles_are_counted_apart_from_pages_seen_in_excerpts(promised_site: Path) -> None:
    words = text_of(promised_site, "en/")
    assert "2 articles · 1 origin" in words
    assert "1 page in an excerpt · 3 later facts" in words


def test_a_twin_in_markdown_says_the_same(promised_site: Path) -> None:
    twin = (promised_site / "en/promises/first-lamp/index.md").read_text("utf-8")
    assert "**kept late**: It happened as promised, after the day promised." in twin


def test_a_story_opens_with_how_many_promises_are_past_their_day(promised_site: Path) -> None:
    """Read through on 1 February 2034, after the end of 2033, before the end of June 2034."""
    html = (promised_site / "en/since/index.html").read_text("utf-8")
    assert re.search(r'<p class="tally-total"><a [^>]*><b>\d+</b> promises, 1 of them past their day</a></p>', html)
