"""The benchmarks measure what they say: the same dialogue for every bot, nobody skipped. No figure is judged here."""

from __future__ import annotations

import json
from pathlib import Path

from benchmarks import dialogue
from benchmarks.bots import AIOGRAM, OURS, STOCK
from benchmarks.crowd import Crowd
from benchmarks.dialogue import STEPS
from benchmarks.turns import Goal, Ran
from bot import packs
from tests.channels.telegram.rig import memory, rig
from tests.fake_telegram import FakeTelegram


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
