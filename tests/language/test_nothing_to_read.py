"""A text of which it is plain at once that it holds no number is not read; nothing is passed over so that reading would
find."""

import dataclasses
from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factbound.language.amounts import read
from factbound.language.lexicon import languages, lexicon
from factbound.language.rules import Rules

BESIDE = ("river", "walked", "É", "à", "一", "½", "²", "m²", "€", "%", "°", ".", ",", "’", "-", "IV", "7")


def words_of(language: str) -> list[str]:
    """Every word and phrase that a lexicon holds."""
    lex = lexicon(language)
    tables = (getattr(lex, field.name) for field in dataclasses.fields(lex))
    held = (each for table in tables if isinstance(table, Iterable) and not isinstance(table, str) for each in table)
    return sorted({each for each in held if isinstance(each, str) and each} | {*BESIDE})


@pytest.mark.parametrize("language", languages())
@given(data=st.data())
def test_what_is_not_read_holds_nothing(language: str, data: st.DataObject) -> None:
    often = sorted({*lexicon(language).articles, *lexicon(language).function_words})
    word = st.sampled_from(often) | st.sampled_from(words_of(language)) | st.sampled_from(BESIDE)
    said = " ".join(data.draw(st.lists(word, min_size=1, max_size=6)))
    text = data.draw(st.sampled_from([said, said.title(), said.upper(), said.replace(" ", "-")]))
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(Rules, "says_none", lambda *_: False)
        whole = read(text, language)
    assert read(text, language) == whole


def test_most_plain_prose_is_not_read() -> None:
    def told(text: str) -> tuple[object, ...]:
        with pytest.MonkeyPatch.context() as patched:
            patched.setattr("factbound.language.amounts.tokens", None)
            return read(text, "en")

    assert told("A boat of the harbour’s, and an engine behind it.") == ()
    for text in ("A boat for a year.", "A boat for a third.", "The second boat.", "Louis XIV.", "A €", "Boat 7"):
        with pytest.raises(TypeError):
            told(text)
