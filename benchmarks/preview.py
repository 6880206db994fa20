"""How long a preview takes to show an edited fact, from saving the file to the page that prints it. Budget: 1 s on two
cores.

Usage, in the environment: python benchmarks/preview.py [EDITS]
"""

import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

ROOT = Path(__file__).resolve().parent.parent
ADDRESS = "127.0.0.1:8131"
FILE, FACT = "facts/amazon-belgium.yml", "amazon-belgium-plan"


def main() -> None:
    """Edit a copy of this edition again and again."""
    edits = int(sys.argv[1]) if len(sys.argv) > 1 else 8
    with tempfile.TemporaryDirectory() as folder:
        edition = Path(folder) / "edition"
        shutil.copytree(ROOT, edition, ignore=shutil.ignore_patterns(".git", ".venv", "site", "node_modules"))
        command = [
            sys.executable,
            str(ROOT / "build.py"),
            "--no-bootstrap",
            "--project",
            str(edition),
            "serve",
            "--address",
            ADDRESS,
        ]
        with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
            try:
                seconds = list(_edits(edition / FILE, edits))
            finally:
                process.terminate()
    print(
        f"shown after {min(seconds):.2f} s at best, {sorted(seconds)[len(seconds) // 2]:.2f} s in the middle of "
        f"{edits}, {max(seconds):.2f} s at worst"
    )


def _edits(file: Path, count: int) -> list[float]:
    """Seconds from each edit to the page that shows it."""
    text, start, seconds = file.read_text("utf-8"), f"- id: {FACT}\n", []
    statement = text.index("en: ", text.index(start)) + len("en: ")
    statement += text[statement] == '"'
    _shown("")
    for number in range(count):
        time.sleep(1.5)
        word = f"Edit{'abcdefghijklmnopqrstuvwxyz'[number % 26]}"
        began = time.perf_counter()
        file.write_text(f"{text[:statement]}{word} {text[statement:]}", "utf-8")
        _shown(word)
        seconds.append(time.perf_counter() - began)
    return seconds


def _shown(word: str) -> None:
    """Returns when the fact's page is there and shows the word."""
    while True:
        try:
            with urlopen(f"http://{ADDRESS}/en/facts/{FACT}/", timeout=30) as answer:
                if word in answer.read().decode():
                    return
        except (URLError, ConnectionError):
            pass
        time.sleep(0.01)


if __name__ == "__main__":
    main()
