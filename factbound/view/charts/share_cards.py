"""Share cards: the picture that goes with a link to a page, drawn from its title and, where it has one, its figure.

There are as many as facts, so they are lettered, which is quick; only one with a letter that the edition's fonts lack
is drawn as an SVG.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path

from factbound.kept import digest
from factbound.view.charts.drawing import setting
from factbound.view.charts.palette import Palette
from factbound.view.charts.posters import ShareCard, card_poster, letter, letter_all
from factbound.view.charts.workers import Workers
from factbound.view.telling.links import fact_path
from factbound.view.telling.teller import Teller

BATCH = 25
"""Cards that a worker draws in one go."""


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
    drawing = workers.spread([partial(letter_all, batch, fonts) for batch in batches])
    waiting = {place: job for batch, job in zip(batches, drawing, strict=True) for _, place in batch}
    return {path: partial(letter, poster, place, fonts, waiting.get(place)) for path, poster, place in placed}


def card_path(page: str) -> str:
    """Where a page's card is published, from the site's root."""
    return f"{page}card.png"
