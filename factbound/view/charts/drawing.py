"""Drawing: the only module that knows vl-convert, and it opens it only for a chart that is not in the cache.

That the specifications hold Vega-Lite's schema, the tests check with Altair: here it would take longer than to draw
them.
"""

import hashlib
import json
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache as remembered
from importlib.metadata import version
from pathlib import Path
from types import ModuleType

from factbound.kept import digest, kept, recall
from factbound.problems import Code, EditionError, Problem, Where
from factbound.view.charts import svg
from factbound.view.charts.forms import FORMS
from factbound.view.charts.layers import Spec
from factbound.view.charts.palette import Palette
from factbound.view.charts.raster import TOUCH, Fonts, few_colours, ico, touch_icon
from factbound.view.charts.standalone import standalone, words_apart
from factbound.view.charts.view import NARROW, WIDE, ChartView

__all__ = [
    "Drawn",
    "draw",
    "icons",
    "is_drawn",
    "key",
    "open_library",
    "paint",
    "painted",
    "png",
    "setting",
    "small",
    "standalone",
]

SMALL = 0.4
"""Pixels of a chart in small for each of its SVG's."""
SCALE = 2
"""Pixels of a PNG for each of its SVG's."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A chart as SVG at both widths, its links still without a site; `reused` when it came from the cache."""

    wide: str
    narrow: str
    reused: bool


def draw(view: ChartView, cache: Path, fonts: Path | None = None) -> Drawn:
    """The drawn chart, from the cache folder if it is there and whole. `fonts` is a folder of TrueType files."""
    made, reused = kept(
        _place(view, cache, fonts),
        lambda: json.dumps([_drawn(view, width, fonts) for width in (WIDE, NARROW)]).encode(),
    )
    wide, narrow = json.loads(made)
    return Drawn(wide, narrow, reused)


def is_drawn(view: ChartView, cache: Path, fonts: Path | None = None) -> bool:
    """Whether the cache folder has the drawn chart, whole."""
    return recall(_place(view, cache, fonts)) is not None


def _place(view: ChartView, cache: Path, fonts: Path | None) -> Path:
    return cache / f"{view.id}-{key(view, fonts)}.json"


def png(picture: str, cache: Path, fonts: Path | None = None) -> bytes:
    """A stand-alone SVG as a PNG of twice its size, from the cache folder if it is there and whole."""
    return kept(cache / f"{digest(picture, setting(fonts))}.png", lambda: painted(picture, fonts))[0]


def paint(
    view: ChartView, palette: Palette, source: str, cache: Path, fonts: Path | None, *, in_small: bool = False
) -> None:
    """A chart's PNG, and the chart in small where that is asked for, into the cache folder."""
    drawn = draw(view, cache, fonts)
    png(standalone(view, drawn.wide, palette, source), cache, fonts)
    if in_small:
        small(view, drawn, palette, cache, fonts)


def small(view: ChartView, drawn: Drawn, palette: Palette, cache: Path, fonts: Path | None = None) -> bytes:
    """A chart in small, as a PNG: its marks without any words, for a list of charts. It is kept in the cache folder."""
    bare, _, _ = words_apart(standalone(replace(view, title="", lead=""), drawn.wide, palette))
    place = cache / f"{digest(bare, setting(fonts))}.png"
    return kept(place, lambda: few_colours(_library(fonts).svg_to_png(bare, scale=SMALL)))[0]


def icons(icon: str, paper: str, cache: Path) -> dict[str, Callable[[], bytes]]:
    """The site's icon, an SVG, in the forms of those who know no SVG: what makes each, by its path. Each is kept in the
    cache folder."""

    def pixels() -> bytes:
        try:
            png: bytes = _library(None).svg_to_png(icon, scale=TOUCH / _side(icon))
        except (ValueError, RuntimeError) as error:
            where = Where("templates/assets/favicon.svg")
            raise EditionError([Problem(where, "this is no SVG that can be drawn", Code.BAD_TEMPLATE)]) from error
        return png

    def made(name: str, make: Callable[[], bytes]) -> Callable[[], bytes]:
        return lambda: kept(cache / f"{digest(name, icon, paper, setting(None))}.icon", make)[0]

    return {
        "favicon.ico": made("favicon.ico", lambda: ico(pixels())),
        "apple-touch-icon.png": made("apple-touch-icon.png", lambda: touch_icon(pixels(), paper)),
    }


def _side(icon: str) -> float:
    """How wide an SVG is by itself, in pixels."""
    head = icon[: icon.index(">", icon.index("<svg"))]
    if found := re.search(r"\bwidth=[\"']([\d.]+)(?:px)?[\"']", head):
        return float(found[1])
    found = re.search(r"\bviewBox=[\"']\s*[-\d.]+[\s,]+[-\d.]+[\s,]+([\d.]+)", head)
    return float(found[1]) if found else 100.0


def painted(picture: str, fonts: Path | None = None) -> bytes:
    """A stand-alone SVG as a PNG of twice its size, painted now; its words by letters drawn once, where the fonts have
    all of them: the library opens a font's file anew for every letter."""
    library = _library(fonts)
    bare, lines, family = words_apart(picture)
    kit = Fonts(fonts, family) if fonts else None
    if kit is None or not all(map(kit.can_set, lines)):
        return few_colours(library.svg_to_png(picture, scale=SCALE))
    return few_colours(library.svg_to_png(bare, scale=SCALE), lines, kit, SCALE)


def key(view: ChartView, fonts: Path | None = None) -> str:
    """What the drawing depends on, as a digest: the view, the libraries, the fonts and this package's own code."""
    return digest(repr(view), setting(fonts))


def setting(fonts: Path | None) -> str:
    """The digest of everything that a picture depends on but what it shows: the fonts, the libraries, this code."""
    faces = sorted(fonts.glob("*.ttf")) if fonts else []
    return _settings(tuple((str(face), face.stat().st_mtime_ns) for face in faces))


@remembered
def _settings(faces: tuple[tuple[str, int], ...]) -> str:
    """The digest of the libraries, the code and these font files; asked for with every chart, so remembered."""
    digests = [Path(face).name + hashlib.sha256(Path(face).read_bytes()).hexdigest() for face, _ in faces]
    return digest(version("vl-convert-python"), version("pillow"), _code(), *digests)


@remembered
def _code() -> str:
    """The digest of the code and tables that draw."""
    here = Path(__file__).parent
    files = sorted([*here.glob("*.py"), *here.glob("*.json")])
    return digest(*(path.read_text(encoding="utf-8") for path in files))


def _drawn(view: ChartView, width: int, fonts: Path | None) -> str:
    """The SVG of a view at a width, drawn now."""
    spec, words = _numbered(FORMS[view.form].spec(view, width))
    size = "wide" if width == WIDE else "narrow"
    drawn = _library(fonts).vegalite_to_svg(spec, allowed_base_urls=[])
    return svg.finished(drawn, f"{view.id}-{size}", view.title, view.alt, size, words)


def _numbered(spec: Spec) -> tuple[Spec, list[str]]:
    """The specification with a number for each of its words, and the words: nothing depends on how wide they are, and
    the library opens a font's file for every letter that it measures, which takes longer than the rest of a drawing."""
    words: list[str] = []
    layers = []
    for layer in spec["layer"]:
        values = layer["data"]["values"]
        if layer["mark"]["type"] == "text":
            values = [{**value, "text": str(len(words) + n)} for n, value in enumerate(values)]
            words += [value["text"] for value in layer["data"]["values"]]
        layers.append({**layer, "data": {"values": values}})
    return {**spec, "layer": layers}, words


def open_library() -> None:
    """Have the library ready: its first drawing takes as long as twenty others."""
    _library(None).vegalite_to_svg({"data": {"values": []}, "mark": "point"}, allowed_base_urls=[])


@remembered
def _library(fonts: Path | None) -> ModuleType:
    """vl-convert, knowing the fonts."""
    import vl_convert

    if fonts:
        vl_convert.register_font_directory(str(fonts))
    return vl_convert
