"""Embeds: what another site pastes to show a chart or a fact, and a fact as it stands in such a frame."""

import json
from dataclasses import dataclass

from markupsafe import escape

from factbound.ledger import Figure
from factbound.view.parts.footnotes import CardView, card
from factbound.view.telling.links import Links
from factbound.view.telling.teller import Teller


def embed_code(site_url: str, path: str, title: str, height: int) -> str:
    """What another site pastes to show the page at `path`, at first `height` pixels high; empty where this site's
    address is not known. The script lets the frame grow with what is in it."""
    if not site_url:
        return ""
    site = escape(site_url)
    return (
        f'<iframe src="{site}{escape(path)}" title="{escape(title)}" width="100%" height="{height}" loading="lazy">'
        f'</iframe>\n<script src="{site}embed.js" defer></script>'
    )


FACT_HEIGHT, CHART_HEIGHT = 420, 480
"""Pixels that a frame is high at first."""
OEMBED = "oembed.json"
"""The name of a page's oEmbed answer, in its own folder."""
_WIDTH, _KEPT = 640, 24 * 60 * 60


def oembed(site: str, site_url: str, path: str, title: str, height: int, picture: str) -> bytes:
    """What a program that was given a page's address needs to embed it; `picture` is the page's share card, or empty.

    Source: oembed.com, version 1.0, section 2.3.4, parameters of the type rich; thumbnails are 1200 × 630 pixels.
    """
    told: dict[str, object] = {
        "version": "1.0",
        "type": "rich",
        "title": title,
        "provider_name": site,
        "provider_url": site_url,
        "cache_age": _KEPT,
        "html": embed_code(site_url, f"{path}embed/", title, height),
        "width": _WIDTH,
        "height": height,
    }
    if picture:
        told |= {"thumbnail_url": picture, "thumbnail_width": 1200, "thumbnail_height": 630}
    return (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode()


@dataclass(frozen=True, slots=True)
class FactCard:
    """A fact in a frame of another site: its amount, its evidence, and every article behind it."""

    card: CardView
    qualifier: str
    amount: str
    sources: tuple[tuple[str, str], ...]
    page_href: str


def fact_card(figure: Figure, tell: Teller, links: Links) -> FactCard:
    """A fact in a frame of another site."""
    spelled = tell.figure(figure)
    return FactCard(
        card(figure, tell, links, ""),
        spelled.qualifier,
        spelled.amount,
        tuple((source.publisher, links.source(source.id)) for source in figure.sources),
        links.fact(figure.id),
    )
