"""Promises assembled: what each is made of, what became of it, and whether its verdict may be printed."""

from collections.abc import Iterator, Mapping
from datetime import date

from factbound.assemble.context import AssemblyContext
from factbound.assemble.names import Names
from factbound.ledger import Change, Chart, Figure, Outcome, Promise, Reach
from factbound.problems import Code, Problem
from factbound.prove.verify import changed_untold, untold_change
from factbound.read.book import Book, Entered
from factbound.read.content import Content
from factbound.read.entries import PromiseEntry
from factbound.read.lock import Lock
from factbound.values.needs import Needs
from factbound.values.vocabulary import PROMISED

OF_CLAIMS = frozenset({"not-corroborated", "told-otherwise"})
"""Verdicts on claims; all others are verdicts on promises."""
SETTLED = frozenset({"kept", "kept-late", "kept-in-part", "changed", "dropped", "still-a-goal"})
"""Verdicts that say what happened since: they rest on a fact that was told after the promise."""
GROUNDED = SETTLED | {"under-way", "told-otherwise"}
"""Verdicts that rest on facts; the others say that there are none."""
OPEN = frozenset({"not-yet-due", "under-way"})
"""Verdicts that no longer hold once the day has passed."""
FULFILLED = frozenset({"kept", "kept-late"})


def promises_of(
    book: Book, names: Names, figures: Mapping[str, Figure], lock: Lock, as_of: str, context: AssemblyContext
) -> dict[str, Promise]:
    """The promises of an edition; every verdict that its facts do not bear is noted. `as_of` is a day in ISO form, or
    empty."""
    found: dict[str, Promise] = {}
    for name, entered in book.promises.items():
        promise = _promise(entered, names, figures, context)
        before = lock.verdicts.get(name)
        if before is not None and changed_untold(entered.entry, before):
            context.problems.append(untold_change(entered, before))
        if promise:
            context.problems += _promise_problems(promise, entered, as_of)
            found[name] = promise
    return found


def _promise(
    entered: Entered[PromiseEntry], names: Names, figures: Mapping[str, Figure], context: AssemblyContext
) -> Promise | None:
    """A promise with what it names; None when it names something that does not exist."""
    entry = entered.entry
    by = context.find(names.people, "person or organisation", entry.by, entered, "by")
    facts = [context.figure(figures, name, entered, "facts", n) for n, name in enumerate(entry.facts)]
    told = [
        (
            context.figure(figures, each.fact, entered, "rests_on", n, "fact"),
            context.texts(each.differs, entered, "rests_on", n, "differs"),
        )
        for n, each in enumerate(entry.rests_on)
    ]
    beside = [context.figure(figures, name, entered, "beside", n) for n, name in enumerate(entry.beside)]
    history = tuple(
        Change(each.verdict, each.until, context.needed(each.why, entered, "history", n, "why"))
        for n, each in enumerate(entry.history)
    )
    texts = {key: context.texts(getattr(entry, key), entered, key) for key in ("due_known", "doubt", "asked")}
    promise, in_words = (
        context.needed(entry.promise, entered, "promise"),
        context.needed(entry.in_words, entered, "in_words"),
    )
    outcomes = tuple(Outcome(figure, differs) for figure, differs in told if figure)
    if by is None or None in facts or None in beside or len(outcomes) < len(told):
        return None
    return Promise(
        id=entry.id,
        kind=entry.kind,
        promise=promise,
        by=by,
        facts=tuple(filter(None, facts)),
        elsewhere=entry.told == "elsewhere",
        made=entry.made,
        due=entry.due,
        verdict=entry.verdict,
        rests_on=outcomes,
        beside=tuple(filter(None, beside)),
        in_words=in_words,
        looked=entry.looked,
        reach=Reach(entry.reach.to, entry.reach.languages, entry.reach.wordings) if entry.reach else None,
        history=history,
        **texts,
    )


def told_on(figure: Figure) -> date:
    """The first day on which the latest page behind a figure may have appeared."""
    return max((source.published.first for source in figure.sources), default=date.min)


def _promise_problems(promise: Promise, entered: Entered[PromiseEntry], as_of: str) -> Iterator[Problem]:
    """Why a verdict may not be printed."""
    yield from _kind_faults(promise, entered)
    yield from _ground_faults(promise, entered)
    yield from _day_faults(promise, entered, as_of)
    yield from _amount_faults(promise, entered)


def _kind_faults(promise: Promise, entered: Entered[PromiseEntry]) -> Iterator[Problem]:
    """A promise with a claim's verdict, a claim with a promise's, and a history that ends in the present."""
    where = entered.where("verdict")
    if (promise.kind == "claim") != (promise.verdict in OF_CLAIMS):
        kinds = "a claim is “not-corroborated” or “told-otherwise”, and a promise neither"
        yield Problem(where, f'"{promise.verdict}" is no verdict on a {promise.kind}', Code.WRONG_VERDICT, kinds)
    if promise.history and promise.history[-1].verdict == promise.verdict:
        message = f'the verdict before this one was "{promise.verdict}" too'
        at = entered.where("history", len(promise.history) - 1, "verdict")
        yield Problem(
            at, message, Code.WRONG_VERDICT, "a line of history holds another verdict than the one that follows"
        )


def _ground_faults(promise: Promise, entered: Entered[PromiseEntry]) -> Iterator[Problem]:
    """A verdict that says more, or less, than the facts it rests on."""
    where = entered.where("verdict")
    if promise.verdict in GROUNDED and not promise.rests_on:
        hint = "name the facts that tell the outcome under rests_on:, or choose a verdict of silence"
        yield Problem(where, f'"{promise.verdict}" rests on no fact', Code.NO_OUTCOME, hint)
    elif promise.verdict in SETTLED and not any(told_on(each.figure) > promise.made.last for each in promise.rests_on):
        message = f'"{promise.verdict}" rests on no fact that was told after {promise.made}, when it was made'
        yield Problem(where, message, Code.NO_OUTCOME, "an outcome comes from a page that is later than the promise")
    elif (
        promise.verdict == "under-way"
        and promise.doubt is None
        and not any(told_on(each.figure) > promise.made.last for each in promise.rests_on)
    ):
        message = f"all that it rests on is older than {promise.made}, when it was made"
        yield Problem(where, message, Code.NO_OUTCOME, "say so with doubt:, or choose a verdict of silence")
    if promise.verdict in GROUNDED:
        return
    if promise.rests_on:
        hint = "put what explains it under beside:, or choose the verdict that its outcome bears"
        yield Problem(
            entered.where("rests_on"), f'"{promise.verdict}" rests on no outcome', Code.NEEDLESS_OUTCOME, hint
        )
    if promise.reach is None:
        hint = "reach: {to: the newest page found, languages: […]}"
        yield Problem(
            where, f'"{promise.verdict}" says how far the search for an outcome reached', Code.UNSEARCHED, hint
        )


def _day_faults(promise: Promise, entered: Entered[PromiseEntry], as_of: str) -> Iterator[Problem]:
    """A day that has passed, and an outcome that came before or after the day that its verdict says."""
    if promise.due and as_of and promise.verdict in OPEN and promise.due.last.isoformat() < as_of:
        message = f'its day, {promise.due}, has passed on {as_of}, so it is not "{promise.verdict}"'
        hint = "look what became of it: kept, kept-late, dropped …, or nobody-has-told"
        yield Problem(entered.where("verdict"), message, Code.PAST_DUE, hint)
    days = [day for each in promise.rests_on if (day := day_of(each.figure))]
    if promise.due is None or not days or promise.verdict not in FULFILLED:
        return
    late = min(days) > promise.due.last
    if late != (promise.verdict == "kept-late"):
        when = "after" if late else "by"
        message = f'its outcome came {when} its day, {promise.due}: that is not "{promise.verdict}"'
        right = "kept-late" if late else "kept"
        yield Problem(entered.where("verdict"), message, Code.WRONG_DAY, f"write {right}, or correct due: or the fact")


def day_of(figure: Figure) -> date | None:
    """The first day of an event that has happened; None for an amount, which may be counted later, and for a plan."""
    when = figure.date or figure.period
    return when.first if when and figure.quantity is None and figure.standing == "done" else None


def _amount_faults(promise: Promise, entered: Entered[PromiseEntry]) -> Iterator[Problem]:
    """An outcome held against a promise that is another thing, and one that falls short of it."""
    wanted = [figure for figure in promise.facts if figure.quantity]
    for n, outcome in enumerate(promise.rests_on):
        figure = outcome.figure
        if figure.quantity is None or not wanted:
            continue
        like = [other for other in wanted if not unlike(other, figure, promise.verdict)]
        if not like and outcome.differs is None:
            what = " and ".join(
                dict.fromkeys(each for other in wanted[:1] for each in unlike(other, figure, promise.verdict))
            )
            message = f'"{figure.id}" differs from "{wanted[0].id}" in {what}'
            hint = "say in what it is another thing with differs:, or leave it out"
            yield Problem(entered.where("rests_on", n, "fact"), message, Code.UNLIKE_OUTCOME, hint)
        if promise.verdict in FULFILLED:
            yield from (
                Problem(
                    entered.where("rests_on", n, "fact"),
                    f'"{figure.id}" lies below what "{other.id}" promised',
                    Code.SHORT_OF_PROMISE,
                    "kept-in-part, changed or dropped would be a verdict",
                )
                for other in like
                if _falls_short(figure, other)
            )


def unlike(promised: Figure, outcome: Figure, verdict: str) -> list[str]:
    """In what an outcome is another thing than what was promised: in measure, unit, scope, place or kind; empty when in
    nothing."""
    a, b = promised.quantity, outcome.quantity
    told = {
        "measure": _id(promised.measure) != _id(outcome.measure) or promised.measure is None,
        "unit": a is None or b is None or a.unit != b.unit,
        "scope": {each.id for each in promised.scope} != {each.id for each in outcome.scope},
        "place": _id(promised.place) != _id(outcome.place),
        "kind": outcome.standing in PROMISED and verdict != "still-a-goal",
    }
    return [name for name, differs in told.items() if differs]


def _id(thing: object) -> str:
    return str(getattr(thing, "id", ""))


def _falls_short(outcome: Figure, promised: Figure) -> bool:
    """Whether the most that an outcome may be lies below the least that was promised."""
    most = outcome.quantity.upper if outcome.quantity else None
    least = promised.quantity.lower if promised.quantity else None
    return most is not None and least is not None and most < least


# --- Unlike things side by side --------------------------------------------------------------------------------------


def held_apart(
    promises: Mapping[str, Promise],
    figures: Mapping[str, Figure],
    charts: Mapping[str, Chart],
    book: Book,
    content: Content,
    forms: Mapping[str, Needs],
) -> Iterator[Problem]:
    """Promises worked out or drawn together with an outcome that is another thing, without a word that says so. A form
    of promises says it beside the mark, for the promise that its rows are of."""
    pairs_of = {
        promise.id: {
            frozenset((part.id, outcome.figure.id))
            for outcome in promise.rests_on
            if outcome.differs
            for part in promise.facts
        }
        for promise in promises.values()
    }
    pairs = set().union(*pairs_of.values())
    hint = "say what a reader must know beside it"
    for name, entered in book.derived.items():
        derivation = figures[name].derivation if name in figures else None
        inputs = frozenset(each.figure.id for each in derivation.inputs) if derivation else frozenset()
        if derivation and derivation.caveat is None and any(pair <= inputs for pair in pairs):
            message = "a promise is worked out with an outcome that is another thing"
            yield Problem(entered.where("derive"), message, Code.NEEDS_CAVEAT, f"add caveat: {hint}")
    for chart in charts.values():
        drawn = frozenset(row.figure.id for row in chart.rows)
        said = set().union(*(pairs_of[row.promise.id] for row in chart.rows if row.promise))
        if chart.note is None and forms[chart.form].amount and any(pair <= drawn for pair in pairs - said):
            message = "a promise is drawn on one scale with an outcome that is another thing"
            at = content.charts[chart.id].where("figures")
            yield Problem(at, message, Code.NEEDS_CAVEAT, f"add note: {hint}")
