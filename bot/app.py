"""Builds the bot from its parts, and gives it what a channel or a clock brings. Nothing is opened on import."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

import structlog
from sqlalchemy import Connection

from bot import enclosed, packs
from bot.channels import Channel
from bot.delivery import Delivery
from bot.flood import Flood, Verdict
from bot.pace import Limits
from bot.rooms import Rooms
from bot.together import SCHEDULER, Alone, Leading
from bot.turns import Turns
from handlers.defects import Defect, PackRefused
from handlers.engine import respond, sorry
from handlers.guide import Guide
from handlers.haste import busy, slow_down
from handlers.messages import Address, Inbound, Reply
from handlers.notice import Notice
from scheduler import due
from scheduler.clock import Clock
from storage import answers, notes, positions, rooms, schema, talks, tombstones
from storage.backup import copy_before_upgrade
from storage.blocked import set_blocked
from storage.database import Database
from storage.desk import Desk, desks
from storage.errors import DatabaseTrouble
from storage.offered import Offered, offered
from storage.outbox import OutboxRow
from storage.play import Scene, record_unread
from storage.restoring import refuse_unfinished
from storage.retention import Retention

_log = structlog.get_logger(__name__)

MOST_SLICES = 8
"""Of what one source has to write, at one look."""

_INSTEAD = {Verdict.WARN: slow_down, Verdict.BUSY: busy}


class App:
    """A running bot: an open database, a pack, channels. Use as an asynchronous context."""

    def __init__(
        self,
        database: Database,
        guide: Guide,
        clock: Clock,
        channels: Mapping[str, Channel],
        retention: Retention | None = None,
        *,
        limits: Limits | None = None,
        flood: Flood | None = None,
        notice: Notice | None = None,
    ) -> None:
        self.database = database
        self.clock = clock
        self.retention = retention or Retention()
        self.notice = notice or Notice()
        self.turns = Turns(database, respond, sorry, guide, clock, self.retention, self.notice)
        self._channels = channels
        self.delivery = Delivery(self.turns, channels, clock, limits)
        self.rooms = Rooms(self.turns, self.delivery, clock, channels)
        self.flood = flood
        self.leading: Leading = Alone()
        self.turns.unclaimed = self._hand_over
        self.delivery.moved = self.rooms.moved

    async def __aenter__(self) -> App:
        await self.turns.__aenter__()
        try:
            await self.turns.run(partial(tombstones.prepare, draw=self.clock.draw))
        except BaseException:
            await self.turns.__aexit__()
            raise
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.turns.finish()
        await self.delivery.close()
        await self.turns.__aexit__()

    def share(self, leading: Leading, single: Collection[str]) -> None:
        """Other processes serve the same people: what only one may do is for who leads (`bot/together.py`)."""
        self.leading = leading
        self.delivery.share(leading, single)

    async def send_what_is_owed(self) -> None:
        """Send again what a former process committed and may not have sent."""
        while await self.delivery.owed(starting=True):
            await self.delivery.settled()

    @property
    def guide(self) -> Guide:
        """The pack as it is spoken now."""
        return self.turns.guide

    async def receive(self, inbound: Inbound, *, via: str | None = None) -> OutboxRow | None:
        """Play a message; return once it is committed and its answers are on their way, with the one that
        the answer `via` has to carry."""
        if self.flood is not None and await self._held_back(self.flood, inbound):
            return None
        if inbound.file is not None:
            inbound = await enclosed.kept(self.turns, self.clock, self._channels, inbound)
        rows = await self.turns.submit(inbound, via)
        self._hand_over(rows)
        if not inbound.private:
            await self.rooms.heard(inbound)
        return next((row for row in rows if row.via), None)

    def _hand_over(self, rows: Sequence[OutboxRow]) -> None:
        """What is carried by the answer to a webhook is never sent besides."""
        self.delivery.hand_over([row for row in rows if not row.via])

    async def _held_back(self, flood: Flood, inbound: Inbound) -> bool:
        """True for a message that is not read, because its author, or too many people, write too fast."""
        who = (inbound.address.channel, inbound.author or inbound.address.peer)
        sent_at = inbound.sent_at.timestamp() if inbound.sent_at else 0.0
        verdict = flood.admit(who, time.monotonic(), sent_at=sent_at, tap=inbound.choice is not None)
        said = _INSTEAD.get(verdict)
        if said is not None and inbound.private:
            self.delivery.hand_over(await self.turns.answer(inbound, said))
        return verdict is not Verdict.READ

    async def set_aside(self, channel: str, id: str, error: str) -> None:
        """Record an update that cannot be read."""
        now = self.clock.now()
        _log.error("update set aside", channel=channel, error=error)
        await self.turns.run(lambda connection: record_unread(connection, channel, id, error, now))

    async def introduce(self, room: Address, by: str = "") -> None:
        """Say once, for ever, what the bot is to a room that `by` brought it into."""
        await self.rooms.introduce(room, by)

    async def say_once(self, to: Address, key: str, name: str, *, private: bool = True, to_many: bool = False) -> None:
        """Say a sentence once for ever under this key, in the language of who is there."""
        wording, now = self.guide.wording, self.clock.now()

        def said(language: str) -> Reply:
            return Reply(wording.say(language or wording.languages[0], name))

        def job(connection: Connection) -> tuple[OutboxRow, ...]:
            return rooms.say_once(connection, to, key, said, now, private=private, to_many=to_many)

        self.delivery.hand_over(await self.turns.run(job))
        if to_many:
            self.delivery.wake()

    async def offered(self, address: Address, receipt: str) -> Offered | None:
        """What a message of ours offered, by the channel's own id of it."""
        return await self.turns.run(lambda connection: offered(connection, address, receipt))

    async def relayed(self, room: Address, reference: str) -> bool:
        """True if this message of ours passed on somebody's words in this room."""
        return await self.turns.run(lambda connection: talks.number_in(connection, room, reference) is not None)

    async def position(self, channel: str) -> str | None:
        """Where a channel stopped reading."""
        return await self.turns.run(lambda connection: positions.position_of(connection, channel))

    async def reached(self, channel: str, position: str) -> None:
        """All that came before this position is committed or set aside."""
        await self.turns.run(lambda connection: positions.move_to(connection, channel, position))

    async def noted(self, name: str) -> str | None:
        """The word that was last kept under this name."""
        return await self.turns.run(lambda connection: notes.noted(connection, name))

    async def note(self, name: str, value: str) -> None:
        """Keep a word for the next start."""
        await self.turns.run(lambda connection: notes.note(connection, name, value))

    async def moved(self, old: Address, new: Address) -> None:
        """The room goes by another name from now on."""
        await self.rooms.moved(old, new)

    async def left(self, room: Address) -> None:
        """The bot is no longer in this room."""
        await self.rooms.left(room)

    async def refused(self, address: Address, *, refused: bool) -> None:
        """The person wants no message any more, or wants them again."""
        at = self.clock.now() if refused else None
        await self.turns.run(lambda connection: set_blocked(connection, address, at))

    async def desks(self, channel: str) -> Mapping[str, Desk]:
        """Who holds, or held, a role on a channel."""
        return await self.turns.run(lambda connection: desks(connection, channel))

    async def tick(self) -> None:
        """Do what is due now, all of it at once since nobody writes meanwhile, and wait until it is sent."""
        await self.wake(at_once=True)
        await self.delivery.due()

    async def wake(self, *, at_once: bool = False) -> None:
        """Do what is due now: erase what was kept long enough, write what is due, leave the rooms of strangers.
        Raises what the first source that failed raised, once all the others were heard. `at_once`: in one
        transaction, for a clock moved by hand, which stops hundreds of times in a year."""
        await self.turns.tidy()
        await self.turns.run(lambda connection: answers.settle(connection, self.clock.now()))
        failed = None if at_once and await self._all_at_once() else await self._one_by_one()
        self.delivery.wake()
        await self.rooms.look()
        if failed is not None:
            raise failed

    async def _all_at_once(self) -> bool:
        """False, and nothing written, if one of them fails: each is then heard by itself."""
        try:
            await self.turns.run(self._led_all)
        except DatabaseTrouble:
            raise
        except Exception:  # noqa: BLE001  # whichever failed: `_one_by_one` tells
            return False
        return True

    async def _one_by_one(self) -> Exception | None:
        failed: Exception | None = None
        for source in due.SOURCES:
            try:
                await self._slices_of(source)
            except DatabaseTrouble:
                raise
            except Exception as error:  # noqa: BLE001  # what one source cannot say must not silence the others
                _log.error("source failed", module=getattr(source, "__name__", ""), error=type(error).__name__)
                failed = failed or error
        return failed

    async def _slices_of(self, source: due.Source) -> None:
        """One slice after the other while there is more now, each in a transaction of its own, so that people who
        write meanwhile are answered; what is left waits for the next look."""
        for _ in range(MOST_SLICES):
            if isinstance(source, due.Prepares) and (made := await asyncio.to_thread(self._prepared, source)):
                await self.turns.run(partial(self._led_keep, source, made))
            else:
                await self.turns.run(partial(self._led, source))
            soon = await self.turns.run(partial(source.next_due, scene=self._scene()))
            if soon is None or soon > self.clock.now():
                break

    def _led(self, source: due.Source, connection: Connection) -> None:
        """One slice, if it is still ours to write when its transaction begins: nobody takes over before it ends."""
        if self.leading.still(connection, SCHEDULER):
            source.send_due(connection, scene=self._scene())

    def _led_all(self, connection: Connection) -> None:
        if self.leading.still(connection, SCHEDULER):
            due.send_all(connection, self._scene(), MOST_SLICES)

    def _prepared(self, source: due.Prepares) -> Any | None:
        with self.turns.database.read() as connection:
            return source.prepare(connection, self._scene())

    def _led_keep(self, source: due.Prepares, made: Any, connection: Connection) -> None:
        if self.leading.still(connection, SCHEDULER):
            source.keep(connection, made, self.clock.now())

    async def next_due(self) -> datetime | None:
        """The next instant at which `tick` has something to say, if there is one."""
        return await self.turns.run(partial(due.next_due, scene=self._scene()))

    def _scene(self) -> Scene:
        return Scene(self.turns.guide, self.clock.now(), self.clock.draw, self.retention, self.notice)

    async def reload(self, folder: Path) -> tuple[Defect, ...]:
        """Speak the pack as it is now in `folder`; a bad one is refused and the old one stays."""
        try:
            self.turns.guide = await asyncio.to_thread(packs.read, folder)
        except PackRefused as refused:
            _log.error("pack refused", defects=len(refused.defects))
            return refused.defects
        _log.info("pack loaded", revision=self.turns.guide.pack.revision)
        return ()


def prepared(database: Database, copies: Path | None = None) -> Database:
    """The database locked for this process, its schema at head; a copy is made before an upgrade, in the folder
    `copies` if it is on a server.

    Raises StorageRefused (busy, newer, damaged…), after closing the database."""
    try:
        database.lock()
        schema.prepare(database, partial(copy_before_upgrade, folder=copies))
        refuse_unfinished(database)
    except BaseException:
        database.close()
        raise
    return database
