"""How long a large ledger takes: 10,000 facts, 20,000 readings, 2,000 derivations. Budget: 10 s and 1 GB on two cores.

Usage: python benchmarks/assemble.py [FACTS]
"""

import resource
import sys
import tempfile
import time
from pathlib import Path

from growing import write_edition

from factbound.edition import ledger
from factbound.project import Project


def main() -> None:
    """Measure and print."""
    facts = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "edition"
        write_edition(folder, facts)
        start = time.perf_counter()
        held = ledger(Project(folder, "benchmark", "Benchmark", ("en",), ""))
        seconds = time.perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    counted = f"{len(held.facts)} facts, {len(held.readings)} readings, {len(held.derived)} derived"
    print(f"{counted}: {seconds:.1f} s, {peak:.0f} MB at most")


if __name__ == "__main__":
    main()
