"""Serving: the preview of MkDocs, which shows a problem where the pages would be and never leaves a browser waiting."""

import logging
import re
from collections.abc import Callable
from pathlib import Path

from mkdocs.exceptions import Abort, ConfigurationError
from mkdocs.plugins import get_plugin_logger

from factbound import edition
from factbound.desk.renewing import renew_ids
from factbound.mkdocs.settings import STUMBLES, is_hosted, load
from factbound.problems import Code, EditionError, NoEdition, Problem, Where
from factbound.project import Project, config_file
from factbound.publish.preview import Preview
from factbound.read.book import LOCK

log = get_plugin_logger("factbound")
PREVIEW = Preview()
"""What `serve` shows: MkDocs makes a new plugin for each rebuild, and this outlives them."""


def serve(root: Path, address: str, verify: Callable[[Project], tuple[Problem, ...]] | None = None) -> None:
    """Serve the site of the edition in `root`, rebuilt on every change, until interrupted; `verify` looks at readings
    that are new."""
    from mkdocs.commands import serve as mkdocs_serve  # brings a web server, which a build does not need

    PREVIEW.verify = verify
    strict = None if is_hosted(load(root)) else False  # an answer that the server warns of would end a rebuild of ours
    try:
        mkdocs_serve.serve(str(config_file(root)), livereload=True, dev_addr=address, strict=strict)
    except Abort as error:  # which has said why
        raise NoEdition(f"nothing is served: {error}") from error
    except (ConfigurationError, OSError, OverflowError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise NoEdition(
            f"{address} cannot be served at: {reason}; another is given with --address HOST:PORT"
        ) from error


def previewed(project: Project) -> edition.Built:
    """An edition as a preview shows it. Readings that are new are verified where there is an archive."""
    if PREVIEW.verify and not (project.facts / LOCK).is_file() and (left := PREVIEW.verify(project)):
        raise EditionError(left)
    try:
        built = edition.build(project, preview=True)
    except EditionError as error:
        if PREVIEW.verify is None or all(each.code is not Code.UNVERIFIED_READING for each in error.problems):
            raise
        if left := PREVIEW.verify(project):
            others = [each for each in error.problems if each.code is not Code.UNVERIFIED_READING]
            raise EditionError([*left, *others]) from error
        built = edition.build(project, preview=True)
    renew_ids(project)
    return built


def guarded(builder: Callable[[], None], root: Path, *, hosted: bool) -> Callable[[], None]:
    """A rebuild that never leaves browsers waiting: what is wrong with an mkdocs.yml, or with an ordinary site, stands
    where the pages would. An edition of ours tells its problems itself."""

    def rebuild() -> None:
        said = _Said()
        logging.getLogger("mkdocs").addHandler(said)
        try:
            builder()
            if hosted:
                PREVIEW.refuse(root, ())
        except (NoEdition, *STUMBLES) as error:
            problems = error.__cause__.problems if isinstance(error.__cause__, EditionError) else ()
            PREVIEW.refuse(root, problems or [_of_settings(each, root) for each in said.errors or [str(error)]])
            log.warning(str(error))
        finally:
            logging.getLogger("mkdocs").removeHandler(said)

    return rebuild


class _Said(logging.Handler):
    """The errors that MkDocs tells its log, and nobody else."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.errors: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.errors.append(record.getMessage())


def _of_settings(message: str, root: Path) -> Problem:
    """What is wrong with an mkdocs.yml, at the line that the message names, or at the option that it does."""
    path = config_file(root)
    text = path.read_text("utf-8", "replace") if path.is_file() else ""
    line, column = 1, 1
    if place := re.search(r"line (\d+), column (\d+)", message):
        line, column = int(place[1]), int(place[2])
    for name in re.findall(r"\b([a-z_]+)(?=['\":])", message):
        if found := re.search(rf"^[ -]*{name}:", text, re.MULTILINE):
            line, column = text.count("\n", 0, found.start()) + 1, found.end() - found.start() - len(name)
    told = message.removeprefix(f"{path.name}: ")
    return Problem(Where(path.name, line, column), told, Code.BAD_VALUE)
