"""Keeper: files of the site that are kept from one build to the next, each with what it was made from.

A file is taken from the cache when everything that was looked at while it was made still says the same, and the
program, the templates and the settings are the same too; a kept file is byte for byte what would be made now.
"""

import json
import marshal
from collections.abc import Callable, Mapping
from typing import cast

from markupsafe import Markup

from factbound.kept import Store
from factbound.view.every_page import Page
from factbound.view.prints import Prints
from factbound.view.watching import Watch

Files = Mapping[str, bytes]
"""Files that are made together, by their names."""


class Keeper:
    """Gives files that are kept, and keeps those that had to be made."""

    def __init__(self, store: Store, watch: Watch, prints: Prints) -> None:
        self.store, self.watch, self._prints = store, watch, prints
        self.made: list[str] = []
        """The names of what had to be made."""

    def files(self, name: str, make: Callable[[], Files]) -> Files:
        """The files of a name."""
        if row := self.store.get(name):
            notes, seal, held = marshal.loads(row)
            if self._prints.of(notes) == seal:
                self.watch.note_all(dict.fromkeys(notes))
                return cast(Files, held)
        with self.watch.watching() as seen:
            made = make()
        self.made.append(name)
        self.store.put(name, marshal.dumps((tuple(seen), self._prints.of(seen), dict(made))))
        return made

    def file(self, name: str, make: Callable[[], bytes]) -> bytes:
        """The one file of a name."""
        return self.files(name, lambda: {"": make()})[""]


class KeptPage(Page):
    """A page whose files are kept together. `make` gives the page itself, `of` names the thing in the ledger that it is
    of."""

    template = "kept.html"

    def __init__(self, make: Callable[[], Page], keeper: Keeper, of: tuple[str, ...]) -> None:
        page = make()
        self.path, self.tell, self.twin, self.cited = page.path, page.tell, page.twin, page.cited
        self._make, self._keeper, self._of = make, keeper, of
        self._held: dict[str, bytes] = {}
        self._references: Mapping[str, str] | None = None

    @property
    def references(self) -> Mapping[str, str]:
        """The references to it, by format."""
        if self._references is None:
            self._read()
        return self._references or {}

    def html(self) -> bytes:
        """The page."""
        return self._file("html")

    def markdown(self) -> bytes:
        """Its twin."""
        return self._file("markdown")

    def values(self) -> Mapping[str, object]:
        """What the template of a kept page is given."""
        return {"html": Markup(self.html().decode())}

    def _file(self, name: str) -> bytes:
        """One of its files, which is then written and need not be held any longer."""
        if name not in self._held:
            self._read()
        return self._held.pop(name)

    def _read(self) -> None:
        self._held = dict(self._keeper.files(self.path, self._made))
        self._references = json.loads(self._held.pop("references"))

    def _made(self) -> Files:
        if self._of:
            self._keeper.watch.note(*self._of)
        page = self._make()
        files = {"html": page.html(), "references": json.dumps(dict(page.references)).encode()}
        return files | ({"markdown": page.markdown()} if page.twin else {})
