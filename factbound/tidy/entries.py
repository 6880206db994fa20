"""One entry of a file written anew, or one value of it, with every other byte kept as it was."""

import re
from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias

from factbound.problems import Problem
from factbound.read.strict_yaml import Path, Value, parse
from factbound.tidy.folding import quoted
from factbound.tidy.layout import BLANK, Group, Item, Layout, Node, Remark, Scalar, layout
from factbound.tidy.printing import STEP, item_lines

Written: TypeAlias = "str | Sequence[Written] | Mapping[str, Written]"
"""What is to be written: texts, lists, and mappings in the order of their keys."""

_PLAIN = re.compile(r"[A-Za-z0-9]([A-Za-z0-9_ ./~+-]*[A-Za-z0-9_./~+-])?|https?://[^\s,\[\]{}#\"']+[^\s,\[\]{}#\"':]")
"""What is typed without quotation marks: ids, dates, quantities, plain words, addresses."""


class CannotEdit(ValueError):
    """Why a text cannot be changed in one place: strict_yaml refuses it, or it has no such place."""


def with_entry(text: str, entry: Mapping[str, Written], after: str = "") -> str:
    """The text of a list of entries with one more: after the one whose id is `after`, or at its end.

    >>> print(with_entry("- id: lamp  # lit\\n", {"id": "wick", "name": {"en": "A wick", "fr": "Une mèche"}}), end="")
    - id: lamp  # lit
    - id: wick
      name:
        en: A wick
        fr: "Une mèche"
    """
    file, value, plain = _read(text)
    item = Item(_node(entry))
    if file.root is None or value == []:
        start = file.root.start if file.root else len(plain.rstrip("\n"))
        end = file.root.end if file.root else start
        gap = "\n" if plain[:start] and plain[start - 1] != "\n" else ""
        return _kept(text, plain, start, end, gap + "\n".join(item_lines(item, 0)), [_value(entry)])
    if not isinstance(file.root, Group) or file.root.flow or not isinstance(value, list):
        raise CannotEdit("this is no list with a hyphen before each entry")
    position = len(value) - 1
    if after:
        position = next((n for n, one in enumerate(value) if isinstance(one, dict) and one.get("id") == after), -1)
    if position < 0:
        raise CannotEdit(f'there is no entry "{after}"')
    spaced = position and file.root.items[position].above[:1] == [Remark(BLANK)]
    lines = ["", *([BLANK] if spaced else []), *item_lines(item, file.root.column)]
    end = file.root.items[position].end
    return _kept(
        text, plain, end, end, "\n".join(lines), [*value[: position + 1], _value(entry), *value[position + 1 :]]
    )


def with_value(text: str, at: Path, value: Written, after: str = "") -> str:
    """The text with another value at `at`, or with one more: a new key, or the number that follows a list's last.

    A new key stands after the key `after`, or at the end. What stands in brackets is written in lines of its own.

    >>> print(with_value("- id: lamp\\n  name: {en: A lamp}  # named\\n", (0, "name", "fr"), "Une lampe"), end="")
    - id: lamp
      name:  # named
        en: A lamp
        fr: Une lampe
    """
    return with_values(text, [(at, value, after)])


Edit: TypeAlias = tuple[Path, Written, str]
"""A place, what is to stand there, and the key that a new key follows."""


def with_values(text: str, edits: Sequence[Edit]) -> str:
    """The text with several values, each as `with_value` would write it; a text of comments alone becomes a mapping.

    >>> print(with_values("- id: lamp\\n", [((0, "name"), "A lamp", "id"), ((0, "at"), "50 5", "")]), end="")
    - id: lamp
      name: A lamp
      at: 50 5
    """
    left = list(edits)
    while left:
        text, left = _round(text, left)
    return text


def _round(text: str, edits: list[Edit]) -> tuple[str, list[Edit]]:
    """The text with those of the edits that touch no characters of one before, and the others."""
    file, expected, plain = _read(text)
    spans: list[tuple[int, int, str]] = []
    later: list[Edit] = []
    for edit in edits:
        at, value, after = edit
        if not at:
            later.append(edit)
            continue
        told = _changed(expected, at, _value(value), after)
        span = _span(file, plain, edit)
        if any(span[0] <= end and start <= span[1] for start, end, _ in spans):
            later.append(edit)
            continue
        expected = told
        spans.append(span)
    if not spans:
        raise CannotEdit("there is no such place")
    first, last = min(start for start, _, _ in spans), max(end for _, end, _ in spans)
    put, position = "", first
    for start, end, words in sorted(spans):
        put += plain[position:start] + words
        position = end
    return _kept(text, plain, first, last, put, expected), later


def _span(file: Layout, plain: str, edit: Edit) -> tuple[int, int, str]:
    """The characters of a text that an edit takes away, and what it puts there."""
    at, value, after = edit
    if file.root is None:
        if not isinstance(at[0], str):
            raise CannotEdit("there is no such place")
        end = len(plain.rstrip("\n"))
        lines = item_lines(Item(_node(_nested(at[1:], value)), _scalar(at[0])), 0)
        return end, len(plain), "\n".join([*([""] if end else []), *lines])
    node: Node = file.root
    unit: Item | None = None
    for depth, step in enumerate(at):
        found = _found(node, step)
        if isinstance(node, Scalar) or (found is None and (node.flow or not node.items)):
            break
        if found is None:
            return _inserted(node, step, _node(_nested(at[depth + 1 :], value)), after)
        if not node.flow:
            unit = found
        elif depth == 0:
            raise CannotEdit("this is no list with a hyphen before each entry")
        node = found.value
    if unit is None:
        raise CannotEdit("there is no such place")
    depth = _depth_of(file.root, unit, at)
    unit.value = _replaced(unit.value, at[depth + 1 :], value, after)
    unit.above = []
    column = unit.start - plain.rfind("\n", 0, unit.start) - 1
    lines = item_lines(unit, column if unit.key else column - STEP)
    return unit.start, unit.end, "\n".join([lines[0][column:], *lines[1:]])


def _read(text: str) -> tuple[Layout, Value, str]:
    """The layout of a text, its value, and the text with \\n at the ends of its lines."""
    plain = text.replace("\r\n", "\n")
    if "\r" in plain or ("\r\n" in text and text.count("\r\n") != plain.count("\n")):
        raise CannotEdit("its lines end in more than one way")
    problems: list[Problem] = []
    document = parse(plain, "", problems)
    if document is None or problems:
        raise CannotEdit(problems[0].message)
    return layout(plain), document.value, plain


def _kept(text: str, plain: str, start: int, end: int, put: str, expected: Value) -> str:
    """The text with `put` from `start` to `end`; it reads as `expected`, or the text cannot be edited in this place."""
    told = f"{plain[:start]}{put}{plain[end:]}"
    told += "" if told.endswith("\n") else "\n"
    problems: list[Problem] = []
    document = parse(told, "", problems)
    if document is None or problems or document.value != expected:
        raise CannotEdit("this place cannot be written without changing another")
    return told.replace("\n", "\r\n") if "\r\n" in text else told


def _inserted(group: Group, step: str | int, node: Node, after: str) -> tuple[int, int, str]:
    """Where a new item stands at the end of a group in lines of its own, or after one of its keys, and its lines."""
    last = next((item for item in group.items if after and item.key and item.key.value == after), group.items[-1])
    item = Item(node, _scalar(str(step)) if group.mapping else None)
    return last.end, last.end, "\n".join(["", *item_lines(item, group.column)])


def _depth_of(root: Node, unit: Item, at: Path) -> int:
    node: Node = root
    for depth, step in enumerate(at):
        found = _found(node, step)
        if found is unit:
            return depth
        assert found
        node = found.value
    raise AssertionError("the unit was found on this way")


def _found(node: Node, step: str | int) -> Item | None:
    if isinstance(node, Scalar):
        return None
    if isinstance(step, int):
        return node.items[step] if not node.mapping and 0 <= step < len(node.items) else None
    return next((item for item in node.items if item.key and item.key.value == step), None)


def _replaced(node: Node, way: Path, value: Written, after: str) -> Node:
    """The node with the value put at the end of `way`; what is remarked around it stays."""
    if not way:
        return _node(value)
    found = _found(node, way[0])
    if found:
        found.value = _replaced(found.value, way[1:], value, after)
        return node
    fresh = Item(_node(_nested(way[1:], value)), _scalar(way[0]) if isinstance(way[0], str) else None)
    if isinstance(node, Scalar):
        return Group([fresh], isinstance(way[0], str), flow=True)
    position = next(
        (n + 1 for n, item in enumerate(node.items) if after and item.key and item.key.value == after), len(node.items)
    )
    node.items.insert(position, fresh)
    return node


def _nested(way: Path, value: Written) -> Written:
    """The value inside the mappings and lists that lead to it."""
    for step in reversed(way):
        value = {step: value} if isinstance(step, str) else [value]
    return value


def _changed(before: Value, at: Path, value: Value, after: str) -> Value:
    """What a value is once another stands at `at`."""
    if not at:
        return value
    step, way = at[0], at[1:]
    if before == "" or (isinstance(before, dict | list) and not before):
        before = {} if isinstance(step, str) else []
    if isinstance(before, list) and isinstance(step, int) and 0 <= step <= len(before):
        return [
            *before[:step],
            _changed(before[step] if step < len(before) else "", way, value, after),
            *before[step + 1 :],
        ]
    if not isinstance(before, dict) or not isinstance(step, str):
        raise CannotEdit("there is no such place")
    if step in before or after not in before:
        return {**before, step: _changed(before.get(step, ""), way, value, after)}
    items: dict[str, Value] = {}
    for key, one in before.items():
        items[key] = one
        if key == after:
            items[step] = _changed("", way, value, after)
    return items


def _value(written: Written) -> Value:
    match written:
        case str():
            return written
        case Mapping():
            return {key: _value(one) for key, one in written.items()}
        case _:
            return [_value(one) for one in written]


def _node(written: Written) -> Node:
    """A value as it is typed: in lines of its own or, where it is a short list of words, in brackets."""
    match written:
        case str():
            return _scalar(written)
        case Mapping():
            return Group([Item(_node(value), _scalar(key)) for key, value in written.items()], mapping=True, flow=True)
        case _:
            return Group([Item(_node(value)) for value in written], flow=True)


def scalar(text: str) -> str:
    """A text as it is typed in YAML: as it is, or in quotes where it would not be read as itself."""
    return text if _PLAIN.fullmatch(text) else quoted(text)


def _scalar(text: str) -> Scalar:
    raw: Any = scalar(text)
    return Scalar(text, raw, "" if raw == text else '"')
