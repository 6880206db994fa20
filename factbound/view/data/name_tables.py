"""Names as tables: people, places, measures and scopes, which other tables point at."""

from collections.abc import Iterable
from decimal import Decimal

from factbound.ledger import Location, Measure, Named
from factbound.values.vocabulary import Dimension, Over, all_of
from factbound.view.data.columns import Column, Table, id_of, words
from factbound.view.telling.teller import Teller

PEOPLE = Table(
    "people", "People and organisations", "Who the facts are about and who said them.", ("id",),
    (
        Column("id", "string", "Id", "Their name in other tables; reporter is the article in its own voice.",
               lambda p, t: p.id, required=True),
        words("name", "Name", "Their name.", lambda p, t: t.name(p), required=True),
        Column("voice", "string", "Voice", "In what capacity they speak.", lambda p, t: p.voice, required=True),
        words("role", "Role", "What they do.", lambda p, t: t.text(p.role)),
        Column("of", "string", "Of", "The organisation a person speaks for, or a company's parent.",
               lambda p, t: id_of(p.of), "people.id"),
        words("doubt", "Doubt", "Why there is reason to doubt what they say.", lambda p, t: t.text(p.doubt)),
    ),
    lambda tell: tell.ledger.people.values(),
)  # fmt: skip


def _places(tell: Teller) -> Iterable[Location]:
    """The places of figures and readings, each after the place it lies in."""
    found: dict[str, Location] = {}

    def add(place: Location | None) -> None:
        if place and place.id not in found:
            add(place.within)
            found[place.id] = place

    for figure in tell.ledger.figures.values():
        add(figure.place)
        for reading in figure.readings:
            add(reading.place)
    return found.values()


PLACES = Table(
    "places", "Places", "The places that facts name, and those they lie in.", ("id",),
    (
        Column("id", "string", "Id", "The place's name in other tables.", lambda p, t: p.id, required=True),
        words("name", "Name", "Its name.", lambda p, t: t.text(p.name), required=True),
        Column("kind", "string", "Kind", "What kind of place.", lambda p, t: p.kind, required=True),
        Column("within", "string", "Within", "The place it lies in.", lambda p, t: id_of(p.within), "places.id"),
        Column("latitude", "number", "Latitude", "In degrees north (WGS 84).",
               lambda p, t: Decimal(str(p.at[0])) if p.at else None),
        Column("longitude", "number", "Longitude", "In degrees east (WGS 84).",
               lambda p, t: Decimal(str(p.at[1])) if p.at else None),
    ),
    _places,
)  # fmt: skip


def _measures(tell: Teller) -> Iterable[Measure]:
    return {f.measure.id: f.measure for f in tell.ledger.figures.values() if f.measure}.values()


MEASURES = Table(
    "measures", "Measures", "The kinds of amounts.", ("id",),
    (
        Column("id", "string", "Id", "The measure's name in other tables.", lambda m, t: m.id, required=True),
        words("name", "Name", "Its name.", lambda m, t: t.text(m.name), required=True),
        Column("dimension", "string", "Dimension", "What is measured.", lambda m, t: m.dimension, required=True,
               one_of=all_of(Dimension)),
        Column("per", "string", "Per", "What its amounts are for each of, where they are prices or paces.",
               lambda m, t: m.per, one_of=all_of(Dimension)),
        Column("over", "string", "Over", "Whether it is an amount at a moment (stock) or over a time (flow).",
               lambda m, t: m.over, one_of=all_of(Over)),
    ),
    _measures,
)  # fmt: skip


def _scopes(tell: Teller) -> Iterable[Named]:
    figures = tell.ledger.figures.values()
    return {s.id: s for f in figures for scope in (f.scope, *(r.scope for r in f.readings)) for s in scope}.values()


SCOPES = Table(
    "scopes", "Scopes", "What amounts cover.", ("id",),
    (
        Column("id", "string", "Id", "The scope's name in other tables.", lambda s, t: s.id, required=True),
        words("name", "Name", "Its name.", lambda s, t: t.text(s.name), required=True),
    ),
    _scopes,
)  # fmt: skip
