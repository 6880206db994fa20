"""A whole file in the canonical style: how it looks, and that nothing it says is changed or lost."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from overlay import GOOD
from places import ROOT

from factbound.problems import Problem
from factbound.read.strict_yaml import parse
from factbound.tidy.files import tidied, untidy
from factbound.tidy.folding import WIDTH
from factbound.tidy.layout import layout

LONG = "one more of the words that fill a line until it is full"


def tidy(text: str) -> str:
    problems: list[Problem] = []
    told = tidied(text, "facts/a.yml", problems)
    assert problems == []
    assert told is not None
    return told


def value(text: str) -> object:
    problems: list[Problem] = []
    document = parse(text, "facts/a.yml", problems)
    assert document, problems
    return document.value


# --- How it looks ----------------------------------------------------------------------------------------------------

STYLE = {
    "one language a line": (
        '- statement: {en: "A lamp", fr: Une lampe}\n',
        '- statement:\n    en: "A lamp"\n    fr: Une lampe\n',
    ),
    "one key a line": (
        "- {id: ghent, at: 51.05 3.72, kind: city}\n",
        "- id: ghent\n  at: 51.05 3.72\n  kind: city\n",
    ),
    "a short list stays in brackets": ("- scope: [ logistics,cloud ]\n", "- scope: [logistics, cloud]\n"),
    "a list in lines stays in lines": ("- scope:\n  - logistics\n", "- scope:\n    - logistics\n"),
    "a list that holds more than words has lines": (
        "- derive: {divide: [plan, {years: plan}]}\n",
        "- derive:\n    divide:\n      - plan\n      - years: plan\n",
    ),
    "a long list has lines": (
        f"- figures: [{', '.join(f'a-figure-{n}' for n in range(12))}]\n",
        f"- figures:\n{''.join(f'    - a-figure-{n}{chr(10)}' for n in range(12))}",
    ),
    "levels are two columns apart": ("-    id: a\n     b:\n        c: d\n", "- id: a\n  b:\n    c: d\n"),
    "one space between words and none after them": ("a :   b  \nc:\n   d\n", "a: b\nc: d\n"),
    "of several blank lines one stays, and none at either end": ("\n\na: b\n\n\n\nc: d\n\n\n", "a: b\n\nc: d\n"),
    "quotation marks stay as they were typed": ("- 'a'\n- \"b\"\n- c\n", "- 'a'\n- \"b\"\n- c\n"),
    "nothing stays nothing": ("a:\nb: {}\nc: []\nd: ''\n", "a:\nb: {}\nc: []\nd: ''\n"),
    "--- and ... stay": ("--- # why\na: b\n...\n", "---\n# why\na: b\n...\n"),
    "a question mark for a key goes": ("? a\n: b\n", "a: b\n"),
}


@pytest.mark.parametrize(("text", "told"), STYLE.values(), ids=STYLE)
def test_the_style(text: str, told: str) -> None:
    assert tidy(text) == told


COMMENTS = {
    "beside a value": ("a: b # why\n", "a: b  # why\n"),
    "as far from a value as they were, so that those in a column stay in it": (
        "a: b    # x\ncc: d   # y\n",
        "a: b    # x\ncc: d   # y\n",
    ),
    "beside a key": ("a: # why\n   b: c\n", "a:  # why\n  b: c\n"),
    "beside brackets that go": ("a: {b: c, d: e} # why\n", "a:  # why\n  b: c\n  d: e\n"),
    "beside an entry in brackets": ("- {b: c, d: e} # why\n", "- b: c  # why\n  d: e\n"),
    "inside brackets": (
        "a: {b: c, # one\n  # two\n  d: e # three\n  } # four\n",
        "a:\n  b: c  # one\n  # two\n  d: e  # three\n  # four\n",
    ),
    "inside a list in brackets": ("a: [b, # one\n  c]\n", "a:\n  - b  # one\n  - c\n"),
    "above": ("# a\n\n#   b\na: b\n  # c\nd:\n    # e\n    f: g\n", "# a\n\n#   b\na: b\n# c\nd:\n  # e\n  f: g\n"),
    "below": ("- a:\n     b: c\n     # to c\n  # to a\n# last\n", "- a:\n    b: c\n    # to c\n  # to a\n# last\n"),
    "above a value in a line of its own": ("a:\n  # why\n  # so\n  b\n", "# why\na: b  # so\n"),
    "beside the sign of a text in lines": ("a: |  # why\n  b\n", "a: |  # why\n  b\n"),
    "too long to stay beside": (f"- a: {LONG} # {LONG} {LONG}\n", f"# {LONG} {LONG}\n- a: {LONG}\n"),
    "of a key that is commented out": ("- a: b\n  # c:\n  #   - {d: e}\n", "- a: b\n  # c:\n  #   - {d: e}\n"),
    "alone in a file": ("# a\n\n# b\n", "# a\n\n# b\n"),
}


@pytest.mark.parametrize(("text", "told"), COMMENTS.values(), ids=COMMENTS)
def test_every_comment_stays(text: str, told: str) -> None:
    assert tidy(text) == told


@pytest.mark.parametrize("quote", ["", "'", '"'], ids=["plain", "single quotes", "double quotes"])
def test_a_long_text_goes_over_lines_and_reads_the_same(quote: str) -> None:
    text = f"- statement: {{en: {quote}{' '.join([LONG] * 6)}{quote}}}\n"
    told = tidy(text)
    assert value(told) == value(text)
    assert len(told.splitlines()) == 4
    assert max(map(len, told.splitlines())) <= WIDTH
    assert all(line.startswith("      ") for line in told.splitlines()[2:])


def test_a_text_that_was_broken_elsewhere_is_broken_anew() -> None:
    assert tidy('a: "one\n  two\n\n  three\\\n    \\ four"\n') == 'a: "one two\\nthree four"\n'
    assert tidy("a: 'one\n  two\n\n  three'\n") == "a: 'one two\n\n  three'\n"


def test_no_line_starts_with_what_looks_like_an_item_a_key_or_a_comment() -> None:
    told = tidy(f'- "{"- ".join([LONG] * 6)}{" - # ? :".join([LONG] * 6)}"\n')
    assert [line for line in told.splitlines()[1:] if line.lstrip()[0] in "-#?:"] == []


def test_a_text_in_lines_keeps_them_and_a_folded_one_is_folded_anew() -> None:
    assert tidy("a: |2-\n    one\n   two\n\n") == "a: |2-\n    one\n   two\n"
    assert tidy("a: >\n    one\n    two\n\n\n    three\n") == "a: >\n  one two\n\n\n  three\n"
    assert tidy("a: >\n  one\n    two\n  three\n") == "a: >\n  one\n    two\n  three\n"
    folded = tidy(f"a: >-\n  {' '.join([LONG] * 6)}\n")
    assert max(map(len, folded.splitlines())) <= WIDTH
    assert value(folded) == {"a": " ".join([LONG] * 6)}


def test_a_word_that_is_longer_than_a_line_stays_whole() -> None:
    word = "https://gazette.example/" + "a" * WIDTH
    assert tidy(f"a: b {word}\n") == f"a: b\n  {word}\n"
    assert tidy(f"a: {word}\n") == f"a: {word}\n"


# --- What is refused -------------------------------------------------------------------------------------------------

REFUSED = {
    "a: [b\n": "facts/a.yml:2:1",
    "a:\n\tb: c\n": "facts/a.yml:2:1",
    "a: &x b\n": "facts/a.yml:1:4",
    "a: !!str b\n": "facts/a.yml:1:4",
    "a: b\na: c\n": "facts/a.yml:2:1",
    "a: b\n---\nc: d\n": "facts/a.yml:2:1",
    "[a]: b\n": "facts/a.yml:1:1",
}


@pytest.mark.parametrize(("text", "where"), REFUSED.items(), ids=REFUSED)
def test_what_cannot_be_read_is_a_problem_with_its_place_and_nothing_is_told(text: str, where: str) -> None:
    problems: list[Problem] = []
    assert tidied(text, "facts/a.yml", problems) is None
    assert [str(problem.where) for problem in problems] == [where]


def test_what_cannot_be_kept_is_a_problem_rather_than_a_change() -> None:
    problems: list[Problem] = []
    assert tidied("- a\n- |2\n   \n", "facts/a.yml", problems) is None
    assert [str(problem) for problem in problems] == [
        "facts/a.yml:2:3: this cannot be tidied without changing what it says, so it stays as it is [yaml-feature]\n"
        "    hint: write it more plainly: one key a line, long words between double quotes"
    ]


def test_the_place_of_what_is_untidy_is_the_first_character_that_differs() -> None:
    assert untidy("a: b\n", "a: b\n", "f.yml") is None
    assert str((untidy("a: b\nc:  d\n", "a: b\nc: d\n", "f.yml") or pytest.fail()).where) == "f.yml:2:4"
    assert str((untidy("a: b", "a: b\n", "f.yml") or pytest.fail()).where) == "f.yml:1:5"


# --- Whatever stands in it -------------------------------------------------------------------------------------------

WORDS = st.sampled_from(
    ["a", "it", "is so", "12_000 EUR", "«\u00a0é\u00a0»", LONG, f"{LONG} {LONG} {LONG}", "[[lamp-plan|short]]"]
)
QUOTABLE = st.lists(WORDS | st.sampled_from([": ", " #", "'", '"', "\\", "- ", ",", "{", "\n", "  "]), max_size=6).map(
    "".join
)


@st.composite
def scalars(draw: st.DrawFn, flow: bool) -> str:
    kind = draw(st.sampled_from(["plain", "single", "double", "empty"]))
    if kind == "plain":
        return draw(st.sampled_from(["a", "it is so", "2031-05~", "more than 12_000 EUR", f"{LONG} {LONG} {LONG}"]))
    text = draw(QUOTABLE)
    if kind == "double":
        typed = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
        return f'"{typed}"'
    if kind == "single":
        return "'" + text.replace("'", "''").replace("\n", "") + "'"
    return '""' if flow else ""


COMMENT = st.sampled_from(["", "", "", "  # beside", " #beside", f"   # {LONG} {LONG}"])
ABOVE = st.sampled_from(["", "", "", "\n", "# above\n", "\n\n#above\n\n"])


@st.composite
def flows(draw: st.DrawFn, depth: int) -> str:
    kind = draw(st.sampled_from(["scalar", "list", "mapping"])) if depth else "scalar"
    if kind == "scalar":
        return draw(scalars(flow=True))
    gaps = st.sampled_from(["", " ", "\n        ", " # within\n        "])
    parts = draw(st.lists(flows(depth - 1), max_size=4))
    if kind == "mapping":
        parts = [f"k{n}: {part}" for n, part in enumerate(parts)]
    inside = ",".join(f"{draw(gaps)}{part}{draw(gaps)}" for part in parts)
    return f"[{inside}]" if kind == "list" else f"{{{inside}}}"


@st.composite
def blocks(draw: st.DrawFn, depth: int, indent: str) -> str:
    """The lines of a mapping or a list, each ended."""
    listed, told = draw(st.booleans()), ""
    step = draw(st.sampled_from([" ", "  ", "    "]))
    for number in range(draw(st.integers(1, 3))):
        above = draw(ABOVE)
        told += "".join(f"{indent}{line}" if line.strip() else line for line in above.splitlines(keepends=True))
        head = f"{indent}-" if listed else f"{indent}k{number}:"
        if depth and draw(st.booleans()):
            beside = draw(COMMENT)
            told += f"{head}{beside}\n{draw(blocks(depth - 1, indent + step))}"
        else:
            told += f"{head} {draw(flows(2))}{draw(COMMENT)}\n"
    return told


def comments(text: str) -> tuple[str, ...]:
    return layout(text).comments


@settings(max_examples=3 * settings.get_profile("any machine").max_examples)
@given(blocks(3, ""))
def test_any_file_reads_as_before_keeps_its_comments_in_order_and_stays_tidy(text: str) -> None:
    told = tidy(text)
    assert value(told) == value(text)
    assert comments(told) == comments(text)
    assert len(comments(text)) >= len(re.findall(r"# (?:above|beside|within)\n", text))
    assert tidy(told) == told
    assert all(len(line) <= WIDTH or "#" in line or " " not in line.strip(' -"') for line in told.splitlines())


EDITIONS = sorted([*(ROOT / "facts").glob("*.yml"), *GOOD.rglob("*.yml"), *(ROOT / "factbound/words").glob("*.yml")])


@pytest.mark.parametrize("path", [path for path in EDITIONS if path.name != "mkdocs.yml"], ids=lambda path: path.name)
def test_a_real_file_says_the_same_from_whichever_layout(path: Path) -> None:
    text = path.read_text("utf-8")
    assert value(tidy(text)) == value(text)
