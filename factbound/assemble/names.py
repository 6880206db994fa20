"""Names: people, places, scopes, measures, units and origins, resolved; a name that names nothing is a problem."""

from collections.abc import Mapping
from dataclasses import dataclass

from factbound.assemble.context import AssemblyContext
from factbound.language.cldr import plural_forms
from factbound.ledger import Location, Measure, Named, Origin, Person
from factbound.problems import Code, Problem
from factbound.read.book import Book
from factbound.read.entries import PersonEntry
from factbound.read.prose import phrase
from factbound.values.units import BUILT_IN_UNITS

REPORTER = "reporter"


@dataclass(frozen=True, slots=True)
class Names:
    """The things that facts refer to."""

    people: Mapping[str, Person]
    places: Mapping[str, Location]
    scopes: Mapping[str, Named]
    measures: Mapping[str, Measure]
    units: Mapping[str, Mapping[str, Mapping[str, str]]]
    origins: Mapping[str, Origin]


def resolve_names(book: Book, context: AssemblyContext) -> Names:
    """Everything in the book that is not an article or a fact."""
    people = _people(book, context)
    scopes = {name: Named(name, context.needed(e.entry.name, e, "name")) for name, e in book.scopes.items()}
    measures = {
        name: Measure(name, context.needed(e.entry.name, e, "name"), e.entry.dimension, e.entry.per, e.entry.over)
        for name, e in book.measures.items()
    }
    return Names(
        people, _places(book, context), scopes, measures, _units(book, context), _origins(book, people, context)
    )


def _people(book: Book, context: AssemblyContext) -> dict[str, Person]:
    people = {REPORTER: Person(REPORTER, {}, "reporter", None, None, None, None)}

    def add(name: str, above: tuple[str, ...]) -> Person | None:
        if name in people:
            return people[name]
        entered = book.people[name]
        entry: PersonEntry = entered.entry
        head = None
        if entry.of in above:
            context.problems.append(
                Problem(entered.where("of"), f'"{name}" would stand above itself', Code.UNKNOWN_REFERENCE)
            )
        elif entry.of and context.find(
            {**book.people, REPORTER: None}, "person or organisation", entry.of, entered, "of"
        ):
            head = add(entry.of, (*above, name))
        people[name] = Person(
            name,
            context.needed(entry.name, entered, "name"),
            entry.voice,
            context.texts(entry.role, entered, "role"),
            head,
            entry.accent,
            context.texts(entry.doubt, entered, "doubt"),
            context.texts(entry.in_sentence, entered, "in_sentence"),
        )
        return people[name]

    if REPORTER in book.people:
        context.problems.append(
            Problem(
                book.people[REPORTER].where("id"),
                f'"{REPORTER}" is there already: the article in its own voice',
                Code.DUPLICATE_ID,
            )
        )
    for name in book.people:
        add(name, (name,))
    return people


def _places(book: Book, context: AssemblyContext) -> dict[str, Location]:
    places: dict[str, Location] = {}

    def add(name: str, inside: tuple[str, ...]) -> Location:
        if name in places:
            return places[name]
        entered = book.places[name]
        entry = entered.entry
        around = None
        if entry.within in inside:
            context.problems.append(
                Problem(entered.where("within"), f'"{name}" would lie in itself', Code.UNKNOWN_REFERENCE)
            )
        elif entry.within and context.find(book.places, "place", entry.within, entered, "within"):
            around = add(entry.within, (*inside, name))
        places[name] = Location(name, context.needed(entry.name, entered, "name"), entry.kind, around, entry.at)
        return places[name]

    for name in book.places:
        add(name, (name,))
    return places


def _units(book: Book, context: AssemblyContext) -> dict[str, Mapping[str, Mapping[str, str]]]:
    for name, entered in book.units.items():
        if name in BUILT_IN_UNITS:
            context.problems.append(Problem(entered.where("id"), f'"{name}" is a unit already', Code.DUPLICATE_ID))
        for language in context.languages:
            forms = entered.entry.name.get(language, {})
            if missing := [form for form in plural_forms(language) if form not in forms]:
                message = f"the unit's name in {language} lacks {' and '.join(missing)}"
                context.problems.append(Problem(entered.where("name", language), message, Code.MISSING_LANGUAGE))
        for language, forms in entered.entry.name.items():
            for form, words in forms.items():
                context.bare += phrase(words, language, entered.where("name", language, form), context.problems).bare
    return {name: dict(entered.entry.name) for name, entered in book.units.items()}  # type: ignore[arg-type]


def _origins(book: Book, people: Mapping[str, Person], context: AssemblyContext) -> dict[str, Origin]:
    origins: dict[str, Origin] = {}
    for name, entered in book.origins.items():
        entry = entered.entry
        by = context.find(people, "person or organisation", entry.by, entered, "by")
        if entry.known is None and entry.kind != "reporting":
            hint = "known: how we know of it, as {en: …}; only a publisher’s own reporting may leave it out"
            context.problems.append(Problem(entered.where("id"), 'the key "known" is missing', Code.MISSING_KEY, hint))
        if by:
            origins[name] = Origin(
                name,
                context.needed(entry.name, entered, "name"),
                entry.kind,
                by,
                entry.date,
                context.texts(entry.known, entered, "known"),
            )
    return origins
