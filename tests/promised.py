"""The lamp factory, three years on: the good edition with a page seen in an excerpt, and with promises and what became
of them."""

from pathlib import Path

from overlay import CORRECTION, REMOVED, good_edition, write

SOURCES = """\
- id: courier-2034
  language: en
  address: https://courier.example/2034/01/20/lamps
  publisher: {name: The Courier, known: address}
  published: {date: 2034-01-20, known: address}
  origin: courier-pages
  seen: {on: 2034-01, how: stored-copy}
"""
ORIGINS = """\
- {id: courier-pages, name: The Courier, kind: reporting, by: courier}
"""
PEOPLE = """\
- {id: courier, name: The Courier, voice: press}
"""
LATER = """\
- id: first-lamp-made
  statement: {en: "The first lamp left the factory on [[first-lamp-made|period]]."}
  subject: lumen
  place: ghent
  status: done
  period: 2034-01-10
  readings:
    - {source: courier-2034, printed: the first lamp has left the factory}
- id: lamp-factory-spent
  statement: {en: "Lumen has spent [[lamp-factory-spent]] on its Ghent factory."}
  subject: lumen
  place: ghent
  measure: investment
  status: done
  period: 2031/2034
  scope: [building]
  readings:
    - {source: courier-2034, printed: it has spent €13 million on it, quantity: 13_000_000 EUR, said_by: lumen}
  distinct_from: [lamp-factory-plan, lumen-past]
  distinct_because: {en: "what was spent, by a page of years later"}
- id: lamp-factory-hired
  statement:
    en: "In [[lamp-factory-hired|period]] [[lamp-factory-hired]] worked on the site, guards of another firm among them."
  subject: lumen
  place: ghent
  status: done
  period: 2034-01
  readings:
    - {source: courier-2034, printed: "some 250 people work there, guards included", quantity: about 250 people}
"""
PROMISES = """\
- id: first-lamp
  promise: {en: "Something is promised in first-lamp."}
  by: lumen
  facts: [lamp-factory-first-lamp]
  made: 2031-05-13
  due: 2033
  verdict: kept-late
  rests_on:
    - {fact: first-lamp-made}
  in_words: {en: This is what became of it.}
  looked: 2034-01
  reach: {to: 2034-01-20, languages: [en]}
- id: lamp-land
  promise: {en: "Something is promised in lamp-land."}
  by: ghent-council
  facts: [lamp-factory-land]
  made: 2031-05-13
  verdict: nobody-has-told
  beside: [lamp-factory-hired]
  in_words: {en: This is what became of it.}
  looked: 2034-01
  reach: {to: 2034-01-20, languages: [en]}
- id: lamp-staff
  promise: {en: "The factory employs [[lamp-factory-staff]]."}
  by: lumen
  facts: [lamp-factory-staff]
  made: 2031-05-13
  due: 2034-06
  verdict: under-way
  rests_on:
    - {fact: lamp-factory-hired, differs: {en: "guards of another firm are among them"}}
  in_words: {en: "[[lamp-factory-hired]] work there so far."}
  doubt: {en: one page says so}
  asked: {en: How many of them are Lumen’s own?}
  looked: 2034-01
  reach: {to: 2034-01-20, languages: [en, fr], wordings: 4}
  history:
    - {verdict: not-yet-due, until: 2034-01, why: {en: people were hired}}
- id: lamp-past
  kind: claim
  promise: {en: "Something is promised in lamp-past."}
  by: lumen
  facts: [lumen-past]
  made: 2031-05-13
  verdict: not-corroborated
  in_words: {en: This is what became of it.}
  looked: 2034-01
  reach: {to: 2034-01-20, languages: [en]}
"""
CHARTS = """\
- id: lamp-days
  form: slips
  title: {en: The first lamp came late}
  alt: {en: "The first lamp, due in [[lamp-factory-first-lamp|due]], left on [[first-lamp-made|period]]."}
  figures:
    - {figure: first-lamp-made, promise: first-lamp, label: {en: First lamp}}
    - {figure: lamp-factory-hired, promise: lamp-staff, label: {en: Staff}}
- id: lamp-staff-told
  form: outcomes
  title: {en: "Of [[lamp-factory-staff]] there are some"}
  alt: {en: "A long bar for the promise, a slim one for [[lamp-factory-hired]]."}
  figures:
    - {figure: lamp-factory-staff, promise: lamp-staff, label: {en: Promised}}
    - {figure: lamp-factory-hired, promise: lamp-staff, label: {en: On the site}}
"""
STORY = """\
---
title: Since then
order: 9
tally: promises
---

The first lamp left late: [[verdict:first-lamp]]. There are [[count:promises]] promises,
of which [[count:nobody-has-told]] is silent.

[[promise:lamp-staff]]

[[table:verdicts]]

[[table:excerpts]]
"""


def promised_edition(folder: Path) -> Path:
    """The good edition in `folder`, with a later page, its facts, three promises and a claim."""
    good_edition(folder)
    for name, more in (
        ("facts/sources", SOURCES),
        ("facts/origins", ORIGINS),
        ("facts/people", PEOPLE),
        ("content/charts", CHARTS),
    ):
        path = folder / f"{name}.yml"
        path.write_text(path.read_text("utf-8") + more, "utf-8")
    return write(folder, {"facts/later.yml": LATER, "facts/promises.yml": PROMISES, "content/en/since.md": STORY})


MAPPED = """\
- id: where
  form: map
  title: {en: Where the lamps are made}
  alt: {en: "A dot at Ghent, for [[lamp-factory-plan]]."}
  figures:
    - {figure: lamp-factory-plan, label: {en: Ghent}}
"""
MAP = """\
{"box": [2.0, 49.0, 7.0, 52.0], "lands": [{"id": "belgium", "rings": [[[2.5, 51.0], [6.0, 51.4], [6.0, 49.5]]]}]}
"""
WORDS = """\
skip: Straight to the text
q-more-than: over {x}
search-synonyms:
  - [lamp, light]
"""


def full_edition(folder: Path) -> Path:
    """The same with a file of every kind that an edition may have: a map, interface words, a correction, a fact that it
    no longer has, terms."""
    promised_edition(folder)
    for name, before, after in (
        ("facts/places.yml", "  kind: city\n", "  kind: city\n  at: 51.05 3.72\n"),
        ("content/charts.yml", None, MAPPED),
    ):
        text = (folder / name).read_text("utf-8")
        (folder / name).write_text(text.replace(before, after) if before else text + after, "utf-8")
    files = {"facts/corrections.yml": CORRECTION, "facts/removed.yml": REMOVED, "content/map.json": MAP}
    return write(folder, {**files, "content/en/words.yml": WORDS})
