"""How well and how fast amounts are read, in each language.

Usage: python benchmarks/amounts.py [--set FILE …] [--spelled N] [--failures N]

Without a set it reads our own phrases (`phrases/`), holds true and false claims against them as `verify` does, and lets
the gate read sentences with number words and without; it spells N numbers in each language with num2words (100,000) and
reads them back, and reads a text of 120,000 characters. A set is a JSON list of phrases (language, text, value or lower
and upper, unit, qualifier: one or several that pass), or of sentences with all their quantities (text; quantities with
value and change), as NewsQuant.
"""

import argparse
import json
import random
import time
from collections import Counter
from fractions import Fraction
from pathlib import Path
from typing import Any

from claims import FALSE, PHRASES, gate, phrases, read_right, verdicts
from num2words import num2words

from factbound.language.amounts import Amount, Kind, read
from factbound.language.lexicon import languages

SENTENCES = {
    "en": "The group said it would invest more than €2.5 billion in 2024, up 19 % from 1.2 billion, and create between "
    "300 and 400 jobs over three years, a third of them in Ghent. ",
    "fr": "Le groupe a annoncé un investissement de plus de 2,5 milliards d’euros en 2024, en hausse de 19 %, et la "
    "création de 300 à 400 emplois en trois ans, dont un tiers à Gand. ",
    "nl": "De groep zei dat ze in 2024 meer dan 2,5 miljard euro investeert, 19 % meer, en tussen 300 en 400 banen "
    "schept in drie jaar, waarvan een derde in Gent. ",
    "de": "Die Gruppe will 2024 mehr als 2,5 Milliarden Euro investieren, 19 % mehr, und zwischen 300 und 400 Stellen "
    "in drei Jahren schaffen, davon ein Drittel in Gent. ",
}
BOUNDS = {"more than": ">", "at least": ">", "about": "~", "nearly": "~", "less than": "<", "up to": "<"}


def spelled(language: str, count: int) -> int:
    """How many of so many numbers, spelled by num2words, are read back as they were."""
    chance = random.Random(language)
    right = 0
    for _ in range(count):
        number = chance.randrange(2, 10 ** chance.randrange(1, 13) + 2)
        right += [each.value for each in read(num2words(number, lang=language), language)] == [number]
    return right


def seconds(language: str) -> tuple[float, int]:
    """The processor's time for a text of 120,000 characters, and how many numbers it holds."""
    sentence = SENTENCES.get(language, SENTENCES["en"])
    text = (sentence * 2000)[:120_000]
    read(sentence, language)
    before = time.process_time()
    count = len(read(text, language))
    return time.process_time() - before, count


def ours(language: str, failures: int) -> None:
    """Our own phrases that are read right, claims that are accepted, sentences that the gate refuses."""
    wrong: list[str] = []
    chosen = phrases(language)
    missed = [phrase for phrase in chosen if not read_right(phrase, language)]
    wrong += [f"misread: {phrase.text}" for phrase in missed]
    accepted, held = verdicts(language, wrong)
    refused, numbers, stopped, ordinary = gate(language, wrong)
    false = ", ".join(f"{kind} {accepted[kind]} of {held[kind]}" for kind in FALSE)
    print(
        f"    {len(chosen) - len(missed)} of {len(chosen)} phrases read right in value, unit, qualifier and change",
        f"    claims accepted: true {accepted['true']} of {held['true']}; false: {false}",
        f"    the gate refuses {refused} of {numbers} sentences with number words, {stopped} of {ordinary} without",
        *(f"        {each}" for each in wrong[:failures]),
        sep="\n",
    )


def phrases_of_a_set(rows: list[dict[str, Any]], failures: int) -> None:
    """Phrases right in value, in value, unit and qualifier, by language."""
    for language in sorted({row["language"] for row in rows}):
        chosen = [row for row in rows if row["language"] == language]
        right: Counter[str] = Counter()
        wrong = []
        for row in chosen:
            hit = next((each for each in amounts(row["text"], language) if _fits(each, row)), None)
            whole = hit is not None and _of_unit(hit, row["unit"]) and _qualified(hit, row)
            right.update({"value": hit is not None, "all": whole})
            if not whole:
                wrong.append(f"    {row['text']}: {[each.meaning for each in amounts(row['text'], language)]}")
        told = f"value {right['value'] / len(chosen):.1%}, value, unit and qualifier {right['all'] / len(chosen):.1%}"
        print(f"  {language}: {len(chosen)} phrases; {told}", *wrong[:failures], sep="\n")


def amounts(text: str, language: str) -> list[Amount]:
    """The amounts of a text."""
    return [each for each in read(" ".join(text.split()), language) if each.kind is Kind.AMOUNT]


def _worth(value: object) -> Fraction | None:
    return None if value in {None, ""} else Fraction(str(value))


def _close(left: Fraction | None, right: Fraction | None) -> bool:
    return left is not None and right is not None and abs(left - right) <= abs(right) / 100_000


def _fits(amount: Amount, row: dict[str, Any]) -> bool:
    if row["value"] is None:
        return _close(_worth(amount.lower), _worth(row["lower"])) and _close(_worth(amount.upper), _worth(row["upper"]))
    want, got = _worth(row["value"]), _worth(amount.value)
    return _close(got, want) or (row["unit"] == "share" and want is not None and _close(got, want * 100))


def _of_unit(amount: Amount, unit: str | None) -> bool:
    return unit in {None, "any", "share", amount.unit} or (unit == "count" and amount.unit in {None, "times"})


def _qualified(amount: Amount, row: dict[str, Any]) -> bool:
    allowed = row["qualifier"] if isinstance(row["qualifier"], list) else [row["qualifier"]]
    return str(amount.qualifier) in allowed or row["value"] is None or allowed == [None]


def sentences(rows: list[dict[str, Any]]) -> None:
    """Quantities of sentences found, by value and by value and change, as precision, recall and F1."""
    wanted = found = value = change = 0
    for row in rows:
        mine = [_tagged(each) for each in amounts(row["text"], "en")]
        wanted, found = wanted + len(row["quantities"]), found + len(mine)
        for quantity in row["quantities"]:
            ends = _ends(str(quantity["value"]))
            same = [each for each in mine if len(each[0]) == len(ends) and all(map(_close, each[0], ends))]
            if same:
                hit = next((each for each in same if each[1] == quantity["change"]), same[0])
                mine.remove(hit)
                value, change = value + 1, change + (hit[1] == quantity["change"])
    for name, right in (("value", value), ("value and change", change)):
        f1 = 2 * right / (found + wanted)
        print(f"  {name}: precision {right / found:.1%}, recall {right / wanted:.1%}, F1 {f1:.1%}")


def _tagged(amount: Amount) -> tuple[tuple[Fraction | None, ...], str]:
    change = str(amount.change) if amount.change in {"up", "down"} else BOUNDS.get(str(amount.qualifier), "=")
    if amount.became is not None:
        return (_worth(amount.value), _worth(amount.became)), change
    ends = (amount.value,) if amount.value is not None else (amount.lower, amount.upper)
    return tuple(map(_worth, ends)), change


def _ends(value: str) -> tuple[Fraction, ...]:
    if "-" in value[1:] and "E" not in value:
        return tuple(Fraction(end.strip()) for end in value.split("-")[:2])
    return (Fraction(value),)


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--set", type=Path, action="append", default=[])
    parser.add_argument("--spelled", type=int, default=100_000)
    parser.add_argument("--failures", type=int, default=0)
    options = parser.parse_args()
    for path in options.set:
        rows = json.loads(path.read_text("utf-8"))
        rows = rows["amounts"] if isinstance(rows, dict) else rows
        print(path.name)
        if "quantities" in rows[0]:
            sentences(rows)
        else:
            phrases_of_a_set(rows, options.failures)
    if not options.set:
        for language in languages():
            took, count = seconds(language)
            right = spelled(language, options.spelled)
            print(f"{language}: {count} numbers in 120,000 characters in {took:.2f} s")
            if (PHRASES / f"{language}.txt").exists():
                ours(language, options.failures)
            print(f"    {right} of {options.spelled} spelled numbers read back")


if __name__ == "__main__":
    main()
