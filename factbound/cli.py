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

from factbound import edition, scaffold
from factbound.content import RESERVED, default_words
from factbound.facts.reading import LOCK
from factbound.facts.schemas import schemas
from factbound.history import NoCommit, lay_out
from factbound.lock import lock_text
from factbound.problems import EditionError, did_you_mean
from factbound.site import mkdocs
from factbound.site.publish import replace_file, staged, write
from factbound.site.stamp import inputs_digest, read_stamp, write_stamp
from factbound.views.changes import Facts, changes, facts_of
from factbound.views.exports import facts_json
from factbound.views.lineage import lineage

OK, PROBLEMS, USAGE = 0, 1, 2


def console() -> int:
    """The command `factbound`, where it is installed as a package; its exit code."""
    return main(sys.argv[1:], "factbound")


def main(arguments: Sequence[str], program: str = "python build.py") -> int:
    """Run a command; its exit code: 0, 1 for problems of the edition, 2 for a wrong call."""
    parser = _parser(program)
    options = parser.parse_args(_with_default(arguments))
    root: Path = options.project.resolve()
    if options.needs_edition and not (root / "mkdocs.yml").is_file():
        print(f"{root} holds no edition: there is no mkdocs.yml", file=sys.stderr)
        return USAGE
    try:
        return int(options.run(options, root))
    except EditionError as error:
        _print_problems(error)
        return PROBLEMS
    except (mkdocs.NoEdition, scaffold.Refused) as error:
        print(error, file=sys.stderr)
        return USAGE
    except BrokenPipeError:
        return OK
    except KeyboardInterrupt:
        print("stopped; the published site is as it was", file=sys.stderr)
        return 130


def _parser(program: str) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog=program, description="Build a site in which every number carries its proof.")
    parser.set_defaults(needs_edition=True)
    parser.add_argument("--project", type=Path, default=Path(), metavar="DIR", help="the edition's folder (default: this one)")
    parser.add_argument("--no-bootstrap", action="store_true", help="use this Python as it is, without making .venv")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    build = commands.add_parser("build", help="check, build and publish the site (the default)")
    build.add_argument("--site-dir", type=Path, metavar="DIR", help="where to publish (default: site/)")
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
    _add_new(commands.add_parser("new", help="start an edition, a source, a fact or a story"))
    schema = commands.add_parser("schemas", help="write the JSON Schemas of the YAML files, for editors that complete and explain keys")
    schema.add_argument("--output", type=Path, metavar="DIR", help="where to (default: schemas/ of the edition)")
    schema.set_defaults(run=_schemas)
    sheet = commands.add_parser("sheet", help="every number with what stands behind it, for a second person's check, to print or fill in")
    sheet.add_argument("--language", metavar="CODE", help="one language (default: all of the edition)")
    sheet.add_argument("--output", type=Path, metavar="DIR", help="where to (default: sheet/ of the edition)")
    sheet.set_defaults(run=_sheet)
    serve = commands.add_parser("serve", help="preview at 127.0.0.1:8000, rebuilt on every change")
    serve.add_argument("--address", default="127.0.0.1:8000", metavar="HOST:PORT")
    serve.set_defaults(run=_serve)
    test = commands.add_parser("test", help="run the tests; further arguments go to pytest")
    test.add_argument("pytest", nargs=argparse.REMAINDER)
    test.set_defaults(run=_test, needs_edition=False)
    return parser


def _add_new(new: argparse.ArgumentParser) -> None:
    things = new.add_subparsers(dest="thing", required=True, metavar="THING")
    whole = things.add_parser("edition", help="a small edition on an invented subject, which builds")
    whole.add_argument("folder", type=Path, metavar="DIR", help="a folder that is empty or not there yet")
    whole.set_defaults(run=_new_edition, needs_edition=False)
    source = things.add_parser("source", help="an entry in facts/sources.yml, to fill in")
    source.add_argument("id", metavar="ID", help="a slug with the year, such as gazette-2031")
    source.set_defaults(run=_new_entry)
    fact = things.add_parser("fact", help="an entry in a file of facts, to fill in")
    fact.add_argument("id", metavar="ID", help="a slug, such as lamp-factory-plan")
    fact.add_argument("--file", metavar="NAME", help="the file in facts/ to add it to (default: a file of its own, ID.yml)")
    fact.set_defaults(run=_new_entry)
    story = things.add_parser("story", help="a page of content/, to write")
    story.add_argument("place", metavar="LANGUAGE/NAME", help="such as en/harbour")
    story.set_defaults(run=_new_story)


COMMANDS = ("build", "check", "verify", "coverage", "diff", "explain", "new", "schemas", "serve", "sheet", "test")


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
    return OK


def _check(options: argparse.Namespace, root: Path) -> int:
    ledger = edition.ledger(mkdocs.project_of(mkdocs.load(root)))
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
    lock = edition.verify(project, options.archive, _today(), renew=options.renew)
    replace_file(project.facts / LOCK, lock_text(lock).encode())
    unread, strangers = edition.unmatched(project, options.archive)
    for name, count in unread:
        print(f"{name}: {count} reading{'' if count == 1 else 's'} not verified, because {options.archive / name}.txt is not there")
    for name in strangers:
        print(f"{options.archive / name}.txt: the text of no source")
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
        return facts_of(json.loads(facts_json(edition.ledger(mkdocs.project_of(mkdocs.load(root))))))
    with tempfile.TemporaryDirectory() as folder:
        lay_out(name, root, Path(folder))
        return facts_of(json.loads(facts_json(edition.ledger(mkdocs.project_of(mkdocs.load(Path(folder)))))))


def _explain(options: argparse.Namespace, root: Path) -> int:
    ledger = edition.ledger(mkdocs.project_of(mkdocs.load(root)))
    if options.id not in ledger.figures:
        print(
            f'there is no figure "{options.id}"; {did_you_mean(options.id, ledger.figures) or "the index of facts lists them"}',
            file=sys.stderr,
        )
        return PROBLEMS
    print("\n".join(lineage(ledger.figures[options.id], ledger)))
    return OK


def _new_edition(options: argparse.Namespace, root: Path) -> int:
    folder: Path = options.folder
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise scaffold.Refused(f"{folder} is not empty: an edition starts in a folder of its own")
    with staged(folder.resolve()) as stage:
        for path, data in scaffold.edition_files(_own_schemas()):
            write(stage, path, data)
        lock = edition.verify(mkdocs.project_of(mkdocs.load(stage)), stage / "archive", _today())
        replace_file(stage / "facts" / LOCK, lock_text(lock).encode())
    print(f"{folder}: an edition of {len(lock.texts)} articles and {len(lock.readings)} readings; its README.md says how to go on")
    return OK


def _new_entry(options: argparse.Namespace, root: Path) -> int:
    project = mkdocs.project_of(mkdocs.load(root))
    manuscript = edition.read(project)
    book = manuscript.book
    if options.thing == "source":
        start = scaffold.new_source(options.id, {*book.sources, *book.broken}, project.languages, root)
    else:
        start = scaffold.new_fact(
            options.id, {*book.facts, *book.derived, *book.broken}, project.languages, root, options.file or options.id
        )
    return _write_start(start, root)


def _new_story(options: argparse.Namespace, root: Path) -> int:
    project = mkdocs.project_of(mkdocs.load(root))
    return _write_start(scaffold.new_story(options.place, project.languages, RESERVED, root), root)


def _write_start(start: scaffold.Start, root: Path) -> int:
    path = root / start.path
    path.parent.mkdir(parents=True, exist_ok=True)
    replace_file(path, start.text.encode())
    print(f"{start.path}:{start.line}: fill it in; check says what is missing")
    return OK


def _schemas(options: argparse.Namespace, root: Path) -> int:
    folder: Path = options.output or root / scaffold.SCHEMAS
    folder.mkdir(parents=True, exist_ok=True)
    written = _own_schemas()
    for name, data in written.items():
        replace_file(folder / name, data)
    print(f"{folder.relative_to(root) if folder.is_relative_to(root) else folder}: {len(written)} schemas")
    return OK


def _own_schemas() -> dict[str, bytes]:
    return schemas(default_words("en", []))


def _today() -> str:
    return datetime.now(UTC).date().isoformat()


def _sheet(options: argparse.Namespace, root: Path) -> int:
    project = mkdocs.project_of(mkdocs.load(root))
    if options.language and options.language not in project.languages:
        print(f'"{options.language}" is no language of this edition, which has {", ".join(project.languages)}', file=sys.stderr)
        return USAGE
    folder: Path = options.output or root / "sheet"
    for language in [options.language] if options.language else project.languages:
        lines, files = edition.sheets(project, language)
        folder.mkdir(parents=True, exist_ok=True)
        for name, data in files.items():
            replace_file(folder / name, data)
        shown = folder.relative_to(root) if folder.is_relative_to(root) else folder
        print(f"{shown}/{language}.html, {language}.csv: {lines} lines")
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
