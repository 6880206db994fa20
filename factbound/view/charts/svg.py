"""Drawn charts made fit for a page: named and described, one link per row, ids of their own, colours left to the
page."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from html import escape
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from factbound.view.charts.layers import SENTINEL

_SVG, _LINK = "{http://www.w3.org/2000/svg}", "{http://www.w3.org/1999/xlink}href"
_NUMBER = re.compile(r"-?\d+\.\d{3,}(?:e-?\d+)?")
_MIXED = re.compile(r"color-mix\(in srgb, (.+) ([\d.]+)%, transparent\)")
_REFERENCE = re.compile(r"url\(#([^)]+)\)")
_MOVED = re.compile(r"translate\((-?[\d.]+),(-?[\d.]+)\)")
_ADDRESS = re.compile(rf'href="{re.escape(SENTINEL)}([^"]*)"')
_VARIABLE = re.compile(r"var\(--([a-z0-9-]+)(?:, var\(--ink\))?\)")
_ROLE = re.compile(r"\b([a-z]+)_\d+_marks\b")

SHAPE = (
    "d",
    "x2",
    "y2",
    "fill",
    "fill-opacity",
    "stroke",
    "stroke-width",
    "stroke-opacity",
    "stroke-dasharray",
    "opacity",
    "transform",
)
TEXT = (
    "x",
    "y",
    "text-anchor",
    "font-size",
    "font-weight",
    "fill",
    "stroke",
    "stroke-width",
    "stroke-opacity",
    "stroke-linejoin",
)


def finished(drawn: str, name: str, title: str, description: str, size: str, words: Sequence[str]) -> str:
    """The chart to put into a page, from what the library drew. `name` makes its ids its own; `size` becomes a class;
    `words` are what the numbers that were drawn as text stand for.

    Marks of one row, which share an address and a description, become one link, so that a keyboard stops once per row.
    """
    source = ElementTree.fromstring(drawn)
    root = Element(
        "svg",
        {
            "xmlns": _SVG[1:-1],
            "class": f"drawn {size}",
            "viewBox": source.attrib["viewBox"],
            "width": source.attrib["width"],
            "height": source.attrib["height"],
            "role": "group",
            "aria-labelledby": f"{name}-title",
            "aria-describedby": f"{name}-desc",
            "fill": "none",
        },
    )
    SubElement(root, "title", {"id": f"{name}-title"}).text = title
    SubElement(root, "desc", {"id": f"{name}-desc"}).text = description
    _add_gradients(source, root, name)
    frame = SubElement(root, "g", {"class": "frame", "aria-hidden": "true"})
    links: dict[tuple[str, str], Element] = {}
    marked: set[str] = set()
    for role, address, mark in _marks(source):
        said = mark.attrib.get("aria-label", "")
        if address and (address, said) not in links:
            # a number in the text points at its figure's mark
            mark_id = f"mark-{name}-{address.rstrip('/').rsplit('/', 1)[-1]}"
            named = {} if mark_id in marked else {"id": mark_id}
            marked.add(mark_id)
            links[address, said] = SubElement(root, "a", {**named, "href": address, "aria-label": said})
        (links[address, said] if address else frame).append(_clean(role, mark, words))
    if not len(frame):
        root.remove(frame)
    return ElementTree.tostring(root, encoding="unicode", short_empty_elements=True)


def linked(svg: str, to: Callable[[str], str], attribute: str = "href") -> str:
    """The chart with its links as seen from a page; `to` gives the way from there to a path of the site
    ("../../en/facts/lamp/")."""
    return _ADDRESS.sub(lambda match: f'{attribute}="{escape(to(match[1]))}"', svg)


def leading_out(svg: str) -> str:
    """The chart with links that open in the whole window: the `<base target>` of a page in a frame does not reach links
    in SVG."""
    return svg.replace("<a ", '<a target="_top" ')


def unlinked(svg: str) -> str:
    """The chart without links, for a place that knows no site."""
    root = ElementTree.fromstring(svg)
    for link in root.iter(f"{_SVG}a"):
        link.tag = f"{_SVG}g"
        link.attrib.pop("href")
        link.set("role", "img")
    ElementTree.register_namespace("", _SVG[1:-1])
    return ElementTree.tostring(root, encoding="unicode")


def coloured(svg: str, colours: Mapping[str, str]) -> str:
    """The chart with its variables replaced; a variable without a colour is drawn in ink."""
    return _VARIABLE.sub(lambda match: colours.get(match[1], colours["ink"]), svg)


def _marks(source: Element) -> Iterator[tuple[str, str | None, Element]]:
    """Every mark in the order of painting: its role, its link's address and its element."""
    for group in source.iter(f"{_SVG}g"):
        moved = group.attrib.get("transform", "translate(0,0)")
        if moved != "translate(0,0)":
            raise ValueError(f"a chart's marks are expected where they were put, and one group is moved by {moved}")
        role = _ROLE.search(group.attrib.get("class", ""))
        for child in group if role else ():
            linked_mark = child.tag == f"{_SVG}a"
            yield (
                role[1] if role else "",
                child.attrib.get(_LINK, child.attrib.get("href")) if linked_mark else None,
                child[0] if linked_mark else child,
            )


def _clean(role: str, mark: Element, words: Sequence[str]) -> Element:
    """A mark with what it needs to be seen and no more."""
    kind = mark.tag.removeprefix(_SVG)
    attributes = {key: _rounded(value) for key, value in mark.attrib.items()}
    if kind == "text" and (moved := _MOVED.fullmatch(attributes.pop("transform", ""))):
        attributes |= {"x": moved[1], "y": moved[2]}
    if attributes.get("text-anchor") == "start":
        del attributes["text-anchor"]
    kept = {
        key: attributes[key]
        for key in (TEXT if kind == "text" else SHAPE)
        if key in attributes and attributes[key] != "translate(0,0)"
    }
    clean = Element(kind, ({"class": role} if role in CLASSES else {}) | kept)
    if kind == "text":
        clean.text = words[int(mark.text or "")]
        if "stroke" in kept:
            clean.set("paint-order", "stroke")  # a halo lies behind its letters
        clean.tail = " "  # words stay apart where the drawing is read as text
    return clean


CLASSES = frozenset({"hit", "label", "context", "value", "axis"})
"""The roles that a page's style may want to reach."""


def _add_gradients(source: Element, root: Element, name: str) -> None:
    """The gradients, each once and named after the chart, and the marks pointed to them."""
    named: dict[str, str] = {}
    made: dict[str, str] = {}
    definitions = Element("defs")
    for gradient in source.iter():
        kind = gradient.tag.removeprefix(_SVG)
        if kind not in {"linearGradient", "radialGradient"}:
            continue
        shape = {key: _rounded(value) for key, value in gradient.attrib.items() if key not in {"id", "fx", "fy", "fr"}}
        stops = [_stop(stop) for stop in gradient]
        same = repr((kind, shape, stops))
        if same not in made:
            made[same] = f"{name}-{len(made) + 1}"
            target = SubElement(definitions, kind, {"id": made[same], **shape})
            for stop in stops:
                SubElement(target, "stop", stop)
        named[gradient.attrib["id"]] = made[same]
    for element in source.iter():
        for key in ("fill", "stroke"):
            if found := _REFERENCE.fullmatch(
                element.attrib.get(key, "")
            ):  # a radial one is wrapped into a pattern, "p_" before its name
                element.set(key, f"url(#{named[found[1].removeprefix('p_')]})")
    if made:
        root.append(definitions)


def _stop(stop: Element) -> dict[str, str]:
    """A gradient's stop; a mixture with nothing becomes a colour and an opacity."""
    colour = stop.attrib["stop-color"]
    if mixed := _MIXED.fullmatch(colour):
        opacity = float(mixed[2]) / 100
        return {"offset": stop.attrib["offset"], "stop-color": mixed[1]} | (
            {"stop-opacity": f"{opacity:g}"} if opacity < 1 else {}
        )
    return {"offset": stop.attrib["offset"], "stop-color": colour}


def _rounded(value: str) -> str:
    """Numbers with at most two decimals."""
    return _NUMBER.sub(lambda match: f"{round(float(match[0]), 2):g}", value)
