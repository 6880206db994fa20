"""Workers: processes that draw, so that a first build uses every core while the pages are told."""

import os
import signal
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from functools import cache, partial
from multiprocessing import get_context
from types import TracebackType

FEW = 6
"""Below this many jobs a process would take longer to start than to draw."""
_BEHIND = 5
"""How far the processes stand behind the one that builds when there are fewer cores than processes: were all served
alike, it would still have pages to tell when everything is drawn, and one core would be left with nothing to do."""


def cores() -> int:
    """How many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


Job = Callable[[], object]
"""Something to draw into the cache: a function of a module with what it is given, so that it can be sent to a
process."""


class Workers:
    """Up to `count` processes, started for the first jobs that are worth it and gone when the build ends. `progress`
    hears how many jobs of how many are done."""

    def __init__(self, count: int = 1, progress: Callable[[int, int], None] = lambda done, total: None) -> None:
        self.count, self.progress = count, progress
        self._pool: ProcessPoolExecutor | None = None
        self._given = self._done = 0

    def __enter__(self) -> "Workers":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._pool:
            self._pool.shutdown(cancel_futures=True)
            self._pool = None

    def start(self, expected: int, ready: Job) -> None:
        """Start the processes before there are jobs, where so many are expected; each gets `ready` on the way."""
        if self.count > 1 and expected >= FEW and self._pool is None:
            with suppress(OSError):  # a system without shared memory has no pools: then all is drawn here
                self._pool = ProcessPoolExecutor(self.count, get_context("spawn"), initializer=partial(_begin, ready))
                for _ in range(self.count):
                    self._pool.submit(_nothing)  # a process is started when there is something to do

    def spread(self, jobs: Sequence[Job]) -> list[Job]:
        """Start the jobs; for each, what returns when it is done. Alone, a job is done when that is called, and only
        once."""
        self._given += len(jobs)
        self.start(len(jobs), _nothing)
        if self._pool is None:
            return [cache(self._counted(job)) for job in jobs]
        return [self._sent(self._pool, job) for job in jobs]

    def _counted(self, job: Job) -> Job:
        def run() -> None:
            job()
            self._count()

        return run

    def _sent(self, pool: ProcessPoolExecutor, job: Job) -> Job:
        try:
            future = pool.submit(job)
        except BrokenProcessPool:  # a process was killed before
            return cache(self._counted(job))
        future.add_done_callback(lambda _: self._count())
        return _waiting(future, job)

    def _count(self) -> None:
        self._done += 1
        self.progress(self._done, self._given)


def _waiting(future: Future[object], job: Job) -> Job:
    """Waits for a job; does it here when its process was killed."""

    def wait() -> None:
        try:
            future.result()
        except BrokenProcessPool:
            job()

    return wait


def _begin(ready: Job) -> None:
    """Ctrl-C reaches every process of a terminal; the one that builds answers it and ends the others, and comes first
    otherwise too."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if hasattr(os, "nice"):
        os.nice(_BEHIND)
    ready()


def _nothing() -> None:
    """What a process does that is started before there are jobs."""
