"""Preview: while an edition is edited, a rebuild reads and assembles it, and a file is made when a browser asks for
it. While the edition does not hold, its problems stand where its pages would."""

from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from threading import Lock
from typing import Any
from wsgiref.types import StartResponse, WSGIApplication

from factbound.problems import EditionError, Problem
from factbound.project import Project
from factbound.publish.refusal import files_of, refusal
from factbound.publish.writing import replace_file
from factbound.view.site import Artefact
from factbound.view.telling.links import NOT_FOUND, file_of

BROKEN = "500 Internal Server Error"


class Preview:
    """The files of the latest rebuild, each made once, when it is first asked for."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._root = self._folder = Path()
        self._wanting: dict[str, Callable[[], bytes]] = {}
        self._asked: set[str] = set()
        self._problems: tuple[Problem, ...] = ()
        self.verify: Callable[[Project], tuple[Problem, ...]] | None = None
        """Verifies readings that are new, and tells what does not hold; None where nobody named an archive."""

    def renew(self, root: Path, folder: Path, artefacts: Iterable[Artefact]) -> None:
        """Take the files of a new rebuild of the edition in `root`. Those that were asked for since the last one are
        made at once: a browser may be waiting for them."""
        with self._lock:
            self._root, self._folder = root, folder
            self._wanting = {artefact.path: artefact.make for artefact in artefacts}
            self._problems = ()
            for path in self._asked | {NOT_FOUND}:
                with suppress(EditionError):  # which is shown when the page is asked for again
                    self._make(path)
            self._asked.clear()

    def refuse(self, root: Path, problems: Sequence[Problem]) -> None:
        """From now on, and until a rebuild succeeds, these problems of the edition in `root` stand for its pages."""
        with self._lock:
            self._root, self._problems = root, tuple(problems)

    def before(self, serve: WSGIApplication, mount: str, folder: Path) -> WSGIApplication:
        """`serve`, with the file that a request is for made first. `mount` is the site's path on the server, `folder`
        what is served."""

        def answer(environ: dict[str, Any], start: StartResponse) -> Iterable[bytes]:
            whole = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "ignore")
            path = whole.removeprefix(mount)
            problems: Sequence[Problem] = ()
            try:
                with self._lock:
                    for name in (file_of(path), file_of(f"{path}/")):
                        self._asked.add(name)
                        if not self._problems:
                            self._make(name)
                    problems = self._problems
            except EditionError as error:
                problems = error.problems
            if not problems or not f"{whole}/".startswith(mount) or not _is_page(path):
                return serve(environ, start)
            self._tell(problems, path, folder)
            return serve(environ, lambda status, *told: start(BROKEN if status.startswith("200") else status, *told))

        return answer

    def _tell(self, problems: Sequence[Problem], path: str, folder: Path) -> None:
        """Write the problems where a page would be: the server tells a page that is a file when to load anew."""
        target = folder / file_of(path if "." in path.rpartition("/")[2] or not path else f"{path.rstrip('/')}/")
        with self._lock:
            if target.resolve().is_relative_to(folder.resolve()):
                target.parent.mkdir(parents=True, exist_ok=True)
                replace_file(target, refusal(problems, self._root, files_of(path, "content")), flushed=False)

    def _make(self, path: str) -> None:
        """Make a file that is still to be made."""
        if make := self._wanting.get(path):
            data = make()
            target = self._folder / path
            target.parent.mkdir(parents=True, exist_ok=True)
            replace_file(target, data, flushed=False)
            del self._wanting[path]


def _is_page(path: str) -> bool:
    """Whether a browser asks for a page, which can show what is wrong; it asks for pictures and styles too."""
    name = path.rpartition("/")[2]
    return not path.startswith("livereload/") and ("." not in name or name.endswith(".html"))
