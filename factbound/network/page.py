"""A page: what an answer says in HTML, as text, lines and what the page tells about itself."""

import codecs
import json
import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from itertools import islice, takewhile

from factbound.network.fetching import Answer

_BLOCKS = re.compile(
    r"address|article|aside|blockquote|body|br|caption|dd|details|dialog|div|dl|dt|fieldset|figcaption|figure|footer|form|h1|h2|h3|h4|h5|h6|"
    r"head|header|hr|html|li|main|nav|ol|option|p|pre|section|summary|table|tbody|td|tfoot|th|thead|title|tr|ul"
)
"""Elements that begin a line of their own. Source: HTML Standard, section 15.3, what is rendered as a block, and cells
and breaks."""
_TEXTS = frozenset({"text/html", "application/xhtml+xml", "text/plain"})
_FREE = frozenset({"isaccessibleforfree", "schema:isaccessibleforfree"})
_UNSEEN = frozenset({"script", "style", "template"})
_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


@dataclass(frozen=True, slots=True)
class Page:
    """A page as its HTML has it: lines of words as they stand on it, its language, its `meta` values and its JSON-LD
    objects."""

    lines: tuple[str, ...] = field(repr=False)
    language: str | None
    meta: dict[str, str]
    things: tuple[dict[str, object], ...]
    """Every object of its JSON-LD, those inside others too."""

    @property
    def for_subscribers(self) -> bool:
        """Whether its JSON-LD says that it is not free to read. Source: schema.org, isAccessibleForFree; some write the
        value as text."""
        said = [
            str(value).casefold() for thing in self.things for name, value in thing.items() if name.casefold() in _FREE
        ]
        return any(value.rpartition("/")[2] == "false" for value in said)


def is_text(answer: Answer) -> bool:
    """Whether it is a page of text, and not a PDF or a picture."""
    return answer.headers.get_content_type() in _TEXTS


def text_of(answer: Answer) -> str:
    """An answer's text."""
    return decoded(answer.body, str(answer.headers.get_content_charset("")), whole=answer.whole)


def decoded(body: bytes, charset: str = "", *, whole: bool = True) -> str:
    """The text of a page. A byte order mark counts first; what is valid UTF-8 is read as that, whatever is declared;
    then the `charset` that was declared with it, and the page's own; then windows-1252, which is what undeclared pages
    mean. Source: WHATWG Encoding Standard."""
    for mark, name in _BOMS:
        if body.startswith(mark):
            return body.decode(name, "replace")
    declared = re.search(rb"<meta[^>]+charset=[\"']?([\w-]+)", body[:2048], re.IGNORECASE)
    for name in ("utf-8", charset, declared[1].decode() if declared else "", "windows-1252"):
        try:
            if name:
                return body.decode(name)
        except (UnicodeDecodeError, LookupError):
            if name == "utf-8" and not whole and (cut := _valid_but_for_its_end(body)) is not None:
                return cut
    return body.decode("windows-1252", "replace")


def _valid_but_for_its_end(body: bytes) -> str | None:
    """The text of UTF-8 that was cut within a character; None when it is no UTF-8."""
    try:
        return codecs.getincrementaldecoder("utf-8")().decode(body)
    except UnicodeDecodeError:
        return None


_MOST = 30_000
"""The most signs that begin or end an element of a page, and ten times the most attributes of one. The longest articles
have thousands and dozens, and what reads a page may take a time that grows by their square."""
_ATTRIBUTE = re.compile(r"""[^\s/>=]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>"'][^\s>]*))?|>""")
"""An attribute of an element, or the element's end."""


def is_bounded(html: str) -> bool:
    """Whether a page is no longer made than pages are, so that reading it ends soon."""
    if html.count("<") > _MOST:
        return False
    for tag in re.finditer(r"<[a-z][^<]{10000,}", html, re.IGNORECASE):
        inside = takewhile(lambda found: found[0] != ">", _ATTRIBUTE.finditer(tag[0]))
        if next(islice(inside, _MOST // 10, None), None):
            return False
    return True


def read_page(html: str) -> Page:
    """The page that this HTML makes."""
    reader = _Reader()
    reader.feed(
        html.replace("<![", "<! [")
    )  # what XML calls a marked section is a comment in HTML; Python's parser stumbles over it
    reader.close()
    lines = tuple(line for text in "".join(reader.text).split("\n") if (line := " ".join(text.split())))
    return Page(
        lines, reader.language, reader.meta, tuple(thing for source in reader.sources for thing in _things(source))
    )


class _Reader(HTMLParser):
    """Collects what a page holds."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.text: list[str] = []
        self.language: str | None = None
        self.meta: dict[str, str] = {}
        self.sources: list[str] = []
        self._unseen: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if tag in _UNSEEN:
            self._unseen = "ld+json" if values.get("type", "").lower() == "application/ld+json" else tag
            self.sources += [""] if self._unseen == "ld+json" else []
        elif tag == "html":
            self.language = values.get("lang") or None
        elif tag == "meta" and (name := values.get("property") or values.get("name")):
            self.meta.setdefault(name.lower(), values.get("content", "").strip())
        if _BLOCKS.fullmatch(tag):
            self.text.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in _UNSEEN:
            self._unseen = None
        if _BLOCKS.fullmatch(tag):
            self.text.append("\n")

    def handle_data(self, data: str) -> None:
        if self._unseen is None:
            self.text.append(re.sub(r"\s", " ", data))
        elif self._unseen == "ld+json":
            self.sources[-1] += data


def _things(source: str) -> Iterator[dict[str, object]]:
    """The objects of a piece of JSON-LD, nested ones too; none when it is not JSON."""
    try:
        waiting: deque[object] = deque([json.loads(source, strict=False)])
    except (ValueError, RecursionError):
        return
    while waiting:
        match waiting.popleft():
            case dict() as thing:
                yield thing
                waiting += thing.values()
            case list() as several:
                waiting += several
