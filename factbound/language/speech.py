"""Speech: the words by which a language says that somebody says something, and how surely.

It is what a machine needs to guess at a reading's `said_by` and `hedge`; an editor decides.
"""

import importlib
import re
from dataclasses import dataclass
from functools import cache

from factbound.language.lexicon import has_lexicon


@dataclass(frozen=True, slots=True)
class Speech:
    """A language's words of saying, as patterns over lower case text with plain apostrophes."""

    says: re.Pattern[str]
    """Verbs of saying, thinking and foretelling, with what stands before them: said, a déclaré, kondigde aan."""
    according: re.Pattern[str]
    """What stands before a name: according to, selon, volgens, laut."""
    pronouns: re.Pattern[str]
    """Words for somebody who was named before: she, il, hij."""
    hedges: re.Pattern[str]
    """Words that make it less than sure: plans, devrait, zou."""
    open: re.Pattern[str]
    """Words that leave it open whether it is or will be so: those that make it less than sure, and in words of our own
    also what names an intention, a promise or a guess (goal, promesse, voorspelling)."""
    besides: re.Pattern[str]
    """Words of saying that as often say something else, so that they show no speaker in words of our own: adds, zo."""
    unnamed: frozenset[str]
    """Words that stand in an edition's list for voices without a name: unnamed analysts, analystes non nommés."""
    articles: re.Pattern[str]
    """Articles at the start of a name."""
    several: re.Pattern[str]
    """A few of something that is counted in whole ones: quelques jours, several months."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The same as a language's file has them (`SPEECH`): alternatives between bars, patterns where they need be."""

    says: str
    according: str
    pronouns: str
    hedges: str
    open: str
    """What leaves it open in words of our own, beside `hedges`."""
    besides: str
    unnamed: str
    articles: str
    several: str
    alike: tuple[str, ...]
    """Words that are counted alike: what an edition calls a job, an article may call a post; the same groups in each
    language: staff, jobs, sites, firms, parcels."""
    singulars: tuple[tuple[str, str], ...] = ()
    """What plurals end in, as patterns without accents, and what their singulars end in: for search."""


def _any(words: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(' '.join(each.split()) for each in words.split('|'))})(?!\w)")


def _words(language: str) -> Words | None:
    """What a language's file has to say; None without a file."""
    if not has_lexicon(language):
        return None
    found: Words = importlib.import_module(f"factbound.language.{language}").SPEECH
    return found


@cache
def speech(language: str) -> Speech:
    """The words of saying of a language; of one that has none here, patterns that find nothing."""
    words = _words(language)
    if words is None:
        nothing = re.compile(r"(?!)")
        return Speech(nothing, nothing, nothing, nothing, nothing, nothing, frozenset(), nothing, nothing)
    return Speech(
        _any(words.says),
        _any(words.according),
        _any(words.pronouns),
        _any(words.hedges),
        _any(f"{words.hedges}|{words.open}"),
        _any(words.besides),
        frozenset(words.unnamed.split()),
        re.compile(rf"(?:(?:{words.articles}) |l'|d')+", re.IGNORECASE),
        _any(words.several),
    )


def singulars(language: str) -> tuple[tuple[str, str], ...]:
    """What plurals of a language end in, as patterns over folded words, with what their singulars end in.

    >>> singulars("en")[0]
    ('ies', 'y')
    """
    words = _words(language)
    return words.singulars if words else ()


def leaves_open(text: str, language: str) -> bool:
    """Whether a text of our own says that something may not be, or not come, so.

    >>> leaves_open("It could add 800 jobs.", "en"), leaves_open("It adds 800 jobs.", "en")
    (True, False)
    """
    return bool(speech(language).open.search(_plain(text)))


def speaks(text: str, language: str) -> bool:
    """Whether a text of our own says that somebody says something.

    >>> speaks("According to Lumen it adds 800 jobs.", "en"), speaks("It adds 800 jobs.", "en")
    (True, False)
    """
    words, plain = speech(language), _plain(text)
    found = (match[0] for pattern in (words.says, words.according) for match in pattern.finditer(plain))
    return any(not words.besides.fullmatch(each) for each in found)


def _plain(text: str) -> str:
    return text.lower().replace("’", "'")


def alike(word: str, language: str, in_: str) -> frozenset[str]:
    """The words of the language `in_` that may stand for a word of `language`: none where it is counted unlike any.

    >>> "posts" in alike("jobs", "en", "en"), "postes" in alike("jobs", "en", "fr")
    (True, True)
    """
    mine, theirs = _words(language), _words(in_)
    if mine is None or theirs is None:
        return frozenset()
    groups = zip(mine.alike, theirs.alike, strict=False)
    return frozenset().union(*(other.split() for group, other in groups if word in group.split()))
