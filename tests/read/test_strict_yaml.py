"""YAML as editors type it: text stays text, everything has a place, and the language's traps are refused."""

import pytest

from factbound.problems import Code, Problem, Where
from factbound.read.context import ReadContext
from factbound.read.files import MAX_BYTES, read_text
from factbound.read.prose import phrase
from factbound.read.strict_yaml import MAX_DEPTH, Document, parse


def read(text: str, first_line: int = 1) -> Document:
    problems: list[Problem] = []
    document = parse(text, "facts/a.yml", problems, first_line)
    assert problems == []
    assert document
    return document


def refused(text: str) -> list[Problem]:
    problems: list[Problem] = []
    parse(text, "facts/a.yml", problems)
    return problems


@pytest.mark.parametrize(
    "word", ["NO", "3.10", "12:30", "1e3", "0x1f", "~", "null", "2031-05-13", "12_000_000 EUR", ".inf", "0o17", "<<"]
)
def test_a_plain_scalar_stays_the_text_that_was_typed(word: str) -> None:
    assert read(f"- {word}\n").value == [word]


def test_every_value_and_key_knows_its_place() -> None:
    document = read('- id: lamp\n  name: {en: "A lamp", fr: Une lampe}\n')
    assert document.where(0, "id") == Where("facts/a.yml", 1, 7)
    assert document.where_key(0, "name", "fr") == Where("facts/a.yml", 2, 24)
    assert document.where(0, "name", "fr") == Where("facts/a.yml", 2, 28)


def test_the_place_of_a_quoted_value_is_its_first_character() -> None:
    assert read('- "A lamp"\n').where(0) == Where("facts/a.yml", 1, 4)


def test_a_place_that_does_not_exist_is_that_of_the_nearest_thing_around_it() -> None:
    assert read("- id: lamp\n").where(0, "subject", "en") == Where("facts/a.yml", 1, 3)


def test_front_matter_counts_lines_from_where_it_starts() -> None:
    assert read("title: Lamps\n", first_line=2).where("title") == Where("facts/a.yml", 2, 8)


def test_the_first_of_two_equal_keys_wins_and_the_second_is_a_problem() -> None:
    problems: list[Problem] = []
    document = parse("a: one\na: two\n", "facts/a.yml", problems)
    assert document is not None
    assert document.value == {"a": "one"}
    assert [(str(problem.where), problem.code) for problem in problems] == [("facts/a.yml:2:1", Code.DUPLICATE_KEY)]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("- &a x\n- *a\n", Code.YAML_FEATURE),
        ("- *nowhere\n", Code.YAML_FEATURE),
        ("- !!binary eA==\n", Code.YAML_FEATURE),
        ("- !ENV HOME\n", Code.YAML_FEATURE),
        ("a: 1\n--- \nb: 2\n", Code.YAML_FEATURE),
        ("? {a: b}\n: c\n", Code.YAML_FEATURE),
        ("- {[id]: lamp}\n", Code.YAML_FEATURE),
        ('- "\\u202e12"\n', Code.YAML_FEATURE),
        ('"\\0": a\n', Code.YAML_FEATURE),
        ("- " + "[" * (MAX_DEPTH + 1) + "]" * (MAX_DEPTH + 1), Code.YAML_LIMIT),
        ("- " + "{a: " * (MAX_DEPTH + 1), Code.YAML_LIMIT),
        ("[" * 200_000, Code.YAML_LIMIT),
        ("- [a\n", Code.YAML_SYNTAX),
        ("- a: b: c\n", Code.YAML_SYNTAX),
        ("a:\n\t- b\n", Code.YAML_SYNTAX),
        ("- \x07\n", Code.YAML_SYNTAX),
        ('- "\\ud800"\n', Code.YAML_SYNTAX),
        ("%YAML 9.9\n---\n- a\n", Code.YAML_SYNTAX),
        ("@a\n", Code.YAML_SYNTAX),
        ('- "never closed\n', Code.YAML_SYNTAX),
    ],
)
def test_what_yaml_allows_and_an_editor_does_not_need_is_one_problem(text: str, code: Code) -> None:
    assert [problem.code for problem in refused(text)] == [code]


def test_depth_up_to_the_limit_is_read() -> None:
    assert read("- " + "[" * (MAX_DEPTH - 1) + "a" + "]" * (MAX_DEPTH - 1)).value


def test_an_empty_document_is_an_empty_text() -> None:
    assert read("# nothing but a remark\n").value == ""


def test_a_file_that_is_too_large_is_not_read(tmp_path) -> None:
    path = tmp_path / "facts.yml"
    path.write_bytes(b"x" * (MAX_BYTES + 1))
    problems: list[Problem] = []
    assert read_text(path, ReadContext(tmp_path, problems)) is None
    assert [problem.code for problem in problems] == [Code.YAML_LIMIT]


def test_a_byte_that_is_not_utf8_has_a_place(tmp_path) -> None:
    path = tmp_path / "facts.yml"
    path.write_bytes("é: ok\n".encode() + b"caf\xe9")
    problems: list[Problem] = []
    assert read_text(path, ReadContext(tmp_path, problems)) is None
    assert [problem.where for problem in problems] == [Where("facts.yml", 2, 4)]


OVER_LINES = {
    "plain": "- a b\n  c d\n\n  e\n",
    "between double quotes": '- "a b\n  c\\"d e\n\n  f\\\n  g h"\n',
    "between single quotes": "- 'it''s\n   one\n   more'\n",
    "kept in lines": "- |\n   a\n   b c\n\n     d\n",
    "folded": "- >\n   a\n   b c\n\n     d\n   e\n",
}


@pytest.mark.parametrize("text", OVER_LINES.values(), ids=OVER_LINES)
def test_each_word_of_a_text_over_several_lines_has_its_place(text: str) -> None:
    document = read(text)
    assert isinstance(document.value, list)
    told = str(document.value[0])
    lines = text.split("\n")
    for offset, character in enumerate(told):
        where = document.where(0).after(offset)
        if character.isalpha() and "\\" not in lines[where.line - 1] and "''" not in lines[where.line - 1]:
            assert lines[where.line - 1][where.column - 1] == character


def test_a_number_in_the_second_line_of_a_text_is_found_there() -> None:
    problems: list[Problem] = []
    where = read('- "no line and\n    another with 12 lamps"\n').where(0)
    found = phrase("no line and another with 12 lamps", "en", where, problems)
    assert [bare.where for bare in found.bare] == [Where("facts/a.yml", 2, 18)]
