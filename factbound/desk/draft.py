"""Drafts: a proposal as the entry that an editor would type, and the facts that it may be a reading of."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from factbound.desk.holding import OPEN
from factbound.desk.propose import Proposal
from factbound.desk.voices import REPORTER
from factbound.prove.archive import Text
from factbound.prove.verify import span_of
from factbound.read.book import SHELVES, Book
from factbound.read.entries import FactEntry, ReadingEntry
from factbound.tidy.entries import Written, with_entry
from factbound.values.dates import parse_period
from factbound.values.quantities import Quantity, parse_quantity
from factbound.values.slugs import near_slug
from factbound.values.units import dimension


@dataclass(frozen=True, slots=True)
class Used:
    """Words of a paragraph that a reading uses (`fact`), or that are left out (`why`)."""

    paragraph: int
    start: int
    end: int
    fact: str | None = None
    why: str | None = None


def uses(book: Book, source: str, text: Text, language: str) -> tuple[Used, ...]:
    """What readings and left_out entries take of an article, in its order; why in the edition's first words for it."""
    found: list[Used] = []
    for name, fact in book.facts.items():
        for each in fact.entry.readings:
            if each.source == source and each.paragraph and each.paragraph <= len(text.paragraphs):
                start, end = span_of(each.printed, text.paragraphs[each.paragraph - 1], each.after)
                found.append(Used(each.paragraph, start, end, fact=name))
    if source in book.sources:
        for part in book.sources[source].entry.left_out:
            if part.paragraph <= len(text.paragraphs):
                start, end = span_of(part.printed, text.paragraphs[part.paragraph - 1], None)
                why = part.why.get(language) or next(iter(part.why.values()))
                found.append(Used(part.paragraph, start, end, why=why))
    return tuple(
        sorted((each for each in found if each.start < each.end), key=lambda each: (each.paragraph, each.start))
    )


def unused(proposals: tuple[Proposal, ...], taken: tuple[Used, ...]) -> tuple[Proposal, ...]:
    """The proposals whose numbers nothing takes."""
    return tuple(
        each
        for each in proposals
        if not any(one.paragraph == each.paragraph and one.start <= each.start and each.end <= one.end for one in taken)
    )


def reading_of(proposal: Proposal, source: str) -> dict[str, Written]:
    """The reading that a proposal would be, as it is typed."""
    date = proposal.date or (OPEN if proposal.quantity is None and "date" in proposal.reads.split() else None)
    parts: dict[str, str | None] = {
        "source": source,
        "paragraph": str(proposal.paragraph),
        "printed": proposal.printed,
        "after": proposal.after,
        "quantity": proposal.quantity,
        "date": date if proposal.quantity is None and proposal.reads != "no amount, no date" else None,
        "said_by": None if proposal.said_by == REPORTER else proposal.said_by,
        "hedge": proposal.hedge,
    }
    return {key: value for key, value in parts.items() if value}


def fact_of(proposal: Proposal, source: str, languages: tuple[str, ...], taken: frozenset[str]) -> dict[str, Written]:
    """The fact that a proposal would be: its id, statement and status are drafts, and its statement says so."""
    name = fresh_id(proposal, taken)
    told = f"{OPEN}: [[{name}]]" if proposal.quantity or proposal.date else OPEN
    statement: dict[str, Written] = dict.fromkeys(languages, told)
    entry: dict[str, Written] = {"id": name, "statement": statement, "subject": proposal.subject or OPEN.lower()}
    for key in ("place", "measure"):
        if value := getattr(proposal, key):
            entry[key] = value
    entry["status"] = "planned" if proposal.hedge else "context"
    if proposal.period:
        entry["period"] = proposal.period
    return {**entry, "readings": [reading_of(proposal, source)]}


def fresh_id(proposal: Proposal, taken: frozenset[str]) -> str:
    """An id that nothing has yet, of what the fact is about."""
    parts = [part for part in (proposal.subject, proposal.place, proposal.measure) if part]
    base = near_slug(" ".join(parts)) or "fact"
    name = next(name for n in range(1, 10_000) if (name := base if n == 1 else f"{base}-{n}") not in taken)
    return name[:80]


# --- Facts that it may be a reading of -------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Candidate:
    """A fact that words may be a reading of, and how its own reading stands to them."""

    id: str
    statement: str
    prints: str
    differs: bool
    unit: str
    """The unit of its first amount, where words name one that no list has."""


def candidates(book: Book, proposal: Proposal, language: str, most: int = 8) -> tuple[Candidate, ...]:
    """The facts with the same unit and a nearby value, the nearest first; for words without a number, those with the
    same subject or place."""
    claimed = _parsed(proposal.quantity)
    scored = [
        (score, name)
        for name, fact in book.facts.items()
        if (score := _score(fact.entry.readings, fact.entry.subject, fact.entry.place, proposal, claimed)) is not None
    ]
    return tuple(_candidate(book, name, proposal, language) for _, name in sorted(scored)[:most])


def _score(
    readings: Sequence[ReadingEntry], subject: str, place: str | None, proposal: Proposal, claimed: Quantity | None
) -> float | None:
    alike = 0.25 * (subject != proposal.subject) + 0.25 * (place != proposal.place)
    if claimed:
        gaps = [_gap(each.quantity, claimed) for each in readings if each.quantity]
        near = min((gap for gap in gaps if gap is not None), default=None)
        return None if near is None or near > 1 else near + alike
    if proposal.date:
        dates = {str(each.date) for each in readings if each.date}
        same = any(each[:4] == proposal.date[:4] for each in dates)
        return (0 if proposal.date in dates else 0.5) + alike if same else None
    return alike if alike < 0.5 and not any(each.quantity or each.date for each in readings) else None


def _gap(one: Quantity, other: Quantity) -> float | None:
    """How far two amounts of one unit are apart, as a share of the larger; None for two that are no such pair. Things
    that are counted are of one unit or of none that is known yet."""
    unlike_units = one.unit != other.unit and other.unit.code != OPEN
    if unlike_units and (dimension(one.unit) != dimension(other.unit) or "count" in dimension(one.unit)):
        return None
    a, b = one.point, other.point
    largest = max(abs(a), abs(b), Decimal(1))
    unlike = (0.5 if unlike_units else 0) + (0.05 if one.qualifier is not other.qualifier else 0)
    return float(abs(a - b) / largest) + unlike


def _candidate(book: Book, name: str, proposal: Proposal, language: str) -> Candidate:
    entry = book.facts[name].entry
    unit = next((str(each.quantity.unit) for each in entry.readings if each.quantity), "")
    prints = list(dict.fromkeys(str(each.quantity or each.date or "") for each in entry.readings))
    said = re.sub(rf" {OPEN}$", f" {unit}", str(_parsed(proposal.quantity) or proposal.date or ""))
    told = entry.statement.get(language) or next(iter(entry.statement.values()))
    differs = any(each != said for each in prints)
    return Candidate(name, told, ", ".join(each for each in prints if each), differs, unit)


def _parsed(text: str | None) -> Quantity | None:
    try:
        return parse_quantity(text) if text else None
    except ValueError:
        return None


def subject_for(book: Book, proposal: Proposal, source: str) -> str | None:
    """Whom a new fact is about: the company named nearest; else who speaks, or whom that person speaks for; else whom
    the fact is about that the article gave nearest to it, rather before than behind."""
    if proposal.subject:
        return proposal.subject
    if proposal.said_by in book.people:
        return book.people[proposal.said_by].entry.of or proposal.said_by
    near = [
        (abs(each.paragraph - proposal.paragraph), each.paragraph > proposal.paragraph, fact.entry.subject)
        for fact in book.facts.values()
        for each in fact.entry.readings
        if each.source == source and each.paragraph
    ]
    return min(near)[2] if near else None


def counted(proposal: Proposal) -> tuple[str, str]:
    """The noun that is counted in words whose unit no list has, and the id by which the machine knows that unit; empty
    where there is none."""
    if proposal.quantity is None:
        return "", ""
    noun = re.search(r"[^\W\d_][\w’'-]+$", proposal.printed)
    code = proposal.quantity.rpartition(" ")[2]
    missing = any(f'"{code}"' in each for each in proposal.faults)
    return (noun[0] if noun and (missing or code == OPEN) else ""), code if missing else ""


def dimension_of(proposal: Proposal) -> str:
    """What kind of amount it is, for a measure that is new."""
    claimed = _parsed(proposal.quantity)
    return dimension(claimed.unit) if claimed else "date" if proposal.date else "none"


def measure_for(book: Book, proposal: Proposal) -> str | None:
    """What is measured: what the sentence names; of things that are counted, what most facts of that unit measure."""
    claimed = _parsed(proposal.quantity)
    if claimed is None or "count" not in dimension(claimed.unit):
        return proposal.measure
    counted = Counter(
        fact.entry.measure
        for fact in book.facts.values()
        if any(each.quantity and each.quantity.unit == claimed.unit for each in fact.entry.readings)
    )
    found = [name for name, _ in counted.most_common() if name in proposal.measures]
    return proposal.measure if proposal.measure in found or not found else found[0]


def twins(book: Book, told: Mapping[str, str]) -> tuple[str, ...]:
    """The facts with the subject, measure, place, unit and time of one that is typed: readings of it, or other things
    for a reason that is told."""
    claimed = _parsed(told.get("quantity"))
    try:
        period = parse_period(told["period"]) if told.get("period") else None
    except ValueError:
        return ()
    if claimed is None or not told.get("measure"):
        return ()

    def alike(entry: FactEntry) -> bool:
        units = {each.quantity.unit for each in entry.readings if each.quantity}
        at_one_time = period is None or entry.period is None or period.overlaps(entry.period)
        where = (entry.subject, entry.measure, entry.place or "") == (
            told.get("subject"),
            told["measure"],
            told.get("place", ""),
        )
        return where and claimed.unit in units and at_one_time

    return tuple(
        name
        for name, each in book.facts.items()
        if name != told.get("id") and told.get("id") not in each.entry.distinct_from and alike(each.entry)
    )


def file_for(book: Book, subject: str | None, place: str | None) -> str:
    """The file of facts in which a fact about this subject and place belongs; a new one where there is none."""
    both = Counter(
        entered.document.path.rpartition("/")[2]
        for entered in book.facts.values()
        if entered.entry.subject == subject and entered.entry.place == place
    )
    either = Counter(
        entered.document.path.rpartition("/")[2] for entered in book.facts.values() if entered.entry.subject == subject
    )
    counted = both or either
    return (
        counted.most_common(1)[0][0] if counted else f"{subject if subject and subject not in SHELVES else 'more'}.yml"
    )


def left_out_of(proposal: Proposal, languages: tuple[str, ...]) -> dict[str, Written]:
    """The left_out entry for an amount that nothing uses, its reason still to be told."""
    return {
        "paragraph": str(proposal.paragraph),
        "printed": proposal.printed,
        "why": dict.fromkeys(languages, OPEN),
    }


def yaml_of(entries: Iterable[Mapping[str, Written]]) -> str:
    """Entries as a file of YAML, in the canonical style."""
    text = ""
    for entry in entries:
        text = with_entry(text, entry)
    return text


def given(book: Book, source: str) -> Iterator[tuple[int | None, str, str, str]]:
    """All that an article gave: each reading's paragraph, fact, printed words and amount, in the article's order."""
    found = [
        (each.paragraph, name, each.printed, str(each.quantity or each.date or ""))
        for name, fact in book.facts.items()
        for each in fact.entry.readings
        if each.source == source
    ]
    yield from sorted(found, key=lambda each: each[0] or 0)


def is_file_of_facts(name: str) -> bool:
    """Whether a name may be that of a file of facts."""
    stem = name.removesuffix(".yml")
    return bool(re.fullmatch(r"[a-z0-9][a-z0-9-]{0,79}\.yml", name)) and stem not in SHELVES


def names_of(name: Mapping[str, str] | str, language: str) -> str:
    """A name as a list shows it."""
    return name if isinstance(name, str) else name.get(language) or next(iter(name.values()))
