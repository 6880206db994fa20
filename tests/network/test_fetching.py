"""Fetching: polite, bounded, and honest about why nothing came; against a server that does all that hosts do."""

import contextlib
import gzip
import http.client
import socket
import ssl
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from email.utils import formatdate
from pathlib import Path

import pytest
from press import Press, packed, press

from factbound.network.fetching import Answer, Fetcher, Manners, NoAnswer, NoHost
from factbound.network.page import is_bounded, read_page, text_of
from factbound.network.robots import Robots

NOW = 1_900_000_000.0


class Naps:
    """A clock that a nap moves on, instead of time."""

    def __init__(self) -> None:
        self.taken: list[float] = []
        self.time = 0.0

    def sleep(self, seconds: float) -> None:
        self.taken.append(seconds)
        self.time += seconds

    def clock(self) -> float:
        return self.time


@pytest.fixture
def naps() -> Naps:
    return Naps()


def fetcher(naps: Naps, **manners: object) -> Fetcher:
    return Fetcher(
        Manners(**{"agent": "factbound/1 (+https://lamps.example/)", "pause": 0.0, "timeout": 5.0, **manners}),
        naps.sleep,
        naps.clock,
        lambda: NOW,
    )


def test_a_page_is_asked_for_once_and_by_name(host: Press, naps: Naps) -> None:
    host.page("/a")
    answer = fetcher(naps).fetch(f"{host.base}/a#part")
    assert isinstance(answer, Answer)
    assert (answer.status, answer.hops, answer.whole) == (200, (f"{host.base}/a#part",), True)
    [(path, headers)] = host.asked
    assert path == "/a"
    assert headers["User-Agent"] == "factbound/1 (+https://lamps.example/)"
    assert naps.taken == []


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_redirect_is_followed_and_remembered(host: Press, naps: Naps, status: int) -> None:
    host.redirect("/old", "/new", status)
    host.page("/new")
    answer = fetcher(naps).fetch(f"{host.base}/old")
    assert isinstance(answer, Answer)
    assert answer.hops == (f"{host.base}/old", f"{host.base}/new")


def test_a_circle_of_redirects_is_left(host: Press, naps: Naps) -> None:
    host.redirect("/a", "/b")
    host.redirect("/b", "/a")
    assert fetcher(naps).fetch(f"{host.base}/a") == NoAnswer(f"redirects in a circle, by {host.base}/a")
    assert host.times == {"/a": 1, "/b": 1}


def test_redirects_without_end_are_left(host: Press, naps: Naps) -> None:
    for n in range(20):
        host.redirect(f"/{n}", f"/{n + 1}")
    assert fetcher(naps, redirects=3).fetch(f"{host.base}/0") == NoAnswer("redirects more than 3 times")
    assert len(host.asked) == 4


@pytest.mark.parametrize(
    "target", ["file:///etc/passwd", "ftp://127.0.0.1/x", "data:text/html,x", "javascript:alert(1)"]
)
def test_only_the_web_is_asked_whatever_a_redirect_says(host: Press, naps: Naps, target: str) -> None:
    host.redirect("/a", target)
    for address in (f"{host.base}/a", target):
        found = fetcher(naps).fetch(address)
        assert isinstance(found, NoAnswer)
        assert "only http and https are" in found.detail


@pytest.mark.parametrize("status", [404, 410, 403, 401, 402, 400])
def test_an_answer_that_stays_the_same_is_not_asked_for_again(host: Press, naps: Naps, status: int) -> None:
    host.page("/a", "no", status)
    answer = fetcher(naps).fetch(f"{host.base}/a")
    assert isinstance(answer, Answer)
    assert answer.status == status
    assert len(host.asked) == 1


@pytest.mark.parametrize("status", [500, 502, 503, 504, 429])
def test_an_answer_that_passes_is_asked_for_again(host: Press, naps: Naps, status: int) -> None:
    host.page("/bad", "later", status)
    host.page("/good", "now")
    host.in_turn("/a", "/bad", "/bad", "/good")
    answer = fetcher(naps, back_off=2.0).fetch(f"{host.base}/a")
    assert isinstance(answer, Answer)
    assert (answer.status, answer.body) == (200, b"now")
    assert naps.taken == [2.0, 4.0]


def test_an_answer_that_never_passes_is_asked_for_so_often_and_no_more(host: Press, naps: Naps) -> None:
    host.page("/a", "later", 500)
    answer = fetcher(naps, attempts=3).fetch(f"{host.base}/a")
    assert isinstance(answer, Answer)
    assert answer.status == 500
    assert len(host.asked) == 3
    assert naps.taken == [1.0, 2.0]


@pytest.mark.parametrize("header", ["7", formatdate(NOW + 7, usegmt=True)])
def test_a_host_that_asks_to_wait_is_waited_for(host: Press, naps: Naps, header: str) -> None:
    host.page("/busy", "later", 429, Retry_After=header)
    host.page("/good", "now")
    host.in_turn("/a", "/busy", "/good")
    answer = fetcher(naps).fetch(f"{host.base}/a")
    assert isinstance(answer, Answer)
    assert answer.status == 200
    assert naps.taken == [7.0]


def test_a_host_that_asks_to_wait_too_long_is_left_alone(host: Press, naps: Naps) -> None:
    host.page("/a", "later", 429, Retry_After="3600")
    answer = fetcher(naps, longest_wait=30.0).fetch(f"{host.base}/a")
    assert isinstance(answer, Answer)
    assert answer.status == 429
    assert (len(host.asked), naps.taken) == (1, [])


@pytest.mark.parametrize("header", ["soon", "-5", "", "Wed, 99 Nov 2031 99:99:99 GMT"])
def test_a_wait_that_cannot_be_read_is_the_usual_one(host: Press, naps: Naps, header: str) -> None:
    host.page("/busy", "later", 503, Retry_After=header)
    host.page("/good", "now")
    host.in_turn("/a", "/busy", "/good")
    assert isinstance(fetcher(naps).fetch(f"{host.base}/a"), Answer)
    assert naps.taken == [1.0]


def test_one_host_is_not_asked_twice_within_the_pause(host: Press, naps: Naps) -> None:
    host.page("/a")
    fetch = fetcher(naps, pause=3.0).fetch
    for address in (f"{host.base}/a", f"{host.base}/a", f"http://localhost:{host.server_port}/a"):
        assert isinstance(fetch(address), Answer)
    assert naps.taken == [3.0]


def test_a_host_that_is_silent_is_given_up(host: Press, naps: Naps) -> None:
    host.slow("/a", 2.0)
    assert fetcher(naps, timeout=0.2, attempts=2).fetch(f"{host.base}/a") == NoAnswer(
        "no whole answer in time", passing=True
    )
    assert host.times["/a"] == 2


def test_a_host_that_drips_is_given_up(host: Press) -> None:
    host.slow("/a", 0.1, drips=50)
    assert Fetcher(Manners("factbound", timeout=0.3, attempts=1)).fetch(f"{host.base}/a") == NoAnswer(
        "no whole answer in time", passing=True
    )


def test_an_answer_that_breaks_off_is_asked_for_again(host: Press, naps: Naps) -> None:
    host.broken_off("/half")
    host.page("/good", "whole")
    host.in_turn("/a", "/half", "/good")
    answer = fetcher(naps).fetch(f"{host.base}/a")
    assert isinstance(answer, Answer)
    assert answer.body == b"whole"


def test_a_host_that_hangs_up_is_no_answer(naps: Naps) -> None:
    def hang_up(listening: socket.socket) -> None:
        listening.accept()[0].close()

    with socket.create_server(("127.0.0.1", 0)) as listening:
        threading.Thread(target=hang_up, args=(listening,), daemon=True).start()
        found = fetcher(naps, attempts=1).fetch(f"http://127.0.0.1:{listening.getsockname()[1]}/")
    assert isinstance(found, NoAnswer)
    assert found.passing


def test_a_name_that_leads_nowhere_is_told_from_a_host_that_is_down(
    naps: Naps, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unknown(*_: object, **__: object) -> None:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    assert isinstance(fetcher(naps, attempts=1).fetch(f"http://127.0.0.1:{port}/"), NoAnswer)
    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    assert fetcher(naps).fetch("http://gazette.example/") == NoHost("the name of its host leads nowhere")
    assert naps.taken == []


@pytest.mark.parametrize(
    "address", ["http://", "https:///path", "gazette.example/a", "http://gazette.example:99999/", "http://[::1/"]
)
def test_what_is_no_address_is_not_asked(naps: Naps, address: str) -> None:
    assert isinstance(fetcher(naps).fetch(address), NoAnswer)


def test_an_address_with_letters_beyond_ascii_is_sent_encoded(host: Press, naps: Naps) -> None:
    host.page("/%C3%A9t%C3%A9%20a?q=%C3%A0&b=%20")
    answer = fetcher(naps).fetch(f"{host.base}/été a?q=à&b=%20")
    assert isinstance(answer, Answer)
    assert answer.status == 200


def test_a_huge_answer_is_read_up_to_the_limit(host: Press, naps: Naps) -> None:
    host.page("/a", b"x" * 3_000_000)
    answer = fetcher(naps, max_bytes=100_000).fetch(f"{host.base}/a")
    assert isinstance(answer, Answer)
    assert (len(answer.body), answer.whole) == (100_000, False)


def test_an_answer_of_exactly_the_limit_is_whole(host: Press, naps: Naps) -> None:
    host.page("/a", b"x" * 1000)
    answer = fetcher(naps, max_bytes=1000).fetch(f"{host.base}/a")
    assert isinstance(answer, Answer)
    assert (len(answer.body), answer.whole) == (1000, True)


def test_what_is_packed_is_unpacked_and_a_bomb_stays_within_the_limit(host: Press, naps: Naps) -> None:
    host.page("/a", packed("des lampes"), Content_Encoding="gzip")
    host.page("/bomb", gzip.compress(b"0" * 50_000_000), Content_Encoding="gzip")
    answer, bomb = (fetcher(naps, max_bytes=200_000).fetch(f"{host.base}{path}") for path in ("/a", "/bomb"))
    assert isinstance(answer, Answer)
    assert isinstance(bomb, Answer)
    assert answer.body == b"des lampes"
    assert (len(bomb.body), bomb.whole) == (200_000, False)


def test_what_cannot_be_unpacked_is_no_answer(host: Press, naps: Naps) -> None:
    host.page("/a", b"not packed at all", Content_Encoding="gzip")
    host.page("/b", b"?", Content_Encoding="br")
    assert fetcher(naps).fetch(f"{host.base}/a") == NoAnswer("its answer cannot be unpacked")
    assert fetcher(naps).fetch(f"{host.base}/b") == NoAnswer("answers in a coding that was not asked for: br")


def test_a_certificate_that_nobody_signed_is_not_trusted(naps: Naps, tmp_path: Path) -> None:
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    command = [
        "openssl",
        "req",
        "-x509",
        "-newkey",
        "rsa:2048",
        "-nodes",
        "-keyout",
        str(key),
        "-out",
        str(certificate),
        "-days",
        "1",
        "-subj",
        "/CN=localhost",
    ]
    try:
        subprocess.run(command, capture_output=True, check=True)
    except FileNotFoundError:
        pytest.skip("there is no openssl to make a certificate with")
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    with press() as server:
        server.page("/a")
        server.socket = context.wrap_socket(server.socket, server_side=True)
        found = fetcher(naps).fetch(f"https://localhost:{server.server_port}/a")
    assert isinstance(found, NoAnswer)
    assert found.detail.startswith("its certificate is not trusted: ")
    assert not found.passing
    assert server.asked == []


# --- Text ------------------------------------------------------------------------------------------------------------


def answer(body: bytes, content_type: str = "text/html", *, whole: bool = True) -> Answer:
    headers = http.client.HTTPMessage()
    headers["Content-Type"] = content_type
    return Answer(200, headers, body, whole, ("https://gazette.example/",))


@pytest.mark.parametrize(
    ("body", "content_type"),
    [
        ("été à 12 €".encode(), "text/html"),
        ("été à 12 €".encode(), "text/html; charset=iso-8859-1"),
        ("été à 12 €".encode("cp1252"), "text/html; charset=windows-1252"),
        ("été à 12 €".encode("cp1252"), "text/html; charset=utf-8"),
        ("été à 12 €".encode("cp1252"), "text/html; charset=nonsense"),
        ("été à 12 €".encode("iso-8859-15"), "text/html; charset=iso-8859-15"),
        ("été à 12 €".encode("utf-16"), "text/html"),
        ("été à 12 €".encode("utf-8-sig"), "text/html; charset=iso-8859-1"),
    ],
)
def test_letters_are_read_as_they_are_meant_whatever_is_declared(body: bytes, content_type: str) -> None:
    assert text_of(answer(body, content_type)) == "été à 12 €"


def test_a_page_may_declare_its_own_letters() -> None:
    html = '<meta charset="iso-8859-15"><p>12 €'
    assert text_of(answer(html.encode("iso-8859-15"))) == html


def test_a_letter_that_was_cut_in_two_does_not_spoil_the_rest() -> None:
    assert text_of(answer("été".encode()[:-1], whole=False)) == "ét"


def test_a_page_is_read_as_it_shows() -> None:
    html = (
        '<html lang=fr><script>var a = "no";</script><style>p{}</style><p>plus\n de '
        "<b>12</b>&nbsp;millions<br>d&#8217;euros<table><tr><td>a<td>b</table>"
        '<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "publisher": {"name": "La '
        'Gazette"}}]}</script>'
        '<script type="application/ld+json">{broken</script>'
    )
    page = read_page(html)
    assert page.lines == ("plus de 12 millions", "d’euros", "a", "b")
    assert page.language == "fr"
    assert [thing.get("name") or thing.get("@type") for thing in page.things] == [None, "NewsArticle", "La Gazette"]


@pytest.mark.parametrize(
    "html",
    [
        "",
        "<",
        "<![foo[bar]]>words",
        "<!doctype",
        "</p>words",
        "<p a='>words",
        "&#x110000;&#0;",
        "<script>",
        "\0" * 10,
        "<div>" * 5000,
    ],
)
def test_a_page_of_any_kind_is_read(html: str) -> None:
    assert all(line.strip() for line in read_page(html).lines)


# --- Robots ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("rules", "allowed"),
    [
        ("User-agent: *\nDisallow: /\n", False),
        ("User-agent: *\nDisallow: /private/\n", True),
        ("User-agent: factbound\nDisallow: /\n\nUser-agent: *\nAllow: /\n", False),
        ("User-agent: GPTBot\nDisallow: /\n", True),
        ("User-agent: *\nDisallow: /*\n", False),
        ("User-agent: *\nDisallow: /*.pdf$\n", True),
        ("User-agent: *\nDisallow: /\nAllow: /a$\nAllow: /b\n", True),
        ("", True),
    ],
)
def test_a_host_s_rules_are_kept(host: Press, naps: Naps, rules: str, *, allowed: bool) -> None:
    host.page("/robots.txt", rules, type="text/plain")
    robots = Robots(fetcher(naps))
    assert [robots.allow(f"{host.base}/{path}") for path in ("a", "b")] == [allowed, allowed]
    assert host.times == {"/robots.txt": 1}


def test_a_host_without_rules_allows_everything(host: Press, naps: Naps) -> None:
    assert Robots(fetcher(naps)).allow(f"{host.base}/a") is True


def test_a_host_whose_rules_cannot_be_had_allows_nothing(host: Press, naps: Naps) -> None:
    host.page("/robots.txt", "later", 503)
    assert Robots(fetcher(naps)).allow(f"{host.base}/a") == NoAnswer(
        "its robots.txt answers 503, so programs may not read it now"
    )


@contextlib.contextmanager
def answering(answers: Callable[[socket.socket], None]) -> Iterator[str]:
    """A host, as an address names it, that answers one request as it is told to."""
    with socket.create_server(("127.0.0.1", 0)) as server:

        def serve() -> None:
            with contextlib.suppress(OSError):
                connection, _ = server.accept()
                with connection:
                    connection.recv(4096)
                    answers(connection)

        threading.Thread(target=serve, daemon=True).start()
        yield f"127.0.0.1:{server.getsockname()[1]}"


def slow_headers(connection: socket.socket) -> None:
    connection.sendall(b"HTTP/1.1 200 OK\r\n")
    for n in range(200):
        connection.sendall(f"X-{n}: a\r\n".encode())
        time.sleep(0.2)


def continues_without_end(connection: socket.socket) -> None:
    while True:
        connection.sendall(b"HTTP/1.1 100 Continue\r\n\r\n")
        time.sleep(0.01)


def a_body_a_byte_at_a_time(connection: socket.socket) -> None:
    connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n")
    while True:
        connection.sendall(b"a")
        time.sleep(0.2)


@pytest.mark.parametrize("answers", [slow_headers, continues_without_end, a_body_a_byte_at_a_time])
def test_an_answer_has_its_time_from_the_first_byte_to_the_last(
    naps: Naps, answers: Callable[[socket.socket], None]
) -> None:
    """Each of these would be read for ever: there is never a silence. The test ends because they are cut."""
    with answering(answers) as host:
        found = fetcher(naps, timeout=1.0, attempts=1).fetch(f"http://{host}/")
    assert found == NoAnswer("no whole answer in time", passing=True)


def test_a_redirect_from_outside_leads_to_nothing_inside(
    host: Press, naps: Naps, monkeypatch: pytest.MonkeyPatch
) -> None:
    from factbound.network import fetching

    host.redirect("/a", "http://127.0.0.2/admin")
    monkeypatch.setattr(fetching, "_is_inside", lambda address: "127.0.0.2" in address)
    found = fetcher(naps).fetch(f"{host.base}/a")
    assert found == NoAnswer("redirects into a network of its own, to http://127.0.0.2/admin")


INSIDE = ["127.0.0.1", "10.0.0.1:80", "[::1]", "169.254.169.254", "192.168.1.1", "[fe80::1]"]


@pytest.mark.parametrize(
    ("address", "inside"), [*((f"http://{host}/x", True) for host in INSIDE), ("http://1.1.1.1/", False)]
)
def test_what_is_inside_is_told_by_its_number(address: str, inside: bool) -> None:
    from factbound.network.fetching import _is_inside

    assert _is_inside(address) is inside


def test_a_handshake_a_byte_at_a_time_has_its_time_too(naps: Naps) -> None:
    def answers(connection: socket.socket) -> None:
        connection.sendall(b"\x16\x03\x03\x40\x00")  # a record of TLS, of which a byte comes now and then
        while True:
            connection.sendall(b"\x02")
            time.sleep(0.2)

    with answering(answers) as host:
        found = fetcher(naps, timeout=1.0, attempts=1).fetch(f"https://{host}/")
    assert found == NoAnswer("no whole answer in time", passing=True)


def test_a_redirect_to_what_is_no_address_is_left(host: Press, naps: Naps) -> None:
    host.redirect("/a", "http://[/")
    assert fetcher(naps).fetch(f"{host.base}/a") == NoAnswer("redirects to what is no address")


def test_rules_that_would_take_for_ever_are_left(host: Press, naps: Naps) -> None:
    host.page("/robots.txt", f"User-agent: *\nDisallow: /{'*a' * 40}b\nDisallow: /private\n", type="text/plain")
    allow = Robots(fetcher(naps)).allow
    assert allow(f"{host.base}/{'a' * 200}") is True
    assert allow(f"{host.base}/private") is False


BOUNDLESS = {
    "elements": "<p>x." * 100_000,
    "attributes": "<p " + " ".join(f"a{n}=b" for n in range(100_000)) + ">",
    "attributes behind a quotation mark": "<p ' " + " ".join(f"a{n}=b" for n in range(100_000)) + " '>",
    "attributes without blanks": "<p/" + "/".join(f"a{n}" for n in range(100_000)) + ">",
}


@pytest.mark.parametrize("html", BOUNDLESS.values(), ids=BOUNDLESS)
def test_a_page_made_without_bounds_is_not_read(html: str) -> None:
    assert not is_bounded(html)


def test_a_page_as_pages_are_is_read() -> None:
    drawn = f'<svg><path d="{"M 1 2 L 3 4 " * 2000}"/></svg><img src="data:image/png;base64,{"iVBO/" * 50_000}">'
    assert is_bounded("<p class='a'>x</p>" * 9_000 + drawn)


@pytest.mark.parametrize("source", ["[" * 100_000, '{"a":' * 100_000, f"[{'1,' * 300_000}1]"])
def test_a_page_s_data_may_be_of_any_depth_and_breadth(source: str) -> None:
    page = read_page(f'<script type="application/ld+json">{source}</script><p>Lumen</p>')
    assert page.lines == ("Lumen",)
