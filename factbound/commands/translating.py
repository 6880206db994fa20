"""Texts for translators, in gettext's format, and back into the edition's YAML."""

import argparse
import sys
from codecs import BOM_UTF8
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from factbound import edition
from factbound.commands import OK, USAGE
from factbound.mkdocs import settings
from factbound.problems import Code, EditionError, Problem, Where
from factbound.project import Project, real
from factbound.publish.locks import alone
from factbound.publish.target import Refused, not_for
from factbound.publish.writing import replace_files
from factbound.read.content import WORDS, read_declared
from factbound.read.context import ReadContext, relative
from factbound.read.files import read_text
from factbound.read.interface_words import default_words
from factbound.read.strict_yaml import Document, parse
from factbound.tidy.entries import CannotEdit, Edit, with_values
from factbound.translation.catalogue import (
    Catalogue,
    catalogue_bytes,
    imported,
    is_strange,
    is_unimported,
    read_catalogue,
    stale,
    translated,
)
from factbound.translation.texts import Text, texts_of, words_of

FOLDER = "po"
"""Where an edition keeps its catalogues: L.po for the language L."""
LARGEST = 10_000_000
"""Bytes of the largest catalogue."""
_NEW_WORDS = "# Words of the interface in place of the engine's.\n"


def po_export(options: argparse.Namespace, root: Path) -> int:
    """Write the catalogue of a language: every text with its translation, and which are older than their original."""
    config = settings.load(root)
    project = settings.project_of(config)
    if not _may_be_translated_into(options.language, project):
        return USAGE
    context = ReadContext(root)
    target = real(options.output or root / FOLDER / f"{options.language}.po")
    kept = next((path for path in (target, root / FOLDER / f"{options.language}.po") if path.exists()), None)
    old = _read(kept, options.language, project, context) if kept else Catalogue()
    _refuse(context)
    if fault := not_for(target, settings.sources_of(config)):
        raise Refused(f"{target} {fault}; name another place")
    _export(root, options.language, old, target)
    return OK


def po_import(options: argparse.Namespace, root: Path) -> int:
    """Write a catalogue's translations into the YAML, all of them or none, and the catalogue as it is then."""
    project = settings.project_of(settings.load(root))
    if not _may_be_translated_into(options.language, project):
        return USAGE
    with alone(project.facts):
        return _import(options, root, project)


def _import(options: argparse.Namespace, root: Path, project: Project) -> int:
    context = ReadContext(root)
    home = root / FOLDER / f"{options.language}.po"
    old = _read(real(options.file or home), options.language, project, context)
    _refuse(context)
    brought = imported(_texts(root, options.language), project.languages, options.language, old, context.problems)
    files = {root / file: _edited(root / file, edits, context) for file, edits in brought.edits.items()}
    _refuse(context)
    for path in files:
        path.parent.mkdir(exist_ok=True)
    replace_files(files)
    for line in brought.left:
        print(line)
    count = sum(map(len, brought.edits.values()))
    for file, edits in brought.edits.items():
        print(f"{file}: {_count(len(edits))}")
    print(f"{_count(count)} written, {len(brought.left)} left")
    _export(root, options.language, old, home)
    return OK


def stale_translations(root: Path) -> Iterator[Problem]:
    """The translations that are older than their original, as the edition's catalogues tell."""
    project = settings.project_of(settings.load(root))
    context = ReadContext(project.root)
    for path in sorted((project.root / FOLDER).glob("*.po")):
        language = path.stem
        if language != project.languages[0]:
            old = _read(path, language, project, context)
            yield from stale(_texts(root, language), project.languages, language, old, context.name(path))
    yield from context.problems


def _may_be_translated_into(language: str, project: Project) -> bool:
    """Whether it is another language than the one that all are translated from; says so where it is not."""
    if language == project.languages[0]:
        print(f"{language} is the language that this edition is translated from", file=sys.stderr)
        return False
    if not (language.isascii() and language.isalpha() and language.islower() and len(language) in {2, 3}):
        print(f'"{language}" is not the code of a language, such as fr', file=sys.stderr)
        return False
    return True


def _read(path: Path, language: str, project: Project, context: ReadContext) -> Catalogue:
    """The catalogue of a language; one that is not this edition's is a problem."""
    text = read_text(path, context, LARGEST)
    if text is None:
        return Catalogue()
    old = read_catalogue(text, context.name(path), language, context.problems)
    if old.head.project != project.name and is_strange(old, _texts(project.root, language)):
        context.note(path, "no text of this edition is in it", Code.UNREADABLE, f"po export {language} writes them")
    return old


def _refuse(context: ReadContext) -> None:
    if context.problems:
        raise EditionError(context.problems)


def _texts(root: Path, language: str) -> list[Text]:
    """Every text of the edition; EditionError where its YAML is not well-formed. An ordinary site has its charts
    elsewhere, and interface words in one language."""
    config = settings.load(root)
    project = settings.project_of(config)
    if settings.is_hosted(config):
        declared = ReadContext(project.root)
        content = read_declared(settings.charts_file(config), project.languages[0], declared)
        _refuse(declared)
        return list(texts_of(edition.book(project), content))
    manuscript = edition.read(project)
    if problems := [each for each in manuscript.problems if each.where.path.endswith(".yml")]:
        raise EditionError(problems)
    if language not in project.languages:  # nor has it interface words of its own
        return list(texts_of(manuscript.book, manuscript.content))
    context = ReadContext(project.root)
    own: dict[str, Document] = {}
    for each in project.languages:
        path = project.content / each / WORDS
        if path.is_file() and (text := read_text(path, context)) and (told := parse(text, context.name(path), [])):
            own[each] = told
    engine = {each: default_words(each, []) for each in project.languages}
    return [*texts_of(manuscript.book, manuscript.content), *words_of(own, engine)]


def _export(root: Path, language: str, old: Catalogue, target: Path) -> None:
    project, texts = settings.project_of(settings.load(root)), _texts(root, language)
    made = translated(texts, project.languages, language, project.name, old)
    before = target.read_bytes() if target.exists() else b""
    target.parent.mkdir(parents=True, exist_ok=True)
    replace_files({target: catalogue_bytes(made, before, datetime.now(UTC))})
    messages = [message for message in made if message.id]
    fuzzy = sum(message.fuzzy for message in messages)
    missing = sum(not message.string for message in messages)
    pairs = [(text, old.held[text.key]) for text in texts if text.key in old.held]
    waiting = sum(is_unimported(each, text.words.get(language, "")) for text, each in pairs)
    told = f"{relative(target, project.root)}: {_count(len(messages))}, {missing} not translated, {fuzzy} fuzzy"
    print(f"{told}, {waiting} not imported" if waiting else told)


def _count(texts: int) -> str:
    return f"{texts} text{'' if texts == 1 else 's'}"


def _edited(path: Path, edits: list[Edit], context: ReadContext) -> bytes:
    """The file with its new words; a problem is noted where they cannot be written there."""
    data = path.read_bytes() if path.exists() else _NEW_WORDS.encode()
    mark = BOM_UTF8 if data.startswith(BOM_UTF8) else b""
    try:
        return mark + with_values(data.removeprefix(mark).decode(), edits).encode()
    except CannotEdit as error:
        message = f"the translations cannot be written here: {error}"
        context.problems.append(Problem(Where(context.name(path)), message, Code.CANNOT_WRITE, "change it by hand"))
        return data
