"""The look of an edition: a few variables, a logo and a template of its own on top of the engine's."""

import re
from pathlib import Path

import pytest

from factbound.commands.cli import main
from factbound.view.pages import theme

LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>'
OWN = """\
{% extends "!base.html" %}
{% block brand %}{{ super() }} <b>Merle</b>{% endblock %}
{% block foot %}<p>Harbour Street, Merle</p>{% endblock %}
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new edition with a colour, a logo and a base template of its own, built."""
    root = tmp_path_factory.mktemp("look") / "tram"
    assert main(["new", "edition", str(root)]) == 0
    (root / "templates/assets/logo.svg").write_text(LOGO, "utf-8")
    (root / "templates/base.html").write_text(OWN, "utf-8")
    look = root / "templates/assets/look.css"
    look.write_text(look.read_text("utf-8") + ":root { --paper: #eef4fb }\n", "utf-8")
    assert main(["--project", str(root), "build"]) == 0
    return root / "site"


def test_a_page_asks_for_one_style_sheet_which_ends_with_the_editions_own_look(site: Path) -> None:
    page = (site / "en/index.html").read_text("utf-8")
    (name,) = re.findall(r'<link rel="stylesheet" href="\.\./(assets/style\.\w+\.css)">', page)
    style = (site / name).read_text("utf-8")
    assert style.index("--paper: light-dark(#fcfaf6") < style.index("--tram:") < style.index("--paper: #eef4fb")
    assert not list(site.glob("assets/look*"))


def test_a_template_adds_to_the_engines_of_the_same_name_on_every_page(site: Path) -> None:
    for path in ("en/index.html", "en/facts/index.html", "404.html"):
        page = (site / path).read_text("utf-8")
        assert re.search(
            r'<img class="logo" src="[^"]*assets/logo\.\w+\.svg" alt=""> The Harbour Tram <b>Merle</b></a>', page
        )
        assert "<p>Harbour Street, Merle</p>" in page and page.count('<footer class="foot">') == 1


def test_a_new_edition_has_the_engines_fonts_and_its_own_colour_in_charts_and_pictures_to_share(site: Path) -> None:
    page = (site / "en/index.html").read_text("utf-8")
    preloaded = re.findall(r'<link rel="preload" href="\.\./assets/fonts/(\w+)\.\w+\.woff2"', page)
    assert preloaded == ["serif", "sans"]
    assert "var(--tram, var(--ink))" in page
    pictures = [path.read_text("utf-8") for path in sorted(site.glob("data/charts/*.svg"))]
    assert any("#00695c" in picture and "data:font/woff2" in picture for picture in pictures)
    assert (site / "en/card.png").stat().st_size > 1000


def extending(folder: Path, **templates: str) -> list[tuple[str, int]]:
    """Where a set of templates, each given by what it extends on its second line, extends itself."""
    for name, other in templates.items():
        (folder / f"{name}.html").write_text(f'{{# its own #}}\n{{% extends "{other}" %}}\n', "utf-8")
    return [(problem.where.path, problem.where.line) for problem in theme.circles(folder)]


def test_templates_that_end_extend_no_circle(tmp_path: Path) -> None:
    assert extending(tmp_path, base="!base.html", story="!story.html", fact="base.html", chart="mine.html") == []


def test_a_circle_is_found_at_once_by_way_of_others_and_by_way_of_the_engine(tmp_path: Path) -> None:
    assert extending(tmp_path, base="base.html") == [("templates/base.html", 2)]
    assert extending(tmp_path, base="mine.html", mine="base.html") == [
        ("templates/base.html", 2),
        ("templates/mine.html", 2),
    ]
    assert ("templates/base.html", 2) in extending(tmp_path, base="story.html", mine="!base.html")
