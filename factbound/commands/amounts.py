"""Print what the machine reads in a text: every number, its class, and what an amount is worth, of what, and how
surely."""

import argparse
import json
import sys
from pathlib import Path

from factbound.commands import OK, USAGE
from factbound.language.amounts import Amount, read, spelled
from factbound.language.lexicon import has_lexicon, languages


def amounts(options: argparse.Namespace, root: Path) -> int:
    """Read a text, or each line of a file by itself."""
    language: str = options.language
    if not has_lexicon(language):
        print(
            f'no numbers can be read in "{language}": there are lexicons for {", ".join(languages())}', file=sys.stderr
        )
        return USAGE
    try:
        if options.lines:
            for line in options.lines.read_text("utf-8").splitlines():
                _print(line, language, as_json=options.json)
        else:
            text = sys.stdin.read() if options.file == "-" else Path(options.file).read_text("utf-8")
            _print(text, language, as_json=options.json)
    except (OSError, UnicodeDecodeError) as error:
        print(f"the text could not be read: {error}", file=sys.stderr)
        return USAGE
    return OK


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
