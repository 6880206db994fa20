"""Serving: a change to facts, charts or templates shows in the browser without a restart."""

import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

import pytest
from overlay import good_edition
from places import ROOT

from factbound.commands.cli import main

PATIENCE = 20
"""Seconds after which a change that does not show is taken for lost."""


class Served:
    """An edition under `serve`."""

    def __init__(self, root: Path, address: str, process: subprocess.Popen[bytes]) -> None:
        self.root, self.address, self.process = root, address, process

    def page(self, path: str) -> str:
        try:
            with urlopen(f"{self.address}{path}", timeout=PATIENCE) as answer:
                return str(answer.read().decode())
        except HTTPError as error:
            return str(error.read().decode()) if error.code == 500 else ""
        except (URLError, ConnectionError):
            return ""

    def shows(self, path: str, expected: Callable[[str], bool]) -> bool:
        """Whether the page comes to be as expected."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            if expected(self.page(path)):
                return True
            time.sleep(0.1)
        return False

    def change(self, file: str, old: str, new: str) -> None:
        path = self.root / file
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new), "utf-8")


@pytest.fixture
def edition(edition: Path, good_site: Path) -> Path:
    """A copy of the good edition with the drawings and the compiled templates of one that was built before."""
    before, cache = good_site.parent / "edition/.cache/factbound", edition / ".cache/factbound"
    for folder in (before / "charts", good_site.parent.parent / "templates"):
        shutil.copytree(folder, cache / folder.name)
    return edition


@pytest.fixture
def served(edition: Path) -> Iterator[Served]:
    with serving(edition) as served:
        assert served.shows("/en/", lambda page: "more than €12" in page)
        yield served


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A preview for tests that put back what they change."""
    with serving(good_edition(tmp_path_factory.mktemp("shared") / "edition")) as served:
        assert served.shows("/en/", lambda page: "more than €12" in page)
        yield served


@contextmanager
def serving(edition: Path, *arguments: str, heard: bool = False) -> Iterator[Served]:
    """An edition under `serve`; what it prints is `heard` by who asks for it."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [
        sys.executable,
        str(ROOT / "build.py"),
        "--no-bootstrap",
        "--project",
        str(edition),
        "serve",
        "--address",
        f"127.0.0.1:{port}",
        *arguments,
    ]
    out = subprocess.PIPE if heard else subprocess.DEVNULL
    with subprocess.Popen(command, stdout=out, stderr=subprocess.DEVNULL) as process:
        try:
            yield Served(edition, f"http://127.0.0.1:{port}/sub", process)  # the path of the edition's site_url
        finally:
            process.kill()


def test_a_change_shows_and_a_mistake_does_not_end_the_preview(served: Served) -> None:
    served.change("facts/lamp-factory.yml", "more than 12_000_000 EUR", "more than 13_000_000 EUR")
    assert served.shows("/en/", lambda page: "more than €13" in page)
    assert served.shows("/en/facts/lamp-factory-plan/", lambda page: "more than €13" in page)

    served.change("content/charts.yml", "en: The plan\n", "en: The bold plan\n")
    assert served.shows("/en/", lambda page: "The bold plan" in page)

    (served.root / "templates/404.html").write_text(
        "{% extends 'base.html' %}{% block main %}<h1>Lamps out</h1>{% endblock %}\n", "utf-8"
    )
    assert served.shows("/404.html", lambda page: "Lamps out" in page)

    served.change("content/en/notes.md", "Each claim", "Some 40 claims")
    served.change("content/en/notes.md", "Some 40 claims", "Every claim")
    assert served.shows("/en/notes/", lambda page: "Every claim" in page)


@pytest.mark.slow  # a preview in a process of its own
def test_a_preview_declares_no_policy_that_would_stop_its_reloading(served: Served) -> None:
    assert "Content-Security-Policy" not in served.page("/en/")


@pytest.mark.slow  # a preview in a process of its own
def test_a_broken_template_is_told_where_its_page_would_be(served: Served) -> None:
    fact = "/en/facts/lamp-factory-plan/"
    assert served.shows(fact, lambda page: "more than €12" in page)
    template = served.root / "templates/fact.html"
    template.write_text("{% extends 'base.html' %}\n{% block main %}{{ view.nothing }}{% endblock %}\n", "utf-8")
    assert served.shows(fact, lambda page: "templates/fact.html:2:1" in page and "[bad-template]" in page)
    template.write_text("{% extends 'base.html' %}{% block main %}<h1>Mended</h1>{% endblock %}\n", "utf-8")
    assert served.shows(fact, lambda page: "Mended" in page)


@pytest.mark.slow  # a preview in a process of its own
def test_an_address_without_its_last_slash_leads_to_the_page(served: Served) -> None:
    assert "more than €12" in served.page("/en/facts/lamp-factory-plan")
    assert not served.page("/en/facts/no-such-fact/")


@pytest.mark.slow  # a preview in a process of its own
def test_a_chart_is_drawn_when_its_page_is_asked_for(served: Served) -> None:
    served.change("content/en/index.md", "[[chart:money]]", "")
    assert served.shows("/en/", lambda page: 'id="chart-money"' not in page)
    served.change("facts/lamp-factory.yml", "more than 12_000_000 EUR", "more than 13_000_000 EUR")
    assert served.shows("/en/", lambda page: "more than €13" in page)
    cache = served.root / ".cache" / "factbound" / "charts"
    before = set(cache.glob("money-*"))
    assert "<svg" in served.page("/en/charts/money/")
    assert len(set(cache.glob("money-*")) - before) == 1


SLIPS = [
    ("facts/lamp-factory.yml", "status: announced", "status: anounced", "/en/", "one of these has to stand here"),
    ("content/en/notes.md", "Each claim", "Some 40 claims", "/en/notes/", "no fact stands behind “40”"),
    ("content/charts.yml", "form: bars", "form: pie", "/en/charts/money/", "one of these has to stand here"),
    ("mkdocs.yml", "[en]", "[xx]", "/en/", "languages: &#34;xx&#34; has no file in factbound/language"),
    ("mkdocs.yml", "[en]", "[en", "/en/", "error parsing the configuration file"),
    ("mkdocs.yml", "- factbound:", "- factbond:", "/en/", "The &#34;factbond&#34; plugin is not installed"),
]


@pytest.mark.parametrize(("file", "right", "wrong", "page", "said"), SLIPS, ids=[each[2] for each in SLIPS])
def test_a_problem_stands_where_its_page_would_be_and_goes_when_it_is_mended(
    shared: Served, file: str, right: str, wrong: str, page: str, said: str
) -> None:
    shared.change(file, right, wrong)
    assert shared.shows(page, lambda told: said in told)
    told = shared.page(page)
    place = re.search(rf'class="place">{file}:([0-9]+):', told)
    assert place
    line = (shared.root / file).read_text("utf-8").split("\n")[int(place[1]) - 1]
    assert wrong.split(maxsplit=1)[0].strip("-") in line, "the excerpt shows the line"
    assert f'<span class="number">{place[1]} </span>' in told
    assert "<mark>" in told
    shared.change(file, wrong, right)
    assert shared.shows(
        page, lambda told: "<title>1 problem" not in told and "problems</title>" not in told and "<h1" in told
    )


def test_an_open_page_hears_of_a_problem_and_of_its_end(shared: Served) -> None:
    for right, wrong in (("Each claim", "Some 40 claims"), ("Some 40 claims", "Each claim")):
        told = re.search(r"livereload\(([0-9]+), ", shared.page("/en/notes/"))
        assert told
        shared.change("content/en/notes.md", right, wrong)
        with urlopen(f"{shared.address.removesuffix('/sub')}/livereload/{told[1]}/1", timeout=PATIENCE) as answer:
            assert int(answer.read()) > int(told[1])  # what a page waits for, to load itself anew


def test_the_problems_of_a_story_lead_its_page(served: Served) -> None:
    served.change("facts/lamp-factory.yml", "status: announced", "status: anounced")
    served.change("content/en/notes.md", "Each claim", "Some 40 claims")
    assert served.shows("/en/notes/", lambda page: "“40”" in page and "announced" in page)
    for page, first in (("/en/notes/", "content/en/notes.md"), ("/en/facts/", "content/en/notes.md")):
        found = re.findall(r'class="place">([^:]+):', served.page(page))
        assert found[0] == first
    served.change("content/en/index.md", "---\n\n", "---\n\nSome 50 of them.\n\n")
    assert served.shows("/en/", lambda page: "“50”" in page)
    assert re.findall(r'class="place">([^:]+):', served.page("/en/notes/"))[0] == "content/en/notes.md"


def test_an_edition_that_does_not_hold_is_served_and_comes_to_life(edition: Path) -> None:
    path = edition / "facts/lamp-factory.yml"
    text = path.read_text("utf-8")
    path.write_text(text.replace("status: announced", "status: <b>anounced"), "utf-8")
    with serving(edition) as served:
        assert served.shows("/en/", lambda page: "status: <mark>&lt;b&gt;anounced</mark>" in page)
        path.write_text(text, "utf-8")
        assert served.shows("/en/", lambda page: "more than €12" in page)


NEW = """- id: lamp-factory-speed
  statement:
    en: The factory is to be built fast.
  subject: lumen
  measure: event
  status: planned
  readings:
    - source: herald-2031
      paragraph: 1
      printed: About 400 people
"""


def test_a_new_fact_is_verified_on_the_way(edition: Path) -> None:
    page = "/en/facts/lamp-factory-speed/"
    with serving(edition, "--archive", str(edition / "archive"), "--port", "0") as served:
        assert served.shows("/en/", lambda told: "more than €12" in told)
        (edition / "facts/extra.yml").write_text(NEW, "utf-8")
        assert served.shows(page, lambda told: "does not stand in paragraph 1 of herald-2031" in told)
        assert "lamp-factory-speed" not in (edition / "facts/evidence.lock").read_text("utf-8")
        (edition / "facts/extra.yml").write_text(NEW.replace("paragraph: 1", "paragraph: 4"), "utf-8")
        assert served.shows(page, lambda told: "is to be built fast" in told)
        assert "lamp-factory-speed.1" in (edition / "facts/evidence.lock").read_text("utf-8")


def test_without_an_archive_nothing_is_verified_or_shown_as_if_it_was(edition: Path) -> None:
    assert main(["--project", str(edition), "verify", "--archive", str(edition / "archive")]) == 0
    with serving(edition) as served:
        assert served.shows("/en/", lambda told: "more than €12" in told)
        (edition / "facts/extra.yml").write_text(NEW.replace("paragraph: 1", "paragraph: 4"), "utf-8")
        assert served.shows("/en/", lambda told: "[unverified-reading]" in told)


def test_the_desk_stands_beside_the_preview(edition: Path) -> None:
    with serving(edition, "--archive", str(edition / "archive"), "--port", "0", heard=True) as served:
        assert served.process.stdout
        first = served.process.stdout.readline().decode()
        address = first.removeprefix("the desk: ").strip()
        with urlopen(address, timeout=PATIENCE) as answer:
            assert "herald-2031" in answer.read().decode()
        assert served.shows("/en/", lambda told: "more than €12" in told)


def test_a_port_that_is_taken_and_an_archive_without_texts_are_told(
    edition: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    serve = ["--project", str(edition), "serve", "--archive"]
    assert main([*serve, str(tmp_path / "none")]) == 2
    assert capsys.readouterr().err.endswith("none is no folder\n")
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        assert main([*serve, str(edition / "archive"), "--port", str(taken.getsockname()[1])]) == 2
    assert "the desk cannot stand at port" in capsys.readouterr().err
