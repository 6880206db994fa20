"""Serving: a change to facts, charts or templates shows in the browser without a restart."""

import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

import pytest
from places import ROOT

PATIENCE = 20
"""Seconds after which a change that does not show is taken for lost."""


class Served:
    """An edition under `serve`."""

    def __init__(self, root: Path, address: str) -> None:
        self.root, self.address = root, address

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
def served(edition: Path) -> Iterator[Served]:
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
    ]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            served = Served(edition, f"http://127.0.0.1:{port}/sub")  # the path of the edition's site_url
            assert served.shows("/en/", lambda page: "more than €12" in page)
            yield served
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


def test_a_preview_declares_no_policy_that_would_stop_its_reloading(served: Served) -> None:
    assert "Content-Security-Policy" not in served.page("/en/")


def test_a_broken_template_is_told_where_its_page_would_be(served: Served) -> None:
    fact = "/en/facts/lamp-factory-plan/"
    assert served.shows(fact, lambda page: "more than €12" in page)
    template = served.root / "templates/fact.html"
    template.write_text("{% extends 'base.html' %}\n{% block main %}{{ view.nothing }}{% endblock %}\n", "utf-8")
    assert served.shows(fact, lambda page: page.startswith("templates/fact.html:2:1: ") and "[bad-template]" in page)
    template.write_text("{% extends 'base.html' %}{% block main %}<h1>Mended</h1>{% endblock %}\n", "utf-8")
    assert served.shows(fact, lambda page: "Mended" in page)


def test_an_address_without_its_last_slash_leads_to_the_page(served: Served) -> None:
    assert "more than €12" in served.page("/en/facts/lamp-factory-plan")
    assert not served.page("/en/facts/no-such-fact/")


def test_a_chart_is_drawn_when_its_page_is_asked_for(served: Served) -> None:
    served.change("content/en/index.md", "[[chart:money]]", "")
    assert served.shows("/en/", lambda page: 'id="chart-money"' not in page)
    served.change("facts/lamp-factory.yml", "more than 12_000_000 EUR", "more than 13_000_000 EUR")
    assert served.shows("/en/", lambda page: "more than €13" in page)
    cache = served.root / ".cache" / "factbound" / "charts"
    before = set(cache.glob("money-*"))
    assert "<svg" in served.page("/en/charts/money/")
    assert len(set(cache.glob("money-*")) - before) == 1
