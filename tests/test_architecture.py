"""The architecture, as rules that hold: who imports whom, what templates may do, what is documented."""

import ast
import logging
import re
from collections.abc import Collection, Iterable
from functools import cache
from pathlib import Path

import pytest
from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports
from jinja2 import Environment, nodes
from places import ROOT

ENGINE = ROOT / "factbound"
TEMPLATES = sorted(
    [
        *(ENGINE / "templates").rglob("*.html"),
        *(ENGINE / "templates").glob("*.xml"),
        *(ROOT / "templates").glob("*.html"),
    ]
)
ARITHMETIC = (nodes.Add, nodes.Sub, nodes.Mul, nodes.Div, nodes.FloorDiv, nodes.Mod, nodes.Pow, nodes.Neg, nodes.Pos)
FILTERS = {"breakable", "foreign", "marked", "join", "length", "lower", "upper", "capitalize", "capitalize_first"}
"""What a template may do with words; anything else is Python's to decide."""


@cache
def _tree(path: Path) -> ast.Module:
    """A module's syntax, read once for all rules."""
    return ast.parse(path.read_text("utf-8"))


@cache
def _nodes(path: Path) -> tuple[ast.AST, ...]:
    """Every node of a module's syntax."""
    return tuple(ast.walk(_tree(path)))


def test_every_import_goes_the_way_the_contracts_say() -> None:
    loggers = [each for each in logging.Logger.manager.loggerDict.values() if isinstance(each, logging.Logger)]
    were = {each: each.disabled for each in loggers}
    assert lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True) == EXIT_STATUS_SUCCESS
    for each, disabled in were.items():
        each.disabled = disabled  # the linter silences every other logger of the process, MkDocs' among them


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_a_template_shows_and_does_not_calculate(template: Path) -> None:
    tree = Environment(autoescape=True).parse(template.read_text("utf-8"))
    assert [f"line {node.lineno}: {type(node).__name__}" for node in tree.find_all(ARITHMETIC)] == []
    assert {node.name for node in tree.find_all(nodes.Filter)} - FILTERS == set()


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_a_template_turns_no_escaping_off(template: Path) -> None:
    text = template.read_text("utf-8")
    assert "autoescape" not in text
    assert "|safe" not in text.replace(" ", "")


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_a_template_holds_no_script_style_or_handler(template: Path) -> None:
    assert (
        re.findall(r"<script(?![^>]*\bsrc=|[^>]*ld\+json)|<style|\sstyle=|\son[a-z]+=", template.read_text("utf-8"))
        == []
    )


MODULES = sorted(ENGINE.rglob("*.py"))


def test_every_module_says_what_it_is() -> None:
    assert [str(path.relative_to(ROOT)) for path in MODULES if not ast.get_docstring(_tree(path))] == []


def test_only_fetching_can_ask_for_an_address() -> None:
    asking = {
        path.relative_to(ENGINE).as_posix()
        for path in MODULES
        for node in _nodes(path)
        if (isinstance(node, ast.ImportFrom) and node.module == "urllib.request")
        or (
            isinstance(node, ast.Import)
            and any(name.name.startswith(("urllib.request", "urllib3", "requests")) for name in node.names)
        )
    }
    assert asking == {"network/fetching.py"}


def test_nothing_catches_every_exception_to_be_polite_but_the_outermost_guard() -> None:
    handlers = [
        path.relative_to(ENGINE).as_posix()
        for path in MODULES
        for node in _nodes(path)
        if isinstance(node, ast.ExceptHandler)
        and not isinstance(node.body[-1], ast.Raise)
        and (node.type is None or (isinstance(node.type, ast.Name) and node.type.id in {"Exception", "BaseException"}))
    ]
    assert handlers == ["commands/cli.py"]


def test_who_reads_assembles_or_views_writes_no_files_but_through_the_one_door_of_the_cache() -> None:
    writers = {"write_text", "write_bytes", "unlink", "rename", "replace_file", "rmtree"}
    assert "kept.py" in _with_attributes(MODULES, writers)
    flow = [path for path in MODULES if path.relative_to(ENGINE).parts[0] in {"read", "assemble", "view"}]
    assert _with_attributes(flow, writers) == set()


def _with_attributes(modules: Iterable[Path], names: Collection[str]) -> set[str]:
    """The modules in which a name stands behind a point."""
    return {
        path.relative_to(ENGINE).as_posix()
        for path in modules
        for node in _nodes(path)
        if isinstance(node, ast.Attribute) and node.attr in names
    }


def _patterns(path: Path) -> set[int]:
    """The lines on which a regular expression is made or used."""
    calls = [node for node in ast.walk(_tree(path)) if isinstance(node, ast.Call)]
    return {
        call.lineno
        for call in calls
        if isinstance(call.func, ast.Attribute) and isinstance(call.func.value, ast.Name) and call.func.value.id == "re"
    }


def test_html_is_not_put_together_from_f_strings() -> None:
    tagged = re.compile(
        r"(?<!\?P)<(?:/?(?:a|abbr|b|br|button|details|div|em|figure|h[1-6]|i|img|li|mark|ol|p|q|section|small|span"
        r"|strong|sub|sup|table|t[dhr]|ul))[ >]"
    )
    found = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path in MODULES
        for node in _nodes(path)
        if isinstance(node, ast.JoinedStr)
        and any(isinstance(part, ast.Constant) and tagged.search(str(part.value)) for part in node.values)
        and node.lineno not in _patterns(path)
    ]
    assert found == []
