"""Fingerprints: short digests of things of the ledger, by what they say; where in a file it was typed is left out."""

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from factbound.ledger import Ledger, Use
from factbound.problems import Where
from factbound.view.parts.drawings import Drawing, Drawings
from factbound.view.telling.teller import Teller
from factbound.view.watching import Note

PLAIN = frozenset({str, int, float, bool, type(None)})


class Prints:
    """The fingerprints of what notes name, each made once."""

    def __init__(self, ledger: Ledger, drawings: Drawings) -> None:
        self._ledger, self._drawings = ledger, drawings
        self._tell = Teller(ledger, ledger.languages[0])
        self._stories = {story.file: story for story in ledger.stories}
        self._notes: dict[Note, str] = {}
        self._things: dict[int, str] = {}
        self._fields: dict[type, tuple[str, ...]] = {}

    def of(self, notes: Iterable[Note]) -> str:
        """One fingerprint of everything that was noted."""
        return _digest([self._noted(note) for note in notes])

    def _noted(self, note: Note) -> str:
        if note not in self._notes:
            self._notes[note] = _digest(self._said(self._found(note)))
        return self._notes[note]

    def _found(self, note: Note) -> Any:
        """What a note names; None when it is gone."""
        match note:
            case ("counts",):
                return self._tell.counts
            case ("drawings", chart, language):
                return self._drawings.get((chart, language))
            case ("story", file):
                return self._stories.get(file)
            case ("related", name, most):
                figure = self._ledger.figures.get(name)
                return figure and self._tell.relations.related(figure, int(most))
            case ("relations", name, *key):
                held = getattr(self._tell.relations, name)
            case (name, *key):
                held = getattr(self._ledger, name, None)
        return held.get(*key) if key and held is not None else held

    def _said(self, thing: Any) -> Any:
        """What a thing says, as plain data."""
        kind = type(thing)
        if kind in PLAIN:
            return thing
        if kind is tuple or kind is list:
            return [self._said(each) for each in thing]
        if kind in self._fields or is_dataclass(thing):
            return self._print(thing)
        if isinstance(thing, Mapping):
            return [(key, self._said(each)) for key, each in thing.items()]
        return repr(sorted(thing) if isinstance(thing, frozenset | set) else thing)

    def _print(self, thing: Any) -> str:
        """The fingerprint of a value with fields; a thing stands in many places, and is looked at once."""
        found = self._things.get(id(thing))
        if found is None:
            found = self._things[id(thing)] = _digest(self._parts(thing))
        return found

    def _parts(self, thing: Any) -> Any:
        kind = type(thing)
        if special := _SPECIAL.get(kind):
            return self._said(special(thing))
        names = self._fields.get(kind)
        if names is None:
            names = self._fields[kind] = tuple(each.name for each in fields(kind))
        return [kind.__name__, *(self._said(getattr(thing, name)) for name in names)]


def _digest(parts: Any) -> str:
    return hashlib.blake2b(repr(parts).encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()


_SPECIAL: Mapping[type, Callable[[Any], Any]] = {
    Where: lambda where: "",
    Use: lambda use: (use.story.url, use.story.title, use.times),
    Drawing: lambda drawing: repr(drawing.view),
}
"""What says less than its fields, or more: a place in a file says nothing, a use names its story, a drawing shows its
view."""
