"""Receiving: every update once, whatever comes twice, out of order, malformed or after a silence."""

from __future__ import annotations

import asyncio
import itertools
from typing import Any

import pytest
from structlog.testing import capture_logs

from bot.channels import Misconfigured
from bot.pauses import LONGEST_PAUSE, pause_after
from storage.database import Database
from storage.errors import DatabaseTrouble
from tests.channels.telegram.rig import Rig, rig
from tests.fake_telegram import FakeTelegram
from tests.fake_telegram.payloads import CONTENTS

PERSON = {"id": 812, "is_bot": False, "first_name": "P"}
PRIVATE = {"id": 812, "type": "private", "first_name": "P"}


def a_text(text: str, update_id: int) -> dict[str, Any]:
    """A raw update with a text."""
    message = {"message_id": update_id, "date": 1_795_000_000, "chat": PRIVATE, "from": PERSON, "text": text}
    return {"update_id": update_id, "message": message}


def quarantined(bot: Rig) -> list[tuple[str, str]]:
    """What was set aside: its id and why."""
    with bot.database.read() as connection:
        return [tuple(row) for row in connection.exec_driver_sql("SELECT message_id, error FROM quarantined")]


@pytest.mark.row("F10")
async def test_the_same_update_ten_times_is_one_turn(bot: Rig) -> None:
    """Repeats in one batch, or in ten deliveries (faults F10)."""
    bot.server.updates.copies = 10
    bot.server.webhook.copies = 10
    person = bot.server.user(812)
    person.starts()
    assert len(await bot.said(812)) == 2
    assert quarantined(bot) == []


MALFORMED: dict[str, Any] = {
    "a message without a chat": {"message": {"message_id": 1, "date": 5, "from": PERSON, "text": "canari"}},
    "a date that is no number": {"message": {"message_id": 1, "date": "demain", "chat": PRIVATE, "text": "canari"}},
    "a text for a message": {"message": "canari"},
    "a list for a message": {"message": [["canari"]]},
    "a tap without its author": {"callback_query": {"id": "5", "data": "canari"}},
    "a type of tomorrow": {"hologram": {"text": "canari"}},
    "nothing": {},
    "a hundred levels": {"message": {"text": [[[[[[[[[["canari"]]]]]]]]]]}},
}


@pytest.mark.row("F13")
@pytest.mark.parametrize("name", MALFORMED)
async def test_an_update_that_cannot_be_read_is_set_aside_and_the_next_is_handled(bot: Rig, name: str) -> None:
    """Its id and why are kept, its text nowhere, not even in a log (faults F13)."""
    person = bot.server.user(812)
    with capture_logs() as logs:
        number = bot.server.pushes(MALFORMED[name])
        person.starts()
        heard = await bot.said(812)
    assert len(heard) == 2
    ((id, error),) = quarantined(bot)
    assert id == str(number)
    assert "canari" not in error + str(logs)


@pytest.mark.row("F13")
async def test_bytes_that_are_no_json_stop_nobody(polled: Rig) -> None:
    """The whole answer is unreadable then: updates are asked one by one, and that one is passed."""
    person = polled.server.user(812)
    person.starts()
    await polled.quiet()
    polled.server.updates.push_raw(b'{"update_id": 700000500, "message": canari}', 700_000_500)
    person.sends("1")
    await polled.until(lambda: person.last.edited or len(person.heard) > 2, 20)
    assert quarantined(polled) == [("700000500", "unreadable")]


@pytest.mark.row("F12")
async def test_ids_that_restart_lower_are_all_handled(polled: Rig) -> None:
    """After a quiet week they may (faults F12)."""
    person = polled.server.user(812)
    person.starts()
    await polled.quiet()
    polled.server.updates.next_id = 5_000
    person.sends("Je ne sais pas")
    person.sends("Je ne sais pas")
    heard = await polled.said(812)
    assert len(heard) == 4
    assert len(polled.server.called_with("getUpdates")) < 20


@pytest.mark.row("F15")
async def test_a_day_without_the_bot_ends_in_a_conversation(server: FakeTelegram, either_database: Database) -> None:
    """What is older than a day was dropped by the server; the rest is answered (faults F15)."""
    person = server.user(812)
    person.starts()
    server.passes(hours=30)
    person.sends("bonjour")
    async with rig(server, either_database) as bot:
        assert len(await bot.said(812)) == 2


@pytest.mark.row("F1")
async def test_what_is_not_committed_is_not_confirmed(polled: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    """The database fails, then works: the message comes again, and is answered once (faults F1, F30)."""
    submit, failures = polled.app.turns.submit, itertools.count()

    async def failing(*given: Any) -> Any:
        if next(failures) < 2:
            raise DatabaseTrouble
        return await submit(*given)

    monkeypatch.setattr(polled.app.turns, "submit", failing)
    person = polled.server.user(812)
    person.starts()
    confirmed = polled.server.updates.confirmed
    await polled.until(lambda: next(failures) >= 1)
    assert polled.server.updates.confirmed == confirmed
    await polled.until(lambda: not polled.server.updates.queue)
    assert len(await polled.said(812)) == 2


async def test_one_that_fails_holds_its_whole_batch(polled: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing of a batch is confirmed before all of it is written; who was served is not served twice."""
    submit, broken = polled.app.turns.submit, [True]

    async def failing(inbound: Any, *more: Any) -> Any:
        if broken[0] and inbound.address.peer == "813":
            raise DatabaseTrouble
        return await submit(inbound, *more)

    monkeypatch.setattr(polled.app.turns, "submit", failing)
    people = [polled.server.user(number) for number in (812, 813, 814)]
    for person in people:
        person.starts()
    await polled.until(lambda: len(people[2].heard) == 2)
    assert len(polled.server.updates.queue) == 3
    broken[0] = False
    await polled.until(lambda: not polled.server.updates.queue)
    await polled.quiet()
    assert [len(person.heard) for person in people] == [2, 2, 2]


async def test_the_order_of_each_person_is_kept(bot: Rig) -> None:
    """Many people at once, several messages each: each reads their own answers in order."""
    people = [bot.server.user(number) for number in range(900, 930)]
    for person in people:
        person.starts()
    for _ in range(3):
        for person in people:
            person.sends("Je ne sais pas")
    await bot.quiet()
    texts = [[each.text for each in person.heard] for person in people]
    assert len(texts[0]) == 5
    assert all(each == texts[0] for each in texts)


@pytest.mark.row("F11")
@pytest.mark.parametrize(
    ("shuffle", "kept", "shown"),
    [
        ((1,), "{}", "orientation/etape:idee"),
        ((1, 0), '{"etape":"idee"}', "orientation/commune:ailleurs"),
        ((1, 0, 1), '{"etape":"idee","commune":"ailleurs"}', "consent/statistics:oui"),
    ],
)
async def test_taps_out_of_order_leave_the_right_question(
    bot: Rig, shuffle: tuple[int, ...], kept: str, shown: str
) -> None:
    """A step that comes before its turn answers nothing, and the question in course is shown (faults F11)."""
    person = bot.server.user(812)
    person.starts()
    await bot.quiet()
    taps = ["orientation/etape:idee", "orientation/commune:ailleurs"]
    for index in shuffle:
        person.forges(taps[index], message=person.last.id)
    await bot.quiet()
    with bot.database.read() as connection:
        (answers,) = connection.exec_driver_sql("SELECT answers FROM conversations").one()
    assert answers == kept
    assert (bot.app.guide.wording.say("fr", "form-closed") in person.last.text) == (shuffle == (1,))
    assert shown in {button.data for button in person.last.buttons}
    assert person.turning == ()


@pytest.mark.row("I9", "I10")
@pytest.mark.parametrize("content", [name for name in CONTENTS if name != "text"])
async def test_what_is_not_text_is_answered_and_never_fetched(polled: Rig, content: str) -> None:
    """One sentence and the question again; no file is asked for (faults I9, I10)."""
    person = polled.server.user(812)
    person.starts()
    await polled.quiet()
    question = person.last.labels
    person.shares(content)
    heard = await polled.said(812)
    assert len(heard) == 3
    told = tuple(polled.app.guide.wording.say("fr", name) for name in ("only-text", "only-text-voice"))
    assert heard[-1].text.startswith(told)
    assert heard[-1].labels == question
    assert polled.server.called_with("getFile") == []


@pytest.mark.row("I11")
@pytest.mark.parametrize("text", ["😀" * 4096, "a" * 4096, "x\n" * 2048])
async def test_a_text_of_any_length_is_answered_and_never_repeated(polled: Rig, text: str) -> None:
    """4,096 characters are read up to a thousand (faults I11)."""
    person = polled.server.user(812)
    person.starts()
    await polled.quiet()
    person.sends(text)
    heard = await polled.said(812)
    assert len(heard) == 3
    assert text[:50] not in heard[-1].text


@pytest.mark.row("F18", "F37")
def test_failures_in_a_row_are_further_and_further_apart() -> None:
    """At most twelve questions in the first minute, at least two a minute afterwards (faults F18, G9)."""
    for chance in (0.0, 0.5, 0.999):
        pauses = [pause_after(n, chance) for n in range(1, 30)]
        assert sum(total <= 60 for total in itertools.accumulate(pauses)) <= 12
        assert max(pauses) <= LONGEST_PAUSE * 1.25
    assert pause_after(3, 0.0) != pause_after(3, 0.9)


FAILURES = {
    "a page": lambda server: server.faults.broken(502, method="getUpdates"),
    "an empty answer at once": lambda server: server.faults.garbage(b'{"ok":true,"result":[]}', method="getUpdates"),
    "an answer without sense": lambda server: server.faults.garbage(b'{"ok":true,"result":7}', method="getUpdates"),
    "updates without ids": lambda server: server.faults.garbage(b'{"ok":true,"result":[{}]}', method="getUpdates"),
    "the same update for ever": lambda server: server.faults.garbage(
        b'{"ok":true,"result":[{"update_id":5,"poll":null}]}', method="getUpdates"
    ),
    "another poller": lambda server: server.faults.refuse(409, "Conflict: terminated", method="getUpdates"),
    "cut": lambda server: server.faults.cut(method="getUpdates", times=1000),
}


@pytest.mark.row("F18")
@pytest.mark.parametrize("name", FAILURES)
async def test_a_server_that_fails_is_asked_seldom_and_found_again(polled: Rig, name: str) -> None:
    """A few questions in two seconds, no busy loop; then the conversation goes on (faults F18, G9)."""
    FAILURES[name](polled.server)
    person = polled.server.user(812)
    person.starts()
    before = len(polled.server.called_with("getUpdates"))
    await asyncio.sleep(2)
    assert len(polled.server.called_with("getUpdates")) - before <= 4
    polled.server.faults.clear()
    await polled.until(lambda: len(person.heard) == 2)


@pytest.mark.row("F20")
async def test_a_server_that_goes_and_comes_back_is_found_again(polled: Rig) -> None:
    """Connections refused for a while (faults F20)."""
    person = polled.server.user(812)
    async with polled.server.down():
        await asyncio.sleep(1)
    person.starts()
    await polled.until(lambda: len(person.heard) == 2)


@pytest.mark.row("F24")
@pytest.mark.parametrize("webhook", [False, True])
async def test_a_revoked_token_ends_the_channel(
    server: FakeTelegram, webhook: bool, monkeypatch: pytest.MonkeyPatch, either_database: Database
) -> None:
    """With one clear exception, never a zombie (faults F24)."""
    monkeypatch.setattr("bot.channels.telegram.hook.LOOK_SECONDS", 0.1)
    async with rig(server, either_database, webhook=webhook) as bot:
        server.revoke()
        server.updates.conflict()
        with pytest.raises(Misconfigured):
            await asyncio.wait_for(bot.listening, 60)


async def test_what_is_begun_when_the_bot_stops_is_answered(server: FakeTelegram, either_database: Database) -> None:
    """A stop in the middle of a batch: its answers leave, nothing is lost or said twice."""
    people = [server.user(number) for number in range(900, 950)]
    async with rig(server, either_database) as bot:
        for person in people:
            person.starts()
        await asyncio.sleep(0.02)
        bot.listening.cancel()
    async with rig(server, either_database) as bot:
        await bot.quiet()
    assert [len(person.heard) for person in people] == [2] * 50
