"""Changes: an editor's decision as the new text of one file; everything else in it stays byte for byte."""

import difflib
from collections.abc import Mapping
from dataclasses import dataclass

from factbound.desk.draft import is_file_of_facts
from factbound.problems import Problem
from factbound.read.book import SHELVES
from factbound.read.faults import validated
from factbound.read.strict_yaml import parse
from factbound.tidy.entries import CannotEdit, Written, with_entry, with_value
from factbound.translation.texts import in_one_line
from factbound.values.slugs import is_slug

NEW: Mapping[str, str] = {
    "person": "people",
    "place": "places",
    "measure": "measures",
    "unit": "units",
    "origin": "origins",
}
"""What a fact names, and the list in which a new one is written."""


class Refused(ValueError):
    """Why a decision cannot be written, in words for an editor."""


@dataclass(frozen=True, slots=True)
class Decision:
    """What an editor decided: a reading of a known fact, a new fact, words left out, a new person, place, measure,
    unit or origin, or a new article."""

    kind: str
    file: str
    """The file's name in the folder of facts."""
    id: str
    """The fact that gets a reading, the new fact, or the source."""
    entry: Mapping[str, Written]
    more: Mapping[str, Written]
    """What else is written into the entry of a fact that gets a reading: prefer and because."""
    text: tuple[str, ...] = ()
    """The paragraphs of a new article, for the archive."""


def decision(told: Mapping[str, object]) -> Decision:
    """The decision in a request; Refused where it is none."""
    kind, file, name = (str(told.get(key, "")) for key in ("kind", "file", "id"))
    if kind not in {"reading", "fact", "left-out", "source", *NEW}:
        raise Refused("this is nothing that the desk can write")
    if kind in {"left-out", "source"}:
        file = "sources.yml"
    elif kind in NEW:
        file = f"{NEW[kind]}.yml"
    elif not is_file_of_facts(file):
        raise Refused(f'"{file}" cannot be a file of facts: a name such as lamp-factory.yml')
    text = tuple(line for each in str(told.get("text", "")).split("\n") if (line := in_one_line(each)))
    return Decision(kind, file, name, _entry(told.get("entry")), _entry(told.get("more") or {}), text)


def _entry(told: object) -> dict[str, Written]:
    """A mapping of texts, lists and mappings, empty ones taken away."""
    found = _written(told)
    if not isinstance(found, dict):
        raise Refused("an entry is missing")
    return found


def _written(told: object) -> Written:
    match told:
        case str():
            return in_one_line(told)
        case list():
            return [one for each in told if (one := _written(each))]
        case dict():
            return {str(key): one for key, each in told.items() if (one := _written(each))}
        case _:
            raise Refused("only texts, lists and mappings can be written")


def changed(text: str, what: Decision) -> str:
    """The text of the file as it would be; Refused where it cannot be changed in that place."""
    try:
        if what.kind in {"fact", "source", *NEW}:
            if not what.entry.get("id"):
                raise Refused(f"the new {what.kind} has no id")
            if what.kind == "source" and not is_slug(str(what.entry["id"])):
                raise Refused(f'"{what.entry["id"]}" is not an id: a-z, 0-9 and single hyphens, such as gazette-2031')
            if _index(text, str(what.entry["id"])) is not None:
                raise Refused(f'the id "{what.entry["id"]}" is taken')
            if what.kind in NEW:
                _look_at(what)
            return with_entry(text, what.entry)
        at = _index(text, what.id)
        if at is None:
            raise Refused(f'there is no "{what.id}" in {what.file}')
        key = "left_out" if what.kind == "left-out" else "readings"
        told = with_value(text, (at, key, _length(text, at, key)), what.entry)
        for name, value in what.more.items():
            if name not in {"prefer", "because"}:
                raise Refused(f'the desk does not write "{name}" here')
            told = with_value(told, (at, name), value, "prefer" if name == "because" else "readings")
    except CannotEdit as error:
        raise Refused(f"{what.file}: {error}; change it by hand") from error
    return told


def _look_at(what: Decision) -> None:
    """Refuse an entry of a list that its model refuses: unlike a fact, it is finished when it is written."""
    _, faults = validated(SHELVES[NEW[what.kind]], what.entry)
    for path, wrong in faults:
        raise Refused(f"{'.'.join(map(str, path))}: {wrong}" if path else str(wrong))


def diff(before: str, after: str, path: str) -> str:
    """What would change, as a unified diff."""
    return "".join(
        difflib.unified_diff(before.splitlines(keepends=True), after.splitlines(keepends=True), path, path, n=2)
    )


def _value(text: str) -> list[object]:
    problems: list[Problem] = []
    document = parse(text, "", problems) if text.strip() else None
    if problems:
        raise Refused(f"the file cannot be read: {problems[0].message}; mend it first")
    return list(document.value) if document and isinstance(document.value, list) else []


def _index(text: str, name: str) -> int | None:
    """Which entry of a file has this id."""
    return next((n for n, each in enumerate(_value(text)) if isinstance(each, dict) and each.get("id") == name), None)


def _length(text: str, at: int, key: str) -> int:
    entry = _value(text)[at]
    listed = entry.get(key) if isinstance(entry, dict) else None
    return len(listed) if isinstance(listed, list) else 0
