"""The report of a check of links: lines for people, and the same as values for programs."""

import json
from collections import Counter
from collections.abc import Sequence

from factbound.network.links import Checked, State

_COLOURS = {State.LIVE: "\033[32m", State.MOVED: "\033[33m", State.REFUSED: "\033[33m", State.PAYWALLED: "\033[33m"}
"""Of what needs nothing, and of what needs a look; what is left is red."""


def lines_of(checked: Checked, widest: int, *, terminal: bool, colour: bool = True) -> list[str]:
    """A source as lines: columns of `widest` characters on a terminal, in `colour` or not; plain words elsewhere."""
    found = (
        f"{checked.words - len(checked.missing)} of {checked.words} printed words"
        if checked.looked
        else "printed words not looked for"
    )
    told = f"{found}; {checked.detail}" if checked.detail else found
    if terminal:
        start, end = (_COLOURS.get(checked.state, "\033[31m"), "\033[0m") if colour else ("", "")
        first = f"{checked.source:<{widest}}  {start}{checked.state:<11}{end}  {told}"
    else:
        first = f"{checked.source}: {checked.state}: {told}"
    return [first, *(f"    {each.reading}: “{each.printed}” does not stand there" for each in checked.missing)]


def summary_of(checked: Sequence[Checked]) -> str:
    """The line that ends the report."""
    counts = Counter(each.state for each in checked)
    return f"{len(checked)} source{'' if len(checked) == 1 else 's'}: " + ", ".join(
        f"{counts[state]} {state}" for state in State if counts[state]
    )


def values_of(checked: Sequence[Checked]) -> list[dict[str, object]]:
    """The report as plain values, for JSON."""
    return [
        {
            "source": each.source,
            "address": each.address,
            "state": each.state.value,
            "at": each.at,
            "detail": each.detail,
            "readings": each.words,
            "looked": each.looked,
            "missing": [{"reading": words.reading, "printed": words.printed} for words in each.missing],
        }
        for each in checked
    ]


def is_report(data: bytes) -> bool:
    """Whether it is a report that was written here."""
    try:
        return all({"source", "address", "state"} <= each.keys() for each in json.loads(data))
    except (ValueError, AttributeError, TypeError, RecursionError):
        return False
