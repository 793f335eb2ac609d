"""What Telegram shows of the bot before a word is said: its name, what it is for, its menu of commands."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from dataclasses import dataclass
from typing import Any

import structlog
from telegram.error import BadRequest

from bot.channels import Inbox
from bot.channels.telegram.api import Api
from bot.channels.telegram.request import Flooded
from handlers.guide import Guide

# In a group only what concerns everybody is offered.
_SCOPES = {
    "all_private_chats": "telegram-menu",
    "all_group_chats": "telegram-menu-room",
    "all_chat_administrators": "telegram-menu-room",
}
_PROFILE = {"name": ("Name", 64), "description": ("Description", 512), "short_description": ("ShortDescription", 120)}
_MOST_COMMANDS = 100
_LONGEST_COMMAND, _LONGEST_DOES = 32, 256

LOOK_SECONDS = 1.0
"""Between two looks at whether the pack was read again."""

SHOWN = "menu/telegram"
"""The name under which the languages are kept for which something was set: Telegram does not list them."""

CALM_SECONDS = 60.0
"""Before another try, when Telegram could not be asked."""

_log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Setting:
    """One thing to set: `where` (scope, language) it holds, under which `field`, and its value."""

    what: str
    where: dict[str, Any]
    field: str
    value: Any

    def held(self, answer: Any) -> Any:
        """The value in what the server answers."""
        if self.field != "commands":
            return answer.get(self.field)
        return [{"command": each["command"], "description": each["description"]} for each in answer]


def wanted(guide: Guide) -> Iterator[Setting]:
    """Everything, for everybody first, then for each language of the pack."""
    first, *others = guide.wording.languages
    for code, language in (("", first), *((each, each) for each in (first, *others))):
        where = {"language_code": code} if code else {}
        for field, (what, longest) in _PROFILE.items():
            said = guide.wording.say(language, f"telegram-{field.replace('_', '-')}", territory=_territory(guide))
            yield Setting(f"My{what}", where, field, said[:longest])
        for scope, name in _SCOPES.items():
            commands = commands_of(guide.wording.say(language, name))
            yield Setting("MyCommands", {**where, "scope": {"type": scope}}, "commands", commands)


def _territory(guide: Guide) -> str:
    return guide.pack.territory.name


def commands_of(said: str) -> list[dict[str, str]]:
    """The commands of a text that says one a line: `word - what it does`."""
    lines = (line.partition(" - ") for line in said.splitlines())
    found = [
        {"command": word.strip()[:_LONGEST_COMMAND], "description": does.strip()[:_LONGEST_DOES]}
        for word, _, does in lines
        if word.strip() and does.strip()
    ]
    return found[:_MOST_COMMANDS]


async def differing(api: Api, guide: Guide) -> AsyncIterator[Setting]:
    """What is not yet as it should be. Telegram limits severely how often a name may be set."""
    for setting in wanted(guide):
        if setting.held(await api.call(f"get{setting.what}", dict(setting.where))) != setting.value:
            yield setting


async def set_menu(api: Api, guide: Guide) -> int:
    """Set what differs; returns how many were set. A refusal here must not stop the bot."""
    count = 0
    async for setting in differing(api, guide):
        try:
            await api.call(f"set{setting.what}", {**setting.where, setting.field: setting.value})
            count += 1
        except (BadRequest, Flooded) as refused:
            _log.warning("menu not set", subject=setting.what, error=type(refused).__name__)
    return count


async def show(api: Api, guide: Guide, inbox: Inbox) -> int:
    """Set what differs, and take back what was set for a language that the pack has no longer; how many were."""
    told, before = guide.wording.languages, (await inbox.noted(SHOWN) or "").split()
    gone = [language for language in before if language not in told]
    if set(before) != {*told, *gone}:
        await inbox.note(SHOWN, " ".join((*told, *gone)))
    count = await set_menu(api, guide)
    left = [language for language in gone if not await _taken_back(api, language)]
    if left != gone:
        await inbox.note(SHOWN, " ".join((*told, *left)))
    return count + len(gone) - len(left)


async def _taken_back(api: Api, language: str) -> bool:
    """Those who use this language see from now on what everybody does; False if Telegram refuses."""
    where = {"language_code": language}
    try:
        for scope in _SCOPES:
            await api.call("deleteMyCommands", {**where, "scope": {"type": scope}})
        for field, (what, _) in _PROFILE.items():
            await api.call(f"setMy{what}", {**where, field: ""})
    except (BadRequest, Flooded) as refused:
        _log.warning("menu not set", subject="language", error=type(refused).__name__)
        return False
    return True


async def keep_menu(
    show: Callable[[Guide], Awaitable[int]], guide_of: Callable[[], Guide], shown: Guide, calm: float = CALM_SECONDS
) -> None:
    """Show it each time the pack is read again, until cancelled. `shown`: what is shown already."""
    while True:
        await asyncio.sleep(LOOK_SECONDS)
        guide = guide_of()
        if guide is shown:
            continue
        try:
            count = await show(guide)
        except Exception as error:  # noqa: BLE001  # the menu comes after people, whatever answers in Telegram's place
            _log.warning("menu not set", error=type(error).__name__)
            await asyncio.sleep(calm)
        else:
            shown = guide
            _log.info("menu set", count=count)
