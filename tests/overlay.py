"""Overlay: a broken edition is the good one with a few files laid over it.

In a case's folder `NAME.delete` takes NAME away and `NAME.link` makes it a symbolic link to the path it holds; git
keeps neither well.
"""

import shutil
from pathlib import Path

EDITIONS = Path(__file__).parent / "editions"
GOOD = EDITIONS / "good"
EXPECTED = "problems.txt"
COMMAND = "command.txt"
CORRECTION = """\
- fact: lamp-factory-plan
  date: 2031-06-01
  was: {en: It said 11 million euros.}
  now: {en: It says more than 12 million euros.}
  why: {en: The director named the larger sum in the article.}
"""
"""A correction of the good edition."""
REMOVED = """\
- id: lamp-factory-canteen
  date: 2031-06-01
  why: {en: The article was withdrawn.}
  instead: lamp-factory-land
"""
"""A fact that it no longer has."""


def good_edition(folder: Path) -> Path:
    """A copy of the good edition in `folder`, which is made."""
    shutil.copytree(GOOD, folder, ignore=shutil.ignore_patterns(".cache", "site"))
    return folder


def broken_edition(case: Path, folder: Path) -> Path:
    """The good edition in `folder` with the files of `case` laid over it."""
    good_edition(folder)
    for path in sorted(case.rglob("*")):
        target = folder / path.relative_to(case)
        if path.is_dir() or path.name in {EXPECTED, COMMAND}:
            continue
        target.parent.mkdir(parents=True, exist_ok=True)
        match path.suffix:
            case ".delete":
                target.with_suffix("").unlink()
            case ".link":
                target.with_suffix("").symlink_to(path.read_text("utf-8").strip())
            case _:
                shutil.copyfile(path, target)
    return folder


def write(folder: Path, files: dict[str, str]) -> Path:
    """Write texts below `folder` by their paths."""
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, "utf-8")
    return folder
