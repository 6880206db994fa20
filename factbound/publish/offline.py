"""The site as one file to take away: an archive that reads from a disk as the site does from a server.

A server sends `facts/` as `facts/index.html`; a disk does not, so links say it. A browser lets no page on a disk fetch
a file, so each search page holds its index, and fonts are not fetched ahead. Files that only a server has a use for are
left out.
"""

import html
import json
import re
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from urllib.parse import urlsplit

_SERVER_ONLY = frozenset({"404.html", "_headers", "robots.txt", "sitemap.xml", "CNAME", "favicon.ico"})
"""Files that only a server has a use for, beside those whose names begin with a dot and answers to oEmbed."""
_TAG = re.compile(
    r"<!--.*?-->|<(script|style|textarea|title)\b.*?</\1\s*>|(?P<tag><[a-zA-Z](?:[^>\"']|\"[^\"]*\"|'[^']*')*>)",
    re.DOTALL | re.IGNORECASE,
)
"""A tag of HTML, but for those within comments and within elements that hold text alone."""
_ADDRESS = re.compile(r"(?<=\s)(href|src|srcset|poster|data|action|xlink:href)=(\"[^\"]*\"|'[^']*')", re.IGNORECASE)
_PRELOAD = re.compile(r"<link\b[^>]*\brel=[\"']?preload\b", re.IGNORECASE)
_INDEX = re.compile(r"\bdata-index=\"([^\"]*)\"")
_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest time that the format knows: an archive tells what the site is, not when it was packed."""


def offline_zip(site: Path, folder: str) -> bytes:
    """The built site as a ZIP archive in which everything lies in `folder`; the same bytes for the same site."""
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for path, data in offline_files(site):
            entry = zipfile.ZipInfo(f"{folder}/{path}", _EPOCH)
            entry.create_system = 3  # Unix, wherever it is packed
            entry.external_attr = 0o100644 << 16
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, data, compresslevel=9)
    return packed.getvalue()


def is_offline_zip(data: bytes, folder: str) -> bool:
    """Whether it is an archive that was packed here: everything in `folder`, at no time."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            entries = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError):
        return False
    return all(entry.filename.startswith(f"{folder}/") and entry.date_time == _EPOCH for entry in entries)


def offline_files(site: Path) -> Iterator[tuple[str, bytes]]:
    """The files of the site as they are read from a disk, by path, sorted."""
    for path in sorted(path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()):
        if path in _SERVER_ONLY or path.startswith(".") or path.endswith("/oembed.json"):
            continue
        data = (site / path).read_bytes()
        yield path, _page(data.decode(), site / path).encode() if path.endswith(".html") else data


def _page(text: str, path: Path) -> str:
    """A page whose links name files, with the search index that it would fetch."""
    page = _TAG.sub(_tag, text)
    if found := _INDEX.search(page):
        parts = html.unescape(found[1]).split(" ")
        rows = [row for part in parts for row in json.loads((path.parent / part).read_text("utf-8"))]
        held = json.dumps(
            [{**row, "u": file_address(row["u"])} for row in rows], ensure_ascii=False, separators=(",", ":")
        )
        script = held.replace("<", "\\u003c")  # so that no words in it end the element
        page = page.replace(
            "</body>", "".join(['<script type="application/json" id="index">', script, "</script>\n</body>"])
        )
    return page


def _tag(match: re.Match[str]) -> str:
    tag = match["tag"]
    if tag is None:
        return match[0]
    return "" if _PRELOAD.match(tag) else _ADDRESS.sub(_attribute, tag)


def _attribute(match: re.Match[str]) -> str:
    name, quote, value = match[1], match[2][0], match[2][1:-1]
    if name.lower() == "srcset":
        candidates = (candidate.strip().partition(" ") for candidate in value.split(","))
        value = ", ".join(f"{file_address(address)}{space}{size}" for address, space, size in candidates)
    else:
        value = file_address(value)
    return f"{name}={quote}{value}{quote}"


def file_address(address: str) -> str:
    """A relative address that names a file where it named a folder; any other address as it is."""
    parts = urlsplit(address)
    if parts.scheme or parts.netloc or not parts.path or parts.path.startswith("/"):
        return address
    if parts.path.rpartition("/")[2] not in {"", ".", ".."}:
        return address
    return f"{parts.path}{'' if parts.path.endswith('/') else '/'}index.html{address[len(parts.path) :]}"
