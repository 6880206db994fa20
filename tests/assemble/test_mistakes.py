"""Mistakes a newcomer makes: each is told where it was made, once, with words that mend it. The edition is a new
one."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from factbound.commands.cli import main

TRAM, SOURCES, DERIVED, CHARTS, STORY = (
    "facts/tram.yml",
    "facts/sources.yml",
    "facts/derived.yml",
    "content/charts.yml",
    "content/en/index.md",
)
COST = 'statement:\n    en: "The line is to cost [[tram-cost]]."'
STOPS = "source: courier-2031\n      paragraph: 4\n      printed: 14"
SIGNED = "date: 2031-03-04\n    - source: depeche"
CITY = "quantity: 12_000_000 EUR"
QUOTES = "put words that hold a colon or a quotation mark, or that start with [[, between double quotes"
AMOUNT = "a number and a unit, with underscores between thousands: 12_000_000 EUR"
YEAR_FIRST = "the year first: 2031-05-13"

MISTAKES = {
    "a mistyped source": (TRAM, STOPS, STOPS.replace("courier", "courrier"), "46:15", 'did you mean "courier-2031"?'),
    "a source that was not recorded": (TRAM, STOPS, STOPS.replace("courier-2031", "elsewhere"), "46:15",
        "add it to facts/sources.yml"),
    "a statement in another language only": (TRAM, 'en: "The line is to have', 'fr: "The line is to have', "40:5",
        "add en: …"),
    "a statement without its language": (TRAM, COST, "statement: The line has a cost.", "4:14",
        "write statement: {en: …}"),
    "thousands grouped with commas": (TRAM, CITY, 'quantity: "12,000,000 EUR"', "37:18", AMOUNT),
    "a currency sign": (TRAM, CITY, "quantity: €12 million", "37:17", AMOUNT),
    "million in words": (TRAM, CITY, "quantity: 12 million EUR", "37:17", AMOUNT),
    "no unit": (TRAM, CITY, "quantity: 12_000_000", "37:17", AMOUNT),
    "a qualifier of one's own": (TRAM, "more than 48_000_000", "over 48_000_000", "16:17",
        "more than, at least, about, nearly, less than, up to, between, several"),
    "a currency that there is not": (TRAM, "more than 48_000_000 EUR", "more than 48_000_000 EUX", "16:17",
        "declare it in facts/units.yml"),
    "a unit that was not declared": (TRAM, "quantity: 14 stops", "quantity: 14 halts", "49:17",
        "declare it in facts/units.yml"),
    "a date in words": (TRAM, SIGNED, SIGNED.replace("2031-03-04", "4 March 2031"), "83:13", YEAR_FIRST),
    "a date with the day first": (TRAM, SIGNED, SIGNED.replace("2031-03-04", "04/03/2031"), "83:13", YEAR_FIRST),
    "a period with a hyphen": (TRAM, "  status: forecast", "  status: forecast\n  period: 2031-2033", "64:11",
        "2031/2033 for a period"),
    "a comma without quotes": (TRAM, 'means:\n        en: "about 9,000 passengers"',
        "means: {en: about 9,000 passengers}", "68:41", ""),
    "a colon without quotes": (TRAM, COST, "statement:\n    en: The cost: [[tram-cost]].", "5:17", QUOTES),
    "a mention without quotes": (TRAM, COST, "statement:\n    en: [[tram-cost]] is the cost", "5:23", QUOTES),
    "an apostrophe that starts words": (TRAM, "printed: 14 arrêts", "printed: 'l'arrêt'", "52:19", QUOTES),
    "a key one column off": (TRAM, "  measure: stop-count", "   measure: stop-count", "43:11",
        "the keys of one entry start in one column"),
    "a tab": (TRAM, "  measure: stop-count", "\tmeasure: stop-count", "43:1", "indent with spaces, not tabs"),
    "an entry without its hyphen": (TRAM, "- id: tram-stops", "  id: tram-stops", "38:3",
        "start the second entry with a hyphen: - id: …"),
    "one scope for a list": (TRAM, "  status: forecast", "  status: forecast\n  scope: track", "64:10",
        "write scope: […], or a line with a hyphen for each"),
    "a status of one's own": (TRAM, "status: forecast", "status: expected", "63:11", ""),
    "an address without its beginning": (SOURCES, "address: https://courier", "address: courier", "5:12",
        "it starts with https:// or http://"),
    "a language by its name": (SOURCES, "language: fr", "language: French", "24:13", ""),
    "inferred from nothing": (SOURCES, "known: inferred\n    from:\n      en: the domain of its address",
        "known: inferred", "27:5", ""),
    "an id with a capital": (TRAM, "said_by: merle-trams\n    - source: courier",
        "said_by: Merle Trams\n    - source: courier", "17:16", 'write "merle-trams"'),
    "a form of chart in the singular": (CHARTS, "form: bars", "form: bar", "3:9", 'did you mean "bars"?'),
    "a figure with no like": (STORY, "[[tram-stops]], and", "[[xyz]], and", "22:15",
        "record it as a fact (new fact ID starts one), or take it out here"),
    "an origin of somebody unknown": ("facts/origins.yml", "by: merle-trams", "by: elsewhere", "7:7",
        "add it to facts/people.yml"),
    "a publisher in plain words": (SOURCES, "publisher:\n    name: The Merle Courier\n    known: stated",
        "publisher: The Merle Courier", "6:14", "its keys: name, in_sentence, known, from"),
    "no operation": (DERIVED, "derive:\n    share: [tram-city-money, tram-cost]", "derive: share", "7:11",
        "exactly one operation and its inputs: {per-year: [id]}"),
    "a chart of an unknown figure": (CHARTS, "figure: tram-cost\n", "figure: tram-costs\n", "11:15",
        'did you mean "tram-cost"?'),
    "a chart without an alternative text": (CHARTS,
        '  alt:\n    en: "A line leads to the end of [[tram-opening]], and a short bar goes on to '
        '[[tram-opened|period]]."\n', "", "22:3",
        "alt: what a sighted reader takes away"),
    "a mistyped chart": (STORY, "[[chart:money]]", "[[chart:monney]]", "18:1", 'did you mean "money"?'),
    "one bracket for two": (STORY, "[[tram-stops]], and", "[tram-stops], and", "22:15",
        "a figure is written with two brackets: [[tram-stops]]"),
    "a capital in an id": (STORY, "[[tram-stops]], and", "[[Tram stops]], and", "22:15",
        "ids are small letters, digits and hyphens: [[tram-stops]]"),
    "a year in a heading": (STORY, "## The money", "## The money in 2034", "14:17", "write [[tram-opening|year]]"),
    "a number in words": (STORY, "is glad of it.", "is glad of two things.", "22:99",
        "record it as a fact and mention that"),
    "a picture that is not there": (STORY, "The mayor", "![a tram](tram.jpg) The mayor", "22:88",
        "put the picture into content/en/, beside the story"),
}  # fmt: skip


@pytest.fixture(scope="session")
def new_edition(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new edition, to be copied."""
    folder = tmp_path_factory.mktemp("new") / "tram"
    assert main(["new", "edition", str(folder)]) == 0
    return folder


@pytest.fixture
def tram(new_edition: Path, tmp_path: Path) -> Path:
    """A copy of the new edition, to be changed at will."""
    return Path(shutil.copytree(new_edition, tmp_path / "tram"))


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_is_told_once_where_it_was_made_with_what_mends_it(
    mistake: str, tram: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file, right, wrong, where, mend = MISTAKES[mistake]
    text = (tram / file).read_text("utf-8")
    assert right in text
    (tram / file).write_text(text.replace(right, wrong, 1), "utf-8")
    assert main(["--project", str(tram), "check"]) == 1
    said = capsys.readouterr().err
    assert said.startswith(f"{file}:{where}: "), said
    assert said.endswith("\n1 problem\n"), said
    assert not mend or f"hint: {mend}" in said or mend in said.partition("hint: ")[2], said


def test_a_file_of_facts_with_the_wrong_ending_is_the_only_problem(
    tram: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tram / TRAM).rename(tram / "facts/tram.yaml")
    assert main(["--project", str(tram), "check"]) == 1
    assert (
        capsys.readouterr().err.splitlines()[0]
        == "facts/tram.yaml:1:1: only .yml files stand in facts/, without folders [unknown-file]"
    )


def test_links_are_not_taken_for_figures_in_one_bracket(tram: Path) -> None:
    text = (tram / STORY).read_text("utf-8")
    (tram / STORY).write_text(
        f"{text}\nRead [how-it-is-made](method.md), or [how][how-it-is-made]. `[tram-stops]`\n\n[how-it-is-made]: "
        "method.md\n",
        "utf-8",
    )
    assert main(["--project", str(tram), "check"]) == 0


def test_the_day_of_reading_may_stand_without_quotation_marks(tram: Path) -> None:
    settings = (tram / "mkdocs.yml").read_text("utf-8")
    (tram / "mkdocs.yml").write_text(settings.replace('"2031-06-01"', "2031-06-01"), "utf-8")
    assert main(["--project", str(tram), "check"]) == 0


def test_verify_names_what_it_could_not_look_at(tram: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tram / "facts/evidence.lock").unlink()
    (tram / "archive/courier-2031.txt").rename(tram / "archive/courier_2031.txt")
    assert main(["--project", str(tram), "verify", "--archive", str(tram / "archive")]) == 0
    told = capsys.readouterr().out
    assert f"courier-2031: 6 readings not verified, because {tram}/archive/courier-2031.txt is not there\n" in told
    assert f"{tram}/archive/courier_2031.txt: the text of no source\n" in told


def changed(tram: Path, file: str, right: str, wrong: str) -> None:
    text = (tram / file).read_text("utf-8")
    assert right in text
    (tram / file).write_text(text.replace(right, wrong, 1), "utf-8")


def problems(tram: Path, capsys: pytest.CaptureFixture[str]) -> str:
    capsys.readouterr()
    main(["--project", str(tram), "check"])
    return capsys.readouterr().err


def test_a_small_number_is_not_said_to_be_a_figure_that_happens_to_have_its_value(
    tram: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tram / STORY).write_text(f"{(tram / STORY).read_text('utf-8')}\nIt has 14 stops, and 48000000 reasons.\n", "utf-8")
    said = problems(tram, capsys)
    small, large = (said.partition(f"“{number}”")[2].split("\n")[1] for number in ("14", "48000000"))
    assert small.startswith("    hint: record it as a fact and mention that")
    assert large == "    hint: write [[tram-cost]]"


def test_measures_that_would_do_are_named_and_that_there_is_none_is_told(
    tram: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    changed(tram, TRAM, "measure: stop-count", "measure: cost")
    assert "hint: use another measure: stop-count, ridership\n" in problems(tram, capsys)
    changed(tram, TRAM, "quantity: 14 stops", "quantity: 14 m2")
    assert (
        "hint: no measure is of the dimension area: add one to facts/measures.yml, or correct the amount"
        in problems(tram, capsys)
    )


def french(tram: Path) -> Path:
    """The edition with its stories in French too, as far as their form goes."""
    changed(tram, "mkdocs.yml", "[en]", "[en, fr]")
    shutil.copytree(tram / "content/en", tram / "content/fr")
    return tram / "content/fr/index.md"


def test_a_page_that_has_a_problem_is_not_told_to_be_missing_or_different_too(
    tram: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = french(tram)
    text = page.read_text("utf-8")
    assert "parity" not in problems(tram, capsys)
    page.write_text(text.replace("title:", "titel:", 1), "utf-8")
    said = problems(tram, capsys)
    assert 'there is no key "titel" here' in said
    assert "parity" not in said
    mention = text.index("[[tram-")
    page.write_text(f"{text[:mention]}[[tramm-{text[mention + 7 :]}", "utf-8")
    said = problems(tram, capsys)
    assert "[unknown-figure]" in said
    assert "parity" not in said
    page.unlink()
    assert "content/en/index.md:1:1: this page is missing in fr [parity]" in problems(tram, capsys)


def test_a_fact_that_is_told_to_be_gone_is_not_asked_for_again(tram: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from factbound.view.reports.changes import changes, facts_of

    with_both = {name: {"id": name, "statement": {"en": name}, "readings": []} for name in ("kept", "gone")}
    old, new = facts_of({"facts": list(with_both.values())}), facts_of({"facts": [with_both["kept"]]})
    assert list(changes(old, new)) == [
        "- gone: “gone”",
        "    keep its page: add gone to facts/removed.yml, with the reason",
    ]
    assert list(changes(old, new, {"gone"})) == ["- gone: “gone”"]
    subprocess.run(["git", "init", "-q"], cwd=tram, check=True)
    subprocess.run(["git", "add", "-A"], cwd=tram, check=True)
    commit = ["git", "-c", "user.name=a", "-c", "user.email=a@b", "commit", "-q", "-m", "all"]
    subprocess.run(commit, cwd=tram, check=True)
    gone = "- id: tram-mayor"
    text = (tram / TRAM).read_text("utf-8")
    head, _, tail = text.partition(gone)
    rest = tail.partition("\n- id: ")[2]
    (tram / TRAM).write_text(head + (f"- id: {rest}" if rest else ""), "utf-8")
    story = tram / STORY
    story.write_text(re.sub(r"\[\[(cite:)?tram-mayor[^\]]*\]\]", "", story.read_text("utf-8")), "utf-8")
    removed = "- id: tram-mayor\n  date: 2035-06-01\n  why:\n    en: It was a rumour.\n"
    assert main(["--project", str(tram), "diff", "HEAD"]) == 0
    assert "keep its page: add tram-mayor" in capsys.readouterr().out
    (tram / "facts/removed.yml").write_text(removed, "utf-8")
    assert main(["--project", str(tram), "diff", "HEAD"]) == 0
    said = capsys.readouterr().out
    assert "- tram-mayor" in said
    assert "keep its page" not in said


def test_settings_that_nothing_comes_of_are_named(tram: Path, capsys: pytest.CaptureFixture[str]) -> None:
    settings = tram / "mkdocs.yml"
    text = settings.read_text("utf-8")
    assert main(["--project", str(tram), "check"]) == 0
    assert "has no effect" not in capsys.readouterr().out
    more = "extra_css: [my.css]\nnav:\n  - index.md\n"
    settings.write_text(
        text.replace("      name: harbour-tram\n", "      name: harbour-tram\n      facts: f\n") + more, "utf-8"
    )
    assert main(["--project", str(tram), "check"]) == 0
    said = capsys.readouterr().out
    for name, instead in (
        ("nav", "the menus are made of the stories' own order: and nav:"),
        ("extra_css", "colours and fonts are set in templates/assets/look.css"),
        ("factbound: facts", "it is for a site with a theme of its own"),
    ):
        assert f"notice: mkdocs.yml: {name}: has no effect in an edition: {instead}\n" in said
