"""Where readers report an error: named once, in mkdocs.yml, and offered on every page; or openly not there yet."""

import re
from html import unescape
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from overlay import good_edition

from factbound.commands.cli import main
from factbound.values.contacts import contact_of

OF_GOOD = "desk@lamps.example"


def built(folder: Path, contact: str) -> Path:
    """The site of the good edition with this contact, or with none."""
    root = good_edition(folder / "edition")
    config = root / "mkdocs.yml"
    line = f"contact: {contact}" if contact else ""
    config.write_text(config.read_text("utf-8").replace(f"contact: {OF_GOOD}", line), "utf-8")
    site = folder / "site"
    assert main(["--project", str(root), "build", "--site-dir", str(site)]) == 0
    return site


def reports(page: str) -> list[str]:
    """Where the links of a page that report an error lead."""
    return [unescape(each) for each in re.findall(r'<a href="([^"]+)">Report an error</a>', page)]


def test_every_page_leads_to_a_mail_that_names_it(tmp_path: Path) -> None:
    site = built(tmp_path, OF_GOOD)
    pages = [path for path in site.rglob("index.html") if "embed" not in path.parts]
    assert len(pages) > 20
    for path in pages:
        href = reports(path.read_text("utf-8"))[0]
        told = parse_qs(urlsplit(href).query)
        at = path.parent.relative_to(site).as_posix()
        address = "https://lamps.example/sub/" + (f"{at}/" if at != "." else "")
        assert href.startswith(f"mailto:{OF_GOOD}?")
        assert told["body"][0].split("\r\n")[0] == f"Page: {address}"
    fact = (site / "en/facts/lamp-factory-staff/index.html").read_text("utf-8")
    assert len(reports(fact)) == 2
    assert parse_qs(urlsplit(reports(fact)[0]).query)["subject"] == [
        "Error: The factory is to employ about 400\xa0people."
    ]


def test_the_page_of_corrections_says_where_and_how_errors_are_corrected(tmp_path: Path) -> None:
    page = (built(tmp_path, OF_GOOD) / "en/corrections/index.html").read_text("utf-8")
    assert "How errors are corrected" in page
    assert re.search(r'Whoever finds an error can report it: <a href="mailto:[^"]+">desk@lamps\.example</a>', page)


def test_an_edition_without_a_contact_says_so_and_reminds_its_editor(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    site = built(tmp_path, "")
    assert capsys.readouterr().out.startswith("notice: readers have no address to report an error to")
    page = (site / "en/corrections/index.html").read_text("utf-8")
    assert "This edition has no address yet to which an error can be reported." in page
    assert not [path for path in site.rglob("index.html") if reports(path.read_text("utf-8"))]
    assert main(["--project", str(tmp_path / "edition"), "check"]) == 0
    assert capsys.readouterr().out.startswith("notice: ")


@pytest.mark.parametrize(
    ("contact", "href"),
    [
        ("https://git.example/lamps/site/issues", "https://git.example/lamps/site/issues/new?title=A%26B&body=x%0Ay"),
        (
            "https://git.example/lamps/site/issues/new/",
            "https://git.example/lamps/site/issues/new?title=A%26B&body=x%0Ay",
        ),
        (
            "https://lab.example/lamps/-/issues",
            "https://lab.example/lamps/-/issues/new?issue[title]=A%26B&issue[description]=x%0Ay",
        ),
        ("https://lamps.example/contact", "https://lamps.example/contact"),
    ],
)
def test_trackers_get_the_words_of_the_issue_and_other_pages_are_led_to(contact: str, href: str) -> None:
    held = contact_of(contact)
    assert held
    assert held.report("A&B", "x\ny") == href


@pytest.mark.parametrize(
    "wrong", ["desk", "desk@", "a@b.example?cc=c@d.example", "javascript:alert(1)", "https://a b/"]
)
def test_what_is_no_contact_is_refused(tmp_path: Path, wrong: str, capsys: pytest.CaptureFixture[str]) -> None:
    root = good_edition(tmp_path / "edition")
    config = root / "mkdocs.yml"
    config.write_text(config.read_text("utf-8").replace(OF_GOOD, f'"{wrong}"'), "utf-8")
    assert main(["--project", str(root), "check"]) == 2
    assert "mkdocs.yml: factbound: contact: " in capsys.readouterr().err
