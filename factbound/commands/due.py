"""Due: promises that fall due within a year, those past their day without an outcome, and those that nobody has looked
at for a year."""

import argparse
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from pathlib import Path

from factbound.commands import OK
from factbound.commands.proving import today
from factbound.ledger import Promise
from factbound.mkdocs import plugin as mkdocs
from factbound.mkdocs import settings
from factbound.view.telling.teller import Teller

YEAR = timedelta(days=365)
UNSETTLED = frozenset({"not-yet-due", "under-way", "nobody-has-told"})
"""Verdicts that an outcome would end."""


def due(options: argparse.Namespace, root: Path) -> int:
    """Tell which promises want to be looked at, and from when."""
    ledger = mkdocs.ledger(settings.load(root))
    day = date.fromisoformat(options.today or today())
    for line in due_lines(ledger.promises.values(), Teller(ledger, ledger.languages[0]), day):
        print(line)
    return OK


def due_lines(promises: Iterable[Promise], tell: Teller, day: date) -> Iterator[str]:
    """The three lists, each with its heading, for a day."""
    dated = sorted(((promise.due.last, promise) for promise in promises if promise.due and promise.due.end), key=_first)
    every = list(promises)
    lists = (
        ("falls due within a year", [(last, each) for last, each in dated if day <= last and last - day <= YEAR]),
        (
            "past its day, without an outcome",
            [(last, each) for last, each in dated if last < day and each.verdict in UNSETTLED],
        ),
        (
            "not looked at for a year",
            sorted(((each.looked.last, each) for each in every if day - each.looked.last > YEAR), key=_first),
        ),
    )
    for heading, found in lists:
        yield f"{heading}: {len(found)}"
        yield from (f"  {last}  {each.id}  {each.verdict}  {tell.text(each.promise)}" for last, each in found)


def _first(pair: tuple[date, Promise]) -> date:
    return pair[0]
