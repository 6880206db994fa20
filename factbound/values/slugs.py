"""Slugs: the form of every id."""

import re

SLUG = "[a-z][a-z0-9]*(-[a-z0-9]+)*"
"""A slug as a regular expression: small letters, digits and single hyphens, starting with a letter."""

LONGEST = 80
"""The most characters of a slug."""
DEVICES = frozenset({"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))})
"""Names that Windows has for itself, whatever comes after a point."""


def is_slug(text: str) -> bool:
    """Whether it can be an id.

    >>> is_slug("lamp-factory-plan"), is_slug("lamp--factory"), is_slug("Lamp")
    (True, False, False)
    """
    return len(text) <= LONGEST and re.fullmatch(SLUG, text) is not None


def near_slug(text: str) -> str | None:
    """The id that may have been meant: small letters, hyphens for everything else; None where that makes none.

    >>> near_slug("Lamp factory_plan")
    'lamp-factory-plan'
    """
    near = re.sub("[^a-z0-9]+", "-", text.lower()).strip("-")
    return near if is_slug(near) else None
