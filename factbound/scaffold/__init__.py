"""Scaffolds: texts to start from: a whole small edition on an invented subject, an entry of each kind, a story.

They are values, a path and its bytes; the command line writes them. The edition's texts are the files in edition/, as
they will stand.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from string import Template

from factbound.read.book import SHELVES
from factbound.tidy.entries import scalar
from factbound.values.slugs import is_slug, near_slug

_HERE = Path(__file__).parent
_HIDDEN = "dot."
"""What stands before the name of a file that will start with a point: git would obey such a file here too."""
_WIDTH = 120
SCHEMAS = "schemas"
"""The folder of an edition that holds the JSON Schemas its files name."""


class Refused(Exception):
    """Why there is nothing to start from: the id is taken, is no id, or there is no such place."""


@dataclass(frozen=True, slots=True)
class Start:
    """A file to write: its path from the edition's root, its text, and the line at which the new part starts."""

    path: str
    text: str = field(repr=False)
    line: int = 1


def edition_files(schemas: Mapping[str, bytes]) -> Iterator[tuple[str, bytes]]:
    """Every file of a new edition, by its path, with the schemas that its files name."""
    home = _HERE / "edition"
    for path in sorted(home.rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts:
            name = path.name.removeprefix("dot") if path.name.startswith(_HIDDEN) else path.name
            yield (path.parent.relative_to(home) / name).as_posix(), path.read_bytes()
    yield from ((f"{SCHEMAS}/{name}", data) for name, data in schemas.items())


SHELF: Mapping[str, str] = {
    "source": "facts/sources.yml",
    "origin": "facts/origins.yml",
    "person": "facts/people.yml",
    "place": "facts/places.yml",
    "measure": "facts/measures.yml",
    "unit": "facts/units.yml",
    "derived": "facts/derived.yml",
    "promise": "facts/promises.yml",
    "correction": "facts/corrections.yml",
    "chart": "content/charts.yml",
}
"""The file that holds the entries of each kind."""


def new_entry(
    kind: str,
    name: str,
    taken: Collection[str],
    languages: tuple[str, ...],
    root: Path,
    file: str,
    told: Mapping[str, str] | None = None,
) -> Start:
    """The file of entries of a kind with one for `name`, in which what is `told` of it is filled in."""
    start = _entry(kind, name, taken, languages, root, file)
    return replace(start, text=_filled(start, told)) if told else start


def new_fact(
    name: str, taken: Collection[str], languages: tuple[str, ...], root: Path, folder: str, file: str
) -> Start:
    """The file `file` in the folder of facts with an entry for the fact `name`; a new file where there is none."""
    stem = file.removeprefix(f"{folder}/").removesuffix(".yml")
    _slug(stem)
    if stem in SHELVES:
        raise Refused(f"{folder}/{stem}.yml holds no facts: name the file of a subject, or a new one")
    return _entry("fact", name, taken, languages, root, f"{folder}/{stem}.yml")


def new_story(place: str, languages: tuple[str, ...], reserved: Collection[str], root: Path) -> Start:
    """A story at `place`, which is LANGUAGE/NAME or LANGUAGE/FOLDER/NAME."""
    language, _, name = place.removesuffix(".md").partition("/")
    if not name:
        raise Refused(f'"{place}" names no place: write LANGUAGE/NAME, such as {languages[0]}/harbour')
    if language not in languages:
        raise Refused(
            f'"{language}" is no language of this edition, which has {", ".join(languages)} (languages: in mkdocs.yml)'
        )
    folder, *_ = parts = name.split("/")
    for part in parts:
        _slug(part)
    if folder in reserved:
        raise Refused(f'a story cannot be called "{folder}": a generated page is called so')
    path = f"content/{language}/{name}.md"
    if (root / path).exists():
        raise Refused(f"{path} is there already")
    return Start(path, _told("story.md", name, languages))


def _entry(kind: str, name: str, taken: Collection[str], languages: tuple[str, ...], root: Path, file: str) -> Start:
    _slug(name)
    if name in taken:
        raise Refused(f'the id "{name}" is taken')
    path = root / file
    schema = "facts" if kind == "fact" else path.stem
    before = _read(path, file) if path.exists() else schema_line(root, schema)
    before += "" if before.endswith("\n") or not before else "\n"
    return Start(file, before + _told(f"{kind}.yml", name, languages), before.count("\n") + 1)


def _read(path: Path, name: str) -> str:
    if not path.is_file():
        raise Refused(f"{name} is no file that can be read: put the file itself there")
    try:
        return path.read_text("utf-8")
    except UnicodeDecodeError:
        raise Refused(f"{name} is not UTF-8: mend it first, as check says") from None


def _filled(start: Start, told: Mapping[str, str]) -> str:
    """The text of a file whose new entry says what is told of it; the comments beside stay where they stand."""
    lines = start.text.splitlines(keepends=True)
    for n in range(start.line - 1, len(lines)):
        match = re.match(r"  (?:# )?(\w+): +#", lines[n])
        if match and match[1] in told:
            note = lines[n][match.end() - 1 :]
            lines[n] = f"{f'  {match[1]}: {scalar(told[match[1]])}':<40}{note}"
            if len(lines[n]) > _WIDTH:
                lines[n] = f"  {match[1]}: {scalar(told[match[1]])}\n"
    return "".join(lines)


def _slug(name: str) -> None:
    if not is_slug(name):
        near = near_slug(name)
        raise Refused(
            f'"{name}" is not an id: a-z, 0-9 and single hyphens, starting with a '
            f"letter{f', such as {near}' if near else ''}"
        )


def schema_line(root: Path, schema: str) -> str:
    """The comment that names the schema of a file in facts/, where the edition has one."""
    return (
        f"# yaml-language-server: $schema=../{SCHEMAS}/{schema}.json\n"
        if (root / SCHEMAS / f"{schema}.json").exists()
        else ""
    )


def _told(template: str, name: str, languages: tuple[str, ...]) -> str:
    """The text of a scaffold for this id; a line with $language stands there once for each of the languages."""
    lines = (_HERE / "entries" / template).read_text("utf-8").splitlines(keepends=True)
    return "".join(
        Template(line).substitute(id=name, language=language)
        for line in lines
        for language in (languages if "$language" in line else languages[:1])
    )
