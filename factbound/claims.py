"""Claims assembled: articles, and facts with their readings: which is printed, whether they agree, whether a fact is told twice."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import combinations

from factbound.agreement import compare
from factbound.dates import parse_period
from factbound.facts.models import Entry, FactEntry, ReadingEntry
from factbound.facts.reading import Book, Entered
from factbound.ledger import Figure, LeftOut, Named, Origin, Reading, Source, Texts
from factbound.lock import COMMAND, Lock, LockedReading, reading_digest
from factbound.problems import Code, Problem
from factbound.quantities import dimension
from factbound.resolve import Desk, Names, all_known

# --- Articles --------------------------------------------------------------------------------------------------------


def sources_of(book: Book, names: Names, lock: Lock, desk: Desk) -> dict[str, Source]:
    sources: dict[str, Source] = {}
    for name, entered in book.sources.items():
        entry = entered.entry
        origin = desk.find({**dict.fromkeys(book.origins), **names.origins}, "origin", entry.origin, entered, "origin")
        texts = {
            "publisher_from": desk.texts(entry.publisher.source, entered, "publisher", "from"),
            "published_from": desk.texts(entry.published.source, entered, "published", "from"),
            "origin_known": desk.needed(entry.origin_known, entered, "origin_known"),
            "about": desk.needed(entry.about, entered, "about"),
        }
        left_out = tuple(
            LeftOut(part.paragraph, part.printed, desk.needed(part.why, entered, "left_out", n, "why"))
            for n, part in enumerate(entry.left_out)
        )
        for n, part in enumerate(entry.left_out):
            _check_paragraph(part.paragraph, entered, entry.paragraphs, desk, "left_out", n, "paragraph")
        locked = lock.texts.get(name)
        if origin:
            sources[name] = Source(
                id=name, language=entry.language, address=entry.address, publisher=entry.publisher.name, publisher_known=entry.publisher.known,
                published=entry.published.date, published_known=entry.published.known, title=entry.title, origin=origin,
                paragraphs=entry.paragraphs, left_out=left_out, digest=locked.digest if locked else None,
                checked_on=parse_period(locked.checked) if locked else None, **texts,  # type: ignore[arg-type]
            )  # fmt: skip
    return sources


def _check_paragraph(number: int, entered: Entered[Entry], count: int, desk: Desk, *at: str | int) -> None:
    if number > count:
        desk.problems.append(Problem(entered.where(*at), f"paragraph {number} does not exist: the article has {count}", Code.BAD_PARAGRAPH))


# --- Facts -----------------------------------------------------------------------------------------------------------


def facts_of(book: Book, names: Names, sources: Mapping[str, Source], lock: Lock, desk: Desk) -> dict[str, Figure]:
    figures: dict[str, Figure] = {}
    for name, entered in book.facts.items():
        entry = entered.entry
        statement = desk.needed(entry.statement, entered, "statement")
        because = desk.texts(entry.because, entered, "because")
        doubt = desk.texts(entry.doubt, entered, "doubt")
        desk.checked(entered)
        apart = desk.texts(entry.distinct_because, entered, "distinct_because")
        subject = desk.find(names.people, "person or organisation", entry.subject, entered, "subject")
        readings = tuple(
            reading for n, each in enumerate(entry.readings) if (reading := _reading(entered, n, each, names, sources, lock, book, desk))
        )
        for key in ("outcome_of",):
            if entry.outcome_of:
                desk.find(book.facts, "fact", entry.outcome_of, entered, key)
        all_known(desk, book.facts, "fact", entry.distinct_from, entered, "distinct_from")
        if len(readings) < len(entry.readings) or subject is None:
            continue
        readings = _with_preference(entered, readings, desk)
        agreement = compare(readings, declared=because is not None)
        if agreement.verdict == "differs" and (entry.prefer is None or because is None):
            message = f"the readings differ in {' and '.join(agreement.differences)}"
            hint = "name the reading to print with prefer:, and say why with because:"
            desk.problems.append(Problem(entered.where("readings"), message, Code.NEEDS_PREFERENCE, hint))
        if agreement.verdict == "single" and entry.prefer is not None:
            desk.problems.append(
                Problem(
                    entered.where("prefer"), "there is only one reading to print", Code.UNNEEDED_PREFERENCE, "delete prefer: and because:"
                )
            )
        first = next(reading for reading in readings if reading.preferred)
        figures[name] = Figure(
            id=name, statement=statement, subject=subject,
            place=desk.find(names.places, "place", entry.place, entered, "place") if entry.place else None,
            measure=desk.find(names.measures, "measure", entry.measure, entered, "measure") if entry.measure else None,
            status=entry.status, period=entry.period, due=entry.due, outcome_of=entry.outcome_of,
            scope=all_known(desk, names.scopes, "scope", entry.scope, entered, "scope"),
            quantity=first.quantity, date=first.date, readings=readings, because=because,
            agreement=agreement.verdict, differences=agreement.differences or agreement.tolerated,
            origins=_origins_of(readings), doubt=_doubts(doubt, readings), distinct_from=entry.distinct_from, distinct_because=apart,
            derivation=None, checked_by=entry.checked_by, checked_on=entry.checked_on,
        )  # fmt: skip
        _check_dimension(entered, figures[name], desk)
    return figures


def _reading(
    entered: Entered[FactEntry],
    n: int,
    entry: ReadingEntry,
    names: Names,
    sources: Mapping[str, Source],
    lock: Lock,
    book: Book,
    desk: Desk,
) -> Reading | None:
    """One reading; None when it names something that does not exist."""
    at: tuple[str | int, ...] = ("readings", n)
    fact = entered.entry
    written_in = book.sources[entry.source].entry.language if entry.source in book.sources else ""
    means = desk.texts(entry.means, entered, *at, "means", gated=False, but=written_in)
    vouched = desk.texts(entry.vouched, entered, *at, "vouched", gated=False)
    desk.unit(entry.quantity, names.units, entered.where(*at, "quantity"))
    if entry.quantity and entry.date:
        desk.problems.append(
            Problem(entered.where(*at, "date"), "a reading is a quantity or a date, not both", Code.BAD_VALUE, "make two facts of it")
        )
    known = {**book.sources}
    desk.find(known, "source", entry.source, entered, *at, "source")
    source = sources.get(entry.source)
    said_by = desk.find(names.people, "person or organisation", entry.said_by, entered, *at, "said_by")
    origins = {**dict.fromkeys(book.origins), **names.origins}
    origin = desk.find(origins, "origin", entry.origin, entered, *at, "origin") if entry.origin else source.origin if source else None
    place = entry.place or fact.place
    if source is None or said_by is None or origin is None:
        return None
    _check_paragraph(entry.paragraph, entered, source.paragraphs, desk, *at, "paragraph")
    locked = _verified(entered, n, entry, lock, desk)
    return Reading(
        fact=fact.id, number=n + 1, source=source, paragraph=entry.paragraph, printed=entry.printed, after=entry.after, means=means,
        quantity=entry.quantity, date=entry.date, said_by=said_by, hedge=entry.hedge, origin=origin, period=entry.period or fact.period,
        place=names.places.get(place) if place else None,
        scope=all_known(desk, names.scopes, "scope", entry.scope, entered, *at, "scope") if entry.scope is not None else _scope(fact, names),
        status=entry.status or fact.status, vouched=vouched, preferred=False, verified=locked is not None,
        at=(locked.start, locked.end) if locked else None,
    )  # fmt: skip


def _scope(fact: FactEntry, names: Names) -> tuple[Named, ...]:
    return tuple(names.scopes[name] for name in fact.scope if name in names.scopes)


def _verified(entered: Entered[FactEntry], n: int, entry: ReadingEntry, lock: Lock, desk: Desk) -> LockedReading | None:
    """What the lock vouches for in this reading as it now stands; None, and a problem when it knows the text but not the reading."""
    if entry.source not in lock.texts:
        return None
    locked = lock.readings.get(f"{entered.entry.id}.{n + 1}")
    if locked is None or locked.digest != reading_digest(entry):
        state = "has not been verified" if locked is None else "was changed since it was verified"
        desk.problems.append(Problem(entered.where("readings", n), f"this reading {state}", Code.UNVERIFIED_READING, f"run: {COMMAND}"))
        return None
    return locked


def _with_preference(entered: Entered[FactEntry], readings: tuple[Reading, ...], desk: Desk) -> tuple[Reading, ...]:
    """The readings with the one that is printed marked: the one named, or the first that carries a number."""
    wanted = entered.entry.prefer
    if wanted is None:
        chosen = next((r for r in readings if r.quantity or r.date), readings[0])
    else:
        name, _, paragraph = wanted.partition("#")
        fitting = [r for r in readings if r.source.id == name and paragraph in {"", str(r.paragraph)}]
        if not fitting:
            message = f'no reading is from "{wanted}"'
            hint = f"one of {', '.join(dict.fromkeys(f'{r.source.id}#{r.paragraph}' for r in readings))}"
            desk.problems.append(Problem(entered.where("prefer"), message, Code.UNKNOWN_REFERENCE, hint))
        chosen = fitting[0] if fitting else readings[0]
    return tuple(replace(reading, preferred=reading is chosen) for reading in readings)


def _origins_of(readings: Iterable[Reading]) -> tuple[Origin, ...]:
    return tuple({reading.origin.id: reading.origin for reading in readings}.values())


def _doubts(own: Texts | None, readings: tuple[Reading, ...]) -> tuple[Texts, ...]:
    """Why a claim is unconfirmed: its own reason, or that everyone who says it is doubtful."""
    speakers = {reading.said_by.id: reading.said_by for reading in readings}
    inherited = [person.doubt for person in speakers.values() if person.doubt]
    return tuple(filter(None, [own, *(inherited if len(inherited) == len(speakers) else [])]))


def _check_dimension(entered: Entered[FactEntry], figure: Figure, desk: Desk) -> None:
    """Note readings whose amounts are not of the measure's dimension."""
    if figure.measure is None:
        return
    expected = figure.measure.dimension
    for reading in figure.readings:
        actual = dimension(reading.quantity.unit) if reading.quantity else "date" if reading.date else None
        if actual and actual != expected:
            where = entered.where("readings", reading.number - 1, "quantity" if reading.quantity else "date")
            desk.problems.append(
                Problem(where, f"{figure.measure.id} is a {expected}, this is a {actual}", Code.WRONG_DIMENSION, "use another measure")
            )


def refuse_twins(book: Book, figures: Mapping[str, Figure], desk: Desk) -> None:
    """Note two facts that seem to tell one thing: same subject, measure and place, at one time, and not declared different."""
    groups: dict[tuple[object, ...], list[Figure]] = {}
    for figure in figures.values():
        if figure.quantity and figure.measure and figure.subject:
            key = (figure.subject.id, figure.measure.id, figure.place and figure.place.id, figure.quantity.unit)
            groups.setdefault(key, []).append(figure)
    for group in groups.values():
        for left, right in combinations(group, 2):
            at_one_time = left.period is None or right.period is None or left.period.overlaps(right.period)
            if at_one_time and left.id not in right.distinct_from and right.id not in left.distinct_from:
                message = f'"{right.id}" has the subject, measure, place and time of "{left.id}"'
                hint = "make them readings of one fact, or say in one of them distinct_from: and distinct_because:"
                desk.problems.append(Problem(book.facts[right.id].where("id"), message, Code.UNDECLARED_TWIN, hint))
