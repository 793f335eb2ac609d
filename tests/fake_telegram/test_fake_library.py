"""The library that the product uses, by its own transport, finds the fake server real."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta

import pytest
from telegram import Bot, BotCommand, BotCommandScopeAllPrivateChats, InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TimedOut,
)

from tests.fake_telegram.payloads import CONTENTS
from tests.fake_telegram.server import FakeTelegram

HOLDER = 812
KEYS = InlineKeyboardMarkup([[InlineKeyboardButton("Oui", callback_data="q:oui")]])


@pytest.fixture
async def library(server: FakeTelegram) -> AsyncIterator[Bot]:
    async with Bot(server.token, base_url=server.base_url, base_file_url=f"{server.root}/file/bot") as bot:
        yield bot


async def test_the_library_holds_a_conversation(server: FakeTelegram, library: Bot) -> None:
    holder = server.user(HOLDER, "Porteuse", username="porteuse")
    holder.starts("src_affiche")
    (first,) = await library.get_updates(timeout=5)
    assert first.message is not None
    assert first.message.text == "/start src_affiche"
    sent = await library.send_message(HOLDER, "<b>Oui</b> ?", parse_mode="HTML", reply_markup=KEYS)
    assert holder.last.text == "Oui ?"
    tap = holder.taps("Oui")
    (second,) = await library.get_updates(first.update_id + 1, timeout=5, allowed_updates=Update.ALL_TYPES)
    assert second.callback_query is not None
    assert (second.callback_query.data, second.callback_query.message) == ("q:oui", sent)
    await library.answer_callback_query(second.callback_query.id)
    await library.edit_message_text("Oui.", HOLDER, sent.message_id)
    assert (tap.turning, holder.last.text, holder.last.buttons) == (False, "Oui.", ())


async def test_the_library_reads_everything_people_send(server: FakeTelegram, library: Bot) -> None:
    holder, group = server.user(HOLDER), server.group(-77)
    group.welcomes_bot(holder)
    group.promotes_bot(holder)
    group.grows().anonymous_says("a")
    holder.edits(holder.sends("a"), "b")
    holder.forges("x", message=7)
    holder.blocks()
    for kind in CONTENTS:
        holder.shares(kind)
    updates = await library.get_updates()
    assert len(updates) == len(server.updates.queue)
    assert all(each.effective_chat for each in updates)


async def test_the_library_sends_files_venues_and_profile(server: FakeTelegram, library: Bot) -> None:
    holder = server.user(HOLDER)
    holder.starts()
    sent = await library.send_document(HOLDER, b"BEGIN:VCALENDAR", filename="a.ics", caption="l'agenda")
    assert sent.document is not None
    file = await library.get_file(sent.document.file_id)
    assert bytes(await file.download_as_bytearray()) == b"BEGIN:VCALENDAR"
    await library.send_venue(HOLDER, 50.6, 3.0, "Halle", "1 place")
    assert [each.kind for each in holder.heard] == ["document", "venue"]
    await library.set_my_commands([BotCommand("menu", "d")], BotCommandScopeAllPrivateChats(), "fr")
    await library.set_my_name("Boussole")
    await library.set_my_description("d", "fr")
    assert (await library.get_my_commands(BotCommandScopeAllPrivateChats(), "fr"))[0].command == "menu"
    assert (await library.get_my_name()).name == "Boussole"
    assert (await library.get_chat(HOLDER)).id == HOLDER


async def test_the_library_raises_its_own_errors(
    server: FakeTelegram, library: Bot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "true")  # the library warns otherwise
    holder, group = server.user(HOLDER), server.group(-77)
    holder.starts()
    group.welcomes_bot(holder)
    group.grows(-100_077)
    with pytest.raises(ChatMigrated):
        await library.send_message(-77, "a")
    with pytest.raises(BadRequest, match="Message is too long"):
        await library.send_message(HOLDER, "a" * 4097)
    server.faults.throttle(7)
    with pytest.raises(RetryAfter) as later:
        await library.send_message(HOLDER, "a")
    assert later.value.retry_after == timedelta(seconds=7)
    server.faults.clear()
    server.faults.broken(502, times=1)
    with pytest.raises(NetworkError, match="Bad Gateway"):
        await library.send_message(HOLDER, "a")
    server.faults.stall()
    with pytest.raises(TimedOut):
        await library.send_message(HOLDER, "a", read_timeout=0.1)
    server.faults.cut()
    with pytest.raises(NetworkError):
        await library.send_message(HOLDER, "a")
    server.faults.refuse(409, "Conflict: terminated by other getUpdates request", times=1)
    with pytest.raises(Conflict):
        await library.get_updates()
    holder.blocks()
    with pytest.raises(Forbidden, match="blocked"):
        await library.send_message(HOLDER, "a")
    server.revoke()
    with pytest.raises(InvalidToken):
        await library.get_updates()
