"""Raster pictures: a drawing has few colours, so its PNG can be a tenth of the size. The only module that knows
Pillow."""

import io
import unicodedata
from collections.abc import Iterable, Iterator
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
TOUCH = 180
"""The side of an icon for a phone's home screen, in pixels. Source: Apple, "Configuring Web Applications"."""
_KEPT = 8192
"""Words whose masks are kept: of one, some two thousand pixels."""
STYLES = {400: ("Regular",), 600: ("SemiBold", "Bold")}
"""What fonts call a weight, best first."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of words in a picture: where it starts on its baseline (or ends, or has its middle, as SVG's `anchor`
    says), how it looks, and the colour, the width and the opacity of a halo around its letters."""

    words: str
    x: float
    y: float
    size: float
    weight: int
    colour: str
    anchor: str = "start"
    halo: tuple[str, float, float] | None = None


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


@dataclass(frozen=True, slots=True)
class Fonts:
    """A family of fonts, in TrueType files of a folder."""

    folder: Path
    family: str

    def can_set(self, line: Line) -> bool:
        """Whether a font of the line's weight is there and has every letter of its words, and its colours are written
        in a way that is known here."""
        file = _file(self.folder, self.family, line.weight)
        known = all(map(_is_known, [line.colour, *(line.halo or ())[:1]]))
        return known and file is not None and all(_has_letter(file, letter) for letter in set(line.words))

    def face(self, weight: int, size: float) -> Any:
        """The font of a weight, which is there, at a size in pixels."""
        file = _file(self.folder, self.family, weight)
        assert file, "asked for only when it is there"
        return _face(file, size)


def few_colours(png: bytes, lines: Iterable[Line] = (), fonts: Fonts | None = None, scale: int = 1) -> bytes:
    """The same picture with a palette, and with lines of words, at `scale` times their size, in fonts that have all
    their letters."""
    from PIL import Image  # only where a picture is really drawn

    with Image.open(io.BytesIO(png)) as opened:
        picture = opened.convert("RGB")
    for line in lines:
        assert fonts, "whoever has lines has fonts"
        face = fonts.face(line.weight, line.size * scale)
        if line.halo:
            colour, width, opacity = line.halo
            _letter(picture, line, scale, face, colour, opacity, round(width / 2 * scale))
        _letter(picture, line, scale, face, line.colour)
    small = picture.quantize(COLOURS, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    out = io.BytesIO()
    small.save(out, "PNG")
    return out.getvalue()


def touch_icon(png: bytes, paper: str) -> bytes:
    """An icon for a phone's home screen: on paper, since a phone fills what is left transparent with black."""
    from PIL import Image

    with Image.open(io.BytesIO(png)) as opened:
        icon = opened.convert("RGBA").resize((TOUCH, TOUCH))
    ground = Image.new("RGB", icon.size, paper)
    ground.paste(icon, mask=icon.getchannel("A"))
    out = io.BytesIO()
    ground.save(out, "PNG", optimize=True)
    return out.getvalue()


def ico(png: bytes) -> bytes:
    """An icon in the form of old browsers and of feed readers, at the sizes of a tab and of a list."""
    from PIL import Image

    with Image.open(io.BytesIO(png)) as opened:
        icon = opened.convert("RGBA")
    out = io.BytesIO()
    icon.save(out, "ICO", sizes=[(16, 16), (32, 32), (48, 48)])
    return out.getvalue()


def _letter(picture: Any, line: Line, scale: int, face: Any, colour: str, opacity: float = 1, stroke: int = 0) -> None:
    """Put the words of a line where they stand, with a `stroke` around their letters."""
    shift = {"middle": 0.5, "end": 1.0}.get(line.anchor, 0.0) * face.getlength(line.words)
    for mask, left, top in _words(face, line.words, stroke):
        cover = mask.point([round(each * opacity) for each in range(256)]) if opacity < 1 else mask
        picture.paste(colour, (round(line.x * scale - shift + left), round(line.y * scale) + top), cover)


def lettered(poster: Poster, folder: Path, scale: int) -> bytes | None:
    """The poster as a PNG, drawn straight into a palette, at `scale` times its size, with the fonts of a folder; None
    when they lack its family or a letter, or a colour is written in a way that is not known here.

    Each line is a little mask of how much of it covers a pixel; lines do not overlap, so their places in the palette
    add up.
    """
    from PIL import Image, ImageChops, ImageColor

    fonts = Fonts(folder, poster.family)
    if not all(map(fonts.can_set, poster.lines)) or not all(map(_is_known, (poster.paper, poster.band))):
        return None
    size = (poster.width * scale, poster.height * scale)
    names = list(dict.fromkeys([poster.band, *(line.colour for line in poster.lines)]))
    paper, *inks = (ImageColor.getrgb(colour)[:3] for colour in (poster.paper, *names))
    canvas, palette = Image.new("L", size), [*paper]
    for ink in inks:
        palette += [channel for step in range(1, STEPS + 1) for channel in _between(paper, ink, step)]
    canvas.paste(STEPS, (0, 0, size[0], poster.band_height * scale))
    for line in poster.lines:
        face, step = fonts.face(line.weight, line.size * scale), names.index(line.colour) * STEPS
        for mask, left, top in _words(face, line.words, step=step):
            x, y = round(line.x * scale + left), round(line.y * scale) + top
            box = (x, y, x + mask.width, y + mask.height)
            canvas.paste(ImageChops.add(canvas.crop(box), mask), box)
    canvas.putpalette(palette)
    out = io.BytesIO()
    bits = 4 if len(palette) <= 3 * 16 else 8
    canvas.save(out, "PNG", bits=bits, compress_type=_RUNS)
    return out.getvalue()


_ROUNDED = tuple(round(cover * STEPS / 255) for cover in range(256))
"""The step for each of 256 covers of a pixel."""


def _words(face: Any, words: str, stroke: int = 0, step: int | None = None) -> Iterator[tuple[Any, float, int]]:
    """The words of a line, each as a mask, and where it begins as seen from the line's start on the baseline. Words are
    kept apart, since most stand in many lines; but where some run to the left, their order is that of the whole line.
    The mask says how much of each pixel is covered or, where a first `step` in a palette is given, the place in it."""
    left = 0.0
    for part in [words] if any(map(_runs_left, words)) else words.split(" "):
        mask, aside, top, width = _mask(face, part, stroke)
        if mask is not None:
            yield (mask if step is None else _stepped(face, part, step)), left + aside, top
        left += width


@cache
def _runs_left(letter: str) -> bool:
    return unicodedata.bidirectional(letter) in {"R", "AL", "AN"}


@lru_cache(_KEPT)
def _mask(face: Any, words: str, stroke: int) -> tuple[Any, int, int, float]:
    """How much of each pixel words cover, with a `stroke` around their letters, where that begins as seen from their
    start on the baseline, and how far from it the next word starts; no mask for words without ink."""
    from PIL import Image, ImageDraw

    width = face.getlength(f"{words} ")
    left, top, right, bottom = (round(each) for each in face.getbbox(words, anchor="ls", stroke_width=stroke))
    if right <= left or bottom <= top:
        return None, 0, 0, width
    mask = Image.new("L", (right - left, bottom - top))
    ImageDraw.Draw(mask).text((-left, -top), words, fill=255, font=face, anchor="ls", stroke_width=stroke)
    return mask, left, top, width


@lru_cache(_KEPT)
def _stepped(face: Any, words: str, step: int) -> Any:
    """The mask of words, each pixel's cover as its place in a palette in which the steps to their colour follow
    `step`."""
    return _mask(face, words, 0)[0].point([each and step + each for each in _ROUNDED])


def _between(paper: tuple[int, ...], ink: tuple[int, ...], step: int) -> Iterable[int]:
    return (round(one + (other - one) * step / STEPS) for one, other in zip(paper, ink, strict=True))


@cache
def _is_known(colour: str) -> bool:
    from PIL import ImageColor

    try:
        return bool(ImageColor.getrgb(colour))
    except ValueError:
        return False


@cache
def _has_letter(file: Path, letter: str) -> bool:
    """Whether the font has the letter: what it lacks, it draws as the box that stands for no character."""
    face = _face(file, 20)
    return bytes(face.getmask(letter)) != bytes(face.getmask("\U0010ffff"))


@cache
def _face(file: Path, size: float) -> Any:
    from PIL import ImageFont

    return ImageFont.truetype(file, size)


@cache
def _file(folder: Path, family: str, weight: int) -> Path | None:
    """The font file of a family and weight."""
    from PIL import ImageFont

    found = {ImageFont.truetype(path).getname(): path for path in sorted(folder.glob("*.ttf"))}
    return next((found[family, style] for style in STYLES.get(weight, ()) if (family, style) in found), None)
