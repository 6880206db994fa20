"""Voices: who speaks, as far as an article's words tell: said X, selon X, aldus X, so X, a quotation's speaker."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from factbound.desk.lists import Lists, Named, plain
from factbound.language.speech import Speech, speech

REPORTER = "reporter"
"""The voice of the article itself."""
_QUOTED = re.compile(r"“[^“”]*[”“]|«[^«»]*»|„[^„“”]*[“”]|\"[^\"]*\"")
_SENTENCE = re.compile(r"[.!?…][\"”»“]?\s+(?=[\"“«„]?\s?[A-ZÀ-Þ0-9])")
_ASIDE = re.compile(r"[^,.;:()“”«»\"]{0,60},")
"""What may stand between a verb of saying and the comma that ends it: on Monday, during a visit to the depot."""
_GLOSS = re.compile(
    r"[^,]*,\s+(?:an?|the|which|une?|la|le|les|l['’]|ce qui|soit|een|het|de|wat|dat|eine?|der|die|das|was)\b",
    re.IGNORECASE,
)
"""What an article adds in its own voice to what was said: , a sum that; , ce qui; , een bedrag dat."""
_NEAR = 70
"""How many characters a name may stand from its verb."""
_APART = 110
"""The same with an apposition between commas: Ada Claes, who directs the factory, said."""


@dataclass(frozen=True, slots=True)
class Saying:
    """Somebody says something: who, and where the words stand that tell it; `leading` when what is said comes after."""

    who: str
    start: int
    end: int
    leading: bool


def sentence_at(paragraph: str, position: int) -> tuple[int, int]:
    """Where the sentence starts and ends that holds a position.

    >>> sentence_at("One lamp. Two lamps.", 12)
    (10, 20)
    """
    stops = [0, *(match.end() for match in _SENTENCE.finditer(paragraph)), len(paragraph)]
    return next((a, b) for a, b in pairwise(stops) if position < b or b == len(paragraph))


def speaker(paragraphs: Sequence[str], number: int, start: int, end: int, lists: Lists) -> str:
    """Who says what stands from `start` to `end` of a paragraph (counted from 1): an id, or the reporter."""
    paragraph = paragraphs[number - 1]
    words = speech(lists.language)
    first, last = sentence_at(paragraph, start)
    if _in_brackets(paragraph[first:last], start - first):
        return REPORTER
    quote = next((m for m in _QUOTED.finditer(paragraph) if m.start() <= start and end <= m.end()), None)
    sayings = _sayings(paragraphs, number, lists, words)
    if quote:
        outside = [each for each in sayings if not quote.start() <= each.start < quote.end()]
        nearest = min(outside, key=lambda each: _distance(each, quote.start(), quote.end()), default=None)
        return nearest.who if nearest else _before(paragraphs, number, lists, words) or REPORTER
    for each in sayings:
        if not first <= each.start < last:
            continue
        aside = _is_aside(paragraph, each, last)
        closing = aside or last - each.end <= 30 or paragraph[each.end : last].count(" ") <= 3
        if end <= each.start and (closing or not each.leading):
            return each.who
        if each.leading and each.end <= start and not (aside and _GLOSS.match(paragraph, each.end)):
            return each.who
    return REPORTER


def hedge(paragraph: str, start: int, end: int, language: str) -> str | None:
    """The nearest word of the sentence that makes it less than sure, as printed."""
    first, last = sentence_at(paragraph, start)
    text = plain(paragraph).lower()
    found = [m for m in speech(language).hedges.finditer(text, first, last) if m.end() <= start or m.start() >= end]
    before = [each for each in found if each.end() <= start]
    nearest = before[-1] if before else None
    return paragraph[nearest.start() : nearest.end()] if nearest else None


def _sayings(paragraphs: Sequence[str], number: int, lists: Lists, words: Speech) -> list[Saying]:
    """Who says something in a paragraph, in its order."""
    paragraph = paragraphs[number - 1]
    text = plain(paragraph).lower()
    people = lists.people.find(paragraph)
    found: list[Saying] = []
    for match in words.according.finditer(text):
        near = [each for each in people if 0 <= each.start - match.end() <= 30]
        if near:
            found.append(Saying(near[0].id, match.start(), near[0].end, leading=True))
    for match in words.says.finditer(text):
        if any(match.start() < each.end and each.start < match.end() for each in people):
            continue
        who = _subject(match, text, people, words)
        if who is None and _pronoun_near(match, text, words):
            if earlier := found[-1].who if found else _before(paragraphs, number, lists, words):
                found.append(Saying(earlier, match.start(), match.end(), leading=True))
        elif who:
            found.append(Saying(who.id, min(who.start, match.start()), max(who.end, match.end()), leading=True))
    return sorted(found, key=lambda each: each.start)


def _subject(match: re.Match[str], text: str, people: Sequence[Named], words: Speech) -> Named | None:
    """Whose saying a verb is: the name behind it (said the director Ada Claes), or before it, across an apposition."""
    before = [each for each in people if 0 <= match.start() - each.end <= _APART and _joined(text, each, match)]
    behind = [each for each in people if 0 <= each.start - match.end() <= _NEAR and _is_behind(text, match.end(), each)]
    if before and (not behind or match.start() - before[-1].end <= 2):
        return before[0] if "," in text[before[0].end : match.start()] else before[-1]
    together = [each for each in behind if not re.search(r"[,.;]", text[behind[0].end : each.start])]
    return together[-1] if together else None


def _is_behind(text: str, start: int, name: Named) -> bool:
    """Whether a name behind a verb may be its subject: few words between them, and none that opens what is said."""
    between = text[start : name.start]
    opened = re.search(r"[.;:\"“”«»]|\b(?:that|que?|qu'|dat|dass|with|avec|met|mit|to|à|of|over|von)\b", between)
    return len(between.split()) <= 4 and not opened


def _joined(text: str, name: Named, match: re.Match[str]) -> bool:
    """Whether a name and a verb behind it go together: near, or with a whole apposition between two commas."""
    between = text[name.end : match.start()]
    if re.search(r"[.!?;:\"“”«»] ", between):
        return False
    return (
        len(between) <= 12 or (between.startswith(",") and between.rstrip().endswith(",")) or between.startswith(" of ")
    )


def _pronoun_near(match: re.Match[str], text: str, words: Speech) -> bool:
    """Whether a pronoun stands right before a verb of saying, or right behind it."""
    ahead, behind = text[max(0, match.start() - 16) : match.start()], text[match.end() : match.end() + 16]
    return any(m.end() >= len(ahead.rstrip()) for m in words.pronouns.finditer(ahead)) or any(
        m.start() <= 2 for m in words.pronouns.finditer(behind)
    )


def _before(paragraphs: Sequence[str], number: int, lists: Lists, words: Speech) -> str | None:
    """The last who spoke in the paragraph before."""
    if number < 2:
        return None
    found = _sayings(paragraphs[number - 2 : number - 1], 1, lists, words)
    return found[-1].who if found else None


def _distance(each: Saying, start: int, end: int) -> int:
    return each.start - end if each.start >= end else 2 * (start - each.end) if each.end <= start else 0


def _is_aside(paragraph: str, each: Saying, last: int) -> bool:
    """Whether a saying stands between two commas, behind what was said: …, Merle Trams said on Monday, …"""
    return paragraph[: each.start].rstrip(' \u00a0\u202f"”»’')[-1:] == "," and bool(
        _ASIDE.match(paragraph[each.end : last])
    )


def unknown_voice(paragraph: str, start: int, language: str) -> str | None:
    """The name, in capitals, of somebody who says something in a sentence, or elsewhere in the paragraph, and whom no
    list may have yet; None where no such name stands beside a verb of saying."""
    first, last = sentence_at(paragraph, start)
    text = plain(paragraph).lower()
    said = list(speech(language).says.finditer(text))
    for match in sorted(said, key=lambda each: (not first <= each.start() < last, abs(each.start() - start))):
        before = _CAPITALS_BEFORE.search(paragraph[: match.start()])
        behind = _CAPITALS_BEHIND.match(paragraph[match.end() :])
        if found := before or behind:
            return found[1].strip(" .")
    return None


_WORD = r"[A-ZÀ-Þ][\w’'&.-]*"
_NAME = rf"{_WORD}(?:(?:\s+(?:of|de|du|des|van|von|den|der|the|la|for)){{0,2}}\s+{_WORD}){{0,5}}"
_CAPITALS_BEFORE = re.compile(rf"({_NAME})\s*$")
_CAPITALS_BEHIND = re.compile(rf"\s+(?:\w+\s+){{0,2}}?({_NAME})")


def _in_brackets(sentence: str, position: int) -> bool:
    """Whether a place lies between brackets, where an article explains in its own voice."""
    return sentence.rfind("(", 0, position) > sentence.rfind(")", 0, position)
