"""The good edition, built: its pages, its files, and that the same input gives the same bytes."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from crawler import Page, dead_ends, read_page, read_site
from overlay import good_edition, write
from places import ROOT
from site_rules import SiteRules

from factbound.commands.cli import main

MARKUP = '<b>bold</b> & **strong** {{ view }} {% raw %} "quoted" <script>x</script>'


def contents(site: Path) -> dict[str, bytes]:
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in sorted(site.rglob("*")) if path.is_file()}


@pytest.fixture(scope="module")
def site(good_site: Path) -> Path:
    return good_site


class TestTheLampFactory(SiteRules):
    base = "sub/"

    @pytest.mark.parametrize(
        "path",
        [
            "index.html",
            "404.html",
            "sitemap.xml",
            "robots.txt",
            "en/index.html",
            "en/notes/index.html",
            "en/facts/index.html",
            "en/facts/lamp-factory-plan/index.html",
            "en/facts/plan-against-past/index.html",
            "en/sources/index.html",
            "en/sources/gazette-2031/index.html",
            "en/charts/money/index.html",
            "en/corrections/index.html",
            "data/facts.json",
            "data/facts.csv",
            "data/readings.csv",
            "data/sources.json",
            "data/derived.csv",
            "data/charts/money.svg",
            "data/charts/money.csv",
            "data/sources.csv",
            "data/origins.csv",
            "data/mentions.csv",
            "data/derived_inputs.csv",
            "data/datapackage.json",
            "data/README.md",
            "data/edition.sqlite",
            "data/facts/lamp-factory-plan.json",
            "data/index.html",
            "en/data/index.html",
            "en/facts/lamp-factory-plan/embed/index.html",
            "data/charts/money.json",
            "data/charts/money.png",
            "data/charts/days.svg",
        ],
    )
    def test_the_contract_s_pages_and_files_are_there(self, site: Path, path: str) -> None:
        assert (site / path).stat().st_size > 0

    def test_nothing_of_the_workshop_is_published(self, site: Path) -> None:
        assert [
            path for path in contents(site) if path.endswith((".yml", ".lock", ".gitkeep", ".ttf")) or "archive" in path
        ] == []
        markdown = [path for path in contents(site) if path.endswith(".md")]
        assert [path for path in markdown if not path.endswith("/index.md") and path != "data/README.md"] == []

    def test_code_is_left_alone(self, pages: dict[str, Page]) -> None:
        code = [element.text for element in pages["en/"].all("code")]
        assert code == ["[[lamp-factory-plan]]", "12", "[[no-such-figure]] costs 40 euros\n"]

    def test_a_fact_page_shows_both_sides_of_a_disagreement(self, pages: dict[str, Page]) -> None:
        quotes = [element.text for element in pages["en/facts/lamp-factory-plan/"].all("q")] + [
            e.text for e in pages["en/facts/lamp-factory-plan/"].all("blockquote")
        ]
        assert any("plus de 12 millions d’euros" in quote for quote in quotes)
        assert any("€12 million" in quote for quote in quotes)

    def test_a_misleading_figure_stands_beside_its_caveat(self, pages: dict[str, Page]) -> None:
        assert any(
            "the years and the certainty differ" in element.text
            for element in pages["en/"].all("p")
            if "more than 3 times" in element.text
        )

    def test_every_mark_of_a_chart_links_to_its_fact(self, pages: dict[str, Page]) -> None:
        marks = [e for e in pages["en/"].elements if e.tag == "a" and "svg" in e.inside]
        assert {"../en/facts/lamp-factory-plan/", "../en/facts/lumen-past/", "../en/facts/lamp-factory-signing/"} <= {
            mark.attributes["href"] for mark in marks
        }
        assert all(mark.attributes["aria-label"] for mark in marks)

    def test_facts_json_is_the_contract_s(self, site: Path) -> None:
        data = json.loads((site / "data/facts.json").read_text("utf-8"))
        assert (data["edition"], data["languages"]) == ("the-lamp-factory", ["en"])
        facts = {fact["id"]: fact for fact in data["facts"]}
        plan = facts["lamp-factory-plan"]
        amount = {"qualifier": "more than", "value": "12000000", "unit": "EUR", "lower": "12000000", "upper": None}
        expected = {
            "id": "lamp-factory-plan",
            "kind": "fact",
            "statement": {"en": "Lumen plans to invest more than €12\u00a0million in its Ghent factory."},
            "subject": "lumen",
            "place": "ghent",
            "measure": "investment",
            "status": "announced",
            "period": "2031/2033",
            "scope": ["building"],
            "quantity": amount,
            "origins": ["lumen-2031"],
            "agreement": "differs",
            "derivation": None,
            "mentioned": ["/en/", "/en/notes/"],
        }
        assert {key: plan[key] for key in expected} == expected
        reading = {
            "source": "gazette-2031",
            "paragraph": 4,
            "printed": "plus de 12 millions d’euros",
            "quantity": amount,
            "said_by": "ada-claes",
            "verified": False,
            "preferred": True,
        }
        assert {key: plan["readings"][0][key] for key in reading} == reading

    def test_a_derived_figure_has_a_derivation_and_no_readings(self, site: Path) -> None:
        data = json.loads((site / "data/facts.json").read_text("utf-8"))
        pace = next(fact for fact in data["facts"] if fact["id"] == "lamp-factory-pace")
        assert (pace["kind"], pace["readings"], pace["agreement"]) == ("derived", [], None)
        assert pace["quantity"] == {
            "qualifier": "more than",
            "value": "4000000",
            "unit": "EUR/years",
            "lower": "4000000",
            "upper": None,
        }
        derivation = pace["derivation"]
        assert (derivation["operation"], derivation["inputs"], derivation["verdict"]) == (
            "per-year",
            ["lamp-factory-plan", "years(lamp-factory-plan)"],
            "with-care",
        )
        assert derivation["why"]["en"].startswith("money need not flow")

    def test_a_fact_without_a_number_has_no_quantity(self, site: Path) -> None:
        data = json.loads((site / "data/facts.json").read_text("utf-8"))
        assert next(fact for fact in data["facts"] if fact["id"] == "lamp-factory-land")["quantity"] is None


def build(project: Path, site: Path, **environment: str) -> str:
    """Build in a process of its own; what it prints."""
    run = subprocess.run(
        [sys.executable, str(ROOT / "build.py"), "--no-bootstrap", "--project", str(project), "--site-dir", str(site)],
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=True,
        cwd=project,
    )
    return run.stdout


@pytest.mark.slow  # builds in processes of their own
def test_two_builds_are_alike_byte_for_byte_in_any_folder_time_zone_and_locale(tmp_path: Path) -> None:
    one, other = good_edition(tmp_path / "one"), good_edition(tmp_path / "a longer way" / "other")
    build(one, tmp_path / "site-one", TZ="Pacific/Kiritimati", LC_ALL="C", PYTHONHASHSEED="1")
    build(other, tmp_path / "site-other", TZ="America/Los_Angeles", LC_ALL="C.UTF-8", PYTHONHASHSEED="2")
    assert contents(tmp_path / "site-one") == contents(tmp_path / "site-other")


def test_a_second_build_draws_nothing(edition: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for _ in range(2):
        assert main(["--project", str(edition), "build"]) == 0
    first, second = capsys.readouterr().out.splitlines()
    assert "(0 drawn" in second
    assert "(0 drawn" not in first


@pytest.mark.slow  # the edition is built anew
def test_a_damaged_cache_is_drawn_anew(edition: Path) -> None:
    assert main(["--project", str(edition), "build"]) == 0
    before = contents(edition / "site")
    for path in (edition / ".cache").rglob("*"):
        if path.is_file() and path.parent.name != "builds":
            path.write_bytes(path.read_bytes()[:-9] + b" damaged ")
    (edition / "facts/origins.yml").write_text(
        (edition / "facts/origins.yml").read_text("utf-8") + "# another comment\n", "utf-8"
    )
    assert main(["--project", str(edition), "build"]) == 0
    assert contents(edition / "site") == before


def test_html_markdown_and_jinja_in_words_are_shown_as_typed(edition: Path) -> None:
    """A statement, a name, printed words, a label and a reason are plain text, whatever they hold."""
    people = (edition / "facts/people.yml").read_text("utf-8").replace("name: Ada Claes", f"name: 'Ada {MARKUP}'")
    facts = (
        (edition / "facts/lamp-factory.yml")
        .read_text("utf-8")
        .replace("The city provides the land.", f"'Land {MARKUP}'")
        .replace("printed: La ville fournit le terrain", f"printed: 'Terre {MARKUP}'")
    )
    charts = (
        (edition / "content/charts.yml")
        .read_text("utf-8")
        .replace("en: The plan\n", f"en: 'Plan {MARKUP}'\n")
        .replace("en: Money for Ghent.", f"en: 'Lead {MARKUP}'")
    )
    story = (
        (edition / "content/en/index.md")
        .read_text("utf-8")
        .replace("title: A lamp factory for Ghent", f"title: 'Title {MARKUP}'")
    )
    write(
        edition,
        {
            "facts/people.yml": people,
            "facts/lamp-factory.yml": facts,
            "content/charts.yml": charts,
            "content/en/index.md": story,
        },
    )
    assert main(["--project", str(edition), "build"]) == 0
    site = edition / "site"
    land, home = (
        read_page(site, site / "en/facts/lamp-factory-land/index.html"),
        read_page(site, site / "en/index.html"),
    )
    chart, source = (
        read_page(site, site / "en/charts/money/index.html"),
        read_page(site, site / "en/sources/gazette-2031/index.html"),
    )
    assert land.all("h1")[0].text.strip() == f"Land {MARKUP}"
    assert home.all("h1")[0].text.strip() == f"Title {MARKUP}"
    for page, words in ((land, "Terre"), (home, "Ada"), (chart, "Plan"), (chart, "Lead"), (source, "Terre")):
        assert f"{words} {MARKUP}" in page.all("body")[0].text, (page.url, words)
        assert page.all("b") == []
        assert [
            script
            for script in page.all("script")
            if "src" not in script.attributes and "ld+json" not in script.attributes.get("type", "")
        ] == []
    picture = (site / "data/charts/money.svg").read_text("utf-8")
    assert "<script" not in picture
    assert "&lt;b&gt;bold" in picture


@pytest.mark.slow  # the edition is built anew
def test_a_picture_is_published_and_shown_from_every_story(edition: Path) -> None:
    (edition / "content/en/lamp.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>\n', "utf-8"
    )
    for name in ("index", "notes"):
        path = edition / f"content/en/{name}.md"
        path.write_text(path.read_text("utf-8") + "\n![A lamp](lamp.svg)\n", "utf-8")
    assert main(["--project", str(edition), "build"]) == 0
    shown = {
        path: [image.attributes["src"] for image in read_page(edition / "site", edition / "site" / path).all("img")]
        for path in ("en/index.html", "en/notes/index.html")
    }
    assert all(
        (edition / "site" / Path(path).parent / src).resolve().is_file()
        for path, sources in shown.items()
        for src in sources
    ), shown


@pytest.mark.slow  # the edition is built anew
def test_a_chart_s_page_links_into_a_story_that_prints_its_table_alone(edition: Path) -> None:
    path = edition / "content/en/notes.md"
    path.write_text(path.read_text("utf-8") + "\n[[table:days]]\n", "utf-8")
    assert main(["--project", str(edition), "build"]) == 0
    assert dead_ends(edition / "site", read_site(edition / "site"), "sub/") == []


def test_a_table_is_aligned_without_a_style_of_its_own(edition: Path) -> None:
    path = edition / "content/en/notes.md"
    path.write_text(path.read_text("utf-8") + "\n| a | b |\n| --- | ---: |\n| c | d |\n", "utf-8")
    assert main(["--project", str(edition), "build"]) == 0
    cells = read_page(edition / "site", edition / "site/en/notes/index.html").all("td")
    assert [cell.attributes for cell in cells if cell.text == "d"] == [{"class": "right"}]


def test_an_edition_without_charts_or_derived_figures_is_built(tmp_path: Path) -> None:
    edition = good_edition(tmp_path / "edition")
    (edition / "content/charts.yml").unlink()
    (edition / "facts/derived.yml").unlink()
    write(
        edition,
        {
            "content/en/index.md": "---\ntitle: Short\n---\n\nNothing but words.\n",
            "content/en/notes.md": "---\ntitle: Notes\n---\n\nMore words.\n",
        },
    )
    assert main(["--project", str(edition), "build"]) == 0
