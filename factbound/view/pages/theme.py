"""The theme: templates that show and assets that are published under fingerprinted names."""

import hashlib
import re
import traceback
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from jinja2 import (
    BytecodeCache,
    ChoiceLoader,
    Environment,
    FileSystemLoader,
    StrictUndefined,
    TemplateError,
    TemplateNotFound,
)
from jinja2.bccache import Bucket
from jinja2.ext import Extension
from markupsafe import Markup

from factbound.kept import keep, recall
from factbound.problems import Code, EditionError, Problem, Where
from factbound.view.charts.palette import Palette, palette

ENGINE = Path(__file__).parent.parent.parent / "templates"
HOSTED = ENGINE / "host"
"""Templates for pages inside another site's theme, in place of those of the same name."""
ENGINES = "!"
"""What stands before the name of a template that shall be the engine's: `{% extends "!base.html" %}`."""
PREFIX = "fb-"
"""What our classes start with in another site's theme."""
_EXTENDS = re.compile(r"\{%-?\s*extends\s+[\"']([^\"']+)[\"']")
_MISSING = re.compile(r"'[\w.]+ object' has no (?:attribute|element) '?(\w+)'?")
_CLASS = re.compile(r"\b(?:[a-z_]+\.)+([A-Z]\w+)")
_CLASSES = re.compile(r'(?<=class=")[^"]*(?=")')
_WORD = re.compile(r"\{%.*?%\}|\{\{.*?\}\}[^\s{]*|(?<![^\s}])(?=[a-z])")
"""In a list of classes: what the template language says, which stays, or the start of a class."""
LOOK = "look.css"
"""The asset that sets an edition's own colours and fonts after the style sheet."""
PUBLISHED = {".css", ".js", ".woff2", ".svg", ".png", ".ico", ".txt", ".webmanifest"}
"""Suffixes of assets that go to the site; others, such as the drawing library's fonts, stay."""


@dataclass(frozen=True, slots=True)
class Asset:
    """A file of the theme: the name templates use, the path it is published under, and its bytes."""

    name: str
    path: str
    data: bytes = field(repr=False)


def environment(templates: Path, cache: Path | None = None) -> Environment:
    """The template environment: the edition's templates before the engine's, everything escaped, nothing undefined."""
    env = Environment(
        loader=ChoiceLoader([FileSystemLoader(templates), FileSystemLoader(ENGINE), _Engines(ENGINE)]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        bytecode_cache=_Compiled(cache) if cache else None,
        auto_reload=False,  # each build has an environment of its own, and no template changes in the midst of it
    )
    env.filters["capitalize_first"] = lambda words: words[:1].upper() + words[1:]
    env.filters["foreign"] = foreign
    env.filters["marked"] = lambda words: getattr(words, "marked", words)
    env.filters["breakable"] = lambda words: words.replace("\u00a0", " ")
    return env


def foreign(words: str, part: str, language: str) -> Markup:
    """Words with a part of them marked as being in another language.

    >>> foreign("hedged: “devrait”", "devrait", "fr")
    Markup('hedged: “<span lang="fr">devrait</span>”')
    """
    before, found, after = words.partition(part)
    marked = Markup('<span lang="{}">{}</span>').format(language, found) if found else Markup()
    return Markup("{}{}{}").format(before, marked, after)


class _Compiled(BytecodeCache):
    """Compiled templates, kept by name; one that was damaged is compiled again."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def load_bytecode(self, bucket: Bucket) -> None:
        if (compiled := recall(self.folder / bucket.key)) is not None:
            bucket.bytecode_from_string(compiled)

    def dump_bytecode(self, bucket: Bucket) -> None:
        keep(self.folder / bucket.key, bucket.bytecode_to_string())


class _Engines(FileSystemLoader):
    """Finds the engine's own template where an edition's has taken its name: `!base.html`."""

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        if not template.startswith(ENGINES):
            raise TemplateNotFound(template)
        return super().get_source(environment, template.removeprefix(ENGINES))


def circles(templates: Path) -> Iterator[Problem]:
    """The templates of an edition that extend themselves, by way of others or at once, which no page could end."""
    for path in sorted(path for path in templates.rglob("*.html") if path.is_file()):
        name = path.relative_to(templates).as_posix()
        way, line = _extended(path)
        seen = {path}
        while way:
            engines = way.startswith(ENGINES)
            file = (
                templates / way if not engines and (templates / way).is_file() else ENGINE / way.removeprefix(ENGINES)
            )
            if file == path:
                hint = f'to extend the engine\'s template of this name, write {{% extends "{ENGINES}{name}" %}}'
                message = "the template extends itself"
                yield Problem(Where(f"templates/{name}", line), message, Code.BAD_TEMPLATE, hint)
            if file in seen or not file.is_file():
                break
            seen.add(file)
            way, _ = _extended(file)


def _extended(path: Path) -> tuple[str, int]:
    """The template that a template extends, and on which line; empty where it extends none."""
    text = path.read_text("utf-8", "replace")
    found = _EXTENDS.search(text)
    return (found[1], text.count("\n", 0, found.start()) + 1) if found else ("", 1)


def hosted_environment(cache: Path) -> Environment:
    """The template environment for pages that stand in another site's theme: only what is inside a page, its classes
    marked as ours."""
    env = environment(HOSTED, cache)
    env.add_extension(_OwnClasses)
    return env


class _OwnClasses(Extension):
    """Gives each class in a template our prefix, so that it means nothing to the style sheets of another theme
    (Bootstrap's .card, .table)."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        return _CLASSES.sub(lambda classes: _WORD.sub(lambda word: word[0] or PREFIX, classes[0]), source)


def render(env: Environment, name: str, **values: object) -> str:
    """The template with these values; EditionError with the template's place when it is wrong."""
    with template_errors(name):
        return env.get_template(name).render(**values)


@contextmanager
def template_errors(name: str) -> Iterator[None]:
    """EditionError for whatever goes wrong in the template `name` and in those that it uses; our own errors pass."""
    try:
        yield
    except EditionError:
        raise
    except Exception as error:
        if not _of_a_template(error):
            raise
        raise EditionError([_template_problem(error, name)]) from error


def _of_a_template(error: Exception) -> bool:
    """Whether a template is to blame: the engine of templates says so, or it happened in one."""
    files = [frame.f_code.co_filename for frame, _ in traceback.walk_tb(error.__traceback__)]
    rendered = any(file.endswith((".html", ".xml")) for file in files)
    last = next((file for file in reversed(files) if "jinja2" not in file and "markupsafe" not in file), "")
    return (
        isinstance(error, TemplateError)
        or (rendered and (last.endswith((".html", ".xml")) or isinstance(error, RecursionError)))
        or (isinstance(error, UnicodeDecodeError) and any(file.endswith("loaders.py") for file in files))
    )


def _template_problem(error: Exception, name: str) -> Problem:
    """What is wrong with a template, and where."""
    line = getattr(error, "lineno", None) or 1
    for frame, number in traceback.walk_tb(error.__traceback__):
        if frame.f_code.co_filename.endswith((".html", ".xml")):
            name, line = Path(frame.f_code.co_filename).name, number
    where = Where(f"templates/{getattr(error, 'name', None) or name}", line)
    return Problem(
        where,
        f"the template does not work: {_reason(error)}",
        Code.BAD_TEMPLATE,
        "templates show views and decide nothing; see factbound/templates/",
    )


def _reason(error: Exception) -> str:
    match error:
        case TemplateError():
            return _in_templates_words(error.message or type(error).__name__)
        case RecursionError():
            return "it uses or extends itself without end"
        case UnicodeDecodeError():
            return "it, or one that it uses, is not UTF-8"
        case _:
            return f"{type(error).__name__}: {error}"


def _in_templates_words(message: str) -> str:
    """What Jinja says, without the names of Python's classes, which no editor knows.

    >>> _in_templates_words("'factbound.view.pages.fact.FactView object' has no attribute 'titel'")
    'there is nothing called "titel" here'
    """
    if missing := _MISSING.fullmatch(message):
        return f'there is nothing called "{missing[1]}" here'
    return _CLASS.sub(r"\1", message)


def assets(templates: Path) -> tuple[Asset, ...]:
    """The assets to publish, the edition's in place of the engine's; stylesheets point at the fingerprinted names of
    the others. An edition's look.css stands at the end of style.css, so that a page asks for one file."""
    found: dict[str, bytes] = {}
    for folder in (ENGINE / "assets", templates / "assets"):
        for path in sorted(folder.rglob("*")) if folder.is_dir() else []:
            if path.is_file() and path.suffix in PUBLISHED:
                found[path.relative_to(folder).as_posix()] = path.read_bytes()
    if look := found.pop(LOOK, b""):
        found["style.css"] += b"\n" + look
    plain = {
        name: Asset(name, _fingerprinted(name, data), data) for name, data in found.items() if not name.endswith(".css")
    }
    styles = {name: _stylesheet(name, data, plain) for name, data in found.items() if name.endswith(".css")}
    return tuple((plain | styles)[name] for name in sorted(found))


def fonts(templates: Path) -> Path:
    """The fonts that pictures are drawn with: the edition's own where it has TrueType files, else the engine's."""
    own = templates / "assets" / "fonts"
    return own if any(own.glob("*.ttf")) else ENGINE / "assets" / "fonts"


def palette_of(assets: Iterable[Asset]) -> Palette:
    """The colours and letters that the published style sheet declares."""
    files = {asset.path.removeprefix("assets/"): asset.data for asset in assets}
    style = next(asset for asset in assets if asset.name == "style.css")
    return palette(style.data.decode(), files)


_SPARE = re.compile(r"""("(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')|/\*.*?\*/\s*|\s*([{}])\s*""", re.DOTALL)
"""What a style sheet is as good without: comments, and space around braces. Strings are found so that they stay."""


def _stylesheet(name: str, data: bytes, others: Mapping[str, Asset]) -> Asset:
    def address(match: re.Match[str]) -> str:
        asset = others.get(match[1])
        return f"url({asset.path.removeprefix('assets/')})" if asset else match[0]

    text = re.sub(r"url\([\"']?([^)\"']+)[\"']?\)", address, _SPARE.sub(r"\1\2", data.decode())).encode()
    return Asset(name, _fingerprinted(name, text), text)


def _fingerprinted(name: str, data: bytes) -> str:
    stem, dot, suffix = name.rpartition(".")
    return f"assets/{stem}.{hashlib.sha256(data).hexdigest()[:10]}{dot}{suffix}"
