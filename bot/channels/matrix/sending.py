"""Sends one event: keys first, so that nothing leaves which its readers cannot read; and what a refusal means."""

from __future__ import annotations

import asyncio
import io
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import aiohttp
import nio
from nio.crypto.attachments import decrypt_attachment

from bot.channels import Blocked, Misconfigured, Rejected, SendError, Throttled, Unreachable
from bot.channels.matrix import render
from bot.channels.matrix.trust import Trust
from bot.formats import File

MESSAGE = "m.room.message"
_REFUSED = ("M_UNKNOWN_TOKEN", "M_MISSING_TOKEN", "M_USER_DEACTIVATED")
_REASONS = {"M_TOO_LARGE": "too-large", "M_NOT_FOUND": "not-found", "M_BAD_JSON": "unreadable"}
_FAILING, _TOO_MANY = 500, 429


class Sender:
    """Sends through one client. Readers' devices are asked for by one question at a time. Without `trust` every
    device of those who are there can read."""

    def __init__(self, client: nio.AsyncClient, trust: Trust | None = None) -> None:
        self._client = client
        self._trust = trust
        self._asking = asyncio.Lock()
        self._rooms: dict[str, asyncio.Lock] = {}
        # Files that many receive: the server keeps one for the rooms that are encrypted, one for the others.
        self._uploaded: dict[tuple[str, bool], tuple[str, Any]] = {}

    async def send(self, room_id: str, content: dict[str, Any], transaction: str) -> str:
        """The id of the event. A SendError when it did not leave, or may not have."""
        async with failing():
            room = self._client.rooms.get(room_id)
            if room is None:
                # Joined, but not seen yet.
                raise Unreachable
            if room.encrypted:
                async with self._rooms.setdefault(room_id, asyncio.Lock()):
                    while not await self._readable(room_id):
                        pass
            said = await self._client.room_send(
                room_id, MESSAGE, content, tx_id=transaction, ignore_unverified_devices=True
            )
        if isinstance(said, nio.RoomSendResponse):
            return str(said.event_id)
        raise send_error(said)

    async def send_file(self, room_id: str, file: File, transaction: str) -> str:
        """The id of the event that names the file, which the server holds encrypted if the room is."""
        async with failing():
            room = self._client.rooms.get(room_id)
            if room is None:
                raise Unreachable
            known = self._uploaded.get((file.same, room.encrypted)) if file.same else None
            if known is not None:
                return await self.send(room_id, render.attached(file, *known), transaction)
            content, size = io.BytesIO(file.content), len(file.content)
            # Told in clear to the server: a file that it cannot read has no name there either.
            shown = {} if room.encrypted else {"content_type": file.media_type, "filename": file.name}
            answer, keys = await self._client.upload(content, encrypt=room.encrypted, filesize=size, **shown)
        if not isinstance(answer, nio.UploadResponse):
            raise send_error(answer)
        if file.same:
            self._uploaded[file.same, room.encrypted] = (answer.content_uri, keys)
        return await self.send(room_id, render.attached(file, answer.content_uri, keys), transaction)

    async def fetch(self, reference: str, most: int) -> bytes:
        """What somebody sent, decrypted if it was not sent in clear."""
        held = json.loads(reference)
        async with failing():
            answer = await self._client.download(held["url"])
        if not isinstance(answer, nio.MemoryDownloadResponse):
            raise send_error(answer)
        if "key" not in held or len(answer.body) > most:
            return bytes(answer.body)
        try:
            opened = decrypt_attachment(answer.body, held["key"]["k"], held["hashes"]["sha256"], held["iv"])
        except (nio.EncryptionError, KeyError, TypeError, ValueError):
            raise Rejected("unreadable") from None
        return bytes(opened)

    async def learn_devices(self) -> None:
        """Ask for the devices of the people who changed theirs, or whom we do not know yet."""
        async with self._asking:
            if self._client.should_query_keys:
                _must(await self._client.keys_query(), nio.KeysQueryResponse)

    async def _readable(self, room_id: str) -> bool:
        """Every device there that can have the keys of what we say gets them: nio would send without them
        when a request fails, and never give them afterwards. False: look again, somebody may have come meanwhile."""
        client = self._client
        if client.should_query_keys or self._asking.locked():
            await self.learn_devices()
        # Members come whole with each sync: there is nothing to ask for.
        client.rooms[room_id].members_synced = True
        if self._trust is not None:
            await self._trust.sort_out(room_id)
        if not client.olm.should_share_group_session(room_id):
            return True
        if missing := client.get_missing_sessions(room_id):
            _must(await client.keys_claim(missing), nio.KeysClaimResponse)
        await client.share_group_session(room_id, ignore_unverified_devices=True)
        session = client.olm.outbound_group_sessions[room_id]
        if self._with_session(room_id) - session.users_shared_with - session.users_ignored:
            # The next try goes on with those who are left.
            session.shared = False
            raise Unreachable
        if self._trust is not None:
            await self._trust.tell_those_without(room_id)
        return False

    def _with_session(self, room_id: str) -> set[tuple[str, str]]:
        """Devices there with which we can speak at all."""
        client = self._client
        missing, own = client.get_missing_sessions(room_id), (client.user_id, client.device_id)
        return {
            (user, device.id)
            for user in client.rooms[room_id].users
            for device in client.device_store.active_user_devices(user)
            if device.id not in missing.get(user, ())
        } - {own}


def _must(answer: Any, expected: type) -> None:
    if not isinstance(answer, expected):
        raise send_error(answer)


@asynccontextmanager
async def failing() -> AsyncIterator[None]:
    """Inside, what goes wrong on the way becomes one of our errors, without the address it was sent to."""
    try:
        yield
    except (aiohttp.ClientError, OSError, TimeoutError, nio.SendRetryError):
        raise Unreachable(maybe_sent=True) from None
    except nio.LocalProtocolError:
        # The client is being opened again, or shares its keys in that room already.
        raise Unreachable from None


def send_error(answer: nio.ErrorResponse) -> SendError:
    """What a refusal of the server means for a message."""
    code, status = answer.status_code, _status(answer)
    if code == "M_LIMIT_EXCEEDED" or status == _TOO_MANY:
        return Throttled(answer.retry_after_ms / 1000 if answer.retry_after_ms else None)
    if code in _REFUSED:
        return Unreachable() if answer.soft_logout else Misconfigured()
    if status >= _FAILING or not code:
        return Unreachable(maybe_sent=True)
    if code == "M_FORBIDDEN":
        return Blocked()
    return Rejected(_REASONS.get(code, str(code).removeprefix("M_").lower().replace("_", "-")[:40]))


def _status(answer: nio.ErrorResponse) -> int:
    transport = answer.transport_response
    return int(transport.status) if transport is not None else 0
