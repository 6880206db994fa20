"""Hostile texts in every field: an edition in which each text that may be anything is a script."""

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import yaml
from places import ROOT

from factbound.commands.cli import main

PAYLOAD = "</title></style></textarea></script><script>top.ran=true</script>\"'><img src=x onerror=top.ran=true>{{ x }}"
ADDRESS = "javascript:top.ran=true//"
SHORT = '"><img src=x onerror=top.ran=true>'
"""For words of an article, of which a hundred characters may be printed."""
Keys = tuple[str | int, ...]
Field = tuple[str, Keys]
"""A file, and the keys that lead to a text in it."""


def documents(folder: Path) -> dict[str, Any]:
    """Every YAML file of an edition, and the front matter of its stories, all values as texts."""
    found = {}
    for file in sorted([*folder.glob("facts/*.yml"), *folder.rglob("content/**/*.yml"), *folder.glob("*.yml")]):
        found[file.relative_to(folder).as_posix()] = yaml.load(file.read_text("utf-8"), Loader=yaml.CBaseLoader)
    for file in sorted(folder.rglob("content/**/*.md")):
        if front := re.match(r"(?s)---\n(.*?)\n---\n", file.read_text("utf-8")):
            found[file.relative_to(folder).as_posix()] = yaml.load(front[1], Loader=yaml.CBaseLoader)
    return found


def texts(value: Any, path: Keys = ()) -> Iterator[tuple[Keys, str]]:
    """Every text in a document, with the keys that lead to it."""
    match value:
        case dict():
            for key, each in value.items():
                yield from texts(each, (*path, key))
        case list():
            for number, each in enumerate(value):
                yield from texts(each, (*path, number))
        case str() if value:
            yield path, value


def changed(value: Any, poisons: dict[Keys, str], path: Keys = ()) -> Any:
    """A document with other texts in some places."""
    match value:
        case dict():
            return {key: changed(each, poisons, (*path, key)) for key, each in value.items()}
        case list():
            return [changed(each, poisons, (*path, number)) for number, each in enumerate(value)]
    return poisons.get(path, value)


def save(folder: Path, name: str, document: Any) -> None:
    """Write a document where it was read from."""
    file = folder / name
    dumped = yaml.safe_dump(document, allow_unicode=True, sort_keys=False, width=10**6)
    dumped = re.sub(r"(?m)^(\s*(?:- )?\w[\w-]*: )'(\d[\d.-]*|true|false|null)'$", r"\1\2", dumped)
    if name.endswith(".md"):
        body = re.sub(r"(?s)^---\n.*?\n---\n", "", file.read_text("utf-8"))
        dumped = f"---\n{dumped}---\n{body}"
    file.write_text(dumped, "utf-8")


def holds(folder: Path) -> bool:
    return main(["--project", str(folder), "check"]) == 0


def poison(folder: Path) -> tuple[set[str], set[str]]:
    """Make every text of an edition hostile that may be any text: the keys of those that were taken, and of those that
    `check` refuses in each form."""
    told, free = documents(folder), free_texts()
    for name, document in told.items():
        save(folder, name, document)
    assert holds(folder)
    fields = {(name, path): text for name, document in told.items() for path, text in texts(document)}
    left = [(name, path) for name, path in fields if name.endswith("words.yml") or key_of(path) in free]
    taken: dict[Field, str] = {}
    kept: dict[str, dict[Keys, str]] = {}

    def keep(poisons: dict[Field, str]) -> None:
        for name, document in told.items():
            own = {path: text for (file, path), text in poisons.items() if file == name}
            if own != kept.get(name):
                save(folder, name, changed(document, own))
                kept[name] = own

    def attempt(some: list[Field], hostile: Callable[[str], str]) -> Iterator[Field]:
        """Those of some fields that refuse; the others are kept as they are then."""
        tried = {field: hostile(fields[field]) for field in some}
        keep(taken | tried)
        if holds(folder):
            taken.update(tried)
        elif len(some) == 1:
            keep(taken)
            yield from some
        else:
            yield from attempt(some[: len(some) // 2], hostile)
            yield from attempt(some[len(some) // 2 :], hostile)

    addresses = [field for field in left if "://" in fields[field]]
    list(attempt(addresses, lambda text: ADDRESS + text))
    for hostile in (lambda text: text + PAYLOAD, lambda text: f"{text} {SHORT}"):
        left = [
            refused
            for name in told
            for refused in attempt([f for f in left if f[0] == name and f not in taken], hostile)
        ]
    assert holds(folder)
    return {key_of(path) for _, path in taken}, {key_of(path) for _, path in left}


def key_of(path: Keys) -> str:
    """The key that a text belongs to, in whatever language or form."""
    return [str(key) for key in path if isinstance(key, str) and key not in {"en", "one", "other"}][-1]


def with_every_text(folder: Path) -> None:
    """Add to an edition the optional texts that it does without, and all interface words."""
    told = documents(folder)
    fact, reading = told["facts/lamp-factory.yml"][0], told["facts/lamp-factory.yml"][0]["readings"][0]
    fact |= {"checked_by": "Ada", "checked_on": "2031-06-01"}
    reading |= {"says": {"en": "It plans to invest."}, "vouched": {"en": "read by two people"}}
    told["facts/people.yml"][0] |= {"in_sentence": {"en": "the Lumen works"}}
    told["facts/sources.yml"][0]["publisher"] |= {"in_sentence": {"en": "the Gazette"}}
    told["facts/promises.yml"][0] |= {"due_known": {"en": "said at the signing"}}
    told["facts/units.yml"][0] |= {"symbols": ["lm"]}
    (plugin,) = told["mkdocs.yml"]["plugins"]
    licence = {"name": "Terms", "url": "https://lamps.example/terms"}
    plugin["factbound"] |= {"license": licence, "contact": "https://lamps.example/form"}
    for name, document in told.items():
        save(folder, name, document)
    words = yaml.load((ROOT / "factbound/words/en.yml").read_text("utf-8"), Loader=yaml.CBaseLoader)
    numbers = re.compile(
        r"\d|\b(half|(ten|dozen|hundred|thousand|million|billion|trillion)s?)\b"
    )  # which only the engine's own words may hold
    words = {key: value for key, value in words.items() if not numbers.search(str(value))}
    words |= told["content/en/words.yml"]
    save(folder, "content/en/words.yml", words)


def free_texts() -> set[str]:
    """The keys of all schemas whose values may be any text."""
    found = set[str]()
    for file in sorted((ROOT / "factbound/schemas").glob("*.json")):
        schema = json.loads(file.read_text("utf-8"))
        found |= set(_free(schema, schema.get("$defs", {})))
    return found


def _free(schema: Any, known: dict[str, Any]) -> Iterator[str]:
    if isinstance(schema, dict):
        for key, value in schema.get("properties", {}).items():
            if _is_text(value, known):
                yield key
        for value in schema.values():
            yield from _free(value, known)
    elif isinstance(schema, list):
        for value in schema:
            yield from _free(value, known)


def _is_text(schema: Any, known: dict[str, Any]) -> bool:
    """Whether a value may be any text, by itself, for each language or in a list."""
    if not isinstance(schema, dict) or "enum" in schema or "const" in schema:
        return False
    if "$ref" in schema:
        return _is_text(known[schema["$ref"].rsplit("/", 1)[1]], known)
    inside = [
        *schema.get("anyOf", []),
        *schema.get("oneOf", []),
        schema.get("items"),
        schema.get("additionalProperties"),
    ]
    if any(_is_text(each, known) for each in inside):
        return True
    return "string" in schema.get("type", ()) and schema.get("pattern", r"\S") == r"\S" and "format" not in schema


def poison_words(folder: Path) -> None:
    """Make the words hostile that articles print, in the articles and in the readings."""
    articles = {file: file.read_text("utf-8") for file in folder.glob("archive/*.txt")}
    for name, document in documents(folder).items():
        poisons = {}
        for path, text in texts(document):
            if path[-1] == "printed" and len(text) < 60 and any(text in article for article in articles.values()):
                poisons[path] = text + SHORT
                once = re.compile(re.escape(text) + f"(?!{re.escape(SHORT)})")
                articles = {file: once.sub(lambda found: found[0] + SHORT, told) for file, told in articles.items()}
        save(folder, name, changed(document, poisons))
    for file, told in articles.items():
        file.write_text(told, "utf-8")
