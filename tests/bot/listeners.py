"""A channel whose server is played by the test: it opens, listens and fails as it is told."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Mapping
from typing import Any

from bot.channels import Inbox, Outgoing
from handlers.guide import Guide
from handlers.messages import Address, Inbound
from storage.desk import Desk
from storage.offered import Offered
from storage.outbox import OutboxRow


class Line:
    """`opens` and `listens` hold what each call raises; None, or nothing left: it goes well."""

    edits = True
    buttons = True
    files = False
    repeats = False
    longest_text = 4_096

    def __init__(self, name: str, opens: list[Exception | None] | None = None) -> None:
        self.name = name
        self.opens = deque(opens or [])
        self.listens: deque[Exception | None] = deque()
        self.updates: list[dict[str, Any]] = []
        self.answer: dict[str, Any] | Exception | None = None
        self.sent: list[Outgoing] = []
        self.opened = 0
        self.well = True
        self.listening = asyncio.Event()
        self.hurt = asyncio.Event()

    async def open(self) -> None:
        self.opened += 1
        failure = self.opens.popleft() if self.opens else None
        if failure is not None:
            raise failure

    async def listen(self, inbox: Inbox) -> None:
        self.listening.set()
        await self.hurt.wait()
        self.hurt.clear()
        self.listening.clear()
        failure = self.listens.popleft() if self.listens else None
        if failure is not None:
            raise failure

    async def update(self, raw: bytes | dict[str, Any], inbox: Inbox) -> dict[str, Any] | None:
        assert isinstance(raw, dict)
        self.updates.append(raw)
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer

    async def close(self) -> None:
        return None

    async def send(self, outgoing: Outgoing) -> str:
        self.sent.append(outgoing)
        return str(len(self.sent))


class NoInbox:
    """Nothing is received in these tests; one that hears something says what, above this."""

    guide: Guide

    async def receive(self, inbound: Inbound, *, via: str | None = None) -> OutboxRow | None:
        raise NotImplementedError

    async def set_aside(self, channel: str, id: str, error: str) -> None:
        raise NotImplementedError

    async def introduce(self, room: Address, by: str = "") -> None:
        raise NotImplementedError

    async def say_once(self, to: Address, key: str, name: str, *, private: bool = True, to_many: bool = False) -> None:
        raise NotImplementedError

    async def offered(self, address: Address, receipt: str) -> Offered | None:
        raise NotImplementedError

    async def relayed(self, room: Address, reference: str) -> bool:
        raise NotImplementedError

    async def position(self, channel: str) -> str | None:
        raise NotImplementedError

    async def reached(self, channel: str, position: str) -> None:
        raise NotImplementedError

    async def noted(self, name: str) -> str | None:
        raise NotImplementedError

    async def note(self, name: str, value: str) -> None:
        raise NotImplementedError

    async def moved(self, old: Address, new: Address) -> None:
        raise NotImplementedError

    async def left(self, room: Address) -> None:
        raise NotImplementedError

    async def refused(self, address: Address, *, refused: bool) -> None:
        raise NotImplementedError

    async def desks(self, channel: str) -> Mapping[str, Desk]:
        raise NotImplementedError
