"""How long a large ledger takes: 10,000 facts, 20,000 readings, 2,000 derivations. Budget: 10 s and 1 GB on two cores.

Usage: python benchmarks/assemble.py [FACTS]
"""

import resource
import sys
import tempfile
import time
from pathlib import Path

from factbound.edition import ledger
from factbound.project import Project

BASE = {
    "sources.yml": """\
- id: one
  language: en
  address: https://one.example/a
  publisher: {name: One, known: stated}
  published: {date: 2031, known: stated}
  origin: release
  origin_known: {en: it says so}
  about: {en: An article.}
  paragraphs: 9999
- id: other
  language: en
  address: https://other.example/a
  publisher: {name: Other, known: stated}
  published: {date: 2031, known: stated}
  origin: release
  origin_known: {en: it says so}
  about: {en: An article.}
  paragraphs: 9999
""",
    "origins.yml": "- {id: release, name: {en: A release}, kind: release, by: lumen, known: {en: it says so}}\n",
    "people.yml": "- {id: lumen, name: Lumen, voice: company}\n",
    "measures.yml": "- {id: investment, name: {en: investment}, dimension: money, over: flow}\n",
}


def write_edition(folder: Path, facts: int) -> None:
    """An edition with so many facts, twice as many readings, and a fifth as many derivations, in files of 1,000."""
    (folder / "facts").mkdir()
    (folder / "content" / "en").mkdir(parents=True)
    (folder / "content" / "en" / "index.md").write_text("---\ntitle: A story\n---\nThe first plan is [[plan-0]].\n")
    for name, text in BASE.items():
        (folder / "facts" / name).write_text(text)
    (folder / "facts" / "places.yml").write_text(
        "".join(f"- {{id: place-{n}, name: Place, kind: city}}\n" for n in range(1000))
    )
    for start in range(0, facts, 1000):
        (folder / "facts" / f"part-{start}.yml").write_text(
            "".join(_fact(n) for n in range(start, min(start + 1000, facts)))
        )
    derived = "".join(
        f'- {{id: pace-{n}, statement: {{en: "The pace is [[pace-{n}]]."}}, derive: {{per-year: [plan-{n}]}}, '
        f"verdict: fair, why: {{en: plain}}}}\n"
        for n in range(facts // 5)
    )
    (folder / "facts" / "derived.yml").write_text(derived)


def _fact(n: int) -> str:
    return f"""\
- id: plan-{n}
  statement: {{en: "Plan is [[plan-{n}]]."}}
  subject: lumen
  place: place-{n % 1000}
  measure: investment
  status: announced
  period: {2000 + n // 1000 * 5}/{2002 + n // 1000 * 5}
  readings:
    - source: one
      paragraph: {n % 9999 + 1}
      printed: some words
      quantity: more than {n + 1}_000_000 EUR
      said_by: lumen
    - {{source: other, paragraph: {n % 9999 + 1}, printed: some words, quantity: more than {n + 1}_000_000 EUR}}
"""


def main() -> None:
    """Measure and print."""
    facts = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_edition(folder, facts)
        start = time.perf_counter()
        held = ledger(Project(folder, "benchmark", "Benchmark", ("en",), ""))
        seconds = time.perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{len(held.facts)} facts, {len(held.readings)} readings, {len(held.derived)} derived: {seconds:.1f} s, "
        f"{peak:.0f} MB at most"
    )


if __name__ == "__main__":
    main()
