"""A crawler: what a site's pages hold, link to and load, read with the standard library's parser."""

from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

HOST = "https://site.example/"
LOADS = {"img": ("src", "srcset"), "script": ("src",), "source": ("src", "srcset"), "iframe": ("src",),
    "object": ("data",), "embed": ("src",), "video": ("src", "poster"),
         "audio": ("src",), "use": ("href", "xlink:href"), "image": ("href", "xlink:href"),
             "form": ("action",)}  # fmt: skip
LOADING_RELATIONS = {
    "stylesheet",
    "icon",
    "preload",
    "modulepreload",
    "manifest",
    "prefetch",
    "preconnect",
    "dns-prefetch",
}
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}


@dataclass(slots=True)
class Element:
    """An element as it was opened, and which of its page's words are inside it."""

    tag: str
    attributes: dict[str, str]
    inside: tuple[str, ...]
    words: list[str] = field(repr=False)
    begin: int
    end: int | None = None

    @property
    def text(self) -> str:
        """All text inside it."""
        return "".join(self.words[self.begin : self.end])


@dataclass
class Page:
    """A page: its address in the site, its elements, and what is wrong with the way they nest."""

    url: str
    elements: list[Element] = field(default_factory=list)

    @property
    def ids(self) -> list[str]:
        return [element.attributes["id"] for element in self.elements if "id" in element.attributes]

    @property
    def links(self) -> list[str]:
        return [
            element.attributes["href"]
            for element in self.elements
            if element.tag in {"a", "area"} and "href" in element.attributes
        ]

    @property
    def loads(self) -> list[str]:
        found = [
            element.attributes[name]
            for element in self.elements
            for name in LOADS.get(element.tag, ())
            if name in element.attributes
        ]
        relations = [
            e for e in self.elements if e.tag == "link" and set(e.attributes.get("rel", "").split()) & LOADING_RELATIONS
        ]
        return found + [element.attributes["href"] for element in relations]

    def all(self, tag: str, **attributes: str) -> list[Element]:
        """The elements of a tag; `class_` looks for one class among several."""
        wanted = attributes.pop("class_", "")
        return [
            element
            for element in self.elements
            if element.tag == tag
            and (not wanted or wanted in element.attributes.get("class", "").split())
            and all(element.attributes.get(k) == v for k, v in attributes.items())
        ]


class _Reader(HTMLParser):
    def __init__(self, page: Page) -> None:
        super().__init__(convert_charrefs=True)
        self.page = page
        self.open: list[Element] = []
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        inside = (*self.open[-1].inside, self.open[-1].tag) if self.open else ()
        element = Element(tag, {name: value or "" for name, value in attrs}, inside, self.words, len(self.words))
        self.page.elements.append(element)
        if tag in VOID:
            element.end = element.begin
        else:
            self.open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        while self.open:
            closed = self.open.pop()
            closed.end = len(self.words)
            if closed.tag == tag:
                break

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    def updatepos(self, i: int, j: int) -> int:
        return j  # nobody asks on which line something stands, and to count lines is half of the work


def read_page(site: Path, path: Path) -> Page:
    """A page of the site from its file."""
    url = path.relative_to(site).as_posix().removesuffix("index.html")
    page = Page(url)
    reader = _Reader(page)
    reader.feed(path.read_text("utf-8"))
    reader.close()
    return page


def read_site(site: Path) -> dict[str, Page]:
    """Every page of a site by its address from the root."""
    pages = [read_page(site, path) for path in sorted(site.rglob("*.html"))]
    return {page.url: page for page in pages}


def file_of(url: str) -> str:
    """The file that a server sends for an address."""
    return f"{url}index.html" if url == "" or url.endswith("/") else url


def dead_ends(site: Path, pages: dict[str, Page], base: str = "") -> list[str]:
    """Every link, picture, script and style of the site's own that leads to no file, or to no anchor in it. `base` is
    the path the site is published under."""
    root = urljoin(HOST, base)
    files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    anchors = {url: set(page.ids) for url, page in pages.items()}
    found: list[str] = []
    for page in pages.values():
        for target in [*page.links, *page.loads]:
            address = urlsplit(urljoin(root + page.url, target))
            if not address.geturl().startswith(HOST):
                continue
            path = unquote(address.path.removeprefix(urlsplit(root).path))
            if file_of(path) not in files:
                found.append(f"{page.url or '/'} → {target}")
            elif (
                address.fragment
                and not address.fragment.startswith(":~:")
                and path in pages
                and unquote(address.fragment) not in anchors[path]
            ):
                found.append(f"{page.url or '/'} → {target} (no such anchor)")
    return found


def foreign_loads(page: Page) -> list[str]:
    """What the page loads from other hosts."""
    return [target for target in page.loads if urlsplit(target).scheme or target.startswith("//")]


def inline_code(page: Page) -> list[str]:
    """Scripts, styles and handlers written into the page, which its content security policy refuses."""
    scripts = [
        e for e in page.all("script") if "src" not in e.attributes and e.attributes.get("type") != "application/ld+json"
    ]
    handlers = [
        f"{e.tag} {name}" for e in page.elements for name in e.attributes if name.startswith("on") or name == "style"
    ]
    addresses = [link for link in page.links if urlsplit(link).scheme not in {"", "http", "https", "mailto"}]
    return [*(f"script: {e.text[:40]}" for e in scripts), *("style" for _ in page.all("style")), *handlers, *addresses]
