"""Every kind of page on a phone, a tablet and a desk, in light and dark: nothing is cut, nothing sticks out, nothing is
called from elsewhere."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

import pytest
from survey import KINDS, Page, Seen, Surveyor

See = Callable[[str], list[tuple[Page, Seen]]]


@pytest.fixture(params=["first", pytest.param("every", marks=pytest.mark.slow)])
def see(request: pytest.FixtureRequest, surveyor: Surveyor, pages: tuple[Page, ...]) -> See:
    """What was seen on the first page of a kind, of the first language that has one; and on every one. The first is
    looked at closely, and in the slow tests, as all others, by axe at every width in both schemes too: axe takes most
    of the time."""

    def look(kind: str) -> list[tuple[Page, Seen]]:
        of_kind = [page for page in pages if page.kind == kind]
        if request.param == "first":
            of_kind = [replace(of_kind[0], first=False)]
        return [(page, surveyor.see(page)) for page in of_kind]

    return look


of_every_kind = pytest.mark.parametrize("kind", KINDS)


def nothing(findings: Iterable[str]) -> None:
    """Nothing was found, or all of it is told."""
    found = list(findings)
    assert not found, f"{len(found)} findings\n" + "\n".join(found[:60])


def test_there_are_pages_of_every_kind(pages: tuple[Page, ...]):
    assert {page.kind for page in pages} == set(KINDS)


def test_facts_of_many_shapes_are_looked_at(pages: tuple[Page, ...]):
    assert sum(page.kind == "facts" for page in pages) >= 12


def test_pages_store_nothing_so_that_tabs_may_share_a_window(real_site: Path):
    stores = ("localStorage", "sessionStorage", "indexedDB", "caches.", "cookie", "serviceWorker")
    scripts = {file.name: file.read_text("utf-8") for file in real_site.rglob("*.js")}
    assert scripts
    assert [(name, each) for name, text in scripts.items() for each in stores if each in text] == []


@of_every_kind
def test_nothing_goes_sideways(kind: str, see: See):
    nothing(finding for _, seen in see(kind) for finding in seen.sideways)


@of_every_kind
def test_no_box_cuts_its_text(kind: str, see: See):
    nothing(finding for _, seen in see(kind) for finding in seen.cut)


@of_every_kind
def test_every_page_has_one_first_heading(kind: str, see: See):
    assert {page.path: seen.headings for page, seen in see(kind) if seen.headings != 1} == {}


@of_every_kind
def test_the_words_of_a_drawing_stay_inside_it_and_apart(kind: str, see: See):
    nothing(finding for _, seen in see(kind) for finding in seen.charts)


@of_every_kind
def test_only_the_drawing_made_for_the_width_shows(kind: str, see: See):
    nothing(finding for _, seen in see(kind) for finding in seen.drawings)


@of_every_kind
def test_axe_finds_nothing(kind: str, see: See):
    nothing(finding for _, seen in see(kind) for finding in seen.axe)


@of_every_kind
def test_no_page_asks_another_host_or_complains(kind: str, see: See):
    nothing(finding for _, seen in see(kind) for finding in seen.complaints)


@of_every_kind
def test_every_page_declares_its_policy(kind: str, see: See):
    lax = {
        page.path
        for page, seen in see(kind)
        if not seen.policy.startswith("default-src 'none';") or "unsafe" in seen.policy
    }
    assert lax == set()
