"""Print what the machine reads in a text: every number, its class, and what an amount is worth, of what, and how
surely."""

import argparse
import contextlib
import json
import sys
from pathlib import Path

from factbound.commands import OK, USAGE
from factbound.language.amounts import Amount, read, spelled
from factbound.language.lexicon import has_lexicon, languages
from factbound.problems import Code, EditionError, Problem, Where
from factbound.read.files import not_utf8

TYPED = Path("-")
"""Stands for what is typed or piped in."""
MOST = 100_000_000
"""The most bytes of a text: somebody may pipe in what has no end."""


def amounts(options: argparse.Namespace, root: Path) -> int:
    """Read a text, or each line of a file by itself."""
    language: str = options.language
    if not has_lexicon(language):
        print(
            f'no numbers can be read in "{language}": there are lexicons for {", ".join(languages())}', file=sys.stderr
        )
        return USAGE
    if options.lines and options.file != TYPED:
        print(f"--lines {options.lines} and {options.file}: name one file to read", file=sys.stderr)
        return USAGE
    text = _text(options.lines or options.file)
    for each in text.splitlines() if options.lines else [text]:
        _print(each, language, as_json=options.json)
    return OK


def _text(path: Path) -> str:
    """The text of a file, or of what is typed or piped in; EditionError where it is not UTF-8, or too long."""
    with contextlib.nullcontext(sys.stdin.buffer) if path == TYPED else path.open("rb") as file:
        data = file.read(MOST + 1)
    if len(data) > MOST:
        message = f"has more than {MOST:,} bytes"
        raise EditionError([Problem(Where(str(path)), message, Code.YAML_LIMIT, "read a part of it at a time")])
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        raise EditionError([not_utf8(error, str(path))]) from error


def _print(text: str, language: str, *, as_json: bool) -> None:
    found = read(text, language)
    if as_json:
        print(json.dumps([as_record(each) for each in found], ensure_ascii=False))
        return
    for each in found:
        line = text.count("\n", 0, each.start) + 1
        column = each.start - (text.rfind("\n", 0, each.start) + 1) + 1
        print(f"{line}:{column}: {' '.join(each.words.split())} · {each.meaning}")


def as_record(amount: Amount) -> dict[str, object]:
    """A number as the command prints it in JSON: exact values as text.

    The old value of a change has the new one beside it, as lower and upper in their order; the new one is an entry too.
    """
    return {
        "start": amount.start,
        "end": amount.end,
        "words": amount.words,
        "class": str(amount.kind),
        "value": spelled(amount.value) or None if amount.became is None else None,
        "lower": spelled(amount.lower if amount.became is None else amount.value) or None,
        "upper": spelled(amount.upper if amount.became is None else amount.became) or None,
        "unit": amount.unit,
        "per": amount.per,
        "of": amount.of,
        "qualifier": str(amount.qualifier),
        "change": amount.change and str(amount.change),
        "date": amount.date or None,
    }
