"""The desk's server: for one person, at 127.0.0.1, behind a token in its address.

Any page in the same browser can send requests to 127.0.0.1. Hence every request names the host that the desk itself
has given out (so that no other name leads here) and the token; a request that writes comes from the desk's own page,
as the browser tells in `Origin`, and is JSON, which a form of another page cannot send.
"""

import base64
import contextlib
import json
import secrets
import sys
from collections.abc import Callable, Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import unquote, urlsplit

from jinja2 import Environment

from factbound.desk.changes import Refused, decision
from factbound.desk.intake import LARGEST
from factbound.desk.session import Session, Stale
from factbound.desk.views import PAGE, article_page, environment, list_page
from factbound.problems import NoEdition

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
_HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cache-Control": "no-store",
}
_ASSETS = {"desk.css": "text/css; charset=utf-8", "desk.js": "text/javascript; charset=utf-8"}
MOST = 1_000_000
"""The most bytes of a request: an entry is a few hundred, the text of an article some ten thousand."""
MOST_TAKEN = LARGEST * 4 // 3 + 1000
"""The most bytes of a request that brings a file, in Base64."""


class DeskServer(ThreadingHTTPServer):
    """The desk over a session, on a port of this machine only."""

    daemon_threads = True

    def __init__(
        self,
        session: Session,
        port: int = 0,
        token: str = "",
        report: Callable[[Exception], None] = lambda error: None,
    ) -> None:
        """`report` hears of what nobody foresaw."""
        self.session = session
        self.report = report
        self.token = token or secrets.token_urlsafe(24)
        self.env: Environment = environment()
        super().__init__(("127.0.0.1", port), _Handler)

    def handle_error(self, *_: object) -> None:
        """What nobody foresaw is reported, and the next request is answered."""
        error = sys.exc_info()[1]
        if isinstance(error, Exception) and not isinstance(error, ConnectionError):
            self.report(error)

    @property
    def host(self) -> str:
        """The host and port that the desk answers to."""
        return f"127.0.0.1:{self.server_port}"

    @property
    def address(self) -> str:
        """Where the desk is opened."""
        return f"http://{self.host}/{self.token}/"


class _Handler(BaseHTTPRequestHandler):
    server: DeskServer
    server_version = "factbound"
    sys_version = ""
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        self._guarded(self._get)

    def do_POST(self) -> None:
        self._guarded(self._post)

    def _guarded(self, answer: Callable[[], None]) -> None:
        """Answer, and say why where that cannot be."""
        try:
            answer()
        except ConnectionError:  # a page that was left does not wait for its answer
            self.close_connection = True
        except (NoEdition, OSError) as error:
            self._refuse(500, str(error))

    def _get(self) -> None:
        if (path := self._path()) is None:
            return
        session, env, token = self.server.session, self.server.env, self.server.token
        if path == "":
            self._send(200, list_page(session, env, token))
        elif path in _ASSETS:
            self._send(200, (PAGE / path).read_text("utf-8"), _ASSETS[path])
        elif path == "problems":
            self._json(200, {"problems": [_problem(each) for each in session.check(session.project.root)]})
        elif path.startswith("article/"):
            try:
                self._send(200, article_page(session, path.removeprefix("article/"), env, token))
            except KeyError:
                self._refuse(404, "the archive has no such text")
        else:
            self._refuse(404, "there is no such page")

    def _post(self) -> None:
        told = self._told()
        if (path := self._path()) is None:
            return None
        if self.headers.get("Origin") != f"http://{self.server.host}":
            return self._refuse(403, "only the desk's own page may write")
        if self.headers.get_content_type() != "application/json" or told is None:
            return self._refuse(400, "this is no request of the desk")
        act = _ACTS.get(path)
        if act is None:
            return self._refuse(404, "there is nothing to do there")
        try:
            self._json(200, act(self.server.session, told))
        except Stale as error:
            self._json(409, {"error": f"{error} was changed meanwhile; nothing was written. Look at the diff again."})
        except Refused as error:
            self._json(422, {"error": str(error)})
        except ModuleNotFoundError as error:
            self._json(422, {"error": f"this needs {error.name}: pip install factbound[archive]"})
        except OSError as error:
            self._json(500, {"error": f"cannot be written: {error.strerror}; no file was changed"})
        except (KeyError, TypeError, ValueError) as error:
            self._json(400, {"error": f"this is no request of the desk: {error}"})
        return None

    def _path(self) -> str | None:
        """The path behind the token; None, once it is answered, for a request that may not be here."""
        if self.headers.get("Host") != self.server.host:
            self._refuse(403, "the desk does not answer to this name")
            return None
        first, _, rest = unquote(urlsplit(self.path).path).removeprefix("/").partition("/")
        if not secrets.compare_digest(first.encode(), self.server.token.encode()):
            self._refuse(403, "open the desk at the address that it printed")
            return None
        return rest

    def _told(self) -> Mapping[str, object] | None:
        """The JSON of a request, which is read in any case: an answer comes after it. None for none."""
        length = self.headers.get("Content-Length", "")
        most = MOST_TAKEN if self.path == f"/{self.server.token}/take" else MOST
        if not length.isdecimal() or int(length) > most:
            self.close_connection = True
            return None
        data = self.rfile.read(int(length))
        try:
            told = json.loads(data)
            json.dumps(told, ensure_ascii=False).encode()  # half a sign can be told in JSON, and nowhere else
        except (ValueError, RecursionError):
            return None
        return told if isinstance(told, dict) else None

    def _json(self, status: int, value: object) -> None:
        self._send(status, json.dumps(value, ensure_ascii=False), "application/json; charset=utf-8")

    def _refuse(self, status: int, why: str) -> None:
        self._send(status, why + "\n", "text/plain; charset=utf-8")

    def _send(self, status: int, text: str, kind: str = "text/html; charset=utf-8") -> None:
        data = text.encode()
        self.send_response(status)
        for name, value in {**_HEADERS, "Content-Type": kind, "Content-Length": str(len(data))}.items():
            self.send_header(name, value)
        self.end_headers()
        with contextlib.suppress(ConnectionError):  # a page that was left does not wait for its answer
            self.wfile.write(data)

    def log_message(self, *_: object) -> None:
        """Nothing: a terminal full of requests hides the address."""


def _problem(problem: object) -> str:
    return str(problem)


def _look(session: Session, told: Mapping[str, object]) -> object:
    return session.look(str(told["source"]), *(_number(told[key]) for key in ("paragraph", "start", "end")))


def _hold(session: Session, told: Mapping[str, object]) -> object:
    reading = told["reading"]
    if not isinstance(reading, dict):
        raise Refused("a reading is missing")
    texts = {str(key): str(value) for key, value in reading.items()}
    return {"faults": session.hold(str(told["source"]), _number(told["paragraph"]), texts)}


def _prints(session: Session, told: Mapping[str, object]) -> object:
    statements = told["statement"]
    if not isinstance(statements, dict):
        raise Refused("a statement is missing")
    texts = {str(key): str(value) for key, value in statements.items()}
    return session.prints({str(key): str(value) for key, value in told.items() if isinstance(value, str)}, texts)


def _diff(session: Session, told: Mapping[str, object]) -> object:
    shown, seen = session.preview(decision(told))
    return {"diff": shown, "seen": seen}


def _brings(session: Session, told: Mapping[str, object]) -> object:
    return {"problems": session.brings(decision(told))}


def _write(session: Session, told: Mapping[str, object]) -> object:
    what = decision(told)
    return {"file": what.file, "problems": session.write(what, str(told.get("seen", "")))}


def _undo(session: Session, told: Mapping[str, object]) -> object:
    file, problems = session.undo()
    return {"file": file, "problems": problems}


def _take(session: Session, told: Mapping[str, object]) -> object:
    return session.take(str(told["name"]), base64.b64decode(str(told["data"]), validate=True))


def _number(value: object) -> int:
    if not isinstance(value, int):
        raise Refused("a number is missing")
    return value


_ACTS: Mapping[str, Callable[[Session, Mapping[str, object]], object]] = {
    "look": _look,
    "take": _take,
    "hold": _hold,
    "prints": _prints,
    "diff": _diff,
    "brings": _brings,
    "write": _write,
    "undo": _undo,
}
