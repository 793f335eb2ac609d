"""Matrix as a channel: sends replies, encrypted where the room is, and listens by a sync loop of our own."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from functools import partial
from typing import Any

import nio
import structlog

from bot.channels import Blocked, Inbox, Misconfigured, Outgoing, SendError, Unreachable
from bot.channels.matrix import render
from bot.channels.matrix.attention import Attention
from bot.channels.matrix.client import Session, opened, prepare, told
from bot.channels.matrix.events import WELCOME_SECONDS, Events
from bot.channels.matrix.invitations import JOINS_AT_ONCE, Invitations, paced
from bot.channels.matrix.parse import NAME
from bot.channels.matrix.profile import show_profile
from bot.channels.matrix.renewal import tell_renewed
from bot.channels.matrix.rooms import Rooms
from bot.channels.matrix.sending import Sender, failing
from bot.channels.matrix.sync import FILTER, SYNC_SECONDS, Positions, Syncing, finished, first_of
from bot.channels.matrix.trust import Trust
from bot.channels.matrix.unread import GRACE_SECONDS, Unread
from bot.pauses import pause_after
from bot.settings import MatrixSettings
from handlers.messages import Address
from scheduler.clock import Clock, SystemClock
from storage.errors import DatabaseTrouble

_LETTERS = 36
_CLOSING_SECONDS = 5.0

_log = structlog.get_logger(__name__)


class MatrixChannel:
    """A channel and its listener. `grace` is how long a key is awaited, `welcome` how long who opens a room
    is left to speak first, `sync_seconds` how long the server may keep a question open, `joins_at_once` how many
    invitations nobody waits for."""

    name = NAME
    edits = False
    buttons = False
    files = True
    repeats = True
    longest_text = render.LONGEST_TEXT

    def __init__(
        self,
        settings: MatrixSettings,
        clock: Clock | None = None,
        *,
        grace: float = GRACE_SECONDS,
        welcome: float = WELCOME_SECONDS,
        sync_seconds: int = SYNC_SECONDS,
        joins_at_once: int = JOINS_AT_ONCE,
    ) -> None:
        self._settings = settings
        self._clock = clock or SystemClock()
        self._grace, self._welcome, self._sync_seconds = grace, welcome, sync_seconds
        self._joins_at_once = joins_at_once
        self._session: Session | None = None
        self._sender: Sender | None = None
        self._rooms: Rooms | None = None
        self._attention: Attention | None = None
        self._syncing: Syncing | None = None
        self._events: Events | None = None
        self._trust: Trust | None = None
        self._inbox: Inbox | None = None
        self._refused: Misconfigured | None = None
        self._aside: set[asyncio.Task[None]] = set()
        self._keys = asyncio.Lock()

    # --- Sending ----------------------------------------------------------------------------

    async def send(self, outgoing: Outgoing) -> str:
        """Say it in the room where its person is, long texts in several pieces; a piece said twice is dropped
        by the server, so that all of them are said again after a failure."""
        rooms, sender = self._rooms, self._sender
        if rooms is None or sender is None or self._attention is None:
            # Not open yet, or again.
            raise Unreachable
        peer, private = outgoing.address.peer, outgoing.address.peer.startswith("@")
        room_id = rooms.of(peer) if private else peer
        if room_id is None or (not private and not rooms.is_in(room_id)):
            raise Blocked
        self._attention.made(room_id)
        receipt = ""
        said = render.contents(outgoing.kind, outgoing.reply, self._placed(outgoing, rooms))
        # Answers stay below one another; what is told as it goes on is changed in place.
        told = outgoing.edits if outgoing.kind == "notice" and len(said) == 1 else None
        said = [render.instead(said[0], told)] if told is not None else said
        names = partial(render.transaction, outgoing.key, text=outgoing.reply.text)
        try:
            for number, content in enumerate(said):
                receipt = await sender.send(room_id, content, names(number))
            for number, file in enumerate(outgoing.files, len(said)):
                await sender.send_file(room_id, file, names(number))
        except Misconfigured as refused:
            raise self._ended(refused) from None
        rooms.sent(peer, told or receipt, outgoing.kind, outgoing.reply.choices)
        await self._attention.ended(room_id)
        return receipt

    async def fetch(self, reference: str, most: int) -> bytes:
        """What somebody sent; raises a SendError."""
        if self._sender is None:
            raise Unreachable
        return await self._sender.fetch(reference, most)

    def _placed(self, outgoing: Outgoing, rooms: Rooms) -> render.Placed:
        peer = outgoing.address.peer
        thread = rooms.talk(peer).thread if outgoing.kind in ("reply", "notice") else None
        if peer.startswith("@"):
            return render.Placed(person=peer, thread=thread)
        return render.Placed(thread=thread, link=self._way_out())

    def _way_out(self) -> tuple[str, str] | None:
        if self._inbox is None:
            return None
        wording = self._inbox.guide.wording
        return wording.say(wording.languages[0], "room-open-private"), f"https://matrix.to/#/{self.user_id}"

    async def leave(self, room: Address) -> None:
        """Go out of a room of several people."""
        if self._rooms is None:
            raise Unreachable
        await self._rooms.leave(room.peer)

    # --- Receiving --------------------------------------------------------------------------

    async def open(self) -> None:
        """Log in, on the same device for ever."""
        await self._close()
        self._refused = None
        self._session = await opened(self._settings)

    async def listen(self, inbox: Inbox) -> None:
        """Prepare our device, then receive until cancelled."""
        assert self._session is not None
        session, client = self._session, self._session.client
        self._inbox = inbox
        since = await inbox.position(NAME)
        joins, refusals = (paced(self._settings.joins_per_minute, self._joins_at_once) for _ in range(2))
        rooms = Rooms(client, inbox, self._settings.allow, joins)
        invitations = Invitations(client, rooms, refusals, self._answered, self._chance, asks=since is not None)
        self._attention, unread = Attention(client), Unread(client, self._grace, self._answered)
        self._trust = trust = Trust(client) if self._settings.trust == "cross-signed" else None
        sender = Sender(client, trust)
        events = Events(
            client, inbox, rooms, invitations, unread, self._attention, self._clock, self._chance, self._welcome
        )

        def after(found: nio.SyncResponse) -> None:
            self._apart(self._top_up(session, sender, found))
            if trust is not None:
                trust.forget(found.device_list.changed)
            if found.to_device_events:
                unread.keys_came()

        first = await prepare(session, since, FILTER)
        rooms.know(first)
        self._rooms, self._sender, self._events = rooms, sender, events
        self._syncing = Syncing(client, self._chance, after, self._sync_seconds)
        after(first)
        self._apart(show_profile(client, self._settings))
        self._apart(tell_renewed(session.store, session.device_id, rooms, inbox, self._chance))
        events.keep(invitations.run())
        try:
            await self._receive(inbox, first, since)
        except Misconfigured as refused:
            raise self._ended(refused) from None

    async def _receive(self, inbox: Inbox, first: nio.SyncResponse, since: str | None) -> None:
        """One sync is asked for while the events of the one before are written; no more than that."""
        assert self._syncing is not None
        assert self._events is not None
        positions = Positions(lambda position: self._keep(inbox, position))
        found, before = first, since
        now: Sequence[asyncio.Task[None]] = ()
        following = asyncio.create_task(positions.follow())
        asking = asyncio.create_task(self._syncing.next(found.next_batch))
        try:
            while True:
                if self._refused is not None:
                    raise self._refused
                begun = self._events.begin(found, before)
                now = begun.now
                await finished(now)
                if found.next_batch != before:
                    positions.add(found.next_batch, tuple(begun.later))
                before, found = found.next_batch, await first_of(asking, following)
                asking = asyncio.create_task(self._syncing.next(found.next_batch))
        except asyncio.CancelledError:
            # What was begun is finished, so that its answers leave now rather than at the next start.
            if left := [task for task in now if not task.done()]:
                await asyncio.wait(left, timeout=_CLOSING_SECONDS)
            raise
        finally:
            asking.cancel()
            following.cancel()
            await asyncio.gather(asking, following, return_exceptions=True)
            await self._events.stop()

    @property
    def well(self) -> bool:
        """The first sync is done, the homeserver answers, and what it says can be written."""
        if self._syncing is None or self._events is None:
            return False
        return self._syncing.well and not self._events.failing

    @property
    def withheld(self) -> int:
        """Devices that cannot read what was last said where they are, because nobody signed them."""
        return self._trust.withheld if self._trust is not None else 0

    @property
    def user_id(self) -> str:
        """Of the bot."""
        return self._settings.user

    @property
    def ready(self) -> bool:
        """Messages leave and arrive."""
        return self._rooms is not None

    async def update(self, raw: bytes | dict[str, Any], inbox: Inbox) -> dict[str, Any] | None:
        """Nothing calls us on Matrix."""
        return None

    async def close(self) -> None:
        """Let go of the connections."""
        await self._close()

    async def _close(self) -> None:
        session, self._session = self._session, None
        self._rooms = self._sender = self._syncing = self._events = None
        if self._attention is not None:
            self._attention.stop()
        for task in tuple(self._aside):
            task.cancel()
        await asyncio.gather(*self._aside, return_exceptions=True)
        if session is not None:
            await session.close()

    async def _top_up(self, session: Session, sender: Sender, found: nio.SyncResponse) -> None:
        """What our keys need after each sync; what fails is done after the next one."""
        client = session.client
        async with self._keys:
            try:
                await session.topped_up(found)
                async with failing():
                    await sender.learn_devices()
                    if client.should_claim_keys:
                        await client.keys_claim(client.get_users_for_key_claiming())
                    await client.send_to_device_messages()
            except Misconfigured as refused:
                self._ended(refused)
            except SendError:
                pass

    def _ended(self, refused: Misconfigured) -> Misconfigured:
        """Told once, whichever of our requests was refused first."""
        if self._refused is None:
            self._refused = told(refused, self._settings)
        return self._refused

    async def _keep(self, inbox: Inbox, position: str) -> None:
        failures = 0
        while True:
            try:
                await inbox.reached(NAME, position)
                return
            except DatabaseTrouble:
                failures += 1
                await asyncio.sleep(pause_after(min(failures, 10), self._chance()))

    def _apart(self, work: Any) -> None:
        task = asyncio.ensure_future(work)
        self._aside.add(task)
        task.add_done_callback(self._forget)

    def _forget(self, task: asyncio.Task[None]) -> None:
        self._aside.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            _log.error("matrix keys", channel=NAME, error=type(error).__name__)

    def _answered(self) -> bool:
        return self._syncing is None or self._syncing.answered

    def _chance(self) -> float:
        return int(self._clock.draw(2), _LETTERS) / _LETTERS**2
