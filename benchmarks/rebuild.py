"""How long a rebuild with nothing changed takes: the whole command, as an editor runs it. Budget: 1.5 s on two cores,
no chart drawn.

Usage, in the environment: python benchmarks/rebuild.py [RUNS [EDITION]]
"""

import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def main() -> None:
    """Build once to warm the cache, then measure."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    edition = sys.argv[2] if len(sys.argv) > 2 else str(ROOT)
    command = [sys.executable, str(ROOT / "build.py"), "--no-bootstrap", "--project", edition]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    seconds = []
    for _ in range(runs):
        start = time.perf_counter()
        done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
        seconds.append(time.perf_counter() - start)
    print(done.stdout.strip())
    print(f"whole command: {min(seconds):.2f} s at best, {sorted(seconds)[runs // 2]:.2f} s in the middle of {runs}")


if __name__ == "__main__":
    main()
