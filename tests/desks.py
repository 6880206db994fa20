"""A desk over a small edition, and requests to it as a browser sends them."""

import http.client
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from factbound.desk.server import DeskServer
from factbound.desk.session import Session
from factbound.mkdocs import plugin as mkdocs
from factbound.mkdocs import settings
from factbound.problems import EditionError, Problem


class Desk:
    """A desk that stands, and what it answers."""

    def __init__(self, root: Path, server: DeskServer) -> None:
        self.root, self.server, self.session = root, server, server.session

    @property
    def address(self) -> str:
        return self.server.address

    def get(self, path: str = "", **headers: str) -> tuple[int, str]:
        status, text, _ = self.answer("GET", f"/{self.server.token}/{path}", None, headers)
        return status, text

    def post(self, path: str, told: object, **headers: str) -> tuple[int, dict[str, object]]:
        own = {"Origin": f"http://{self.server.host}", "Content-Type": "application/json"}
        status, text, _ = self.answer("POST", f"/{self.server.token}/{path}", json.dumps(told), own | headers)
        try:
            return status, json.loads(text)
        except ValueError:
            return status, {"error": text}

    def answer(
        self, method: str, path: str, body: str | None, headers: dict[str, str]
    ) -> tuple[int, str, dict[str, str]]:
        connection = http.client.HTTPConnection("127.0.0.1", self.server.server_port)
        try:
            connection.putrequest(method, path, skip_host=True)
            for name, value in ({"Host": self.server.host} | headers).items():
                connection.putheader(name, value)
            data = (body or "").encode()
            connection.putheader("Content-Length", str(len(data)))
            connection.endheaders(data)
            answered = connection.getresponse()
            return answered.status, answered.read().decode(), dict(answered.getheaders())
        finally:
            connection.close()

    def write(self, what: dict[str, object]) -> tuple[int, dict[str, object]]:
        """Look at the diff, and write it."""
        _, shown = self.post("diff", what)
        return self.post("write", {**what, "seen": shown["seen"]})


def check(root: Path) -> tuple[Problem, ...]:
    """Every problem of the edition."""
    try:
        mkdocs.ledger(settings.load(root))
    except EditionError as error:
        return error.problems
    return ()


@contextmanager
def desk_over(root: Path) -> Iterator[Desk]:
    """A desk over an edition with an archive in it."""
    project = settings.project_of(settings.load(root))
    session = Session(project, root / "archive", check, lambda: "2031-06-01")
    with DeskServer(session) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield Desk(root, server)
        finally:
            server.shutdown()
            thread.join()
