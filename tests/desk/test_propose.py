"""Propose: what words of an article and an edition's lists make of a number, and of who says it."""

from dataclasses import replace
from pathlib import Path

import pytest
from overlay import GOOD

from factbound.commands.cli import main
from factbound.desk.draft import counted
from factbound.desk.lists import Lists, lists_of
from factbound.desk.propose import Proposal, propose, propose_words
from factbound.desk.voices import unknown_voice
from factbound.read.book import read_book
from factbound.read.context import ReadContext
from factbound.read.strict_yaml import parse


def lists(language: str, *paragraphs: str) -> Lists:
    return lists_of(read_book(GOOD / "facts", ReadContext(GOOD)), language, paragraphs)


def proposed(language: str, *paragraphs: str) -> list[Proposal]:
    return list(propose(paragraphs, lists(language, *paragraphs), 2031))


def only(language: str, *paragraphs: str) -> Proposal:
    (found,) = (each for each in proposed(language, *paragraphs) if each.quantity)
    return found


def test_the_words_carry_qualifier_amount_and_unit_and_no_more() -> None:
    found = only("en", "On Monday Lumen said that more than 12 million euros will flow into its works in Ghent.")
    assert (found.printed, found.quantity) == ("more than 12 million euros", "more than 12_000_000 EUR")
    assert found.faults == ()


def test_words_that_stand_twice_are_told_apart_by_those_before_them() -> None:
    first, second = proposed("en", "It paid 3 million euros for land, then 3 million euros for lamps.")
    assert (first.printed, first.after, second.printed, second.after) == (
        "3 million euros",
        "paid",
        "3 million euros",
        "then",
    )
    assert first.faults == second.faults == ()


def test_what_is_counted_is_a_unit_of_the_edition_even_behind_adjectives() -> None:
    found = only("en", "The works will employ about 400 highly skilled people in all.")
    assert (found.printed, found.quantity) == ("about 400 highly skilled people", "about 400 people")


def test_a_word_that_is_counted_alike_stands_for_the_unit() -> None:
    assert only("en", "It has 250 employees.").quantity == "250 people"


def test_a_unit_is_found_in_an_article_of_another_language_than_the_editions() -> None:
    assert only("fr", "L’usine emploiera environ 400 personnes.").quantity == "about 400 people"


def test_what_is_counted_and_no_unit_of_the_edition_is_left_open_and_not_held() -> None:
    found = only("en", "It sold 250 candles.")
    assert found.quantity == "250 TODO"
    assert found.faults == ("what is counted here is no unit of this edition",)


def test_a_date_is_proposed_as_far_as_it_is_printed() -> None:
    (found,) = proposed("fr", "L’accord a été signé le 13 mai 2031, à Ghent.")
    assert (found.date, found.printed, found.place) == ("2031-05-13", "13 mai 2031", "ghent")


def test_a_day_without_a_year_is_offered_with_its_date_left_open() -> None:
    (found,) = proposed("fr", "L’accord a été signé le 13 mai.")
    assert (found.date, found.quantity) == (None, None)


def test_both_ends_of_a_stretch_of_years_stand_in_the_same_words_and_are_the_amounts_period() -> None:
    money, start, end = proposed("en", "Lumen plans to invest 12 million euros between 2031 and 2033.")
    assert (start.printed, start.date) == ("between 2031 and 2033", "2031")
    assert (end.printed, end.date) == ("between 2031 and 2033", "2033")
    assert (money.period, money.hedge, money.measure) == ("2031/2033", "plans", "investment")


@pytest.mark.parametrize(
    ("language", "sentence", "who"),
    [
        ("en", "Lumen will invest 12 million euros, said Ada Claes.", "ada-claes"),
        ("en", "Lumen will invest 12 million euros, said director Ada Claes, who founded it.", "ada-claes"),
        ("en", "According to Lumen, the works cost 12 million euros.", "lumen"),
        ("en", "Ada Claes, who directs Lumen, said the works will cost 12 million euros.", "ada-claes"),
        ("en", "“We will invest 12 million euros. It is a start,” Ada Claes said.", "ada-claes"),
        ("en", "Lumen said it would build in Ghent. The works cost 12 million euros.", "reporter"),
        ("en", "Lumen said it would pay 12 million pounds (12 million euros).", "lumen reporter"),
        ("en", "It cost 12 million euros, Lumen said on Monday, a sum that the council of Ghent had set.", "lumen"),
        ("en", "It cost a lot, Lumen said on Monday, a sum that is near 12 million euros.", "reporter"),
        ("en", "It cost 12 million euros, Lumen said on Monday, and 3 million euros for land.", "lumen lumen"),
        (
            "fr",
            "L’usine coûte 12 millions d’euros, a déclaré Lumen lundi, une somme que la ville avait dite.",
            "lumen",
        ),
        ("nl", "De fabriek kost 12 miljoen euro, zei Lumen maandag, een bedrag dat de stad had bepaald.", "lumen"),
        ("de", "Das Werk kostet 12 Millionen Euro, sagte Lumen am Montag, eine Summe, die die Stadt setzte.", "lumen"),
        ("fr", "L’usine coûtera 12 millions d’euros, a déclaré sa directrice, Ada Claes.", "ada-claes"),
        ("fr", "Selon Lumen, l’usine coûtera 12 millions d’euros.", "lumen"),
        ("fr", "« Nous investirons 12 millions d’euros », précise Lumen dans un communiqué.", "lumen"),
        ("fr", "« Nous investirons 12 millions d’euros », a détaillé Ada Claes face à la presse.", "ada-claes"),
        ("fr", "L’usine coûtera 12 millions d’euros.", "reporter"),
        ("nl", "De fabriek kost 12 miljoen euro, aldus Lumen.", "lumen"),
        ("nl", "Volgens Ada Claes kost de fabriek 12 miljoen euro.", "ada-claes"),
        ("nl", "“We investeren 12 miljoen euro”, zegt Ada Claes.", "ada-claes"),
        ("de", "Das Werk koste 12 Millionen Euro, so Ada Claes.", "ada-claes"),
        ("de", "Laut Lumen kostet das Werk 12 Millionen Euro.", "lumen"),
    ],
)
def test_who_speaks_is_read_off_the_words(language: str, sentence: str, who: str) -> None:
    assert [each.said_by for each in proposed(language, sentence) if each.quantity] == who.split()


@pytest.mark.parametrize(
    ("language", "sentence", "who"),
    [
        ("en", "It moved 12 lamps, the Harbour Works Authority reported Tuesday.", "Harbour Works Authority"),
        ("en", "“It moved 12 lamps,” said Mara Lindt, its director.", "Mara Lindt"),
        ("fr", "« Il y en a 12 », a déclaré Élise de la Tour.", "Élise de la Tour"),
        ("en", "“It moved 12 lamps. It will move more,” Lindt said. “We go on.”", "Lindt"),
        ("en", "It moved 12 lamps.", None),
    ],
)
def test_a_speaker_whom_no_list_has_is_named_as_the_words_have_it(language: str, sentence: str, who: str) -> None:
    assert unknown_voice(sentence, sentence.index("12"), language) == who


def test_a_unit_that_the_machine_knows_and_the_edition_does_not_is_said_to_be_missing() -> None:
    found = only("en", "It moved 12 tonnes.")
    assert (found.quantity, found.faults) == ("12 t", ('there is no unit "t" in this edition',))


def test_what_is_counted_is_measured_by_what_shares_a_word_with_it_or_by_nothing() -> None:
    assert only("en", "It has 250 people employed.").measure == "staff"
    assert only("en", "It lit 250 lamps.").measure is None


@pytest.mark.parametrize(
    ("language", "sentence", "words"),
    [
        ("fr", "Le TGV a pris plus de 81,2 millions de passagers transportés.", "plus de 81,2 millions de passagers"),
        ("fr", "La ville a planté 12 600 nouveaux candélabres.", "12 600 nouveaux candélabres"),
        ("en", "It handled 507,000 intermodal boxes.", "507,000 intermodal boxes"),
    ],
)
def test_words_that_count_what_no_list_has_hold_the_noun(language: str, sentence: str, words: str) -> None:
    found = only(language, sentence)
    assert (found.printed, counted(found)) == (words, (words.rsplit(maxsplit=1)[-1], ""))


def test_words_that_count_nothing_named_end_with_the_number() -> None:
    assert [each.printed for each in proposed("en", "It saw 65 calls, up from 52 in March.") if each.quantity] == [
        "65 calls",
        "52",
    ]


def test_a_unit_is_known_by_the_word_that_the_edition_has_for_it() -> None:
    text = "It moved 12 tonnes."
    own = lists("en", text)
    named = replace(own, units={**own.units, "tonnes": "loads"}, named={"tonnes": "loads"}, codes=own.codes | {"loads"})
    (found,) = propose((text,), named, 2031)
    assert (found.quantity, found.faults) == ("12 loads", ())


def test_a_family_name_is_enough_where_the_article_has_the_full_name_elsewhere() -> None:
    paragraphs = ("Ada Claes founded the works.", "“They cost 12 million euros,” Claes said.")
    assert only("en", *paragraphs).said_by == "ada-claes"
    assert only("en", paragraphs[1]).said_by == "reporter"


def test_chosen_words_keep_their_bounds_and_tell_what_they_hold() -> None:
    text = "It paid 3 million euros for land."
    wide = propose_words([text], 1, 3, 23, lists("en", text))
    assert (wide.printed, wide.quantity, wide.faults) == ("paid 3 million euros", "3_000_000 EUR", ())
    none = propose_words([text], 1, 24, 32, lists("en", text))
    assert (none.printed, none.quantity, none.date) == ("for land", None, None)


def test_a_language_that_cannot_be_read_has_its_digits_proposed() -> None:
    assert [each.quantity for each in proposed("pl", "Lumen zainwestuje 12 000 000 €.")] == ["12_000_000 EUR"]


# --- The commands ----------------------------------------------------------------------------------------------------


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str]:
    code = main(list(arguments))
    told = capsys.readouterr()
    return code, told.out + told.err


def test_propose_tells_only_what_nothing_uses(edition: Path, capsys: pytest.CaptureFixture[str]) -> None:
    archive = str(edition / "archive")
    code, told = run(capsys, "--project", str(edition), "propose", "gazette-2031", "--archive", archive)
    assert (code, told) == (0, "gazette-2031: 0 amounts or dates that nothing uses\n")
    facts = edition / "facts" / "lamp-factory.yml"
    facts.write_text(
        facts.read_text("utf-8").replace("gazette-2031\n      paragraph: 5", "herald-2031\n      paragraph: 4")
    )
    _, told = run(capsys, "--project", str(edition), "propose", "gazette-2031", "--archive", archive)
    assert "paragraph 5: “15 000 m²”\n  15_000 m2 · said_by reporter · measure floor-area\n" in told
    assert told.endswith("gazette-2031: 2 amounts or dates that nothing uses\n")


def test_proposed_yaml_is_read_as_it_is_and_refused_until_it_is_finished(
    edition: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    archive = edition / "archive"
    text = archive / "gazette-2031.txt"
    text.write_text(text.read_text("utf-8").replace("La ville", "Pour 3 millions d’euros, la ville"), "utf-8")
    code, told = run(capsys, "--project", str(edition), "propose", "gazette-2031", "--archive", str(archive), "--yaml")
    assert code == 0
    assert parse(told, "", [])
    (edition / "facts" / "drafts.yml").write_text(told, "utf-8")
    code, told = run(capsys, "--project", str(edition), "check")
    assert code == 1
    assert "[unfinished]" in told


def test_coverage_offers_left_out_entries(edition: Path, capsys: pytest.CaptureFixture[str]) -> None:
    archive = edition / "archive"
    text = archive / "gazette-2031.txt"
    text.write_text(text.read_text("utf-8").replace("La ville", "Pour 3 millions d’euros, la ville"), "utf-8")
    code, told = run(capsys, "--project", str(edition), "coverage", "--archive", str(archive), "--yaml")
    assert code == 0
    assert told == (
        '- id: gazette-2031\n  left_out:\n    - paragraph: 7\n      printed: "3 millions d’euros"\n'
        "      why:\n        en: TODO\n"
    )


def test_explain_tells_all_that_an_article_gave(edition: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, told = run(capsys, "--project", str(edition), "explain", "gazette-2031")
    assert code == 0
    assert "paragraph 5: “15 000 m²” → lamp-factory-area: 15000 m2\n" in told


def test_a_source_that_is_none_is_told_with_what_is_near(edition: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, told = run(capsys, "--project", str(edition), "propose", "gazete-2031", "--archive", str(edition / "archive"))
    assert code == 1
    assert 'did you mean "gazette-2031"?' in told
