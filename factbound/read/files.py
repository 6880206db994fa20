"""The files of an edition, read once: bytes to text, with links and encodings that are refused."""

import os
from pathlib import Path

from factbound.problems import Code, Problem, Where

MAX_BYTES = 1_000_000
"""A file of facts or prose is never larger; one that is was put there by mistake."""


def files_in(folder: Path, root: Path, problems: list[Problem], *, hidden: bool = False) -> list[Path]:
    """Every file below `folder`, sorted; a symbolic link that leads out of `root` is a problem, and files whose names
    begin with a dot are read only where `hidden` ones are asked for."""
    found: list[Path] = []
    home = os.path.realpath(root)
    if _leaves(folder, home):
        problems.append(_link_out(folder, root))
        return found

    def unreadable(error: OSError) -> None:
        problems.append(
            Problem(Where(relative(Path(error.filename), root)), f"cannot be read: {error.strerror}", Code.UNREADABLE)
        )

    for directory, names, files in os.walk(folder, followlinks=False, onerror=unreadable):
        names[:] = sorted(name for name in names if hidden or not name.startswith("."))
        for name in sorted([*files, *(n for n in names if Path(directory, n).is_symlink())]):
            path = Path(directory, name)
            if name.startswith(".") and not hidden:
                continue
            if _leaves(path, home):
                problems.append(_link_out(path, root))
            elif path.is_file():
                found.append(path)
            else:
                problems.append(
                    Problem(
                        Where(relative(path, root)),
                        "this is no file that can be read",
                        Code.UNREADABLE,
                        "put the file itself here",
                    )
                )
    return sorted(found)


def _leaves(path: Path, home: str) -> bool:
    """Whether it is a symbolic link that leads out of the edition."""
    return path.is_symlink() and not Path(os.path.realpath(path)).is_relative_to(home)


def _link_out(path: Path, root: Path) -> Problem:
    return Problem(
        Where(relative(path, root)),
        "this symbolic link leads out of the edition",
        Code.UNSAFE_PATH,
        "put the file itself here",
    )


def relative(path: Path, root: Path) -> str:
    """The path as problems print it: relative to the edition, with forward slashes."""
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else path.as_posix()


def read_text(path: Path, root: Path, problems: list[Problem], most: int = MAX_BYTES) -> str | None:
    """The text of a file, newlines as \\n; None when it cannot be read, has more than `most` bytes or none, or is not
    UTF-8."""
    where = Where(relative(path, root))
    try:
        size = path.stat().st_size
        data = path.read_bytes() if size <= most else b""
    except OSError as error:
        problems.append(Problem(where, f"cannot be read: {error.strerror}", Code.UNREADABLE))
        return None
    if size > most:
        problems.append(
            Problem(where, f"has {size:,} bytes; {most:,} is the limit", Code.YAML_LIMIT, "split it by subject")
        )
        return None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        problems.append(not_utf8(error, where.path))
        return None
    if not text.strip():
        problems.append(Problem(where, "the file is empty", Code.EMPTY_FILE, "write something, or delete it"))
        return None
    return text.replace("\r\n", "\n").replace("\r", "\n")


def not_utf8(error: UnicodeDecodeError, path: str) -> Problem:
    """That a file is not UTF-8, at the byte that shows it."""
    before = error.object[: error.start].decode("utf-8", "replace")
    spot = Where(path, before.count("\n") + 1, len(before) - before.rfind("\n"))
    return Problem(
        spot, f"byte 0x{error.object[error.start]:02x} is not UTF-8", Code.NOT_UTF8, "save the file as UTF-8"
    )
