"""What makes an ordinary site's build short finds and publishes what the long way does."""

import re
from pathlib import Path

import pytest
from hosting import copied, mkdocs
from overlay import write

from factbound.host.page import HostedPage, hosted_page, page_source
from factbound.language.tokens import laid_bare
from factbound.mkdocs import plugin
from factbound.problems import Problem
from factbound.read import gate, markdown
from factbound.read.prose import HIDDEN

TYPED = """\
<p>It cost &#49; crown.</p>
<p>Gates: <b>4</b>0.</p>
<p>t<em>w</em>o gates</p>
<p>tw</p><p>o gates</p>
<p>&frac12; of it</p>
<p>m² and &sup2;</p>
<p>&#x0664; and ４ and 𝟝</p>
<p>ﬁve, ﬁfty, ｔｗｏ</p>
<p>Louis XIV, ⅷ, Ⅳ</p>
<p>vierundzwanzig Tore</p>
<p>quatre-vingts portes</p>
<p>vingt et un</p>
<p>tweeëntwintig, anderhalf</p>
<p>a</p><p>year</p>
<p>one<br>per cent</p>
<p>minus <i>one</i></p>
<p><img alt="7 gates" src="a.png"></p>
<p><a href="b.md" title="seven">b</a></p>
<pre><code>9 = x</code></pre>
<ol start="2031"><li>A gate</li></ol>
<table><tr><td>one</td><td>million</td></tr></table>
<p>1 <code>2</code></p>
<h2 id="a">Gates in 2031<a href="#a">¶</a></h2>
<h2 id="b">The first half</h2>
<p>two&shy;hundred &#173;</p>
<p>double-digit growth, a multi-million loss</p>
<p>the fourth of May, am vierten Mai</p>
<p>Millionenverlust zu zweit, ein Vierteljahr, dubbele cijfers</p>
<p>fоrty with a Cyrillic letter, 🔟</p>
<p>One of them may be the first, a café’s — in May</p>
<p>Снег, 電燈</p>
<p>三百</p>
<p>half of 2031</p>
<sup id="fnref:1"><a class="footnote-ref" href="#fn:1">1</a></sup>
<pre class="mermaid"><code>"a": 9</code></pre>
<p>point one, virgule un, komma een</p>
<p>twen&#8203;ty, tw&shy;o</p>
<p>the nineties, les années 90</p>
<p>no</p>
"""
BLOCKS = TYPED.splitlines()


def read(html: str, language: str, front: dict[str, str]) -> tuple[HostedPage, list[Problem]]:
    problems: list[Problem] = []
    page = page_source("docs/a.md", "a/", "Words.\n", front, "Words.\n", problems)
    return hosted_page(page, html, "A page", ["Gates in 2031", "Seven"], language, problems), problems


@pytest.mark.parametrize("language", ["en", "fr", "de", "nl", "fi"])
@pytest.mark.parametrize("front", [{}, {"title": "One of a hundred", "description": "A few, &#55;"}])
def test_a_page_holds_what_it_holds_without_shortcuts(
    language: str, front: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    pages = [*BLOCKS, "\n".join(BLOCKS), "\n".join(reversed(BLOCKS)), "".join(BLOCKS[::3])]
    shortly = [read(html, language, front) for html in pages]
    monkeypatch.setattr(gate, "_known", {})
    monkeypatch.setattr(gate, "is_plain", lambda *_: False)
    monkeypatch.setattr(markdown, "_READ_OTHERWISE", re.compile(""))
    assert [read(html, language, front) for html in pages] == shortly
    assert sum(bool(page.body.bare) for page, _ in shortly) > len(BLOCKS) // 3


def test_what_is_printable_hides_nothing() -> None:
    characters = map(chr, range(0x110000))
    assert not [each for each in characters if HIDDEN.match(each) and each not in "\n\t\xa0" and each.isprintable()]
    assert not [each for each in "\n\t\xa0" if HIDDEN.match(each)]


def test_ascii_is_laid_bare_by_one_change() -> None:
    every = "".join(map(chr, range(128)))
    assert laid_bare(every)[0] == "".join(laid_bare(f"{each}Ω")[0][:-1] for each in every)


@pytest.mark.slow
def test_charts_that_another_process_draws_while_pages_are_rendered_are_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def build(place: str, many: int, *, seen: bool = False) -> dict[str, bytes]:
        monkeypatch.setattr(plugin, "_MANY", many)
        site = copied("mkdocs", tmp_path / place)
        page = site / "docs" / "index.md"
        page.write_text(page.read_text("utf-8") + "\n[[table:disagreements]]\n", "utf-8")
        if seen:
            hook = "def on_page_content(html, **_):\n    assert '\\ue000' not in html\n    return html\n"
            config = (site / "mkdocs.yml").read_text("utf-8")
            write(site, {"mkdocs.yml": f"{config}hooks: [hook.py]\n", "hook.py": hook})
        done = mkdocs(site, "build", "--quiet")
        assert done.returncode == 0, done.stderr
        files = (path for path in (site / "site").rglob("*") if path.is_file() and path.suffix != ".gz")
        return {path.relative_to(site).as_posix(): path.read_bytes() for path in files}

    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1900000000")
    monkeypatch.setattr(plugin, "cores", lambda: 2)
    started: list[object] = []
    whole = plugin.Workers.start
    monkeypatch.setattr(
        plugin.Workers, "start", lambda self, *given: (whole(self, *given), started.append(self._crew))[0]
    )
    elsewhere = build("elsewhere", 1)
    assert any(started)
    started.clear()
    assert build("here", 10**6) == elsewhere
    assert not any(started)
    assert build("seen", 1, seen=True) == elsewhere
    assert b"<svg" in elsewhere["site/index.html"]
