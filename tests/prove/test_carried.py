"""Carried: what words carry is what they say, in value, unit and qualifier."""

from pathlib import Path

import pytest

from factbound.problems import Problem
from factbound.prove.carried import context_fault, quantity_fault
from factbound.prove.own_units import own_units
from factbound.read.book import Book, read_book
from factbound.read.context import ReadContext
from factbound.values.quantities import parse_quantity

OWN = {"job": "jobs", "jobs": "jobs", "site": "sites", "sites": "sites", "MW": "megawatts", "post offices": "offices"}
"""Names of an edition's units in English."""

FALSE = [
    ("en", "three point five per cent", "5 %"),
    ("fr", "trois virgule cinq pour cent", "5 %"),
    ("nl", "drie komma vijf procent", "5 %"),
    ("de", "drei Komma fünf Prozent", "5 %"),
    ("en", "nearly 600 MW", "nearly 600 turbines"),
    ("en", "12 hectares by the river", "12 jobs"),
    ("nl", "12 ha langs het water", "12 jobs"),
    ("nl", "1,250 procent", "1_250 %"),
    ("fr", "même pas 30 magasins", "30 shops"),
    ("nl", "niet eens 30 winkels", "30 shops"),
    ("de", "nicht einmal 30 Filialen", "30 shops"),
    ("de", "1,1 Millionen Tonnen Fracht", "1_100_000 megawatts"),
    ("nl", "600 megawatt", "600 tonnes"),
    ("nl", "600 banen", "600 tonnes"),
]
TRUE = [
    ("en", "three point five per cent", "3.5 %"),
    ("en", "nearly 600 turbines", "nearly 600 turbines"),
    ("nl", "1,25 procent", "1.25 %"),
    ("fr", "au bas mot 500 camions", "at least 500 lorries"),
    ("en", "not even 30 shops", "less than 30 shops"),
    ("de", "1,1 Millionen Tonnen Fracht", "1_100_000 tonnes"),
    ("nl", "600 megawatt", "600 megawatts"),
    ("de", "der zweitgrößte Flughafen", "2 rank"),
    ("nl", "de op één na grootste luchthaven", "2 rank"),
    ("nl", "zakt naar de vierde plaats", "4 rank"),
    ("fr", "le marché a doublé en cinq ans", "2 times"),
]


@pytest.mark.parametrize(("language", "printed", "claimed"), FALSE)
def test_words_do_not_carry_what_they_do_not_say(language: str, printed: str, claimed: str) -> None:
    assert quantity_fault(printed, parse_quantity(claimed), language)


@pytest.mark.parametrize(("language", "printed", "claimed"), TRUE)
def test_words_carry_what_they_say(language: str, printed: str, claimed: str) -> None:
    assert quantity_fault(printed, parse_quantity(claimed), language) is None


@pytest.mark.parametrize(
    ("printed", "claimed", "carried"),
    [
        ("0.6 GW", "600 megawatts", True),
        ("between 0.6 and 0.7 GW", "between 600 and 700 megawatts", True),
        ("600 MW", "600 megawatts", True),
        ("0.6 GWh", "600 megawatts", False),
        ("0.6 GW", "0.6 megawatts", False),
        ("12 ha", "120_000 m2", True),
        ("about 1.5 km²", "about 1_500_000 m2", True),
        ("12 km", "12_000 m2", False),
    ],
)
def test_units_that_measure_the_same_are_converted(printed: str, claimed: str, carried: bool) -> None:
    assert (quantity_fault(printed, parse_quantity(claimed), "en", units=OWN) is None) == carried


@pytest.mark.parametrize(
    ("printed", "claimed"),
    [
        ("400 jobs at 12 sites", "12 jobs"),
        ("400 jobs at 12 sites", "400 sites"),
        ("400 new jobs", "400 sites"),
        ("one job at each site", "1 sites"),
        ("nearly 600 MW", "nearly 600 jobs"),
        ("3 jobs for every site", "3 times"),
    ],
)
def test_what_is_counted_by_the_name_of_one_unit_is_not_another(printed: str, claimed: str) -> None:
    assert quantity_fault(printed, parse_quantity(claimed), "en", units=OWN)


@pytest.mark.parametrize(
    ("printed", "claimed"),
    [
        ("400 jobs at 12 sites", "400 jobs"),
        ("400 jobs at 12 sites", "12 sites"),
        ("400 new jobs", "400 jobs"),
        ("400 openings", "400 jobs"),
        ("a workforce of 400", "400 jobs"),
        ("nearly 600 MW", "nearly 600 megawatts"),
        ("3 post offices", "3 offices"),
        ("12 of the sites", "12 sites"),
    ],
)
def test_a_word_the_edition_does_not_name_is_the_editors_to_judge(printed: str, claimed: str) -> None:
    assert quantity_fault(printed, parse_quantity(claimed), "en", units=OWN) is None


UNITS = """
- id: beds
  name:
    fr:
      one: lit d’hôpital
      other: lits d’hôpital
- id: megawatts
  name:
    en:
      one: megawatt
      other: megawatts
  symbols: [MW]
- id: parcels
  name:
    en:
      one: parcel
      other: parcels
  factors:
    pallet: 40
    pallets: 40
- id: people
  name:
    pl:
      one: osoba
      few: osoby
      many: osób
      other: osoby
- id: stops
  name:
    en:
      one: stop
      other: stops
- id: halts
  name:
    en:
      one: halt
      other: stops
"""


@pytest.fixture
def book(tmp_path: Path) -> Book:
    """A book of facts with these units."""
    problems: list[Problem] = []
    (tmp_path / "units.yml").write_text(UNITS, "utf-8")
    book = read_book(tmp_path, ReadContext(tmp_path, problems))
    assert set(book.units) == {"beds", "megawatts", "parcels", "people", "stops", "halts"}, problems
    return book


def test_units_are_named_in_the_language_of_the_words_and_by_symbols_in_every_one(book: Book) -> None:
    french = own_units(book, "fr")
    assert french == {"lit d'hôpital": "beds", "lits d'hôpital": "beds", "MW": "megawatts",
                      "pallet": "parcels×40", "pallets": "parcels×40"}  # fmt: skip
    assert quantity_fault("12 lits d’hôpital", parse_quantity("12 beds"), "fr", units=french) is None
    assert quantity_fault("12 lits d’hôpital", parse_quantity("12 stops"), "fr", units=french)
    assert quantity_fault("12 MW", parse_quantity("12 megawatts"), "fr", units=french) is None


def test_another_unit_is_so_many_of_the_editions_own(book: Book) -> None:
    english = own_units(book, "en")
    for printed, claimed in (("12 pallets a day", "480 parcels"), ("about 1.5 pallets", "about 60 parcels")):
        assert quantity_fault(printed, parse_quantity(claimed), "en", units=english) is None
    for printed, claimed in (("12 pallets", "12 parcels"), ("12 parcels", "480 parcels"), ("12 pallets", "480 stops")):
        assert quantity_fault(printed, parse_quantity(claimed), "en", units=english)


def test_every_plural_form_of_a_unit_is_looked_for(book: Book) -> None:
    assert own_units(book, "pl") == {"osoba": "people", "osoby": "people", "osób": "people", "MW": "megawatts",
                                     "pallet": "parcels×40", "pallets": "parcels×40"}  # fmt: skip


@pytest.mark.parametrize(
    ("printed", "claimed", "carried"),
    [
        ("€5 per square metre", "5 EUR/m2", True),
        ("€5 per square metre", "5 EUR/hours", False),
        ("$5 per square metre", "5 EUR/m2", False),
        ("5 people", "5 EUR/m2", False),
        ("€4 per site", "4 EUR/sites", True),
        ("€4 per site", "4 EUR/jobs", False),
        ("€4 per parking space", "4 EUR/jobs", True),
        ("80 jobs a year", "80 jobs/years", True),
        ("80 jobs a year", "80 jobs/months", False),
        ("80 sites a year", "80 jobs/years", False),
        ("sales doubled", "2 jobs", False),
        ("one in five jobs", "20 %", True),
        ("one in five jobs", "0.2 jobs", False),
        ("12 lorries", "12 times", False),
        ("12 lorries or more", "at least 12 km", False),
        ("12 lorries", "12 megawatts", False),
        ("as many as 12", "up to 12 km", True),
    ],
)
def test_a_price_or_a_pace_is_for_each_of_what_the_words_say(printed: str, claimed: str, carried: bool) -> None:
    assert (quantity_fault(printed, parse_quantity(claimed), "en", units=OWN) is None) == carried


@pytest.mark.parametrize(
    ("language", "paragraph", "printed", "claimed", "says"),
    [
        ("en", "It will create between 200 and 300 jobs.", "300 jobs", "300 jobs", "between 200 and 300"),
        ("nl", "Er komen twee- tot driehonderd banen.", "driehonderd banen", "300 jobs", "twee- tot driehonderd"),
        ("en", "It costs €2.5 million in all.", "€2.5", "2.5 EUR", "€2.5 million"),
        ("fr", "Il coûte un million et demi d’euros.", "un million", "1_000_000 EUR", "un million et demi d’euros"),
        ("en", "They lost one in five parcels.", "five parcels", "5 parcels", "one in five"),
        ("en", "They offer 400 jobs or more.", "400 jobs", "400 jobs", "400 jobs or more"),
        ("en", "A park of 400 MW is planned.", "400", "400 jobs", "400 MW"),
        ("en", "Staff fell from 400 to 300 people.", "300 people", "300 people", None),
        ("en", "It costs €2.5 million in all.", "€2.5 million", "2_500_000 EUR", None),
        ("en", "It creates 200 jobs, or 300 with the shops.", "200 jobs", "200 jobs", None),
    ],
)
def test_words_that_cut_an_amount_short_do_not_carry_what_is_left(
    language: str, paragraph: str, printed: str, claimed: str, says: str | None
) -> None:
    start = paragraph.index(printed)
    said = context_fault(paragraph, start, start + len(printed), parse_quantity(claimed), language)
    assert said is None if says is None else said and said.startswith(f'the article prints "{says}')


def test_a_word_that_two_units_share_tells_neither(book: Book) -> None:
    english = own_units(book, "en")
    assert "stops" not in english
    assert english["halt"] == "halts"


def test_a_qualifier_that_was_left_out_is_missed_in_another_unit_too() -> None:
    paragraph = "The park has more than 0.6 GW."
    start = paragraph.index("0.6")
    assert context_fault(paragraph, start, start + 6, parse_quantity("600 megawatts"), "en", units=OWN)
