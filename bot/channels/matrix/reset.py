"""Begins again as a new device, at an operator's demand only: the one way out once the store or the keys are lost."""

from __future__ import annotations

from dataclasses import dataclass

from bot.channels.matrix.client import Session, settle
from bot.channels.matrix.identity import Identity
from bot.channels.matrix.login import by_password, log_out, logged_in
from bot.channels.matrix.nio_client import BotClient, new_client
from bot.channels.matrix.own_keys import own_keys
from bot.channels.matrix.refused import MatrixRefused
from bot.channels.matrix.signing import publish_identity
from bot.channels.matrix.store import Store
from bot.settings import MatrixSettings


@dataclass(frozen=True, slots=True)
class Renewed:
    """`identity`: the signing keys are new too, hence people's apps will say that the bot's identity changed."""

    device_id: str
    identity: bool


async def reset_identity(settings: MatrixSettings) -> Renewed:
    """A new device in the place of the old one; new signing keys only if we do not hold those of the account."""
    session = Session(new_client(settings), settings, Store(settings), device_known=False)
    try:
        session.store.hold()
        identity = await _begun(session.client, settings, session.store)
        session.store.secure()
        session.client.load_store()
        await settle(session)
        return Renewed(session.device_id, identity)
    finally:
        await session.close()


async def _begun(client: BotClient, settings: MatrixSettings, store: Store) -> bool:
    """Logged in as a device that never was, with the signing keys of the account in our hands."""
    held = _held(store)
    login = None if settings.access_token else await by_password(client, settings, None)
    if login is None:
        await logged_in(client, settings, store)
    known = await own_keys(client)
    if login is None and known.device is not None:
        raise MatrixRefused("cli-matrix-reset-token")
    mine = known.signing is None or (held is not None and held.public() == known.signing)
    store.set_aside(signing=not mine)
    # Before the device is in use: it would be too late after a crash in between.
    store.keep_renewed(str(client.device_id))
    if login is not None:
        store.keep_login(login)
    if not mine:
        await _renew(client, settings, store)
    return not mine


async def _renew(client: BotClient, settings: MatrixSettings, store: Store) -> None:
    identity = Identity.created(settings.user)
    store.keep_identity(identity)
    try:
        await publish_identity(client, identity, settings.password)
    except MatrixRefused:
        if not settings.access_token:
            await log_out(client)
        raise


def _held(store: Store) -> Identity | None:
    """The signing keys that we hold, if they can be read at all."""
    try:
        return store.identity()
    except MatrixRefused:
        return None
