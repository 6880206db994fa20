"""Start something new: an edition, an entry, a story, and the schemas that help to write them."""

import argparse
from collections.abc import Collection, Mapping
from pathlib import Path

from factbound import edition, scaffold
from factbound.commands import OK, proving
from factbound.mkdocs import settings
from factbound.problems import did_you_mean
from factbound.project import Project, config_file, real
from factbound.publish.locks import alone
from factbound.publish.swap import staged, swap
from factbound.publish.target import look_at_file, not_for
from factbound.publish.writing import replace_file, replace_files, write
from factbound.read.book import LOCK
from factbound.read.content import read_declared
from factbound.read.context import ReadContext, relative
from factbound.read.interface_words import default_words
from factbound.read.lock import lock_text
from factbound.read.schemas import is_schema, schemas
from factbound.read.stories import RESERVED
from factbound.values.slugs import is_slug
from factbound.values.units import BUILT_IN_UNITS


def new_edition(options: argparse.Namespace, root: Path) -> int:
    """Write a whole small edition."""
    folder: Path = options.folder
    place = real(folder)
    if fault := not_for(place, (root, *_sources(root)) if config_file(root).is_file() else ()):
        raise scaffold.Refused(f"{folder} {fault}: an edition starts in a folder of its own")
    if place.exists() and not place.is_dir():
        raise scaffold.Refused(f"{folder} is no folder: an edition starts in a folder of its own")
    _look_at_empty(place)
    with staged(place, put=_put_where_none_is) as stage:
        for path, data in scaffold.edition_files({}):
            write(stage, path, data)
        project = settings.project_of(settings.load(stage))
        for name, data in _schemas(project).items():
            write(stage, f"{scaffold.SCHEMAS}/{name}", data)
        lock = edition.verify(project, stage / "archive", proving.today())
        replace_file(stage / "facts" / LOCK, lock_text(lock).encode())
    print(
        f"{folder}: an edition of {len(lock.texts)} articles and {len(lock.readings)} readings; its README.md says "
        "how to go on"
    )
    return OK


def _look_at_empty(folder: Path) -> None:
    if folder.is_dir() and any(folder.iterdir()):
        raise scaffold.Refused(f"{folder} is not empty: an edition starts in a folder of its own")


def _put_where_none_is(new: Path, folder: Path) -> None:
    """Put a new edition in its place, if nobody else has meanwhile."""
    _look_at_empty(folder)
    swap(new, folder)


def new_entry(options: argparse.Namespace, root: Path) -> int:
    """Write an entry to fill in: a source, a fact, a person, a chart …"""
    config = settings.load(root)
    project = settings.project_of(config)
    charts = settings.charts_file(config) if settings.is_hosted(config) else None
    with alone(project.facts):
        return _write_start(_entry(options, root, project, charts), root)


def _entry(options: argparse.Namespace, root: Path, project: Project, charts: Path | None) -> scaffold.Start:
    """The entry that is asked for, in the file as it is now; a site with a theme of its own has `charts` elsewhere, and
    facts where it says."""
    facts = relative(project.facts, root)
    manuscript = edition.read(project)
    book, name = manuscript.book, options.id
    content = read_declared(charts, project.languages[0], ReadContext(root)) if charts else manuscript.content
    figures = {*book.facts, *book.derived, *book.broken}
    taken: Mapping[str, Collection[str]] = {
        "source": {*book.sources, *book.broken},
        "origin": {*book.origins, *book.broken},
        "person": {*book.people, *book.broken},
        "place": {*book.places, *book.broken},
        "measure": {*book.measures, *book.broken},
        "unit": {*book.units, *book.broken, *BUILT_IN_UNITS},
        "fact": figures,
        "derived": figures,
        "promise": {*book.promises, *book.broken},
        "chart": {*content.charts, *content.broken},
        "correction": (),
    }
    if options.thing == "fact":
        file = options.file or name
        return scaffold.new_fact(name, taken["fact"], project.languages, root, facts, file)
    if options.thing == "correction" and name not in figures:
        raise scaffold.Refused(f'there is no figure "{name}"; {did_you_mean(name, figures) or "explain ID tells one"}')
    told = _told_by_text(options.archive, root, name) if options.thing == "source" else {}
    shelf = scaffold.SHELF[options.thing].replace("facts/", f"{facts}/")
    file = relative(charts, root) if charts and options.thing == "chart" else shelf
    return scaffold.new_entry(options.thing, name, taken[options.thing], project.languages, root, file, told)


def _told_by_text(archive: Path | None, root: Path, name: str) -> dict[str, str]:
    """What the archived text of a new source tells of it; nothing where there is none, Refused where one was named."""
    from factbound.desk.intake import draft, found_in  # brings what reads pages and PDFs

    path = (archive or root / "archive") / f"{name}.txt"
    if archive and is_slug(name) and not path.is_file():
        raise scaffold.Refused(f"{path} is no file: put the text there, or leave --archive out")
    if not is_slug(name) or not path.is_file():
        return {}
    found = found_in(path.name, path.read_bytes())
    entry = draft(found, path.name, (), ())
    told = {"language": str(entry["language"]), "paragraphs": str(len(found.paragraphs))}
    return told | ({"title": str(entry["title"])} if "title" in entry else {})


def new_story(options: argparse.Namespace, root: Path) -> int:
    """Write a story to fill in."""
    config = settings.load(root)
    project = settings.project_of(config)
    if settings.is_hosted(config):
        raise scaffold.Refused(
            f"a page of this site is a file in {relative(Path(config.docs_dir), root)}/, as any other"
        )
    with alone(project.facts):
        return _write_start(scaffold.new_story(options.place, project.languages, RESERVED, root), root)


def _write_start(start: scaffold.Start, root: Path) -> int:
    path = root / start.path
    path.parent.mkdir(parents=True, exist_ok=True)
    replace_file(path, start.text.encode())
    print(f"{start.path}:{start.line}: fill it in; check says what is missing")
    return OK


def write_schemas(options: argparse.Namespace, root: Path) -> int:
    """Write the JSON Schemas of the YAML files."""
    folder: Path = options.output or root / scaffold.SCHEMAS
    written = _schemas(None if options.general else settings.project_of(settings.load(root)))
    for name in written:
        look_at_file(folder / name, _sources(root), "schema", is_schema)
    folder.mkdir(parents=True, exist_ok=True)
    replace_files({folder / name: data for name, data in written.items()})
    print(f"{relative(folder, root)}: {len(written)} schemas")
    return OK


def _sources(root: Path) -> tuple[Path, ...]:
    """What no schema may lie in; an mkdocs.yml that cannot be used names no more folders than an edition has."""
    return root, root / "facts", root / "content", root / "templates"


def _schemas(project: Project | None) -> dict[str, bytes]:
    """The schemas, with the choices of an edition where there is one."""
    return schemas(default_words("en", []), settings.options(), edition.choices(project) if project else None)
