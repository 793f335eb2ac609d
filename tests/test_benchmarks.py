"""The benchmarks measure what they say: the same dialogue for every bot, nobody skipped. No figure is judged here."""

from __future__ import annotations

import json
from collections import deque
from pathlib import Path

import pytest

from benchmarks import dialogue, matrix
from benchmarks.bots import AIOGRAM, OURS, STOCK
from benchmarks.crowd import Crowd
from benchmarks.dialogue import STEPS
from benchmarks.matrix_crowd import TEXTS, Ear, Talker, WrongAnswersError, session
from benchmarks.matrix_crowd import Crowd as MatrixCrowd
from benchmarks.matrix_seats import BOTS, seats
from benchmarks.turns import Goal, Ran
from bot import packs
from tests.channels.telegram.rig import memory, rig
from tests.fake_telegram import FakeTelegram
from tests.synapse.fixtures import Synapse
from tests.synapse.heard import Heard
from tests.synapse.homeserver import Homeserver


async def test_each_person_of_the_crowd_sees_one_message_change_six_times(tmp_path: Path) -> None:
    """With our bot and its questions, more people than talk at a time, and every tap ended."""
    dialogue.write(tmp_path)
    async with FakeTelegram() as server:
        with memory() as database:
            async with rig(server, database, guide=packs.read(tmp_path / "pack")):
                crowd = Crowd(server)
                await crowd.arrive(3)
                await crowd.talk(2, 10.0)
                await crowd.answered()
        assert len(crowd.waits) == 3 * STEPS
        assert [len(server.called_with("editMessageText", chat)) for chat in server.users] == [STEPS] * 3


def test_the_peers_are_given_every_sentence_of_our_dialogue(tmp_path: Path) -> None:
    """What our engine says, in the order in which it says it."""
    dialogue.write(tmp_path)
    said = json.loads((tmp_path / "script.json").read_text("utf-8"))
    asked = packs.read(tmp_path / "pack").pack.orientation.questions
    assert len(said["questions"]) == STEPS + 1 == len(asked)
    for question, told in zip(asked, said["questions"], strict=True):
        assert question.ask in told["text"]
        assert [label for _, label in told["choices"]][: len(question.answers)] == [a.label for a in question.answers]
    assert said["noted"].count("{}") == 1


def test_a_goal_says_whether_it_is_met_or_whom_it_lacks() -> None:
    """At least so many times, at most so many times, nothing without the other bot."""
    ran = {(OURS, 1): Ran(300, 0.001, 0, 0), (STOCK, 1): Ran(100, 0.002, 0, 0)}
    faster = Goal("", OURS, STOCK, lambda r: r.rate, 3, least=True).figure(ran, 1)
    cheaper = Goal("", OURS, STOCK, lambda r: r.cpu, 0.45).figure(ran, 1)
    assert faster is not None
    assert cheaper is not None
    assert (faster.found, faster.goal) == ("3.00 ×", "≥ 3 ×: met")
    assert (cheaper.found, cheaper.goal) == ("0.50 ×", "≤ 0.45 ×: NOT met")
    assert Goal("", OURS, AIOGRAM, lambda r: r.rate, 1).figure(ran, 1) is None


async def test_on_matrix_every_bot_answers_each_message_once_encrypted_where_the_room_is(
    homeserver: Homeserver,
) -> None:
    """Ours through the whole dialogue and round again, whose every text must have one answer."""
    async with seats(homeserver, BOTS, 2) as seated:
        for seat in seated:
            found = await matrix.ran(seat, homeserver, 2, 0.5)
            async with session() as opened:
                for _ in TEXTS:
                    await seat.crowd.ready[0].turn(opened)
            await seat.crowd.check()
            assert sum(talker.said for talker in seat.crowd.ready) == len(seat.crowd.waits) + len(TEXTS)
            assert found.wanted > found.crowd > 0
            assert found.synapse > found.crowd
            assert {event.encrypted for talker in seat.crowd.ready for event in _said(talker)} == {seat.bot.encrypted}


def _said(talker: Talker) -> list[Heard]:
    return talker.ear.person.said(talker.room)


async def test_a_bot_that_says_more_than_it_was_asked_is_not_measured(synapse: Synapse) -> None:
    """What nobody waited for would be counted as an answer to what comes next."""
    holder, neighbour = await synapse.person("holder"), await synapse.person("neighbour")
    room = await holder.direct_room(neighbour.user_id, encrypted=False)
    await neighbour.accepts(room)
    await holder.joined_by(room, neighbour.user_id)
    await holder.closes_app()
    crowd = MatrixCrowd(
        deque([Talker(Ear(holder, holder.client.next_batch), room, neighbour.user_id, encrypted=False)])
    )
    await crowd.check()
    await neighbour.says(room, "deux fois")
    with pytest.raises(WrongAnswersError):
        await crowd.check()


def test_the_homeserver_is_said_to_be_the_limit_when_it_wants_a_whole_processor() -> None:
    """The crowd, which shares that processor, included; at the best rate that any bot reached."""
    slow, quick = matrix.Ran(10, 0, 0, 0, 0.02, 0.001, 0.029), matrix.Ran(30, 0, 0, 0, 0.02, 0.001, 0.029)
    unused = "uses 0.20 of a processor, wants 0.29 (crowd 0.01): Synapse is not the limit"
    assert matrix.limit("", [slow]).found == unused
    assert matrix.limit("", [slow, quick]).found.endswith("wants 0.87 (crowd 0.03): Synapse is the limit")
