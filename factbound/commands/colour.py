"""Colour: whether what is printed may have it. Source: no-color.org, whose variable counts when it is not empty."""

import os
from typing import TextIO


def coloured(stream: TextIO) -> bool:
    """Whether this stream shows colours: a terminal that can, of somebody who did not ask for none."""
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
