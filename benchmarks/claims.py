"""Phrases of our own, annotated by hand, and what an editor might claim of them: true, or false in one way.

A file of `phrases/` has one phrase a line: `text | value | unit | qualifiers | change`, the value being two ends where
it is a range, and `-` where the text holds no amount. Lines that start with `+` are words and what they say as an
editor types it, those with `!` are sentences with numbers in words, which the gate has to refuse, and those with `=`
ordinary ones, which it has to let pass.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

from factbound.language.amounts import Amount, Kind, read
from factbound.prove.carried import quantity_fault
from factbound.read.gate import numerals
from factbound.values.quantities import parse_quantity

PHRASES = Path(__file__).parent / "phrases"
FALSE = ("unit", "range", "part", "half", "negation", "scale", "no amount", "left out")
"""The ways in which a claim is made false: another unit; one end of a range, or a range where there is none; another
part; a half more or less; a bound turned round; a thousand or a million times as much; a date or a name taken for so
many; without its qualifier."""
_UNITS = ("EUR", "USD", "%", "pp", "m2", "km", "MW", "hours", "years", "times", "jobs")
_COUNTED = ("EUR", "USD", "%", "pp", "m2", "hours", "years")
"""The units that a bare number never has; kilometres or jobs it may be, as the editor knows."""
_TURNED = {
    "up to": ("more than", "at least"), "at least": ("less than", "up to"), "less than": ("more than", "at least"),
    "more than": ("less than", "up to"), "nearly": ("more than",),
}  # fmt: skip


@dataclass(frozen=True)
class Phrase:
    """A phrase and the amount in it: one value, or two ends; none where it holds no amount."""

    text: str
    ends: tuple[Fraction, ...]
    unit: str
    qualifiers: tuple[str, ...]
    change: str | None

    def claimed(self, *values: Fraction, qualifier: str | None = None, unit: str | None = None) -> str:
        """A claim as an editor types it; a part is a percentage."""
        unit = unit or {"count": "jobs", "share": "%"}.get(self.unit, self.unit)
        numbers = [_typed(value * 100 if self.unit == "share" and unit == "%" else value) for value in values]
        if len(numbers) > 1:
            return f"between {numbers[0]} and {numbers[1]} {unit}"
        said = self.qualifiers[0] if qualifier is None else qualifier
        return f"{'' if said == 'exactly' else said} {numbers[0]} {unit}".strip()

    def true_claims(self) -> list[str]:
        """What the words say; more than one where an editor may take them so or so."""
        return [self.claimed(*self.ends, qualifier=said) for said in self.qualifiers]

    def false_claims(self) -> Iterator[tuple[str, str]]:
        """Claims that the words do not bear out, each with the way in which it is false."""
        if not self.ends:
            yield from (("no amount", f"{number} jobs") for number in re.findall(r"\d+", self.text))
            return
        value, unit = self.ends[0], self.unit
        same = {unit, "%", "times"} if unit == "share" else {unit}
        others = _COUNTED if unit == "count" else tuple(each for each in _UNITS if each not in same)
        yield from (("unit", self.claimed(*self.ends, unit=other)) for other in others)
        if len(self.ends) > 1:
            yield from (("range", self.claimed(end, qualifier="exactly")) for end in self.ends)
            yield "scale", self.claimed(*(end * 1000 for end in self.ends))
            return
        yield "range", self.claimed(value, value * 2)
        if unit == "share":
            parts = {1 - value, Fraction(value.denominator, 100), value / 2} - {value, 0}
            yield from (("part", self.claimed(part)) for part in sorted(parts))
        yield from (("half", self.claimed(other)) for other in self._without_half())
        yield from (("negation", self.claimed(value, qualifier=said)) for said in _TURNED.get(self.qualifiers[0], ()))
        yield from (("scale", self.claimed(value * by)) for by in (1000, Fraction(1, 1000), 10**6, 100))
        if "exactly" not in self.qualifiers:
            yield "left out", self.claimed(value, qualifier="exactly")

    def _without_half(self) -> Iterator[Fraction]:
        """The whole numbers on both sides of a half, and of half a thousand, million or billion."""
        for scale in (1, 1000, 10**6, 10**9):
            rest = self.ends[0] / scale
            if rest.denominator == 2:
                yield from ((rest + by) * scale for by in (Fraction(1, 2), -Fraction(1, 2)) if rest + by)


def _typed(value: Fraction) -> str:
    """A number in digits, with a decimal where it has any."""
    if value.denominator == 1:
        return str(value.numerator)
    exact = Decimal(value.numerator) / Decimal(value.denominator)
    return f"{exact:f}" if len(f"{exact:f}") < 12 else f"{exact:.1f}"


def phrases(language: str) -> list[Phrase]:
    """The phrases of a language, in order."""
    rows = [line.split(" | ") for line in _lines(language) if line[0] not in "+!="]
    return [
        Phrase(text, (), "", (), None)
        if rest[0].strip() == "-"
        else Phrase(
            text,
            tuple(map(Fraction, rest[0].split("-"))),
            rest[1],
            tuple(rest[2].split(",")),
            rest[3] if len(rest) > 3 else None,
        )
        for text, *rest in rows
    ]


def sentences(language: str, mark: str) -> list[str]:
    """The lines with a mark: sentences that the gate has to refuse (`!`) or let pass (`=`), words and claims (`+`)."""
    return [line[2:] for line in _lines(language) if line[0] == mark]


def _lines(language: str) -> list[str]:
    lines = (PHRASES / f"{language}.txt").read_text("utf-8").splitlines()
    return [line for line in lines if line and line[0] != "#"]


def read_right(phrase: Phrase, language: str) -> bool:
    """Whether the amount is read with its value, unit, qualifier and change, or none where there is none."""
    amounts = [each for each in read(phrase.text, language) if each.kind is Kind.AMOUNT and not each.loose]
    return any(_is(each, phrase) for each in amounts) if phrase.ends else not amounts


def _is(amount: Amount, phrase: Phrase) -> bool:
    ends = (amount.lower, amount.upper) if len(phrase.ends) > 1 else (amount.value,)
    return (
        all(end is not None and abs(Fraction(end)) == want for end, want in zip(ends, phrase.ends, strict=True))
        and phrase.unit in {"any", amount.unit or "count"}
        and str(amount.qualifier) in phrase.qualifiers
        and phrase.change in {None, str(amount.change)}
    )


def accepted(words: str, claim: str, language: str) -> bool:
    """Whether `verify` lets the words carry the claim."""
    return quantity_fault(words, parse_quantity(claim), language) is None


def verdicts(language: str, failures: list[str]) -> tuple[Counter[str], Counter[str]]:
    """How many claims of each kind were accepted, and how many there were; `true` are those that should be. What goes
    wrong is added to `failures`."""
    right: Counter[str] = Counter()
    all_: Counter[str] = Counter()
    for phrase in phrases(language):
        if phrase.unit == "any":
            continue
        true = [("true", *phrase.true_claims())] if phrase.ends else []
        for kind, *claims in (*true, *phrase.false_claims()):
            said = any(accepted(phrase.text, claim, language) for claim in claims)
            all_[kind] += 1
            right[kind] += said
            if said != (kind == "true"):
                failures.append(f"{kind}: {phrase.text} | {claims[0]}")
    for words, _, claim in (line.partition(" | ") for line in sentences(language, "+")):
        said = accepted(words, claim, language)
        all_["true"] += 1
        right["true"] += said
        if not said:
            failures.append(f"true: {words} | {claim}")
    return right, all_


def gate(language: str, failures: list[str]) -> tuple[int, int, int, int]:
    """How many sentences with numbers in words are refused, of how many; how many ordinary ones are, of how many."""
    numbers, ordinary = sentences(language, "!"), sentences(language, "=")
    slipped = [text for text in numbers if not list(numerals(text, language))]
    refused = [text for text in ordinary if list(numerals(text, language))]
    failures += [f"slips through the gate: {text}" for text in slipped]
    failures += [f"refused by the gate: {text}" for text in refused]
    return len(numbers) - len(slipped), len(numbers), len(refused), len(ordinary)
