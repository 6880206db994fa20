"""A clock on reading what a stranger made: the libraries that read pages and PDFs have none, and a page within all
bounds of size may keep them busy for minutes."""

import atexit
import multiprocessing
import signal
import threading
from collections.abc import Callable
from multiprocessing.pool import Pool
from typing import ParamSpec, TypeVar

Given = ParamSpec("Given")
Found = TypeVar("Found")

LONGEST = 30.0
"""Seconds; a long article takes one, and starting the process two."""


class TooLong(Exception):
    """That reading has taken longer than it may."""


_one_at_a_time = threading.Lock()
_pool: Pool | None = None


def within(seconds: float, read: Callable[Given, Found], *given: Given.args, **named: Given.kwargs) -> Found:
    """What `read` finds, a function of a module, in a process of its own, which is ended when it takes longer than so
    many seconds: TooLong. An error in it is raised here."""
    global _pool  # noqa: PLW0603  started for the first page, which most commands never read
    with _one_at_a_time:
        if _pool is None:
            _pool = multiprocessing.get_context("spawn").Pool(1, signal.signal, (signal.SIGINT, signal.SIG_IGN))
            atexit.register(_pool.terminate)
        try:
            return _pool.apply_async(read, given, named).get(seconds)
        except multiprocessing.TimeoutError:
            _pool.terminate()
            _pool.join()
            _pool = None
            raise TooLong(f"reading it takes longer than {seconds:g} seconds") from None
