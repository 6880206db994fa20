"""A text over lines: how a plain or quoted scalar is broken at spaces, so that YAML reads the very same text again."""

import json
import re

WIDTH = 120
"""The longest line; only a single word may be longer."""

_SPACE = re.compile(r"(?<=[^ \t]) (?=[^ \t])")
_NO_START = re.compile(r"[-?:#]")
"""What a continued line does not start with, though YAML would read it: it looks like an item, a key or a comment."""
_BREAKS = str.maketrans({"\x85": "\\N", "\u2028": "\\L", "\u2029": "\\P"})
"""What YAML takes for the end of a line, as it is written between double quotes."""


def paragraphs(raw: str) -> list[str]:
    """The lines of a plain or quoted scalar, joined as YAML joins them; an empty one stands for a kept line end.

    >>> paragraphs("'one\\n  line\\n\\n  another'")
    ["'one line", '', "another'"]
    """
    first, *others = raw.split("\n")
    if not others:
        return [raw]
    lines = [first.rstrip(" \t"), *(line.strip(" \t") for line in others[:-1]), others[-1].lstrip(" \t")]
    told: list[str] = []
    joins = False
    for line in lines:
        if not line:
            told.append("")
            joins = False
        elif joins:
            told[-1] += f" {line}"
        else:
            told.append(line)
            joins = True
    return told


def one_line(raw: str, style: str, value: str) -> str | None:
    """The scalar typed in one line; None where it holds an end of line that only lines can tell."""
    if style == '"' and re.search(r"\\[ \t\n]", raw):
        return quoted(value)
    found = paragraphs(raw)
    return found[0] if len(found) == 1 else quoted(value) if style == '"' else None


def quoted(value: str) -> str:
    """The text between double quotes, in one line."""
    return json.dumps(value, ensure_ascii=False).translate(_BREAKS).replace("\x7f", "\\x7F")


def folded(text: str, first: int, indent: int) -> list[str]:
    """A line of a scalar, broken so that none is longer than WIDTH; it starts in column `first`, others in `indent`."""
    lines: list[str] = []
    start, room = 0, WIDTH - first
    while len(text) - start > room:
        stops = [m.start() for m in _SPACE.finditer(text, start) if _may_break(text, m.start())]
        fitting = [stop for stop in stops if stop - start <= room]
        if not stops:
            break
        stop = fitting[-1] if fitting else stops[0]
        lines.append(text[start:stop])
        start, room = stop + 1, WIDTH - indent
    return [*lines, text[start:]]


def _may_break(text: str, at: int) -> bool:
    return text[at - 1] != "\\" and not _NO_START.match(text, at + 1)
