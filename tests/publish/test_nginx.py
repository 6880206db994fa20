"""The nginx example of docs/publishing.md, as it is written there, in a real nginx where there is one."""

import re
import shutil
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from http.client import HTTPResponse
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import ProxyHandler, Request, build_opener

import pytest
from places import ROOT

from factbound.view.pages.frame import POLICY
from factbound.view.site import HEADERS

DOCS = (ROOT / "docs/publishing.md").read_text("utf-8")
EXAMPLE = re.search(r"```nginx\n(.*?)```", DOCS, re.DOTALL)[1]
NGINX = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")


def test_the_example_declares_the_policy_of_the_pages() -> None:
    assert f'add_header Content-Security-Policy "{POLICY}" always;' in EXAMPLE


def test_the_example_sends_what_the_headers_file_sends() -> None:
    for line in HEADERS.splitlines():
        if match := re.fullmatch(r"  ([\w-]+): (.*)", line):
            assert match[1] in EXAMPLE
            assert match[2] in EXAMPLE


Ask = Callable[..., HTTPResponse]


@pytest.fixture(scope="module")
def ask(good_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    """Asks the example for a path, with the good edition behind it."""
    if NGINX is None:
        pytest.skip("there is no nginx")
    folder = tmp_path_factory.mktemp("nginx")
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    here = EXAMPLE.replace("listen 80;", f"listen 127.0.0.1:{port};").replace("/srv/parcel-promise", str(good_site))
    assert here.count(str(port)) == here.count(str(good_site)) == 1
    places = "".join(
        f"{name}_temp_path {folder}/{name};\n" for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    settings = folder / "nginx.conf"
    settings.write_text(
        f"daemon off;\nmaster_process off;\npid {folder}/pid;\nerror_log stderr;\nevents {{}}\nhttp {{\naccess_log "
        f"off;\n{places}{here}}}\n",
        "utf-8",
    )
    command = [NGINX, "-p", str(folder), "-e", "stderr", "-c", str(settings)]
    tried = subprocess.run([*command, "-t"], capture_output=True, text=True, check=False)
    assert tried.returncode == 0, tried.stderr
    assert "[warn]" not in tried.stderr
    opener = build_opener(ProxyHandler({}))

    def get(path: str, **headers: str) -> HTTPResponse:
        request = Request(
            f"http://127.0.0.1:{port}{path}", headers={name.replace("_", "-"): value for name, value in headers.items()}
        )
        try:
            return opener.open(request, timeout=10)
        except HTTPError as error:
            return error

    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        for _ in range(200):
            with socket.socket() as knock:
                if knock.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.02)
        yield get
        server.terminate()


COMMON = {
    "Content-Security-Policy": POLICY,
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "X-Content-Type-Options": "nosniff",
}


def first(site: Path, pattern: str) -> str:
    return "/" + next(path.relative_to(site).as_posix() for path in sorted(site.glob(pattern)))


@pytest.mark.parametrize(
    ("pattern", "kind", "cached", "shared"),
    [
        ("index.html", "text/html; charset=utf-8", "no-cache", None),
        ("en/facts/*/index.html", "text/html; charset=utf-8", "no-cache", None),
        ("assets/*.css", "text/css; charset=utf-8", "public, max-age=31536000, immutable", None),
        ("assets/*.svg", "image/svg+xml", "public, max-age=31536000, immutable", None),
        ("data/facts.json", "application/json; charset=utf-8", "no-cache", "*"),
        ("data/facts.csv", "text/csv; charset=utf-8", "no-cache", "*"),
        ("site.webmanifest", "application/manifest+json", "no-cache", None),
    ],
)
def test_a_file_is_served_with_all_its_headers(
    ask: Ask, good_site: Path, pattern: str, kind: str, cached: str, shared: str | None
) -> None:
    path = first(good_site, pattern)
    with ask(path) as answer:
        assert answer.status == 200
        assert answer.read() == (good_site / path[1:]).read_bytes()
        sent = {name: answer.headers[name] for name in COMMON}
        assert sent == COMMON
        assert (
            answer.headers["Content-Type"],
            answer.headers["Cache-Control"],
            answer.headers["Access-Control-Allow-Origin"],
        ) == (
            kind,
            cached,
            shared,
        )


def test_a_folder_is_served_as_its_page(ask: Ask) -> None:
    with ask("/en/") as answer:
        assert answer.status == 200
        assert b"<h1" in answer.read()


def test_what_is_not_there_gets_the_site_s_own_page_with_its_policy(ask: Ask, good_site: Path) -> None:
    with ask("/nowhere/") as answer:
        assert answer.status == 404
        assert answer.headers["Content-Security-Policy"] == POLICY
        assert answer.read() == (good_site / "404.html").read_bytes()


def test_text_is_sent_packed_to_who_can_unpack_it(ask: Ask) -> None:
    for path in ("/en/", "/data/facts.json", "/data/facts.csv", "/en/feed.xml"):
        with ask(path, Accept_Encoding="gzip") as answer:
            assert answer.headers["Content-Encoding"] == "gzip", path
