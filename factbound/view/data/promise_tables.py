"""Promises as tables: what was promised, what it is made of and rests on, and every verdict with its days."""

from collections.abc import Iterator

from factbound.ledger import Figure, Promise
from factbound.values.dates import Period
from factbound.values.vocabulary import PROMISE_VERDICTS
from factbound.view.data.columns import Column, Table, day_of, listed, text_of, words
from factbound.view.telling.teller import Teller

ROLES = ("part", "outcome", "beside")

PROMISES = Table(
    "promises",
    "Promises",
    "What was promised or claimed, and what became of it: the edition's verdict, what is doubtful, and how "
    "far the search reached.",
    ("id",),
    (
        Column(
            "id",
            "string",
            "Id",
            "The promise's name; its page is LANGUAGE/promises/ID/.",
            lambda p, t: p.id,
            required=True,
        ),
        Column(
            "kind",
            "string",
            "Kind",
            "A promise of something to come, or a claim that is none.",
            lambda p, t: p.kind,
            required=True,
            one_of=("promise", "claim"),
        ),
        words(
            "promise",
            "Promise",
            "What was promised or claimed, in the edition's own words.",
            lambda p, t: t.text(p.promise),
            required=True,
        ),
        Column(
            "made_by",
            "string",
            "Made by",
            "Who made it; reporter is an article in its own voice.",
            lambda p, t: p.by.id,
            "people.id",
            required=True,
        ),
        Column("made", "string", "Made", "When it was made, in EDTF.", lambda p, t: str(p.made), required=True),
        Column(
            "due",
            "string",
            "Due",
            "When it should have come true, in EDTF; empty where no day was set.",
            lambda p, t: text_of(p.due),
        ),
        Column(
            "due_day",
            "date",
            "Due day",
            "The last day that the due date may mean.",
            lambda p, t: p.due and day_of(p.due.last, p.due.end),
        ),
        Column(
            "verdict",
            "string",
            "Verdict",
            "What became of it, from a closed list; the verdict is the edition's, not a source's.",
            lambda p, t: p.verdict,
            required=True,
            one_of=PROMISE_VERDICTS,
        ),
        words(
            "in_words", "In words", "The verdict in a sentence or two.", lambda p, t: t.text(p.in_words), required=True
        ),
        words("doubt", "Doubt", "What speaks against the verdict, or is not known.", lambda p, t: t.text(p.doubt)),
        words("asked", "Asked", "What is still asked.", lambda p, t: t.text(p.asked)),
        Column(
            "looked",
            "string",
            "Looked",
            "When it was last looked at, in EDTF.",
            lambda p, t: str(p.looked),
            required=True,
        ),
        Column(
            "reach_to",
            "string",
            "Reach",
            "The date of the newest page found on it, in EDTF; nothing found later says nothing about what "
            "happened later.",
            lambda p, t: text_of(p.reach and p.reach.to),
        ),
        Column(
            "reach_languages",
            "list",
            "Languages",
            "The languages that were searched in.",
            lambda p, t: listed(p.reach.languages) if p.reach else None,
        ),
        Column(
            "elsewhere",
            "boolean",
            "Elsewhere",
            "Whether no article that was read whole tells it.",
            lambda p, t: p.elsewhere,
            required=True,
        ),
    ),
    lambda tell: tell.ledger.promises.values(),
)


def _facts(tell: Teller) -> Iterator[tuple[Promise, int, str, Figure, str]]:
    for promise in tell.ledger.promises.values():
        parts = [("part", figure, "") for figure in promise.facts]
        outcomes = [("outcome", each.figure, tell.text(each.differs)) for each in promise.rests_on]
        beside = [("beside", figure, "") for figure in promise.beside]
        for n, (role, figure, differs) in enumerate((*parts, *outcomes, *beside), 1):
            yield promise, n, role, figure, differs


PROMISE_FACTS = Table(
    "promise_facts",
    "Facts of promises",
    "The figures that a promise is made of, that tell its outcome, or that stand beside it and are no outcome.",
    ("promise", "position"),
    (
        Column("promise", "string", "Promise", "The promise.", lambda x, t: x[0].id, "promises.id", required=True),
        Column(
            "position",
            "integer",
            "Position",
            "The figure's place in the promise, from 1.",
            lambda x, t: x[1],
            required=True,
        ),
        Column(
            "role",
            "string",
            "Role",
            "Whether it is a part of the promise, an outcome, or stands beside it.",
            lambda x, t: x[2],
            required=True,
            one_of=ROLES,
        ),
        Column("fact", "string", "Fact", "The figure.", lambda x, t: x[3].id, "facts.id", required=True),
        words(
            "differs",
            "Differs",
            "In what an outcome is another thing than the promise; where this is told, the two must not be "
            "set on one scale without it.",
            lambda x, t: x[4],
        ),
    ),
    _facts,
)


def _verdicts(tell: Teller) -> Iterator[tuple[Promise, int, str, Period | None, str]]:
    for promise in tell.ledger.promises.values():
        for n, each in enumerate(promise.history, 1):
            yield promise, n, each.verdict, each.until, tell.text(each.why)
        yield promise, len(promise.history) + 1, promise.verdict, None, ""


VERDICTS = Table(
    "verdicts",
    "Verdicts",
    "Every verdict on a promise, the earlier ones with the day on which another took their place.",
    ("promise", "position"),
    (
        Column("promise", "string", "Promise", "The promise.", lambda x, t: x[0].id, "promises.id", required=True),
        Column(
            "position", "integer", "Position", "The verdict's place in time, from 1.", lambda x, t: x[1], required=True
        ),
        Column(
            "verdict", "string", "Verdict", "The verdict.", lambda x, t: x[2], required=True, one_of=PROMISE_VERDICTS
        ),
        Column(
            "until",
            "string",
            "Until",
            "When another took its place, in EDTF; empty for the one that stands.",
            lambda x, t: text_of(x[3]),
        ),
        words("why", "Why", "What was learned then.", lambda x, t: x[4]),
    ),
    _verdicts,
)
