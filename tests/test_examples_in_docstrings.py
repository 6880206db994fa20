"""Each example in a docstring of the engine does what it says."""

import doctest
import importlib
import pkgutil

import pytest

import factbound

MODULES = sorted(
    module.name
    for module in pkgutil.walk_packages(factbound.__path__, "factbound.")
    if not module.ispkg and module.name != "factbound.__main__" and ".scaffold.edition." not in module.name
)
WITH_EXAMPLES = [
    name for name in MODULES if doctest.DocTestFinder(exclude_empty=True).find(importlib.import_module(name))
]


@pytest.mark.parametrize("name", WITH_EXAMPLES)
def test_the_examples_in_a_module_hold(name: str) -> None:
    assert doctest.testmod(importlib.import_module(name)).failed == 0


def test_examples_are_found() -> None:
    assert "factbound.values.licences" in WITH_EXAMPLES
