"""Relations: what leads from a figure to others, found once for all figures: with thousands, nobody looks through all
of them for each."""

import posixpath
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from factbound.ledger import Chart, Correction, Figure, Ledger, Promise, Reading
from factbound.read.prose import BLOCKS
from factbound.read.stories import Story, story_mentions

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")
NameAndPlace = tuple[str, str]
"""The label of a story in menus, and its address from the site's root."""


@dataclass(frozen=True, slots=True)
class Printed:
    """A place where a story prints a figure: its page and language, the position there, and how it is printed."""

    page: str
    language: str
    position: int
    figure: str
    via: str
    form: str
    chart: str


class Relations:
    """What leads from the figures of a ledger to others, by their ids and in the ledger's order."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    @cached_property
    def outcomes(self) -> Mapping[str, list[Figure]]:
        """The facts that tell what became of a promise."""
        return _grouped((figure.outcome_of, figure) for figure in self._ledger.facts if figure.outcome_of)

    @cached_property
    def promises(self) -> Mapping[str, list[Promise]]:
        """The promises that a figure belongs to: those it is a part of first, then those whose verdict it stands
        behind."""
        every = self._ledger.promises.values()
        made = [(figure.id, promise) for promise in every for figure in promise.facts]
        told = [(figure.id, promise) for promise in every for figure in promise.evidence]
        found = _grouped([*made, *told])
        return {name: list({each.id: each for each in promises}.values()) for name, promises in found.items()}

    @cached_property
    def used_in(self) -> Mapping[str, list[Figure]]:
        """The figures that are worked out from a figure."""
        pairs = ((name, figure) for figure in self._ledger.derived if figure.derivation for name in _names(figure))
        return _grouped(pairs)

    @cached_property
    def charts(self) -> Mapping[str, list[Chart]]:
        """The charts that draw a figure."""
        return _grouped(
            (name, chart)
            for chart in self._ledger.charts.values()
            for name in dict.fromkeys(row.figure.id for row in chart.rows)
        )

    @cached_property
    def corrections(self) -> Mapping[str, list[Correction]]:
        """The corrections of a figure."""
        return _grouped((each.figure.id, each) for each in self._ledger.corrections)

    @cached_property
    def printed(self) -> Mapping[str, list[Figure]]:
        """The figures that a story prints, by the story's file."""
        figures = self._ledger.figures
        return _grouped((use.story.file, figures[name]) for name in figures for use in self._ledger.uses[name])

    @cached_property
    def mentions(self) -> tuple[Printed, ...]:
        """Every place where a story prints a figure, in reading order, counted as the ledger's uses are."""
        return tuple(printed for story in self._ledger.stories for printed in self._printed_in(story))

    def _printed_in(self, story: Story) -> Iterator[Printed]:
        ledger, position = self._ledger, 0
        for mention in story_mentions(story):
            found: Sequence[tuple[str, str, str]] = ()
            if mention.kind == "figure":
                found = [(mention.target, mention.form, "")]
            elif mention.kind == "cite" and mention.target in ledger.figures:
                found = [(mention.target, "", "")]
            elif mention.kind in BLOCKS and mention.target in ledger.charts:
                found = [(row.figure.id, "", mention.target) for row in ledger.charts[mention.target].rows]
            for figure, form, chart in found:
                position += 1
                yield Printed(story.url, story.language, position, figure, mention.kind, form, chart)

    @cached_property
    def charted(self) -> Mapping[str, list[Story]]:
        """The stories that show a chart."""
        return _grouped(
            (name, story)
            for story in self._ledger.stories
            for name in dict.fromkeys(m.target for m in story.body.mentions if m.kind in {"chart", "timeline"})
        )

    @cached_property
    def beside(self) -> Mapping[str, tuple[NameAndPlace | None, NameAndPlace | None]]:
        """The label and address of the stories before and after a story in its menu or its folder, by its file; None at
        an end."""
        menus = _grouped(
            ((story.language, story.menu if story.in_menus else story.folder), story) for story in self._ledger.stories
        )
        found: dict[str, tuple[NameAndPlace | None, NameAndPlace | None]] = {}
        for stories in menus.values():
            places = [None, *((story.nav, story.url) for story in stories), None]
            found |= {story.file: (places[at], places[at + 2]) for at, story in enumerate(stories)}
        return found

    @cached_property
    def sections(self) -> Mapping[str, tuple[NameAndPlace, ...]]:
        """The label and address of all stories of a folder, its index first, and of the indexes of the folders in it,
        by the file of each of its stories; none for those that stand in no folder."""
        folders: dict[str, list[Story]] = {}
        for story in sorted(self._ledger.stories, key=lambda story: not story.is_index):
            for folder in {story.folder, posixpath.dirname(story.folder) if story.is_index else story.folder}:
                folders.setdefault(folder, []).append(story)
        return {
            story.file: tuple((each.nav, each.url) for each in folders[story.folder]) if "/" in story.folder else ()
            for story in self._ledger.stories
        }

    @cached_property
    def readings(self) -> Mapping[str, list[tuple[Figure, Reading]]]:
        """What was taken from an article, by the article's id."""
        return _grouped(
            (reading.source.id, (figure, reading))
            for figure in self._ledger.figures.values()
            for reading in figure.readings
        )

    def related(self, figure: Figure, most: int) -> list[Figure]:
        """The `most` figures nearest to a figure among the others on its subject: those of its measure first, then
        those of its place."""
        subject = figure.subject.id if figure.subject else ""
        place, measure = figure.place, figure.measure
        groups = (
            self._near.get((subject, place.id if place else "", measure.id if measure else ""), []) if measure else [],
            self._of_measure.get((subject, measure.id), []) if measure else [],
            self._of_place.get((subject, place.id if place else ""), []),
            self._of_subject.get(subject, []),
        )
        found: dict[str, Figure] = {}
        for group in groups:
            for other in group:
                if len(found) == most:
                    return list(found.values())
                if other.id != figure.id:
                    found.setdefault(other.id, other)
        return list(found.values())

    @cached_property
    def _near(self) -> Mapping[tuple[str, str, str], list[Figure]]:
        return _grouped((_key(figure), figure) for figure in self._ledger.figures.values())

    @cached_property
    def _of_measure(self) -> Mapping[tuple[str, str], list[Figure]]:
        return _grouped(((_key(figure)[0], _key(figure)[2]), figure) for figure in self._ledger.figures.values())

    @cached_property
    def _of_place(self) -> Mapping[tuple[str, str], list[Figure]]:
        return _grouped((_key(figure)[:2], figure) for figure in self._ledger.figures.values())

    @cached_property
    def _of_subject(self) -> Mapping[str, list[Figure]]:
        return _grouped((_key(figure)[0], figure) for figure in self._ledger.figures.values())


def _key(figure: Figure) -> tuple[str, str, str]:
    """The ids of its subject, place and measure; empty where it has none."""
    subject, place, measure = (each.id if each else "" for each in (figure.subject, figure.place, figure.measure))
    return subject, place, measure


def _names(figure: Figure) -> Iterable[str]:
    """The ids of what a figure is worked out from, each once."""
    return dict.fromkeys(each.figure.id for each in (figure.derivation.inputs if figure.derivation else ()))


def _grouped(pairs: Iterable[tuple[K, V]]) -> Mapping[K, list[V]]:
    """The values of each key, in their order."""
    found: defaultdict[K, list[V]] = defaultdict(list)
    for key, value in pairs:
        found[key].append(value)
    return dict(found)
