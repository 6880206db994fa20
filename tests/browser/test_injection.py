"""Hostile texts in every field, looked at in Chromium: nothing runs, with the policy of our pages and without."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from hostile import SHORT, free_texts, poison, poison_words, with_every_text
from overlay import write
from promised import full_edition
from serving import serve

from factbound.commands.cli import main

EXEMPT = {"after", "folder", "half", "plugins", "several-12", "site", "tagline", "text-digest"} | {
    f"several-1{'0' * n}" for n in range(1, 13)
}
"""Texts that are not tried: words that may not be given, are numbers, or name folders."""
RUNS = """() => [
  ...(top.ran ? ["a script ran"] : []),
  ...[...document.querySelectorAll("*")].flatMap(e => [...e.attributes]
    .filter(a => /^(href|src|action|formaction|data|xlink:href)$/i.test(a.name) && /^\\s*javascript:/i.test(a.value))
    .map(a => `${e.tagName} ${a.name}=${a.value}`)),
]"""


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An edition of hostile texts, as its files stand."""
    folder = full_edition(tmp_path_factory.mktemp("hostile") / "edition")
    with_every_text(folder)
    poison_words(folder)
    assert main(["--project", str(folder), "verify", "--archive", str(folder / "archive")]) == 0
    taken, refused = poison(folder)
    assert free_texts() - taken - refused <= EXEMPT
    assert refused - taken <= {"contact", "prefer"}
    return folder


def built(folder: Path) -> Path:
    assert main(["--project", str(folder), "build"]) == 0
    return folder / "site"


def hosted(edition: Path, folder: Path, theme: str) -> Path:
    """The same facts and charts in an ordinary site."""
    shutil.copytree(edition / "facts", folder / "facts")
    for name in ("charts.yml", "map.json", "en/words.yml"):
        shutil.copy(edition / "content" / name, folder)
    config = f"site_name: Lamps\ntheme: {theme}\nplugins:\n  - search\n  - factbound: {{as_of: 2034-02-01}}\n"
    page = "# A lamp for [[lamp-factory-plan]]\n\nAt [[lamp-factory-plan]].[[cite:gazette-2031#4]]\n\n[[chart:money]]\n"
    return write(folder, {"mkdocs.yml": config, "docs/index.md": page, "docs/map.md": "# A map\n\n[[chart:where]]\n"})


def looked_at(browser: object, site: Path, *, policy: bool) -> Iterator[str]:
    """What runs on any page or picture of a site, searched and with everything opened."""
    context = browser.new_context(bypass_csp=not policy)
    page = context.new_page()
    page.on("dialog", lambda dialog: dialog.dismiss())
    with serve(site) as address:
        for file in sorted(site.rglob("*")):
            path = file.relative_to(site).as_posix()
            if file.suffix not in {".html", ".svg"}:
                continue
            page.goto(address + quote(path), wait_until="load")
            for each in page.query_selector_all("[popover]")[:3]:
                each.evaluate("e => e.showPopover && e.showPopover()")
            yield from (f"{path}: {found}" for found in page.evaluate(RUNS))
        for path in ("en/search/?q=lamp", "?q=lamp"):
            page.goto(address + path, wait_until="load")
            page.wait_for_timeout(500)
            yield from (f"{path}: {found}" for found in page.evaluate(RUNS))
    context.close()


def test_what_runs_is_found(browser: object, tmp_path: Path) -> None:
    write(tmp_path, {"404.html": "-", "a.html": f"<p>{SHORT}", "b.html": '<a href=" javascript:x">'})
    found = list(looked_at(browser, tmp_path, policy=True))
    assert found == ["a.html: a script ran", "b.html: A href= javascript:x"]


@pytest.mark.slow  # every page of an edition is opened in a browser
@pytest.mark.parametrize("policy", [True, False])
def test_no_text_of_an_edition_runs(hostile: Path, browser: object, policy: bool) -> None:
    site = built(hostile)
    assert len(list(site.rglob("*.html"))) > 50
    assert list(looked_at(browser, site, policy=policy)) == []


@pytest.mark.slow  # every page of an ordinary site is opened in a browser
@pytest.mark.parametrize("theme", ["mkdocs", "readthedocs", "material"])
def test_no_text_of_ours_runs_in_a_theme(hostile: Path, browser: object, theme: str, tmp_path: Path) -> None:
    site = built(hosted(hostile, tmp_path, theme))
    assert "top.ran" in (site / "evidence/facts/lamp-factory-plan/index.html").read_text("utf-8")
    assert list(looked_at(browser, site, policy=False)) == []
