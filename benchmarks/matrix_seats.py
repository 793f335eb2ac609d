"""The bots that are compared on Matrix, and the people who meet them: each bot lives through the whole measure."""

from __future__ import annotations

import asyncio
import json
import shutil
import tempfile
from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from benchmarks import bots, dialogue
from benchmarks.bots import Bot, Running
from benchmarks.matrix_crowd import Crowd, Ear, Talker, crowd_of, meet
from bot import packs
from bot.channels.matrix import render
from handlers.messages import Choice, Reply
from tests.fake_telegram.server import FakeTelegram
from tests.synapse.homeserver import Homeserver
from tests.synapse.people import Person

ARRIVING = 5
PASSWORD = "a-password_of-the-benchmark"

OURS = Bot("boussole")
NIO = Bot("nio, a task for each event", "benchmarks.peers.nio_echo", here=True)
RAW = Bot("no library", "benchmarks.peers.raw_echo", here=True)
OURS_ENCRYPTED, NIO_ENCRYPTED = replace(OURS, encrypted=True), replace(NIO, encrypted=True)
BOTS = (OURS, NIO, RAW, OURS_ENCRYPTED, NIO_ENCRYPTED)
_MATRIX = """
[matrix]
homeserver = "{url}"
user = "{user}"
password = "{password}"
store_path = "{{folder}}/keys"
pickle_key = "the key of the benchmark"
[flood]
at_once = 1000
calm_at_once = 1000
"""


@dataclass(slots=True)
class Seat:
    """A bot that runs, and the people who talk with it."""

    bot: Bot
    user: str
    running: Running
    crowd: Crowd


@dataclass(frozen=True, slots=True)
class Place:
    """Where all of it happens; `leaving` is done at the end, the last first."""

    server: Homeserver
    telegram: FakeTelegram
    folder: Path
    leaving: AsyncExitStack

    async def account(self, name: str) -> str:
        """A new one on the homeserver."""
        await asyncio.to_thread(self.server.register, name, PASSWORD)
        return f"@{name}:{self.server.name}"


@contextmanager
def homeserver() -> Iterator[Homeserver]:
    """Synapse on data thrown away afterwards."""
    with tempfile.TemporaryDirectory() as name:
        server = Homeserver(Path(name))
        try:
            server.start()
            yield server
        finally:
            server.kill()


@asynccontextmanager
async def seats(server: Homeserver, wanted: tuple[Bot, ...], people: int) -> AsyncIterator[list[Seat]]:
    """These bots, each met by so many people, until the end of the block. Ours is on Telegram too, where nobody is."""
    with tempfile.TemporaryDirectory() as name:
        async with FakeTelegram() as telegram, AsyncExitStack() as leaving:
            telegram.keeps_calls = False
            place = Place(server, telegram, Path(name), leaving)
            running = await _started(place, wanted)
            met = await _met(place, running, people)
            yield [Seat(bot, user, run, crowd_of(met[user])) for bot, user, run in running]


async def _started(place: Place, wanted: tuple[Bot, ...]) -> list[tuple[Bot, str, Running]]:
    """Each with its account and its folder."""
    answer = _answer(place.folder / "dialogue")
    running = []
    for number, bot in enumerate(wanted, 1):
        own = place.folder / f"bot-{number}"
        shutil.copytree(place.folder / "dialogue", own)
        (own / "answer.json").write_text(answer, "utf-8")
        user = await place.account(f"measured-{number}")
        running.append((bot, user, place.leaving.enter_context(_process(bot, user, place, own))))
    return running


def _answer(folder: Path) -> str:
    """The second question, as our bot writes it; all the others are of that size."""
    folder.mkdir()
    dialogue.write(folder)
    asked = dialogue.script(packs.read(folder / "pack"))["questions"][1]
    reply = Reply(asked["text"], tuple(Choice(id, label) for id, label in asked["choices"]))
    return json.dumps(render.contents("reply", reply, render.Placed())[0])


@contextmanager
def _process(bot: Bot, user: str, place: Place, folder: Path) -> Iterator[Running]:
    url, telegram = place.server.url, place.telegram
    if bot.module:
        with bots.started(bot, url, PASSWORD, folder, 0, user=user) as running:
            yield running
        return
    more = _MATRIX.format(url=url, user=user, password=PASSWORD)
    with bots.started(bot, telegram.root, telegram.token, folder, bots.free_port(), more) as running:
        yield running


async def _met(place: Place, running: list[tuple[Bot, str, Running]], people: int) -> dict[str, list[Talker]]:
    """Everybody meets every bot, some at a time, as fast as Synapse makes rooms."""
    found: dict[str, list[Talker]] = {user: [] for _, user, _ in running}
    door = asyncio.Semaphore(ARRIVING)

    async def arrives(number: int) -> None:
        async with door:
            person = Person(place.server.url, await place.account(f"talker-{number}"))
            place.leaving.push_async_callback(person.close)
            await person.log_in(PASSWORD, "phone")
            person.opens_app()
            ear = Ear(person)
            for bot, user, run in running:
                run.cpu()
                greetings = 1 if bot.module else 2
                found[user].append(await meet(person, ear, user, encrypted=bot.encrypted, greetings=greetings))
            await person.closes_app()

    await asyncio.gather(*(arrives(number) for number in range(people)))
    return found
