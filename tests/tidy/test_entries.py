"""One entry or one value of a file, written anew: every other byte stays."""

import difflib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from overlay import GOOD

from factbound.problems import Problem
from factbound.read.strict_yaml import Path, Value, parse
from factbound.tidy.entries import CannotEdit, Written, with_entry, with_value

FILE = """# Lamps

- id: lamp   # lit
  name: {en: "A lamp", fr: Une lampe}  # named
  scope: [a,b]
  readings:
    - {source: gazette, paragraph: 1} # here
    # and no more

# Wicks
-   id: wick
    name:
       en: A wick
    status:     # to be seen
# the end
"""


def read(text: str) -> Value:
    problems: list[Problem] = []
    document = parse(text, "facts/a.yml", problems)
    assert document, problems
    return document.value


def added(before: str, after: str) -> list[str]:
    return [line for line in difflib.ndiff(before.splitlines(), after.splitlines()) if line[0] in "-+"]


# --- An entry --------------------------------------------------------------------------------------------------------


def test_a_new_entry_stands_at_the_end_before_what_is_remarked_there() -> None:
    told = with_entry(FILE, {"id": "wax", "name": {"en": "Wax: soft", "fr": "De la cire"}})
    assert added(FILE, told) == ["+ ", "+ - id: wax", "+   name:", '+     en: "Wax: soft"', "+     fr: De la cire"]
    assert told.endswith("fr: De la cire\n# the end\n")


def test_a_new_entry_stands_after_the_one_that_is_named() -> None:
    told = with_entry(FILE, {"id": "wax"}, after="lamp")
    assert "    # and no more\n- id: wax\n\n# Wicks\n" in told
    assert len(added(FILE, told)) == 1


@pytest.mark.parametrize("text", ["", "# Lamps\n", "[]\n", "# Lamps\n[]\n"])
def test_the_first_entry_of_a_file(text: str) -> None:
    assert with_entry(text, {"id": "wax"}) == text.removesuffix("[]\n") + "- id: wax\n"


def test_an_entry_is_written_in_the_canonical_style() -> None:
    entry: dict[str, Written] = {
        "id": "lamp-cost",
        "quantity": "more than 12_000 EUR",
        "printed": "plus de 12 000 euros",
        "due": "2033",
        "hedge": "NO",
        "address": "https://gazette.example/a?b=c",
        "scope": ["logistics", "cloud, and more"],
        "nothing": "",
        "statement": {"en": "It costs [[lamp-cost]]."},
        "why": ["a list", {"of": "things"}],
    }
    assert with_entry("", entry) == (
        "- id: lamp-cost\n"
        "  quantity: more than 12_000 EUR\n"
        "  printed: plus de 12 000 euros\n"
        "  due: 2033\n"
        "  hedge: NO\n"
        "  address: https://gazette.example/a?b=c\n"
        '  scope: [logistics, "cloud, and more"]\n'
        '  nothing: ""\n'
        "  statement:\n"
        '    en: "It costs [[lamp-cost]]."\n'
        "  why:\n"
        "    - a list\n"
        "    - of: things\n"
    )


# --- A value ---------------------------------------------------------------------------------------------------------

CHANGES: dict[str, tuple[Path, Written, list[str]]] = {
    "a text": ((0, "id"), "bulb", ["- - id: lamp   # lit", "+ - id: bulb   # lit"]),
    "a text that was empty": ((1, "status"), "done", ["-     status:     # to be seen",
        "+     status: done     # to be seen"]),
    "a new key": ((1, "place"), "ghent", ["+     place: ghent"]),
    "a new key of a mapping": ((1, "name", "fr"), "Une mèche", ['+        fr: "Une mèche"']),
    "a mapping where there was none": ((1, "why", "en"), "so", ["+     why:", "+       en: so"]),
    "one more of a list": ((0, "readings", 1), {"source": "herald", "paragraph": "2"}, ["+     - source: herald",
        "+       paragraph: 2"]),
    "a list in brackets": ((0, "scope", 2), "c", ["-   scope: [a,b]", "+   scope: [a, b, c]"]),
    "a language in brackets": (
        (0, "name", "nl"),
        "Een lamp",
        [
            '-   name: {en: "A lamp", fr: Une lampe}  # named',
            "+   name:  # named",
            '+     en: "A lamp"',
            "+     fr: Une lampe",
            "+     nl: Een lamp",
        ],
    ),
    "inside an entry in brackets": (
        (0, "readings", 0, "paragraph"),
        "3",
        ["-     - {source: gazette, paragraph: 1} # here", "+     - source: gazette  # here", "+       paragraph: 3"],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("at", "value", "lines"), CHANGES.values(), ids=CHANGES)
def test_what_changes_when_a_value_is_written(at: Path, value: Written, lines: list[str]) -> None:
    assert added(FILE, with_value(FILE, at, value)) == lines


def test_a_new_key_stands_after_the_one_that_is_named() -> None:
    assert "- id: lamp   # lit\n  place: ghent\n  name:" in with_value(FILE, (0, "place"), "ghent", after="id")


def test_windows_line_ends_stay() -> None:
    text = FILE.replace("\n", "\r\n")
    for told in (with_entry(text, {"id": "wax"}), with_value(text, (1, "place"), "ghent")):
        assert told.count("\n") == told.count("\r\n") > text.count("\n")


REFUSED: dict[str, tuple[str, Path]] = {
    "a file that cannot be read": ("- [a\n", (0,)),
    "line ends of two kinds": ("- a: b\r\n- c: d\n", (0, "a")),
    "a place beyond the end": (FILE, (3, "id")),
    "a key of a text": (FILE, (0, "id", "en")),
    "the whole file": (FILE, ()),
    "a file in brackets": ("[{a: b}]\n", (0, "a")),
}


@pytest.mark.parametrize(("text", "at"), REFUSED.values(), ids=REFUSED)
def test_a_place_that_cannot_be_written_is_refused(text: str, at: Path) -> None:
    with pytest.raises(CannotEdit):
        with_value(text, at, "x")


@pytest.mark.parametrize("text", ["a: b\n", "[{id: a}]\n", "- [\n"])
def test_a_file_that_is_no_list_in_lines_takes_no_entry(text: str) -> None:
    with pytest.raises(CannotEdit):
        with_entry(text, {"id": "wax"})


def test_an_entry_that_is_not_there_has_nothing_after_it() -> None:
    with pytest.raises(CannotEdit, match='there is no entry "wax"'):
        with_entry(FILE, {"id": "tallow"}, after="wax")


# --- Whatever is written ---------------------------------------------------------------------------------------------

TEXTS = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Co", "Cf"]) | st.sampled_from("\n:#-[]{},'\"\\ ")
)
KEYS = st.sampled_from(["id", "en", "fr", "two words", "a: b", "[x]"])
WRITTEN: st.SearchStrategy[Written] = st.recursive(
    TEXTS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3), max_leaves=8
)
FACTS = (GOOD / "facts/lamp-factory.yml").read_text("utf-8")


@settings(deadline=None)
@given(st.dictionaries(KEYS, WRITTEN, min_size=1, max_size=4))
def test_any_entry_is_read_as_it_was_given_and_no_other_line_changes(entry: dict[str, Written]) -> None:
    told = with_entry(FACTS, entry, after="lamp-factory-plan")
    before = read(FACTS)
    assert isinstance(before, list)
    assert read(told) == [before[0], entry, *before[1:]]
    assert [line for line in added(FACTS, told) if line.startswith("-")] == []


@settings(deadline=None)
@given(WRITTEN)
def test_any_value_is_read_as_it_was_given(value: Written) -> None:
    told = read(with_value(FACTS, (0, "readings", 0, "printed"), value))
    assert isinstance(told, list)
    assert told[0]["readings"][0]["printed"] == value  # type: ignore[call-overload,index]
    assert told[1:] == read(FACTS)[1:]  # type: ignore[index]
