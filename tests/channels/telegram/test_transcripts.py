"""Every conversation of tests/transcripts reads the same on Telegram, by polling and by webhook."""

from __future__ import annotations

from pathlib import Path

import pytest
from structlog.testing import capture_logs

from tests.channels.telegram.player import PLAYERS
from tests.players import Playing, play
from tests.test_transcripts import FILES, SHORTEST_CANARY, names
from tests.transcript import Message, read


@pytest.mark.parametrize("playing", PLAYERS, ids=lambda playing: playing.__name__)
@pytest.mark.parametrize("file", FILES, ids=names(FILES))
def test_people_see_on_telegram_what_is_written(file: Path, playing: Playing, tmp_path: Path) -> None:
    """To the letter, choices included; and no log repeats what was typed."""
    transcript = read(file.read_text("utf-8"))
    with capture_logs() as logs:
        played = play(transcript, playing, tmp_path)
    for exchange, outcome in zip(transcript.exchanges, played, strict=True):
        assert outcome.splitlines() == exchange.expected.splitlines(), f"{file.name}: {exchange.line}"
    typed = [e.step.text for e in transcript.exchanges if isinstance(e.step, Message)]
    assert [text for text in typed if len(text) >= SHORTEST_CANARY and text in str(logs)] == []
