"""Verification: what was tampered with is told, each in its own way."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some
from overlay import good_edition
from places import ROOT

from factbound.commands.cli import main
from factbound.prove.archive import Ambiguous, Missing, Span, locate
from factbound.prove.carried import context_fault, date_fault, quantity_fault
from factbound.values.dates import parse_period
from factbound.values.quantities import parse_quantity

ARCHIVE = ROOT.parent / "shared" / "sources"


def run(root: Path, *command: str) -> int:
    return main(["--project", str(root), *command])


def verify(root: Path) -> int:
    return run(root, "verify", "--archive", str(root / "archive"))


def change(root: Path, path: str, old: str, new: str) -> None:
    text = (root / path).read_text("utf-8")
    assert old in text
    (root / path).write_text(text.replace(old, new, 1), "utf-8")


@pytest.fixture
def verified(tmp_path: Path) -> Path:
    """The good edition, verified against its archive."""
    root = good_edition(tmp_path / "edition")
    assert verify(root) == 0
    return root


FACTS = "facts/lamp-factory.yml"


@pytest.mark.parametrize(
    ("path", "old", "new", "code"),
    [
        pytest.param(FACTS, "more than 12_000_000 EUR", "more than 13_000_000 EUR", "amount-not-in-words",
            id="a-changed-digit"),
        pytest.param(FACTS, "quantity: more than 12_000_000 EUR", "quantity: 12_000_000 EUR", "amount-not-in-words",
            id="a-lost-qualifier"),
        pytest.param(FACTS, "plus de 12 millions d’euros", "12 millions d’euros", "amount-not-in-words",
            id="a-qualifier-quoted-away"),
        pytest.param(FACTS, "more than 12_000_000 EUR", "more than 12_000_000_000 EUR", "amount-not-in-words",
            id="million-for-milliard"),
        pytest.param(FACTS, "paragraph: 4\n      printed: plus de", "paragraph: 3\n      printed: plus de",
            "words-not-found", id="a-moved-paragraph"),
        pytest.param(FACTS, "printed: 15 000 m²", "printed: 000 m²", "words-not-found", id="a-part-of-a-number"),
        pytest.param(FACTS, "paragraph: 4\n      printed: About 400 people\n      quantity: about 400 people",
            "paragraph: 5\n      printed: how lamps are made", "words-left-out", id="words-from-what-is-left-out"),
        pytest.param("archive/gazette-2031.txt", "La ville fournit", "La  ville offre", "changed-text",
            id="a-text-whose-bytes-changed"),
    ],
)  # fmt: skip
def test_what_was_tampered_with_is_refused(
    verified: Path, capsys: pytest.CaptureFixture[str], path: str, old: str, new: str, code: str
) -> None:
    lock = (verified / "facts/evidence.lock").read_bytes()
    change(verified, path, old, new)
    assert verify(verified) == 1
    assert f"[{code}]" in capsys.readouterr().err
    assert (verified / "facts/evidence.lock").read_bytes() == lock


def test_what_is_counted_by_the_name_of_another_unit_of_the_edition_is_refused(
    verified: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    units = verified / "facts/units.yml"
    units.write_text(units.read_text("utf-8") + "- id: lamps\n  name:\n    en:\n      one: lamp\n      other: lamps\n")
    change(verified, FACTS, "printed: About 400 people\n      quantity: about 400 people",
        "printed: About 400 people\n      quantity: about 400 lamps")  # fmt: skip
    assert verify(verified) == 1
    assert 'the words say "About 400 people", the quantity says about 400 lamps' in capsys.readouterr().err


def test_a_reading_changed_after_it_was_verified_stops_the_build_and_names_the_command(
    verified: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    change(verified, FACTS, "quantity: 12_000_000 EUR", "quantity: 13_000_000 EUR")
    assert run(verified, "check") == 1
    error = capsys.readouterr().err
    assert "[unverified-reading]" in error
    assert "python build.py verify --archive DIR" in error


def test_a_lock_edited_by_hand_is_refused(verified: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(verified, "facts/evidence.lock", "offset: ", "offset: 1")
    assert run(verified, "check") == 1
    assert "[bad-lock]" in capsys.readouterr().err


def test_a_changed_text_is_accepted_when_it_is_read_again(verified: Path) -> None:
    change(verified, "archive/gazette-2031.txt", "Lumen arrive à Gand", "Lumen arrive à Gand bientôt")
    assert run(verified, "verify", "--archive", str(verified / "archive"), "--renew") == 0
    assert run(verified, "check") == 0


def test_verifying_again_changes_nothing(verified: Path) -> None:
    lock = (verified / "facts/evidence.lock").read_bytes()
    assert verify(verified) == 0
    assert (verified / "facts/evidence.lock").read_bytes() == lock


def test_an_archive_without_texts_is_a_wrong_call(verified: Path, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert run(verified, "verify", "--archive", str(tmp_path / "empty")) == 2


@pytest.mark.skipif(not ARCHIVE.is_dir(), reason="the articles are not beside the repository")
def test_every_reading_of_this_edition_stands_in_its_article_and_nothing_is_uncovered(tmp_path: Path) -> None:
    before = (ROOT / "facts/evidence.lock").read_bytes()
    assert run(ROOT, "verify", "--archive", str(ARCHIVE)) == 0
    assert (ROOT / "facts/evidence.lock").read_bytes() == before
    assert run(ROOT, "coverage", "--archive", str(ARCHIVE)) == 0


# --- Locating words --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "paragraph"),
    [
        ("7 percent", "It grew by 17 percent."),
        ("234 homes", "There are 1,234 homes."),
        ("234 maisons", "Il y a 1 234 maisons."),
        ("1", "plus de 1,2 milliard"),
        ("220", "une surface de 220 000 mètres"),
        ("12 million", "12 millions d’euros"),
        ("lamps", "lampshades"),
        ("Twelve", "twelve"),
    ],
)
def test_words_inside_longer_words_or_numbers_are_not_found(words: str, paragraph: str) -> None:
    assert locate(words, in_=paragraph) == Missing()


@pytest.mark.parametrize(
    ("words", "paragraph"),
    [
        ("l'usine", "dans l’usine"),
        ("220 000 m²", "sur 220\u202f000\u00a0m²"),
        ('"hub intelligent"', "un « hub intelligent » à Gand"),
        ("logistique", "logis\u00adtique"),
        ("two  words", "two words"),
        ("300 people", "In 2024, 300 people came."),
    ],
)
def test_typographic_variants_are_forgiven(words: str, paragraph: str) -> None:
    assert isinstance(locate(words, in_=paragraph), Span)


def test_words_that_stand_twice_need_the_words_before_them() -> None:
    assert locate("400 people", in_="400 people here, 400 people there") == Ambiguous(2)
    assert locate("400 people", in_="400 people here, 400 people there", after="here") == Span(17, 27)


words = (
    some.text(some.sampled_from("abcé "), min_size=1, max_size=12)
    .map(str.strip)
    .filter(lambda text: text and "  " not in text)
)


@given(words, words, words)
def test_words_put_between_others_are_found_where_they_were_put(before: str, wanted: str, after: str) -> None:
    paragraph = f"{before} {wanted} {after}"
    found = locate(wanted, in_=paragraph)
    if isinstance(found, Span):
        assert paragraph[found.start : found.end] == wanted
    else:
        assert isinstance(found, Ambiguous)


# --- Amounts in words ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("printed", "quantity", "language"),
    [
        ("Plus d’un milliard d’euros", "more than 1_000_000_000 EUR", "fr"),
        ("un billion d’euros", "1_000_000_000_000 EUR", "fr"),
        ("one billion euros", "1_000_000_000 EUR", "en"),
        ("220.000 mètres carrés", "220_000 m2", "fr"),
        ("nearly 300,000 people", "nearly 300_000 people", "en"),
        ("several hundred direct and indirect jobs", "several 100 jobs", "en"),
        ("quelque 400 personnes", "about 400 people", "fr"),
        ("huitième aéroport", "8 rank", "fr"),
        ("sept jours sur sept", "7 days", "fr"),
        ("meer dan tweehonderdvijftig banen", "more than 250 jobs", "nl"),
    ],
)
def test_words_that_carry_the_amount_are_accepted(printed: str, quantity: str, language: str) -> None:
    assert quantity_fault(printed, parse_quantity(quantity), language) is None


@pytest.mark.parametrize(
    ("printed", "quantity", "language"),
    [
        ("un billion d’euros", "1_000_000_000 EUR", "fr"),
        ("plus de 12 millions d’euros", "12_000_000 EUR", "fr"),
        ("12 million euros", "12_000_000 USD", "en"),
        ("7%", "7 EUR", "en"),
        ("€5 million", "5_000_000 jobs", "en"),
        ("eighth", "9 rank", "en"),
    ],
)
def test_words_that_carry_another_amount_are_refused(printed: str, quantity: str, language: str) -> None:
    assert quantity_fault(printed, parse_quantity(quantity), language) is not None


@pytest.mark.parametrize(
    ("words", "language", "whole", "part"),
    [
        ("2 hours 30 minutes", "en", "2.5 hours", "2 hours"),
        ("deux ans et trois mois", "fr", "2.25 years", "2 years"),
        ("2 Euro und 50 Cent", "de", "2.5 EUR", "2 EUR"),
        ("six feet and six inches", "en", "6.5 ft", "6 ft"),
    ],
)
def test_an_amount_in_two_units_is_worth_both(words: str, language: str, whole: str, part: str) -> None:
    assert quantity_fault(words, parse_quantity(whole), language) is None
    assert quantity_fault(words, parse_quantity(part), language)
    quoted = " ".join(words.split()[:2])
    assert context_fault(words, 0, len(quoted), parse_quantity(part), language)


def test_the_refusal_says_what_the_words_say_and_what_the_quantity_says() -> None:
    fault = quantity_fault("plus de 12 millions d’euros", parse_quantity("12_000_000_000 EUR"), "fr")
    assert fault == 'the words say "plus de 12 millions d’euros", the quantity says 12_000_000_000 EUR'


def test_a_qualifier_just_before_the_printed_words_belongs_to_them() -> None:
    paragraph = "Amazon investit plus de 1,2 milliard d’euros."
    start = paragraph.index("1,2")
    assert context_fault(paragraph, start, len(paragraph) - 1, parse_quantity("1_200_000_000 EUR"), "fr") is not None
    assert (
        context_fault(paragraph, start, len(paragraph) - 1, parse_quantity("more than 1_200_000_000 EUR"), "fr") is None
    )


@pytest.mark.parametrize(
    ("printed", "date", "held"),
    [
        ("signé le 13 mai 2031", "2031-05-13", True),
        ("le 13 mai 2031", "2031-06-13", False),
        ("en 2031", "2031-05", False),
        ("au premier semestre 2031", "2031-40", True),
        ("au premier semestre 2031", "2031-01/2031-06", True),
        ("au premier semestre 2031", "2031", True),
        ("au premier semestre 2031", "2031-41", False),
        ("au premier semestre 2031", "2031-03", False),
        ("T3 2031", "2031-35", True),
        ("en 2031", "2031-35", False),
        ("dans les années 90", "1990/1999", True),
        ("dans les années 90", "1980/1989", False),
    ],
)
def test_a_date_stands_in_the_words_with_all_that_it_claims(printed: str, date: str, held: bool) -> None:
    assert (date_fault(printed, parse_period(date), "fr") is None) == held


def test_a_date_that_the_words_do_not_carry_is_told_with_what_they_do() -> None:
    fault = date_fault("im dritten Quartal 2031", parse_period("2031-34"), "de")
    assert fault == 'the words say "im dritten Quartal 2031", the quantity says 2031-34; write 2031-35'
