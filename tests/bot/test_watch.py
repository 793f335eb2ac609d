"""Administrators who ask for it are told of a failure, once per cause, where they can still read (issue 3, point 5)."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import Connection

from bot.app import App
from bot.channels import Channel
from bot.health import DOWN, REFUSED, UP, Health
from bot.role_requests import invite
from bot.watch import Watch, backup_made
from handlers.messages import Address, Inbound
from scheduler.clock import SetClock
from storage.database import Database
from storage.play import Scene
from tests.bot.listeners import Line
from tests.handlers.packs import guide

# A Tuesday morning: nobody is woken.
MORNING = datetime(2026, 12, 1, 9, tzinfo=UTC)


class Watched:
    """An app with two channels, and an administrator on the second who asked to be told."""

    def __init__(self, app: App, line: Line) -> None:
        self.app = app
        self.line = line
        self.health = Health({"telegram": UP, "matrix": UP})
        self.watch = Watch(app, self.health, None)
        self.number = 0

    def watching(self, folder: Path | None = None, patience: float = 300) -> Watch:
        return Watch(self.app, self.health, folder, patience)

    async def says(self, text: str) -> None:
        self.number += 1
        await self.app.receive(Inbound(Address("matrix", "adm"), f"m{self.number}", "adm", text, sent_at=MORNING))
        await self.app.delivery.settled()

    async def invited(self) -> None:
        scene = Scene(self.app.guide, MORNING, self.app.clock.draw)
        code = (await self.app.turns.run(lambda connection: invite(connection, scene, role="admin")))["code"]
        await self.says(code)

    async def told(self) -> list[str]:
        """What one more look at everything sends."""
        before = len(self.line.sent)
        await self.watch.look()
        await self.app.delivery.due()
        return [outgoing.reply.text for outgoing in self.line.sent[before:]]


@pytest.fixture
async def watched(lasting_database: Database) -> AsyncIterator[Watched]:
    line = Line("matrix")
    channels: dict[str, Channel] = {"telegram": Line("telegram"), "matrix": line}
    async with App(lasting_database, guide("exemple"), SetClock(MORNING), channels) as app:
        watched = Watched(app, line)
        await watched.invited()
        await watched.says("alertes")
        yield watched


@pytest.mark.row("F24")
async def test_a_channel_that_stops_is_told_once_on_another(watched: Watched) -> None:
    """However often one looks, until it works and stops again."""
    assert await watched.told() == []
    watched.health.channels["telegram"] = REFUSED
    (said,) = await watched.told()
    assert "telegram" in said.lower()
    assert await watched.told() == []
    watched.health.channels["telegram"] = UP
    assert await watched.told() == []
    assert isinstance(watched.app.clock, SetClock)
    watched.app.clock.move(MORNING.replace(hour=10))
    watched.health.channels["telegram"] = REFUSED
    assert len(await watched.told()) == 1


async def test_a_channel_that_catches_its_breath_has_not_stopped(watched: Watched) -> None:
    """A minute without network is told to nobody; five are."""
    watched.health.channels["telegram"] = DOWN
    assert await watched.told() == []
    watched.watch = watched.watching(patience=0)
    assert len(await watched.told()) == 1


async def test_nobody_is_told_on_the_channel_that_stopped(watched: Watched) -> None:
    """It could not be read there, and would come with the recovery."""
    watched.health.channels["matrix"] = REFUSED
    assert await watched.told() == []


def _made(scene: Scene, outcome: str, connection: Connection) -> None:
    backup_made(connection, scene, outcome=outcome)


async def test_a_backup_that_fails_is_told_until_one_succeeds(watched: Watched) -> None:
    """`db backup` says so to the running bot."""
    scene = Scene(watched.app.guide, MORNING, watched.app.clock.draw)
    for outcome, count in (("failed", 1), ("failed", 0), ("done", 0)):
        await watched.app.turns.run(partial(_made, scene, outcome))
        assert len(await watched.told()) == count


async def test_a_disk_that_is_nearly_full_is_told(watched: Watched) -> None:
    """The disk of the database, whose figures are the machine's."""
    watched.watch = watched.watching(Path("/proc"))
    assert len(await watched.told()) == 1


async def test_who_did_not_ask_is_told_nothing(watched: Watched) -> None:
    """Written again, the word takes it back."""
    await watched.says("alertes")
    watched.health.channels["telegram"] = REFUSED
    assert await watched.told() == []
