"""Which devices get the keys of what the bot says, where only those that their owner has signed may.

Signed means: master key → self-signing key → device, as the homeserver tells them now. A homeserver that lies about
all of them is believed: comparing master keys by hand is what people do, and the bot knows nobody's.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from contextlib import suppress
from typing import Any

import nio
import structlog

from bot.channels import Unreachable
from bot.channels.matrix.asking import ask
from bot.channels.matrix.identity import SELF_SIGNING, signed_by
from bot.channels.matrix.parse import NAME
from bot.channels.matrix.render import transaction
from bot.sentences import sentence

WITHHELD = "m.room_key.withheld"
UNVERIFIED = "m.unverified"
_MEGOLM = "m.megolm.v1.aes-sha2"

Device = tuple[str, str]
"""Whose, and which."""

_log = structlog.get_logger(__name__)


class Trust:
    """Asked once for each person, and again when the homeserver says that their devices changed."""

    def __init__(self, client: nio.AsyncClient) -> None:
        self._client = client
        self._signed: dict[str, Mapping[str, str]] = {}
        self._without: dict[str, frozenset[Device]] = {}

    @property
    def withheld(self) -> int:
        """How many devices have got no key of what was last said where they are."""
        return len(frozenset().union(*self._without.values()))

    def forget(self, people: Iterable[str]) -> None:
        """Their devices changed, or who signs them."""
        for person in people:
            self._signed.pop(person, None)

    async def sort_out(self, room_id: str) -> None:
        """Before something is said in an encrypted room: devices that nobody signed are left out of it. When there
        are others than before, those who stay get a new key, which the others never had."""
        olm, people = self._client.olm, tuple(self._client.rooms[room_id].users)
        await self._look([person for person in people if person not in self._signed])
        without = frozenset(self._unsigned(people))
        session = olm.outbound_group_sessions.get(room_id)
        if session is None or session.expired or self._without.get(room_id) != without:
            olm.create_outbound_group_session(room_id)
        olm.outbound_group_sessions[room_id].users_ignored.update(without)
        self._without[room_id] = without

    async def tell_those_without(self, room_id: str) -> None:
        """Their apps then say why nothing can be read there. It is in clear, and says nothing of what was said."""
        without = self._without.get(room_id)
        if not without:
            return
        _log.warning("keys withheld", channel=NAME, count=len(without))
        session = self._client.olm.outbound_group_sessions[room_id]
        content = {
            "algorithm": _MEGOLM,
            "room_id": room_id,
            "session_id": session.id,
            "sender_key": self._client.olm.account.identity_keys["curve25519"],
            "code": UNVERIFIED,
            "reason": sentence("matrix-withheld"),
        }
        messages: dict[str, dict[str, Any]] = {}
        for person, device in without:
            messages.setdefault(person, {})[device] = content
        # Who cannot be told now still shows in the log and in the figures; the others must not wait for it.
        with suppress(Unreachable):
            path = f"/sendToDevice/{WITHHELD}/{transaction(session.id)}"
            await ask(self._client, "PUT", path, {"messages": messages})

    async def _look(self, people: Collection[str]) -> None:
        if not people:
            return
        answer = await ask(self._client, "POST", "/keys/query", {"device_keys": {person: [] for person in people}})
        if not answer.good:
            raise Unreachable
        away = answer.body.get("failures", {})
        # Of those whose own homeserver is away nothing is known yet: they are asked about again.
        told = [person for person in people if person.partition(":")[2] not in away]
        self._signed |= {person: signed_devices(answer.body, person) for person in told}

    def _unsigned(self, people: Iterable[str]) -> Iterable[Device]:
        for person in people:
            for device in self._client.device_store.active_user_devices(person):
                own = (person, device.id) == (self._client.user_id, self._client.device_id)
                if not own and self._signed.get(person, {}).get(device.id) != device.curve25519:
                    yield person, device.id


def signed_devices(answer: Mapping[str, Any], person: str) -> Mapping[str, str]:
    """The devices that this person has signed, by their ids: the keys by which they are written to."""
    master, signer = _key(answer, person, "master"), _key(answer, person, SELF_SIGNING)
    announced = answer.get(f"{SELF_SIGNING}_keys", {}).get(person, {})
    if not master or not signer or not signed_by(announced, person, master):
        return {}
    devices = answer.get("device_keys", {}).get(person, {})
    return {
        id: str(device.get("keys", {}).get(f"curve25519:{id}", ""))
        for id, device in devices.items()
        if (device.get("user_id"), device.get("device_id")) == (person, id) and signed_by(device, person, signer)
    }


def _key(answer: Mapping[str, Any], person: str, usage: str) -> str:
    """The one public key of this usage, if it is this person's."""
    described = answer.get(f"{usage}_keys", {}).get(person, {})
    keys = described.get("keys", {})
    if described.get("user_id") != person or usage not in described.get("usage", ()) or len(keys) != 1:
        return ""
    ((name, public),) = keys.items()
    return str(public) if name == f"ed25519:{public}" else ""
