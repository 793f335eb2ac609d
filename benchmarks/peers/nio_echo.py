"""The simplest correct bot on nio: it joins, and answers each message in a task, encrypted where the room is."""

from __future__ import annotations

import asyncio
from typing import Any

from nio import AsyncClient, AsyncClientConfig, InviteMemberEvent, MatrixRoom, RoomMessageText

from benchmarks.peers.answer import ANSWER, FOLDER, PASSWORD, SERVER, USER

SYNC_MILLISECONDS = 30_000


async def main() -> None:
    client = AsyncClient(SERVER, USER, store_path=str(FOLDER), config=AsyncClientConfig(encryption_enabled=True))
    answering: set[asyncio.Task[Any]] = set()

    async def joins(room: MatrixRoom, event: InviteMemberEvent) -> None:
        if event.state_key == USER:
            await client.join(room.room_id)

    async def answers(room: MatrixRoom, event: RoomMessageText) -> None:
        if event.sender != USER:
            said = client.room_send(room.room_id, "m.room.message", ANSWER, ignore_unverified_devices=True)
            task = asyncio.create_task(said)
            answering.add(task)
            task.add_done_callback(answering.discard)

    await client.login(PASSWORD)
    client.add_event_callback(joins, InviteMemberEvent)
    client.add_event_callback(answers, RoomMessageText)
    await client.sync_forever(SYNC_MILLISECONDS)


if __name__ == "__main__":
    asyncio.run(main())
