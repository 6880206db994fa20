"""A clock on reading: what does not end is ended, and what comes after it is read."""

import os
import time

import pytest

from factbound.network import record
from factbound.network.clock import TooLong, within


def _asleep(text: str) -> str:
    time.sleep(60)
    return text


def test_what_takes_too_long_is_ended_and_the_next_is_read() -> None:
    first = within(30, os.getpid)
    assert first != os.getpid()
    assert within(30, os.getpid) == first
    with pytest.raises(TooLong, match="longer than"):
        within(0.1, _asleep, "a")
    with pytest.raises(ProcessLookupError):
        os.kill(first, 0)
    assert within(30, str.upper, "a") == "A"


def test_what_its_process_does_not_survive_is_given_up_too() -> None:
    with pytest.raises(TooLong):
        within(1, os._exit, 3)
    assert within(30, str.upper, "a") == "A"


def test_an_error_of_the_reader_s_is_raised_here() -> None:
    with pytest.raises(ZeroDivisionError):
        within(30, divmod, 1, 0)


def test_a_page_is_read_against_the_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    html = (
        f"<html><body><article><p>{'Lumen will put twelve million euros into lamps. ' * 20}</p></article></body></html>"
    )
    assert record.article_in(html, "https://gazette.example/a")
    monkeypatch.setattr(record, "LONGEST", 0)
    with pytest.raises(TooLong):
        record.article_in(html, "https://gazette.example/a")
