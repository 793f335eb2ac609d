"""Who plays transcripts on Matrix: the people of one account, and which bot hears them now."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from bot.app import App
from handlers.guide import Guide
from handlers.messages import Address, Inbound
from storage.desk import Desk
from storage.offered import Offered
from storage.outbox import OutboxRow
from tests.bot.listeners import NoInbox
from tests.synapse.people import Person
from tests.transcript import ROOM


class Switch(NoInbox):
    """The inbox of the one listener: each person, or room, has their own bot."""

    def __init__(self, guide: Guide) -> None:
        self.guide = guide
        self.apps: dict[str, App] = {}
        self.hints: dict[str, str | None] = {}
        self.positions: dict[str, str] = {}
        self.aside: list[str] = []

    async def receive(self, inbound: Inbound, *, via: str | None = None) -> OutboxRow | None:
        """With the client's language, which Matrix never tells."""
        peer = inbound.address.peer
        return await self.apps[peer].receive(replace(inbound, hint=self.hints.get(peer)), via=via)

    async def set_aside(self, channel: str, id: str, error: str) -> None:
        self.aside.append(error)

    async def introduce(self, room: Address, by: str = "") -> None:
        """No transcript tells it."""

    async def offered(self, address: Address, receipt: str) -> Offered | None:
        return await self.apps[address.peer].offered(address, receipt)

    async def relayed(self, room: Address, reference: str) -> bool:
        return await self.apps[room.peer].relayed(room, reference)

    async def position(self, channel: str) -> str | None:
        return self.positions.get(channel)

    async def reached(self, channel: str, position: str) -> None:
        self.positions[channel] = position

    async def desks(self, channel: str) -> Mapping[str, Desk]:
        return {}


@dataclass(slots=True)
class Cast:
    """A few people who play one transcript after the other: u1, u2, and the room where both are."""

    people: dict[str, Person]
    rooms: dict[str, str]
    crowd: str

    def who(self, user_id: str) -> str:
        """As transcripts name them."""
        return next((who for who, person in self.people.items() if person.user_id == user_id), ROOM)
