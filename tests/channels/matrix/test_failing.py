"""A homeserver that answers, and fails: asked seldom whatever it answers, and found again once it is well."""

from __future__ import annotations

import asyncio
import os
import time
from pathlib import Path

import pytest

from storage.database import Database
from tests.channels.matrix.rig import NEVER, rig, settings
from tests.measures import record
from tests.synapse.fixtures import Synapse
from tests.synapse.proxy import FAILURES, proxy

WHOLE = int(os.environ.get("BOUSSOLE_KILLS", "50")) >= 200
SECONDS = 60.0 if WHOLE else 2.0
MOST = 12 if WHOLE else 4
"""Of a minute; in two seconds, no more than a few."""


@pytest.mark.row("F37", "G9")
@pytest.mark.parametrize("how", FAILURES if WHOLE else FAILURES[:4:3])
async def test_a_homeserver_that_fails_is_asked_seldom_and_found_again(
    synapse: Synapse, tmp_path: Path, how: str, either_database: Database
) -> None:
    """A few questions in a while, no busy loop; then the conversation goes on (faults F37, G9)."""
    async with proxy(synapse.url) as line:
        configured = settings(synapse, await synapse.account("bot"), tmp_path / "keys", homeserver=line.url)
        async with rig(synapse, configured, either_database, welcome=NEVER) as bot:
            holder, room = await bot.meets()
            await holder.says(room, "bonjour")
            await holder.hears(room, 2)
            line.fails = how
            await asyncio.sleep(0.5)
            before, spent = len(line.asked), time.process_time()
            await asyncio.sleep(SECONDS)
            asked, spent = len(line.asked) - before, time.process_time() - spent
            line.fails = ""
            await holder.says(room, "1")
            assert (await holder.hears(room, timeout=90))[0].body.startswith("Noté : J’ai une idée.")
    told = f"Matrix, « {how} »: {asked} requests in {SECONDS:.0f} s, {100 * spent / SECONDS:.1f} % of a processor"
    # The processor is this process's, with the person's own app in it: it is told, and judged on Telegram.
    record("G9", told, asked <= MOST)
    assert asked <= MOST
