"""Whole conversations on PostgreSQL: the same text, to the letter, as on an embedded database.

In `make test` it is one transcript in twelve; `BOUSSOLE_KILLS=200` (`make faults`) plays them all."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from handlers.guide import Guide
from tests.databases import prepared
from tests.played import Player
from tests.players import on_database, play
from tests.transcript import read

FOLDER = Path(__file__).parents[1] / "transcripts"
EVERY = 1 if int(os.environ.get("BOUSSOLE_KILLS", "50")) >= 200 else 12
FILES = sorted(FOLDER.rglob("*.txt"))[::EVERY]


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name}/{file.stem}")
def test_a_conversation_on_a_server_is_the_one_written(file: Path, postgresql: str, tmp_path: Path) -> None:
    """Four lanes, locks, another kind of column: people notice nothing."""
    url, transcript = prepared(postgresql), read(file.read_text("utf-8"))

    @asynccontextmanager
    async def on_the_server(guide: Guide, hint: str | None, _: Path) -> AsyncIterator[Player]:
        async with on_database(url, guide, hint) as player:
            yield player

    played = play(transcript, on_the_server, tmp_path)
    for exchange, outcome in zip(transcript.exchanges, played, strict=True):
        assert outcome.splitlines() == exchange.expected.splitlines(), f"{file.name}: {exchange.line}"
