"""Play a transcript: by the engine alone, by the whole bot for a person at a terminal, by the whole bot for a
program that writes JSON, the process ending and starting again between every two messages."""

from __future__ import annotations

import asyncio
import json
from base64 import b64encode
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bot.app import App
from bot.channels import Channel
from bot.simulator import Simulator
from handlers.guide import Guide
from handlers.messages import Address, Choice, Enclosed, Inbound
from scheduler.clock import SetClock
from storage import schema
from storage.database import open_database
from tests.conversation import START, Talk, button, guide
from tests.gatherings import announced
from tests.members import enrolled
from tests.pictures import PICTURE
from tests.played import ANNOUNCED, Ledger, Player, PrintedChannel, from_room
from tests.projects import listed
from tests.roles import invited
from tests.transcript import (
    IMAGE,
    IN_ROOM,
    QUOTE,
    ROOM,
    Clock,
    Codes,
    Enrolled,
    Heard,
    Invited,
    Listed,
    Message,
    Noted,
    Outcome,
    Planned,
    Step,
    Transcript,
)


class EnginePlayer:
    """The engine alone."""

    def __init__(self, guide: Guide, hint: str | None) -> None:
        self._talk = Talk(guide, hint)

    async def send(self, message: Message) -> list[Outcome]:
        return self._talk.send(message)

    async def move(self, to: datetime) -> list[Outcome]:
        return self._talk.move(to)

    async def invite(self, role: str, network: str) -> str:
        return self._talk.doors.invite(role, network, self._talk.now)

    async def enlist(self, project: Listed) -> str:
        raise NotImplementedError

    async def enrol(self, member: Enrolled) -> None:
        raise NotImplementedError

    async def plan(self, gathering: Planned) -> None:
        raise NotImplementedError


class TerminalPlayer:
    """The whole bot on a database in memory, printing for a person."""

    def __init__(self, app: App, clock: SetClock, channel: PrintedChannel, hint: str | None) -> None:
        self._app, self._clock, self._channel, self._hint = app, clock, channel, hint
        self._ledger = Ledger(app.database)
        self._choices: dict[str, tuple[Choice, ...]] = {}

    async def send(self, message: Message) -> list[Outcome]:
        await self._app.receive(self._inbound(message))
        return await self._heard()

    def _inbound(self, message: Message) -> Inbound:
        private = message.how not in IN_ROOM
        address = Address("terminal", message.who if private else "room:g1")
        quoted = self._channel.announced if message.how == QUOTE else None
        choice = button(message.text, self._choices.get(message.who, ())) if message.tap else None
        kind = "choice" if message.tap else (message.how if private else "") or "text"
        text = "" if message.tap else message.text
        id, who, hint = self._clock.draw(12), message.who, self._hint
        said = Inbound(address, id, who, text, choice, kind, quoted, hint=hint, private=private)
        return replace(said, kind="photo", file=Enclosed("one")) if message.how == IMAGE else said

    async def move(self, to: datetime) -> list[Outcome]:
        while (due := await self._app.next_due()) is not None and due <= to:
            self._clock.move(max(due, self._clock.now()))
            await self._app.tick()
        self._clock.move(to)
        await self._app.tick()
        return await self._heard()

    async def invite(self, role: str, network: str) -> str:
        return invited(self._app.database, self._clock.now(), role, network)

    async def enlist(self, project: Listed) -> str:
        return listed(self._app.database, self._app.turns.guide, self._clock.now(), project)

    async def enrol(self, member: Enrolled) -> None:
        enrolled(self._app.database, self._clock.now(), Address("terminal", member.who), member, self._hint or "")
        self._ledger.noted([])

    async def plan(self, gathering: Planned) -> None:
        announced(self._app.database, self._app.turns.guide, self._clock.now(), gathering)

    async def _heard(self) -> list[Outcome]:
        await self._app.delivery.settled()
        heard, self._channel.heard = self._channel.heard, []
        for who in {each.who for each in heard}:
            self._choices[who] = tuple(choice for each in heard if each.who == who for choice in each.choices)
        return self._ledger.noted([from_room(each) for each in heard])


class ProgramPlayer:
    """The whole bot on a file, JSON in and out; another process takes over for every message."""

    def __init__(self, url: str, guide: Guide, hint: str | None) -> None:
        self._url, self._guide, self._hint = url, guide, hint
        self._now = START
        self._choices: dict[str, tuple[Choice, ...]] = {}
        self._announced = ""
        self._database = open_database(url)
        schema.prepare(self._database)
        self._ledger = Ledger(self._database)

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()

    async def send(self, message: Message) -> list[Outcome]:
        given: dict[str, object] = {"from": message.who}
        if message.tap:
            given["choice"] = button(message.text, self._choices.get(message.who, ()))
        else:
            given["text"] = message.text
        if message.how in IN_ROOM:
            given["room"] = "g1"
            given |= {"reply_to": self._announced} if message.how == QUOTE else {}
        elif message.how == IMAGE:
            given |= {"kind": "photo", "file": b64encode(PICTURE).decode()}
        elif message.how:
            given["kind"] = message.how
        if self._hint:
            given["language"] = self._hint
        return await self._line(given)

    async def move(self, to: datetime) -> list[Outcome]:
        outcomes = await self._line({"clock": to.isoformat()})
        self._now = to
        return outcomes

    async def invite(self, role: str, network: str) -> str:
        return invited(self._database, self._now, role, network)

    async def enlist(self, project: Listed) -> str:
        return listed(self._database, self._guide, self._now, project)

    async def enrol(self, member: Enrolled) -> None:
        enrolled(self._database, self._now, Address("terminal", member.who), member, self._hint or "")
        self._ledger.noted([])

    async def plan(self, gathering: Planned) -> None:
        announced(self._database, self._guide, self._now, gathering)

    async def _line(self, given: dict[str, object]) -> list[Outcome]:
        lines: list[str] = []
        simulator = Simulator(lines.append)
        simulator.clock.move(self._now)
        database = open_database(self._url)
        try:
            async with App(database, self._guide, simulator.clock, dict(simulator.channels)) as app:
                await simulator.start(app)
                await simulator.line(app, 1, json.dumps(given))
        finally:
            database.close()
        assert lines[0] == '{"ready": true}', lines[0]
        assert lines[-1] == '{"done": true}', lines[-1]
        return self._ledger.noted(self._heard([json.loads(line) for line in lines[1:-1]]))

    def _heard(self, said: list[dict[str, Any]]) -> list[Outcome]:
        announced = [one["key"] for one in said if one.get("room") == "g1" and one["kind"] == ANNOUNCED]
        self._announced = announced[-1] if announced else self._announced
        heard = [Heard(one["to"], one["kind"], one["text"], tuple(Choice(**c) for c in one["choices"])) for one in said]
        for who in {each.who for each in heard}:
            self._choices[who] = tuple(choice for each in heard if each.who == who for choice in each.choices)
        return [from_room(each) for each in heard]


@asynccontextmanager
async def by_engine(guide: Guide, hint: str | None, folder: Path) -> AsyncIterator[Player]:
    """The engine alone."""
    yield EnginePlayer(guide, hint)


@asynccontextmanager
async def by_terminal(guide: Guide, hint: str | None, folder: Path) -> AsyncIterator[Player]:
    """The whole bot, in memory."""
    async with on_database(":memory:", guide, hint) as player:
        yield player


@asynccontextmanager
async def on_database(url: str, guide: Guide, hint: str | None) -> AsyncIterator[Player]:
    """The whole bot on an empty database of any kind."""
    database, channel, clock = open_database(url), PrintedChannel(), SetClock(START)
    schema.prepare(database)
    channels: dict[str, Channel] = {"terminal": channel}
    try:
        async with App(database, guide, clock, channels) as app:
            yield TerminalPlayer(app, clock, channel, hint)
    finally:
        database.close()


@asynccontextmanager
async def by_program(guide: Guide, hint: str | None, folder: Path) -> AsyncIterator[Player]:
    """The whole bot, in a file, restarted all the time."""
    player = ProgramPlayer(f"sqlite:///{folder}/boussole.db", guide, hint)
    try:
        yield player
    finally:
        player.close()


Playing = Callable[[Guide, str | None, Path], AbstractAsyncContextManager[Player]]


def play(transcript: Transcript, playing: Playing, folder: Path) -> list[str]:
    """What each line of input causes, as the file would say it."""
    return asyncio.run(_play(transcript, playing, folder))


async def _play(transcript: Transcript, playing: Playing, folder: Path) -> list[str]:
    told = guide(transcript.pack)
    zone = told.pack.territory.timezone
    codes = Codes()
    async with playing(told, transcript.language, folder) as player:
        return [codes.written(await step(player, each.step, codes, zone)) for each in transcript.exchanges]


async def step(player: Player, each: Step, codes: Codes, zone: str) -> list[Outcome]:
    """What one line of input causes."""
    match each:
        case Invited():
            codes.made(await player.invite(each.role, each.network))
        case Listed():
            codes.made(await player.enlist(each))
        case Clock():
            return await player.move(each.instant(zone).astimezone(UTC))
        case Enrolled():
            await player.enrol(each)
        case Planned():
            await player.plan(each)
        case Message():
            outcomes = await player.send(replace(each, text=codes.typed(each.text)))
            return sorted(outcomes, key=lambda outcome: _whom(outcome, each.who))
    return []


def _whom(outcome: Outcome, who: str) -> tuple[int, str]:
    """Who wrote hears first, then the others: in what order they are told is not the same everywhere."""
    if isinstance(outcome, Noted):
        return 2, ""
    return (0, "") if outcome.who in (who, ROOM) else (1, outcome.who)
