"""Posters: what stands where on a share card, and its picture. Processes that draw load this and not the ledger, which
takes as long to load as thirty cards to draw."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path

from factbound.kept import kept
from factbound.view.charts import measure
from factbound.view.charts.drawing import painted
from factbound.view.charts.palette import Palette
from factbound.view.charts.raster import Line, Poster, lettered

WIDTH, HEIGHT, MARGIN, SCALE = 600, 315, 36, 2
"""Pixels, drawn at twice the size: 1200 × 630, which every network shows whole."""
TITLE, LINES = 27, 4


@dataclass(frozen=True, slots=True)
class ShareCard:
    """What a card shows, and the page it belongs to (from the site's root)."""

    page: str
    site: str
    title: str
    qualifier: str = ""
    amount: str = ""
    foot: str = ""


def card_poster(card: ShareCard, palette: Palette) -> Poster:
    """What stands where on a card."""
    lines = measure.wrap(card.title, TITLE, 600, WIDTH - 2 * MARGIN)
    shown = lines[:LINES]
    if len(lines) > LINES:
        shown[-1] = f"{shown[-1].rstrip(' ,.;:')} …"
    colours = palette.colours
    accent, ink, muted = colours["accent"], colours["ink"], colours["muted"]
    parts = [
        Line(card.site, MARGIN, 46, 15, 600, accent),
        *(Line(line, MARGIN, 88 + n * 33, TITLE, 600, ink) for n, line in enumerate(shown)),
    ]
    if card.amount and len(shown) <= 3:
        parts += [
            Line(card.qualifier, MARGIN, 214, 17, 400, muted),
            Line(card.amount, MARGIN, 256, 42, 400, ink),
        ]
    parts.append(Line(card.foot, MARGIN, HEIGHT - 22, 14, 400, muted))
    return Poster(WIDTH, HEIGHT, colours["paper"], accent, 6, palette.family, tuple(parts))


def poster_svg(poster: Poster) -> str:
    """The poster as SVG."""
    width, height = poster.width, poster.height
    return "".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} '
            f'{height}" ',
            f'font-family="{poster.families}"><rect width="{width}" height="{height}" fill="{poster.paper}"/>',
            f'<rect width="{width}" height="{poster.band_height}" fill="{poster.band}"/>',
            *(
                f'<text x="{line.x}" y="{line.y}" font-size="{line.size}" font-weight="{line.weight}" '
                f'fill="{line.colour}">{escape(line.words)}</text>'
                for line in poster.lines
            ),
            "</svg>\n",
        ]
    )


def letter_all(batch: Sequence[tuple[Poster, Path]], fonts: Path) -> None:
    """Letter posters into their places in the cache: the work of a process that knows no ledger."""
    for poster, place in batch:
        letter(poster, place, fonts)


def letter(poster: Poster, place: Path, fonts: Path) -> bytes:
    """A card's bytes, from the cache once it is drawn."""
    return kept(place, lambda: lettered(poster, fonts, SCALE) or painted(poster_svg(poster), fonts))[0]
