"""docs/editors.md, done as it says: every command is run, every file written, and what it prints is what the document
shows.

In the document a block marked `console` holds commands (`$ …`) and what they print; a block of another kind whose first
line of marking names a file (`file=…`) is written there, or added to its end (`add=…`); a `diff` replaces lines of the
file it names. Seconds read `… s`, and the day of the walk is 10 February 2032. `--accept` writes what was printed into
the document; look at the difference before you commit.
"""

import contextlib
import io
import re
from dataclasses import dataclass
from pathlib import Path

import pytest
from crawler import read_site
from places import ROOT

from factbound.commands import cli, proving

DOCUMENT = ROOT / "docs/editors.md"
_BLOCK = re.compile(
    r"^```(?P<kind>\w+)(?: (?P<verb>file|add)=(?P<path>\S+))?\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL
)


@dataclass
class Walk:
    """Someone who does what the document says: the folder they are in, and what they saw."""

    folder: Path
    seen: str = ""

    def run(self, command: str) -> str:
        """What a command prints, as the document would show it."""
        words = command.split()
        if words[0] == "cd":
            self.folder = (self.folder / words[1]).resolve()
            return ""
        assert words[:2] == ["python", "build.py"], command
        told = io.StringIO()
        with contextlib.chdir(self.folder), contextlib.redirect_stdout(told), contextlib.redirect_stderr(told):
            cli.main(words[2:])
        return re.sub(r"\d+\.\d s\b", "… s", told.getvalue())

    def change(self, diff: str) -> None:
        """Replace lines of a file, which stand in it once, as a diff says."""
        head, *lines = diff.splitlines()
        path = self.folder / head.removeprefix("--- ")
        old, new = ("".join(f"{line[1:]}\n" for line in lines if line[:1] in {" ", sign}) for sign in "-+")
        text = path.read_text("utf-8")
        assert text.count(old) == 1, f"{head}: {old!r} stands {text.count(old)} times"
        path.write_text(text.replace(old, new), "utf-8")


def walked(document: str, walk: Walk) -> str:
    """The document with the output that its commands gave, everything in it done."""

    def block(match: re.Match[str]) -> str:
        body = match["body"]
        if match["kind"] == "console":
            told = "".join(
                f"$ {command}\n{walk.run(command)}" for command in re.findall(r"^\$ (.*)$", body, re.MULTILINE)
            )
            walk.seen += told
            return match[0].replace(body, told)
        if match["kind"] == "diff":
            walk.change(body)
        elif match["verb"]:
            path = walk.folder / match["path"]
            before = path.read_text("utf-8") if match["verb"] == "add" else ""
            assert match["verb"] == "add" or not path.exists() or path.suffix != ".txt", path
            path.write_text(before + body, "utf-8")
        return match[0]

    return _BLOCK.sub(block, document)


@pytest.fixture(scope="module")
def walk(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Walk:
    """The walk, done once; its edition is the folder it ended in."""
    start = tmp_path_factory.mktemp("walk") / "factbound"
    start.mkdir()
    walk = Walk(start)
    document = DOCUMENT.read_text("utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(proving, "today", lambda: "2032-02-10")
        done = walked(document, walk)
    if request.config.getoption("--accept"):
        DOCUMENT.write_text(done, "utf-8")
    else:
        assert done == document
    return walk


def test_the_walk_through_is_as_it_is_told(walk: Walk) -> None:
    assert (walk.folder / "site/en/index.html").exists()


def test_it_ends_with_the_new_article_s_fact_chart_and_story_published(walk: Walk) -> None:
    pages = read_site(walk.folder / "site")
    assert {"en/depot/", "en/facts/depot-cost/", "en/charts/depot/", "en/sources/gazette-2032/"} <= pages.keys()
    story = pages["en/depot/"].all("body")[0].text.replace("\u00a0", " ")
    assert "more than €7 million" in story
    assert pages["en/depot/"].all("figure", id="chart-depot") or "chart-depot" in pages["en/depot/"].ids


def test_it_meets_the_messages_that_an_editor_meets(walk: Walk) -> None:
    met = set(re.findall(r"\[([a-z-]+)\]$", walk.seen, re.MULTILINE))
    assert met >= {
        "bad-value",
        "bad-date",
        "unknown-reference",
        "unverified-reading",
        "words-not-found",
        "amount-not-in-words",
        "uncovered",
        "bare-number",
        "unknown-figure",
        "chart-units",
        "unknown-key",
        "needs-preference",
        "yaml-syntax",
    }


def test_every_problem_it_shows_has_its_place(walk: Walk) -> None:
    problems = [line for line in walk.seen.splitlines() if re.search(r"\[[a-z-]+\]$", line)]
    assert [line for line in problems if not re.match(r"(?:facts|content)/\S+:\d+:\d+: ", line)] == []
