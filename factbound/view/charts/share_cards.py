"""Share cards: the picture that goes with a link to a page, drawn from its title and, where it has one, its figure."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from html import escape
from pathlib import Path

from factbound.view.charts import measure
from factbound.view.charts.drawing import png
from factbound.view.charts.palette import Palette
from factbound.view.telling.links import fact_path
from factbound.view.telling.teller import Teller

WIDTH, HEIGHT, MARGIN = 600, 315, 36
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
                tell.text(figure.statement),
                spelled.qualifier,
                spelled.amount,
                tell.support(figure),
            )


def draw_cards(
    tellers: Iterable[Teller], palette: Palette, cache: Path, fonts: Path, progress: Callable[[int, int], None]
) -> dict[str, bytes]:
    """Every card, drawn or taken from the cache, by its path; none where the edition brings no fonts to draw with."""
    if not fonts.is_dir():
        return {}
    cards = [card for tell in tellers for card in share_cards(tell)]
    drawn: dict[str, bytes] = {}
    for done, card in enumerate(cards, 1):
        drawn[card_path(card.page)] = png(card_svg(card, palette), cache, fonts)
        progress(done, len(cards))
    return drawn


def card_path(page: str) -> str:
    """Where a page's card is published, from the site's root."""
    return f"{page}card.png"


def card_svg(card: ShareCard, palette: Palette) -> str:
    """The card as SVG."""
    colours = palette.colours
    lines = measure.wrap(card.title, TITLE, 600, WIDTH - 2 * MARGIN)
    shown = lines[:LINES]
    if len(lines) > LINES:
        shown[-1] = f"{shown[-1].rstrip(' ,.;:')} …"
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="{palette.families}">',
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="{colours["paper"]}"/><rect width="{WIDTH}" height="6" fill="{colours["accent"]}"/>',
        _text(card.site, MARGIN, 46, 15, 600, colours["accent"]),
        *(_text(line, MARGIN, 88 + n * 33, TITLE, 600, colours["ink"]) for n, line in enumerate(shown)),
    ]
    if card.amount and len(shown) <= 3:
        parts += [
            _text(card.qualifier, MARGIN, 214, 17, 400, colours["muted"]),
            _text(card.amount, MARGIN, 256, 42, 400, colours["ink"]),
        ]
    parts += [_text(card.foot, MARGIN, HEIGHT - 22, 14, 400, colours["muted"]), "</svg>\n"]
    return "".join(parts)


def _text(words: str, x: int, y: int, size: int, weight: int, colour: str) -> str:
    return f'<text x="{x}" y="{y}" font-size="{size}" font-weight="{weight}" fill="{colour}">{escape(words)}</text>'
