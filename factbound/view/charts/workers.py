"""Workers: processes that draw, so that a first build uses every core while the pages are told."""

import os
import pickle
import signal
import subprocess
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from functools import cache
from queue import SimpleQueue
from types import TracebackType
from typing import IO

FEW = 6
"""Below this many jobs a process would take longer to start than to draw."""
_BEHIND = 5
"""How far the processes stand behind the one that builds when there are fewer cores than processes: were all served
alike, it would still have pages to tell when everything is drawn, and one core would be left with nothing to do."""
_EACH = 3
"""How many jobs a process is started for, at least."""


def cores() -> int:
    """How many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


Job = Callable[[], object]
"""Something to draw into the cache: a function of a module with what it is given, so that it can be sent to a
process."""


class Gone(Exception):
    """A process ended before it had done its job."""


class Workers:
    """Up to `count` processes, started for the first jobs that are worth it, which `few` are not, and gone when the
    build ends. `progress` hears how many jobs of how many are done."""

    def __init__(
        self, count: int = 1, progress: Callable[[int, int], None] = lambda done, total: None, few: int = FEW
    ) -> None:
        self.count, self.progress, self.few = count, progress, few
        self._crew: _Crew | None = None
        self._given = self._done = 0

    def __enter__(self) -> "Workers":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._crew:
            self._crew.close()
            self._crew = None

    def start(self, expected: int, ready: Job) -> None:
        """Start the processes before there are jobs, where so many are expected; each gets `ready` on the way."""
        if self.count > 1 and expected >= self.few and self._crew is None:
            with suppress(OSError):  # a system that starts no more of them: then all is drawn here
                self._crew = _Crew(min(self.count, -(-expected // _EACH)), ready)

    def spread(self, jobs: Sequence[Job]) -> list[Job]:
        """Start the jobs; for each, what returns when it is done. Alone, a job is done when that is called, and only
        once."""
        self._given += len(jobs)
        self.start(len(jobs), _nothing)
        if self._crew is None:
            return [cache(self._counted(job)) for job in jobs]
        return [self._sent(self._crew, job) for job in jobs]

    def _counted(self, job: Job) -> Job:
        def run() -> None:
            job()
            self._count()

        return run

    def _sent(self, crew: "_Crew", job: Job) -> Job:
        future = crew.do(job)
        future.add_done_callback(lambda _: self._count())
        return _waiting(future, job)

    def _count(self) -> None:
        self._done += 1
        self.progress(self._done, self._given)


def _waiting(future: "Future[None]", job: Job) -> Job:
    """Waits for a job; does it here when its process failed or was killed."""

    def wait() -> None:
        try:
            future.result()
        except Gone:
            job()

    return wait


class _Crew:
    """So many processes, each with a thread of ours that waits for it."""

    def __init__(self, count: int, ready: Job) -> None:
        self._all: list[_Process] = []
        self._idle: SimpleQueue[_Process] = SimpleQueue()
        self._threads = ThreadPoolExecutor(count, "drawing")
        try:
            for _ in range(count):
                self._all.append(_Process(ready))
                self._idle.put(self._all[-1])
        except OSError:
            self.close()
            raise

    def do(self, job: Job) -> "Future[None]":
        """Have a process do a job as soon as one is idle."""
        return self._threads.submit(self._do, job)

    def close(self) -> None:
        """End them, each when it has done what it is at."""
        self._threads.shutdown(cancel_futures=True)
        for each in self._all:
            each.close()

    def _do(self, job: Job) -> None:
        process = self._idle.get()
        try:
            process.do(job)
        finally:
            self._idle.put(process)


class _Process:
    """A process that does what it is sent, one job at a time.

    It is no child of `multiprocessing`, which would run the program's own file in it once more: whoever calls MkDocs
    from a script would build twice.
    """

    def __init__(self, ready: Job) -> None:
        if not sys.executable:
            raise FileNotFoundError("Python does not know where it is")
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-c", _BEGIN], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        with suppress(BrokenPipeError):
            self._send(sys.path)
            self._send(ready)

    def do(self, job: Job) -> None:
        """Have it do a job, and wait for that."""
        assert self._process.stdout
        try:
            self._send(job)
            done = self._process.stdout.read(1)
        except OSError as gone:
            raise Gone from gone
        if not done:
            raise Gone

    def close(self) -> None:
        """Let it go."""
        assert self._process.stdin and self._process.stdout
        with suppress(OSError):
            self._process.stdin.close()
        self._process.wait()
        self._process.stdout.close()

    def _send(self, thing: object) -> None:
        assert self._process.stdin
        self._process.stdin.write(pickle.dumps(thing))
        self._process.stdin.flush()


_BEGIN = (
    "import pickle, sys; sys.path[:] = pickle.load(sys.stdin.buffer); "
    f"from {__name__} import serve; serve(sys.stdin.buffer)"
)


def serve(jobs: IO[bytes]) -> None:
    """What such a process does: get ready, then each job until there are no more; one that fails ends it without a
    word, and is done once more where it came from, where it is told why. Ctrl-C reaches every process of a terminal;
    the one that builds answers it and ends the others, and comes first otherwise too. What libraries print goes where
    errors go."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    sys.excepthook = lambda *_: None
    if hasattr(os, "nice"):
        os.nice(_BEHIND)
    with os.fdopen(os.dup(1), "wb", buffering=0) as answers:
        os.dup2(2, 1)
        ready: Job = pickle.load(jobs)
        ready()
        while True:
            try:
                job: Job = pickle.load(jobs)
            except EOFError:
                return
            job()
            answers.write(b".")


def _nothing() -> None:
    """Stands for what makes a process ready that needs nothing."""
