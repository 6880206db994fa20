"""Ordinary MkDocs sites: what factbound adds to them, what it refuses, and what it leaves to their theme and their
other plugins."""

import json
import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from crawler import Page, dead_ends, read_site
from hosting import copied, mkdocs, mkdocs_process
from overlay import write
from places import ROOT
from promised import full_edition

from factbound.commands.cli import main
from factbound.edition import NUMERALS
from factbound.host.page import HostedPage, PageSource, hosted_page
from factbound.kept import recall
from factbound.mkdocs.plugin import build_hosted
from factbound.mkdocs.settings import load
from factbound.view.pages import facts_index
from factbound.view.pages.theme import HOSTED, hosted_environment

EXAMPLES = sorted(path.parent.parent.name for path in (ROOT / "examples").glob("*/docs/index.md"))
FOLDERS = {"mkdocs": "evidence", "material": "evidence", "readthedocs": "preuves"}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The example sites, built strictly; one of them as its owner does it, in a process of its own."""
    folder = tmp_path_factory.mktemp("examples")
    for name in EXAMPLES:
        run = mkdocs_process if name == "mkdocs" else mkdocs
        done = run(copied(name, folder / name), "build", "--strict", "--quiet")
        assert done.returncode == 0, done.stdout + done.stderr
        assert done.stderr == ""
    return {name: folder / name / "site" for name in EXAMPLES}


@pytest.fixture(scope="module", params=EXAMPLES)
def example(request: pytest.FixtureRequest, built: dict[str, Path]) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def pages(example: str, built: dict[str, Path]) -> dict[str, Page]:
    return read_site(built[example])


@pytest.fixture
def ferry(tmp_path: Path) -> Path:
    """A copy of the site in MkDocs' own theme, to be changed at will."""
    return copied("mkdocs", tmp_path / "ferry")


def test_there_is_an_example_for_each_theme() -> None:
    assert sorted(FOLDERS) == EXAMPLES


@pytest.mark.slow  # ordinary sites are built, some of them twice
def test_the_figures_of_an_example_were_verified(
    example: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    site = copied(example, tmp_path / "site")
    (lock,) = site.glob("*/evidence.lock")
    before = lock.read_text("utf-8")
    assert main(["--project", str(site), "verify", "--archive", str(site / "archive")]) == 0
    assert lock.read_text("utf-8") == before
    assert capsys.readouterr().out.startswith(f"{lock.parent.name}/evidence.lock: ")


@pytest.mark.slow  # ordinary sites are built, some of them twice
def test_an_example_has_a_fact_check_sheet(example: str, tmp_path: Path) -> None:
    site = copied(example, tmp_path / "site")
    assert main(["--project", str(site), "sheet", "--output", str(tmp_path / "sheet")]) == 0
    (page,) = (tmp_path / "sheet").glob("*.html")
    assert "<q lang=" in page.read_text("utf-8")


# --- What stands in the pages ----------------------------------------------------------------------------------------


def test_no_token_or_mention_is_left_in_a_page(example: str, built: dict[str, Path]) -> None:
    for file in [*built[example].rglob("*.html"), *built[example].rglob("*.json"), *built[example].rglob("*.xml")]:
        text = re.sub(r"<code.*?</code>", "", file.read_text("utf-8"), flags=re.DOTALL)
        assert not re.search("[\ue000\ue001]", text), file
        if file.suffix == ".html":
            assert "[[" not in text, file


def test_every_link_leads_to_a_page_and_an_anchor(pages: dict[str, Page], example: str, built: dict[str, Path]) -> None:
    missing = []
    for path, page in pages.items():
        if path == "404.html":
            continue  # it is shown at any address
        for link in page.links + page.loads:
            target = urlsplit(urljoin(f"https://host.example/{path}", link))
            if target.netloc != "host.example" or target.scheme != "https":
                continue
            file = built[example] / unquote(target.path.lstrip("/"))
            file = file / "index.html" if file.is_dir() else file
            if not file.is_file():
                missing.append(f"{path}: {link}")
            elif target.fragment and file.suffix == ".html" and not target.fragment.startswith(("__", ":")):
                there = read_one(pages, built[example], file)
                if unquote(target.fragment) not in there.ids and "md-" not in link:
                    missing.append(f"{path}: {link}: no such anchor")
    assert missing == []


def read_one(pages: dict[str, Page], site: Path, file: Path) -> Page:
    path = file.relative_to(site).as_posix()
    return pages.get(path) or pages[path.removesuffix("index.html")]


def test_ids_stand_once_in_a_page(pages: dict[str, Page]) -> None:
    ours = {
        path: [i for i in page.ids if i.startswith(("fn-", "ref-", "card-", "chart-", "mark-"))]
        for path, page in pages.items()
    }
    assert {path: ids for path, ids in ours.items() if len(set(ids)) < len(ids)} == {}
    assert sum(map(len, ours.values())) > 20


def test_a_page_has_numbers_footnotes_cards_and_a_chart_that_links_to_facts(
    example: str, built: dict[str, Path]
) -> None:
    html = (built[example] / "index.html").read_text("utf-8")
    assert re.search(r'<button class="fb-open" type="button" popovertarget="card-[a-z-]+" aria-label=', html)
    assert re.search(r'<aside class="fb-card" id="card-[a-z-]+" popover', html)
    assert re.search(rf'<a id="mark-[^"]+" xlink:href="(?:\./|\.\./)*{FOLDERS[example]}/facts/[a-z-]+/', html)


def test_a_search_reads_the_words_and_not_the_evidence(example: str, built: dict[str, Path]) -> None:
    index = json.loads((built[example] / "search" / "search_index.json").read_text("utf-8"))
    home = " ".join(entry["text"] for entry in index["docs"] if not entry["location"].startswith(FOLDERS[example]))
    words = {
        "mkdocs": "more than €9\u00a0million",
        "material": "about 180 beds",
        "readthedocs": "environ 52\u202f000 échantillons",
    }[example]
    assert words.replace("\u00a0", " ").replace("\u202f", " ") in home.replace("\u00a0", " ").replace("\u202f", " ")
    assert "2026" not in home  # the day of the check, which stands in each footnote
    assert any(entry["location"].startswith(f"{FOLDERS[example]}/facts/") for entry in index["docs"])


def test_a_figure_in_a_heading_stands_in_the_title_the_navigation_and_the_contents(built: dict[str, Path]) -> None:
    html = (built["material"] / "index.html").read_text("utf-8")
    tickets = (built["material"] / "tickets" / "index.html").read_text("utf-8")
    assert re.search(r'<span class="md-ellipsis">\s*A night train for €40\u00a0million', tickets)
    assert 'id="a-night-train-for"' in html  # an anchor does not change with its number


def test_code_is_left_as_it_was_typed(built: dict[str, Path]) -> None:
    html = (built["mkdocs"] / "index.html").read_text("utf-8")
    assert "<code>[[ferry-cost]]</code>" in html
    assert "12 knots, [[ferry-cost]]" in html
    coloured = re.sub(r"<[^>]+>", "", (built["material"] / "index.html").read_text("utf-8"))
    assert "if [[ -f beds.csv ]]; then wc -l beds.csv; fi  # 12 lines" in coloured


def test_a_page_whose_numbers_are_free_says_so(built: dict[str, Path]) -> None:
    said = "numbers without a footnote have no fact behind them"
    assert said in (built["mkdocs"] / "pier" / "index.html").read_text("utf-8")
    assert said not in (built["mkdocs"] / "index.html").read_text("utf-8")


def test_a_description_prints_its_figure(built: dict[str, Path]) -> None:
    said = '<meta name="description" content="What Velrail promised for its night train in 2029, and what came of it.">'
    assert said in (built["material"] / "index.html").read_text("utf-8")


def test_a_fact_knows_where_it_is_printed(built: dict[str, Path]) -> None:
    facts = {
        fact["id"]: fact
        for fact in json.loads((built["mkdocs"] / "evidence/data/facts.json").read_text("utf-8"))["facts"]
    }
    assert facts["ferry-length"]["mentioned"] == ["/", "/pier/"]
    assert facts["ferry-cost"]["mentioned"] == ["/"]


def test_our_classes_mean_nothing_to_the_theme() -> None:
    env = hosted_environment(ROOT / ".cache" / "factbound" / "host-templates")
    for name in (path.name for path in sorted([*HOSTED.glob("*.html"), *HOSTED.parent.glob("*.html")])):
        if (HOSTED / name).exists() or name in {
            "parts.html",
            "fact.html",
            "source.html",
            "chart.html",
            "facts.html",
            "sources.html",
        }:
            source = env.preprocess(env.loader.get_source(env, name)[0], name)
            told = " ".join(re.findall(r'class="([^"]*)"', source))
            words = re.sub(r"\{%.*?%\}|\{\{.*?\}\}", " ", told).split()
            assert [word for word in words if not word.startswith("fb-") and word != "-"] == [], name


def test_promises_and_many_facts_have_their_pages_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(facts_index, "A_PAGE", 3)
    edition, site = full_edition(tmp_path / "edition"), tmp_path / "site"
    shutil.copytree(edition / "facts", site / "facts")
    for name in ("charts.yml", "map.json"):
        shutil.copy(edition / "content" / name, site)
    told = "# Lamps for [[lamp-factory-plan]]\n\n[[promise:first-lamp]]\n\n[[table:verdicts]]\n\n[[chart:lamp-days]]\n"
    config = "site_name: Lamps\ntheme: mkdocs\nplugins: [search, {factbound: {as_of: 2034-02-01}}]\n"
    write(site, {"mkdocs.yml": config, "docs/index.md": told})
    assert main(["--project", str(site), "build"]) == 0
    assert (site / "site/evidence/promises/first-lamp/index.html").is_file()
    assert 'href="../evidence/promises/"' in (site / "site/evidence/index.html").read_text("utf-8")
    assert dead_ends(site / "site", read_site(site / "site")) == []


# --- What is refused -------------------------------------------------------------------------------------------------


def refused(site: Path, *arguments: str) -> list[str]:
    """The lines that MkDocs ends with when it refuses to build."""
    done = mkdocs(site, "build", "--quiet", *arguments)
    assert done.returncode == 1, done.stdout
    return [line for line in done.stdout.splitlines() if line]


def test_what_numbers_stand_on_pages_is_kept_for_the_next_build(ferry: Path) -> None:
    assert mkdocs(ferry, "build", "--quiet").returncode == 0
    kept = recall(ferry / ".cache" / "factbound" / NUMERALS)
    assert kept and b"The boat is to cost" in kept


def test_a_page_in_which_nothing_was_found_is_read_again_when_it_has_changed(
    ferry: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []

    def noting(page: PageSource, *more: Any) -> HostedPage:
        read.append(page.file)
        return hosted_page(page, *more)

    monkeypatch.setattr("factbound.mkdocs.host_events.hosted_page", noting)
    silent = "---\ntitle: New\ndescription: A pier\n---\n\n# A pier\n\nIt is new.\n"
    write(ferry, {"docs/new.md": silent})
    for expected in (True, False):
        read.clear()
        assert mkdocs(ferry, "build", "--quiet").returncode == 0
        assert ("docs/new.md" in read) is expected
        assert "docs/index.md" in read
    for number, (before, after) in enumerate(
        [("It is new", "It has 7 doors"), ("title: New", "title: 7 new doors"), ("A pier\n---", "Seven piers\n---")]
    ):
        write(ferry, {"docs/new.md": silent.replace(before, after)})
        assert len(refused(ferry)) == 3, number
        write(ferry, {"docs/new.md": silent})
    config = (ferry / "mkdocs.yml").read_text("utf-8")
    write(ferry, {"mkdocs.yml": f"{config}hooks: [hook.py]\n"})
    write(ferry, {"hook.py": "def on_page_markdown(markdown, **more):\n    return markdown.replace('new', '7')\n"})
    assert any("docs/new.md" in line and "bare-number" in line for line in refused(ferry))


def test_a_bare_number_stops_the_build_at_its_place_and_publishes_nothing(ferry: Path) -> None:
    assert mkdocs(ferry, "build", "--quiet").returncode == 0
    before = {path: path.read_bytes() for path in (ferry / "site").rglob("*") if path.is_file()}
    write(
        ferry, {"docs/new.md": "---\ntitle: New\n---\n\n# New\n\nIt costs 9 million euros, for [[ferry-pasengers]].\n"}
    )
    assert refused(ferry) == [
        "docs/new.md:7:10: no fact stands behind “9 million” [bare-number]",
        "    hint: write [[ferry-cost]]",
        'docs/new.md:7:31: there is no figure "ferry-pasengers" [unknown-figure]',
        '    hint: did you mean "ferry-passengers"?',
        "2 problems",
    ]
    assert {path: path.read_bytes() for path in (ferry / "site").rglob("*") if path.is_file()} == before
    assert [path.name for path in ferry.iterdir() if path.name.startswith(".site")] == []


def test_a_warning_of_mkdocs_in_strict_mode_publishes_nothing(ferry: Path) -> None:
    write(ferry, {"docs/new.md": "# New\n\n[Lost](nowhere.md)\n"})
    done = mkdocs(ferry, "build", "--strict")
    assert done.returncode == 1
    assert "nowhere.md" in done.stderr
    assert not (ferry / "site").exists()
    assert [path.name for path in ferry.iterdir() if path.name.startswith(".site")] == []


def test_numbers_hide_neither_in_html_nor_in_front_matter_nor_in_extensions(ferry: Path) -> None:
    text = (
        '---\ntitle: Our 3 boats\n---\n\n# Boats\n\n<p>We have <b>4</b> boats.</p>\n\n!!! note "All 5"\n    And '
        "6 more.[^a]\n\n[^a]: Or 7.\n"
    )
    write(ferry, {"docs/new.md": text})
    found = [line.partition(": no fact")[0] for line in refused(ferry) if "bare-number" in line]
    assert sorted(found) == [
        "docs/new.md:10:9",
        "docs/new.md:12:10",
        "docs/new.md:2:12",
        "docs/new.md:7:15",
        "docs/new.md:9:15",
    ]


def test_only_marked_pages_are_held_to_their_numbers_where_the_site_says_so(ferry: Path) -> None:
    config = (ferry / "mkdocs.yml").read_text("utf-8")
    write(
        ferry,
        {"mkdocs.yml": config.replace("as_of:", "gate: marked\n      as_of:"), "docs/a.md": "# A\n\nIt has 7 doors.\n"},
    )
    assert mkdocs(ferry, "build", "--quiet").returncode == 0
    write(ferry, {"docs/b.md": "---\nnumbers: proved\n---\n# B\n\nIt has 7 doors.\n"})
    assert refused(ferry)[0] == "docs/b.md:6:8: no fact stands behind “7” [bare-number]"


def test_front_matter_that_is_a_list_is_no_crash(ferry: Path) -> None:
    write(ferry, {"docs/new.md": "---\nnumbers: [free]\n---\n# New\n"})
    assert refused(ferry)[0].startswith("docs/new.md:2:10: ")


def test_what_is_said_of_numbers_is_one_of_two_words(ferry: Path) -> None:
    write(ferry, {"docs/new.md": "---\nnumbers: prooved\n---\n# New\n"})
    assert refused(ferry)[:2] == [
        'docs/new.md:2:10: "prooved" is not said of numbers [bad-value]',
        '    hint: did you mean "proved"?',
    ]


def test_a_page_at_the_address_of_a_generated_one_is_refused(ferry: Path) -> None:
    write(ferry, {"docs/evidence/facts/index.md": "# Mine\n"})
    assert (
        refused(ferry)[0] == "docs/evidence/facts/index.md:1:1: a generated page stands at its address [unknown-file]"
    )


def test_the_folder_of_evidence_and_the_language_are_checked(ferry: Path, capsys: pytest.CaptureFixture[str]) -> None:
    config = (ferry / "mkdocs.yml").read_text("utf-8")
    for wrong, said in (("folder: ../up", "is no folder of the site"), ("languages: [en, fr]", "has one language")):
        write(ferry, {"mkdocs.yml": config.replace("as_of:", f"{wrong}\n      as_of:")})
        assert main(["--project", str(ferry), "check"]) == 2
        assert said in capsys.readouterr().err


# --- Our own command line, and how a site is laid out ----------------------------------------------------------------


@pytest.mark.slow  # ordinary sites are built, some of them twice
def test_our_own_commands_read_an_ordinary_site_too(ferry: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = sorted(ferry.rglob("*"))
    assert main(["--project", str(ferry), "check"]) == 0
    assert capsys.readouterr().out == "7 figures, 8 readings, 2 stories, 0 problems\n"
    assert [path for path in sorted(ferry.rglob("*")) if path not in before and ".cache" not in path.parts] == []
    assert main(["--project", str(ferry), "explain", "ferry-growth"]) == 0
    assert main(["--project", str(ferry), "build", "--site-dir", str(ferry / "public")]) == 0
    assert "2 pages, 15 pages of evidence, 7 figures, 0 problems" in capsys.readouterr().out
    assert (ferry / "public" / "evidence" / "facts" / "ferry-cost" / "index.html").is_file()


def test_other_plugins_may_write_mentions_and_files(ferry: Path) -> None:
    hook = (
        "from pathlib import Path\n"
        "def on_page_markdown(markdown, **more):\n    return markdown.replace('COST', '[[ferry-cost]]')\n"
        "def on_post_build(config):\n    Path(config.site_dir, 'late.txt').write_text('late')\n"
    )
    config = (ferry / "mkdocs.yml").read_text("utf-8")
    write(
        ferry,
        {"late.py": hook, "mkdocs.yml": f"{config}hooks: [late.py]\n", "docs/new.md": "# New\n\nIt costs COST.\n"},
    )
    done = mkdocs(ferry, "build", "--quiet")
    assert done.returncode == 0, done.stdout + done.stderr
    assert (ferry / "site" / "late.txt").read_text("utf-8") == "late"
    assert "more than €9" in (ferry / "site" / "new" / "index.html").read_text("utf-8")


def test_after_a_build_the_site_is_where_the_configuration_says(ferry: Path) -> None:
    config = load(ferry)
    build_hosted(config)
    assert Path(config.site_dir) == ferry / "site"
    assert (ferry / "site" / "index.html").is_file()


@pytest.mark.slow  # ordinary sites are built, some of them twice
def test_two_builds_are_alike(tmp_path: Path) -> None:
    sites: list[dict[str, bytes]] = []
    for place in ("one", "two/deeper"):
        site = copied("readthedocs", tmp_path / place)
        assert mkdocs_process(site, "build", "--quiet").returncode == 0
        files = {path.relative_to(site).as_posix(): path.read_bytes() for path in _ours(site / "site")}
        sites.append(files)
    assert sites[0] == sites[1]
    assert len(sites[0]) > 20


def _ours(site: Path) -> Iterator[Path]:
    """The files with our words in them; MkDocs writes the hour of the build into its site map and into the home
    page."""
    return (
        path
        for path in site.rglob("*")
        if path.is_file() and not path.name.startswith("sitemap") and path != site / "index.html"
    )


def test_without_folders_as_addresses_every_link_names_a_file(built: dict[str, Path]) -> None:
    page = read_site(built["readthedocs"])
    ours = [
        link
        for path, each in page.items()
        for link in each.links
        if not urlsplit(link).netloc and not link.startswith("#")
    ]
    assert [link for link in ours if urlsplit(link).path.endswith("/") and urlsplit(link).path not in {"/"}] == []


# --- What tried to get past ------------------------------------------------------------------------------------------


HIDING = {
    "an end of code without a beginning": "It </code> costs 9 million.",
    "code that does not end in its paragraph": "<kbd>A\n\nIt costs 9 million.",
    "code that never ends": "<div><kbd>9 million",
    "the number of a point": '<ol><li value="9">boats</li></ol>',
    "a name for screen readers": '<span aria-label="9 boats">boats</span>',
    "an empty field": '<input placeholder="9 boats">',
    "a button": '<input type="button" value="9 boats">',
    "a group of choices": '<select><optgroup label="9 boats"></optgroup></select>',
    "a page in a page": '<iframe srcdoc="9 boats"></iframe>',
    "what looks like a footnote": '<a class="footnote-ref" href="#">9 boats</a>',
    "what XML calls a marked section": "<p>\n<![CDATA[ > 9 boats ]]>\n</p>",
    "a drawing typed as code": '<pre class="mermaid"><code>pie\n"boats": 9</code></pre>',
    "another name in the contents": '## Boats {: data-toc-label="9 boats" }',
    "a word with a part underlined": "It has twen<u>ty</u> boats.",
}


@pytest.mark.parametrize("text", HIDING.values(), ids=HIDING)
def test_a_number_is_found_where_it_tries_to_hide(ferry: Path, text: str, capsys: pytest.CaptureFixture[str]) -> None:
    config = (ferry / "mkdocs.yml").read_text("utf-8")
    write(
        ferry,
        {
            "mkdocs.yml": config.replace("  - footnotes", "  - footnotes\n  - attr_list"),
            "docs/new.md": f"# New\n\n{text}\n",
        },
    )
    assert main(["--project", str(ferry), "check"]) == 1
    said = capsys.readouterr().err
    assert said.count("[bare-number]") == 1, said
    assert said.startswith("docs/new.md:")


def test_code_keys_and_the_marks_of_footnotes_are_left_alone(ferry: Path) -> None:
    text = (
        "# New\n\n`9` <kbd>F9</kbd> <kbd>a `9` b</kbd> and `8`.[^a]\n\n    9 boats\n\n```\n9 boats\n```\n\n[^a]: "
        "Words.\n"
    )
    write(ferry, {"docs/new.md": text})
    assert main(["--project", str(ferry), "check"]) == 0


def test_a_token_that_an_extension_brings_in_hides_no_number(ferry: Path, capsys: pytest.CaptureFixture[str]) -> None:
    config = (ferry / "mkdocs.yml").read_text("utf-8")
    files = {
        "docs/new.md": '# New\n\n--8<-- "part.txt"\n',
        "part.txt": "It has &#57344;9&#xE001; boats, \ue0007\ue001 of them new.\n",
    }
    write(
        ferry,
        {"mkdocs.yml": config.replace("  - footnotes", f"  - pymdownx.snippets: {{base_path: ['{ferry}']}}"), **files},
    )
    assert main(["--project", str(ferry), "check"]) == 1
    said = capsys.readouterr().err
    assert "docs/new.md:1:1: a character U+E000 or U+E001 came in while the page was rendered [bad-value]" in said
    assert "no fact stands behind “9”" in said


def test_a_page_that_is_not_utf8_is_one_problem_among_others(ferry: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (ferry / "docs/new.md").write_bytes(b"# New\n\nCaf\xe9\n")
    write(ferry, {"docs/other.md": "# Other\n\nIt has 9 boats.\n"})
    assert main(["--project", str(ferry), "check"]) == 1
    said = capsys.readouterr().err
    assert "docs/new.md:3:4: byte 0xe9 is not UTF-8 [not-utf8]" in said
    assert "docs/other.md:3:8: no fact stands behind" in said


def test_a_file_at_the_address_of_a_generated_one_is_refused(ferry: Path) -> None:
    write(ferry, {"docs/evidence/data/facts.json": "{}"})
    assert (
        refused(ferry)[0] == "docs/evidence/data/facts.json:1:1: a generated file stands at its address [unknown-file]"
    )
    assert not (ferry / "site").exists()


@pytest.mark.slow  # ordinary sites are built, some of them twice
def test_a_dirty_build_is_whole_all_the_same(ferry: Path) -> None:
    assert mkdocs(ferry, "build", "--quiet").returncode == 0
    before = (ferry / "site/evidence/data/facts.json").read_bytes()
    later = (ferry / "site/pier/index.html").stat().st_mtime + 10
    os.utime(ferry / "docs/pier.md", (later, later))
    assert mkdocs(ferry, "build", "--quiet", "--dirty").returncode == 0
    assert (ferry / "site/evidence/data/facts.json").read_bytes() == before
    done = mkdocs_process(ferry, "serve", "--dirty")  # which leaves its socket open
    assert done.returncode == 1
    assert "serve without --dirty" in done.stdout + done.stderr
