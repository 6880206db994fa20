"""Raster pictures: a drawing has few colours, so its PNG can be a tenth of the size. The only module that knows
Pillow."""

import io
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

COLOURS = 96
"""Enough for flat fills, hairlines and the soft edges of letters."""
STEPS = 5
"""Steps from the paper to the colour of a letter, for its soft edge: with three colours, 16 in all, which is half a
byte."""
STYLES = {400: ("Regular",), 600: ("SemiBold", "Bold")}
"""What fonts call a weight, best first."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a poster: its words, where its first letter stands on its baseline, and how it looks."""

    words: str
    x: int
    y: int
    size: int
    weight: int
    colour: str


@dataclass(frozen=True, slots=True)
class Poster:
    """A picture of lines on plain paper, with a band along its top; sizes in pixels, colours as CSS writes them."""

    width: int
    height: int
    paper: str
    band: str
    band_height: int
    family: str
    lines: tuple[Line, ...]

    @property
    def families(self) -> str:
        """The families to set it in, the edition's before any other."""
        return f"{self.family}, sans-serif" if self.family else "sans-serif"


def few_colours(png: bytes) -> bytes:
    """The same picture with a palette."""
    from PIL import Image  # only where a picture is really drawn

    with Image.open(io.BytesIO(png)) as picture:
        small = picture.convert("RGB").quantize(COLOURS, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    out = io.BytesIO()
    small.save(out, "PNG")
    return out.getvalue()


def lettered(poster: Poster, fonts: Path, scale: int) -> bytes | None:
    """The poster as a PNG, drawn straight into a palette, at `scale` times its size; None when the fonts lack its
    family or a letter, or a colour is written in a way that is not known here.

    Each colour has a layer of how much of it covers a pixel; the layers do not overlap, so their places in the palette
    add up.
    """
    from PIL import Image, ImageChops, ImageColor, ImageDraw

    if not all(_has(fonts, poster.family, line.weight, line.words) for line in poster.lines):
        return None
    size = (poster.width * scale, poster.height * scale)
    names = list(dict.fromkeys([poster.band, *(line.colour for line in poster.lines)]))
    try:
        paper, *inks = (ImageColor.getrgb(colour)[:3] for colour in (poster.paper, *names))
    except ValueError:
        return None
    canvas, palette = Image.new("L", size), [*paper]
    for number, (colour, ink) in enumerate(zip(names, inks, strict=True)):
        layer = Image.new("L", size)
        pen = ImageDraw.Draw(layer)
        if colour == poster.band:
            pen.rectangle((0, 0, size[0], poster.band_height * scale - 1), fill=255)
        for line in poster.lines:
            if line.colour == colour:
                face = _face(fonts, poster.family, line.weight, line.size * scale)
                pen.text((line.x * scale, line.y * scale), line.words, fill=255, font=face, anchor="ls")
        steps = [round(cover * STEPS / 255) for cover in range(256)]
        canvas = ImageChops.add(canvas, layer.point([step and number * STEPS + step for step in steps]))
        palette += [channel for step in range(1, STEPS + 1) for channel in _between(paper, ink, step)]
    picture = Image.frombytes("P", size, canvas.tobytes())
    picture.putpalette(palette)
    out = io.BytesIO()
    picture.save(out, "PNG", bits=4 if len(palette) <= 3 * 16 else 8)
    return out.getvalue()


def _between(paper: tuple[int, ...], ink: tuple[int, ...], step: int) -> Iterable[int]:
    return (round(one + (other - one) * step / STEPS) for one, other in zip(paper, ink, strict=True))


def _has(fonts: Path, family: str, weight: int, words: str) -> bool:
    """Whether a font of the family and weight is there, and has every letter of these words."""
    return _file(fonts, family, weight) is not None and all(_has_letter(fonts, family, weight, one) for one in words)


@cache
def _has_letter(fonts: Path, family: str, weight: int, letter: str) -> bool:
    """Whether the font has the letter: what it lacks, it draws as the box that stands for no character."""
    face = _face(fonts, family, weight, 20)
    return bytes(face.getmask(letter)) != bytes(face.getmask("\U0010ffff"))


@cache
def _face(fonts: Path, family: str, weight: int, size: int) -> Any:
    from PIL import ImageFont

    file = _file(fonts, family, weight)
    assert file, "asked for only when it is there"
    return ImageFont.truetype(file, size)


@cache
def _file(fonts: Path, family: str, weight: int) -> Path | None:
    """The font file of a family and weight."""
    from PIL import ImageFont

    found = {ImageFont.truetype(path).getname(): path for path in sorted(fonts.glob("*.ttf"))}
    return next((found[family, style] for style in STYLES.get(weight, ()) if (family, style) in found), None)
