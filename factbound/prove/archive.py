"""The archive: source texts as they were read, kept outside the repository; and words located in them."""

import errno
import hashlib
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

from factbound.problems import Code, Problem, Where

MAX_BYTES = 5_000_000
"""An article is never larger."""


@dataclass(frozen=True, slots=True)
class Text:
    """An archived article: the SHA-256 of its bytes, and its paragraphs (non-empty lines, the first is number 1).

    `starts` tells where each paragraph starts in the whole text: in characters of its NFC form, line ends counted, a
    byte order mark not.
    """

    digest: str
    paragraphs: tuple[str, ...]
    starts: tuple[int, ...]


def read_archive(folder: Path, problems: list[Problem]) -> Mapping[str, Text]:
    """The texts in `folder` by source id, from files named `ID.txt`; a file that is not UTF-8 is a problem."""
    texts: dict[str, Text] = {}
    for path in sorted(folder.glob("*.txt")):
        where = Where(path.name)
        try:
            if not path.is_file():
                raise OSError(errno.EINVAL, "this is no file")
            if path.stat().st_size > MAX_BYTES:
                problems.append(
                    Problem(where, f"has more than {MAX_BYTES:,} bytes", Code.YAML_LIMIT, "keep the article alone")
                )
                continue
            data = path.read_bytes()
        except OSError as error:
            problems.append(Problem(where, f"cannot be read: {error.strerror}", Code.UNREADABLE))
            continue
        try:
            lines = [unicodedata.normalize("NFC", line) for line in data.decode("utf-8-sig").splitlines(keepends=True)]
        except UnicodeDecodeError:
            problems.append(Problem(where, "the archived text is not UTF-8", Code.NOT_UTF8))
            continue
        starts = accumulate((len(line) for line in lines), initial=0)
        paragraphs = [(start, line.splitlines()[0]) for start, line in zip(starts, lines, strict=False) if line.strip()]
        texts[path.stem] = Text(
            hashlib.sha256(data).hexdigest(),
            tuple(line for _, line in paragraphs),
            tuple(start for start, _ in paragraphs),
        )
    return texts


# --- Locating words --------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Span:
    """Where words stand in a paragraph, in characters."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Missing:
    """The words are not in the paragraph."""


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """The words stand in the paragraph more than once."""

    times: int


_SAME = str.maketrans(
    dict.fromkeys("’‘ʼ`´", "'") | dict.fromkeys("“”„«»‹›", '"') | dict.fromkeys("\u00a0\u202f\u2009\u2007\u2008\t", " ")
)
_DROPPED = "\u00ad\u200b\u2060\ufeff"


def _folded(text: str) -> tuple[str, list[int]]:
    """The text with typographic variants made equal and spacing collapsed, and where each character came from."""
    characters: list[str] = []
    origins: list[int] = []
    for position, character in enumerate(unicodedata.normalize("NFC", text)):
        same = character.translate(_SAME)
        if character in _DROPPED or (same == " " and (not characters or characters[-1] == " ")):
            continue
        characters.append(same)
        origins.append(position)
    # French puts a space inside its quotation marks, English does not: neither is part of the words.
    folded = "".join(characters)
    kept = [
        n
        for n, c in enumerate(folded)
        if not (c == " " and (folded[n - 1 : n] == '"' or folded[n + 1 : n + 2] == '"') and _inner(folded, n))
    ]
    return "".join(folded[n] for n in kept), [origins[n] for n in kept]


def _inner(folded: str, n: int) -> bool:
    """Whether the space at `n` is inside quotation marks: after an opening one, or before a closing one."""
    quotes_before = folded.count('"', 0, n)
    return (folded[n - 1 : n] == '"' and quotes_before % 2 == 1) or (
        folded[n + 1 : n + 2] == '"' and quotes_before % 2 == 1
    )


def locate(words: str, *, in_: str, after: str | None = None) -> Span | Missing | Ambiguous:
    """Where the words stand in the paragraph `in_`.

    Apostrophes, quotation marks, kinds of spaces, soft hyphens and spacing are forgiven, nothing else. Words begin and
    end at word and number boundaries. With `after`, only what follows those words counts, and the first of several is
    meant.
    """
    text, origins = _folded(in_)
    wanted = _folded(words)[0].strip()
    start = 0
    if after is not None:
        match locate(after, in_=in_):
            case Span() as span:
                start = next((n for n, origin in enumerate(origins) if origin >= span.end), len(text))
            case other:
                return other
    found = [n for n in _occurrences(wanted, text, start) if _whole(text, n, n + len(wanted))]
    if not found:
        return Missing()
    if len(found) > 1 and after is None:
        return Ambiguous(len(found))
    return Span(origins[found[0]], origins[found[0] + len(wanted) - 1] + 1)


def _occurrences(wanted: str, text: str, start: int) -> list[int]:
    return (
        [match.start() for match in re.finditer(f"(?={re.escape(wanted)})", text) if match.start() >= start]
        if wanted
        else []
    )


def _whole(text: str, start: int, end: int) -> bool:
    """Whether a stretch begins and ends where a word or a number does: not 7 in 17, not 234 in 1,234, not 1 in 1.2."""
    before, inside, following = text[:start], text[start:end], text[end:]
    if inside[0].isalnum() and before[-1:].isalnum():
        return False
    if inside[-1].isalnum() and following[:1].isalnum():
        return False
    if inside[0].isdigit() and re.search(r"\d[.,]$", before):
        return False
    if re.match(r"\d{3}(?!\d)", inside) and re.search(r"(?<!\d)\d{1,3}(?:[ ']\d{3})*[ ']$", before):
        return False
    if inside[-1].isdigit() and re.match(r"[.,]\d", following):
        return False
    return not (re.search(r"(?<!\d)\d{1,3}(?:[ ']\d{3})*$", inside) and re.match(r"[ ']\d{3}(?!\d)", following))
