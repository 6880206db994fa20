"""Raster pictures: a drawing has few colours, so its PNG can be a tenth of the size. The only module that knows
Pillow."""

import io
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

COLOURS = 96
"""Enough for flat fills, hairlines and the soft edges of letters."""
STEPS = 5
"""Steps from the paper to the colour of a letter, for its soft edge: with three colours, 16 in all, which is half a
byte."""
_RUNS = 3  # Z_RLE of zlib: on flat paper half the time of its default, for an eighth more bytes
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

    Each line is a little mask of how much of it covers a pixel; lines do not overlap, so their places in the palette
    add up.
    """
    from PIL import Image, ImageChops, ImageColor

    if not all(_has(fonts, poster.family, line.weight, line.words) for line in poster.lines):
        return None
    size = (poster.width * scale, poster.height * scale)
    names = list(dict.fromkeys([poster.band, *(line.colour for line in poster.lines)]))
    try:
        paper, *inks = (ImageColor.getrgb(colour)[:3] for colour in (poster.paper, *names))
    except ValueError:
        return None
    canvas, palette = Image.new("L", size), [*paper]
    for ink in inks:
        palette += [channel for step in range(1, STEPS + 1) for channel in _between(paper, ink, step)]
    canvas.paste(STEPS, (0, 0, size[0], poster.band_height * scale))
    for line in poster.lines:
        mask, (left, top) = _mask(_face(fonts, poster.family, line.weight, line.size * scale), line.words)
        if mask is None:
            continue
        number = names.index(line.colour) * STEPS
        x, y = line.x * scale + left, line.y * scale + top
        box = (x, y, x + mask.width, y + mask.height)
        places = mask.point([step and number + step for step in _ROUNDED])
        canvas.paste(ImageChops.add(canvas.crop(box), places), box)
    canvas.putpalette(palette)
    out = io.BytesIO()
    bits = 4 if len(palette) <= 3 * 16 else 8
    canvas.save(out, "PNG", bits=bits, compress_type=_RUNS)
    return out.getvalue()


_ROUNDED = tuple(round(cover * STEPS / 255) for cover in range(256))
"""The step for each of 256 covers of a pixel."""


@lru_cache(512)
def _mask(face: Any, words: str) -> tuple[Any, tuple[int, int]]:
    """How much of each pixel a line covers, and where that begins as seen from its start on the baseline; None for a
    line without ink. The name of a site and the foot of a card stand on many."""
    from PIL import Image, ImageDraw

    left, top, right, bottom = (round(each) for each in face.getbbox(words, anchor="ls"))
    if right <= left or bottom <= top:
        return None, (0, 0)
    mask = Image.new("L", (right - left, bottom - top))
    ImageDraw.Draw(mask).text((-left, -top), words, fill=255, font=face, anchor="ls")
    return mask, (left, top)


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
