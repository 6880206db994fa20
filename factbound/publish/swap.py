"""Publishing: a folder is built aside and swapped in whole, so that what others see is always one finished build.

A folder that cannot be renamed, since it is mounted or holds a repository, is filled instead: whole files each, pages
last.
"""

import contextlib
import ctypes
import errno
import os
import shutil
import tempfile
import time
from collections.abc import Callable, Collection, Iterator
from pathlib import Path

from factbound.publish.locks import is_claimed, locked
from factbound.publish.writing import replace_file

_EXCHANGE = 2  # RENAME_EXCHANGE of renameat2(2): two names swap in one step
_AT_FDCWD = -100
_FIXED = frozenset({errno.EBUSY, errno.EXDEV, errno.EROFS, errno.EACCES, errno.EPERM})
"""What a rename answers where a folder is mounted, or its parent is not ours: it can be filled, but not replaced."""
STAGE = ".factbound.building-"
"""How the name of a folder to build in begins that lies in the folder to be filled."""
_DAY = 24 * 60 * 60


def is_stage(path: Path) -> bool:
    """Whether a path leads through a folder to build in, of which nobody has heard."""
    return any(part.startswith(".") and ".building-" in part for part in path.parts)


def swap(new: Path, target: Path, instead: Callable[[Path, Path], None] | None = None) -> None:
    """Put `new` where `target` is; afterwards `new` holds what was there before, or is gone. Where `target` cannot be
    renamed it is filled, or what is to be done `instead` is done."""
    flush(new)
    try:
        if not target.exists():
            new.rename(target)
        elif not _exchange(new, target):
            # No exchange on this file system: two renames, between which a kill leaves the old folder under its aside
            # name.
            aside = target.with_name(f".{target.name}.before")
            shutil.rmtree(aside, ignore_errors=True)
            target.rename(aside)
            new.rename(target)
            shutil.rmtree(aside, ignore_errors=True)
    except OSError as error:
        if error.errno not in _FIXED or not target.is_dir():
            raise
        (instead or fill)(new, target)
    flush(target.parent)


@contextlib.contextmanager
def staged(target: Path, put: Callable[[Path, Path], None] = swap) -> Iterator[Path]:
    """A folder to build in; on success `put` gives it the place of `target`, on failure it is removed.

    While it lives it is locked; folders left by builds that were killed hold no lock and are removed by the next build.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    home, prefix = _home(target)
    with contextlib.ExitStack() as claim:
        with locked(home):  # until its folder is locked, another build would take it for one that was left behind
            sweep(target)
            folder = Path(tempfile.mkdtemp(prefix=prefix, dir=home))
            folder.chmod(0o755)
            claim.enter_context(locked(folder))
        try:
            yield folder
            with locked(home):  # one build at a time gets here
                put(folder, target)
        finally:
            shutil.rmtree(folder, ignore_errors=True)


def _home(target: Path) -> tuple[Path, str]:
    """Where folders to build `target` in are made, and how their names begin: beside it, or in it where it cannot be
    renamed."""
    if target.is_dir() and (os.path.ismount(target) or not os.access(target.parent, os.W_OK)):
        return target, STAGE
    return target.parent, f".{target.name}.building-"


def sweep(target: Path) -> None:
    """Remove what killed builds left, and put back a folder whose swap was cut in two."""
    aside = target.with_name(f".{target.name}.before")
    if aside.exists() and not target.exists():
        aside.rename(target)
    home, prefix = _home(target)
    for folder in home.iterdir():
        if not folder.name.startswith(prefix):
            continue
        with contextlib.suppress(FileNotFoundError):
            claim = is_claimed(folder)
            if claim is False or (claim is None and time.time() - folder.stat().st_mtime > _DAY):
                shutil.rmtree(folder, ignore_errors=True)


def fill(new: Path, target: Path, gone: Collection[str] = ()) -> None:
    """Bring a folder that stays where it is to what `new` holds: whole files each, pages last, then without the files
    `gone`."""
    for path in sorted(files_below(new), key=lambda path: (path.endswith((".html", ".xml")), path)):
        source, place = new / path, target / path
        if source.is_symlink() or not source.is_file():
            continue  # carried over from the target, where it is
        for parent in [place.parent, *place.parent.parents]:
            if parent.is_relative_to(target) and parent != target and parent.is_file():
                parent.unlink()  # a file of the last build where there is a folder now
        if place.is_dir():
            shutil.rmtree(place)  # and the other way round; `gone` holds all that is in it
        place.parent.mkdir(parents=True, exist_ok=True)
        data = source.read_bytes()
        if not place.is_file() or place.stat().st_size != len(data) or place.read_bytes() != data:
            replace_file(place, data)
    for path in gone:
        with contextlib.suppress(IsADirectoryError, NotADirectoryError):  # where something else stands now
            (target / path).unlink(missing_ok=True)
        with contextlib.suppress(OSError):  # until a folder is not empty
            for parent in Path(path).parents[:-1]:
                (target / parent).rmdir()


def files_below(folder: Path) -> list[str]:
    """Every file, link or other thing below a folder that is no folder, by its path in it, with forward slashes."""
    start = len(f"{folder}{os.sep}")
    below = [entry.path[start:] for entry in entries_below(folder) if not entry.is_dir(follow_symlinks=False)]
    return below if os.sep == "/" else [path.replace(os.sep, "/") for path in below]


def entries_below(folder: Path) -> Iterator[os.DirEntry[str]]:
    """Everything below a folder, folders before what is in them; not what is in one that we may not look into."""
    waiting = [str(folder)]
    while waiting:
        with contextlib.suppress(OSError), os.scandir(waiting.pop()) as entries:
            for entry in entries:
                yield entry
                if entry.is_dir(follow_symlinks=False):
                    waiting.append(entry.path)


def flush(folder: Path) -> None:
    """See to it that what was written there outlives a power cut, as far as the system can."""
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError:
        return  # a system that opens no folders
    try:
        try:
            ctypes.CDLL(None, use_errno=True).syncfs(handle)
        except (OSError, AttributeError, TypeError):
            os.fsync(handle)
    finally:
        os.close(handle)


def _exchange(one: Path, other: Path) -> bool:
    """Swap two names in one step; False where the system cannot."""
    try:
        renameat2 = ctypes.CDLL(None, use_errno=True).renameat2
    except (OSError, AttributeError, TypeError):
        return False
    if renameat2(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _EXCHANGE) == 0:
        return True
    code = ctypes.get_errno()
    if code in {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP}:
        return False
    raise OSError(code, os.strerror(code), str(other))
