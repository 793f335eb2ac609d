"""The whole suite is offline: a connection to anywhere but this machine fails the test that opens it.
`--rewrite-transcripts` writes the golden conversations again; `--row F12` runs the tests that bear that row's name."""

from __future__ import annotations

import ipaddress
import sys
from collections.abc import Generator

import pytest

from tests.measures import GOALS, record

pytest_plugins = ["tests.databases", "tests.longest_first", "tests.played_on", "tests.synapse.fixtures"]
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
    parser.addoption("--row", action="append", default=[], help="only the tests of this row of docs/faults.md")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """`--row F12` keeps the tests marked with it."""
    asked = set(config.getoption("--row"))
    if asked:
        items[:] = [item for item in items if asked & {row for mark in item.iter_markers("row") for row in mark.args}]


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """A test that fails is told among the goals that it measures, whether it measured anything or not."""
    report = yield
    if report.failed:
        for goal in sorted({row for mark in item.iter_markers("row") for row in mark.args} & set(GOALS)):
            record(goal, f"failed: {item.name}", met=False)
    return report
