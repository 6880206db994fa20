"""Promises in charts: whether a row belongs to its promise, and when that was due and came."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from factbound.assemble.promises import FULFILLED, day_of, told_on
from factbound.ledger import Figure, Promise, Row, Slip
from factbound.problems import Code, Problem
from factbound.read.book import Entered
from factbound.read.entries import ChartEntry
from factbound.values.dates import Period, parse_period
from factbound.values.needs import Needs
from factbound.values.vocabulary import PROMISED


def slip_of(promise: Promise, figure: Figure, today: str) -> Slip | None:
    """The day of a promise and what the figure says came of it by `today`; None where it has no day."""
    due = promise.due if promise.due and promise.due.end else None  # what has no end is due on no day
    plans = (outcome.figure.due for outcome in promise.rests_on if outcome.figure.standing in PROMISED)
    aims = tuple(plan for plan in plans if plan and plan.end and not (due and plan.last == due.last))
    if not (due or aims) or not today:
        return None
    kind, day = _came(promise, figure, (due or aims[0]).last >= date.fromisoformat(today))
    return Slip(kind, due, aims, day)


def _came(promise: Promise, figure: Figure, ahead: bool) -> tuple[str, Period | None]:
    """What came of a promise by the figure's account, and on which day; `ahead` when its day has not passed."""
    told = figure.period or figure.date
    if _is_outcome(figure, promise):
        if day_of(figure):
            return "came", figure.date or figure.period
        if figure.standing == "dropped" and told:
            return "gone", told
        if promise.verdict in FULFILLED:
            return "told", told or parse_period(told_on(figure).isoformat())
    if promise.verdict == "nobody-has-told" and not ahead:
        return "silent", None
    return "ahead" if ahead else "open", None


def _is_outcome(figure: Figure, promise: Promise) -> bool:
    return any(outcome.figure.id == figure.id for outcome in promise.rests_on)


def unfit_promises(
    entered: Entered[ChartEntry], rows: Mapping[int, Row], needs: Needs, today: str
) -> Iterator[Problem]:
    """Rows, by their place, that name no promise where the form draws promises, or one that they do not belong to; and
    what a form of promises cannot draw."""
    if needs.day and not today:
        message, hint = "there is no today to draw", "set as_of: in mkdocs.yml"
        yield Problem(entered.where("form"), message, Code.CHART_VALUE, hint)
        return
    for n, row in rows.items():
        named = entered.entry.figures[n].promise
        if needs.promise and named is None:
            hint = "add promise: with the promise that it belongs to"
            yield _problem(entered, f'"{row.figure.id}" names no promise', hint, n, "figure")
        elif named and not needs.promise:
            hint = "the forms slips and outcomes draw promises; leave the key out here"
            yield _problem(entered, "this form draws no promises", hint, n, "promise")
        elif row.promise:
            yield from _row_problems(entered, n, row, row.promise, needs)
    whole = len(rows) == len(entered.entry.figures) and all(row.promise for row in rows.values())
    if needs.promise and needs.amount and whole:
        yield from _side_problems(entered, list(rows.values()))


def _row_problems(entered: Entered[ChartEntry], n: int, row: Row, promise: Promise, needs: Needs) -> Iterator[Problem]:
    figure = row.figure
    if not _is_outcome(figure, promise) and figure not in promise.facts:
        message = f'"{figure.id}" is neither promised by "{promise.id}" nor what its verdict rests on'
        yield _problem(entered, message, "its facts: and rests_on: say what belongs to a promise", n, "figure")
    elif needs.day and row.slip is None:
        message = f'"{promise.id}" has no day'
        hint = "give it due:, let it rest on a later plan that has one, or leave it out"
        yield _problem(entered, message, hint, n, "promise")
    elif row.slip and promise.verdict in FULFILLED and row.slip.kind not in {"came", "told"}:
        message = f'"{promise.id}" was kept, and "{figure.id}" does not tell when'
        yield _problem(entered, message, "name the outcome that does, from its rests_on:", n, "figure")


def _side_problems(entered: Entered[ChartEntry], rows: Sequence[Row]) -> Iterator[Problem]:
    """Promises of two kinds on one scale, and a promise without an outcome or the other way round."""
    names = list(dict.fromkeys(row.promise.id for row in rows if row.promise))
    if len(names) > 1:
        yield _problem(entered, f"this form draws one promise, not {' and '.join(names)}", "make a chart of each")
        return
    sides = {row.promise is not None and row.figure in row.promise.facts for row in rows}
    for side, missing in ((True, "what was promised"), (False, "what came of it")):
        if side not in sides:
            yield _problem(entered, f"no figure says {missing}", "this form draws both beside each other")


def _problem(entered: Entered[ChartEntry], message: str, hint: str, *at: int | str) -> Problem:
    return Problem(entered.where("figures", *at), message, Code.CHART_VALUE, hint)
