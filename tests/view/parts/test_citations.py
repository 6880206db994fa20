"""Citations: reference managers' parsers read back what the edition knows of its pages and its articles."""

import json
import re
from itertools import accumulate
from pathlib import Path
from typing import Any

import bibtexparser
import pytest
import rispy
from bibtexparser.middlewares import LatexDecodingMiddleware
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON
from crawler import read_page
from overlay import write

from factbound.commands.cli import main
from factbound.values.dates import parse_period
from factbound.view.parts.bibliography import FORMATS, Work, bound, entry

ROUGH = "Œuvre «100 %» & co \\ #1_a ~ $5 – L’été à Liège"
CORRECTION = """\
- fact: lamp-factory-plan
  date: 2031-06-01
  was: {en: "It said 11 million euros."}
  now: {en: It says more than 12 million euros.}
  why: {en: The director named the larger sum in the article.}
"""
Item = dict[str, Any]


def bibtex(text: str) -> dict[str, Item]:
    """The entries of a BibTeX file, escapes read; dates and addresses are verbatim in biblatex."""
    library, decoded = (
        bibtexparser.parse_string(text),
        bibtexparser.parse_string(text, append_middleware=[LatexDecodingMiddleware()]),
    )
    assert library.failed_blocks == decoded.failed_blocks == []
    verbatim = {
        each.key: {key: str(each[key]) for key in ("date", "url") if key in each.fields_dict}
        for each in library.entries
    }
    return {
        each.key: {key: str(field.value) for key, field in each.fields_dict.items()} | verbatim[each.key]
        for each in decoded.entries
    }


def ris(text: str) -> dict[str, Item]:
    """The references of a RIS file."""
    return {each["id"]: each for each in rispy.loads(text)}


def csl(text: str) -> dict[str, Item]:
    """The items of a CSL-JSON file."""
    return {each["id"]: each for each in json.loads(text)}


def bare(title: str) -> str:
    """A BibTeX title without the braces that keep its capitals."""
    return title.removeprefix("{").removesuffix("}")


@pytest.fixture(scope="module", params=["good", "real"])
def site(request: pytest.FixtureRequest) -> Path:
    return request.getfixturevalue(f"{request.param}_site")


def sources(site: Path) -> dict[str, Item]:
    return {each["id"]: each for each in json.loads((site / "data/sources.json").read_text("utf-8"))["sources"]}


SEEN = {"en": "A page seen in an excerpt"}
"""What stands for the headline of a page that nobody has read whole."""


def test_three_parsers_read_every_article(site: Path) -> None:
    as_bib, as_ris, as_csl = (
        read((site / f"data/sources.{suffix}").read_text("utf-8"))
        for read, suffix in ((bibtex, "bib"), (ris, "ris"), (csl, "csl.json"))
    )
    known = sources(site)
    assert list(as_bib) == list(as_ris) == list(as_csl) == list(known)
    for name, source in known.items():
        title = source["title"] or f"[{(source['about'] or SEEN)['en'].rstrip('.')}]"
        assert bare(as_bib[name]["title"]) == as_ris[name]["title"] == as_csl[name]["title"] == title
        assert (
            as_bib[name]["organization"]
            == as_ris[name]["publisher"]
            == as_csl[name]["publisher"]
            == source["publisher"]
        )
        assert as_bib[name]["url"] == as_csl[name]["URL"] == as_ris[name]["urls"][0] == source["address"]
        period = parse_period(as_bib[name]["date"])
        assert str(period).rstrip("~") == source["published"].rstrip("~")
        start = period.start
        assert start
        parts = [part for part in (start.year, start.month, start.day) if part]
        assert as_csl[name]["issued"]["date-parts"] == [parts]
        assert [int(part) for part in as_ris[name]["date"].split("/")[:3] if part] == parts


def test_an_inferred_date_says_so_in_every_format_and_from_what(site: Path) -> None:
    inferred = [source for source in sources(site).values() if source["published_known"] == "inferred"]
    assert inferred
    as_bib, as_ris, as_csl = (
        read((site / f"data/sources.{suffix}").read_text("utf-8"))
        for read, suffix in ((bibtex, "bib"), (ris, "ris"), (csl, "csl.json"))
    )
    for source in sources(site).values():
        rounded = source in inferred
        name = source["id"]
        assert (
            as_bib[name]["date"].endswith("~"),
            as_ris[name]["date"].endswith("circa"),
            as_csl[name]["issued"].get("circa", False),
        ) == (rounded,) * 3
        notes = [as_bib[name].get("note", ""), " ".join(as_ris[name].get("notes", [])), as_csl[name].get("note", "")]
        assert all((source["published_from"]["en"] in note) for note in notes) if rounded else True


def test_citeproc_formats_an_article_with_what_is_known(good_site: Path) -> None:
    style = CitationStylesStyle("harvard-cite-them-right", validate=False)
    items = json.loads((good_site / "data/sources.csl.json").read_text("utf-8"))
    bibliography = CitationStylesBibliography(style, CiteProcJSON(items), formatter.plain)
    for item in items:
        bibliography.register(Citation([CitationItem(item["id"])]))
    told = [str(each) for each in bibliography.bibliography()]
    (gazette,) = [line for line in told if "Lumen arrive à Gand" in line]
    assert "2031" in gazette
    assert "https://gazette.example/lumen" in gazette


def test_every_story_fact_and_chart_of_a_language_is_in_its_files_under_an_id_of_its_own(site: Path) -> None:
    exported = json.loads((site / "data/facts.json").read_text("utf-8"))
    facts = {fact["id"]: fact for fact in exported["facts"]}
    for language in exported["languages"]:
        items = json.loads((site / f"data/cite/{language}.csl.json").read_text("utf-8"))
        assert len({item["id"] for item in items}) == len(items)
        found = csl((site / f"data/cite/{language}.csl.json").read_text("utf-8"))
        as_bib, as_ris = (
            bibtex((site / f"data/cite/{language}.bib").read_text("utf-8")),
            ris((site / f"data/cite/{language}.ris").read_text("utf-8")),
        )
        assert list(found) == list(as_bib) == list(as_ris)
        prefix = f"{exported['edition']}-{language}"
        assert {
            name.removeprefix(f"{prefix}-fact-") for name in found if name.startswith(f"{prefix}-fact-")
        } == facts.keys()
        for name, fact in facts.items():
            key = f"{prefix}-fact-{name}"
            assert (
                found[key]["title"] == bare(as_bib[key]["title"]) == as_ris[key]["title"] == fact["statement"][language]
            )
            assert found[key]["URL"].endswith(f"/{language}/facts/{name}/")
            assert "issued" not in found[key] and "date" not in as_bib[key] and "year" not in as_ris[key]
        for kind, folder in (("story", ""), ("chart", "charts/")):
            pages = {
                f"{language}/{folder}{name.removeprefix(f'{prefix}-{kind}-')}/".replace("index/", "")
                for name in found
                if name.startswith(f"{prefix}-{kind}-")
            }
            assert pages
            assert [page for page in pages if not (site / page / "index.html").is_file()] == []


@pytest.mark.parametrize(
    "path", ["en/index.html", "en/facts/lamp-factory-plan/index.html", "en/charts/money/index.html"]
)
def test_a_page_offers_the_entries_that_the_files_hold(good_site: Path, path: str) -> None:
    page = read_page(good_site, good_site / path)
    assert len(page.all("details", class_="cite")) == 1
    texts = [element.text for element in page.all("pre") if "details" in element.inside][-len(FORMATS) :]
    files = [(good_site / f"data/cite/en.{suffix}").read_text("utf-8") for suffix in FORMATS.values()]
    assert [text.strip("[]\n") in held for text, held in zip(texts, files, strict=True)] == [True] * 3
    assert "Last read through on 1\u00a0February\u00a02034." in next(
        element.text for element in page.all("dd") if "details" in element.inside
    )


def test_an_article_s_page_cites_the_article(good_site: Path) -> None:
    text = (good_site / "en/sources/gazette-2031/index.html").read_text("utf-8")
    told = re.search(r'<details class="cite">.*?</details>', text, re.DOTALL)
    assert told
    assert "“Lumen arrive à Gand”. La Gazette, around May\u00a02031. " in told[0]
    assert "../../../data/sources.bib" in told[0]


def test_a_correction_stands_in_the_reference(edition: Path) -> None:
    write(edition, {"facts/corrections.yml": CORRECTION})
    assert main(["--project", str(edition), "build"]) == 0
    found = csl((edition / "site/data/cite/en.csl.json").read_text("utf-8"))
    corrected = {name for name, item in found.items() if "Corrected on 1\u00a0June\u00a02031." in item["note"]}
    assert {
        "the-lamp-factory-en-fact-lamp-factory-plan",
        "the-lamp-factory-en-story-index",
        "the-lamp-factory-en-chart-money",
    } <= corrected
    assert "the-lamp-factory-en-fact-lamp-factory-area" not in corrected


def test_without_an_address_of_the_site_a_reference_has_none(edition: Path) -> None:
    path = edition / "mkdocs.yml"
    path.write_text(re.sub(r"site_url: .*\n", "", path.read_text("utf-8")), "utf-8")
    assert main(["--project", str(edition), "build"]) == 0
    assert [
        item for item in csl((edition / "site/data/cite/en.csl.json").read_text("utf-8")).values() if "URL" in item
    ] == []


def test_whatever_stands_in_a_title_is_read_back() -> None:
    work = Work(
        "rough-1",
        ROUGH,
        True,
        "Éditions & fils \\",
        "https://a.example/x%20y_{z}?q=1&r=2#s",
        "fr",
        parse_period("2031-05"),
        False,
        "",
        "deux\nlignes",
    )
    (as_bib,) = bibtex(bound("BibTeX", [entry("BibTeX", work)])).values()
    (as_ris,), (as_csl,) = ris(entry("RIS", work)).values(), csl(bound("CSL-JSON", [entry("CSL-JSON", work)])).values()
    assert bare(as_bib["title"]) == as_ris["title"] == as_csl["title"] == ROUGH
    assert as_bib["organization"] == as_ris["publisher"] == as_csl["publisher"] == work.publisher
    assert as_bib["url"] == "https://a.example/x%20y_%7Bz%7D?q=1&r=2#s"
    assert as_ris["notes"] == ["deux lignes"]
    assert as_bib["note"] == "deux lignes"


@pytest.mark.parametrize("title", ["a { brace", "a } brace", "{} ^", "\\{"])
def test_braces_in_a_title_leave_those_of_the_entry_in_balance(title: str) -> None:
    """BibTeX counts every brace, escaped or not."""
    told = entry("BibTeX", Work("a", title, True, "B", "", "en", None, False, "", ""))
    depths = list(accumulate({"{": 1, "}": -1}.get(character, 0) for character in told))
    assert min(depths) >= 0
    assert depths[-1] == 0
    assert bibtexparser.parse_string(told).failed_blocks == []
    assert (r"\textbraceleft{}" in told) == ("{" in title)
