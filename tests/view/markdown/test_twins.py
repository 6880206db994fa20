"""Twins: each page once more as Markdown, with the numbers, footnotes and tables of its page; and llms.txt, which leads
to them."""

import re
from html import unescape
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import markdown
import pytest
from crawler import HOST, Page, file_of
from overlay import write

from factbound.commands.cli import main
from factbound.view.markdown.syntax import plain

LINK = re.compile(r"\]\(<?([^)>]+)>?\)|<(https?://[^>]+)>")
NOTED = re.compile(r"\[\^(\d+)\](?!:)")
NOTES = re.compile(r"^\[\^(\d+)\]: ", re.MULTILINE)


@pytest.fixture(scope="module", params=["good", "real"])
def site(request: pytest.FixtureRequest) -> Path:
    return request.getfixturevalue(f"{request.param}_site")


def twin(site: Path, page: str) -> str:
    return (site / page / "index.md").read_text("utf-8")


def told(text: str) -> str:
    """Words as they are compared: one space between them, and no escapes."""
    return " ".join(unescape(re.sub(r"\\([\\`*_\[\]])", r"\1", text)).split())


def stories(pages: dict[str, Page]) -> list[Page]:
    return (
        [page for page in pages.values() if "story" in page.all("body")[0].attributes.get("class", "").split()]
        if pages
        else []
    )


def test_every_story_fact_source_and_chart_has_a_twin_that_its_page_names(site: Path, pages: dict[str, Page]) -> None:
    without = {page.url for page in pages.values() if not (site / page.url / "index.md").is_file()}
    assert {url for url in without if not url.endswith(("/embed/", "/search/", "data/"))} == {"", "404.html"}
    for page in pages.values():
        named = [e.attributes["href"] for e in page.all("link", type="text/markdown")]
        assert named == ([] if page.url in without else ["index.md"]), page.url


def test_a_twin_has_its_page_s_heading_and_amount(site: Path, pages: dict[str, Page]) -> None:
    for page in pages.values():
        if (site / page.url / "index.md").is_file():
            text = twin(site, page.url)
            heading = (
                re.sub(r"(?:\u2060?\[\d+\])+$|\u2060", "", page.all("h1")[0].text)
                if not page.all("sup", class_="ref")
                else None
            )
            assert text.startswith("# ")
            if heading:
                assert told(text.splitlines()[0]) == told(f"# {heading}"), page.url
            for amount in page.all("p", class_="figure-large"):
                assert told(amount.text) in told(text), page.url


def test_a_story_s_twin_prints_each_number_as_the_page_does_with_the_same_footnote(
    site: Path, pages: dict[str, Page]
) -> None:
    found = stories(pages)
    assert found
    for page in found:
        text = twin(site, page.url)
        body, _, notes = text.partition(f"\n[^{NOTES.search(text)[1]}]: ") if NOTES.search(text) else (text, "", "")
        assert notes or not NOTED.search(text)
        assert list(dict.fromkeys(map(int, NOTED.findall(body)))) == list(range(1, len(NOTES.findall(text)) + 1)), (
            page.url
        )
        assert NOTED.findall(body) == [reference.text.strip(" []") for reference in page.all("sup", class_="ref")], (
            page.url
        )
        for figure in page.all("span", class_="fig"):
            assert told(figure.text) in told(body), (page.url, figure.text)


def test_a_footnote_names_publisher_paragraph_printed_words_and_address(good_site: Path) -> None:
    notes = [line for line in twin(good_site, "en/").splitlines() if line.startswith("[^")]
    (plan,) = [
        note for note in notes if "(../en/facts/lamp-factory-plan/)" in note.partition("/ ")[0] and "La Gazette" in note
    ]
    assert "La Gazette, around May\u00a02031 (inferred), paragraph 4: “plus de 12 millions d’euros”" in plan
    assert "The Herald, 14\u00a0May\u00a02031, paragraph 1: “€12 million”" in plan
    assert "<https://gazette.example/lumen#:~:text=plus%20de%2012%20millions%20d%E2%80%99euros>" in plan
    worked = next(note for note in notes if "lamp-factory-pace" in note)
    assert "spread evenly over the years: [more than €12\u00a0million](../en/facts/lamp-factory-plan/)" in worked


def test_a_chart_stands_as_its_table_with_title_and_sources(good_site: Path) -> None:
    for text in (twin(good_site, "en/"), twin(good_site, "en/charts/money/")):
        assert "| Fact | Amount | Status | Origins |\n| --- | --- | --- | --- |\n" in text
        assert "| [The plan](" in text
        assert "more than €12\u00a0million | announced |" in text
        assert re.search(r"^Sources: \[La Gazette\]\([^)]+\), \[The Herald\]\([^)]+\)\.$", text, re.MULTILINE)


def test_code_is_left_as_typed(good_site: Path) -> None:
    text = twin(good_site, "en/")
    assert "`[[lamp-factory-plan]]`" in text
    assert "[[no-such-figure]] costs 40 euros" in text


def test_nothing_of_the_grammar_is_left(site: Path) -> None:
    for path in site.rglob("index.md"):
        text = re.sub(r"^(```|~~~).*?^\1|`[^`]*`", "", path.read_text("utf-8"), flags=re.MULTILINE | re.DOTALL)
        assert not re.search(r"\[\[|\]\]|^!!!|[\ue000\ue001]|\.md\)|<(?!https?://)[a-z/]", text), path


def test_every_link_of_a_twin_leads_somewhere(site: Path) -> None:
    files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    lost = []
    for path in site.rglob("index.md"):
        base = HOST + path.relative_to(site).as_posix()
        for one, other in LINK.findall(path.read_text("utf-8")):
            address = urlsplit(urljoin(base, one or other))
            if address.geturl().startswith(HOST) and file_of(address.path.removeprefix("/")) not in files:
                lost.append(f"{base} → {one}")
    assert lost == []


def test_a_twin_is_read_as_markdown_with_footnotes_and_tables(good_site: Path) -> None:
    html = markdown.markdown(twin(good_site, "en/"), extensions=["tables", "footnotes", "fenced_code"])
    assert html.count("<h1") == 1
    assert html.count("<table") >= 2
    assert len(re.findall(r'<li id="fn:\d+">', html)) == len(NOTES.findall(twin(good_site, "en/")))
    assert "[^" not in re.sub(r"<code>.*?</code>", "", html, flags=re.DOTALL)


def test_markup_in_words_means_itself(edition: Path) -> None:
    facts = (edition / "facts/lamp-factory.yml").read_text("utf-8")
    write(
        edition,
        {
            "facts/lamp-factory.yml": facts.replace(
                "The city provides the land.", "'*Land* [a](b) <b>c</b> | _d_ `e` \\f'"
            )
        },
    )
    assert main(["--project", str(edition), "build"]) == 0
    first = twin(edition / "site", "en/facts/lamp-factory-land/").splitlines()[0]
    assert unescape(markdown.markdown(first)) == "<h1>*Land* [a](b) <b>c</b> | _d_ `e` \\f</h1>"


def test_llms_txt_has_the_shape_and_leads_to_twins_and_data(site: Path) -> None:
    """llmstxt.org: one main heading first, a quotation or words, then headings of the second level over lists of
    links."""
    text = (site / "llms.txt").read_text("utf-8")
    lines = [line for line in text.splitlines() if line]
    assert lines[0].startswith("# ")
    assert [line for line in lines if line.startswith("#") and not line.startswith("## ")] == [lines[0]]
    listed = text[text.index("\n## ") :].splitlines()
    assert [line for line in listed if line and not re.fullmatch(r"## .+|- \[.+\]\([^)]+\)(: .+)?", line)] == []
    links = re.findall(r"\]\(([^)]+)\)", text)
    root = "https://parcel-promise.example/" if (site / "fr").exists() else "https://lamps.example/sub/"
    assert len(links) == len(set(links)) > 8
    assert [link for link in links if not (site / link.removeprefix(root)).is_file()] == []
    twins = {path.relative_to(site).as_posix() for path in site.glob("*/index.md")} | {
        path.relative_to(site).as_posix() for path in site.glob("*/*/index.md")
    }
    assert {link.removeprefix(root) for link in links if link.endswith(".md")} == twins


@pytest.mark.parametrize(
    "words",
    [
        "# a",
        "C #",
        "a ##",
        "- x",
        "-",
        "+ x",
        "1. x",
        "12) y",
        "AT&amp;T",
        "R&D;",
        "A & B",
        "> q",
        "~~x~~",
        "*a*",
        "a_b_c",
        "[x](y)",
        "a | b",
        "<b>",
    ],
)
@pytest.mark.parametrize("line", ["{}", "# {}", "- {}"])
def test_words_mean_themselves_wherever_they_stand(words: str, line: str) -> None:
    html = markdown.markdown(line.format(plain(words)), extensions=["tables"])
    assert re.fullmatch(r"(?:<ul>\n<li>|<(?:p|h1)>)(.*?)(?:</li>\n</ul>|</(?:p|h1)>)", html), html
    assert unescape(re.sub("<[^>]+>", "", html)).strip().replace("\\~", "~") == words
