"""The fact-check sheet on paper: A4, nothing cut at the side, with no other file and no script; and a new edition's
charts in a reader's own fonts."""

import re
from pathlib import Path

import pytest

from factbound.commands.cli import main

A4_WIDTH = 703
"""What is left of 210 mm between margins of 12 mm, in CSS pixels."""


def test_the_sheet_prints_on_a4_with_nothing_cut(edition: Path, browser) -> None:
    assert main(["--project", str(edition), "sheet"]) == 0
    page = browser.new_page(viewport={"width": A4_WIDTH, "height": 1000})
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto((edition / "sheet/en.html").as_uri())
    page.emulate_media(media="print")
    assert asked == [(edition / "sheet/en.html").as_uri()]
    assert page.evaluate("document.documentElement.scrollWidth") <= A4_WIDTH
    assert (
        page.evaluate(
            "[...document.querySelectorAll('td')].filter(cell => cell.scrollWidth > cell.clientWidth + 1).length"
        )
        == 0
    )
    printed = page.pdf(prefer_css_page_size=True)
    sides = re.findall(r"/MediaBox \[\S+ \S+ (\S+) (\S+)\]", printed.decode("latin-1"))
    assert sides
    assert all(abs(float(width) - 595) <= 1 and abs(float(height) - 842) <= 1 for width, height in sides)  # in points
    page.close()


@pytest.mark.slow  # a new edition is built
def test_a_new_edition_s_charts_fit_in_whatever_font_there_is(browser, tmp_path: Path) -> None:
    assert main(["new", "edition", str(tmp_path / "tram")]) == 0
    assert main(["--project", str(tmp_path / "tram"), "build"]) == 0
    for width in (360, 900):
        page = browser.new_page(viewport={"width": width, "height": 1000})
        page.goto((tmp_path / "tram/site/en/index.html").as_uri())
        cut = page.evaluate(
            "[...document.querySelectorAll('.drawing svg')].filter(svg => svg.clientWidth).flatMap(svg => "
            "[...svg.querySelectorAll('text')].filter(text => text.getBoundingClientRect().right > "
            "svg.getBoundingClientRect().right + 1).map(text => text.textContent))"
        )
        assert cut == [], width
        page.close()
