"""Lists: an edition's people, places, measures and units, as the words of one language name them."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from factbound.language.speech import alike, speech
from factbound.prove.own_units import own_names
from factbound.read.book import Book
from factbound.read.entries import MeasureEntry, PersonEntry, PlaceEntry

_PLAIN = str.maketrans(dict.fromkeys("’‘ʼ`´", "'") | dict.fromkeys("\u00a0\u202f\u2009", " "))


def plain(text: str) -> str:
    """The text with plain apostrophes and spaces, each character in its place."""
    return text.translate(_PLAIN)


@dataclass(frozen=True, slots=True)
class Named:
    """A name in a text: where it stands, and whose or what it is."""

    start: int
    end: int
    id: str


class Names:
    """Words and whom they name; the longest of those that stand in one place is meant."""

    def __init__(self, forms: Iterable[tuple[str, str]]) -> None:
        """`forms` are pairs of a name and an id; of equal names the first counts."""
        self._ids: dict[str, str] = {}
        for name, identity in forms:
            if len(name) > 1:
                self._ids.setdefault(plain(name).lower(), identity)
        names = sorted(self._ids, key=len, reverse=True)
        found = "|".join(re.escape(name) for name in names) or r"(?!)"
        self._pattern = re.compile(rf"(?<!\w)(?:{found})(?!\w)", re.IGNORECASE)

    def __contains__(self, name: str) -> bool:
        return plain(name).lower() in self._ids

    def find(self, text: str) -> list[Named]:
        """The names in a text, in order."""
        return [
            Named(match.start(), match.end(), self._ids[match[0].lower()])
            for match in self._pattern.finditer(plain(text))
            if match[0].lower() in self._ids
        ]


@dataclass(frozen=True, slots=True)
class Lists:
    """What `propose` knows of an edition: nothing of its facts."""

    language: str
    people: Names
    companies: frozenset[str]
    """Those of the people who may be what a fact is about."""
    places: Names
    place_ids: frozenset[str]
    measures: tuple[tuple[str, str, str], ...]
    """Each one's id, dimension and name, in the edition's order."""
    units: Mapping[str, str]
    """Words for the edition's units, and their codes."""
    named: Mapping[str, str]
    """The same, no likely ones: what the edition itself calls them in that language."""
    codes: frozenset[str]
    """The ids of all its units."""


def lists_of(book: Book, language: str, paragraphs: Iterable[str] = ()) -> Lists:
    """The lists of an edition as an article in `language` may print them; `paragraphs` are the article, whose full
    names tell who is meant where a family name stands alone."""
    article = plain(" ".join(paragraphs)).lower()
    places = [(form, name) for name, each in book.places.items() for form in _place_forms(each.entry, language)]
    known = {plain(form).lower() for form, _ in places}
    people = [(form, name) for name, each in book.people.items() for form in _person_forms(each.entry, language)]
    families = [
        (family, name)
        for name, each in book.people.items()
        for form in _names(each.entry.name, language)
        if (family := form.partition(" ")[2]) and plain(form).lower() in article and family.lower() not in known
    ]
    companies = frozenset(name for name, each in book.people.items() if _is_company(each.entry))
    return Lists(
        language,
        Names([*people, *families]),
        companies,
        Names(places),
        frozenset(book.places),
        tuple((name, each.entry.kind, _in_language(each.entry, language)) for name, each in book.measures.items()),
        _units(book, language),
        own_names(book, language),
        frozenset(book.units),
    )


def _is_company(entry: PersonEntry) -> bool:
    """Whether a fact may be about it: a company, and nobody who speaks for one, as far as the name tells."""
    return entry.voice == "company" and (entry.of is None or " " not in str(entry.name))


def _names(name: Mapping[str, str] | str, language: str) -> list[str]:
    """A name as it is typed: in the article's language first, then in the others, which may be printed too."""
    if isinstance(name, str):
        return [name]
    return list(dict.fromkeys([*([name[language]] if language in name else []), *name.values()]))


def _bare(name: str, language: str) -> str:
    """A name without an article before it."""
    return speech(language).articles.sub("", plain(name), count=1) if _starts_low(name) else name


def _starts_low(name: str) -> bool:
    return name[:1].islower()


def _person_forms(entry: PersonEntry, language: str) -> list[str]:
    words = speech(language).unnamed
    names = [*_names(entry.name, language), *_names(entry.in_sentence or {}, language)]
    forms = [" ".join(word for word in _bare(name, language).split() if word.lower() not in words) for name in names]
    return [form for form in dict.fromkeys(forms) if form]


def _place_forms(entry: PlaceEntry, language: str) -> list[str]:
    return list(dict.fromkeys(_bare(name, language) for name in _names(entry.name, language)))


def _units(book: Book, language: str) -> dict[str, str]:
    """Words for the edition's units: what is counted alike, unless the edition has the word itself."""
    likely = {
        other: name
        for name, each in reversed(book.units.items())
        for code, forms in each.entry.name.items()
        for form in forms.values()
        for other in alike(form, code, language)
    }
    return likely | {
        form: name
        for name, each in book.units.items()
        for form in (*each.entry.symbols, *each.entry.name.get(language, {}).values())
    }


def _in_language(entry: MeasureEntry, language: str) -> str:
    return entry.name.get(language) or next(iter(entry.name.values()))
