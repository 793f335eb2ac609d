"""Groups, supergroups and channels: the bot comes and goes, they grow, and not only people speak in them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.fake_telegram.payloads import spoken
from tests.fake_telegram.refusals import Json
from tests.fake_telegram.state import Chat, Message, Person

if TYPE_CHECKING:
    from tests.fake_telegram.people import User
    from tests.fake_telegram.server import FakeTelegram

ANONYMOUS = Person(1087968824, "Group", username="GroupAnonymousBot", is_bot=True)
TELEGRAM = Person(777000, "Telegram")
NAMED = Person(136817688, "Channel", username="Channel_Bot", is_bot=True)
OURS = 5 << 33
RIGHTS = (
    "can_manage_chat", "can_change_info", "can_delete_messages", "can_invite_users", "can_restrict_members",
    "can_promote_members", "can_manage_video_chats", "can_post_stories", "can_edit_stories", "can_delete_stories",
    "is_anonymous", "can_be_edited",
)  # fmt: skip


def standing(bot: Person, status: str) -> Json:
    """A place in a chat."""
    told: Json = {"user": bot.as_json(), "status": status}
    if status == "kicked":
        told["until_date"] = 0
    if status == "administrator":
        told |= dict.fromkeys(RIGHTS, False)
    return told


def standing_changed(chat: Chat, by: Person, old: Json, new: Json, date: int) -> Json:
    """`my_chat_member`."""
    told: Json = {"chat": chat.as_json(), "from": by.as_json(), "date": date}
    return told | {"old_chat_member": old, "new_chat_member": new}


@dataclass(slots=True)
class Group:
    """A place with several people."""

    server: FakeTelegram
    chat: Chat

    @property
    def id(self) -> int:
        """Its id, which is negative."""
        return self.chat.id

    def reaches_bot(self, message: Message) -> bool:
        """Privacy mode: only commands that may be ours, mentions of us, answers to us and service messages."""
        if self.chat.standing != "member":
            return False
        text, name = str(message.content.get("text", "")), f"@{self.server.memory.bot.username}"
        if not self.chat.privacy or ("text" not in message.content and "caption" not in message.content):
            return not self.chat.privacy
        answered = message.content.get("reply_to_message", {}).get("from", {}).get("id") == self.server.memory.bot.id
        command = text.split(maxsplit=1)[0] if text.startswith("/") else ""
        ours = bool(command) and ("@" not in command or command.endswith(name))
        return ours or name in text or answered

    def welcomes_bot(self, by: User) -> None:
        """Somebody adds the bot."""
        self.changes(by, "member", "left", "member")
        told = {"new_chat_members": [self.server.memory.bot.as_json()]}
        self.service(told | {"new_chat_member": told["new_chat_members"][0]}, by.person)

    def expels_bot(self, by: User) -> None:
        """Somebody removes it."""
        self.changes(by, "kicked", "member", "kicked")

    def promotes_bot(self, by: User) -> None:
        """The bot becomes an administrator: it hears everything."""
        self.chat.privacy = False
        self.changes(by, "member", "member", "administrator")

    def changes(self, by: User, kept: str, old: str, new: str) -> None:
        """The bot's place changes, and it is told."""
        by.meets(self.chat)
        self.chat.standing = kept
        bot = self.server.memory.bot
        told = standing_changed(self.chat, by.person, standing(bot, old), standing(bot, new), self.server.now())
        self.server.updates.push("my_chat_member", told, self.chat.id + OURS)

    def grows(self, number: int = 0) -> Group:
        """The group becomes a supergroup: both sides say so, and the old id is refused."""
        new = self.server.group(number or -1_000_000_000_000 + self.id, self.chat.title, "supergroup")
        new.chat.standing, new.chat.privacy = self.chat.standing, self.chat.privacy
        self.service({"migrate_to_chat_id": new.id}, ANONYMOUS)
        self.chat.standing, self.chat.moved_to = "moved", new.id
        new.service({"migrate_from_chat_id": self.id}, ANONYMOUS)
        return new

    def service(self, told: Json, sender: Person) -> int:
        """A message that the chat itself makes."""
        return self.posted("message", sender, told)

    def posts(self, text: str) -> int:
        """A channel publishes: nobody in particular speaks."""
        return self.posted("channel_post", None, spoken(text) | {"sender_chat": self.chat.as_json()})

    def anonymous_says(self, text: str, reply_to: int = 0) -> int:
        """An administrator who hides behind the group."""
        quoted = self.chat.messages.get(reply_to)
        answers = {"reply_to_message": quoted.as_json()} if quoted is not None else {}
        return self.posted("message", ANONYMOUS, spoken(text) | {"sender_chat": self.chat.as_json()} | answers)

    def channel_says(self, text: str, channel: Group) -> int:
        """The post of a linked channel, forwarded by Telegram itself."""
        told = {"sender_chat": channel.chat.as_json(), "is_automatic_forward": True}
        return self.posted("message", TELEGRAM, spoken(text) | told)

    def bot_says(self, text: str, bot: Person = NAMED) -> int:
        """Another bot."""
        return self.posted("message", bot, spoken(text))

    def posted(self, kind: str, sender: Person | None, content: Json) -> int:
        """A message that the bot is told of, whatever its mode."""
        message = Message(self.chat, self.server.memory.number(self.chat), sender, self.server.now(), content)
        self.chat.messages[message.id] = message
        self.server.updates.push(kind, message.as_json(), self.chat.id)
        return message.id
