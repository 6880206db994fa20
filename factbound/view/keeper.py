"""Keeper: files of the site that are kept from one build to the next, each with what it was made from.

A file is taken from the cache when everything that was looked at while it was made still says the same, and the
program, the templates and the settings are the same too; a kept file is byte for byte what would be made now.
"""

import json
import marshal
import zlib
from collections.abc import Callable, Mapping
from typing import cast

from markupsafe import Markup

from factbound.kept import Store, content_digest
from factbound.view.every_page import Page
from factbound.view.prints import Prints
from factbound.view.watching import Watch

Files = Mapping[str, bytes]
"""Files that are made together, by their names."""
_SMALL = 4096
"""Bytes up to which a file is kept beside what tells whether it holds: it is read with that."""
_LARGE = " files"
"""What the name ends in under which the larger files are kept."""


class Keeper:
    """Knows what is kept and still holds, and keeps what had to be made."""

    def __init__(self, store: Store, watch: Watch, prints: Prints) -> None:
        self.store, self.watch, self._prints = store, watch, prints
        self.made: list[str] = []
        """The names of what had to be made."""

    def look(self, name: str, make: Callable[[], Files]) -> tuple[Mapping[str, str], dict[str, bytes]]:
        """The digests of the files of a name, made now if they do not hold, and those files that are at hand."""
        if row := self.store.get(name):
            notes, seal, digests, small = marshal.loads(row)
            if self._prints.of(notes) == seal:
                self.watch.note_all(dict.fromkeys(notes))
                self.store.ask(name + _LARGE)
                return digests, small
        with self.watch.watching() as seen:
            made = dict(make())
        self.made.append(name)
        digests = {file: content_digest(data) for file, data in made.items()}
        small = {file: data for file, data in made.items() if len(data) <= _SMALL}
        self.store.put(name, marshal.dumps((tuple(seen), self._prints.of(seen), digests, small)))
        large = {file: data for file, data in made.items() if file not in small}
        self.store.put(name + _LARGE, zlib.compress(marshal.dumps(large), 1))
        return digests, made

    def recall(self, name: str) -> Files | None:
        """The larger files of a name that holds; None where they are lost."""
        row = self.store.get(name + _LARGE)
        return None if row is None else cast(Files, marshal.loads(zlib.decompress(row)))


class KeptFiles:
    """Files that are kept together under a name; `make` makes them."""

    __slots__ = ("_digests", "_held", "_keeper", "_make", "_name")

    def __init__(self, name: str, make: Callable[[], Files], keeper: Keeper) -> None:
        self._name, self._make, self._keeper = name, make, keeper
        self._digests: Mapping[str, str] | None = None
        self._held: dict[str, bytes] = {}

    def digest(self, file: str) -> str:
        """The digest of a file, which need not be at hand."""
        if self._digests is None or self._keeper.watch.watched:
            self._digests, self._held = self._keeper.look(self._name, self._make)
        return self._digests[file]

    def file(self, file: str) -> bytes:
        """A file, which is then written and need not be held any longer."""
        self.digest(file)
        if file not in self._held:
            self._held |= self._keeper.recall(self._name) or {}
        if file not in self._held:
            self._held |= self._make()
        return self._held.pop(file)


class KeptPage(Page):
    """A page whose files are kept together. `make` gives the page itself, `of` names the thing in the ledger that it is
    of."""

    template = "kept.html"

    def __init__(self, make: Callable[[], Page], keeper: Keeper, of: tuple[str, ...]) -> None:
        page = make()
        self.path, self.tell, self.twin, self.cited = page.path, page.tell, page.twin, page.cited
        self._make, self._keeper, self._of = make, keeper, of
        self._files = KeptFiles(page.path, self._made, keeper)
        self._references: Mapping[str, str] | None = None

    @property
    def references(self) -> Mapping[str, str]:
        """The references to it, by format."""
        if self._references is None:
            self._references = json.loads(self._files.file("references"))
        return self._references or {}

    def html(self) -> bytes:
        """The page."""
        return self._files.file("html")

    def markdown(self) -> bytes:
        """Its twin."""
        return self._files.file("markdown")

    def html_digest(self) -> str:
        """The digest of the page."""
        return self._files.digest("html")

    def markdown_digest(self) -> str:
        """The digest of its twin."""
        return self._files.digest("markdown")

    def values(self) -> Mapping[str, object]:
        """What the template of a kept page is given."""
        return {"html": Markup(self.html().decode())}

    def _made(self) -> Files:
        if self._of:
            self._keeper.watch.note(*self._of)
        page = self._make()
        files = {"html": page.html(), "references": json.dumps(dict(page.references)).encode()}
        return files | ({"markdown": page.markdown()} if page.twin else {})
