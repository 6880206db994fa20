"""What a page weighs on its way to a reader, compressed as a plain host does it: design.md's budgets."""

import gzip
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from survey import KINDS, Page

WHOLE, WITHOUT_FONTS = 100_000, 60_000
"""Bytes."""

LOADED = re.compile(
    r"<(?:link rel=\"(?:stylesheet|preload|icon)\"[^>]*?|script[^>]*?|img[^>]*?)\b(?:href|src)=\"([^\"]+)\""
)
FROM_STYLE = re.compile(r"url\(([^)]+)\)")


def parts(page: Path) -> Iterator[Path]:
    """The page and every file that it loads: styles, fonts, icon, scripts. Its charts stand in it."""
    yield page
    found = {
        _file(page, address)
        for address in LOADED.findall(page.read_text(encoding="utf-8").replace('type="image/svg+xml" ', ""))
    }
    for file in sorted(found):
        yield file
        if file.suffix == ".css":
            yield from sorted(
                {_file(file, address.strip("\"'")) for address in FROM_STYLE.findall(file.read_text(encoding="utf-8"))}
                - found
            )


def _file(origin: Path, address: str) -> Path:
    return (origin.parent / urlsplit(address).path).resolve()


def weight(files: list[Path]) -> int:
    return sum(len(gzip.compress(file.read_bytes(), 6)) for file in files)


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_and_all_it_loads_stay_within_the_budget(kind: str, pages: tuple[Page, ...], real_site: Path):
    heavy = []
    for page in pages:
        if page.kind != kind or page.path == "404.html":  # its addresses begin at the site's root
            continue
        files = list(parts(real_site / page.path / "index.html"))
        assert any(file.suffix == ".css" for file in files)
        whole, fontless = weight(files), weight([file for file in files if file.suffix != ".woff2"])
        if whole >= WHOLE or fontless >= WITHOUT_FONTS:
            heavy.append(f"{page.path}: {whole} bytes, {fontless} without fonts")
    assert heavy == []


def test_the_fonts_are_counted(real_site: Path):
    assert sum(file.suffix == ".woff2" for file in parts(real_site / "en" / "index.html")) == 2
