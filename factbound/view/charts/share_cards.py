"""Share cards: the picture that goes with a link to a page, drawn from its title and, where it has one, its figure.

There are as many as facts, so they are lettered, which is quick; only one with a letter that the edition's fonts lack
is drawn as an SVG.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path

from factbound.kept import digest, recall, seal, sealed
from factbound.ledger import Chart, Figure
from factbound.read.stories import Story
from factbound.view.charts.drawing import setting
from factbound.view.charts.palette import Palette
from factbound.view.charts.posters import ShareCard, card_poster, letter, letter_all
from factbound.view.charts.raster import Poster
from factbound.view.charts.workers import Job, Workers
from factbound.view.keeper import Keeper
from factbound.view.telling.links import fact_path
from factbound.view.telling.teller import Teller, printed_quantity
from factbound.view.watching import Note

BATCH = 25
"""Cards that a worker draws in one go."""


@dataclass(frozen=True, slots=True)
class PlannedCard:
    """A card that is not told yet: the page it belongs to, the thing of the ledger that it is of, and what tells it."""

    page: str
    of: Note
    tell: Callable[[], ShareCard]

    @property
    def path(self) -> str:
        """Where it is published, from the site's root."""
        return f"{self.page}card.png"


def share_cards(tell: Teller) -> Iterator[PlannedCard]:
    """A card for each story, each chart and each figure that has a number."""
    for story in tell.ledger.stories:
        if story.language == tell.language:
            yield PlannedCard(story.url, ("story", story.file), partial(_of_story, story, tell))
    for chart in tell.ledger.charts.values():
        page = f"{tell.language}/charts/{chart.id}/"
        yield PlannedCard(page, ("charts", chart.id), partial(_of_chart, chart, page, tell))
    for figure in tell.ledger.figures.values():
        if printed_quantity(figure) is not None or figure.date:
            page = fact_path(tell.language, figure.id)
            yield PlannedCard(page, ("figures", figure.id), partial(_of_figure, figure, page, tell))


def _site(tell: Teller) -> str:
    return tell.word("site") or tell.ledger.title


def _of_story(story: Story, tell: Teller) -> ShareCard:
    key = next(iter(story.keys), None)
    spelled = tell.figure(tell.ledger.figures[key.figure.mentions[0].target]) if key else None
    qualifier, amount = (spelled.qualifier, spelled.amount) if spelled else ("", "")
    foot = tell.phrase(key.label) if key else tell.summary()
    return ShareCard(story.url, _site(tell), tell.phrase(story.title), qualifier, amount, foot)


def _of_chart(chart: Chart, page: str, tell: Teller) -> ShareCard:
    return ShareCard(page, _site(tell), tell.text(chart.title), foot=tell.word("chart"))


def _of_figure(figure: Figure, page: str, tell: Teller) -> ShareCard:
    spelled = tell.figure(figure)
    amount = ("", "") if tell.warning(figure, doubt=False) else (spelled.qualifier, spelled.amount)
    return ShareCard(page, _site(tell), tell.carried(figure), *amount, tell.support(figure))


class CardFile:
    """A card's file, in the cache once it is drawn."""

    def __init__(self, place: Path, poster: Callable[[], Poster], fonts: Path) -> None:
        self._place, self._poster, self._fonts = place, poster, fonts
        self.drawing: Job | None = None
        """What returns when a worker has drawn it."""

    def file(self) -> bytes:
        """What stands in it."""
        if self.drawing:
            self.drawing()
        return recall(self._place) or letter(self._poster(), self._place, self._fonts)

    def digest(self) -> str:
        """The digest of what stands in it."""
        if self.drawing:
            self.drawing()
        return sealed(self._place) or seal(self.file())


def draw_cards(
    cards: Sequence[PlannedCard], palette: Palette, folder: Path, fonts: Path, workers: Workers, keeper: Keeper
) -> dict[str, CardFile]:
    """The cards' files, by path; the workers draw those that a `folder` of the cache lacks. The name that one has there
    is kept, so that a card is told again only when something that it says has changed."""
    kit = setting(fonts)
    files: dict[str, CardFile] = {}
    missing: list[tuple[CardFile, Callable[[], Poster], Path]] = []
    for card in cards:
        poster = cache(partial(_poster, card, palette))
        _, held = keeper.look(f"{card.path} place", partial(_place, card, poster, kit, keeper))
        place = folder / f"{held['place'].decode()}.png"
        files[card.path] = CardFile(place, poster, fonts)
        if not place.exists():
            missing.append((files[card.path], poster, place))
    batches = [missing[start : start + BATCH] for start in range(0, len(missing), BATCH)]
    jobs = [partial(letter_all, [(poster(), place) for _, poster, place in batch], fonts) for batch in batches]
    for batch, job in zip(batches, workers.spread(jobs), strict=True):
        for file, _, _ in batch:
            file.drawing = job
    return files


def _place(card: PlannedCard, poster: Callable[[], Poster], kit: str, keeper: Keeper) -> dict[str, bytes]:
    """The name in the cache of a card's picture."""
    keeper.watch.note(*card.of)
    return {"place": digest(repr(poster()), kit).encode()}


def _poster(card: PlannedCard, palette: Palette) -> Poster:
    return card_poster(card.tell(), palette)
