"""The index of facts: every figure in a line, by subject; in an edition with many facts a page for each subject."""

from collections.abc import Container, Iterator
from dataclasses import dataclass

from factbound.ledger import Figure, Ledger
from factbound.values.vocabulary import PROMISED
from factbound.view.telling.links import Links, subject_path
from factbound.view.telling.teller import Teller

A_PAGE = 400
"""Most figures on a page: some 20,000 pixels, which a reader can still scroll through."""


@dataclass(frozen=True, slots=True)
class FactRow:
    """A figure in the index of facts."""

    id: str
    href: str
    statement: str
    amount: str
    subject: str
    status: str
    kind: str
    support: str
    differs: bool
    unconfirmed: bool
    verdict: str
    place: str
    measure: str
    past_due: bool


@dataclass(frozen=True, slots=True)
class Subject:
    """The figures on a subject: its name, where they stand, how many they are, and their lines where they stand on the
    page itself."""

    name: str
    anchor: str
    href: str
    count: int
    rows: tuple[FactRow, ...]


@dataclass(frozen=True, slots=True)
class FactsView:
    """The index of facts, or the part of it that has a subject's."""

    subjects: tuple[Subject, ...]
    summary: str
    turn: tuple[tuple[str, str, bool], ...] = ()
    """The parts of a subject with many figures: their label, where they are, and whether it is this one."""


@dataclass(frozen=True, slots=True)
class Group:
    """Figures on one subject."""

    id: str
    name: str
    figures: tuple[Figure, ...]

    @property
    def parts(self) -> tuple[tuple[Figure, ...], ...]:
        """Its figures, a page at a time."""
        return tuple(self.figures[start : start + A_PAGE] for start in range(0, len(self.figures), A_PAGE))


def groups_of(tell: Teller) -> tuple[Group, ...]:
    """The figures by subject, those of its parts and members among them; then what was worked out."""
    return tell.remember("subjects of facts", lambda: tuple(_grouped(tell)))


def in_parts(ledger: Ledger) -> bool:
    """Whether an edition has so many figures that each subject has a page of its own."""
    return len(ledger.figures) > A_PAGE


def _grouped(tell: Teller) -> Iterator[Group]:
    found: dict[str, tuple[str, list[Figure]]] = {}
    for figure in tell.ledger.facts:
        head = figure.subject
        while head and head.of:
            head = head.of
        found.setdefault(head.id if head else "", (tell.name(head) if head else "", []))[1].append(figure)
    derived = tuple(tell.ledger.derived)
    for name, (label, figures) in found.items():
        yield Group(name or _free("other-facts", found), label or tell.word("other-facts"), tuple(figures))
    if derived:
        yield Group(_free("worked-out", found), tell.word("worked-out"), derived)


def _free(name: str, taken: Container[str]) -> str:
    """A name that no subject has."""
    while name in taken:
        name += "-"
    return name


def facts_view(tell: Teller, links: Links, today: str) -> FactsView:
    """The index of facts: all of them, or in an edition with many the subjects that lead to them."""
    apart = in_parts(tell.ledger) and links.layout is str  # a site with a theme has no pages of subjects
    subjects = tuple(
        Subject(
            group.name,
            group.id,
            links.to(subject_path(tell.language, group.id)) if apart else f"#{group.id}-facts",
            len(group.figures),
            () if apart else tuple(fact_row(figure, tell, links, today) for figure in group.figures),
        )
        for group in groups_of(tell)
    )
    return FactsView(subjects, tell.summary())


def subject_view(group: Group, part: int, tell: Teller, links: Links, today: str) -> FactsView:
    """A part of a subject's figures, counted from 1."""
    rows = tuple(fact_row(figure, tell, links, today) for figure in group.parts[part - 1])
    subject = Subject(group.name, group.id, "", len(group.figures), rows)
    turn = tuple(
        (str(n), links.to(subject_path(tell.language, group.id, n)), n == part) for n in range(1, len(group.parts) + 1)
    )
    return FactsView((subject,), tell.speller.counted("fact-count", len(group.figures)), turn if len(turn) > 1 else ())


def fact_row(figure: Figure, tell: Teller, links: Links, today: str) -> FactRow:
    """A figure, in a line. `today` decides whether it is past due."""
    return FactRow(
        figure.id,
        links.fact(figure.id),
        tell.text(figure.statement),
        tell.figure(figure).text,
        tell.name(figure.subject) if figure.subject else "",
        tell.word(f"status-{figure.status}") if figure.status else "",
        figure.kind,
        tell.support(figure),
        figure.agreement == "differs",
        bool(figure.doubt),
        tell.word(f"verdict-{figure.derivation.verdict}") if figure.derivation else "",
        tell.text(figure.place.name) if figure.place else "",
        tell.text(figure.measure.name) if figure.measure else "",
        is_open(figure, tell) and is_past_due(figure, tell.ledger, today),
    )


def is_open(figure: Figure, tell: Teller) -> bool:
    """Whether nothing tells what became of a promise."""
    told = tell.relations.outcomes.get(figure.id) or tell.relations.promises.get(figure.id)
    return figure.due is not None and figure.status in PROMISED and not told


def is_past_due(figure: Figure, ledger: Ledger, today: str) -> bool:
    """Whether the day on which a figure is due has passed."""
    return figure.due is not None and figure.due.last.isoformat() < horizon(ledger, today)


def horizon(ledger: Ledger, today: str) -> str:
    """The day, in ISO form, before which a promise is past due: `today`, or the last day on which an article appeared;
    empty without either."""
    days = (source.published.last.isoformat() for source in ledger.sources.values() if source.published.end)
    return today or max(days, default="")
