"""The finished site, searched before it is published: no token of ours may leave, and no mention as it was typed."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import AnyStr

from factbound.host.views import MARK
from factbound.problems import Code, Problem, Where
from factbound.publish.swap import files_below
from factbound.read.markdown import CODE, mentions_in
from factbound.read.prose import MENTION

_PAGES = (".html", ".htm")
_TEXTS = (*_PAGES, ".xml", ".json", ".txt", ".md", ".rss", ".atom")
_TOKEN = re.compile(
    rb"(?:\xee\x80\x80|\\ue000|&#57344;|&#xe000;)[0-9]+(?:\xee\x80\x81|\\ue001|&#57345;|&#xe001;)", re.IGNORECASE
)
"""A token, as UTF-8, JSON or HTML writes it."""
_SIGNS = (
    (b"\xee", b"\x80\x80"),
    (b"\\", (b"ue000", b"UE000", b"uE000", b"Ue000")),
    (b"&", (b"#57344", b"#xe000", b"#XE000", b"#xE000", b"#Xe000")),
)
"""How a token begins."""
_MARK = re.compile(MARK.pattern.encode())
_HTML_CODE = re.compile(
    r"<(code|pre|kbd|samp|var|script|style|textarea)\b.*?</\1\s*>|<!--.*?-->", re.DOTALL | re.IGNORECASE
)
_ESCAPED = re.compile(rf"\\{MENTION.pattern}")
_HINT = "a plugin or an extension brought it in when the page was read already; docs/plugin.md says what goes together"


@dataclass(slots=True)
class Typed:
    """The mentions that stand in a site's Markdown, as they were typed."""

    printed: set[str] = field(default_factory=set)
    escaped: set[str] = field(default_factory=set)
    """Those behind a backslash, which are printed as they stand, as are those in code."""
    code: set[str] = field(default_factory=set)

    def note(self, text: str) -> None:
        """Read a page's Markdown, or a text of its front matter."""
        if "[[" in text:
            self.printed.update(match[0] for match in mentions_in(text))
            self.escaped.update(match[0][1:] for match in _ESCAPED.finditer(text))
            self.code.update(match[0] for code in CODE.finditer(text) for match in MENTION.finditer(code[0]))


def leavings(folder: Path, typed: Typed, ours: Callable[[re.Match[str]], bool]) -> Iterator[Problem]:
    """What must not leave, in the files of a site; marks are taken out of them. A [[…]] that is one of `ours` should
    have been printed; in files that are no pages only if it is typed outside of code somewhere in the site."""
    for name in files_below(folder):
        if not name.endswith(_TEXTS):
            continue
        with open(f"{folder}/{name}", "rb", buffering=0) as file:  # noqa: PTH123  a third of the time of a path's way
            data = file.read()
        if holds(data, b"!", (b"--fb:", b"--/fb:")):  # of words that somebody took out of a page while it was others'
            (folder / name).write_bytes(data := _MARK.sub(b"", data))
        if any(holds(data, *sign) for sign in _SIGNS) and _TOKEN.search(data):
            yield Problem(Where(name), "a sign in place of a figure would be published", Code.BAD_MENTION, _HINT)
        if holds(data, b"[", b"["):
            yield from _raw(name, data.decode("utf-8", "replace"), typed, ours)


def holds(text: AnyStr, sign: AnyStr, behind: AnyStr | tuple[AnyStr, ...]) -> bool:
    """Whether something stands right behind a sign somewhere. A sign of one character that is rare is found in a tenth
    of the time in which two are."""
    at = text.find(sign)
    while at >= 0:
        if text.startswith(behind, at + 1):
            return True
        at = text.find(sign, at + 1)
    return False


def _raw(name: str, text: str, typed: Typed, ours: Callable[[re.Match[str]], bool]) -> Iterator[Problem]:
    page = name.endswith(_PAGES)
    for match in MENTION.finditer(_HTML_CODE.sub("", text) if page else text):
        source = match[0]
        late = page or (source in typed.printed and source not in typed.code)
        if late and source not in typed.escaped and ours(match):
            yield Problem(Where(name), f'"{source}" would be published as it was typed', Code.BAD_MENTION, _HINT)
            return
