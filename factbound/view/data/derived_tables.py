"""Derived figures as tables: how each was worked out, and from what."""

from collections.abc import Iterator

from factbound.ledger import Figure, Input
from factbound.values.vocabulary import Operation, all_of
from factbound.view.data.columns import VERDICTS, Column, Table, amount, listed, words
from factbound.view.telling.teller import Teller, printed_quantity

DERIVED = Table(
    "derived", "Derived figures", "How each derived figure was worked out, and how fair the comparison is.", ("id",),
    (
        Column("id", "string", "Id", "The figure.", lambda f, t: f.id, "facts.id", required=True),
        words("statement", "Statement", "The claim in the edition's own words.", lambda f, t: t.text(f.statement),
              required=True),
        Column("operation", "string", "Operation", "The named operation.", lambda f, t: f.derivation.operation,
               required=True,
                   one_of=all_of(Operation)),
        Column("inputs", "list", "Inputs",
               "What went in, in order: a figure's id, or years(ID) for the calendar years of its period; "
               "derived_inputs has them one a row.", lambda f, t: listed(input_names(f)), required=True),
        *amount(printed_quantity),
        Column("significant_figures", "integer", "Significant figures",
               "How many the least exact input allows; the value is rounded to them.",
               lambda f, t: f.derivation.significant_figures, required=True),
        Column("verdict", "string", "Verdict", "How fair the comparison is.", lambda f, t: f.derivation.verdict,
               required=True, one_of=VERDICTS),
        words("why", "Why", "Why that verdict.", lambda f, t: t.text(f.derivation.why)),
        words("assumed", "Assumed", "What was assumed.", lambda f, t: t.text(f.derivation.assumed)),
        words("caveat", "Caveat", "What a reader must know beside a misleading figure.",
              lambda f, t: t.text(f.derivation.caveat)),
    ),
    lambda tell: tell.ledger.derived,
)  # fmt: skip


def _inputs(tell: Teller) -> Iterator[tuple[Figure, int, Input]]:
    return ((f, n, each) for f in tell.ledger.derived if f.derivation for n, each in enumerate(f.derivation.inputs, 1))


DERIVED_INPUTS = Table(
    "derived_inputs", "Inputs of derived figures", "What went into each derived figure, one a row.",
    ("derived", "position"),
    (
        Column("derived", "string", "Derived figure", "The derived figure.", lambda x, t: x[0].id, "derived.id",
               required=True),
        Column("position", "integer", "Position", "The input's place in the operation, from 1.", lambda x, t: x[1],
               required=True),
        Column("input", "string", "Input", "The figure that went in.", lambda x, t: x[2].figure.id, "facts.id",
               required=True),
        Column("years", "boolean", "Years", "Whether it was the number of calendar years in that figure's period.",
               lambda x, t: x[2].years, required=True),
        *amount(lambda x: x[2].amount),
    ),
    _inputs,
)  # fmt: skip


def input_names(figure: Figure) -> list[str]:
    """A derived figure's inputs as the contract writes them."""
    inputs = figure.derivation.inputs if figure.derivation else ()
    return [f"years({each.figure.id})" if each.years else each.figure.id for each in inputs]
