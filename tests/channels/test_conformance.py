"""One suite for every channel: the same words mean the same, and nothing is lost, doubled or out of order.

A new channel is one file (or folder) in bot/channels, its name in bot/simulator.py, and one adapter in
tests/channels/conforming: it is listed below, and all of this must then hold on it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable

import pytest

from bot.simulator import CHANNELS
from handlers.messages import Choice, Reply
from tests.channels.conforming.adapter import PATIENCE, Adapter, Said, does, ledger, tells
from tests.channels.conforming.matrix import Matrix
from tests.channels.conforming.meaning import begun, steps
from tests.channels.conforming.telegram import Telegram
from tests.channels.conforming.terminal import Terminal
from tests.databases import Home

ADAPTERS: tuple[type[Adapter], ...] = (Terminal, Telegram, Matrix)

DIALOGUES = {
    "answers are chosen": (
        *("> bonjour", "+ J’ai une idée", "> lille", "+ Non", "+ Vivre de mon activité", "+ Le mien"),
        *("+ Tester mon activité", "+ Être accompagné", "+ Pourquoi ?"),
    ),
    "answers are typed, by number, by word, and wrong": (
        "> 2",
        "> j'ai une idee",
        "> rubaix",
        "> xyzzy",
        "> 99",
        "> 2",
    ),
    "back, why, and again": ("> bonjour", "+ J’ai une idée", "> retour", "> pourquoi", "> recommencer", "> passer"),
    "commands have a mark or none": ("> !aide", "> /menu", "> confidentialité"),
    "another language": ("> bonjour", "> langue", "+ English", "> 1"),
    "all is forgotten": ("> bonjour", "+ J’ai une idée", "> oublier", "> oui", "> bonjour"),
    "things without words": ("(sticker) >", "(photo) >", "(voice) >", "(location) >", "> 1"),
    "an earlier message is corrected": ("> bonjour", "> xyzzy", "(edit) > j'ai une idee", "> 1", "(edit) > 2"),
    "letters that channels draw with": ("> bonjour", "> <b>é</b> & *œ* ` _x_ [a](b) 👩‍👧 العربية", "> &amp; > 1"),
}


@pytest.fixture(
    params=[pytest.param(each, id=each.name, marks=[pytest.mark.slow] * bool(each.needs)) for each in ADAPTERS]
)
def adapter(request: pytest.FixtureRequest, home: Home) -> Adapter:
    """One channel, not running yet."""
    made: Adapter = request.param(home, *map(request.getfixturevalue, request.param.needs))
    return made


@pytest.fixture
async def place(adapter: Adapter) -> AsyncIterator[Adapter]:
    """One channel, and the bot on it."""
    async with adapter:
        yield adapter


def test_every_channel_is_tried() -> None:
    """No channel is without an adapter."""
    assert [each.name for each in ADAPTERS] == list(CHANNELS)


@pytest.mark.row("D22")
async def test_the_same_words_mean_the_same_on_every_channel(place: Adapter) -> None:
    """Each dialogue is heard as the engine alone says it, answers offered included."""
    for lines in DIALOGUES.values():
        await begun(place, *lines)


@pytest.mark.row("I11")
async def test_the_longest_message_that_can_be_written_is_answered(place: Adapter) -> None:
    """Whatever its length, it has the answer that the engine gives to it."""
    dialogue = await begun(place, "> bonjour")
    await dialogue.goes_on("> " + "une histoire très longue, " * (place.longest_said // 26), "> 1")


@pytest.mark.row("F10")
async def test_what_is_brought_twice_is_answered_once(place: Adapter) -> None:
    """Nothing was confirmed when the process ended: all comes again, words, choices, corrections (faults F10)."""
    lines = ("> bonjour", "+ J’ai une idée", "> lile", "(edit) > lille", "(sticker) >")
    dialogue = await begun(place, *lines)
    settled = ledger(place.app)
    await place.comes_twice()
    await place.quiet()
    assert dialogue.person.heard == dialogue.expected
    assert ledger(place.app) == settled
    await dialogue.goes_on("+ Non")


async def test_a_burst_is_answered_in_its_order(place: Adapter) -> None:
    """Three people write three messages each without waiting: each hears their own answers, in order."""
    dialogues = [await begun(place, "> bonjour") for _ in range(3)]
    for step in steps(("> aide", "> j'ai une idee", "> roubaix")):
        for dialogue in dialogues:
            await dialogue.does(step)
    await place.quiet()
    for dialogue in dialogues:
        assert dialogue.person.heard == dialogue.expected


@pytest.mark.row("I12")
async def test_a_long_text_arrives_whole_and_is_cut_between_paragraphs(place: Adapter) -> None:
    """Each piece fits; the pieces come in order; what can be answered is under the last one."""
    dialogue = await begun(place, "> bonjour")
    paragraphs = [f"{number}. " + "Une phrase de plus. " * 40 + "Fin." for number in range(12)]
    await tells(place.app, dialogue.person.address, "long", Reply("\n\n".join(paragraphs), (Choice("a/b:c", "Oui"),)))
    await place.quiet()
    pieces = dialogue.person.heard[len(dialogue.expected) :]
    assert [paragraph for piece in pieces for paragraph in piece.text.split("\n\n")] == paragraphs
    assert max(len(piece.text) for piece in pieces) <= place.longest_text
    assert [piece.answers for piece in pieces] == [()] * (len(pieces) - 1) + [("Oui",)]


async def test_a_restart_between_question_and_answer_changes_nothing(place: Adapter) -> None:
    """The answer to a question of a former process is taken; what was written meanwhile is answered once."""
    dialogue = await begun(place, "> bonjour")
    await place.stops()
    await place.starts()
    await dialogue.goes_on("+ J’ai une idée")
    await place.stops()
    for step in steps(("> roubaix", "> pourquoi")):
        await dialogue.does(step)
    for _ in range(2):
        await place.starts()
        await place.quiet()
        assert dialogue.person.heard == dialogue.expected
        await place.stops()
    await place.starts()
    await dialogue.goes_on("+ Non")


async def test_nothing_is_lost_or_doubled_when_the_server_goes_away_and_returns(place: Adapter) -> None:
    """Who writes meanwhile, and who is written to, is served once it is back; the channel says how it is."""
    asking, told = await begun(place, "> bonjour"), await begun(place, "> bonjour")
    await place.goes_away()
    (step,) = steps(("+ J’ai une idée",))
    asking.must_hear(step)
    writing = asyncio.create_task(does(asking.person, step))
    await tells(place.app, told.person.address, "news", Reply("Une nouvelle."))
    told.expected.append(Said("Une nouvelle."))
    await until(lambda: not place.well)
    assert ledger(place.app)["sending", ""] > 0
    await place.returns()
    await writing
    await place.quiet()
    await until(lambda: place.well)
    for dialogue in (asking, told):
        assert dialogue.person.heard == dialogue.expected
        await dialogue.goes_on("> aide")


@pytest.mark.row("F21", "F47")
async def test_who_blocks_the_bot_is_left_alone_until_they_come_back(place: Adapter) -> None:
    """What was on its way is settled for good, nothing is tried again; who returns is answered where they were."""
    if not place.can_be_blocked:
        pytest.skip("nobody can block it")
    dialogue = await begun(place, "> bonjour", "+ J’ai une idée")
    await place.stops()
    await dialogue.person.says("aide")
    await dialogue.person.blocks()
    await place.starts()
    await place.quiet()
    await tells(place.app, dialogue.person.address, "news", Reply("Une nouvelle."))
    await place.quiet()
    settled = ledger(place.app)
    assert settled["failed", "blocked"] > 0
    assert {state for state, _ in settled} == {"sent", "failed"}
    await place.stops()
    await place.starts()
    assert ledger(place.app) == settled
    await dialogue.person.comes_back()
    await dialogue.goes_on("> roubaix")


async def until(holds: Callable[[], object]) -> None:
    """Wait until something holds."""
    async with asyncio.timeout(PATIENCE):
        while not holds():
            await asyncio.sleep(0.01)
