"""What a browser test needs on the machine it runs on."""

import os

import pytest


def needed(there: bool, what: str) -> None:
    """Without it a person's tests are skipped, and CI fails."""
    if not there:
        (pytest.fail if os.environ.get("CI") else pytest.skip)(
            what, **({"pytrace": False} if os.environ.get("CI") else {})
        )
