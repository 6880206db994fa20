"""Offered files: one table says what can be taken away, and the site has just that."""

import json
import posixpath
import re
from pathlib import Path

from crawler import read_page

from factbound.view.data.offered import DATASET, EVERYWHERE, OFFERED

PICTURES = {".svg", ".png"}


def _pattern(path: str) -> str:
    return re.escape(path).replace("ID", "[^/]+").replace("LANGUAGE", "[^/]+")


def test_every_file_of_data_is_offered_and_every_offered_file_is_there(promised_site: Path) -> None:
    made = {
        str(path.relative_to(promised_site))
        for path in (promised_site / "data").rglob("*.*")
        if path.name != "index.html" and path.parent.name != "search" and path.suffix not in PICTURES
    }
    offered = [path for each in OFFERED for path in each.paths]
    assert {path for path in made if not any(re.fullmatch(_pattern(each), path) for each in offered)} == set()
    there = [str(path.relative_to(promised_site)) for path in promised_site.rglob("*") if path.is_file()]
    assert [each for each in offered if not any(re.fullmatch(_pattern(each), path) for path in there)] == []


def test_the_page_names_every_offered_file(promised_site: Path) -> None:
    page = read_page(promised_site, promised_site / "en/data/index.html")
    linked = [posixpath.normpath(posixpath.join("en/data", link)) for link in page.links]
    offered = [path.replace("LANGUAGE", "en") for each in OFFERED for path in each.paths]
    assert [path for path in offered if not any(re.fullmatch(_pattern(path), link) for link in linked)] == []


def test_the_readme_json_ld_and_llms_txt_name_the_same_files(promised_site: Path) -> None:
    readme = (promised_site / "data/README.md").read_text("utf-8")
    listed = [path.removeprefix("data/") for each in OFFERED if each.about for path in each.paths]
    assert [path for path in listed if not re.search(rf"^\| .*`{re.escape(path)}`", readme, re.MULTILINE)] == []
    llms = (promised_site / "llms.txt").read_text("utf-8")
    assert [path for path in DATASET if f"[{path}](" not in llms] == []
    block = re.search(
        r'<script type="application/ld\+json">(.*?)</script>', (promised_site / "data/index.html").read_text("utf-8")
    )
    assert block
    files = json.loads(block[1])["mainEntity"]["distribution"]
    assert [file["contentUrl"].partition("data/")[2] for file in files] == [p.removeprefix("data/") for p in DATASET]
    assert set(DATASET) >= EVERYWHERE
