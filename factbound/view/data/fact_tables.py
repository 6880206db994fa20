"""Facts as tables: every figure, its readings, its words in every language, and what stands behind it."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from factbound.ledger import Figure
from factbound.values.vocabulary import Agreement, Kind, all_of
from factbound.view.data.columns import STATUSES, VERDICTS, Column, Table, amount, day_of, id_of, listed, text_of, words
from factbound.view.data.digest import digest
from factbound.view.telling.links import fact_path
from factbound.view.telling.teller import Teller, printed_quantity

FACTS = Table(
    "facts", "Facts",
    "Every figure: a number, a date or a claim, read in the articles (fact) or worked out from others (derived).",
    ("id",),
    (
        Column("id", "string", "Id",
               "The fact's name; its page is LANGUAGE/facts/ID/ and its object data/facts/ID.json.", lambda f, t: f.id,
               required=True),
        Column("kind", "string", "Kind", "fact was read in articles, derived was worked out.", lambda f, t: f.kind,
               required=True, one_of=all_of(Kind)),
        words("statement", "Statement",
              "The claim in the edition's own words, in its first language; the table statements has every language.",
              lambda f, t: t.text(f.statement), required=True),
        *amount(printed_quantity),
        Column("date", "string", "Date",
               "For a fact that is a date: the date in EDTF (2031, 2031-05, 2031-05~, 2031/2033).",
               lambda f, t: text_of(f.date)),
        Column("subject", "string", "Subject", "Who or what it is about.", lambda f, t: id_of(f.subject), "people.id"),
        Column("place", "string", "Place", "Where.", lambda f, t: id_of(f.place), "places.id"),
        Column("measure", "string", "Measure", "The kind of amount.", lambda f, t: id_of(f.measure), "measures.id"),
        Column("status", "string", "Status",
               "Whether it is a promise (announced, planned, forecast), ongoing, reported as done, dropped, an "
               "estimate or background.", lambda f, t: f.status, one_of=STATUSES),
        Column("period", "string", "Period", "What it covers, in EDTF.", lambda f, t: text_of(f.period)),
        Column("due", "string", "Due", "When a promise should have come true, in EDTF.", lambda f, t: text_of(f.due)),
        Column("scope", "list", "Scope",
               "What the amount covers, where the source says so: ids of the table scopes; fact_scopes has them one "
               "a row.", lambda f, t: listed(s.id for s in f.scope)),
        Column("agreement", "string", "Agreement", "Whether its readings agree; empty for a derived figure.",
               lambda f, t: f.agreement, one_of=all_of(Agreement)),
        Column("articles", "integer", "Articles", "How many articles stand behind it.", lambda f, t: len(f.sources),
               required=True),
        Column("origins", "integer", "Origins", "How many independent origins those articles descend from.",
               lambda f, t: len(f.origins), required=True),
        Column("unconfirmed", "boolean", "Unconfirmed", "Whether there is reason to doubt it.",
               lambda f, t: bool(f.doubt), required=True),
        Column("verdict", "string", "Verdict", "For a derived figure: how fair the comparison is.",
               lambda f, t: f.derivation.verdict if f.derivation else None, one_of=VERDICTS),
        Column("outcome_of", "string", "Outcome of", "The promise that this tells the outcome of.",
               lambda f, t: f.outcome_of, "facts.id"),
        Column("first_day", "date", "First day",
               "The first day that the period may cover; empty where its start is open.",
               lambda f, t: f.period and day_of(f.period.first, f.period.start)),
        Column("last_day", "date", "Last day", "The last day that the period may cover; empty where its end is open.",
               lambda f, t: f.period and day_of(f.period.last, f.period.end)),
        Column("due_day", "date", "Due day", "The last day that the due date may mean.",
               lambda f, t: f.due and day_of(f.due.last, f.due.end)),
        Column("differences", "list", "Differences", "What its readings differ in.",
               lambda f, t: listed(f.differences)),
        words("because", "Because", "Why the preferred reading is the one that is printed.",
              lambda f, t: t.text(f.because)),
        words("doubt", "Doubt", "Why it is unconfirmed.", lambda f, t: " ".join(t.text(doubt) for doubt in f.doubt)),
        Column("preferred_reading", "string", "Preferred reading",
               "The reading that is printed; empty for a derived figure.", lambda f, t: id_of(f.preferred),
               "readings.id"),
        Column("digest", "string", "Digest",
               "SHA-256 over what the fact says, in hexadecimal; it changes when the fact does and at no other time.",
               lambda f, t: digest(f), required=True),
    ),
    lambda tell: tell.ledger.figures.values(),
)  # fmt: skip

READINGS = Table(
    "readings", "Readings",
    "What each article prints for a fact: the paragraph, the printed words, the amount, and who said it.", ("id",),
    (
        Column("fact", "string", "Fact", "The fact it is a reading of.", lambda r, t: r.fact, "facts.id",
               required=True),
        Column("source", "string", "Source", "The article.", lambda r, t: r.source.id, "sources.id", required=True),
        Column("paragraph", "integer", "Paragraph",
               "The paragraph of the article, the first is 1; empty for a page of which an excerpt was seen.",
               lambda r, t: r.paragraph),
        words("printed", "Printed words",
              "The article's own words that carry the amount, as printed, 100 characters at most.",
              lambda r, t: r.printed, required=True),
        Column("language", "string", "Language", "The language of the printed words, ISO 639-1.",
               lambda r, t: r.source.language, required=True),
        *amount(lambda r: r.quantity),
        Column("date", "string", "Date", "Where the words carry a date: the date in EDTF.",
               lambda r, t: text_of(r.date)),
        Column("said_by", "string", "Said by",
               "Who said it; the source is who reported it; reporter is the article in its own voice.",
               lambda r, t: r.said_by.id, "people.id", required=True),
        words("hedge", "Hedge", "The conditional word it stands under, as printed.", lambda r, t: r.hedge or ""),
        Column("origin", "string", "Origin", "The announcement, release or study that this reading descends from.",
               lambda r, t: r.origin.id, "origins.id", required=True),
        Column("verified", "boolean", "Verified",
               "Whether a machine found the words, and the amount in them, in the archived article.",
               lambda r, t: r.verified, required=True),
        Column("preferred", "boolean", "Preferred", "Whether it is the reading that is printed.",
               lambda r, t: r.preferred, required=True),
        Column("id", "string", "Id", "The fact's id, a dot, and its position among the readings, from 1.",
               lambda r, t: r.id, required=True),
        words("means", "Meaning",
              "The edition's translation of the printed words into its first language, where they are in another one.",
              lambda r, t: t.text(r.means) if r.means and t.language in r.means else ""),
        words("vouched", "Vouched", "Where a person vouches that the words carry the amount: why.",
              lambda r, t: t.text(r.vouched)),
        Column("status", "string", "Status", "The status as this article tells it.", lambda r, t: r.status,
               one_of=STATUSES),
        Column("place", "string", "Place", "The place as this article tells it.", lambda r, t: id_of(r.place),
               "places.id"),
        Column("period", "string", "Period", "The period as this article tells it, in EDTF.",
               lambda r, t: text_of(r.period)),
        Column("scope", "list", "Scope", "What the amount covers as this article tells it.",
               lambda r, t: listed(s.id for s in r.scope)),
        Column("start", "integer", "Start",
               "Where the words start in the archived text that the source's sha256 names, in Unicode characters "
               "from 0 (NFC, line ends counted); empty where not verified.", lambda r, t: r.at[0] if r.at else None),
        Column("end", "integer", "End", "Where they end: the position after their last character.",
               lambda r, t: r.at[1] if r.at else None),
        words("says", "Says",
              "What this article says, in a sentence of the edition's first language; empty where the statement of the "
              "fact holds more than it says.", lambda r, t: t.said(t.ledger.figures[r.fact], r)),
    ),
    lambda tell: tell.ledger.readings,
)  # fmt: skip


def _statements(tell: Teller) -> Iterator[tuple[Figure, Teller]]:
    tellers = [
        tell if language == tell.language else Teller(tell.ledger, language) for language in tell.ledger.languages
    ]
    return ((figure, each) for figure in tell.ledger.figures.values() for each in tellers)


STATEMENTS = Table(
    "statements", "Statements",
    "Every fact in every language of the edition: its statement, and its amount as it is spelled there.",
    ("fact", "language"),
    (
        Column("fact", "string", "Fact", "The fact.", lambda s, t: s[0].id, "facts.id", required=True),
        Column("language", "string", "Language", "The language, ISO 639-1.", lambda s, t: s[1].language, required=True),
        words("statement", "Statement", "The claim in the edition's own words.", lambda s, t: s[1].text(s[0].statement),
              required=True),
        words("spelled", "Spelled", "The amount or date as pages in this language print it, qualifier included.",
              lambda s, t: s[1].figure(s[0]).text),
        Column("page", "string", "Page", "The fact's page, from the root of the site.",
               lambda s, t: f"/{fact_path(s[1].language, s[0].id)}", required=True),
    ),
    _statements,
)  # fmt: skip


def _pairs(tell: Teller, of: Callable[[Figure], Iterable[Any]]) -> Iterator[tuple[Figure, Any]]:
    return ((figure, each) for figure in tell.ledger.figures.values() for each in of(figure))


FACT_ORIGINS = Table(
    "fact_origins", "Origins of facts",
    "Which origins stand behind which fact; a derived figure has those of its inputs.", ("fact", "origin"),
    (
        Column("fact", "string", "Fact", "The fact.", lambda x, t: x[0].id, "facts.id", required=True),
        Column("origin", "string", "Origin", "The origin.", lambda x, t: x[1].id, "origins.id", required=True),
    ),
    lambda tell: _pairs(tell, lambda figure: figure.origins),
)  # fmt: skip

FACT_SOURCES = Table(
    "fact_sources", "Sources of facts",
    "Which articles stand behind which fact; a derived figure has those of its inputs.", ("fact", "source"),
    (
        Column("fact", "string", "Fact", "The fact.", lambda x, t: x[0].id, "facts.id", required=True),
        Column("source", "string", "Source", "The article.", lambda x, t: x[1].id, "sources.id", required=True),
    ),
    lambda tell: _pairs(tell, lambda figure: figure.sources),
)  # fmt: skip

FACT_SCOPES = Table(
    "fact_scopes", "Scopes of facts", "What the amount of a fact covers.", ("fact", "scope"),
    (
        Column("fact", "string", "Fact", "The fact.", lambda x, t: x[0].id, "facts.id", required=True),
        Column("scope", "string", "Scope", "What it covers.", lambda x, t: x[1].id, "scopes.id", required=True),
    ),
    lambda tell: _pairs(tell, lambda figure: figure.scope),
)  # fmt: skip
