"""Watching: what of the ledger a page looks at while it is made, so that it is made again when that has changed.

A watched ledger looks like the ledger. Each thing that is asked of it by name is noted: an entry of a mapping by its
key, a mapping that is looked through or another list as a whole. What hangs on a thing (a figure's readings, their
sources) is part of it and needs no note.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeVar, cast

from factbound.ledger import Figure, Ledger
from factbound.read.prose import Mention, Phrase
from factbound.view.telling.relations import Relations
from factbound.view.telling.teller import Teller

Note = tuple[str, ...]
"""What was looked at: a mapping's name and a key, or a name alone for the whole of it."""
T = TypeVar("T")

SETTINGS = frozenset({"name", "title", "languages", "words", "units"})
"""What every page depends on; a change of it makes all of them again."""


class Watch:
    """Notes what is looked at while somebody watches, and nothing otherwise."""

    def __init__(self) -> None:
        self._notes: dict[Note, None] | None = None

    @property
    def watched(self) -> bool:
        """Whether somebody watches."""
        return self._notes is not None

    def note(self, *what: str) -> None:
        """Note that something was looked at."""
        if self._notes is not None:
            self._notes[what] = None

    def note_all(self, notes: Iterator[Note] | Mapping[Note, None]) -> None:
        """Note what was looked at when something that is used again was made."""
        if self._notes is not None:
            self._notes.update(dict.fromkeys(notes))

    @contextmanager
    def watching(self) -> Iterator[dict[Note, None]]:
        """The notes of what is looked at from here on; whoever watches from outside gets them too."""
        outer, self._notes = self._notes, {}
        notes = self._notes
        try:
            yield notes
        finally:
            self._notes = outer
            self.note_all(notes)


class _Mapping(Mapping[Any, Any]):
    """A mapping that notes the keys it is asked for, and that it is looked through."""

    def __init__(self, watch: Watch, name: Note, held: Mapping[Any, Any]) -> None:
        self._watch, self._name, self._held = watch, name, held

    def _note(self, key: Any) -> None:
        self._watch.note(*self._name, *(key if isinstance(key, tuple) else (str(key),)))

    def __getitem__(self, key: Any) -> Any:
        self._note(key)
        return self._held[key]

    def __contains__(self, key: object) -> bool:
        self._note(key)
        return key in self._held

    def __iter__(self) -> Iterator[Any]:
        self._watch.note(*self._name)
        return iter(self._held)

    def __len__(self) -> int:
        self._watch.note(*self._name)
        return len(self._held)

    def values(self) -> Any:
        self._watch.note(*self._name)
        return self._held.values()

    def items(self) -> Any:
        self._watch.note(*self._name)
        return self._held.items()


class _Ledger:
    """Stands for a ledger."""

    def __init__(self, ledger: Ledger, watch: Watch) -> None:
        self._ledger, self._watch = ledger, watch
        self._mappings: dict[str, _Mapping] = {}

    def __getattr__(self, name: str) -> Any:
        held = getattr(self._ledger, name)
        if name in SETTINGS:
            return held
        if isinstance(held, Mapping):
            return self._mappings.setdefault(name, _Mapping(self._watch, (name,), held))
        self._watch.note(name)
        return held


class _Relations:
    """Stands for the relations of a ledger."""

    def __init__(self, relations: Relations, watch: Watch) -> None:
        self._relations, self._watch = relations, watch

    def __getattr__(self, name: str) -> Any:
        held = getattr(self._relations, name)
        if isinstance(held, Mapping):
            return _Mapping(self._watch, ("relations", name), held)
        self._watch.note("relations", name)
        return held

    def related(self, figure: Figure, most: int) -> list[Figure]:
        self._watch.note("related", figure.id, str(most))
        return self._relations.related(figure, most)


@dataclass(frozen=True)
class WatchedTeller(Teller):
    """A teller of a watched ledger. What it remembers is noted whenever it is told again."""

    watch: Watch = field(default_factory=Watch, repr=False, compare=False)
    plain: Teller | None = field(default=None, repr=False, compare=False)
    """The teller of the ledger itself, which works out what is told once for all pages."""

    @cached_property
    def relations(self) -> Relations:
        """What leads from its figures to others."""
        assert self.plain
        return cast(Relations, _Relations(self.plain.relations, self.watch))

    @property
    def counts(self) -> Mapping[str, int]:
        """What [[count:…]] prints."""
        assert self.plain
        self.watch.note("counts")
        return self.plain.counts

    def phrase(self, phrase: Phrase | None) -> str:
        """A phrase, plain, with its mentions spelled; empty when there is none."""
        for part in phrase.parts if phrase else ():
            if isinstance(part, Mention):
                self._note_mention(part)
        return super().phrase(phrase)

    def _note_mention(self, mention: Mention) -> None:
        match mention.kind:
            case "figure":
                self.watch.note("figures", mention.target)
            case "count":
                self.watch.note("counts")
            case "published":
                self.watch.note("sources", mention.target)
            case "verdict" | "promise":
                self.watch.note("promises", mention.target)

    def remember(self, name: str, make: Callable[[], T]) -> T:
        """What `make` returned when it was first asked for under this name."""
        if name not in self._remembered:
            with self.watch.watching() as seen:
                made = make()
            self._remembered[name] = made, seen
        held, notes = self._remembered[name]
        self.watch.note_all(notes)
        return cast(T, held)


def watched(ledger: Ledger, watch: Watch) -> Ledger:
    """The ledger, watched."""
    return cast(Ledger, _Ledger(ledger, watch))


def watched_tellers(ledger: Ledger, watch: Watch) -> dict[str, Teller]:
    """A teller of the watched ledger for each language."""
    held = watched(ledger, watch)
    return {
        language: WatchedTeller(held, language, watch=watch, plain=Teller(ledger, language))
        for language in ledger.languages
    }


def watched_mapping(name: str, held: Mapping[Any, T], watch: Watch) -> Mapping[Any, T]:
    """A mapping beside the ledger, watched under a name."""
    return _Mapping(watch, (name,), held)
