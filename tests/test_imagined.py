"""Editions that nobody thought of are accepted, and every view of them is whole: it parses, holds no sign of ours, lets
no words become markup, and prints the numbers that its facts have.

A few run with all tests; FACTBOUND_FUZZ=20000 runs so many, and FACTBOUND_SEED=2 others.
"""

import csv
import hashlib
import io
import json
import os
import random
import re
import resource
import shutil
import signal
import sqlite3
from collections.abc import Iterator
from datetime import UTC, date, datetime
from decimal import Decimal
from functools import cache
from pathlib import Path
from types import FrameType, SimpleNamespace
from typing import Any

import html5lib
import pytest
from icalendar import Calendar
from imagined import SIGN, Imagined, imagined
from lxml import etree, html

from factbound import edition, tables
from factbound.commands.due import due_lines
from factbound.host.build import LINK
from factbound.host.views import Layout, themed_pages
from factbound.ledger import Ledger
from factbound.mkdocs import settings
from factbound.problems import Problem
from factbound.project import Project
from factbound.prove.carried import quantity_fault
from factbound.read import gate, memory
from factbound.read.book import LOCK
from factbound.read.lock import lock_text
from factbound.read.strict_yaml import parse
from factbound.tidy.files import tidied
from factbound.translation.catalogue import Catalogue, catalogue_bytes, imported, read_catalogue, translated
from factbound.translation.texts import texts_of
from factbound.values.quantities import Qualifier, Quantity
from factbound.values.units import dimension
from factbound.view.charts import drawing
from factbound.view.charts.charts import charts_of
from factbound.view.charts.palette import palette
from factbound.view.data.facts_json import facts_json
from factbound.view.pages import theme
from factbound.view.reports.changes import changes, facts_of
from factbound.view.reports.lineage import lineage
from factbound.view.telling.links import file_of
from factbound.view.telling.teller import Teller, tellers

ROUNDS = int(os.environ.get("FACTBOUND_FUZZ", "20"))
SEED = os.environ.get("FACTBOUND_SEED", "")
SHARE = 0.2
"""The part of editions that are shown in another site's theme too, and whose files are tidied."""
PATIENCE = 5
"""Seconds of a processor for one edition with all its views, where many are asked for."""
DRAWN = 50
"""Of so many editions one has its charts drawn; of the others their specifications are made."""
TOKENS = re.compile("[\ue000\ue001]|\\[\\[(?!no-such)[a-z][a-z0-9-]*(?:[|:]|\\]\\])|object at 0x")


@pytest.fixture
def whole(tmp_path: Path) -> Path:
    return tmp_path / "edition"


@pytest.mark.parametrize("part", ["quick", pytest.param("more", marks=pytest.mark.slow)])  # many editions are built
def test_every_view_of_an_edition_that_nobody_thought_of_is_whole(
    whole: Path, monkeypatch: pytest.MonkeyPatch, part: str
) -> None:
    library = drawing._library
    monkeypatch.setattr(theme, "environment", cache(theme.environment))  # templates are the same in all editions
    before: Any = {}
    for number in range(3 if part == "quick" else ROUNDS):
        seed = f"{SEED}{part}{number}"
        monkeypatch.setattr(drawing, "_library", library if number % DRAWN == 1 else lambda _: PENCIL)
        for folder in ("facts", "content", "archive", "po", ".cache/factbound/charts"):
            shutil.rmtree(whole / folder, ignore_errors=True)
        try:
            with _watched():
                made = imagined(seed, whole)
                project = settings.project_of(settings.load(whole))
                before = _look(made, project, random.Random(seed), before)
        except BaseException as error:
            error.add_note(f"the edition of the seed {seed!r}")
            raise
        gate._known.clear()  # what one build remembers for the next
        memory._box.cache_clear()
    if "FACTBOUND_FUZZ" in os.environ:
        assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss < 300_000  # kilobytes


class _watched:  # noqa: N801  as contextlib's
    """Ends what takes too long, where that is asked for: nothing is said of how fast a machine is."""

    def __enter__(self) -> None:
        if "FACTBOUND_FUZZ" in os.environ:
            signal.signal(signal.SIGVTALRM, _too_long)
            signal.setitimer(signal.ITIMER_VIRTUAL, PATIENCE)

    def __exit__(self, *_: object) -> None:
        if "FACTBOUND_FUZZ" in os.environ:
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)


def _too_long(_: int, frame: FrameType | None) -> None:
    raise TimeoutError(f"more than {PATIENCE} s of a processor, at {frame}")


def _drawn(spec: dict[str, Any], **_: object) -> str:
    """A drawing of what a specification says in words, and of nothing else."""
    json.dumps(spec, allow_nan=False)
    texts = [
        value["text"] for layer in spec["layer"] for value in layer["data"]["values"] if layer["mark"]["type"] == "text"
    ]
    width, height = spec["width"], spec["height"]
    for layer in spec["layer"]:
        _look_at_places(layer, width, height)
    marks = "".join(f'<text fill="#000" font-size="9px" font-weight="400" x="1" y="2">{text}</text>' for text in texts)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}">'
        f'<g class="label_0_marks">{marks}</g></svg>'
    )


def _look_at_places(layer: dict[str, Any], width: float, height: float) -> None:
    """Whether what a layer draws lies in its frame, give or take the soft end of a mark."""
    for value in layer["data"]["values"]:
        for key, most in (("x", width), ("x2", width), ("y", height), ("y2", height)):
            assert -60 <= value.get(key, 0) <= most + 60, (key, value, layer)
        for channel in ("x", "y"):
            domain = (layer["encoding"][channel].get("scale") or {}).get("domain", [])
            for end in (
                value[end] for end in ("from", "to") if domain and end in value and not isinstance(value[end], str)
            ):
                assert min(domain) <= end <= max(domain), (channel, value, layer)


PENCIL = SimpleNamespace(vegalite_to_svg=_drawn)
"""Stands for the library that draws, which takes a hundred times as long as all else."""


# --- Every view ------------------------------------------------------------------------------------------------------


def _look(made: Imagined, project: Project, chance: random.Random, before: Any) -> Any:
    """Look at every view of an edition; returns its facts.json, to be compared with the next one's."""
    whole = project.root
    lock = edition.verify(project, whole / "archive", "2040-01-01")
    (project.facts / LOCK).write_text(lock_text(lock), "utf-8")
    edition.coverage(project, whole / "archive")
    built = edition.build(project, preview=True)
    ledger, files = built.ledger, {}
    for page in built.stories.values():
        files[file_of(page.path)] = page.html()
    for artefact in built.artefacts:
        if not artefact.path.endswith((".png", ".ico", ".woff2", ".css", ".js")):
            assert artefact.path not in files, f"{artefact.path} is made twice"
            files[artefact.path] = artefact.make()
    for language in project.languages:
        files |= {f"sheet/{name}": data for name, data in edition.sheets(ledger, project, language)[1].items()}
    if chance.random() < SHARE:
        files |= _hosted(ledger, project)
        _look_at_tidied(project)
    for path, data in files.items():
        _look_at(path, data)
    pages = sorted(path for path in files if path.endswith(".html") and not path.startswith("host/"))
    html5lib.HTMLParser(strict=True).parse(files[chance.choice(pages)].decode())
    _look_at_amounts(made, ledger, json.loads(files["data/facts.json"]))
    _look_at_texts(made, ledger, project)
    after = facts_of(json.loads(facts_json(ledger)))
    for line in (*changes(before, after), *changes(after, {}), *changes(after, after)):
        assert TOKENS.search(line) is None, line
    assert not list(changes(after, after))
    return after


def _hosted(ledger: Ledger, project: Project) -> dict[str, bytes]:
    """The pages that stand in another site's theme."""
    tell = Teller(ledger, ledger.languages[0])
    charts = charts_of({tell.language: tell}, palette("", {}), project.cache / "charts", Path("no-fonts"), LINK)
    env = theme.hosted_environment(project.cache / "host-templates")
    pages = themed_pages(tell, charts.drawings, env, Layout(tell.language, "evidence", True), project.as_of)
    files = {}
    for page in pages:
        assert not {"<", ">"} & {*page.title, *page.description}, page.source
        files[f"host/{page.source}.html"] = page.html.encode()
    return files


def _look_at(path: str, data: bytes) -> None:
    """Whether a file is what its name says."""
    text = "" if path.endswith(".sqlite") else data.decode("utf-8-sig")
    if path.startswith("data/facts/"):
        text = _without_what_is_said(text)
    assert (found := TOKENS.search(text)) is None, f"{path}: {text[max(0, found.start() - 60) : found.end() + 60]}"
    match Path(path).suffix:
        case ".html":
            _look_at_page(path, text)
        case ".xml" | ".svg":
            _look_at_tree(path, etree.fromstring(data).iter())
        case ".json" | ".webmanifest" | ".jsonld":
            json.loads(text, parse_constant=_refuse)
        case ".csv":
            head, *rows = csv.reader(
                io.StringIO(text, newline=""), delimiter=";" if "semicolons" in path else ",", strict=True
            )
            assert all(len(row) == len(head) for row in rows), path
            if path.startswith("sheet/"):
                assert not [cell for row in rows for cell in row if re.match(r"[=+@\t]|-[^0-9]*$", cell)], path
        case ".sqlite":
            database = sqlite3.connect(":memory:")
            database.deserialize(data)
            assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            database.close()
        case ".ics":
            Calendar.from_ical(data)
            assert max(map(len, data.split(b"\r\n"))) <= 75, path


def _without_what_is_said(text: str) -> str:
    """A fact's object without the part that has its words as typed, which its digest is of."""
    told = json.loads(text)
    said = json.dumps(told.pop("said"), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    assert told["digest"] == f"sha256:{hashlib.sha256(said.encode()).hexdigest()}"
    return json.dumps(told, ensure_ascii=False)


def _refuse(word: str) -> None:
    raise ValueError(f"{word} is no JSON")


def _look_at_page(path: str, text: str) -> None:
    page = html.document_fromstring(text)
    _look_at_tree(path, page.iter())
    for block in page.iterfind('.//script[@type="application/ld+json"]'):
        json.loads(block.text, parse_constant=_refuse)


def _look_at_tree(path: str, elements: Iterator[Any]) -> None:
    """Whether no words became an element, an attribute or an address that runs."""
    for element in elements:
        if not isinstance(element.tag, str):
            assert path.endswith(".xml") or SIGN not in str(element.text), f"{path}: words became a comment"
            continue
        assert not element.tag.startswith(SIGN), f"{path}: words became an element"
        for name, value in element.items():
            assert not name.startswith("on"), f"{path}: words became the attribute {name}"
            runs = name.endswith(("href", "src", "action")) and value.lower().startswith("javascript:")
            assert not runs, f"{path}: {name} runs"


def _look_at_amounts(made: Imagined, ledger: Ledger, exported: Any) -> None:
    """Whether the numbers that are told are those that were typed."""
    told = {fact["id"]: fact for fact in exported["facts"]}
    assert told.keys() == made.things.keys()
    for tell in tellers(ledger).values():
        for thing in made.things.values():
            figure, amount = ledger.figures[thing.id], thing.amount
            if thing.derived:
                continue
            given = told[thing.id]["quantity"]
            assert bool(given) == bool(amount), thing
            assert told[thing.id]["date"] == (thing.date.text if thing.date else None)
            if not amount:
                continue
            for key in ("value", "lower", "upper"):
                wanted = getattr(amount, key)
                assert (None if given[key] is None else Decimal(given[key])) == wanted, (thing, given)
            if _is_read(amount):
                printed = tell.figure(figure).text
                assert quantity_fault(printed, amount, tell.language) is None, (printed, str(amount))


def _look_at_tidied(project: Project) -> None:
    """Whether files in the style of YAML say the same, and stay as they are."""
    for path in (*project.facts.glob("*.yml"), *project.content.glob("*.yml")):
        problems: list[Problem] = []
        text = path.read_text("utf-8")
        tidy = tidied(text, path.name, problems)
        assert tidy is not None, path
        one, other = parse(text, path.name, problems), parse(tidy, path.name, problems)
        assert one and other and one.value == other.value, path
        assert tidied(tidy, path.name, problems) == tidy, path
        assert not problems, problems


def _is_read(amount: Quantity) -> bool:
    """Whether what is printed of an amount is read again, by the reader of articles.

    Units of the edition's own have names that nobody reads, and so have many currencies' signs; “several” says no
    number by itself, nobody says “between 10 and 4 billion”, and “jusqu’à 5 heures” is a time of day.
    """
    if amount.lower and amount.upper and amount.upper > 1000 * amount.lower:
        return False
    if amount.unit.code == "hours" and amount.point <= 24:
        return False
    known = dimension(amount.unit) != "money" or amount.unit.code in {"EUR", "USD", "GBP"}
    several = amount.qualifier is Qualifier.SEVERAL
    return known and not several and dimension(amount.unit) in {"money", "share", "area", "duration"}


def _look_at_texts(made: Imagined, ledger: Ledger, project: Project) -> None:
    """Reports, tables for programs, catalogues of translators, tidied files."""
    tell = tellers(ledger)
    for language, teller in tell.items():
        tables(ledger, language=language)
        for line in due_lines(ledger.promises.values(), teller, date(2031, 1, 1)):
            assert TOKENS.search(line) is None, line
    for figure in ledger.figures.values():
        for line in lineage(figure, ledger):
            assert TOKENS.search(line) is None, line
    manuscript = edition.read(project)
    texts = list(texts_of(manuscript.book, manuscript.content))
    for language in project.languages[1:]:
        problems: list[Problem] = []
        made_of = translated(texts, project.languages, language, project.name, Catalogue())
        written = catalogue_bytes(made_of, b"", datetime(2040, 1, 1, tzinfo=UTC)).decode()
        held = read_catalogue(written, "x.po", language, problems)
        assert not imported(texts, project.languages, language, held, problems).edits
        assert not problems, problems
