"""factbound among other plugins of a site: what they do stays, what they take away is in words, and nothing of ours
leaves as a sign or as it was typed."""

import json
import re
from pathlib import Path

import pytest
from hosting import copied, mkdocs
from overlay import write

from factbound.commands.cli import main

SIGNS = re.compile("[\ue000\ue001]|\\\\ue00[01]")


@pytest.fixture
def ferry(tmp_path: Path) -> Path:
    return copied("mkdocs", tmp_path / "ferry")


@pytest.fixture
def train(tmp_path: Path) -> Path:
    return copied("material", tmp_path / "train")


def with_hook(site: Path, code: str, **files: str) -> None:
    config = (site / "mkdocs.yml").read_text("utf-8")
    write(site, {"mkdocs.yml": f"{config}hooks: [others.py]\n", "others.py": code})


def config_with(site: Path, plugins: str = "", more: str = "", options: str = "") -> None:
    config = (site / "mkdocs.yml").read_text("utf-8")
    config = config.replace("  - search\n", f"  - search\n{plugins}")
    write(site, {"mkdocs.yml": config.replace("      as_of:", f"{options}      as_of:") + more})


def built(site: Path) -> Path:
    done = mkdocs(site, "build", "--quiet")
    assert done.returncode == 0, done.stdout + done.stderr
    return site / "site"


# --- What others do stays --------------------------------------------------------------------------------------------

CROSS_REFERENCES = """
def on_page_content(html, **more):
    return html + '<p><autoref identifier="pier">the pier</autoref></p>'

def on_env(env, files, **more):
    for file in files.documentation_pages():
        file.page.content = file.page.content.replace('<autoref identifier="pier">', '<a href="/pier/">')
        file.page.content = file.page.content.replace("</autoref>", "</a>")
"""


def test_what_another_plugin_does_after_the_pages_are_read_stays(ferry: Path) -> None:
    with_hook(ferry, CROSS_REFERENCES)
    site = built(ferry)
    for path in ("index.html", "pier/index.html", "evidence/facts/ferry-cost/index.html", "evidence/index.html"):
        html = (site / path).read_text("utf-8")
        assert '<p><a href="/pier/">the pier</a></p>' in html, path
        assert "autoref" not in html
    assert (site / "index.html").read_text("utf-8").count('<aside class="fb-card"') == 6


WATCHING = """
SEEN = []

def _look(event, page, *texts):
    texts = [page.content or "", str(page.title), repr(page.meta), repr(page.toc.items if page.toc else ""), *texts]
    SEEN.extend((event, page.file.src_uri, text) for text in texts if chr(0xe000) in text)

def on_page_content(html, page, **more):
    _look("content", page, html, page.markdown)

def on_env(env, files, **more):
    for file in files.documentation_pages():
        _look("env", file.page, file.page.markdown)
        assert file.page.content, file

def on_page_context(context, page, **more):
    _look("context", page, page.markdown)

def on_post_build(config):
    assert SEEN == [], SEEN
"""


def test_nobody_else_sees_a_token_once_a_page_is_rendered(train: Path) -> None:
    with_hook(train, WATCHING)
    write(
        train,
        {"docs/new.md": "---\ntags: ['for [[train-money]]']\n---\n# At [[train-money|short]]\n\n[[chart:beds]]\n"},
    )
    built(train)


def test_front_matter_is_printed_before_another_plugin_reads_it(train: Path) -> None:
    hook = """
import json
from pathlib import Path
FOUND = {}
def on_page_markdown(markdown, page, **more):
    FOUND[page.file.src_uri] = [page.title, page.meta.get("subtitle"), page.meta.get("description")]
def on_post_build(config):
    Path(config.site_dir, "found.json").write_text(json.dumps(FOUND))
"""
    with_hook(train, hook)
    front = "subtitle: ['[[train-money]] in all']\ndescription: It costs [[train-money]].\n"
    write(train, {"docs/new.md": f"---\n{front}---\n# At [[train-money|short]]\n"})
    found = json.loads((built(train) / "found.json").read_text("utf-8"))
    assert found["new.md"] == ["At €40\u00a0m", ["€40\u00a0million in all"], "It costs €40\u00a0million."]


UNTOUCHED = {
    "docs/free.md": "---\nnumbers: free\ntitle: What's \"new\" & old\ndescription: It's 5 < 6\n---\n\n# What's new\n\n"
    "Of 9 [[wiki]], [[1]](https://a.example/), $[[x]]$, `[[ferry-cost]]`.\n\n"
    '<script>let signs = [["$", "$"]];</script>\n\n## Part [[2]]\n',
    "docs/plain.md": "# Plain\n\nNothing is counted here.\n",
}


@pytest.mark.parametrize("name", ["mkdocs", "readthedocs", "material"])
def test_a_page_that_mentions_no_fact_is_the_same_without_us(name: str, tmp_path: Path) -> None:
    with_us = copied(name, tmp_path / "with")
    without = copied(name, tmp_path / "without")
    for site in (with_us, without):
        for page in (site / "docs").rglob("*.md"):
            page.unlink()
        config = re.sub(r"(?s)nav:.*?(?=^\w)", "", (site / "mkdocs.yml").read_text("utf-8"), flags=re.MULTILINE)
        write(site, {**UNTOUCHED, "docs/index.md": "# Home\n", "mkdocs.yml": config})
    config = (without / "mkdocs.yml").read_text("utf-8")
    write(without, {"mkdocs.yml": config[: config.index("  - factbound")]})
    one, other = built(with_us), built(without)
    style = re.compile(r' *<link[^>]*/factbound\.css"[^>]*>\n?')
    for page in ("free", "plain", ""):
        file = f"{page}.html" if name == "readthedocs" and page else f"{page}/index.html"
        ours = (one / file.lstrip("/")).read_text("utf-8")
        assert len(style.findall(ours)) == 1
        theirs = (other / file.lstrip("/")).read_text("utf-8")
        assert re.sub("Build Date.*", "", re.sub(r"\s+", " ", style.sub("", ours))) == re.sub(
            "Build Date.*", "", re.sub(r"\s+", " ", theirs)
        )


# --- Nothing leaves as a sign, or as it was typed --------------------------------------------------------------------

POSTS = {
    "docs/blog/index.md": "# Posts\n",
    "docs/blog/posts/a.md": "---\ndate: 2031-04-05\ntitle: A train for [[train-money]]\n---\n\n# At [[train-money]]\n\n"
    "The train for [[train-money]] is to have [[beds]].\n\n[[chart:beds]]\n\n## Beds: [[beds]]\n\n"
    "<!-- more -->\n\nMore.\n",
}


def test_a_blog_lists_its_posts_in_words(train: Path) -> None:
    config_with(train, "  - blog\n")
    write(train, POSTS)
    site = built(train)
    listed = (site / "blog/index.html").read_text("utf-8")
    assert "The train for €40\u00a0million is to have 240\u00a0beds." in listed
    assert not SIGNS.search(listed)
    (post,) = (site / "blog/2031").rglob("index.html")
    assert "million" not in post.parent.name
    assert '<aside class="fb-card"' in post.read_text("utf-8")
    anchor = re.search(r'<a class="toclink" href="([^"#]*)#([^"]*)">Beds', listed)
    assert anchor and f'id="{anchor[2]}"' in post.read_text("utf-8")


def test_whoever_gathers_pages_gets_words_and_pictures(ferry: Path) -> None:
    hook = """
from pathlib import Path
GATHERED = []
def on_page_content(html, **more):
    GATHERED.append(html)
def on_post_build(config):
    Path(config.site_dir, "print.html").write_text("".join(GATHERED), "utf-8")
"""
    with_hook(ferry, hook)
    html = (built(ferry) / "print.html").read_text("utf-8")
    assert "more than €9\u00a0million" in html
    assert re.search(
        r'<figure><img src="./evidence/data/charts/passengers.svg" alt=""><figcaption>[^<]+</figcaption>', html
    )
    assert "<!--" not in html
    assert not SIGNS.search(html)


def test_a_year_of_a_blog_that_nobody_wrote_is_not_held_to_its_number(train: Path) -> None:
    config_with(train, "  - blog\n")
    write(train, POSTS)
    assert (built(train) / "blog/archive/2031/index.html").is_file()


def test_a_mention_that_comes_in_late_is_told_before_anything_is_published(ferry: Path) -> None:
    with_hook(
        ferry, "def on_page_context(context, page, **more):\n    page.content += '<p>At [[ferry-passengers]].</p>'\n"
    )
    done = mkdocs(ferry, "build", "--quiet")
    assert done.returncode == 1
    assert 'index.html:1:1: "[[ferry-passengers]]" would be published as it was typed [bad-mention]' in done.stdout
    assert not (ferry / "site").exists()


def test_a_mention_behind_a_backslash_is_printed_as_it_stands(ferry: Path) -> None:
    write(ferry, {"docs/new.md": "# New\n\nWrite \\[[ferry-cost]], or \\[[nothing]].\n"})
    html = (built(ferry) / "new/index.html").read_text("utf-8")
    assert "Write [[ferry-cost]], or [[nothing]]." in html


def test_what_another_plugin_takes_away_is_told(ferry: Path) -> None:
    with_hook(ferry, "def on_page_context(context, page, **more):\n    page.content = '<p>Later.</p>'\n")
    done = mkdocs(ferry, "build", "--strict")
    assert done.returncode == 1
    assert "index.md: another plugin took [[ferry-cost]] out of the page" in done.stderr


def test_a_plugin_for_wiki_links_that_takes_a_mention_is_told(ferry: Path) -> None:
    wiki = "return markdown.replace('[[ferry-cost]]', '[ferry-cost](pier.md)')"
    with_hook(ferry, f"def on_page_markdown(markdown, **more):\n    {wiki}\n")
    write(ferry, {"docs/index.md": "---\nnumbers: free\n---\n# Home\n\nAt [[ferry-cost]].\n"})
    done = mkdocs(ferry, "build")
    assert "index.md: another plugin took [[ferry-cost]] for its own before it was printed" in done.stderr


LOOKING_FOR_FILES = """
import os
from mkdocs.plugins import event_priority

@event_priority(-2000)
def on_files(files, config):
    for file in files.documentation_pages():
        assert os.path.isfile(file.abs_src_path), file
        assert file.content_string is not None

def on_page_markdown(markdown, page, **more):
    assert page.file.src_uri in os.path.normpath(page.file.abs_src_path).replace(os.sep, "/"), page.file
"""


LOOKING_FOR_TITLES = """
import re

def on_page_markdown(markdown, page, **more):
    first = markdown.strip().splitlines()[0]
    assert not page.file.src_uri.startswith("evidence/") or re.fullmatch("# [^{<[*]+", first), first
    page.meta["first"] = first

def on_page_content(html, page, **more):
    assert not page.file.src_uri.startswith("evidence/") or not len(page.toc), page.file
    return html + f"<p>{page.meta['first']}</p>"
"""


def test_every_page_has_a_first_line(ferry: Path) -> None:
    facts = ferry / "facts/ferry.yml"
    braces = "The {{ very | big }} boat, <b>or</b> *what* is to be one, is to cost [[ferry-cost]]."
    facts.write_text(facts.read_text("utf-8").replace("The boat is to cost [[ferry-cost]].", braces), "utf-8")
    with_hook(ferry, LOOKING_FOR_TITLES)
    page = (built(ferry) / "evidence/facts/ferry-cost/index.html").read_text("utf-8")
    assert "<p># The very big boat, b or b what is to be one, is to cost more than €9" in page.replace("\u00a0", " ")
    assert "The {{ very | big }} boat" in page
    write(ferry, {"docs/pier.md": "# Pier\n\nThere are 7 piers.\n"})
    assert "docs/pier.md:3:11: " in mkdocs(ferry, "build").stdout  # problems are told of as without them


TITLES_FROM_FIRST_LINES = """
def on_page_markdown(markdown, page, **more):
    page.meta["title"] = markdown.strip().splitlines()[0].removeprefix("# ")
    page.meta["card"] = {"title": [page.meta["title"]]}

def on_page_content(html, page, **more):
    return html + f"<p>{page.meta['title']} – {page.meta['card']['title'][0]}</p>"
"""


def test_a_title_that_another_plugin_takes_from_the_first_line_is_printed(ferry: Path) -> None:
    write(ferry, {"docs/new.md": "# A boat of [[ferry-cost]]\n\nIt is [[ferry-length]] long.\n"})
    with_hook(ferry, TITLES_FROM_FIRST_LINES)
    page = (built(ferry) / "new/index.html").read_text("utf-8").replace("\u00a0", " ")
    assert "<p>A boat of more than €9 million – A boat of more than €9 million</p>" in page


def test_there_is_a_file_behind_every_page(ferry: Path) -> None:
    with_hook(ferry, LOOKING_FOR_FILES)
    built(ferry)


def test_no_problem_names_a_temporary_path(train: Path, capsys: pytest.CaptureFixture[str]) -> None:
    config_with(train, "  - blog\n")
    hook = """
def on_page_markdown(markdown, page, **more):
    return markdown + "\\n\\nSo [[train-monei]].\\n" if "2031" in page.file.src_uri else None
"""
    with_hook(train, hook)
    write(train, POSTS)
    main(["--project", str(train), "check"])
    assert "/tmp" not in capsys.readouterr().err


@pytest.mark.parametrize("name", ["mkdocs", "readthedocs", "material"])
def test_texts_of_ours_are_text_in_every_theme(name: str, tmp_path: Path) -> None:
    evil = 'A </title><script>alert(document.domain)</script> "boat"><img src=x onerror=alert(document.title)> & its '
    site = copied(name, tmp_path / name)
    for file in [*site.rglob("facts/*.yml"), *site.rglob("preuves/*.yml"), *site.glob("*.yml")]:
        text = file.read_text("utf-8")
        inside = r'(?m)^( *(?:statement|alt|about|title|lead|name|because|why):\n +\w\w: ")'
        escaped = evil.replace('"', '\\"')
        file.write_text(re.sub(inside, lambda found, words=escaped: f"{found[1]}{words}", text), "utf-8")
    site = built(site)
    told = 0
    for page in site.rglob("*.html"):
        html = page.read_text("utf-8")
        assert "<script>alert" not in html, page
        assert "<img src=x" not in html, page
        told += "script&gt;alert(document.domain)" in html
    assert told > 8


# --- Configurations --------------------------------------------------------------------------------------------------


@pytest.mark.slow  # ordinary sites are built
@pytest.mark.parametrize("name", ["properdocs.yml", "mkdocs.yaml"])
def test_a_configuration_of_another_name_is_found_by_our_commands(
    ferry: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (ferry / "mkdocs.yml").rename(ferry / name)
    assert main(["--project", str(ferry), "check"]) == 0
    assert main(["--project", str(ferry), "build"]) == 0
    assert (ferry / "site/evidence/index.html").is_file()
    assert main(["--project", str(ferry), "explain", "ferry-cost"]) == 0
    capsys.readouterr()


@pytest.mark.slow  # ordinary sites are built
def test_a_configuration_may_inherit_and_lie_under_any_name(ferry: Path) -> None:
    (ferry / "mkdocs.yml").rename(ferry / "base.yml")
    write(ferry, {"site.en.yml": "INHERIT: base.yml\nsite_name: Another name\n"})
    done = mkdocs(ferry, "build", "--quiet", "--strict", "-f", "site.en.yml")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Another name" in (ferry / "site/index.html").read_text("utf-8")


@pytest.mark.slow  # ordinary sites are built
def test_a_plugin_may_build_again_in_the_midst_of_a_build(ferry: Path) -> None:
    """As mkdocs-static-i18n does for each further language."""
    hook = """
from mkdocs import utils
from mkdocs.commands.build import build
from mkdocs.plugins import event_priority

state = []

@event_priority(-100)
def on_post_build(config):
    if not state:
        state.append("inside")
        utils.clean_directory, kept = (lambda folder: None), utils.clean_directory
        build(config)
        utils.clean_directory = kept
"""
    with_hook(ferry, hook)
    assert (built(ferry) / "evidence/facts/ferry-cost/index.html").is_file()
    assert main(["--project", str(ferry), "build"]) == 0
    assert [path.name for path in ferry.iterdir() if path.name.startswith(".site")] == []


def test_a_problem_in_a_build_in_the_midst_of_another_publishes_nothing(ferry: Path) -> None:
    hook = """
from mkdocs.commands.build import build
from mkdocs.plugins import event_priority

state = []

def on_page_markdown(markdown, page, **more):
    return markdown + "\\n\\nSo [[ferry-nothing]].\\n" if state and page.file.src_uri == "index.md" else None

@event_priority(-100)
def on_post_build(config):
    if not state:
        state.append("inside")
        build(config)
"""
    with_hook(ferry, hook)
    done = mkdocs(ferry, "build", "--quiet")
    assert done.returncode == 1
    assert "[unknown-figure]" in done.stdout
    assert sorted(path.name for path in ferry.iterdir() if "site" in path.name) == []
