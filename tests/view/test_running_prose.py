"""Running prose: few whole things are words there, and names stand in a sentence as its language wants them."""

import re
from pathlib import Path

import pytest
from overlay import good_edition
from places import ROOT

import factbound
from factbound.language.printing import printing
from factbound.prove.carried import quantity_fault
from factbound.read.interface_words import default_words
from factbound.values.dates import parse_period
from factbound.values.quantities import parse_quantity
from factbound.view.telling.numerals import Speller
from factbound.view.telling.teller import Teller

UNITS = {
    "lamps": {
        "en": {"one": "lamp", "other": "lamps"},
        "fr": {"one": "lampe", "other": "lampes"},
        "nl": {"one": "lamp", "other": "lampen"},
        "de": {"one": "Lampe", "other": "Lampen"},
    }
}


def spelled(language: str, typed: str, form: str = "prose") -> str:
    speller = Speller(language, default_words(language, []), UNITS)
    return speller.quantity(parse_quantity(typed), form).text.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("typed", "en", "fr", "nl"),
    [
        ("5 years", "five years", "cinq ans", "vijf jaar"),
        ("about 1 weeks", "about a week", "environ une semaine", "ongeveer een week"),
        ("1 weeks", "one week", "une semaine", "één week"),
        ("less than 1 hours", "less than an hour", "moins d’une heure", "minder dan een uur"),
        ("10 days", "ten days", "dix jours", "tien dagen"),
        ("24 hours", "24 hours", "24 heures", "24 uur"),
        ("8 rank", "eighth", "huitième", "achtste"),
        ("1 rank", "first", "premier", "eerste"),
        ("more than 3 lamps", "more than three lamps", "plus de trois lampes", "meer dan drie lampen"),
        ("12 lamps", "12 lamps", "12 lampes", "12 lampen"),
    ],
)
def test_running_prose_writes_few_whole_things_as_words(typed: str, en: str, fr: str, nl: str) -> None:
    assert [spelled("en", typed), spelled("fr", typed), spelled("nl", typed)] == [en, fr, nl]


def test_french_elides_before_a_vowel() -> None:
    assert [
        spelled("fr", text, "full") for text in ("several 1_000 jobs", "several 1_000_000_000 USD", "more than 8 lamps")
    ] == [
        "plusieurs milliers de jobs",
        "plusieurs milliards de dollars",
        "plus de 8 lampes",
    ]
    assert spelled("fr", "several 1_000_000 EUR") == "plusieurs millions d’euros"
    assert spelled("fr", "500_000_000 lamps") == "500 millions de lampes"
    assert spelled("fr", "more than 1_234_567 lamps").endswith("567 lampes")
    assert spelled("en", "500_000_000 lamps") == "500 million lamps"
    assert spelled("fr", "more than 8 lamps") == "plus de huit lampes"


def test_french_elides_the_word_before_a_figure_too() -> None:
    before = printing("fr").before
    assert before("Il était question de ", "environ 900 emplois") == "Il était question d’"
    assert before("pas plus que ", "au moins 350") == "pas plus qu’"
    assert before("un hall de ", "30 000 m²") == "un hall de "
    assert before("le ", "8 novembre") == "le "
    assert before("une pause de ", "onze heures") == "une pause de "


def test_no_statement_and_no_title_has_a_word_that_should_be_elided() -> None:
    ledger = factbound.load(ROOT)
    tell = Teller(ledger, "fr")
    said = [tell.text(figure.statement) for figure in ledger.figures.values()]
    said += [tell.text(chart.title) for chart in ledger.charts.values()]
    said += [tell.text(promise.promise) for promise in ledger.promises.values()]
    assert [words for words in said if re.search(r"\b(?:de|que|jusque) (?:environ|au moins|un )", words)] == []
    assert any("d’environ" in words for words in said)


def test_tables_and_labels_keep_digits() -> None:
    assert (spelled("en", "5 years", "full"), spelled("en", "5 years", "short")) == ("5 years", "5 yrs")


def test_dutch_puts_one_space_between_a_currency_sign_and_its_number() -> None:
    assert spelled("nl", "1_200_000_000 EUR", "short") == "€ 1,2 mld"
    assert spelled("nl", "909_000 EUR") == "€ 909.000"


@pytest.mark.parametrize(
    ("typed", "form", "german"),
    [
        ("5 years", "prose", "fünf Jahre"),
        ("about 1 weeks", "prose", "rund eine Woche"),
        ("1 days", "prose", "ein Tag"),
        ("1 lamps", "prose", "1 Lampe"),
        ("8 rank", "full", "8."),
        ("nearly 3_200 lamps", "prose", "knapp 3.200 Lampen"),
        ("between 4_000 and 5_000 lamps", "prose", "zwischen 4.000 und 5.000 Lampen"),
        ("between 2_000_000 and 3_000_000 EUR", "prose", "zwischen 2 Millionen und 3 Millionen Euro"),
        ("between 2_000_000 and 3_000_000 EUR", "short", "zwischen 2 Mio. € und 3 Mio. €"),
        ("more than 1_500_000_000 EUR", "short", "mehr als 1,5 Mrd. €"),
        ("909_000 EUR", "full", "909.000 €"),
        ("several 1_000 lamps", "prose", "mehrere tausend Lampen"),
    ],
)
def test_german_amounts(typed: str, form: str, german: str) -> None:
    assert spelled("de", typed, form) == german


@pytest.mark.parametrize(
    ("language", "typed", "form", "words"),
    [
        ("en", "between 2_500 and 4_000 lamps", "full", "between 2,500 and 4,000 lamps"),
        ("fr", "between 2_500 and 4_000 lamps", "full", "entre 2\u202f500 et 4\u202f000 lampes"),
        ("nl", "between 2_500 and 4_000 lamps", "full", "tussen 2.500 en 4.000 lampen"),
        ("en", "between 40 and 70 %", "full", "between 40 and 70%"),
        ("fr", "between 2_000_000 and 3_000_000 EUR", "full", "entre 2 millions et 3 millions d’euros"),
        ("nl", "between 2_000_000 and 3_000_000 EUR", "short", "tussen € 2 mln en € 3 mln"),
        ("en", "between 2_000_000 and 3_000_000 EUR", "short", "between €2 m and €3 m"),
    ],
)
def test_a_unit_behind_two_bounds_is_said_once(language: str, typed: str, form: str, words: str) -> None:
    assert spelled(language, typed, form) == words


@pytest.mark.parametrize(
    ("language", "typed", "words"),
    [
        ("en", "between 500 and 20_000_000 lamps", "between 500 lamps and 20 million lamps"),
        ("fr", "between 500 and 20_000_000 EUR", "entre 500 € et 20 millions d’euros"),
        ("de", "between 500 and 20_000_000 CHF", "zwischen 500 CHF und 20 Millionen Schweizer Franken"),
    ],
)
def test_a_million_behind_the_second_bound_is_not_heard_behind_the_first(language: str, typed: str, words: str) -> None:
    assert spelled(language, typed, "full") == words


ROUND = sorted(int(key.removeprefix("several-")) for key in default_words("en", []) if re.match("several-[0-9]", key))


@pytest.mark.parametrize("language", ["en", "fr", "nl", "de"])
def test_several_of_whatever_size_is_told_as_several(language: str) -> None:
    for size in ROUND[1:]:
        amount = parse_quantity(f"several {size} EUR")
        told = spelled(language, str(amount), "full")
        assert quantity_fault(told, amount, language) is None, told
    several, alone = (spelled(language, f"{qualifier}56 weeks", "full") for qualifier in ("several ", ""))
    assert several.endswith(alone)
    assert len(several) > len(alone) + 4


def test_several_for_each_of_something_stays_for_each() -> None:
    assert spelled("en", "several 100 EUR/m2") == "several hundred euros per m²"
    assert spelled("en", "several 10 %") == "several times 10%"


@pytest.mark.parametrize("language", ["en", "fr", "nl", "de"])
@pytest.mark.parametrize("unit", ["EUR", "lamps", "hours", "%", "pp", "times", "m2", "rank", "EUR/m2"])
def test_an_amount_of_any_size_is_spelled_in_every_form(language: str, unit: str) -> None:
    for digits in range(29):
        for form in ("full", "prose", "short", "bare", "words"):
            assert spelled(language, f"{10**digits} {unit}", form)


def test_a_german_day_has_a_point() -> None:
    speller = Speller("de", default_words("de", []), UNITS)
    assert speller.date(parse_period("2032-05-12")).replace("\u00a0", " ") == "12. Mai 2032"


@pytest.mark.parametrize(
    ("language", "quarter", "half"),
    [
        ("en", "2nd quarter of 2031", "around 1st half of 2031"),
        ("fr", "2e trimestre 2031", "vers 1er semestre 2031"),
        ("nl", "2e kwartaal van 2031", "rond 1e helft van 2031"),
        ("de", "2. Quartal 2031", "um 1. Halbjahr 2031"),
    ],
)
def test_a_part_of_a_year_is_spelled_in_its_language(language: str, quarter: str, half: str) -> None:
    speller = Speller(language, default_words(language, []), UNITS)
    told = [speller.date(parse_period(date)).replace("\u00a0", " ") for date in ("2031-34", "2031-40~")]
    assert told == [quarter, half]


def test_french_says_de_before_a_y_that_is_heard() -> None:
    assert spelled("fr", "640_000_000_000 JPY", "full") == "640 milliards de yens japonais"


def test_a_short_form_is_not_that_of_another_unit() -> None:
    assert spelled("fr", "18 months", "short") == "18 mois"
    assert spelled("nl", "18 months", "short") == "18 mnd"


@pytest.mark.parametrize(
    ("language", "days", "months"),
    [
        ("en", "1 May 2031 to 13 May 2031", "May 2031 to July 2031"),
        ("fr", "du 1er mai 2031 au 13 mai 2031", "de mai 2031 à juillet 2031"),
        ("nl", "1 mei 2031 tot 13 mei 2031", "mei 2031 tot juli 2031"),
        ("de", "1. Mai 2031 bis 13. Mai 2031", "Mai 2031 bis Juli 2031"),
    ],
)
def test_a_span_of_days_is_said_as_a_language_says_it(language: str, days: str, months: str) -> None:
    speller = Speller(language, default_words(language, []), UNITS)
    spans = ("2031-05-01/2031-05-13", "2031-05/2031-07")
    assert [speller.date(parse_period(span)).replace("\u00a0", " ") for span in spans] == [days, months]


def test_the_year_of_a_date_that_is_known_about_is_about_it(tmp_path: Path) -> None:
    edition = good_edition(tmp_path / "edition")
    facts = edition / "facts/lamp-factory.yml"
    facts.write_text(facts.read_text("utf-8").replace("date: 2031-05-13", "date: 2031~"), "utf-8")
    ledger = factbound.load(edition)
    assert Teller(ledger, "en").figure(ledger.figures["lamp-factory-signing"], "year").text == "around 2031"
