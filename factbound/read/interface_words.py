"""The words of the interface, in each language of an edition."""

import re
from functools import lru_cache
from pathlib import Path

from factbound.problems import Code, Problem, did_you_mean
from factbound.read.context import ReadContext
from factbound.read.files import read_text
from factbound.read.gate import numerals, read_amounts
from factbound.read.strict_yaml import Value, parse


def default_words(language: str, problems: list[Problem]) -> dict[str, Value]:
    """The engine's own interface words for a language; English where it has none."""
    folder = Path(__file__).parent.parent / "words"
    path = folder / f"{language}.yml"
    words, faults = _words((path if path.exists() else folder / "en.yml").read_text("utf-8"), path.name)
    problems.extend(faults)
    return dict(words)


@lru_cache(maxsize=16)  # as stories are
def _words(text: str, path: str) -> tuple[dict[str, Value], tuple[Problem, ...]]:
    """The interface words in a text, and the problems in it."""
    problems: list[Problem] = []
    document = parse(text, path, problems)
    return (document.value if document and isinstance(document.value, dict) else {}), tuple(problems)


def own_words(path: Path, language: str, words: dict[str, Value], context: ReadContext) -> None:
    """Replace the engine's words with those of the edition."""
    problems = context.problems
    text = read_text(path, context)
    document = parse(text, context.name(path), problems) if text is not None else None
    if document is None:
        return
    if not isinstance(document.value, dict):
        problems.append(Problem(document.where(), "interface words are a mapping (key: words)", Code.BAD_VALUE))
        return
    for key, value in document.value.items():
        if key not in words:
            problems.append(
                Problem(
                    document.where_key(key),
                    f'there is no interface word "{key}"',
                    Code.UNKNOWN_KEY,
                    did_you_mean(key, words),
                )
            )
        elif (wrong := places(value) ^ places(words[key])) and not isinstance(value, dict):
            strangers = wrong & places(value)
            named = " and ".join(f"{{{place}}}" for place in sorted(strangers or wrong))
            message = f'"{key}" {"has no place for" if strangers else "has to keep its place for"} {named}'
            problems.append(Problem(document.where(key), message, Code.BAD_VALUE, f"the engine's words: {words[key]}"))
        elif isinstance(value, dict) != isinstance(words[key], dict) or (
            isinstance(value, dict) and "other" not in value
        ):
            shape = "forms (one: …, other: …)" if isinstance(words[key], dict) else "plain words"
            problems.append(Problem(document.where(key), f'"{key}" has {shape}', Code.BAD_VALUE))
        elif isinstance(value, str) and (turned := _turned(value, str(words[key]), language)):
            problems.append(Problem(document.where(key), turned, Code.BAD_VALUE, f"the engine's words: {words[key]}"))
        else:
            words[key] = value
            for form, told in value.items() if isinstance(value, dict) else [("", value)]:
                where = document.where(key, form) if form else document.where(key)
                if isinstance(told, str) and "[[" in told:
                    problems.append(Problem(where, "a [[…]] is not read here: write words", Code.BAD_MENTION))
                problems += [
                    Problem(where, f"no fact stands behind “{a.text}”", Code.BARE_NUMBER)
                    for a in numerals(str(told), language)
                ]


_EXAMPLES = {"x": "12", "amount": "12", "a": "12", "low": "12", "b": "15"}
"""What stands in the places of words around amounts, to see what they are understood as."""


def _turned(own: str, engine: str, language: str) -> str | None:
    """What is wrong with words around an amount that turn what it says: “less than” in place of “more than”."""
    if not {"x", "b", "amount"} & places(engine):
        return None
    filled = [
        re.sub(r"\{([a-z]+ )?([a-z]+)\}", lambda place: _EXAMPLES.get(place[2], ""), text) for text in (own, engine)
    ]
    said, meant = (
        [(each.qualifier, each.value, each.lower, each.upper) for each in read_amounts(text, language)]
        for text in filled
    )
    return None if said == meant else f"“{own}” is not understood as “{engine}” is"


def places(value: Value) -> frozenset[str]:
    """The places that interface words keep for other words.

    >>> sorted(places("Text and data: {license}."))
    ['license']
    """
    return frozenset(re.findall(r"\{([a-z]+)\}", value)) if isinstance(value, str) else frozenset()
