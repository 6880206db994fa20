"""Markdown: words as a reader of plain text meets them: links, lists, tables and footnotes.

Source: CommonMark 0.31; tables and footnotes as GitHub Flavored Markdown has them.
"""

import re
from collections.abc import Iterable, Sequence

_PLAIN = str.maketrans(
    {
        **{character: f"\\{character}" for character in "\\`*_[]"},
        "<": "&lt;",
        "|": "&#124;",
        "\n": " ",
        "\r": " ",
        "\t": " ",
    }
)
_REFERENCE = re.compile(r"&(?=#?[0-9A-Za-z]+;)")
"""What would be read as the name of a character."""
_FIRST = re.compile(r"^( *)([-+](?: |$)|>|#{1,6}(?: |$)|-+ *$|~~~)")
_NUMBERED = re.compile(r"^( *[0-9]{1,9})([.)](?: |$))")
_LAST = re.compile(r"((?:^| )#*)(#) *$")
"""What would make a quotation, a point, a heading or a line of what starts with it, and what would end a heading."""
_ODD = re.compile(r"[ ()]")


def plain(words: str) -> str:
    r"""Words that mean themselves in Markdown, in one line, wherever in it they stand.

    >>> print(plain("1. [lamps] cost *more*"))
    1\. \[lamps\] cost \*more\*
    """
    told = _REFERENCE.sub("&amp;", words).translate(_PLAIN).replace("~~", r"\~\~")
    return _LAST.sub(r"\1\\\2", _NUMBERED.sub(r"\1\\\2", _FIRST.sub(r"\1\\\2", told)))


def link(words: str, href: str) -> str:
    """A link; an address with spaces or brackets is put between angle brackets.

    >>> link("a lamp", "../a lamp.svg")
    '[a lamp](<../a lamp.svg>)'
    """
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
