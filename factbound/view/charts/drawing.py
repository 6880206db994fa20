"""Drawing: the only module that knows altair and vl-convert, and it opens them only for a chart that is not in the cache."""

import hashlib
import json
import os
import tempfile
from collections.abc import Callable
from dataclasses import asdict, dataclass
from functools import cache as remembered
from importlib.metadata import version
from pathlib import Path
from types import ModuleType
from typing import Any

from factbound.view.charts import areas, bars, columns, multiples, parts, slope, svg, timeline
from factbound.view.charts import map as maps
from factbound.view.charts import range as ranges
from factbound.view.charts.raster import few_colours
from factbound.view.charts.standalone import standalone
from factbound.view.charts.view import NARROW, WIDE, ChartView

__all__ = ["Drawn", "draw", "key", "png", "standalone"]

FORMS: dict[str, ModuleType] = {
    "bars": bars, "columns": columns, "range": ranges, "timeline": timeline, "areas": areas, "slope": slope, "parts": parts, "multiples": multiples,
    "map": maps,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Drawn:
    """A chart as SVG at both widths, its links still without a site; `reused` when it came from the cache."""

    wide: str
    narrow: str
    reused: bool


def draw(view: ChartView, cache: Path, fonts: Path | None = None) -> Drawn:
    """The drawn chart, from the cache folder if it is there and whole. `fonts` is a folder of TrueType files."""
    made, reused = _kept(
        cache / f"{view.id}-{key(view, fonts)}.json",
        lambda: json.dumps([_drawn(view, width, fonts) for width in (WIDE, NARROW)]).encode(),
    )
    wide, narrow = json.loads(made)
    return Drawn(wide, narrow, reused)


def png(picture: str, cache: Path, fonts: Path | None = None) -> bytes:
    """A stand-alone SVG as a PNG of twice its size, from the cache folder if it is there and whole."""
    name = _digest(picture, _setting(fonts))
    return _kept(cache / f"{name}.png", lambda: few_colours(_library(fonts).svg_to_png(picture, scale=2)))[0]


def key(view: ChartView, fonts: Path | None = None) -> str:
    """What the drawing depends on, as a digest: the view, the libraries, the fonts and this package's own code."""
    return _digest(json.dumps(asdict(view), sort_keys=True), _setting(fonts))


def _setting(fonts: Path | None) -> str:
    """The digest of everything but the view."""
    faces = sorted(fonts.glob("*.ttf")) if fonts else []
    return _settings(tuple((str(face), face.stat().st_mtime_ns) for face in faces))


@remembered
def _settings(faces: tuple[tuple[str, int], ...]) -> str:
    """The digest of the libraries, the code and these font files; asked for with every chart, so remembered."""
    digests = [Path(face).name + hashlib.sha256(Path(face).read_bytes()).hexdigest() for face, _ in faces]
    return _digest(version("altair"), version("vl-convert-python"), _code(), *digests)


@remembered
def _code() -> str:
    """The digest of the code and tables that draw."""
    here = Path(__file__).parent
    files = sorted([*here.glob("*.py"), *here.glob("*.json")])
    return _digest(*(path.read_text(encoding="utf-8") for path in files))


def _digest(*parts: str) -> str:
    """A short digest of texts."""
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:32]


def _kept(path: Path, make: Callable[[], bytes]) -> tuple[bytes, bool]:
    """A file of the cache, made when it is missing or damaged, and whether it was there. It begins with its own digest."""
    try:
        digest, _, content = path.read_bytes().partition(b"\n")
        if hashlib.sha256(content).hexdigest().encode() == digest:
            return content, True
    except FileNotFoundError:
        pass
    content = make()
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".new-")
    with os.fdopen(handle, "wb") as file:
        file.write(hashlib.sha256(content).hexdigest().encode() + b"\n" + content)
    Path(temporary).replace(path)
    return content, False


def _drawn(view: ChartView, width: int, fonts: Path | None) -> str:
    """The SVG of a view at a width, drawn now."""
    from altair import LayerChart  # a third of a second, paid only here

    spec: dict[str, Any] = FORMS[view.form].spec(view, width)
    LayerChart.validate(spec)
    size = "wide" if width == WIDE else "narrow"
    return svg.finished(
        _library(fonts).vegalite_to_svg(spec, allowed_base_urls=[]), f"{view.id}-{size}", view.title, view.alt, size
    )


@remembered
def _library(fonts: Path | None) -> ModuleType:
    """vl-convert, knowing the fonts."""
    import vl_convert

    if fonts:
        vl_convert.register_font_directory(str(fonts))
    return vl_convert
