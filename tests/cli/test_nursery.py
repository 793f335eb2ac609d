"""A program that was forked does what the same program does when it is started whole."""

from __future__ import annotations

import signal
import subprocess

import pytest

from tests.cli.program import PROGRAM, ROOT, ran, surroundings, talking


@pytest.mark.parametrize("words", [["--help"], ["nonsense"], ["check", "content/exemple"]], ids=" ".join)
def test_a_forked_program_says_what_a_started_one_says(words: list[str]) -> None:
    """To the letter, on both streams, with the same code."""
    whole = subprocess.run(
        [*PROGRAM, *words], cwd=ROOT, env=surroundings(), capture_output=True, text=True, check=False
    )
    forked = ran(*words)
    assert (forked.code, forked.out, forked.err) == (whole.returncode, whole.stdout, whole.stderr)


def test_a_killed_program_says_by_which_signal() -> None:
    """The end is the one that the system knows."""
    with talking() as talk:
        talk.process.send_signal(signal.SIGKILL)
        assert talk.process.wait(30) == -signal.SIGKILL


def test_each_program_has_its_own_environment() -> None:
    """What one is given, the next does not find."""
    assert ran("outbox", BOUSSOLE_STORAGE__URL="nowhere://").code != 0
    assert "nowhere" not in ran("outbox", BOUSSOLE_STORAGE__URL="elsewhere://").err
