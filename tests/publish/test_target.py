"""The target: whatever is named as the place of a site or a file, nothing is lost that no build wrote."""

import errno
import fcntl
import json
import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from overlay import write

from factbound.commands.cli import main
from factbound.publish import swap as swapping
from factbound.publish.target import LIST, Refused, site_staged


def tree(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def publish(site: Path, files: dict[str, str], *sources: Path) -> None:
    """A build of a small site."""
    with site_staged(site, sources) as stage:
        write(stage, files)


def without_lists(folder: Path) -> dict[str, str]:
    return {path: data.decode() for path, data in tree(folder).items() if not path.endswith(LIST)}


ONE = {"index.html": "one", "old/index.html": "old", "style.css": "1"}
TWO = {"index.html": "two", "new/index.html": "new", "style.css": "2"}


# --- What a site must not take the place of ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    "target",
    [
        "facts",
        "content",
        "content/en",
        "templates",
        ".",
        "..",
        "mkdocs.yml",
        "facts/deeper",
        "archive",
        ".git",
        ".git/x",
    ],
)
def test_a_site_takes_the_place_of_nothing_that_it_is_made_from(
    edition: Path, capsys: pytest.CaptureFixture[str], target: str
) -> None:
    write(edition, {".git/HEAD": "ref: refs/heads/main\n", "templates/note.css": "a {}\n"})
    before = tree(edition)
    assert main(["--project", str(edition), "build", "--site-dir", str(edition / target)]) == 2
    told = capsys.readouterr().err
    assert told.count("\n") == 1
    assert "name another" in told or "configuration error" in told  # MkDocs looks at its documents itself
    assert tree(edition) == before


@pytest.mark.parametrize(
    "arguments",
    [["build", "--site-dir", ""], ["build", "--zip", ""], ["sheet", "--output", " "], ["schemas", "--output", ""],
     ["verify", "--archive", ""], ["--project", "", "check"]],
)  # fmt: skip
def test_an_empty_name_is_a_variable_that_was_never_set(
    edition: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, arguments: list[str]
) -> None:
    monkeypatch.chdir(edition)
    before = tree(edition)
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    assert "the name is empty" in capsys.readouterr().err
    assert tree(edition) == before


def test_the_place_that_mkdocs_yml_names_is_looked_at_too(edition: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = edition / "mkdocs.yml"
    path.write_text(f"{path.read_text('utf-8')}site_dir: facts\n", "utf-8")
    before = tree(edition)
    assert main(["--project", str(edition), "build"]) == 2
    assert "is or holds what the site is made from (facts)" in capsys.readouterr().err
    assert tree(edition) == before


def test_a_home_is_no_place_for_a_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path / "home/ada"))
    (tmp_path / "home/ada").mkdir(parents=True)
    for place in (tmp_path / "home/ada", tmp_path / "home", Path("/")):
        with pytest.raises(Refused, match="your home folder"):
            publish(place, ONE)
    publish(tmp_path / "home/ada/public", ONE)


def test_a_link_to_a_source_is_the_source(tmp_path: Path) -> None:
    facts = write(tmp_path / "facts", {"a.yml": "- id: a\n"})
    (tmp_path / "site").symlink_to(facts)
    with pytest.raises(Refused, match="what the site is made from"):
        publish(tmp_path / "site", ONE, facts)
    assert without_lists(facts) == {"a.yml": "- id: a\n"}


def test_a_folder_that_no_build_wrote_is_refused(tmp_path: Path) -> None:
    site = write(tmp_path / "thesis", {"chapter.tex": "years of work"})
    with pytest.raises(Refused, match="no build wrote"):
        publish(site, ONE)
    assert without_lists(site) == {"chapter.tex": "years of work"}


@pytest.mark.parametrize("files", [{}, {"CNAME": "a.example"}, {".git": "gitdir: elsewhere", ".nojekyll": ""}])
def test_a_folder_with_nothing_but_what_hosts_look_for_is_filled(tmp_path: Path, files: dict[str, str]) -> None:
    (tmp_path / "site").mkdir()
    publish(write(tmp_path / "site", files), ONE)
    assert without_lists(tmp_path / "site") == {**ONE, **files}


@pytest.mark.parametrize(
    "names", [("data/facts.json", "_headers", "404.html"), ("sitemap.xml", "sitemap.xml.gz", "404.html")]
)
def test_a_site_from_before_there_were_lists_is_known_by_its_files(tmp_path: Path, names: tuple[str, ...]) -> None:
    site = write(tmp_path / "site", {**dict.fromkeys(names, "x"), "CNAME": "a.example", ".well-known/a": "a"})
    publish(site, ONE)
    assert without_lists(site) == {**ONE, "CNAME": "a.example", ".well-known/a": "a"}


# --- What stays -------------------------------------------------------------------------------------------------------


def refused_rename(*_: object) -> bool:
    raise OSError(errno.EBUSY, os.strerror(errno.EBUSY))


def mounted(site: Path, patch: pytest.MonkeyPatch) -> None:
    """A folder in which a volume is mounted: it can be filled, and not renamed."""
    patch.setattr(swapping, "_exchange", refused_rename)


def of_a_repository(site: Path, patch: pytest.MonkeyPatch) -> None:
    """A working tree of the branch that is published."""
    write(site, {".git/HEAD": "ref: refs/heads/gh-pages\n"})


def in_a_folder_of_others(site: Path, patch: pytest.MonkeyPatch) -> None:
    """A folder beside which nothing may be written."""
    may = os.access
    patch.setattr(os, "access", lambda path, mode: path != site.parent and may(path, mode))


PLACES = [lambda site, patch: None, mounted, of_a_repository, in_a_folder_of_others]


@pytest.mark.parametrize("place", PLACES, ids=["plain", "mounted", "repository", "alone"])
def test_what_no_build_wrote_stays_and_what_one_wrote_goes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: Callable[[Path, pytest.MonkeyPatch], None]
) -> None:
    site = tmp_path / "site"
    publish(site, ONE)
    theirs = {"CNAME": "a.example", ".well-known/security.txt": "us", "old/photo.jpg": "theirs", "pagefind/x.js": "x"}
    write(site, theirs)
    (site / "link").symlink_to(tmp_path)
    place(site, monkeypatch)
    theirs |= {path: data for path, data in without_lists(site).items() if path.startswith(".git/")}
    publish(site, TWO)
    assert without_lists(site) == {**TWO, **theirs}
    assert (site / "link").is_symlink()
    assert [path.name for path in (*tmp_path.iterdir(), *site.iterdir()) if "building" in path.name] == []
    publish(site, ONE)
    assert without_lists(site) == {**ONE, **theirs}


def test_a_file_of_somebody_s_is_not_replaced_by_a_page(tmp_path: Path) -> None:
    publish(tmp_path / "site", ONE)
    write(tmp_path / "site", {"new/index.html": "theirs"})
    with pytest.raises(Refused, match=r"new/index\.html was not written by a build"):
        publish(tmp_path / "site", TWO)
    assert without_lists(tmp_path / "site") == {**ONE, "new/index.html": "theirs"}


@pytest.mark.parametrize("theirs", [{"new": "a file"}, {"style.css/mine": "a file in a folder"}])
def test_nor_is_one_that_stands_where_a_folder_will_be_or_the_other_way_round(
    tmp_path: Path, theirs: dict[str, str]
) -> None:
    publish(tmp_path / "site", {"index.html": "one"})
    write(tmp_path / "site", theirs)
    with pytest.raises(Refused, match="was not written by a build"):
        publish(tmp_path / "site", TWO)
    assert without_lists(tmp_path / "site") == {"index.html": "one", **theirs}


@pytest.mark.parametrize("place", PLACES, ids=["plain", "mounted", "repository", "alone"])
def test_a_file_becomes_a_folder_and_a_folder_a_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: Callable[[Path, pytest.MonkeyPatch], None]
) -> None:
    site = tmp_path / "site"
    publish(site, {"a": "file", "b/index.html": "page"})
    place(site, monkeypatch)
    publish(site, {"a/index.html": "page", "b": "file"})
    assert {path: text for path, text in without_lists(site).items() if not path.startswith(".git/")} == {
        "a/index.html": "page",
        "b": "file",
    }


def test_a_list_that_cannot_be_read_stops_the_build(tmp_path: Path) -> None:
    publish(tmp_path / "site", ONE)
    (tmp_path / "site" / LIST).write_text("{", "utf-8")
    with pytest.raises(Refused, match="cannot be read"):
        publish(tmp_path / "site", TWO)
    assert without_lists(tmp_path / "site") == ONE


def test_a_fill_that_is_killed_at_any_file_leaves_nothing_that_the_next_one_does_not_know(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whole files at each moment, pages after what they show, and the next build is right."""
    site, put = tmp_path / "site", swapping.replace_file
    mounted(site, monkeypatch)
    for survived in range(6):
        publish(site, ONE)
        write(site, {"CNAME": "a.example"})
        calls = iter(range(100))

        def killed(path: Path, data: bytes, calls: "object" = calls, survived: int = survived) -> None:
            if next(calls) >= survived:  # type: ignore[call-overload]
                raise KeyboardInterrupt
            put(path, data)

        with monkeypatch.context() as patch:
            patch.setattr(swapping, "replace_file", killed)
            try:
                publish(site, TWO)
            except KeyboardInterrupt:
                between = without_lists(site)
                assert all(text in {ONE.get(path), TWO.get(path), "a.example"} for path, text in between.items())
                assert between["index.html"] == "one" or between["style.css"] == "2"
        publish(site, TWO)
        assert without_lists(site) == {**TWO, "CNAME": "a.example"}


# --- Who can read it, and where locks fail ----------------------------------------------------------------------------


def test_a_site_is_readable_whatever_the_mask(tmp_path: Path) -> None:
    mask = os.umask(0o077)
    try:
        publish(tmp_path / "site", ONE)
    finally:
        os.umask(mask)
    modes = {
        path.relative_to(tmp_path).as_posix(): path.stat().st_mode & 0o777 for path in (tmp_path / "site").rglob("*")
    }
    assert modes == {
        "site/index.html": 0o644,
        "site/old": 0o755,
        "site/old/index.html": 0o644,
        "site/style.css": 0o644,
        f"site/{LIST}": 0o644,
    }


def test_the_folder_s_own_mode_and_group_stay(tmp_path: Path) -> None:
    site = tmp_path / "site"
    publish(site, ONE)
    group = next((each for each in os.getgroups() if each != site.stat().st_gid), 12345 if os.getuid() == 0 else None)
    site.chmod(0o2775)
    if group is not None:
        os.chown(site, -1, group)
    publish(site, TWO)
    assert site.stat().st_mode & 0o7777 == 0o2775
    assert (site / "index.html").stat().st_mode & 0o777 == 0o664
    assert group is None or (site / "index.html").stat().st_gid == group


def test_a_drive_that_keeps_no_locks_is_published_to(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def none(*_: object) -> None:
        raise OSError(errno.ENOLCK, os.strerror(errno.ENOLCK))

    monkeypatch.setattr(fcntl, "flock", none)
    (tmp_path / ".site.building-left").mkdir()
    publish(tmp_path / "site", ONE)
    publish(tmp_path / "site", TWO)
    assert without_lists(tmp_path / "site") == TWO
    assert (tmp_path / ".site.building-left").is_dir(), "whether a build is at work in it nobody can say yet"
    os.utime(tmp_path / ".site.building-left", (0, 0))
    publish(tmp_path / "site", ONE)
    assert not (tmp_path / ".site.building-left").exists()


def test_all_is_written_down_before_it_takes_its_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[tuple[str, bool]] = []
    monkeypatch.setattr(swapping, "flush", lambda folder: seen.append((folder.name, (tmp_path / "site").exists())))
    publish(tmp_path / "site", ONE)
    assert seen[0][0].startswith(".site.building-")
    assert [there for _, there in seen] == [False, True]


# --- Files ------------------------------------------------------------------------------------------------------------


def test_a_file_that_was_not_written_by_the_command_is_not_replaced(
    edition: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    theirs = write(tmp_path / "theirs", {"notes.zip": "no archive", "en.csv": "a,b\n", "facts.json": '{"mine": 1}\n'})
    before = tree(theirs)
    for arguments in (
        ["build", "--zip", str(theirs / "notes.zip")],
        ["build", "--zip", str(edition / "facts/lamp-factory.yml")],
        ["build", "--zip", str(edition / "content/new.zip")],
        ["sheet", "--output", str(theirs)],
        ["sheet", "--output", str(edition / "content")],
        ["schemas", "--output", str(theirs)],
        ["schemas", "--output", str(edition / "facts")],
        ["check-links", "--network", "--json", str(theirs / "facts.json")],
    ):
        assert main(["--project", str(edition), *arguments]) == 2, arguments
        told = capsys.readouterr().err
        assert told.count("\n") == 1, told
    assert tree(theirs) == before
    assert not (edition / "content/en.csv").exists()


def test_a_sheet_that_somebody_filled_in_is_not_replaced(edition: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sheet = ["--project", str(edition), "sheet"]
    assert main(sheet) == 0
    assert main(sheet) == 0
    rows = (edition / "sheet/en.csv").read_text("utf-8-sig").splitlines()
    rows[1] = f"{rows[1].removesuffix(',')},AC"
    (edition / "sheet/en.csv").write_text("\n".join(rows), "utf-8-sig")
    assert main(sheet) == 2
    assert "sheet without anything filled in" in capsys.readouterr().err
    assert (edition / "sheet/en.csv").read_text("utf-8-sig").splitlines() == rows


# --- Files for the site's root ----------------------------------------------------------------------------------------


def test_files_for_the_site_s_root_are_published_as_they_are(edition: Path) -> None:
    own = {
        "CNAME": "lamps.example\n",
        "ads.txt": "none\n",
        ".well-known/security.txt": "Contact: us\n",
        "proof-1f.html": "1f\n",
        "read.md": "# As it is\n",
    }
    write(edition / "content/root", {**own, ".DS_Store": "x"})
    assert main(["--project", str(edition), "build"]) == 0
    published = tree(edition / "site")
    assert {path: published[path].decode() for path in own} == own
    assert ".DS_Store" not in published
    assert published[".nojekyll"] == b""
    assert set(json.loads(published[LIST])["files"]) == set(published)
    assert not (edition / "site/root").exists()


@pytest.mark.parametrize("path", ["en/extra.txt", "robots.txt", "ROBOTS.TXT", "data", "index.html/deeper"])
def test_a_file_for_the_root_that_a_build_makes_itself_is_a_problem(
    edition: Path, capsys: pytest.CaptureFixture[str], path: str
) -> None:
    write(edition / "content/root", {path: "theirs\n"})
    assert main(["--project", str(edition), "build"]) == 1
    assert f"content/root/{path}:1:1: " in capsys.readouterr().err


def test_a_branch_that_is_published_keeps_its_history(edition: Path, tmp_path: Path) -> None:
    """The way of many: a worktree of gh-pages beside the sources, built into, committed, and built into again."""

    def git(*arguments: str) -> str:
        done = subprocess.run(
            ["git", "-c", "user.name=a", "-c", "user.email=a@b.example", *arguments],
            cwd=edition,
            capture_output=True,
            text=True,
            check=True,
        )
        return done.stdout

    git("init", "-q", "-b", "main")
    git("add", "-A")
    git("commit", "-qm", "sources")
    pages = tmp_path / "pages"
    git("branch", "gh-pages")
    git("worktree", "add", "-q", str(pages), "gh-pages")
    git("-C", str(pages), "rm", "-rqf", ".")
    (pages / "CNAME").write_text("lamps.example\n", "utf-8")
    for _ in range(2):
        assert main(["--project", str(edition), "build", "--site-dir", str(pages)]) == 0
        git("-C", str(pages), "add", "-A")
    git("-C", str(pages), "commit", "-qm", "site")
    assert git("-C", str(pages), "status", "--porcelain") == ""
    assert (pages / "CNAME").read_text("utf-8") == "lamps.example\n"
