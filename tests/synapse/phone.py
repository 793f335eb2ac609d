"""One device of one person: a Matrix client with keys of its own, which follows its rooms in the background."""

from __future__ import annotations

import asyncio
import contextlib
import json
import uuid
from collections.abc import Awaitable, Callable, Mapping
from functools import partial
from typing import Any
from urllib.parse import quote

import aiohttp
import nio
from nio.api import Api
from nio.crypto import ENCRYPTION_ENABLED
from nio.exceptions import EncryptionError
from nio.store import SqliteMemoryStore

from tests.synapse.heard import Heard
from tests.synapse.signatures import master_key, signed_devices

SYNC_MILLISECONDS = 10_000
AGAIN_AFTER = 0.1
FILTER = {"presence": {"not_types": ["*"]}, "room": {"timeline": {"limit": 100}}}
CONFIG = nio.AsyncClientConfig(
    store=SqliteMemoryStore, store_sync_tokens=False, encryption_enabled=True, max_timeouts=0, request_timeout=30
)
REACTION = "m.reaction"
"""Never encrypted: anybody may count them."""
UNSIGNED, NO_KEY = "the sender's device is not signed by its owner", "no key"
_CUT = (aiohttp.ClientError, TimeoutError, OSError)


class RefusedByServerError(RuntimeError):
    """The homeserver refused what a person did; a test that expects it says so."""

    def __init__(self, status: int, code: str, said: str) -> None:
        super().__init__(f"{status} {code} {said}")
        self.status = status
        self.code = code


class Phone:
    """`strict`: neither gives keys to, nor reads, devices that their owner has not signed."""

    def __init__(self, url: str, user_id: str, *, strict: bool = False) -> None:
        assert ENCRYPTION_ENABLED
        self.client = nio.AsyncClient(url, user_id, config=CONFIG)
        self.strict = strict
        self.seen: list[Heard] = []
        self.typing: dict[str, list[str]] = {}
        self._waiting_for_a_key: dict[int, nio.MegolmEvent] = {}
        self._signed: dict[str, dict[str, str]] = {}
        self._masters: dict[str, str] = {}
        self._known: set[str] = set()
        self._since: str | None = None
        self._following: asyncio.Task[None] | None = None
        self._giving = asyncio.Lock()

    @property
    def user_id(self) -> str:
        """`@name:server`."""
        return str(self.client.user_id)

    @property
    def device_id(self) -> str:
        """The identifier of this device."""
        return str(self.client.device_id)

    async def log_in(self, password: str, device_name: str) -> None:
        """A new device: its keys are known to the server before anybody is told of it."""
        answer = await self.client.login(password, device_name)
        if not isinstance(answer, nio.LoginResponse):
            raise _refusal(answer)
        await self.sure(self.client.keys_upload)
        await self._once()

    def opens_app(self) -> None:
        """Follow the rooms from where they were left."""
        if self._following is None:
            self._following = asyncio.create_task(self._follow(), name=f"phone of {self.user_id}")

    async def closes_app(self) -> None:
        """Nothing is received any more; the keys stay."""
        following, self._following = self._following, None
        if following is not None:
            following.cancel()
            await asyncio.gather(following, return_exceptions=True)

    async def close(self) -> None:
        """The end of this device's life in the test."""
        await self.closes_app()
        await self.client.close()
        if self.client.store is not None:
            self.client.store.database.close()

    async def until(self, holds: Callable[[], object], seconds: float, told: Callable[[], str]) -> None:
        """Wait until something holds; `told` is what the failure says."""
        try:
            async with asyncio.timeout(seconds):
                while not holds():
                    if self._following is not None and self._following.done():
                        self._following.result()
                    await asyncio.sleep(0.005)
        except TimeoutError:
            raise AssertionError(told()) from None

    async def sure(self, call: Callable[[], Awaitable[Any]]) -> Any:
        """Do it as an app does: again and again while the server is away; a refusal is an error."""
        while True:
            try:
                answer = await call()
            except _CUT:
                await asyncio.sleep(AGAIN_AFTER)
                continue
            if not isinstance(answer, nio.ErrorResponse):
                return answer
            refusal = _refusal(answer)
            if refusal.status < 500:
                raise refusal
            await asyncio.sleep(AGAIN_AFTER)

    async def ask(self, method: str, path: str, body: object) -> Mapping[str, Any]:
        """One request that the library has no word for."""
        headers = {"Authorization": f"Bearer {self.client.access_token}", "Content-Type": "application/json"}
        answer = await self.client.send(method, f"/_matrix/client/v3/{path}", json.dumps(body), headers)
        found: Mapping[str, Any] = await answer.json()
        if answer.status != 200:
            raise RefusedByServerError(answer.status, found.get("errcode", ""), f"{path}: {found}")
        return found

    async def signed_devices_of(self, user_id: str) -> dict[str, str]:
        """The devices that this person has signed now; none if the master key is not the one first seen."""
        answer = await self.ask("POST", "keys/query", {"device_keys": {user_id: []}})
        master = master_key(answer, user_id)
        if self._masters.setdefault(user_id, master) != master and self._masters[user_id]:
            return {}
        self._masters[user_id] = master
        return signed_devices(answer, user_id)

    async def sees_signed(self, user_id: str, device_id: str) -> bool:
        """True if the owner of this device has signed it."""
        return device_id in await self.signed_devices_of(user_id)

    async def keep_for_signed_devices(self, room: str) -> None:
        """A strict client's part before it encrypts: other devices will get no key."""
        members = self.client.rooms[room]
        if not members.members_synced:
            await self.sure(lambda: self.client.joined_members(room))
        if self.client.should_query_keys:
            await self.sure(self.client.keys_query)
        for user in set(members.users) - {self.user_id}:
            signed = await self.signed_devices_of(user)
            for device in list(self.client.device_store.active_user_devices(user)):
                trusted = signed.get(device.id) == device.curve25519
                (self.client.unblacklist_device if trusted else self.client.blacklist_device)(device)

    async def gives_keys(self, room: str) -> None:
        """Before it encrypts, until every device there has the key: nio takes it for given when the server is away."""
        client = self.client
        if client.rooms[room].encrypted and not client.rooms[room].members_synced:
            await self.sure(lambda: client.joined_members(room))
        async with self._giving:
            while client.rooms[room].encrypted and client.olm.should_share_group_session(room):
                if client.should_query_keys:
                    await self.sure(client.keys_query)
                if missing := client.get_missing_sessions(room):
                    await self.sure(partial(client.keys_claim, missing))
                await self.sure(lambda: client.share_group_session(room, ignore_unverified_devices=True))
                session = client.olm.outbound_group_sessions[room]
                session.shared = self._devices_in(room) <= session.users_shared_with | session.users_ignored
                await asyncio.sleep(0 if session.shared else AGAIN_AFTER)

    def closed(self, room: str, kind: str, content: dict[str, Any]) -> tuple[str, dict[str, Any]]:
        """An event as it leaves, encrypted where the room is and with the keys that were just given."""
        if not self.client.rooms[room].encrypted or kind == REACTION:
            return kind, content
        return self.client.encrypt(room, kind, content)  # type: ignore[no-any-return]

    async def brings(self, room: str, kind: str, content: Mapping[str, Any]) -> str:
        """What is closed, the same at each try: nio would close it again, and after a hundred tries with a key
        that nobody was given, because the server was away."""
        asked = Api.room_send(self.client.access_token, room, kind, dict(content), uuid.uuid4().hex)
        answer = await self.sure(lambda: self.client._send(nio.RoomSendResponse, *asked, (room,)))
        return str(answer.event_id)

    def _devices_in(self, room: str) -> set[tuple[str, str]]:
        """The devices in a room with which this one can speak, itself left out."""
        missing = self.client.get_missing_sessions(room)
        return {
            (user, device.id)
            for user in self.client.rooms[room].users
            for device in self.client.device_store.active_user_devices(user)
            if device.id not in missing.get(user, ())
        } - {(self.user_id, self.device_id)}

    async def set_account_data(self, kind: str, content: object) -> None:
        """What the person's other devices would know too."""
        await self.ask("PUT", f"user/{quote(self.user_id)}/account_data/{kind}", content)

    async def _follow(self) -> None:
        while True:
            try:
                await self._once(SYNC_MILLISECONDS)
            except _CUT:
                await asyncio.sleep(AGAIN_AFTER)

    async def _once(self, wait: int = 0) -> None:
        answer = await self.client.sync(timeout=wait, sync_filter=FILTER, since=self._since)
        if not isinstance(answer, nio.SyncResponse):
            await asyncio.sleep(AGAIN_AFTER)
            return
        for room, news in answer.rooms.join.items():
            assert room not in self._known or not news.timeline.limited, f"a gap in {room}: too much was said at once"
            self._known.add(room)
            for event in news.timeline.events:
                await self._sees(room, event)
            for notice in news.ephemeral:
                if isinstance(notice, nio.TypingNoticeEvent):
                    self.typing[room] = list(notice.users)
        self._since = answer.next_batch
        for asked in answer.to_device_events:
            if isinstance(asked, nio.RoomKeyRequest):
                await self._gives_again(asked)
        await self._errands()
        await self._read_again()

    async def _errands(self) -> None:
        """What a client owes the others: its keys, and the questions that it has about theirs."""
        await self.client.send_to_device_messages()
        if self.client.should_upload_keys:
            await self.client.keys_upload()
        if self.client.should_query_keys:
            await self.client.keys_query()
        if self.client.should_claim_keys:
            await self.client.keys_claim(self.client.get_users_for_key_claiming())

    async def _gives_again(self, asked: nio.RoomKeyRequest) -> None:
        """As apps do: a key that this device made, to a device to which it had given it already."""
        olm, to = self.client.olm, (asked.sender, asked.requesting_device_id)
        made = olm.outbound_group_sessions.get(asked.room_id)
        if made is None or made.id != asked.session_id or to not in made.users_shared_with:
            return
        device = self.client.device_store[asked.sender][asked.requesting_device_id]
        key = olm.inbound_group_store.get(asked.room_id, olm.account.identity_keys["curve25519"], made.id)
        session = olm.session_store.get(device.curve25519)
        await self.sure(lambda: self.client.to_device(olm._encrypt_forwarding_key(asked.room_id, key, session, device)))

    async def _sees(self, room: str, event: nio.Event) -> None:
        if isinstance(event, nio.MegolmEvent):
            event.room_id = room
            self._waiting_for_a_key[len(self.seen)] = event
            self.seen.append(_heard(room, event, encrypted=True, refusal=NO_KEY))
            return
        self.seen.append(await self._read(room, event))

    async def _read(self, room: str, event: nio.Event) -> Heard:
        refused = self.strict and event.decrypted and not await self._is_signed(event.sender, str(event.sender_key))
        return _heard(room, event, encrypted=event.decrypted, refusal=UNSIGNED if refused else "")

    async def _is_signed(self, user_id: str, identity: str) -> bool:
        if user_id != self.user_id and identity not in self._signed.get(user_id, {}).values():
            self._signed[user_id] = await self.signed_devices_of(user_id)
        return user_id == self.user_id or identity in self._signed[user_id].values()

    async def _read_again(self) -> None:
        for place, event in list(self._waiting_for_a_key.items()):
            with contextlib.suppress(EncryptionError):
                found = self.client.decrypt_event(event)
                assert isinstance(found, nio.Event)
                del self._waiting_for_a_key[place]
                self.seen[place] = await self._read(self.seen[place].room, found)


def _refusal(answer: nio.ErrorResponse) -> RefusedByServerError:
    transport = answer.transport_response
    return RefusedByServerError(transport.status if transport else 0, answer.status_code or "", answer.message)


def _heard(room: str, event: nio.Event, *, encrypted: bool, refusal: str) -> Heard:
    source = event.source
    return Heard(
        room=room,
        event_id=event.event_id,
        sender=event.sender,
        kind=source.get("type", ""),
        content={} if refusal else source.get("content", {}),
        encrypted=encrypted,
        refusal=refusal,
        sent_at=event.server_timestamp,
        state_key=str(source.get("state_key", "")),
        redacts=str(source.get("redacts") or source.get("content", {}).get("redacts", "")),
    )
