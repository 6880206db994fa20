"""What factbound costs an ordinary site of long pages: seconds of MkDocs without it by the clock, and with it as a
multiple of these, in a first build and in one over what the first has left; in brackets the same in seconds of
processors.

The pages are made up, a chain of the words of Python's own help without a number in them, some 1,300 words each; one in
ten mentions a fact. They are held to their numbers by no means (`gate: marked`), each let off (`gate: all`, with
`numbers: free` in its front matter), or each held (`gate: all`).

Usage, in the environment: python benchmarks/documentation.py [PAGES [THEME]]
"""

import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from pydoc_data.topics import topics

import yaml

from factbound.read.gate import numerals

ROOT = Path(__file__).resolve().parent.parent
SECTIONS, PARAGRAPHS, FOLDER = 6, 3, 20
FREE = "---\nnumbers: free\n---\n"


def main() -> None:
    """Write a site, build it in each way and print what that took."""
    pages = int(sys.argv[1]) if len(sys.argv) > 1 else 800
    theme = sys.argv[2] if len(sys.argv) > 2 else "material"
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        words = write_site(site, pages, theme)
        plain = built(site, None), built(site, None)
        print(f"{pages} pages, {words:,} words, {theme}: {plain[0][0]:.1f} s, then {plain[1][0]:.1f} s", flush=True)
        for way, gate in (("marked", "marked"), ("all, pages free", "all"), ("all", "all")):
            for page in site.glob("docs/part-*/*.md"):
                text = page.read_text("utf-8").removeprefix(FREE)
                page.write_text(f"{FREE if 'free' in way else ''}{text}", "utf-8")
            for made in (".cache", "site"):
                shutil.rmtree(site / made, ignore_errors=True)
            ours = built(site, gate), built(site, gate)
            times = [
                f"{clock:.1f} s, {clock / without:.2f} × ({work / least:.2f} ×)"
                for (clock, work), (without, least) in zip(ours, plain, strict=True)
            ]
            print(f"gate: {way}: {', then '.join(times)}", flush=True)


def write_site(site: Path, pages: int, theme: str) -> int:
    """An example's site in `site`, with so many pages more; how many words they hold."""
    shutil.copytree(ROOT / "examples" / theme, site, ignore=shutil.ignore_patterns(".cache", "site"))
    config = (site / "mkdocs.yml").read_text("utf-8").replace("navigation.instant", "navigation.prune")
    (site / "example.yml").write_text(config, "utf-8")
    fact = re.findall(r"\[\[([a-z-]+)\]\]", (site / "docs" / "index.md").read_text("utf-8"))[0]
    prose, words = Prose(), 0
    for number in range(pages):
        page = site / "docs" / f"part-{chr(97 + number // FOLDER // 26)}{chr(97 + number // FOLDER % 26)}"
        page.mkdir(exist_ok=True)
        text = prose.page(f"It is [[{fact}]].\n" if number % 10 == 0 else "")
        words += len(text.split())
        (page / f"{prose.words(2).lower().replace(' ', '-')}-{number}.md").write_text(text, "utf-8")
    return words


def built(site: Path, gate: str | None) -> tuple[float, float]:
    """Seconds of a build with this gate, or without factbound, its mentions as they were typed: by the clock, and of
    processors."""
    config = yaml.load((site / "example.yml").read_text("utf-8"), yaml.BaseLoader)
    (ours,) = (each["factbound"] for each in config["plugins"] if "factbound" in each)
    config["plugins"] = ["search", {"factbound": {**ours, "gate": gate}}] if gate else ["search"]
    (site / "mkdocs.yml").write_text(yaml.safe_dump({**config, "site_url": "https://long.example/", "nav": []}))
    before, start = os.times(), time.perf_counter()
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "NO_MKDOCS_2_WARNING": "1"}
    subprocess.run([sys.executable, "-m", "mkdocs", "build", "-q"], cwd=site, env=environment, check=True)
    clock, after = time.perf_counter() - start, os.times()
    return clock, after.children_user - before.children_user + after.children_system - before.children_system


class Prose:
    """Words in an order in which they were written, with a turn here and there."""

    def __init__(self) -> None:
        self._random = random.Random(1)
        self._words = [w for text in topics.values() for w in re.findall(r"[A-Za-z]+[,.;:]?(?!\S)", text)]
        self._after: dict[str, list[int]] = {}
        for place, word in enumerate(self._words[:-1]):
            self._after.setdefault(word, []).append(place + 1)

    def words(self, count: int) -> str:
        """So many words that hold no number."""
        while True:
            said = " ".join(self._chain(count))
            if not numerals(said, "en"):
                return said[0].upper() + said[1:].rstrip(",.;:")

    def page(self, end: str) -> str:
        """A page of several sections."""
        parts = [f"# {self.words(4)}\n", f"{self.words(60)}.\n"]
        for section in range(SECTIONS):
            parts.append(f"## {self.words(3)}\n")
            for _ in range(PARAGRAPHS):
                link = f"[{self.words(2)}](https://long.example/{section})"
                parts.append(f"{self.words(25)}, *{self.words(2)}*, `{self.words(1)}`, {link}, {self.words(20)}.\n")
            parts.append("".join(f"- {self.words(12)}\n" for _ in range(3)))
            if section % 3 == 0:
                parts.append("| a | b |\n| --- | --- |\n" + f"| {self.words(2)} | {self.words(3)} |\n" * 4)
                parts.append(f"```python\n{self.words(2)} = {section}\n```\n")
        return "\n".join([*parts, end])

    def _chain(self, count: int) -> Iterator[str]:
        place = self._random.randrange(len(self._words) - 1)
        for _ in range(count):
            yield self._words[place]
            following = self._after.get(self._words[place]) or [0]
            place = self._random.choice(following)


if __name__ == "__main__":
    main()
