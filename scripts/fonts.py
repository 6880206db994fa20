"""Makes the fonts of factbound/templates/assets/fonts/ and the table of advances from the npm packages.

    npm install @fontsource-variable/source-serif-4 @fontsource-variable/source-sans-3
    python scripts/fonts.py DIR          # DIR: node_modules/@fontsource-variable

Needs fontTools and brotli, which the generator itself does not. It makes

- serif.woff2 and sans.woff2: variable in weight, cut down to what English, French and Dutch print;
- sans-400.ttf and sans-600.ttf: what the drawing library reads, which knows neither WOFF2 nor axes;
- OFL.txt: the licence, which asks that changed fonts drop the reserved name "Source": hence Factbound;
- factbound/view/charts/advances.json: the width of each character, by which charts wrap their words.
"""

import json
import sys
from collections.abc import Iterable
from copy import deepcopy
from io import BytesIO
from itertools import pairwise
from math import hypot
from pathlib import Path

from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._g_l_y_f import Glyph, GlyphComponent
from fontTools.ttLib.tables.TupleVariation import TupleVariation
from fontTools.varLib.instancer import instantiateVariableFont

ROOT = Path(__file__).resolve().parent.parent
FONTS = ROOT / "factbound" / "templates" / "assets" / "fonts"
ADVANCES = ROOT / "factbound" / "view" / "charts" / "advances.json"

LATIN = {*range(0x20, 0x7F), *range(0xA0, 0x100)} - {0xAD} - set(map(ord, "¤¦¬¯¹¸þÞðÐýÝ¡¿¼¾"))
"""Basic Latin and Latin-1, without what only other languages write."""
EXTRA = set(map(ord, "ŒœŸ‘’“”–—…€•−\u2009"))
ALIASES = {0x202F: 0x2009, 0x2011: 0x2D}
"""The narrow no-break space is as wide as a thin one, the non-breaking hyphen looks like a hyphen."""

Point = tuple[float, float]


def main(packages: Path) -> None:
    """Makes every file."""
    latin = "{0}/files/{0}-latin-wght-normal.woff2"
    FONTS.mkdir(parents=True, exist_ok=True)
    serif = _variable(
        packages / latin.format("source-serif-4"), "Factbound Serif", (400, 700), (66, 120), ["kern", "liga"]
    )
    _save(serif, FONTS / "serif.woff2", "woff2")
    sans = _variable(
        packages / latin.format("source-sans-3"), "Factbound Sans", (300, 700), (48, 120), ["kern", "liga", "pnum"]
    )
    _save(sans, FONTS / "sans.woff2", "woff2")
    advances = {}
    for weight, style in ((400, "Regular"), (600, "SemiBold")):
        static = _static(sans, weight, style)
        _save(static, FONTS / f"sans-{weight}.ttf", None)
        metrics, units = static["hmtx"].metrics, static["head"].unitsPerEm
        advances[str(weight)] = {
            chr(code): round(metrics[name][0] * 1000 / units) for code, name in sorted(static.getBestCmap().items())
        }
    ADVANCES.write_text(
        json.dumps(advances, ensure_ascii=True, separators=(",", ":"), sort_keys=True) + "\n", encoding="utf-8"
    )
    (FONTS / "OFL.txt").write_text(_licence(packages), encoding="utf-8")


def _variable(path: Path, family: str, weights: tuple[int, int], stems: tuple[int, int], features: list[str]) -> TTFont:
    """A font with fewer characters and weights, a new name, and the symbols that the package lacks, of the given stem
    widths."""
    font = TTFont(path)
    dropped = ["MVAR", "STAT", "BASE", "meta"]
    options = Options(
        layout_features=features, name_IDs=[0, 1, 2, 4, 6, 14], hinting=False, notdef_outline=True, drop_tables=dropped
    )
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=LATIN | EXTRA)
    subsetter.subset(font)
    font = instantiateVariableFont(font, {"wght": weights}, updateFontNames=False)
    _draw_symbols(font, stems)
    _rename(font, family, "Regular")
    return font


def _static(variable: TTFont, weight: int, style: str) -> TTFont:
    """One weight of a variable font."""
    font = instantiateVariableFont(deepcopy(variable), {"wght": weight})
    font["OS/2"].usWeightClass = weight
    _rename(font, "Factbound Sans", style)
    return font


def _rename(font: TTFont, family: str, style: str) -> None:
    """Replaces every name but the copyright and the licence."""
    names = font["name"]
    kept = {0: names.getDebugName(0), 14: names.getDebugName(14)}
    names.names = []
    legacy = family if style == "Regular" else f"{family} {style}"
    texts = kept | {
        1: legacy,
        2: "Regular",
        4: f"{family} {style}",
        5: "Version 1.0",
        6: f"{family.replace(' ', '')}-{style}",
    }
    texts |= {} if style == "Regular" else {16: family, 17: style}
    for number, text in sorted(texts.items()):
        names.setName(text, number, 3, 1, 0x409)


def _draw_symbols(font: TTFont, stems: tuple[int, int]) -> None:
    """Adds Ÿ, arrows and relations, made from the font's own parts or drawn with its stems at its two ends of
    weight."""
    cmap = font.getBestCmap()
    for code, like in ALIASES.items():
        _map(font, code, cmap[like])
    del font["HVAR"]  # widths then vary by the glyphs' own phantom points, which added glyphs have too
    width = font["hmtx"][cmap[ord("=")]][0]
    minus, tilde = cmap[0x2212], cmap[ord("~")]
    _compose(font, 0x2248, [(tilde, 0, 95), (tilde, 0, -95)])
    _compose(font, 0x2265, [(cmap[ord(">")], 0, 60), (minus, 0, -270)])
    _compose(font, 0x2264, [(cmap[ord("<")], 0, 60), (minus, 0, -270)])
    if 0x178 not in cmap:
        space = font["hmtx"][cmap[ord("Y")]][0] - font["hmtx"][cmap[0xA8]][0]
        _compose(font, 0x178, [(cmap[ord("Y")], 0, 0), (cmap[0xA8], space // 2, 155)])
    middle, left, right = 300, 60, 2 * width - 260
    head = 190
    tip: list[Point] = [(right - head, middle + head), (right, middle), (right - head, middle - head)]
    _stroke(font, 0x2192, stems, right + 60, [[(left, middle), (right - 20, middle)], tip])
    _stroke(font, 0x2197, stems, 620, [[(90, 60), (520, 490)], [(200, 510), (530, 510), (530, 180)]])
    arc = [
        (560 + 150 * x, 350 + 150 * y)
        for x, y in ((0, 1), (0.5, 0.87), (0.87, 0.5), (1, 0), (0.87, -0.5), (0.5, -0.87), (0, -1))
    ]
    _stroke(font, 0x21A9, stems, 800, [[(300, 500), *arc, (100, 200)], [(260, 360), (95, 200), (260, 40)]])


def _map(font: TTFont, code: int, name: str) -> None:
    """Lets a character be shown by a glyph."""
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap[code] = name


def _compose(font: TTFont, code: int, parts: list[tuple[str, int, int]]) -> None:
    """Adds a glyph made of others, each moved; it is as wide as the first, and varies with it."""
    glyph = Glyph()
    glyph.numberOfContours = -1
    glyph.components = []
    for name, x, y in parts:
        component = GlyphComponent()
        component.glyphName, component.x, component.y, component.flags = (
            name,
            x,
            y,
            0x0004 | (0x0200 if name == parts[0][0] and not y else 0),
        )
        glyph.components.append(component)
    first = parts[0][0]
    phantoms = [
        TupleVariation(each.axes, [*[(0, 0)] * len(parts), *each.coordinates[-4:]])
        for each in font["gvar"].variations[first]
    ]
    for each in phantoms:
        each.coordinates = [point or (0, 0) for point in each.coordinates]
    _add(font, code, glyph, font["hmtx"][first][0], phantoms)


def _stroke(font: TTFont, code: int, stems: tuple[int, int], width: int, lines: list[list[Point]]) -> None:
    """Adds a glyph of straight strokes, as thick as the stems of the lightest and the boldest weight."""
    light, bold = ([point for line in lines for point in _outline(line, stem / 2)] for stem in stems)
    pen = TTGlyphPen(None)
    position = 0
    for line in lines:
        contour = light[position : position + 2 * len(line)]
        position += len(contour)
        pen.moveTo(contour[0])
        for point in contour[1:]:
            pen.lineTo(point)
        pen.closePath()
    moves: list[tuple[int, int]] = [(b[0] - a[0], b[1] - a[1]) for a, b in zip(light, bold, strict=True)]
    glyph = pen.glyph()
    glyph.flags[0] |= 0x40  # strokes overlap
    _add(font, code, glyph, width, [TupleVariation({"wght": (0, 1.0, 1.0)}, [*moves, *[(0, 0)] * 4])])


def _outline(line: list[Point], half: float) -> list[tuple[int, int]]:
    """The outline of a bent stroke, clockwise, its corners mitred."""

    def side(points: list[Point]) -> Iterable[tuple[int, int]]:
        steps = [(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(points)]
        normals = [(y / hypot(x, y), -x / hypot(x, y)) for x, y in steps]
        for point, before, after in zip(points, [normals[0], *normals], [*normals, normals[-1]], strict=True):
            x, y = before[0] + after[0], before[1] + after[1]
            reach = 2 * half / (x * x + y * y)
            yield round(point[0] - x * reach), round(point[1] - y * reach)

    return [*side(line), *side(line[::-1])]


def _add(font: TTFont, code: int, glyph: Glyph, width: int, variations: list[TupleVariation]) -> None:
    """Puts a new glyph into every table that counts glyphs."""
    name = f"uni{code:04X}"
    font.setGlyphOrder([*font.getGlyphOrder(), name])
    font["glyf"].glyphs[name] = glyph
    font["glyf"].glyphOrder = font.getGlyphOrder()
    glyph.recalcBounds(font["glyf"])
    font["hmtx"].metrics[name] = (width, getattr(glyph, "xMin", 0))
    font["gvar"].variations[name] = variations
    _map(font, code, name)


def _save(font: TTFont, path: Path, flavor: str | None) -> None:
    """Writes a font, the same bytes for the same input."""
    font.flavor = flavor
    font.recalcTimestamp = False
    buffer = BytesIO()
    font.save(buffer)
    path.write_bytes(buffer.getvalue())
    print(f"{path.name}: {len(buffer.getvalue()) / 1000:.1f} kB")


def _licence(packages: Path) -> str:
    """The licence under which the fonts came and go, with the copyright lines that the fonts carry."""
    copyrights = (
        "Factbound Serif is a modified version of Source Serif 4:\n"
        "© 2014 - 2021 Adobe Systems Incorporated (http://www.adobe.com/), with Reserved Font Name ‘Source’.",
        "Factbound Sans is a modified version of Source Sans 3:\n© 2023 Adobe (http://www.adobe.com/), with Reserved "
        "Font Name ‘Source’.",
    )
    text = (packages / "source-sans-3" / "LICENSE").read_text(encoding="utf-8")
    return (
        "\n\n".join(copyrights)
        + "\n\n"
        + text[text.index("This Font Software") :].replace("\r\n", "\n").rstrip()
        + "\n"
    )


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(Path(sys.argv[1]))
