"""What all tests share: no network in this process, Hypothesis profiles, skipped extras."""

from __future__ import annotations

import os
import socket
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings

from tests.processes import has_minilm

# The same examples in every run, so that a change is to blame for what fails; `thorough` looks for
# others each time.
settings.register_profile(
    "quick",
    max_examples=50,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile("thorough", max_examples=1000, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "quick"))


@pytest.fixture(autouse=True)
def _no_sockets(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Fail any test that opens a socket."""

    def refuse(*_arguments: object, **_options: object) -> None:
        raise AssertionError("a test opened a socket")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket.socket, "bind", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    yield


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip what needs the minilm extra where it is not installed."""
    if has_minilm():
        return
    for item in items:
        if item.get_closest_marker("minilm"):
            item.add_marker(pytest.mark.skip(reason="the minilm extra is not installed"))
