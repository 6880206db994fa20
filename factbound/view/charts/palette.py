"""The palette: what a picture that leaves the site takes along of its style sheet: its light colours and its letters.

Each is declared once, in style.css, and read from there: custom properties of `:root` are colours, the first family of
`--sans` sets numbers and charts, and its `@font-face` names the file. A colour that SVG does not know (`oklch(…)`) is
no colour here: its marks are drawn in ink.
"""

import re
from base64 import b64encode
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

PLAIN: Mapping[str, str] = {
    "paper": "#ffffff",
    "ink": "#1c1b19",
    "muted": "#5b5750",
    "hair": "#dddddd",
    "accent": "#7a2233",
}
"""The colours that every picture needs, for a style sheet that does not say."""

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_ROOT = re.compile(r"(?:^|,)\s*(?::root|html)\s*(?:,|$)")
_DECLARED = re.compile(r"--([a-z][a-z0-9-]*)\s*:\s*([^;]+)")
_VARIABLE = re.compile(r"var\(\s*--([a-z0-9-]+)\s*\)")
_PAINT = re.compile(r"#[0-9a-fA-F]{3,8}|(?:rgb|hsl)a?\([^()]*\)|[a-z]+")
_FAMILY = re.compile(r"font-family\s*:\s*([^;]+)")
_WEIGHT = re.compile(r"font-weight\s*:\s*([^;]+)")
_FILE = re.compile(r"url\(\s*[\"']?([^\"')]+\.woff2)[\"']?\s*\)")
GENERIC = frozenset({"serif", "sans-serif", "monospace", "system-ui", "ui-serif", "ui-sans-serif", "ui-rounded"})
"""Families that name no font."""


@dataclass(frozen=True, slots=True)
class Palette:
    """Light colours by name, the family that sets charts (empty where none is named), and the rule that brings its file
    along."""

    colours: Mapping[str, str] = field(default_factory=lambda: PLAIN)
    family: str = ""
    face: str = field(default="", repr=False)
    files: tuple[str, ...] = ()
    """The files of the fonts that text and numbers are set in, as far as they are ours, for pages to ask for early."""

    @property
    def families(self) -> str:
        """The families to set a picture in, the edition's before any other."""
        return f"{self.family}, sans-serif" if self.family else "sans-serif"


def palette(style: str, files: Mapping[str, bytes]) -> Palette:
    """What a style sheet declares. `files` are the fonts that it may name, by their address in it.

    >>> palette(":root { --tram: light-dark(#00695c, #4db6ac) }", {}).colours["tram"]
    '#00695c'
    """
    rules = list(_rules(_COMMENT.sub("", style)))
    declared = {
        name: value.strip()
        for selector, body in rules
        if _ROOT.search(selector)
        for name, value in _DECLARED.findall(body)
    }
    paints = {name: paint for name in declared if (paint := _paint(declared[name], declared))}
    family, reading = (_family(declared.get(name, "")) for name in ("sans", "serif"))
    faces = {
        (name[1].strip(" \"'"), file[1]): body
        for selector, body in rules
        if selector == "@font-face" and (name := _FAMILY.search(body)) and (file := _FILE.search(body))
    }
    ours = [key for key in faces if key[1] in files]
    face = next((_face(family, faces[key], files[key[1]]) for key in ours if key[0] == family), "")
    return Palette({**PLAIN, **paints}, family, face, _files(ours, reading, family))


def _files(ours: Iterable[tuple[str, str]], *families: str) -> tuple[str, ...]:
    """The first file of each family."""
    found = dict(reversed(list(ours)))
    return tuple(dict.fromkeys(found[family] for family in families if family in found))


def _rules(style: str) -> Iterator[tuple[str, str]]:
    """The rules that always hold, as selector and declarations; those inside @media and the like do not."""
    start = depth = 0
    selector = ""
    for place, sign in enumerate(style):
        if sign == "{":
            if depth == 0:
                selector, start = style[start:place].rsplit(";", 1)[-1].strip(), place + 1
            depth += 1
        elif sign == "}":
            depth -= 1
            if depth == 0:
                if "{" not in style[start:place]:
                    yield selector, style[start:place]
                start = place + 1


def _paint(value: str, declared: Mapping[str, str], deep: int = 0) -> str:
    """The colour that a value is in the light, as SVG writes it; empty when it is none."""
    if value.startswith("light-dark("):
        value = _first(value.removeprefix("light-dark("))
    if (variable := _VARIABLE.fullmatch(value)) and deep < len(declared):
        return _paint(declared.get(variable[1], ""), declared, deep + 1)
    return value if _PAINT.fullmatch(value) else ""


def _first(arguments: str) -> str:
    """The first of some arguments, which may have arguments of their own."""
    depth = 0
    for place, sign in enumerate(arguments):
        if sign == "," and depth == 0:
            return arguments[:place].strip()
        depth += (sign == "(") - (sign == ")")
    return arguments.strip()


def _family(families: str) -> str:
    """The first of some families; empty when it names no font."""
    name = families.split(",", maxsplit=1)[0].strip(" \"'")
    return "" if name in GENERIC or not re.fullmatch(r"[\w -]+", name) else name


def _face(family: str, body: str, data: bytes) -> str:
    """The rule of a font with its file written into it."""
    weight = _WEIGHT.search(body)
    weights = f"font-weight:{weight[1].strip()};" if weight else ""
    file = b64encode(data).decode()
    return f'@font-face{{font-family:"{family}";{weights}src:url(data:font/woff2;base64,{file}) format("woff2")}}'
