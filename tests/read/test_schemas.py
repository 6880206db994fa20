"""The JSON Schemas: they are those of the models, they accept what the edition's reader accepts, and refuse a slip."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator
from overlay import GOOD
from places import ROOT
from referencing import Registry
from referencing.jsonschema import DRAFT7

from factbound.mkdocs.settings import options
from factbound.read import entries as models
from factbound.read.book import read_book
from factbound.read.choices import REFERENCES, choices
from factbound.read.content import read_content
from factbound.read.context import ReadContext
from factbound.read.entries import schema_of
from factbound.read.interface_words import default_words
from factbound.read.schemas import LISTS, schemas
from factbound.read.strict_yaml import parse
from factbound.values.slugs import SLUG

SCHEMAS = ROOT / "factbound/schemas"
SCAFFOLD = ROOT / "factbound/scaffold/edition"
FILES = sorted(
    path
    for home in (ROOT, GOOD, SCAFFOLD)
    for path in [*(home / "facts").glob("*.yml"), *(home / "content").rglob("*.yml")]
)


class Guessing(yaml.SafeLoader):
    """Reads YAML as a program for editing does: by the core schema of YAML 1.2, in which 4 is a number and a date is
    text."""


Guessing.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in found if not tag.endswith((":timestamp", ":bool"))]
    for first, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def schema_named(name: str) -> Draft7Validator:
    return Draft7Validator(json.loads((SCHEMAS / f"{name}.json").read_text("utf-8")))


def schema_for(path: Path) -> Draft7Validator:
    return schema_named(path.stem if path.stem in LISTS or path.stem == "words" else "facts")


def faults(path: Path, text: str | None = None) -> Iterator[str]:
    """What the schema refuses in a file, read as text throughout and as an editing program guesses."""
    text = path.read_text("utf-8") if text is None else text
    document = parse(text, path.name, [])
    assert document
    for value in (document.value, yaml.load(text, Loader=Guessing)):
        yield from (f"{list(error.path)}: {error.message}" for error in schema_for(path).iter_errors(value))


def test_the_schemas_in_the_repository_are_those_of_the_models() -> None:
    made = schemas(default_words("en", []), options())
    assert {path.name: path.read_bytes() for path in SCHEMAS.iterdir()} == made, (
        "run: python build.py schemas --general --output factbound/schemas"
    )


@pytest.mark.parametrize("path", sorted(SCHEMAS.glob("*.json")), ids=lambda path: path.name)
def test_each_is_a_json_schema_that_explains_every_key(path: Path) -> None:
    schema = json.loads(path.read_text("utf-8"))
    Draft7Validator.check_schema(schema)
    assert list(without_description(schema)) == []


def without_description(schema: dict[str, Any], at: str = "") -> Iterator[str]:
    for key, value in schema.get("properties", {}).items():
        if not value.get("description"):
            yield f"{at}.{key}"
    for name, inner in [("items", schema.get("items")), *schema.get("$defs", {}).items()]:
        if isinstance(inner, dict):
            yield from without_description(inner, f"{at}.{name}")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_an_edition_s_file_is_as_its_schema_says(path: Path) -> None:
    assert list(faults(path)) == []


@pytest.mark.parametrize(
    "path",
    [path for path in FILES if not path.is_relative_to(GOOD)],
    ids=lambda path: path.relative_to(ROOT).as_posix(),
)
def test_a_file_names_its_schema_and_the_schema_is_there(path: Path) -> None:
    first = path.read_text("utf-8").splitlines()[0]
    assert first.startswith("# yaml-language-server: $schema=")
    named = (path.parent / first.partition("=")[2]).resolve()
    if path.is_relative_to(SCAFFOLD):
        assert named.parent == SCAFFOLD / "schemas"  # `new edition` puts them there
        named = SCHEMAS / named.name
    assert schema_named(named.stem).schema == schema_for(path).schema
    assert named.parent == SCHEMAS


def test_every_key_that_holds_an_id_says_what_it_names() -> None:
    """A key whose values are slugs is in the table of references, but for an entry's own name and what is free."""
    free = {"id", "accent"}
    named = {name: set(keys) for name, keys in REFERENCES.items()}
    for model in (each for each in vars(models).values() if isinstance(each, type) and issubclass(each, models.Entry)):
        slugs = {key for key, value in schema_of(model).get("properties", {}).items() if SLUG in json.dumps(value)}
        assert slugs - free <= named.get(model.__name__, set()), model.__name__


@pytest.mark.parametrize("home", [ROOT, GOOD, SCAFFOLD], ids=lambda home: home.name)
def test_an_edition_is_as_its_own_schemas_say(home: Path) -> None:
    context = ReadContext(home)
    own = choices(
        read_book(home / "facts", context), read_content(home / "content", ("en", "fr", "nl"), context), ("en",)
    )
    made = {name: json.loads(data) for name, data in schemas(default_words("en", []), options(), own).items()}
    registry: Registry[Any] = Registry().with_resources(
        (name, DRAFT7.create_resource(schema)) for name, schema in made.items()
    )
    for path in [*(home / "facts").glob("*.yml"), home / "content/charts.yml"]:
        schema = made[f"{path.stem if path.stem in LISTS else 'facts'}.json"]
        document = parse(path.read_text("utf-8"), path.name, [])
        assert document
        faults = Draft7Validator(schema, registry=registry).iter_errors(document.value)
        assert [f"{path.name} {list(error.path)}: {error.message[:300]}" for error in faults] == []


SLIPS = [
    ("facts/tram.yml", "subject: merle-trams", "subjet: merle-trams", "'subjet' was unexpected"),
    ("facts/tram.yml", "status: planned", "status: plannd", "'plannd' is not one of"),
    ("facts/tram.yml", "id: tram-cost", "id: Tram_Cost", "does not match"),
    ("facts/tram.yml", "paragraph: 3", "paragraph: third", "does not match"),
    ("facts/tram.yml", "paragraph: 3", "paragraph: 0", ""),
    ("facts/tram.yml", "quantity: 14 stops", "quantity: fourteen", "does not match"),
    ("facts/tram.yml", "date: 2031-03-04", "date: 4 March 2031", "does not match"),
    ("facts/tram.yml", "      printed: plus de 48 millions d’euros\n", "", "'printed' is a required property"),
    ("facts/tram.yml", "printed: plus de 48 millions", f"printed: {'very ' * 30}", "is too long"),
    (
        "facts/tram.yml",
        'statement:\n    en: "The line is to cost [[tram-cost]]."',
        "statement: The line.",
        "is not of type 'object'",
    ),
    ("facts/sources.yml", "known: stated", "known: sure", "'sure' is not one of"),
    ("facts/sources.yml", "address: https://", "address: ", "does not match"),
    ("facts/people.yml", "voice: company", "voice: loud", "'loud' is not one of"),
    ("facts/measures.yml", "dimension: money", "dimension: coin", "'coin' is not one of"),
    ("facts/derived.yml", "    share: [", "    part: [", "'part'"),
    ("facts/derived.yml", "    share: [", "    sum: [tram-cost, tram-cost]\n    share: [", "too many properties"),
    ("content/charts.yml", "form: bars", "form: pie", "'pie' is not one of"),
]


@pytest.mark.parametrize(
    ("file", "right", "wrong", "said"), SLIPS, ids=[wrong or "nothing" for _, _, wrong, _ in SLIPS]
)
def test_a_slip_is_refused(file: str, right: str, wrong: str, said: str) -> None:
    path = SCAFFOLD / file
    text = path.read_text("utf-8")
    assert right in text
    found = list(faults(path, text.replace(right, wrong, 1)))
    assert found
    assert any(said in fault for fault in found), found
