"""Opens the bot's client on Matrix in the only safe order, or refuses with a sentence that says what to do."""

from __future__ import annotations

import asyncio
import sys
from dataclasses import dataclass
from typing import Any

import aiohttp
import nio
import structlog

from bot.channels import Misconfigured, Unreachable
from bot.channels.matrix.identity import signed_by
from bot.channels.matrix.login import ended, log_out, logged_in, took_up
from bot.channels.matrix.nio_client import BotClient, new_client
from bot.channels.matrix.old_devices import end_old_devices
from bot.channels.matrix.own_keys import Known, judge, own_keys
from bot.channels.matrix.prekeys import publish_device, top_up
from bot.channels.matrix.refused import MatrixRefused
from bot.channels.matrix.signing import sign_device
from bot.channels.matrix.store import Store
from bot.settings import MatrixSettings

FIRST_SYNC_SECONDS = 300
_UNKNOWN_TOKEN = "M_UNKNOWN_TOKEN"  # noqa: S105  # a word of Matrix

_log = structlog.get_logger(__name__)


@dataclass(slots=True)
class Session:
    """A client logged in, whose device is known to be its own; `prepare` then makes it ready to serve."""

    client: BotClient
    settings: MatrixSettings
    store: Store
    device_known: bool

    @property
    def user_id(self) -> str:
        """Of the bot."""
        return str(self.client.user_id)

    @property
    def device_id(self) -> str:
        """Of the bot; the same for ever."""
        return str(self.client.device_id)

    async def topped_up(self, response: nio.SyncResponse) -> None:
        """Publish again the one-time and fallback keys that were used; call it after each sync."""
        await top_up(self.client)

    async def close(self) -> None:
        """Let go of the connections and of the store."""
        await self.client.close()
        if self.client.store:
            self.client.store.database.close()
        self.store.release()


async def opened(settings: MatrixSettings) -> Session:
    """Log in, compare what the server knows of our device with the store, and only then load the store.

    Raises Misconfigured (its text is a sentence for the operator) or Unreachable. Nothing was written on
    the server when it refuses."""
    session = Session(new_client(settings), settings, Store(settings), device_known=False)
    try:
        session.store.hold()
        session.device_known = await _compared(session.client, settings, session.store)
        session.store.secure()
        session.client.load_store()
    except BaseException as error:
        await session.close()
        _told(error)
        raise
    return session


def _told(error: BaseException) -> None:
    """The log keeps the name of the sentence only (it writes no sentence): whoever starts the bot reads it whole."""
    if isinstance(error, MatrixRefused):
        _log.error("matrix refused", reason=error.name)
        sys.stderr.write(f"{error}\n")


async def _compared(client: BotClient, settings: MatrixSettings, store: Store) -> bool:
    """True if the server has our device's keys already, and they are ours."""
    readable(settings, store)
    new = await logged_in(client, settings, store)
    try:
        known = await _judged(client, store)
    except MatrixRefused:
        if new:
            await log_out(client)
            store.forget_login()
        raise
    return known.device is not None


async def _judged(client: BotClient, store: Store) -> Known:
    known, identity = await own_keys(client), store.identity()
    judge(known, store.keys(client.user_id, client.device_id), identity.public() if identity else None)
    return known


def readable(settings: MatrixSettings, store: Store) -> None:
    """Refuse what is wrong on this machine, before the network is asked."""
    device = store.device(settings.user)
    if device is not None:
        store.keys(settings.user, device)
    identity = store.identity()
    if identity is not None and identity.user_id != settings.user:
        raise MatrixRefused("cli-matrix-signing-foreign")


@dataclass(frozen=True, slots=True)
class Seen:
    """What the server knows of us; no device before the first start."""

    device_id: str
    signed: bool


async def looked_at(settings: MatrixSettings) -> Seen:
    """What `opened` would compare, without logging in or writing anything; raises as it does."""
    store, client = Store(settings), new_client(settings)
    try:
        readable(settings, store)
        if not await took_up(client, settings, store):
            return Seen("", signed=False)
        known = await _judged(client, store)
        if known.device is None or known.signing is None:
            return Seen(client.device_id, signed=False)
        return Seen(client.device_id, signed_by(known.device, client.user_id, known.signing.self_signing))
    finally:
        await client.close()


async def prepare(session: Session, since: str | None, sync_filter: dict[str, Any] | None = None) -> nio.SyncResponse:
    """First sync (full state, no waiting) from our own token, then keys, cross-signing, and old devices.

    The response is returned: its events are to be handled as those of any other sync. The next sync goes on
    from its `next_batch`, while the token kept on disk moves only when its events are committed."""
    try:
        response = await _first_sync(session, since, sync_filter)
        await settle(session)
    except MatrixRefused as refused:
        _told(refused)
        raise
    return response


def told(refused: Misconfigured, settings: MatrixSettings) -> MatrixRefused:
    """Say why to whoever runs the bot, who is refused while it serves."""
    named = _named(refused, settings)
    _told(named)
    return named


def _named(refused: Misconfigured, settings: MatrixSettings) -> MatrixRefused:
    return refused if isinstance(refused, MatrixRefused) else ended(settings)


async def settle(session: Session) -> None:
    """Publish and sign what the server lacks."""
    client = session.client
    try:
        if session.device_known and client.olm.account.shared:
            await top_up(client)
        else:
            await publish_device(client)
            session.device_known = True
    except Misconfigured as refused:
        raise _named(refused, session.settings) from None
    await sign_device(client, session.store, session.settings.password)
    await end_old_devices(client, session.settings.password)


async def _first_sync(session: Session, since: str | None, sync_filter: dict[str, Any] | None) -> nio.SyncResponse:
    try:
        async with asyncio.timeout(FIRST_SYNC_SECONDS):
            response = await session.client.sync(timeout=0, since=since, full_state=True, sync_filter=sync_filter)
    except (aiohttp.ClientError, OSError, TimeoutError):
        raise Unreachable from None
    if isinstance(response, nio.SyncError):
        if response.status_code == _UNKNOWN_TOKEN and not response.soft_logout:
            raise ended(session.settings)
        raise Unreachable
    return response
