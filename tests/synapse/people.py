"""People who write to the bot, and what each does with a phone: write, choose, correct, take back, send, listen."""

from __future__ import annotations

import io
from collections.abc import Mapping
from typing import Any

import nio
from nio.crypto.attachments import decrypt_attachment

from tests.synapse.heard import MESSAGE, Heard
from tests.synapse.phone import Phone

PATIENCE = 60.0
Relation = Mapping[str, object]


class Person(Phone):
    """A person on a phone; `await synapse.person("name")` makes one."""

    def __init__(self, url: str, user_id: str, *, strict: bool = False) -> None:
        super().__init__(url, user_id, strict=strict)
        self._listened: dict[str, int] = {}

    # --- Rooms ---------------------------------------------------------------------------------

    async def direct_room(self, other: str, encrypted: bool = True) -> str:
        """A direct room as Element makes it: encrypted, trusted, the other invited and not there yet."""
        room = await self.opens_room([other], encrypted=encrypted, direct=True)
        await self.set_account_data("m.direct", {other: [room]})
        return room

    async def opens_room(self, invited: list[str], *, encrypted: bool = True, direct: bool = False) -> str:
        """A private room with these people invited."""
        state = [nio.EnableEncryptionBuilder().as_dict()] if encrypted else []
        preset = nio.RoomPreset.trusted_private_chat if direct else nio.RoomPreset.private_chat
        answer = await self.sure(
            lambda: self.client.room_create(is_direct=direct, invite=invited, preset=preset, initial_state=state)
        )
        room = str(answer.room_id)
        await self.until(
            lambda: self._knows(room, {*invited, self.user_id}, encrypted), PATIENCE, lambda: f"{room} was never known"
        )
        return room

    def _knows(self, room: str, people: set[str], encrypted: bool) -> bool:
        """A room comes by pieces: before the last one, a message would leave in clear or without a key for somebody."""
        known = self.client.rooms.get(room)
        return known is not None and people <= set(known.users) and known.encrypted == encrypted

    async def invites(self, room: str, user_id: str) -> None:
        """One more person."""
        await self.sure(lambda: self.client.room_invite(room, user_id))

    async def accepts(self, room: str) -> None:
        """Join a room, invited or not."""
        await self.sure(lambda: self.client.join(room))
        await self.until(
            lambda: room in self.client.rooms and self.membership(room, self.user_id) == "join",
            PATIENCE,
            lambda: f"{room} was never known",
        )

    async def leaves(self, room: str) -> None:
        """Out, without a word."""
        await self.sure(lambda: self.client.room_leave(room))

    async def joined_by(self, room: str, user_id: str, timeout: float = PATIENCE) -> None:  # noqa: ASYNC109
        """Wait until this person (the bot, mostly) is in the room."""
        await self.until(
            lambda: self.membership(room, user_id) == "join", timeout, lambda: f"{user_id} never joined {room}"
        )

    def membership(self, room: str, user_id: str) -> str:
        """`invite`, `join`, `leave`, or nothing, as last seen."""
        seen = [each for each in self.events(room, "m.room.member") if each.state_key == user_id]
        return str(seen[-1].content.get("membership", "")) if seen else ""

    # --- Saying --------------------------------------------------------------------------------

    async def says(self, room: str, text: str, *, thread: str = "", replies_to: str = "", quoting: str = "") -> str:
        """A text; `quoting` adds the quotation that older clients put before an answer."""
        quoted = "".join(f"> {line}\n" for line in quoting.splitlines()) + "\n" if quoting else ""
        content: dict[str, Any] = {"msgtype": "m.text", "body": quoted + text, "m.mentions": {}}
        if relation := _relation(thread, replies_to):
            content["m.relates_to"] = relation
        return await self.sends(room, MESSAGE, content)

    async def edits(self, room: str, event_id: str, text: str) -> str:
        """Correct a text already sent."""
        new = {"msgtype": "m.text", "body": text, "m.mentions": {}}
        relation = {"rel_type": "m.replace", "event_id": event_id}
        return await self.sends(
            room, MESSAGE, {**new, "body": f"* {text}", "m.new_content": new, "m.relates_to": relation}
        )

    async def reacts(self, room: str, event_id: str, key: str) -> str:
        """A reaction to a message."""
        relation = {"rel_type": "m.annotation", "event_id": event_id, "key": key}
        return await self.sends(room, "m.reaction", {"m.relates_to": relation})

    async def takes_back(self, room: str, event_id: str) -> str:
        """Remove a message or a reaction."""
        answer = await self.sure(lambda: self.client.room_redact(room, event_id))
        return str(answer.event_id)

    async def sends_file(self, room: str, name: str, data: bytes, kind: str = "application/octet-stream") -> str:
        """A file, encrypted where the room is."""
        encrypted = self.client.rooms[room].encrypted
        answer, keys = await self.client.upload(
            io.BytesIO(data), content_type=kind, filename=name, encrypt=encrypted, filesize=len(data)
        )
        assert isinstance(answer, nio.UploadResponse), answer
        where = {"file": {**(keys or {}), "url": answer.content_uri}} if encrypted else {"url": answer.content_uri}
        info = {"mimetype": kind, "size": len(data)}
        return await self.sends(
            room, MESSAGE, {"msgtype": "m.file", "body": name, "filename": name, "info": info, **where}
        )

    async def shares_location(self, room: str, latitude: float, longitude: float) -> str:
        """A place on the map."""
        place = f"geo:{latitude},{longitude}"
        return await self.sends(room, MESSAGE, {"msgtype": "m.location", "body": place, "geo_uri": place})

    async def sends(self, room: str, kind: str, content: Mapping[str, object]) -> str:
        """Any event, once, however often the server must be asked; its identifier."""
        if self.strict and self.client.rooms[room].encrypted:
            await self.keep_for_signed_devices(room)
        await self.gives_keys(room)
        return await self.brings(room, *self.closed(room, kind, dict(content)))

    # --- Listening -----------------------------------------------------------------------------

    async def hears(self, room: str, count: int = 1, timeout: float = PATIENCE) -> list[Heard]:  # noqa: ASYNC109
        """The next messages of the others that this person can read, edits included, in the room's order."""
        start = self._listened.get(room, 0)
        await self.until(
            lambda: len(self.said(room)) >= start + count,
            timeout,
            lambda: f"{len(self.said(room)) - start} of {count} messages, then: {self.events(room)[-3:]}",
        )
        self._listened[room] = start + count
        return self.said(room)[start : start + count]

    def said(self, room: str) -> list[Heard]:
        """All that the others said and that this person can read."""
        heard = [each for each in self.events(room, MESSAGE) if each.sender != self.user_id]
        return [each for each in heard if not each.refusal]

    def unreadable(self, room: str) -> list[Heard]:
        """What came and could not, or must not, be shown."""
        return [each for each in self.events(room) if each.refusal]

    def events(self, room: str, kind: str = "") -> list[Heard]:
        """All that happened in the room, or what is of one kind."""
        return [each for each in self.seen if each.room == room and kind in {"", each.kind}]

    async def fetches(self, heard: Heard) -> bytes:
        """The file that a message carries, decrypted."""
        file = heard.content.get("file")
        if not isinstance(file, Mapping):
            return bytes((await self.sure(lambda: self.client.download(str(heard.content["url"])))).body)
        answer = await self.sure(lambda: self.client.download(file["url"]))
        return bytes(decrypt_attachment(answer.body, file["key"]["k"], file["hashes"]["sha256"], file["iv"]))


def _relation(thread: str, replies_to: str) -> dict[str, object]:
    """How clients say that a message is in a thread, answers another one, or both."""
    answered = {"m.in_reply_to": {"event_id": replies_to or thread}}
    if thread:
        return {"rel_type": "m.thread", "event_id": thread, "is_falling_back": not replies_to, **answered}
    return dict(answered) if replies_to else {}
