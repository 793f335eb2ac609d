"""The whole suite is offline: a connection to anywhere but this machine fails the test that opens it.
`--rewrite-transcripts` is the one option of our own."""

from __future__ import annotations

import ipaddress
import sys

import pytest

pytest_plugins = ["tests.synapse.fixtures"]
LOCAL_NAMES = {"localhost", "", None}


class ReachedOutsideError(AssertionError):
    """A test tried to reach another machine."""


def is_local(host: object) -> bool:
    """True for the loopback, by name or number."""
    if isinstance(host, bytes):
        host = host.decode("ascii", "replace")
    if host in LOCAL_NAMES:
        return True
    try:
        return ipaddress.ip_address(str(host)).is_loopback
    except ValueError:
        return False


def _watch(happening: str, details: tuple[object, ...]) -> None:
    host: object = ""
    if happening == "socket.connect" and isinstance(details[1], tuple):
        host = details[1][0]
    elif happening == "socket.getaddrinfo":
        host = details[0]
    if not is_local(host):
        raise ReachedOutsideError(str(host))


sys.addaudithook(_watch)


def pytest_addoption(parser: pytest.Parser) -> None:
    """The transcripts can be written again from what the engine says; the diff is then the review."""
    parser.addoption("--rewrite-transcripts", action="store_true", help="write the transcripts again")
