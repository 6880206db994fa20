"""Carried: what words carry is what they say, in value, unit and qualifier."""

import pytest

from factbound.prove.carried import quantity_fault
from factbound.values.quantities import parse_quantity

FALSE = [
    ("en", "nearly 600 MW", "nearly 600 turbines"),
    ("en", "12 hectares by the river", "12 jobs"),
    ("nl", "12 ha langs het water", "12 jobs"),
    ("nl", "1,250 procent", "1_250 %"),
    ("fr", "même pas 30 magasins", "30 shops"),
    ("nl", "niet eens 30 winkels", "30 shops"),
    ("de", "nicht einmal 30 Filialen", "30 shops"),
]
TRUE = [
    ("en", "nearly 600 turbines", "nearly 600 turbines"),
    ("nl", "1,25 procent", "1.25 %"),
    ("fr", "au bas mot 500 camions", "at least 500 lorries"),
    ("en", "not even 30 shops", "less than 30 shops"),
]


@pytest.mark.parametrize(("language", "printed", "claimed"), FALSE)
def test_words_do_not_carry_what_they_do_not_say(language: str, printed: str, claimed: str) -> None:
    assert quantity_fault(printed, parse_quantity(claimed), language)


@pytest.mark.parametrize(("language", "printed", "claimed"), TRUE)
def test_words_carry_what_they_say(language: str, printed: str, claimed: str) -> None:
    assert quantity_fault(printed, parse_quantity(claimed), language) is None
