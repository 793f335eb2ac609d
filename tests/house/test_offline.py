"""The guard of tests/conftest.py works."""

from __future__ import annotations

import socket

import pytest

from tests.conftest import is_local

pytestmark = pytest.mark.house


def test_no_test_reaches_another_machine() -> None:
    """By number or by name, before a packet leaves."""
    with socket.socket() as door, pytest.raises(AssertionError, match=r"192\.0\.2\.1"):
        door.connect(("192.0.2.1", 80))
    with pytest.raises(AssertionError, match="example"):
        socket.getaddrinfo("server.example", 80)


@pytest.mark.parametrize("host", ["127.0.0.1", "127.8.8.8", "::1", "localhost", b"localhost", None, ""])
def test_this_machine_may_be_reached(host: object) -> None:
    """Fake servers listen on the loopback."""
    assert is_local(host)
