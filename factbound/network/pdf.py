"""A PDF: its paragraphs and what it says about itself. The only module that knows pypdf."""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

MOST_PAGES = 300
"""An article has a few; a study some hundred."""
_HYPHEN = re.compile(r"(?<=[^\W\d_])[-\u00ad]$")
_END = re.compile(r"[.!?:…][\"'”’»)\]]*$")

_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"})
"""Letters that a font joins; the words are those of the letters."""


@dataclass(frozen=True, slots=True)
class Pdf:
    """What was read of it; `published` is the day on which the file was made, in ISO form."""

    paragraphs: tuple[str, ...] = field(repr=False)
    title: str | None
    published: str | None
    language: str | None


def read_pdf(data: bytes) -> Pdf | None:
    """A PDF; None where it cannot be read, is locked, or holds pictures of pages instead of words."""
    from pypdf import PdfReader  # an extra that not everybody has
    from pypdf.errors import PyPdfError

    try:
        reader = PdfReader(io.BytesIO(data))
        pages = [page.extract_text() for page in reader.pages[:MOST_PAGES]]
        about = reader.metadata
        made = about.creation_date if about else None
        title = about.title if about else None
        language = reader.root_object.get("/Lang")
    except (PyPdfError, ValueError, KeyError, TypeError, RecursionError, NotImplementedError):
        return None
    found = tuple(each for page in pages for each in paragraphs(page))
    if not found:
        return None
    code = str(language).partition("-")[0].lower() if language else None
    return Pdf(
        found, title.strip() if title and title.strip() else None, made.date().isoformat() if made else None, code
    )


def paragraphs(page: str) -> Iterator[str]:
    """The paragraphs in the lines of a page: a blank line ends one, and so does a sentence that ends before its line is
    full.

    >>> list(paragraphs("Lumen will put twelve mil-\\nlion into lamps.\\nIt opens soon.\\n\\nAbout us"))
    ['Lumen will put twelve million into lamps.', 'It opens soon.', 'About us']
    >>> list(paragraphs("Oﬃces on the ﬁrst ﬂoor"))
    ['Offices on the first floor']
    """
    lines = [" ".join(line.split()) for line in page.translate(_LIGATURES).split("\n")]
    widest = max(map(len, lines), default=0)
    told = ""
    for line in lines:
        if not line and told:
            yield told
            told = ""
            continue
        told = _HYPHEN.sub("", told) + line if _HYPHEN.search(told) and line[:1].islower() else f"{told} {line}".strip()
        if _END.search(line) and len(line) < 0.9 * widest:
            yield told
            told = ""
    if told:
        yield told
