"""Phrases of a lexicon, found among tokens in one walk: forwards from a place, or backwards up to it."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from factbound.language.tokens import Tokens

T = TypeVar("T")
_PIECES = re.compile(r"\d+|[^\W\d_]+|\S")


def pieces(phrase: str) -> list[str]:
    """A phrase as tokens.

    >>> pieces("zo'n")
    ['zo', "'", 'n']
    """
    return _PIECES.findall(phrase.lower())


@dataclass(slots=True)
class _Node(Generic[T]):
    following: dict[str, "_Node[T]"] = field(default_factory=dict)
    meaning: tuple[T, ...] = ()


class Phrases(Generic[T]):
    """What each phrase means; the longest that fits is found."""

    def __init__(self, meanings: Mapping[str, T], *, backwards: bool = False) -> None:
        self._root: _Node[T] = _Node()
        for phrase, meaning in meanings.items():
            node = self._root
            parts = pieces(phrase)
            for part in reversed(parts) if backwards else parts:
                node = node.following.setdefault(part, _Node())
            node.meaning = (meaning,)

    def at(self, line: Tokens, position: int) -> tuple[int, T] | None:
        """The longest phrase that starts at a token: where it ends (exclusive), and what it means."""
        low, found = line.low, None
        node = self._root.following.get(low[position])
        at = position
        while node is not None:
            at += 1
            if node.meaning:
                found = (at, node.meaning[0])
            if not node.following or at >= len(low):
                break
            node = node.following.get(low[at])
        return found

    def before(self, line: Tokens, position: int) -> tuple[int, T] | None:
        """The longest phrase that ends right before a token: where it starts, and what it means."""
        low, found, at = line.low, None, position
        node = self._root.following.get(low[at - 1]) if at > 0 else None
        while node is not None:
            at -= 1
            if node.meaning:
                found = (at, node.meaning[0])
            if not node.following or at < 1:
                break
            node = node.following.get(low[at - 1])
        return found


def phrase_set(phrases: Iterable[str], *, backwards: bool = False) -> Phrases[bool]:
    """Phrases that only have to be there."""
    return Phrases(dict.fromkeys(phrases, True), backwards=backwards)
