"""What a transcript can be played on, and what the whole bot says and records while it is."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import datetime
from typing import Protocol

from rich.console import Console
from sqlalchemy import func, select

from bot.channels import Outgoing
from bot.channels.terminal import TerminalChannel
from bot.plain import plain
from storage.database import Database
from storage.tables import addresses, consents
from tests.conversation import ERASED
from tests.pictures import PICTURE
from tests.transcript import (
    ROOM,
    Enrolled,
    Heard,
    Listed,
    Message,
    Noted,
    Outcome,
    Planned,
)

ANNOUNCED = "notice"
"""The kind of what a room is told unasked."""


class Player(Protocol):
    """Something that a transcript can be played on."""

    async def send(self, message: Message) -> list[Outcome]:
        """What a message causes."""
        ...

    async def move(self, to: datetime) -> list[Outcome]:
        """What is heard while time passes."""
        ...

    async def invite(self, role: str, network: str) -> str:
        """A new code, made by the operator."""
        ...

    async def enlist(self, project: Listed) -> str:
        """The code of a new project of the list."""
        ...

    async def enrol(self, member: Enrolled) -> None:
        """Someone has been a member since before."""
        ...

    async def plan(self, gathering: Planned) -> None:
        """A gathering is announced since before."""
        ...


class Ledger:
    """What a message recorded, read in the tables."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._consents = 0
        self._known: set[str] = set()

    def noted(self, outcomes: list[Outcome]) -> list[Outcome]:
        """The same, with what was recorded since the last time."""
        with self._database.write() as connection:
            latest = connection.scalar(select(func.coalesce(func.max(consents.c.id), 0))) or 0
            rows = connection.execute(
                select(consents.c.purpose, consents.c.granted).where(consents.c.id > self._consents)
            ).all()
            people = connection.execute(select(addresses.c.peer).where(addresses.c.person.is_not(None)))
            known = set(people.scalars())
        gone = [Noted(ERASED) for _ in self._known - known]
        self._consents, self._known = latest, known
        return [*outcomes, *(Noted(f"{'accord' if row.granted else 'refus'} : {row.purpose}") for row in rows), *gone]


class PrintedChannel:
    """The terminal of a person, which keeps what it prints and what it was given."""

    edits = files = repeats = buttons = False
    name = "terminal"
    longest_text = 100_000

    def __init__(self) -> None:
        self._paper = io.StringIO()
        self._terminal = TerminalChannel(Console(file=self._paper, highlight=False, soft_wrap=True))
        self.heard: list[Heard] = []
        self.announced = ""

    async def send(self, outgoing: Outgoing) -> str:
        self._paper.seek(0)
        self._paper.truncate()
        receipt = await self._terminal.send(outgoing)
        said = f"\n{plain(outgoing.kind, outgoing.reply)}\n"
        # Files are printed after their message.
        assert self._paper.getvalue() == said or (outgoing.files and self._paper.getvalue().startswith(said))
        peer, reply = outgoing.address.peer, outgoing.reply
        self.heard.append(Heard(peer, outgoing.kind, reply.text, reply.choices))
        if outgoing.kind == ANNOUNCED and peer == "room:g1":
            self.announced = outgoing.key
        return receipt

    async def fetch(self, reference: str, most: int) -> bytes:
        return PICTURE


def from_room(heard: Heard) -> Heard:
    """What a room hears is named the same by every player."""
    return replace(heard, who=ROOM) if heard.who in ("g1", "room:g1") else heard
