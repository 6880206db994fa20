"""Locks: one build at a time works on a folder, where the system can say so; where it cannot, a build goes on
without."""

import contextlib
import errno
import os
from collections.abc import Iterator
from pathlib import Path

try:
    import fcntl
except ImportError:  # Windows, which locks no folders
    fcntl = None  # type: ignore[assignment]

_NO_LOCKS = frozenset({errno.ENOLCK, errno.ENOSYS, errno.EOPNOTSUPP, errno.EINVAL, errno.EBADF})
"""What network drives and odd file systems answer that keep no locks."""


@contextlib.contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Wait until nobody else works on the names in `folder`."""
    if (handle := _open(folder)) is None:
        yield
        return
    try:
        _flock(handle, wait=True)
        yield
    finally:
        os.close(handle)


@contextlib.contextmanager
def alone(facts: Path) -> Iterator[None]:
    """Wait until nobody else writes into an edition, a command or the desk: what is read now is what is written over.
    A folder of facts that is not there yet is written into by nobody."""
    with locked(facts) if facts.is_dir() else contextlib.nullcontext():
        yield


def is_claimed(folder: Path) -> bool | None:
    """Whether a build is at work in a folder; None where the system keeps no locks, or the folder has just gone."""
    try:
        handle = _open(folder)
    except FileNotFoundError:
        return None
    if handle is None:
        return None
    try:
        held = _flock(handle, wait=False)
    except BlockingIOError:
        return True
    finally:
        os.close(handle)
    return False if held else None


def _open(folder: Path) -> int | None:
    """A handle on a folder; None where the system has none."""
    return os.open(folder, os.O_RDONLY) if fcntl else None


def _flock(handle: int, *, wait: bool) -> bool:
    """Lock; False where the file system keeps no locks. BlockingIOError when another holds it and we do not wait."""
    try:
        fcntl.flock(handle, fcntl.LOCK_EX if wait else fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        raise
    except OSError as error:
        if error.errno in _NO_LOCKS:
            return False
        raise
    return True
