"""How the cost of a build grows: editions of made-up facts, checked, verified, built, changed and previewed.

Prints a table. Seconds are of the wall and, behind the slash, of processors (`user` and `system` of all processes):
where others use the machine too, the second is what to compare.

Usage, in the environment: python benchmarks/growth.py [FACTS …]
"""

import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from growing import write_edition

ROOT = Path(__file__).resolve().parent.parent
ADDRESS = "127.0.0.1:8133"
HEAD = (
    "facts",
    "check",
    "verify",
    "cold",
    "one word",
    "one fact",
    "nothing",
    "first page",
    "next edits",
    "site",
    "memory",
)


def main() -> None:
    """Measure editions of these sizes, smallest first."""
    sizes = [int(each) for each in sys.argv[1:]] or [100, 1000, 3000]
    print("| " + " | ".join(HEAD) + " |\n|" + " --- |" * len(HEAD))
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            print("| " + " | ".join(measured(Path(folder) / "edition", size)) + " |", flush=True)


def measured(edition: Path, facts: int, *, serve: bool = True) -> list[str]:
    """A row of the table."""
    write_edition(edition, facts)
    verify = run(edition, "verify", "--archive", str(edition / "archive"))
    check, cold = run(edition, "check"), run(edition, "build")
    replace(edition / "content/en/index.md", "is planned", "was planned")
    word = run(edition, "build")
    replace(edition / "facts/part-00000.yml", "plans to put", "wants to put")
    fact, nothing = run(edition, "build"), run(edition, "build")
    first, edits = previewed(edition) if serve else ("–", "–")
    size = sum(path.stat().st_size for path in (edition / "site").rglob("*") if path.is_file()) / 1_000_000
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    return [str(facts), check, verify, cold, word, fact, nothing, first, edits, f"{size:.0f} MB", f"{memory:.0f} MB"]


def run(edition: Path, *command: str) -> str:
    """Seconds that a command takes, of the wall and of processors."""
    before, start = os.times(), time.perf_counter()
    program = [sys.executable, str(ROOT / "build.py"), "--no-bootstrap", "--project", str(edition), *command]
    subprocess.run(program, check=True, capture_output=True)
    wall, after = time.perf_counter() - start, os.times()
    cpu = after.children_user - before.children_user + after.children_system - before.children_system
    return f"{wall:.1f} / {cpu:.1f} s"


def replace(path: Path, before: str, after: str) -> None:
    """Put other words in the place of the first such words of a file."""
    text = path.read_text("utf-8")
    assert before in text, f"{path.name} does not say {before}"
    path.write_text(text.replace(before, after, 1), "utf-8")


def previewed(edition: Path) -> tuple[str, str]:
    """Seconds from starting a preview to its first page, and from each of three edits to the page that shows it."""
    program = [sys.executable, str(ROOT / "build.py"), "--no-bootstrap", "--project", str(edition)]
    start = time.perf_counter()
    with subprocess.Popen(
        [*program, "serve", "--address", ADDRESS], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:
        try:
            first, edits = until(lambda page: "plan" in page, start), []
            for before, after in (("plans", "hopes"), ("hopes", "aims"), ("aims", "means")):
                time.sleep(1.5)
                start = time.perf_counter()
                replace(
                    edition / "facts/part-00000.yml",
                    f"Lumen {'wants' if before == 'plans' else before} to",
                    f"Lumen {after} to",
                )
                edits.append(until(lambda page, word=after: f"{word} to put" in page, start))
        finally:
            process.terminate()
    return f"{first:.1f} s", ", ".join(f"{each:.1f}" for each in edits) + " s"


def until(shown: Callable[[str], bool], start: float) -> float:
    """Seconds since `start` when the page of the first fact is there and shows it."""
    while True:
        try:
            with urlopen(f"http://{ADDRESS}/en/facts/plan-0/", timeout=60) as answer:
                if shown(answer.read().decode()):
                    return time.perf_counter() - start
        except (URLError, ConnectionError):
            pass
        time.sleep(0.02)


if __name__ == "__main__":
    main()
