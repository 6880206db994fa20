"""HTML as Markdown writes it is read by a way of its own, which finds what Python's parser finds."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factbound.read import markdown
from factbound.read.prose import TOKEN_CLOSE, TOKEN_OPEN

NAMES = ("p", "a", "em", "code", "pre", "div", "h2", "li", "td", "br", "img", "input", "kbd", "svg", "script", "title")
ATTRIBUTES = (
    *('class="footnote-ref"', 'class="mermaid"', 'id="a"', 'title="12 &amp; b"', f'alt="7 {TOKEN_OPEN}0{TOKEN_CLOSE}"'),
    *(f'href="{TOKEN_OPEN}1{TOKEN_CLOSE}"', 'href="a.md"', 'src="b.png"', 'start="3"', 'value="4"', "checked"),
    *(
        'srcdoc="&lt;p&gt;9"',
        'aria-label="a > 3 < 4"',
        'title=""',
        "data-x=y",
        "alt='q'",
        '@click="a"',
        'CLASS="mermaid"',
    ),
)
TEXTS = (
    "two ",
    f"{TOKEN_OPEN}0{TOKEN_CLOSE}",
    "\n",
    "3 &lt; 4",
    "&amp",
    "[1]",
    "a < b",
    "<!-- c -->",
    "<![CDATA[",
    "<p",
)
TAGS = st.builds(
    lambda name, attributes, end: f"<{' '.join([name, *attributes])}{end}>",
    st.sampled_from(NAMES),
    st.lists(st.sampled_from(ATTRIBUTES), max_size=2),
    st.sampled_from(["", "", " /"]),
)
PIECES = TAGS | st.sampled_from([f"</{name}>" for name in NAMES]) | st.sampled_from(TEXTS)


def found(html: str) -> tuple[object, ...]:
    page = markdown._Page(html)
    return page.runs, page.told, page.spots, page.alone, page.targets, page.headings, page.links


@given(st.lists(PIECES, max_size=12).map("".join))
def test_both_ways_find_the_same(html: str) -> None:
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(markdown, "_READ_OTHERWISE", re.compile(""))
        parsed = found(html)
    assert found(html) == parsed


def test_what_markdown_writes_goes_the_quick_way(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr("html.parser.HTMLParser.feed")
    text = '# A\n\nB *c* & [d](e.md "f") ![g](h.png)<br>i\n\n| j |\n| :-: |\n| `k` |\n\n1. l\n\n```py\nm < 3\n```\n'
    assert markdown.body(text, "en", "a.md", 1, []).headings[0].text == "A"
