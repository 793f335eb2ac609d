"""Compares what the homeserver says of our own account with what we hold, before anything is written there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import nio

from bot.channels import Unreachable
from bot.channels.matrix.asking import ask
from bot.channels.matrix.identity import MASTER, SELF_SIGNING, USER_SIGNING, PublicKeys
from bot.channels.matrix.refused import MatrixRefused


@dataclass(frozen=True, slots=True)
class DeviceKeys:
    """The two public keys that make a device."""

    ed25519: str
    curve25519: str


@dataclass(frozen=True, slots=True)
class Known:
    """What the server says: our device as it was published, and the keys that sign for the account."""

    device: Mapping[str, Any] | None
    keys: DeviceKeys | None
    signing: PublicKeys | None


async def own_keys(client: nio.AsyncClient) -> Known:
    """Ask; this changes nothing."""
    user, device = client.user_id, client.device_id
    answer = await ask(client, "POST", "/keys/query", {"device_keys": {user: []}})
    if not answer.good:
        raise Unreachable
    published = answer.body.get("device_keys", {}).get(user, {}).get(device)
    public = [
        _only_key(answer.body.get(f"{usage}_keys", {}).get(user)) for usage in (MASTER, SELF_SIGNING, USER_SIGNING)
    ]
    return Known(published, _keys(published, str(device)), PublicKeys(*public) if public[0] else None)


def judge(known: Known, keys: DeviceKeys | None, signing: PublicKeys | None) -> None:
    """Refuse unless the server's keys are ours; keys that it does not have are no reason to refuse."""
    if known.device is not None and keys is None:
        raise MatrixRefused("cli-matrix-store-lost")
    if known.device is not None and known.keys != keys:
        raise MatrixRefused("cli-matrix-device-foreign")
    if known.signing is not None and signing is None:
        raise MatrixRefused("cli-matrix-signing-unknown")
    if known.signing is not None and known.signing != signing:
        raise MatrixRefused("cli-matrix-signing-foreign")


def _keys(published: Mapping[str, Any] | None, device: str) -> DeviceKeys | None:
    if published is None:
        return None
    keys = published.get("keys", {})
    return DeviceKeys(keys.get(f"ed25519:{device}", ""), keys.get(f"curve25519:{device}", ""))


def _only_key(described: Mapping[str, Any] | None) -> str:
    keys = list((described or {}).get("keys", {}).values())
    return str(keys[0]) if len(keys) == 1 else ""
