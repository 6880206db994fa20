"""Slugs: the form of every id."""

import re


def is_slug(text: str) -> bool:
    """Whether it can be an id: a-z, 0-9 and single hyphens, starting with a letter, 80 characters at most."""
    good = (
        text.isascii()
        and text == text.lower()
        and text[:1].isalpha()
        and all(part.isalnum() for part in text.split("-"))
    )
    return good and len(text) <= 80


def near_slug(text: str) -> str | None:
    """The id that may have been meant: small letters, hyphens for everything else; None where that makes none."""
    near = re.sub("[^a-z0-9]+", "-", text.lower()).strip("-")
    return near if is_slug(near) else None
