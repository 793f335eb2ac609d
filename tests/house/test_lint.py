"""Lint, form and types, as a reviewer would run them."""

from __future__ import annotations

import sys

import pytest

from tests.house.source import run, tool

pytestmark = pytest.mark.house

CLOCKS_AND_DICE = (
    "import random\n",
    "import secrets\n",
    "import uuid\n",
    "from uuid import uuid4\n",
    "import os\n\nDRAWN = os.urandom(4)\n",
    "from datetime import UTC, datetime\n\nNOW = datetime.now(UTC)\n",
    "import datetime as dt\n\nTODAY = dt.date.today()\n",
    "import time\n\nNOW = time.time()\n",
    "from time import time_ns\n\nNOW = time_ns()\n",
)


def test_the_source_is_clean() -> None:
    """No finding of the linter, none silenced without a reason."""
    said = run(tool("ruff"), "check", ".")
    assert said.returncode == 0, said.stdout


def test_the_source_has_one_form() -> None:
    """Nobody discusses spaces."""
    said = run(tool("ruff"), "format", "--check", ".")
    assert said.returncode == 0, said.stdout


@pytest.mark.parametrize("source", CLOCKS_AND_DICE)
@pytest.mark.parametrize("layer", ["bot", "handlers", "scheduler", "storage"])
def test_the_hour_and_chance_are_refused_outside_the_clock(layer: str, source: str) -> None:
    """Each way to read the hour or to draw, in each layer."""
    said = run(tool("ruff"), "check", "--select", "TID251", "--stdin-filename", f"{layer}/any.py", "-", said=source)
    assert "TID251" in said.stdout


@pytest.mark.parametrize("source", CLOCKS_AND_DICE)
def test_the_clock_may_read_the_hour_and_draw(source: str) -> None:
    """One file has the right."""
    where = "scheduler/clock.py"
    said = run(tool("ruff"), "check", "--select", "TID251", "--stdin-filename", where, "-", said=source)
    assert said.returncode == 0, said.stdout


def test_monotonic_durations_are_free_everywhere() -> None:
    """A duration is not an hour."""
    source = "import time\n\nSTARTED = time.monotonic()\n"
    said = run(tool("ruff"), "check", "--select", "TID251", "--stdin-filename", "bot/any.py", "-", said=source)
    assert said.returncode == 0, said.stdout


@pytest.mark.slow
def test_every_name_is_typed() -> None:
    """mypy --strict over the source and the tests."""
    said = run(sys.executable, "-m", "mypy", "--no-error-summary")
    assert said.returncode == 0, said.stdout
