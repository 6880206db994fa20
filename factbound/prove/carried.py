"""Carried: whether printed words carry the amount, the qualifier or the date that a reading claims."""

import re

from factbound.language.amounts import Amount, amounts, flattened
from factbound.values.dates import Moment, Period
from factbound.values.quantities import Qualifier, Quantity, decimal_text
from factbound.values.units import dimension

_MONTHS = {
    "en": ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december"],
    "fr": ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
        "décembre"],
    "nl": ["januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober",
        "november", "december"],
}  # fmt: skip
_ORDINALS = {
    "en": ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"],
    "fr": [
        "premi",
        "deuxième",
        "troisième",
        "quatrième",
        "cinquième",
        "sixième",
        "septième",
        "huitième",
        "neuvième",
        "dixième",
    ],
    "nl": ["eerste", "tweede", "derde", "vierde", "vijfde", "zesde", "zevende", "achtste", "negende", "tiende"],
}
_SUPERLATIVES = {
    "en": r"\b\w+est\b|\bmost\b",
    "fr": r"\b(?:le|la|les|son|sa|notre) plus\b|\bplus grand\w*\b",
    "nl": r"\b\w+ste\b",
}
"""Words that mean the first rank without saying first: the largest, la plus grande, de grootste."""


def quantity_fault(printed: str, claimed: Quantity, language: str) -> str | None:
    """Why the words do not carry the quantity, in words for an editor; None when they do."""
    if claimed.unit.code == "rank":
        return None if _has_rank(printed, claimed, language) else _says(printed, str(claimed))
    found = amounts(printed, language)
    if claimed.qualifier is Qualifier.BETWEEN:
        values = {value for amount in found for value in amount.values}
        return None if {claimed.lower, claimed.upper} <= values else _says(printed, _typed(claimed))
    return None if any(_carries(amount, claimed) for amount in found) else _says(printed, _typed(claimed))


def qualifier_fault(paragraph: str, start: int, end: int, claimed: Quantity, language: str) -> str | None:
    """Why the words, as they stand in their paragraph, are qualified otherwise than claimed; None when they are not.

    It catches a qualifier that was left out by quoting too little: *1,2 milliard* where the article has *plus de 1,2
    milliard*.
    """
    if claimed.value is None:
        return None
    for amount in amounts(paragraph, language):
        if (
            start <= amount.start
            and amount.end <= end
            and claimed.value in amount.values
            and amount.qualifier is not claimed.qualifier
        ):
            return (
                f'the article prints "{around(paragraph, amount.start, amount.end, 3, 0)}", the quantity says '
                f"{_typed(claimed)}"
            )
    return None


def around(paragraph: str, start: int, end: int, before: int, after: int) -> str:
    """Words of a paragraph with as many words before and after them, as printed."""
    ahead = re.search(rf"(?:\S+\s+){{0,{before}}}\S*$", paragraph[:start])
    behind = re.match(rf"\S*(?:\s+\S+){{0,{after}}}", paragraph[end:])
    return f"{ahead[0] if ahead else ''}{paragraph[start:end]}{behind[0] if behind else ''}"


def _carries(amount: Amount, claimed: Quantity) -> bool:
    if claimed.value not in amount.values or amount.qualifier is not claimed.qualifier:
        return False
    if claimed.unit.per:
        return amount.unit in {claimed.unit.code, None}
    if dimension(claimed.unit) in {"count", "ratio"}:
        return amount.unit is None  # what is counted is the editor's own unit; money or a share it is not
    return amount.unit == claimed.unit.code


def _has_rank(printed: str, claimed: Quantity, language: str) -> bool:
    plain, rank = flattened(printed), int(claimed.value or 0)
    words = _ORDINALS.get(language, [])
    word = rf"\b{words[rank - 1]}" if 0 < rank <= len(words) else r"(?!)"
    digits = rf"\b{rank}(?:st|nd|rd|th|er|re|e|ème|de|ste)\b"
    superlative = _SUPERLATIVES.get(language, r"(?!)") if rank == 1 else r"(?!)"
    return bool(re.search(f"{word}|{digits}|{superlative}", plain))


def date_fault(printed: str, claimed: Period, language: str) -> str | None:
    """Why the words do not carry the date, in words for an editor; None when they do."""
    moments = [moment for moment in (claimed.start, claimed.end) if moment]
    return None if all(_has_moment(printed, moment, language) for moment in moments) else _says(printed, str(claimed))


def _has_moment(printed: str, moment: Moment, language: str) -> bool:
    plain = flattened(printed)
    wanted = [rf"\b{moment.year}\b"]
    if moment.month:
        wanted.append(rf"\b{_MONTHS.get(language, [''] * 12)[moment.month - 1]}\b|\b0?{moment.month}[/.-]")
    if moment.day:
        wanted.append(rf"\b0?{moment.day}(?:er|st|nd|rd|th)?\b")
    return all(re.search(pattern, plain) for pattern in wanted)


def months_in(text: str, language: str) -> list[tuple[int, int]]:
    """Where the text names a month with a capital or beside a number, as start and end."""
    names = "|".join(_MONTHS.get(language, [])) or r"(?!)"
    pattern = (
        rf"\d+(?:er)? (?:{names})\b|\b(?:{names}) \d+|\b(?:{names})\b"
        if language != "en"
        else rf"\d+ (?:{names})\b|\b(?:{names}) \d+"
    )
    return [match.span() for match in re.finditer(pattern, flattened(text))]


def _typed(quantity: Quantity) -> str:
    """A quantity as an editor types it, its digits grouped by underscores."""
    value = decimal_text(quantity.value)
    if value is None:
        return str(quantity)
    whole, point, rest = value.partition(".")
    grouped = re.sub(r"(?<=\d)(?=(?:\d{3})+$)", "_", whole)
    return str(quantity).replace(value, f"{grouped}{point}{rest}", 1)


def _says(printed: str, claimed: str) -> str:
    return f'the words say "{printed}", the quantity says {claimed}'
