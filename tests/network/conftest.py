"""A server that does what hosts do, for every test of the network; nothing goes by way of a proxy."""

from collections.abc import Iterator

import pytest
from press import Press, press


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("no_proxy", "*")


@pytest.fixture
def host() -> Iterator[Press]:
    with press() as server:
        yield server
