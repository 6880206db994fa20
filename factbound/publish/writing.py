"""Writing: a file is there whole or not at all."""

import contextlib
import os
import stat
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path


def write(folder: Path, path: str, data: bytes) -> None:
    """Write one file below `folder`; ValueError for a path that would leave it or that is taken."""
    parts = path.split("/")
    if path.startswith("/") or "\\" in path or {"", ".", ".."} & set(parts):
        raise ValueError(f"{path} would leave the site")
    target = f"{folder}/{path}"
    try:
        handle = _create(target)
    except FileNotFoundError:
        os.makedirs(os.path.dirname(target), exist_ok=True)  # noqa: PTH103, PTH120  a thousand files: plain strings are faster
        handle = _create(target)
    except FileExistsError:
        raise ValueError(f"{path} would be written twice") from None
    with open(handle, "wb") as file:  # noqa: PTH123  a handle, not a path
        file.write(data)


def _create(target: str) -> int:
    return os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o644)


def replace_file(path: Path, data: bytes, *, flushed: bool = True) -> None:
    """Write a file in one step: readers see the old one or the new one, never a part. It keeps the mode of the old one.
    What need not outlive a power cut is not `flushed`."""
    replace_files({path: data}, flushed=flushed)


def replace_files(files: Mapping[Path, bytes], *, flushed: bool = True) -> None:
    """Write files as `replace_file` does, all of them or none: each is written aside before the first takes its place,
    and when one cannot take its place, those that have are put back."""
    aside: dict[Path, Path] = {}
    before: dict[Path, bytes] = {}
    try:
        for path, data in files.items():
            aside[path] = _aside(path, data, _mode(path), flushed=flushed)
        if len(files) > 1:
            before = {path: path.read_bytes() for path in files if path.exists()}
        for path, written in aside.items():
            written.replace(path)
    except BaseException:
        for path, data in before.items():
            if path in aside and not aside[path].exists():  # it has taken its place
                path.write_bytes(data)
        for written in aside.values():
            written.unlink(missing_ok=True)
        raise


def _mode(path: Path) -> int:
    try:
        return stat.S_IMODE(path.stat().st_mode)
    except OSError:
        return 0o644


def write_new(path: Path, data: bytes) -> None:
    """Write a file in one step where none is; FileExistsError when there is one, which stays as it is."""
    temporary = _aside(path, data, 0o644, flushed=True)
    try:
        path.hardlink_to(temporary)  # unlike a rename, it never replaces
    finally:
        temporary.unlink(missing_ok=True)


def sweep(folder: Path, pattern: str) -> None:
    """Take away what was put aside for files that match, by a program that was killed before it could put it in its
    place: what is more than a minute old."""
    for path in folder.glob(f".{pattern}.????????"):
        with contextlib.suppress(OSError):
            if path.is_file() and time.time() - path.stat().st_mtime > 60:
                path.unlink()


def _aside(path: Path, data: bytes, mode: int, *, flushed: bool) -> Path:
    """A new file beside `path` with what will stand there."""
    try:
        handle, name = tempfile.mkstemp(prefix=f".{path.name[:100]}.", dir=path.parent)
    except OSError as error:
        error.filename = os.fspath(path)  # the one that somebody knows
        raise
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            if flushed:
                file.flush()
                os.fsync(handle)
        Path(name).chmod(mode)
    except BaseException as error:
        Path(name).unlink(missing_ok=True)
        if isinstance(error, OSError):
            error.filename = os.fspath(path)
        raise
    return Path(name)
