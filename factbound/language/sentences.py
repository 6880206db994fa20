"""Sentences: which one holds some words of a text of our own."""

import re

_END = re.compile(r"[.!?…][”»\"’)\]†]*\s+(?=[^a-zà-ÿ\s])")
"""Where a sentence may end: a full stop or the like, then a space and no small letter. A dagger is a footnote's."""


def sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the sentence begins and ends that holds text[start:end].

    >>> sentence_around("One lamp.† Two lamps. And more", 11, 14)
    (11, 22)
    """
    ends = [match.end() for match in _END.finditer(text)]
    return max((at for at in ends if at <= start), default=0), min((at for at in ends if at >= end), default=len(text))
