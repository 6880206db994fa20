"""Words that are numbers, in the languages that are read, and what they are worth.

`one`, `un` and `een` are left out: they are pronouns and articles far more often than numbers. Ordinals are left out too.
Source: the cardinal numerals and collective nouns of each language's standard grammar; French *billion* is 10^12 and
*milliard* 10^9 (Décret n° 61-501), Dutch *miljard* 10^9 and *biljoen* 10^12.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from itertools import zip_longest

_TENS_EN = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_SMALL_EN = [
    "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen",
    "sixteen", "seventeen", "eighteen", "nineteen",
]  # fmt: skip
_SMALL_FR = [
    "deux",
    "trois",
    "quatre",
    "cinq",
    "six",
    "sept",
    "huit",
    "neuf",
    "dix",
    "onze",
    "douze",
    "treize",
    "quatorze",
    "quinze",
    "seize",
]
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
        "thrice": Decimal(3), "double": Decimal(2), "triple": Decimal(3), "quadruple": Decimal(4), "quarter": Decimal("0.25"), "quarters": Decimal("0.25"),
        "twofold": Decimal(2), "threefold": Decimal(3), "tenfold": Decimal(10),
    },
    "fr": {
        "dizaine": Decimal(10), "dizaines": Decimal(10), "douzaine": Decimal(12), "douzaines": Decimal(12), "vingtaine": Decimal(20),
        "centaine": Decimal(100), "centaines": Decimal(100), "millier": Decimal(1000), "milliers": Decimal(1000),
        "moitié": Decimal("0.5"), "demi": Decimal("0.5"), "quart": Decimal("0.25"), "quarts": Decimal("0.25"), "quadruple": Decimal(4), "double": Decimal(2), "triple": Decimal(3),
    },
    "nl": {
        "honderden": Decimal(100), "duizenden": Decimal(1000), "miljoenen": Decimal(10) ** 6, "miljarden": Decimal(10) ** 9,
        "tientallen": Decimal(10), "dozijn": Decimal(12), "half": Decimal("0.5"), "helft": Decimal("0.5"), "kwart": Decimal("0.25"), "viervoud": Decimal(4), "dubbel": Decimal(2),
        "dubbele": Decimal(2), "tweemaal": Decimal(2), "driemaal": Decimal(3),
    },
}  # fmt: skip
"""Nouns and adverbs that carry a number."""

ONES = {"en": {"one"}, "fr": {"un", "une"}, "nl": {"een", "één"}}
"""Words that are one only in front of a scale: one million, un milliard."""

GLUE = {"en": frozenset({"and"}), "fr": frozenset({"et"}), "nl": frozenset({"en", "ën"})}
"""Words that may stand inside a number: two hundred and five, vingt et un, eenentwintig."""


@cache
def worths(language: str) -> dict[str, Decimal]:
    """Every number word that may stand alone; short scale suffixes such as m and bn may not."""
    scales = {word: worth for word, worth in SCALES.get(language, {}).items() if len(word) > 3}
    return CARDINALS.get(language, {}) | COLLECTIVES.get(language, {}) | scales


@dataclass(frozen=True, slots=True)
class Written:
    """A number written out: where it starts and ends, what it is worth; `plural` marks hundreds, centaines, tientallen."""

    start: int
    end: int
    worth: Decimal
    plural: bool


def written(plain: str, language: str) -> Iterator[Written]:
    """Every number that is written out in a text in lower case, in order: four hundred twenty thousand; eenentwintig."""
    pieces = _pieces(plain, language)
    number, start, end = _Number(language), 0, 0
    for piece, following in zip_longest(pieces, pieces[1:]):
        leads = following is not None and _leads(plain[piece.end : following.start], following.word, language)
        link = _link(plain[end : piece.start], language) if number.last else "first"
        if link and number.take(piece.word, link, leads=leads):
            start, end = piece.start if link == "first" else start, piece.end
            continue
        if number.last:
            yield Written(start, end, number.worth, number.plural)
        number, start, end = _Number(language), piece.start, piece.end
        number.take(piece.word, "first", leads=leads)
    if number.last:
        yield Written(start, end, number.worth, number.plural)


@dataclass(frozen=True, slots=True)
class _Piece:
    start: int
    end: int
    word: str


_LETTERS = re.compile(r"[^\W\d_]+")


@cache
def _known(language: str) -> frozenset[str]:
    return frozenset(worths(language).keys() | ONES.get(language, set()))


def _pieces(plain: str, language: str) -> list[_Piece]:
    """The number words of a text; Dutch ones that are written together are taken apart."""
    known = _known(language)
    pieces: list[_Piece] = []
    for match in _LETTERS.finditer(plain):
        if match[0] in known:
            pieces.append(_Piece(match.start(), match.end(), match[0]))
        elif language == "nl" and _GLUED_NL.fullmatch(match[0]):
            pieces += [
                _Piece(match.start() + part.start(), match.start() + part.end(), part[0])
                for part in _PART_NL.finditer(match[0])
            ]
    return pieces


_PART_NL = re.compile(
    "|".join(
        sorted(
            [*CARDINALS["nl"], *(word for word in SCALES["nl"] if len(word) > 3), *ONES["nl"]], key=len, reverse=True
        )
    )
)
_GLUED_NL = re.compile(f"(?:{_PART_NL.pattern})(?:(?:en|ën)?(?:{_PART_NL.pattern}))+")


def _link(gap: str, language: str) -> str | None:
    """How two number words hang together, by what stands between them; None when they do not."""
    if gap.strip(" -\n") in GLUE.get(language, frozenset()):
        return "joined"
    return {"": "glued", "-": "hyphen", " ": "space", "\n": "space", ", ": "comma"}.get(gap)


def _leads(gap: str, word: str, language: str) -> bool:
    """Whether a one before this gap is a numeral: before a scale (one million), or within a compound (eenentwintig)."""
    return gap in {"", "en", "ën"} or (gap in {" ", "-", "\n"} and word in SCALES.get(language, {}))


_TENS = frozenset(range(20, 100, 10))


@dataclass(slots=True)
class _Number:
    """A number as its words come in. Grows word by word; `take` refuses the word with which another number starts."""

    language: str
    total: Decimal = Decimal(0)
    current: Decimal = Decimal(0)
    lowest: Decimal = Decimal(0)
    last: str = ""
    plural: bool = False

    @property
    def worth(self) -> Decimal:
        return self.total + self.current

    def take(self, word: str, link: str, *, leads: bool) -> bool:
        """Add a word that hangs on the last by `link` ("first" for none); False when it does not go with them."""
        if word in ONES.get(self.language, set()):
            return self._add(Decimal(1), "small") if self._is_numeral_one(link, leads=leads) else False
        worth = worths(self.language)[word]
        if word in COLLECTIVES[self.language]:
            return self._collective(worth, link)
        if word in SCALES[self.language]:
            return self._hundred(link) if worth == 100 else self._scale(worth, link)
        return (
            self._add(worth, "small")
            if link == "first" or self._goes_below(int(worth), link)
            else self._four_twenties(worth, link)
        )

    def _add(self, worth: Decimal, kind: str) -> bool:
        self.current, self.last = self.current + worth, kind
        return True

    def _is_numeral_one(self, link: str, *, leads: bool) -> bool:
        rest = int(self.current) % 100
        match link:
            case "first":
                return leads
            case "joined":
                return rest in _TENS if self.language == "fr" else self.last in {"hundred", "scale"}
            case "comma":
                return leads and self.last == "scale"
            case "glued":
                return self.last in {"hundred", "scale"}
            case "hyphen":
                return rest in _TENS or self.last in {"hundred", "scale"}
            case _:
                return self.last in {"hundred", "scale"} and (leads or self.language in {"fr", "nl"})

    def _goes_below(self, worth: int, link: str) -> bool:
        """Whether a word below a hundred completes what came before: hundred + five, twenty + one, soixante + onze."""
        rest, opened = int(self.current) % 100, self.last in {"hundred", "scale"}
        french = self.language == "fr" and self.last == "small"
        match link:
            case "joined" if self.language == "fr":
                return rest == 60 and worth == 11
            case "joined":
                return opened or (self.language == "nl" and self.last == "small" and 0 < rest < 10 and worth in _TENS)
            case "comma":
                return self.last == "scale"
            case _:
                ten_and_unit = self.last == "small" and rest in _TENS and 0 < worth < 10
                return (
                    opened
                    or ten_and_unit
                    or (
                        french
                        and ((rest in {60, 80} and 10 <= worth <= 16) or (rest in {10, 70, 90} and 7 <= worth <= 9))
                    )
                )

    def _four_twenties(self, worth: Decimal, link: str) -> bool:
        """Quatre-vingt."""
        fits = (
            self.language == "fr"
            and link in {"hyphen", "space"}
            and self.last == "small"
            and int(self.current) % 100 == 4
            and worth == 20
        )
        return self._add(Decimal(76), "small") if fits else False

    def _hundred(self, link: str) -> bool:
        if (
            link in {"comma", "joined"}
            or (self.last == "small" and not 0 < self.current < 100)
            or self.last in {"hundred", "collective"}
        ):
            return False
        self.current, self.last = (self.current or Decimal(1)) * 100, "hundred"
        return True

    def _scale(self, worth: Decimal, link: str) -> bool:
        if link in {"comma", "joined"} or self.last == "collective":
            return False
        if self.lowest and worth > self.lowest:  # mille milliards
            self.total = self.worth * worth
        elif worth == self.lowest and self.current:
            return False
        else:
            self.total += (self.current or Decimal(1)) * worth
        self.current, self.lowest, self.last = Decimal(0), worth, "scale"
        return True

    def _collective(self, worth: Decimal, link: str) -> bool:
        if link != "first" and not (link in {"space", "hyphen"} and self.last == "small" and worth >= 10):
            return False
        self.current, self.last, self.plural = (self.current or Decimal(1)) * worth, "collective", worth >= 10
        return True
