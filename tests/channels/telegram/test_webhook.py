"""By webhook: what the answer carries is never lost and never known; everything else goes by the loop."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest
from sqlalchemy import text

from scheduler.clock import SetClock
from storage.database import Database
from tests.channels.telegram.rig import SECRET, Rig, rig
from tests.conversation import START
from tests.fake_telegram import FakeTelegram, User

# One plain message without a question: it can be carried by an answer.
PLAIN = "je vais mal"


def rows(bot: Rig) -> list[tuple[str, str]]:
    """The state of each row and how it leaves."""
    with bot.database.read() as connection:
        return [tuple(row) for row in connection.execute(text("SELECT state, via FROM outbox ORDER BY id"))]


async def acquainted(bot: Rig) -> User:
    """Somebody who was welcomed, whose reading is done."""
    person = bot.server.user(812)
    person.starts()
    await bot.quiet()
    return person


def methods(bot: Rig) -> list[tuple[str, str]]:
    """The methods called since the first conversation, and how."""
    return [(each.method, each.via) for each in bot.server.calls if each.method.startswith(("send", "edit", "answer"))]


async def test_the_webhook_is_set_with_its_secret_and_what_we_want(hooked: Rig) -> None:
    """A hundred at once, since answers wait for the commit; changes of our place are asked for (TG16)."""
    (call,) = hooked.server.called_with("setWebhook")
    assert (call.params["secret_token"], call.params["max_connections"]) == (SECRET, "100")
    assert hooked.server.updates.allowed == {"message", "edited_message", "callback_query", "my_chat_member"}


async def test_a_tap_is_ended_by_the_answer_and_its_question_changed_by_the_loop(hooked: Rig) -> None:
    """The end of a tap may be lost or come twice; a change must be known."""
    person = await acquainted(hooked)
    del hooked.server.calls[:]
    person.taps("orientation/etape:idee")
    await hooked.quiet()
    assert sorted(methods(hooked)) == [("answercallbackquery", "webhook"), ("editmessagetext", "http")]
    assert {state for state, _ in rows(hooked)} == {"sent"}


async def test_a_plain_answer_is_carried_by_the_answer(hooked: Rig) -> None:
    """No call of ours; its row waits for a repeat that may come."""
    person = await acquainted(hooked)
    del hooked.server.calls[:]
    person.sends(PLAIN)
    await hooked.quiet()
    assert methods(hooked) == [("sendmessage", "webhook")]
    state, via = rows(hooked)[-1]
    assert (state, via.partition("/")[0]) == ("sending", "webhook")
    assert len(person.heard) == 3


async def test_a_question_is_never_carried_by_the_answer(hooked: Rig) -> None:
    """Its message will be changed: its id must be known."""
    person = await acquainted(hooked)
    del hooked.server.calls[:]
    person.sends("Je ne sais pas")
    await hooked.quiet()
    assert {via for _, via in methods(hooked)} == {"http"}
    assert {via for _, via in rows(hooked)} == {"telegram"}
    assert person.heard


@pytest.mark.row("F10")
async def test_an_answer_that_was_lost_is_given_again(hooked: Rig) -> None:
    """The repeat of the update shows that it was not executed: said once in all."""
    person = await acquainted(hooked)
    hooked.server.webhook.lose(2)
    person.sends(PLAIN)
    await hooked.quiet()
    assert [delivery.status for delivery in hooked.server.webhook.deliveries][-3:] == [0, 0, 200]
    assert len(person.heard) == 3
    assert rows(hooked)[-1][0] == "sending"


async def test_the_loop_never_takes_what_an_answer_carries(server: FakeTelegram, either_database: Database) -> None:
    """Not even after a restart, when everything else that was begun is sent again."""
    clock = SetClock(START)
    async with rig(server, either_database, webhook=True, clock=clock) as bot:
        person = await acquainted(bot)
        person.sends(PLAIN)
        await bot.quiet()
    clock.move(START + timedelta(minutes=5))
    async with rig(server, either_database, webhook=True, clock=clock) as bot:
        await bot.app.tick()
        assert rows(bot)[-1][0] == "sending"
        assert len(person.heard) == 3


async def test_ten_minutes_without_a_repeat_mean_that_it_was_sent(
    server: FakeTelegram, either_database: Database
) -> None:
    """And no sooner."""
    clock = SetClock(START)
    async with rig(server, either_database, webhook=True, clock=clock) as bot:
        person = await acquainted(bot)
        server.webhook.lose(1)
        person.sends(PLAIN)
        await bot.quiet()
        clock.move(START + timedelta(minutes=9, seconds=59))
        await bot.app.tick()
        assert rows(bot)[-1][0] == "sending"
        clock.move(START + timedelta(minutes=10))
        await bot.app.tick()
        assert rows(bot)[-1][0] == "sent"


async def test_a_row_carried_by_an_answer_is_sent_by_the_loop_once_updates_are_asked_for(
    server: FakeTelegram, either_database: Database
) -> None:
    """The operator goes back to polling: the update comes again, its answer leaves the usual way."""
    async with rig(server, either_database, webhook=True) as bot:
        person = await acquainted(bot)
        server.webhook.lose(1_000)
        person.sends(PLAIN)
        await bot.until(lambda: len(server.webhook.deliveries) >= 3)
    async with rig(server, either_database) as bot:
        await bot.quiet()
        assert len(person.heard) == 3
        assert rows(bot)[-1] == ("sent", "telegram")


async def test_an_erasure_is_not_carried_by_the_answer(hooked: Rig) -> None:
    """Nothing that names the person waits ten minutes for a repeat."""
    person = await acquainted(hooked)
    person.sends("oublier")
    await hooked.quiet()
    person.sends("oui")
    await hooked.quiet()
    await asyncio.sleep(0)
    assert {via for _, via in rows(hooked)} == {"telegram"}
    with hooked.database.read() as connection:
        assert connection.execute(text("SELECT count(*) FROM people")).scalar() == 0


async def test_a_webhook_that_somebody_takes_away_is_set_again(hooked: Rig, monkeypatch: object) -> None:
    """Another program, or a hand: seen at the next look."""
    del hooked.server.calls[:]
    hooked.server.webhook.set({"url": ""})
    hooked.listening.cancel()
    await asyncio.gather(hooked.listening, return_exceptions=True)
    hooked.listening = asyncio.create_task(hooked.channel.listen(hooked.app))
    await hooked.until(lambda: hooked.server.webhook.url)
    person = hooked.server.user(813)
    person.starts()
    await hooked.quiet()
    assert len(person.heard) == 2
