"""Publishing: whatever happens to a build, visitors see one whole site."""

import errno
import json
import os
import resource
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest
from overlay import good_edition
from places import ROOT

from factbound.commands.cli import main
from factbound.publish import spare
from factbound.publish import swap as swapping
from factbound.publish.swap import staged, swap, sweep
from factbound.publish.writing import write


def build(project: Path, site: Path, *, file_limit: int | None = None) -> "subprocess.Popen[str]":
    """A build in a process of its own, which may write files of so many bytes only."""

    def limit() -> None:
        if file_limit is not None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (file_limit, file_limit))
            os.environ.pop("COVERAGE_PROCESS_CONFIG", None)  # what it counts would be cut short too

    command = [
        sys.executable,
        str(ROOT / "build.py"),
        "--no-bootstrap",
        "--project",
        str(project),
        "build",
        "--site-dir",
        str(site),
    ]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, preexec_fn=limit)  # noqa: PLW1509


def ended(process: "subprocess.Popen[str]") -> int:
    """The exit code of a build, when it has ended."""
    process.communicate()
    return process.returncode


def contents(site: Path) -> dict[str, bytes]:
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in sorted(site.rglob("*")) if path.is_file()}


def left_behind(site: Path) -> list[str]:
    return [path.name for path in site.parent.iterdir() if path.name.startswith(f".{site.name}")]


@pytest.fixture
def site(edition: Path, tmp_path: Path) -> Path:
    """A published site of the good edition, whose next build is a whole one."""
    folder = tmp_path / "public"
    assert main(["--project", str(edition), "build", "--site-dir", str(folder)]) == 0
    shutil.rmtree(edition / ".cache/factbound/builds")
    return folder


def rename(edition: Path, name: str) -> None:
    """Give the edition another name, so that its next site differs on every page."""
    path = edition / "mkdocs.yml"
    path.write_text(
        path.read_text("utf-8").replace(path.read_text("utf-8").splitlines()[0], f"site_name: {name}"), "utf-8"
    )


def written(site: Path) -> int:
    """How many files builds have written aside so far."""
    try:
        return sum(path.is_file() for name in left_behind(site) for path in (site.parent / name).rglob("*"))
    except FileNotFoundError:  # a build has just put its folder in place
        return 0


def kill_when(process: "subprocess.Popen[str]", site: Path, files: int) -> None:
    """Kill a build as soon as it has written so many files aside; it may end before that."""
    while process.poll() is None and written(site) < files:
        time.sleep(0.001)
    process.kill()
    process.communicate()


@pytest.mark.parametrize("files", [5, *(pytest.param(n, marks=pytest.mark.slow) for n in (0, 1, 20, 40))])
def test_a_build_that_is_killed_leaves_the_last_site_whole(edition: Path, site: Path, files: int) -> None:
    old = contents(site)
    rename(edition, "The New Lamp Factory")
    kill_when(build(edition, site), site, files)
    now = contents(site)
    assert now == old or (
        now.keys() == old.keys()
        and all((b"The New Lamp Factory" in data) == (b"The Lamp Factory" in old[path]) for path, data in now.items())
    )


@pytest.mark.slow  # builds in processes of their own
def test_a_build_killed_at_work_leaves_a_folder_that_the_next_one_removes(edition: Path, site: Path) -> None:
    old = contents(site)
    kill_when(build(edition, site), site, 1)
    assert len(left_behind(site)) == 1
    assert ended(build(edition, site)) == 0
    assert left_behind(site) == []
    assert contents(site) == old


@pytest.mark.slow  # four builds, each in a process of its own
def test_two_builds_at_once_do_not_mix(edition: Path, tmp_path: Path) -> None:
    other = good_edition(tmp_path / "other")
    rename(edition, "The First Factory")
    rename(other, "The Second Factory")
    site = tmp_path / "public"
    processes = [build(project, site) for project in (edition, other, edition, other)]
    assert [ended(process) for process in processes] == [0, 0, 0, 0]
    assert left_behind(site) == []
    names = {
        name
        for data in contents(site).values()
        for name in (b"The First Factory", b"The Second Factory")
        if name in data
    }
    assert len(names) == 1


def test_a_build_with_a_problem_leaves_the_site_untouched(edition: Path, site: Path) -> None:
    old = contents(site)
    (edition / "facts/extra.yml").write_text("- id: extra\n", "utf-8")
    assert main(["--project", str(edition), "build", "--site-dir", str(site)]) == 1
    assert contents(site) == old
    assert left_behind(site) == []


@pytest.mark.slow  # builds in processes of their own
def test_a_full_disk_leaves_the_site_untouched(
    edition: Path, site: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    old = contents(site)

    def full(folder: Path, path: str, data: bytes) -> None:
        if path.startswith("data/"):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(folder / path))
        write(folder, path, data)

    monkeypatch.setattr(spare, "write", full)
    rename(edition, "The New Lamp Factory")
    assert main(["--project", str(edition), "build", "--site-dir", str(site)]) == 1
    assert "No space left on device [cannot-write]" in capsys.readouterr().err
    assert contents(site) == old
    assert left_behind(site) == []


@pytest.mark.slow  # builds in processes of their own
def test_a_file_that_cannot_grow_leaves_the_site_untouched(edition: Path, site: Path) -> None:
    old = contents(site)
    process = build(edition, site, file_limit=4000)
    _, err = process.communicate()
    assert process.returncode == 1
    assert "File too large [cannot-write]" in err
    assert "Traceback" not in err
    assert contents(site) == old
    assert left_behind(site) == []


def test_a_folder_that_cannot_be_made_is_a_problem(
    edition: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("in the way", "utf-8")
    assert main(["--project", str(edition), "build", "--site-dir", str(tmp_path / "file" / "site")]) == 1
    assert "[cannot-write]" in capsys.readouterr().err


def test_a_site_that_is_gone_between_two_names_is_put_back(tmp_path: Path) -> None:
    (tmp_path / ".site.before").mkdir()
    (tmp_path / ".site.before/index.html").write_text("whole", "utf-8")
    sweep(tmp_path / "site")
    assert (tmp_path / "site/index.html").read_text("utf-8") == "whole"


def test_a_folder_in_which_a_build_is_at_work_is_not_removed(tmp_path: Path) -> None:
    site = tmp_path / "site"
    with staged(site) as one:
        with staged(site) as other:
            (other / "index.html").write_text("other", "utf-8")
        assert one.exists()
        (one / "index.html").write_text("one", "utf-8")
    assert (site / "index.html").read_text("utf-8") == "one"
    assert left_behind(site) == []


@pytest.mark.parametrize("path", ["../outside.html", "/etc/outside.html", "a/../../outside.html"])
def test_nothing_is_written_outside_the_site(tmp_path: Path, path: str) -> None:
    with pytest.raises(ValueError, match="leave the site"):
        write(tmp_path / "site", path, b"")


def test_nothing_is_written_twice(tmp_path: Path) -> None:
    write(tmp_path, "index.html", b"one")
    with pytest.raises(ValueError, match="twice"):
        write(tmp_path, "index.html", b"two")


def test_a_published_site_can_be_read_by_everyone(site: Path) -> None:
    assert site.stat().st_mode & 0o777 == 0o755
    assert json.loads((site / "data/facts.json").read_text("utf-8"))["edition"] == "the-lamp-factory"


class NoSuchCall:
    """A system's library without renameat2, as on macOS or an old kernel."""


@pytest.mark.parametrize("system", ["has no such call", "refuses it here"])
def test_where_two_names_cannot_be_exchanged_the_new_site_still_takes_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, system: str
) -> None:
    if system == "has no such call":
        monkeypatch.setattr(swapping.ctypes, "CDLL", lambda *_, **__: NoSuchCall())
    else:
        monkeypatch.setattr(swapping.ctypes, "CDLL", lambda *_, **__: Refusing())
        monkeypatch.setattr(swapping.ctypes, "get_errno", lambda: errno.ENOSYS)
    new, site = tmp_path / "new", tmp_path / "site"
    for folder in (new, site):
        folder.mkdir()
        (folder / "page").write_text(folder.name, "utf-8")
    swap(new, site)
    assert (site / "page").read_text("utf-8") == "new"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


class Refusing:
    """A system's library whose renameat2 knows no exchange."""

    @staticmethod
    def renameat2(*_: object) -> int:
        return -1
