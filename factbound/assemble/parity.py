"""Parity: every language edition has the same pages, and the same page mentions the same figures and charts."""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence

from factbound.problems import Code, Problem, Where
from factbound.read.prose import AS_TYPED, Mention
from factbound.read.stories import Story, story_mentions

_TOLD = frozenset({Code.BAD_MENTION, Code.UNKNOWN_FIGURE, Code.BARE_NUMBER})
"""What makes a page print something else, and is a problem already."""


def parity_problems(
    stories: Sequence[Story], languages: tuple[str, ...], problems: Sequence[Problem]
) -> Iterator[Problem]:
    """What a language lacks, has more than, or prints differently from the edition's first language. Where a page has
    one of the `problems` that make it so, that is told and nothing else."""
    wrong = {each.where.path for each in problems if each.code in _TOLD}
    unread = {each.where.path for each in problems} - {story.file for story in stories}
    first, *others = languages
    by_name = {
        language: {story.name: story for story in stories if story.language == language} for language in languages
    }
    for language in others:
        for name, story in by_name[first].items():
            if name not in by_name[language]:
                yield from _missing(story, language, unread)
            elif not wrong & {story.file, by_name[language][name].file}:
                yield from _differences(story, by_name[language][name])
        for name, story in by_name[language].items():
            if name not in by_name[first]:
                yield from _missing(story, first, unread)


def _missing(story: Story, language: str, unread: Collection[str]) -> Iterator[Problem]:
    """A story that a language lacks; one that is there and could not be read is not missing."""
    path = f"content/{language}/{story.path.partition('/')[2]}"
    if path in unread:
        return
    hint = f"write {path}"
    yield Problem(Where(story.file), f"this page is missing in {language}", Code.PARITY, hint)


def _differences(story: Story, other: Story) -> Iterator[Problem]:
    """How the mentions of `other` differ from those of `story`."""
    here, there = _mentions(story), _mentions(other)
    for mention in there - here:
        where = next(m.where for m in reversed(list(story_mentions(other))) if _key(m) == mention)
        yield Problem(
            where,
            f"{_told(mention)} stands here more often than in {story.file}",
            Code.PARITY,
            _hint(mention, here - there),
        )
    for mention in here - there:
        where = next(m.where for m in story_mentions(story) if _key(m) == mention)
        yield Problem(Where(other.file), f"{_told(mention)} is missing, which {where} prints", Code.PARITY)


def _mentions(story: Story) -> Counter[tuple[str, str, str]]:
    return Counter(_key(mention) for mention in story_mentions(story) if mention.kind not in AS_TYPED)


def _key(mention: Mention) -> tuple[str, str, str]:
    return mention.kind, mention.target, mention.form


def _told(mention: tuple[str, str, str]) -> str:
    kind, target, form = mention
    if kind != "figure":
        return f"[[{kind}:{target}]]"
    return f"[[{target}]]" if form == "full" else f"[[{target}|{form}]]"


def _hint(mention: tuple[str, str, str], missing: Counter[tuple[str, str, str]]) -> str | None:
    """The form in which the other page prints this figure, when that is the difference."""
    other = next((each for each in missing if each[:2] == mention[:2]), None)
    return f"write {_told(other)}" if other else None
