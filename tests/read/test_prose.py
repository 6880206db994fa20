"""Prose: the closed grammar of [[…]], and no number without a fact."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factbound.problems import Code, Problem, Where
from factbound.read.markdown import Body, body
from factbound.read.prose import TOKEN, Mention, phrase


def read(text: str, language: str = "en") -> tuple[Body, list[Problem]]:
    problems: list[Problem] = []
    return body(text, language, "content/en/a.md", 5, problems), problems


def bare(text: str) -> list[tuple[str, int, int]]:
    """The bare numbers of a body with their lines and columns, lines counted from 5."""
    return [(number.text, number.where.line, number.where.column) for number in read(text)[0].bare]


def mentions(text: str) -> list[tuple[str, str, str, str]]:
    found, problems = read(text)
    assert problems == []
    return [(each.kind, each.target, each.form, each.spot) for each in found.mentions]


# --- The grammar -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "kind", "target", "form"),
    [
        ("[[plan]]", "figure", "plan", "full"),
        ("[[ plan | short ]]", "figure", "plan", "short"),
        ("[[chart:money]]", "chart", "money", "full"),
        ("[[timeline:days]]", "timeline", "days", "full"),
        ("[[table:disagreements]]", "table", "disagreements", "full"),
        ("[[count:sources]]", "count", "sources", "full"),
        ("[[cite:gazette-2031#4]]", "cite", "gazette-2031#4", "full"),
        ("[[name:Lumen 3]]", "name", "Lumen 3", "full"),
        ("[[ordinal:1st]]", "ordinal", "1st", "full"),
    ],
)
def test_a_mention_is_read(text: str, kind: str, target: str, form: str) -> None:
    assert mentions(text) == [(kind, target, form, "text")]


@pytest.mark.parametrize(
    "text",
    ["[[]]", "[[Plan]]", "[[plan|loud]]", "[[lamp:plan]]", "[[count:]]", "[[name:12]]", "[[name:40 people]]",
        "[[name:Over 12]]", "[[name:€12 Lamp]]", "[[name:12,000 Leagues]]",
     "[[name:Twelve]]", "[[ordinal:12]]", "[[ordinal:twelve]]", "a [[chart:money]] b", "## [[chart:money]]",
         "- [[chart:money]]", "[a]([[plan]])"],
)  # fmt: skip
def test_a_mention_that_cannot_be_read_is_a_problem(text: str) -> None:
    assert [problem.code for problem in read(text)[1]] == [Code.BAD_MENTION]


@pytest.mark.parametrize(
    "text",
    [
        "`[[plan]]`",
        "``[[plan]] ` ``",
        "    [[plan]]",
        "```\na\n\n[[plan]]\n```",
        "~~~\n[[plan]]\n~~~",
        "- a\n\n        [[plan]]",
    ],
)
def test_a_mention_in_code_is_left_alone(text: str) -> None:
    found, problems = read(text)
    assert problems == []
    assert [(each.spot, each.source) for each in found.mentions] == [("code", "[[plan]]")]


@pytest.mark.parametrize(
    ("text", "spot"),
    [
        ("## A [[plan]]", "heading"),
        ("![A [[plan]]](a.png)", "attribute"),
        ('[a](b.md "[[plan]]")', "attribute"),
        ("[A [[plan]]](b.md)", "attribute"),
        ("| a |\n|---|\n| [[plan\\|short]] |", "text"),
    ],
)
def test_a_mention_knows_what_it_stands_in(text: str, spot: str) -> None:
    assert [each[3] for each in mentions(text)] == [spot]


def test_a_mention_knows_its_place() -> None:
    found, _ = read("one line\n\nmore: [[plan]] and [[cite:plan]]")
    assert [str(each.where) for each in found.mentions] == ["content/en/a.md:7:7", "content/en/a.md:7:20"]


def test_a_phrase_keeps_words_and_mentions_apart() -> None:
    found = phrase("It costs [[plan]], she says.", "en", Where("a.yml", 3, 9), [])
    assert [part if isinstance(part, str) else part.target for part in found.parts] == [
        "It costs ",
        "plan",
        ", she says.",
    ]
    assert [mention.where for mention in found.mentions] == [Where("a.yml", 3, 18)]


def test_a_chart_does_not_stand_in_a_phrase() -> None:
    problems: list[Problem] = []
    phrase("[[chart:money]]", "en", Where("a.yml"), problems)
    assert [problem.code for problem in problems] == [Code.BAD_MENTION]


def test_the_anchor_of_a_heading_does_not_change_with_its_number() -> None:
    assert [heading.anchor for heading in read("## A plan of [[plan]]\n\n## A plan")[0].headings] == [
        "a-plan-of",
        "a-plan",
    ]


# --- The gate --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("It costs 12 euros", "12"), ("## Part 5", "5"), ("| a |\n|---|\n| 3 |", "3"), ("| 3 |\n|---|\n| a |", "3"),
            ("[seven](a.md)", "seven"), ("![eight](a.png)", "eight"),
        ('[a](b.md "nine")', "nine"), ("&#52;2", "42"), ("&frac12;", "½"), ("½", "½"), ("Ⅳ", "Ⅳ"), ("１２", "１２"),
            ("1**2**", "12"), ("*1*2", "12"), ("t**w**o", "two"),
        ("1\u200b2", "1\u200b2"), ("seven\u00adteen", "seven\u00adteen"), ("1&shy;2", "1\u00ad2"), ("a\\5", "5"),
            ("> 5", "5"), ("term\n:   5", "5"), ('!!! note "5"\n    a', "5"),
        ("!!! note\n    5", "5"), ("2031. A list", "2031"), ("https://a.example/2031", "2031"), ("*[HTML]: 5", "5"),
            ("- [ ] 5", "5"), ("[a][5]", "5"), ("<5>", "5"),
        ("twenty\none", "twenty\none"),
        ("the 1990s", "1990s"), ("COVID-19", "19"), ("`a` 5 `b`", "5"), ("\\`5\\`", "5"),
            ("5`", "5"), ("[[plan]]5", "5"),
        ("[[plan]][[plan]]2", "2"), ("~~5~~", "5"), ("x²", "²"), ("五", "五"), ("thousands", "thousands"),
            ("twice", "twice"),
    ],
)  # fmt: skip
def test_a_number_without_a_fact_is_found(text: str, number: str) -> None:
    assert [each[0] for each in bare(text)] == [number]


@pytest.mark.parametrize(
    "text",
    ["no number at all", "`12`", "    12", "```\n12\n\n13\n```", "~~~ python\nx = 12\n~~~", "[[plan]]",
        "[[name:Lumen 3]]", "[[ordinal:21st]]", "15 m²".replace("15", "[[plan]]"),
     "[a](https://a.example/2031)", "one of them", "often", "1. a\n2. b", "[a](#part-5)"],
)  # fmt: skip
def test_what_is_no_number_or_has_its_fact_passes(text: str) -> None:
    assert bare(text) == []


def test_a_number_knows_its_place() -> None:
    assert bare("## Title\n\nText with 12 and\n**13** more, twelve\n") == [
        ("12", 7, 11),
        ("13", 8, 3),
        ("twelve", 8, 14),
    ]


def test_the_same_number_in_code_does_not_take_the_place_of_one_in_prose() -> None:
    assert bare("`12` and 12") == [("12", 5, 10)]


@given(
    number=st.integers(0, 10**9),
    mark=st.sampled_from(
        [
            "{}",
            "**{}**",
            "*{}*",
            "## {}",
            "> {}",
            "- {}",
            "[{}](a.md)",
            "![{}](a.png)",
            "| {} |\n|---|\n| a |",
            "<{}>",
            "&#8203;{}",
            "\\{}",
            "a {}%",
        ]
    ),
)
def test_no_markup_hides_a_number(number: int, mark: str) -> None:
    assert bare(mark.format(number))


@given(text=st.text(alphabet=st.sampled_from("[]|:`*_~#>-!()<>&;\\\"'\n 5at\t\ue000\ue001\u200b½[["), max_size=40))
def test_no_text_breaks_the_reader_and_no_digit_outside_code_escapes_it(text: str) -> None:
    found, problems = read(text)
    shown = TOKEN.sub("", re.sub(r"<[^>]*>", "", re.sub(r"(?s)<code.*?</code>", "", found.html)))
    assert problems or found.bare or "5" not in shown


# --- What stories do not hold ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "<b>a</b>",
        "<script>a</script>",
        "<!-- a -->",
        '<img src="a">',
        "<a\thref='b'>",
        "<?php a ?>",
        "<!DOCTYPE html>",
        "</i>",
    ],
)
def test_html_is_a_problem_and_is_shown_as_typed(text: str) -> None:
    found, problems = read(text)
    assert {problem.code for problem in problems} == {Code.RAW_HTML}
    assert text[:4] not in found.html


@pytest.mark.parametrize("text", ["a < b", "`<b>`", "a <- b", "&lt;b&gt;"])
def test_a_sign_that_is_no_html_passes(text: str) -> None:
    assert read(text)[1] == []


@pytest.mark.parametrize("text", ["\ue0000\ue001", "&#xe000;12&#xe001;", "[\ue000[plan]]", "a\x00b", "\u202e12"])
def test_characters_that_cannot_be_seen_are_a_problem(text: str) -> None:
    assert Code.BAD_VALUE in {problem.code for problem in read(text)[1]}


@pytest.mark.parametrize("text", ["# A title", "A title\n=======", "# [[plan]]"])
def test_a_main_heading_besides_the_title_is_a_problem(text: str) -> None:
    assert [problem.code for problem in read(text)[1]] == [Code.BAD_VALUE]


def test_a_mention_s_source_is_what_was_typed() -> None:
    found, _ = read("[[ plan | short ]]")
    assert [each.source for each in found.mentions if isinstance(each, Mention)] == ["[[ plan | short ]]"]
