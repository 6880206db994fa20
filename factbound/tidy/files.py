"""A whole file in the canonical style, or why it stays as it is."""

from factbound.problems import Code, Problem, Where
from factbound.read.strict_yaml import Document, Path, Value, parse
from factbound.tidy.layout import layout
from factbound.tidy.printing import printed


def tidied(text: str, path: str, problems: list[Problem]) -> str | None:
    """The text in the canonical style; None, with the problem noted, where strict_yaml refuses it or it cannot be kept.

    Lines end with \\n. The result reads as the same values, holds the same comments in the same order, and is tidy
    itself: that is looked at here, for every file, before anyone may write it.
    """
    found: list[Problem] = []
    document = parse(text, path, found)
    problems += found
    if document is None or found:
        return None
    old = layout(text)
    told = printed(old)
    again = parse(told, path, found)
    lost = difference(document.value, again.value) if again and not found else ()
    if lost is not None:
        problems.append(_unkept(document, lost))
    elif (new := layout(told)).comments != old.comments or printed(new) != told:
        problems.append(_unkept(document, ()))
    else:
        return told
    return None


def difference(one: Value, other: Value, at: Path = ()) -> Path | None:
    """Where two values differ first, keys and their order included; None when they are the same."""
    if isinstance(one, dict) and isinstance(other, dict) and list(one) == list(other):
        return next((found for key in one if (found := difference(one[key], other[key], (*at, key))) is not None), None)
    if isinstance(one, list) and isinstance(other, list) and len(one) == len(other):
        pairs = enumerate(zip(one, other, strict=True))
        return next((found for n, pair in pairs if (found := difference(*pair, (*at, n))) is not None), None)
    return None if one == other else at


def _unkept(document: Document, at: Path) -> Problem:
    return Problem(
        document.where(*at),
        "this cannot be tidied without changing what it says, so it stays as it is",
        Code.YAML_FEATURE,
        "write it more plainly: one key a line, long words between double quotes",
    )


def untidy(text: str, told: str, path: str) -> Problem | None:
    """That a text is not as it would be told, at the first character that differs."""
    if text == told:
        return None
    same = next(
        (n for n, (one, other) in enumerate(zip(text, told, strict=False)) if one != other), min(len(text), len(told))
    )
    where = Where(path, text.count("\n", 0, same) + 1, same - text.rfind("\n", 0, same))
    return Problem(where, "from here on, the file is not in the tidy style", Code.UNTIDY, "run tidy")
