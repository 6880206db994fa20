"""A chart as a picture of its own, to download or embed: title, drawing and sources, in light colours, without a
site."""

import re
from collections.abc import Iterator
from html import escape
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from factbound.view.charts import measure
from factbound.view.charts import svg as drawings
from factbound.view.charts.palette import Palette
from factbound.view.charts.raster import Line
from factbound.view.charts.view import WIDE, ChartView

MARGIN = 24
_SVG = "{http://www.w3.org/2000/svg}"
_MOVED = re.compile(r"translate\((-?[\d.]+),(-?[\d.]+)\)")


def standalone(view: ChartView, svg: str, palette: Palette, source: str = "") -> str:
    """The picture around a finished chart, with its colours and its font in it. `source` is its source line."""
    colours = palette.colours
    chart = drawings.coloured(drawings.unlinked(svg), colours)
    content, chart_height = _inside(chart)
    width = WIDE if "wide" in chart[: chart.index(">")] else 330
    title, lead, below = (
        measure.wrap(view.title, 20, 600, width),
        measure.wrap(view.lead, 15, 400, width),
        measure.wrap(source, 14, 400, width),
    )
    top = 26 * len(title) + 20 * len(lead) + 14
    height = top + chart_height + (16 + 19 * len(below) if below else 0)
    ink, muted = colours["ink"], colours["muted"]
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{-MARGIN} {-MARGIN} {width + 2 * MARGIN} '
        f'{height + 2 * MARGIN}" width="{width + 2 * MARGIN}" height="{height + 2 * MARGIN}" '
        f'xml:lang="{escape(view.language)}" role="img" aria-labelledby="title desc" '
        f'font-family="{palette.families}" fill="none">',
        f'<title id="title">{escape(view.title)}</title><desc id="desc">{escape(view.alt)}</desc>',
        f"<style>{palette.face}</style>" if palette.face else "",
        f'<rect x="{-MARGIN}" y="{-MARGIN}" width="100%" height="100%" fill="{colours["paper"]}"/>',
        *_lines(title, 18, 26, size=20, weight=600, colour=ink),
        *_lines(lead, 26 * len(title) + 14, 20, size=15, weight=400, colour=muted),
        f'<g transform="translate(0,{top})">{content}</g>',
        *_lines(below, top + chart_height + 28, 19, size=14, weight=400, colour=muted),
        "</svg>\n",
    ]
    return "".join(parts)


def words_apart(picture: str) -> tuple[str, list[Line], str]:
    """A stand-alone picture without its words, its words line by line, and the family of fonts they are set in."""
    root = ElementTree.fromstring(picture)
    shift = -int(root.attrib["viewBox"].split()[0])
    lines = [*_words_below(root, shift, shift)]
    ElementTree.register_namespace("", _SVG[1:-1])
    family = root.attrib.get("font-family", "").partition(",")[0]
    return ElementTree.tostring(root, encoding="unicode"), lines, family


def _words_below(parent: Element, x: float, y: float) -> Iterator[Line]:
    """The lines of words in an element that lies at a place, taken out of it."""
    for element in list(parent):
        if element.tag != f"{_SVG}text":
            moved = _MOVED.fullmatch(element.get("transform", ""))
            yield from _words_below(element, x + float(moved[1] if moved else 0), y + float(moved[2] if moved else 0))
            continue
        parent.remove(element)
        look = element.attrib
        halo = "stroke" in look and (look["stroke"], float(look["stroke-width"]), float(look["stroke-opacity"]))
        yield Line(
            element.text or "",
            x + float(look.get("x", 0)),
            y + float(look["y"]),
            float(look["font-size"].removesuffix("px")),
            int(look["font-weight"]),
            look["fill"],
            look.get("text-anchor", "start"),
            halo or None,
        )


def _inside(chart: str) -> tuple[str, int]:
    """What a chart's root holds, without its name and description, and the chart's height."""
    start = chart.index("</desc>") + len("</desc>") if "</desc>" in chart else chart.index("/>") + 2
    height = chart.split(' height="', 1)[1].split('"', 1)[0]
    return chart[start : chart.rindex("</svg>")], round(float(height))


def _lines(lines: list[str], baseline: int, leading: int, *, size: int, weight: int, colour: str) -> list[str]:
    """Lines of text at the left edge."""
    return [
        f'<text y="{baseline + leading * number}" font-size="{size}px" font-weight="{weight}" '
        f'fill="{colour}">{escape(line)}</text>'
        for number, line in enumerate(lines)
    ]
