"""Links: where things are in the site, and how one page points at another without knowing where the site is."""

import posixpath
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import quote, unquote

from factbound.ledger import Figure
from factbound.view.telling.teller import Teller


@dataclass(frozen=True, slots=True)
class Links:
    """Addresses as seen from one page. `page` is that page's path from the site's root, such as `en/facts/lamp/`."""

    page: str
    language: str
    base: str = ""
    """The path of the site's root on its host, for a page that is shown at any address; empty for all others."""
    layout: Callable[[str], str] = str
    """Where a path of ours lies in a site that lays its pages out in another way; as it stands in one of our own."""

    @property
    def root(self) -> str:
        """The way from this page up to the site's root: `../../`, or `./` at the root itself."""
        return self.base or "../" * self.layout(self.page).count("/") or "./"

    def to(self, path: str) -> str:
        """A path from the root, as seen from this page."""
        laid = self.layout(path)
        return f"{self.root}{laid}" if path != self.page or not laid else f"./{laid.rsplit('/', 1)[-1]}"

    def fact(self, name: str) -> str:
        """A figure's page."""
        return self.to(fact_path(self.language, name))

    def source(self, name: str, paragraph: int | None = None) -> str:
        """An article's page, at what was read in a paragraph."""
        return self.to(source_path(self.language, name)) + (f"#p{paragraph}" if paragraph else "")

    def promise(self, name: str) -> str:
        """A promise's page."""
        return self.to(promise_path(self.language, name))

    def chart(self, name: str) -> str:
        """A chart's page."""
        return self.to(chart_path(self.language, name))


@dataclass(frozen=True, slots=True)
class Addresses:
    """Addresses for those who take a page's words away: whole where the site's own address is known, else as seen from
    the page."""

    site_url: str
    links: Links

    def of(self, path: str) -> str:
        """The address of a path from the root."""
        return f"{self.site_url}{path}" if self.site_url else self.links.to(path)

    @property
    def page(self) -> str:
        """The address of the page itself."""
        return self.of(self.links.page)


def fact_path(language: str, name: str) -> str:
    """A figure's page, from the root."""
    return f"{language}/facts/{name}/"


def subject_path(language: str, name: str, part: int = 1) -> str:
    """A part of the figures on a subject, from the root."""
    return f"{language}/subjects/{name}/" if part == 1 else f"{language}/subjects/{name}/{part}/"


def source_path(language: str, name: str) -> str:
    """An article's page, from the root."""
    return f"{language}/sources/{name}/"


def promise_path(language: str, name: str) -> str:
    """A promise's page, from the root."""
    return f"{language}/promises/{name}/"


def chart_path(language: str, name: str) -> str:
    """A chart's page, from the root."""
    return f"{language}/charts/{name}/"


def data_path(language: str) -> str:
    """The page that explains the data, from the root."""
    return f"{language}/data/"


def passage(address: str, printed: str) -> str:
    """An article's address with a fragment that scrolls to the printed words.

    Source: URL Fragment Text Directives, WICG: the directive is percent-encoded, hyphens, commas and ampersands
    included.

    >>> passage("https://lamps.example/a#top", "12 millions d’euros, au moins")
    'https://lamps.example/a#:~:text=12%20millions%20d%E2%80%99euros%2C%20au%20moins'
    """
    words = quote(printed, safe="").replace("-", "%2D")
    return f"{address.partition('#')[0]}#:~:text={words}"


def in_story(target: str, folder: str, links: Links) -> str:
    """Where a link or a picture that was typed in a story leads, as seen from the story's page; `folder` is
    the one of content/ that the story stands in.

    >>> in_story("belgium.md#part", "en", Links("en/method/", "en"))
    '../../en/belgium/#part'
    """
    address, sign, fragment = target.partition("#")
    if not address:
        return target
    path = posixpath.normpath(f"{folder}/{unquote(address)}")
    stem, ending = posixpath.splitext(path)
    if ending != ".md":
        return links.to(quote(path))
    return f"{links.to(stem.removesuffix('index') if stem.endswith('/index') else f'{stem}/')}{sign}{fragment}"


def cite_path(language: str, suffix: str) -> str:
    """Where the references to all pages of a language are, from the root."""
    return f"data/cite/{language}.{suffix}"


def sources_path(suffix: str) -> str:
    """Where the references to all articles are, from the root. The plain sources.json holds what else is known of
    them."""
    return f"data/sources.{suffix}"


def object_path(name: str) -> str:
    """A fact's object, from the site's root."""
    return f"data/facts/{name}.json"


def promise_object_path(name: str) -> str:
    """A promise's object, from the site's root."""
    return f"data/promises/{name}.json"


def chart_data_path(name: str, kind: str) -> str:
    """The figures of a chart (`csv`, `json`), from the site's root."""
    return f"data/charts/{name}.{kind}"


def semicolons_path(path: str) -> str:
    """Where a file of comma-separated values is in the form for spreadsheets of other countries, from the site's root.

    >>> semicolons_path("data/charts/money.csv")
    'data/semicolons/charts/money.csv'
    """
    return path.replace("data/", "data/semicolons/", 1)


def thumbnail_path(name: str) -> str:
    """A chart in small and without words, from the site's root."""
    return f"data/charts/{name}.small.png"


def feed_path(language: str) -> str:
    """Where the feed of a language is, from the site's root."""
    return f"{language}/feed.xml"


def verdicts_path(language: str) -> str:
    """Where the feed of verdicts is, from the site's root."""
    return f"{language}/promises/feed.xml"


def calendar_path(language: str) -> str:
    """Where the calendar of due days is, from the site's root."""
    return f"{language}/promises/promises.ics"


def changes_path(language: str) -> str:
    """Where the feed of corrections and removed facts is, from the site's root."""
    return f"{language}/corrections/feed.xml"


NOT_FOUND = "404.html"

LLMS = "llms.txt"


def index_path(language: str, part: int = 1) -> str:
    """A part of the search index of a language, from the root."""
    return f"data/search/{language}.json" if part == 1 else f"data/search/{language}-{part}.json"


def file_of(path: str) -> str:
    """The file that answers for a page's address, from the site's root.

    >>> file_of("en/facts/"), file_of("404.html")
    ('en/facts/index.html', '404.html')
    """
    return f"{path}index.html" if path.endswith("/") or not path else path


def picture_path(tell: Teller, chart: str, kind: str) -> str:
    """Where a chart's picture (`svg`, `png`) is, from the site's root: with the data in the edition's first language,
    else beside its page."""
    return (
        f"data/charts/{chart}.{kind}"
        if tell.language == tell.ledger.languages[0]
        else f"{tell.language}/charts/{chart}/{chart}.{kind}"
    )


def strip_id(figure: Figure) -> str:
    """The name of the drawing that shows a figure's readings side by side."""
    return f"differs-{figure.id}"


TWIN = "index.md"
"""The name of a twin, beside its page's index.html."""
