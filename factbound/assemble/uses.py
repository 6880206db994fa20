"""Uses: where each figure is printed."""

from collections.abc import Iterable, Iterator, Mapping

from factbound.ledger import Chart, Figure, Use
from factbound.read.prose import BLOCKS, Mention
from factbound.read.stories import Story, story_mentions

# --- Where figures are printed ---------------------------------------------------------------------------------------


def uses_of(
    stories: Iterable[Story], figures: Mapping[str, Figure], charts: Mapping[str, Chart]
) -> dict[str, tuple[Use, ...]]:
    """For each figure the stories that print it, in words, as a footnote or in a chart, and how often."""
    found: dict[str, list[Use]] = {name: [] for name in figures}
    for story in stories:
        times: dict[str, int] = {}
        for mention in story_mentions(story):
            for name in _printed_by(mention, charts):
                times[name] = times.get(name, 0) + 1
        for name, count in times.items():
            if name in found:
                found[name].append(Use(story, count))
    return {name: tuple(uses) for name, uses in found.items()}


def _printed_by(mention: Mention, charts: Mapping[str, Chart]) -> Iterator[str]:
    if mention.kind in {"figure", "cite"}:
        yield mention.target
    elif mention.kind in BLOCKS and mention.target in charts:
        yield from (row.figure.id for row in charts[mention.target].rows)
