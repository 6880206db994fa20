"""Dates and periods in EDTF."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factbound.values.dates import parse_period


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2031", date(2031, 1, 1), date(2031, 12, 31)),
        ("2032-02", date(2032, 2, 1), date(2032, 2, 29)),
        ("2031-05-13", date(2031, 5, 13), date(2031, 5, 13)),
        ("2031-05~", date(2031, 5, 1), date(2031, 5, 31)),
        ("2031/2033", date(2031, 1, 1), date(2033, 12, 31)),
        ("2031-05-13/2031-06", date(2031, 5, 13), date(2031, 6, 30)),
        ("2031/..", date(2031, 1, 1), date.max),
        ("../2031", date.min, date(2031, 12, 31)),
        ("2031-34", date(2031, 4, 1), date(2031, 6, 30)),
        ("2031-41~", date(2031, 7, 1), date(2031, 12, 31)),
        ("2031-40/2032-33", date(2031, 1, 1), date(2032, 3, 31)),
    ],
)
def test_a_period_covers_its_days(text: str, first: date, last: date) -> None:
    period = parse_period(text)
    assert (period.first, period.last, str(period)) == (first, last, text)


@pytest.mark.parametrize(
    "text",
    ["", "next year", "31", "2031-5", "2031-13",
        "2031-32", "2031-37", "2031-33-01", "2031-00", "2031-05-00", "2031-02-29", "0000", "2031/", "/2031",
        "../..", "..", "2033/2031", "2031/2032/2033",
     "2031 ", "２０３１", "2031-05-13T10:00", "-2031", "2031~~", "20310513", "XXXX", "2031\n"],
)  # fmt: skip
def test_what_is_not_a_date_is_refused_with_a_reason(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        parse_period(text)


@given(day=st.dates(min_value=date(1000, 1, 1)))
def test_every_day_of_the_calendar_is_read(day: date) -> None:
    period = parse_period(day.isoformat())
    assert period.first == period.last == day


@pytest.mark.parametrize(
    ("text", "years"), [("2031/2033", 3), ("2031", 1), ("2031-12/2032-01", 2), ("2031/..", None), ("../2031", None)]
)
def test_calendar_years_count_both_ends_and_not_an_open_one(text: str, years: int | None) -> None:
    assert parse_period(text).calendar_years == years


@pytest.mark.parametrize("mark", ["~", "?", "%"])
def test_a_doubtful_date_is_approximate(mark: str) -> None:
    start = parse_period(f"2031-05{mark}").start
    assert start is not None
    assert start.approximate


@pytest.mark.parametrize(
    ("one", "other", "together"),
    [
        ("2031", "2031-12-31", True),
        ("2031", "2032", False),
        ("2031/2033", "2033", True),
        ("2031/..", "2099", True),
        ("../2030", "2031", False),
    ],
)
def test_periods_overlap_when_a_day_may_belong_to_both(one: str, other: str, together: bool) -> None:
    assert parse_period(one).overlaps(parse_period(other)) is together
    assert parse_period(other).overlaps(parse_period(one)) is together
