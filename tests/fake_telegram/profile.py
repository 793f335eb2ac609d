"""The methods about the bot itself: who it is, its names, its menus of commands."""

from __future__ import annotations

import json
from collections.abc import Callable

from tests.fake_telegram import checks
from tests.fake_telegram.methods import Call
from tests.fake_telegram.refusals import Json, bad

# Their lengths are the documentation's; what the real server says when they are exceeded is not known to us.
LENGTHS = {"name": 64, "description": 512, "short_description": 120}
SCOPES = {"default", "all_private_chats", "all_group_chats", "all_chat_administrators"}
CHAT_SCOPES = {"chat", "chat_administrators", "chat_member"}


def get_me(call: Call) -> Json:
    """The bot as it knows itself."""
    able = {"can_join_groups": True, "can_read_all_group_messages": False, "supports_inline_queries": False}
    more = {"can_connect_to_business": False, "has_main_web_app": False}
    return call.memory.bot.as_json() | able | more


def setter(name: str) -> Callable[[Call], bool]:
    """`setMyName` and its kind: an empty text takes it back."""

    def change(call: Call) -> bool:
        code, text = checks.language(call.params), call.params.get(name, "").strip()
        if len(text) > LENGTHS[name]:
            raise bad(f"{name.replace('_', ' ')} is too long")
        call.memory.profile[name, code] = text
        return True

    return change


def getter(name: str) -> Callable[[Call], Json]:
    """`getMyName` and its kind: in that language, else for everybody."""

    def read(call: Call) -> Json:
        code, known = checks.language(call.params), call.memory.profile
        default = call.memory.bot.first_name if name == "name" else ""
        return {name: known.get((name, code)) or known.get((name, "")) or default}

    return read


def scope_of(call: Call) -> str:
    """For whom a menu is, as a key."""
    source = call.params.get("scope")
    if not source:
        return "default"
    given = checks.loaded(source, "BotCommandScope JSON object")
    if not isinstance(given, dict):
        raise bad("can't parse BotCommandScope: BotCommandScope must be an Object")
    kind = given.get("type")
    if kind in SCOPES:
        return str(kind)
    if kind not in CHAT_SCOPES:
        raise bad("can't parse BotCommandScope: Unsupported type specified")
    if not given.get("chat_id"):
        raise bad("can't parse BotCommandScope: Can't find field \"chat_id\"")
    call.memory.chat(str(given["chat_id"]))
    return json.dumps(given, sort_keys=True)


def set_my_commands(call: Call) -> bool:
    """The menu of a scope and a language."""
    menu = checks.commands(call.params.get("commands", ""))
    call.memory.menus[scope_of(call), checks.language(call.params)] = menu
    return True


def get_my_commands(call: Call) -> list[Json]:
    """The menu of exactly this scope and language."""
    return call.memory.menus.get((scope_of(call), checks.language(call.params)), [])


def delete_my_commands(call: Call) -> bool:
    """Back to the menu of a wider scope."""
    call.memory.menus.pop((scope_of(call), checks.language(call.params)), None)
    return True


ABOUT: dict[str, Callable[[Call], object]] = {
    "getme": get_me,
    "setmycommands": set_my_commands,
    "getmycommands": get_my_commands,
    "deletemycommands": delete_my_commands,
    "setmyname": setter("name"),
    "getmyname": getter("name"),
    "setmydescription": setter("description"),
    "getmydescription": getter("description"),
    "setmyshortdescription": setter("short_description"),
    "getmyshortdescription": getter("short_description"),
}
