"""Strict YAML: text scalars, unique keys, no aliases or tags, and a place for every value."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Literal, TypeAlias

import yaml

from factbound.problems import Code, Problem, Where
from factbound.read.prose import HIDDEN

MAX_DEPTH = 20
"""Facts nest five levels deep; twenty leaves room and refuses an attack."""

_QUOTE_INSIDE = re.compile(r"""[:-] +(?:'(?:[^']|'')*'|"(?:[^"\\]|\\.)*") *[^ #,\]}]""")
"""A value that starts with a quotation mark and goes on after the next one."""

Value: TypeAlias = "str | list[Value] | dict[str, Value]"
Path: TypeAlias = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """A YAML file as read: its value, in which every scalar is text, and where each value and key stands."""

    path: str
    value: Value
    places: dict[Path, Where] = field(repr=False)
    keys: dict[Path, Where] = field(repr=False)

    def where(self, *path: str | int) -> Where:
        """Where the value at `path` stands, or the nearest thing around it."""
        while path and path not in self.places:
            path = path[:-1]
        return self.places.get(path, Where(self.path))

    def where_key(self, *path: str | int) -> Where:
        """Where the key at `path` stands, or the nearest thing around it."""
        return self.keys.get(path) or self.where(*path)


@dataclass(frozen=True, slots=True)
class Step:
    """A step of the parser through a text: what starts or ends, and the characters it takes up."""

    kind: Literal["document", "document-end", "scalar", "mapping", "list", "end"]
    start: int
    end: int
    column: int
    """Counted from 0, as the others."""
    value: str = ""
    style: str = ""
    """A scalar's: empty for plain, or ' \" | >."""
    marked: bool = False
    """Whether brackets, --- or ... stand there for it."""


def steps(text: str) -> list[Step]:
    """The steps of the parser through a text that `parse` reads."""
    return [step for event in yaml.parse(text, Loader=yaml.CSafeLoader) if (step := _step(event))]


def _step(event: Any) -> Step | None:
    place = (event.start_mark.index, event.end_mark.index, event.start_mark.column)
    match event:
        case yaml.ScalarEvent():
            return Step("scalar", *place, value=str(event.value), style=event.style or "")
        case yaml.MappingStartEvent():
            return Step("mapping", *place, marked=bool(event.flow_style))
        case yaml.SequenceStartEvent():
            return Step("list", *place, marked=bool(event.flow_style))
        case yaml.CollectionEndEvent():
            return Step("end", *place)
        case yaml.DocumentStartEvent():
            return Step("document", *place, marked=bool(event.explicit))
        case yaml.DocumentEndEvent():
            return Step("document-end", *place, marked=bool(event.explicit))
    return None


class _Refused(Exception):
    def __init__(self, problem: Problem) -> None:
        self.problem = problem


def parse(text: str, path: str, problems: list[Problem], first_line: int = 1) -> Document | None:
    """The one document in `text`, or None with its problem noted; `first_line` is where the text starts in its file."""
    reader = _Reader(text, path, first_line, problems)
    try:
        return reader.document(yaml.parse(text, Loader=yaml.CSafeLoader))
    except _Refused as refused:
        problems.append(refused.problem)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        where = reader.place(mark) if mark else Where(path, first_line)
        problems.append(
            Problem(
                where,
                f"this is not YAML: {error.problem or error.context}",
                Code.YAML_SYNTAX,
                _syntax_hint(text, where, first_line),
            )
        )
    except yaml.reader.ReaderError as error:
        before = text[: error.position] if isinstance(error.position, int) else ""
        where = Where(path, first_line + before.count("\n"), len(before) - before.rfind("\n"))
        problems.append(Problem(where, "a control character has no place in YAML", Code.YAML_SYNTAX, "delete it"))
    return None


def _syntax_hint(text: str, where: Where, first_line: int) -> str | None:
    lines = text.split("\n")
    line = lines[where.line - first_line] if 0 <= where.line - first_line < len(lines) else ""
    if "\t" in line:
        return "indent with spaces, not tabs"
    if line.count(": ") > 1 or "[[" in line or _QUOTE_INSIDE.search(line):
        return "put words that hold a colon or a quotation mark, or that start with [[, between double quotes"
    return "look at the indentation, here and in the line before: the keys of one entry start in one column"


class _Reader:
    """Builds the value from parser events, without recursion in YAML's own composer, so that depth is ours to limit."""

    def __init__(self, text: str, path: str, first_line: int, problems: list[Problem]) -> None:
        self.text = text
        self.path, self.first_line, self.problems = path, first_line, problems
        self.places: dict[Path, Where] = {}
        self.keys: dict[Path, Where] = {}

    def place(self, mark: Any, first: int = 1) -> Where:
        return Where(self.path, mark.line + self.first_line, mark.column + first)

    def spread(self, event: Any) -> Where:
        """Where a text stands: its start and, when it goes over several lines, where each further line starts."""
        start = self.place(event.start_mark, 2 if event.style in {"'", '"'} else 1)
        if event.start_mark.line == event.end_mark.line:
            return start
        raw = self.text[event.start_mark.index : event.end_mark.index]
        return Where(
            start.path, start.line, start.column, tuple(_turns(raw, str(event.value), event.style or "", start.line))
        )

    def document(self, events: Iterator[yaml.Event]) -> Document:
        value: Value = ""
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                if self.places:
                    raise self.refuse(event, "a file holds one document", Code.YAML_FEATURE, "delete the ---")
            elif isinstance(event, yaml.ScalarEvent | yaml.CollectionStartEvent | yaml.AliasEvent):
                value = self.node(event, events, ())
        return Document(self.path, value, self.places, self.keys)

    def node(self, event: yaml.Event, events: Iterator[yaml.Event], path: Path) -> Value:
        if len(path) > MAX_DEPTH:
            raise self.refuse(event, f"nested more than {MAX_DEPTH} levels deep", Code.YAML_LIMIT)
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise self.refuse(
                event,
                "anchors and aliases are not read",
                Code.YAML_FEATURE,
                "write the value where it belongs, or quote it",
            )
        if tag := getattr(event, "tag", None):
            raise self.refuse(
                event, f"the tag {tag} is not read", Code.YAML_FEATURE, "every value is text: delete the tag"
            )
        self.places[path] = self.spread(event) if isinstance(event, yaml.ScalarEvent) else self.place(event.start_mark)
        if isinstance(event, yaml.MappingStartEvent):
            return self.mapping(events, path)
        if isinstance(event, yaml.SequenceStartEvent):
            return self.sequence(events, path)
        assert isinstance(event, yaml.ScalarEvent)
        return self.scalar(event)

    def scalar(self, event: yaml.ScalarEvent) -> str:
        """The text of a scalar; escapes such as \\0 may not bring in what the page cannot show."""
        if hidden := HIDDEN.search(str(event.value)):
            raise self.refuse(
                event,
                f"the character U+{ord(hidden[0]):04X} cannot be seen and has no place here",
                Code.YAML_FEATURE,
                "delete it",
            )
        return str(event.value)

    def sequence(self, events: Iterator[yaml.Event], path: Path) -> Value:
        items: list[Value] = []
        for event in events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            items.append(self.node(event, events, (*path, len(items))))
        return items

    def mapping(self, events: Iterator[yaml.Event], path: Path) -> Value:
        items: dict[str, Value] = {}
        merged = False
        for event in events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            if not isinstance(event, yaml.ScalarEvent):
                raise self.refuse(
                    event,
                    "a key is plain words",
                    Code.YAML_FEATURE,
                    "words in { } or [ ] need double quotes around them",
                )
            key, where = self.scalar(event), self.place(event.start_mark)
            value = self.node(next(events), events, (*path, key))
            if key in items:
                hint = "start the second entry with a hyphen: - id: …" if key == "id" else "delete one of the two"
                message = f'the key "{key}" stands twice, first in line {self.keys[(*path, key)].line}'
                if not merged:
                    self.problems.append(Problem(where, message, Code.DUPLICATE_KEY, hint))
                merged = merged or key == "id"  # two entries run together: every key stands twice, for one reason
                continue
            items[key] = value
            self.keys[(*path, key)] = where
        return items

    def refuse(self, event: yaml.Event, message: str, code: Code, hint: str | None = None) -> _Refused:
        return _Refused(Problem(self.place(event.start_mark), message, code, hint))


_ESCAPE = {"'": re.compile("''"), '"': re.compile(r"\\(x..|u.{4}|U.{8}|.)")}
"""What is typed with several characters and read as one, between quotes."""


def _turns(raw: str, value: str, style: str, first: int) -> Iterator[tuple[int, int, int]]:
    """For each further line of a scalar: how many characters of its value stand before it, its number, its column."""
    start, *lines = raw.split("\n")
    offset, blanks = 0, 0
    joins = False  # whether the line before is one that YAML joins with the next
    if style not in {"|", ">"}:
        offset, joins = _length(start.rstrip(" \t")[len(style) :], style)
    for number, line in enumerate(lines, first + 1):
        content = line.strip(" \t")
        if not content:
            blanks += 1
            continue
        if style in {"|", ">"}:
            offset = max(value.find(content, offset), offset)
        else:
            offset += blanks or joins
        yield offset, number, len(line) - len(line.lstrip(" \t")) + 1
        length, joins = _length(content, style)
        offset, blanks = offset + length, 0


def _length(typed: str, style: str) -> tuple[int, bool]:
    """How long a line of a scalar is as read, and whether a space joins it to the next: none after an escaped end."""
    if style not in _ESCAPE:
        return len(typed), True
    read = _ESCAPE[style].sub("x", typed)
    return (len(read) - 1, False) if style == '"' and read.endswith("\\") else (len(read), True)
