"""The lock: what was verified against which archived text, as facts/evidence.lock keeps it."""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from factbound.problems import Code
from factbound.read.context import ReadContext
from factbound.read.entries import ReadingEntry
from factbound.read.files import is_there, read_text
from factbound.values.quantities import Quantity

COMMAND = "python build.py verify --archive DIR"
MOST = 100_000_000
"""Bytes of the largest lock: about a million readings."""
_TEXT = re.compile(r"  (\S+): \{sha256: (\w+), paragraphs: (\d+), checked: (\S+)\}")
_READING = re.compile(r"  (\S+): \{digest: (\w+), offset: (\d+), start: (\d+), end: (\d+)\}")
_VERDICT = re.compile(r"  (\S+): (\S+)")
_HEAD = f"# Written by `{COMMAND}`; do not edit it by hand: the seal would not hold.\n"


@dataclass(frozen=True, slots=True)
class LockedText:
    """An archived text as it was when its readings were verified: its SHA-256 in hexadecimal, and the day of the
    check."""

    digest: str
    paragraphs: int
    checked: str


@dataclass(frozen=True, slots=True)
class LockedReading:
    """A reading as it was when it was verified; `offset` is where its words start in the paragraph, in characters, and
    `start` and `end` where they stand in the whole text, as archive.Text counts."""

    digest: str
    offset: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Lock:
    """What was verified, by source and by reading ("fact.1" is a fact's first reading)."""

    texts: Mapping[str, LockedText] = field(default_factory=dict)
    readings: Mapping[str, LockedReading] = field(default_factory=dict)
    path: str = ""
    verdicts: Mapping[str, str] = field(default_factory=dict)
    """The verdict of each promise as it was then: a later one needs a line of history."""


def reading_digest(entry: ReadingEntry) -> str:
    """A digest of everything in a reading that verification looks at: it changes when any of it does."""
    parts = (
        entry.source,
        entry.paragraph,
        entry.printed,
        entry.after or "",
        entry.quantity or "",
        entry.date or "",
        bool(entry.vouched),
    )
    amount = entry.quantity.unit if isinstance(entry.quantity, Quantity) else ""
    return hashlib.sha256("\0".join(map(str, (*parts, amount))).encode()).hexdigest()[:24]


def lock_text(lock: Lock) -> str:
    """The lock as it is written: sorted, a line each, with a seal over the rest."""
    lines = ["texts:"]
    lines += [
        f"  {name}: {{sha256: {text.digest}, paragraphs: {text.paragraphs}, checked: {text.checked}}}"
        for name, text in sorted(lock.texts.items())
    ]
    lines += ["readings:"]
    lines += [
        f"  {name}: {{digest: {reading.digest}, offset: {reading.offset}, start: {reading.start}, end: {reading.end}}}"
        for name, reading in sorted(lock.readings.items(), key=_by_number)
    ]
    if lock.verdicts:
        lines += ["verdicts:", *(f"  {name}: {verdict}" for name, verdict in sorted(lock.verdicts.items()))]
    body = "\n".join(lines) + "\n"
    return f"{_HEAD}seal: {_seal(body)}\n{body}"


def _by_number(item: tuple[str, LockedReading]) -> tuple[str, int]:
    fact, _, number = item[0].rpartition(".")
    return fact, int(number)


def _seal(body: str) -> str:
    return hashlib.sha256(body.encode()).hexdigest()[:24]


def read_lock(path: Path, context: ReadContext) -> Lock:
    """The lock at `path`, an empty one when there is none; a lock that was edited is a problem.

    It holds a line for each reading, so it may be large; it was written by `lock_text`, so it is read line by line.
    """
    if not is_there(path):
        return Lock()
    text = read_text(path, context, MOST)
    if text is None:
        return Lock()
    head, _, body = text.partition("texts:\n")
    sealed = head.endswith(f"seal: {_seal(text[len(head) :])}\n")
    lock = _lock(body, context.name(path)) if sealed else None
    if lock is None:
        message, hint = "the lock was edited: its seal does not hold", f"write it anew: {COMMAND}"
        context.note(path, message, Code.BAD_LOCK, hint)
        return Lock()
    return lock


def _lock(body: str, path: str) -> Lock | None:
    """What the lines say under `texts:`; None when another version of this program wrote them."""
    texts: dict[str, LockedText] = {}
    readings: dict[str, LockedReading] = {}
    verdicts: dict[str, str] = {}
    part = "texts"
    for line in body.splitlines():
        if not line.startswith("  "):
            part = line.removesuffix(":")
        elif part == "texts" and (told := _TEXT.fullmatch(line)):
            texts[told[1]] = LockedText(told[2], int(told[3]), told[4])
        elif part == "readings" and (told := _READING.fullmatch(line)):
            readings[told[1]] = LockedReading(told[2], int(told[3]), int(told[4]), int(told[5]))
        elif part == "verdicts" and (told := _VERDICT.fullmatch(line)):
            verdicts[told[1]] = told[2]
        else:
            return None
    return Lock(texts, readings, path, verdicts)
