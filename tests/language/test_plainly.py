"""A text of which it is plain at once that it holds hardly a number is not read for the gate; nothing is passed over
for which a fact has to stand."""

import dataclasses
from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factbound.language import amounts, plainly
from factbound.language.amounts import is_plain
from factbound.language.lexicon import DIGITS_ONLY, languages, lexicon
from factbound.language.measures import AS_WRITTEN, PREFIXES, SYMBOLS
from factbound.language.phrases import pieces
from factbound.read import gate

MARKS = "river É 一 ½ ² m² XIV ⅷ ٣ ｏｎｅ ºne ﬁve m A$ fr. Rs. € % . , ’ - – — + ( / \xad \u2212 \u2011 ſ İ …"
BESIDE = MARKS.split(" ")
APART = "| -|-|, |. |\n|\xa0|'| (|’| – |/"
BETWEEN = (*[" "] * 12, *APART.split("|"))


def words_of(code: str) -> st.SearchStrategy[str]:
    """Words of a lexicon, those often that stand about a one without making a number of it, or with it."""
    lex = lexicon(code)
    tables = (getattr(lex, field.name) for field in dataclasses.fields(lex))
    listed = (table for table in tables if isinstance(table, Iterable) and not isinstance(table, str))
    every = {each for table in listed for each in table if isinstance(each, str) and each}
    rules, told = amounts._rules(code, ()), amounts._plainly(code)._told
    small = (lex.function_words, lex.between_unit, lex.adjectives, lex.inner_qualifiers, lex.of, lex.per)
    kinds = (
        told.ones | told.articles,
        told.ones | told.articles,
        rules.beginnings - told.loud,
        {pieces(phrase)[0] for phrase in rules.measuring},
        {word for table in small for word in table},
        every | {*PREFIXES, *SYMBOLS, *AS_WRITTEN},
        {piece for phrase in every for piece in pieces(phrase)},
        BESIDE,
    )
    word = st.one_of([st.sampled_from(sorted(kind)) for kind in kinds if kind])
    return st.one_of(word, word, word, word.map(str.title), word.map(str.upper))


def found(text: str, code: str) -> tuple[gate.Numeral, ...]:
    """What the gate finds in a text when it reads it."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(gate, "is_plain", lambda *_: False)
        return tuple(gate.numerals_once([text], code))


@pytest.mark.parametrize("code", [*languages(), DIGITS_ONLY])
@given(data=st.data())
def test_a_plain_text_holds_nothing_for_which_a_fact_has_to_stand(code: str, data: st.DataObject) -> None:
    said = data.draw(st.lists(st.tuples(st.sampled_from(BETWEEN), words_of(code)), min_size=1, max_size=7))
    text = "".join(part for pair in said for part in pair)
    assert tuple(gate.numerals_once([text], code or "xx")) == found(text, code or "xx")


@pytest.mark.parametrize("code", languages())
def test_every_mark_beside_a_one_is_known(code: str) -> None:
    told = amounts._plainly(code)._told
    marks = {word for word in {*told.units, *told.more, *told.signs} if not word.isalpha() and plainly._is_coded(word)}
    known = plainly._MEASURES | plainly._SIGNS
    assert all(mark in known or any(map(str.isnumeric, mark)) for mark in marks)


def test_most_prose_is_plain_and_whatever_may_need_a_fact_is_not() -> None:
    plain = (
        ("en", "One of them may be the first; a new boat in the harbour, and the last. In May it was a café’s."),
        ("fr", "Un port, une barque et l’un des premiers à venir : voici un début, le deuxième."),
        ("de", "Ein Boot, das erste einer Reihe, und eines der letzten."),
        ("nl", "Een haven, één van de eerste."),
        ("en", "Снег, 電燈 и дом"),
    )
    assert all(is_plain(text, code) for code, text in plain)
    told = {
        "en": "one percent|a third of it|a year|XIV|two|twice|minus one|½|a half|the nineties|٣|³|𝟝|point one|$ one|一",
        "fr": "un million|un pour cent|vingt et un|quatre-vingts|virgule un|un et demi|le double|les années 80",
        "de": "vierundzwanzig|ein halbes Boot|ein Prozent|anderthalb|jeder zweite|ein Megawatt|der doppelte Preis",
        "nl": "eenentwintig|anderhalf|een procent|een op drie|komma een|de helft",
    }
    assert not [text for code, texts in told.items() for text in texts.split("|") if is_plain(text, code)]
