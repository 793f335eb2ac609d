"""Files on Telegram: they follow the message that promises them; a failure half-way says nothing twice."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator

import pytest

from bot.channels import Outgoing, Unreachable
from bot.channels.telegram import TelegramChannel
from bot.formats import File
from handlers.messages import Address, Choice, Reply
from storage.database import Database
from tests.channels.telegram.rig import Rig, rig, settings
from tests.fake_telegram import FakeTelegram

FILES = (File("a.txt", "text/plain", b"un"), File("b.json", "application/json", b"{}"))


@pytest.fixture
async def bot(server: FakeTelegram, either_database: Database) -> AsyncIterator[Rig]:
    """The whole bot."""
    async with rig(server, either_database) as running:
        yield running


async def test_the_files_follow_the_message_that_promises_them(bot: Rig) -> None:
    """Each with its name and kind, for the person alone; the message keeps its buttons and stays the one known."""
    ann = bot.server.user(812)
    for text in ("bonjour", "1", "recevoir mes données"):
        ann.sends(text)
        await bot.quiet()
    files = [seen.file for seen in ann.heard if seen.kind == "document"]
    assert [file and (file.name, file.media_type) for file in files] == [
        ("mes-donnees.txt", "text/plain"),
        ("mes-donnees.json", "application/json"),
    ]
    assert files[1] is not None
    assert json.loads(files[1].data)["data"]["addresses"][0]["peer"] == "812"


async def test_a_file_that_fails_is_sent_again_without_its_message(server: FakeTelegram) -> None:
    """What was said is not said twice, and its own number is the one that is given back."""
    ann = server.user(812)
    ann.starts()
    channel = TelegramChannel(settings(server), read_seconds=0.3)
    reply = Reply("Voici", (Choice("a/b:c", "Oui"),))
    outgoing = Outgoing("k", "reply", Address("telegram", "812"), reply, None, FILES)
    fault = server.faults.refuse(500, "Internal Server Error", times=1)
    fault.skip = 2
    with pytest.raises(Unreachable):
        await channel.send(outgoing)
    receipt = await channel.send(outgoing)
    await channel.close()
    assert [seen.kind for seen in ann.heard] == ["text", "document", "document"]
    assert str(ann.heard[0].id) == receipt
