"""Idioms: what holds a number word and means none passes the gate; what looks like it and counts does not."""

import pytest

from factbound.read.gate import numerals

PASS = {
    "en": ["A half-timbered barn was sold.", "They took a double-decker home.", "It was a million-dollar smile.",
           "The double-glazed hall is quiet.", "The clerk never does things by halves."],
    "fr": ["Il a goûté un mille-feuille.", "Elle se met en quatre.", "Une demi-mesure, dit-elle.",
           "Un agent double est démasqué.", "Le tiers payant continue."],
    "nl": ["Wij vieren de opening.", "Zij acht het plan haalbaar.", "De elf in het verhaal danst.",
           "De dubbelganger zwaaide."],
    "de": ["Bitte geben Sie acht.", "Er will das Mehl sieben.", "Das ist nur die halbe Miete.",
           "Ein halb-offenes Tor stand da."],
}  # fmt: skip
REFUSED = {
    "en": ["A half-million parcels came.", "A half-hour delay cost them dear.", "Double the staff is needed."],
    "fr": ["Un demi-million de colis est arrivé.", "Une demi-heure de retard", "Mille colis sont partis."],
    "nl": ["Acht magazijnen sluiten.", "De elf magazijnen sluiten.", "Een half miljoen pakjes kwam aan."],
    "de": ["Sieben Lager schließen.", "Acht Lager bleiben.", "Eine halbe Million Pakete kam an."],
}  # fmt: skip


@pytest.mark.parametrize(("language", "sentence"), [(code, each) for code, all_ in PASS.items() for each in all_])
def test_an_idiom_counts_nothing(language: str, sentence: str) -> None:
    assert [each.text for each in numerals(sentence, language)] == []


@pytest.mark.parametrize(("language", "sentence"), [(code, each) for code, all_ in REFUSED.items() for each in all_])
def test_a_number_that_looks_like_an_idiom_counts(language: str, sentence: str) -> None:
    assert [each.text for each in numerals(sentence, language)] != []


@pytest.mark.parametrize(
    ("language", "text", "refused"),
    [
        ("en", "one megawatt", ["one"]),
        ("en", "one announcement a year later", []),
        ("fr", "un pour cent", ["un"]),
        ("fr", "un seul article", []),
        ("nl", "één euro", ["één"]),
        ("nl", "één jaar later", []),
        ("de", "in acht Tagen", ["acht"]),
        ("de", "außer Acht", []),
    ],
)
def test_one_of_a_measure_is_a_number_and_one_of_a_thing_is_told(language: str, text: str, refused: list[str]) -> None:
    assert [each.text for each in numerals(text, language)] == refused
