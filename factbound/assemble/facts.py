"""Facts assembled: their readings, which is printed, whether they agree, and whether a fact stands twice."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from decimal import Decimal
from itertools import combinations

from factbound.assemble.agreement import compare
from factbound.assemble.context import AssemblyContext, all_known
from factbound.assemble.names import Names
from factbound.assemble.sources import check_paragraph
from factbound.language.lexicon import has_lexicon
from factbound.ledger import Figure, Named, Origin, Reading, Source, Texts
from factbound.problems import Code, Problem
from factbound.prove.carried import date_fault, quantity_fault
from factbound.prove.own_units import own_units
from factbound.prove.verify import no_paragraph, unvouched
from factbound.read.book import Book, Entered
from factbound.read.entries import EXCERPT_MAX, FactEntry, ReadingEntry
from factbound.read.gate import numerals
from factbound.read.lock import COMMAND, Lock, LockedReading, reading_digest
from factbound.values.units import dimension

# --- Facts -----------------------------------------------------------------------------------------------------------


def facts_of(
    book: Book, names: Names, sources: Mapping[str, Source], lock: Lock, context: AssemblyContext
) -> dict[str, Figure]:
    figures: dict[str, Figure] = {}
    for name, entered in book.facts.items():
        entry = entered.entry
        statement = context.needed(entry.statement, entered, "statement")
        context.problems += _unfinished(entered)
        because = context.texts(entry.because, entered, "because")
        doubt = context.texts(entry.doubt, entered, "doubt")
        context.checked(entered)
        apart = context.texts(entry.distinct_because, entered, "distinct_because")
        subject = context.find(names.people, "person or organisation", entry.subject, entered, "subject")
        readings = tuple(
            reading
            for n, each in enumerate(entry.readings)
            if (reading := _reading(entered, n, each, names, sources, lock, book, context))
        )
        for key in ("outcome_of",):
            if entry.outcome_of:
                context.find(book.facts, "fact", entry.outcome_of, entered, key)
        all_known(context, book.facts, "fact", entry.distinct_from, entered, "distinct_from")
        if len(readings) < len(entry.readings) or subject is None:
            continue
        readings = _with_preference(entered, readings, context)
        agreement = compare(readings, declared=because is not None)
        if agreement.verdict == "differs" and (entry.prefer is None or because is None):
            message = f"the readings differ in {' and '.join(agreement.differences)}"
            hint = "name the reading to print with prefer:, and say why with because:"
            context.problems.append(Problem(entered.where("readings"), message, Code.NEEDS_PREFERENCE, hint))
        if agreement.verdict == "single" and entry.prefer is not None:
            context.problems.append(
                Problem(
                    entered.where("prefer"),
                    "there is only one reading to print",
                    Code.UNNEEDED_PREFERENCE,
                    "delete prefer: and because:",
                )
            )
        first = next(reading for reading in readings if reading.preferred)
        figures[name] = Figure(
            id=name,
            statement=statement,
            subject=subject,
            place=context.find(names.places, "place", entry.place, entered, "place") if entry.place else None,
            measure=context.find(names.measures, "measure", entry.measure, entered, "measure")
            if entry.measure
            else None,
            status=entry.status,
            period=entry.period,
            due=entry.due,
            outcome_of=entry.outcome_of,
            scope=all_known(context, names.scopes, "scope", entry.scope, entered, "scope"),
            quantity=first.quantity,
            date=first.date,
            readings=readings,
            because=because,
            agreement=agreement.verdict,
            differences=agreement.differences or agreement.tolerated,
            origins=_origins_of(readings),
            doubt=_doubts(doubt, readings),
            distinct_from=entry.distinct_from,
            distinct_because=apart,
            derivation=None,
            checked_by=entry.checked_by,
            checked_on=entry.checked_on,
        )
        _check_dimension(entered, figures[name], names, context)
    return figures


def _check_translation(
    entry: ReadingEntry,
    entered: Entered[FactEntry],
    at: tuple[str | int, ...],
    written_in: str,
    context: AssemblyContext,
) -> None:
    """Note a number in our translation, or in the article's hedge, that the article's words do not hold. Number words
    are not looked at: a translation may need one where the article has none (half a year, two of them)."""
    held: set[object] = {value for each in numerals(entry.printed, written_in) for value in each.values}
    if entry.quantity:
        held |= {entry.quantity.value, entry.quantity.lower, entry.quantity.upper}
    if entry.date:
        held |= {Decimal(number) for number in re.findall(r"[0-9]+", entry.date.text)}
    told = [
        (entered.where(*at, key, language), language, words)
        for key, texts in (("means", entry.means), ("says", entry.says))
        for language, words in (texts or {}).items()
    ]
    if entry.hedge:
        told.append((entered.where(*at, "hedge"), written_in, entry.hedge))
    for where, language, words in told:
        for amount in numerals(words, language):
            if any(map(str.isdigit, amount.text)) and not held.issuperset(amount.values):
                message = f"the article's words do not hold “{amount.text}”"
                hint = "translate what is printed; what else the article says is a reading of its own"
                context.problems.append(Problem(where, message, Code.BARE_NUMBER, hint))


def _unfinished(entered: Entered[FactEntry]) -> Iterable[Problem]:
    """A draft that nobody has finished: its statement still says TODO."""
    for language, words in entered.entry.statement.items():
        if re.search(r"\bTODO\b", words):
            hint = "write the sentence, look at id and status, and take TODO away"
            where = entered.where("statement", language)
            yield Problem(where, f'"{entered.entry.id}" is a draft', Code.UNFINISHED, hint)
            return


def _reading(
    entered: Entered[FactEntry],
    n: int,
    entry: ReadingEntry,
    names: Names,
    sources: Mapping[str, Source],
    lock: Lock,
    book: Book,
    context: AssemblyContext,
) -> Reading | None:
    """One reading; None when it names something that does not exist."""
    at: tuple[str | int, ...] = ("readings", n)
    fact = entered.entry
    written_in = book.sources[entry.source].entry.language if entry.source in book.sources else ""
    means = context.texts(entry.means, entered, *at, "means", gated=False, but=written_in)
    says = context.texts(entry.says, entered, *at, "says", gated=False)
    _check_translation(entry, entered, at, written_in, context)
    vouched = context.texts(entry.vouched, entered, *at, "vouched", gated=False)
    if written_in and (problem := unvouched(entered, n, entry, written_in)):
        context.problems.append(problem)
    counted = context.unit(entry.quantity, names.units, entered.where(*at, "quantity"))
    if entry.quantity and entry.date:
        context.problems.append(
            Problem(
                entered.where(*at, "date"),
                "a reading is a quantity or a date, not both",
                Code.BAD_VALUE,
                "make two facts of it",
            )
        )
    context.find(book.sources, "source", entry.source, entered, *at, "source")
    source = sources.get(entry.source)
    said_by = context.find(names.people, "person or organisation", entry.said_by, entered, *at, "said_by")
    origin = (
        context.find({**dict.fromkeys(book.origins), **names.origins}, "origin", entry.origin, entered, *at, "origin")
        if entry.origin
        else source.origin
        if source
        else None
    )
    place = entry.place or fact.place
    if source is None or said_by is None or origin is None or not counted:
        return None
    if source.seen:
        _check_excerpt(entered, n, entry, source, book, context)
    elif entry.paragraph is None:
        context.problems.append(no_paragraph(entered, n, entry))
    elif source.paragraphs:
        check_paragraph(entry.paragraph, entered, source.paragraphs, context, *at, "paragraph")
    locked = _verified(entered, n, entry, lock, context)
    return Reading(
        fact=fact.id,
        number=n + 1,
        source=source,
        paragraph=entry.paragraph,
        printed=entry.printed,
        after=entry.after,
        means=means,
        says=says,
        quantity=entry.quantity,
        date=entry.date,
        said_by=said_by,
        hedge=entry.hedge,
        origin=origin,
        period=entry.period or fact.period,
        place=names.places.get(place) if place else None,
        scope=all_known(context, names.scopes, "scope", entry.scope, entered, *at, "scope")
        if entry.scope is not None
        else _scope(fact, names),
        status=entry.status or fact.status,
        vouched=vouched,
        preferred=False,
        verified=locked is not None,
        at=(locked.start, locked.end) if locked else None,
    )


def _check_excerpt(
    entered: Entered[FactEntry], n: int, entry: ReadingEntry, source: Source, book: Book, context: AssemblyContext
) -> None:
    """Note what a reading of an excerpt cannot have, and an amount that its words do not carry."""
    for key in ("paragraph", "after"):
        if getattr(entry, key) is not None:
            message = f'of {source.id} an excerpt was seen, so "{key}" is not known'
            hint = f"take out {key}:, or write paragraphs: in place of seen: when the page was read whole"
            context.problems.append(Problem(entered.where("readings", n, key), message, Code.EXCERPT, hint))
    where = entered.where("readings", n, "printed")
    if len(entry.printed) > EXCERPT_MAX:
        message = f"these printed words have {len(entry.printed)} characters; {EXCERPT_MAX} is the most of an excerpt"
        context.problems.append(Problem(where, message, Code.PRINTED_TOO_LONG))
    if entry.vouched is None and has_lexicon(source.language):
        units = own_units(book, source.language)
        fault = quantity_fault(entry.printed, entry.quantity, source.language, units=units) if entry.quantity else None
        fault = fault or (date_fault(entry.printed, entry.date, source.language) if entry.date else None)
        if fault:
            at = entered.where("readings", n, "quantity" if entry.quantity else "date")
            hint = "correct the quantity or the words; where a machine cannot read them, say why with vouched:"
            context.problems.append(Problem(at, fault, Code.AMOUNT_NOT_IN_WORDS, hint))


def _scope(fact: FactEntry, names: Names) -> tuple[Named, ...]:
    return tuple(names.scopes[name] for name in fact.scope if name in names.scopes)


def _verified(
    entered: Entered[FactEntry], n: int, entry: ReadingEntry, lock: Lock, context: AssemblyContext
) -> LockedReading | None:
    """What the lock vouches for in this reading as it now stands; None, and a problem when it knows the text but not
    the reading."""
    if entry.source not in lock.texts:
        return None
    locked = lock.readings.get(f"{entered.entry.id}.{n + 1}")
    if locked is None or locked.digest != reading_digest(entry):
        state = "has not been verified" if locked is None else "was changed since it was verified"
        context.problems.append(
            Problem(entered.where("readings", n), f"this reading {state}", Code.UNVERIFIED_READING, f"run: {COMMAND}")
        )
        return None
    return locked


def _with_preference(
    entered: Entered[FactEntry], readings: tuple[Reading, ...], context: AssemblyContext
) -> tuple[Reading, ...]:
    """The readings with the one that is printed marked: the one named, or the first that carries a number."""
    wanted = entered.entry.prefer
    if wanted is None:
        chosen = next((r for r in readings if r.quantity or r.date), readings[0])
    else:
        name, _, paragraph = wanted.partition("#")
        fitting = [r for r in readings if r.source.id == name and paragraph in {"", str(r.paragraph)}]
        if not fitting:
            message = f'no reading is from "{wanted}"'
            hint = f"one of {', '.join(dict.fromkeys(_place(r) for r in readings))}"
            context.problems.append(Problem(entered.where("prefer"), message, Code.UNKNOWN_REFERENCE, hint))
        chosen = fitting[0] if fitting else readings[0]
    return tuple(replace(reading, preferred=reading is chosen) for reading in readings)


def _place(reading: Reading) -> str:
    return f"{reading.source.id}#{reading.paragraph}" if reading.paragraph else reading.source.id


def _origins_of(readings: Iterable[Reading]) -> tuple[Origin, ...]:
    return tuple({reading.origin.id: reading.origin for reading in readings}.values())


def _doubts(own: Texts | None, readings: tuple[Reading, ...]) -> tuple[Texts, ...]:
    """Why a claim is unconfirmed: its own reason, or that everyone who says it is doubtful."""
    speakers = {reading.said_by.id: reading.said_by for reading in readings}
    inherited = [person.doubt for person in speakers.values() if person.doubt]
    return tuple(filter(None, [own, *(inherited if len(inherited) == len(speakers) else [])]))


def _check_dimension(entered: Entered[FactEntry], figure: Figure, names: Names, context: AssemblyContext) -> None:
    """Note readings whose amounts are not of the measure's dimension."""
    if figure.measure is None:
        return
    expected = figure.measure.kind
    for reading in figure.readings:
        actual = dimension(reading.quantity.unit) if reading.quantity else "date" if reading.date else None
        if actual and actual != expected:
            others = [name for name, each in names.measures.items() if each.kind == actual]
            hint = (
                f"use another measure: {', '.join(others)}"
                if others
                else f"no measure is of the dimension {actual}: add one to facts/measures.yml, or correct the amount"
            )
            where = entered.where("readings", reading.number - 1, "quantity" if reading.quantity else "date")
            context.problems.append(
                Problem(
                    where,
                    f"{figure.measure.id} is a {expected}, this is a {actual}",
                    Code.WRONG_DIMENSION,
                    hint,
                )
            )


def refuse_twins(book: Book, figures: Mapping[str, Figure], context: AssemblyContext) -> None:
    """Note two facts that seem to tell one thing: same subject, measure and place, at one time, and not declared
    different."""
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
                context.problems.append(Problem(book.facts[right.id].where("id"), message, Code.UNDECLARED_TWIN, hint))
