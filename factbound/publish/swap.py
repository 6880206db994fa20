"""Publishing: a site is built aside and swapped in whole, so that what visitors see is always one finished build."""

import contextlib
import ctypes
import errno
import fcntl
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

_EXCHANGE = 2  # RENAME_EXCHANGE of renameat2(2): two names swap in one step
_AT_FDCWD = -100


@contextlib.contextmanager
def staged(site: Path) -> Iterator[Path]:
    """A folder beside `site` to build in; on success it takes the place of `site`, on failure it is removed.

    While it lives it is locked; folders left by builds that were killed hold no lock and are removed by the next build.
    """
    site.parent.mkdir(parents=True, exist_ok=True)
    with _guarded(site.parent):  # until its folder is locked, another build would take it for one that was left behind
        sweep(site)
        folder = Path(tempfile.mkdtemp(prefix=f".{site.name}.building-", dir=site.parent))
        folder.chmod(0o755)
        handle = os.open(folder, os.O_RDONLY)
        fcntl.flock(handle, fcntl.LOCK_EX)
    try:
        yield folder
        swap(folder, site)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        os.close(handle)


def swap(new: Path, site: Path) -> None:
    """Put `new` where `site` is; afterwards `new` holds what was there before, or is gone. One build at a time gets here."""
    with _guarded(site.parent):
        if not site.exists():
            new.rename(site)
        elif not _exchange(new, site):
            # No exchange on this file system: two renames, between which a kill leaves the old site under its aside name.
            aside = site.with_name(f".{site.name}.before")
            shutil.rmtree(aside, ignore_errors=True)
            site.rename(aside)
            new.rename(site)
            shutil.rmtree(aside, ignore_errors=True)


@contextlib.contextmanager
def _guarded(folder: Path) -> Iterator[None]:
    """One build at a time works on the names in `folder`."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def sweep(site: Path) -> None:
    """Remove what killed builds left beside `site`, and put back a site whose swap was cut in two."""
    aside = site.with_name(f".{site.name}.before")
    if aside.exists() and not site.exists():
        aside.rename(site)
    for folder in site.parent.glob(f".{site.name}.building-*"):
        try:
            handle = os.open(folder, os.O_RDONLY)
        except FileNotFoundError:
            continue
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            shutil.rmtree(folder, ignore_errors=True)
        except BlockingIOError:
            pass  # another build is at work in it
        finally:
            os.close(handle)


def _exchange(one: Path, other: Path) -> bool:
    """Swap two names in one step; False where the system cannot."""
    try:
        renameat2 = ctypes.CDLL(None, use_errno=True).renameat2
    except (OSError, AttributeError):
        return False
    if renameat2(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _EXCHANGE) == 0:
        return True
    code = ctypes.get_errno()
    if code in {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP}:
        return False
    raise OSError(code, os.strerror(code), str(other))
