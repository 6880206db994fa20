"""The palette of pictures that leave the site: read from the style sheet, whatever the edition."""

import json
import shutil
from pathlib import Path

import pytest
from overlay import good_edition
from places import ROOT

from factbound.commands.cli import main
from factbound.view.charts.palette import PLAIN, palette
from factbound.view.pages.theme import assets, palette_of


@pytest.mark.parametrize(
    ("style", "colour"),
    [
        (":root{--tram:#00695c}", "#00695c"),
        ("/* :root{--tram:red} */ html { --tram : rgb(0 105 92) ; }", "rgb(0 105 92)"),
        (":root { --teal: light-dark(rgb(0, 105, 92), #4db6ac); --tram: var(--teal) }", "rgb(0, 105, 92)"),
        ("@import 'a.css'; :root, .x { --tram: teal }", "teal"),
        (":root { --tram: teal } @media (prefers-color-scheme: dark) { :root { --tram: aqua } }", "teal"),
        (":root { --tram: teal; --tram: navy }", "navy"),
        (":root { --tram: oklch(60% 0.1 180) }", None),
        (":root { --tram: var(--tram) }", None),
        (".tram { --tram: teal }", None),
    ],
)
def test_a_colour_is_what_the_style_sheet_declares_for_the_light(style: str, colour: str | None) -> None:
    assert palette(style, {}).colours.get("tram") == colour


def test_a_style_sheet_that_declares_nothing_has_plain_colours_and_the_readers_own_font() -> None:
    plain = palette("body { margin: 0 }", {})
    assert (plain.colours, plain.families, plain.face) == (PLAIN, "sans-serif", "")


def test_a_family_brings_its_own_file_and_no_other() -> None:
    style = (
        '@font-face { font-family: "Tram Serif"; src: url(fonts/serif.woff2) format("woff2") }'
        "@font-face { font-family: 'Tram Sans'; font-weight: 300 700; src: url(fonts/sans.woff2) format('woff2') }"
        ":root { --sans: 'Tram Sans', Arial, sans-serif }"
    )
    look = palette(style, {"fonts/serif.woff2": b"serif", "fonts/sans.woff2": b"sans"})
    assert look.families == "Tram Sans, sans-serif"
    assert look.face == (
        '@font-face{font-family:"Tram Sans";font-weight:300 700;src:url(data:font/woff2;base64,c2Fucw==) '
        'format("woff2")}'
    )
    assert palette(style, {}).face == ""


def test_the_font_to_read_in_is_asked_for_early_and_only_when_it_is_the_editions_own() -> None:
    style = '@font-face { font-family: Tram; src: url("fonts/tram.woff2") } :root { --serif: "Tram", serif }'
    assert palette(style, {"fonts/tram.woff2": b""}).files == ("fonts/tram.woff2",)
    assert palette(style, {}).files == palette(":root { --serif: serif }", {"serif": b""}).files == ()


def test_this_editions_pictures_have_the_colours_and_the_font_of_its_pages() -> None:
    look = palette_of(assets(ROOT / "templates"))
    assert look.colours["amazon"] == "#b04d0a" and look.colours["paper"] == "#fcfaf6"
    assert look.family == "Factbound Sans" and "data:font/woff2;base64," in look.face


@pytest.fixture(scope="module")
def harbour(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of an edition with an accent, a paper and a font of its own."""
    folder = tmp_path_factory.mktemp("harbour")
    own = good_edition(folder / "edition") / "templates" / "assets"
    shutil.copytree(ROOT / "factbound" / "templates" / "assets" / "fonts", own / "fonts")
    style = (
        (ROOT / "factbound" / "templates" / "assets" / "style.css")
        .read_text("utf-8")
        .replace("Factbound Sans", "Harbour Sans")
    )
    (own / "style.css").write_text(
        f"{style}\n:root {{ --lumen: #00695c; --paper: #f0f8ff; --accent: #123456 }}\n", "utf-8"
    )
    assert main(["--project", str(own.parent.parent), "build", "--site-dir", str(folder / "site")]) == 0
    return folder / "site"


def test_a_downloaded_chart_has_the_accent_the_paper_and_the_font_of_its_edition(harbour: Path) -> None:
    pictures = sorted(harbour.glob("data/charts/**/*.svg"))
    assert pictures
    told = [picture.read_text("utf-8") for picture in pictures]
    assert any("#00695c" in each for each in told)
    for each in told:
        assert 'font-family="Harbour Sans, sans-serif"' in each and '@font-face{font-family:"Harbour Sans"' in each
        assert "#f0f8ff" in each and "#fcfaf6" not in each and "Parcel" not in each


def test_a_picture_to_share_has_the_paper_and_the_accent_of_its_edition(harbour: Path) -> None:
    image = pytest.importorskip("PIL.Image")
    cards = sorted(harbour.rglob("card.png"))
    assert cards
    with image.open(cards[0]) as card:
        seen = card.convert("RGB")
        for place, colour in (((600, 4), (0x12, 0x34, 0x56)), ((1190, 300), (0xF0, 0xF8, 0xFF))):
            assert max(abs(a - b) for a, b in zip(seen.getpixel(place), colour, strict=True)) <= 2


def test_the_engine_names_no_colour_and_no_font_of_this_edition() -> None:
    people = {"amazon", "alibaba", "parcel promise"}
    engine = [
        path for path in (ROOT / "factbound").rglob("*") if path.suffix in {".py", ".html", ".css", ".js", ".xml"}
    ]
    told = {path.relative_to(ROOT).as_posix(): path.read_text("utf-8").lower() for path in engine}
    assert json.dumps([path for path, text in told.items() if any(word in text for word in people)]) == "[]"
