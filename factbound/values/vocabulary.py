"""Vocabulary: each closed list of words that an edition may choose from, once.

What an editor may type, what the tables of the data say they hold, and the order in which pages show things are all
read from here.
"""

from typing import Literal, TypeAlias, get_args

Known: TypeAlias = Literal["stated", "address", "shown", "inferred"]
"""How something about an article is known."""
Dimension: TypeAlias = Literal["money", "count", "area", "duration", "share", "rank", "ratio", "date", "none"]
"""What a measure counts."""
PluralForm: TypeAlias = Literal["zero", "one", "two", "few", "many", "other"]
"""The forms of a noun beside a number, as the CLDR names them; no language has them all."""
Over: TypeAlias = Literal["stock", "flow"]
"""Whether an amount is counted at a moment or over a period."""
Status: TypeAlias = Literal["announced", "planned", "ongoing", "done", "dropped", "estimate", "forecast", "context"]
"""What has become of what a fact tells."""
Verdict: TypeAlias = Literal["fair", "with-care", "misleading"]
"""How fair a comparison is."""
PromiseVerdict: TypeAlias = Literal[
    "kept",
    "kept-late",
    "kept-in-part",
    "changed",
    "dropped",
    "under-way",
    "still-a-goal",
    "not-yet-due",
    "nobody-has-told",
    "cannot-be-measured",
    "not-corroborated",
    "told-otherwise",
]
"""What may have become of a promise, in the order in which readers meet it; the last two are for
claims."""
Voice: TypeAlias = Literal[
    "company",
    "official",
    "consultant",
    "analyst",
    "statistics",
    "federation",
    "union",
    "business",
    "press",
    "reporter",
]
"""What somebody speaks as, in the order in which pages list speakers."""
Operation: TypeAlias = Literal["sum", "difference", "divide", "multiple", "share", "change", "per-year", "convert"]
"""What figures are derived by."""
Form: TypeAlias = Literal[
    "bars", "columns", "range", "timeline", "areas", "slope", "parts", "multiples", "map", "slips", "outcomes"
]
"""Forms of charts."""
OriginKind: TypeAlias = Literal["announcement", "release", "statistics", "study", "interview", "reporting"]
"""What articles descend from."""
PlaceKind: TypeAlias = Literal["world", "continent", "country", "region", "city", "airport", "site"]
"""Kinds of places."""
SeenHow: TypeAlias = Literal["stored-copy", "live-page", "print", "quoted"]
"""Where an excerpt stood: in a stored copy of the page, on the page itself, in print, or quoted by others."""
Agreement: TypeAlias = Literal["single", "agrees", "differs"]
"""Whether the readings of a fact say the same."""
Kind: TypeAlias = Literal["fact", "derived"]
"""Whether a figure was read or worked out."""


def all_of(closed: object) -> tuple[str, ...]:
    """The words of a closed list, in its order.

    >>> all_of(Verdict)
    ('fair', 'with-care', 'misleading')
    """
    return get_args(closed)


PROMISE_VERDICTS = all_of(PromiseVerdict)
"""What may have become of a promise, in the order in which readers meet it."""
PROMISED: frozenset[str] = frozenset({"announced", "planned", "forecast"})
"""Statuses of what has not come true yet; the others tell what is or was."""
