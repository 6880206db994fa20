"""The desk's server: what it shows, whom it answers, and what it writes."""

import hashlib
import http.client
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import cast

import pytest
from desks import Desk, desk_over

from factbound.commands.cli import main
from factbound.desk.draft import subject_for
from factbound.desk.lists import lists_of
from factbound.desk.propose import propose

NEW = "Pour le terrain, la ville reçoit 3 millions d’euros, dit Ada Claes."
HOSTILE = "<script>document.title='run'</script><img src=x onerror=alert(1)> 4 millions d’euros"


@pytest.fixture
def desk(edition: Path) -> Iterator[Desk]:
    text = edition / "archive" / "gazette-2031.txt"
    text.write_text(
        text.read_text("utf-8").replace("La ville fournit le terrain.", f"La ville fournit le terrain. {NEW}")
    )
    with desk_over(edition) as desk:
        yield desk


def files(root: Path) -> dict[str, bytes]:
    return {str(path.relative_to(root)): path.read_bytes() for path in (root / "facts").iterdir()}


def fact(**more: object) -> dict[str, object]:
    reading = {"source": "gazette-2031", "paragraph": "7", "printed": "3 millions d’euros", "quantity": "3_000_000 EUR"}
    entry = {
        "id": "lamp-factory-price", "statement": {"en": "The land costs [[lamp-factory-price]]."}, "subject": "lumen",
        "measure": "investment", "status": "planned", "period": "2031",
        "readings": [{**reading, "said_by": "ada-claes", "means": {"en": "3 million euros"}}],
    }  # fmt: skip
    return {"kind": "fact", "file": "lamp-factory.yml", "id": "lamp-factory-price", "entry": entry, "more": {}, **more}


# --- What it shows ---------------------------------------------------------------------------------------------------


def test_the_list_tells_how_far_each_article_is_read(desk: Desk) -> None:
    status, page = desk.get()
    assert status == 200
    assert "1 still open" in page
    assert "read through" in page


def test_an_article_marks_what_is_used_flags_what_is_not_and_greys_what_is_left_out(desk: Desk) -> None:
    _, page = desk.get("article/gazette-2031")
    assert '<a class="used" href="#fact-lamp-factory-area" title="lamp-factory-area">15 000 m²</a>' in page
    assert 'title="not used: 3_000_000 EUR">3 millions d’euros</mark>' in page
    assert '<span class="left" title="left out:' in page
    assert '<section id="fact-lamp-factory-area"' in page


def test_a_flagged_amount_becomes_a_ready_entry(desk: Desk) -> None:
    paragraph = desk.session.texts()["gazette-2031"].paragraphs[6]
    start = paragraph.index("3 millions")
    _, told = desk.post(
        "look", {"source": "gazette-2031", "paragraph": 7, "start": start, "end": start + len("3 millions")}
    )
    assert told["reading"] == {
        "source": "gazette-2031", "paragraph": "7", "printed": "3 millions d’euros", "quantity": "3_000_000 EUR",
        "said_by": "ada-claes",
    }  # fmt: skip
    assert told["faults"] == []
    assert told["fact"]["status"] == "context"  # type: ignore[index]
    assert told["fact"]["statement"]["en"].startswith("TODO")  # type: ignore[index]
    assert told["file"] == "lamp-factory.yml"
    assert told["candidates"][0]["id"] == "lumen-past"  # type: ignore[index]


NEW_ONES = [
    ("person", {"id": "bright", "name": "Bright", "voice": "company", "of": "lumen"}, "facts/people.yml"),
    ("place", {"id": "bruges", "name": {"en": "Bruges"}, "kind": "city"}, "facts/places.yml"),
    ("measure", {"id": "price", "name": {"en": "price"}, "dimension": "money", "per": "area"}, "facts/measures.yml"),
    (
        "origin",
        {"id": "bright-2031", "name": "Bright's plan", "kind": "release", "by": "lumen", "known": {"en": "it says so"}},
        "facts/origins.yml",
    ),
    (
        "unit",
        {"id": "trees", "name": {"en": {"one": "tree", "other": "trees"}}, "symbols": ["oaks", ""]},
        "facts/units.yml",
    ),
]


@pytest.mark.parametrize(("kind", "entry", "file"), NEW_ONES, ids=[each[0] for each in NEW_ONES])
def test_what_the_lists_lack_is_added_to_them(desk: Desk, kind: str, entry: dict[str, object], file: str) -> None:
    before = files(desk.root)
    what = {"kind": kind, "file": "lamp-factory.yml", "id": entry["id"], "more": {}, "entry": entry}
    status, told = desk.write(what)
    assert (status, told["problems"]) == (200, [])
    after = files(desk.root)
    assert {name for name in after if after[name] != before.get(name)} - {"facts/evidence.lock"} == {file}
    assert after[file].startswith(before[file])
    assert desk.session.check(desk.root) == ()
    assert desk.post("diff", what)[1]["error"] == f'the id "{entry["id"]}" is taken'
    assert desk.post("undo", {})[0] == 200
    assert files(desk.root)[file] == before[file]


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        ({"name": "Bright", "voice": "company"}, "the new person has no id"),
        ({"id": "Bright", "name": "Bright", "voice": "company"}, 'id: "Bright" is not an id'),
        ({"id": "bright", "voice": "company"}, 'the key "name" is missing'),
        ({"id": "bright", "name": "Bright", "voice": "loud"}, "voice: one of these has to stand here"),
        ({"id": "bright", "name": "Bright", "voice": "company", "x": "y"}, 'there is no key "x" here'),
    ],
)
def test_a_new_person_is_whole_or_refused(desk: Desk, entry: dict[str, object], said: str) -> None:
    before = files(desk.root)
    status, told = desk.post("diff", {"kind": "person", "file": "", "id": "bright", "more": {}, "entry": entry})
    assert status == 422
    assert said in str(told["error"])
    assert files(desk.root) == before


def test_a_list_that_is_new_names_its_schema(desk: Desk) -> None:
    (desk.root / "schemas").mkdir()
    (desk.root / "schemas/places.json").write_text("{}", "utf-8")
    (desk.root / "facts/places.yml").unlink()
    desk.write({"kind": "place", "file": "", "id": "ghent", "more": {}, "entry": NEW_ONES[1][1]})
    first = (desk.root / "facts/places.yml").read_text("utf-8").splitlines()[0]
    assert first == "# yaml-language-server: $schema=../schemas/places.json"


def test_a_blank_that_does_not_break_is_a_word_s_own(desk: Desk) -> None:
    what = fact()
    entry = what["entry"]
    assert isinstance(entry, dict)
    entry["statement"] = {"en": " The land\n costs\xa0[[lamp-factory-price]]. "}
    assert desk.write(what)[0] == 200
    written = (desk.root / "facts" / "lamp-factory.yml").read_text("utf-8")
    assert 'en: "The land costs\xa0[[lamp-factory-price]]."' in written


def test_what_a_statement_will_print_is_told_while_it_is_typed(desk: Desk) -> None:
    typed = {"id": "land-price", "quantity": "more than 3_000_000 EUR", "date": "", "period": "2032"}

    def prints(text: str, **more: str) -> tuple[str, list[str]]:
        status, told = desk.post("prints", {**typed, **more, "statement": {"en": text}})
        assert status == 200
        statements = told["statements"]
        assert isinstance(statements, dict)
        found = statements["en"]
        assert isinstance(found, dict)
        return found["text"], found["faults"]

    own = "In [[land-price|period]] it costs [[land-price]], or [[land-price|short]]."
    assert prints(own) == ("In 2032 it costs more than €3 million, or more than €3 m.".replace("€3 ", "€3\u00a0"), [])
    assert prints("[[lamp-factory-plan]] [[name:Studio 3]]")[0] == "more than €12\u00a0million Studio 3"
    assert prints("[[lamp-factory-staff]]") == ("about 400\u00a0people", [])
    assert prints("[[lamp-pan]]") == ("[[lamp-pan]]", ['there is no figure "lamp-pan"'])
    assert prints("[[land-price]]", quantity="about") == ("[[land-price]]", ["[[land-price]] has nothing to print yet"])
    assert prints("[[land-price]]", quantity="", date="2031-05-13") == ("13\u00a0May\u00a02031", [])
    assert prints("[[land-price|big]]")[1] == ["figures are not printed “big”"]
    assert desk.post("prints", {"id": "x"})[0] == 400


def test_what_verify_would_say_is_told_while_it_is_typed(desk: Desk) -> None:
    told = {"source": "gazette-2031", "paragraph": 7, "reading": {"printed": "3 millions", "quantity": "4_000_000 EUR"}}
    assert desk.post("hold", told) == (200, {"faults": ['the words say "3 millions", the quantity says 4_000_000 EUR']})


def test_a_text_without_an_entry_is_shown_in_the_language_that_it_seems_to_have(desk: Desk) -> None:
    (desk.root / "archive" / "post-2031.txt").write_text("De fabriek kost het bedrijf 12 miljoen euro.\n", "utf-8")
    _, page = desk.get("article/post-2031")
    assert "has no entry in sources.yml yet" in page
    assert 'lang="nl"' in page
    assert "12 miljoen euro</mark>" in page


def test_nothing_of_an_articles_markup_runs(desk: Desk) -> None:
    text = desk.root / "archive" / "gazette-2031.txt"
    text.write_text(text.read_text("utf-8") + f"\n{HOSTILE}\n", "utf-8")
    _, page, headers = desk.answer("GET", f"/{desk.server.token}/article/gazette-2031", None, {})
    assert "<script>document" not in page
    assert "&lt;script&gt;" in page
    assert headers["Content-Security-Policy"].startswith("default-src 'none'; script-src 'self';")
    assert "unsafe" not in headers["Content-Security-Policy"]


def test_the_desk_works_on_a_broken_edition_and_tells_its_problems(desk: Desk) -> None:
    (desk.root / "facts" / "broken.yml").write_text("- id: broken\n  statement: [\n", "utf-8")
    assert desk.get("article/gazette-2031")[0] == 200
    assert "facts/broken.yml:" in desk.get("problems")[1]
    status, told = desk.write(fact())
    assert status == 200
    assert "facts/broken.yml" in str(told["problems"])


# --- Whom it answers -------------------------------------------------------------------------------------------------


DEEP = '{"kind":' + "[" * 100_000
HALF = '{"kind": "fact", "file": "\\ud800", "entry": {"id": "\\ud800"}, "source": "\\ud800", "name": "\\ud800"}'


@pytest.mark.parametrize("body", ["", "{", "[]", "null", '{"a": NaN', DEEP, HALF])
@pytest.mark.parametrize("act", ["look", "hold", "prints", "diff", "brings", "write", "take"])
def test_whatever_a_request_holds_it_is_answered(desk: Desk, act: str, body: str) -> None:
    own = {"Origin": f"http://{desk.server.host}", "Content-Type": "application/json"}
    assert desk.answer("POST", f"/{desk.server.token}/{act}", body, own)[0] in {400, 422}


def test_nobody_waits_at_a_pipe_for_a_file_of_facts(desk: Desk) -> None:
    os.mkfifo(desk.root / "facts/pipe.yml")
    for act in ("diff", "brings", "write"):
        status, told = desk.post(act, {**fact(), "file": "pipe.yml", "seen": "none"})
        assert (status, told) == (422, {"error": "pipe.yml is no file that can be read"})


def test_what_nobody_foresaw_is_reported_and_the_next_request_answered(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[Exception] = []
    monkeypatch.setattr(desk.server, "report", heard.append)
    (desk.root / "mkdocs.yml").write_text(": : [", "utf-8")
    assert desk.get("problems")[0] == 500
    assert "mkdocs.yml" in desk.get("problems")[1]
    assert not heard

    def broken(*_: object) -> None:
        raise IndexError("nobody foresaw it")

    monkeypatch.setattr(desk.session, "check", broken)
    with pytest.raises(http.client.RemoteDisconnected):
        desk.get("problems")
    assert desk.get()[0] == 200
    assert [str(each) for each in heard] == ["nobody foresaw it"]


@pytest.mark.parametrize("host", ["evil.example", "localhost", "127.0.0.1", "127.0.0.1:1"])
def test_another_name_for_this_machine_is_not_answered(desk: Desk, host: str) -> None:
    assert desk.get(Host=host)[0] == 403
    assert desk.post("write", fact(), Host=host)[0] == 403


@pytest.mark.parametrize("path", ["/", "/x/", "/x/article/gazette-2031", "/desk.js", "//", "/%2e%2e/"])
def test_without_the_token_there_is_nothing(desk: Desk, path: str) -> None:
    assert desk.answer("GET", path, None, {})[0] == 403


@pytest.mark.parametrize(
    "headers",
    [{"Origin": "http://evil.example"}, {"Origin": "null"}, {"Origin": ""}, {"Origin": "http://127.0.0.1:1"}],
)
def test_another_page_in_the_same_browser_cannot_write(desk: Desk, headers: dict[str, str]) -> None:
    before = files(desk.root)
    status, told = desk.post("write", fact(seen="none"), **headers)
    assert (status, told["error"]) == (403, "only the desk's own page may write\n")
    assert files(desk.root) == before


def test_a_request_without_an_origin_cannot_write(desk: Desk) -> None:
    path = f"/{desk.server.token}/undo"
    assert desk.answer("POST", path, "{}", {"Content-Type": "application/json"})[0] == 403


def test_a_form_of_another_page_is_no_request_of_the_desk(desk: Desk) -> None:
    assert desk.post("undo", {}, **{"Content-Type": "text/plain"})[0] == 400


@pytest.mark.parametrize(
    "file", ["../mkdocs.yml", "/etc/passwd.yml", "..\\x.yml", "sub/x.yml", "people.yml", "x.yaml", ""]
)
def test_no_path_leads_out_of_the_facts(desk: Desk, file: str) -> None:
    before = files(desk.root)
    status, told = desk.post("diff", fact(file=file))
    assert (status, "cannot be a file of facts" in str(told["error"])) == (422, True)
    assert desk.post("write", fact(file=file, seen="none"))[0] == 422
    assert files(desk.root) == before


def test_a_link_that_leads_out_of_the_facts_is_not_written(desk: Desk, tmp_path: Path) -> None:
    outside = tmp_path / "outside.yml"
    outside.write_text("", "utf-8")
    (desk.root / "facts" / "link.yml").symlink_to(outside)
    assert desk.post("write", fact(file="link.yml", seen=hashlib.sha256(b"").hexdigest()))[0] == 422
    assert outside.read_text("utf-8") == ""


def test_no_article_but_those_of_the_archive_is_shown(desk: Desk) -> None:
    assert desk.get("article/..%2F..%2Fmkdocs")[0] == 404
    assert desk.get("article/nothing")[0] == 404


# --- What it writes --------------------------------------------------------------------------------------------------


def test_a_new_fact_is_written_and_proved_and_nothing_else_changes(
    desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    path = desk.root / "facts" / "lamp-factory.yml"
    path.write_bytes(b"# a remark above\n" + path.read_bytes().replace(b"status: done", b"status:   done  # kept", 1))
    before = path.read_bytes()
    status, told = desk.write(fact())
    assert (status, told["problems"]) == (200, [])
    assert path.read_bytes().startswith(before)
    assert b"- id: lamp-factory-price\n" in path.read_bytes()[len(before) :]
    assert main(["--project", str(desk.root), "check"]) == 0, capsys.readouterr().err


def test_what_check_would_say_of_a_change_is_told_before_it_is_written(desk: Desk) -> None:
    before = files(desk.root)
    assert desk.post("brings", fact()) == (200, {"problems": []})
    wrong = fact()
    wrong["entry"]["subject"] = "lunen"  # type: ignore[index]
    _, told = desk.post("brings", wrong)
    (problem,) = cast("list[str]", told["problems"])
    assert 'there is no person or organisation "lunen"' in problem
    wrong = fact()
    wrong["entry"]["readings"][0]["printed"] = "4 millions d’euros"  # type: ignore[index]
    _, told = desk.post("brings", wrong)
    assert "4 millions" in str(told["problems"])
    assert "has not been verified" not in str(told["problems"])  # for what reason, is told
    assert files(desk.root) == before


def test_problems_that_are_there_already_are_not_what_a_change_brings(desk: Desk) -> None:
    path = desk.root / "facts" / "people.yml"
    path.write_text(path.read_text("utf-8").replace("voice: company", "voice: compny", 1), "utf-8")
    assert desk.session.check(desk.root)
    _, told = desk.post("brings", {"kind": "place", "entry": {"id": "bruges", "name": "Bruges", "kind": "city"}})
    assert told == {"problems": []}


def test_what_is_looked_at_while_something_is_written_is_answered(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    files = [desk.root / name for name in (".mkdocs.yml.abc", "facts/.lamp-factory.yml.abc")]
    for path in files:
        path.write_text("what a program puts aside while it writes\n")
    copy = shutil.copy2

    def copy_late(source: str, target: str) -> None:
        for path in files:
            path.unlink(missing_ok=True)
        copy(source, target)

    monkeypatch.setattr(shutil, "copy2", copy_late)
    assert desk.post("brings", fact()) == (200, {"problems": []})
    assert not any(path.exists() for path in files)


def test_a_text_that_changed_before_is_nothing_that_a_change_brings(desk: Desk) -> None:
    path = desk.root / "archive" / "herald-2031.txt"
    path.write_text(path.read_text("utf-8") + "\nOne more line.\n", "utf-8")
    assert "herald-2031" not in str(desk.post("brings", fact()))


def test_a_fact_is_like_those_of_its_subject_measure_place_and_time(desk: Desk) -> None:
    typed = {"id": "land", "quantity": "3_000_000 EUR", "subject": "lumen", "place": "ghent", "measure": "investment"}

    def twins(**more: str) -> object:
        return desk.post("prints", {**typed, **more, "statement": {}})[1]["twins"]

    assert "lamp-factory-plan" in cast("list[str]", twins())
    assert twins(period="2032") == ["lamp-factory-plan"]
    assert twins(period="1950") == twins(quantity="3 people") == twins(measure="") == twins(period="203") == []


def test_a_fact_is_drafted_about_whom_the_one_next_to_it_is(desk: Desk) -> None:
    book = desk.session.book()
    (proposal,) = propose(("It cost 2 million euros.",), lists_of(replace(book, people={}), "en"), 2031)
    for paragraph, subject in ((9, "ada-claes"), (2, "lumen")):
        path = desk.root / "facts" / "near.yml"
        path.write_text(
            "".join(
                f"- id: near-{n}\n  statement: {{en: x}}\n  subject: {who}\n  status: done\n"
                f"  readings:\n    - {{source: new-2031, paragraph: {n}, printed: x}}\n"
                for n, who in ((1, "lumen"), (8, "ada-claes"))
            ),
            "utf-8",
        )
        assert subject_for(desk.session.book(), replace(proposal, paragraph=paragraph), "new-2031") == subject
    assert subject_for(book, proposal, "new-2031") is None


def test_a_new_article_brings_its_text_along_when_it_is_looked_at(desk: Desk) -> None:
    known = {"name": "Dusk", "known": "stated"}
    entry = {"id": "dusk-2031", "language": "en", "address": "https://dusk.example/1", "publisher": known,
        "published": {"date": "2031", "known": "stated"}, "origin": "lumen-2031", "origin_known": {"en": "it says so"},
        "about": {"en": "a daily"}, "paragraphs": "1"}  # fmt: skip
    what = {"kind": "source", "id": "dusk-2031", "entry": entry, "text": "It cost 2 million euros."}
    assert desk.post("brings", what) == (200, {"problems": []})
    assert "paragraphs" in str(desk.post("brings", {**what, "entry": {**entry, "paragraphs": "9"}})[1])


def test_a_reading_stands_behind_the_others_and_asks_for_the_preferred_one(desk: Desk) -> None:
    entry = {"source": "gazette-2031", "paragraph": "7", "printed": "3 millions d’euros", "quantity": "3_000_000 EUR"}
    what = {"kind": "reading", "file": "lamp-factory.yml", "id": "lumen-past", "entry": entry,
        "more": {"prefer": "herald-2031", "because": {"en": "it has the records"}}}  # fmt: skip
    _, shown = desk.post("diff", what)
    added = [line[1:] for line in str(shown["diff"]).splitlines() if line.startswith("+") and line[1:2] != "+"]
    assert '      printed: "3 millions d’euros"' in added
    assert "  prefer: herald-2031" in added
    assert not [line for line in str(shown["diff"]).splitlines()[2:] if line.startswith("-")]


def test_what_is_left_out_stands_with_its_reason_in_the_source(desk: Desk) -> None:
    what = {"kind": "left-out", "id": "gazette-2031", "more": {},
        "entry": {"paragraph": "7", "printed": "3 millions d’euros", "why": {"en": "a rumour"}}}  # fmt: skip
    assert desk.write(what)[0] == 200
    assert "a rumour" in (desk.root / "facts" / "sources.yml").read_text("utf-8")
    assert "“3 millions d’euros”</span>: a rumour</li>" in desk.get("article/gazette-2031")[1]
    assert "0 still open" not in desk.get()[1]
    assert "1 still open" not in desk.get()[1]


def test_a_draft_is_written_and_refused_until_it_is_finished(desk: Desk) -> None:
    what = fact()
    what["entry"]["statement"] = {"en": "TODO: [[lamp-factory-price]]"}  # type: ignore[index]
    assert desk.write(what)[0] == 200
    assert "[unfinished]" in desk.get("problems")[1]


def test_a_file_that_changed_meanwhile_is_never_overwritten(desk: Desk) -> None:
    _, shown = desk.post("diff", fact())
    path = desk.root / "facts" / "lamp-factory.yml"
    path.write_bytes(path.read_bytes() + b"# somebody else\n")
    changed = path.read_bytes()
    status, told = desk.post("write", {**fact(), "seen": shown["seen"]})
    assert status == 409
    assert "was changed meanwhile; nothing was written" in str(told["error"])
    assert path.read_bytes() == changed


def test_two_desks_on_one_edition_do_not_overwrite_each_other(desk: Desk) -> None:
    with desk_over(desk.root) as other:
        _, first = desk.post("diff", fact())
        _, second = other.post("diff", fact())
        answers = [
            desk.post("write", {**fact(), "seen": first["seen"]})[0],
            other.post("write", {**fact(), "seen": second["seen"]})[0],
        ]
    assert answers == [200, 409]


def test_undo_takes_back_what_was_written_and_nothing_that_came_later(desk: Desk) -> None:
    path = desk.root / "facts" / "lamp-factory.yml"
    before = path.read_bytes()
    desk.write(fact())
    written = path.read_bytes()
    path.write_bytes(written + b"# later\n")
    assert desk.post("undo", {})[0] == 409
    path.write_bytes(written)
    assert desk.post("undo", {})[0] == 200
    assert path.read_bytes() == before
    assert desk.post("undo", {})[0] == 422


def test_undo_takes_a_new_file_away_again(desk: Desk) -> None:
    assert desk.write(fact(file="land.yml"))[0] == 200
    assert (desk.root / "facts" / "land.yml").exists()
    desk.post("undo", {})
    assert not (desk.root / "facts" / "land.yml").exists()


def test_a_disk_that_fails_leaves_the_file_as_it_was(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    before = files(desk.root)

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("factbound.publish.writing._aside", full)
    _, shown = desk.post("diff", fact())
    status, told = desk.post("write", {**fact(), "seen": shown["seen"]})
    assert (status, told["error"]) == (500, "cannot be written: No space left on device; no file was changed")
    assert files(desk.root) == before


def test_a_file_that_cannot_be_edited_in_that_place_stays_and_says_so(desk: Desk) -> None:
    path = desk.root / "facts" / "flow.yml"
    path.write_text("[]\n", "utf-8")
    path.write_text('[{id: a, statement: {en: "b"}}]\n', "utf-8")
    status, told = desk.post("diff", fact(file="flow.yml"))
    assert (status, "change it by hand" in str(told["error"])) == (422, True)


@pytest.mark.slow  # desks in processes of their own
def test_a_desk_that_is_killed_while_it_writes_leaves_the_file_as_it_was_or_as_it_would_be(edition: Path) -> None:
    path = edition / "facts" / "lamp-factory.yml"
    with desk_over(edition) as desk:
        before = path.read_bytes()
        assert desk.write(fact())[0] == 200
        after = path.read_bytes()
        desk.post("undo", {})
    command = [
        sys.executable,
        "-m",
        "factbound",
        "--project",
        str(edition),
        "desk",
        "--archive",
        str(edition / "archive"),
    ]
    with subprocess.Popen([*command, "--port", "0"], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        address = process.stdout.readline().split()[-1]
        _, _, host, token, _ = address.split("/")
        seen = hashlib.sha256(before).hexdigest()
        body = json.dumps({**fact(), "seen": seen}).encode()
        with socket.create_connection(tuple(host.split(":"))) as connection:  # type: ignore[arg-type]
            head = f"POST /{token}/write HTTP/1.1\r\nHost: {host}\r\nOrigin: http://{host}\r\n"
            head += f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
            connection.sendall(head.encode() + body)
            while path.read_bytes() == before and not list((edition / "facts").glob(".lamp-factory.yml.*")):
                pass
            process.send_signal(signal.SIGKILL)
    assert path.read_bytes() in (before, after)
