"""Assembly: resolve, verify, derive. The result is a ledger, or every problem at once."""

from collections.abc import Mapping

from factbound.assemble.charts import Promised, charts_of
from factbound.assemble.context import AssemblyContext
from factbound.assemble.corrections import corrections_of, removed_of
from factbound.assemble.derived import derived_figures
from factbound.assemble.facts import facts_of, refuse_twins
from factbound.assemble.mentions import judge_bare, judge_mentions
from factbound.assemble.modality import unhedged
from factbound.assemble.names import resolve_names
from factbound.assemble.parity import parity_problems
from factbound.assemble.promises import held_apart, promises_of
from factbound.assemble.sources import sources_of
from factbound.assemble.uses import uses_of
from factbound.ledger import Ledger
from factbound.problems import EditionError, Problem
from factbound.project import Project
from factbound.read.book import Book
from factbound.read.content import Content
from factbound.read.lock import Lock
from factbound.values.needs import Needs


def assemble(
    project: Project,
    book: Book,
    content: Content,
    lock: Lock,
    problems: list[Problem],
    forms: Mapping[str, Needs],
) -> Ledger:
    """The ledger of an edition. `problems` are those of reading; EditionError holds them and all others. `forms` are
    those of charts, with what each needs."""
    context = AssemblyContext(
        project.languages, problems, book.broken | content.broken, frozenset({*book.facts, *book.derived})
    )
    names = resolve_names(book, context)
    sources = sources_of(book, names, lock, context)
    facts = facts_of(book, names, sources, lock, context)
    refuse_twins(book, facts, context)
    worked = facts | derived_figures(book, names, facts, context)
    figures = {name: worked[name] for name in [*book.facts, *book.derived] if name in worked}
    promises = promises_of(book, names, figures, lock, project.as_of, context)
    charts = charts_of(content, figures, Promised(book.promises, promises, project.as_of), context, forms)
    corrections, removed = corrections_of(book, figures, context), removed_of(book, figures, context)
    context.problems += held_apart(promises, figures, charts, book, content, forms)
    judge_mentions(context, book, content, figures, charts, sources)
    judge_bare(context, content, figures)
    context.problems += unhedged(book, content, figures, charts)
    context.problems += parity_problems(content.stories, project.languages, tuple(context.problems))
    if context.problems:
        raise EditionError(context.problems)
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
        promises=promises,
        atlas=content.atlas,
        licence=project.licence,
        contact=project.contact,
        as_of=project.as_of,
    )
