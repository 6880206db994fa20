"""To each its own words: where a source or a speaker is shown, it says what it says, not what another one does."""

from pathlib import Path

import pytest
from crawler import read_site
from places import ROOT

import factbound
from factbound.ledger import Ledger
from factbound.view.telling.teller import Teller


@pytest.fixture(scope="module")
def parcel() -> Ledger:
    """The real edition's ledger."""
    return factbound.load(ROOT)


@pytest.mark.parametrize("language", ["en", "fr", "nl"])
def test_no_reading_is_shown_with_an_amount_that_it_does_not_print(parcel: Ledger, language: str) -> None:
    tell = Teller(parcel, language)
    wrong, shown = [], 0
    for figure in parcel.facts:
        for reading in figure.readings:
            says = tell.said(figure, reading)
            if reading.says or reading.quantity is None or not says:
                continue
            shown += 1
            printed = figure.preferred and tell.figure(figure, "prose").text
            own = tell.speller.quantity(reading.quantity, "prose").text
            if own != printed and printed and printed in says and printed not in own:
                wrong.append((reading.id, says))
    assert shown
    assert wrong == []


@pytest.mark.parametrize("language", ["en", "fr", "nl"])
def test_no_reading_is_shown_with_a_figure_that_its_source_does_not_give(parcel: Ledger, language: str) -> None:
    tell = Teller(parcel, language)
    wrong = []
    for figure in parcel.facts:
        mentioned = {part.target for part in figure.statement[language].mentions if part.kind == "figure"}
        for reading in figure.readings:
            given = {fact.id for fact in parcel.facts for each in fact.readings if each.source.id == reading.source.id}
            if tell.said(figure, reading) and not reading.says and not mentioned <= given:
                wrong.append(reading.id)
    assert wrong == []


def test_no_source_is_lent_the_sentence_of_one_that_words_it_otherwise(parcel: Ledger) -> None:
    lent, apart = [], 0
    for figure in parcel.facts:
        for reading in figure.readings:
            if "wording" in figure.differences and reading is not figure.preferred:
                apart += 1
                if not reading.says:
                    lent.append(reading.id)
    assert apart
    assert lent == []


def test_a_difference_of_wording_leaves_a_source_without_a_sentence_until_it_has_one(edition: Path) -> None:
    facts = edition / "facts" / "lamp-factory.yml"
    written = facts.read_text("utf-8")
    alike = written.replace("quantity: more than 12_000_000 EUR", "quantity: 12_000_000 EUR").replace(
        "plus de 12 millions d’euros", "12 millions d’euros"
    )
    assert alike != written
    facts.write_text(alike, "utf-8")
    ledger = factbound.load(edition)
    plan = ledger.figures["lamp-factory-plan"]
    assert plan.differences == ("wording",)
    herald = next(reading for reading in plan.readings if reading is not plan.preferred)
    assert Teller(ledger, "en").said(plan, herald) == ""


def test_a_newspaper_that_is_relayed_says_what_it_says(parcel: Ledger) -> None:
    tell, past = Teller(parcel, "en"), parcel.figures["amazon-belgium-past"]
    lecho = next(reading for reading in past.readings if reading.said_by.id == "lecho")
    said = tell.said(past, lecho)
    assert "approximately 800 million euros" in said
    assert "past decade" in said
    assert "more than" not in said
    assert "2015" not in said


def test_the_page_of_an_article_prints_the_article_s_own_amount(good_site: Path) -> None:
    pages = read_site(good_site)
    herald = pages["en/sources/herald-2031/"].all("a")
    said = {link.text.replace("\u00a0", " ") for link in herald if "lamp-factory-plan/" in link.attributes["href"]}
    assert said == {"Lumen plans to invest €12 million in its Ghent factory."}
    twin = (good_site / "en/sources/herald-2031/index.md").read_text("utf-8").replace("\u00a0", " ")
    assert "[Lumen plans to invest €12 million in its Ghent factory.]" in twin
    assert "more than €12 million" not in twin


def test_who_reports_and_who_says_begin_as_sentences_do(good_site: Path) -> None:
    pages = read_site(good_site)
    quiet = [
        span.text.replace("\u00a0", " ")
        for url in ("en/who-says-so/", "en/sources/gazette-2031/", "en/sources/herald-2031/")
        if url in pages
        for span in pages[url].all("span", class_="quiet")
    ]
    told = [words for words in quiet if words.lower().startswith(("said by", "reported by", "hedged"))]
    assert told
    assert all(words[0].isupper() for words in told)
