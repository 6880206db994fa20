"""Texts: everything in an edition's YAML that is told in each of its languages, each with its place and its name."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from factbound.problems import Where
from factbound.read.book import Book, Entered
from factbound.read.content import WORDS, Content
from factbound.read.entries import Entry, ReadingEntry
from factbound.read.faults import descriptions
from factbound.read.strict_yaml import Document, Path, Value
from factbound.values.vocabulary import PluralForm, all_of

_NAMES = ("id", "figure", "fact", "source", "paragraph", "verdict")
"""The keys by which an entry in a list is known; a place in a list changes when another entry is put before it."""
_COUNTS = {"zero": "for none", "one": "for one of them", "two": "for two of them", "few": "for a few of them"}
"""What the forms of a unit's name are for, in a translator's words."""
_BLANK = re.compile(r"[ \t\r\n]+")


@dataclass(frozen=True, slots=True)
class Text:
    """A text in the languages in which it is told."""

    key: str
    """Its name, which stays when lines move: facts/lamp-factory-plan/statement."""
    about: str
    """What it is, for a translator."""
    words: Mapping[str, str]
    """The words by language."""
    document: Document = field(repr=False)
    at: Path
    """The mapping that holds them; in a file of interface words, the word."""
    form: str = ""
    """For what is counted: one, other."""
    printed_in: str = ""
    """The language in which an article prints it: there it is the article's, and needs no translation."""
    file: str = ""
    """Where the words of a language stand in a file of its own: its name, with {} for the language."""

    def place(self, language: str) -> tuple[str, Path]:
        """The file in which the words of a language stand, or would, and where in it."""
        if self.file:
            return self.file.format(language), self.at
        return self.document.path, (*self.at, language, *([self.form] if self.form else []))

    def where(self, language: str) -> Where:
        """Where the words of a language stand; where the text does, if they are in another file."""
        return self.document.where(*self.at) if self.file else self.document.where(*self.place(language)[1])

    def original(self, languages: tuple[str, ...], but: str) -> str | None:
        """The first language that has words, other than `but`."""
        return next((each for each in languages if each != but and self.words.get(each)), None)


def texts_of(book: Book, content: Content) -> Iterator[Text]:
    """Every text of the facts and the charts, shelf by shelf in the order in which they are typed."""
    languages = {name: source.entry.language for name, source in book.sources.items()}
    shelves: Mapping[str, Mapping[str, Entered[Entry]]] = {
        "facts": {**book.facts, **book.derived},
        "promises": book.promises,
        "charts": content.charts,
        "people": book.people,
        "places": book.places,
        "measures": book.measures,
        "units": book.units,
        "scopes": book.scopes,
        "origins": book.origins,
        "sources": book.sources,
        "removed": book.removed,
        "corrections": {f"{each.entry.fact}/{each.entry.date}": each for each in book.corrections},
    }
    for shelf, entries in shelves.items():
        for name, entered in entries.items():
            yield from _inside(entered, entered.entry, f"{shelf}/{name}", (), languages)


def _inside(entered: Entered[Entry], value: Entry, key: str, at: Path, languages: Mapping[str, str]) -> Iterator[Text]:
    """The texts of an entry, and of the entries in it."""
    told = descriptions()[type(value).__name__]
    for name, model in type(value).model_fields.items():
        typed = model.alias or name
        held, here, below = getattr(value, name), f"{key}/{typed}", (*at, typed)
        place = (*entered.at, *below)
        about = f"{key.split('/')[1]}, {typed}: {told.get(typed, '')}"
        match held:
            case Entry():
                yield from _inside(entered, held, here, below, languages)
            case tuple():
                names: dict[str, int] = {}
                for position, each in enumerate(held):
                    if isinstance(each, Entry):
                        step = _step(each, names)
                        yield from _inside(entered, each, f"{here}/{step}", (*below, position), languages)
            case dict() if held and all(isinstance(each, str) for each in held.values()):
                words, printed_in = held, ""
                if isinstance(value, ReadingEntry) and name == "means":
                    printed_in = languages.get(value.source, "")
                    words = {**held, printed_in: value.printed}
                    about += f" The article’s: “{value.printed}”."
                yield Text(here, about, _plain(words), entered.document, place, printed_in=printed_in)
            case dict() if held and all(isinstance(each, dict) for each in held.values()):
                for form in (form for form in all_of(PluralForm) if any(form in forms for forms in held.values())):
                    words = {language: forms[form] for language, forms in held.items() if form in forms}
                    count = _COUNTS.get(form, "for more than one")
                    yield Text(f"{here}/{form}", f"{about} {count}.", _plain(words), entered.document, place, form)


def in_one_line(words: str) -> str:
    """Words without what a file broke their lines at; blanks that do not break are the words' own.

    >>> in_one_line("Twelve\\n  lamps\\n")
    'Twelve lamps'
    """
    return _BLANK.sub(" ", words).strip(" ")


def _plain(words: Mapping[str, str]) -> Mapping[str, str]:
    return {language: plain for language, told in words.items() if (plain := in_one_line(told))}


def _step(entry: Entry, names: dict[str, int]) -> str:
    """What an entry in a list is called, unlike those before it."""
    told = "#".join(str(value) for each in _NAMES if (value := getattr(entry, each, None)) is not None) or "entry"
    names[told] = names.get(told, 0) + 1
    return told if names[told] == 1 else f"{told}~{names[told]}"


def words_of(own: Mapping[str, Document], engine: Mapping[str, Mapping[str, Value]]) -> Iterator[Text]:
    """The interface words that an edition has in place of the engine's, by language, in any of its languages.

    The original of a word that only translations have is the engine's.
    """
    for key in dict.fromkeys(key for document in own.values() for key in _mapping(document.value)):
        document = next(each for each in own.values() if key in _mapping(each.value))
        forms = _mapping(_mapping(document.value)[key])
        for form in forms or [""]:
            at = (key, form) if form else (key,)
            words = {language: _word(each.value, at) for language, each in own.items()}
            first = next(iter(engine))
            words[first] = words.get(first) or _word(dict(engine[first]), at)
            about = f"{key}: a word of the interface"
            yield Text(
                "/".join(("words", *at)),
                f"{about}, for {form}." if form else f"{about}.",
                _plain(words),
                document,
                at,
                file=f"{PurePosixPath(document.path).parent.parent}/{{}}/{WORDS}",
            )


def _mapping(value: Value) -> Mapping[str, Value]:
    return value if isinstance(value, dict) else {}


def _word(value: Value, at: Path) -> str:
    for step in at:
        value = value.get(str(step), "") if isinstance(value, dict) else ""
    return value if isinstance(value, str) else ""
