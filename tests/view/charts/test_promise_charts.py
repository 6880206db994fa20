"""Charts of promises: what came against what was promised, and days against today."""

import csv
import io
import json
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest

from factbound.view.charts.forms import FORMS
from factbound.view.charts.view import NARROW, WIDE, ChartRow, ChartView, Days

SVG = "{http://www.w3.org/2000/svg}"
LATE = Days("came", "2031-01-01", "2032-06-30", False, ("2032-12-31",), "2033-07-01")
LEGEND = tuple(
    (kind, f"key of {kind}") for kind in ("due", "plan", "came", "late", "told", "gone", "open", "silent", "ahead")
)


def days_of(*rows: Days, today: str = "2034-02-01") -> ChartView:
    """A chart of days."""
    told = tuple(
        ChartRow(f"lamp-{n}", f"en/promises/lamp-{n}/", f"Lamp {n}", "", "due then", days=days)
        for n, days in enumerate(rows)
    )
    said = f"as of {today}"
    return ChartView("lamps", "slips", "en", "Late", "A bar.", "", told, today=today, today_said=said, legend=LEGEND)


def drawn(view: ChartView, width: int = WIDE) -> list[dict]:
    """Every mark of the specification: its look and its datum."""
    spec = FORMS[view.form].spec(view, width)
    return [layer["mark"] | datum for layer in spec["layer"] for datum in layer["data"]["values"]]


def bars(marks: list[dict]) -> list[dict]:
    """The rectangles of rows, without discs and the areas of links."""
    named = [mark for mark in marks if "figure" in mark and mark["type"] == "rect" and "cornerRadius" not in mark]
    return [mark for mark in named if mark["fill"] != "transparent"]


def texts(marks: list[dict]) -> list[str]:
    return [mark["text"] for mark in marks if "text" in mark]


def day_due(marks: list[dict]) -> dict:
    """The stroke of the day that was promised."""
    return next(mark for mark in marks if "figure" in mark and mark["type"] == "rule" and mark.get("strokeWidth") == 3)


def line_of_today(marks: list[dict]) -> dict:
    [line] = [mark for mark in marks if mark["type"] == "rule" and mark.get("stroke") == "var(--ink)"][:1]
    return line


def test_what_came_late_has_a_bar_from_its_day_to_the_day_on_which_it_came():
    marks = drawn(days_of(LATE))
    [bar] = bars(marks)
    discs = sorted(mark["x"] for mark in marks if mark.get("cornerRadius") == 7 and "figure" in mark)
    assert bar["x2"] == pytest.approx(discs[0] + 7)
    stroke = day_due(marks)
    assert bar["x"] == stroke["x"] == stroke["x2"]
    assert "strokeDash" not in bar


def test_what_came_in_time_has_no_bar():
    assert bars(drawn(days_of(replace(LATE, day="2032-01-01")))) == []


@pytest.mark.parametrize(("kind", "dashed"), [("open", False), ("silent", True)])
def test_what_has_not_come_runs_on_to_the_line_of_today(kind: str, dashed: bool):
    marks = drawn(days_of(replace(LATE, kind=kind, day=None)))
    [bar] = bars(marks)
    assert bar["x2"] == pytest.approx(line_of_today(marks)["x"], abs=0.01)
    assert ("strokeDash" in bar) == dashed


def test_what_is_not_due_yet_lies_beyond_the_line_of_today():
    marks = drawn(days_of(Days("ahead", "2031-01-01", "2036-12-31", False, (), None)))
    assert bars(marks) == []
    stroke = day_due(marks)
    today = line_of_today(marks)["x"]
    assert stroke["x"] > today
    dotted = next(mark for mark in marks if "figure" in mark and mark.get("strokeDash") == [1, 4])
    assert (dotted["x"], dotted["x2"]) == pytest.approx((today, stroke["x"]), abs=0.01)


def test_what_was_given_up_ends_in_a_cross():
    marks = drawn(days_of(Days("gone", "2031-01-01", "2036-12-31", True, (), "2033-01-01")))
    cross = [mark for mark in marks if "figure" in mark and mark.get("strokeWidth") == 2.5]
    assert {mark["x"] + mark["x2"] for mark in cross} == {cross[0]["x"] + cross[0]["x2"]}
    assert len(cross) == 2


def test_the_key_explains_the_marks_that_are_drawn_and_no_others():
    assert [words for words in texts(drawn(days_of(LATE))) if words.startswith("key")] == [
        "key of due",
        "key of plan",
        "key of late",
    ]
    silent = days_of(replace(LATE, kind="silent", day=None, aims=()))
    assert [words for words in texts(drawn(silent)) if words.startswith("key")] == ["key of due", "key of silent"]


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_the_line_of_today_says_which_day_it_is(width: int):
    assert "as of 2034-02-01" in texts(drawn(days_of(LATE), width))


def outcomes(*rows: ChartRow) -> ChartView:
    legend = (("promised", "What was promised"), ("outcome", "Since then"))
    return ChartView("staff", "outcomes", "en", "Few", "Bars.", "", rows, legend=legend)


PROMISED = ChartRow("plan", "en/facts/plan/", "Plan", "", "400", 400.0, qualifier="about", side="promised")
TOLD = ChartRow("told", "en/facts/told/", "Told", "", "250", 250.0, status="done", side="outcome")


def test_the_promised_amount_goes_on_through_what_is_the_same_thing():
    same = drawn(outcomes(PROMISED, TOLD))
    lines = [mark for mark in same if mark["type"] == "rule" and mark.get("strokeDash") == [4, 3]]
    [bar] = [mark for mark in same if mark.get("figure") == "told" and "from" in mark]
    assert len(lines) == 1
    assert lines[0]["y"] < bar["y"] < bar["y2"] < lines[0]["y2"]


def test_another_thing_has_a_slim_bar_under_the_words_that_say_so():
    apart = drawn(outcomes(PROMISED, replace(TOLD, differs="Not the same thing: guards are among them")))
    assert [mark for mark in apart if mark.get("strokeDash") == [4, 3]] == []
    assert "Not the same thing: guards are among them" in texts(apart)
    heights = {mark["figure"]: mark["y2"] - mark["y"] for mark in apart if "from" in mark}
    assert heights["told"] < heights["plan"] / 2


def test_an_amount_that_is_more_than_it_says_has_an_open_end():
    ends = drawn(outcomes(replace(PROMISED, qualifier="more than"), replace(TOLD, qualifier="up to")))
    assert len([mark for mark in ends if isinstance(mark.get("fill"), dict)]) == 2


def test_the_index_of_promises_shows_the_days_and_leads_from_each_to_its_promise(promised_site: Path):
    page = (promised_site / "en/promises/index.html").read_text("utf-8")
    assert 'id="chart-lamp-days"' in page
    assert 'href="../../en/promises/first-lamp/" aria-label="First lamp, due 2033 · came 10' in page
    staff = "due June\xa02034 · still ahead"
    assert f"Staff, {staff}" in page
    assert staff in (promised_site / "en/promises/index.md").read_text("utf-8")


def test_a_promise_is_drawn_against_its_outcome_on_its_page(promised_site: Path):
    page = (promised_site / "en/promises/lamp-staff/index.html").read_text("utf-8")
    assert 'id="chart-lamp-staff-told"' in page
    assert "Not the same thing: guards of another firm are among them" in page
    assert "chart-" not in (promised_site / "en/promises/first-lamp/index.html").read_text("utf-8")


def test_the_days_and_the_differences_are_in_the_files_of_a_chart(promised_site: Path):
    data = promised_site / "data/charts"
    first, staff = csv.DictReader(io.StringIO((data / "lamp-days.csv").read_text("utf-8")))
    assert (first["promise"], first["due"], first["came"], first["came_on"]) == (
        "first-lamp",
        "2033",
        "came",
        "2034-01-10",
    )
    assert (staff["promise_verdict"], staff["came"], staff["came_on"]) == ("under-way", "ahead", "")
    told = json.loads((data / "lamp-staff-told.json").read_text("utf-8"))
    assert [row["differs"]["en"] for row in told["figures"]] == [
        "",
        "Not the same thing: guards of another firm are among them",
    ]
    assert json.loads((data / "lamp-days.json").read_text("utf-8"))["today"] == "2034-02-01"


def test_a_chart_of_promises_stands_alone_with_its_words(promised_site: Path):
    root = ElementTree.fromstring((promised_site / "data/charts/lamp-days.svg").read_bytes())
    words = " ".join(text.text or "" for text in root.iter(f"{SVG}text"))
    assert "as of 1\xa0February\xa02034" in words
    assert "bar up to a dot" in words
