"""Sending: pieces of a long text, what a refusal means for its row, one copy too many at most."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from bot.channels import Blocked, Moved, Outgoing, Rejected, SendError, Throttled, Unreachable
from bot.channels.telegram import TelegramChannel
from handlers.messages import Address, Choice, Reply
from tests.channels.telegram.rig import Rig, settings
from tests.fake_telegram import FakeTelegram, User

HERE = Address("telegram", "812")
TWO = (Choice("o/a:1", "Oui"), Choice("o/a:2", "Non"))
LONG = "\n\n".join([f"paragraphe {n} " + "x" * 1500 for n in range(6)])


@pytest.fixture
def person(server: FakeTelegram) -> User:
    """Somebody who has met the bot."""
    person = server.user(812)
    person.starts()
    return person


@pytest.fixture
async def channel(server: FakeTelegram) -> AsyncIterator[TelegramChannel]:
    """The sending half alone, with little patience."""
    channel = TelegramChannel(settings(server), read_seconds=0.3)
    yield channel
    await channel.close()


def to(text: str, choices: tuple[Choice, ...] = (), edits: str | None = None, peer: str = "812") -> Outgoing:
    """One message."""
    return Outgoing("k", "reply", Address("telegram", peer), Reply(text, choices), edits)


@pytest.mark.row("I13", "I15")
async def test_a_message_is_seen_as_it_was_written(channel: TelegramChannel, person: User) -> None:
    """Marks of every kind stay marks; no part of it becomes bold or a link (faults I13)."""
    text = "<b>gras</b> & *_[lien](http://x)_* `code` </a> javascript:x"
    receipt = await channel.send(to(text, TWO))
    assert (person.last.text, person.last.labels, str(person.last.id)) == (text, ("Oui", "Non"), receipt)
    assert person.last.entities == ()


async def test_a_long_text_is_several_messages_and_the_last_has_the_buttons(
    channel: TelegramChannel, person: User
) -> None:
    """Cut between paragraphs; the ledger knows the one that can be changed (TG12)."""
    receipt = await channel.send(to(LONG, TWO))
    assert "\n\n".join(each.text for each in person.heard) == LONG
    assert [len(each.labels) for each in person.heard] == [0] * (len(person.heard) - 1) + [2]
    assert receipt == str(person.last.id)


async def test_a_long_text_that_fails_half_way_goes_on_from_there(
    server: FakeTelegram, channel: TelegramChannel, person: User
) -> None:
    """What was said is not said again."""
    server.faults.throttle(1, window=0)
    with pytest.raises(Throttled):
        await channel.send(to(LONG))
    fault = server.faults.refuse(500, "Internal Server Error", times=1)
    fault.skip = 2
    with pytest.raises(Unreachable):
        await channel.send(to(LONG))
    assert len(person.heard) == 2
    await channel.send(to(LONG))
    assert "\n\n".join(each.text for each in person.heard) == LONG


async def test_a_text_too_long_to_change_a_message_is_new(channel: TelegramChannel, person: User) -> None:
    """The old message stays as it is."""
    first = await channel.send(to("question", TWO))
    receipt = await channel.send(to(LONG, TWO, edits=first))
    assert (person.heard[0].text, receipt == first) == ("question", False)


async def test_a_change_without_choices_takes_the_buttons_away(channel: TelegramChannel, person: User) -> None:
    """Nothing is left to tap (TG6)."""
    first = await channel.send(to("question", TWO))
    assert await channel.send(to("réponse", edits=first)) == first
    assert (person.last.text, person.last.labels) == ("réponse", ())


@pytest.mark.parametrize("edits", ["99999", "canari", "-5", ""])
async def test_a_message_that_is_not_there_is_said_anew(channel: TelegramChannel, person: User, edits: str) -> None:
    """Whatever its name."""
    assert await channel.send(to("texte", edits=edits)) == str(person.last.id)


REFUSALS: list[tuple[int, str, type[SendError]]] = [
    (403, "Forbidden: bot was blocked by the user", Blocked),
    (403, "Forbidden: user is deactivated", Blocked),
    (400, "Bad Request: chat not found", Rejected),
    (400, "Bad Request: can't parse entities: canari", Rejected),
    (400, "Bad Request: message is too long", Rejected),
]


@pytest.mark.row("F22")
@pytest.mark.parametrize(("code", "words", "expected"), REFUSALS)
async def test_a_refusal_for_good_is_never_tried_again(
    bot: Rig, code: int, words: str, expected: type[SendError]
) -> None:
    """One call, a failed row with a word of ours, and the next message works (faults F21, F22)."""
    person = bot.server.user(812)
    person.starts()
    await bot.quiet()
    fault = bot.server.faults.refuse(code, words, method="sendMessage")
    person.sends("aide")
    await bot.quiet()
    with bot.database.read() as connection:
        rows = connection.exec_driver_sql("SELECT state, reason FROM outbox ORDER BY id").all()
    failed = [row.reason for row in rows if row.state == "failed"]
    assert len(fault.hits) == len(failed) >= 1
    assert "canari" not in str(failed)
    bot.server.faults.clear()
    person.sends("bonjour")
    await bot.quiet()
    assert len(person.heard) >= 3


@pytest.mark.row("F19")
async def test_an_answer_that_never_comes_is_at_most_one_copy_more(bot: Rig) -> None:
    """The server took the message and fell silent, for ever: said twice, never three times (faults F19)."""
    bot.server.faults.stall(method="sendMessage", times=100)
    bot.channel._api._transport._read_seconds = 0.2
    person = bot.server.user(812)
    person.starts()
    await bot.quiet()
    texts = [each.text for each in person.heard]
    assert max(texts.count(text) for text in texts) == 2


async def test_a_change_that_never_ends_is_made_again_until_it_does(bot: Rig) -> None:
    """Twice the same change is one change: its row is never in doubt."""
    bot.channel._api._transport._read_seconds = 0.2
    person = bot.server.user(812)
    person.starts()
    await bot.quiet()
    bot.server.faults.stall(method="editMessageText", times=3)
    person.taps("orientation/etape:idee")
    await bot.quiet()
    with bot.database.read() as connection:
        states = set(connection.exec_driver_sql("SELECT state FROM outbox").scalars())
    assert (states, len(person.heard)) == ({"sent"}, 2)


async def test_a_group_that_grew_is_said_by_its_number(
    server: FakeTelegram, channel: TelegramChannel, person: User
) -> None:
    """The row goes there, and every other one too (faults F23)."""
    group = server.group(-5)
    group.welcomes_bot(person)
    new = group.grows()
    with pytest.raises(Moved) as moved:
        await channel.send(to("texte", peer="-5"))
    assert moved.value.peer == str(new.id)
