"""Markdown: words as a reader of plain text meets them: links, lists, tables and footnotes.

Source: CommonMark 0.31; tables and footnotes as GitHub Flavored Markdown has them.
"""

import re
from collections.abc import Iterable, Sequence

_PLAIN = str.maketrans(
    {**{character: f"\\{character}" for character in "\\`*_[]"}, "<": "&lt;", "|": "&#124;", "\n": " ", "\r": " ", "\t": " "}
)
_ODD = re.compile(r"[ ()]")


def plain(words: str) -> str:
    """Words that mean themselves in Markdown, in one line."""
    return words.translate(_PLAIN)


def link(words: str, href: str) -> str:
    """A link; an address with spaces or brackets is put between angle brackets."""
    return f"[{plain(words)}]({f'<{href}>' if _ODD.search(href) else href})"


def bullets(lines: Iterable[str]) -> str:
    """A list; nothing when there is no line."""
    return "\n".join(f"- {line}" for line in lines)


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table of cells that are Markdown already."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def footnote(number: int) -> str:
    """The mark of a footnote."""
    return f"[^{number}]"


def document(parts: Iterable[str]) -> str:
    """The parts that hold something, an empty line between them."""
    return "\n\n".join(part for part in parts if part) + "\n"
