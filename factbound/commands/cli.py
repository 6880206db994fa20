"""The command line: arguments in, an exit code out. What commands do is in commands/."""

import argparse
import contextlib
import gc
import os
import re
import signal
import sys
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from factbound import __version__, scaffold
from factbound.commands import (
    BUG,
    OK,
    PROBLEMS,
    USAGE,
    amounts,
    asking,
    building,
    completion,
    desk,
    due,
    print_bug,
    proposing,
    proving,
    starting,
    tidying,
    translating,
)
from factbound.commands.colour import coloured
from factbound.commands.streams import UNSEEN, bare, shown
from factbound.mkdocs import plugin as mkdocs
from factbound.problems import EditionError, NoEdition
from factbound.project import config_file, real
from factbound.publish.target import Refused
from factbound.view.charts.workers import cores


def main(arguments: Sequence[str], program: str = "python build.py") -> int:
    """Run a command; its exit code: 0, 1 for problems of the edition, 2 for a wrong call, 3 for a bug of ours."""
    try:
        with shown(), _ended_by_signals():
            return _code(arguments, program)
    except KeyboardInterrupt:
        print("stopped; the published site is as it was", file=sys.stderr)
        return 130


def _code(arguments: Sequence[str], program: str) -> int:
    options = _parser(program).parse_args(_with_default(arguments))
    try:
        return _run(options)
    except EditionError as error:
        _print_problems(error)
        return PROBLEMS
    except (NoEdition, scaffold.Refused, Refused) as error:
        print(error, file=sys.stderr)
        return USAGE
    except BrokenPipeError:  # nobody reads on
        return OK
    except OSError as error:
        if options.debug:
            raise
        name = f"{os.fsdecode(error.filename)}: " if isinstance(error.filename, str | bytes) else ""
        reason = "is there already, and is no folder" if isinstance(error, FileExistsError) else error.strerror
        print(f"{name}{reason or error}", file=sys.stderr)
        return PROBLEMS
    except Exception as error:
        if options.debug:
            raise
        print_bug(error)
        return BUG


@contextlib.contextmanager
def _ended_by_signals() -> Iterator[None]:
    """While it lasts, to be told to end, or that the terminal is gone, is to be interrupted: nothing is left behind."""
    kinds = [getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)]
    with contextlib.ExitStack() as after, contextlib.suppress(ValueError):  # a thread of somebody's answers no signals
        for kind in kinds:
            if signal.getsignal(kind) is signal.SIG_DFL:  # nohup: somebody wants it to go on
                after.callback(signal.signal, kind, signal.signal(kind, signal.default_int_handler))
        yield


def _run(options: argparse.Namespace) -> int:
    try:
        root = real(options.project)
    except FileNotFoundError:
        raise NoEdition("the folder that you are in is gone: go to another") from None
    if options.needs_edition and not config_file(root).is_file():
        raise NoEdition(f"{root} holds no edition: there is no mkdocs.yml")
    if options.lasts:
        gc.enable()
    else:
        gc.disable()  # a short run keeps nearly all it makes: looking for garbage costs a tenth of it
    try:
        return int(options.run(options, root))
    except ModuleNotFoundError as error:
        if error.name not in {"trafilatura", "protego"}:
            raise
        print(f"this command needs {error.name}: pip install factbound[archive]", file=sys.stderr)
        return USAGE
    finally:
        gc.enable()


@cache
def _parser(program: str) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog=program, description="Build a site in which every number carries its proof.")
    parser.set_defaults(needs_edition=True, lasts=False)
    parser.add_argument(
        "--project", type=_path, default=Path(), metavar="DIR", help="the edition's folder (default: this one)"
    )
    parser.add_argument("--debug", action="store_true", help="show where in the program a bug is, for a report")
    parser.add_argument("--version", action="version", version=f"factbound {__version__}")
    shells = ", ".join(completion.SHELLS)
    parser.add_argument(
        "--print-completion",
        action=completion.PrintCompletion,
        choices=completion.SHELLS,
        metavar="SHELL",
        help=f"print what completes commands in a shell: {shells}",
    )
    parser.add_argument("--no-bootstrap", action="store_true", help="use this Python as it is, without making .venv")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    build = commands.add_parser("build", help="check, build and publish the site (the default)")
    build.add_argument("--site-dir", type=_path, metavar="DIR", help="where to publish (default: site/)")
    build.add_argument(
        "--zip",
        type=_path,
        nargs="?",
        const=building.BESIDE,
        metavar="FILE",
        help="pack the site for reading offline too (default: site.zip beside it)",
    )
    build.set_defaults(run=building.build)
    check = commands.add_parser("check", help="list every problem, without building")
    check.add_argument("--translations", action="store_true", help="also those that are older than their original")
    check.set_defaults(run=proving.check)
    verify = commands.add_parser(
        "verify", help="check every reading against the archived texts, and write facts/evidence.lock"
    )
    verify.add_argument("--archive", type=_path, required=True, metavar="DIR", help="a folder of texts, named ID.txt")
    verify.add_argument("--renew", action="store_true", help="accept texts that have changed since they were verified")
    verify.set_defaults(run=proving.verify)
    coverage = commands.add_parser("coverage", help="what the archived texts print that no reading uses")
    coverage.add_argument("--archive", type=_path, required=True, metavar="DIR", help="a folder of texts, named ID.txt")
    coverage.add_argument("--yaml", action="store_true", help="as left_out entries to fill in, for facts/sources.yml")
    coverage.set_defaults(run=proving.coverage)
    _add_desk(commands)
    diff = commands.add_parser(
        "diff", help="facts added, removed and changed between two commits or two facts.json files"
    )
    diff.add_argument("old", type=_word, help="a commit, or a facts.json")
    diff.add_argument(
        "new", type=_word, nargs="?", default=".", help="a commit, or a facts.json (default: the files as they are now)"
    )
    diff.set_defaults(run=proving.diff)
    explain = commands.add_parser(
        "explain",
        help="a figure's lineage, down to paragraphs; all that an article gave; or what a problem means",
    )
    explain.add_argument("id", type=_word, help="the id of a figure or a source, or the code of a problem")
    explain.set_defaults(run=proving.explain)
    falling = commands.add_parser(
        "due", help="promises that fall due, are past their day, or were not looked at for a year"
    )
    falling.add_argument("--today", type=_day, metavar="DAY", help="another day than today, such as 2031-06-01")
    falling.set_defaults(run=due.due)
    links = commands.add_parser(
        "check-links", help="whether the sources' addresses answer and still hold the printed words"
    )
    links.add_argument("--network", action="store_true", help="ask the sources' hosts; without it nothing is done")
    _add_timeout(links)
    links.add_argument("--json", type=_path, metavar="FILE", help="write the report there too")
    links.set_defaults(run=asking.check_links)
    keep = commands.add_parser(
        "archive", help="keep an article's text in the archive, and print its entry for facts/sources.yml"
    )
    keep.add_argument("url", type=_word, metavar="URL", help="the article's address")
    keep.add_argument("--id", type=_word, metavar="ID", help="the source's id (default: from the host and the year)")
    keep.add_argument(
        "--archive",
        type=_path,
        required=True,
        metavar="DIR",
        help="a folder of texts outside the repository, named ID.txt",
    )
    _add_timeout(keep)
    keep.set_defaults(run=asking.archive)
    things = _add_new(commands.add_parser("new", help="start an edition, an entry of any kind, or a story"))
    schema = commands.add_parser(
        "schemas", help="write the JSON Schemas of the YAML files, for editors that complete and explain keys and ids"
    )
    schema.add_argument("--output", type=_path, metavar="DIR", help="where to (default: schemas/ of the edition)")
    schema.add_argument("--general", action="store_true", help="without the ids of this edition, for any")
    schema.set_defaults(run=starting.write_schemas)
    sheet = commands.add_parser(
        "sheet", help="every number with what stands behind it, for a second person's check, to print or fill in"
    )
    sheet.add_argument("--language", type=_word, metavar="CODE", help="one language (default: all of the edition)")
    sheet.add_argument("--output", type=_path, metavar="DIR", help="where to (default: sheet/ of the edition)")
    sheet.set_defaults(run=proving.sheet)
    reader = commands.add_parser("amounts", help="what the machine reads in a text: every number, and what it is worth")
    reader.add_argument("--language", type=_word, required=True, metavar="CODE", help="the text's language, such as en")
    reader.add_argument("--json", action="store_true", help="as JSON, a list for a text or for each line")
    reader.add_argument("--lines", type=_path, metavar="FILE", help="read each line of a file by itself")
    reader.add_argument(
        "file",
        type=_path,
        nargs="?",
        default=amounts.TYPED,
        metavar="FILE",
        help="a text file; - for what is typed or piped in (the default)",
    )
    reader.set_defaults(run=amounts.amounts, needs_edition=False)
    tidy = commands.add_parser("tidy", help="bring the edition's YAML into its canonical style, comments kept")
    tidy.add_argument(
        "paths",
        type=_path,
        nargs="*",
        metavar="PATH",
        help="files or folders, seen from the edition (default: facts, charts and words)",
    )
    tidy.add_argument("--check", action="store_true", help="write nothing, and list the files that are not tidy")
    tidy.set_defaults(run=tidying.tidy)
    _add_po(commands)
    serve = commands.add_parser("serve", help="preview at 127.0.0.1:8000, rebuilt on every change")
    serve.add_argument("--address", type=_address, default="127.0.0.1:8000", metavar="HOST:PORT")
    serve.add_argument(
        "--archive", type=_path, metavar="DIR", help="a folder of texts: verify what is new, with the desk beside"
    )
    serve.add_argument("--port", type=_port, default=8010, metavar="PORT", help="the desk's (default: 8010; 0 for any)")
    serve.set_defaults(run=building.serve, lasts=True)
    test = commands.add_parser("test", help="run the quick tests; further arguments go to pytest")
    speed = test.add_mutually_exclusive_group()
    speed.add_argument("--slow", action="store_true", help="those that the quick ones leave out")
    speed.add_argument("--all", action="store_true", help="all")
    test.add_argument("pytest", nargs=argparse.REMAINDER)
    test.set_defaults(run=_test, needs_edition=False)
    for each in [*commands.choices.values(), *things.choices.values()]:
        if each is not test:  # whose arguments are pytest's
            each.add_argument(
                "--project", type=_path, default=argparse.SUPPRESS, metavar="DIR", help="as before a command"
            )
    return parser


def _add_desk(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    propose = commands.add_parser("propose", help="entries for what an article prints and nothing uses")
    propose.add_argument("source", type=_word, metavar="SOURCE", help="the article, an id of sources.yml")
    propose.add_argument("--archive", type=_path, required=True, metavar="DIR", help="a folder of texts, named ID.txt")
    propose.add_argument("--yaml", action="store_true", help="as entries of YAML, to finish and to paste")
    propose.set_defaults(run=proposing.propose)
    table = commands.add_parser("desk", help="articles beside their facts, at 127.0.0.1; it writes facts into the YAML")
    table.add_argument("--archive", type=_path, required=True, metavar="DIR", help="a folder of texts, named ID.txt")
    table.add_argument("--port", type=_port, default=8010, metavar="PORT", help="(default: 8010; 0 for any)")
    table.set_defaults(run=desk.desk, lasts=True)


def _add_po(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    po = commands.add_parser("po", help="every text in a language, to a gettext file for translators and back")
    ways = po.add_subparsers(dest="way", required=True, metavar="WAY")
    out = ways.add_parser("export", help="write po/LANGUAGE.po")
    out.add_argument("language", type=_word, metavar="LANGUAGE", help="the language to translate into, such as fr")
    out.add_argument("--output", type=_path, metavar="FILE", help="where to (default: po/LANGUAGE.po of the edition)")
    out.set_defaults(run=translating.po_export)
    back = ways.add_parser("import", help="write a file's translations into the YAML")
    back.add_argument("language", type=_word, metavar="LANGUAGE", help="the language of the translations, such as fr")
    back.add_argument("file", type=_path, nargs="?", metavar="FILE", help="(default: po/LANGUAGE.po of the edition)")
    back.set_defaults(run=translating.po_import)
    for each in ways.choices.values():
        each.add_argument("--project", type=_path, default=argparse.SUPPRESS, metavar="DIR", help="as before a command")


def _add_timeout(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--timeout", type=_seconds, default=20.0, metavar="SECONDS", help="the longest wait for an answer (default: 20)"
    )


_NEW = {
    "source": ("facts/sources.yml", "gazette-2031, with the year", "an article"),
    "origin": ("facts/origins.yml", "lumen-2031", "an announcement, release or study that articles descend from"),
    "person": ("facts/people.yml", "lumen", "a person or an organisation"),
    "place": ("facts/places.yml", "ghent", "a place"),
    "measure": ("facts/measures.yml", "investment", "what is measured"),
    "unit": ("facts/units.yml", "lamps", "what is counted"),
    "fact": ("a file of facts", "lamp-factory-plan", "a claim and its readings"),
    "derived": ("facts/derived.yml", "lamp-factory-pace", "a figure worked out from others"),
    "promise": ("facts/promises.yml", "first-lamp", "what was promised, and what became of it"),
    "correction": ("facts/corrections.yml", "lamp-factory-plan, the fact's own", "what was printed wrong"),
    "chart": ("content/charts.yml", "announced", "a view of figures"),
}
"""What `new` starts: where it stands, an example of an id, and what it is."""


def _add_new(new: argparse.ArgumentParser) -> "argparse._SubParsersAction[argparse.ArgumentParser]":
    things = new.add_subparsers(dest="thing", required=True, metavar="THING")
    whole = things.add_parser("edition", help="a small edition on an invented subject, which builds")
    whole.add_argument("folder", type=_path, metavar="DIR", help="a folder that is empty or not there yet")
    whole.set_defaults(run=starting.new_edition, needs_edition=False)
    for thing, (file, example, told) in _NEW.items():
        entry = things.add_parser(thing, help=f"{told}, in {file}, to fill in")
        entry.add_argument("id", type=_word, metavar="ID", help=f"a slug, such as {example}")
        entry.set_defaults(run=starting.new_entry)
    things.choices["fact"].add_argument(
        "--file",
        type=_word,
        metavar="NAME",
        help="the file in facts/ to add it to (default: a file of its own, ID.yml)",
    )
    things.choices["source"].add_argument(
        "--archive",
        type=_path,
        metavar="DIR",
        help="where its text is, ID.txt, which tells language, title and paragraphs (default: archive/)",
    )
    story = things.add_parser("story", help="a page of content/, to write")
    story.add_argument("place", type=_word, metavar="LANGUAGE/NAME", help="such as en/harbour, or en/ports/antwerp")
    story.set_defaults(run=starting.new_story)
    return things


def _word(text: str) -> str:
    """A name that somebody typed; one that is empty is a variable that was never set."""
    if not text.strip():
        raise argparse.ArgumentTypeError("the name is empty")
    return text


def _path(text: str) -> Path:
    """A path that somebody typed; an empty one would mean the working folder."""
    if UNSEEN.search(_word(text)) or "\n" in text or "\t" in text:
        raise argparse.ArgumentTypeError("the name holds a sign that cannot be seen")
    return Path(text)


def _day(text: str) -> str:
    """A day in ISO form."""
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError as error:
        raise argparse.ArgumentTypeError(f'"{text}" is not a day, such as 2031-06-01') from error


def _port(text: str) -> int:
    if not text.strip().isdecimal() or int(text[:9]) > 65535:
        raise argparse.ArgumentTypeError(f'"{text}" is no port, from 0 to 65535')
    return int(text)


def _address(text: str) -> str:
    host, colon, port = text.rpartition(":")
    if not colon or not re.fullmatch(r"[\w.-]+", host):
        raise argparse.ArgumentTypeError(f'"{text}" is no address, such as 127.0.0.1:8000')
    return f"{host}:{_port(port)}"


def _seconds(text: str) -> float:
    seconds = float(text)
    if not 0 < seconds <= 600:
        raise argparse.ArgumentTypeError(f"{text} is not between 0 and 600 seconds")
    return seconds


COMMANDS = (
    "amounts",
    "build",
    "check",
    "verify",
    "coverage",
    "desk",
    "diff",
    "explain",
    "check-links",
    "archive",
    "new",
    "po",
    "propose",
    "schemas",
    "serve",
    "sheet",
    "test",
    "tidy",
)


_ALONE = {"-h", "--help", "--version", "--print-completion"}
"""Options that need no command."""


def _with_default(arguments: Sequence[str]) -> list[str]:
    """The arguments with `build` put in where no command is named."""
    rest = list(arguments)
    if "--debug" in rest and "test" not in rest:  # wherever it is put, as it is asked for after the command was typed
        rest = ["--debug", *(word for word in rest if word != "--debug")]
    position = 0
    while position < len(rest) and (
        rest[position] in {"--project", "--no-bootstrap", "--debug"} or rest[position].startswith("--project=")
    ):
        position += 2 if rest[position] == "--project" else 1
    named = position < len(rest) and (not rest[position].startswith("-") or rest[position].split("=")[0] in _ALONE)
    return rest if named else [*rest[:position], "build", *rest[position:]]


def _test(options: argparse.Namespace, root: Path) -> int:
    import pytest  # a dependency of the tests alone

    if os.environ.pop("PYTHONDONTWRITEBYTECODE", ""):  # or each process that a test starts compiles all of it anew
        sys.dont_write_bytecode = False
    with contextlib.redirect_stdout(bare(sys.stdout)), contextlib.redirect_stderr(bare(sys.stderr)):
        return int(pytest.main([*(options.pytest or _suite(options, root)), "--rootdir", str(root)]))


def _suite(options: argparse.Namespace, root: Path) -> list[str]:
    """What pytest is asked where nobody names a test."""
    speed = [] if options.all else ["-m", "slow" if options.slow else "not slow"]
    parallel = ["-n", str(cores() + MORE_THAN_CORES), "--dist", "loadscope"] if find_spec("xdist") else []
    ours = (root / "factbound").is_dir()  # how much of the engine an edition's own tests enter is no one's business
    measured = _measured(options) if ours and os.environ.get("CI") and find_spec("pytest_cov") else []
    return [*speed, *parallel, *measured, str(root / "tests")]


MORE_THAN_CORES = 2
"""Processes that run tests beside one for each core: many tests wait for a browser or a server."""
LEAST_COVERED = 96
"""Percent of lines and branches that all tests together must enter."""


def _measured(options: argparse.Namespace) -> list[str]:
    """What pytest is asked in CI: the quick tests begin to count what they enter, the slow ones go on and judge."""
    counted = ["--cov=factbound", "--cov-branch", *(["--cov-append"] if options.slow else [])]
    judged = ["--cov-report=term:skip-covered", f"--cov-fail-under={LEAST_COVERED}"]
    return [*counted, *(judged if options.slow or options.all else ["--cov-report="])]


def _print_problems(error: EditionError) -> None:
    """Every problem and their count; coloured on a terminal."""
    bold, red, plain = ("\033[1m", "\033[31m", "\033[0m") if coloured(sys.stderr) else ("", "", "")
    for problem in error.problems:
        print(f"{bold}{problem.where}:{plain} {problem.message} {red}[{problem.code}]{plain}", file=sys.stderr)
        if problem.hint:
            print(f"    hint: {problem.hint}", file=sys.stderr)
    print(mkdocs.count_problems(len(error.problems)), file=sys.stderr)
