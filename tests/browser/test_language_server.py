"""A program that edits YAML, with an edition's own schemas: what it completes, explains and underlines in each kind of
file. The program is yaml-language-server, which VS Code's extension *YAML* and most other editors run."""

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from language_server import Opened, Server, language_server

from factbound.commands.cli import main

pytestmark = pytest.mark.slow  # a program of Node's, which npm brings, reads whole files
FRENCH = ("[en]", "[en, fr]")


@pytest.fixture(scope="module")
def tram(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new edition, in two languages, with its schemas."""
    folder = tmp_path_factory.mktemp("tram") / "edition"
    assert main(["new", "edition", str(folder)]) == 0
    settings = folder / "mkdocs.yml"
    settings.write_text(settings.read_text("utf-8").replace(*FRENCH), "utf-8")
    assert main(["--project", str(folder), "schemas"]) == 0
    return folder


@pytest.fixture(scope="module")
def server(tram: Path, node: Callable[[str], Path]) -> Iterator[Server]:
    with language_server(node("yaml-language-server/bin/yaml-language-server"), tram) as server:
        yield server


def headed(schema: str, text: str, up: str = "../schemas") -> str:
    return f"# yaml-language-server: $schema={up}/{schema}.json\n{text}"


def test_a_whole_edition_has_nothing_underlined(tram: Path, server: Server) -> None:
    files = [*(tram / "facts").glob("*.yml"), tram / "content/charts.yml", tram / "mkdocs.yml"]
    assert {
        path.name: found for path in files if (found := server.open(path, path.read_text("utf-8")).problems())
    } == {}


FACT = """- id: tram-noise
  statement:
    en: "It hums."
  subject: merle-trams
  status: planned
  readings:
    - source: courier-2031
      paragraph: 3
      printed: hums
      quantity: 12 stops
"""
PROMISE = """- id: hum
  promise:
    en: It hums.
  by: merle-trams
  facts: [tram-cost]
  made: 2031
  verdict: kept
  in_words:
    en: It does.
  looked: 2031
"""
SOURCE = """- id: gazette-2036
  language: en
  address: https://gazette.example
  publisher:
    name: Gazette
    known: stated
  published:
    date: 2036
    known: stated
  origin: tram-contract
  paragraphs: 2
"""
DERIVED = "- id: two\n  statement:\n    en: x\n  derive:\n    sum: [tram-cost]\n  verdict: fair\n  why:\n    en: x\n"
CHART = (
    "- id: two\n  form: bars\n  title:\n    en: x\n  alt:\n    en: x\n"
    "  figures:\n    - figure: tram-cost\n      label:\n        en: x\n"
)
ORIGIN = "- id: a\n  name: A\n  kind: study\n  by: merle-trams\n"
PERSON = "- id: a\n  name: A\n  voice: press\n  of: merle-trams\n"
PLACE = "- id: a\n  name: A\n  kind: city\n  within: merle\n"
CORRECTION = "- fact: tram-cost\n  date: 2031\n"
REMOVED = "- id: a\n  instead: tram-cost\n"
STORY = "title: X\nkeys:\n  - figure: tram-cost\n    label: x\n"
SETTINGS = "plugins:\n  - factbound:\n      name: x\n      languages: [en]\n"
OFFERED = [
    ("facts", FACT, "subject: ", "merle-trams", "merle-council", "the city of Merle"),
    ("facts", FACT, "source: ", "courier-2031", "depeche-2031", "Un tramway pour le port"),
    ("promises", PROMISE, "facts: [", "tram-cost", "tram-stops", "The line is to have"),
    ("promises", PROMISE, "by: ", "merle-trams", "ines-varga", "mayor of Merle"),
    ("sources", SOURCE, "origin: ", "tram-contract", "gazette-pages", "reporting"),
    ("sources", SOURCE, "language: ", "en", "fr", "a language of this edition"),
    ("derived", DERIVED, "sum: [", "tram-cost", "tram-city-share", "The city's part"),
    ("charts", CHART, "figure: ", "tram-cost", "tram-city-share", "The city's part"),
    ("origins", ORIGIN, "by: ", "merle-trams", "merle-council", "the city"),
    ("people", PERSON, "of: ", "merle-trams", "merle-council", "the city"),
    ("places", PLACE, "within: ", "merle", "merle", "city"),
    ("corrections", CORRECTION, "fact: ", "tram-cost", "tram-stops", "The line is to have"),
    ("removed", REMOVED, "instead: ", "tram-cost", "tram-stops", "The line is to have"),
    ("story", STORY, "figure: ", "tram-cost", "tram-stops", "The line is to have"),
]


@pytest.mark.parametrize(
    ("schema", "text", "key", "value", "other", "about"), OFFERED, ids=[f"{each[0]}: {each[2]}" for each in OFFERED]
)
def test_ids_of_the_edition_are_offered_with_their_names_and_others_underlined(
    tram: Path, server: Server, schema: str, text: str, key: str, value: str, other: str, about: str
) -> None:
    def opened(put: str) -> Opened:
        return server.open(tram / "facts/noise.yml", headed(schema, text.replace(key + value, key + put, 1)))

    assert about in str(opened("").offered(key)[other]["documentation"])
    assert about in opened(value).explained(key + value)
    if key != "language: ":  # an article may be in any
        said = opened("nothing-of-ours").problems()
        assert any(
            re.search(r"there is no .* of this name.*; one that is new needs the command schemas", each)
            for each in said
        )


def test_a_unit_and_a_text_in_every_language_are_offered(tram: Path, server: Server) -> None:
    quantity = server.open(tram / "facts/noise.yml", headed("facts", FACT.replace("12 stops", ""))).offered(
        "quantity: "
    )
    assert quantity["number stops"]["insertText"] == "${1:number} stops"
    statement = server.open(tram / "facts/noise.yml", headed("facts", FACT.replace('en: "It hums."', ""))).offered(
        "statement:\n    "
    )
    assert statement["in every language"]["insertText"] == "en: $1\nfr: $2"
    assert {"en", "fr"} <= set(statement)


SNIPPETS = {
    "facts": "id: $1\n  statement:\n    en: $2\n    fr: $3\n  subject: $4\n  status: ${5|announced,",
    "sources": "id: $1\n  language: $2\n  address: $3\n  publisher:\n    name: $4\n    known: ${5|stated,",
    "people": "id: $1\n  name: $2\n  voice: ${3|",
    "places": "id: $1\n  name: $2\n  kind: ${3|",
    "origins": "id: $1\n  name: $2\n  kind: ${3|",
    "measures": "id: $1\n  name:\n    en: $2\n    fr: $3\n  dimension: ${4|",
    "scopes": "id: $1\n  name:\n    en: $2\n    fr: $3",
    "derived": "id: $1\n  statement:\n    en: $2\n    fr: $3\n  derive:",
    "promises": "id: $1\n  promise:\n    en: $2\n    fr: $3\n  by: $4\n  facts:\n    - $5",
    "corrections": "fact: $1\n  date: $2\n  was:\n    en: $3\n    fr: $4",
    "removed": "id: $1\n  date: $2\n  why:\n    en: $3\n    fr: $4",
    "charts": "id: $1\n  form: ${2|",
}


@pytest.mark.parametrize(("schema", "start"), SNIPPETS.items(), ids=SNIPPETS)
def test_a_whole_entry_has_the_keys_that_are_needed(tram: Path, server: Server, schema: str, start: str) -> None:
    offered = server.open(tram / f"facts/{schema}.yml", headed(schema, "- ")).offered("\n- ")
    assert offered[f"a whole entry of {schema}"]["insertText"].startswith(start)


SLIPS = [
    ("facts", FACT, "id: tram-noise", "id: Tram_Noise", "an id has small letters, digits and single hyphens"),
    ("facts", FACT, "paragraph: 3", "paragraph: third", "a paragraph is a number: the first non-empty line is 1"),
    ("facts", FACT, "quantity: 12 stops", "quantity: twelve", "a quantity is [qualifier] number unit, such as more"),
    ("facts", FACT, "quantity: 12 stops", "quantity: 12 lamps", "units here: stops, passengers"),
    ("facts", FACT, "  status: planned\n", "  status: planned\n  period: May 2031\n", "a date is EDTF, the year first"),
    ("facts", FACT, "  subject:", "  subjet:", "subjet"),
    ("sources", SOURCE, "https://gazette", "gazette", "an address starts with https:// or http://"),
    ("sources", SOURCE, "language: en", "language: English", "the code of a language, such as fr, has to stand here"),
    ("places", f"{PLACE}  at: 50.6 5.4\n", "50.6 5.4", "here", "latitude and longitude in degrees, such as 50.63 5.44"),
    ("story", "title: X\norder: 3\n", "order: 3", "order: third", "a whole number has to stand here"),
    ("words", "license: x\n", "license", "licence", "licence"),
    ("mkdocs", SETTINGS, "name: x", "names: x", "names"),
    ("mkdocs", SETTINGS, "[en]", "[xx]", "no amounts are read in this language"),
]


@pytest.mark.parametrize(("schema", "text", "right", "wrong", "said"), SLIPS, ids=[each[3].strip() for each in SLIPS])
def test_a_slip_is_underlined_in_words_for_an_editor(
    tram: Path, server: Server, schema: str, text: str, right: str, wrong: str, said: str
) -> None:
    file = tram / "facts/noise.yml"
    assert server.open(file, headed(schema, text)).problems() == []
    found = server.open(file, headed(schema, text.replace(right, wrong, 1))).problems()
    assert any(said in each for each in found), found


def test_options_of_the_plugin_are_offered_and_explained(tram: Path, server: Server) -> None:
    text = headed("mkdocs", "plugins:\n  - factbound:\n      as_of: 2031-05-13\n      \n", "schemas")
    opened = server.open(tram / "mkdocs.yml", text)
    assert {"languages", "license", "name"} <= set(opened.offered("2031-05-13\n      "))
    assert "the edition was last read through" in opened.explained("      as_of")


def test_a_new_place_is_offered_once_the_edition_was_verified(tram: Path, server: Server) -> None:
    places = tram / "facts/places.yml"
    places.write_text(f"{places.read_text('utf-8')}- id: harbour\n  name: Harbour\n  kind: site\n", "utf-8")
    assert main(["--project", str(tram), "verify", "--archive", str(tram / "archive")]) == 0
    offered = json.loads((tram / "schemas/ids.json").read_text("utf-8"))["definitions"]["places"]
    assert offered["enum"] == ["merle", "harbour"]
    assert offered["enumDescriptions"][1] == "Harbour · site"
