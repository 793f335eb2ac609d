"""What the real server checks in a text, a keyboard, a list of commands or the name of a language."""

from __future__ import annotations

import json
import re
from typing import Any

from tests.fake_telegram.entities import parse_html, units
from tests.fake_telegram.refusals import Json, bad

TEXT_MAX = 4096
CAPTION_MAX = 1024
BYTES_MAX = 1 << 15
DATA_MAX = 64
ALERT_MAX = 200
BUTTONS_MAX = 100
ROW_MAX = 8
MARKUP_MAX = 10_000
COPY_MAX = 256
COMMANDS_MAX = 100
COMMAND = re.compile(r"[a-z0-9_]{1,32}")
PAYLOAD = re.compile(r"[A-Za-z0-9_-]{0,64}")
LANGUAGE = re.compile(r"([a-z]{2})?")
LINK = re.compile(r"(https?|tg|tonsite|ton)://\S+|[\w.-]+\.[a-z]{2,}(/\S*)?")
INLINE_TYPES = ("url", "callback_data", "web_app", "login_url", "switch_inline_query", "copy_text", "pay",
                "switch_inline_query_current_chat", "switch_inline_query_chosen_chat", "callback_game")  # fmt: skip
STYLES = {"", "default", "primary", "success", "danger"}
DIRT = re.compile("[\x00-\x09\x0b-\x1f\u2028-\u202e\u0333\u033f\u030a\ud800-\udfff]")
BLANKS = dict.fromkeys((*range(10), 11, 12, *range(14, 32)), " ")
CLEANED = str.maketrans("", "", "\r\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u0333\u033f\u030a") | BLANKS


def loaded(source: str, what: str) -> Any:
    """The JSON of a parameter."""
    try:
        return json.loads(source)
    except ValueError:
        raise bad(f"can't parse {what}") from None


def formatted(params: dict[str, str], name: str) -> tuple[str, list[Json]]:
    """A text with its entities, cleaned and trimmed as the real server does before it measures."""
    source = params.get(name, "")
    if len(source) > BYTES_MAX // 4 and len(source.encode("utf-8", "replace")) > BYTES_MAX:
        raise bad("text is too long")
    mode = params.get("parse_mode", "").lower()
    if mode not in {"", "none", "html"}:
        raise bad("unsupported parse_mode")  # the product speaks HTML; the real server also knows Markdown
    if mode == "html":
        text, entities = parse_html(source)
    else:
        given = "entities" if name == "text" else f"{name}_entities"
        text, entities = source, loaded(params[given], "MessageEntity JSON object") if params.get(given) else []
    if DIRT.search(text):
        if re.search("[\ud800-\udfff]", text):
            raise bad("strings must be encoded in UTF-8")
        text = text.translate(CLEANED)  # entities would have to follow: our own texts hold nothing of the kind
    return trimmed(text, entities)


def trimmed(text: str, entities: list[Json]) -> tuple[str, list[Json]]:
    """Without blanks around; entities move and shrink with the text."""
    kept = text.strip(" \n")
    if len(kept) == len(text) or not entities:
        return kept, entities
    shift, size = units(text[: len(text) - len(text.lstrip(" \n"))]), units(kept)
    moved = []
    for each in entities:
        start, end = max(each["offset"] - shift, 0), min(each["offset"] - shift + each["length"], size)
        if end > start:
            moved.append(each | {"offset": start, "length": end - start})
    return kept, moved


def text_of(params: dict[str, str]) -> tuple[str, list[Json]]:
    """The text of a message, that must hold something."""
    if not params.get("text"):
        raise bad("message text is empty")
    text, entities = formatted(params, "text")
    if not text:
        raise bad("text must be non-empty")
    return text, entities


def keyboard(params: dict[str, str], private: bool) -> Json | None:
    """The keyboard of a message; its form is checked here, its size by `measured`."""
    source = params.get("reply_markup")
    if not source:
        return None
    markup = loaded(source, "reply keyboard markup JSON object")
    if not isinstance(markup, dict):
        raise bad("object expected as reply markup")
    for name in ("inline_keyboard", "keyboard"):
        rows = markup.get(name, [])
        if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
            raise bad(f'field "{name}" must be an Array of Arrays')
    for button in (each for row in markup.get("inline_keyboard", ()) for each in row):
        check_inline(button)
    for button in (each for row in markup.get("keyboard", ()) for each in row):
        check_key(button, private)
    return markup if any(markup.values()) else None


def check_inline(button: object) -> None:
    """One button under a message."""
    if not isinstance(button, dict):
        raise bad("can't parse inline keyboard button: InlineKeyboardButton must be an Object")
    if not isinstance(button.get("text"), str):
        raise bad("can't parse inline keyboard button: Can't find field \"text\"")
    if str(button.get("style") or "").lower() not in STYLES:
        raise bad("can't parse inline keyboard button: invalid button style specified")
    if not any(button.get(name) or (name.startswith("switch") and name in button) for name in INLINE_TYPES):
        raise bad("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")


def check_key(button: object, private: bool) -> None:
    """One key of a keyboard that replaces the letters."""
    if isinstance(button, str):
        return
    if not isinstance(button, dict) or not isinstance(button.get("text"), str):
        raise bad("can't parse keyboard button: KeyboardButton must be a String or an Object")
    if button.get("request_location") and not private:
        raise bad("location can be requested in private chats only")
    if button.get("request_contact") and not private:
        raise bad("phone number can be requested in private chats only")


def measured(markup: Json | None) -> None:
    """Sizes, which the real server checks last."""
    rows = (markup or {}).get("inline_keyboard")
    if not rows:
        return
    for button in (each for row in rows for each in row):
        measure(button)
    if sum(map(len, rows)) > BUTTONS_MAX or max(map(len, rows)) > ROW_MAX:
        raise bad("reply markup is too long")
    if len(json.dumps(rows, ensure_ascii=False).encode("utf-8", "replace")) > MARKUP_MAX:
        raise bad("reply markup is too long")


def measure(button: Json) -> None:
    """What a button says and carries."""
    if not button["text"].strip():
        raise bad("inline keyboard button text must be non-empty")
    data = button.get("callback_data")
    if data and len(data.encode("utf-8", "replace")) > DATA_MAX:
        raise bad("BUTTON_DATA_INVALID")
    url = button.get("url")
    if url and not LINK.fullmatch(url):
        raise bad(f"inline keyboard button URL '{url}' is invalid: Wrong HTTP URL")
    if button.get("copy_text") and not 0 < len(button["copy_text"].get("text", "")) <= COPY_MAX:
        raise bad("BUTTON_COPY_TEXT_INVALID")


def commands(source: str) -> list[Json]:
    """The commands of a menu."""
    given = loaded(source or "[]", "commands JSON object")
    if not isinstance(given, list):
        raise bad("expected an Array of BotCommand")
    kept = [command(each) for each in given]
    if len(kept) > COMMANDS_MAX:
        raise bad("BOT_COMMANDS_TOO_MUCH")
    if not all(COMMAND.fullmatch(each["command"]) for each in kept):
        raise bad("BOT_COMMAND_INVALID")
    return kept


def command(given: object) -> Json:
    """One command and what it does."""
    for name in ("command", "description"):
        if not isinstance(given, dict) or not isinstance(given.get(name), str):
            raise bad(f"can't parse BotCommand: Can't find field \"{name}\"")
    assert isinstance(given, dict)
    name, words = given["command"].strip().removeprefix("/"), given["description"].strip()
    for what, text, most in (("command", name, 32), ("command description", words, 256)):
        if not text:
            raise bad(f"{what} must be non-empty")
        if len(text) > most:
            raise bad(f"{what} length must not exceed {most}")
    return {"command": name, "description": words}


def language(params: dict[str, str]) -> str:
    """The language that a menu or a name is for; none is for everybody else."""
    code = params.get("language_code", "")
    if not LANGUAGE.fullmatch(code):
        raise bad("invalid language code specified")
    return code
