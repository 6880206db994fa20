"""Words that are numbers, in the languages that are read, and what they are worth.

`one`, `un` and `een` are left out: they are pronouns and articles far more often than numbers. Ordinals are left out too.
Source: the cardinal numerals and collective nouns of each language's standard grammar; French *billion* is 10^12 and
*milliard* 10^9 (Décret n° 61-501), Dutch *miljard* 10^9 and *biljoen* 10^12.
"""

from decimal import Decimal

_TENS_EN = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_SMALL_EN = [
    "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen",
    "sixteen", "seventeen", "eighteen", "nineteen",
]  # fmt: skip
_SMALL_FR = ["deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze", "treize", "quatorze", "quinze", "seize"]
_SMALL_NL = [
    "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf", "dertien", "veertien", "vijftien",
    "zestien", "zeventien", "achttien", "negentien",
]  # fmt: skip
_TENS_NL = ["twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig", "negentig"]


def _from(first: int, words: list[str], step: int = 1) -> dict[str, Decimal]:
    return {word: Decimal(first + step * position) for position, word in enumerate(words)}


CARDINALS: dict[str, dict[str, Decimal]] = {
    "en": {"zero": Decimal(0)} | _from(2, _SMALL_EN) | _from(20, _TENS_EN, 10),
    "fr": {"zéro": Decimal(0)}
    | _from(2, _SMALL_FR)
    | _from(20, ["vingt", "trente", "quarante", "cinquante", "soixante"], 10)
    | {"vingts": Decimal(20), "septante": Decimal(70), "huitante": Decimal(80), "nonante": Decimal(90)},
    "nl": {"nul": Decimal(0)} | _from(2, _SMALL_NL) | _from(20, _TENS_NL, 10),
}
"""Number words below a hundred that are added up."""

SCALES: dict[str, dict[str, Decimal]] = {
    "en": {
        "hundred": Decimal(100), "thousand": Decimal(1000), "million": Decimal(10) ** 6, "billion": Decimal(10) ** 9,
        "trillion": Decimal(10) ** 12, "bn": Decimal(10) ** 9, "m": Decimal(10) ** 6,
    },
    "fr": {
        "cent": Decimal(100), "cents": Decimal(100), "mille": Decimal(1000), "million": Decimal(10) ** 6, "millions": Decimal(10) ** 6,
        "milliard": Decimal(10) ** 9, "milliards": Decimal(10) ** 9, "billion": Decimal(10) ** 12, "billions": Decimal(10) ** 12,
    },
    "nl": {
        "honderd": Decimal(100), "duizend": Decimal(1000), "miljoen": Decimal(10) ** 6, "miljard": Decimal(10) ** 9,
        "biljoen": Decimal(10) ** 12, "mln": Decimal(10) ** 6, "mld": Decimal(10) ** 9,
    },
}  # fmt: skip
"""Number words that multiply what stands before them."""

COLLECTIVES: dict[str, dict[str, Decimal]] = {
    "en": {
        "hundreds": Decimal(100), "thousands": Decimal(1000), "millions": Decimal(10) ** 6, "billions": Decimal(10) ** 9,
        "dozen": Decimal(12), "dozens": Decimal(12), "half": Decimal("0.5"), "halves": Decimal("0.5"), "twice": Decimal(2),
        "thrice": Decimal(3), "double": Decimal(2), "triple": Decimal(3), "twofold": Decimal(2), "tenfold": Decimal(10),
    },
    "fr": {
        "dizaine": Decimal(10), "dizaines": Decimal(10), "douzaine": Decimal(12), "douzaines": Decimal(12), "vingtaine": Decimal(20),
        "centaine": Decimal(100), "centaines": Decimal(100), "millier": Decimal(1000), "milliers": Decimal(1000),
        "moitié": Decimal("0.5"), "demi": Decimal("0.5"), "double": Decimal(2), "triple": Decimal(3),
    },
    "nl": {
        "honderden": Decimal(100), "duizenden": Decimal(1000), "miljoenen": Decimal(10) ** 6, "miljarden": Decimal(10) ** 9,
        "tientallen": Decimal(10), "dozijn": Decimal(12), "half": Decimal("0.5"), "helft": Decimal("0.5"), "dubbel": Decimal(2),
        "dubbele": Decimal(2), "tweemaal": Decimal(2), "driemaal": Decimal(3),
    },
}  # fmt: skip
"""Nouns and adverbs that carry a number."""

ONES = {"en": {"one"}, "fr": {"un", "une"}, "nl": {"een", "één"}}
"""Words that are one only in front of a scale: one million, un milliard."""


def joiners(language: str) -> set[str]:
    """Words that may stand inside a compound number: two hundred and five, vingt et un."""
    return {"en": {"and"}, "fr": {"et"}, "nl": {"en"}}.get(language, set())
