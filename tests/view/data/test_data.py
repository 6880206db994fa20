"""The data of a built site, read back by libraries that know nothing of factbound, and held against facts.json."""

import csv
import hashlib
import http.server
import json
import os
import shutil
import sqlite3
import subprocess
import sys
import threading
import unicodedata
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from overlay import good_edition, write
from places import ROOT

from factbound.commands.cli import main
from factbound.view.data.tables import TABLES
from factbound.view.pages.samples import SAMPLES

PRESENT = {
    "facts": (
        "id,kind,statement,qualifier,value,unit,lower,upper,date,subject,place,measure,status,period,due,scope,"
        "agreement,articles,origins,unconfirmed,verdict"
    ),
    "readings": (
        "fact,source,paragraph,printed,language,qualifier,value,unit,lower,upper,date,said_by,hedge,origin,verified,"
        "preferred"
    ),
    "derived": (
        "id,statement,operation,inputs,qualifier,value,unit,lower,upper,significant_figures,verdict,why,assumed,caveat"
    ),
}
"""The columns that others rely on, in their order; more may follow."""


@pytest.fixture(params=["good_site", "real_site"])
def data(request: pytest.FixtureRequest) -> Path:
    """The data of the good edition, and of this repository's own."""
    return Path(request.getfixturevalue(request.param)) / "data"


@pytest.fixture
def facts(data: Path) -> dict[str, dict[str, Any]]:
    return {fact["id"]: fact for fact in json.loads((data / "facts.json").read_text("utf-8"))["facts"]}


def lines(data: Path, table: str) -> list[dict[str, str]]:
    with (data / f"{table}.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def amount(row: dict[str, Any]) -> dict[str, Any] | None:
    """A row's amount as the contract has it."""
    if not row["unit"]:
        return None
    exact = {key: None if row[key] in (None, "") else Decimal(str(row[key])) for key in ("value", "lower", "upper")}
    return {"qualifier": row["qualifier"] or None, "unit": row["unit"], **exact}


def exact(quantity: dict[str, Any] | None) -> dict[str, Any] | None:
    return quantity and {
        key: Decimal(value) if key in {"value", "lower", "upper"} and value is not None else value
        for key, value in quantity.items()
    }


# --- Tables
# ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("table", PRESENT)
def test_the_columns_that_others_rely_on_come_first(good_site: Path, table: str) -> None:
    header = (good_site / f"data/{table}.csv").read_text("utf-8-sig").splitlines()[0]
    assert header.startswith(f"{PRESENT[table]},") or header == PRESENT[table]


def test_files_are_marked_as_unicode_and_end_their_lines_as_rfc_4180_says(data: Path) -> None:
    for table in TABLES:
        raw = (data / f"{table.name}.csv").read_bytes()
        assert raw.startswith(b"\xef\xbb\xbf"), table.name
        assert raw.count(b"\n") == raw.count(b"\r\n") > 0, table.name


@pytest.mark.parametrize("path", ["facts.csv", "readings.csv", "derived.csv", "charts/money.csv"])
def test_spreadsheets_of_other_countries_get_the_same_with_semicolons_and_decimal_commas(
    good_site: Path, path: str
) -> None:
    data = good_site / "data"
    plain = list(csv.DictReader((data / path).read_text("utf-8-sig").splitlines()))
    theirs = list(csv.DictReader((data / "semicolons" / path).read_text("utf-8-sig").splitlines(), delimiter=";"))
    assert (data / "semicolons" / path).read_bytes().startswith(b"\xef\xbb\xbf")
    numbers = {"value", "lower", "upper"}
    back = [{key: cell.replace(",", ".") if key in numbers else cell for key, cell in row.items()} for row in theirs]
    assert plain
    assert back == plain
    assert not any("." in row.get(key, "") for row in theirs for key in numbers)


def test_a_reading_says_what_its_article_says_and_nothing_where_the_statement_holds_more(
    good_site: Path,
) -> None:
    data = good_site / "data"
    facts = {fact["id"]: fact for fact in json.loads((data / "facts.json").read_text("utf-8"))["facts"]}
    says = {reading["source"]: reading["says"] for reading in facts["lamp-factory-plan"]["readings"]}
    assert says["gazette-2031"] == {"en": "Lumen plans to invest more than €12\xa0million in its Ghent factory."}
    assert says["herald-2031"] == {"en": "Lumen plans to invest €12\xa0million in its Ghent factory."}
    rows = {row["id"]: row["says"] for row in lines(data, "readings")}
    assert rows["lamp-factory-plan.2"] == "Lumen plans to invest €12\xa0million in its Ghent factory."


def test_every_fact_and_reading_of_the_tables_is_that_of_facts_json(
    data: Path, facts: dict[str, dict[str, Any]]
) -> None:
    rows = {row["id"]: row for row in lines(data, "facts")}
    assert rows.keys() == facts.keys()
    readings: dict[str, list[dict[str, str]]] = {}
    for row in lines(data, "readings"):
        readings.setdefault(row["fact"], []).append(row)
    for name, fact in facts.items():
        row = rows[name]
        assert amount(row) == exact(fact["quantity"]), name
        assert {
            key: row[key] or None
            for key in ("subject", "place", "measure", "status", "period", "due", "date", "agreement")
        } == {key: fact[key] for key in ("subject", "place", "measure", "status", "period", "due", "date", "agreement")}
        told = [
            (
                r["source"],
                int(r["paragraph"]) if r["paragraph"] else None,
                r["printed"],
                amount(r),
                r["said_by"],
                r["verified"] == "yes",
            )
            for r in readings.get(name, [])
        ]
        assert told == [
            (r["source"], r["paragraph"], r["printed"], exact(r["quantity"]), r["said_by"], r["verified"])
            for r in fact["readings"]
        ]
    pairs = Counter((row["fact"], row["origin"]) for row in lines(data, "fact_origins"))
    assert pairs == Counter((name, origin) for name, fact in facts.items() for origin in fact["origins"])


def test_every_derived_figure_has_its_inputs(data: Path, facts: dict[str, dict[str, Any]]) -> None:
    inputs: dict[str, list[str]] = {}
    for row in lines(data, "derived_inputs"):
        inputs.setdefault(row["derived"], []).append(
            f"years({row['input']})" if row["years"] == "yes" else row["input"]
        )
    assert inputs == {name: fact["derivation"]["inputs"] for name, fact in facts.items() if fact["derivation"]}


def test_mentions_are_where_facts_json_says_a_figure_is_printed(data: Path, facts: dict[str, dict[str, Any]]) -> None:
    pages: dict[str, set[str]] = {name: set() for name in facts}
    for row in lines(data, "mentions"):
        pages[row["fact"]].add(row["page"])
    assert pages == {name: set(fact["mentioned"]) for name, fact in facts.items()}


def test_printed_words_come_unchanged_whatever_they_begin_with(edition: Path, tmp_path: Path) -> None:
    words = "=1+1, +2, -3 and @ “é”"
    write(
        edition,
        {
            "facts/odd.yml": f"- id: odd-words\n  statement: {{en: Odd words.}}\n  "
            "subject: lumen\n  status: context\n  "
            f"readings:\n    - {{source: herald-2031, paragraph: 1, printed: '{words}', said_by: lumen}}\n"
        },
    )
    assert main(["--project", str(edition), "build", "--site-dir", str(tmp_path / "site")]) == 0
    assert (
        next(row for row in lines(tmp_path / "site/data", "readings") if row["fact"] == "odd-words")["printed"] == words
    )


# --- Read back
# ---------------------------------------------------------------------------------------------------------


@pytest.mark.filterwarnings("ignore")
def test_frictionless_finds_nothing_wrong_with_the_package(data: Path) -> None:
    import frictionless

    report = frictionless.validate(str(data / "datapackage.json"))
    assert report.flatten(["taskNumber", "rowNumber", "fieldName", "note"]) == []
    assert [task.name for task in report.tasks] == [table.name.replace("_", "-") for table in TABLES]


@pytest.mark.filterwarnings("ignore")
def test_frictionless_refuses_a_package_whose_reference_leads_nowhere(good_site: Path, tmp_path: Path) -> None:
    import frictionless

    copy = Path(shutil.copytree(good_site / "data", tmp_path / "data"))
    text = (copy / "readings.csv").read_bytes().replace(b",gazette-2031,", b",gazette-2032,", 1)
    (copy / "readings.csv").write_bytes(text)
    found = {row[0] for row in frictionless.validate(str(copy / "datapackage.json")).flatten(["type"])}
    assert {"foreign-key", "hash-count"} <= found


@pytest.mark.filterwarnings("ignore")
def test_frictionless_reads_typed_facts(data: Path, facts: dict[str, dict[str, Any]]) -> None:
    import frictionless

    rows = frictionless.Package(str(data / "datapackage.json")).get_resource("facts").read_rows()
    assert {row["id"]: amount(row) for row in rows} == {name: exact(fact["quantity"]) for name, fact in facts.items()}
    assert {row["id"]: row["scope"] or [] for row in rows} == {name: fact["scope"] for name, fact in facts.items()}
    assert {row["id"]: row["unconfirmed"] for row in rows} == {
        name: bool(fact["doubt"]) for name, fact in facts.items()
    }


def test_pandas_reads_the_same_facts(data: Path, facts: dict[str, dict[str, Any]]) -> None:
    import pandas

    frame = pandas.read_csv(data / "facts.csv")
    assert list(frame["id"]) == list(facts)
    values = {
        name: None if pandas.isna(value) else value for name, value in zip(frame["id"], frame["value"], strict=True)
    }
    assert values == {
        name: fact["quantity"] and fact["quantity"]["value"] and float(fact["quantity"]["value"])
        for name, fact in facts.items()
    }
    readings = pandas.read_csv(data / "readings.csv")
    assert list(readings["printed"]) == [reading["printed"] for fact in facts.values() for reading in fact["readings"]]


def test_duckdb_reads_the_same_facts(data: Path, facts: dict[str, dict[str, Any]]) -> None:
    import duckdb

    rows = duckdb.sql(f"SELECT id, qualifier, unit, statement FROM '{data / 'facts.csv'}'").fetchall()
    first = json.loads((data / "facts.json").read_text("utf-8"))["languages"][0]
    told = {name: (fact["quantity"] or {"qualifier": None, "unit": None}) for name, fact in facts.items()}
    assert rows == [
        (name, told[name]["qualifier"], told[name]["unit"], fact["statement"][first]) for name, fact in facts.items()
    ]


# --- SQLite
# ------------------------------------------------------------------------------------------------------------


@pytest.fixture
def database(data: Path) -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(f"file:{data / 'edition.sqlite'}?mode=ro", uri=True)
    connection.row_factory = sqlite3.Row
    yield connection
    connection.close()


def test_the_database_is_whole_and_every_reference_in_it_holds(database: sqlite3.Connection) -> None:
    assert [tuple(row) for row in database.execute("PRAGMA integrity_check")] == [("ok",)]
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    references = sum(len(database.execute(f'PRAGMA foreign_key_list("{table.name}")').fetchall()) for table in TABLES)
    assert references == sum(bool(column.refers) for table in TABLES for column in table.columns)


def test_the_database_holds_the_same_facts_and_readings(
    database: sqlite3.Connection, facts: dict[str, dict[str, Any]]
) -> None:
    rows = {row["id"]: dict(row) for row in database.execute("SELECT * FROM facts ORDER BY rowid")}
    assert list(rows) == list(facts)
    assert {name: amount(row) for name, row in rows.items()} == {
        name: exact(fact["quantity"]) for name, fact in facts.items()
    }
    preferred = {row["id"]: (row["source"], row["printed"]) for row in database.execute("SELECT * FROM preferred")}
    assert preferred == {
        name: next((r["source"], r["printed"]) for r in fact["readings"] if r["preferred"])
        for name, fact in facts.items()
        if fact["kind"] == "fact"
    }
    assert {row["id"] for row in database.execute("SELECT id FROM disagreements")} == {
        name for name, fact in facts.items() if fact["agreement"] == "differs"
    }


def test_every_column_is_in_the_dictionary_and_every_view_answers(database: sqlite3.Connection) -> None:
    for table in TABLES:
        told = [
            row["column"]
            for row in database.execute(
                'SELECT "column" FROM dictionary WHERE "table" = ? ORDER BY rowid', (table.name,)
            )
        ]
        assert told == [column["name"] for column in database.execute(f'PRAGMA table_info("{table.name}")')]
    views = [row["name"] for row in database.execute("SELECT name FROM sqlite_master WHERE type = 'view'")]
    assert len(views) > 5
    assert [view for view in views if not database.execute(f'SELECT count(*) FROM "{view}"').fetchone()] == []


def test_a_promise_whose_day_has_come_without_an_outcome_is_past_due(good_site: Path) -> None:
    connection = sqlite3.connect(good_site / "data/edition.sqlite")
    as_of = connection.execute("SELECT as_of FROM edition").fetchone()[0]
    found = connection.execute("SELECT id, due_day FROM promises_past_due").fetchall()
    connection.close()
    assert as_of == "2034-02-01"
    assert found == [("lamp-factory-first-lamp", "2033-12-31")]


def test_two_builds_in_two_folders_give_the_same_database(good_site: Path, tmp_path: Path) -> None:
    root = good_edition(tmp_path / "quite" / "elsewhere")
    command = [sys.executable, str(ROOT / "build.py"), "--no-bootstrap", "--project", str(root), "build"]
    environment = {**os.environ, "TZ": "Asia/Tokyo", "PYTHONHASHSEED": "7", "LC_ALL": "C"}
    subprocess.run(command, check=True, capture_output=True, env=environment)
    assert (root / "site/data/edition.sqlite").read_bytes() == (good_site / "data/edition.sqlite").read_bytes()


@pytest.mark.filterwarnings("ignore")
def test_datasette_opens_the_database(data: Path, facts: dict[str, dict[str, Any]]) -> None:
    import asyncio

    from datasette.app import Datasette

    async def ask() -> tuple[int, int, list[dict[str, Any]]]:
        datasette = Datasette([], immutables=[str(data / "edition.sqlite")])
        await datasette.invoke_startup()
        page = await datasette.client.get("/edition/preferred")
        count = await datasette.client.get("/edition.json?sql=select+count(*)+as+n+from+facts&_shape=array")
        table = await datasette.client.get("/edition/facts.json?_shape=array&_size=max")
        return page.status_code, count.json()[0]["n"], table.json()

    with ThreadPoolExecutor(1) as apart:  # from the event loop that a browser's tests leave running
        status, count, rows = apart.submit(lambda: asyncio.run(ask())).result()
    assert (status, count) == (200, len(facts))
    assert {row["id"]: row["qualifier"] for row in rows} == {
        name: (fact["quantity"] or {}).get("qualifier") for name, fact in facts.items()
    }


# --- A fact as an object
# -----------------------------------------------------------------------------------------------


def objects(data: Path) -> dict[str, dict[str, Any]]:
    return {path.stem: json.loads(path.read_text("utf-8")) for path in (data / "facts").glob("*.json")}


def test_every_fact_has_an_object_that_says_what_facts_json_says(data: Path, facts: dict[str, dict[str, Any]]) -> None:
    found = objects(data)
    assert found.keys() == facts.keys()
    assert {name: {key: found[name][key] for key in fact} for name, fact in facts.items()} == facts


def test_anyone_can_work_out_the_digest_from_what_is_said(data: Path) -> None:
    rows = {row["id"]: row["digest"] for row in lines(data, "facts")}
    for name, fact in objects(data).items():
        canonical = json.dumps(fact["said"], ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        assert fact["digest"] == f"sha256:{hashlib.sha256(canonical.encode()).hexdigest()}" == f"sha256:{rows[name]}"


def digests(edition: Path, site: Path) -> dict[str, str]:
    assert main(["--project", str(edition), "build", "--site-dir", str(site)]) == 0
    return {name: fact["digest"] for name, fact in objects(site / "data").items()}


@pytest.mark.parametrize(
    ("file", "old", "new", "changed"),
    [
        pytest.param("facts/lamp-factory.yml", "due: 2033", "due: 2034", {"lamp-factory-first-lamp"}, id="a-due-date"),
        pytest.param("facts/derived.yml", "verdict: with-care", "verdict: fair", {"lamp-factory-pace"}, id="a-verdict"),
        pytest.param("facts/lamp-factory.yml", "printed: plus de 12 millions d’euros", "printed: plus de 12 millions",
            {"lamp-factory-plan"}, id="other-printed-words"),
        pytest.param("facts/people.yml", "name: Lumen", "name: Lumen & Sons", set(), id="a-name"),
        pytest.param("facts/sources.yml", "paragraphs: 8", "paragraphs: 9", set(), id="a-longer-article"),
    ],
)  # fmt: skip
def test_a_digest_changes_when_the_fact_does(
    edition: Path, good_site: Path, tmp_path: Path, file: str, old: str, new: str, changed: set[str]
) -> None:
    text = (edition / file).read_text("utf-8")
    assert old in text
    (edition / file).write_text(text.replace(old, new, 1), "utf-8")
    before = {name: fact["digest"] for name, fact in objects(good_site / "data").items()}
    after = digests(edition, tmp_path / "site")
    assert {name for name in before if before[name] != after[name]} == changed


def test_a_digest_does_not_change_when_the_fact_is_printed_elsewhere_or_verified(
    edition: Path, good_site: Path, tmp_path: Path
) -> None:
    write(edition, {"content/en/more.md": "---\ntitle: More\n---\n\nAgain [[lamp-factory-plan]].\n"})
    assert main(["--project", str(edition), "verify", "--archive", str(edition / "archive")]) == 0
    before = {name: fact["digest"] for name, fact in objects(good_site / "data").items()}
    assert digests(edition, tmp_path / "site") == before
    plan = objects(tmp_path / "site/data")["lamp-factory-plan"]
    assert "/en/more/" in plan["mentioned"]
    assert plan["readings"][0]["verified"]


ANNOTATION = {
    "type": "object",
    "required": ["@context", "id", "type", "motivation", "body", "target"],
    "properties": {
        "@context": {"const": "http://www.w3.org/ns/anno.jsonld"},
        "id": {"type": "string", "pattern": "#reading-[0-9]+$"},
        "type": {"const": "Annotation"},
        "motivation": {"enum": ["linking"]},
        "body": {"type": "array", "minItems": 1,
            "items": {"type": "object", "required": ["id", "type", "format", "language"]}},
        "target": {"anyOf": [{"$ref": "#/$defs/target"},
            {"type": "array", "minItems": 2, "items": {"$ref": "#/$defs/target"}}]},
    },
    "additionalProperties": False,
    "$defs": {
        "target": {
            "type": "object",
            "required": ["type", "source", "selector"],
            "properties": {
                "type": {"const": "SpecificResource"},
                "source": {"type": "object", "required": ["id"],
                    "properties": {"id": {"type": "string", "pattern": "^(https?|ni):"}}},
                "selector": {
                    "oneOf": [
                        {"properties": {"type": {"const": "TextQuoteSelector"},
                            "exact": {"type": "string", "maxLength": 100}}, "required": ["type", "exact"],
                                "additionalProperties": False},
                        {"properties": {"type": {"const": "TextPositionSelector"},
                            "start": {"type": "integer", "minimum": 0}, "end": {"type": "integer", "minimum": 1}},
                                "required": ["type", "start", "end"], "additionalProperties": False},
                    ]
                },
            },
            "additionalProperties": False,
        }
    },
}  # fmt: skip
"""What sections 3 and 4 of the Web Annotation Data Model ask of the annotations that are made here: no words before or
after the quote, for these are the article's."""


def test_every_reading_is_an_annotation(data: Path) -> None:
    from jsonschema import Draft202012Validator

    Draft202012Validator.check_schema(ANNOTATION)
    rules = Draft202012Validator(ANNOTATION)
    for fact in objects(data).values():
        for annotation in fact["annotations"]:
            rules.validate(annotation)
        assert len(fact["annotations"]) == len(fact["readings"])
        quoted = [
            each["target"][0] if isinstance(each["target"], list) else each["target"] for each in fact["annotations"]
        ]
        assert [target["selector"]["exact"] for target in quoted] == [
            reading["printed"] for reading in fact["readings"]
        ]


def test_an_annotation_s_position_is_where_the_words_stand_in_the_text_that_it_names(
    edition: Path, tmp_path: Path
) -> None:
    import base64

    text = edition / "archive/gazette-2031.txt"
    text.write_bytes("\ufeff".encode() + text.read_bytes().replace(b"\n", b"\r\n\r\n"))
    assert main(["--project", str(edition), "verify", "--archive", str(edition / "archive")]) == 0
    digests(edition, tmp_path / "site")
    checked = 0
    for fact in objects(tmp_path / "site/data").values():
        for annotation, reading in zip(fact["annotations"], fact["readings"], strict=True):
            archived = (edition / f"archive/{reading['source']}.txt").read_bytes()
            named = base64.urlsafe_b64encode(hashlib.sha256(archived).digest()).decode().rstrip("=")
            target = annotation["target"][1]
            assert target["source"]["id"] == f"ni:///sha-256;{named}"
            words = unicodedata.normalize("NFC", archived.decode("utf-8-sig"))
            assert words[target["selector"]["start"] : target["selector"]["end"]] == reading["printed"]
            checked += 1
    assert checked > 5


def test_an_object_s_addresses_lead_to_files_without_a_site_address_too(
    edition: Path, good_site: Path, tmp_path: Path
) -> None:
    config = (edition / "mkdocs.yml").read_text("utf-8")
    write(edition, {"mkdocs.yml": config.replace("site_url: https://lamps.example/sub/", "site_url: ''")})
    digests(edition, tmp_path / "site")
    for site, base in ((good_site, "https://lamps.example/sub/"), (tmp_path / "site", "")):
        fact = objects(site / "data")["lamp-factory-plan"]
        addresses = [fact["address"], *fact["pages"].values(), *fact["embed"].values()]
        assert all(address.startswith(base) for address in addresses)
        files = [site / address.removeprefix(base) if base else site / "data/facts" / address for address in addresses]
        assert [str(file) for file in files if not (file if file.suffix else file / "index.html").is_file()] == []


# --- For people
# --------------------------------------------------------------------------------------------------------


def test_the_readme_explains_every_file_and_every_column(data: Path) -> None:
    text = (data / "README.md").read_text("utf-8")
    for table in TABLES:
        part = text.partition(f"## {table.name}.csv")[2].partition("\n## ")[0]
        assert f"| `{table.name}.csv` |" in text
        assert [
            column.name
            for column in table.columns
            if f"| `{column.name}` | {column.type} | {column.description}" not in part
        ] == []
    assert [
        file.name
        for file in data.iterdir()
        if file.is_file() and f"`{file.name}`" not in text and file.suffix not in {".html", ".md"}
    ] == []


def test_the_format_of_the_data_names_every_table_and_view(good_site: Path) -> None:
    text = (ROOT / "docs/format.md").read_text("utf-8")
    connection = sqlite3.connect(good_site / "data/edition.sqlite")
    names = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type IN ('table', 'view')")]
    connection.close()
    assert len(names) > len(TABLES)
    assert [name for name in names if f"`{name}`" not in text] == []


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def served(good_site: Path) -> Iterator[str]:
    """The good edition at the address of a server on this machine."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(good_site)))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    thread.join()
    server.server_close()


EXPECTED = {
    "curl": '"id": "lamp-factory-plan"',
    "pandas": "plus de 12 millions d’euros",
    "duckdb": "gazette-2031",
    "sqlite": "€12 million",
    "datasette": '"rows"',
    "frictionless": "VALID",
}
"""What a sample's output holds, for the good edition."""


def test_every_sample_has_an_expectation() -> None:
    assert [sample.id for sample in SAMPLES] == list(EXPECTED)


@pytest.mark.parametrize("name", EXPECTED)
def test_a_sample_of_the_page_works_as_it_is_copied(good_site: Path, served: str, tmp_path: Path, name: str) -> None:
    from crawler import read_page

    page = read_page(good_site, good_site / "en/data/index.html")
    codes = dict(zip((sample.id for sample in SAMPLES), (e.text for e in page.elements if e.tag == "pre"), strict=True))
    sample = next(each for each in SAMPLES if each.id == name)
    code = codes[name].replace("https://lamps.example/sub/", served)
    assert served in code
    if name == "datasette":
        code += " --get /edition/facts.json"  # it would serve until it is stopped; this asks it one page
    script = tmp_path / ("sample.py" if sample.runs == "python" else "sample.sh")
    script.write_text(code, "utf-8")
    tools = Path(sys.executable).parent
    interpreter = sys.executable if sample.runs == "python" else "sh"
    environment = {
        **os.environ,
        "PATH": f"{tools}:{os.environ['PATH']}",
        "PYTHONIOENCODING": "utf-8",
        "COLUMNS": "200",
        "no_proxy": "127.0.0.1",
    }
    if sample.runs == "shell" and (
        missing := [tool for tool in ("curl", "sqlite3") if tool in code and not shutil.which(tool)]
    ):
        pytest.skip(f"not on this machine: {missing}")
    run = subprocess.run(
        [interpreter, str(script)],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    assert run.returncode == 0, run.stdout + run.stderr
    assert EXPECTED[name] in run.stdout


def test_the_pages_of_the_data_link_every_file_and_count_its_rows(real_site: Path) -> None:
    from crawler import read_page

    for language in ("en", "fr", "nl"):
        page = read_page(real_site, real_site / language / "data/index.html")
        assert {f"../../data/{table.name}.csv" for table in TABLES} <= set(page.links)
        assert "../../data/edition.sqlite" in page.links
    assert {"../en/data/", "../fr/data/", "../nl/data/"} <= set(
        read_page(real_site, real_site / "data/index.html").links
    )


def test_a_card_of_a_fact_carries_its_words_and_its_sources(good_site: Path) -> None:
    from crawler import read_page

    page = read_page(good_site, good_site / "en/facts/lamp-factory-plan/embed/index.html")
    assert "plus de 12 millions d’euros" in page.all("main")[0].text
    assert {"../../../sources/gazette-2031/", "../../../sources/herald-2031/"} <= {
        link.replace("../../../../en/", "../../../") for link in page.links
    }
    fact = read_page(good_site, good_site / "en/facts/lamp-factory-plan/index.html")
    assert any('src="https://lamps.example/sub/en/facts/lamp-factory-plan/embed/"' in e.text for e in fact.all("pre"))
    assert any(e.text == objects(good_site / "data")["lamp-factory-plan"]["digest"] for e in fact.all("code"))


def test_what_a_column_may_hold_is_what_an_editor_may_type() -> None:
    from typing import get_args

    from factbound.read import entries as models
    from factbound.view.data import columns

    def choices(model: type, name: str) -> set[str]:
        wanted = model.model_fields[name].annotation
        return {value for part in (wanted, *get_args(wanted)) for value in get_args(part) if isinstance(value, str)} - {
            None
        }

    assert set(columns.STATUSES) == choices(models.FactEntry, "status")
    assert set(columns.VERDICTS) == choices(models.DerivedEntry, "verdict")
    assert set(columns.KNOWN) == choices(models.PublisherEntry, "known")
    told = {(table.name, column.name): set(column.one_of) for table in TABLES for column in table.columns}
    assert told["origins", "kind"] == choices(models.OriginEntry, "kind")
    assert told["measures", "dimension"] == choices(models.MeasureEntry, "dimension")
