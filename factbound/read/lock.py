"""The lock: what was verified against which archived text, as facts/evidence.lock keeps it."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from factbound.problems import Code, Problem, Where
from factbound.read.entries import ReadingEntry
from factbound.read.files import read_text, relative
from factbound.read.strict_yaml import Document, Value, parse
from factbound.values.quantities import Quantity

COMMAND = "python build.py verify --archive DIR"
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


def read_lock(path: Path, root: Path, problems: list[Problem]) -> Lock:
    """The lock at `path`, an empty one when there is none; a lock that was edited is a problem."""
    if not path.exists():
        return Lock()
    text = read_text(path, root, problems)
    document = parse(text, relative(path, root), problems) if text is not None else None
    if text is None or document is None:
        return Lock()
    body = text[text.index("texts:") :] if "texts:" in text else ""
    value = document.value if isinstance(document.value, dict) else {}
    try:
        lock = _lock(value, document)
    except (KeyError, TypeError, ValueError, AttributeError):
        lock = None
    if lock is None or value.get("seal") != _seal(body):
        problems.append(
            Problem(
                Where(document.path),
                "the lock was edited: its seal does not hold",
                Code.BAD_LOCK,
                f"write it anew: {COMMAND}",
            )
        )
        return Lock()
    return lock


def _lock(value: dict[str, Value], document: Document) -> Lock:
    texts = {
        name: LockedText(str(text["sha256"]), _whole(text["paragraphs"]), str(text["checked"]))
        for name, text in _mappings(value["texts"])
    }
    readings = {
        name: LockedReading(str(each["digest"]), *(_whole(each[key]) for key in ("offset", "start", "end")))
        for name, each in _mappings(value["readings"])
    }
    told = value.get("verdicts", {})
    verdicts = {name: str(verdict) for name, verdict in told.items()} if isinstance(told, dict) else {}
    return Lock(texts, readings, document.path, verdicts)


def _mappings(value: Value) -> Iterator[tuple[str, dict[str, Value]]]:
    """The entries of a mapping of mappings; TypeError when it is none."""
    for name, each in value.items() if isinstance(value, dict) else ():
        if not isinstance(each, dict):
            raise TypeError(name)
        yield name, each


def _whole(value: Value) -> int:
    """A whole number typed as text; TypeError or ValueError when it is none."""
    if not isinstance(value, str):
        raise TypeError(value)
    return int(value)
