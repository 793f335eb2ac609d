"""Every conversation of tests/transcripts reads the same on Matrix, in encrypted rooms of a real homeserver.

`make test` plays one in eight, since the homeserver takes a second of processor for each, and always that of a question
to the room of a network (goal H1); most of the others are played on Telegram. `BOUSSOLE_KILLS=200` (`make faults`)
plays them all."""

from __future__ import annotations

import asyncio
import os
import re
from pathlib import Path

from structlog.testing import capture_logs

from bot.channels.matrix import MatrixChannel
from tests.channels.matrix.cast import Cast, Switch
from tests.channels.matrix.player import play, shared
from tests.channels.matrix.rig import NEVER, settings
from tests.conversation import guide
from tests.synapse.fixtures import Synapse
from tests.test_transcripts import FILES, SHORTEST_CANARY
from tests.transcript import ME, Enrolled, Message, Transcript, read

CASTS = 6
ALWAYS = "parler_groupe.txt"
FEW = [file for number, file in enumerate(FILES) if number % 8 == 0 or file.name == ALWAYS]
PLAYED = FILES if int(os.environ.get("BOUSSOLE_KILLS", "50")) >= 200 else FEW


async def test_people_read_on_matrix_what_is_written(synapse: Synapse, tmp_path: Path) -> None:
    """To the letter, choices included; and no log repeats what was typed."""
    transcripts = {read(file.read_text("utf-8")): file.name for file in PLAYED}
    wrong: list[str] = []
    user, password = await synapse.account("bot")
    configured = settings(synapse, (user, password), tmp_path / "keys", allow=[user.partition(":")[2]])
    channel, switch = MatrixChannel(configured, welcome=NEVER), Switch(guide(""))
    with capture_logs() as logs:
        await channel.open()
        listening = asyncio.create_task(channel.listen(switch))
        try:
            hands = shared(transcripts, CASTS)
            casts = await asyncio.gather(*(cast(synapse, user, who_write(hand)) for hand in hands))
            played = await asyncio.gather(
                *(each(channel, switch, its, hand) for its, hand in zip(casts, hands, strict=True))
            )
        finally:
            listening.cancel()
            await asyncio.gather(listening, return_exceptions=True)
            await channel.close()
    for transcript, outcomes in (pair for hand in played for pair in hand):
        for exchange, outcome in zip(transcript.exchanges, outcomes, strict=True):
            if outcome.splitlines() != exchange.expected.splitlines():
                wrong.append(f"{transcripts[transcript]}: {exchange.line}\n{outcome}")
    assert wrong == []
    assert switch.aside == []
    typed = [e.step.text for each in transcripts for e in each.exchanges if isinstance(e.step, Message)]
    canaries = {text for text in typed if len(text) >= SHORTEST_CANARY}
    assert [text for text in canaries if re.search(rf"\b{re.escape(text)}\b", str(logs))] == []


async def each(
    channel: MatrixChannel, switch: Switch, cast: Cast, hand: list[Transcript]
) -> list[tuple[Transcript, list[str]]]:
    """One after the other."""
    return [(transcript, await play(channel, switch, cast, transcript)) for transcript in hand]


def who_write(hand: list[Transcript]) -> list[str]:
    """Who writes or is a member in these transcripts, and the two of the room."""
    steps = [exchange.step for transcript in hand for exchange in transcript.exchanges]
    return sorted({ME, "u2", *(step.who for step in steps if isinstance(step, Message | Enrolled))})


async def cast(synapse: Synapse, bot: str, names: list[str]) -> Cast:
    """These people, each alone with the bot, and a room where two are together with it."""
    people = {who: await synapse.person(who) for who in names}
    rooms = {who: await person.direct_room(bot) for who, person in people.items()}
    first, second = people[ME], people["u2"]
    crowd = await first.opens_room([second.user_id, bot])
    await second.accepts(crowd)
    for who, person in people.items():
        await person.joined_by(rooms[who], bot)
    await first.joined_by(crowd, bot)
    return Cast(people, rooms, crowd)
