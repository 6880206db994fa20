"""Bring an edition's YAML into its canonical style, or tell which files are not in it."""

import argparse
from collections.abc import Iterator
from pathlib import Path

from factbound.commands import OK
from factbound.mkdocs import settings
from factbound.problems import Code, EditionError, Problem, Where
from factbound.project import CONFIGS, real
from factbound.publish.locks import alone
from factbound.publish.writing import replace_files
from factbound.read.content import WORDS
from factbound.read.context import ReadContext
from factbound.read.files import files_in, read_text
from factbound.tidy.files import tidied, untidy


def tidy(options: argparse.Namespace, root: Path) -> int:
    """Write every file that is not tidy, all of them or none; with --check, tell them as problems."""
    with alone(root / "facts"):
        return _tidy(options, root)


def _tidy(options: argparse.Namespace, root: Path) -> int:
    context = ReadContext(root)
    better: dict[Path, bytes] = {}
    paths = list(_chosen(options.paths, context) if options.paths else _of_edition(context))
    for path in paths:
        text = read_text(path, context)
        told = tidied(text, context.name(path), context.problems) if text is not None else None
        if text is None or told is None or not (problem := untidy(text, told, context.name(path))):
            continue
        better[path] = _ended_like(told, path.read_bytes())
        if options.check:
            context.problems.append(problem)
    if context.problems:
        raise EditionError(context.problems)
    try:
        replace_files({real(path): data for path, data in better.items()})
    except OSError as error:
        where = Where(context.name(Path(error.filename or root)))
        raise EditionError(
            [Problem(where, f"cannot be written: {error.strerror}", Code.CANNOT_WRITE, "no file was changed")]
        ) from error
    for path in better:
        print(context.name(path))
    told = f"{len(paths)} file{'' if len(paths) == 1 else 's'}"
    print(f"{told}, {len(better)} of them tidied" if better else f"{told}, all tidy")
    return OK


def _of_edition(context: ReadContext) -> Iterator[Path]:
    """The YAML of an edition: its facts, its charts, its interface words."""
    config = settings.load(context.root)
    project = settings.project_of(config)
    yield from _below(project.facts, context)
    if settings.is_hosted(config):
        charts = settings.charts_file(config)
        yield from (path for path in (charts, charts.with_name(WORDS)) if path.is_file())
    else:
        yield from _below(project.content, context)


def _chosen(paths: list[Path], context: ReadContext) -> Iterator[Path]:
    """The files that were named, and the YAML in the folders that were; an mkdocs.yml only where it is named itself."""
    for path in paths:
        whole = real(context.root / path)
        if whole.is_dir():
            yield from (file for file in _below(whole, context) if file.name not in CONFIGS)
        elif whole.is_file() and whole.suffix in {".yml", ".yaml"}:
            yield whole
        elif whole.is_file():
            context.note(whole, "its name does not end in .yml", Code.UNREADABLE, "only YAML is brought into its style")
        else:
            context.note(whole, "there is no such file", Code.UNREADABLE)


def _below(folder: Path, context: ReadContext) -> Iterator[Path]:
    return (path for path in files_in(folder, context) if path.suffix == ".yml")


def _ended_like(text: str, before: bytes) -> bytes:
    """The bytes of a text, with the line ends that the file had."""
    return text.replace("\n", "\r\n" if b"\r\n" in before else "\n").encode()
