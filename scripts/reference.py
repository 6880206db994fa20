"""Write docs/reference.md from the code: options, prose grammar, keys, chart forms, operations, commands, problem
codes; and docs/problems.md from the catalogue of problems.

python scripts/reference.py          writes them
python scripts/reference.py --check  says whether they are as the code is; 1 when one is not
"""

import argparse
import re
import sys
import textwrap
import types
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from factbound.assemble import mentions  # noqa: E402
from factbound.commands import cli  # noqa: E402
from factbound.mkdocs.settings import Settings, options  # noqa: E402
from factbound.problems import Code  # noqa: E402
from factbound.read import book as reading  # noqa: E402
from factbound.read import entries as models  # noqa: E402
from factbound.read import prose  # noqa: E402  the program beside which this script stands
from factbound.view.charts.forms import FORMS  # noqa: E402

PRINTS = {
    "full": "the figure with its qualifier, a footnote and its evidence: *more than €12 million*",
    "short": "the same, compact, for tables and headings: *more than €12 m*",
    "bare": "without its unit: *about 400*",
    "words": "its number in words: *about four hundred*",
    "period": "what it covers: *2031 to 2033*",
    "from": "the start of what it covers: *2031*",
    "until": "the end of what it covers: *2033*",
    "due": "when a promise should have come true: *2033*",
    "year": "the year of its date or period: *2031*",
    "with-caveat": "a misleading figure with its caveat, without which it cannot be printed",
}
KINDS = {
    "chart": "a chart with its title, sources, table and files; a paragraph of its own",
    "table": "a chart's table, or a table of the ledger; a paragraph of its own",
    "timeline": "the same as `chart`, for charts of that form; a paragraph of its own",
    "count": "how many there are",
    "cite": "a footnote: to a fact, or (`[[cite:gazette-2031#4]]`) to a paragraph of a source",
    "published": "the date of a source",
    "promise": "a promise with its verdict and what is known of it; a paragraph of its own",
    "verdict": "the verdict on a promise, which leads to its page: *kept late*",
    "name": "a name with a number in it, as typed: a street, a product",
    "lang": "words in another language, which begin with it, so that a screen reader says them as such: "
    "`[[lang:fr première phase]]`",
    "ordinal": "an ordinal, as typed: *1st*",
}
NAMED = {
    models.Slug: "id", models.Words: "words", models.Text: "words per language", models.Printed: "printed words",
        models.Paragraph: "paragraph",
    models.QuantityText: "quantity", models.PeriodText: "date", models.Point: "latitude and longitude", str: "words",
        int: "number", models.FactorText: "number",
}  # fmt: skip
FILES = {"content/charts.yml": models.ChartEntry, "Front matter of a story": models.StoryEntry}


def reference() -> str:
    """The page."""
    parts = [
        "# Reference",
        "Written by `scripts/reference.py` from the code; a test holds it to the code. `format.md` explains the "
        "files with samples.",
        *_options(),
        *_grammar(),
        *_keys(),
        *_forms(),
        *_operations(),
        *_commands(),
        *_codes(),
    ]
    return "\n\n".join(parts) + "\n"


def _table(head: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    lines = [head, tuple("---" for _ in head), *rows]
    return "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |" for line in lines)


def _options() -> Iterator[str]:
    """The plugin's options, each with the docstring that stands under it."""
    yield "## Options of the plugin"
    told = options()
    defaults = {name: option.default for name, option in Settings._schema}
    yield _table(
        ("option", "default", "meaning"),
        [(f"`{name}`", f"`{defaults[name]!r}`", told[name][1]) for name in defaults],
    )


def _grammar() -> Iterator[str]:
    yield "## Prose"
    yield (
        "A figure is printed by its id, `[[lamp-factory-plan]]`, in one of these forms, `[[lamp-factory-plan|short]]`:"
    )
    yield _table(("form", "prints"), [(f"`{form}`", PRINTS[form]) for form in prose.FORMS])
    yield "Before a colon stands what else there is:"
    yield _table(("kind", "prints"), [(f"`[[{kind}:…]]`", KINDS[kind]) for kind in prose.KINDS])
    yield f"`count` knows {_list(mentions.COUNTS)}; `table` knows {_list(mentions.TABLES)}, and every chart."


def _list(words: tuple[str, ...]) -> str:
    return ", ".join(f"`{word}`" for word in words)


def _keys() -> Iterator[str]:
    yield "## Keys"
    yield "Every other key is refused. A key in bold is needed."
    files = {f"facts/{name}.yml": model for name, model in reading.SHELVES.items()}
    told: set[type] = set()
    for title, model in {**files, "facts/*.yml, one subject per file": models.FactEntry, **FILES}.items():
        yield from _model(title, model, told)


def _model(title: str, model: type[models.Entry], told: set[type]) -> Iterator[str]:
    """A table of a model's keys, then one for each model that stands inside it."""
    told.add(model)
    yield f"### {title}"
    if model.__doc__ and model.__doc__ != models.Entry.__doc__:
        yield " ".join(model.__doc__.split())
    hints = get_type_hints(model, include_extras=True)
    described = any(field.description for field in model.model_fields.values())
    rows = []
    for name, field in model.model_fields.items():
        key = f"**`{field.alias or name}`**" if field.is_required() else f"`{field.alias or name}`"
        rows.append((key, _type(hints[name]), *([field.description or ""] if described else [])))
    yield _table(("key", "value", *(["meaning"] if described else [])), rows)
    for inner in (part for hint in hints.values() for part in _models_in(hint)):
        if inner not in told:
            yield from _model(inner.__name__.removesuffix("Entry"), inner, told)


def _models_in(hint: Any) -> Iterator[type[models.Entry]]:
    if isinstance(hint, type) and issubclass(hint, models.Entry):
        yield hint
    for part in get_args(hint) if get_origin(hint) else ():
        yield from _models_in(part)


def _type(hint: Any) -> str:
    """An annotation in words."""
    if hint in NAMED:
        return NAMED[hint]
    if isinstance(hint, type) and issubclass(hint, models.Entry):
        return hint.__name__.removesuffix("Entry")
    arguments = get_args(hint)
    match get_origin(hint):
        case origin if origin is Literal:
            return " · ".join(f"`{each}`" for each in arguments)
        case origin if origin is Annotated:
            return _type(arguments[0])
        case origin if origin in {Union, types.UnionType}:
            return " or ".join(_type(each) for each in arguments if each is not type(None))
        case origin if origin is tuple:
            return f"list of {_type(arguments[0])}"
        case origin if origin is dict:
            return f"mapping of {_type(arguments[0])} to {_type(arguments[1])}"
    raise TypeError(f"no words for {hint}")


def _forms() -> Iterator[str]:
    yield "## Forms of charts"
    yield _table(
        ("form", "draws"),
        [(f"`{form}`", _first_paragraph(FORMS[form].about)) for form in get_args(models.Form)],
    )


def _first_paragraph(text: str) -> str:
    return " ".join(text.strip().split("\n\n")[0].split())


def _operations() -> Iterator[str]:
    yield "## Operations of derived figures"
    yield ", ".join(f"`{name}`" for name in get_args(models.Operation)) + ". `format.md` says what each gives."


def _commands() -> Iterator[str]:
    yield "## Commands"
    yield (
        "In an edition `python build.py COMMAND`; where factbound is installed `factbound COMMAND` (or `python "
        "-m factbound COMMAND`), for ordinary sites too."
    )
    parser = cli._parser("python build.py")
    (commands,) = (action for action in parser._actions if isinstance(action, argparse._SubParsersAction))
    helped = {action.dest: action.help or "" for action in commands._choices_actions}
    shared = [_argument(action) for action in parser._actions if action.option_strings and action.dest != "help"]
    rows = [
        (
            f"`{name}`",
            helped[name],
            "<br>".join(_argument(action) for action in command._actions if action.dest not in {"help", "project"}),
        )
        for name, command in commands.choices.items()
    ]
    yield _table(("command", "does", "arguments"), rows)
    yield "Before a command, `--project DIR` after it too: " + "; ".join(shared) + "."


def _argument(action: argparse.Action) -> str:
    name = action.option_strings[0] if action.option_strings else str(action.dest).upper()
    value = f" {action.metavar}" if action.option_strings and action.metavar else ""
    return f"`{name}{value}`" + (f" {action.help}" if action.help else "")


def _codes() -> Iterator[str]:
    yield "## Problems"
    rows = [(f"[`{code}`](problems.md#{code})", re.split(r"(?<=[.])\s", code.meaning)[0]) for code in Code]
    yield _table(("code", "means"), rows)


PROBLEMS = """# Problems

Every problem prints as `path:line:column: message [code]`, often with a hint below it. Paths are relative to the
edition; lines and columns count from 1. All problems of an edition are listed at once, and each cause only once.
Nothing is published while one of them stands. `python build.py explain CODE` tells in the terminal what stands here.

Written by `scripts/reference.py` from the catalogue in `factbound/codes.py`. The samples are from
[tests/editions](../tests/editions), where each code has a small edition that raises it."""


def problems() -> str:
    """The page of the problems."""
    return "\n\n".join([PROBLEMS, *(part for code in Code for part in _problem(code))]) + "\n"


def _problem(code: Code) -> Iterator[str]:
    """A code's heading, its meaning and remedy in one paragraph, and its sample."""
    yield f"## `{code}`"
    first, *rest = f"{code.meaning} {code.remedy}".split("\n\n")
    yield textwrap.fill(first, 120, break_long_words=False, break_on_hyphens=False)
    yield from rest
    if rest:
        yield "The problem reads:"
    yield f"    {code.sample}"


PAGES = {ROOT / "docs/reference.md": reference, ROOT / "docs/problems.md": problems}

if __name__ == "__main__":
    if sys.argv[1:] == ["--check"]:
        sys.exit(any(page.read_text("utf-8") != text() for page, text in PAGES.items()))
    for page, text in PAGES.items():
        page.write_text(text(), "utf-8")
