"""The command line. The world (arguments, folder, clock, terminal) is read here and passed on."""

import argparse
import gc
import json
import sys
import tempfile
import time
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from factbound import __version__, edition
from factbound.facts.models import is_slug
from factbound.facts.reading import LOCK
from factbound.history import NoCommit, lay_out, would_keep
from factbound.lock import lock_text
from factbound.problems import EditionError, did_you_mean
from factbound.project import Project
from factbound.site import mkdocs
from factbound.site.offline import offline_zip
from factbound.site.publish import replace_file, write_new
from factbound.site.stamp import inputs_digest, read_stamp, write_stamp
from factbound.views.changes import Facts, changes, facts_of
from factbound.views.exports import facts_json
from factbound.views.lineage import lineage

if TYPE_CHECKING:
    from factbound.network.fetching import Fetcher

OK, PROBLEMS, USAGE = 0, 1, 2


def main(arguments: Sequence[str]) -> int:
    """Run a command; its exit code: 0, 1 for problems of the edition, 2 for a wrong call."""
    parser = _parser()
    options = parser.parse_args(_with_default(arguments))
    root: Path = options.project.resolve()
    if options.command != "test" and not (root / "mkdocs.yml").is_file():
        print(f"{root} holds no edition: there is no mkdocs.yml", file=sys.stderr)
        return USAGE
    try:
        return int(options.run(options, root))
    except EditionError as error:
        _print_problems(error)
        return PROBLEMS
    except mkdocs.NoEdition as error:
        print(error, file=sys.stderr)
        return USAGE
    except ModuleNotFoundError as error:
        if error.name != "trafilatura":
            raise
        print("this command needs trafilatura: pip install factbound[archive]", file=sys.stderr)
        return USAGE
    except BrokenPipeError:
        return OK
    except KeyboardInterrupt:
        print("stopped; the published site is as it was", file=sys.stderr)
        return 130


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python build.py", description="Build a site in which every number carries its proof.")
    parser.add_argument("--project", type=Path, default=Path(), metavar="DIR", help="the edition's folder (default: this one)")
    parser.add_argument("--no-bootstrap", action="store_true", help="use this Python as it is, without making .venv")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    build = commands.add_parser("build", help="check, build and publish the site (the default)")
    build.add_argument("--site-dir", type=Path, metavar="DIR", help="where to publish (default: site/)")
    build.add_argument(
        "--zip",
        type=Path,
        nargs="?",
        const=Path(),
        metavar="FILE",
        help="pack the site for reading offline too (default: site.zip beside it)",
    )
    build.set_defaults(run=_build)
    commands.add_parser("check", help="list every problem, without building").set_defaults(run=_check)
    verify = commands.add_parser("verify", help="check every reading against the archived texts, and write facts/evidence.lock")
    verify.add_argument("--archive", type=Path, required=True, metavar="DIR", help="a folder of texts, named ID.txt")
    verify.add_argument("--renew", action="store_true", help="accept texts that have changed since they were verified")
    verify.set_defaults(run=_verify)
    coverage = commands.add_parser("coverage", help="what the archived texts print that no reading uses")
    coverage.add_argument("--archive", type=Path, required=True, metavar="DIR", help="a folder of texts, named ID.txt")
    coverage.set_defaults(run=_coverage)
    diff = commands.add_parser("diff", help="facts added, removed and changed between two commits or two facts.json files")
    diff.add_argument("old", help="a commit, or a facts.json")
    diff.add_argument("new", nargs="?", default=".", help="a commit, or a facts.json (default: the files as they are now)")
    diff.set_defaults(run=_diff)
    explain = commands.add_parser("explain", help="a figure's lineage, down to paragraphs")
    explain.add_argument("id", help="the figure's id")
    explain.set_defaults(run=_explain)
    links = commands.add_parser("check-links", help="whether the sources' addresses answer and still hold the printed words")
    links.add_argument("--network", action="store_true", help="ask the sources' hosts; without it nothing is done")
    links.add_argument("--timeout", type=_seconds, default=20.0, metavar="SECONDS", help="the longest wait for an answer (default: 20)")
    links.add_argument("--json", type=Path, metavar="FILE", help="write the report there too")
    links.set_defaults(run=_check_links)
    keep = commands.add_parser("archive", help="keep an article's text in the archive, and print its entry for facts/sources.yml")
    keep.add_argument("url", metavar="URL", help="the article's address")
    keep.add_argument("--id", metavar="ID", help="the source's id (default: from the host and the year)")
    keep.add_argument("--archive", type=Path, required=True, metavar="DIR", help="a folder of texts outside the repository, named ID.txt")
    keep.add_argument("--timeout", type=_seconds, default=20.0, metavar="SECONDS", help="the longest wait for an answer (default: 20)")
    keep.set_defaults(run=_archive)
    serve = commands.add_parser("serve", help="preview at 127.0.0.1:8000, rebuilt on every change")
    serve.add_argument("--address", default="127.0.0.1:8000", metavar="HOST:PORT")
    serve.set_defaults(run=_serve)
    test = commands.add_parser("test", help="run the tests; further arguments go to pytest")
    test.add_argument("pytest", nargs=argparse.REMAINDER)
    test.set_defaults(run=_test)
    return parser


COMMANDS = ("build", "check", "verify", "coverage", "diff", "explain", "check-links", "archive", "serve", "test")


def _with_default(arguments: Sequence[str]) -> list[str]:
    """The arguments with `build` put in where no command is named."""
    rest = list(arguments)
    position = 0
    while position < len(rest) and (rest[position] in {"--project", "--no-bootstrap"} or rest[position].startswith("--project=")):
        position += 2 if rest[position] == "--project" else 1
    named = position < len(rest) and (not rest[position].startswith("-") or rest[position] in {"-h", "--help"})
    return rest if named else [*rest[:position], "build", *rest[position:]]


def _build(options: argparse.Namespace, root: Path) -> int:
    start = time.perf_counter()
    gc.disable()  # one short run that keeps nearly all it makes: looking for garbage costs a tenth of it
    config = mkdocs.load(root, options.site_dir)
    site, project = Path(config.site_dir), mkdocs.project_of(config)
    if mkdocs.is_hosted(config):
        hosted = mkdocs.build_hosted(config)
        counts = f"{len(hosted.told)} pages, {len(hosted.pages)} pages of evidence, {len(hosted.ledger.figures)} figures"
        print(f"{site.relative_to(root) if site.is_relative_to(root) else site}: {counts}, 0 problems")
        return OK
    file = site.with_name(f"{site.name}.zip") if options.zip == Path() else options.zip and options.zip.resolve()
    if file and (file.is_relative_to(site) or file.is_dir() or (file.parent != site.parent and not file.parent.is_dir())):
        print(f"{file} cannot be the archive: it lies in the site, is a folder, or lies in none", file=sys.stderr)
        return USAGE
    inputs = inputs_digest(project)
    summary = read_stamp(project, site, inputs)
    if summary is None:
        built = mkdocs.build(config)
        pages = len(built.stories) + sum(artefact.path.endswith(".html") for artefact in built.artefacts)
        ledger = built.ledger
        whole = f"{pages} pages, {len(ledger.facts)} facts, {len(ledger.derived)} derived, {len(ledger.readings)} readings, {len(ledger.charts)} charts"
        summary, note = f"{whole} ({built.drawn} drawn, {built.drawings - built.drawn} reused)", ""
        write_stamp(project, site, inputs, f"{whole} (0 drawn, {built.drawings} reused)")
    else:
        note = ", nothing has changed"
    place = site.relative_to(root) if site.is_relative_to(root) else site
    print(f"{place}: {summary}, 0 problems, {time.perf_counter() - start:.1f} s{note}")
    gc.enable()
    if file:
        packed = offline_zip(site, project.name)
        replace_file(file, packed)
        print(f"{file.relative_to(root) if file.is_relative_to(root) else file}: {len(packed) / 1_000_000:.1f} MB, for reading offline")
    return OK


def _check(options: argparse.Namespace, root: Path) -> int:
    ledger = mkdocs.ledger(mkdocs.load(root))
    print(f"{len(ledger.figures)} figures, {len(ledger.readings)} readings, {len(ledger.stories)} stories, 0 problems")
    return OK


def _holds_texts(archive: Path) -> bool:
    """Whether the folder is an archive; says so where it is not."""
    if any(archive.glob("*.txt")):
        return True
    print(f"{archive} holds no texts (ID.txt)", file=sys.stderr)
    return False


def _verify(options: argparse.Namespace, root: Path) -> int:
    project = mkdocs.project_of(mkdocs.load(root))
    if not _holds_texts(options.archive):
        return USAGE
    lock = edition.verify(project, options.archive, datetime.now(UTC).date().isoformat(), renew=options.renew)
    replace_file(project.facts / LOCK, lock_text(lock).encode())
    print(f"facts/{LOCK}: {len(lock.readings)} readings verified against {len(lock.texts)} texts, 0 problems")
    return OK


def _coverage(options: argparse.Namespace, root: Path) -> int:
    project = mkdocs.project_of(mkdocs.load(root))
    if not _holds_texts(options.archive):
        return USAGE
    found = edition.coverage(project, options.archive)
    for each in found:
        total = each.used + each.left_out + len(each.uncovered)
        print(f"{each.source}: {total} amounts and dates, {each.used} used, {each.left_out} left out, {len(each.uncovered)} uncovered")
    if uncovered := [problem for each in found for problem in each.uncovered]:
        raise EditionError(uncovered)
    return OK


def _diff(options: argparse.Namespace, root: Path) -> int:
    try:
        old, new = (_facts_at(name, root) for name in (options.old, options.new))
    except (NoCommit, OSError, KeyError, TypeError, json.JSONDecodeError) as error:
        print(f"nothing to compare: {error}", file=sys.stderr)
        return USAGE
    lines = list(changes(old, new))
    print("\n".join(lines) if lines else "no figure differs")
    return OK


def _facts_at(name: str, root: Path) -> Facts:
    """The figures of a facts.json, of a commit, or (“.”) of the files as they are now."""
    if name.endswith(".json"):
        return facts_of(json.loads(Path(name).read_text("utf-8")))
    if name == ".":
        return facts_of(json.loads(facts_json(mkdocs.ledger(mkdocs.load(root)))))
    with tempfile.TemporaryDirectory() as folder:
        lay_out(name, root, Path(folder))
        return facts_of(json.loads(facts_json(mkdocs.ledger(mkdocs.load(Path(folder))))))


def _explain(options: argparse.Namespace, root: Path) -> int:
    ledger = mkdocs.ledger(mkdocs.load(root))
    if options.id not in ledger.figures:
        print(
            f'there is no figure "{options.id}"; {did_you_mean(options.id, ledger.figures) or "the index of facts lists them"}',
            file=sys.stderr,
        )
        return PROBLEMS
    print("\n".join(lineage(ledger.figures[options.id], ledger)))
    return OK


def _seconds(text: str) -> float:
    seconds = float(text)
    if not 0 < seconds <= 600:
        raise argparse.ArgumentTypeError(f"{text} is not between 0 and 600 seconds")
    return seconds


def _fetcher(options: argparse.Namespace, project: Project) -> "Fetcher":
    """What asks other hosts, under a name that tells whose it is."""
    from factbound.network.fetching import Fetcher, Manners

    home = f" (+{project.site_url})" if project.site_url else ""
    return Fetcher(Manners(agent=f"factbound/{__version__}{home}", timeout=options.timeout))


def _check_links(options: argparse.Namespace, root: Path) -> int:
    project = mkdocs.project_of(mkdocs.load(root))
    if not options.network:
        print("check-links asks the hosts of every source for a page each: say --network if you mean it", file=sys.stderr)
        return USAGE
    if options.json and not options.json.absolute().parent.is_dir():
        print(f"{options.json} lies in no folder", file=sys.stderr)
        return USAGE
    from factbound.network.links import State, check_links
    from factbound.network.report import lines_of, summary_of, values_of
    from factbound.network.robots import Robots

    book, fetcher = edition.book(project), _fetcher(options, project)
    widest = max((len(name) for name in book.sources), default=0)
    checked = []
    for each in check_links(book, fetcher.fetch, Robots(fetcher).allow):
        checked.append(each)
        print("\n".join(lines_of(each, widest, terminal=sys.stdout.isatty())), flush=True)
    print(summary_of(checked))
    if options.json:
        replace_file(options.json, (json.dumps(values_of(checked), ensure_ascii=False, indent=1) + "\n").encode())
    return OK if all(each.state is State.LIVE for each in checked) else PROBLEMS


def _archive(options: argparse.Namespace, root: Path) -> int:
    project = mkdocs.project_of(mkdocs.load(root))
    if not options.archive.is_dir():
        print(f"{options.archive} is no folder: make it outside the repository", file=sys.stderr)
        return USAGE
    if would_keep(options.archive.resolve() / "article.txt"):
        print(
            f"{options.archive} lies in a repository, which must not hold an article's text: name another, or have Git ignore it",
            file=sys.stderr,
        )
        return USAGE
    from factbound.network.fetching import Answer
    from factbound.network.record import article_of, entry_of

    fetched = _fetcher(options, project).fetch(options.url)
    if not isinstance(fetched, Answer) or fetched.status != 200:
        print(f"nothing to keep: {f'it answers {fetched.status}' if isinstance(fetched, Answer) else fetched.detail}", file=sys.stderr)
        return PROBLEMS
    article = article_of(fetched)
    if article is None:
        print("nothing to keep: no article was found in the page", file=sys.stderr)
        return PROBLEMS
    name = options.id or article.suggested_id
    if name is None or not is_slug(name):
        print(f'"{name}" is no id' if name else "the year is not known: give an id with --id, such as gazette-2031", file=sys.stderr)
        return USAGE
    path: Path = options.archive.resolve() / f"{name}.txt"
    try:
        write_new(path, article.data)
    except FileExistsError:
        print(f"{path} is there already, and stays as it is: give another --id", file=sys.stderr)
        return USAGE
    except OSError as error:
        print(f"{path} cannot be written: {error.strerror}", file=sys.stderr)
        return PROBLEMS
    print(f"{path}: {len(article.paragraphs)} paragraphs", file=sys.stderr)
    print(entry_of(name, article, project.languages), end="")
    return OK


def _serve(options: argparse.Namespace, root: Path) -> int:
    mkdocs.serve(root, options.address)
    return OK


def _test(options: argparse.Namespace, root: Path) -> int:
    import pytest  # a dependency of the tests alone

    return int(pytest.main([*options.pytest, "--rootdir", str(root)] if options.pytest else ["--rootdir", str(root), str(root / "tests")]))


def _print_problems(error: EditionError) -> None:
    """Every problem and their count; coloured on a terminal."""
    bold, red, plain = ("\033[1m", "\033[31m", "\033[0m") if sys.stderr.isatty() else ("", "", "")
    for problem in error.problems:
        print(f"{bold}{problem.where}:{plain} {problem.message} {red}[{problem.code}]{plain}", file=sys.stderr)
        if problem.hint:
            print(f"    hint: {problem.hint}", file=sys.stderr)
    print(mkdocs.count_problems(len(error.problems)), file=sys.stderr)
