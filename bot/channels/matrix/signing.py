"""Signs the bot's device for its owner: without it, people's apps send it no key and show nothing of what it says."""

from __future__ import annotations

import structlog

from bot.channels import Unreachable
from bot.channels.matrix.asking import ask, ask_proven
from bot.channels.matrix.identity import Identity, signed_by
from bot.channels.matrix.nio_client import BotClient
from bot.channels.matrix.own_keys import DeviceKeys, judge, own_keys
from bot.channels.matrix.refused import MatrixRefused
from bot.channels.matrix.store import Store

_log = structlog.get_logger(__name__)


async def sign_device(client: BotClient, store: Store, password: str) -> None:
    """Publish the signing keys if the account has none, then sign the device if it is not signed.

    Compared with our own keys once more, at the moment of signing: a signature must never vouch for a device
    that someone else has put in the place of ours."""
    identity = store.identity()
    ours = client.olm.account.identity_keys
    known = await own_keys(client)
    judge(known, DeviceKeys(ours["ed25519"], ours["curve25519"]), identity.public() if identity else None)
    if known.device is None:
        raise Unreachable
    if known.signing is None:
        identity = identity or _created(store, client.user_id)
        await publish_identity(client, identity, password)
    assert identity is not None
    if not signed_by(known.device, client.user_id, identity.public().self_signing):
        await _vouch(client, identity.vouched(known.device))


async def publish_identity(client: BotClient, identity: Identity, password: str) -> None:
    """Give the account these signing keys, in the place of others if the server agrees."""
    answer = await ask_proven(client, "POST", "/keys/device_signing/upload", identity.offered(), password)
    if not answer.good:
        raise MatrixRefused("cli-matrix-signing-refused", code=answer.code)
    _log.info("signing keys published")


def _created(store: Store, user_id: str) -> Identity:
    identity = Identity.created(user_id)
    store.keep_identity(identity)
    return identity


async def _vouch(client: BotClient, device: dict[str, object]) -> None:
    signatures = {client.user_id: {client.device_id: device}}
    answer = await ask(client, "POST", "/keys/signatures/upload", signatures)
    if not answer.good or answer.body.get("failures"):
        raise MatrixRefused("cli-matrix-signing-refused", code=answer.code)
    _log.info("device signed")
