"""JSON Schemas of the files that an editor types, made from the models, for programs that complete and explain keys.

The schemas say what a file looks like; whether names exist and words hold amounts only `check` and `verify` can tell. A
program that reads YAML takes `2031` for a number and `4` too, where the edition's own reader takes text: the schemas
allow both. With an edition's choices, its own ids are completed and explained; they stand in one file, ids.json, to
which the others refer, so that a new fact changes one schema. Source: JSON Schema draft 7, which such programs know
best; the first line `# yaml-language-server: $schema=…` of a file is how yaml-language-server finds one.
"""

import json
import re
from collections.abc import Mapping
from typing import Any

from factbound.language.lexicon import languages as readable
from factbound.read import entries as models
from factbound.read.choices import KINDS, REFERENCES, Choices
from factbound.read.entries import Entry, schema_of
from factbound.read.faults import descriptions
from factbound.values.slugs import SLUG

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


IDS = "ids.json"
"""The schema of an edition's own ids."""
_ANY_LANGUAGE = "^[a-z]{2,3}$"
_CHOICE_OF_FEW = 12
"""As many words as a program offers in the midst of a snippet."""


def schemas(
    words: Mapping[str, object], options: Mapping[str, tuple[str, str]], own: Choices | None = None
) -> dict[str, bytes]:
    """Every schema by the name of its file. `words` are the engine's own interface words, `options` those of the
    plugin, each with its kind and meaning; `own` are the choices of an edition."""
    told: dict[str, dict[str, Any]] = {}
    languages = own.languages if own else ("en",)
    for name, (model, about) in LISTS.items():
        entry = _tidied(schema_of(model), own)
        inside = entry.pop("$defs", {})
        snippet = {"label": f"a whole entry of {name}", "body": _Snippet(inside, languages).of(entry)}
        entry["defaultSnippets"] = [snippet]
        told[name] = {"description": about, "type": "array", "items": entry} | ({"$defs": inside} if inside else {})
    told["story"] = {"description": "The front matter of a story."} | _tidied(schema_of(models.StoryEntry), own)
    told["words"] = {
        "description": "content/LANGUAGE/words.yml: interface words in place of the engine's.",
        "type": "object",
        "properties": {key: _word(value) for key, value in words.items()},
        "additionalProperties": False,
    }
    told["mkdocs"] = _of_settings(options)
    files = {f"{name}.json": _bytes({"$schema": DIALECT, **schema}) for name, schema in told.items()}
    if own:
        files[IDS] = ids_schema(own)
    return files


def ids_schema(own: Choices) -> bytes:
    """What the other schemas refer to: each kind of id, the texts and the quantities of an edition."""
    told: dict[str, Any] = {shelf: _shelf(ids, KINDS.get(shelf, shelf)) for shelf, ids in own.ids.items()}
    code = {"type": "string", **models.shaped(_ANY_LANGUAGE, "the code of a language, such as fr, has to stand here")}
    told["languages"] = {"anyOf": [{**told["languages"], "errorMessage": code["patternErrorMessage"]}, code]}
    article = models.shaped(f"^{SLUG}#[1-9][0-9]*$", "a source, or a source and a paragraph: gazette-2031#4")
    told["readings"] = {"anyOf": [{"$ref": "#/definitions/sources"}, {"type": "string", **article}]}
    words = {"type": ["string", "number"], **models.FILLED}
    told["text"] = {
        "type": "object",
        "properties": {each: {**words, "description": f"The words in {each}."} for each in own.languages},
        "propertyNames": models.shaped(_ANY_LANGUAGE, "words stand below the code of their language, such as en"),
        "additionalProperties": words,
        "minProperties": 1,
        "defaultSnippets": [
            {
                "label": "in every language",
                "body": {each: f"${n}" for n, each in enumerate(own.languages, 1)},
            }
        ],
    }
    unit = "|".join(["[A-Z]{3}", *(re.escape(each) for each in own.units)])
    mine = ", ".join(list(own.units)[:_CHOICE_OF_FEW])
    told["quantity"] = {
        "type": "string",
        **models.shaped(
            rf"[0-9][0-9_.]* ({unit})(/({unit}))?$",
            f"a quantity is [qualifier] number unit, such as more than 12_000_000 EUR; units here: {mine} …",
        ),
        "defaultSnippets": [
            {"label": f"number {name}", "description": about, "body": f"${{1:number}} {name}"}
            for name, about in own.units.items()
        ],
    }
    return _bytes({"$schema": DIALECT, "description": "The ids of this edition.", "definitions": told})


def _shelf(ids: Mapping[str, str], kind: str) -> dict[str, Any]:
    """The ids of one kind; where there is none, nothing can be named."""
    message = f"there is no {kind}; one that is new needs the command schemas once"
    if not ids:
        return {"type": "string", **models.shaped("^(?!)", message)}
    explained = {"enum": list(ids), "enumDescriptions": list(ids.values())}
    return {"type": "string", **explained, "errorMessage": message}


class _Snippet:
    """An entry with the keys that are needed, and a place to type for each."""

    def __init__(self, defs: Mapping[str, Any], languages: tuple[str, ...]) -> None:
        self.defs, self.languages, self.place = defs, languages, 0

    def of(self, schema: Mapping[str, Any]) -> Any:
        if "$ref" in schema and (name := schema["$ref"].rpartition("/")[2]) in self.defs:
            return self.of(self.defs[name])
        if "propertyNames" in schema and "properties" not in schema and "enum" not in schema["propertyNames"]:
            return {language: self._next() for language in self.languages}
        if schema.get("$ref", "").endswith("/text"):
            return {language: self._next() for language in self.languages}
        if "properties" in schema:
            return {key: self.of(schema["properties"][key]) for key in schema.get("required", ())}
        if schema.get("type") == "array":
            return [self.of(schema["items"])]
        if "anyOf" in schema:
            return self.of(schema["anyOf"][-1])
        if 0 < len(words := schema.get("enum", ())) <= _CHOICE_OF_FEW:
            return self._next(f"|{','.join(words)}|")
        return self._next()

    def _next(self, choice: str = "") -> str:
        self.place += 1
        return f"${{{self.place}{choice}}}" if choice else f"${self.place}"


def _of_settings(options: Mapping[str, tuple[str, str]]) -> dict[str, Any]:
    """The schema of an mkdocs.yml, as far as the plugin goes: everything else is for MkDocs to say."""
    ours = {
        "description": "factbound: a number cannot be printed without its proof.",
        "type": ["object", "null"],
        "properties": {
            name: {"description": about, **_KINDS_OF_OPTIONS.get(kind, {})} for name, (kind, about) in options.items()
        },
        "additionalProperties": False,
    }
    return {
        "description": "mkdocs.yml: the settings of the site, and the options of the plugin factbound in it.",
        "type": "object",
        "properties": {
            "plugins": {
                "description": "The plugins of MkDocs.",
                "type": ["array", "object"],
                "items": {"type": ["string", "object"], "properties": {"factbound": ours}},
                "properties": {"factbound": ours},
            }
        },
    }


_KINDS_OF_OPTIONS: Mapping[str, dict[str, Any]] = {
    "str": {"type": "string"},
    "slug": {"type": "string", **models.shaped(f"^{SLUG}$", "a slug: small letters, digits and single hyphens")},
    "day": {"type": "string", **models.shaped(r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$", "a day: 2031-05-13")},
    "languages": {
        "type": "array",
        "minItems": 1,
        "uniqueItems": True,
        "items": {"type": "string", "enum": list(readable()), "errorMessage": "no amounts are read in this language"},
    },
    "licence": {"type": ["string", "object"]},
    "gate": {"type": "string", "enum": ["all", "marked"]},
}


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


def _tidied(schema: dict[str, Any], own: Choices | None) -> dict[str, Any]:
    """The schema with each key's description, without the titles that repeat its name and the null that no file can
    hold; with an edition's choices in place of any id."""
    described = descriptions()
    for name, each in [(schema["title"], schema), *schema.get("$defs", {}).items()]:
        for key, value in each.get("properties", {}).items():
            plain = _chosen(_plain(value), REFERENCES.get(name, {}).get(key)) if own else _plain(value)
            each["properties"][key] = {"description": described[name][key], **plain}
        each.pop("title", None)
    return schema


def _plain(value: dict[str, Any]) -> dict[str, Any]:
    value = {
        key: part for key, part in value.items() if key != "title" and not (key == "default" and part in (None, []))
    }
    choices = [choice for choice in value.pop("anyOf", []) if choice != {"type": "null"}]
    return {**value, **(choices[0] if len(choices) == 1 else {"anyOf": choices} if choices else {})}


def _chosen(value: Any, shelf: str | None) -> Any:
    """The schema of a key with what an edition has in place of ids, texts and quantities of any kind."""
    if isinstance(value, list):
        return [_chosen(each, shelf) for each in value]
    if not isinstance(value, dict):
        return value
    if value.get("propertyNames", {}).get("pattern") == _ANY_LANGUAGE:
        return _referred(value, "text")
    if value.get("pattern") == models.QUANTITY_SHAPE:
        return _referred(value, "quantity")
    if shelf and "pattern" in value:
        return _referred(value, shelf)
    return {key: _chosen(each, shelf) for key, each in value.items()}


def _referred(value: Mapping[str, Any], name: str) -> dict[str, Any]:
    kept = {key: part for key, part in value.items() if key in {"description", "default"}}
    return {**kept, "$ref": f"{IDS}#/definitions/{name}"}
