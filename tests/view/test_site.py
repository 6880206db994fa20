"""This repository's own edition, built and crawled."""

import json
from pathlib import Path

import pytest
from crawler import Page
from site_rules import SiteRules


@pytest.fixture(scope="module")
def site(real_site: Path) -> Path:
    return real_site


class TestTheParcelPromise(SiteRules):
    def test_every_reading_of_an_article_was_verified_and_none_of_an_excerpt(self, site: Path) -> None:
        facts = json.loads((site / "data/facts.json").read_text("utf-8"))["facts"]
        readings = [reading for fact in facts for reading in fact["readings"]]
        assert {reading["verified"] for reading in readings if reading["paragraph"]} == {True}
        assert {reading["verified"] for reading in readings if not reading["paragraph"]} == {False}
        assert sum(bool(reading["paragraph"]) for reading in readings) == 229

    def test_no_quotation_is_longer_than_a_hundred_characters(self, pages: dict[str, Page]) -> None:
        """What is quoted of others has its language; our own statements between quotation marks have none."""
        quoted = [e.text for page in pages.values() for e in page.all("q") if "lang" in e.attributes]
        assert quoted
        assert [text for text in quoted if len(text) > 100] == []

    def test_every_fact_that_a_story_prints_has_a_page(self, site: Path, pages: dict[str, Page]) -> None:
        data = json.loads((site / "data/facts.json").read_text("utf-8"))
        wanted = {f"{language}/facts/{fact['id']}/" for language in data["languages"] for fact in data["facts"]}
        assert wanted - pages.keys() == set()
