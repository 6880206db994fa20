"""Kept: the one door to the cache. A file begins with the digest of what follows, so one that was damaged counts as
missing; a cache that cannot be written only costs time."""

import hashlib
import os
import sqlite3
import sys
import sysconfig
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from pathlib import Path

_SEAL = 64
"""The length of a seal, in characters."""
_DAY = 24 * 60 * 60
_LONG = 30 * _DAY
"""Seconds after which a file that no build has asked for is swept."""


def seal(content: bytes) -> str:
    """The digest that a file of the cache with this content begins with."""
    return hashlib.sha256(content).hexdigest()


def sealed(path: Path) -> str | None:
    """The seal of what is kept at `path`, which is not read; None when nothing is."""
    try:
        with path.open("rb") as file:
            found = file.read(_SEAL)
    except OSError:
        return None
    _mark_as_used(path)
    return found.decode("ascii", "replace")


def recall(path: Path) -> bytes | None:
    """What is kept at `path`; None when nothing is, or when it is not what was put there."""
    try:
        digest, _, content = path.read_bytes().partition(b"\n")
    except OSError:
        return None
    if seal(content).encode() != digest:
        return None
    _mark_as_used(path)
    return content


def _mark_as_used(path: Path) -> None:
    """See to it that what is still asked for is not swept; once a day is often enough."""
    with suppress(OSError):
        if time.time() - path.stat().st_mtime > _DAY:
            path.touch()


def sweep(folder: Path) -> None:
    """Take away what lies in a folder of the cache and was not asked for in a month: old drawings of what has changed
    since. Another branch's, which are asked for now and then, stay."""
    with suppress(OSError):
        for file in os.scandir(folder):
            if file.is_file(follow_symlinks=False) and time.time() - file.stat().st_mtime > _LONG:
                with suppress(OSError):
                    Path(file.path).unlink()


def keep(path: Path, content: bytes) -> None:
    """Put `content` at `path` in one step: who reads there sees the old or the new, never a part. Where that cannot be
    written it is not kept."""
    with suppress(OSError):
        _put(path, content)


def _put(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".new-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(seal(content).encode() + b"\n" + content)
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def kept(path: Path, make: Callable[[], bytes]) -> tuple[bytes, bool]:
    """What is kept at `path`, made when it is missing, and whether it was there."""
    if (content := recall(path)) is not None:
        return content, True
    content = make()
    keep(path, content)
    return content, False


def digest(*parts: str) -> str:
    """A short digest of texts, for a file's name."""
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:32]


def content_digest(content: bytes) -> str:
    """A digest of what stands in a file of a site."""
    return hashlib.blake2b(content, digest_size=16).hexdigest()


def folder_digest(*folders: Path) -> str:
    """A digest of the files below some folders; caches of compiled code are no part of them."""
    found = hashlib.sha256()
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            if path.is_file() and path.suffix != ".pyc":
                found.update(f"\0{path.relative_to(folder).as_posix()}\0".encode("utf-8", "surrogateescape"))
                found.update(path.read_bytes())
    return found.hexdigest()


@cache
def program_digest() -> str:
    """A digest of this program, of Python and of the libraries that are installed."""
    libraries = sorted(os.listdir(sysconfig.get_path("purelib")))  # noqa: PTH208  names alone
    return digest(folder_digest(Path(__file__).parent), sys.version, repr(libraries))


class Store:
    """Bytes kept in one database, each under a name.

    `made_by` is the digest of all that makes them; what something else made, or what was damaged, counts as missing. A
    database that cannot be used costs time and nothing else.
    """

    def __init__(self, path: Path, made_by: str) -> None:
        self._path, self._made_by = path, made_by
        self._asked: set[str] = set()
        self._database: sqlite3.Connection | None = self._opened() or self._opened()

    def _opened(self) -> sqlite3.Connection | None:
        """The database; None where it cannot be had now, or is none and was thrown away."""
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            database = sqlite3.connect(self._path, timeout=0.2)
            database.execute("PRAGMA synchronous = OFF")  # a cache: what a power cut damages is found out by its digest
            database.execute("CREATE TABLE IF NOT EXISTS files (name TEXT PRIMARY KEY, digest BLOB, data BLOB)")
        except sqlite3.OperationalError:  # another build is writing, or nothing may be written
            return None
        except (sqlite3.Error, OSError):
            with suppress(OSError):
                self._path.unlink()
            return None
        return database

    def ask(self, name: str) -> None:
        """See to it that what is kept under a name stays."""
        self._asked.add(name)

    def get(self, name: str) -> bytes | None:
        """What is kept under a name, if it is whole and made by the same."""
        self.ask(name)
        try:
            found = (
                self._database
                and self._database.execute("SELECT digest, data FROM files WHERE name = ?", (name,)).fetchone()
            )
        except sqlite3.Error as error:
            self._give_up(error)
            return None
        if not found or self._digest(name, found[1]) != found[0]:
            return None
        return bytes(found[1])

    def put(self, name: str, content: bytes) -> None:
        """Keep something under a name."""
        self.ask(name)
        try:
            if self._database:
                self._database.execute(
                    "INSERT OR REPLACE INTO files VALUES (?, ?, ?)", (name, self._digest(name, content), content)
                )
        except sqlite3.Error as error:
            self._give_up(error)

    def close(self) -> None:
        """Write what was kept; forget what nobody asked for."""
        if self._database is None:
            return
        try:
            gone = {name for (name,) in self._database.execute("SELECT name FROM files")} - self._asked
            self._database.executemany("DELETE FROM files WHERE name = ?", [(name,) for name in gone])
            self._database.commit()
            self._database.close()
        except sqlite3.Error as error:
            self._give_up(error)

    def _digest(self, name: str, data: bytes) -> bytes:
        return hashlib.blake2b(f"{self._made_by}\0{name}\0".encode() + data, digest_size=16).digest()

    def _give_up(self, error: sqlite3.Error) -> None:
        """Do without: another build is writing, the disk is full, or the database is damaged and then thrown away."""
        if self._database:
            with suppress(sqlite3.Error):
                self._database.close()
            self._database = None
        if not isinstance(error, sqlite3.OperationalError):
            with suppress(OSError):
                self._path.unlink()
