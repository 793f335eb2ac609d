"""Publishes the keys by which people begin to write to the bot, and renews those that were used."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import structlog

from bot.channels import Misconfigured, Unreachable
from bot.channels.matrix.asking import UNAUTHORIZED, ask
from bot.channels.matrix.login import who_are_we
from bot.channels.matrix.nio_client import SIGNED, UNSTABLE, BotClient, Counted
from bot.channels.matrix.refused import MatrixRefused

_ALGORITHMS = ["m.olm.v1.curve25519-aes-sha2", "m.megolm.v1.aes-sha2"]
_CONFLICT = 400
_NOTHING_YET = Counted(one_time=0, fallback_unused=False, unstable=False)

_log = structlog.get_logger(__name__)


async def publish_device(client: BotClient) -> None:
    """Publish a device that the server does not have yet, with all its keys."""
    await _renew_fallback(client, _NOTHING_YET, device=_device(client))
    await _add_one_time(client, 0)


async def top_up(client: BotClient) -> None:
    """Leave on the server a fallback key that nobody has used, and enough one-time keys."""
    counted = client.counted
    if counted is None:
        return
    if not (counted.one_time or counted.fallback_unused or (await who_are_we(client)).good):
        # Not all used: the server has ended our device, and nothing is made for it any more.
        raise Misconfigured
    account = client.olm.account
    if not counted.fallback_unused or account._account.fallback_key:
        await _renew_fallback(client, counted)
    if counted.one_time < account.max_one_time_keys // 2:
        await _add_one_time(client, counted.one_time)


async def _renew_fallback(client: BotClient, counted: Counted, device: Mapping[str, Any] | None = None) -> None:
    """The key is in the store before the server has it, and counts as new until the server has it: killed in
    between, we publish the same one. (A second one would make us forget the one that people still get.)"""
    account = client.olm.account
    if not account._account.fallback_key:
        account._account.generate_fallback_key()
        client.olm.save_account()
    keys = _signed(client, account._account.fallback_key, fallback=True)
    prefix = UNSTABLE if counted.unstable else ""
    await _upload(client, {**({"device_keys": device} if device else {}), f"{prefix}fallback_keys": keys})
    account.mark_keys_as_published()
    account.shared = True
    client.olm.save_account()


async def _add_one_time(client: BotClient, count: int) -> None:
    """These count as published before they are: killed in between, they were given to nobody. (Published
    twice, the same key would be given to two people, and the second one's messages lost.)"""
    account = client.olm.account
    account.generate_one_time_keys(account.max_one_time_keys - count)
    keys = _signed(client, account._account.one_time_keys)
    account.mark_keys_as_published()
    client.olm.save_account()
    counts = await _upload(client, {"one_time_keys": keys})
    client.olm.uploaded_key_count = counts.get(SIGNED, 0)
    client.counted = None
    _log.info("keys published", count=len(keys))


def _signed(client: BotClient, keys: Mapping[str, Any], *, fallback: bool = False) -> dict[str, Any]:
    mark = {"fallback": True} if fallback else {}
    return {f"{SIGNED}:{id}": _with_signature(client, {"key": key.to_base64(), **mark}) for id, key in keys.items()}


def _device(client: BotClient) -> dict[str, Any]:
    keys = client.olm.account.identity_keys
    described = {
        "algorithms": _ALGORITHMS,
        "device_id": client.device_id,
        "user_id": client.user_id,
        "keys": {f"{kind}:{client.device_id}": keys[kind] for kind in ("curve25519", "ed25519")},
    }
    return _with_signature(client, described)


def _with_signature(client: BotClient, thing: dict[str, Any]) -> dict[str, Any]:
    signature = client.olm.sign_json(thing)
    return {**thing, "signatures": {client.user_id: {f"ed25519:{client.device_id}": signature}}}


async def _upload(client: BotClient, body: Mapping[str, Any]) -> Mapping[str, int]:
    answer = await ask(client, "POST", "/keys/upload", body)
    if answer.status == UNAUTHORIZED:
        raise Misconfigured
    if answer.status == _CONFLICT:
        # The server has other keys of the same names: this store is an old copy.
        raise MatrixRefused("cli-matrix-store-older")
    if not answer.good:
        raise Unreachable
    counts: Mapping[str, int] = answer.body.get("one_time_key_counts", {})
    return counts
