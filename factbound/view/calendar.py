"""A calendar of due days: every promise that has one, as an iCalendar file that a calendar program can subscribe to.

Source: RFC 5545, iCalendar: lines end with CRLF and are folded at 75 octets (3.1); text is escaped (3.3.11); a day's
event has dates for its ends (3.6.1).
"""

from collections.abc import Iterator
from datetime import date, timedelta
from uuid import NAMESPACE_URL, uuid5

from factbound.ledger import Promise
from factbound.view.telling.links import promise_path
from factbound.view.telling.teller import Teller

_OCTETS = 75


def calendar(tell: Teller, site_url: str, today: str) -> bytes:
    """The due days of a language. `today`, the ISO day on which the edition was last read through, stamps them."""
    stamp = f"{today.replace('-', '') or '19700101'}T000000Z"
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//factbound//promises//EN",
        f"X-WR-CALNAME:{_text(_title(tell))}",
    ]
    for promise in tell.ledger.promises.values():
        lines += _event(promise, tell, site_url, stamp)
    return "".join(f"{folded}\r\n" for line in [*lines, "END:VCALENDAR"] for folded in _folded(line)).encode()


def _title(tell: Teller) -> str:
    return f"{tell.word('site') or tell.ledger.title}: {tell.word('promises').lower()}"


def _event(promise: Promise, tell: Teller, site_url: str, stamp: str) -> list[str]:
    """The last day that a promise's due date may mean; nothing where it has none."""
    if promise.due is None or promise.due.end is None:
        return []
    day = promise.due.last
    uid = uuid5(NAMESPACE_URL, f"factbound:{tell.ledger.name}/{tell.language}/due/{promise.id}")
    verdict = tell.word(f"promise-{promise.verdict}")
    known = [f"{verdict}. {tell.text(promise.in_words)}", tell.text(promise.due_known)]
    return [
        "BEGIN:VEVENT",
        f"UID:{uid}",
        f"DTSTAMP:{stamp}",
        f"DTSTART;VALUE=DATE:{_day(day)}",
        *([f"DTEND;VALUE=DATE:{_day(day + timedelta(days=1))}"] if day < date.max else []),
        f"SUMMARY:{_text(tell.text(promise.promise))}",
        f"DESCRIPTION:{_text(' '.join(filter(None, known)))}",
        *([f"URL:{site_url}{promise_path(tell.language, promise.id)}"] if site_url else []),
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
    ]


def _day(day: date) -> str:
    """A day as a value of type DATE; `%Y` would give years before 1000 fewer digits.

    >>> _day(date(31, 5, 13))
    '00310513'
    """
    return day.isoformat().replace("-", "")


def _text(words: str) -> str:
    """Words as a value of type TEXT.

    >>> _text("one; two, three")
    'one\\\\; two\\\\, three'
    """
    for character in "\\;,":
        words = words.replace(character, f"\\{character}")
    return words.replace("\n", "\\n")


def _folded(line: str) -> Iterator[str]:
    """A line in pieces of no more than 75 octets, each but the first starting with a space; no character is cut."""
    piece = ""
    for character in line:
        if len((piece + character).encode()) > _OCTETS:
            yield piece
            piece = " "
        piece += character
    yield piece
