"""Open the desk, where an article stands beside its facts."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from factbound.commands import OK, USAGE, print_bug
from factbound.commands.history import would_keep
from factbound.commands.proving import holds_texts, today
from factbound.mkdocs import plugin as mkdocs
from factbound.mkdocs import settings
from factbound.problems import EditionError, Problem

if TYPE_CHECKING:
    from factbound.desk.server import DeskServer


def desk(options: argparse.Namespace, root: Path) -> int:
    """Serve the desk until interrupted."""
    if not holds_texts(options.archive):
        return USAGE
    server = opened(root, options.archive, options.port)
    if server is None:
        return USAGE
    with server:
        print(f"the desk: {server.address}\nfor this machine only; Ctrl+C closes it", flush=True)
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            print("closed; what was written stays written")
    return OK


def opened(root: Path, archive: Path, port: int) -> "DeskServer | None":
    """The desk over an edition, ready to serve; None, once it is said, where its port is taken."""
    from factbound.desk.server import DeskServer  # brings a web server, which no other command needs
    from factbound.desk.session import Session

    def check(folder: Path) -> tuple[Problem, ...]:
        try:
            mkdocs.ledger(settings.load(folder))
        except EditionError as error:
            return error.problems
        return ()

    project = settings.project_of(settings.load(root))
    try:
        return DeskServer(Session(project, archive, check, today, would_keep), port, report=print_bug)
    except OSError as error:
        print(f"the desk cannot stand at port {port}: {error.strerror}; give another --port", file=sys.stderr)
    return None
