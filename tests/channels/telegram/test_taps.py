"""Taps: each is ended, whatever its age; a question becomes the next in place; what is old is never an answer."""

from __future__ import annotations

import json
import random

import pytest

from storage.database import Database
from tests.channels.telegram.rig import Rig, rig
from tests.fake_telegram import FakeTelegram, User
from tests.handlers.changed import without

IDEA = "orientation/etape:idee"


async def started(bot: Rig, number: int = 812) -> User:
    """A person in front of the first question."""
    person = bot.server.user(number)
    person.starts()
    await bot.quiet()
    return person


async def test_a_tap_turns_its_question_into_the_next_one(bot: Rig) -> None:
    """The first line repeats what was chosen; the message stays the same; nothing turns (TG6, TG8)."""
    person = await started(bot)
    first, label = person.last, person.last.labels[0]
    person.taps(label)
    await bot.quiet()
    assert (len(person.heard), person.last.id, person.last.edited) == (2, first.id, True)
    assert label in person.last.text.splitlines()[0]
    assert person.last.labels != first.labels
    assert person.turning == ()


async def test_the_result_comes_as_new_messages(bot: Rig) -> None:
    """It is kept, and can be found again; its buttons answer with new messages too."""
    person = await started(bot)
    question = person.last
    for choice in (IDEA, "orientation/commune:ailleurs"):
        person.taps(choice)
        await bot.quiet()
    result = next(each for each in person.heard if "orientation/scheme:" in str(each.buttons))
    assert result.id > question.id
    seen = len(person.heard)
    person.taps(next(each.data for each in result.buttons if each.data.startswith("orientation/scheme:")))
    await bot.quiet()
    assert len(person.heard) > seen
    assert result in person.heard


def data_of(person: User) -> list[str]:
    """What the last message's buttons carry."""
    return [button.data for button in person.last.buttons]


@pytest.mark.row("I17")
async def test_twenty_taps_on_one_button_are_one_answer(bot: Rig) -> None:
    """Each tap is ended, once (faults I17, S4)."""
    person = await started(bot)
    taps = [person.forges(IDEA, message=person.last.id) for _ in range(20)]
    await bot.quiet()
    assert [len(tap.answers) for tap in taps] == [1] * 20
    with bot.database.read() as connection:
        (answers,) = connection.exec_driver_sql("SELECT answers FROM conversations").one()
    assert answers == '{"etape":"idee"}'
    assert len(person.heard) == 2


@pytest.mark.row("I16")
@pytest.mark.parametrize("data", ["orientation/emplois:2_4", "x", "orientation/etape:pirate", "roles/code:1", "é" * 32])
async def test_a_forged_button_is_said_to_be_closed(bot: Rig, data: str) -> None:
    """Another step, another dialogue, a value that does not exist, nothing at all (faults I16)."""
    person = await started(bot)
    before = person.last
    person.forges(data, message=before.id)
    await bot.quiet()
    assert person.last.labels == before.labels
    assert person.last.text != before.text
    assert person.turning == ()


@pytest.mark.row("I16")
async def test_the_button_of_another_person_moves_only_who_taps(bot: Rig) -> None:
    """A tap belongs to its author."""
    person, other = await started(bot), await started(bot, 813)
    before = other.heard
    person.forges(IDEA, message=other.last.id)
    await bot.quiet()
    assert other.heard == before
    assert person.last.labels != before[-1].labels


@pytest.mark.row("I17")
async def test_a_tap_too_old_to_be_ended_is_answered_all_the_same(bot: Rig) -> None:
    """The server no longer takes its end: nobody hears of it (TG8)."""
    bot.server.faults.refuse(400, "Bad Request: query is too old", method="answerCallbackQuery")
    person = await started(bot)
    person.taps(IDEA)
    await bot.quiet()
    assert person.last.edited


async def test_a_change_that_is_refused_becomes_a_new_message(bot: Rig) -> None:
    """The message was deleted, is too old, or is not ours any more."""
    person = await started(bot)
    first = person.last
    bot.server.faults.refuse(400, "Bad Request: message can't be edited", method="editMessageText")
    person.taps(IDEA)
    await bot.quiet()
    assert person.last.id > first.id
    assert person.last.labels != first.labels


async def test_a_change_that_changes_nothing_is_done(bot: Rig) -> None:
    """The server refuses to write the same twice; the row is sent, and nothing is said again."""
    person = await started(bot)
    person.taps(IDEA)
    person.forges(IDEA, message=person.last.id)
    bot.server.faults.refuse(400, "Bad Request: message is not modified: specified…", method="editMessageText")
    await bot.quiet()
    assert len(person.heard) == 2
    assert states(bot) == {"sent"}


def states(bot: Rig) -> set[str]:
    """The states of all rows of the ledger."""
    with bot.database.read() as connection:
        return set(connection.exec_driver_sql("SELECT state FROM outbox").scalars())


@pytest.mark.row("I18")
async def test_old_buttons_in_any_order_never_answer_another_question(
    server: FakeTelegram, either_database: Database
) -> None:
    """The last twenty buttons, across a restart on another revision, which has one question less: every tap ended, the
    answers always those of a walk (S2, I18)."""
    chance = random.Random(7)
    buttons: list[tuple[int, str]] = []
    person = server.user(812)
    async with rig(server, either_database) as bot:
        person.starts()
        await bot.quiet()
        for _ in range(6):
            buttons += [(person.last.id, data) for data in data_of(person)]
            person.taps(chance.choice([data for data in data_of(person) if not data.endswith(":back")]))
            await bot.quiet()
    changed = without("lille", "but")
    assert any(data.startswith("orientation/but:") for _, data in buttons)
    async with rig(server, either_database, guide=changed) as bot:
        for message, data in chance.sample(buttons, 20):
            person.forges(data, message=message)
        await bot.quiet()
        assert person.turning == ()
        table = changed.table
        with bot.database.read() as connection:
            (answers, step) = connection.exec_driver_sql("SELECT answers, step FROM conversations").one()
    given = json.loads(answers)
    questions = {question.fact: question for question in changed.pack.orientation.questions}
    for fact, value in given.items():
        known = {answer.value for answer in questions[fact].answers} | {"", "ailleurs", "region"}
        assert set(value.split()) <= known
    assert step in questions or table.next_question(given) is None
