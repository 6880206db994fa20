"""Share cards: the picture that goes with a link to a page, drawn from its title and, where it has one, its figure.

There are as many as facts, so they are lettered, which is quick; only one with a letter that the edition's fonts lack
is drawn as an SVG.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from html import escape
from pathlib import Path

from factbound.view.charts import measure
from factbound.view.charts.drawing import painted, setting
from factbound.view.charts.palette import Palette
from factbound.view.charts.raster import Line, Poster, lettered
from factbound.view.charts.workers import Job, Workers
from factbound.view.kept import digest, kept
from factbound.view.telling.links import fact_path
from factbound.view.telling.teller import Teller

WIDTH, HEIGHT, MARGIN, SCALE = 600, 315, 36, 2
"""Pixels, drawn at twice the size: 1200 × 630, which every network shows whole."""
BATCH = 25
"""Cards that a worker draws in one go."""
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


def share_cards(tell: Teller) -> Iterator[ShareCard]:
    """A card for each story, each chart and each figure that has a number."""
    site = tell.word("site") or tell.ledger.title
    for story in tell.ledger.stories:
        if story.language == tell.language:
            key = next(iter(story.keys), None)
            spelled = tell.figure(tell.ledger.figures[key.figure.mentions[0].target]) if key else None
            qualifier, amount = (spelled.qualifier, spelled.amount) if spelled else ("", "")
            yield ShareCard(
                story.url,
                site,
                tell.phrase(story.title),
                qualifier,
                amount,
                tell.phrase(key.label) if key else tell.summary(),
            )
    for chart in tell.ledger.charts.values():
        yield ShareCard(f"{tell.language}/charts/{chart.id}/", site, tell.text(chart.title), foot=tell.word("chart"))
    for figure in tell.ledger.figures.values():
        spelled = tell.figure(figure)
        if spelled.text:
            yield ShareCard(
                fact_path(tell.language, figure.id),
                site,
                tell.carried(figure),
                *(("", "") if tell.warning(figure, doubt=False) else (spelled.qualifier, spelled.amount)),
                tell.support(figure),
            )


def draw_cards(
    tellers: Iterable[Teller], palette: Palette, cache: Path, fonts: Path, workers: Workers
) -> dict[str, Callable[[], bytes]]:
    """What makes each card, by its path; the workers draw those that the cache lacks. None where the edition brings no
    fonts."""
    if not fonts.is_dir():
        return {}
    kit = setting(fonts)
    posters = {card_path(card.page): card_poster(card, palette) for tell in tellers for card in share_cards(tell)}
    placed = [(path, poster, cache / f"{digest(repr(poster), kit)}.png") for path, poster in posters.items()]
    missing = [(poster, place) for _, poster, place in placed if not place.exists()]
    batches = [missing[start : start + BATCH] for start in range(0, len(missing), BATCH)]
    drawing = workers.spread([partial(_draw_batch, batch, fonts) for batch in batches])
    waiting = {place: job for batch, job in zip(batches, drawing, strict=True) for _, place in batch}
    return {path: partial(_card, poster, place, fonts, waiting.get(place)) for path, poster, place in placed}


def _draw_batch(batch: Sequence[tuple[Poster, Path]], fonts: Path) -> None:
    for poster, place in batch:
        _card(poster, place, fonts, None)


def _card(poster: Poster, place: Path, fonts: Path, drawing: Job | None) -> bytes:
    """A card's bytes, from the cache once it is drawn."""
    if drawing:
        drawing()
    return kept(place, lambda: lettered(poster, fonts, SCALE) or painted(poster_svg(poster), fonts))[0]


def card_path(page: str) -> str:
    """Where a page's card is published, from the site's root."""
    return f"{page}card.png"


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
