"""The spare: a build writes what has changed since the site of before, and publishes what it would without one."""

import json
import os
from functools import partial
from pathlib import Path

import pytest

from factbound.kept import keep
from factbound.publish.spare import Spare
from factbound.publish.target import LIST, site_staged

ONE = {"index.html": b"one", "old/deep/a.html": b"a", "same/style.css": b"s", "name": b"a file"}
TWO = {"index.html": b"two", "new/b.html": b"b", "same/style.css": b"s", "name/index.html": b"a folder"}
SITES = [ONE, TWO, ONE, ONE, TWO, {}, ONE]


def publish(cache: Path, site: Path, files: dict[str, bytes], theirs: dict[str, bytes] | None = None) -> None:
    """A build of a small site, in which MkDocs has written some of the files."""
    spare = Spare(cache, site)
    with site_staged(site, [], spare) as stage:
        for path, data in (theirs or {}).items():
            (stage / path).parent.mkdir(parents=True, exist_ok=True)
            (stage / path).write_bytes(data)
        spare.move_in(stage, set(files))
        for path, data in files.items():
            spare.write(stage, path, partial(bytes, data))


def tree(site: Path) -> dict[str, bytes]:
    """The files of a site by their paths, and its folders, which hold something each."""
    found = {path.relative_to(site).as_posix(): path for path in site.rglob("*")}
    assert all(any(path.iterdir()) for path in found.values() if path.is_dir())
    return {name: path.read_bytes() for name, path in found.items() if path.is_file() and name != LIST}


def spare_of(cache: Path) -> Path:
    (home,) = (cache / "spare").iterdir()
    return home / "site"


def test_whatever_was_there_before_a_site_is_what_its_build_wrote(tmp_path: Path) -> None:
    site = tmp_path / "site"
    for number, files in enumerate(SITES):
        theirs = {"same/page.html": b"page %d" % number, "told/page.html": b"told"}
        publish(tmp_path / "cache", site, files, theirs)
        assert tree(site) == files | theirs


def test_a_file_that_has_not_changed_is_not_written_again(tmp_path: Path) -> None:
    site = tmp_path / "site"
    publish(tmp_path / "cache", site, ONE)
    first = (site / "same/style.css").stat()
    publish(tmp_path / "cache", site, TWO)
    publish(tmp_path / "cache", site, TWO)
    assert os.path.samestat((site / "same/style.css").stat(), first)
    assert (site / "same/style.css").stat().st_mtime_ns == first.st_mtime_ns


def test_without_a_spare_a_file_that_has_not_changed_gets_a_second_name(tmp_path: Path) -> None:
    site = tmp_path / "site"
    publish(tmp_path / "cache", site, ONE)
    first = (site / "same/style.css").stat()
    publish(tmp_path / "cache", site, TWO)
    assert os.path.samestat((site / "same/style.css").stat(), first)
    assert tree(site) == TWO
    assert tree(spare_of(tmp_path / "cache")) == ONE
    (site / "same/style.css").write_bytes(b"changed by hand")  # which the spare sees too
    publish(tmp_path / "cache", site, TWO)
    assert tree(site) == TWO


def test_where_there_are_no_links_files_are_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*args: object, **named: object) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "link", refused)
    for files in SITES:
        publish(tmp_path / "cache", tmp_path / "site", files)
        assert tree(tmp_path / "site") == files


@pytest.mark.parametrize("longer", [False, True])
def test_a_file_of_the_spare_that_somebody_touched_is_written_anew(tmp_path: Path, longer: bool) -> None:
    site, cache = tmp_path / "site", tmp_path / "cache"
    for _ in range(2):
        publish(cache, site, ONE)
    touched = spare_of(cache) / "same/style.css"
    touched.write_bytes(b"changed" if longer else b"x")
    publish(cache, site, ONE)
    assert tree(site) == ONE


def test_what_somebody_put_into_a_site_stays_and_nothing_is_written_through_it(tmp_path: Path) -> None:
    site, cache, outside = tmp_path / "site", tmp_path / "cache", tmp_path / "outside"
    outside.mkdir()
    (outside / "b.html").write_bytes(b"of somebody")
    publish(cache, site, {"index.html": b"1"})
    (site / "new").symlink_to(outside)
    (site / "ads.txt").write_bytes(b"ads")
    publish(cache, site, {"index.html": b"2"})
    assert (site / "ads.txt").read_bytes() == b"ads"
    assert (site / "new").is_symlink()
    (site / "new").unlink()  # while the spare has it still
    publish(cache, site, TWO)
    assert tree(site) == TWO | {"ads.txt": b"ads"}
    publish(cache, site, {"index.html": b"3", "ads.txt": b"ads"})
    assert (outside / "b.html").read_bytes() == b"of somebody"


def test_a_build_that_stops_loses_no_more_than_its_spare(tmp_path: Path) -> None:
    site, cache = tmp_path / "site", tmp_path / "cache"
    for _ in range(2):
        publish(cache, site, ONE)
    spare = Spare(cache, site)
    with pytest.raises(ZeroDivisionError), site_staged(site, [], spare) as stage:
        spare.move_in(stage, set(ONE))
        spare.write(stage, "index.html", partial(bytes, b"half"))
        raise ZeroDivisionError
    assert tree(site) == ONE
    publish(cache, site, TWO)
    assert tree(site) == TWO


def test_two_builds_at_once_do_not_share_a_spare(tmp_path: Path) -> None:
    site, cache = tmp_path / "site", tmp_path / "cache"
    for _ in range(2):
        publish(cache, site, ONE)
    one, other = Spare(cache, site), Spare(cache, site)
    with site_staged(site, [], one) as first, site_staged(site, [], other) as second:
        one.move_in(first, set(ONE))
        other.move_in(second, set(TWO))
        for path, data in TWO.items():
            other.write(second, path, partial(bytes, data))
        for path, data in ONE.items():
            one.write(first, path, partial(bytes, data))
        assert tree(second) == TWO
    assert tree(site) == ONE  # the last to end
    publish(cache, site, TWO)
    assert tree(site) == TWO


@pytest.mark.parametrize("damage", [b"", b"{}", b"\0"])
def test_a_record_that_was_damaged_counts_as_none(tmp_path: Path, damage: bytes) -> None:
    site, cache = tmp_path / "site", tmp_path / "cache"
    for _ in range(2):
        publish(cache, site, ONE)
    for record in spare_of(cache).parent.glob("*.json"):
        record.write_bytes(damage)
    for files in (TWO, ONE):
        publish(cache, site, files)
        assert tree(site) == files


def test_a_cache_that_cannot_be_written_only_costs_time(tmp_path: Path) -> None:
    site, cache = tmp_path / "site", tmp_path / "cache"
    cache.mkdir()
    (cache / "spare").write_text("in its way")
    for files in (ONE, TWO, ONE):
        publish(cache, site, files)
        assert tree(site) == files


def test_the_spare_of_a_site_that_is_gone_goes_too(tmp_path: Path) -> None:
    cache, gone = tmp_path / "cache", tmp_path / "gone"
    for _ in range(2):
        publish(cache, gone, ONE)
    gone.rename(tmp_path / "elsewhere")
    publish(cache, tmp_path / "site", ONE)
    (home,) = (cache / "spare").iterdir()
    assert json.loads((home / "now.json").read_bytes().partition(b"\n")[2])["site"] == str(tmp_path / "site")


def test_a_record_without_a_site_is_left_alone(tmp_path: Path) -> None:
    keep(tmp_path / "spare" / "x" / "now.json", b"{}")
    publish(tmp_path, tmp_path / "site", ONE)
    assert (tmp_path / "spare" / "x").is_dir()
