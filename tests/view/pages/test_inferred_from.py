"""What a date or a name is inferred from stands after *inferred from*: a thing and what is known of it, no sentence."""

import re

import pytest
from places import ROOT

import factbound
from factbound.view.telling.teller import Teller

SENTENCE = {
    "en": r"it |the text |another page [a-z]+s ",
    "fr": r"il |elle |le texte |une autre page \w+ ",
    "nl": r"het (?:meldt|zegt|bericht|brengt|gaat|noemt|plaatst|spreekt|geeft|neemt|is|toont) |de tekst \w+ ",
}


@pytest.mark.parametrize("language", list(SENTENCE))
def test_what_is_inferred_is_inferred_from_a_thing(language: str) -> None:
    ledger = factbound.load(ROOT)
    tell = Teller(ledger, language)
    told = [
        tell.text(known)
        for source in ledger.sources.values()
        for known in (source.publisher_from, source.published_from)
        if known
    ]
    assert len(told) > 20
    assert [words for words in told if re.match(SENTENCE[language], words)] == []
