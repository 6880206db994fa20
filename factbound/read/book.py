"""Reading facts/: each file becomes entries that know where they stand; together they are the book."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Generic, TypeVar

from factbound.problems import Code, Problem, Where, did_you_mean
from factbound.read import entries as models
from factbound.read.context import ReadContext
from factbound.read.entries import Entry
from factbound.read.faults import Fault, validated
from factbound.read.files import files_in, read_text
from factbound.read.strict_yaml import Document, parse

E = TypeVar("E", bound=Entry, covariant=True)


@dataclass(frozen=True, slots=True)
class Entered(Generic[E]):
    """An entry and the place where it was typed."""

    entry: E
    document: Document = field(repr=False)
    at: tuple[str | int, ...]

    def where(self, *path: str | int) -> Where:
        """Where the value at `path` inside the entry stands."""
        return self.document.where(*self.at, *path)


@dataclass(frozen=True, slots=True)
class Book:
    """Everything in facts/, by id, as typed: well-formed, not yet checked against each other."""

    sources: dict[str, Entered[models.SourceEntry]] = field(default_factory=dict)
    origins: dict[str, Entered[models.OriginEntry]] = field(default_factory=dict)
    people: dict[str, Entered[models.PersonEntry]] = field(default_factory=dict)
    places: dict[str, Entered[models.PlaceEntry]] = field(default_factory=dict)
    scopes: dict[str, Entered[models.ScopeEntry]] = field(default_factory=dict)
    measures: dict[str, Entered[models.MeasureEntry]] = field(default_factory=dict)
    units: dict[str, Entered[models.UnitEntry]] = field(default_factory=dict)
    facts: dict[str, Entered[models.FactEntry]] = field(default_factory=dict)
    derived: dict[str, Entered[models.DerivedEntry]] = field(default_factory=dict)
    removed: dict[str, Entered[models.RemovedEntry]] = field(default_factory=dict)
    promises: dict[str, Entered[models.PromiseEntry]] = field(default_factory=dict)
    corrections: tuple[Entered[models.CorrectionEntry], ...] = ()
    broken: frozenset[str] = frozenset()
    """Ids of entries that were refused; naming one is not a second problem."""


SHELVES: dict[str, type[Entry]] = {
    "sources": models.SourceEntry,
    "origins": models.OriginEntry,
    "people": models.PersonEntry,
    "places": models.PlaceEntry,
    "scopes": models.ScopeEntry,
    "measures": models.MeasureEntry,
    "units": models.UnitEntry,
    "derived": models.DerivedEntry,
    "removed": models.RemovedEntry,
    "promises": models.PromiseEntry,
    "corrections": models.CorrectionEntry,
}
LOCK = "evidence.lock"
_ID = re.compile(r"^[ \t]*(?:-[ \t]*)?\{?[ \t]*id:[ \t]*[\"']?([a-z0-9-]+)", re.MULTILINE)
"""An id as it is typed, in a file that YAML cannot read too."""


def read_book(folder: Path, context: ReadContext) -> Book:
    """The book in `folder`; every problem of form is noted, and the entry that has one is left out."""
    shelves: dict[str, dict[str, Entered[Entry]]] = {name: {} for name in [*SHELVES, "facts"] if name != "corrections"}
    corrections: list[Entered[Entry]] = []
    broken: set[str] = set()
    if not folder.is_dir():
        context.note(folder, "there is no folder of facts", Code.MISSING_KEY, "make facts/ with sources.yml")
    for path in files_in(folder, context):
        if path.name == LOCK:
            continue
        if path.suffix != ".yml" or path.parent != folder:
            broken |= {*_ID.findall(path.read_text("utf-8", "replace"))} if path.suffix == ".yaml" else set()
            message = "only .yml files stand in facts/, without folders"
            context.note(path, message, Code.UNKNOWN_FILE, "rename it or move it out")
            continue
        shelf = path.stem if path.stem in SHELVES else "facts"
        model = SHELVES.get(shelf, models.FactEntry)
        for entered in read_entries(path, context, model, broken):
            if shelf == "corrections":
                corrections.append(entered)
            else:
                _shelve(entered, shelves, "derived" if shelf == "facts" else "facts", shelf, context.problems)
    return Book(**shelves, corrections=tuple(corrections), broken=frozenset(broken))  # type: ignore[arg-type]


def _shelve(
    entered: Entered[Entry],
    shelves: dict[str, dict[str, Entered[Entry]]],
    rival: str,
    shelf: str,
    problems: list[Problem],
) -> None:
    """Put the entry on its shelf; facts and derived figures share one set of ids."""
    name = str(getattr(entered.entry, "id"))  # noqa: B009  every shelved model has an id
    first = shelves[shelf].get(name) or (shelves[rival].get(name) if shelf in {"facts", "derived"} else None)
    if first is not None:
        message = f'the id "{name}" is taken by {first.where("id")}'
        problems.append(
            Problem(entered.where("id"), message, Code.DUPLICATE_ID, "a claim told twice is one fact with two readings")
        )
        return
    shelves[shelf][name] = entered


def read_entries(path: Path, context: ReadContext, model: type[E], broken: set[str]) -> Iterator[Entered[E]]:
    """The entries of one file, which is a list; ids of those refused go to `broken`."""
    text = read_text(path, context)
    if text is None:
        return
    entries, faults, refused = context.remembered(_entries, text, context.name(path), model)
    context.problems.extend(faults)
    broken.update(refused)
    yield from entries  # type: ignore[misc]  # what is remembered has forgotten its type


def _entries(
    text: str, path: str, model: type[Entry]
) -> tuple[tuple[Entered[Entry], ...], tuple[Problem, ...], frozenset[str]]:
    """The entries in the text of a file, the problems in it, and the ids of the entries that have one."""
    problems: list[Problem] = []
    entries: list[Entered[Entry]] = []
    broken: set[str] = set()
    document = parse(text, path, problems)
    listed = document.value if document and isinstance(document.value, list) else []
    # What the file was meant to hold and does not, because of a slip in its form: whoever names it makes no second
    # mistake.
    broken |= {*_ID.findall(text)} - {str(value.get("id")) for value in listed if isinstance(value, dict)}
    if document is not None and not isinstance(document.value, list):
        problems.append(
            Problem(
                document.where(),
                "this file is a list: each entry starts with a hyphen",
                Code.BAD_VALUE,
                "write “- id: …”",
            )
        )
    elif document is not None:
        for position, value in enumerate(document.value):
            entry, faults = validated(model, value)
            problems.extend(fault_problems(document, (position,), faults))
            if entry is not None:
                entries.append(Entered(entry, document, (position,)))
            elif isinstance(value, dict) and isinstance(value.get("id"), str):
                broken.add(str(value["id"]))
    return tuple(entries), tuple(problems), frozenset(broken)


def fault_problems(document: Document, at: tuple[str | int, ...], faults: list[Fault]) -> Iterator[Problem]:
    """A model's faults as problems with their places."""
    for path, wrong in faults:
        unknown_key = wrong.code is Code.UNKNOWN_KEY
        yield wrong.at((document.where_key if unknown_key else document.where)(*at, *path))


_SHELF_OF = {
    "source": "sources",
    "origin": "origins",
    "person or organisation": "people",
    "place": "places",
    "measure": "measures",
    "scope": "scopes",
}


def unknown(kind: str, name: str, known: set[str] | dict[str, object], where: Where) -> Problem:
    """A reference to something that does not exist: the hint names what is near, or where it would be added."""
    shelf = _SHELF_OF.get(kind)
    return Problem(
        where,
        f'there is no {kind} "{name}"',
        Code.UNKNOWN_REFERENCE,
        did_you_mean(name, known) or (shelf and f"add it to facts/{shelf}.yml"),
    )
