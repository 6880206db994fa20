"""The files of an edition, read once: bytes to text, with links and encodings that are refused."""

import os
import stat
from pathlib import Path

from factbound.problems import Code, Problem, Where
from factbound.read.context import ReadContext

MAX_BYTES = 1_000_000
"""A file of facts or prose is never larger; one that is was put there by mistake."""


def files_in(folder: Path, context: ReadContext, *, hidden: bool = False) -> list[Path]:
    """Every file below `folder`, sorted; a symbolic link that leads out of the edition is a problem. Files whose names
    begin with a dot are read only where `hidden` ones are asked for."""
    found: list[Path] = []
    home = os.path.realpath(context.root)
    if _leaves(folder, home):
        _note_link(folder, context)
        return found

    def unreadable(error: OSError) -> None:
        context.note(Path(error.filename), f"cannot be read: {error.strerror}", Code.UNREADABLE)

    for directory, names, files in os.walk(folder, followlinks=False, onerror=unreadable):
        names[:] = sorted(name for name in names if hidden or not name.startswith("."))
        for name in sorted([*files, *(n for n in names if Path(directory, n).is_symlink())]):
            path = Path(directory, name)
            if name.startswith(".") and not hidden:
                continue
            if _leaves(path, home):
                _note_link(path, context)
            elif path.is_file():
                found.append(path)
            else:
                context.note(path, "this is no file that can be read", Code.UNREADABLE, "put the file itself here")
    return sorted(found)


def _leaves(path: Path, home: str) -> bool:
    """Whether it is a symbolic link that leads out of the edition."""
    return path.is_symlink() and not Path(os.path.realpath(path)).is_relative_to(home)


def _note_link(path: Path, context: ReadContext) -> None:
    message = "this symbolic link leads out of the edition"
    context.note(path, message, Code.UNSAFE_PATH, "put the file itself here")


def is_there(path: Path) -> bool:
    """Whether something stands at a path; where nobody may look, something may."""
    try:
        return path.exists()
    except OSError:
        return True


def read_text(path: Path, context: ReadContext, most: int = MAX_BYTES) -> str | None:
    """The text of a file, newlines as \\n; None when it cannot be read, has more than `most` bytes or none, or is not
    UTF-8."""
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):  # a pipe, in which nobody may ever say anything; a device without an end
            context.note(path, "this is no file that can be read", Code.UNREADABLE, "put the file itself here")
            return None
        size = status.st_size
        data = path.read_bytes() if size <= most else b""
    except OSError as error:
        context.note(path, f"cannot be read: {error.strerror}", Code.UNREADABLE)
        return None
    if size > most:
        message = f"has {size:,} bytes; {most:,} is the limit"
        context.note(path, message, Code.YAML_LIMIT, "split it by subject")
        return None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        context.problems.append(not_utf8(error, context.name(path)))
        return None
    if not text.strip():
        context.note(path, "the file is empty", Code.EMPTY_FILE, "write something, or delete it")
        return None
    return text.replace("\r\n", "\n").replace("\r", "\n")


def not_utf8(error: UnicodeDecodeError, path: str) -> Problem:
    """That a file is not UTF-8, at the byte that shows it."""
    before = error.object[: error.start].decode("utf-8", "replace")
    spot = Where(path, before.count("\n") + 1, len(before) - before.rfind("\n"))
    return Problem(
        spot, f"byte 0x{error.object[error.start]:02x} is not UTF-8", Code.NOT_UTF8, "save the file as UTF-8"
    )
