"""A second opinion: text2num, which others wrote, is asked for the numbers in words; each disagreement is settled here,
in writing. It turns words into digits and knows neither parts nor halves nor units, so what is compared are values."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from num2words import num2words
from text_to_num import alpha2digit

from factbound.language.amounts import Amount, read

SENTENCES = {
    "en": "The company opened {} shops.",
    "fr": "La société a ouvert {} magasins.",
    "de": "Das Unternehmen eröffnete {} Filialen.",
    "nl": "Het bedrijf opende {} winkels.",
}

AGREED = [
    ("en", "Twenty-five jobs went and seventy more are at risk.", "25 70"),
    ("en", "It employs two hundred and five people in three towns.", "205 3"),
    ("en", "Fifteen hundred workers walked out.", "1500"),
    ("en", "Nineteen hundred and fifty parcels an hour.", "1950"),
    ("en", "A hundred vans and a thousand bicycles.", "100 1000"),
    ("en", "The second warehouse is the first of three.", "2 1 3"),
    ("en", "Sixteen to eighteen hours a day.", "16 18"),
    ("en", "Two or three years.", "2 3"),
    ("en", "Six hundred thousand square metres.", "600000"),
    ("en", "Three point five per cent.", "3.5"),
    ("fr", "Vingt-cinq emplois disparaissent et soixante-dix sont menacés.", "25 70"),
    ("fr", "Mille deux cents salariés, quinze cents postes.", "1200 1500"),
    ("fr", "Deux mille cinq cents colis à l’heure.", "2500"),
    ("fr", "Septante-cinq emplois, nonante-neuf camions.", "75 99"),
    ("fr", "Le premier entrepôt et le deuxième.", "1 2"),
    ("fr", "Vingt et un jours, deux ou trois ans.", "21 2 3"),
    ("fr", "Deux virgule zéro cinq points.", "2.05"),
    ("de", "Fünfundzwanzig Stellen fallen weg, siebzig sind bedroht.", "25 70"),
    ("de", "Zweihundertfünf Menschen in drei Städten.", "205 3"),
    ("de", "Tausendzweihundert Beschäftigte, hundert Wagen.", "1200 100"),
    ("de", "Neunzehnhundertfünfzig Pakete am zweiten Standort.", "1950 2"),
    ("de", "Zwei Millionen dreihunderttausend Pakete.", "2300000"),
    ("de", "Sechzehn bis achtzehn Stunden.", "16 18"),
    ("de", "Drei Komma fünf Prozent.", "3.5"),
    ("nl", "Vijfentwintig banen verdwijnen en zeventig staan op de tocht.", "25 70"),
    ("nl", "Tweehonderdvijf mensen in drie steden.", "205 3"),
    ("nl", "Twaalfhonderd werknemers, honderd wagens.", "1200 100"),
    ("nl", "Twee miljoen driehonderdduizend pakjes.", "2300000"),
    ("nl", "Drie komma vijf procent.", "3.5"),
    ("nl", "Een miljoen pakjes in het tweede magazijn.", "1000000 2"),
]

HALVES = "a half belongs to the number; text2num leaves the word and reads the scale"
PARTS = "a part is one amount, not two numbers"
COLLECTIVES = "a dozen or a fifty is a number; text2num does not know the word"
ARTICLES = "an article or a pronoun counts nothing"

SPELLINGS = "one number; text2num stops at this German spelling of one hundred and one thousand, or of one million"
UNKNOWN = re.compile(r"hunderteinstausend|Milliarden? eine Million")
"""What text2num cannot read of what num2words spells."""

SETTLED = [
    ("en", "One thousand, one hundred shops.", "1100", "1000 100", "a comma may stand behind the thousands"),
    ("en", "Half a million parcels.", "500000", "1000000", HALVES),
    ("en", "Two and a half million parcels.", "2500000", "2 1000000", HALVES),
    ("en", "One in five parcels came back.", "0.2", "1 5", PARTS),
    ("en", "Two thirds of the parcels arrived.", "2/3", "2 3", PARTS),
    ("en", "A dozen vans, two dozen drivers.", "12 24", "2", COLLECTIVES),
    ("en", "Dozens of vans.", "12", "", COLLECTIVES),
    ("en", "No one came, and one of them left.", "1", "1 1", ARTICLES),
    ("en", "One point two five million parcels.", "1250000", "1.25 1000000", "the scale belongs to the decimals"),
    ("fr", "Un million et demi de colis.", "1500000", "1000000", HALVES),
    ("fr", "Deux ans et demi de travaux.", "2.5", "2", HALVES),
    ("fr", "Un colis sur cinq.", "0.2", "1 5", PARTS),
    ("fr", "Quatre-vingt-dix-sept colis sur cent.", "0.97", "97 100", PARTS),
    ("fr", "Les deux tiers des colis.", "2/3", "2", PARTS),
    ("fr", "Une cinquantaine de camions.", "50", "1", COLLECTIVES),
    ("fr", "Une douzaine de camions.", "12", "1", COLLECTIVES),
    ("fr", "Un entrepôt a fermé.", "", "1", ARTICLES),
    ("fr", "Trois virgule cinq pour cent.", "3.5", "3.5 100", "the hundred of pour cent is part of a unit"),
    ("de", "Anderthalb Millionen Pakete.", "1500000", "1000000", HALVES),
    ("de", "Zweieinhalb Millionen Pakete.", "2500000", "1000000", HALVES),
    ("de", "Jeder zweite Fahrer.", "0.5", "2", PARTS),
    ("de", "Zwei Drittel der Pakete.", "2/3", "2", PARTS),
    ("de", "Ein Dutzend Fahrer.", "12", "1", COLLECTIVES),
    ("de", "Dutzende Wagen.", "12", "", COLLECTIVES),
    ("de", "Einhunderteinstausend Pakete.", "101000", "", SPELLINGS),
    ("de", "Zwei Milliarden eine Million Euro.", "2001000000", "2000000000 1000000", SPELLINGS),
    ("de", "Ein Lager schließt.", "", "1", ARTICLES),
    ("nl", "Anderhalf miljoen pakjes.", "1500000", "1000000", HALVES),
    ("nl", "Tweeënhalf miljoen pakjes.", "2500000", "1000000", HALVES),
    ("nl", "Een op vijf pakjes.", "0.2", "1 5", PARTS),
    ("nl", "Twee derde van de pakjes.", "2/3", "2 3", PARTS),
    ("nl", "Een dozijn wagens.", "12", "1", COLLECTIVES),
    ("nl", "Tientallen wagens.", "10", "", COLLECTIVES),
    ("nl", "Eén magazijn sluit.", "1", "", "with its accents it is the number; text2num does not know them"),
]
"""Language, sentence, what we read, what text2num reads, and why they may differ."""


def ours(text: str, language: str) -> str:
    """The values that we read, in order, both ends of a range."""
    return " ".join(value for each in read(text, language) for value in _values(each))


def _values(amount: Amount) -> list[str]:
    return [str(value) for value in (amount.value, amount.lower, amount.upper) if value is not None]


def theirs(text: str, language: str) -> str:
    """The values that text2num reads, in order."""
    digits = re.findall(r"\d+(?:[.,]\d+)?", alpha2digit(text, language, threshold=0))
    return " ".join(value.replace(",", ".") for value in digits)


@pytest.mark.parametrize("language", SENTENCES)
@settings(deadline=None)
@given(number=st.integers(2, 999_999_999_999))
def test_both_read_a_spelled_number_in_a_sentence_alike(language: str, number: int) -> None:
    spelled = num2words(number, lang=language).replace(",", "")
    sentence = SENTENCES[language].format(spelled)
    assert ours(sentence, language) == str(number)
    assert UNKNOWN.search(spelled) or theirs(sentence, language) == str(number)


@pytest.mark.parametrize(("language", "sentence", "values"), AGREED)
def test_both_read_a_sentence_alike(language: str, sentence: str, values: str) -> None:
    assert ours(sentence, language) == theirs(sentence, language) == values


@pytest.mark.parametrize(("language", "sentence", "we", "they", "why"), SETTLED)
def test_a_disagreement_is_settled(language: str, sentence: str, we: str, they: str, why: str) -> None:
    assert (ours(sentence, language), theirs(sentence, language)) == (we, they), why
    assert we != they, "they agree now: move the sentence up"
