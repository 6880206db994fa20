"""The matrix of themes and plugins: which plugins others use, how each is set, what shows that it did its work beside
factbound, and the table of it that docs/plugin.md prints."""

import os
import re
import shutil
import subprocess
from base64 import b64decode
from collections.abc import Callable, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from pathlib import Path

import yaml
from overlay import write
from places import ROOT

THEMES = {"mkdocs": "MkDocs", "readthedocs": "Read the Docs", "material": "Material"}
GUIDE = "guide/index.html"
"""A page that uses every plugin and mentions no fact."""
BOAT = "boat/index.html"
"""A page that uses them too and mentions facts, in a heading, a sentence, a table and a chart."""


@dataclass(frozen=True)
class Row:
    """A plugin of the matrix."""

    name: str
    """As it is called in the table."""
    config: str
    """Its entry of `plugins:`, as YAML."""
    told: str = "works"
    """How it goes, for the table."""
    markdown: str = ""
    """What a page writes to use it."""
    held: bool = True
    """Whether a page that is held to its numbers may use it; one that is free does in any case."""
    shows: str = ""
    """What is then in the HTML of a page that uses it (a regular expression)."""
    files: dict[str, str] = field(default_factory=dict)
    """Files of the site that it needs."""
    holds: Callable[[Path], bool] = lambda site: True
    """Whether it did its work in a finished site, where that shows elsewhere than in the page."""
    themes: tuple[str, ...] = tuple(THEMES)
    alone: str = ""
    """Why it is built without the others, or nothing."""
    warns: str = ""
    """What a build says of it that mentions facts (a regular expression), or nothing."""


def plain(text: str) -> str:
    """A text with each blank and sign as they are typed."""
    for written, sign in {"\\u00a0": " ", "\u00a0": " ", "&nbsp;": " ", "&#160;": " ", "\\u20ac": "€"}.items():
        text = text.replace(written, sign)
    return text


def has(path: str, words: str = "") -> Callable[[Path], bool]:
    """Whether a file of a site holds what a regular expression finds."""

    def holds(site: Path) -> bool:
        return any(re.search(words, plain(file.read_text("utf-8", "replace"))) for file in site.glob(path))

    return holds


MATERIAL = ("material",)
CALLED = "the boat of [[ferry-cost]]"
POST = f"---\ndate: 2031-04-05\n---\n\n# {CALLED.capitalize()}\n\nIt costs [[ferry-cost]].\n\n<!-- more -->\n\nMore.\n"
PYTHON = '"""A boat."""\n\n\nclass Boat:\n    """What crosses the sound."""\n'
FERRY = "more than €9 million"
ROWS = (
    Row("search", "search", holds=has("search/search_index.json", FERRY)),
    Row("tags (Material)", "material/tags", markdown="", themes=MATERIAL, shows='class="?md-tag"?> *ferries'),
    Row("meta (Material)", "material/meta", themes=MATERIAL, files={"docs/.meta.yml": "tags: [ferries]\n"}),
    Row(
        "blog (Material)",
        "material/blog",
        "works; lists and excerpts print words, without footnotes",
        themes=MATERIAL,
        files={"docs/blog/index.md": "# Posts\n", "docs/blog/posts/one.md": POST},
        holds=has("blog/index.html", f"It costs {FERRY}"),
        alone="section-index takes its pages",
    ),
    Row(
        "privacy (Material)",
        "material/privacy: {assets: false, links_attr_map: {data-far: here}}",
        markdown="[far](https://far.example/)",
        shows='data-far="?here',
        themes=MATERIAL,
    ),
    Row(
        "offline (Material)",
        "material/offline",
        themes=MATERIAL,
        holds=has("boat.html", "fb-card"),
        alone="it gives pages other addresses",
    ),
    Row(
        "autorefs",
        "autorefs",
        markdown="[the bow][bow-of-it]",
        shows=r'href="?\.\./bow/#bow-of-it',
        files={"docs/bow.md": "# Bow\n\n## Bow of it\n"},
    ),
    Row(
        "mkdocstrings",
        "mkdocstrings: {handlers: {python: {paths: [.]}}}",
        markdown="::: boats.Boat",
        shows="What crosses the sound",
        files={"boats.py": PYTHON},
    ),
    Row("macros", "macros", markdown='{{ "sound" | upper }}', shows="SOUND"),
    Row(
        "include-markdown",
        "include-markdown",
        markdown='{% include-markdown "parts/part.txt" %}',
        shows="a part of another file",
        files={"docs/parts/part.txt": "a part of another file\n"},
    ),
    Row(
        "table-reader",
        "table-reader: {data_path: docs}",
        markdown='{{ read_csv("boats.csv") }}',
        shows="<td[^>]*>eastern",
        files={"docs/boats.csv": "berth,sea\neastern,calm\n"},
    ),
    Row("section-index", "section-index", files={"docs/harbour/index.md": "# Harbour\n"}),
    Row(
        "gen-files",
        "gen-files: {scripts: [gen.py]}",
        files={
            "gen.py": "import mkdocs_gen_files\n\nwith mkdocs_gen_files.open('made.md', 'w') as made:\n"
            "    made.write('# Made\\n\\nIt costs [[ferry-cost]].\\n')\n"
        },
        holds=has("made/index.html", "fb-card"),
    ),
    Row(
        "redirects",
        "redirects: {redirect_maps: {old.md: evidence/facts/ferry-cost/index.md}}",
        holds=has("old/index.html", r"evidence/facts/ferry-cost/"),
    ),
    Row(
        "git-revision-date-localized",
        "git-revision-date-localized: {enable_creation_date: true, fallback_to_build_date: true}",
        "works; the day that it writes into the text of a page is a number of that page, which has to be free",
        held=False,
        markdown="Read on {{ git_revision_date_localized }}.",
        shows="Read on <span",
    ),
    Row(
        "git-authors",
        "git-authors: {exclude: [evidence/*, made.md]}",
        "works; with `--strict` leave out what has no history: `exclude: [evidence/*]`",
        "{{ git_page_authors }}",
        "Ada",
    ),
    Row("glightbox", "glightbox", markdown="![a boat](boat.png)", shows='class="?glightbox'),
    Row("minify", "minify: {minify_html: true}", holds=has(BOAT, "(?s)^(?:(?!\n\n\n).)*$")),
    Row(
        "meta-descriptions",
        "meta-descriptions",
        themes=MATERIAL,
        holds=has(BOAT, f'name="?description"? content="[^"]*{FERRY}'),
    ),
    Row(
        "autolinks",
        "autolinks",
        markdown="[the pier](pier.md)",
        shows=r'href="?(\.\./)?deep/pier',
        files={"docs/deep/pier.md": "# Pier\n"},
    ),
    Row("ezlinks with `wikilinks: false`", "ezlinks: {wikilinks: false}"),
    Row("open-in-new-tab", "open-in-new-tab", holds=has("js/open_in_new_tab.js")),
    Row(
        "exclude",
        "exclude: {glob: ['draft/*']}",
        files={"docs/draft/a.md": "# A\n"},
        holds=lambda site: not (site / "draft").exists(),
    ),
    Row("mermaid2", "mermaid2: {javascript: '../mermaid.js'}", files={"docs/mermaid.js": "export default {}\n"}),
    Row(
        "rss",
        "rss",
        "works; pages of evidence, each of the build's day, are in no feed, unless `match_path` names their folder",
        holds=lambda site: (
            has("feed_rss_created.xml", "<description>.*€9")(site) and not has("feed_*", "evidence/")(site)
        ),
    ),
    Row("htmlproofer", "htmlproofer: {validate_external_urls: false, raise_error_after_finish: true}"),
    Row(
        "print-site",
        "print-site",
        "works; it prints words, and charts as pictures, without footnotes",
        holds=has("print_page/index.html", FERRY),
    ),
    Row(
        "awesome-pages",
        "awesome-pages",
        files={"docs/.pages": "nav: [boat.md, ...]\n"},
        alone="it makes the navigation",
    ),
    Row(
        "awesome-nav", "awesome-nav", files={"docs/.nav.yml": "nav: [boat.md, '*']\n"}, alone="it makes the navigation"
    ),
    Row(
        "literate-nav",
        "literate-nav",
        files={"docs/SUMMARY.md": "* [The boat](boat.md)\n* [A guide](guide.md)\n"},
        alone="it makes the navigation",
    ),
    Row(
        "roamlinks",
        "roamlinks",
        "takes `[[…]]` for links before anything is printed: a warning names the page and the mention",
        alone="it reads double brackets",
        warns=r"another plugin took \[\[|RoamLinksPlugin unable to find",
    ),
    Row(
        "ezlinks",
        "ezlinks",
        "takes `[[…]]` for links as well, unless `wikilinks: false`",
        alone="it reads double brackets",
        warns=r"another plugin took \[\[|RoamLinksPlugin unable to find",
    ),
)


BY_HAND = {
    "social (Material)": "works; tried by hand, since it asks the network for letters",
    "static-i18n": "works by folders and by suffixes, see below",
    "mike": "works, see below",
}
"""What is not among the rows: tried by hand, or by a test of its own."""
PIXEL = b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=")
SETTINGS = {
    "mkdocs": "  highlightjs: false\n",
    "material": "  font: false\n  features: [navigation.instant, navigation.tabs, navigation.indexes]\n",
}
TOLD = """# The boat of [[ferry-cost]]

It is to cost [[ferry-cost]] and to carry [[ferry-passengers]].

| what | how much |
| --- | --- |
| cost | [[ferry-cost|short]] |

## More people

[[chart:passengers]]
"""
IDENTITY = ["-c", "user.name=Ada", "-c", "user.email=ada@boats.example", "-c", "commit.gpgsign=false"]


def git(folder: Path, *arguments: str) -> str:
    """A command of git in a site's repository."""
    command = ["git", "-C", str(folder), *IDENTITY, *arguments]
    day = dict.fromkeys(("GIT_AUTHOR_DATE", "GIT_COMMITTER_DATE"), "2031-06-01T12:00:00Z")
    return subprocess.run(command, check=True, capture_output=True, text=True, env={**os.environ, **day}).stdout


def write_site(folder: Path, theme: str, rows: Sequence[Row], more: str = "", *, ours: bool = True) -> Path:
    """A site in a theme with the plugins of some rows, below a path, in a repository of its own; with factbound or, to
    be compared with, without."""
    used = "\n\n".join(row.markdown for row in rows)
    held = "\n\n".join(row.markdown for row in rows if row.held)
    plugins = [row.config.removeprefix("material/") for row in rows]
    plugins.insert(1, "factbound: {name: the-boats, as_of: 2031-06-01, contact: desk@boats.example}")
    if not ours:
        del plugins[1]
    listed = "".join(f"  - {plugin}\n" for plugin in plugins)
    files = {
        "mkdocs.yml": f"site_name: The Boats\nsite_url: https://boats.example/sub/path/\ntheme:\n  name: {theme}\n"
        f"{SETTINGS.get(theme, '')}markdown_extensions: [attr_list]\nplugins:\n{listed}{more}",
        "docs/index.md": "# Home\n\nNothing is counted here.\n\nSee [a guide](guide.md).\n",
        "docs/guide.md": f"---\nnumbers: free\ntags: [ferries]\n---\n\n# A guide\n\nOf 9 things.\n\n{used}\n",
        "docs/boat.md": f"---\ntitle: The boat\ntags: [ferries]\n---\n\n{TOLD}\n{held}\n",
    }
    for row in rows:
        files |= row.files
    write(folder, files)
    (folder / "docs/boat.png").write_bytes(PIXEL)
    shutil.copytree(ROOT / "examples/mkdocs/facts", folder / "facts")
    shutil.copy(ROOT / "examples/mkdocs/charts.yml", folder)
    git(folder, "init", "--quiet", "--initial-branch=main")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message=boats")
    return folder


def in_french(folder: Path, language: str = "fr") -> None:
    """The facts and charts of a site with words in French, or another language, which are the English ones."""

    def told(value: object) -> object:
        if isinstance(value, dict):
            value = {key: told(each) for key, each in value.items()}
            return {**value, language: deepcopy(value["en"])} if "en" in value else value
        return [told(each) for each in value] if isinstance(value, list) else value

    for file in [*(folder / "facts").glob("*.yml"), folder / "charts.yml"]:
        loaded = yaml.load(file.read_text("utf-8"), Loader=yaml.BaseLoader)  # all values as text
        file.write_text(yaml.safe_dump(told(loaded), allow_unicode=True, sort_keys=False), "utf-8")


def build(python: Path, site: Path, *arguments: str, tool: str = "mkdocs") -> "subprocess.CompletedProcess[str]":
    """A site built by the tool of an environment."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONWARNINGS": "ignore", "NO_MKDOCS_2_WARNING": "1"}
    environment["PATH"] = f"{python.parent}{os.pathsep}{os.environ['PATH']}"
    command = [str(python.parent / tool), *(arguments or ("build",))]
    return subprocess.run(command, cwd=site, env=environment, capture_output=True, text=True, check=False)


def table() -> str:
    """The table that docs/plugin.md prints."""
    told: dict[str, list[str]] = {}
    for row in ROWS:
        told.setdefault(row.told, []).append(row.name)
    for name, how in BY_HAND.items():
        told.setdefault(how, []).append(name)
    lines = [f"| {', '.join(names)} | {how} |" for how, names in told.items()]
    return "\n".join(["| plugin | how it goes |", "| --- | --- |", *lines])
