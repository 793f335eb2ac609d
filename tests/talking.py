"""A town where somebody asks and a network answers in its group: the whole bot."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import func, insert, select

from bot.app import App
from bot.channels import Blocked, Outgoing
from bot.detection import language_of
from handlers.guide import Guide
from handlers.messages import Address, Choice, Inbound
from handlers.pack import NO_GATHERINGS
from scheduler.clock import SetClock
from storage.database import Database
from storage.tables import addresses, audit, metadata, rooms, tallies
from storage.tables import outbox as ledger
from tests.conversation import guide
from tests.databases import Anew
from tests.echo import NOON
from tests.played import PrintedChannel
from tests.roles import invited

GROUP = Address("terminal", "room:g1")
QUESTION = "Comment trouver un local ?"


@cache
def calm(pack: str = "") -> Guide:
    """A pack without gatherings: the clock has nothing else to do."""
    told = guide(pack)
    return Guide(told.pack.model_copy(update={"gatherings": NO_GATHERINGS}), language_of)


class Printed(PrintedChannel):
    """A terminal that also knows the name of each message, and of rooms that refuse it."""

    def __init__(self) -> None:
        super().__init__()
        self.keys: list[tuple[str, str, str]] = []
        self.refusing: set[str] = set()

    async def send(self, outgoing: Outgoing) -> str:
        """Print, unless it is refused there."""
        if outgoing.address.peer in self.refusing:
            raise Blocked
        self.keys.append((outgoing.address.peer, outgoing.kind, outgoing.key))
        return await super().send(outgoing)


class Town:
    """u1 asks; u8 animates the network; anybody may be in the group."""

    def __init__(self, app: App, channel: Printed, clock: SetClock) -> None:
        self.app, self.channel, self.clock = app, channel, clock
        self.sent = 0

    async def says(self, who: str, said: str = "", **more: Any) -> None:
        """Someone writes to the bot."""
        await self._receive(Address("terminal", who), who, said, **more)

    async def taps(self, who: str, step: str) -> None:
        """Someone touches the last button of this step that they were shown."""
        await self.says(who, choice=self.button(who, step), kind="choice")

    async def answers(self, said: str = "", who: str = "u9", room: Address = GROUP, **more: Any) -> None:
        """Someone in the group answers the last question posted there."""
        quoted = more.pop("replies_to", None) or self.posted(room)
        await self._receive(room, who, said, replies_to=quoted, private=False, **more)

    async def _receive(self, at: Address, who: str, said: str, **more: Any) -> None:
        self.sent += 1
        self.channel.heard.clear()
        await self.app.receive(Inbound(at, f"m{self.sent}", who, said, **more))
        await self._settled()

    async def _settled(self) -> None:
        await self.app.delivery.settled()
        await self.app.turns.written()

    async def until(self, moment: datetime) -> None:
        """Time passes, and what is due is done at its hour."""
        self.channel.heard.clear()
        while (due := await self.app.next_due()) is not None and due <= moment:
            self.clock.move(max(due, self.clock.now()))
            await self.app.tick()
        self.clock.move(moment)
        await self.app.tick()
        await self._settled()

    async def asks(self, question: str = QUESTION, who: str = "u1") -> None:
        """A question, sent to the only network that somebody reads for."""
        await self.says(who, "humain")
        await self.says(who, question)
        await self.says(who, "oui")

    def posted(self, room: Address = GROUP) -> str:
        """The name of the last question posted in a group."""
        return [key for peer, kind, key in self.channel.keys if peer == room.peer and kind == "notice"][-1]

    def key_of(self, who: str) -> str:
        """The name of the last message that someone received unasked."""
        return [key for peer, kind, key in self.channel.keys if peer == who and kind == "notice"][-1]

    def heard_by(self, who: str) -> str:
        """All that someone, or a group, heard of the last message."""
        return "\n".join(each.text for each in self.channel.heard if each.who == who)

    def group(self) -> str:
        """What the group heard of the last message."""
        return self.heard_by(GROUP.peer)

    def choices(self, who: str) -> tuple[Choice, ...]:
        """The buttons that someone was shown by the last message."""
        return tuple(choice for each in self.channel.heard if each.who == who for choice in each.choices)

    def button(self, who: str, step: str) -> str:
        """One of them, by its step."""
        return next(choice.id for choice in self.choices(who) if step in choice.id)

    # What is kept

    def write(self, statement: Any) -> None:
        """Change the database behind their backs."""
        with self.app.database.write() as connection:
            connection.execute(statement)

    def dump(self) -> str:
        """All that is kept, but of the conversations in course."""
        with self.app.database.read() as connection:
            kept = (table for name, table in metadata.tables.items() if name != "conversations")
            return str([tuple(row) for table in kept for row in connection.execute(select(table))])

    def counted(self, name: str) -> dict[str, int]:
        """A weekly counter, by what it is of."""
        query = select(tallies.c.of, func.sum(tallies.c.count)).where(tallies.c.name == name).group_by(tallies.c.of)
        with self.app.database.read() as connection:
            return {of: int(count) for of, count in connection.execute(query)}

    def used(self) -> list[str]:
        """The journal of roles."""
        with self.app.database.read() as connection:
            return list(connection.execute(select(audit.c.action).order_by(audit.c.id)).scalars())

    def states(self, like: str) -> list[str]:
        """The states of the rows of the ledger with such a key."""
        with self.app.database.read() as connection:
            wanted = select(ledger.c.state).where(ledger.c.key.contains(like)).order_by(ledger.c.id)
            return list(connection.execute(wanted).scalars())

    def number(self, who: str) -> int:
        """The number of someone."""
        with self.app.database.read() as connection:
            return int(connection.execute(select(addresses.c.person).where(addresses.c.peer == who)).scalar_one())


def room(database: Database, at: Address = GROUP, network: str = "apes") -> None:
    """A group where someone of the network wanted the bot."""
    with database.write() as connection:
        values = {"channel": at.channel, "peer": at.peer, "since": NOON, "enabled_at": NOON, "network": network}
        connection.execute(insert(rooms), values)


@asynccontextmanager
async def town(database: Database, *, group: bool = True, pack: str = "", network: str = "apes") -> AsyncIterator[Town]:
    """They are all there, and the group of the network too."""
    channel, clock = Printed(), SetClock(NOON)
    async with App(database, calm(pack), clock, {"terminal": channel}) as app:
        here = Town(app, channel, clock)
        await here.says("u8", invited(database, NOON, "animator", network))
        if group:
            room(database, network=network)
        await here.says("u1", "bonjour")
        yield here


def played(anew: Anew, body: Callable[[Town], Awaitable[None]], **how: Any) -> None:
    """Play this in a town of its own."""

    async def run() -> None:
        for database in anew():
            async with town(database, **how) as here:
                await body(here)

    asyncio.run(run())
