"""The matrix: every theme with the plugins that people use most, in an environment of its own, with factbound and
without."""

import hashlib
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import Once
from crawler import dead_ends, read_site
from matrix import BOAT, GUIDE, ROWS, THEMES, Row, build, git, in_french, plain, table, write_site
from overlay import write
from places import ROOT

LOCKS = [ROOT / "requirements" / name for name in ("tools.txt", "hosts.txt")]
STYLE = re.compile(r"\s*<link[^>]*factbound\.css[^>]*>")
SIGNS = re.compile("[\ue000\ue001]|<!--/?fb:|\\[\\[[a-z:]*(ferry|passengers)")


@pytest.fixture(scope="session")
def python(once: Once) -> Path:
    """The Python of an environment that holds all plugins of the matrix, hash-locked."""
    digest = hashlib.sha256(b"".join(lock.read_bytes() for lock in LOCKS) + str(ROOT).encode()).hexdigest()[:16]
    folder = ROOT / ".cache" / "tests" / f"hosts-{digest}"
    found = folder / "bin" / "python"

    def install(_: Path) -> None:
        if (folder / "whole").exists():
            return
        subprocess.run([sys.executable, "-m", "venv", "--clear", str(folder)], check=True)
        pip = [str(found), "-m", "pip", "--disable-pip-version-check", "install", "--quiet"]
        pip += ["--no-build-isolation", "--use-pep517"]
        for lock in LOCKS:
            subprocess.run([*pip, "--require-hashes", "-r", str(lock)], check=True)
        subprocess.run([*pip, "--no-deps", "-e", str(ROOT)], check=True)
        (folder / "whole").touch()

    once("plugins", install)
    return found


def same(ours: Path, without: Path) -> list[str]:
    """The pages that mention no fact and are not what they are without us, but for one link to the style sheet."""
    changed = []
    for page in sorted(without.rglob("*.html")):
        theirs = page.read_text("utf-8")
        path = page.relative_to(without).as_posix()
        if "[[ferry" in theirs or path.startswith("print_page") or "evidence/" in theirs:
            continue
        html = (ours / path).read_text("utf-8")
        if len(STYLE.findall(html)) > 1 or words(STYLE.sub(" ", html)) != words(theirs):
            changed.append(path)
    return changed


def words(html: str) -> str:
    """A page without its day, and with the blanks around the link to a style sheet as themes without one have them."""
    return re.sub(r"\s+", " ", re.sub("Build Date.*", "", html)).replace("> <", "><")


def held(site: Path, rows: list[Row]) -> None:
    """What a finished site shows: the evidence, and what each plugin does."""
    for file in [*site.rglob("*.html"), *site.rglob("*.xml"), *site.rglob("*.json")]:
        assert not SIGNS.search(file.read_text("utf-8")), file
    boat = next(site / path for path in (BOAT, "boat.html") if (site / path).exists())
    assert "fb-card" in boat.read_text("utf-8") or any(row.warns for row in rows)
    idle = [row.name for row in rows if not row.holds(site)]
    for page in (boat, site / GUIDE):
        html = page.read_text("utf-8") if page.exists() else ""
        used = [row for row in rows if row.shows and (row.held or page != boat)]
        idle += [f"{row.name}: {page}" for row in used if not re.search(row.shows, html)]
    assert idle == []


def warned(done: "subprocess.CompletedProcess[str]") -> set[str]:
    """What a build warned of. For a page that Git does not know, git-revision-date-localized looks at the clock twice,
    and warns when a second has begun in between."""
    assert done.returncode == 0, done.stdout + done.stderr
    lines = {line for line in done.stderr.splitlines() if re.match(r"(WARNING|ERROR) +- ", line)}
    return {line for line in lines if "First revision timestamp is older than last" not in line}


def compared(python: Path, folder: Path, theme: str, rows: list[Row], more: str = "", tool: str = "mkdocs") -> Path:
    """A site with some plugins, built with us and without: nothing more is warned of, no page is another that mentions
    no fact, every plugin does its work, and no link leads nowhere."""
    ours = write_site(folder / "with", theme, rows, more)
    without = write_site(folder / "without", theme, rows, more, ours=False)
    said = warned(build(python, ours, tool=tool)) - warned(build(python, without, tool=tool))
    expected = [row.warns for row in rows if row.warns]
    assert [line for line in sorted(said) if not any(re.search(warning, line) for warning in expected)] == []
    assert len(said) >= len(expected)
    held(ours / "site", rows)
    assert same(ours / "site", without / "site") == []
    lost, before = (set(dead_ends(site, read_site(site), "/sub/path/")) for site in (ours / "site", without / "site"))
    assert lost <= before
    return ours


@pytest.mark.slow  # ordinary sites are built in an environment of their own
@pytest.mark.parametrize(("theme", "tool"), [(theme, "mkdocs") for theme in THEMES] + [("material", "properdocs")])
def test_a_theme_with_all_plugins_at_once(theme: str, tool: str, python: Path, tmp_path: Path) -> None:
    compared(python, tmp_path, theme, [row for row in ROWS if theme in row.themes and not row.alone], tool=tool)


@pytest.mark.slow  # ordinary sites are built in an environment of their own
@pytest.mark.parametrize("row", [row for row in ROWS if row.alone], ids=lambda row: row.name)
def test_a_plugin_by_itself(row: Row, python: Path, tmp_path: Path) -> None:
    compared(python, tmp_path, "material", [ROWS[0], row])


I18N = """i18n:
      docs_structure: {structure}
      languages:
        - {{locale: en, name: English, default: true, build: true}}
        - {{locale: fr, name: Français, build: true}}"""
MORE = """
        - {locale: nl_BE, name: Vlaams, build: true}
        - {locale: ja, name: 日本語, build: true}"""


def translated(folder: Path, theme: str, structure: str, more: str = "") -> Path:
    """A site that static-i18n builds in English and French."""
    site = write_site(folder, theme, [ROWS[0], Row("static-i18n", I18N.format(structure=structure))], more)
    in_french(site)
    config = (site / "mkdocs.yml").read_text("utf-8")
    write(site, {"mkdocs.yml": config.replace("factbound: {", "factbound: {languages: [en, fr], ")})
    return site


@pytest.mark.slow  # ordinary sites are built in an environment of their own
@pytest.mark.parametrize("structure", ["folder", "suffix"])
def test_each_language_of_a_translated_site_has_its_evidence(structure: str, python: Path, tmp_path: Path) -> None:
    site = translated(tmp_path / "site", "material", structure)
    docs = site / "docs"
    pages = list(docs.glob("*.md"))
    for page in pages:
        text = page.read_text("utf-8") + "\nSee [its cost](evidence/facts/ferry-cost/index.md).\n"
        french = docs / "fr" / page.name if structure == "folder" else page.with_suffix(".fr.md")
        write(docs, {french.relative_to(docs).as_posix(): text})
        write(docs, {f"en/{page.name}" if structure == "folder" else page.name: text})
        if structure == "folder":
            page.unlink()
            shutil.copy(docs / "boat.png", docs / "en")
    assert [line for line in warned(build(python, site)) if "mkdocs_static_i18n" not in line] == []
    held(site / "site", [ROWS[0]])
    french = (site / "site/fr" / BOAT).read_text("utf-8")
    assert "plus de 9\u00a0millions" in french or "plus de 9\u202fmillions" in french or "plus de" in french
    assert '"../evidence/facts/ferry-cost/"' in french
    assert (site / "site/fr/evidence/facts/ferry-cost/index.html").is_file()
    assert dead_ends(site / "site", read_site(site / "site"), "/sub/path/") == []


@pytest.mark.slow  # ordinary sites are built in an environment of their own
@pytest.mark.parametrize("structure", ["folder", "suffix"])
def test_a_language_that_nobody_reads_is_left_as_it_is(structure: str, python: Path, tmp_path: Path) -> None:
    ours = translated(tmp_path / "with", "mkdocs", structure)
    without = translated(tmp_path / "without", "mkdocs", structure)
    for site in (ours, without):
        config = (site / "mkdocs.yml").read_text("utf-8")
        config = config.replace("name: Français, build: true}", "name: Français, build: true}" + MORE)
        if site == without:
            config = re.sub(" *- factbound:.*\n", "", config)
        write(site, {"mkdocs.yml": config.replace("languages: [en, fr], ", "languages: [en, fr, nl], ")})
        docs = site / "docs"
        for page in docs.glob("*.*"):
            (docs / "en").mkdir(exist_ok=True)
            page.rename(docs / "en" / page.name) if structure == "folder" else None
        write(docs, {"ja/rain.md" if structure == "folder" else "rain.ja.md": "# 雨\n\n雨は 7 時間、十二日。\n"})
        in_french(site, "nl")
    done, before = build(python, ours), build(python, without)
    assert warned(done) <= warned(before)
    held(ours / "site", [ROWS[0]])
    assert same(ours / "site", without / "site") == []
    assert "more than €9" in plain((ours / "site/ja" / BOAT).read_text("utf-8"))
    assert "meer dan € 9" in plain((ours / "site/nl_BE" / BOAT).read_text("utf-8"))
    assert "7 時間" in (ours / "site/ja/rain/index.html").read_text("utf-8")
    assert dead_ends(ours / "site", read_site(ours / "site"), "/sub/path/") == []
    config = (ours / "mkdocs.yml").read_text("utf-8")
    write(ours, {"mkdocs.yml": config.replace("languages: [en, fr, nl], ", "languages: [en, fr], ")})
    assert 'languages: i18n builds "nl_BE" too, and "nl" is not among them' in build(python, ours).stdout


@pytest.mark.slow  # ordinary sites are built in an environment of their own
@pytest.mark.parametrize("structure", ["folder", "suffix"])
@pytest.mark.parametrize("more", ["", "use_directory_urls: false\n"])
def test_nothing_of_a_translated_site_s_own_stands_where_evidence_will(
    structure: str, more: str, python: Path, tmp_path: Path
) -> None:
    site = translated(tmp_path / "site", "mkdocs", structure, more)
    home = "en/" if structure == "folder" else ""
    for page in (site / "docs").glob("*.*"):
        write(site / "docs", {f"fr/{page.name}": "# Rien\n"} if home and page.suffix == ".md" else {})
        (site / "docs" / home).mkdir(exist_ok=True)
        page.rename(site / "docs" / home / page.name)
    assert build(python, site).returncode == 0
    made = [path.relative_to(site / "site") for path in (site / "site").rglob("*") if path.is_file()]
    evidence = [path for path in made if "evidence" in path.parts[:2] and path.suffix in {".html", ".css", ".json"}]
    assert {path.parts[0] for path in evidence} == {"evidence", "fr"}
    english = {f"docs/{home}{path.with_suffix('.md') if path.suffix == '.html' else path}" for path in evidence}
    french = {  # which are looked at when the English site holds
        f"docs/fr/{path}" if structure == "folder" else f"docs/{path.with_suffix(f'.fr{path.suffix}')}"
        for path in (Path(each).relative_to(f"docs/{home}") for each in english if "/fr/" not in each)
    }
    for own in (english, french):
        write(site, dict.fromkeys(own, "# Own\n"))
        said = re.findall(r"^(\S+):1:1: a generated (?:page|file) stands", build(python, site).stdout, re.MULTILINE)
        assert set(said) == own
        for path in own:
            (site / path).unlink()


@pytest.mark.slow  # ordinary sites are built in an environment of their own
def test_each_version_of_a_site_shows_its_own_evidence(python: Path, tmp_path: Path) -> None:
    site = write_site(
        tmp_path / "site", "material", [ROWS[0], Row("mike", "mike")], "extra: {version: {provider: mike}}\n"
    )
    for name, value, email in (("user", "name", "Ada"), ("user", "email", "ada@boats.example")):
        git(site, "config", f"{name}.{value}", email)
    for version in ("1.0", "2.0"):
        done = build(python, site, "deploy", "--update-aliases", version, "latest", tool="mike")
        assert done.returncode == 0, done.stdout + done.stderr
    git(site, "worktree", "add", "--quiet", str(tmp_path / "published"), "gh-pages")
    for version in ("1.0", "2.0"):
        published = tmp_path / "published" / version
        held(published, [ROWS[0]])
        assert dead_ends(published, read_site(published), f"/sub/path/{version}/") == []


@pytest.mark.slow  # ordinary sites are built in an environment of their own
def test_sites_that_are_alternates_of_each_other_stand_side_by_side(python: Path, tmp_path: Path) -> None:
    alternates = "[{name: English, link: /sub/path/, lang: en}, {name: Français, link: /sub/path/fr/, lang: fr}]"
    more = f"extra: {{alternate: {alternates}}}\n"
    site = write_site(tmp_path / "site", "material", [ROWS[0]], more)
    in_french(site)
    own = "site_url: https://boats.example/sub/path/fr/\nsite_dir: site/fr\nplugins: {factbound: {languages: [fr]}}\n"
    config = (site / "mkdocs.yml").read_text("utf-8").replace("  - ", "  ").replace("  search\n", "  search: {}\n")
    write(site, {"mkdocs.yml": config, "mkdocs.fr.yml": f"INHERIT: mkdocs.yml\n{own}"})
    for file in ("mkdocs.yml", "mkdocs.fr.yml"):
        assert warned(build(python, site, "build", "--strict", "-f", file)) == set()
    held(site / "site", [ROWS[0]])
    held(site / "site/fr", [])
    assert dead_ends(site / "site", read_site(site / "site"), "/sub/path/") == []


def test_the_documents_tell_of_every_plugin_that_is_tried() -> None:
    text = (ROOT / "docs/plugin.md").read_text("utf-8")
    assert table() in text
