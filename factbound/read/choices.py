"""Choices: an edition's own ids, each with a few words on what it names, for programs that complete them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from factbound.language.lexicon import languages as readable
from factbound.read.book import Book
from factbound.read.content import Content
from factbound.values.units import BUILT_IN_UNITS, CURRENCIES

Ids = Mapping[str, str]
"""Ids, and what each names."""

REFERENCES: Mapping[str, Mapping[str, str]] = {
    "SourceEntry": {"origin": "origins", "language": "languages"},
    "OriginEntry": {"by": "people"},
    "PersonEntry": {"of": "people"},
    "PlaceEntry": {"within": "places"},
    "ReadingEntry": {
        "source": "sources",
        "said_by": "people",
        "origin": "origins",
        "place": "places",
        "scope": "scopes",
    },
    "FactEntry": {
        "subject": "people",
        "place": "places",
        "measure": "measures",
        "outcome_of": "facts",
        "scope": "scopes",
        "distinct_from": "facts",
        "prefer": "readings",
    },
    "YearsEntry": {"years": "figures"},
    "DerivedEntry": {"subject": "people", "place": "places", "measure": "measures", "derive": "figures"},
    "OutcomeEntry": {"fact": "figures"},
    "ReachEntry": {"languages": "languages"},
    "PromiseEntry": {"by": "people", "facts": "facts", "beside": "figures"},
    "CorrectionEntry": {"fact": "figures"},
    "RemovedEntry": {"instead": "figures"},
    "RowEntry": {"figure": "figures", "promise": "promises"},
    "ChartComparisonEntry": {"figure": "derived"},
    "KeyFigureEntry": {"figure": "figures"},
    "StoryEntry": {"tally": "tallies"},
}
"""What the values of a key name, by the model of the entry and the key."""
KINDS: Mapping[str, str] = {
    "people": "person or organisation of this name in people.yml",
    "places": "place of this name in places.yml",
    "measures": "measure of this name in measures.yml",
    "scopes": "scope of this name in scopes.yml",
    "origins": "origin of this name in origins.yml",
    "sources": "source of this name in sources.yml",
    "facts": "fact of this name",
    "derived": "derived figure of this name in derived.yml",
    "figures": "fact or derived figure of this name",
    "promises": "promise of this name in promises.yml",
    "tallies": "story of this name",
}
"""What a name that is no choice should have been, for a person."""


@dataclass(frozen=True, slots=True)
class Choices:
    """The ids of an edition by what they name, its languages, and the units that quantities may have."""

    languages: tuple[str, ...]
    ids: Mapping[str, Ids] = field(repr=False)
    units: Ids = field(repr=False)


def choices(book: Book, content: Content, languages: tuple[str, ...]) -> Choices:
    """The choices of an edition, explained in its first language, or the next that has words."""

    def told(text: Mapping[str, str] | str | None, *more: str | None) -> str:
        first = _first(text, languages) if isinstance(text, Mapping) else text
        return " · ".join(part for part in (first, *more) if part)

    people = {
        name: told(each.entry.name, told(each.entry.role), each.entry.voice) for name, each in book.people.items()
    }
    facts = {name: told(each.entry.statement, each.entry.status) for name, each in book.facts.items()}
    derived = {name: told(each.entry.statement, each.entry.verdict) for name, each in book.derived.items()}
    ids: dict[str, Ids] = {
        "people": {"reporter": "the article in its own voice", **people},
        "places": {name: told(each.entry.name, each.entry.kind) for name, each in book.places.items()},
        "measures": {name: told(each.entry.name, each.entry.dimension) for name, each in book.measures.items()},
        "scopes": {name: told(each.entry.name) for name, each in book.scopes.items()},
        "origins": {name: told(each.entry.name, each.entry.kind) for name, each in book.origins.items()},
        "sources": {
            name: told(each.entry.title, each.entry.publisher.name, str(each.entry.published.date), each.entry.language)
            for name, each in book.sources.items()
        },
        "facts": facts,
        "derived": derived,
        "figures": {**facts, **derived},
        "promises": {name: told(each.entry.promise, each.entry.verdict) for name, each in book.promises.items()},
        "tallies": {"promises": "all promises", **{story.name: story.nav for story in content.stories if story.name}},
        "languages": {
            name: "a language of this edition" if name in languages else "amounts are read in it"
            for name in dict.fromkeys((*languages, *readable()))
        },
    }
    return Choices(languages, ids, dict(_units(book, languages)))


def _units(book: Book, languages: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Those of the edition, then those that quantities of it have, then those that are built in."""
    for name, unit in book.units.items():
        forms = next((unit.entry.name[each] for each in languages if each in unit.entry.name), {})
        yield name, " / ".join(forms.values())
    used = {
        code
        for fact in book.facts.values()
        for reading in fact.entry.readings
        if reading.quantity
        for code in (reading.quantity.unit.code, reading.quantity.unit.per)
        if code
    }
    yield from ((code, "a currency of ISO 4217") for code in sorted(used & CURRENCIES))
    yield from ((code, "built in") for code in sorted(BUILT_IN_UNITS))


def _first(text: Mapping[str, str], languages: tuple[str, ...]) -> str:
    return next((text[each] for each in (*languages, *text) if each in text), "")
