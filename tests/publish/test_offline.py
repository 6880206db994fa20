"""`build --zip`: the site as one file, the same bytes for the same site, whose links lead to files."""

import json
import shutil
import zipfile
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from crawler import read_site
from overlay import good_edition, write
from places import ROOT
from site_rules import SiteRules

from factbound.commands.cli import main
from factbound.publish.offline import file_address, offline_zip


@pytest.fixture(scope="module")
def packed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The archive of the good edition."""
    folder = good_edition(tmp_path_factory.mktemp("offline") / "edition")
    assert main(["--project", str(folder), "build", "--zip"]) == 0
    return folder / "site.zip"


@pytest.fixture(scope="module")
def site(packed: Path) -> Path:
    """The archive, unpacked."""
    with zipfile.ZipFile(packed) as archive:
        archive.extractall(packed.parent / "unpacked")
    return packed.parent / "unpacked" / "the-lamp-factory"


class TestAnUnpackedArchive:
    test_ids = SiteRules.test_an_id_stands_once_on_a_page
    test_loads = SiteRules.test_nothing_is_loaded_from_another_host

    def test_every_link_leads_to_a_file_and_an_anchor_in_it(self, site: Path) -> None:
        pages = {
            page.url if page.url.endswith(".html") else f"{page.url}index.html": page
            for page in read_site(site).values()
        }
        lost, followed = [], 0
        for url, page in pages.items():
            for target in [*page.links, *page.loads]:
                address = urlsplit(urljoin(f"file:///{url}", target))
                if address.scheme != "file":
                    continue
                followed += 1
                path = unquote(address.path).removeprefix("/")
                anchors = pages[path].ids if path in pages else []
                if not (site / path).is_file() or (address.fragment and unquote(address.fragment) not in anchors):
                    lost.append(f"{url} → {target}")
        assert lost == []
        assert followed > 500

    def test_nothing_is_in_it_that_only_a_server_uses(self, site: Path) -> None:
        assert sorted(path.name for path in site.iterdir()) == [
            "apple-touch-icon.png",
            "assets",
            "data",
            "embed.js",
            "en",
            "index.html",
            "llms.txt",
            "site.webmanifest",
        ]
        assert list(site.rglob("oembed.json")) == []

    def test_the_search_page_holds_its_index(self, site: Path) -> None:
        [held] = [script for page in read_site(site).values() for script in page.all("script", id="index")]
        rows = json.loads(held.text)
        assert [row["t"] for row in rows] == [
            row["t"] for row in json.loads((site / "data/search/en.json").read_text("utf-8"))
        ]
        assert [row["u"] for row in rows if not (site / row["u"]).is_file()] == []

    def test_fonts_are_not_fetched_ahead(self, site: Path) -> None:
        assert [link for page in read_site(site).values() for link in page.all("link", rel="preload")] == []

    def test_data_is_as_it_is_on_the_web(self, packed: Path, site: Path) -> None:
        for path in ("data/facts.json", "data/readings.csv", "en/feed.xml"):
            assert (site / path).read_bytes() == (packed.parent / "site" / path).read_bytes()


def test_two_archives_of_one_edition_are_the_same_bytes(
    packed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TZ", "Pacific/Kiritimati")
    folder = good_edition(tmp_path / "elsewhere")
    assert (
        main(
            ["--project", str(folder), "--site-dir", str(tmp_path / "public"), "--zip", str(tmp_path / "take-away.zip")]
        )
        == 0
    )
    assert (tmp_path / "take-away.zip").read_bytes() == packed.read_bytes()
    with zipfile.ZipFile(packed) as archive:
        names = archive.namelist()
        assert names == sorted(names)
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert {entry.external_attr >> 16 for entry in archive.infolist()} == {0o100644}
        assert all(name.startswith("the-lamp-factory/") for name in names)


def test_a_site_that_has_not_changed_is_packed_all_the_same(edition: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--project", str(edition), "build"]) == 0
    assert not (edition / "site.zip").exists()
    assert main(["--project", str(edition), "build", "--zip"]) == 0
    out = capsys.readouterr().out
    assert "nothing has changed" in out
    assert out.endswith(" MB, for reading offline\n")
    assert zipfile.is_zipfile(edition / "site.zip")


@pytest.mark.parametrize("place", ["site/take-away.zip", "site", "facts", "nowhere/site.zip"])
def test_an_archive_does_not_lie_in_the_site_and_is_no_folder(edition: Path, place: str) -> None:
    assert main(["--project", str(edition), "build", "--zip", str(edition / place)]) == 2
    assert not (edition / "site").exists()


def test_an_edition_with_a_problem_leaves_the_last_archive(edition: Path) -> None:
    write(edition / "last", {"index.html": "the last one"})
    last = offline_zip(edition / "last", "the-lamp-factory")
    (edition / "site.zip").write_bytes(last)
    (edition / "facts/extra.yml").write_text("", "utf-8")
    assert main(["--project", str(edition), "build", "--zip"]) == 1
    assert (edition / "site.zip").read_bytes() == last


def test_tags_are_told_from_what_only_looks_like_them(edition: Path, tmp_path: Path) -> None:
    shutil.copy(ROOT / "factbound/templates/base.html", edition / "templates/base.html")
    page = edition / "templates/base.html"
    only_looks = """<!-- <a href="../x/"> --><textarea><a href="../x/"></textarea>"""
    odd = f"""{only_looks}<img alt="a > b" src='./' srcset="./a.png 1x, ../x/ 2x"></body>"""
    page.write_text(page.read_text("utf-8").replace("</body>", odd), "utf-8")
    assert main(["--project", str(edition), "build", "--zip", str(tmp_path / "a.zip")]) == 0
    with zipfile.ZipFile(tmp_path / "a.zip") as archive:
        text = archive.read("the-lamp-factory/en/index.html").decode()
    written = f"""{only_looks}<img alt="a > b" src='./index.html' srcset="./a.png 1x, ../x/index.html 2x"></body>"""
    assert written in text


@pytest.mark.parametrize(
    ("address", "file"),
    [
        ("../facts/lamp/", "../facts/lamp/index.html"),
        ("../facts/#p4", "../facts/index.html#p4"),
        ("./?q=a/", "./index.html?q=a/"),
        ("..", "../index.html"),
        (".", "./index.html"),
        ("a/../", "a/../index.html"),
        ("a.html#x/", "a.html#x/"),
        ("data/facts.json", "data/facts.json"),
        ("#top", "#top"),
        ("?q=a", "?q=a"),
        ("", ""),
        ("/en/", "/en/"),
        ("//gazette.example/a/", "//gazette.example/a/"),
        ("https://gazette.example/a/", "https://gazette.example/a/"),
        ("mailto:a@gazette.example", "mailto:a@gazette.example"),
        ("data:image/png;base64,AA/", "data:image/png;base64,AA/"),
    ],
)
def test_an_address_names_a_file_where_it_named_a_folder(address: str, file: str) -> None:
    assert file_address(address) == file


def test_the_archive_lies_beside_a_site_in_a_folder_that_is_made(edition: Path, tmp_path: Path) -> None:
    assert main(["--project", str(edition), "--site-dir", str(tmp_path / "new/public"), "--zip"]) == 0
    assert zipfile.is_zipfile(tmp_path / "new/public.zip")
