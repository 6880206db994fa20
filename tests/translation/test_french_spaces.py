"""French of this edition and of the interface: no line may break before a semicolon or inside a number."""

import re
from collections.abc import Iterator
from pathlib import Path

import yaml
from places import ROOT

BREAKABLE = re.compile(r"\S [;:?!»](?=\s|$)|« (?=\S)|\d \d{3}(?!\d)|\d (?:%|€|m²|millions?|milliards?)(?!\w)")
_CODE = re.compile(r"```.*?```", re.DOTALL)


def french(value: object) -> Iterator[str]:
    """Every text under a key `fr`."""
    if isinstance(value, dict):
        for key, inside in value.items():
            yield from words(inside) if key == "fr" else french(inside)
    elif isinstance(value, list):
        for inside in value:
            yield from french(inside)


def words(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inside in value.values():
            yield from words(inside)


def texts() -> Iterator[tuple[Path, str]]:
    for path in [*sorted((ROOT / "facts").glob("*.yml")), ROOT / "content" / "charts.yml"]:
        for text in french(yaml.safe_load(path.read_text("utf-8"))):
            yield path, text
    path = ROOT / "factbound" / "words" / "fr.yml"
    for text in words(yaml.safe_load(path.read_text("utf-8"))):
        yield path, text
    for path in sorted((ROOT / "content" / "fr").glob("*.md")):
        for line in _CODE.sub("", path.read_text("utf-8")).splitlines():
            yield path, line.removeprefix(":   ")


def test_no_french_text_breaks_before_its_punctuation_or_inside_a_number() -> None:
    found = list(texts())
    assert len(found) > 1000
    assert [(path.name, text) for path, text in found if BREAKABLE.search(text)] == []
