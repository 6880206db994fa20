"""Derivations assembled: inputs before results, each worked out by its operation, circles told once."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from graphlib import CycleError, TopologicalSorter

from factbound.assemble.context import AssemblyContext
from factbound.assemble.names import Names
from factbound.assemble.operations import derive
from factbound.ledger import Derivation, Figure, Input
from factbound.problems import Code, Problem
from factbound.read.book import Book, Entered
from factbound.read.entries import DerivedEntry, YearsEntry
from factbound.values.quantities import quantity
from factbound.values.units import YEARS, UnitError


def derived_figures(
    book: Book, names: Names, facts: Mapping[str, Figure], context: AssemblyContext
) -> dict[str, Figure]:
    """The derived figures that can be worked out from the facts and from each other; what cannot is a problem, once."""
    known = dict.fromkeys([*book.facts, *book.derived])
    done: dict[str, Figure] = {}
    for name in _in_order(book, context):
        entered = book.derived[name]
        operation, written = next(iter(entered.entry.derive.items()))
        inputs: list[Input | None] = []
        for n, each in enumerate(written):
            target = _target(each)
            if target not in known:
                context.find(known, "figure", target, entered, "derive", operation, n)
            figure = facts.get(target) or done.get(target)
            inputs.append(
                _input(figure, isinstance(each, YearsEntry), entered, operation, n, context) if figure else None
            )
        if operation == "per-year" and len(inputs) == 1 and inputs[0]:
            inputs.append(_input(inputs[0].figure, True, entered, operation, 0, context))
        whole = tuple(each for each in inputs if each)
        if len(whole) == len(inputs) and (worked := _worked(entered, operation, whole, names, context)):
            done[name] = worked
    return done


def _target(each: str | YearsEntry) -> str:
    return each.years if isinstance(each, YearsEntry) else each


def _in_order(book: Book, context: AssemblyContext) -> Iterator[str]:
    """The names of derived figures, inputs before results; those in a circle, and what rests on them, are left out."""
    graph = {
        name: {
            target for each in next(iter(entered.entry.derive.values())) if (target := _target(each)) in book.derived
        }
        for name, entered in book.derived.items()
    }
    position = {name: n for n, name in enumerate(graph)}
    while True:
        try:
            return iter(list(TopologicalSorter(graph).static_order()))
        except CycleError as error:
            ring = list(reversed(error.args[1]))[:-1]
            first = min(range(len(ring)), key=lambda n: position[ring[n]])
            ring = [*ring[first:], *ring[:first]]
            message = f"this figure is derived from itself: {' → '.join([*ring, ring[0]])}"
            context.problems.append(Problem(book.derived[ring[0]].where("derive"), message, Code.CIRCULAR_DERIVATION))
            graph = _without(graph, set(ring))


def _without(graph: dict[str, set[str]], gone: set[str]) -> dict[str, set[str]]:
    """The graph without these figures and all that rests on them."""
    while rests := {name for name, inputs in graph.items() if name in gone or inputs & gone} - gone:
        gone |= rests
    return {name: inputs for name, inputs in graph.items() if name not in gone}


def _input(
    figure: Figure, years: bool, entered: Entered[DerivedEntry], operation: str, n: int, context: AssemblyContext
) -> Input | None:
    where = entered.where("derive", operation, n)
    if years:
        count = figure.period.calendar_years if figure.period else None
        if count is None:
            context.problems.append(
                Problem(
                    where,
                    f'"{figure.id}" has no period with two ends',
                    Code.IMPOSSIBLE_DERIVATION,
                    "divide by a figure in years",
                )
            )
            return None
        return Input(figure, True, quantity(Decimal(count), YEARS))
    if figure.quantity is None:
        context.problems.append(Problem(where, f'"{figure.id}" has no amount', Code.IMPOSSIBLE_DERIVATION))
        return None
    return Input(figure, False, figure.quantity)


def _worked(
    entered: Entered[DerivedEntry], operation: str, inputs: tuple[Input, ...], names: Names, context: AssemblyContext
) -> Figure | None:
    entry = entered.entry
    texts = {key: context.texts(getattr(entry, key), entered, key) for key in ("statement", "why", "assumed", "caveat")}
    subject = (
        context.find(names.people, "person or organisation", entry.subject, entered, "subject")
        if entry.subject
        else inputs[0].figure.subject
    )
    context.checked(entered)
    if entry.verdict == "misleading" and entry.caveat is None:
        context.problems.append(
            Problem(
                entered.where("verdict"),
                "a misleading comparison needs its caveat",
                Code.NEEDS_CAVEAT,
                "add caveat: what a reader must know beside it",
            )
        )
    try:
        worked = derive(operation, inputs, entry.verdict)
    except UnitError as error:
        context.problems.append(Problem(entered.where("derive"), str(error), Code.IMPOSSIBLE_DERIVATION))
        return None
    origins = {origin.id: origin for each in inputs for origin in each.figure.origins}
    doubts = {id(doubt): doubt for each in inputs for doubt in each.figure.doubt}
    return Figure(
        id=entry.id,
        statement=texts["statement"] or {},
        subject=subject,
        place=context.find(names.places, "place", entry.place, entered, "place") if entry.place else None,
        measure=context.find(names.measures, "measure", entry.measure, entered, "measure") if entry.measure else None,
        status=None,
        period=inputs[0].figure.period,
        due=None,
        outcome_of=None,
        scope=(),
        quantity=worked.quantity,
        date=None,
        readings=(),
        because=None,
        agreement=None,
        differences=(),
        origins=tuple(origins.values()),
        doubt=tuple(doubts.values()),
        distinct_from=(),
        distinct_because=None,
        derivation=Derivation(
            operation, inputs, entry.verdict, texts["why"] or {}, texts["assumed"], texts["caveat"], worked.figures
        ),
        checked_by=entry.checked_by,
        checked_on=entry.checked_on,
    )
