"""The vocabulary: each closed list stands once, and what answers to it answers to every word."""

import ast

from places import ROOT

from factbound.assemble.operations import _RULES
from factbound.values import vocabulary
from factbound.values.vocabulary import Form, Operation, Status, all_of
from factbound.view.charts.forms import FORMS
from factbound.view.charts.strokes import _LOOKS

LISTS = {
    name: frozenset(all_of(closed))
    for name, closed in vars(vocabulary).items()
    if name[0].isupper() and len(all_of(closed)) > 2
}


def typed(tree: ast.AST) -> list[frozenset[str]]:
    """The words of every tuple, list and set of plain words in a module."""
    groups = [node.elts for node in ast.walk(tree) if isinstance(node, ast.Tuple | ast.List | ast.Set)]
    return [
        frozenset(word.value for word in group if isinstance(word, ast.Constant) and isinstance(word.value, str))
        for group in groups
    ]


def test_no_closed_list_is_typed_anywhere_else_in_the_engine() -> None:
    engine = {path: path.read_text("utf-8") for path in sorted((ROOT / "factbound").rglob("*.py"))}
    suspects = {
        path: names
        for path, text in engine.items()
        if path.name != "vocabulary.py"
        and (names := [name for name, closed in LISTS.items() if all(word in text for word in closed)])
    }
    found = [
        (path.name, name)
        for path, names in suspects.items()
        for words in typed(ast.parse(engine[path]))
        for name in names
        if LISTS[name] <= words
    ]
    assert len(LISTS) > 8 and suspects
    assert found == []


def test_every_operation_has_a_rule_and_every_form_a_drawing() -> None:
    assert tuple(_RULES) == all_of(Operation)
    assert tuple(FORMS) == all_of(Form)
    assert set(_LOOKS) < set(all_of(Status))
