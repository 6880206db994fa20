"""The reader of amounts, kind by kind, in each language: what a copy editor reads, the machine reads."""

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from num2words import num2words

from factbound.language.amounts import Amount, Kind, read
from factbound.language.lexicon import has_lexicon, languages

every_language = pytest.mark.parametrize("language", languages())


def meanings(text: str, language: str) -> list[str]:
    return [each.meaning for each in read(text, language) if each.kind is Kind.AMOUNT and not each.loose]


def reads(language: str, *cases: tuple[str, str]) -> None:
    """Each text says exactly the amounts that stand beside it, set apart by semicolons."""
    assert {text: "; ".join(meanings(text, language)) for text, _ in cases} == dict(cases)


@every_language
@settings(deadline=None)
@given(number=st.integers(2, 10**12))
def test_a_number_that_num2words_spells_is_read_back(language: str, number: int) -> None:
    words = num2words(number, lang=language)
    assert [each.value for each in read(words, language)] == [number], words


@every_language
@settings(deadline=None)
@given(hundredths=st.integers(1, 10**6).filter(lambda number: number % 100))
def test_decimals_that_num2words_spells_are_read_back(language: str, hundredths: int) -> None:
    words = num2words(hundredths / 100, lang=language)
    assert [each.value for each in read(words, language)] == [Fraction(hundredths, 100)], words


def test_scales_and_units_are_read_as_papers_print_them() -> None:
    reads(
        "fr",
        ("2,5 M€", "2500000 EUR"),
        ("1,52 Md€", "1520000000 EUR"),
        ("500 k€", "500000 EUR"),
        ("10 MEUR", "10000000 EUR"),
    )
    reads("nl", ("€ 75 mio", "75000000 EUR"), ("1,2 mrd", "1200000000"), ("3 milj. euro", "3000000 EUR"))
    reads(
        "en",
        ("$1.5B", "1500000000 USD"),
        ("$50k", "50000 USD"),
        ("EUR 1.2bn", "1200000000 EUR"),
        ("1,520 sq m", "1520 m2"),
    )
    reads("de", ("2,1 Mio. €", "2100000 EUR"), ("1,2 Mrd. Franken", "1200000000 CHF"), ("640 Tsd. Euro", "640000 EUR"))


def test_dollars_of_hong_kong_are_no_american_ones() -> None:
    reads("en", ("a listing of HK$88 billion", "88000000000 HKD"))


def test_metres_are_no_millions_and_points_of_sale_no_percentage_points() -> None:
    reads("en", ("300 m", "300 m"), ("£300m", "300000000 GBP"))
    reads("fr", ("500 points relais", "500 points"), ("4,8 points de sa marge", "4.8 pp"), ("5 cents", "5 cents"))


def test_a_range_shares_its_scale_and_its_unit() -> None:
    reads("nl", ("700 à 800 miljoen euro", "between 700000000 and 800000000 EUR"))
    reads(
        "nl", ("twee- tot driehonderd banen", "between 200 and 300 banen"), ("tussen 100 en 150", "between 100 and 150")
    )
    reads(
        "en",
        ("$12–15 million", "between 12000000 and 15000000 USD"),
        ("33-35 billion", "between 33000000000 and 35000000000"),
    )
    reads("fr", ("de 3,5 à 4 millions de colis", "between 3500000 and 4000000 colis"))
    reads("de", ("zwei- bis dreihundert Stellen", "between 200 and 300 stellen"))


def test_a_change_is_no_range() -> None:
    reads("en", ("growth slowed from 4.8 to 4.7 percent", "4.8 % before 4.7; to 4.7 %"))
    reads("de", ("der Gewinn fiel von 328 auf 324 Millionen Euro", "328000000 EUR before 324000000; to 324000000 EUR"))


def test_a_part_is_a_number_of_its_whole() -> None:
    reads(
        "en", ("one in five", "0.2 share"), ("a third of it", "1/3 share"), ("1/16", "0.0625 share"), ("½", "0.5 share")
    )
    reads(
        "fr", ("six sur dix", "0.6 share"), ("les deux tiers", "2/3 share"), ("près de la moitié", "nearly 0.5 share")
    )
    reads(
        "nl",
        ("4 op de 10", "0.4 share"),
        ("driekwart", "0.75 share"),
        ("meer dan één op de vier", "more than 0.25 share"),
    )
    reads("de", ("jeder zweite", "0.5 share"), ("zwei Drittel", "2/3 share"), ("vier von zehn", "0.4 share"))


def test_halves_belong_to_their_number() -> None:
    reads("nl", ("anderhalf miljoen", "1500000"), ("een half miljard", "500000000"), ("twaalfenhalve", "12.5"))
    reads("en", ("half a billion euros", "500000000 EUR"), ("two and a half years", "2.5 years"), ("half a dozen", "6"))
    reads("fr", ("deux ans et demi", "2.5 years"), ("un demi-million", "500000"))
    reads(
        "de",
        ("anderthalb Milliarden", "1500000000"),
        ("zweieinhalb Stunden", "2.5 hours"),
        ("eine Viertelmillion", "250000"),
    )


def test_change_is_up_down_or_to() -> None:
    reads("en", ("up nearly 57 %", "up nearly 57 %"), ("doubled", "2 times"), ("+25 %", "up 25 %"))
    reads(
        "nl",
        ("steeg tot 8,8 miljard", "to 8800000000"),
        ("tot 300 banen", "up to 300 banen"),
        ("De omzet steeg. Tot 300 banen", "up to 300 banen"),
        ("verdubbeld", "2 times"),
    )
    reads("fr", ("a triplé", "3 times"), ("divisés par deux", "down 2 times"))
    reads("de", ("halbiert", "down 0.5 times"), ("auf 8,8 Milliarden gestiegen", "8800000000"))


def test_a_change_is_told_by_verbs_their_particles_and_what_goes_before() -> None:
    reads(
        "en",
        ("fell 253.5 points, or 0.9 percent, to 27,110", "down 253.5 points; down 0.9 %; to 27110"),
        ("dropped 12.3% to 1.98 million units", "down 12.3 %; to 1980000 units"),
        ("shares fell below 50 euros", "to less than 50 EUR"),
        ("set to grow 2% to 3%", "up between 2 and 3 %"),
        ("29 million barrels, down 170,000 from May", "29000000 barrels; down 170000"),
        ("it has raised $260m", "260000000 USD"),
        ("raised its forecast by 3%", "up 3 %"),
    )
    reads(
        "fr", ("relève ses taux de 25 points de base", "up 25 bp"), ("tombée sous les 50 euros", "to less than 50 EUR")
    )
    reads("nl", ("nam met 3 procent toe", "up 3 %"), ("nam met 3 procent af", "down 3 %"))
    reads("nl", ("liep terug met 3 procent", "down 3 %"), ("liep op met 3 procent", "up 3 %"))
    reads("de", ("legte um 3 Prozent zu", "up 3 %"), ("gab 3 Prozent nach", "down 3 %"))


def test_an_adjective_before_a_round_number_says_how_surely_it_is_meant() -> None:
    reads("en", ("a good dozen stores", "more than 12 stores"), ("a full third", "1/3 share"), ("a good year", ""))
    reads(
        "fr", ("une bonne centaine", "more than 100"), ("une petite année", "nearly 1 years"), ("une bonne année", "")
    )
    reads("nl", ("een goed honderdtal", "more than 100"), ("een klein derde van", "nearly 1/3 share"))
    reads(
        "de",
        ("ein gutes Drittel", "more than 1/3 share"),
        ("ein knappes Jahr", "nearly 1 years"),
        ("ein guter Tag", ""),
    )


def test_a_time_back_is_neither_a_pace_nor_compared_with() -> None:
    reads("en", ("$4.6 billion a year earlier", "4600000000 USD"), ("$15 an hour, minimum", "at least 15 USD/hours"))
    reads("en", ("1.1% more than a year ago", "1.1 %"), ("more than a year ago", "more than 1 years"))


def test_the_two_of_square_metres_is_no_number_of_its_own() -> None:
    assert [each.meaning for each in read("une halle de 310.000 m2.", "fr")] == ["310000 m2"]


def test_points_of_an_index_are_no_percentage_points() -> None:
    reads("fr", ("gagne 0,8 % à 5 570,57 points", "up 0.8 %; to 5570.57 points"), ("perd 2,5 points", "down 2.5 pp"))


def test_an_adverb_may_stand_behind_a_verb_that_qualifies() -> None:
    reads("fr", ("dépassera finalement les 100 millions d'euros", "more than 100000000 EUR"))
    reads(
        "en", ("exceeded roughly 100 jobs", "about 100 jobs"), ("exceeds significantly 100 jobs", "more than 100 jobs")
    )


def test_a_collective_of_a_scale_is_one_number() -> None:
    reads("fr", ("une trentaine de millions d’euros", "about 30000000 EUR"))
    reads("fr", ("une dizaine de milliers d’emplois", "about 10000 emplois"))
    reads("nl", ("een dertigtal miljoen euro", "about 30000000 EUR"))
    reads("de", ("ein Dutzend Millionen Euro", "12000000 EUR"))


def test_a_season_is_a_date() -> None:
    assert [each.meaning for each in read("In 2031/32 the club lost", "en")] == ["date 2031"]


def test_models_ranks_and_hours_are_no_amounts() -> None:
    reads(
        "en",
        ("two new 737 Max jets", "2 new"),
        ("a fleet of 737s", ""),
        ("a 4K screen", ""),
        ("among the top four", ""),
    )
    reads("nl", ("dinsdag om 10.30 uur", ""), ("10,5 uur", "10.5 hours"), ("10.000 uur", "10000 hours"))
    reads("de", ("um 10.30 Uhr", ""), ("12.500 Stunden", "12500 hours"))


def test_several_tens_are_no_ten() -> None:
    for text, meaning in (
        ("mehrere zehn Millionen Euro", "several 10000000 EUR"),
        ("einige zehntausend Euro", "several 10000 EUR"),
    ):
        assert [each.meaning for each in read(text, "de")] == [meaning]
    reads("fr", ("à la mi-2031", ""), ("à la mi-mars", ""))


def test_a_power_of_ten_belongs_to_its_number() -> None:
    reads("en", ("3 x 10^6 tonnes", "3000000 t"), ("2.5×10⁻³ kg", "0.0025 kg"), ("a 10×10 grid", "10; 10 grid"))


def test_number_words_that_are_adjectives_particles_or_teams_are_none() -> None:
    reads("fr", ("un magasin neuf ouvre", ""), ("neuf magasins", "9 magasins"), ("un colis neuf sur dix", "0.9 share"))
    reads("de", ("Sie gibt auf alles acht.", ""), ("Sie gibt acht Euro aus", "8 EUR"), ("Die Elf verlor", ""))


def test_one_of_so_many_is_a_part_where_nothing_is_counted_behind() -> None:
    reads("en", ("one driver in three is late", "1/3 share"), ("32 goals in 36 league games", "32 goals; 36 games"))


def test_the_mark_that_is_approached_tells_a_qualifier() -> None:
    reads("en", ("around the 5,000 mark", "about 5000 mark"), ("around the 12 sites", "12 sites"))


def test_qualifiers_stand_before_behind_contracted_and_negated() -> None:
    reads(
        "nl",
        ("zowat 300", "about 300"),
        ("net geen 300", "nearly 300"),
        ("goed 300", "more than 300"),
        ("400 of meer", "at least 400"),
    )
    reads(
        "fr",
        ("n'excédant pas 10 %", "up to 10 %"),
        ("pas moins de 20", "at least 20"),
        ("près du double", "nearly 2 times"),
    )
    reads(
        "en",
        ("no more than 50", "up to 50"),
        ("3,000+", "at least 3000"),
        ("> 40 %", "more than 40 %"),
        ("as many as 14", "up to 14"),
    )
    reads("de", ("nicht mehr als 50", "up to 50"), ("gut 5 Prozent", "more than 5 %"), ("gegen 400", "about 400"))


def test_words_that_look_like_a_qualifier_are_none() -> None:
    reads(
        "en", ("spread over three years", "3 years"), ("some of the 35", "35"), ("talks about the 400 jobs", "400 jobs")
    )
    reads("fr", ("plusieurs des 35 sites", "35 sites"))
    reads("de", ("rund um die 35 Standorte", "35 standorte"))


def test_a_collective_is_about_so_many_and_a_plural_is_several() -> None:
    reads("fr", ("une cinquantaine", "about 50"), ("des dizaines de milliers", "several 10000"))
    reads("nl", ("een honderdtal", "about 100"), ("honderden miljoenen euro's", "several 100000000 EUR"))
    reads(
        "en",
        ("dozens", "several 12"),
        ("tens of thousands", "several 10000"),
        ("several hundred jobs", "several 100 jobs"),
    )
    reads("de", ("Hunderttausende", "several 100000"), ("ein Dutzend", "12"))


def test_one_counts_before_a_unit_or_a_thing_and_never_as_a_pronoun() -> None:
    reads(
        "en",
        ("one per cent", "1 %"),
        ("one area", "1 area"),
        ("using the same one across accounts", ""),
        ("just over a year", "more than 1 years"),
    )
    reads("nl", ("één magazijn", "1 magazijn"), ("een magazijn", ""), ("meer dan een kilometer", "more than 1 km"))
    reads("fr", ("un entrepôt", ""), ("un pour cent", "1 %"))


@pytest.mark.parametrize(
    ("language", "text", "year"),
    [
        ("en", "mid-2021", 2021), ("en", "the first half of 2021", 2021), ("en", "Q3 2024", 2024),
        ("en", "March 7, 2016", 2016),
        ("fr", "début 2021", 2021), ("fr", "le 7 mars 2016", 2016), ("fr", "les années 90", 1990),
        ("nl", "begin jaren negentig", 1990), ("nl", "eind 2019", 2019),
        ("de", "Anfang 2021", 2021), ("de", "7. März 2016", 2016),
    ],
)  # fmt: skip
def test_a_date_is_no_amount(language: str, text: str, year: int) -> None:
    (found,) = read(text, language)
    assert (found.kind, found.year) == (Kind.DATE, year)


@pytest.mark.parametrize("text", ["the G20", "CO₂", "under Section 427", "a Boeing 737", "the FTSE 100 rose"])
def test_a_name_is_no_amount(text: str) -> None:
    assert [each.kind for each in read(text, "en")] in ([Kind.NAME], [])


@pytest.mark.parametrize("text", ["half-hearted", "her quarters", "no one", "at sixes and sevens", "second-hand"])
def test_an_idiom_with_a_number_word_says_no_number(text: str) -> None:
    assert read(text, "en") == ()


def test_digits_in_disguise_and_invisible_characters_are_read_where_they_stand() -> None:
    text = "about １\u200b２ jobs"
    (found,) = read(text, "en")
    assert (found.value, text[found.start : found.end], text[slice(*found.number)]) == (
        12,
        "about １\u200b２",
        "１\u200b２",
    )


def test_units_of_an_edition_are_read_too() -> None:
    (found,) = read("nearly 600 turbines", "en", units={"turbines": "turbines"})
    assert (found.unit, found.of) == ("turbines", None)


def test_a_point_that_can_be_read_two_ways_has_both() -> None:
    def both(amount: Amount) -> list[str]:
        return [f"{value:f}" for value in (amount.value, *amount.alternatives) if value is not None]

    assert both(read("4,800 ton", "nl")[0]) == ["4.8", "4800"]
    assert both(read("4,800 tons", "en")[0]) == ["4800"]


def test_a_language_without_a_file_is_not_read() -> None:
    assert not has_lexicon("pl")
    with pytest.raises(KeyError):
        read("dwa", "pl")


def test_decimals_that_are_spelled_out_belong_to_their_number() -> None:
    reads(
        "en",
        ("three point five per cent", "3.5 %"),
        ("two point oh five million euros", "2050000 EUR"),
        ("fell point five per cent", "down 0.5 %"),
        ("at one point five people left", "5 people"),
        ("at this point five people left", "5 people"),
    )
    reads("fr", ("deux virgule vingt-cinq millions d’euros", "2250000 EUR"), ("zéro virgule zéro cinq", "0.05"))
    reads("nl", ("drie komma vijf procent", "3.5 %"), ("nul komma nul vijf", "0.05"), ("3 komma 5", "3.5"))
    reads("de", ("drei Komma eins vier", "3.14"), ("zweikommafünf Millionen", "2500000"))


def test_a_change_is_told_of_a_unit_that_is_no_known_one_and_of_a_verb_that_is_left_out() -> None:
    reads(
        "en",
        ("Hextar added 15 sen to RM2.70", "up 15 sen; to 2.7 MYR"),
        ("Ross was down 2.3%, Burlington by 2.6%", "down 2.3 %; down 2.6 %"),
        ("profits up Y=50 billion", "up 50000000000 JPY"),
        ("a rise from 24.2 to 33-35 billion", "24200000000 before 33000000000; to between 33000000000 and 35000000000"),
    )


def test_twice_as_someone_left_is_no_multiple_and_a_house_no_amount() -> None:
    reads(
        "en",
        ("twice as many jobs", "2 times"),
        ("scored twice as he left", ""),
        ("at 16-18 Industrial Avenue", ""),
        ("the last-32 match", ""),
    )


def test_a_number_multiplies_the_collective_behind_it() -> None:
    reads(
        "en", ("three dozens", "36"), ("2 dozen", "24"), ("a quarter million", "250000"), ("quarter million", "250000")
    )
    reads("fr", ("trois douzaines", "36"), ("10 milliers", "10000"), ("plus de 10 et moins de 40", "between 10 and 40"))
    reads("nl", ("10 tientallen", "100"))
    reads("de", ("3 Dutzend Fahrer", "36 fahrer"))


def test_words_that_hide_a_number_or_only_look_like_one_are_told_apart() -> None:
    reads("en", ("12,500-plus jobs", "at least 12500 jobs"), ("nothing under 20 euros", "at least 20 EUR"))
    reads("en", ("open twenty-four seven", ""), ("as few as 30 staff", "at least 30 staff"))
    reads("nl", ("een 200-tal mensen", "about 200 mensen"))
    reads(
        "fr",
        ("12 millions de livres", "12000000 GBP"),
        ("12 millions de livres vendus", "12000000 livres"),
        ("trois livres", "3 livres"),
        ("2 h ½", "2.5 hours"),
        ("un seul emploi", "1 emploi"),
    )
    reads(
        "de",
        ("der 35. Standort", ""),
        ("keine 20 Stellen", "less than 20 stellen"),
        ("nimm dich in Acht", ""),
        ("sie treffen sich in acht Tagen", "8 days"),
    )
    reads("nl", ("acht op de tien", "0.8 share"), ("let acht op het verkeer", ""), ("geen 20", "less than 20"))


@pytest.mark.parametrize(
    ("language", "text", "date"),
    [
        ("en", "the first half of 2021", "2021-40"), ("en", "Q3 2024", "2024-35"), ("en", "mid-2021", "2021"),
        ("en", "the last quarter of 2023", "2023-36"), ("en", "the early nineties", "1990/1999"),
        ("fr", "au premier semestre 2021", "2021-40"), ("fr", "T3 2024", "2024-35"),
        ("fr", "les années 90", "1990/1999"),
        ("nl", "eerste helft van 2021", "2021-40"), ("nl", "het derde kwartaal van 2024", "2024-35"),
        ("nl", "begin jaren negentig", "1990/1999"),
        ("de", "im ersten Halbjahr 2021", "2021-40"), ("de", "im 3. Quartal 2024", "2024-35"),
        ("de", "Anfang 2021", "2021"), ("de", "neunziger Jahre", "1990/1999"),
    ],
)  # fmt: skip
def test_a_part_of_a_year_and_a_decade_are_dates(language: str, text: str, date: str) -> None:
    assert [each.date for each in read(text, language)] == [date]


def test_a_part_of_a_unit_is_so_much_of_it_and_no_share() -> None:
    reads(
        "en",
        ("half a percentage point", "0.5 pp"),
        ("a quarter of one per cent", "0.25 %"),
        ("half a point", "0.5 points"),
        ("three quarters of an hour", "0.75 hours"),
        ("a third of the hours", "1/3 share"),
        ("½ %", "0.5 %"),
    )
    reads(
        "fr",
        ("un quart de point", "0.25 pp"),
        ("trois quarts d'heure", "0.75 hours"),
        ("un tiers des heures", "1/3 share"),
        ("un demi pour cent", "0.5 %"),
    )
    reads(
        "nl",
        ("een halve procent", "0.5 %"),
        ("een tiende van een procent", "0.1 %"),
        ("de helft van de dag", "0.5 share"),
    )
    reads(
        "de",
        ("ein halbes Prozent", "0.5 %"),
        ("ein Zehntel Prozentpunkt", "0.1 pp"),
        ("die Hälfte des Tages", "0.5 share"),
    )


def test_a_half_behind_times_and_money_belongs_to_them() -> None:
    reads(
        "fr",
        ("deux fois et demie plus cher", "2.5 times"),
        ("deux euros et demi", "2.5 EUR"),
        ("deux millions d'euros et demi", "2500000 EUR"),
    )


def test_an_amount_whose_smaller_unit_is_not_said_is_one() -> None:
    reads(
        "fr",
        ("2 euros 50", "2.5 EUR"),
        ("2€50", "2.5 EUR"),
        ("deux euros cinquante", "2.5 EUR"),
        ("1 h 30", "1.5 hours"),
        ("1m80", "1.8 m"),
        ("à 2 euros 50 le kilo", "2.5 EUR"),
    )
    reads(
        "en",
        ("2h30m", "2.5 hours"),
        ("2 euros, 50 people paid", "2 EUR; 50 people"),
        ("$14-$16", "between 14 and 16 USD"),
    )
    reads("de", ("2 Euro 50", "2.5 EUR"), ("1 Meter 80", "1.8 m"))


def test_a_plural_scale_without_a_number_is_several() -> None:
    reads("de", ("Millionen Euro fehlen", "several 1000000 EUR"), ("2 Millionen Euro", "2000000 EUR"))
    reads("fr", ("des millions d'euros", "several 1000000 EUR"), ("cent millions d'euros", "100000000 EUR"))
    reads(
        "en",
        ("a multi-million euro deal", "several 1000000 EUR"),
        ("a multibillion-euro deal", "several 1000000000 EUR"),
    )


def test_lakhs_and_crores_are_scales_and_grouped_as_in_india() -> None:
    reads(
        "en",
        ("Rs 500 crore", "5000000000 INR"),
        ("₹1.2 lakh crore", "1200000000000 INR"),
        ("2.3 lakh shares", "230000 shares"),
        ("₹12,000cr", "120000000000 INR"),
        ("Rs 1,52,000", "152000 INR"),
        ("12,34,567 people", "1234567 people"),
    )


def test_letters_at_a_sign_and_a_country_behind_it_name_another_currency() -> None:
    reads(
        "en",
        ("MX$300 million", "300000000 MXN"),
        ("J$5", "5 J$"),
        ("IR£5", "5 IR£"),
        ("RMB¥5", "5 CNY"),
        ("$300 million Canadian", "300000000 CAD"),
        ("$300 million (Canadian)", "300000000 CAD"),
        ("$300 million Canadian project", "300000000 USD"),
        ("US$5", "5 USD"),
        ("a $5 note", "5 USD"),
    )
    reads(
        "fr",
        ("300 M$ CA", "300000000 CAD"),
        ("300 dollars jamaïcains", "300 dollars jamaïcains"),
        ("300 roupies pakistanaises", "300 roupies pakistanaises"),
        ("300 francs suisses", "300 CHF"),
        ("300 dollars quotidiens", "300 USD"),
    )


def test_an_adverb_behind_a_multiple_qualifies_it() -> None:
    reads("nl", ("verdubbelde bijna", "nearly 2 times"), ("verdubbelde ruim", "more than 2 times"))
    reads("de", ("verdoppelten sich fast", "nearly 2 times"), ("nähert sich der Marke von 600 Euro", "nearly 600 EUR"))
    reads("fr", ("double presque", "nearly 2 times"))
    reads(
        "en",
        ("all but doubled", "nearly 2 times"),
        ("doubled nearly 50 years later", "2 times; nearly 50 years"),
        ("30-something firms", "about 30 firms"),
    )


def test_tot_behind_a_multiple_stands_before_what_it_came_to() -> None:
    reads("nl", ("verdrievoudigde tot 3,6 miljoen stuks", "3 times; 3600000 stuks"), ("slonk tot 40 euro", "to 40 EUR"))


def test_neuf_counts_before_what_is_counted() -> None:
    reads(
        "fr",
        ("six à neuf mois", "between 6 and 9 months"),
        ("huit à neuf pour cent", "between 8 and 9 %"),
        ("remis à neuf les bureaux", ""),
    )


def test_every_fifth_is_a_part() -> None:
    reads("en", ("every fifth parcel", "0.2 share"), ("every second counts", ""))
    reads("nl", ("elke vijfde werknemer", "0.2 share"))


def test_a_range_shares_the_currency_before_it_and_its_abbreviated_scale() -> None:
    reads(
        "en",
        ("€5-10m", "between 5000000 and 10000000 EUR"),
        ("£2.5–3m", "between 2500000 and 3000000 GBP"),
        ("$5 to 10m", "between 5000000 and 10000000 USD"),
        ("one or two million jobs", "between 1000000 and 2000000 jobs"),
        ("a dozen and a half", "18"),
        ("10 metres squared", "10 m2"),
    )


def test_limits_and_guesses_qualify() -> None:
    reads(
        "en",
        ("a ceiling of 400 jobs", "up to 400 jobs"),
        ("a floor of 400 jobs", "at least 400 jobs"),
        ("not far off 400 jobs", "nearly 400 jobs"),
        ("perhaps 400 jobs", "about 400 jobs"),
        ("400ish jobs", "about 400 jobs"),
        ("all but 12 jobs", "12 jobs"),
    )
    reads(
        "fr",
        ("400 et quelques emplois", "more than 400 emplois"),
        ("un plafond de 400 emplois", "up to 400 emplois"),
        ("peut-être 400 emplois", "about 400 emplois"),
    )
    reads("nl", ("een plafond van 400 banen", "up to 400 banen"), ("misschien 400 banen", "about 400 banen"))
    reads(
        "de", ("eine Obergrenze von 400 Stellen", "up to 400 stellen"), ("vielleicht 400 Stellen", "about 400 stellen")
    )
