"""The methods of the Bot API that write in a chat: each checks what the real server checks, in its order."""

from __future__ import annotations

import struct
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from tests.fake_telegram import checks
from tests.fake_telegram.bodies import Files, Params, Upload
from tests.fake_telegram.refusals import NOT_MODIFIED, QUERY_TOO_OLD, Json, bad
from tests.fake_telegram.state import Chat, Memory, Message
from tests.fake_telegram.updates import TAP_LIFE, whole

FILE_MAX = 50 << 20
PHOTO_MAX = 10 << 20
DELETABLE = 48 * 3600
ACTIONS = {
    "typing", "upload_photo", "record_video", "upload_video", "record_voice", "upload_voice", "upload_document",
    "choose_sticker", "find_location", "record_video_note", "upload_video_note",
}  # fmt: skip
PNG, JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"


class Server(Protocol):
    """What a method may use."""

    memory: Memory

    def now(self) -> int:
        """The date of the server."""

    def clock(self) -> float:
        """The same, finer."""

    def wrote(self, message: Message, edited: bool) -> None:
        """Tell whoever watches."""


@dataclass(frozen=True, slots=True)
class Call:
    """One call as its method reads it."""

    server: Server
    params: Params
    files: Files

    @property
    def memory(self) -> Memory:
        """What the server remembers."""
        return self.server.memory

    @property
    def private(self) -> bool:
        """Is it about a conversation with one person?"""
        return not self.params.get("chat_id", "").startswith(("-", "@"))


def send(call: Call, content: Callable[[Chat], Json], file: Upload | None = None) -> Json:
    """A new message, once the keyboard, the chat and the answered message are right."""
    markup = checks.keyboard(call.params, call.private)
    chat = call.memory.writable(call.params.get("chat_id", ""))
    answered = replied(call, chat)
    told = content(chat)
    checks.measured(markup)
    message = Message(chat, call.memory.number(chat), call.memory.bot, call.server.now(), told, ours=True)
    message.markup, message.file = markup, file
    message.silent = call.params.get("disable_notification", "").lower() == "true"
    chat.messages[message.id] = message
    if answered is not None:
        message.content = {"reply_to_message": answered.as_json()} | told
    call.server.wrote(message, edited=False)
    return message.as_json()


def replied(call: Call, chat: Chat) -> Message | None:
    """The message that is answered, if one is."""
    source = call.params.get("reply_parameters")
    given = checks.loaded(source, "reply parameters JSON object") if source else {}
    number = int(given.get("message_id", 0) or whole(call.params, "reply_to_message_id"))
    found = chat.messages.get(number)
    lenient = given.get("allow_sending_without_reply") or call.params.get("allow_sending_without_reply") == "true"
    if number and (found is None or found.deleted) and not lenient:
        raise bad("message to be replied not found")
    return found


def written(name: str, text: str, entities: list[Json]) -> Json:
    """Text and entities as a message holds them."""
    kept: Json = {name: text} if text else {}
    return kept | ({"entities" if name == "text" else f"{name}_entities": entities} if entities else {})


def send_message(call: Call) -> Json:
    """Text, of at most 4096 characters once it has been read."""
    text, entities = checks.text_of(call.params)

    def content(_: Chat) -> Json:
        if len(text) > checks.TEXT_MAX:
            raise bad("message is too long")
        return written("text", text, entities)

    return send(call, content)


def captioned(call: Call) -> Json:
    """The caption of a file."""
    text, entities = checks.formatted(call.params, "caption")
    if len(text) > checks.CAPTION_MAX:
        raise bad("message caption is too long")
    return written("caption", text, entities)


def attached(call: Call, name: str) -> Upload:
    """The file that a call brings, under its own name, by `attach://`, or by the id of one sent before."""
    source = call.params.get(name, "")
    found = call.files.get(source.removeprefix("attach://")) or call.files.get(name)
    found = found or call.memory.files.by_id.get(source)
    if found is None:
        raise bad("wrong file identifier/HTTP URL specified" if source else f"there is no {name} in the request")
    if not found.data:
        raise bad("file must be non-empty")
    return found


def send_document(call: Call) -> Json:
    """A file as it is."""
    file, caption = attached(call, "document"), captioned(call)
    told = call.memory.files.add(file) | {"file_name": file.name, "mime_type": file.media_type}
    return send(call, lambda _: {"document": told} | caption, file)


def send_photo(call: Call) -> Json:
    """A picture: PNG or JPEG, not too large and not too long."""
    file, caption = attached(call, "photo"), captioned(call)
    if not file.data.startswith((PNG, JPEG)):
        raise bad("IMAGE_PROCESS_FAILED")
    wide, high = struct.unpack(">II", file.data[16:24]) if file.data.startswith(PNG) else (800, 600)
    if len(file.data) > PHOTO_MAX:
        raise bad("file is too big")
    if wide + high > 10_000 or max(wide, high) > 20 * min(wide, high):
        raise bad("PHOTO_INVALID_DIMENSIONS")
    told = call.memory.files.add(file) | {"width": wide, "height": high}
    return send(call, lambda _: {"photo": [told]} | caption, file)


def send_venue(call: Call) -> Json:
    """A place on a map, with its name and address."""
    place: Json = {}
    for name in ("latitude", "longitude"):
        if not call.params.get(name):
            raise bad(f"{name} is empty")
        try:
            place[name] = float(call.params[name])
        except ValueError:
            raise bad("wrong type of location") from None
    told = {"location": place, "title": call.params.get("title", ""), "address": call.params.get("address", "")}
    return send(call, lambda _: {"venue": told, "location": place})


def target(call: Call, what: str) -> Message:
    """The message that a call names; `what` is what the refusal calls it."""
    chat = call.memory.writable(call.params.get("chat_id", ""))
    found = chat.messages.get(whole(call.params, "message_id"))
    if found is None or found.deleted:
        raise bad(f"{what} not found")
    return found


def edit(call: Call, message: Message, content: Json, markup: Json | None) -> Json:
    """Change a message of ours, if it changes."""
    if not message.ours:
        raise bad("message can't be edited")
    checks.measured(markup)
    if message.content == content and (message.markup or {}) == (markup or {}):
        raise bad(NOT_MODIFIED)
    message.content, message.markup = content, markup
    message.edited = call.server.now()
    call.server.wrote(message, edited=True)
    return message.as_json()


def edit_message_text(call: Call) -> Json:
    """Another text; without a keyboard the old one goes."""
    text, entities = checks.text_of(call.params)
    markup = checks.keyboard(call.params, call.private)
    message = target(call, "message to edit")
    if message.ours and "text" not in message.content:
        raise bad("there is no text in the message to edit")
    if len(text) > checks.TEXT_MAX:
        raise bad("message is too long")
    kept = {name: value for name, value in message.content.items() if name == "reply_to_message"}
    return edit(call, message, kept | written("text", text, entities), markup)


def edit_message_reply_markup(call: Call) -> Json:
    """Another keyboard, or none."""
    markup = checks.keyboard(call.params, call.private)
    message = target(call, "message to edit")
    return edit(call, message, message.content, markup)


def edit_message_caption(call: Call) -> Json:
    """Another caption under a file."""
    caption, markup = captioned(call), checks.keyboard(call.params, call.private)
    message = target(call, "message to edit")
    if "text" in message.content:
        raise bad("there is no caption in the message to edit")
    kept = {name: value for name, value in message.content.items() if not name.startswith("caption")}
    return edit(call, message, kept | caption, markup)


def delete_message(call: Call) -> bool:
    """Away, for everybody."""
    for name, words in (("chat_id", "chat identifier"), ("message_id", "message identifier")):
        if not call.params.get(name):
            raise bad(f"{words} is not specified")
    message = target(call, "message to delete")
    if not (message.ours or message.chat.private):
        raise bad("message can't be deleted")
    if call.server.now() - message.date > DELETABLE:
        raise bad("message can't be deleted for everyone")
    message.deleted = True
    return True


def answer_callback_query(call: Call) -> bool:
    """Stop the turning of a button; in time."""
    if len(call.params.get("text", "")) > checks.ALERT_MAX:
        raise bad("MESSAGE_TOO_LONG")
    tap = call.memory.taps.get(call.params.get("callback_query_id", ""))
    if tap is None or call.server.clock() - tap.at > TAP_LIFE:
        raise bad(QUERY_TOO_OLD)
    tap.answers.append({name: value for name, value in call.params.items() if name != "callback_query_id"})
    return True


def send_chat_action(call: Call) -> bool:
    """« typing… »."""
    if call.params.get("action", "").lower() not in ACTIONS:
        raise bad("wrong parameter action in request")
    call.memory.writable(call.params.get("chat_id", ""))
    return True


def set_message_reaction(call: Call) -> bool:
    """A small sign on a message."""
    checks.loaded(call.params.get("reaction", "[]") or "[]", "reaction types JSON object")
    target(call, "message to react")
    return True


def leave_chat(call: Call) -> bool:
    """Go."""
    chat = call.memory.writable(call.params.get("chat_id", ""))
    if chat.private:
        raise bad("chat not found")
    chat.standing = "left"
    return True


def get_chat(call: Call) -> Json:
    """What is known of a chat."""
    chat = call.memory.chat(call.params.get("chat_id", ""))
    if chat.standing in {"kicked", "left"} and (refusal := chat.refusal()):
        raise refusal
    gifts = ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels")
    more: Json = {"accent_color_id": 0, "max_reaction_count": 11}
    return chat.as_json() | more | {"accepted_gift_types": dict.fromkeys(gifts, False)}


def get_file(call: Call) -> Json:
    """Where a file can be fetched."""
    file_id = call.params.get("file_id", "")
    found = call.memory.files.by_id.get(file_id)
    if found is None:
        raise bad("invalid file_id" if file_id else "file_id not specified")
    if len(found.data) > 20 << 20:
        raise bad("file is too big")
    where = {"file_id": file_id, "file_unique_id": f"u{file_id}", "file_size": len(found.data)}
    return where | {"file_path": f"documents/{file_id}"}


WRITING: dict[str, Callable[[Call], object]] = {
    "sendmessage": send_message,
    "senddocument": send_document,
    "sendphoto": send_photo,
    "sendvenue": send_venue,
    "editmessagetext": edit_message_text,
    "editmessagereplymarkup": edit_message_reply_markup,
    "editmessagecaption": edit_message_caption,
    "deletemessage": delete_message,
    "answercallbackquery": answer_callback_query,
    "sendchataction": send_chat_action,
    "setmessagereaction": set_message_reaction,
    "leavechat": leave_chat,
    "getchat": get_chat,
    "getfile": get_file,
}
