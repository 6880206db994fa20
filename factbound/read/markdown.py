"""Markdown: the body of a story, with its mentions, headings, links and bare numbers.

Nothing here knows the facts: names are resolved in assembly, spelled in views.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache, cached_property, lru_cache
from html import unescape
from html.parser import HTMLParser
from typing import Literal

import markdown
from markdown.extensions.toc import slugify

from factbound.problems import Code, Problem, Where
from factbound.read.gate import numerals, numerals_once
from factbound.read.prose import (
    BLOCKS,
    HIDDEN,
    MENTION,
    TOKEN,
    TOKEN_CLOSE,
    TOKEN_OPEN,
    BareNumber,
    Mention,
    mention_of,
    misreadings,
    word_too_long,
)

EXTENSIONS = ("tables", "admonition", "def_list", "sane_lists", "fenced_code", "toc")
"""The Markdown that stories may use; a closed set, so that a story reads the same for everyone."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of a body: its level, anchor and text, in which tokens stand for mentions."""

    level: int
    anchor: str
    text: str


@dataclass(frozen=True, slots=True)
class Link:
    """A link to a file of the edition, as typed."""

    target: str
    where: Where


@dataclass(frozen=True, slots=True)
class Body:
    """A story's Markdown, rendered, with tokens where its mentions stand."""

    html: str
    mentions: tuple[Mention, ...]
    bare: tuple[BareNumber, ...]
    headings: tuple[Heading, ...] = ()
    links: tuple[Link, ...] = field(default=())
    markdown: str = ""
    """The Markdown itself, with the same tokens."""


# --- Bodies ----------------------------------------------------------------------------------------------------------


@cache
def _converter() -> markdown.Markdown:
    """Markdown with our extensions and without HTML."""
    converter = markdown.Markdown(
        extensions=list(EXTENSIONS), extension_configs={"toc": {"slugify": _anchor}}, output_format="html"
    )
    for registry, name in ((converter.preprocessors, "html_block"), (converter.inlinePatterns, "html")):
        registry.deregister(name)
    return converter


@dataclass(frozen=True, slots=True)
class Typed:
    """Markdown as typed, and the same with a token in place of each [[…]], ready to be rendered."""

    text: str
    source: str
    matches: tuple[re.Match[str], ...]
    path: str
    first_line: int


def body(text: str, language: str, path: str, first_line: int, problems: list[Problem]) -> Body:
    """A story's Markdown `text`, which starts in `first_line` of its file, rendered and read; bad mentions are noted.

    Numbers are looked for in what Markdown makes of the text, so that entities, emphasis inside a number or an unusual
    code block cannot hide one; the place is then found in the source.
    """
    if beyond := _beyond(text, path, first_line):
        problems.append(beyond)
        return Body("", (), ())
    page = typed(text, path, first_line, problems)
    told = rendered(page, _ALIGNED.sub(r'\1 class="\2"', _converter().reset().convert(page.source)), language, problems)
    places = _Places(page)
    for tag in _HTML.finditer(places.masked):
        problems.append(
            Problem(
                places.at(tag.start()),
                f'stories hold no HTML: "{tag[0][:40]}"',
                Code.RAW_HTML,
                "write Markdown, or put it between backticks",
            )
        )
    for single in _SINGLE.finditer(places.masked):
        hint = f"a figure is written with two brackets: [{single[0]}]"
        problems.append(
            Problem(places.at(single.start()), f'"{single[0]}" would be printed as it stands', Code.BAD_MENTION, hint)
        )
    for inner in _LINK_IN_LINK.finditer(told.html):
        message = "a link stands in the words of another, where nobody can follow it"
        problems.append(Problem(places.next(unescape(inner[1])), message, Code.BROKEN_LINK, "end the one before it"))
    for heading in (heading for heading in told.headings if heading.level == 1):
        where = places.next(TOKEN.split(heading.text)[0].strip() or "#")
        problems.append(
            Problem(
                where,
                "a story's only main heading is its title, in the front matter",
                Code.BAD_VALUE,
                "start headings with ##",
            )
        )
    return told


MAX_LINES, MAX_DEPTH, MAX_OPEN = 20_000, 20, 200
"""How many lines a story has, how deep its lists and quotations lie in each other, and how many brackets stand open in
a paragraph, at most: beyond these Markdown takes minutes, or ends in the midst."""
_INDENT = re.compile(r"(?: {0,3}(?:\t| {4}|>)|(?:[-*+]|[0-9]+[.)])[ \t]+)*")
_STEP = re.compile(r"\t| {4}|>|[-*+]|[0-9]+[.)]")
_FENCED = re.compile(r"^(```|~~~).*?^\1[^\n]*$|`[^`\n]*`", re.MULTILINE | re.DOTALL)
"""Code as far as it is plain that Markdown takes it for code: between fences, or within a line."""


def _beyond(text: str, path: str, first_line: int) -> Problem | None:
    """That a story is longer or deeper than can be read, where that begins."""

    def beyond(line: int, message: str, hint: str) -> Problem:
        return Problem(Where(path, first_line + line), message, Code.YAML_LIMIT, hint)

    lines = text.split("\n")
    if len(lines) > MAX_LINES:
        return beyond(MAX_LINES, f"has {len(lines):,} lines; {MAX_LINES:,} is the limit", "make several stories of it")
    brackets = 0
    for number, line in enumerate(_FENCED.sub(_blank, text).split("\n")):
        indent = _INDENT.match(line) if len(line) > MAX_DEPTH and not line.isspace() else None
        if indent and len(_STEP.findall(indent[0])) > MAX_DEPTH:
            return beyond(number, f"nested more than {MAX_DEPTH} levels deep", "start a new list")
        brackets = 0 if not line.strip() else brackets + line.count("[") - line.count("]")
        brackets += line.count("](") - line.count(")") if line.count("](") > line.count(")") else 0
        if brackets > MAX_OPEN:
            return beyond(
                number, f"more than {MAX_OPEN} brackets are opened and not closed", "close them, or take them out"
            )
    return None


def typed(text: str, path: str, first_line: int, problems: list[Problem]) -> Typed:
    """Markdown with its mentions set apart."""
    text = _seen(text, path, first_line, problems)
    return _set_apart(text, tuple(MENTION.finditer(text)), path, first_line)


def typed_by_others(
    text: str, path: str, first_line: int, problems: list[Problem], ours: Callable[[re.Match[str]], bool] | None
) -> Typed:
    """The Markdown of a page that others render, with its mentions set apart. Those between backticks stay as they are,
    for whoever colours code, and so do those behind a backslash. `ours` tells mentions from other brackets on a page
    that is not held to its numbers."""
    if ours is None:
        text = _seen(text, path, first_line, problems)
    else:
        text = text.replace(TOKEN_OPEN, " ").replace(TOKEN_CLOSE, " ")
    found = tuple(match for match in mentions_in(text) if ours is None or ours(match))
    return _set_apart(text, found, path, first_line)


def mentions_in(text: str) -> Iterator[re.Match[str]]:
    """Each [[…]] of a Markdown text that stands neither between backticks nor behind a backslash."""
    if "[[" not in text:
        return
    masked = _without_code(text)
    yield from (match for match in MENTION.finditer(masked) if not _escaped(masked, match.start()))


@lru_cache(2)  # a page of another site is looked at by several, one after the other
def _without_code(text: str) -> str:
    """Markdown with blanks in place of code."""
    return CODE.sub(_blank, text)


def _escaped(text: str, start: int) -> bool:
    """Whether what starts here stands behind a backslash that is not behind one itself."""
    return (start - len(text[:start].rstrip("\\"))) % 2 == 1


def _seen(text: str, path: str, first_line: int, problems: list[Problem]) -> str:
    """The text with a blank for each character that cannot be seen, which are problems."""
    said = f"{text}{unescape(text)}" if "&" in text else text
    if said.replace("\n", "").replace("\t", "").replace("\xa0", "").isprintable():  # nothing that is hidden is
        return text
    if not HIDDEN.search(text) and ("&" not in text or not HIDDEN.search(unescape(text))):
        return text
    for hidden in HIDDEN.finditer(text if HIDDEN.search(text) else unescape(text)):
        where = _place(text, path, first_line, hidden.start()) if HIDDEN.search(text) else Where(path, first_line)
        problems.append(
            Problem(
                where,
                f"the character U+{ord(hidden[0]):04X} cannot be seen and has no place in prose",
                Code.BAD_VALUE,
                "delete it",
            )
        )
    return HIDDEN.sub(" ", text)


def _set_apart(text: str, matches: tuple[re.Match[str], ...], path: str, first_line: int) -> Typed:
    """A text with tokens in place of these mentions."""
    parts = [
        text[end : match.start()] for end, match in zip([0, *(match.end() for match in matches)], matches, strict=False)
    ]
    tokens = [f"{TOKEN_OPEN}{number}{TOKEN_CLOSE}" for number in range(len(matches))]
    source = (
        "".join(part + token for part, token in zip(parts, tokens, strict=True))
        + text[matches[-1].end() if matches else 0 :]
    )
    return Typed(text, source, matches, path, first_line)


def rendered(
    typed: Typed, html: str, language: str, problems: list[Problem], *, gated: bool = True, hosted: bool = False
) -> Body:
    """What Markdown made of a typed text: its mentions, judged by where they stand, the numbers that none of them
    prints where it is `gated`, and the links in it where it is none of another site's, which is `hosted`."""
    html = _without_strangers(_COLOURED.sub(rf"{TOKEN_OPEN}\1{TOKEN_CLOSE}", html), typed, problems)
    page, places = _Page(html), _Places(typed)
    found: list[Mention] = []
    for number, match in enumerate(typed.matches):
        where = places.at(match.start())
        spot = page.spots.get(number, "code")
        mention = None if spot == "code" else mention_of(match, where, problems, language)
        if mention and spot == "attribute" and mention.kind != "figure":
            problems.append(
                Problem(where, "only a figure can stand in an alternative text or a link", Code.BAD_MENTION)
            )
        if number in page.targets:
            problems.append(Problem(where, "a link leads to a file or an address, not to a figure", Code.BAD_MENTION))
        if mention and mention.kind in BLOCKS and number not in page.alone:
            problems.append(
                Problem(
                    where,
                    f"[[{mention.kind}:…]] needs a paragraph of its own",
                    Code.BAD_MENTION,
                    "leave an empty line before and after it",
                )
            )
        found.append(
            Mention(mention.kind, mention.target, mention.form, where, match[0], spot, mention.touched)
            if mention
            else Mention("name", match[0], "full", where, match[0], "code")
        )
    if gated and found:
        for run in page.told:
            problems += misreadings(_with_mentions(run, found), language)
    headings = tuple(page.headings)
    links = tuple(Link(target, places.next(target)) for target in page.links) if not hosted else ()
    if not gated:
        return Body(page.html, tuple(found), (), headings, links, typed.source)
    here = Where(typed.path, typed.first_line)
    long = [problem for run in page.runs if (problem := word_too_long(run, here))]
    problems += long[:1]
    runs = page.runs if not long else [run for run in page.runs if not word_too_long(run, here)]
    if hosted and not typed.matches:  # a page without a mention is kept whole
        found_bare = numerals_once(runs, language)
    else:
        found_bare = (each for run in runs for each in numerals(run, language))
    bare = tuple(BareNumber(each.text, each.values, places.next(each.text)) for each in found_bare)
    return Body(page.html, tuple(found), bare, headings, links, typed.source)


def _with_mentions(run: str, mentions: list[Mention]) -> list[str | Mention]:
    """A run of text with the mentions that its tokens stand for."""
    parts = TOKEN.split(run)
    return [mentions[int(part)] if place % 2 else part for place, part in enumerate(parts)]


def _without_strangers(html: str, typed: Typed, problems: list[Problem]) -> str:
    """The HTML without tokens that stand for no mention: what an extension brought in while it rendered could hide a
    number in one."""
    if TOKEN_OPEN not in html and TOKEN_CLOSE not in html and "&#" not in html:
        return html

    def known(match: re.Match[str]) -> str:
        return match[0] if match[1] and int(match[1]) < len(typed.matches) else ""

    kept = _STRANGE.sub(known, html)
    if kept != html and not _STRANGE.search(typed.text):  # which is said already
        message = f"a character U+{ord(TOKEN_OPEN):04X} or U+{ord(TOKEN_CLOSE):04X} came in while the page was rendered"
        problems.append(
            Problem(Where(typed.path, typed.first_line), message, Code.BAD_VALUE, "look in what the page includes")
        )
    return kept


def _anchor(heading: str, separator: str) -> str:
    """The anchor of a heading, which does not change with the numbers in it."""
    return slugify(TOKEN.sub("", heading), separator) or "part"


_ALIGNED = re.compile(r'(<t[hd]) style="text-align: ([a-z]+);"')
"""How the table extension aligns a cell: with a style of its own, which the content security policy refuses."""
_LINK_IN_LINK = re.compile(r'<a [^>]*>(?:(?!</a>).)*?<a [^>]*href="([^"]*)"', re.DOTALL)
_HTML = re.compile(r"<(?:/?[A-Za-z][\w-]*(?=[\s/>])[^<>\n]*>|!--|[!?][A-Za-z])")
_STRANGE = re.compile(f"{TOKEN.pattern}|[{TOKEN_OPEN}{TOKEN_CLOSE}]|&#(?:0*5734[45]|[xX]0*[eE]00[01])(?![0-9a-fA-F]);?")
"""Our tokens, their characters by themselves, and those as HTML writes them by number."""
_COLOURED = re.compile(rf"{TOKEN_OPEN}(?:<[^>]*>)*([0-9]+)(?:<[^>]*>)*{TOKEN_CLOSE}")
"""A token that a colourer of code took apart."""
_SINGLE = re.compile(r"(?<![\[\]\\])\[[a-z][a-z0-9]*(?:-[a-z0-9]+)+(?:\|[a-z-]+)?\](?![\[\](:])")
"""What looks like the id of a figure between single brackets, and is no link."""
CODE = re.compile(r"^(```|~~~).*?^\1[^\n]*$|(?<!`)(`+)(?!`).+?(?<!`)\2(?!`)", re.MULTILINE | re.DOTALL)
"""Code in Markdown, as far as it stands between fences or backticks."""


def _blank(match: re.Match[str]) -> str:
    """Spaces in place of what was found, line for line."""
    return re.sub(r"[^\n]", " ", match[0])


def _place(text: str, path: str, first_line: int, offset: int) -> Where:
    return Where(path, first_line + text.count("\n", 0, offset), offset - text.rfind("\n", 0, offset))


class _Places:
    """Where things stand in a Markdown source: mentions and code are masked, so that the n-th find is the n-th in
    print."""

    def __init__(self, typed: Typed) -> None:
        self.typed = typed
        self.from_here: dict[str, int] = {}

    @cached_property
    def masked(self) -> str:
        """The source with blanks in place of mentions and code."""
        return MENTION.sub(_blank, _without_code(self.typed.text))

    def at(self, offset: int) -> Where:
        return _place(self.typed.text, self.typed.path, self.typed.first_line, offset)

    def next(self, words: str) -> Where:
        """The next place of these words, in the order of reading; the start of the text where they are put together by
        markup."""
        pattern, start = r"\s+".join(map(re.escape, words.split())), self.from_here.get(words, 0)
        for attempt in (rf"(?<!\w){pattern}(?!\w)", pattern):
            if match := re.compile(attempt, re.IGNORECASE).search(self.masked, start):
                break
        else:
            return Where(self.typed.path, self.typed.first_line)
        self.from_here[words] = match.end()
        return self.at(match.start())


_INLINE = frozenset({"a", "em", "strong", "code", "br", "img", "sub", "sup", "span", "abbr", "del", "ins", "mark",
    "small", "b", "i", "kbd", "samp", "var", "u", "s", "q", "cite", "dfn", "time", "data", "bdi", "bdo", "wbr", "font",
    "big", "tt", "strike"})  # fmt: skip
"""Elements within a line: a word goes on through them."""
_VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
)
"""Elements without an end. Source: HTML Standard, section 13.1.2, void elements."""
_NO_PROSE = frozenset({"code", "pre", "kbd", "samp", "var", "script", "style"})
"""Elements whose words are no claims: code, keys, and what a page of another site brings for machines."""
_FOOTNOTE = re.compile(r"\bfootnote-(?:back)?ref\b")
"""The links of Markdown's own footnotes, whose numbers only count them."""
_NOTE_MARK = re.compile(r"\s*\[?[0-9]{1,3}\]?\s*")
"""What such a link counts with."""
_DIAGRAM = re.compile(r"\bmermaid\b")
"""What is typed as code and shown as a drawing, with its words."""
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_TELLING = frozenset({"a", *_HEADINGS, *_NO_PROSE})
"""Elements that say something of what stands in them, whatever their attributes are."""
_PROSE_ATTRIBUTES = frozenset({
    "alt", "title", "label", "placeholder", "summary", "aria-label", "aria-description", "aria-valuetext",
        "aria-roledescription",
})  # fmt: skip
"""Attributes whose words a reader sees or hears."""


_NAME, _ALL_ATTRIBUTES = "[a-z][a-z0-9]*", r'(?:\s+[a-z][a-z0-9_:.-]*(?:="[^"]*")?)*+'
_PLAIN = re.compile(rf"(?:[^<]++|<{_NAME}{_ALL_ATTRIBUTES}\s*/?>|</{_NAME}>)*+")
"""HTML as Markdown writes it: whole tags in small letters, with their attributes between quotation marks."""
_PIECES = re.compile(rf"([^<]+)|<({_NAME})({_ALL_ATTRIBUTES})\s*(/?)>|</({_NAME})>")
_ATTRIBUTES = re.compile(r'([a-z][a-z0-9_:.-]*)(?:="([^"]*)")?')
_READ_OTHERWISE = re.compile(r"<(?:script|style|title|textarea|iframe|noembed|noframes|noscript|xmp|plaintext)\b")
"""Elements within which a tag is none."""


class _Page(HTMLParser):
    """A rendered body: its runs of readable text, where its tokens stand, its headings and its links."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.runs: list[str] = []
        self.told: list[str] = []
        self.spots: dict[int, Literal["text", "heading", "attribute", "code"]] = {}
        self.alone: set[int] = set()
        self.targets: set[int] = set()
        self.headings: list[Heading] = []
        self.links: list[str] = []
        self.html = html
        self._run: list[str] = []
        self._heading = self._link = 0
        self._open: list[str] = []
        self._code = False
        """Whether what is read now stands in code."""
        self._hidden: list[str] = []
        self._counted = False
        self._anchor = ""
        if _PLAIN.fullmatch(html) and not _READ_OTHERWISE.search(html):
            self._read_plain(html)
        else:
            self.feed(html.replace("<![", "<! ["))  # a browser ends what XML calls a marked section at the first ">"
            self.close()
        self._flush()
        if self._code:  # it never ended, so that it holds whatever came after it
            self.runs.append(TOKEN.sub(" ", "".join(self._hidden)))

    def _read_plain(self, html: str) -> None:
        """The same as feeding it to the parser, which takes four times as long."""
        for text, tag, attributes, alone, ended in _PIECES.findall(html):
            if text:
                self.handle_data(unescape(text) if "&" in text else text)
            elif ended:
                self.handle_endtag(ended)
            else:
                known = _ATTRIBUTES.findall(attributes) if attributes else ()
                self.handle_starttag(tag, [(name, unescape(value)) for name, value in known])
                if alone:
                    self.handle_endtag(tag)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._run and tag not in _INLINE:
            self._flush()
        if not attrs and tag not in _TELLING:
            if tag not in _VOID:
                self._open.append(tag)
            return
        known = dict(attrs)
        classes = known.get("class") or ""
        if tag not in _VOID:
            diagram = tag in _NO_PROSE and (_DIAGRAM.search(classes) or "diagram" in self._open)
            self._open.append("diagram" if diagram else tag)
            self._code = self._code or (tag in _NO_PROSE and not diagram)
        if tag == "a":
            self._link += 1
            self._counted = bool(_FOOTNOTE.search(classes))
        if tag in _HEADINGS:
            self._heading, self._anchor = _HEADINGS[tag], known.get("id") or ""
        for name, value in attrs:
            if name == "title" and self._counted and value:
                self.runs.append(re.sub("[0-9]{1,3}", " ", value, count=1))
            elif name in _PROSE_ATTRIBUTES and value:
                self._note(value, "attribute")
                self.told.append(value)
                self.runs.append(TOKEN.sub(" ", value))
            elif name in {"href", "src"} and value:
                self._note(value, "attribute")
                self.targets.update(int(match[1]) for match in TOKEN.finditer(value))
                if TOKEN.search(value):
                    continue
                if name == "src" or not value.startswith(("http://", "https://", "mailto:")):
                    self.links.append(value)
            elif value and (name == "start" or (name == "value" and tag in {"li", "input"})):
                self.runs.append(TOKEN.sub(" ", value))  # a list that starts at 2031 prints that number
            elif name == "srcdoc" and value:
                self.runs += _Page(value).runs

    def handle_endtag(self, tag: str) -> None:
        if tag in _HEADINGS:
            self.headings.append(Heading(self._heading, self._anchor, "".join(self._run).strip()))
            self._heading = 0
        self._close(tag)
        if tag == "a":
            self._link, self._counted = max(self._link - 1, 0), False
        if self._run and tag not in _INLINE:
            self._flush(closing=tag)

    def handle_data(self, data: str) -> None:
        if self._code:
            self._note(data, "code")
            self._run.append(" ")
            self._hidden.append(data)
        elif self._counted and _NOTE_MARK.fullmatch(data):
            self._run.append(" ")
        else:
            if TOKEN_OPEN in data:  # a link holds no other link
                self._note(data, "attribute" if self._link else "heading" if self._heading else "text")
            self._run.append(data)

    def _close(self, tag: str) -> None:
        """End an element and what was left open in it; an end without a beginning ends nothing."""
        if self._open and self._open[-1] == tag:
            self._open.pop()
        else:
            names = {tag, "diagram"} if tag in _NO_PROSE else {tag}
            place = next((n for n in reversed(range(len(self._open))) if self._open[n] in names), None)
            if place is not None:
                del self._open[place:]
        if self._code and _NO_PROSE.isdisjoint(self._open):
            self._code = False
            self._hidden.clear()

    def _note(self, text: str, spot: Literal["text", "heading", "attribute", "code"]) -> None:
        if TOKEN_OPEN in text:
            self.spots.update((int(match[1]), spot) for match in TOKEN.finditer(text))

    def _flush(self, closing: str = "") -> None:
        """End a run of text: what stands in one block."""
        text = "".join(self._run)
        self._run.clear()
        if not text or text.isspace():
            return
        if closing == "p" and TOKEN_OPEN in text and (match := TOKEN.fullmatch(text.strip())):
            self.alone.add(int(match[1]))
        self.told.append(text)
        if TOKEN_OPEN in text:
            text = TOKEN.sub(" ", text)
            if text.isspace():
                return
        self.runs.append(text)


def runs_of(html: str) -> tuple[str, ...]:
    """The readable text of a body's HTML, a run for each block and each alternative text, with its tokens; code is left
    out."""
    return tuple(_Page(html).told)
