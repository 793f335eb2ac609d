"""Which devices their owner has signed, read from `/keys/query` and verified with nothing of the bot's own code."""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping
from typing import Any

from Crypto.Signature import eddsa

Json = Mapping[str, Any]


def signed_devices(answer: Json, user_id: str) -> dict[str, str]:
    """The devices whose chain master → self-signing → device holds: their identity key (Curve25519) by their id."""
    signer = _self_signing_key(answer, user_id)
    devices: Json = answer.get("device_keys", {}).get(user_id, {})
    return {
        device_id: str(device["keys"][f"curve25519:{device_id}"])
        for device_id, device in devices.items()
        if signer and _is_itself(device, user_id, device_id) and _signed(device, user_id, signer)
    }


def master_key(answer: Json, user_id: str) -> str:
    """The public key by which this person is known, or nothing."""
    return _key_of(answer.get("master_keys", {}).get(user_id, {}), user_id, "master")


def _self_signing_key(answer: Json, user_id: str) -> str:
    keys: Json = answer.get("self_signing_keys", {}).get(user_id, {})
    master = master_key(answer, user_id)
    return _key_of(keys, user_id, "self_signing") if master and _signed(keys, user_id, master) else ""


def _key_of(keys: Json, user_id: str, usage: str) -> str:
    """The one public key of a cross-signing object that is what it claims to be."""
    if keys.get("user_id") != user_id or usage not in keys.get("usage", ()):
        return ""
    ((name, public),) = keys["keys"].items()
    return str(public) if name == f"ed25519:{public}" else ""


def _is_itself(device: Json, user_id: str, device_id: str) -> bool:
    """True if the device is the one announced and has signed its own keys."""
    if (device.get("user_id"), device.get("device_id")) != (user_id, device_id):
        return False
    return _signed(device, user_id, str(device["keys"].get(f"ed25519:{device_id}", "")), device_id)


def _signed(signed: Json, user_id: str, public: str, name: str = "") -> bool:
    """True if `signed` carries a valid signature of the key `public`, known as `name` or as itself."""
    signature = signed.get("signatures", {}).get(user_id, {}).get(f"ed25519:{name or public}")
    if not signature or not public:
        return False
    try:
        eddsa.new(eddsa.import_public_key(_raw(public)), "rfc8032").verify(canonical(signed), _raw(signature))
    except ValueError:
        return False
    return True


def canonical(signed: Json) -> bytes:
    """The bytes that a signature of Matrix covers."""
    bare = {name: value for name, value in signed.items() if name not in {"signatures", "unsigned"}}
    return json.dumps(bare, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode()


def _raw(unpadded: str) -> bytes:
    return base64.b64decode(unpadded + "=" * (-len(unpadded) % 4))
