"""The cross-signing keys of the bot: by them, people's apps know that its device was made by its owner."""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

import vodozemac
from Crypto.PublicKey import ECC
from Crypto.Signature import eddsa

MASTER, SELF_SIGNING, USER_SIGNING = "master", "self_signing", "user_signing"
USAGES = (MASTER, SELF_SIGNING, USER_SIGNING)

Signed = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Identity:
    """Three private keys (Ed25519 seeds, in base64) of one account."""

    user_id: str
    master: str
    self_signing: str
    user_signing: str

    @classmethod
    def created(cls, user_id: str) -> Identity:
        """New keys; a library of cryptography draws them, as it draws those of the device."""
        return cls(user_id, *(_unpadded(ECC.generate(curve="Ed25519").seed) for _ in USAGES))

    @classmethod
    def read(cls, text: str) -> Identity:
        """From the file where they are kept; ValueError, KeyError or TypeError if it is not such a file."""
        kept = json.loads(text)
        identity = cls(kept["user_id"], *(kept[usage] for usage in USAGES))
        identity.public()
        return identity

    def written(self) -> str:
        """For the file."""
        return json.dumps(asdict(self))

    def public(self) -> PublicKeys:
        """What the server may know of them."""
        master, self_signing, user_signing = (_public(self._seed(usage)) for usage in USAGES)
        return PublicKeys(master, self_signing, user_signing)

    def offered(self) -> dict[str, Signed]:
        """The public keys as the server wants them, the last two signed by the first."""
        offered = {f"{usage}_key": self._described(usage) for usage in USAGES}
        for usage in (SELF_SIGNING, USER_SIGNING):
            offered[f"{usage}_key"] = self._signed(offered[f"{usage}_key"], MASTER)
        return offered

    def vouched(self, device: Mapping[str, Any]) -> Signed:
        """The keys of a device with our signature, and no other."""
        return self._signed({**device, "signatures": {}}, SELF_SIGNING)

    def _described(self, usage: str) -> Signed:
        public = _public(self._seed(usage))
        return {"user_id": self.user_id, "usage": [usage], "keys": {f"ed25519:{public}": public}}

    def _signed(self, thing: Mapping[str, Any], usage: str) -> Signed:
        key = eddsa.import_private_key(self._seed(usage))
        signature = _unpadded(eddsa.new(key, "rfc8032").sign(canonical(thing)))
        return {**_bare(thing), "signatures": {self.user_id: {f"ed25519:{_public(self._seed(usage))}": signature}}}

    def _seed(self, usage: str) -> bytes:
        return _padded(str(getattr(self, usage)))


@dataclass(frozen=True, slots=True)
class PublicKeys:
    """The public halves; what the server holds is compared with what we hold."""

    master: str
    self_signing: str
    user_signing: str


def signed_by(thing: Mapping[str, Any], user_id: str, public: str) -> bool:
    """True if this key of this user has signed this thing."""
    signature = thing.get("signatures", {}).get(user_id, {}).get(f"ed25519:{public}")
    if signature is None:
        return False
    try:
        given = vodozemac.Ed25519Signature.from_base64(signature)
        vodozemac.Ed25519PublicKey.from_base64(public).verify_signature(canonical(thing), given)
    except ValueError:
        return False
    return True


def canonical(thing: Mapping[str, Any]) -> bytes:
    """The bytes that a signature covers."""
    return json.dumps(_bare(thing), ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode()


def _bare(thing: Mapping[str, Any]) -> Signed:
    return {key: value for key, value in thing.items() if key not in ("signatures", "unsigned")}


def _public(seed: bytes) -> str:
    return _unpadded(eddsa.import_private_key(seed).public_key().export_key(format="raw"))


def _unpadded(raw: bytes) -> str:
    return b64encode(raw).decode().rstrip("=")


def _padded(text: str) -> bytes:
    return b64decode(text + "=" * (-len(text) % 4), validate=True)
