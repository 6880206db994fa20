"""An article without an entry: a saved page, a PDF or a text becomes a source, what was found marked as inferred."""

import base64
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest
from desks import Desk, desk_over
from needs import needed

from factbound.read.strict_yaml import parse

PAGE = """<!doctype html>
<!-- saved from url=(0032)https://www.bright.example/news/depot -->
<html lang="en-GB"><head><title>Depot</title>
<meta property="og:site_name" content="The Bright Herald">
<meta property="og:title" content="Work on the depot begins">
<meta property="article:published_time" content="2032-02-03T10:00:00Z">
<script>alert(1)</script></head>
<body><nav><a href="/">Home</a><a href="/sport">Sport</a></nav>
<article><h1>Work on the depot begins</h1>
<p>The depot of the harbour tram will cost more than €7 million, the company said on Monday,
and nobody in town was surprised by it.</p>
<p>Work began in January 2032. About 60 people are to work there, most of them from the town,
according to the company.</p>
</article><footer>All rights reserved</footer></body></html>
"""
WORDS = (
    "Die Fabrik in Gent wird mehr als 3 Millionen Euro kosten, sagt das Unternehmen, und sie soll",
    "bald mit der Arbeit beginnen.",
    "Rund 60 Menschen sollen dort arbeiten.",
)


def pdf(lines: tuple[str, ...], about: bytes = b"/CreationDate (D:20320203100000Z)") -> bytes:
    """A PDF of one page, as plain as they come. Source: ISO 32000-1, annex H."""
    shown = b" ".join(b"(%s) Tj T*" % line.encode("latin-1") for line in lines)
    stream = b"BT /F1 12 Tf 14 TL 50 700 Td %s ET" % shown
    things = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R"
        b" /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        b"<< %s >>" % about,
    ]
    data, places = b"%PDF-1.4\n", []
    for number, thing in enumerate(things, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, thing)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(things) + 1, table)
    return (
        data
        + head
        + b"trailer\n<< /Size %d /Root 1 0 R /Info 6 0 R >>\nstartxref\n%d\n%%%%EOF"
        % (
            len(things) + 1,
            len(data),
        )
    )


@pytest.fixture
def desk(edition: Path) -> Iterator[Desk]:
    with desk_over(edition) as desk:
        yield desk


def take(desk: Desk, name: str, data: bytes) -> tuple[int, dict[str, object]]:
    return desk.post("take", {"name": name, "data": base64.b64encode(data).decode()})


def test_a_saved_page_tells_most_of_its_entry(desk: Desk) -> None:
    status, told = take(desk, "depot.html", PAGE.encode())
    assert status == 200
    inferred = {"known": "inferred", "from": {"en": "what the page says of itself"}}
    assert told["entry"] == {
        "id": "bright-2032",
        "language": "en",
        "address": "https://www.bright.example/news/depot",
        "publisher": {"name": "The Bright Herald", **inferred},
        "published": {"date": "2032-02-03", **inferred},
        "title": "Work on the depot begins",
    }
    text = str(told["text"]).split("\n")
    assert text[0] == "Work on the depot begins"
    assert text[1].startswith("The depot of the harbour tram will cost more than €7 million")
    assert "Sport" not in str(told["text"])
    assert "alert" not in str(told["text"])


def test_a_pdf_tells_its_words_and_its_day(desk: Desk) -> None:
    needed(find_spec("pypdf") is not None, "pypdf is not installed: pip install factbound[archive]")
    status, told = take(desk, "Fabrik Gent.pdf", pdf(WORDS))
    assert status == 200, told
    assert str(told["text"]).split("\n") == [f"{WORDS[0]} {WORDS[1]}", WORDS[2]]
    assert told["entry"] == {
        "id": "fabrik-gent-2032",
        "language": "de",
        "published": {
            "date": "2032-02-03",
            "known": "inferred",
            "from": {"en": "the day on which the file was made"},
        },
    }
    for broken in (b"%PDF-1.4\nnothing", pdf(())):
        status, told = take(desk, "x.pdf", broken)
        assert status == 422
        assert "no words can be read in this PDF" in str(told["error"])


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("x.txt", b"", "x.txt is empty"),
        ("x.png", b"\x89PNG\r\n\x1a\n\0\0", "neither a text, nor a saved page, nor a PDF"),
        ("x.html", b"<html><body></body></html>", "no article was found in this page"),
    ],
)
def test_what_is_no_article_is_told(desk: Desk, name: str, data: bytes, said: str) -> None:
    status, told = take(desk, name, data)
    assert status == 422
    assert said in str(told["error"])


def source(told: dict[str, object], **more: object) -> dict[str, object]:
    entry = told["entry"]
    assert isinstance(entry, dict)
    whole = {**entry, "origin": "lumen-press", "paragraphs": "3", "about": {"en": "A local paper."}, **more}
    return {"kind": "source", "file": "", "id": whole["id"], "more": {}, "entry": whole, "text": told["text"]}


def test_a_new_article_is_written_with_its_text_and_taken_back_with_it(desk: Desk) -> None:
    _, told = take(desk, "depot.html", PAGE.encode())
    before = (desk.root / "facts/sources.yml").read_bytes()
    status, answer = desk.write(source(told))
    assert status == 200, answer
    text = desk.root / "archive/bright-2032.txt"
    assert text.read_text("utf-8").count("\n") == 3
    written = parse((desk.root / "facts/sources.yml").read_text("utf-8"), "", [])
    assert written
    assert isinstance(written.value, list)
    last = written.value[-1]
    assert isinstance(last, dict)
    assert last["id"] == "bright-2032"
    assert "known: inferred" in (desk.root / "facts/sources.yml").read_text("utf-8").partition("bright-2032")[2]
    status, page = desk.get("article/bright-2032")
    assert "more than €7 million</mark>" in page
    assert desk.post("undo", {})[0] == 200
    assert (desk.root / "facts/sources.yml").read_bytes() == before
    assert not text.exists()


def test_a_text_that_is_there_stays_and_nothing_is_written_outside_of_the_archive(desk: Desk) -> None:
    _, told = take(desk, "depot.html", PAGE.encode())
    kept = (desk.root / "archive/gazette-2031.txt").read_bytes()
    before = (desk.root / "facts/sources.yml").read_bytes()
    for name, said in (("../facts/lamp", "is not an id"), ("gazette-2031", 'the id "gazette-2031" is taken')):
        status, answer = desk.post("diff", source(told, id=name))
        assert status == 422
        assert said in str(answer["error"])
    (desk.root / "archive/stray-2031.txt").write_text("A stray.\n", "utf-8")
    status, answer = desk.write(source(told, id="stray-2031"))
    assert (status, answer["error"]) == (422, "the archive has a text stray-2031.txt already")
    desk.session.would_keep = lambda path: path.name == "bright-2032.txt"
    status, answer = desk.write(source(told))
    assert status == 422
    assert "lies in a repository, which must not hold an article's text" in str(answer["error"])
    assert (desk.root / "facts/sources.yml").read_bytes() == before
    assert (desk.root / "archive/gazette-2031.txt").read_bytes() == kept
