"""A client of yaml-language-server over stdio: what it says of a file, offers in it and explains in it.

Source: the Language Server Protocol 3.17.
"""

import json
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

SETTINGS = {"yaml": {"validate": True, "hover": True, "completion": True, "schemaStore": {"enable": False}}}
"""As in VS Code, but that nothing is fetched."""


@dataclass
class Server:
    process: subprocess.Popen[bytes]
    number: int = 0
    told: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    """The latest diagnostics of each file."""

    def send(self, **message: Any) -> None:
        data = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self.process.stdin
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(data), data))
        self.process.stdin.flush()

    def take(self) -> dict[str, Any]:
        """The next message; what the server asks is answered on the way."""
        assert self.process.stdout
        length = 0
        while line := self.process.stdout.readline().strip():
            name, _, value = line.partition(b":")
            length = int(value) if name.lower() == b"content-length" else length
        assert length, "the server has ended"
        message: dict[str, Any] = json.loads(self.process.stdout.read(length))
        if message.get("method") == "workspace/configuration":
            answer = [SETTINGS.get(each["section"], {}) for each in message["params"]["items"]]
            self.send(id=message["id"], result=answer)
        elif "method" in message and "id" in message:
            self.send(id=message["id"], result=None)
        elif message.get("method") == "textDocument/publishDiagnostics":
            self.told[message["params"]["uri"]] = message["params"]["diagnostics"]
        return message

    def ask(self, method: str, **params: Any) -> Any:
        self.number += 1
        self.send(id=self.number, method=method, params=params)
        while (message := self.take()).get("id") != self.number or "method" in message:
            pass
        assert "error" not in message, message
        return message["result"]

    def open(self, path: Path, text: str) -> "Opened":
        """A file as it is typed, whatever stands on the disk."""
        self.number += 1
        name = path.with_name(f"{self.number}-{path.name}").as_uri()
        document = {"uri": name, "languageId": "yaml", "version": 1, "text": text}
        self.send(method="textDocument/didOpen", params={"textDocument": document})
        return Opened(self, name, text)


@dataclass
class Opened:
    server: Server
    uri: str
    text: str

    def problems(self) -> list[str]:
        """What is underlined, each with its line."""
        while self.uri not in self.server.told:
            self.server.take()
        return [f"{each['range']['start']['line'] + 1}: {each['message']}" for each in self.server.told[self.uri]]

    def offered(self, after: str) -> dict[str, dict[str, Any]]:
        """What is offered behind these words, by its label."""
        found = self.server.ask("textDocument/completion", textDocument={"uri": self.uri}, position=self._end(after))
        return {each["label"]: each for each in (found or {}).get("items", ())}

    def explained(self, on: str) -> str:
        """What is shown over the last character of these words."""
        place = self._end(on)
        place["character"] -= 1
        found = self.server.ask("textDocument/hover", textDocument={"uri": self.uri}, position=place)
        return str(found["contents"]["value"]) if found else ""

    def _end(self, words: str) -> dict[str, int]:
        assert words in self.text, words
        before = self.text[: self.text.index(words) + len(words)]
        return {"line": before.count("\n"), "character": len(before) - before.rfind("\n") - 1}


@contextmanager
def language_server(program: Path, root: Path) -> Iterator[Server]:
    """The server, started in an edition's folder."""
    with subprocess.Popen(
        ["node", str(program), "--stdio"], cwd=root, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        server = Server(process)
        capabilities = {
            "workspace": {"configuration": True},
            "textDocument": {
                "completion": {"completionItem": {"snippetSupport": True, "documentationFormat": ["markdown"]}},
                "hover": {"contentFormat": ["markdown"]},
            },
        }
        server.ask("initialize", processId=None, rootUri=root.as_uri(), capabilities=capabilities)
        server.send(method="initialized", params={})
        server.send(method="workspace/didChangeConfiguration", params={"settings": SETTINGS})
        try:
            yield server
        finally:
            process.kill()
