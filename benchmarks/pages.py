"""How heavy a page is: bytes of the story, a fact, a source and a chart page with what they load, compressed as a host
would.

Budget: 100 kB with fonts and charts, 60 kB without fonts. With Lighthouse installed (npm install lighthouse, beside
this file or above it), largest contentful paint (under 1.5 s on its mobile throttling), layout shift and blocking time
(both 0) too.

Usage, in the environment, after a build: python benchmarks/pages.py [SITE_DIR]
"""

import functools
import gzip
import http.server
import json
import re
import shutil
import subprocess
import sys
import threading
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGES = ("en/", "en/facts/amazon-belgium-plan/", "en/sources/trends-2025/", "en/charts/announced/")
FLAGS = "--headless --no-sandbox --disable-gpu --disable-quic --disable-background-networking"


def weigh(site: Path, page: str) -> tuple[float, float]:
    """Kilobytes of a page with its styles, scripts and fonts, and without its fonts."""
    html = (site / page / "index.html").read_text("utf-8")
    names = re.findall(
        r'<(?:link[^>]+rel="(?:stylesheet|preload|icon|manifest)"[^>]*|script[^>]+)(?:href|src)="([^"]+)"', html
    )
    linked = re.findall(r'<(?:link rel="(?:stylesheet|preload)"|script) (?:href|src)="([^"]+)"', html)
    files = {(site / page / name).resolve() for name in {*names, *linked}}
    sizes = {
        path: len(path.read_bytes() if path.suffix == ".woff2" else gzip.compress(path.read_bytes(), 6))
        for path in files
    }
    whole = len(gzip.compress(html.encode(), 6)) + sum(sizes.values())
    fonts = sum(size for path, size in sizes.items() if path.suffix == ".woff2")
    return whole / 1000, (whole - fonts) / 1000


def paint(address: str) -> str:
    """What Lighthouse measures on a throttled phone, in a line; why not, when it is not installed."""
    if not shutil.which("npx"):
        return "Lighthouse is not installed"
    command = ["npx", "--no-install", "lighthouse", address, "--quiet", "--output=json", f"--chrome-flags={FLAGS}"]
    done = subprocess.run(command, cwd=ROOT / "benchmarks", capture_output=True, text=True, check=False)
    if done.returncode:
        return "Lighthouse is not installed"
    report = json.loads(done.stdout)
    scores = " ".join(f"{name} {round(100 * part['score'])}" for name, part in report["categories"].items())
    audits = {
        name: report["audits"][name]["displayValue"]
        for name in ("largest-contentful-paint", "cumulative-layout-shift", "total-blocking-time")
    }
    return f"{scores}; " + ", ".join(f"{name} {value}" for name, value in audits.items())


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *arguments: object) -> None:
        """Say nothing."""


def main() -> None:
    """Serve the site, measure and print."""
    site = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "site"
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    for page in PAGES:
        whole, bare = weigh(site, page)
        print(
            f"/{page}: {whole:.0f} kB, {bare:.0f} kB without fonts; "
            f"{paint(f'http://127.0.0.1:{server.server_port}/{page}')}"
        )


if __name__ == "__main__":
    main()
