"""A small server of a built site on 127.0.0.1, at the root or under a sub-path, as a static host would serve it."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

SUB_PATH = "/some/where/"
"""The path under which a site is tried that does not stand at its host's root."""


class Handler(SimpleHTTPRequestHandler):
    """Serves a folder under a prefix; what is not there gets the site's own 404 page."""

    prefix = "/"

    def do_GET(self) -> None:
        if not self.path.startswith(self.prefix):
            self.path = (
                self.prefix + "404.html"
            )  # outside of the site: another site's business, hence none of its files
            return self._missing()
        self.path = "/" + self.path.removeprefix(self.prefix)
        if not Path(self.translate_path(self.path)).exists():
            return self._missing()
        return super().do_GET()

    def _missing(self) -> None:
        body = (Path(self.directory) / "404.html").read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Silence: the tests tell what went wrong."""


class Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False

    def handle_error(self, *_: object) -> None:
        """A browser that hangs up is no error."""


@contextmanager
def serve(folder: Path, prefix: str = "/") -> Iterator[str]:
    """The address of the folder while it is served, ending in a slash."""

    class Here(Handler):
        def __init__(self, *args: object, **more: object) -> None:
            super().__init__(*args, directory=str(folder), **more)

    Here.prefix = prefix
    Here.extensions_map = {
        **Handler.extensions_map,
        ".woff2": "font/woff2",
        ".svg": "image/svg+xml",
        ".js": "text/javascript",
    }
    with Server(("127.0.0.1", 0), Here) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}{prefix}"
        finally:
            server.shutdown()
            thread.join()
