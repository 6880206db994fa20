"""Fetching: a page from another host, politely and within bounds. The only module that opens a connection."""

import contextlib
import http.client
import socket
import ssl
import threading
import time
import zlib
from collections.abc import Callable
from contextvars import ContextVar
from dataclasses import dataclass, field, replace
from datetime import UTC
from email.utils import parsedate_to_datetime
from ipaddress import ip_address
from typing import Any, TypeAlias
from urllib.error import URLError
from urllib.parse import quote, urljoin, urlsplit, urlunsplit
from urllib.request import HTTPHandler, HTTPSHandler, OpenerDirector, ProxyHandler, Request

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_PASSING = frozenset({429, 500, 502, 503, 504})
"""Answers that may be another one a moment later. Source: RFC 9110, section 15, and RFC 6585, section 4."""
_UNPACKED = {"": None, "identity": None, "gzip": 47, "x-gzip": 47, "deflate": 47}
"""Content codings that are understood; 47 lets zlib tell gzip from zlib by its header."""
_SAFE = "!#$%&'()*+,/:;=?@[]~"
"""Characters of an address that stand as they are. Source: RFC 3986, section 2.2, and the percent sign of what is
encoded already."""
_CHUNK = 65_536


@dataclass(frozen=True, slots=True)
class Manners:
    """How this program behaves towards other hosts; times in seconds."""

    agent: str
    """What it calls itself: its name, version and an address at which somebody can be asked about it."""
    timeout: float = 20.0
    """The longest silence of a host, and the longest that a whole answer may take."""
    attempts: int = 3
    """How often one address is asked when the answer may be another one a moment later."""
    pause: float = 1.0
    """Between two requests to one host."""
    back_off: float = 1.0
    """Before the second attempt; it doubles from there."""
    longest_wait: float = 30.0
    """The longest that is waited because a host asks for it (Retry-After); one that asks for more is left alone."""
    redirects: int = 5
    max_bytes: int = 5_000_000
    """What is read of an answer, unpacked."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a host answered. `hops` are the addresses asked on the way, of which the last one answered; `whole` is false
    when the body went on beyond what is read."""

    status: int
    headers: "http.client.HTTPMessage" = field(repr=False)
    body: bytes = field(repr=False)
    whole: bool
    hops: tuple[str, ...]

    @property
    def address(self) -> str:
        """The address that answered."""
        return self.hops[-1]


@dataclass(frozen=True, slots=True)
class NoHost:
    """The host's name leads nowhere."""

    detail: str


@dataclass(frozen=True, slots=True)
class NoAnswer:
    """No answer that can be used, and why; `passing` when it may come a moment later."""

    detail: str
    passing: bool = False


Fetched: TypeAlias = Answer | NoHost | NoAnswer


class Fetcher:
    """Fetches pages one after another, and remembers when it last asked which host."""

    def __init__(
        self,
        manners: Manners,
        sleep: Callable[[float], None] = time.sleep,
        clock: Callable[[], float] = time.monotonic,
        now: Callable[[], float] = time.time,
    ) -> None:
        self.manners = manners
        self._sleep, self._clock, self._now = sleep, clock, now
        self._asked: dict[str, float] = {}
        self._opener = OpenerDirector()  # without the handlers that follow redirects, open files or speak FTP
        for handler in (ProxyHandler(), _Plain(), _Safe()):
            self._opener.add_handler(handler)

    def fetch(self, address: str) -> Fetched:
        """What is at an address, after redirects and, where that may help, after more than one attempt."""
        hops = [address]
        while len(hops) <= self.manners.redirects + 1:
            try:
                sent = _sendable(hops[-1])
            except ValueError as error:
                return NoAnswer(str(error))
            match self._patiently(sent):
                case Answer() as answer if answer.status in _REDIRECTS and (target := answer.headers.get("Location")):
                    try:
                        onward = urljoin(hops[-1], target.strip())
                    except ValueError:
                        return NoAnswer("redirects to what is no address")
                    if _is_inside(onward) and not _is_inside(hops[0]):
                        return NoAnswer(f"redirects into a network of its own, to {onward}")
                    if onward in hops:
                        return NoAnswer(f"redirects in a circle, by {onward}")
                    hops.append(onward)
                case Answer() as answer:
                    return replace(answer, hops=tuple(hops))
                case other:
                    return other
        return NoAnswer(f"redirects more than {self.manners.redirects} times")

    def _patiently(self, address: str) -> Fetched:
        """An answer, asked for again while it is one that passes; what the host asks to wait is waited, within
        bounds."""
        wait = self.manners.back_off
        for attempt in range(1, self.manners.attempts + 1):
            fetched = self._once(address)
            match fetched:
                case Answer() if fetched.status in _PASSING:
                    asked = _retry_after(fetched.headers.get("Retry-After"), self._now())
                case NoAnswer(passing=True):
                    asked = None
                case _:
                    return fetched
            if attempt == self.manners.attempts or (asked or 0) > self.manners.longest_wait:
                break
            self._sleep(max(asked or 0, wait))
            wait *= 2
        return fetched

    def _once(self, address: str) -> Fetched:
        self._wait_for_turn(urlsplit(address).netloc)
        headers = {
            "User-Agent": self.manners.agent,
            "Accept": "text/html,application/xhtml+xml,*/*;q=0.1",
            "Accept-Encoding": "gzip",
        }
        deadline = self._clock() + self.manners.timeout
        with _Watched(self.manners.timeout) as watched:
            token = _watching.set(watched)
            try:
                with self._opener.open(Request(address, headers=headers), timeout=self.manners.timeout) as response:
                    found = self._read(response, address, deadline)
                    return _failure(TimeoutError()) if watched.late else found
            except URLError as error:
                return _failure(TimeoutError() if watched.late else error.reason)
            except (OSError, ValueError, http.client.HTTPException, zlib.error) as error:
                return _failure(TimeoutError() if watched.late else error)
            finally:
                _watching.reset(token)

    def _read(self, response: http.client.HTTPResponse, address: str, deadline: float) -> Fetched:
        """The answer with as much of its body as is read, unpacked."""
        coding = response.headers.get("Content-Encoding", "").strip().lower()
        if coding not in _UNPACKED:
            return NoAnswer(f"answers in a coding that was not asked for: {coding}")
        window, limit = _UNPACKED[coding], self.manners.max_bytes
        unpack = zlib.decompressobj(window) if window else None
        body = bytearray()
        while len(body) <= limit and (chunk := response.read1(_CHUNK)):
            body += unpack.decompress(chunk, limit + 1 - len(body)) if unpack else chunk
            if self._clock() > deadline:
                raise TimeoutError
        if len(body) <= limit and response.length:
            return NoAnswer("the answer broke off", passing=True)
        return Answer(response.status, response.headers, bytes(body[:limit]), len(body) <= limit, (address,))

    def _wait_for_turn(self, host: str) -> None:
        """Let the pause between two requests to one host pass."""
        since = self._clock() - self._asked.get(host, float("-inf"))
        if since < self.manners.pause:
            self._sleep(self.manners.pause - since)
        self._asked[host] = self._clock()


def _sendable(address: str) -> str:
    """The address as a request may carry it: ASCII, without a fragment; ValueError for one that is not asked."""
    parts = urlsplit(address)
    if parts.scheme not in {"http", "https"}:
        raise ValueError(f"{parts.scheme or address}: is not asked, only http and https are")
    if not parts.hostname:
        raise ValueError(f"{address} names no host")
    host = parts.hostname.encode("idna").decode() if not parts.hostname.isascii() else parts.hostname
    port = f":{parts.port}" if parts.port else ""
    return urlunsplit(
        (
            parts.scheme,
            (f"[{host}]" if ":" in host else host) + port,
            quote(parts.path, _SAFE),
            quote(parts.query, _SAFE),
            "",
        )
    )


def _is_inside(address: str) -> bool:
    """Whether an address leads to this machine or a private network. A redirect from outside may not: what lies there
    is not meant for others' pages. Source: RFC 6890."""
    try:
        host = urlsplit(address).hostname
        found = socket.getaddrinfo(host, None) if host else []
    except (OSError, ValueError):
        return False
    return any(not ip_address(str(each[4][0]).partition("%")[0]).is_global for each in found)


class _Watched:
    """Connections that are cut when an answer takes longer than it may: slow headers and `100 Continue` without end are
    no silence, and no limit of ours is asked while they are read."""

    def __init__(self, seconds: float) -> None:
        self.late = False
        self._sockets: list[socket.socket] = []
        self._timer = threading.Timer(seconds, self._cut)
        self._timer.daemon = True

    def __enter__(self) -> "_Watched":
        self._timer.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._timer.cancel()
        self._timer.join()
        for connected in self._sockets:
            connected.close()

    def connect(self, *address: Any, **named: Any) -> socket.socket:
        """A connection that is watched from its first byte, before anything is said over it."""
        connected = socket.create_connection(*address, **named)
        self._sockets.append(connected.dup())  # which stays when the first is wrapped for TLS
        return connected

    def _cut(self) -> None:
        self.late = True
        for connected in self._sockets:
            with contextlib.suppress(OSError):
                connected.shutdown(socket.SHUT_RDWR)


_watching: ContextVar[_Watched | None] = ContextVar("_watching", default=None)
"""What watches the request that is on its way."""


def _open(*address: Any, **named: Any) -> socket.socket:
    watched = _watching.get()
    return watched.connect(*address, **named) if watched else socket.create_connection(*address, **named)


class _Connection(http.client.HTTPConnection):
    def __init__(self, *host: Any, **named: Any) -> None:
        super().__init__(*host, **named)
        self._create_connection = _open


class _SafeConnection(http.client.HTTPSConnection):
    def __init__(self, *host: Any, **named: Any) -> None:
        super().__init__(*host, **named)
        self._create_connection = _open


class _Plain(HTTPHandler):
    def http_open(self, request: Request) -> http.client.HTTPResponse:
        return self.do_open(_Connection, request)


class _Safe(HTTPSHandler):
    def https_open(self, request: Request) -> http.client.HTTPResponse:
        return self.do_open(_SafeConnection, request, context=ssl.create_default_context())


def _failure(reason: object) -> NoHost | NoAnswer:
    """Why nothing came, told apart by whether the name is unknown, and by whether it may pass."""
    match reason:
        case socket.gaierror() if reason.errno in {socket.EAI_NONAME, getattr(socket, "EAI_NODATA", None)}:
            return NoHost("the name of its host leads nowhere")
        case ssl.SSLCertVerificationError():
            return NoAnswer(f"its certificate is not trusted: {reason.verify_message}")
        case TimeoutError():
            return NoAnswer("no whole answer in time", passing=True)
        case zlib.error():
            return NoAnswer("its answer cannot be unpacked")
        case OSError() | http.client.HTTPException():
            return NoAnswer(f"no answer: {reason}" if str(reason) else "no answer", passing=True)
    return NoAnswer(f"no answer: {reason}")


def _retry_after(header: str | None, now: float) -> float | None:
    """The seconds that a host asks to wait, None when it asks for nothing that can be read. Source: RFC 9110, section
    10.2.3."""
    if header is None:
        return None
    if header.strip().isdecimal():
        return float(header)
    try:
        moment = parsedate_to_datetime(header)
    except ValueError:
        return None
    return max(0.0, (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp() - now)
