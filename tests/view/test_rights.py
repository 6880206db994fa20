"""What others may do with an edition: said once, in mkdocs.yml, and the same in every place that tells it."""

import json
import sqlite3
from pathlib import Path

import pytest
from overlay import good_edition

from factbound.commands.cli import main

BY_SA = "https://creativecommons.org/licenses/by-sa/4.0/"


def licensed(folder: Path, option: str) -> Path:
    """The good edition, with this line among the plugin's options."""
    root = good_edition(folder / "edition")
    config = root / "mkdocs.yml"
    config.write_text(config.read_text("utf-8").rstrip() + f"\n      {option}\n", "utf-8")
    return root


def built(root: Path) -> Path:
    site = root.parent / "site"
    assert main(["--project", str(root), "build", "--site-dir", str(site)]) == 0
    return site


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site that others may share alike."""
    root = licensed(tmp_path_factory.mktemp("shared"), "license: CC-BY-SA-4.0")
    words = root / "content/en/words.yml"
    words.write_text('license: "You may share this: {license}."\n', "utf-8")
    return built(root)


@pytest.fixture(scope="module")
def reserved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site whose editor has chosen no licence."""
    return built(good_edition(tmp_path_factory.mktemp("reserved") / "edition"))


def edition_row(site: Path) -> tuple[str | None, str | None]:
    database = sqlite3.connect(site / "data/edition.sqlite")
    try:
        row: tuple[str | None, str | None] = database.execute("SELECT license, license_url FROM edition").fetchone()
    finally:
        database.close()
    return row


DATA = ("data/facts.json", "data/sources.json", "data/facts/lamp-factory-plan.json")


def test_every_file_of_data_names_the_licence_that_the_editor_chose(shared: Path) -> None:
    charts = [path.relative_to(shared).as_posix() for path in sorted(shared.glob("data/charts/*.json"))]
    for name in (*DATA, *charts):
        assert json.loads((shared / name).read_text("utf-8"))["license"] == BY_SA, name
    package = json.loads((shared / "data/datapackage.json").read_text("utf-8"))
    assert package["licenses"] == [
        {"name": "CC-BY-SA-4.0", "title": "Creative Commons Attribution-ShareAlike 4.0 International", "path": BY_SA}
    ]
    assert f"published under CC BY-SA 4.0 (<{BY_SA}>)" in (shared / "data/README.md").read_text("utf-8")
    assert edition_row(shared) == ("CC-BY-SA-4.0", BY_SA)


def test_pages_feeds_pictures_and_llms_txt_name_it_too(shared: Path) -> None:
    page = (shared / "en/index.html").read_text("utf-8")
    assert f'You may share this: <a rel="license" href="{BY_SA}">CC BY-SA 4.0</a>.' in page
    assert f'"license":"{BY_SA}"' in page.replace(": ", ":")
    assert "<rights>You may share this: CC BY-SA 4.0.</rights>" in (shared / "en/feed.xml").read_text("utf-8")
    assert "You may share this: CC BY-SA 4.0." in (shared / "llms.txt").read_text("utf-8").replace("\\", "")
    pictures = sorted(shared.glob("data/charts/*.svg"))
    assert pictures and all("CC BY-SA 4.0" in picture.read_text("utf-8") for picture in pictures)


def test_an_edition_whose_editor_chose_none_grants_nothing_anywhere(reserved: Path) -> None:
    told = [path for path in reserved.rglob("*") if path.suffix in {".html", ".json", ".xml", ".md", ".txt", ".svg"}]
    assert told
    for path in told:
        text = path.read_text("utf-8")
        assert "creativecommons" not in text and "CC BY" not in text, path
    assert "All rights reserved." in (reserved / "en/index.html").read_text("utf-8")
    assert "<rights>All rights reserved." in (reserved / "en/feed.xml").read_text("utf-8")
    assert json.loads((reserved / "data/facts.json").read_text("utf-8"))["license"] is None
    assert "licenses" not in json.loads((reserved / "data/datapackage.json").read_text("utf-8"))
    assert edition_row(reserved) == (None, None)


@pytest.mark.parametrize(
    ("option", "says"),
    [
        ("license: CC-BY", '"CC-BY" is none of CC0-1.0'),
        ("license: {name: House licence}", "a licence has a name and a url"),
        ("license: {name: House licence, url: /licence/}", '"/licence/" is no address that starts with https://'),
    ],
)
def test_a_licence_that_is_none_is_told(
    option: str, says: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--project", str(licensed(tmp_path, option)), "check"]) == 2
    assert f"mkdocs.yml: factbound: license: {says}" in "".join(capsys.readouterr())


def test_words_of_ones_own_keep_the_place_of_the_licence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = licensed(tmp_path, "license: {name: House licence, url: https://lamps.example/licence/}")
    words = root / "content/en/words.yml"
    words.write_text("license: Free for all.\nfeed-removed: 'Gone: {name}'\n", "utf-8")
    assert main(["--project", str(root), "check"]) == 1
    told = "".join(capsys.readouterr())
    assert 'content/en/words.yml:1:10: "license" has to keep its place for {license} [bad-value]' in told
    assert 'content/en/words.yml:2:16: "feed-removed" has no place for {name} [bad-value]' in told
