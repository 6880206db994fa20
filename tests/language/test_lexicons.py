"""Lexicons: every word that a language says it knows is read as it says, and the documentation shows them."""

import subprocess
import sys

import pytest
from places import ROOT

from factbound.language.amounts import Kind, read
from factbound.language.lexicon import languages, lexicon
from factbound.values.quantities import Qualifier

every_language = pytest.mark.parametrize("language", languages())
ENDLESS = [
    part * 3_000  # deeper than Python calls itself
    for part in ("[" * 5, "zestien", "1,", "un ", "1 000 ", "½" * 2, "twee en ", "hundert", "one of ", "5 ", "III ")
]


def test_the_table_of_what_is_read_is_as_the_lexicons_are() -> None:
    done = subprocess.run([sys.executable, str(ROOT / "scripts/lexicons.py"), "--check"], check=False)
    assert done.returncode == 0, "run python scripts/lexicons.py"


@every_language
def test_every_unit_word_is_read_behind_a_number(language: str) -> None:
    known = lexicon(language)
    longer = {word: code for word, code in known.units.items() if len(word) > 2 and word not in known.times}
    read_as = {word: [each.unit for each in read(f"7 {word}", language)] for word in longer}
    odd = {word for word in longer if word in known.point_words or word in known.shy_units}
    assert {word: units for word, units in read_as.items() if units != [longer[word]] and word not in odd} == {}


@every_language
def test_every_qualifier_is_read_before_a_number(language: str) -> None:
    wanted = {
        word: each for word, each in lexicon(language).qualifiers.items() if each not in {None, Qualifier.SEVERAL}
    }
    behind = {
        look.words: min(look.unless_before)
        for look in lexicon(language).look_alikes
        if look.unless_before and not look.units
    }
    texts = {word: f"{word} 7777777 {behind.get(word, '')}" for word in wanted}
    wrong = {
        texts[word]: [str(found.qualifier) for found in read(texts[word], language)]
        for word, qualifier in wanted.items()
        if [found.qualifier for found in read(texts[word], language)] != [qualifier]
    }
    assert wrong == {}


@every_language
def test_every_idiom_holds_no_number(language: str) -> None:
    idioms = [idiom for idiom in lexicon(language).idioms if not any(character.isdigit() for character in idiom)]
    assert {idiom: read(idiom, language) for idiom in idioms if read(idiom, language)} == {}


@every_language
def test_every_month_makes_a_date(language: str) -> None:
    months = {word: n for word, n in lexicon(language).months.items() if word not in lexicon(language).cardinals}
    read_as = {word: [(each.kind, each.month) for each in read(f"7 {word.title()} 2031", language)] for word in months}
    assert {word: found for word, found in read_as.items() if found != [(Kind.DATE, months[word])]} == {}


@pytest.mark.slow  # very long texts, in each language
@pytest.mark.parametrize("text", ENDLESS, ids=lambda text: text[:8])
def test_a_text_without_an_end_to_its_pattern_is_read_to_its_end(text: str) -> None:
    assert all(each.end <= len(text) for language in languages() for each in read(text, language))
