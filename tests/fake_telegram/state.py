"""What the fake server remembers: people, chats, messages and taps, as they survive the bot."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field

from tests.fake_telegram.bodies import Upload
from tests.fake_telegram.refusals import UPGRADED, Json, Refusal, bad, forbidden

NAMES = {"group": "group", "supergroup": "supergroup", "channel": "channel"}


@dataclass(slots=True)
class Person:
    """Somebody with an account, or another bot."""

    id: int
    first_name: str
    last_name: str = ""
    username: str = ""
    language_code: str = ""
    is_bot: bool = False

    def as_json(self) -> Json:
        """As bots are told about them."""
        told: Json = {"id": self.id, "is_bot": self.is_bot, "first_name": self.first_name}
        for name in ("last_name", "username", "language_code"):
            if value := getattr(self, name):
                told[name] = value
        return told


@dataclass(frozen=True, slots=True)
class Button:
    """One button under a message, as a person sees it and as the bot meant it."""

    label: str
    data: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Seen:
    """A message as a person sees it now."""

    id: int
    text: str
    kind: str = "text"
    rows: tuple[tuple[Button, ...], ...] = ()
    mine: bool = False
    edited: bool = False
    silent: bool = False
    entities: tuple[Json, ...] = ()
    file: Upload | None = None

    @property
    def buttons(self) -> tuple[Button, ...]:
        """All of them, in reading order."""
        return tuple(button for row in self.rows for button in row)

    @property
    def labels(self) -> tuple[str, ...]:
        """What the buttons say."""
        return tuple(button.label for button in self.buttons)


@dataclass(slots=True)
class Message:
    """A message of a chat, whoever wrote it."""

    chat: Chat
    id: int
    sender: Person | None
    date: int
    content: Json
    ours: bool = False
    markup: Json | None = None
    edited: int = 0
    silent: bool = False
    file: Upload | None = None
    deleted: bool = False

    def as_json(self) -> Json:
        """As bots are told about it."""
        told: Json = {"message_id": self.id, "date": self.date, "chat": self.chat.as_json()}
        if self.sender is not None:
            told["from"] = self.sender.as_json()
        if self.edited:
            told["edit_date"] = self.edited
        told.update(self.content)
        if self.markup and "inline_keyboard" in self.markup:
            told["reply_markup"] = self.markup
        return told

    def seen(self) -> Seen:
        """As a person sees it."""
        kinds = [name for name in self.content if name not in {"text", "entities", "caption", "caption_entities"}]
        rows = (self.markup or {}).get("inline_keyboard", ())
        return Seen(
            id=self.id,
            text=str(self.content.get("text") or self.content.get("caption") or ""),
            kind="text" if "text" in self.content or not kinds else kinds[0],
            rows=tuple(tuple(Button(b["text"], b.get("callback_data", ""), b.get("url", "")) for b in r) for r in rows),
            mine=not self.ours,
            edited=bool(self.edited),
            silent=self.silent,
            entities=tuple(self.content.get("entities") or self.content.get("caption_entities") or ()),
            file=self.file,
        )


@dataclass(slots=True)
class Tap:
    """One press on a button, and how it was answered: until then it turns."""

    id: str
    person: Person
    chat: Chat
    data: str
    at: float
    answers: list[Json] = field(default_factory=list)

    @property
    def turning(self) -> bool:
        """Does the person still see it turn?"""
        return not self.answers


@dataclass(slots=True)
class Chat:
    """A place to talk; `standing` is what the bot is there."""

    id: int
    kind: str
    title: str = ""
    person: Person | None = None
    standing: str = "member"
    moved_to: int = 0
    privacy: bool = True
    messages: dict[int, Message] = field(default_factory=dict)
    spoken: list[Message] = field(default_factory=list)
    listeners: list[asyncio.Future[None]] = field(default_factory=list)
    last_id: int = 0

    @property
    def private(self) -> bool:
        """A conversation with one person."""
        return self.kind == "private"

    def as_json(self) -> Json:
        """As bots are told about it."""
        if self.person is None:
            return {"id": self.id, "type": self.kind, "title": self.title}
        told: Json = {"id": self.id, "type": "private", "first_name": self.person.first_name}
        for name in ("last_name", "username"):
            if value := getattr(self.person, name):
                told[name] = value
        return told

    def speak(self, message: Message) -> None:
        """The bot has written or edited: whoever listens is told."""
        self.spoken.append(message)
        listeners, self.listeners = self.listeners, []
        for each in listeners:
            if not each.done():
                each.set_result(None)

    def refusal(self) -> Refusal | None:
        """Why the bot may not write here, in the real server's words."""
        if self.private:
            code, words = PRIVATE.get(self.standing, (0, ""))
            return Refusal(code, words) if code else None
        name = NAMES[self.kind]
        if self.standing == "moved":
            return bad(UPGRADED, {"migrate_to_chat_id": self.moved_to})
        if self.standing == "deleted":
            return forbidden("the group chat was deleted")
        if self.standing == "kicked":
            return forbidden(f"bot was kicked from the {name} chat")
        return forbidden(f"bot is not a member of the {name} chat") if self.standing == "left" else None


PRIVATE = {
    "stranger": (400, "Bad Request: chat not found"),
    "met": (403, "Forbidden: bot can't initiate conversation with a user"),
    "blocked": (403, "Forbidden: bot was blocked by the user"),
    "deactivated": (403, "Forbidden: user is deactivated"),
}


@dataclass(slots=True)
class Files:
    """Files that were sent, by the id under which they can be fetched."""

    by_id: dict[str, Upload] = field(default_factory=dict)

    def add(self, upload: Upload) -> Json:
        """A file, as it is told about in a message."""
        file_id = f"file{len(self.by_id) + 1:08}"
        self.by_id[file_id] = upload
        size = len(upload.data)
        return {"file_id": file_id, "file_unique_id": f"u{file_id}", "file_size": size}


@dataclass(slots=True)
class Memory:
    """Everything that is remembered."""

    bot: Person
    people: dict[int, Person] = field(default_factory=dict)
    chats: dict[int, Chat] = field(default_factory=dict)
    taps: dict[str, Tap] = field(default_factory=dict)
    files: Files = field(default_factory=Files)
    profile: dict[tuple[str, str], str] = field(default_factory=dict)
    menus: dict[tuple[str, str], list[Json]] = field(default_factory=dict)
    last_id: int = 100

    def chat(self, source: str) -> Chat:
        """The chat that a call names, if the bot may know it."""
        if not source:
            raise bad("chat_id is empty")
        try:
            chat = self.chats.get(int(source))
        except ValueError:
            chat = next((each for each in self.chats.values() if source == f"@{each.title}"), None)
        if chat is None or chat.standing == "stranger":
            raise bad("chat not found")
        return chat

    def writable(self, source: str) -> Chat:
        """The chat that a call names, if the bot may write there."""
        chat = self.chat(source)
        if chat.standing != "member" and (refusal := chat.refusal()):
            raise refusal
        return chat

    def number(self, chat: Chat) -> int:
        """The next message id: one series for people and small groups, one for each large group, as really."""
        if chat.kind in {"supergroup", "channel"}:
            chat.last_id += 1
            return chat.last_id
        self.last_id += 1
        return self.last_id
