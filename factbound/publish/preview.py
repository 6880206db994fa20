"""Preview: while an edition is edited, a rebuild reads and assembles it, and a file is made when a browser asks for
it."""

from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from threading import Lock
from typing import Any
from wsgiref.types import StartResponse, WSGIApplication

from factbound.problems import EditionError
from factbound.publish.writing import replace_file
from factbound.view.site import Artefact
from factbound.view.telling.links import NOT_FOUND, file_of


class Preview:
    """The files of the latest rebuild, each made once, when it is first asked for."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._folder = Path()
        self._wanting: dict[str, Callable[[], bytes]] = {}
        self._asked: set[str] = set()

    def renew(self, folder: Path, artefacts: Iterable[Artefact]) -> None:
        """Take the files of a new rebuild. Those that were asked for since the last one are made at once: a browser may
        be waiting for them."""
        with self._lock:
            self._folder, self._wanting = folder, {artefact.path: artefact.make for artefact in artefacts}
            for path in self._asked | {NOT_FOUND}:
                with suppress(EditionError):  # which is shown when the page is asked for again
                    self._make(path)
            self._asked.clear()

    def before(self, serve: WSGIApplication, mount: str) -> WSGIApplication:
        """`serve`, with the file that a request is for made first. `mount` is the site's path on the server."""

        def answer(environ: dict[str, Any], start: StartResponse) -> Iterable[bytes]:
            path = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "ignore").removeprefix(mount)
            try:
                with self._lock:
                    for name in (file_of(path), file_of(f"{path}/")):
                        self._asked.add(name)
                        self._make(name)
            except EditionError as error:
                start("500 Internal Server Error", [("Content-Type", "text/plain; charset=utf-8")])
                return [str(error).encode()]
            return serve(environ, start)

        return answer

    def _make(self, path: str) -> None:
        """Make a file that is still to be made."""
        if make := self._wanting.get(path):
            data = make()
            target = self._folder / path
            target.parent.mkdir(parents=True, exist_ok=True)
            replace_file(target, data, flushed=False)
            del self._wanting[path]
