"""What is printed: a terminal that shows it moves for nothing in it, and a stream that is closed or full is no bug."""

import contextlib
import io
import os
import re
import sys
from collections.abc import Iterator
from typing import TextIO, cast

from factbound.commands.colour import coloured

UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")
_BUT_COLOURS = re.compile(f"(?!\x1b\\[(?:0|1|3[0-7])m){UNSEEN.pattern}")


def printable(text: str, hidden: re.Pattern[str] = UNSEEN) -> str:
    """The text as a terminal may show it: what would move its cursor, colour it or turn its words round is spelled out,
    as JSON spells it too.

    >>> printable("a\x1b[2Jb")
    'a\\\\u001b[2Jb'
    """
    return hidden.sub(lambda sign: f"\\u{ord(sign[0]):04x}", text)


class _Shown:
    """A stream on which everything is `printable`; colours show where it has them."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._hidden = _BUT_COLOURS if coloured(stream) else UNSEEN

    def write(self, text: str) -> int:
        """As a stream writes; how many characters of the text are written, which is all."""
        self._stream.write(printable(text, self._hidden))
        return len(text)

    def __getattr__(self, name: str) -> object:
        return getattr(self._stream, name)


@contextlib.contextmanager
def shown() -> Iterator[None]:
    """While it lasts, all that is printed is printable, and what a console cannot show is spelled out. SystemExit with
    1 where what was printed could not be written."""
    _open_closed()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # a console that is not UTF-8 shows what it can
    with (
        contextlib.redirect_stdout(cast("TextIO", _Shown(sys.stdout))),
        contextlib.redirect_stderr(cast("TextIO", _Shown(sys.stderr))),
    ):
        try:
            yield
        finally:
            _flush()


def _flush() -> None:
    """Write what was printed, while it can still be said that it cannot be; else Python says so when it ends."""
    try:
        sys.stdout.flush()
    except BrokenPipeError:  # nobody reads on
        _silence()
    except OSError as error:
        with contextlib.suppress(OSError):  # the same file may take both
            print(f"what is printed cannot be written: {error.strerror}", file=sys.stderr)
        _silence()
        raise SystemExit(1) from None


def _open_closed() -> None:
    """A stream that was closed before we began (`>&-`) takes all and gives nothing; else the next file that is opened
    would have its number, and take what is printed."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, os.fdopen(os.open(os.devnull, os.O_RDWR), mode, encoding="utf-8"))


def bare(stream: TextIO) -> TextIO:
    """The stream itself, for a program that knows what it prints."""
    return stream._stream if isinstance(stream, _Shown) else stream


def _silence() -> None:
    """What is still to be printed goes nowhere, instead of failing when Python ends."""
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(OSError, ValueError):  # a stream that is no file of the system's
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
