"""Kept: the one door to the cache. A file begins with the digest of what follows, so one that was damaged counts as
missing."""

import hashlib
import os
import tempfile
from collections.abc import Callable
from pathlib import Path


def recall(path: Path) -> bytes | None:
    """What is kept at `path`; None when nothing is, or when it is not what was put there."""
    try:
        digest, _, content = path.read_bytes().partition(b"\n")
    except OSError:
        return None
    return content if hashlib.sha256(content).hexdigest().encode() == digest else None


def keep(path: Path, content: bytes) -> None:
    """Put `content` at `path` in one step: who reads there sees the old or the new, never a part."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".new-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(hashlib.sha256(content).hexdigest().encode() + b"\n" + content)
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
