"""Charts as comparisons: figures on one scale say that they may be compared, so where they are unlike a verdict says
whether."""

from collections.abc import Iterator, Mapping, Sequence

from factbound.assemble.context import AssemblyContext
from factbound.ledger import Chart, ChartComparison, Figure, Row
from factbound.problems import Code, Problem
from factbound.read.book import Entered
from factbound.read.content import Content
from factbound.read.entries import ChartEntry
from factbound.values.needs import Needs

_HINT = "add compares: with figure: (a derived figure of two of them), or with verdict: and why:"


def comparison_of(
    entered: Entered[ChartEntry],
    rows: Sequence[Row],
    figures: Mapping[str, Figure],
    context: AssemblyContext,
    needs: Needs,
    *,
    fit: bool,
) -> ChartComparison | None:
    """What a chart says of comparing its figures; None where it says nothing, and a problem where it must: where they
    are `fit` for its form."""
    told = entered.entry.compares
    if told is None:
        if fit and needs.compares and (unlike := _unlike(entered, rows, needs)):
            message = f"these figures differ in {' and '.join(unlike)}, and nothing says whether they may be compared"
            context.problems.append(Problem(entered.where("figures"), message, Code.CHART_VERDICT, _HINT))
        return None
    if not needs.compares:
        message = f'the form "{entered.entry.form}" sets nothing side by side on one scale'
        context.problems.append(Problem(entered.where("compares"), message, Code.CHART_VERDICT, "take it out"))
        return None
    why, caveat = (context.texts(getattr(told, key), entered, "compares", key) for key in ("why", "caveat"))
    if told.figure and (told.verdict or told.why or told.caveat):
        message = "a derived figure brings its own verdict, why and caveat"
        context.problems.append(Problem(entered.where("compares"), message, Code.CHART_VERDICT, "keep figure: alone"))
    elif told.figure:
        return _of_figure(entered, told.figure, rows, figures, context)
    elif told.verdict is None or why is None:
        context.problems.append(
            Problem(entered.where("compares"), "half a verdict", Code.CHART_VERDICT, "verdict: and why:, or figure:")
        )
    elif told.verdict == "misleading" and caveat is None:
        hint = "add caveat: what a reader must know beside it"
        message = "a misleading comparison needs its caveat"
        context.problems.append(Problem(entered.where("compares", "verdict"), message, Code.NEEDS_CAVEAT, hint))
    else:
        return ChartComparison(told.verdict, why, caveat, None)
    return None


def _of_figure(
    entered: Entered[ChartEntry],
    name: str,
    rows: Sequence[Row],
    figures: Mapping[str, Figure],
    context: AssemblyContext,
) -> ChartComparison | None:
    """What a derived figure says of the comparison."""
    figure = context.figure(figures, name, entered, "compares", "figure")
    if figure is None:
        return None
    drawn = {row.figure.id for row in rows}
    inputs = {each.figure.id for each in figure.derivation.inputs} if figure.derivation else set()
    if figure.derivation is None or len(inputs & drawn) < 2:
        message = f'"{name}" sets no two figures of this chart against each other'
        context.problems.append(Problem(entered.where("compares", "figure"), message, Code.CHART_VERDICT, _HINT))
        return None
    return ChartComparison(figure.derivation.verdict, figure.derivation.why, figure.derivation.caveat, figure)


def _unlike(entered: Entered[ChartEntry], rows: Sequence[Row], needs: Needs) -> tuple[str, ...]:
    """In what the figures that share an axis are unlike."""
    panels: dict[str, list[Figure]] = {}
    for row in rows:
        panels.setdefault(repr(sorted(row.label.items())) if needs.panels else "", []).append(row.figure)
    traits = {
        "status": lambda figure: figure.status,
        "scope": lambda figure: tuple(each.id for each in figure.scope),
        "period": lambda figure: str(figure.period),
        "measure": lambda figure: figure.measure and figure.measure.id,
        "place": lambda figure: figure.place and figure.place.id,
    }
    return tuple(
        name for name, trait in traits.items() if any(len(set(map(trait, shared))) > 1 for shared in panels.values())
    )


def leading_faults(content: Content, charts: Mapping[str, Chart]) -> Iterator[Problem]:
    """Stories whose first chart is a comparison that misleads."""
    for story in content.stories:
        first = next((m for m in story.body.mentions if m.kind == "chart" and m.spot == "text"), None)
        compares = charts[first.target].compares if first and first.target in charts else None
        if first and compares and compares.verdict == "misleading":
            message = f'"{first.target}" compares what misleads, and leads this page'
            hint = "let another chart stand first, or say it in words"
            yield Problem(first.where, message, Code.CHART_VERDICT, hint)
