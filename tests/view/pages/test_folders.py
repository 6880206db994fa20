"""Stories in folders: published as they lie, found by way of their folder's index."""

from pathlib import Path

import pytest
from crawler import Page, dead_ends, read_site
from overlay import good_edition, write

from factbound.commands.cli import main

STORIES = {
    "content/en/ports/index.md": "---\ntitle: The ports\nmenu: foot\n---\n\nBegin with [Ghent](ghent.md).\n",
    "content/en/ports/ghent.md": "---\ntitle: Ghent\norder: 2\nkicker: A port\n---\n\n"
    "Read [how we read](../notes.md#how-we-read), or go [to the east](east/index.md). ![A crane](crane.svg)\n\n"
    'A link is written `<a href="east/index.md">` or `[east](east/index.md)`.\n\n'
    '```\n<a href="east/index.md">[east](east/index.md)</a>\n```\n',
    "content/en/ports/antwerp.md": "---\ntitle: Antwerp\norder: 3\n---\n\nIt costs [[lamp-factory-plan]].\n",
    "content/en/ports/east/index.md": "---\ntitle: The east\n---\n\nBack to [the ports](../index.md).\n",
    "content/en/ports/crane.svg": '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>\n',
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("folders")
    edition = write(good_edition(folder / "edition"), STORIES)
    assert main(["--project", str(edition), "build", "--site-dir", str(folder / "site")]) == 0
    return folder / "site"


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[str, Page]:
    return read_site(site)


def links_in(page: Page, element: str) -> list[str]:
    return [e.text for e in page.elements if e.tag == "a" and element in e.inside]


def test_a_story_lies_where_its_folder_does_and_every_link_leads_somewhere(site: Path, pages: dict[str, Page]) -> None:
    ports = {"en/ports/", "en/ports/ghent/", "en/ports/antwerp/", "en/ports/east/"}
    assert pages.keys() >= ports
    assert dead_ends(site, pages, "/sub/") == []
    assert "[Ghent](" in (site / "en/ports/index.md").read_text("utf-8")
    assert "lamp-factory-plan" in (site / "en/ports/antwerp/index.md").read_text("utf-8")
    assert all(f"https://lamps.example/sub/{port}" in (site / "sitemap.xml").read_text("utf-8") for port in ports)


def test_menus_name_the_index_of_a_folder_alone(pages: dict[str, Page]) -> None:
    for page in pages.values():
        named = {*links_in(page, "footer"), *links_in(page, "header")}
        assert not named & {"Antwerp", "The east"}
    assert "The ports" in links_in(pages["en/"], "footer")


def test_each_story_of_a_folder_leads_to_its_index_and_to_the_others(pages: dict[str, Page]) -> None:
    sections = {
        url: [e.text for e in pages[url].all("a") if "nav" in e.inside and "header" not in e.inside]
        for url in ("en/ports/", "en/ports/antwerp/", "en/ports/east/", "en/notes/")
    }
    told = ["The ports", "The east", "Ghent", "Antwerp"]
    assert [label for label in sections["en/ports/"] if label in told] == told
    assert [label for label in sections["en/ports/antwerp/"] if label in told][:4] == told
    assert "The east" in sections["en/ports/east/"]
    assert not set(sections["en/notes/"]) & {"Ghent", "Antwerp"}


def test_a_folder_without_an_index_and_an_address_taken_twice_are_problems(
    edition: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(edition, {path: text for path, text in STORIES.items() if path.endswith(("antwerp.md", "east/index.md"))})
    write(edition, {"content/en/notes/index.md": "---\ntitle: Notes\n---\n\nOne more.\n"})
    write(edition, {"content/en/facts/index.md": "---\ntitle: Facts\n---\n\nFacts.\n"})
    assert main(["--project", str(edition), "check"]) == 1
    said = capsys.readouterr().err
    assert "content/en/ports/antwerp.md:1:1: no story opens this folder, so nothing leads to it [unknown-file]" in said
    assert "content/en/notes.md has the same address [duplicate-id]" in said
    assert 'content/en/facts/index.md:1:1: a story cannot be called "facts" [bad-id]' in said


def test_what_is_typed_as_code_keeps_the_address_of_a_link_that_stands_beside_it(
    site: Path, pages: dict[str, Page]
) -> None:
    page = pages["en/ports/ghent/"]
    assert "../../../en/ports/east/" in page.links
    assert [e.text for e in page.all("code")] == [
        '<a href="east/index.md">',
        "[east](east/index.md)",
        '<a href="east/index.md">[east](east/index.md)</a>\n',
    ]
    twin = (site / "en/ports/ghent/index.md").read_text("utf-8")
    assert '`<a href="east/index.md">` or `[east](east/index.md)`' in twin
    assert '```\n<a href="east/index.md">[east](east/index.md)</a>\n```' in twin
    assert "[to the east](../../../en/ports/east/)" in twin
