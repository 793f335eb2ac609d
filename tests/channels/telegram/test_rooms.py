"""Groups: one introduction, no personal question, the way to the private chat, and nothing kept after leaving."""

from __future__ import annotations

import pytest
from sqlalchemy import text

from tests.channels.telegram.rig import Rig
from tests.fake_telegram import Group
from tests.fake_telegram.groups import ANONYMOUS

NEW = -1_000_000_000_005


def in_room(group: Group) -> list[str]:
    """What the bot said in a group."""
    return [message.seen().text for message in group.chat.messages.values() if message.ours]


def said(bot: Rig, name: str) -> str:
    """A sentence of the pack."""
    return bot.app.guide.wording.say("fr", name)


def rows(bot: Rig, query: str) -> list[tuple[object, ...]]:
    """What the database holds."""
    with bot.database.read() as connection:
        return [tuple(row) for row in connection.execute(text(query))]


async def test_the_bot_introduces_itself_once(bot: Rig) -> None:
    """Whatever the number of times it is brought in (TG16)."""
    group, person = bot.server.group(), bot.server.user(812)
    group.welcomes_bot(person)
    await bot.quiet()
    group.expels_bot(person)
    group.welcomes_bot(person)
    await bot.quiet()
    leaves = bot.app.guide.wording.say("fr", "room-leaves", hours=24)
    assert in_room(group) == [f"{said(bot, 'room-introduction')}\n{leaves}"]


@pytest.mark.row("I25")
async def test_a_command_in_a_group_gets_the_way_to_the_private_chat(bot: Rig) -> None:
    """A link, not a question (TG4, faults I25)."""
    group, person = bot.server.group(), bot.server.user(812)
    group.welcomes_bot(person)
    await bot.quiet()
    person.sends("/start@essai_bot", chat=group)
    await bot.quiet()
    assert in_room(group)[1:] == [said(bot, "room-private")]
    (shown,) = [each.seen() for each in group.chat.messages.values() if each.ours][1:]
    assert [(each.label, each.url) for each in shown.buttons] == [
        (said(bot, "room-open-private"), "https://t.me/essai_bot?start=room")
    ]


@pytest.mark.row("I25", "I26", "D7")
async def test_nothing_that_is_said_in_a_group_is_kept_or_answered(bot: Rig) -> None:
    """Even when the bot hears everything, as an administrator (faults I26)."""
    group, person = bot.server.group(), bot.server.user(812)
    group.welcomes_bot(person)
    group.promotes_bot(person)
    await bot.quiet()
    for words in ("je m'appelle canari", "lille", "1", "oui", "/inconnue canari", "/aide@autre_bot", "aide"):
        person.sends(words, chat=group)
    group.anonymous_says("/aide")
    group.bot_says("/aide")
    group.posts("/aide")
    await bot.quiet()
    assert len(in_room(group)) == 1
    assert rows(bot, "SELECT count(*) FROM people") == [(0,)]
    assert "canari" not in str([rows(bot, f"SELECT * FROM {name}") for name in ("outbox", "addresses", "inbound")])


@pytest.mark.parametrize("how", ["/aide", "dis @essai_bot ?", "réponse"])
async def test_whoever_addresses_the_bot_is_answered(bot: Rig, how: str) -> None:
    """A command, its name, an answer to it."""
    group, person = bot.server.group(), bot.server.user(812)
    group.welcomes_bot(person)
    await bot.quiet()
    (introduction,) = [each.id for each in group.chat.messages.values() if each.ours]
    person.sends(how, chat=group, reply_to=introduction if how == "réponse" else 0)
    await bot.quiet()
    assert in_room(group)[1:] == [said(bot, "room-private")]


async def test_a_tap_in_a_group_is_ended_and_says_nothing(bot: Rig) -> None:
    """Forged: the bot has no such button there."""
    group, person = bot.server.group(), bot.server.user(812)
    group.welcomes_bot(person)
    await bot.quiet()
    person.forges("orientation/etape:idee", message=1, chat=group)
    await bot.quiet()
    assert person.turning == ()
    assert len(in_room(group)) == 1


async def test_leaving_a_group_leaves_nothing_behind(bot: Rig) -> None:
    """Its address goes, the counts stay (TG16)."""
    group, person = bot.server.group(), bot.server.user(812)
    group.welcomes_bot(person)
    person.sends("/aide", chat=group)
    await bot.quiet()
    group.expels_bot(person)
    await bot.quiet()
    assert rows(bot, "SELECT * FROM addresses") == []
    assert rows(bot, "SELECT state, address, body FROM outbox") == [("sent", None, None)] * 2


@pytest.mark.row("F23")
@pytest.mark.parametrize("first", ["the old", "the new"])
async def test_a_group_that_grows_is_answered_where_it_went(bot: Rig, first: str) -> None:
    """Told by its service messages, whichever of the two sides speaks first (faults F23)."""
    group, person = bot.server.group(-5), bot.server.user(812)
    group.welcomes_bot(person)
    await bot.quiet()
    if first == "the new":
        bot.server.group(NEW, group.chat.title, "supergroup").service({"migrate_from_chat_id": group.id}, ANONYMOUS)
        await bot.quiet()
    new = group.grows(NEW)
    await bot.quiet()
    assert rows(bot, "SELECT peer FROM addresses") == [(str(new.id),)]
    person.sends("/aide", chat=new)
    await bot.quiet()
    assert in_room(new) == [said(bot, "room-private")]


@pytest.mark.row("F23")
async def test_a_group_that_grew_unheard_is_found_by_the_refusal(polled: Rig) -> None:
    """The message for the old number leaves again for the new one, which is kept (faults F23)."""
    group, person = polled.server.group(-5), polled.server.user(812)
    group.welcomes_bot(person)
    await polled.quiet()
    new = polled.server.group(-1005, kind="supergroup")
    new.chat.standing, group.chat.standing, group.chat.moved_to = "member", "moved", new.id
    told = {"message_id": 9, "date": 1_795_000_000, "chat": group.chat.as_json(), "from": person.person.as_json()}
    polled.server.pushes({"message": told | {"text": "/aide"}})
    await polled.quiet()
    assert in_room(polled.server.group(-1005)) == [said(polled, "room-private")]
    assert rows(polled, "SELECT peer FROM addresses") == [("-1005",)]
    assert rows(polled, "SELECT DISTINCT state FROM outbox") == [("sent",)]


async def test_who_blocks_the_bot_is_remembered_until_they_come_back(bot: Rig) -> None:
    """By Telegram's own word, without a message having to fail (TG15)."""
    person = bot.server.user(812)
    person.starts()
    await bot.quiet()
    person.blocks()
    await bot.quiet()
    assert rows(bot, "SELECT blocked_at IS NULL FROM addresses") == [(0,)]
    person.unblocks()
    await bot.quiet()
    assert rows(bot, "SELECT blocked_at IS NULL FROM addresses") == [(1,)]
