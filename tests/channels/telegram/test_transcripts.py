"""Every conversation of tests/transcripts reads the same on Telegram, by polling or by webhook.

In `make test` those that are not played on Matrix are, each one of the two ways, in turn; `BOUSSOLE_KILLS=200`
(`make faults`) plays them all, both ways."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from structlog.testing import capture_logs

from tests.channels.telegram.player import PLAYERS
from tests.players import Playing, play
from tests.test_transcripts import FILES, SHORTEST_CANARY, names
from tests.transcript import Message, read

WHOLE = int(os.environ.get("BOUSSOLE_KILLS", "50")) >= 200


def cases() -> Iterator[object]:
    """Each file by the player whose turn it is after those of tests/test_transcripts.py, or by each."""
    for number, (file, name) in enumerate(zip(FILES, names(FILES), strict=True)):
        for playing in PLAYERS if WHOLE else PLAYERS[max(0, number % 4 - 2) : max(0, number % 4 - 1)]:
            yield pytest.param(file, playing, id=f"{name}-{playing.__name__}")


@pytest.mark.parametrize(("file", "playing"), list(cases()))
def test_people_see_on_telegram_what_is_written(file: Path, playing: Playing, tmp_path: Path) -> None:
    """To the letter, choices included; and no log repeats what was typed."""
    transcript = read(file.read_text("utf-8"))
    with capture_logs() as logs:
        played = play(transcript, playing, tmp_path)
    for exchange, outcome in zip(transcript.exchanges, played, strict=True):
        assert outcome.splitlines() == exchange.expected.splitlines(), f"{file.name}: {exchange.line}"
    typed = [e.step.text for e in transcript.exchanges if isinstance(e.step, Message)]
    assert [text for text in typed if len(text) >= SHORTEST_CANARY and text in str(logs)] == []
