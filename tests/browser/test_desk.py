"""The desk in a browser: a fact by keyboard alone and one by mouse, proved at once; in the dark too."""

import json
import os
import re
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from desks import Desk, desk_over
from needs import needed
from overlay import good_edition

expect = pytest.importorskip("playwright.sync_api").expect

HERE = Path(__file__).parent
FIREFOX = os.environ.get("FIREFOX", "/usr/bin/firefox-esr")
NEW = "Pour le terrain, la ville reçoit plus de 3 millions d’euros en 2032, dit Ada Claes."


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    root = good_edition(tmp_path / "edition")
    text = root / "archive" / "gazette-2031.txt"
    land = "La ville fournit le terrain."
    text.write_text(text.read_text("utf-8").replace(land, f"{land} {NEW}"), "utf-8")
    with desk_over(root) as desk:
        yield desk


@pytest.fixture(params=["light", "dark"])
def page(request: pytest.FixtureRequest, desk: Desk, browser) -> Iterator:
    page = browser.new_page(color_scheme=request.param, viewport={"width": 1300, "height": 900})
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(f"{desk.address}article/gazette-2031")
    yield page
    page.close()
    assert [each for each in complaints if "422" not in each] == []  # an entry that is refused, as it is told


def told(desk: Desk) -> str:
    return (desk.root / "facts" / "lamp-factory.yml").read_text("utf-8")


def test_a_fact_is_written_by_keyboard_alone(desk: Desk, page) -> None:
    page.keyboard.press("n")
    expect(page.locator("mark").first).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#reads")).to_contain_text("verify will hold these words")
    expect(page.get_by_label("Printed words")).to_have_value("plus de 3 millions d’euros")
    page.keyboard.press("Alt+2")
    page.get_by_label("Id", exact=True).focus()
    page.keyboard.press("Control+a")
    page.keyboard.type("land-price")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(page.get_by_label("Statement (en)")).to_have_value("TODO: [[land-price]]")
    page.get_by_label("Statement (en)").focus()
    page.keyboard.press("Control+a")
    page.keyboard.type("The land costs [[land-price]].")
    expect(page.locator("#prints-en")).to_have_text(re.compile("prints: The land costs more than €3.million."))
    page.keyboard.press("Tab")
    page.keyboard.press("Control+Enter")
    expect(page.locator("#diff")).to_contain_text("+      quantity: more than 3_000_000 EUR")
    page.keyboard.press("Control+Enter")
    expect(page.locator("#status")).to_contain_text("every reading holds, and the lock is renewed")
    assert "The land costs [[" in told(desk)
    before = told(desk)
    page.keyboard.press("Control+z")
    expect(page.locator("#status")).to_contain_text("taken back: facts/lamp-factory.yml")
    assert told(desk) != before


@pytest.mark.slow  # a browser at the desk
def test_a_reading_of_a_known_fact_is_written_by_mouse(desk: Desk, page) -> None:
    page.locator("mark", has_text="3 millions").click()
    page.get_by_label("a reading of a fact").click()
    page.locator("#candidates label").filter(has_text="lumen-past").click()
    expect(page.get_by_text("The readings differ")).to_be_visible()
    page.get_by_label("Prefer").fill("herald-2031")
    page.get_by_label("Because (en)", exact=True).fill("it has the records")
    page.get_by_role("button", name="Show the diff").click()
    expect(page.locator("#diff")).to_contain_text("+  prefer: herald-2031")
    page.get_by_role("button", name="Write it").click()
    expect(page.locator("#status")).to_contain_text("every reading holds, and the lock is renewed")
    expect(page.locator("a.used", has_text="plus de 3 millions d’euros")).to_have_attribute("href", "#fact-lumen-past")


def test_who_is_not_in_the_lists_yet_is_added_by_keyboard_and_the_entry_stays(desk: Desk, page) -> None:
    page.keyboard.press("n")
    page.keyboard.press("Enter")
    expect(page.locator("#reads")).to_contain_text("verify will hold")
    page.keyboard.press("Alt+2")
    page.get_by_label("Said by", exact=True).fill("Énergie Claire")
    page.keyboard.press("Alt+n")
    expect(page.locator("#new")).to_be_visible()
    expect(page.get_by_label("Name", exact=True)).to_be_focused()
    expect(page.get_by_label("Id of the new one")).to_have_value("energie-claire")
    page.keyboard.press("Control+Enter")
    expect(page.locator("#new-diff")).to_contain_text("+- id: energie-claire")
    page.keyboard.press("Control+Enter")
    expect(page.locator("#new")).not_to_be_visible()
    expect(page.get_by_label("Said by", exact=True)).to_be_focused()
    expect(page.get_by_label("Said by", exact=True)).to_have_value("energie-claire")
    expect(page.get_by_label("Printed words")).to_have_value("plus de 3 millions d’euros")
    assert "name: " in (desk.root / "facts/people.yml").read_text("utf-8").partition("energie-claire")[2]
    page.keyboard.press("Escape")
    page.keyboard.press("Control+z")
    expect(page.locator("#status")).to_contain_text("taken back: facts/people.yml")


@pytest.mark.slow  # a browser of its own starts, and types key by key
def test_in_firefox_a_person_and_a_fact_are_written_by_keyboard_alone(desk: Desk, node: Callable[[str], Path]) -> None:
    node("puppeteer-core/package.json")
    needed(Path(FIREFOX).exists(), f"there is no Firefox at {FIREFOX}; the variable FIREFOX names another")
    before = told(desk)
    command = ["node", str(HERE / "desk_by_keyboard.mjs"), f"{desk.address}article/gazette-2031"]
    done = subprocess.run(command, env={**os.environ, "FIREFOX": FIREFOX}, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    seen = json.loads(done.stdout)
    assert seen["saidBy"] == "bright"
    assert seen["prints"] == "prints: The land costs more than €3\xa0million."
    assert "every reading holds, and the lock is renewed" in seen["status"]
    assert "plus de 3 millions d’euros" in seen["used"]
    assert "- id: bright\n" in (desk.root / "facts/people.yml").read_text("utf-8")
    assert told(desk) == before, "and the fact was taken back"


def test_what_a_new_entry_lacks_is_told_where_it_is_typed(desk: Desk, page) -> None:
    page.locator("mark", has_text="3 millions").click()
    page.get_by_label("a new fact").click()
    page.get_by_role("button", name="new measure for Measure").click()
    expect(page.locator("#new-title")).to_have_text("New measure")
    page.get_by_role("button", name="Show the diff").last.click()
    expect(page.locator("#new-said")).to_have_text("the new measure has no id")
    page.get_by_label("Name", exact=True).fill("Price of land")
    page.get_by_label("For each").select_option("area")
    page.get_by_role("button", name="Show the diff").last.click()
    expect(page.locator("#new-diff")).to_contain_text("+- id: price-of-land")
    page.keyboard.press("Escape")
    expect(page.get_by_label("Measure", exact=True)).to_be_focused()
    assert "price-of-land" not in (desk.root / "facts/measures.yml").read_text("utf-8")


def test_what_an_entry_leaves_to_be_mended_is_counted_above_the_article(desk: Desk, page) -> None:
    expect(page.locator("#problems")).to_have_text("none")
    expect(page.locator("#count")).not_to_be_visible()
    page.locator("mark", has_text="3 millions").click()
    page.get_by_label("a new fact").click()
    page.keyboard.press("Control+Enter")
    expect(page.locator("#diff")).to_contain_text("TODO")
    page.keyboard.press("Control+Enter")
    expect(page.get_by_role("link", name="1 problem of the edition")).to_have_attribute("href", "#problems-title")
    expect(page.locator("#problems")).to_contain_text("[unfinished]")


SAVED = """Work on the depot begins

The depot will cost more than €7 million, Lumen said on Monday.

Read more: how lamps are made
"""


def test_a_text_becomes_a_source_whose_amounts_are_flagged(desk: Desk, page) -> None:
    page.goto(desk.address)
    file = {"name": "herald-2032.txt", "mimeType": "text/plain", "buffer": SAVED.encode()}
    page.get_by_label("A saved page, a PDF or a text").set_input_files(file)
    expect(page.locator("#status")).to_have_text("herald-2032.txt: 3 paragraphs")
    expect(page.get_by_label("Id", exact=True)).to_be_focused()
    expect(page.get_by_label("Id", exact=True)).to_have_value("herald-2032")
    expect(page.get_by_label("Language", exact=True)).to_have_value("en")
    page.get_by_label("Text, a paragraph a line").fill(SAVED.rpartition("\n\n")[0])
    page.get_by_label("Origin", exact=True).fill("Lumen’s depot")
    page.keyboard.press("Alt+n")
    expect(page.locator("#new-title")).to_have_text("New origin")
    page.get_by_label("Kind of origin").select_option("release")
    page.get_by_label("Made by", exact=True).fill("lumen")
    page.get_by_label("How it is known (en)").fill("it is quoted")
    page.keyboard.press("Control+Enter")
    expect(page.locator("#new-diff")).to_contain_text("+- id: lumen-s-depot")
    page.keyboard.press("Control+Enter")
    expect(page.get_by_label("Origin", exact=True)).to_have_value("lumen-s-depot")
    page.get_by_label("Address").fill("https://herald.example/depot")
    page.keyboard.press("Control+Enter")
    expect(page.locator("#article-diff")).to_contain_text("+- id: herald-2032")
    expect(page.locator("#article-diff")).to_contain_text("+  paragraphs: 2")
    page.keyboard.press("Control+Enter")
    expect(page.locator("#status")).to_contain_text("written: facts/sources.yml and the text of herald-2032")
    page.get_by_role("link", name="herald-2032").click()
    expect(page.locator("mark", has_text="more than €7 million")).to_be_visible()
    assert "Read more" not in (desk.root / "archive/herald-2032.txt").read_text("utf-8")


def test_words_that_were_left_out_turn_grey_with_their_reason(desk: Desk, page) -> None:
    page.locator("mark", has_text="2032").click()
    page.get_by_role("radio", name="left out").click()
    page.get_by_label("Why (en)").fill("the year of a rumour")
    page.get_by_role("button", name="Show the diff").click()
    page.get_by_role("button", name="Write it").click()
    expect(page.locator(".left", has_text="2032")).to_have_attribute("title", "left out: the year of a rumour")


def test_chosen_words_widen_and_narrow_by_words(desk: Desk, page) -> None:
    page.locator("mark", has_text="3 millions").click()
    expect(page.get_by_label("Printed words")).to_have_value("plus de 3 millions d’euros")
    page.keyboard.press("Alt+ArrowRight")
    expect(page.get_by_label("Printed words")).to_have_value("plus de 3 millions d’euros en")
    page.keyboard.press("Alt+Shift+ArrowRight")
    page.keyboard.press("Alt+Shift+ArrowRight")
    expect(page.get_by_label("Printed words")).to_have_value("3 millions d’euros en")
    expect(page.locator("#reads")).to_contain_text("Not held")


def test_words_selected_with_the_mouse_open_an_entry_of_their_own(desk: Desk, page) -> None:
    page.locator('.text[data-paragraph="2"]').dblclick(position={"x": 40, "y": 10})
    expect(page.get_by_label("Printed words")).to_have_value(re.compile(r"^(Le|fabricant|de)$"))
    expect(page.locator("#reads")).to_contain_text("no amount, no date")


@pytest.mark.slow  # a browser at the desk
def test_the_desk_is_accessible(desk: Desk, page, node) -> None:
    axe = node("axe-core/axe.min.js").read_text("utf-8")
    for path in ("", "article/gazette-2031"):
        page.goto(f"{desk.address}{path}")
        if not path:
            file = {"name": "a.txt", "mimeType": "text/plain", "buffer": SAVED.encode()}
            page.get_by_label("A saved page, a PDF or a text").set_input_files(file)
            expect(page.locator("#article")).to_be_visible()
        else:
            page.locator("mark").first.click()
            expect(page.locator("#reads")).not_to_be_empty()
            page.get_by_label("a new fact").click()
            page.get_by_role("button", name="new person for Subject").click()
        page.evaluate(axe)
        found = page.evaluate("axe.run()")["violations"]
        assert [(each["id"], [node["html"] for node in each["nodes"]][:3]) for each in found] == []


@pytest.mark.slow  # a browser at the desk
def test_on_a_phone_nothing_goes_sideways(desk: Desk, page) -> None:
    page.set_viewport_size({"width": 360, "height": 800})
    for path in ("", "article/gazette-2031"):
        page.goto(f"{desk.address}{path}")
        if path:
            page.locator("mark").first.click()
            expect(page.locator("#reads")).not_to_be_empty()
            page.get_by_label("a new fact").check()
        assert page.evaluate("document.documentElement.scrollWidth") <= 360


@pytest.mark.slow  # a browser of its own starts
def test_in_firefox_a_fact_is_written_by_mouse(desk: Desk, node: Callable[[str], Path]) -> None:
    node("puppeteer-core/package.json")
    needed(Path(FIREFOX).exists(), f"there is no Firefox at {FIREFOX}; the variable FIREFOX names another")
    before = told(desk)
    command = ["node", str(HERE / "desk_by_mouse.mjs"), f"{desk.address}article/gazette-2031"]
    done = subprocess.run(command, env={**os.environ, "FIREFOX": FIREFOX}, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    seen = json.loads(done.stdout)
    assert "every reading holds, and the lock is renewed" in seen["status"]
    assert told(desk) == before, "and the fact was taken back"


def opened(page, words: str) -> None:
    page.locator("mark", has_text=words).click()
    expect(page.locator("#reads")).to_contain_text("The machine reads")
    page.get_by_label("a new fact").check()


@pytest.mark.slow  # a browser at the desk
def test_a_unit_that_the_edition_lacks_is_added_in_its_place(tmp_path: Path, browser) -> None:
    root = good_edition(tmp_path / "edition")
    text = root / "archive" / "gazette-2031.txt"
    text.write_text(text.read_text("utf-8").replace("le terrain.", "le terrain. Elle y plante 250 arbres."), "utf-8")
    with desk_over(root) as desk:
        page = browser.new_page(viewport={"width": 1300, "height": 900})
        page.goto(f"{desk.address}article/gazette-2031")
        opened(page, "250 arbres")
        expect(page.locator("#reads")).to_contain_text("what is counted here is no unit of this edition")
        expect(page.get_by_label("Quantity", exact=True)).to_have_value("250 TODO")
        page.get_by_label("Quantity", exact=True).focus()
        page.keyboard.press("Alt+n")
        expect(page.get_by_label("Several (fr)")).to_have_value("arbres")
        expect(page.get_by_label("One (fr)")).to_be_focused()
        page.get_by_label("One (fr)").fill("arbre")
        page.get_by_label("One (en)").fill("tree")
        page.get_by_label("Several (en)").fill("trees")
        expect(page.get_by_label("Id of the new one")).to_have_value("trees")
        page.keyboard.press("Control+Enter")
        expect(page.locator("#new-diff")).to_contain_text("+- id: trees")
        page.keyboard.press("Control+Enter")
        expect(page.locator("#new")).not_to_be_visible()
        expect(page.get_by_label("Quantity", exact=True)).to_have_value("250 trees")
        expect(page.locator("#reads")).to_contain_text("verify will hold these words")
        page.close()


@pytest.mark.slow  # a browser at the desk
@pytest.mark.parametrize(("words", "name", "symbols"), [("25 MW", "", "MW"), ("25 tonnes", "t", "")])
def test_a_unit_that_the_machine_knows_keeps_its_sign(
    words: str, name: str, symbols: str, tmp_path: Path, browser
) -> None:
    root = good_edition(tmp_path / "edition")
    text = root / "archive" / "gazette-2031.txt"
    text.write_text(text.read_text("utf-8").replace("le terrain.", f"le terrain. Il faut {words}."), "utf-8")
    with desk_over(root) as desk:
        page = browser.new_page()
        page.goto(f"{desk.address}article/gazette-2031")
        opened(page, words)
        page.get_by_label("Quantity", exact=True).press("Alt+n")
        expect(page.get_by_label("Id of the new one")).to_have_value(name)
        expect(page.get_by_label("Also printed as")).to_have_value(symbols)
        page.close()


@pytest.mark.slow  # a browser at the desk
def test_what_is_missing_within_something_new_is_added_there(desk: Desk, page) -> None:
    page.goto(desk.address)
    page.set_input_files(
        "#file", {"name": "tale.txt", "mimeType": "text/plain", "buffer": b"A tale\n\nIt cost 2 million euros.\n"}
    )
    expect(page.locator("#article")).to_be_visible()
    page.get_by_label("Origin", exact=True).focus()
    page.keyboard.press("Alt+n")
    page.get_by_label("Name", exact=True).fill("What the harbour told")
    page.get_by_label("Made by", exact=True).fill("Harbour Works")
    page.keyboard.press("Alt+n")
    expect(page.get_by_role("heading", name="New person")).to_be_visible()
    expect(page.get_by_label("Name", exact=True)).to_have_value("Harbour Works")
    page.keyboard.press("Control+Enter")
    expect(page.locator("#new-diff")).to_contain_text("+- id: harbour-works")
    page.keyboard.press("Control+Enter")
    expect(page.get_by_role("heading", name="New origin")).to_be_visible()
    expect(page.get_by_label("Name", exact=True)).to_have_value("What the harbour told")
    expect(page.get_by_label("Made by", exact=True)).to_have_value("harbour-works")
    expect(page.get_by_label("Made by", exact=True)).to_be_focused()
    page.keyboard.press("Alt+n")
    page.keyboard.press("Escape")
    expect(page.get_by_role("heading", name="New origin")).to_be_visible()
    page.get_by_label("How it is known (en)", exact=True).fill("it says so")
    page.keyboard.press("Control+Enter")
    expect(page.locator("#new-diff")).to_contain_text("+    en: What the harbour told")
    expect(page.locator("#new-brings")).to_have_text("check will have nothing to say about it.")
    page.keyboard.press("Control+Enter")
    expect(page.get_by_label("Origin", exact=True)).to_have_value("what-the-harbour-told")


@pytest.mark.slow  # a browser at the desk
def test_what_is_like_another_fact_is_told_apart_before_it_is_written(desk: Desk, page) -> None:
    opened(page, "3 millions")
    entries = {"Id": "land-price", "Statement (en)": "In 2032 the land costs [[land-price]]", "Subject": "lumen"}
    for label, text in {**entries, "Place": "ghent", "Measure": "investment", "Status": "planned"}.items():
        page.get_by_label(label, exact=True).fill(text)
    page.get_by_label("Period", exact=True).fill("2032")
    expect(page.locator("#twins")).to_be_visible()
    expect(page.get_by_label("Distinct from")).to_have_value("lamp-factory-plan")
    page.get_by_role("button", name="Show the diff").click()
    expect(page.locator("#brings")).to_contain_text("no fact stands behind “2032”")
    expect(page.locator("#brings")).to_contain_text('"land-price" has the subject, measure, place and time of')
    page.get_by_label("Statement (en)").fill("The land costs [[land-price]]")
    page.get_by_label("Distinct because (en)").fill("it is for the land alone")
    page.get_by_role("button", name="Show the diff").click()
    expect(page.locator("#brings")).to_have_text("check will have nothing to say about it.")
    expect(page.locator("#diff")).to_contain_text("+  distinct_from: [lamp-factory-plan]")
    expect(page.locator("#diff")).to_be_in_viewport()
    page.get_by_role("button", name="Write it").click()
    expect(page.locator("#status")).to_contain_text("every reading holds")


@pytest.mark.slow  # a browser at the desk
def test_an_entry_that_was_begun_is_not_left_by_mistake_and_no_letter_takes_anything_back(desk: Desk, page) -> None:
    asked: list[str] = []
    page.on("dialog", lambda dialog: (asked.append(dialog.message), dialog.dismiss()))
    opened(page, "3 millions")
    page.get_by_label("Id", exact=True).fill("land-price")
    page.locator("mark", has_text="2032").click()
    assert asked == ["Leave the entry that you have begun?"]
    expect(page.get_by_label("Id", exact=True)).to_have_value("land-price")
    expect(page.get_by_label("Printed words")).to_have_value("plus de 3 millions d’euros")
    page.get_by_label("Id", exact=True).press("Control+Enter")
    page.get_by_role("button", name="Write it").click()
    expect(page.locator("#status")).to_contain_text("written: facts/lamp-factory.yml")
    page.keyboard.press("u")
    page.keyboard.press("Control+z")
    expect(page.locator("#status")).to_contain_text("taken back: facts/lamp-factory.yml")
    assert "land-price" not in told(desk)
