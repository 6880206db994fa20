"""Promises for re-users: read back by programs that know nothing of this one."""

import json
import sqlite3
from datetime import date
from pathlib import Path

import extruct
import feedparser
import pytest
from icalendar import Calendar
from rdflib import Graph, URIRef
from rdflib.namespace import RDF, SDO


def test_the_calendar_has_each_due_day_for_a_calendar_program(promised_site: Path) -> None:
    data = (promised_site / "en/promises/promises.ics").read_bytes()
    events = Calendar.from_ical(data).walk("VEVENT")
    days = {str(event["SUMMARY"]).replace("\xa0", " "): event.decoded("DTSTART") for event in events}
    assert days == {
        "Something is promised in first-lamp.": date(2033, 12, 31),
        "The factory employs about 400 people.": date(2034, 6, 30),
    }
    assert {str(event["URL"]) for event in events} == {
        f"https://lamps.example/sub/en/promises/{name}/" for name in ("first-lamp", "lamp-staff")
    }
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))


def test_a_calendar_keeps_commas_and_semicolons_of_a_promise(real_site: Path) -> None:
    events = Calendar.from_ical((real_site / "fr/promises/promises.ics").read_bytes()).walk("VEVENT")
    assert len(events) == 9
    assert any("," in str(event["DESCRIPTION"]) for event in events)


def test_the_feed_has_the_verdict_of_each_promise_and_what_it_was(promised_site: Path) -> None:
    feed = feedparser.parse((promised_site / "en/promises/feed.xml").read_bytes())
    assert not feed.bozo
    titles = {entry.title.replace("\xa0", " "): entry.summary for entry in feed.entries}
    assert "kept late: Something is promised in first-lamp." in titles
    assert "(not yet due → under way)" in titles["under way: The factory employs about 400 people."]


def test_the_database_joins_a_promise_to_its_outcome(promised_site: Path) -> None:
    connection = sqlite3.connect(f"file:{promised_site / 'data/edition.sqlite'}?mode=ro", uri=True)
    found = connection.execute("SELECT id, verdict, fact, differs FROM outcomes ORDER BY id").fetchall()
    assert found == [
        ("first-lamp", "kept-late", "first-lamp-made", None),
        ("lamp-staff", "under-way", "lamp-factory-hired", "guards of another firm are among them"),
    ]
    verdicts = connection.execute("SELECT verdict, until FROM verdicts WHERE promise = 'lamp-staff' ORDER BY position")
    assert verdicts.fetchall() == [("not-yet-due", "2034-01"), ("under-way", None)]


def test_a_promise_is_an_object_that_says_what_rests_on_excerpts(promised_site: Path) -> None:
    told = json.loads((promised_site / "data/promises/first-lamp.json").read_text("utf-8"))
    assert told["verdict"] == "kept-late"
    assert told["rests_on"] == [{"fact": "first-lamp-made", "differs": None, "excerpt": True}]
    source = next(
        each
        for each in json.loads((promised_site / "data/sources.json").read_text("utf-8"))["sources"]
        if each["id"] == "courier-2034"
    )
    assert source["paragraphs"] is None
    assert source["seen"] == {"on": "2034-01", "how": "stored-copy"}


@pytest.mark.filterwarnings("ignore")
def test_frictionless_reads_promises_verdicts_and_the_charts_that_draw_them(promised_site: Path) -> None:
    import frictionless

    package = frictionless.Package(str(promised_site / "data/datapackage.json"))
    assert frictionless.validate(str(promised_site / "data/datapackage.json")).flatten(["note"]) == []
    promises = {row["id"]: row for row in package.get_resource("promises").read_rows()}
    assert {name: row["verdict"] for name, row in promises.items()} == {
        "first-lamp": "kept-late",
        "lamp-land": "nobody-has-told",
        "lamp-staff": "under-way",
        "lamp-past": "not-corroborated",
    }
    assert promises["first-lamp"]["due_day"] == date(2033, 12, 31)
    assert promises["lamp-staff"]["reach_languages"] == ["en", "fr"]
    assert promises["lamp-land"]["elsewhere"] is False
    verdicts = [(row["promise"], row["verdict"]) for row in package.get_resource("verdicts").read_rows()]
    assert ("lamp-staff", "not-yet-due") in verdicts
    assert ("lamp-staff", "under-way") in verdicts
    drawn = [
        (row["chart"], row["promise"]) for row in package.get_resource("chart-figures").read_rows() if row["promise"]
    ]
    assert drawn == [
        ("lamp-days", "first-lamp"),
        ("lamp-days", "lamp-staff"),
        ("lamp-staff-told", "lamp-staff"),
        ("lamp-staff-told", "lamp-staff"),
    ]


def test_duckdb_joins_the_objects_of_promises_with_the_table_of_verdicts(promised_site: Path) -> None:
    import duckdb

    data = promised_site / "data"
    told = duckdb.sql(
        f"""SELECT p.id, p.verdict, v.until FROM read_json('{data}/promises/*.json') p
        JOIN '{data}/verdicts.csv' v ON v.promise = p.id AND v.verdict = p.verdict ORDER BY p.id"""
    ).fetchall()
    assert told == [
        ("first-lamp", "kept-late", None),
        ("lamp-land", "nobody-has-told", None),
        ("lamp-past", "not-corroborated", None),
        ("lamp-staff", "under-way", None),
    ]


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")
def test_rdflib_reads_a_promise_as_a_claim_that_rests_on_its_outcome(promised_site: Path) -> None:
    page = (promised_site / "en/promises/first-lamp/index.html").read_text("utf-8")
    (block,) = extruct.extract(page, syntaxes=["json-ld"])["json-ld"]
    graph = Graph().parse(data=json.dumps({**block, "@context": {"@vocab": str(SDO)}}), format="json-ld")
    site = "https://lamps.example/sub/en"
    claim = URIRef(f"{site}/promises/first-lamp/#promise")
    assert (claim, RDF.type, URIRef(f"{SDO}Claim")) in graph
    assert str(graph.value(claim, URIRef(f"{SDO}description"))).startswith("kept late: ")
    assert {str(each) for each in graph.objects(claim, URIRef(f"{SDO}isBasedOn"))} == {
        f"{site}/facts/{name}/#claim" for name in ("lamp-factory-first-lamp", "first-lamp-made")
    }
    assert (None, RDF.type, URIRef(f"{SDO}ClaimReview")) not in graph
