"""The people of the fake server: what they do reaches the bot in the real form, and what they refuse is refused."""

from __future__ import annotations

from typing import Any

import pytest

from tests.fake_telegram.bare import Client, keys
from tests.fake_telegram.payloads import CONTENTS
from tests.fake_telegram.remote import Remote
from tests.fake_telegram.server import FakeTelegram
from tests.fake_telegram.updates import FIRST

HOLDER, OTHER = 812, 6_123_456_789


async def newest(bot: Client) -> Any:
    return (await bot.ok("getUpdates", offset=-1))[0]


async def test_a_stranger_cannot_be_written_to(server: FakeTelegram, bot: Client) -> None:
    holder, other = server.user(HOLDER), server.user(OTHER)
    assert await bot.refused("sendMessage", chat_id=HOLDER, text="a") == "Bad Request: chat not found"
    group = server.group()
    group.welcomes_bot(other)
    words = "Forbidden: bot can't initiate conversation with a user"
    assert await bot.refused("sendMessage", chat_id=OTHER, text="a") == words
    for person in (holder, other):
        person.starts()
        await bot.ok("sendMessage", chat_id=person.person.id, text="a")


async def test_a_person_who_blocks_is_out_of_reach(server: FakeTelegram, bot: Client) -> None:
    holder = server.user(HOLDER)
    holder.starts()
    holder.blocks()
    told = (await newest(bot))["my_chat_member"]
    assert (told["old_chat_member"]["status"], told["new_chat_member"]["status"]) == ("member", "kicked")
    assert await bot.refused("sendMessage", chat_id=HOLDER, text="a") == "Forbidden: bot was blocked by the user"
    holder.unblocks()
    await bot.ok("sendMessage", chat_id=HOLDER, text="a")
    holder.deactivates()
    assert await bot.refused("sendMessage", chat_id=HOLDER, text="a") == "Forbidden: user is deactivated"


@pytest.mark.parametrize("kind", sorted(CONTENTS))
async def test_everything_a_phone_can_send_reaches_the_bot(server: FakeTelegram, bot: Client, kind: str) -> None:
    server.user(HOLDER).shares(kind)
    assert kind in (await newest(bot))["message"]


async def test_an_edited_message_comes_as_an_edit(server: FakeTelegram, bot: Client) -> None:
    holder = server.user(HOLDER)
    number = holder.sends("lile")
    holder.edits(number, "lille")
    told = (await newest(bot))["edited_message"]
    assert (told["message_id"], told["text"], "edit_date" in told) == (number, "lille", True)


async def test_commands_and_mentions_are_found_in_a_text(server: FakeTelegram, bot: Client) -> None:
    server.user(HOLDER).sends("😀 /menu@essai_bot avec @personne")
    told = (await newest(bot))["message"]["entities"]
    assert told == [
        {"type": "bot_command", "offset": 3, "length": 15},
        {"type": "mention", "offset": 24, "length": 9},
    ]


async def test_a_tap_on_a_deleted_message_comes_without_its_text(server: FakeTelegram, bot: Client) -> None:
    holder = server.user(HOLDER)
    holder.starts()
    sent = await bot.ok("sendMessage", chat_id=HOLDER, text="a", reply_markup=keys("Oui", data="q:oui"))
    await bot.ok("deleteMessage", chat_id=HOLDER, message_id=sent["message_id"])
    assert holder.heard == ()
    holder.forges("q:oui", message=sent["message_id"])
    told = (await newest(bot))["callback_query"]["message"]
    assert (told["date"], "text" in told) == (0, False)


async def test_a_group_in_privacy_mode_says_only_what_is_meant_for_the_bot(server: FakeTelegram, bot: Client) -> None:
    holder, group = server.user(HOLDER), server.group(-77)
    group.welcomes_bot(holder)
    for text in ("bonjour", "/aide", "/aide@essai_bot", "/aide@autre_bot", "et toi @essai_bot ?"):
        holder.sends(text, chat=group)
    sent = await bot.ok("sendMessage", chat_id=-77, text="a")
    holder.sends("réponse", chat=group, reply_to=sent["message_id"])
    group.promotes_bot(holder)
    holder.sends("tout", chat=group)
    told = await bot.ok("getUpdates")
    heard = [each["message"].get("text") for each in told if "message" in each]
    assert heard == [None, "/aide", "/aide@essai_bot", "et toi @essai_bot ?", "réponse", "tout"]


async def test_a_group_that_grows_refuses_its_old_id(server: FakeTelegram, bot: Client) -> None:
    holder, group = server.user(HOLDER), server.group(-77)
    group.welcomes_bot(holder)
    new = group.grows()
    status, told = await bot("sendMessage", chat_id=-77, text="a")
    assert (status, told["parameters"]) == (400, {"migrate_to_chat_id": new.id})
    assert told["description"] == "Bad Request: group chat was upgraded to a supergroup chat"
    await bot.ok("sendMessage", chat_id=new.id, text="a")
    told = await bot.ok("getUpdates")
    assert told[-2]["message"]["migrate_to_chat_id"] == new.id
    assert told[-1]["message"]["migrate_from_chat_id"] == -77


async def test_a_bot_that_was_expelled_is_told_so(server: FakeTelegram, bot: Client) -> None:
    holder, group = server.user(HOLDER), server.group(-77)
    group.welcomes_bot(holder)
    group.expels_bot(holder)
    assert await bot.refused("sendMessage", chat_id=-77, text="a") == "Forbidden: bot was kicked from the group chat"
    group.welcomes_bot(holder)
    await bot.ok("leaveChat", chat_id=-77)
    words = "Forbidden: bot is not a member of the group chat"
    assert await bot.refused("sendMessage", chat_id=-77, text="a") == words


async def test_not_only_people_speak_in_groups(server: FakeTelegram, bot: Client) -> None:
    holder, group, channel = server.user(HOLDER), server.group(-77), server.group(-100123, "Canal", "channel")
    group.welcomes_bot(holder)
    channel.welcomes_bot(holder)
    channel.posts("publié")
    group.anonymous_says("/aide")
    group.channel_says("publié", channel)
    group.bot_says("/aide")
    told = (await bot.ok("getUpdates"))[-4:]
    assert "from" not in told[0]["channel_post"]
    assert told[1]["message"]["sender_chat"]["id"] == -77
    assert told[2]["message"]["is_automatic_forward"] is True
    assert told[3]["message"]["from"]["is_bot"] is True


async def test_large_groups_number_their_messages_themselves(server: FakeTelegram, bot: Client) -> None:
    holder = server.user(HOLDER)
    holder.starts()
    for number in (-1001, -1002):
        server.group(number, kind="supergroup").welcomes_bot(holder)
    sent = [(await bot.ok("sendMessage", chat_id=chat, text="a"))["message_id"] for chat in (-1001, -1002)]
    assert sent[0] == sent[1]


def test_another_process_is_driven_from_here() -> None:
    with Remote.start("--speed", "20") as server:
        number = server.do(HOLDER, "sends", text="bonjour")
        assert [each["id"] for each in server.screen(HOLDER)] == [number]
        server.fault("throttle", retry_after=2)
        assert server.order("push", update={"unheard_of": 1}) == FIRST + 1
        assert server.order("state")["pending"] == 2
        assert not server.wait(1, "sendMessage", seconds=0.05)
        with pytest.raises(AssertionError, match="not among"):
            server.do(HOLDER, "taps", wanted="Oui")
