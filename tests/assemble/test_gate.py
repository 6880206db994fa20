"""The gate covers whatever is printed: names, units, translations, interface words, the site's own name; and what is
shown as the article's stands in the article."""

from pathlib import Path

import pytest
from crawler import dead_ends, read_site
from hostile import changed, documents, save, texts, with_every_text
from overlay import GOOD, write
from promised import full_edition

from factbound.commands.cli import main
from factbound.read.gate import numerals
from factbound.read.prose import is_name

PLAN, PEOPLE, UNITS = "facts/lamp-factory.yml", "facts/people.yml", "facts/units.yml"


def text(path: str) -> str:
    return (GOOD / path).read_text("utf-8")


def said(edition: Path, capsys: pytest.CaptureFixture[str], *command: str, code: int = 1) -> str:
    assert main(["--project", str(edition), *(command or ("check",))]) == code
    return capsys.readouterr().err


@pytest.mark.parametrize(
    "name", ["Route 66", "Expo 2030", "Boeing 737", "Lumen 3", "Studio 100", "G20", "B-52", "Lumen"]
)
def test_a_name_may_hold_the_digits_of_a_name(name: str) -> None:
    assert is_name(name, "en")


@pytest.mark.parametrize(
    "sentence",
    [
        "Amazon paid 400 workers",
        "More than 12",
        "Twelve Monkeys",
        "The 1,000 Trees",
        "Amazon 123456",
        "Area 51 Block 52",
        "12 %",
    ],
)
def test_a_sentence_or_an_amount_is_no_name(sentence: str) -> None:
    assert not is_name(sentence, "en")


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        ("content/en/index.md", "[[name:Lumen 3]]", "[[name:Lumen paid 400 workers]]"),
        ("content/en/index.md", "[[name:Lumen 3]]", f"[[name:{'Lumen and all of its friends in the whole of Ghent'}]]"),
        (PEOPLE, "Ada Claes", "Ada Claes and 400 others"),
        ("facts/sources.yml", "name: La Gazette", "name: La Gazette of 400 cities"),
        (UNITS, "one: person", "one: person of 3"),
    ],
)
def test_a_name_that_holds_a_number_is_refused_wherever_it_is_printed(
    edition: Path, capsys: pytest.CaptureFixture[str], path: str, old: str, new: str
) -> None:
    assert old in text(path), (path, text(path))
    write(edition, {path: text(path).replace(old, new, 1)})
    assert f"{path}:" in said(edition, capsys)


def test_a_translation_holds_no_other_number_than_the_article_s_words(
    edition: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(edition, {PLAN: text(PLAN).replace("en: more than 12 million euros", "en: more than 13 million euros", 1)})
    assert "the article's words do not hold “13 million" in said(edition, capsys)


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ('q-more-than: "less than {x}"', 1),
        ('q-more-than: "{x}"', 1),
        ('q-more-than: "over {x}"', 0),
        ('q-up-to: "more than {x}"', 1),
        ('q-between: "between {b} and {a}"', 1),
    ],
)
def test_words_around_an_amount_do_not_turn_what_it_says(
    edition: Path, capsys: pytest.CaptureFixture[str], words: str, code: int
) -> None:
    write(edition, {"content/en/words.yml": f"{words}\n"})
    told = said(edition, capsys, code=code)
    assert not code or "is not understood as" in told


@pytest.mark.parametrize(
    ("setting", "reason"),
    [
        ("site_name: More than 400 jobs", "is an amount, not a name"),
        ("site_name: The Lamp Factory\nuse_directory_urls: false", "use_directory_urls"),
        ("site_name: The Lamp Factory\nexclude_docs: |\n  notes.md", "exclude_docs"),
    ],
)
def test_settings_that_would_print_a_number_or_break_links_are_refused(
    edition: Path, capsys: pytest.CaptureFixture[str], setting: str, reason: str
) -> None:
    write(edition, {"mkdocs.yml": text("mkdocs.yml").replace("site_name: The Lamp Factory", setting)})
    assert reason in said(edition, capsys, code=2)


# --- Words shown as the article's -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("path", "old", "new", "place"),
    [
        ("facts/sources.yml", "title: Lumen arrive à Gand", "title: Lumen quitte Gand", "gazette-2031"),
        ("facts/sources.yml", "printed: À LIRE AUSSI", "printed: À LIRE JAMAIS", "paragraph 8 of gazette-2031"),
        (PLAN, "said_by: ada-claes", "said_by: ada-claes\n      hedge: peut-être", "paragraph 4 of gazette-2031"),
    ],
)
def test_words_shown_as_the_article_s_stand_in_it(
    edition: Path, capsys: pytest.CaptureFixture[str], path: str, old: str, new: str, place: str
) -> None:
    verify = ("verify", "--archive", str(edition / "archive"))
    assert main(["--project", str(edition), *verify]) == 0
    assert old in text(path)
    write(edition, {path: text(path).replace(old, new, 1)})
    told = said(edition, capsys, *verify)
    assert f"does not stand in {place} [words-not-found]" in told
    assert told.startswith(f"{path}:")


# --- Links, as they are published -------------------------------------------------------------------------------------

LINKS = """\
[TOC]

## One

[here](#one) [up](../en/notes.md) [self](links.md#one) [spelled](n%6ftes.md) [home](index.md)

![a](<a&b.svg>) ![a](a%20b.svg) ![a](%C3%A9.svg) ![a](a%23b.svg) ![a](a%3Fb.svg) ![a](<a"b.svg>) [a](a'b.svg)
"""


def test_links_and_pictures_lead_where_they_are_published(edition: Path) -> None:
    names = ("a&b", "a b", "é", "a#b", "a?b", 'a"b', "a'b")
    pictures = {f"content/en/{name}.svg": '<svg xmlns="http://www.w3.org/2000/svg"/>\n' for name in names}
    write(edition, {"content/en/links.md": f"---\ntitle: Links\n---\n\n{LINKS}", **pictures})
    assert main(["--project", str(edition), "build"]) == 0
    assert dead_ends(edition / "site", read_site(edition / "site"), "sub/") == []
    page = (edition / "site/en/links/index.html").read_text("utf-8")
    assert page.count('href="#one"') >= 2
    assert 'src="../../en/a%3Fb.svg"' in page


@pytest.mark.parametrize(
    "target", ["#nothing", "../fr/index.md", "notes/", "/en/notes/", "javascript:alert(1)", "Notes.md", "x.svg"]
)
def test_a_link_that_leads_nowhere_is_a_problem(edition: Path, capsys: pytest.CaptureFixture[str], target: str) -> None:
    write(edition, {"content/en/links.md": f"---\ntitle: Links\n---\n\n[a]({target})\n"})
    assert "[broken-link]" in said(edition, capsys)


def test_a_hook_that_changed_is_a_change(edition: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(edition, {"mkdocs.yml": f"{text('mkdocs.yml')}hooks: [hook.py]\n", "hook.py": "A = 1\n"})
    for code, unchanged in (("A = 1\n", False), ("A = 1\n", True), ("A = 2\n", False)):
        write(edition, {"hook.py": code})
        assert main(["--project", str(edition), "build"]) == 0
        assert ("nothing has changed" in capsys.readouterr().out) is unchanged


@pytest.mark.parametrize(
    "address",
    [
        "https://a b.example/",
        "https://a.example/?x=1",
        "https://a.example/#x",
        "https://ada:pw@a.example/",
        "https://a.example/<b>/",
    ],
)
def test_an_address_that_pages_cannot_be_put_under_is_refused(
    edition: Path, capsys: pytest.CaptureFixture[str], address: str
) -> None:
    write(edition, {"mkdocs.yml": text("mkdocs.yml").replace("https://lamps.example/sub/", f'"{address}"')})
    assert "site_url" in said(edition, capsys, code=2)


@pytest.mark.parametrize("name", ["content/en/nul.md", "content/en/CON.png", "content/en/aux.svg"])
def test_a_name_that_windows_has_for_a_device_is_refused(
    edition: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    write(edition, {name: "---\ntitle: Nothing\n---\n\nNothing.\n"})
    assert f"{name}:1:1: Windows takes this name for a device" in said(edition, capsys)


def test_an_id_that_windows_has_for_a_device_is_refused(edition: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(edition, {"facts/places.yml": text("facts/places.yml") + "- id: nul\n  name:\n    en: Nul\n  kind: city\n"})
    assert '"nul" is a name that Windows has for a device' in said(edition, capsys)


def test_pictures_that_differ_in_capital_letters_alone_are_refused(
    edition: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(edition, {"content/en/Lamp.svg": "<svg/>", "content/en/lamp.svg": "<svg/>"})
    assert "content/en/lamp.svg:1:1: en/Lamp.svg differs from it in capital letters alone" in said(edition, capsys)


EXEMPT = {"was", "now", "means", "says", "vouched"}
"""Texts that are held against the article's words, explain what no machine reads, or quote what was wrong."""


@pytest.mark.parametrize(("more", "problem"), [("7654 lamps", "“7654”"), ("[[no-such]] lamps", '"no-such"')])
def test_every_text_of_an_edition_is_held_to_the_gate(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], more: str, problem: str
) -> None:
    edition = full_edition(tmp_path / "edition")
    with_every_text(edition)
    count = 0
    for name, document in documents(edition).items():
        told = {
            path: f"{words} for {more}"
            for path, words in texts(document)
            if path[-1] == "en" and path[-2] not in EXEMPT and ("[[" not in more or {"name", "doubt"}.isdisjoint(path))
        }
        save(edition, name, changed(document, told))
        count += len(told)
    assert said(edition, capsys).count(problem) == count > 60


@pytest.mark.parametrize(
    ("typed", "touched"),
    [
        ("[[lamp-factory-staff|bare]]% of them", "%"),
        ("[[lamp-factory-staff|bare]] percent of them", "percent"),
        ("[[lamp-factory-staff|bare]] bn people", "bn"),
        ("[[lamp-factory-staff|bare]] lakh people", "lakh"),
        ("**[[lamp-factory-staff|bare]]**k people", "k"),
        ("sales grew [[lamp-factory-staff|bare]]-fold", "-fold"),
        ("it made €[[lamp-factory-staff|bare]]", "€"),
        ("it made -[[lamp-factory-plan]]", "-"),
        ("it made >[[lamp-factory-plan]]", ">"),
    ],
)
def test_nothing_hangs_on_a_figure_that_would_change_it(
    edition: Path, capsys: pytest.CaptureFixture[str], typed: str, touched: str
) -> None:
    write(edition, {"content/en/extra.md": f"---\ntitle: Extra\norder: 9\n---\n\n{typed}\n"})
    assert f"“{touched}” beside [[lamp-factory-" in said(edition, capsys)


def test_words_around_a_figure_hang_on_it_by_a_hyphen_a_mark_or_in_another_line(edition: Path) -> None:
    body = "that\n[[lamp-factory-plan]]’s, ([[lamp-factory-staff|bare]]) and, “[[lamp-factory-staff|bare]]”-strong;"
    body += " [[lamp-factory-signing|year]]s"
    write(edition, {"content/en/extra.md": f"---\ntitle: Extra\norder: 9\n---\n\n{body}\n"})
    assert main(["--project", str(edition), "check"]) == 0


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("a [[ordinal:third]] of the people", "a third"),
        ("one [[ordinal:fifth]] of the people", "one fifth"),
        ("[[name:For]]ty people", "Forty"),
        ("[[lang:fr for]][[lang:fr ty]] people", "forty"),
    ],
)
@pytest.mark.parametrize("place", ["content/en/extra.md", "content/charts.yml"])
def test_words_as_typed_make_no_number_with_those_around_them(
    edition: Path, capsys: pytest.CaptureFixture[str], typed: str, number: str, place: str
) -> None:
    new = {"content/en/extra.md": f"---\ntitle: Extra\norder: 9\n---\n\n{typed}\n"}
    if place == "content/charts.yml":
        new = {place: text(place).replace("en: The plan is a promise.", f'en: "{typed}"')}
    write(edition, new)
    assert f"makes “{number}” a number" in said(edition, capsys)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "They hired 🔟 people."),
        ("en", "They hired fоrty people."),  # with a Cyrillic letter
        ("en", "They hired ⓕⓞⓡⓣⓨ or 🅵🅾🆁🆃🆈 people."),
        ("en", "They hired f\u0336o\u0336r\u0336t\u0336y people."),
        ("en", "They hired te\U000e0100n or te\u3164n people."),
        ("en", "They hired forty\u00adtwo people."),
        ("en", "They hired fourty or twentyfive people."),
        ("fr", "Ils ont embauché quarante\u00addeux personnes."),
        ("en", "Sales saw double-digit growth."),
        ("en", "It is a multimillion-euro deal."),
        ("en", "A quartet of banks and a baker's dozen of brokers left."),
        ("fr", "Un trio d'entreprises est parti."),
        ("nl", "Het is een miljoenendeal."),
        ("nl", "De groei kwam uit op dubbele cijfers."),
        ("nl", "Een vierkoppig gezin volgt een vijfjarenplan."),
        ("nl", "Het kostte honderdmaal zoveel moeite."),
        ("de", "Der Milliardenverlust folgt zweistelligem Wachstum."),
        ("de", "Ein zehnköpfiges Team hat einen Fünfjahresplan."),
        ("de", "Es begann am vierten Januar."),
        ("nl", "Het begon op de vierde januari."),
    ],
)
def test_numbers_in_disguise_and_words_of_size_are_refused(language: str, sentence: str) -> None:
    assert numerals(sentence, language)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "The α-version measures μm; 🇧🇪 Belgium, Ω, Lumen® and Lumen™."),
        ("en", "Сорок and Πέντε are words of other alphabets."),
        ("en", "The third quarter, the fifth firm, one year in January."),
        ("nl", "De Miljoenennota is een begroting."),
        ("de", "Ein Milliardär und ein Millionär."),
    ],
)
def test_letters_and_words_that_only_look_like_it_pass(language: str, sentence: str) -> None:
    assert not numerals(sentence, language)
