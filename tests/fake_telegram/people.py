"""A person with a phone: writes, taps, shares, edits, blocks, and sees what the bot shows."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.fake_telegram.checks import PAYLOAD
from tests.fake_telegram.groups import Group, standing, standing_changed
from tests.fake_telegram.payloads import CONTENTS, spoken
from tests.fake_telegram.refusals import Json
from tests.fake_telegram.state import Chat, Message, Person, Seen, Tap
from tests.fake_telegram.updates import TAP_LIFE

if TYPE_CHECKING:
    from tests.fake_telegram.server import FakeTelegram

TAPS = 3 << 33


class NotOnScreenError(AssertionError):
    """A person cannot do that: what they look for is not on their screen."""


@dataclass(slots=True)
class User:
    """Somebody, and their conversation with the bot."""

    server: FakeTelegram
    person: Person
    mark: int = 0

    @property
    def chat(self) -> Chat:
        """The conversation with the bot."""
        return self.server.memory.chats[self.person.id]

    # --- what they do -----------------------------------------------------------------------

    def sends(self, text: str, *, chat: Group | None = None, reply_to: int = 0, **more: object) -> int:
        """A text, here or in a group; `more` is added to the message. The id of the message."""
        return self.says(spoken(text) | more, chat, reply_to)

    def starts(self, payload: str = "") -> int:
        """The button « Démarrer », or a link with a payload."""
        if not PAYLOAD.fullmatch(payload):
            raise NotOnScreenError(f"no link carries {payload!r}")
        return self.sends(f"/start {payload}".strip())

    def shares(self, kind: str, *, chat: Group | None = None) -> int:
        """A sticker, photo, voice, location, contact… (payloads.CONTENTS)."""
        return self.says(CONTENTS[kind], chat)

    def says(self, content: Json, group: Group | None = None, reply_to: int = 0) -> int:
        """A message of any content."""
        chat = self.chat if group is None else group.chat
        self.meets(chat)
        message = Message(chat, self.server.memory.number(chat), self.person, self.server.now(), dict(content))
        if answered := chat.messages.get(reply_to):
            message.content["reply_to_message"] = answered.as_json()
        chat.messages[message.id] = message
        self.mark = len(chat.spoken)
        if group is None or group.reaches_bot(message):
            self.server.updates.push("message", message.as_json(), chat.id)
        return message.id

    def meets(self, chat: Chat) -> None:
        """Whoever writes in private can be answered; whoever is seen in a group is known."""
        if chat is self.chat and chat.standing in {"stranger", "met"}:
            chat.standing = "member"
        elif self.chat.standing == "stranger":
            self.chat.standing = "met"

    def edits(self, message: int, text: str, *, chat: Group | None = None) -> None:
        """Correct a message of theirs."""
        found = (self.chat if chat is None else chat.chat).messages[message]
        answered = {name: said for name, said in found.content.items() if name == "reply_to_message"}
        found.content, found.edited = {**spoken(text), **answered}, self.server.now()
        self.mark = len(found.chat.spoken)
        self.server.updates.push("edited_message", found.as_json(), found.chat.id)

    def taps(self, wanted: str, *, message: int = 0, chat: Group | None = None) -> Tap:
        """The button with this label or data: the lowest on the screen, or of one message."""
        where = self.chat if chat is None else chat.chat
        for each in reversed(where.messages.values()):
            if each.deleted or not each.ours or (message and each.id != message):
                continue
            for button in each.seen().buttons:
                if wanted in {button.label, button.data} and button.data:
                    return self.forges(button.data, message=each.id, chat=chat)
        shown = [label for each in self.screen for label in each.labels]
        raise NotOnScreenError(f"{wanted!r} is not among {shown}")

    def forges(self, data: str, *, message: int = 0, chat: Group | None = None) -> Tap:
        """A tap with any data on any message: an old client, a changed one, somebody else's button."""
        where = self.chat if chat is None else chat.chat
        server, memory = self.server, self.server.memory
        tap = Tap(str(4_000_000_000 + len(memory.taps)), self.person, where, data, server.clock())
        memory.taps[tap.id] = tap
        self.mark = len(where.spoken)
        told: Json = {"id": tap.id, "from": self.person.as_json(), "chat_instance": str(-where.id), "data": data}
        found = where.messages.get(message)
        gone = {"chat": where.as_json(), "message_id": message, "date": 0}
        told["message"] = gone if found is None or found.deleted else found.as_json()
        server.updates.push("callback_query", told, self.person.id + TAPS, TAP_LIFE)
        return tap

    def blocks(self) -> None:
        """« Bloquer »: 403 from now on, and the bot is told."""
        self.becomes("blocked", "member", "kicked")

    def unblocks(self) -> None:
        """« Débloquer »."""
        self.becomes("member", "kicked", "member")

    def becomes(self, kept: str, old: str, new: str) -> None:
        """The bot's place in the conversation changes."""
        self.chat.standing = kept
        bot = self.server.memory.bot
        told = standing_changed(self.chat, self.person, standing(bot, old), standing(bot, new), self.server.now())
        self.server.updates.push("my_chat_member", told, self.chat.id)

    def deactivates(self) -> None:
        """The account is closed; nobody is told."""
        self.chat.standing = "deactivated"

    # --- what they see ----------------------------------------------------------------------

    @property
    def screen(self) -> tuple[Seen, ...]:
        """The conversation as it looks now, from the oldest message to the newest."""
        return tuple(each.seen() for each in self.chat.messages.values() if not each.deleted)

    @property
    def heard(self) -> tuple[Seen, ...]:
        """What the bot has on this screen."""
        return tuple(each for each in self.screen if not each.mine)

    @property
    def last(self) -> Seen:
        """The newest message of the bot."""
        if not self.heard:
            raise NotOnScreenError("the bot has said nothing")
        return self.heard[-1]

    @property
    def turning(self) -> tuple[Tap, ...]:
        """Their taps that have no answer."""
        return tuple(tap for tap in self.server.memory.taps.values() if tap.person is self.person and tap.turning)

    async def hears(self, seconds: float = 10.0) -> Seen:
        """The next message or edit of the bot since they did something, or since they last heard one."""
        chat = self.chat
        async with asyncio.timeout(seconds):
            while len(chat.spoken) <= self.mark:
                waiting: asyncio.Future[None] = asyncio.get_running_loop().create_future()
                chat.listeners.append(waiting)
                await waiting
        self.mark += 1
        return chat.spoken[self.mark - 1].seen()
