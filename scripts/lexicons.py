"""Write the table of what is read, in docs/amounts.md, from the lexicons.

python scripts/lexicons.py          writes it
python scripts/lexicons.py --check  says whether it is as the lexicons are; 1 when it is not
"""

import argparse
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from factbound.language.lexicon import Lexicon, languages, lexicon  # noqa: E402
from factbound.values.quantities import Qualifier  # noqa: E402

PAGE = ROOT / "docs" / "amounts.md"
START, END = "<!-- made by scripts/lexicons.py: what is read -->", "<!-- end of what is read -->"
FEW = 9
"""How many words of each kind the table shows."""


def table() -> str:
    """What each language has to say, kind by kind: a few words, and how many there are."""
    found = [lexicon(code) for code in languages()]
    lines = [f"| kind | {' | '.join(each.name for each in found)} |", f"| --- |{' --- |' * len(found)}"]
    lines += [f"| {kind} | {' | '.join(_told(words(each)) for each in found)} |" for kind, words in KINDS.items()]
    return "\n".join(lines)


def _told(words: Iterable[str]) -> str:
    every = list(dict.fromkeys(words))
    shown = ", ".join(word.strip().replace("|", "\\|") for word in every[:FEW])
    return f"{shown} … ({len(every)})" if len(every) > FEW else shown or "–"


def _qualified(qualifier: Qualifier) -> Callable[[Lexicon], Iterable[str]]:
    return lambda each: [word for word, meaning in each.qualifiers.items() if meaning is qualifier]


KINDS: dict[str, Callable[[Lexicon], Iterable[str]]] = {
    "decimal mark": lambda each: [f"`{each.decimal_mark}`", *sorted(each.decimal_words)],
    "scales": lambda each: each.scales,
    "abbreviated": lambda each: sorted({*each.short_scales, *each.money_scales}),
    "halves": lambda each: sorted(each.half_tails),
    "numbers of their own": lambda each: each.fixed,
    "parts": lambda each: [*each.plain_parts, *each.denominators],
    "one in five": lambda each: sorted(each.out_of | each.every),
    "multiples": lambda each: each.multiples,
    "collectives": lambda each: each.collectives,
    "several": lambda each: [*each.plurals, *_qualified(Qualifier.SEVERAL)(each)],
    **{
        str(each): _qualified(each)
        for each in Qualifier
        if each not in {Qualifier.EXACTLY, Qualifier.BETWEEN, Qualifier.SEVERAL}
    },
    "behind the amount": lambda each: each.qualifiers_after,
    "no qualifiers": lambda each: [
        *(word for word, meaning in each.qualifiers.items() if meaning is None),
        *(look_alike.words for look_alike in each.look_alikes),
    ],
    "ranges": lambda each: sorted(each.between | each.to),
    "up": lambda each: sorted(each.rising),
    "down": lambda each: sorted(each.falling),
    "units": lambda each: each.units,
    "dates": lambda each: [*each.months, *sorted(each.date_openers | each.date_parts.keys())],
    "ordinals": lambda each: each.ordinals,
    "names": lambda each: sorted(each.names_before),
    "idioms": lambda each: sorted(each.idioms),
}


def page(text: str) -> str:
    """The page with its table as the lexicons are."""
    before, rest = text.split(START)
    return f"{before}{START}\n\n{table()}\n\n{END}{rest.split(END)[1]}"


def main() -> int:
    """Write or check."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true")
    now = PAGE.read_text("utf-8")
    made = page(now)
    if parser.parse_args().check:
        return int(made != now)
    PAGE.write_text(made, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
