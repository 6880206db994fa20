"""Memory: what was found to be good is not looked at again while it and all it depends on stay as they are.

It lies in .cache/tests, which no repository keeps: a machine that has none looks at everything. What was found to be
bad is never remembered.
"""

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from places import ROOT

STYLES = (".css", ".js", ".woff2")
"""Endings of files that pages load."""


class Memory:
    """What is known about pages, for one `kind` of look at them, on one `ground`: all that the look depends on."""

    def __init__(self, kind: str, ground: Iterable[bytes], folder: Path = ROOT / ".cache/tests") -> None:
        self._folder = folder / kind
        self._ground = hashlib.sha256()
        for each in ground:
            self._ground.update(hashlib.sha256(each).digest())

    def recall(self, page: bytes, how: str = "") -> Any:
        """What was said of these bytes, looked at in this way; None when it is not known."""
        file = self._file(page, how)
        return json.loads(file.read_text("utf-8")) if file.exists() else None

    def keep(self, page: bytes, said: object, how: str = "") -> None:
        file = self._file(page, how)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps(said), "utf-8")

    def _file(self, page: bytes, how: str) -> Path:
        digest = self._ground.copy()
        digest.update(hashlib.sha256(page).digest() + how.encode())
        return self._folder / f"{digest.hexdigest()}.json"


def styles_of(site: Path) -> list[bytes]:
    """The files of a site that its pages load."""
    return [file.read_bytes() for file in sorted(site.rglob("*")) if file.suffix in STYLES]
