"""The locked requirements: what they hold can be installed as it stands."""

import re
from importlib.metadata import PackageNotFoundError, requires

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from places import ROOT

LOCKS = sorted(path.stem for path in (ROOT / "requirements").glob("*.txt"))


@pytest.mark.parametrize("lock", LOCKS)
def test_extras_that_packages_ask_for_stand_in_the_lock(lock: str) -> None:
    """pip takes `coverage[toml]` for pinned only where that is pinned: else it looks for a newer release, which has no
    hash, and refuses it."""
    text = (ROOT / f"requirements/{lock}.txt").read_text("utf-8")
    found = re.findall(r"^([A-Za-z0-9._-]+)(?:\[([^]]*)\])?==", text, re.MULTILINE)
    pinned = {canonicalize_name(name): set(extras.split(",")) - {""} for name, extras in found}
    assert pinned
    lacking = [
        f"{name} asks for {asked}"
        for name, extras in pinned.items()
        for asked in map(Requirement, _requires(name))
        if any(asked.marker is None or asked.marker.evaluate({"extra": extra}) for extra in extras or {""})
        and not asked.extras <= pinned.get(canonicalize_name(asked.name), asked.extras)
    ]
    assert lacking == []


def _requires(name: str) -> list[str]:
    """What an installed package asks for; nothing of one that is not installed here."""
    try:
        return requires(name) or []
    except PackageNotFoundError:
        return []
