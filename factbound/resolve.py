"""Resolving: names become the things they name, texts become phrases; every name that names nothing is a problem."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from factbound.facts.models import DerivedEntry, Entry, FactEntry, PersonEntry, Text
from factbound.facts.reading import Book, Entered, unknown
from factbound.ledger import Figure, Location, Measure, Named, Origin, Person, Texts
from factbound.problems import NO_FIGURE, Code, Problem, Where, did_you_mean
from factbound.prose import BareNumber, Mention, Phrase, holds_amount, phrase
from factbound.quantities import BUILT_IN_UNITS, Quantity, Unit, dimension

T = TypeVar("T")
REPORTER = "reporter"


@dataclass(slots=True)
class Desk:
    """What resolution gathers on its way: problems, and the mentions and numbers that are judged once all figures are known."""

    languages: tuple[str, ...]
    problems: list[Problem]
    broken: frozenset[str]
    told: frozenset[str]
    """Ids of every fact and derived figure that was well-formed, whether it holds or not."""
    mentions: list[tuple[Mention, str]] = field(default_factory=list)
    """Mentions in texts, each with the id of the entry it stands in."""
    bare: list[BareNumber] = field(default_factory=list)

    def texts(self, value: Text | str | None, entered: Entered[Entry], *at: str | int, gated: bool = True, but: str = "") -> Texts | None:
        """The phrases of a text in every language; plain words are the same in all of them. `gated` refuses bare numbers; the
        language `but` may be missing."""
        if value is None:
            return None
        if isinstance(value, str):
            if any(holds_amount(value, language) for language in self.languages):
                message = f'"{value}" is an amount, not a name'
                self.problems.append(Problem(entered.where(*at), message, Code.BARE_NUMBER, "a name may hold plain digits, no more"))
            return dict.fromkeys(self.languages, Phrase((value,)))
        found: dict[str, Phrase] = {}
        for language, words in value.items():
            where = entered.where(*at, language)
            if language not in self.languages:
                continue  # an edition may hold translations that it does not publish yet
            if not gated:
                found[language] = Phrase((words,))
                continue
            found[language] = phrase(words, language, where, self.problems)
            self.mentions += [(mention, str(getattr(entered.entry, "id", ""))) for mention in found[language].mentions]
            self.bare += found[language].bare
        for language in self.languages:
            if language not in found and language != but:
                message = f"the words in {language} are missing"
                self.problems.append(Problem(entered.where(*at), message, Code.MISSING_LANGUAGE, f"add {language}: …"))
                found[language] = Phrase(())
        return found

    def needed(self, value: Text | str, entered: Entered[Entry], *at: str | int, gated: bool = True) -> Texts:
        """The phrases of a text that is never absent."""
        return self.texts(value, entered, *at, gated=gated) or {}

    def checked(self, entered: Entered[FactEntry] | Entered[DerivedEntry]) -> None:
        """Note a second person's check that is half told: it has a name and the day on which it was made."""
        entry = entered.entry
        self.texts(entry.checked_by, entered, "checked_by")
        if (entry.checked_by is None) != (entry.checked_on is None):
            there, missing = ("checked_by", "checked_on") if entry.checked_by else ("checked_on", "checked_by")
            hint = "a check has a person and a day; leave both out until someone has made it"
            self.problems.append(Problem(entered.where(there), f'the key "{missing}" is missing', Code.MISSING_KEY, hint))
        if (day := entry.checked_on) and not (day.start and day.start.day and day.start == day.end and not day.start.approximate):
            self.problems.append(Problem(entered.where("checked_on"), f'"{day}" is not one day', Code.BAD_DATE, "such as 2031-06-01"))

    def find(self, shelf: Mapping[str, T], kind: str, name: str, entered: Entered[Entry], *at: str | int) -> T | None:
        """What the name names; None, and a problem unless the name's own entry is one, when it names nothing."""
        if name not in shelf and name not in self.broken:
            self.problems.append(unknown(kind, name, set(shelf), entered.where(*at)))
        return shelf.get(name)

    def figure(self, figures: Mapping[str, Figure], name: str, entered: Entered[Entry], *at: str | int) -> Figure | None:
        """The figure of this name; None where there is none. One that was told and does not hold is a problem already."""
        if name not in figures and name not in self.told and name not in self.broken:
            where = entered.where(*at)
            self.problems.append(
                Problem(where, f'there is no figure "{name}"', Code.UNKNOWN_FIGURE, did_you_mean(name, self.told) or NO_FIGURE)
            )
        return figures.get(name)

    def unit(self, quantity: Quantity | None, units: Mapping[str, object], where: Where) -> None:
        """Note a unit that neither the engine nor the edition knows."""
        if quantity is None:
            return
        for code in filter(None, (quantity.unit.code, quantity.unit.per)):
            if code not in units and code not in BUILT_IN_UNITS and dimension(Unit(code)) != "money":
                known = sorted({*units, *BUILT_IN_UNITS})
                self.problems.append(
                    Problem(
                        where,
                        f'there is no unit "{code}"',
                        Code.UNKNOWN_UNIT,
                        f"declare it in facts/units.yml, or use one of {', '.join(known)}",
                    )
                )


@dataclass(frozen=True, slots=True)
class Names:
    """The things that facts refer to."""

    people: Mapping[str, Person]
    places: Mapping[str, Location]
    scopes: Mapping[str, Named]
    measures: Mapping[str, Measure]
    units: Mapping[str, Mapping[str, Mapping[str, str]]]
    origins: Mapping[str, Origin]


def resolve_names(book: Book, desk: Desk) -> Names:
    """Everything in the book that is not an article or a fact."""
    people = _people(book, desk)
    scopes = {name: Named(name, desk.needed(e.entry.name, e, "name")) for name, e in book.scopes.items()}
    measures = {
        name: Measure(name, desk.needed(e.entry.name, e, "name"), e.entry.dimension, e.entry.over) for name, e in book.measures.items()
    }
    return Names(people, _places(book, desk), scopes, measures, _units(book, desk), _origins(book, people, desk))


def _people(book: Book, desk: Desk) -> dict[str, Person]:
    people = {REPORTER: Person(REPORTER, {}, "reporter", None, None, None, None)}

    def add(name: str, above: tuple[str, ...]) -> Person | None:
        if name in people:
            return people[name]
        entered = book.people[name]
        entry: PersonEntry = entered.entry
        head = None
        if entry.of in above:
            desk.problems.append(Problem(entered.where("of"), f'"{name}" would stand above itself', Code.UNKNOWN_REFERENCE))
        elif entry.of and desk.find({**book.people, REPORTER: None}, "person or organisation", entry.of, entered, "of"):
            head = add(entry.of, (*above, name))
        people[name] = Person(
            name, desk.needed(entry.name, entered, "name"), entry.voice, desk.texts(entry.role, entered, "role"), head,
            entry.accent, desk.texts(entry.doubt, entered, "doubt"),
        )  # fmt: skip
        return people[name]

    if REPORTER in book.people:
        desk.problems.append(
            Problem(book.people[REPORTER].where("id"), f'"{REPORTER}" is there already: the article in its own voice', Code.DUPLICATE_ID)
        )
    for name in book.people:
        add(name, (name,))
    return people


def _places(book: Book, desk: Desk) -> dict[str, Location]:
    places: dict[str, Location] = {}

    def add(name: str, inside: tuple[str, ...]) -> Location:
        if name in places:
            return places[name]
        entered = book.places[name]
        entry = entered.entry
        around = None
        if entry.within in inside:
            desk.problems.append(Problem(entered.where("within"), f'"{name}" would lie in itself', Code.UNKNOWN_REFERENCE))
        elif entry.within and desk.find(book.places, "place", entry.within, entered, "within"):
            around = add(entry.within, (*inside, name))
        places[name] = Location(name, desk.needed(entry.name, entered, "name"), entry.kind, around, entry.at)
        return places[name]

    for name in book.places:
        add(name, (name,))
    return places


def _units(book: Book, desk: Desk) -> dict[str, Mapping[str, Mapping[str, str]]]:
    for name, entered in book.units.items():
        if name in BUILT_IN_UNITS:
            desk.problems.append(Problem(entered.where("id"), f'"{name}" is a unit already', Code.DUPLICATE_ID))
        for language in desk.languages:
            if missing := {"one", "other"} - set(entered.entry.name.get(language, {})):
                message = f"the unit's name in {language} lacks {' and '.join(sorted(missing))}"
                desk.problems.append(Problem(entered.where("name", language), message, Code.MISSING_LANGUAGE))
    return {name: dict(entered.entry.name) for name, entered in book.units.items()}  # type: ignore[arg-type]


def _origins(book: Book, people: Mapping[str, Person], desk: Desk) -> dict[str, Origin]:
    origins: dict[str, Origin] = {}
    for name, entered in book.origins.items():
        entry = entered.entry
        by = desk.find(people, "person or organisation", entry.by, entered, "by")
        if by:
            origins[name] = Origin(
                name, desk.needed(entry.name, entered, "name"), entry.kind, by, entry.date, desk.needed(entry.known, entered, "known")
            )
    return origins


def all_known(
    desk: Desk, shelf: Mapping[str, T], kind: str, names: Iterable[str], entered: Entered[Entry], *at: str | int
) -> tuple[T, ...]:
    """What several names name; those that name nothing are noted and left out."""
    found = [desk.find(shelf, kind, name, entered, *at, position) for position, name in enumerate(names)]
    return tuple(thing for thing in found if thing is not None)
