"""The target: a folder is looked at before a site takes its place, so that nothing of anybody's is ever lost.

Each site holds a list of what its build wrote. The next build takes away what is on that list, and nothing else: a
CNAME, a repository, a file that somebody put there stay. A folder that is not empty and has no list was not written by
a build, and is refused.
"""

import contextlib
import json
import os
import shutil
from collections.abc import Callable, Collection, Iterable, Iterator
from functools import partial
from pathlib import Path

from factbound.project import config_file, real
from factbound.publish.spare import Spare
from factbound.publish.swap import STAGE, entries_below, files_below, fill, staged, swap
from factbound.publish.writing import replace_file

LIST = ".factbound.json"
"""The list of the files of a site that its build wrote, in the site."""
STAY = frozenset({"CNAME"})
"""Names that stay in a site that has no list yet, beside those that begin with a dot: hosts look for them there."""
_BUILT = (
    ("data/facts.json", "_headers", "404.html"),  # by us, before there were lists
    ("sitemap.xml", "sitemap.xml.gz", "404.html"),  # by MkDocs
)
"""Files that only a build leaves together."""


class Refused(Exception):
    """Why something is not written where it was asked for, and what to do."""


@contextlib.contextmanager
def site_staged(site: Path, sources: Iterable[Path], spare: Spare | None = None) -> Iterator[Path]:
    """A folder to build a site in, which then takes the place of `site`; Refused where that would destroy what no build
    wrote. What was there before is left to the `spare`."""
    place = real(site)
    look(place, sources)
    with staged(place, put=partial(_replace, spare=spare)) as folder:
        yield folder


def look(site: Path, sources: Iterable[Path]) -> None:
    """Refused for a folder that a site must not take the place of. `sources` are what the site is made from."""
    site = real(site)
    if fault := not_for(site, tuple(sources)):
        raise Refused(f"{site} {fault}; name another folder (--site-dir, or site_dir in mkdocs.yml)")
    if site.exists() and not site.is_dir():
        raise Refused(f"{site} is no folder; name another (--site-dir, or site_dir in mkdocs.yml)")
    if site.is_dir() and not _was_built(site):
        raise Refused(
            f"{site} is not empty, and no build wrote what is in it: nothing is taken away that a build did not put "
            "there; empty it yourself, or name another folder (--site-dir, or site_dir in mkdocs.yml)"
        )


def look_at_file(file: Path, sources: Iterable[Path], what: str, ours: Callable[[bytes], bool]) -> None:
    """Refused for a file that must not be written, or that is there and is no `what`, which `ours` tells from its
    bytes."""
    path = real(file)
    if fault := not_for(path, tuple(sources)):
        raise Refused(f"{file} {fault}; name another place")
    if path.is_dir():
        raise Refused(f"{file} is a folder; name a file")
    if path.exists() and not (path.is_file() and ours(path.read_bytes())):
        raise Refused(f"{file} is there already, and is no {what} that may be replaced: move it, or name another place")


def not_for(place: Path, sources: Collection[Path]) -> str | None:
    """Why nothing is written at a place, whatever is there: it is or holds a source, a home or a repository's own
    files; else None."""
    if ".git" in place.parts:
        return "lies in a repository's own folder"
    with contextlib.suppress(RuntimeError):  # a user without a home
        if _holds(place, Path.home()):
            return "is or holds your home folder"
    for source in sources:
        if _holds(place, source):
            return f"is or holds what the site is made from ({source.name})"
    roots = {
        real(source).parent for source in sources if source.is_file()
    }  # a configuration and its site share a folder
    for source in sources:
        if source.is_dir() and real(source) not in roots and not _is_edition(source) and _holds(source, place):
            return f"lies in what the site is made from ({source.name})"
    return None


def _is_edition(folder: Path) -> bool:
    try:
        return config_file(folder).is_file()
    except OSError:  # a folder that we may not look into
        return False


def _holds(folder: Path, path: Path) -> bool:
    """Whether `path` is `folder` or lies in it, by their names or by what the disk says they are."""
    whole = real(path)
    if whole.is_relative_to(folder):
        return True
    try:
        same = folder.stat()
    except OSError:
        return False
    return any(os.path.samestat(same, each.stat()) for each in (whole, *whole.parents) if each.exists())


def _was_built(site: Path) -> bool:
    """Whether a build wrote what is in a folder, but for what stays in any."""
    return (
        (site / LIST).is_file()
        or any(all((site / name).is_file() for name in names) for names in _BUILT)
        or all(_stays(name) for name in os.listdir(site))  # noqa: PTH208
    )


def _stays(name: str) -> bool:
    return name.startswith(".") or name in STAY


def _replace(new: Path, site: Path, spare: Spare | None = None) -> None:
    """Put a site in its place, with all that is there and that no build wrote."""
    made = files_below(new)
    (new / LIST).write_text(_list({*made, LIST}), "utf-8")
    if not site.exists():
        _dress(new, 0o755, None)
        swap(new, site)
        if spare:
            spare.leave(new)
        return
    there = [path for path in files_below(site) if not path.startswith(STAGE)]
    written = _written(site, there)
    stay = [path for path in there if path not in written]
    if clash := _clash(stay, made, new, site):
        raise Refused(
            f"{site / clash} was not written by a build, and the new site has a file of that name: move it, or take "
            "it away"
        )
    status = site.stat()
    _dress(new, status.st_mode & 0o7777, status.st_gid)
    if new.parent == site or any(path.split("/", 1)[0] == ".git" for path in stay):
        _fill(new, site, written, made)
        return
    _carry(stay, site, new)
    swap(new, site, partial(_fill, written=written, made=made))
    if spare:
        spare.leave(new)


def _fill(new: Path, site: Path, written: Collection[str], made: Collection[str]) -> None:
    """Fill a folder that stays where it is. Until all is there its list names the old files and the new: a build that
    is killed leaves nothing that the next one would not know."""
    final = (new / LIST).read_bytes()
    (new / LIST).unlink()
    replace_file(site / LIST, _list({*written, *made, LIST}).encode())
    fill(new, site, sorted({*written} - {*made, LIST}))
    replace_file(site / LIST, final)


def _list(paths: Iterable[str]) -> str:
    about = "written by factbound: a build takes these files away again, and no others"
    return json.dumps({"about": about, "files": sorted(paths)}, indent=0) + "\n"


def _written(site: Path, there: Collection[str]) -> frozenset[str]:
    """The files of a site that its build wrote."""
    try:
        return frozenset(map(str, json.loads((site / LIST).read_text("utf-8"))["files"])) | {LIST}
    except FileNotFoundError:
        return frozenset(path for path in there if not _stays(path.split("/", 1)[0]))
    except (ValueError, KeyError, TypeError) as error:
        raise Refused(f"{site / LIST} cannot be read, so that nobody knows what a build wrote: empty {site}") from error


def _clash(stay: Iterable[str], made: Collection[str], new: Path, site: Path) -> str | None:
    """What stays and stands where the new site has something else."""
    files = frozenset(made)
    folders = {
        "/".join(parts[:depth]) for path in made for parts in [path.split("/")] for depth in range(1, len(parts))
    }
    for path in stay:
        parts = path.split("/")
        if path in folders or any("/".join(parts[:depth]) in files for depth in range(1, len(parts))):
            return path
        if path in files and not _same(site / path, new / path):
            return path
    return None


def _same(one: Path, other: Path) -> bool:
    """Whether what stays is what the new site has there; an empty file is there to be there, whatever is in it."""
    if not one.is_file() or one.is_symlink():
        return False
    data = other.read_bytes()
    return not data or one.read_bytes() == data


def _carry(stay: Iterable[str], site: Path, new: Path) -> None:
    """What stays, in the new folder too."""
    for path in stay:
        source, place = site / path, new / path
        if place.exists():
            continue
        place.parent.mkdir(parents=True, exist_ok=True)
        try:
            os.link(source, place, follow_symlinks=False)
        except OSError:  # a file system without links
            shutil.copy2(source, place, follow_symlinks=False)


def _dress(new: Path, mode: int, group: int | None) -> None:
    """Give a site's folders a mode and a group, and its files the same without the right to run: who could read the
    last site can read this one, whatever the mask of the build."""
    _give(str(new), os.stat(new), mode, group)  # noqa: PTH116
    for entry in entries_below(new):
        right = mode if entry.is_dir(follow_symlinks=False) else mode & 0o666
        _give(entry.path, entry.stat(follow_symlinks=False), right, group)


def _give(path: str, status: os.stat_result, mode: int, group: int | None) -> None:
    """Give a file or folder, whose `status` is known, a mode and a group."""
    if group is not None and status.st_gid != group:
        with contextlib.suppress(OSError):  # not everybody may give a file to a group
            os.chown(path, -1, group)
    if status.st_mode & 0o7777 != mode:
        os.chmod(path, mode)  # noqa: PTH101  thousands of files: plain strings are faster
