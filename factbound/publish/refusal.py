"""What a preview shows in place of a page while its edition does not hold: every problem with its place, the lines
around it, and how to mend it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from factbound.problems import Problem

PAGE = Path(__file__).parent / "page"
LONGEST = 400
"""As many characters of a line as are shown; a whole paragraph of prose may be one line."""
_WORD = re.compile(r"\[\[[^\]\n]*\]\]|\S+?(?=[.,;:!?)]*(?:\s|$))")
"""What is marked: the mention or the word that stands at the place."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a file; `marked` is what the problem is about, where it stands in this one."""

    number: int
    before: str
    marked: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class ProblemView:
    """A problem as it is shown."""

    place: str
    message: str
    code: str
    hint: str
    lines: tuple[Line, ...]


def refusal(problems: Sequence[Problem], root: Path, first: Sequence[str] = ()) -> bytes:
    """The page of problems; those in the files `first`, which the page that was asked for is made from, lead."""
    count = len(problems)
    title = f"{count} problem{'' if count == 1 else 's'}"
    ordered = sorted(problems, key=lambda problem: problem.where.path not in first)
    return _template().render(title=title, problems=[_viewed(each, root) for each in ordered]).encode()


def files_of(path: str, content: str) -> tuple[str, str]:
    """The stories that may stand behind an address of the site, by their path in the edition.

    >>> files_of("en/notes/", "content")
    ('content/en/notes.md', 'content/en/notes/index.md')
    """
    plain = path.strip("/").removesuffix("/index.html")
    return f"{content}/{plain}.md", f"{content}/{plain}/index.md"


@cache
def _template() -> Template:
    env = Environment(
        loader=FileSystemLoader(PAGE),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        keep_trailing_newline=True,
    )
    return env.get_template("problems.html")


def _viewed(problem: Problem, root: Path) -> ProblemView:
    lines = tuple(_lines(root / problem.where.path, problem.where.line, problem.where.column))
    return ProblemView(str(problem.where), problem.message, problem.code, problem.hint or "", lines)


def _lines(path: Path, number: int, column: int) -> Iterator[Line]:
    """The line of a problem, and the one before it and after it."""
    try:
        text = path.read_text("utf-8-sig", "replace").splitlines() if path.is_file() else []
    except OSError:
        return
    for each in range(max(1, number - 1), min(len(text), number + 1) + 1):
        line = text[each - 1]
        if each != number:
            yield Line(each, line if len(line) <= LONGEST else f"{line[:LONGEST]}…")
            continue
        start = max(0, column - LONGEST // 2)
        found = _WORD.match(line, column - 1)
        end = found.end() if found else column - 1
        after = line[end : start + LONGEST]
        rest = "…" if end + len(after) < len(line) else ""
        yield Line(each, ("…" if start else "") + line[start : column - 1], line[column - 1 : end], after + rest)
