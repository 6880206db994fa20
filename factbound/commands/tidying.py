"""Bring an edition's YAML into its canonical style, or tell which files are not in it."""

import argparse
from collections.abc import Iterator
from pathlib import Path

from factbound.commands import OK
from factbound.mkdocs import plugin as mkdocs
from factbound.problems import Code, EditionError, Problem, Where
from factbound.publish.writing import replace_files
from factbound.read.content import WORDS
from factbound.read.files import files_in, read_text, relative
from factbound.tidy.files import tidied, untidy


def tidy(options: argparse.Namespace, root: Path) -> int:
    """Write every file that is not tidy, all of them or none; with --check, tell them as problems."""
    problems: list[Problem] = []
    better: dict[Path, bytes] = {}
    paths = list(_chosen(options.paths, root, problems) if options.paths else _of_edition(root, problems))
    for path in paths:
        text = read_text(path, root, problems)
        told = tidied(text, relative(path, root), problems) if text is not None else None
        if text is None or told is None or not (problem := untidy(text, told, relative(path, root))):
            continue
        better[path] = _ended_like(told, path.read_bytes())
        if options.check:
            problems.append(problem)
    if problems:
        raise EditionError(problems)
    try:
        replace_files({path.resolve(): data for path, data in better.items()})
    except OSError as error:
        where = Where(relative(Path(error.filename or root), root))
        raise EditionError(
            [Problem(where, f"cannot be written: {error.strerror}", Code.CANNOT_WRITE, "no file was changed")]
        ) from error
    for path in better:
        print(relative(path, root))
    told = f"{len(paths)} file{'' if len(paths) == 1 else 's'}"
    print(f"{told}, {len(better)} of them tidied" if better else f"{told}, all tidy")
    return OK


def _of_edition(root: Path, problems: list[Problem]) -> Iterator[Path]:
    """The YAML of an edition: its facts, its charts, its interface words."""
    config = mkdocs.load(root)
    project = mkdocs.project_of(config)
    yield from _below(project.facts, root, problems)
    if mkdocs.is_hosted(config):
        charts = mkdocs.charts_file(config)
        yield from (path for path in (charts, charts.with_name(WORDS)) if path.is_file())
    else:
        yield from _below(project.content, root, problems)


def _chosen(paths: list[Path], root: Path, problems: list[Problem]) -> Iterator[Path]:
    """The files that were named, and the YAML in the folders that were; an mkdocs.yml only where it is named itself."""
    for path in paths:
        whole = (root / path).resolve()
        if whole.is_dir():
            yield from (file for file in _below(whole, root, problems) if file.name != "mkdocs.yml")
        elif whole.is_file():
            yield whole
        else:
            problems.append(Problem(Where(relative(whole, root)), "there is no such file", Code.UNREADABLE))


def _below(folder: Path, root: Path, problems: list[Problem]) -> Iterator[Path]:
    return (path for path in files_in(folder, root, problems) if path.suffix == ".yml")


def _ended_like(text: str, before: bytes) -> bytes:
    """The bytes of a text, with the line ends that the file had."""
    return text.replace("\n", "\r\n" if b"\r\n" in before else "\n").encode()
