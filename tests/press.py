"""The press: a server on 127.0.0.1 that does what publishers' hosts do, well and badly."""

import gzip
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

ARTICLE = """<!doctype html><html lang="fr-BE"><head><meta charset="utf-8"><title>Lumen arrive | La Gazette</title>
<meta property="og:site_name" content="La Gazette"><meta property="og:title" content="Lumen arrive à Gand">
<meta property="article:published_time" content="2031-05-14T08:00:00+02:00">{head}</head>
<body><nav><a href="/">Une</a></nav><article><h1>Lumen arrive à Gand</h1>
<p>Le fabricant de lampes a présenté mardi son projet devant le conseil communal, \
qui l’attendait depuis le printemps.</p>
<p>Il investira <em>plus de</em> 12&nbsp;millions d&#8217;euros dans son usine de Gand, \
a dit sa directrice, et quelque 80 personnes y travailleront.</p>
<p>Le chantier commencera dès que la commune aura donné son accord, \
ce que la bourgmestre promet pour bientôt.</p></article>
<footer>Mentions légales</footer></body></html>"""


class Press(ThreadingHTTPServer):
    """What it serves: `routes` from a path to a function that answers with a handler; `asked` are the requests and
    `notes` what was posted, with the token it came with, in order."""

    daemon_threads = True
    block_on_close = False

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.routes: dict[str, Callable[[_Handler], None]] = {}
        self.asked: list[tuple[str, dict[str, str]]] = []
        self.notes: list[tuple[str, str | None, bytes]] = []

    @property
    def base(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"

    @property
    def times(self) -> Counter[str]:
        """How often each path was asked for."""
        return Counter(path for path, _ in self.asked)

    def page(
        self,
        path: str,
        body: str | bytes = ARTICLE.format(head=""),
        status: int = 200,
        type: str = "text/html; charset=utf-8",
        **headers: str,
    ) -> None:
        """Answer `path` with a body."""
        data = body.encode() if isinstance(body, str) else body
        self.routes[path] = lambda handler: handler.say(
            status, data, {"Content-Type": type, **{name.replace("_", "-"): value for name, value in headers.items()}}
        )

    def redirect(self, path: str, to: str, status: int = 301) -> None:
        self.page(path, "", status, Location=to)

    def in_turn(self, path: str, *paths: str) -> None:
        """Answer `path` as the others do, one after another, the last one for good."""
        waiting = list(paths)

        def answer(handler: _Handler) -> None:
            self.routes[waiting.pop(0) if len(waiting) > 1 else waiting[0]](handler)

        self.routes[path] = answer

    def slow(self, path: str, seconds: float, drips: int = 1) -> None:
        """Answer after a while, or a byte at a time."""

        def answer(handler: _Handler) -> None:
            if drips > 1:
                handler.say(200, b"", {"Content-Type": "text/html", "Content-Length": str(drips)})
            for _ in range(drips):
                time.sleep(seconds)
                handler.wfile.write(b"x") if drips > 1 else handler.say(200, b"late", {})
                handler.wfile.flush()

        self.routes[path] = answer

    def broken_off(self, path: str) -> None:
        """Promise more than comes."""
        self.routes[path] = lambda handler: handler.say(
            200, b"<p>half", {"Content-Length": "5000", "Content-Type": "text/html"}
        )

    def handle_error(self, *_: object) -> None:
        """A visitor that hangs up is no error."""


class _Handler(BaseHTTPRequestHandler):
    server: Press

    def do_GET(self) -> None:
        self.server.asked.append((self.path, dict(self.headers.items())))
        answer = self.server.routes.get(self.path)
        if answer:
            answer(self)
        else:
            self.say(404, b"not here", {"Content-Type": "text/plain"})

    def do_POST(self) -> None:
        self.server.notes.append(
            (self.path, self.headers.get("PRIVATE-TOKEN"), self.rfile.read(int(self.headers["Content-Length"])))
        )
        self.say(201, b"{}", {"Content-Type": "application/json"})

    def say(self, status: int, body: bytes, headers: dict[str, str]) -> None:
        self.send_response(status)
        for name, value in {"Content-Length": str(len(body)), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Silence: the tests tell what went wrong."""


@contextmanager
def press() -> Iterator[Press]:
    """The press while it is at work."""
    with Press() as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()


def packed(text: str) -> bytes:
    return gzip.compress(text.encode())
