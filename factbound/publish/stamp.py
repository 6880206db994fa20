"""The stamp: what a published site was made from, so that a build with nothing changed has nothing to do.

It is kept in the cache, which may be deleted at any time; then the next build is a whole one. A site that somebody
touched, or an input, program or library that changed, makes a whole build too.
"""

import hashlib
import json
import os
import re
import sys
import sysconfig
from collections.abc import Iterable
from pathlib import Path

from factbound.project import Project, config_file, real
from factbound.publish.swap import entries_below
from factbound.publish.writing import replace_file

_ENGINE = Path(__file__).parent.parent


def inputs_digest(project: Project, settings: str = "", hooks: Iterable[Path] = ()) -> str:
    """A digest of everything a site is made from: the edition's files, its settings, the engine, Python and the
    libraries."""
    libraries = sorted(each.name for each in Path(sysconfig.get_path("purelib")).iterdir())
    plain = re.sub(r" at 0x[0-9a-f]+", "", settings)  # where a function lies in memory
    digest = hashlib.sha256(repr((project, plain, sys.version, libraries)).encode())
    for folder in (config_file(project.root), project.facts, project.content, project.templates, _ENGINE, *hooks):
        for path in _files(folder):
            digest.update(b"\0" + os.fsencode(path) + b"\0" + _data(path))  # a name need not be UTF-8
    return digest.hexdigest()


def _data(path: Path) -> bytes:
    """What a file holds; of one that cannot be read, bytes that no site was made from: a build says what is wrong."""
    try:
        if path.is_file():  # nobody may ever say anything in a pipe
            return path.read_bytes()
    except OSError:
        pass
    return os.urandom(16)


def read_stamp(project: Project, site: Path, inputs: str) -> str | None:
    """The summary of the build that made `site` from these inputs; None when it was made from others, or is not as it
    was left."""
    try:
        stamp = json.loads(_place(project, site).read_text("utf-8"))
        same = stamp["inputs"] == inputs and stamp["site"] == _site_digest(site)
        return str(stamp["summary"]) if same else None
    except (OSError, ValueError, KeyError, TypeError):
        return None


def write_stamp(project: Project, site: Path, inputs: str, summary: str) -> None:
    """Remember that `site` was made from these inputs; a cache that cannot be written only costs time."""
    place = _place(project, site)
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        replace_file(
            place,
            json.dumps({"inputs": inputs, "site": _site_digest(site), "summary": summary}).encode(),
            flushed=False,
        )
    except OSError:
        return


def _place(project: Project, site: Path) -> Path:
    return project.cache / "builds" / f"{hashlib.sha256(os.fsencode(real(site))).hexdigest()[:16]}.json"


def _files(path: Path) -> Iterable[Path]:
    """The file, or every file below the folder, sorted; caches of compiled code are no input."""
    if path.is_file():
        return [path]
    return sorted(
        Path(folder, name) for folder, _, names in os.walk(path) if not folder.endswith("__pycache__") for name in names
    )


def _site_digest(site: Path) -> str:
    """A digest of the names, sizes and times of a site's files: it tells that nobody touched them, without reading
    them."""
    found = [
        (entry.path, status.st_size, status.st_mtime_ns)
        for entry in entries_below(site)
        if entry.is_file(follow_symlinks=False) and (status := entry.stat(follow_symlinks=False))
    ]
    return hashlib.sha256(repr(sorted(found)).encode()).hexdigest() if found else ""
