"""The spare: the site of before, kept in the cache when a new one takes its place, so that the next build writes only
what has changed.

A build makes a whole site aside and swaps it in. Writing and removing thousands of files and folders takes longer than
finding out that what is in them has not changed. A file of the spare is taken for what its record says as long as its
inode, size and time are those of the record too: one that somebody touched is written anew.
"""

import hashlib
import json
import os
import shutil
from collections.abc import Callable, Collection, Mapping
from contextlib import suppress
from pathlib import Path

from factbound.kept import content_digest, keep, recall
from factbound.project import real
from factbound.publish.writing import write

_CLAIMED = ".factbound.spare"
"""The name of a spare in the folder that is built in, which one build alone has."""
Mark = tuple[str, int, int, int]
"""The digest of a file, its size in bytes, when it was last written, in nanoseconds, and its inode."""


class Spare:
    """The site of before, from which a new one is made."""

    def __init__(self, cache: Path, site: Path) -> None:
        self._site = str(real(site))
        self._home = cache / "spare" / hashlib.sha256(os.fsencode(self._site)).hexdigest()[:16]
        self._tree, self._now, self._before = (self._home / name for name in ("site", "now.json", "before.json"))
        self._held: dict[str, Mark] = {}
        self._published: dict[str, Mark] = {}
        self._marks: dict[str, Mark] = {}

    def move_in(self, folder: Path, wanted: Collection[str]) -> None:
        """Bring those files of the spare into the folder of a new site whose paths are `wanted`; what is in the folder
        already stays. Where there is no spare yet, files of the published site get a second name."""
        claimed = folder / _CLAIMED
        try:
            self._tree.rename(claimed)
        except OSError:  # there is none, another build has it, or it lies on another disk
            self._published = _read(self._now)
            return
        self._held = _sound(str(claimed), "", frozenset(wanted), _read(self._before))
        _join(str(claimed), str(folder))
        shutil.rmtree(claimed)

    def write(
        self, folder: Path, path: str, make: Callable[[], bytes], digest: Callable[[], str] | None = None
    ) -> None:
        """Write a file of the new site, unless it is there already; ValueError as `write`. `make` makes what stands in
        it; where its `digest` is known without that, it is made only when it has to be written."""
        if digest is None:
            data = make()
            found, make = content_digest(data), lambda: data
        else:
            found = digest()
        mark = self._held.pop(path, None)
        if mark is None or mark[0] != found:
            if mark:
                (folder / path).unlink()  # never written over: it may have another name
            if not self._linked(folder, path, found):
                write(folder, path, make())
            mark = (found, *_stat(f"{folder}/{path}"))
        self._marks[path] = mark

    def _linked(self, folder: Path, path: str, found: str) -> bool:
        """Whether the published site has the file, which now stands in the new one too."""
        mark, old, new = self._published.get(path), f"{self._site}/{path}", f"{folder}/{path}"
        if mark is None or mark[0] != found:
            return False
        try:
            if _stat(old) != mark[1:]:
                return False
            os.makedirs(os.path.dirname(new), exist_ok=True)  # noqa: PTH103, PTH120  thousands: strings are faster
            os.link(old, new, follow_symlinks=False)
        except FileExistsError:
            return False  # and `write` says so
        except OSError:  # a file system without links
            self._published = {}
            return False
        return True

    def leave(self, old: Path) -> None:
        """The new site is published: what it took the place of is the spare now. A cache that cannot be written only
        costs time."""
        with suppress(OSError):
            self._home.mkdir(parents=True, exist_ok=True)
            shutil.rmtree(self._tree, ignore_errors=True)
            old.rename(self._tree)
            self._now.replace(self._before)
        keep(self._now, json.dumps({"site": self._site, "files": self._marks}).encode())
        for home in self._home.parent.glob("*"):
            if not Path(str(_record(home / self._now.name).get("site", home))).exists():
                shutil.rmtree(home, ignore_errors=True)  # of a site that is gone


def _sound(folder: str, above: str, wanted: Collection[str], marks: Mapping[str, Mark]) -> dict[str, Mark]:
    """The files of a folder that are wanted and as they were left, each by `above` and its path in the folder; what
    else is in it is taken away."""
    sound: dict[str, Mark] = {}
    for entry in tuple(os.scandir(folder)):
        path = f"{above}{entry.name}"
        if entry.is_dir(follow_symlinks=False):
            if inside := _sound(entry.path, f"{path}/", wanted, marks):
                sound |= inside
            else:
                os.rmdir(entry.path)  # noqa: PTH106  thousands: strings are faster
        elif path in wanted and path in marks and _stat(entry.path) == marks[path][1:]:
            sound[path] = marks[path]
        else:
            os.unlink(entry.path)  # noqa: PTH108
    return sound


def _join(source: str, target: str) -> None:
    """Move what is in a folder into another, folder by folder where both have it."""
    for entry in os.scandir(source):
        place = f"{target}/{entry.name}"
        if os.path.lexists(place):
            _join(entry.path, place)
        else:
            os.rename(entry.path, place)  # noqa: PTH104


def _stat(path: str) -> tuple[int, int, int]:
    status = os.lstat(path)
    return status.st_size, status.st_mtime_ns, status.st_ino


def _read(path: Path) -> dict[str, Mark]:
    """The marks of a record."""
    found = _record(path).get("files")
    return {path: (*mark,) for path, mark in found.items()} if isinstance(found, dict) else {}


def _record(path: Path) -> dict[str, object]:
    """What a record says; nothing where there is none, or it was damaged."""
    record: dict[str, object] = json.loads(recall(path) or b"{}")
    return record
