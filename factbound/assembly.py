"""Assembly: resolve, verify, derive. The result is a ledger, or every problem at once."""

from factbound.claims import facts_of, refuse_twins, sources_of
from factbound.content import Content
from factbound.declared import charts_of, corrections_of, removed_of
from factbound.derivations import derived_figures
from factbound.facts.reading import Book
from factbound.ledger import Ledger
from factbound.lock import Lock
from factbound.mentions import judge_bare, judge_mentions, uses_of
from factbound.parity import parity_problems
from factbound.problems import EditionError, Problem
from factbound.project import Project
from factbound.resolve import Desk, resolve_names


def assemble(project: Project, book: Book, content: Content, lock: Lock, problems: list[Problem]) -> Ledger:
    """The ledger of an edition. `problems` are those of reading; EditionError holds them and all others."""
    desk = Desk(project.languages, problems, book.broken | content.broken, frozenset({*book.facts, *book.derived}))
    names = resolve_names(book, desk)
    sources = sources_of(book, names, lock, desk)
    facts = facts_of(book, names, sources, lock, desk)
    refuse_twins(book, facts, desk)
    worked = facts | derived_figures(book, names, facts, desk)
    figures = {name: worked[name] for name in [*book.facts, *book.derived] if name in worked}
    charts = charts_of(content, figures, desk)
    judge_mentions(desk, book, content, figures, charts, sources)
    judge_bare(desk, content, figures)
    desk.problems += parity_problems(content.stories, project.languages)
    corrections, removed = corrections_of(book, figures, desk), removed_of(book, figures, desk)
    if desk.problems:
        raise EditionError(desk.problems)
    return Ledger(
        name=project.name,
        title=project.title,
        languages=project.languages,
        sources=sources,
        origins=names.origins,
        people=names.people,
        figures=figures,
        charts=charts,
        stories=content.stories,
        units=names.units,
        words=content.words,
        uses=uses_of(content.stories, figures, charts),
        corrections=corrections,
        removed=removed,
        atlas=content.atlas,
    )
