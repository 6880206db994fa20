"""What a site says to crawlers, phones and programs that embed: its map, its icons, and answers to oEmbed."""

import io
import json
import re
from html import unescape
from pathlib import Path
from xml.etree import ElementTree

import pytest
from overlay import good_edition, write
from PIL import Image

from factbound.commands.cli import main

MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
XHTML = "{http://www.w3.org/1999/xhtml}"


@pytest.fixture(scope="module")
def two_languages(real_site: Path) -> Path:
    """A site in several languages: this repository's own."""
    return real_site


def test_the_map_of_a_site_names_every_language_of_a_page_and_the_day_it_was_read(two_languages: Path) -> None:
    pages = ElementTree.parse(two_languages / "sitemap.xml").getroot().findall(f"{MAP}url")
    told = {
        page.findtext(f"{MAP}loc", "").partition(".example/")[2]: (
            page.findtext(f"{MAP}lastmod"),
            [link.attrib["hreflang"] for link in page.findall(f"{XHTML}link")],
        )
        for page in pages
    }
    assert all(re.fullmatch(r"\d{4}-\d{2}-\d{2}", str(day)) for day, _ in told.values())
    assert told["fr/facts/"][1] == ["en", "fr", "nl", "x-default"]
    assert not any(path.endswith("/embed/") for path in told)


def test_an_edition_that_nobody_read_through_says_no_day_and_one_language_names_no_other(tmp_path: Path) -> None:
    root = good_edition(tmp_path / "edition")
    config = (root / "mkdocs.yml").read_text("utf-8")
    write(root, {"mkdocs.yml": re.sub(r"^ +as_of:.*\n", "", config, flags=re.MULTILINE)})
    site = tmp_path / "site"
    assert main(["--project", str(root), "build", "--site-dir", str(site)]) == 0
    pages = ElementTree.parse(site / "sitemap.xml").getroot().findall(f"{MAP}url")
    assert pages
    assert all([child.tag for child in page] == [f"{MAP}loc"] for page in pages)


def test_icons_are_drawn_for_those_who_know_no_svg(good_site: Path) -> None:
    with Image.open(good_site / "apple-touch-icon.png") as icon:
        assert (icon.size, icon.mode) == ((180, 180), "RGB")
        assert icon.getpixel((90, 20)) == (0x1C, 0x1B, 0x19)  # the dark ground of the engine's favicon.svg
        assert min(icon.getpixel((0, 0))) > 240  # paper, where the icon's corner is cut
    with Image.open(io.BytesIO((good_site / "favicon.ico").read_bytes())) as icon:
        assert icon.info["sizes"] == {(16, 16), (32, 32), (48, 48)}
    page = (good_site / "en/index.html").read_text("utf-8")
    assert '<link rel="apple-touch-icon" href="../apple-touch-icon.png">' in page


def test_an_icon_that_is_no_svg_is_a_problem(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = good_edition(tmp_path / "edition")
    write(root, {"templates/assets/favicon.svg": "<svg"})
    assert main(["--project", str(root), "build", "--site-dir", str(tmp_path / "site")]) == 1
    assert capsys.readouterr().err.startswith(
        "templates/assets/favicon.svg:1:1: this is no SVG that can be drawn [bad-template]"
    )


def test_the_list_of_charts_shows_each_in_small(good_site: Path) -> None:
    page = (good_site / "en/charts/index.html").read_text("utf-8")
    pictures = re.findall(r'<img src="\.\./\.\./([^"]+)" alt="" loading="lazy">', page)
    assert pictures == ["data/charts/money.small.png", "data/charts/days.small.png"]
    for path in pictures:
        with Image.open(good_site / path) as small:
            assert small.width < 320
            assert len(small.convert("RGB").getcolors(1 << 16) or ()) > 2  # more than paper


@pytest.mark.parametrize("path", ["en/facts/lamp-factory-plan/", "en/charts/money/"])
def test_a_fact_and_a_chart_answer_to_programs_that_embed(good_site: Path, path: str) -> None:
    page = (good_site / path / "index.html").read_text("utf-8")
    link = re.search(r'<link rel="alternate" type="application/json\+oembed" title="[^"]+" href="([^"]+)">', page)
    assert link
    assert link[1] == f"https://lamps.example/sub/{path}oembed.json"
    told = json.loads((good_site / path / "oembed.json").read_text("utf-8"))
    assert (told["version"], told["type"], told["provider_name"]) == ("1.0", "rich", "The Lamp Factory")
    frame = re.search(r'<iframe src="https://lamps\.example/sub/([^"]+)" title="([^"]+)"', told["html"])
    assert frame
    assert (good_site / frame[1] / "index.html").is_file()
    assert unescape(frame[2]) == told["title"]
    picture = told["thumbnail_url"].removeprefix("https://lamps.example/sub/")
    with Image.open(good_site / picture) as card:
        assert card.size == (told["thumbnail_width"], told["thumbnail_height"])


def test_a_page_that_nobody_embeds_answers_nothing(good_site: Path) -> None:
    assert "oembed" not in (good_site / "en/index.html").read_text("utf-8")
    assert not (good_site / "en/facts/oembed.json").exists()
