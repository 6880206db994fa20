"""Editions of any size, made up.

Facts with two readings each, a fifth as many derivations, a story for every twenty facts, a chart for every 200.
"""

from pathlib import Path

SOURCES, SUBJECTS, PLACES, STATUSES = 20, 20, 500, ("announced", "planned", "done", "forecast", "ongoing")
WORDS = (
    "The works by the river were drawn, priced and shown to the town before anyone had asked who would pay for them. "
)


def write_edition(folder: Path, facts: int) -> None:
    """An edition of so many facts in `folder`, and in `folder`/archive the texts that its readings are held against."""
    for name in ("facts", "content/en", "archive"):
        (folder / name).mkdir(parents=True)
    (folder / "mkdocs.yml").write_text(
        "site_name: Growth\nsite_url: https://growth.example/\ndocs_dir: content\nstrict: true\n"
        "theme: {name: null, custom_dir: templates}\nplugins: [factbound: {name: growth, as_of: 2040-01-01}]\n"
    )
    (folder / "templates").mkdir()
    _write_names(folder / "facts", facts)
    for start in range(0, facts, 500):
        text = "".join(_fact(n, facts) for n in range(start, min(start + 500, facts)))
        (folder / "facts" / f"part-{start:05}.yml").write_text(text)
    (folder / "facts" / "derived.yml").write_text("".join(_pace(n) for n in range(facts // 5)))
    for number in range(min(SOURCES, facts)):
        lines = [_paragraph(n) for n in range(number, facts, SOURCES)]
        (folder / "archive" / f"source-{number}.txt").write_text("\n".join(lines * 2) + "\n")
    for number in range(max(1, facts // 20)):
        name = "index" if number == 0 else f"story-{number}"
        (folder / "content" / "en" / f"{name}.md").write_text(_story(number, facts))
    charts = "".join(_chart(number) for number in range(max(1, facts // 200)))
    (folder / "content" / "charts.yml").write_text(charts)


def _write_names(folder: Path, facts: int) -> None:
    """Sources, origins, people, places and measures."""
    (folder / "sources.yml").write_text(
        "".join(
            f"- {{id: source-{n}, language: en, address: 'https://s{n}.example/a', "
            f"publisher: {{name: Paper {_letters(n)}, known: stated}}, "
            f"published: {{date: 2031-05-{n + 1:02}, known: stated}}, "
            f"origin: release-{n % 7}, origin_known: {{en: it says so}}, "
            f"about: {{en: An article.}}, paragraphs: {2 * len(range(n, facts, SOURCES))}}}\n"
            for n in range(min(SOURCES, facts))
        )
    )
    (folder / "origins.yml").write_text(
        "".join(
            f"- {{id: release-{n}, name: {{en: Release {_letters(n)}}}, kind: release, by: lumen-0, "
            "known: {en: it says so}}\n"
            for n in range(7)
        )
    )
    (folder / "people.yml").write_text(
        "".join(f"- {{id: lumen-{n}, name: Lumen {_letters(n)}, voice: company}}\n" for n in range(SUBJECTS))
    )
    (folder / "places.yml").write_text(
        "".join(f"- {{id: place-{n}, name: Place {_letters(n)}, kind: city}}\n" for n in range(PLACES))
    )
    (folder / "measures.yml").write_text(
        "- {id: investment, name: {en: investment}, dimension: money, over: flow}\n"
        "- {id: price, name: {en: price}, dimension: money, over: flow}\n"
    )


def _letters(number: int) -> str:
    """A number as letters, for names that may hold no figure."""
    return "".join("ABEFGHJKPR"[int(digit)] for digit in str(number))


def _paragraph(n: int) -> str:
    return f"{WORDS}Lumen will put more than €{n + 1} million into the works, said its head."


def _fact(n: int, facts: int) -> str:
    first, year = n // SOURCES + 1, 2000 + n // PLACES * 3
    second = first + len(range(n % SOURCES, facts, SOURCES))
    return f"""\
- id: plan-{n}
  statement:
    en: Lumen plans to put [[plan-{n}]] into the works of {_letters(n)}.
  subject: lumen-{n % SUBJECTS}
  place: place-{n % PLACES}
  measure: {("investment", "price")[n % 2]}
  status: {STATUSES[n % len(STATUSES)]}
  period: {year}/{year + 2}
  readings:
    - source: source-{n % SOURCES}
      paragraph: {first}
      printed: more than €{n + 1} million
      quantity: more than {n + 1}_000_000 EUR
      said_by: lumen-{n % SUBJECTS}
    - source: source-{n % SOURCES}
      paragraph: {second}
      printed: more than €{n + 1} million
      quantity: more than {n + 1}_000_000 EUR
"""


def _pace(n: int) -> str:
    return f"""\
- id: pace-{n}
  statement:
    en: The pace of the works of {_letters(n)} is [[pace-{n}]].
  derive: {{per-year: [plan-{n}]}}
  verdict: fair
  why: {{en: The plan says from when until when.}}
"""


def _story(number: int, facts: int) -> str:
    told = range(number * 20, min(number * 20 + 20, facts))
    parts = [
        f"{WORDS * 2}The plan for {_letters(n)} is [[plan-{n}]], of which we know words only. {WORDS}\n" for n in told
    ]
    middle = f"## What was drawn\n\n[[chart:sums-{number // 10}]]\n\n" if number % 10 == 0 else "## What was drawn\n\n"
    menu = "main" if number == 0 else "foot"
    head = f"---\ntitle: The works of {_letters(number)}\nlead: What is planned.\nmenu: {menu}\n---\n\n"
    return head + "\n".join(parts[:10]) + "\n" + middle + "\n".join(parts[10:])


def _chart(number: int) -> str:
    rows = "".join(f"    - figure: plan-{number * 200 + n}\n      label: {{en: {_letters(n)}}}\n" for n in range(5))
    return f"""\
- id: sums-{number}
  form: bars
  title: {{en: "Some plans are larger than others"}}
  alt: {{en: "Bars of different lengths."}}
  compares: {{verdict: with-care, why: {{en: "Every figure is made up."}}}}
  figures:
{rows}"""
