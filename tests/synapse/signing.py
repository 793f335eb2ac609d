"""A person's own cross-signing, for the tests of the strict clients: it shares no line with the bot's."""

from __future__ import annotations

import base64
from typing import Any

from Crypto.PublicKey import ECC
from Crypto.Signature import eddsa

from tests.synapse.phone import Phone
from tests.synapse.signatures import canonical


def unpadded(raw: bytes) -> str:
    """Base64 as Matrix writes it."""
    return base64.b64encode(raw).decode().rstrip("=")


class SigningKey:
    """One Ed25519 key."""

    def __init__(self) -> None:
        self._key = ECC.generate(curve="ed25519")
        self.public = unpadded(self._key.public_key().export_key(format="raw"))

    def sign(self, user_id: str, what: dict[str, Any]) -> None:
        """Add this key's signature."""
        signature = unpadded(eddsa.new(self._key, "rfc8032").sign(canonical(what)))
        what.setdefault("signatures", {}).setdefault(user_id, {})[f"ed25519:{self.public}"] = signature

    def announced(self, user_id: str, usage: str) -> dict[str, Any]:
        """The object that the server keeps."""
        return {"user_id": user_id, "usage": [usage], "keys": {f"ed25519:{self.public}": self.public}}


async def sign_own_device(phone: Phone, password: str = "") -> None:
    """Create this person's cross-signing keys and sign the device they hold; to replace keys a password is needed."""
    me, master, own = phone.user_id, SigningKey(), SigningKey()
    signer = own.announced(me, "self_signing")
    master.sign(me, signer)
    keys: dict[str, Any] = {"master_key": master.announced(me, "master"), "self_signing_key": signer}
    if password:
        keys["auth"] = {
            "type": "m.login.password",
            "identifier": {"type": "m.id.user", "user": me},
            "password": password,
        }
    await phone.ask("POST", "keys/device_signing/upload", keys)
    device = (await phone.ask("POST", "keys/query", {"device_keys": {me: []}}))["device_keys"][me][phone.device_id]
    for what in ("unsigned", "signatures"):
        device.pop(what, None)
    own.sign(me, device)
    await phone.ask("POST", "keys/signatures/upload", {me: {phone.device_id: device}})
