"""JSON Schemas of the files that an editor types, made from the models, for programs that complete and explain keys.

The schemas say what a file looks like; whether names exist and words hold amounts only `check` and `verify` can tell. A
program that reads YAML takes `2031` for a number and `4` too, where the edition's own reader takes text: the schemas
allow both. Source: JSON Schema draft 7, which such programs know best; the first line `# yaml-language-server:
$schema=…` of a file is how yaml-language-server finds one.
"""

import json
from collections.abc import Mapping
from typing import Any

from factbound.read import entries as models
from factbound.read.entries import Entry, schema_of
from factbound.read.faults import descriptions

DIALECT = "http://json-schema.org/draft-07/schema#"
LISTS: Mapping[str, tuple[type[Entry], str]] = {
    "sources": (models.SourceEntry, "facts/sources.yml: the articles."),
    "origins": (
        models.OriginEntry,
        "facts/origins.yml: announcements, releases and studies that articles descend from.",
    ),
    "people": (models.PersonEntry, "facts/people.yml: people and organisations."),
    "places": (models.PlaceEntry, "facts/places.yml: places."),
    "scopes": (models.ScopeEntry, "facts/scopes.yml: what money covers."),
    "measures": (models.MeasureEntry, "facts/measures.yml: what is measured."),
    "units": (models.UnitEntry, "facts/units.yml: what is counted."),
    "facts": (models.FactEntry, "Any other file of facts/: one subject's facts."),
    "derived": (models.DerivedEntry, "facts/derived.yml: figures worked out from others."),
    "promises": (models.PromiseEntry, "facts/promises.yml: promises and claims, and what became of them."),
    "corrections": (models.CorrectionEntry, "facts/corrections.yml: what was printed wrong."),
    "removed": (models.RemovedEntry, "facts/removed.yml: facts that are no longer published."),
    "charts": (models.ChartEntry, "content/charts.yml: declared charts."),
}
"""The files that are lists, each with the model of its entries and what it holds."""


def schemas(words: Mapping[str, object]) -> dict[str, bytes]:
    """Every schema by the name of its file. `words` are the engine's own interface words."""
    told: dict[str, dict[str, Any]] = {}
    for name, (model, about) in LISTS.items():
        entry = _tidied(schema_of(model))
        inside = entry.pop("$defs", {})
        told[name] = {"description": about, "type": "array", "items": entry} | ({"$defs": inside} if inside else {})
    told["story"] = {"description": "The front matter of a story."} | _tidied(schema_of(models.StoryEntry))
    told["words"] = {
        "description": "content/LANGUAGE/words.yml: interface words in place of the engine's.",
        "type": "object",
        "properties": {key: _word(value) for key, value in words.items()},
        "additionalProperties": False,
    }
    return {f"{name}.json": _bytes({"$schema": DIALECT, **schema}) for name, schema in told.items()}


def is_schema(data: bytes) -> bool:
    """Whether it is a schema that was written here, or nothing yet."""
    try:
        told = json.loads(data or b"{}")
        return told == {} or bool(told["$schema"] == DIALECT)
    except (ValueError, KeyError, TypeError, RecursionError):
        return False


def _bytes(schema: dict[str, Any]) -> bytes:
    return (json.dumps(schema, ensure_ascii=False, indent=1) + "\n").encode()


def _word(value: object) -> dict[str, Any]:
    """The schema of an interface word: plain words, or forms for one and for other counts."""
    if not isinstance(value, dict):
        return {"type": ["string", "number"], "description": f"In English: {value}" if value else "Empty in English."}
    forms = {"type": "object", "additionalProperties": {"type": ["string", "number"]}, "required": ["other"]}
    return {**forms, "description": f"In English: {value['other']}"}


def _tidied(schema: dict[str, Any]) -> dict[str, Any]:
    """The schema with each key's description, without the titles that repeat its name and the null that no file can
    hold."""
    described = descriptions()
    for name, each in [(schema["title"], schema), *schema.get("$defs", {}).items()]:
        for key, value in each.get("properties", {}).items():
            each["properties"][key] = {"description": described[name][key], **_plain(value)}
        each.pop("title", None)
    return schema


def _plain(value: dict[str, Any]) -> dict[str, Any]:
    value = {
        key: part for key, part in value.items() if key != "title" and not (key == "default" and part in (None, []))
    }
    choices = [choice for choice in value.pop("anyOf", []) if choice != {"type": "null"}]
    return {**value, **(choices[0] if len(choices) == 1 else {"anyOf": choices} if choices else {})}
