"""Hold an edition against its articles, compare it, explain it, and print it for a second pair of eyes."""

import argparse
import json
import sys
import tempfile
import textwrap
from collections.abc import Collection
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from factbound import edition
from factbound.commands import OK, PROBLEMS, USAGE, remind
from factbound.commands.history import NoCommit, lay_out
from factbound.commands.translating import stale_translations
from factbound.desk.offers import explain_source, left_out_yaml
from factbound.desk.renewing import renew_ids
from factbound.mkdocs import plugin as mkdocs
from factbound.mkdocs import settings
from factbound.problems import Code, EditionError, NoEdition, did_you_mean
from factbound.project import Project, config_file
from factbound.publish.target import look_at_file
from factbound.publish.writing import replace_file, replace_files
from factbound.read.book import LOCK
from factbound.read.context import relative
from factbound.read.lock import lock_text
from factbound.view.data.facts_json import facts_json
from factbound.view.reports.changes import Facts, changes, facts_of
from factbound.view.reports.lineage import lineage
from factbound.view.sheet import is_empty_sheet


def check(options: argparse.Namespace, root: Path) -> int:
    """Tell every problem, or how much there is and that all of it holds."""
    config = settings.load(root)
    ledger = mkdocs.ledger(config)
    if options.translations and (found := list(stale_translations(root))):
        raise EditionError(found)
    remind(settings.project_of(config), settings.unused(config))
    print(f"{len(ledger.figures)} figures, {len(ledger.readings)} readings, {len(ledger.stories)} stories, 0 problems")
    return OK


def holds_texts(archive: Path) -> bool:
    """Whether the folder is an archive; says so where it is not."""
    if not archive.is_dir():
        print(f"{archive} is no folder", file=sys.stderr)
        return False
    if not any(path.suffix == ".txt" for path in archive.iterdir()):  # OSError where nobody may look into it
        print(f"{archive} holds no texts (ID.txt)", file=sys.stderr)
        return False
    return True


def verify(options: argparse.Namespace, root: Path) -> int:
    """Hold every reading against the archived texts, and write the lock."""
    project = settings.project_of(settings.load(root))
    if not holds_texts(options.archive):
        return USAGE
    lock = edition.verify(project, options.archive, today(), renew=options.renew)
    replace_file(project.facts / LOCK, lock_text(lock).encode())
    renew_ids(project)
    _tell_unmatched(project, options.archive, "verified")
    pages, count = edition.seen_only(project)
    if pages:
        print(f"pages seen in excerpts: {pages}; readings of theirs, not verified for want of a whole text: {count}")
    print(
        f"{relative(project.facts, root)}/{LOCK}: {len(lock.readings)} readings verified against {len(lock.texts)} "
        "texts, 0 problems"
    )
    return OK


def _tell_unmatched(project: Project, archive: Path, done: str) -> None:
    """The sources whose readings were not `done`, and the texts of no source."""
    unread, strangers = edition.unmatched(project, archive)
    for name, count in unread:
        print(
            f"{name}: {count} reading{'' if count == 1 else 's'} not {done}, because {archive / name}.txt is not there"
        )
    for name in strangers:
        print(f"{archive / name}.txt: the text of no source")


def today() -> str:
    """The day, in ISO form."""
    return datetime.now(UTC).date().isoformat()


def coverage(options: argparse.Namespace, root: Path) -> int:
    """Tell what the archived texts print and no reading uses."""
    project = settings.project_of(settings.load(root))
    if not holds_texts(options.archive):
        return USAGE
    if options.yaml:
        print(left_out_yaml(*edition.book_and_texts(project, options.archive), project), end="")
        return OK
    found = edition.coverage(project, options.archive)
    for each in found:
        total = each.used + each.left_out + len(each.uncovered)
        print(
            f"{each.source}: {total} amounts and dates, {each.used} used, {each.left_out} left out, "
            f"{len(each.uncovered)} uncovered"
        )
    _tell_unmatched(project, options.archive, "held against a text")
    if uncovered := [problem for each in found for problem in each.uncovered]:
        raise EditionError(uncovered)
    return OK


def diff(options: argparse.Namespace, root: Path) -> int:
    """Tell what differs between two states of the figures."""
    try:
        (old, _), (new, told) = (_facts_at(name, root) for name in (options.old, options.new))
        lines = list(changes(old, new, told))
    except NoCommit as error:
        print(f"nothing to compare: {error}", file=sys.stderr)
        return USAGE
    print("\n".join(lines) if lines else "no figure differs")
    return OK


def _facts_at(name: str, root: Path) -> tuple[Facts, Collection[str]]:
    """The figures of a facts.json, of a commit, or (“.”) of the files as they are now; and those of which it is told
    that they are gone, which a facts.json does not tell."""
    path = Path(name)
    if path.suffix == ".json" or path.is_file():
        if path.exists() and not path.is_file():
            raise NoCommit(f"{name} is no file")
        try:
            return facts_of(json.loads(path.read_text("utf-8"))), ()
        except (ValueError, RecursionError) as error:
            raise NoCommit(f"{name} is no facts.json: {error}") from error
        except OSError as error:
            raise NoCommit(f"{name}: {error.strerror}") from error
    if name == ".":
        return _facts_in(root)
    with tempfile.TemporaryDirectory() as folder:
        lay_out(name, root, Path(folder))
        if not config_file(Path(folder)).is_file():
            raise NoCommit(f'"{name}" holds no edition: there is no mkdocs.yml in it')
        try:
            return _facts_in(Path(folder))
        except NoEdition as error:
            raise NoCommit(str(error).replace(f"{folder}/", f"{name}:")) from error
        except EditionError as error:
            there = [(each, replace(each.where, path=f"{name}:{each.where.path}")) for each in error.problems]
            raise EditionError(replace(each, where=where) for each, where in there) from error


def _facts_in(root: Path) -> tuple[Facts, Collection[str]]:
    ledger = mkdocs.ledger(settings.load(root))
    return facts_of(json.loads(facts_json(ledger))), {each.id for each in ledger.removed}


def explain(options: argparse.Namespace, root: Path) -> int:
    """Tell a figure's lineage, all that a source gave, or what the code of a problem means."""
    book = edition.read(settings.project_of(settings.load(root))).book
    if options.id in book.sources:
        print("\n".join(explain_source(options.id, book)))
        return OK
    if options.id in set(Code) - set(book.facts) - set(book.derived):
        print(_meaning(Code(options.id)))
        return OK
    ledger = mkdocs.ledger(settings.load(root))
    if options.id not in ledger.figures:
        print(
            f'there is no figure "{options.id}"; '
            f"{did_you_mean(options.id, ledger.figures) or 'the index of facts lists them'}",
            file=sys.stderr,
        )
        return PROBLEMS
    print("\n".join(lineage(ledger.figures[options.id], ledger)))
    return OK


def _meaning(code: Code) -> str:
    """What the catalogue tells of a code, for a terminal; samples in it keep their lines."""
    parts = [f"{code}:", *f"{code.meaning}\n\n{code.remedy}".split("\n\n"), f"    {code.sample}"]
    return "\n\n".join(part if part.startswith(" ") else textwrap.fill(part, 100) for part in parts)


def sheet(options: argparse.Namespace, root: Path) -> int:
    """Write the fact-check sheets."""
    config = settings.load(root)
    project = settings.project_of(config)
    if options.language and options.language not in project.languages:
        print(
            f'"{options.language}" is no language of this edition, which has {", ".join(project.languages)}',
            file=sys.stderr,
        )
        return USAGE
    folder: Path = options.output or root / "sheet"
    held, sources = mkdocs.ledger(config), settings.sources_of(config)
    languages = [options.language] if options.language else project.languages
    sheets = {language: edition.sheets(held, project, language) for language in languages}
    files = {folder / name: data for _, each in sheets.values() for name, data in each.items()}
    for path in files:
        look_at_file(path, sources, "sheet without anything filled in", is_empty_sheet)
    folder.mkdir(parents=True, exist_ok=True)
    replace_files(files)
    for language, (lines, _) in sheets.items():
        print(f"{relative(folder, root)}/{language}.html, {language}.csv: {lines} lines")
    return OK
