"""The ready workflows, run as they are written: their shell steps on a small repository, with stand-ins for what only
the host has."""

import json
import os
import re
import shutil
import subprocess
import sys
import threading
from collections import Counter
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import parse_qs, urljoin, urlsplit
from urllib.request import urlopen

import pytest
import yaml
from crawler import Page, _Reader, dead_ends, read_site
from overlay import good_edition, write
from places import ROOT
from press import press

GITHUB = yaml.load(
    (ROOT / "docs/workflows/github-pages.yml").read_text("utf-8"), Loader=yaml.BaseLoader
)  # all values as text
GITLAB = yaml.load((ROOT / "docs/workflows/gitlab-pages.yml").read_text("utf-8"), Loader=yaml.BaseLoader)
JOBS = GITHUB["jobs"]
STEPS = [(name, step) for name, job in JOBS.items() for step in job["steps"]]
EXPRESSION = re.compile(r"\$\{\{\s*(.*?)\s*\}\}")
IDENTITY = ["-c", "user.name=Ada", "-c", "user.email=ada@lamps.example", "-c", "commit.gpgsign=false"]
QUICK_TEST = (
    "def test_the_site_is_declared():\n    from pathlib import Path\n    assert 'factbound' in "
    "Path('mkdocs.yml').read_text()\n"
)


def git(folder: Path, *arguments: str) -> str:
    return subprocess.run(
        ["git", "-C", str(folder), *IDENTITY, *arguments], capture_output=True, text=True, check=True
    ).stdout.strip()


@pytest.fixture(scope="module")
def committed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a small repository of a small edition, and its articles beside it."""
    tmp_path = tmp_path_factory.mktemp("committed")
    folder = good_edition(tmp_path / "repository")
    shutil.copy(ROOT / "build.py", folder)
    settings = (
        (folder / "mkdocs.yml")
        .read_text("utf-8")
        .replace("https://lamps.example/sub/", '!ENV [SITE_URL, "https://lamps.example/"]')
    )
    shutil.move(folder / "archive", tmp_path / "articles")
    write(
        folder,
        {
            "mkdocs.yml": settings,
            ".gitignore": "/site/\n/public/\n/.cache/\n/.archive/\n__pycache__/\n",
            "tests/test_edition.py": QUICK_TEST,
        },
    )
    verify = ["verify", "--archive", str(tmp_path / "articles")]
    drawn = ["build", "--site-dir", str(tmp_path / "before")]  # a host keeps the charts that it has drawn before
    for command in (verify, drawn):
        subprocess.run(
            [sys.executable, "build.py", "--no-bootstrap", *command],
            cwd=folder,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            check=True,
            capture_output=True,
        )
    git(folder, "init", "--quiet", "--initial-branch=main")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message=as published")
    facts = folder / "facts/lamp-factory.yml"
    facts.write_text(
        facts.read_text("utf-8").replace(
            "measure: floor-area\n  status: planned", "measure: floor-area\n  status: announced"
        ),
        "utf-8",
    )
    git(folder, "commit", "--quiet", "--all", "--message=a change")
    return tmp_path


@pytest.fixture
def repository(committed: Path, tmp_path: Path) -> Path:
    """The repository: what was published, and on top of it a change to a figure."""
    shutil.copytree(committed, tmp_path, dirs_exist_ok=True)
    return tmp_path / "repository"


@pytest.fixture
def host(tmp_path: Path) -> dict[str, str]:
    """The environment of a runner: its folders, a Python that has everything already, and a `gh` that writes down what
    it is told."""
    tools = tmp_path / "tools"
    write(
        tools,
        {
            "python3": f'#!/bin/sh\nscript="$1"; shift\nexec "{sys.executable}" "$script" --no-bootstrap "$@"\n',
            "gh": f'#!/bin/sh\nprintf "%s\\n" "$@" > "{tmp_path}/gh.txt"\n',
        },
    )
    for tool in tools.iterdir():
        tool.chmod(0o755)
    (tmp_path / "temp").mkdir()
    kept = {name: value for name, value in os.environ.items() if name not in {"SITE_URL", "ARCHIVE"}}
    return {
        **kept,
        "PATH": f"{tools}:{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT),
        "CI": "true",
        "no_proxy": "*",
        "RUNNER_TEMP": str(tmp_path / "temp"),
        "GITHUB_STEP_SUMMARY": str(tmp_path / "summary.md"),
        "GITHUB_REPOSITORY": "newsroom/lamps",
        "GITHUB_REPOSITORY_OWNER": "newsroom",
    }


def shell(script: str, folder: Path, environment: dict[str, str]) -> "subprocess.CompletedProcess[str]":
    """Run a step as runners do."""
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


def run_job(name: str, folder: Path, environment: dict[str, str], values: dict[str, str], event: str) -> list[str]:
    """Run the shell steps of a job of the GitHub workflow on an event; the names of those that ran."""
    ran = []
    for step in JOBS[name]["steps"]:
        if "run" not in step or ("github.event_name" in step.get("if", "") and f"== '{event}'" not in step["if"]):
            continue
        given = {
            key: EXPRESSION.sub(lambda match: values[match[1]], value) for key, value in step.get("env", {}).items()
        }
        done = shell(step["run"], folder, {**environment, **given})
        assert done.returncode == 0, f"{step['name']}: {done.stdout}{done.stderr}"
        ran.append(step["name"])
    return ran


# --- As it is written ------------------------------------------------------------------------------------------------


def test_every_action_is_pinned_to_a_commit_and_says_its_version() -> None:
    used = [step["uses"] for _, step in STEPS if "uses" in step]
    assert used
    assert [action for action in used if not re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40}", action)] == []
    text = (ROOT / "docs/workflows/github-pages.yml").read_text("utf-8")
    assert len(re.findall(r"uses: actions/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$", text, re.MULTILINE)) == len(used)


def test_each_job_may_do_no_more_than_it_does() -> None:
    assert GITHUB["permissions"] == {"contents": "read"}
    assert {name: job.get("permissions") for name, job in JOBS.items()} == {
        "site": None,
        "audit": None,
        "comment": {"pull-requests": "write"},
        "publish": {"pages": "write", "id-token": "write"},
    }


def test_a_job_that_may_write_runs_no_code_of_the_repository() -> None:
    for name in ("comment", "publish"):
        assert not [
            step
            for step in JOBS[name]["steps"]
            if "checkout" in step.get("uses", "") or "build.py" in step.get("run", "")
        ]
    for name in ("comment", "pages"):
        assert GITLAB[name]["variables"]["GIT_STRATEGY"] == "none"
        assert not [line for line in GITLAB[name]["script"] if "build.py" in line]


def test_no_expression_is_pasted_into_a_shell() -> None:
    assert [step["name"] for _, step in STEPS if EXPRESSION.search(step.get("run", ""))] == []


def test_every_job_ends_some_time() -> None:
    assert [name for name, job in JOBS.items() if "timeout-minutes" not in job] == []
    assert [name for name in ("site", "audit", "comment", "pages") if "timeout" not in GITLAB[name]] == []


def test_known_weaknesses_of_every_locked_package_are_asked_for() -> None:
    for script in (JOBS["audit"]["steps"][-1]["run"], GITLAB["audit"]["script"][0]):
        assert "--require-hashes --only-binary :all: --requirement requirements/audit.txt" in script
        assert "for lock in requirements/*.txt" in script
    assert "\npip-audit==" in (ROOT / "requirements/audit.txt").read_text("utf-8")
    assert "needs" not in JOBS["audit"]
    assert JOBS["publish"]["needs"] == "site"


# --- As it runs: GitHub ----------------------------------------------------------------------------------------------


def test_a_push_is_checked_verified_tested_and_built(repository: Path, host: dict[str, str], tmp_path: Path) -> None:
    shutil.copytree(tmp_path / "articles", repository / ".archive")
    ran = run_job("site", repository, host, {"vars.SITE_URL": ""}, "push")
    assert ran == ["Check", "Verify, where an archive is present", "Test", "Build"]
    assert "https://newsroom.github.io/lamps/en/" in (repository / "site/en/index.html").read_text("utf-8")
    assert git(repository, "status", "--porcelain") == ""


@pytest.mark.parametrize(
    ("name", "given", "address"),
    [
        ("newsroom/lamps", "", "https://newsroom.github.io/lamps/"),
        ("newsroom/newsroom.github.io", "", "https://newsroom.github.io/"),
        ("newsroom/lamps", "https://lamps.example/", "https://lamps.example/"),
    ],
)
def test_the_site_knows_where_it_is_published(
    repository: Path, host: dict[str, str], name: str, given: str, address: str
) -> None:
    [build] = [step["run"] for _, step in STEPS if step.get("name") == "Build"]
    done = shell(build, repository, {**host, "GITHUB_REPOSITORY": name, "GIVEN_URL": given})
    assert done.returncode == 0, done.stderr
    assert f'<link rel="canonical" href="{address}en/">' in (repository / "site/en/index.html").read_text("utf-8")


def test_a_pull_request_is_told_what_it_does_to_the_figures(
    repository: Path, host: dict[str, str], tmp_path: Path
) -> None:
    base = git(repository, "rev-parse", "HEAD~1")
    ran = run_job(
        "site", repository, host, {"vars.SITE_URL": "", "github.event.pull_request.base.sha": base}, "pull_request"
    )
    assert ran[-1] == "Compare the figures"
    values = {"github.token": "secret", "github.repository": "newsroom/lamps", "github.event.pull_request.number": "7"}
    run_job("comment", repository, host, values, "pull_request")
    told = (tmp_path / "temp/figures.md").read_text("utf-8")
    assert told.startswith("What this change does to the figures:\n\n    ~ lamp-factory-area: ")
    assert "        status: announced instead of planned" in told
    assert (tmp_path / "summary.md").read_text("utf-8") == told
    assert (tmp_path / "gh.txt").read_text("utf-8").split() == [
        "pr",
        "comment",
        "7",
        "--body-file",
        f"{tmp_path}/temp/figures.md",
        "--edit-last",
        "--create-if-none",
    ]


def test_a_first_pull_request_has_nothing_to_be_compared_with(
    repository: Path, host: dict[str, str], tmp_path: Path
) -> None:
    [compare] = [step["run"] for _, step in STEPS if step.get("name") == "Compare the figures"]
    assert shell(compare, repository, {**host, "BASE": "0" * 40}).returncode == 0
    assert "the base commit has no figures to compare with" in (tmp_path / "temp/figures.md").read_text("utf-8")


def test_a_problem_stops_the_job(repository: Path, host: dict[str, str]) -> None:
    write(repository, {"facts/extra.yml": ""})
    [check] = [step["run"] for _, step in STEPS if step.get("name") == "Check"]
    done = shell(check, repository, host)
    assert done.returncode == 1
    assert "[empty-file]" in done.stderr


def test_a_lock_that_was_not_renewed_stops_the_job(repository: Path, host: dict[str, str], tmp_path: Path) -> None:
    shutil.copytree(tmp_path / "articles", repository / ".archive")
    facts = repository / "facts/lamp-factory.yml"
    facts.write_text(
        facts.read_text("utf-8").replace("printed: €12 million\n", "printed: €12 million\n      after: put\n"), "utf-8"
    )
    [verify] = [step["run"] for _, step in STEPS if "Verify" in step.get("name", "")]
    done = shell(verify, repository, {**host, "ARCHIVE": ".archive"})
    assert done.returncode == 1
    assert "evidence.lock" in done.stdout


# --- As it runs: GitLab ----------------------------------------------------------------------------------------------


def run_script(name: str, folder: Path, environment: dict[str, str]) -> "subprocess.CompletedProcess[str]":
    """Run a job of the GitLab pipeline: its lines in one shell."""
    return shell("\n".join(GITLAB[name]["script"]), folder, environment)


def test_a_merge_request_is_checked_and_told_what_it_does(
    repository: Path, host: dict[str, str], tmp_path: Path
) -> None:
    base = git(repository, "rev-parse", "HEAD~1")
    there = {
        **host,
        "CI_PAGES_URL": "https://newsroom.gitlab.io/lamps",
        "CI_MERGE_REQUEST_DIFF_BASE_SHA": base,
        "ARCHIVE": str(tmp_path / "articles"),
    }
    done = run_script("site", repository, there)
    assert done.returncode == 0, done.stderr
    assert "12 readings verified against 2 texts" in done.stdout
    assert "https://newsroom.gitlab.io/lamps/en/" in (repository / "public/en/index.html").read_text("utf-8")
    assert "status: announced instead of planned" in (repository / "figures.md").read_text("utf-8")
    with press() as server:
        there |= {
            "FIGURES_TOKEN": "secret",
            "CI_API_V4_URL": f"{server.base}/api/v4",
            "CI_PROJECT_ID": "3",
            "CI_MERGE_REQUEST_IID": "7",
        }
        done = run_script("comment", repository, there)
    assert done.returncode == 0, done.stderr
    [(path, token, body)] = server.notes
    assert (path, token) == ("/api/v4/projects/3/merge_requests/7/notes", "secret")
    assert parse_qs(body.decode())["body"] == [(repository / "figures.md").read_text("utf-8")]


def test_the_pages_job_publishes_what_was_built(repository: Path, host: dict[str, str]) -> None:
    assert run_script("pages", repository, host).returncode != 0
    assert run_script("site", repository, {**host, "CI_PAGES_URL": "https://newsroom.gitlab.io/lamps"}).returncode == 0
    assert not (repository / "figures.md").exists()
    assert run_script("pages", repository, host).returncode == 0
    assert GITLAB["pages"]["artifacts"]["paths"] == ["public"]


# --- As it is served -------------------------------------------------------------------------------------------------


@pytest.fixture
def served(repository: Path, host: dict[str, str], tmp_path: Path) -> Iterator[str]:
    """The address of the project page, as the workflow built it, under its sub-path."""
    run_job("site", repository, host, {"vars.SITE_URL": ""}, "push")
    shutil.copytree(repository / "site", tmp_path / "www/lamps")

    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            """Silence: the tests tell what went wrong."""

    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(tmp_path / "www"))) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/lamps/"
        server.shutdown()
        thread.join()


def test_a_project_page_has_no_broken_link_under_its_sub_path(served: str, repository: Path) -> None:
    waiting, answers = [served], dict[str, int]()
    while waiting:
        address = waiting.pop()
        if address in answers or urlsplit(address).netloc != urlsplit(served).netloc:
            continue
        try:
            with urlopen(address, timeout=10) as answer:
                answers[address], html, kind = answer.status, answer.read(), answer.headers.get_content_type()
        except HTTPError as error:
            answers[address] = error.code
            error.close()
            continue
        if kind == "text/html":
            page = Page(address)
            _Reader(page).feed(html.decode())
            waiting += [urljoin(address, target).partition("#")[0] for target in [*page.links, *page.loads]]
    assert Counter(answers.values()) == {200: len(answers)}
    assert len(answers) > 30
    assert all(address.startswith(served) for address in answers)
    assert dead_ends(repository / "site", read_site(repository / "site"), "/lamps/") == []
    assert json.loads((repository / "site/data/facts.json").read_text("utf-8"))["edition"] == "the-lamp-factory"
