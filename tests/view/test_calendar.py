"""The calendar of due days, read back by a library that knows nothing of factbound."""

from pathlib import Path

import pytest
from icalendar import Calendar
from promised import promised_edition

import factbound
from factbound.view.calendar import calendar
from factbound.view.telling.teller import Teller


@pytest.mark.parametrize("due", ["9999", "9999-12-31", "0079-08-24", "2033/.."])
def test_any_day_may_be_one_on_which_something_is_due(tmp_path: Path, due: str) -> None:
    edition = promised_edition(tmp_path / "edition")
    promises = edition / "facts/promises.yml"
    text = promises.read_text("utf-8").replace(
        "  verdict: nobody-has-told\n", f"  due: {due}\n  verdict: nobody-has-told\n"
    )
    promises.write_text(text, "utf-8")
    ledger = factbound.load(edition)
    events = Calendar.from_ical(calendar(Teller(ledger, "en"), "", "")).walk("VEVENT")
    days = [str(event["dtstart"].dt) for event in events if "lamp-land" in str(event["summary"])]
    last = ledger.promises["lamp-land"].due
    assert last
    assert days == ([last.last.isoformat()] if last.end else [])
