"""A question in the group of a network on Telegram, privacy mode on: answers, corrections, another id, put out."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass

import pytest

from scheduler.clock import SetClock
from storage.database import Database
from tests.channels.telegram.rig import Rig, rig
from tests.conversation import START
from tests.fake_telegram import FakeTelegram, Group
from tests.roles import invited
from tests.talking import QUESTION, calm

HOLDER, ANIMATOR, HELPER = 811, 812, 813


@dataclass
class Scene:
    """The bot, the group of a network, and somebody who asks."""

    bot: Rig
    group: Group

    async def sends(self, number: int, *texts: str) -> None:
        """Someone writes in private."""
        for text in texts:
            self.bot.server.user(number).sends(text)
            await self.bot.quiet()

    def posted(self, group: Group | None = None) -> list[int]:
        """The questions posted in the group, by message."""
        ours = [each for each in (group or self.group).chat.messages.values() if each.ours]
        return [each.id for each in ours if QUESTION in each.seen().text]

    def heard(self, number: int) -> str:
        """The last message that someone received."""
        return [each.text for each in self.bot.server.user(number).heard if not each.mine][-1]

    def told(self) -> str:
        """The last message of the bot in the group."""
        return [each.seen().text for each in self.group.chat.messages.values() if each.ours][-1]


async def asked(bot: Rig) -> Scene:
    """The question is posted."""
    scene = Scene(bot, bot.server.group())
    await scene.sends(ANIMATOR, invited(bot.database, bot.app.clock.now(), "animator", "apes"))
    scene.group.welcomes_bot(bot.server.user(ANIMATOR))
    await bot.quiet()
    await scene.sends(HOLDER, "bonjour", "arrêter", "humain", QUESTION, "oui")
    assert len(scene.posted()) == 1
    return scene


@pytest.fixture
async def scene(server: FakeTelegram, either_database: Database) -> AsyncIterator[Scene]:
    """In the day; transcripts play the same by webhook too."""
    async with rig(server, either_database, guide=calm(), clock=SetClock(START)) as running:
        yield await asked(running)


async def test_an_answer_of_the_group_reaches_who_asked_and_nothing_else_of_it_is_read(scene: Scene) -> None:
    """Neither name goes the other way; an answer to the bot's other messages gets the way to the private chat."""
    helper = scene.bot.server.user(HELPER)
    (question,) = scene.posted()
    helper.sends("CANARI entre nous", chat=scene.group)
    answer = helper.sends("Passez mardi", chat=scene.group, reply_to=question)
    await scene.bot.quiet()
    assert "« Passez mardi »" in scene.heard(HOLDER)
    assert str(HELPER) not in scene.heard(HOLDER)
    assert "votre réponse est partie" in scene.told()
    last = [each.id for each in scene.group.chat.messages.values() if each.ours][-1]
    helper.sends("CANARI merci", chat=scene.group, reply_to=last)
    helper.sends("CANARI entre nous", chat=scene.group, reply_to=answer)
    await scene.bot.quiet()
    assert "Écrivez-moi en privé" in scene.told()
    assert "CANARI" not in scene.heard(HOLDER)
    with scene.bot.database.read() as connection:
        kept = connection.exec_driver_sql("SELECT body, key, receipt FROM outbox").all()
        there = connection.exec_driver_sql("SELECT peer FROM addresses").all()
    assert "CANARI" not in str(kept)
    assert "Passez mardi" not in str(kept)
    assert str(HELPER) not in str(there)


async def test_a_corrected_answer_is_told_again(scene: Scene) -> None:
    """As a correction; the edit of what answers nobody is nothing."""
    helper = scene.bot.server.user(HELPER)
    answer = helper.sends("Passez mardi", chat=scene.group, reply_to=scene.posted()[0])
    other = helper.sends("bonjour", chat=scene.group)
    await scene.bot.quiet()
    helper.edits(answer, "Passez jeudi", chat=scene.group)
    helper.edits(other, "CANARI", chat=scene.group)
    await scene.bot.quiet()
    assert "corrige sa réponse :\n« Passez jeudi »" in scene.heard(HOLDER)


async def test_a_group_that_grows_is_asked_again_under_its_new_id(scene: Scene) -> None:
    """Messages of the old group can be answered no more."""
    new = scene.group.grows()
    await scene.bot.quiet()
    await scene.bot.app.tick()
    await scene.bot.quiet()
    (question,) = scene.posted(new)
    scene.bot.server.user(HELPER).sends("Passez mardi", chat=new, reply_to=question)
    await scene.bot.quiet()
    assert "« Passez mardi »" in scene.heard(HOLDER)


async def test_put_out_of_the_group_the_bot_asks_the_animator(scene: Scene) -> None:
    """In private, who answers there."""
    scene.group.expels_bot(scene.bot.server.user(ANIMATOR))
    await scene.bot.quiet()
    await scene.bot.app.tick()
    await scene.bot.quiet()
    assert QUESTION in scene.heard(ANIMATOR)
    asking = scene.bot.server.user(ANIMATOR).heard[-1]
    scene.bot.server.user(ANIMATOR).sends("Passez me voir", reply_to=asking.id)
    await scene.bot.quiet()
    assert "« Passez me voir »" in scene.heard(HOLDER)


@pytest.mark.row("I27")
async def test_a_nameless_administrator_is_told_once_a_day_that_nothing_is_read(scene: Scene) -> None:
    """Only for an answer to a question; who asked hears nothing, and nothing of it is kept."""
    (question,) = scene.posted()
    scene.group.anonymous_says("CANARI entre nous")
    await scene.bot.quiet()
    assert "anonymes" not in scene.told()
    for words in ("CANARI Passez mardi", "CANARI Passez jeudi"):
        scene.group.anonymous_says(words, reply_to=question)
        await scene.bot.quiet()
    told = [
        each.seen().text for each in scene.group.chat.messages.values() if each.ours and "anonymes" in each.seen().text
    ]
    assert told == ["Je ne lis pas les réponses anonymes. Répondez avec votre compte : la personne vous lira."]
    assert "Passez" not in scene.heard(HOLDER)
    with scene.bot.database.read() as connection:
        assert "CANARI" not in str(connection.exec_driver_sql("SELECT body, key FROM outbox").all())
