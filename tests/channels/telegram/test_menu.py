"""What Telegram shows before a word is said: names, descriptions, menus, in each language, set when they differ."""

from __future__ import annotations

import asyncio
import re
import shutil
from collections import Counter
from pathlib import Path

import pytest

from bot import packs
from bot.channels.telegram.api import Api
from bot.channels.telegram.menu import commands_of, keep_menu, set_menu, wanted
from storage.database import Database
from tests.channels.telegram.rig import Rig, rig
from tests.conversation import guide
from tests.fake_telegram import FakeTelegram

PACKS = ["lille", "exemple"]
LENGTHS = {"name": 64, "description": 512, "short_description": 120}
COMMAND = re.compile(r"[a-z0-9_]{1,32}")


async def test_the_menu_of_each_language_and_scope_is_set(polled: Rig) -> None:
    """And once without a language, for everybody else (TG1)."""
    scopes = ("all_private_chats", "all_group_chats", "all_chat_administrators")
    languages = ("", *polled.app.guide.wording.languages)
    assert set(polled.server.memory.menus) == {(scope, language) for scope in scopes for language in languages}
    assert all(polled.server.memory.menus.values())


async def test_the_name_and_the_descriptions_are_said(polled: Rig) -> None:
    """To everybody, and in each language that says them differently (TG2)."""
    known = polled.server.memory.profile
    assert known["name", ""] == polled.app.guide.wording.say("fr", "telegram-name")
    assert known["description", ""] != known["description", "en"]
    assert polled.app.guide.pack.territory.name in known["short_description", ""]


async def test_nothing_is_set_twice(server: FakeTelegram, either_database: Database) -> None:
    """A restart asks and sets nothing: Telegram limits how often a name may change."""
    async with rig(server, either_database):
        pass
    del server.calls[:]
    async with rig(server, either_database):
        assert [each.method for each in server.calls if each.method.startswith("setmy")] == []


async def test_what_differs_alone_is_set_again(server: FakeTelegram, either_database: Database) -> None:
    """One description was changed by hand."""
    async with rig(server, either_database):
        pass
    server.memory.profile["description", "en"] = "something else"
    del server.calls[:]
    async with rig(server, either_database):
        changed = [each for each in server.calls if each.method.startswith("setmy")]
    assert [(each.method, each.params["language_code"]) for each in changed] == [("setmydescription", "en")]


def renamed(folder: Path, name: str) -> Path:
    """The pack of an imaginary metropolis, whose name is another."""
    pack = folder / name
    shutil.copytree(packs.content() / "exemple", pack)
    told = (pack / "pack.yaml").read_text(encoding="utf-8")
    changed, count = re.subn(r"(?m)^name: .*$", f"name: {name}", told, count=1)
    assert count == 1
    (pack / "pack.yaml").write_text(changed, encoding="utf-8")
    return pack


async def test_a_pack_read_again_is_shown_without_a_restart(
    server: FakeTelegram, tmp_path: Path, either_database: Database
) -> None:
    """Only what differs is set; once."""
    async with rig(server, either_database, guide=guide("exemple")) as bot:
        del server.calls[:]
        assert await bot.app.reload(renamed(tmp_path, "Ailleurs")) == ()
        await bot.until(lambda: "Ailleurs" in server.memory.profile["short_description", ""])
        await asyncio.sleep(1.5)
        made = [each.method for each in server.calls if each.method.startswith("setmy")]
        asked = len(server.called_with("getMyName"))
    assert asked == 1 + len(guide("exemple").wording.languages)
    assert Counter(made) == {"setmydescription": 1, "setmyshortdescription": 1}


def languages(server: FakeTelegram) -> set[str]:
    """Those for which something is shown that others do not see."""
    named = {language for (_, language), text in server.memory.profile.items() if text}
    return (named | {language for _, language in server.memory.menus}) - {""}


@pytest.mark.parametrize("restart", [True, False])
async def test_a_language_that_the_pack_no_longer_speaks_is_taken_back(
    server: FakeTelegram, restart: bool, either_database: Database
) -> None:
    """At the next start, or when the pack is read again; what Telegram refuses then is done later."""
    french = packs.content() / "exemple"
    async with rig(server, either_database) as bot:
        assert languages(server) == {"fr", "en", "ar"}
        fault = server.faults.refuse(400, "no", method="deleteMyCommands")
        if not restart:
            assert await bot.app.reload(french) == ()
            await bot.until(lambda: fault.hits)
    if restart:
        async with rig(server, either_database, guide=packs.read(french)):
            assert fault.hits
    assert "en" in languages(server)
    fault.lift()
    async with rig(server, either_database, guide=packs.read(french)):
        assert languages(server) == {"fr"}
    del server.calls[:]
    async with rig(server, either_database, guide=packs.read(french)):
        assert [each.method for each in server.calls if "my" in each.method and "getmy" not in each.method] == []


async def test_a_menu_that_telegram_refuses_to_tell_is_set_later(server: FakeTelegram, tmp_path: Path) -> None:
    """People are answered meanwhile."""
    api, told = Api(server.root, server.token), guide("exemple")
    fault = server.faults.broken(502, method="getMyName")
    keeping = asyncio.create_task(keep_menu(lambda read: set_menu(api, read), lambda: told, guide(), calm=0.1))
    try:
        async with asyncio.timeout(10):
            while len(fault.hits) < 2:
                await asyncio.sleep(0.01)
            assert server.memory.menus == {}
            fault.lift()
            while len(server.memory.menus) < 3 * (len(told.wording.languages) + 1):
                await asyncio.sleep(0.01)
    finally:
        keeping.cancel()
        await asyncio.gather(keeping, return_exceptions=True)
        await api.close()


@pytest.mark.parametrize("code", [400, 429])
async def test_a_refused_name_does_not_stop_the_bot(server: FakeTelegram, code: int, either_database: Database) -> None:
    """People come before the menu."""
    server.faults.refuse(code, "Too Many Requests", method="setMyName setMyCommands")
    async with rig(server, either_database) as bot:
        server.user(812).starts()
        assert len(await bot.said(812)) == 2


@pytest.mark.parametrize("pack", PACKS)
def test_every_command_of_the_menu_is_understood_in_its_language(pack: str) -> None:
    """A tap on it does something, whatever the pack; those that Telegram expects are there (TG3)."""
    told = guide(pack)
    for language in told.wording.languages:
        offered = commands_of(told.wording.say(language, "telegram-menu"))
        room = commands_of(told.wording.say(language, "telegram-menu-room"))
        unknown = [each for each in (*offered, *room) if not found(pack, each["command"])]
        assert unknown == []
        named = {found(pack, each["command"]) for each in offered}
        everywhere = {"start", "aide", "menu", "arreter", "retour", "langue", "mes_donnees", "oublier", "lier"}
        assert everywhere | {"communaute"} <= named
    assert {found(pack, word) for word in ("help", "settings", "parametres")} == {"aide", "menu"} or pack == "exemple"


def found(pack: str, command: str) -> str:
    """The command that a word of the menu is, or nothing."""
    known = guide(pack).commands.find(f"/{command}")
    return known.name if known else ""


@pytest.mark.parametrize("pack", PACKS)
def test_everything_fits_what_telegram_takes(pack: str) -> None:
    """Lengths, letters of commands, number of commands."""
    for setting in wanted(guide(pack)):
        if setting.field == "commands":
            assert 0 < len(setting.value) <= 100
            assert all(COMMAND.fullmatch(each["command"]) for each in setting.value)
            assert all(0 < len(each["description"]) <= 256 for each in setting.value)
        else:
            assert 0 < len(setting.value) <= LENGTHS[setting.field]
            said = guide(pack).wording.say(
                setting.where.get("language_code", "fr"),
                f"telegram-{setting.field.replace('_', '-')}",
                territory=guide(pack).pack.territory.name,
            )
            assert setting.value == said


async def test_the_number_of_settings_made_is_told(server: FakeTelegram) -> None:
    """Some the first time, none the second."""
    api = Api(server.root, server.token)
    try:
        assert await set_menu(api, guide()) > 0
        assert await set_menu(api, guide()) == 0
    finally:
        await api.close()


async def test_a_server_that_is_not_telegram_is_unreachable(server: FakeTelegram) -> None:
    """A portal answers 200 to everything: the channel is tried again, and the bot does not fall."""
    from bot.channels import Unreachable
    from bot.channels.telegram import TelegramChannel
    from tests.channels.telegram.rig import settings

    server.faults.garbage(b'{"ok":true,"result":{"hello":"you"}}')
    channel = TelegramChannel(settings(server))
    with pytest.raises(Unreachable):
        await channel.open()
    await channel.close()
