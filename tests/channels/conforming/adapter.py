"""What the suite asks of a channel: a place where people talk with the whole bot, which stops, starts, loses its
server and is brought the same thing twice. Each channel has one file here that says how."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractAsyncContextManager, contextmanager
from dataclasses import dataclass
from typing import Any, ClassVar, Protocol

from sqlalchemy import text

from bot.app import App
from handlers.messages import Address, Reply
from storage import rooms, schema
from storage.database import Database, open_database
from tests.databases import Home
from tests.transcript import Message

PATIENCE = 60.0
"""Seconds after which what should have happened has not."""


@dataclass(frozen=True, slots=True)
class Said:
    """One message of the bot as a person reads it, without what its channel draws: words and answers offered."""

    text: str
    answers: tuple[str, ...] = ()


class Person(Protocol):
    """Somebody with the app of this channel. What they do returns once it has left their hands."""

    @property
    def address(self) -> Address:
        """Where the bot reaches them."""
        ...

    @property
    def heard(self) -> list[Said]:
        """All that the bot said to them, changed messages included, in order."""
        ...

    async def says(self, text: str) -> None:
        """Type and send."""
        ...

    async def chooses(self, label: str) -> None:
        """Take one of the answers offered, in the way that is this channel's own."""
        ...

    async def shares(self, kind: str) -> None:
        """A sticker, a photo, a voice, a location."""
        ...

    async def corrects(self, text: str) -> None:
        """Change the last text sent."""
        ...

    async def blocks(self) -> None:
        """Want no more of this bot."""
        ...

    async def comes_back(self) -> None:
        """Want it again."""
        ...


class Adapter(AbstractAsyncContextManager["Adapter"], Protocol):
    """One channel and the whole bot on it, which runs from the start of the block. `needs` names the fixtures
    that it is built with, after its home; `longest_said` is how much one person can write at once;
    `can_be_blocked`: there is somebody to tell that one wants no more."""

    name: ClassVar[str]
    needs: ClassVar[tuple[str, ...]]
    longest_said: ClassVar[int]
    can_be_blocked: ClassVar[bool]

    @property
    def app(self) -> App:
        """The bot of this life."""
        ...

    @property
    def longest_text(self) -> int:
        """Characters of one message of the bot."""
        ...

    @property
    def well(self) -> bool:
        """What the channel says of itself."""
        ...

    async def meets(self) -> Person:
        """A new person, who can write."""
        ...

    async def quiet(self) -> None:
        """Wait until all that people did is answered, and read."""
        ...

    async def stops(self) -> None:
        """The process ends. What people do from now on waits for the next one."""
        ...

    async def starts(self) -> None:
        """A new process, on the same database."""
        ...

    async def comes_twice(self) -> None:
        """The process ends and starts again as if it had not confirmed anything: all is brought again."""
        ...

    async def goes_away(self) -> None:
        """The server cannot be reached any more, while the bot runs."""
        ...

    async def returns(self) -> None:
        """It can be reached again."""
        ...


@contextmanager
def remembered(home: Home) -> Iterator[Database]:
    """The database of all the lives of one bot."""
    database = open_database(home.url)
    schema.prepare(database)
    yield database
    database.close()


async def does(person: Person, step: Message) -> None:
    """One step of a dialogue."""
    if step.tap:
        await person.chooses(step.text)
    elif step.how == "edit":
        await person.corrects(step.text)
    elif step.how:
        await person.shares(step.how)
    else:
        await person.says(step.text)


async def tells(app: App, to: Address, key: str, reply: Reply) -> None:
    """The bot speaks unasked; returns once that is decided, not once it is sent."""
    now = app.clock.now()
    app.delivery.hand_over(
        await app.turns.run(lambda connection: rooms.say_once(connection, to, key, lambda _: reply, now, private=True))
    )


def ledger(app: App) -> dict[tuple[str, str], int]:
    """How many messages are in each state, and why."""
    counted = text("SELECT state, coalesce(reason, ''), count(*) FROM outbox GROUP BY 1, 2")
    with app.database.read() as connection:
        return {(row[0], row[1]): row[2] for row in connection.execute(counted)}


def rows(app: App, query: str) -> list[tuple[Any, ...]]:
    """What the database holds."""
    with app.database.read() as connection:
        return [tuple(row) for row in connection.execute(text(query))]
