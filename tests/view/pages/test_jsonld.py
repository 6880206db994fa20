"""JSON-LD: every page's data block is schema.org's, and says what facts.json says."""

import json
import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import extruct
import pytest
from overlay import write
from rdflib import Graph, Literal, Namespace, URIRef
from rdflib.namespace import RDF, SDO

from factbound.commands.cli import main
from factbound.view.data.offered import DATASET
from factbound.view.pages.jsonld import block

VOCABULARY: dict[str, Any] = json.loads((Path(__file__).parent / "schema-org.json").read_text("utf-8"))["types"]
REAL, GOOD = "https://parcel-promise.example/", "https://lamps.example/sub/"
CORRECTION = """\
- fact: lamp-factory-plan
  date: 2031-06-01
  was: {en: "It said </script><!-- 11 million euros."}
  now: {en: It says more than 12 million euros.}
  why: {en: The director named the larger sum in the article.}
"""


def blocks(site: Path) -> dict[str, dict[str, Any]]:
    """The data block of each page, by its address from the root, as extruct reads it."""
    found = {}
    for path in sorted(site.rglob("*.html")):
        told = extruct.extract(path.read_text("utf-8"), syntaxes=["json-ld"])["json-ld"]
        assert len(told) <= 1, path
        if told:
            found[path.relative_to(site).as_posix().removesuffix("index.html")] = told[0]
    return found


@pytest.fixture(scope="module", params=["good", "real"])
def site(request: pytest.FixtureRequest) -> Path:
    return request.getfixturevalue(f"{request.param}_site")


@pytest.fixture(scope="module")
def data(site: Path) -> dict[str, dict[str, Any]]:
    return blocks(site)


def root(site: Path) -> str:
    return REAL if (site / "fr").exists() else GOOD


def exported(site: Path, name: str) -> dict[str, dict[str, Any]]:
    """The facts or sources that a site exports, by id."""
    return {each["id"]: each for each in json.loads((site / f"data/{name}.json").read_text("utf-8"))[name]}


def nodes(value: Any) -> Iterator[dict[str, Any]]:
    """Every thing in a data block."""
    for each in value if isinstance(value, list) else [value]:
        if isinstance(each, dict):
            yield each
            for inside in each.values():
                yield from nodes(inside)


def kinds(name: str) -> set[str]:
    """A type and everything it is a kind of."""
    return {name}.union(*(kinds(parent) for parent in VOCABULARY[name]["is"]))


@cache
def allowed(name: str) -> dict[str, list[str]]:
    """The properties of a type, with the types of their values."""
    return {key: values for kind in kinds(name) for key, values in VOCABULARY[kind]["has"].items()}


def fits(value: Any, expected: list[str]) -> bool:
    """Whether a value is of one of these types; a thing of no type of its own is known by its name or its address
    alone."""
    match value:
        case bool():
            return "Boolean" in expected
        case int() | float():
            return "Number" in expected
        case str():
            dated = re.fullmatch(r"\d{4}(-\d\d){0,2}", value) is not None
            return (
                "Text" in expected
                or ("URL" in expected and bool(re.match(r"https?://|\.", value)))
                or ("Date" in expected and dated)
            )
        case dict() if "@type" in value:
            return bool(kinds(value["@type"]) & {*expected, *(["Thing"] if "Thing" in expected else [])})
        case _:
            return value.keys() <= {"@id", "name"}


def test_every_page_but_frames_and_errors_has_a_data_block(site: Path, data: dict[str, dict[str, Any]]) -> None:
    pages = {path.relative_to(site).as_posix().removesuffix("index.html") for path in site.rglob("*.html")}
    assert {page for page in pages - data.keys() if not page.endswith("/embed/")} == {"404.html"}


def test_every_type_property_and_value_is_of_the_vocabulary(data: dict[str, dict[str, Any]]) -> None:
    wrong = set()
    for told in data.values():
        for node in nodes(told):
            properties = {key: value for key, value in node.items() if not key.startswith("@")}
            if "@type" in node and node["@type"] not in VOCABULARY:
                wrong.add(node["@type"])
                continue
            known = allowed(node.get("@type", "Thing"))
            wrong |= {(node.get("@type"), key) for key in properties.keys() - known.keys()}
            wrong |= {
                (node.get("@type"), key, str(each))
                for key in properties.keys() & known.keys()
                for each in (properties[key] if isinstance(properties[key], list) else [properties[key]])
                if not fits(each, known[key])
            }
    assert wrong == set()


def test_a_page_names_itself_and_when_it_was_read_through(site: Path, data: dict[str, dict[str, Any]]) -> None:
    day = "2026-11-26" if root(site) == REAL else "2034-02-01"
    assert [path for path, told in data.items() if told["@id"] != root(site) + path] == []
    assert {told.get("lastReviewed") for path, told in data.items() if path} == {day}


def test_nothing_is_told_that_nobody_knows(data: dict[str, dict[str, Any]]) -> None:
    """Who published the pages is not in the ledger; nor, but of stories whose front matter has it, who wrote them and
    when; nor is which language was translated from which."""
    own = [
        node
        for told in data.values()
        for node in [told, told.get("mainEntity", {})]
        if node.get("@type") not in {"Claim", None}
    ]
    kept = [node for node in own if "#" in node.get("@id", "") or node["@type"].endswith("Page")]
    by_hand = {"author", "datePublished", "dateModified"}
    told = {key for node in kept for key in node if node["@type"] != "NewsArticle" or key not in by_hand}
    assert (
        told
        & {"author", "creator", "publisher", "datePublished", "dateModified", "translationOfWork", "workTranslation"}
        == set()
    )


def number(told: object) -> Decimal | None:
    return None if told is None else Decimal(str(told))


def amount(node: dict[str, Any], quantity: dict[str, Any], status: str | None) -> None:
    """Hold an Observation against a quantity of facts.json."""
    assert [each["name"] for each in node.get("measurementQualifier", [])] == [
        each for each in (quantity["qualifier"], status) if each
    ]
    assert node["unitText"] == quantity["unit"]
    value, lower, upper = (number(node.get(key)) for key in ("value", "minValue", "maxValue"))
    if quantity["qualifier"] is None:  # a bound is told where rounding made it another one
        lower, upper = lower or value, upper or value
    if value is not None:
        assert value == number(quantity["value"])
    assert (lower, upper) == (number(quantity["lower"]), number(quantity["upper"]))


def standing(figure: str, facts: dict[str, dict[str, Any]]) -> str | None:
    """The status of a fact; of a derived figure the one that its inputs share, or a promise among them."""
    fact = facts[figure]
    if fact["kind"] == "fact":
        return fact["status"]
    shared = {standing(each, facts) for each in fact["derivation"]["inputs"] if not each.startswith("years(")} - {None}
    promised = sorted(shared & {"announced", "planned", "forecast"})
    return shared.pop() if len(shared) == 1 else promised[0] if promised else None


def test_quantities_bounds_qualifiers_and_sources_are_those_of_facts_json(
    site: Path, data: dict[str, dict[str, Any]]
) -> None:
    facts, sources = exported(site, "facts"), exported(site, "sources")
    languages = json.loads((site / "data/facts.json").read_text("utf-8"))["languages"]
    observed = 0
    for name, fact in facts.items():
        for language in languages:
            claim = data[f"{language}/facts/{name}/"]["mainEntity"]
            assert (claim["@type"], claim["text"], claim["inLanguage"]) == (
                "Claim",
                fact["statement"][language],
                language,
            )
            assert claim.get("temporalCoverage") == (fact["period"] or fact["date"])
            observations = [node for node in claim.get("about", []) if node.get("@type") == "Observation"]
            assert len(observations) == (fact["quantity"] is not None)
            for node in observations:
                observed += 1
                amount(node, fact["quantity"], standing(name, facts))
            printed = [(quote["text"], quote["isPartOf"]["@id"]) for quote in claim.get("appearance", [])]
            assert printed == [
                (reading["printed"], sources[reading["source"]]["address"]) for reading in fact["readings"]
            ]
            for quote, reading in zip(claim.get("appearance", []), fact["readings"], strict=True):
                if "about" in quote:
                    amount(quote["about"], reading["quantity"], None)
                elif reading["quantity"]:
                    assert reading["quantity"] == fact["quantity"]
            inputs = [
                each.removeprefix("years(").removesuffix(")")
                for each in (fact["derivation"] or {"inputs": []})["inputs"]
            ]
            assert [node["@id"] for node in claim.get("isBasedOn", [])] == [
                f"{root(site)}{language}/facts/{each}/#claim" for each in inputs
            ]
    assert observed > 3


def test_an_article_stands_under_its_own_address_with_what_is_known_of_it(
    site: Path, data: dict[str, dict[str, Any]]
) -> None:
    for source in exported(site, "sources").values():
        told = data[f"en/sources/{source['id']}/"]["mainEntity"]
        kind = "CreativeWork" if source["seen"] else "NewsArticle"
        assert (told["@type"], told["@id"], told["url"]) == (kind, source["address"], source["address"])
        assert (told["publisher"]["name"], told["inLanguage"], told.get("headline")) == (
            source["publisher"],
            source["language"],
            source["title"],
        )
        stated = source["published_known"] == "stated" and "~" not in source["published"]
        assert told.get("datePublished") == (source["published"] if stated else None)
        assert stated or (source["published_from"] or {"en": "Published"})["en"] in told["disambiguatingDescription"]


def test_a_story_cites_the_claims_it_prints_by_their_addresses(site: Path, data: dict[str, dict[str, Any]]) -> None:
    facts = exported(site, "facts")
    told = data["en/"]["mainEntity"]
    cited = {node["@id"] for node in told["citation"]}
    assert cited == {
        f"{root(site)}en/facts/{name}/#claim" for name, fact in facts.items() if "/en/" in fact["mentioned"]
    }
    claims = {node["mainEntity"]["@id"] for path, node in data.items() if "/facts/" in path and "mainEntity" in node}
    assert cited <= claims
    assert {node["@id"] for node in told["isBasedOn"]} <= {
        source["address"] for source in exported(site, "sources").values()
    }


def test_every_download_is_there(site: Path, data: dict[str, dict[str, Any]]) -> None:
    offered = {node["contentUrl"] for told in data.values() for node in nodes(told) if "contentUrl" in node}
    assert {f"{root(site)}{path}" for path in DATASET} <= offered
    assert [address for address in offered if not (site / address.removeprefix(root(site))).is_file()] == []


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")
def test_rdflib_reads_the_same_claims(good_site: Path) -> None:
    """The context is given here: a test fetches nothing."""
    told = blocks(good_site)["en/facts/lamp-factory-plan/"]
    sdo = Namespace(str(SDO))  # open: rdflib's own list of terms is older than some of them
    graph = Graph().parse(data=json.dumps({**told, "@context": {"@vocab": str(SDO)}}), format="json-ld")
    claim = URIRef(f"{GOOD}en/facts/lamp-factory-plan/#claim")
    observations = [node for node in graph.objects(claim, sdo.about) if (node, RDF.type, sdo.Observation) in graph]
    assert len(observations) == 1
    assert (graph.value(observations[0], sdo.minValue), graph.value(observations[0], sdo.maxValue)) == (
        Literal(12000000),
        None,
    )
    names = {str(graph.value(each, sdo.name)) for each in graph.objects(observations[0], sdo.measurementQualifier)}
    assert names == {"more than", "announced"}
    assert str(graph.value(observations[0], sdo.observationPeriod)) == "P3Y"
    articles = {str(graph.value(quote, sdo.isPartOf)) for quote in graph.objects(claim, sdo.appearance)}
    assert articles == {"https://gazette.example/lumen", "https://herald.example/lumen"}


def test_a_correction_stands_with_the_claim_and_every_story_that_prints_it(edition: Path) -> None:
    write(edition, {"facts/corrections.yml": CORRECTION})
    assert main(["--project", str(edition), "build"]) == 0
    data = blocks(edition / "site")
    for path in ("en/", "en/notes/", "en/facts/lamp-factory-plan/"):
        (comment,) = data[path]["mainEntity"]["correction"]
        assert comment["datePublished"] == "2031-06-01"
        assert "</script><!-- 11 million" in comment["text"]
    assert [part["about"]["@id"] for part in data["en/corrections/"]["hasPart"]] == [
        f"{GOOD}en/facts/lamp-factory-plan/#claim"
    ]


def test_without_an_address_of_the_site_everything_is_told_as_seen_from_the_page(edition: Path) -> None:
    path = edition / "mkdocs.yml"
    path.write_text(path.read_text("utf-8").replace(f"site_url: {GOOD}\n", ""), "utf-8")
    assert main(["--project", str(edition), "build"]) == 0
    site, there = edition / "site", "https://moved.example/a/b/"
    data = blocks(site)
    assert [path for path, told in data.items() if urljoin(there + path, told["@id"]) != there + path] == []
    links = [
        urljoin(there + path, node[key])
        for path, told in data.items()
        for node in nodes(told)
        for key in ("@id", "contentUrl")
        if key in node
    ]
    own = {link.removeprefix(there).partition("#")[0] for link in links if link.startswith(there)}
    assert len(own) > 20
    assert [name for name in own if not (site / name / "index.html").is_file() and not (site / name).is_file()] == []


@pytest.mark.parametrize("words", ["</script>", "<!--", "<script>", "&amp;", "\u2028", "]]>", 'a "quoted" \\ back'])
def test_no_words_end_a_data_block(words: str) -> None:
    told = str(block({"name": words}))
    assert not re.search("[<>&\u2028]", told)
    assert json.loads(told) == {"name": words}


def test_the_definitions_are_enough_to_refuse_what_is_wrong() -> None:
    assert "observationPeriod" not in allowed("Claim")
    assert "minValue" in allowed("Observation")
    assert not fits("soon", allowed("NewsArticle")["datePublished"])
    assert not fits({"@type": "Place", "name": "Ghent"}, allowed("Claim")["appearance"])


def test_a_story_says_who_wrote_it_and_when_where_its_front_matter_does(good_site: Path) -> None:
    told = {path: blocks(good_site)[path]["mainEntity"] for path in ("en/notes/", "en/")}
    assert told["en/notes/"]["author"] == {"name": "Jo Maas"}
    assert (told["en/notes/"]["datePublished"], told["en/notes/"]["dateModified"]) == ("2033-12-01", "2034-01-15")
    assert not {"author", "datePublished", "dateModified"} & told["en/"].keys()
