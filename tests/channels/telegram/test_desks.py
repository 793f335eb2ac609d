"""The menu of commands of who holds a role: theirs, in their language, from the gain to the loss."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from functools import partial

import pytest

from bot.channels.telegram.api import Api
from bot.channels.telegram.desks import Desks, menu_of
from bot.channels.telegram.menu import commands_of
from handlers.roles import ADMIN, AGENT, ANIMATOR, ROLES, Role, may
from storage.database import Database
from storage.desk import Desk, desks
from storage.roles import revoke_role
from tests.channels.telegram.rig import Rig, rig
from tests.conversation import guide
from tests.fake_telegram import FakeTelegram
from tests.roles import invited

NOW = datetime(2026, 12, 1, 12, 0, tzinfo=UTC)


def shown(server: FakeTelegram, chat: int) -> list[str]:
    """The commands that a person sees, of their own menu."""
    scope = json.dumps({"chat_id": chat, "type": "chat"}, sort_keys=True)
    return [each["command"] for each in server.memory.menus.get((scope, ""), [])]


def code(bot: Rig, role: str, network: str = "") -> str:
    """A code of the operator, for as long as this machine's clock says."""
    return invited(bot.database, datetime.now(UTC), role, network)


async def test_a_menu_comes_with_a_role_and_goes_with_it(polled: Rig) -> None:
    """Gained by a code, lost at the revocation, without a restart; nobody else's menu changes."""
    person, server = polled.server.user(812), polled.server
    polled.server.user(813).sends("bonjour")
    person.sends(code(polled, ANIMATOR, "apes"))
    await polled.until(lambda: "ma_fiche" in shown(server, 812))
    assert {"menu", "oublier", "signalements"} <= set(shown(server, 812))
    assert shown(server, 813) == []
    person.sends(code(polled, ADMIN))
    await polled.until(lambda: "journal" in shown(server, 812))
    for number in (1, 2):
        await polled.app.turns.run(partial(revoke_role, id=number, now=NOW))
    await polled.until(lambda: shown(server, 812) == [])


async def test_a_menu_goes_with_whoever_is_forgotten(polled: Rig) -> None:
    """No table names them any more: the bot that runs still knows which chat to clear."""
    person, server = polled.server.user(812), polled.server
    person.sends(code(polled, AGENT))
    await polled.until(lambda: "laureat" in shown(server, 812))
    person.sends("oublier")
    await polled.quiet()
    person.sends("oui, tout effacer")
    await polled.until(lambda: shown(server, 812) == [])


async def test_a_restart_finds_the_menus_as_they_should_be(server: FakeTelegram, either_database: Database) -> None:
    """A role taken back while the bot was stopped; another that stays is not set again."""
    async with rig(server, either_database) as bot:
        for number, role in ((812, AGENT), (813, ADMIN)):
            server.user(number).sends(code(bot, role))
        await bot.until(lambda: shown(server, 812) and shown(server, 813))
    with either_database.write() as connection:
        assert revoke_role(connection, 1, NOW)
    del server.calls[:]
    async with rig(server, either_database) as bot:
        await bot.until(lambda: shown(server, 812) == [])
        assert "journal" in shown(server, 813)
        made = [call.method for call in server.calls if call.method in ("setmycommands", "deletemycommands")]
    assert made == ["deletemycommands"]


async def test_a_chat_that_telegram_refuses_stops_nothing(server: FakeTelegram) -> None:
    """Who blocked the bot has no menu; the others have theirs."""
    api = Api(server.root, server.token)
    server.user(812).sends("bonjour")
    try:
        kept = Desks(api, lambda: guide("lille"))
        await kept.set({"999": Desk("fr", (ADMIN,)), "812": Desk("fr", (ADMIN,))})
        await kept.set({"812": Desk("en", (ADMIN,))})
    finally:
        await api.close()
    assert "roles_given" in shown(server, 812)
    assert shown(server, 999) == []


@pytest.mark.parametrize("pack", ["lille", "exemple"])
@pytest.mark.parametrize("role", ROLES)
def test_every_word_of_a_role_in_its_menu_is_one_that_the_role_opens(pack: str, role: str) -> None:
    """In each language of the pack, and in no more than Telegram takes."""
    told = guide(pack)
    for language in told.wording.languages:
        menu = menu_of(told, Desk(language, (role,)))
        own = commands_of(told.wording.say(language, f"telegram-menu-{role}"))
        assert menu[: len(own)] == own
        found = [told.commands.find(f"/{each['command']}") for each in own]
        names = [command.name for command in found if command and command.name]
        assert len(names) == len(own) == len(set(names))
        assert all(may([Role(role, "apes")], name) and not may([], name) for name in names)
        assert len(menu) <= 100
    assert menu_of(told, Desk("fr", ())) == []
    assert menu_of(told, Desk("??", (role,))) == menu_of(told, Desk("fr", (role,)))


def test_who_holds_nothing_and_held_nothing_has_no_desk(either_database: Database) -> None:
    """Only those who hold, or held, a role are looked at."""
    with either_database.read() as connection:
        assert desks(connection, "telegram") == {}
