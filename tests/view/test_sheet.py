"""The fact-check sheet, and a second person's check: every number in reading order, what stands behind it, who has
checked it."""

import csv
import io
import json
import re
from pathlib import Path

import pytest
from crawler import read_site
from overlay import write

from factbound.commands.cli import main

FACTS = "facts/lamp-factory.yml"


@pytest.fixture
def rows(edition: Path) -> list[dict[str, str]]:
    """The rows of the good edition's sheet."""
    return sheet_of(edition)


def sheet_of(edition: Path) -> list[dict[str, str]]:
    assert main(["--project", str(edition), "sheet"]) == 0
    return list(csv.DictReader(io.StringIO((edition / "sheet/en.csv").read_text("utf-8-sig").replace("\u00a0", " "))))


def lines(rows: list[dict[str, str]]) -> list[dict[str, str]]:
    """The first row of each line."""
    return list({row["number"]: row for row in reversed(rows)}.values())[::-1]


def checked(edition: Path) -> Path:
    text = (edition / FACTS).read_text("utf-8")
    write(
        edition,
        {
            FACTS: text.replace(
                "  measure: staff\n", "  measure: staff\n  checked_by: Jo Maas\n  checked_on: 2031-06-01\n"
            )
        },
    )
    return edition


def test_numbers_are_told_in_the_order_of_reading(rows: list[dict[str, str]]) -> None:
    first = [(row["printed"], row["place"]) for row in lines(rows)][:9]
    assert first == [
        ("two", "content/en/index.md:6"),
        ("more than €12 million", "content/en/index.md:9"),
        ("2031–2033", "content/en/index.md:9"),
        ("2031", "content/en/index.md:12"),
        ("more than €12 million", "content/en/index.md:14"),
        ("2031", "content/en/index.md:14"),
        ("2033", "content/en/index.md:14"),
        ("more than €4 million a year", "content/en/index.md:14"),
        ("more than €12 m", "content/en/index.md:15"),
    ]


def test_lines_are_numbered_without_a_gap(rows: list[dict[str, str]]) -> None:
    assert [row["number"] for row in lines(rows)] == [str(n) for n in range(1, len(lines(rows)) + 1)]


def test_a_number_stands_in_its_own_sentence(rows: list[dict[str, str]]) -> None:
    said = {row["printed"]: row["sentence"] for row in lines(rows) if row["place"] == "content/en/index.md:15"}
    assert said["more than €12 m"] == "In short that is more than €12 m, on 15,000 m².†"
    assert said["†"] == "In short that is more than €12 m, on 15,000 m².†"


def test_a_key_figure_stands_with_its_label_and_note(rows: list[dict[str, str]]) -> None:
    assert lines(rows)[1]["sentence"] == "more than €12 million · Lumen, 2031–2033 · announced"


def test_a_chart_s_words_and_marks_are_on_the_sheet(rows: list[dict[str, str]]) -> None:
    said = [row["sentence"] for row in lines(rows)]
    assert "A long bar for the plan, more than €12 m, and a short one for the past, less than €4 m." in said
    assert "Lumen announced more than €12 million, far more than before · Before done: less than €4 million" in said


def test_numbers_in_code_are_not_on_the_sheet(rows: list[dict[str, str]]) -> None:
    assert not any("[[" in row["printed"] for row in rows)


def test_every_figure_of_the_ledger_is_on_the_sheet(edition: Path, rows: list[dict[str, str]], good_site: Path) -> None:
    facts = json.loads((good_site / "data/facts.json").read_text("utf-8"))["facts"]
    assert {row["figure"] for row in rows} - {""} == {fact["id"] for fact in facts}


def test_each_reading_has_a_row_with_its_words_and_a_link_to_them(rows: list[dict[str, str]]) -> None:
    mine = [row for row in rows if row["number"] == "2"]
    assert [(row["source"], row["paragraph"], row["source_words"]) for row in mine] == [
        ("La Gazette", "4", "plus de 12 millions d’euros"),
        ("The Herald", "1", "€12 million"),
    ]
    assert mine[0]["source_link"].startswith("https://gazette.example/lumen#:~:text=plus%20de%2012")
    assert {row["verified"] for row in rows} == {"no", ""}  # the good edition has no lock


def test_verified_readings_say_so(edition: Path) -> None:
    assert main(["--project", str(edition), "verify", "--archive", str(edition / "archive")]) == 0
    assert {row["verified"] for row in sheet_of(edition)} == {"yes", ""}


def test_a_derived_figure_names_what_it_was_worked_out_from(rows: list[dict[str, str]]) -> None:
    pace = next(row for row in rows if row["figure"] == "lamp-factory-pace")
    assert pace["worked_out_from"] == "spread evenly over the years: more than €12 million; 3 years"


def test_boxes_are_empty_until_someone_has_checked(rows: list[dict[str, str]]) -> None:
    assert {(row["checked_by"], row["checked_on"], row["initials"], row["day"]) for row in rows} == {("", "", "", "")}


def test_what_was_checked_is_marked(edition: Path) -> None:
    told = {
        (row["checked_by"], row["checked_on"])
        for row in sheet_of(checked(edition))
        if row["figure"] == "lamp-factory-staff"
    }
    assert told == {("Jo Maas", "2031-06-01")}
    assert "✓ Jo Maas<br>2031-06-01" in (edition / "sheet/en.html").read_text("utf-8")


def test_a_page_of_its_own_that_needs_nothing_else(edition: Path, rows: list[dict[str, str]]) -> None:
    html = (edition / "sheet/en.html").read_text("utf-8")
    assert re.findall(r"<(?:script|link|img|iframe)\b|@import|url\(|\ssrc=", html) == []
    assert html.count('<td class="number">') == len(lines(rows))
    assert html.count("<mark>") == len(lines(rows))


def test_the_sheet_goes_where_it_is_sent_in_the_language_asked_for(
    edition: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--project", str(edition), "sheet", "--language", "en", "--output", str(tmp_path / "out")]) == 0
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["en.csv", "en.html"]
    assert not (edition / "sheet").exists()
    assert main(["--project", str(edition), "sheet", "--language", "fr"]) == 2
    assert '"fr" is no language of this edition, which has en' in capsys.readouterr().err


def test_two_sheets_of_one_edition_are_the_same_bytes(edition: Path, tmp_path: Path) -> None:
    for name in ("one", "two"):
        assert main(["--project", str(edition), "sheet", "--output", str(tmp_path / name)]) == 0
    for file in ("en.html", "en.csv"):
        assert (tmp_path / "one" / file).read_bytes() == (tmp_path / "two" / file).read_bytes()


def test_a_second_person_s_check_is_on_the_fact_s_page_and_in_the_data(edition: Path) -> None:
    assert main(["--project", str(checked(edition)), "build"]) == 0
    page = read_site(edition / "site")["en/facts/lamp-factory-staff/"]
    assert "Checked byJo Maas, on 1 June 2031" in re.sub(r"\s+", " ", page.all("dl")[0].text)
    facts = {fact["id"]: fact for fact in json.loads((edition / "site/data/facts.json").read_text("utf-8"))["facts"]}
    assert (facts["lamp-factory-staff"]["checked_by"], facts["lamp-factory-staff"]["checked_on"]) == (
        "Jo Maas",
        "2031-06-01",
    )
    assert (facts["lamp-factory-plan"]["checked_by"], facts["lamp-factory-plan"]["checked_on"]) == (None, None)


def test_a_derived_figure_can_be_checked_too(edition: Path) -> None:
    text = (edition / "facts/derived.yml").read_text("utf-8")
    write(
        edition,
        {
            "facts/derived.yml": text.replace(
                "  verdict: with-care\n", "  verdict: with-care\n  checked_by: Jo Maas\n  checked_on: 2031-06-01\n"
            )
        },
    )
    assert next(row for row in sheet_of(edition) if row["figure"] == "lamp-factory-pace")["checked_by"] == "Jo Maas"
