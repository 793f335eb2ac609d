"""A message to many with a picture: one message each, and the picture goes to the server once."""

from __future__ import annotations

import asyncio
import json
from dataclasses import replace

from sqlalchemy import update

from bot.channels import Outgoing
from bot.channels.telegram import TelegramChannel
from bot.formats import File
from handlers.messages import Address, Choice, Reply
from scheduler.clock import SetClock
from storage import broadcasts as kept
from storage import enclosures
from storage.database import Database
from storage.tables import addresses, broadcasts
from tests.broadcasting import confirmed, crowd
from tests.channels.telegram.rig import rig, settings
from tests.echo import NOON
from tests.fake_telegram import FakeTelegram
from tests.pictures import DOCUMENT, PICTURE

PEOPLE = 12


async def test_each_reads_the_text_under_the_picture_which_is_sent_to_the_server_once(
    server: FakeTelegram, either_database: Database
) -> None:
    """The buttons too; whoever came later is told by the name that the server gave it."""
    crowd(either_database, PEOPLE)
    clock = SetClock(NOON)
    with either_database.write() as connection:
        connection.execute(update(addresses).values(channel="telegram", peer=addresses.c.id + 0))
        name = enclosures.keep(connection, 1, "png", PICTURE, NOON)
    id = confirmed(either_database, starts_at=NOON, enclosure=name, alt="Une porte bleue.")
    with either_database.write() as connection:
        enclosures.belongs(connection, name, 1, id)
    people = [server.user(number) for number in range(1, PEOPLE + 1)]
    for person in people:
        person.chat.standing = "member"
    async with rig(server, either_database, clock=clock) as bot:
        await bot.app.tick()
        await bot.app.tick()
        await bot.quiet()
    seen = [each.heard[-1] for each in people]
    with either_database.read() as connection:
        row = connection.execute(broadcasts.select()).one()
        assert dict(kept.broadcast_of(connection, row).states) == {"sent": PEOPLE}
    assert {each.kind for each in seen} == {"photo"}
    assert all("Une porte bleue." in each.text and each.labels for each in seen)
    assert {each.file.data for each in seen if each.file} == {seen[0].file.data if seen[0].file else b""}
    assert [len(each.heard) for each in people] == [1] * PEOPLE
    uploads = [call for call in server.calls if call.files]
    assert len(uploads) == 1


async def test_a_name_that_the_server_forgot_is_given_the_picture_again(server: FakeTelegram) -> None:
    """A document is named too; what is too long for one message follows it."""
    person = server.user(812)
    person.starts()
    channel = TelegramChannel(settings(server))
    file = File("programme.pdf", "application/pdf", DOCUMENT, "Le programme", "7.pdf")
    reply = Reply("Voici", (Choice("a/b:c", "Oui"),))
    outgoing = Outgoing("k", "broadcast", Address("telegram", "812"), reply, None, (file,))
    await channel.send(outgoing)
    await channel.send(replace(outgoing, key="k2"))
    server.memory.files.by_id.clear()
    await channel.send(replace(outgoing, key="k3"))
    await channel.send(replace(outgoing, key="k4", reply=Reply("mot " * 300)))
    await channel.close()
    assert [bool(call.files) for call in server.calls if call.method == "senddocument"] == [
        True,
        False,
        False,
        True,
        False,
    ]
    assert [each.kind for each in person.heard] == ["document"] * 3 + ["text", "document"]
    assert [each.text for each in person.heard][:3] == ["Voici"] * 3
    assert json.loads(server.calls[0].params["reply_markup"])["inline_keyboard"][0][0]["text"] == "Oui"
    await asyncio.sleep(0)
