"""Every page has a picture for those who share it, which is there, and words for what the picture says."""

import re
from pathlib import Path

ALTERNATIVE = re.compile(r'<meta property="og:image:alt" content="([^"]+)">')
PICTURE = re.compile(r'<meta property="og:image" content="https://lamps\.example/sub/([^"]+)">')


def test_every_page_has_a_picture_to_share_and_says_what_is_in_it(good_site: Path) -> None:
    pages = {path.relative_to(good_site).as_posix(): path.read_text("utf-8") for path in good_site.rglob("*.html")}
    shared = {name: html for name, html in pages.items() if name != "404.html" and "/embed/" not in f"/{name}"}
    pictures = {name: PICTURE.findall(html) for name, html in shared.items()}
    assert {name for name, found in pictures.items() if len(found) != 1 or not (good_site / found[0]).exists()} == set()
    assert {name for name, html in shared.items() if len(ALTERNATIVE.findall(html)) != 1} == set()
    assert pictures["index.html"] == pictures["en/index.html"] == ["en/card.png"]
    assert ALTERNATIVE.findall(shared["index.html"]) == ["A lamp factory for Ghent"]
    assert pictures["en/facts/lamp-factory-plan/index.html"] == ["en/facts/lamp-factory-plan/card.png"]
