"""Raster pictures: a drawing has few colours, so its PNG can be a tenth of the size. The only module that knows Pillow."""

import io

COLOURS = 96
"""Enough for flat fills, hairlines and the soft edges of letters."""


def few_colours(png: bytes) -> bytes:
    """The same picture with a palette."""
    from PIL import Image  # only where a picture is really drawn

    with Image.open(io.BytesIO(png)) as picture:
        small = picture.convert("RGB").quantize(COLOURS, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    out = io.BytesIO()
    small.save(out, "PNG")
    return out.getvalue()
