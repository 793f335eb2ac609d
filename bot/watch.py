"""Looks now and then at what may fail on the server, and has administrators who asked for it told."""

from __future__ import annotations

import shutil
import time
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection

from bot.app import App
from bot.health import REFUSED, UP, Health
from bot.together import SCHEDULER
from handlers.alerts import BACKUP_FAILED, BACKUP_NOT_TAKEN, CHANNEL_STOPPED, DISK_LOW, Cause, disk_is_low
from scheduler.alerts import calm_alert, is_failing, note_failure, raise_alert
from storage.outbox import OutboxRow
from storage.play import Scene

PATIENCE_SECONDS = 300.0
"""A channel that is down for less comes back by itself: nobody is told."""

NOT_MADE, NOT_TAKEN = Cause(BACKUP_FAILED), Cause(BACKUP_NOT_TAKEN)
"""What may fail of the copies: making them, taking them elsewhere."""


class Watch:
    """`health` has the states of the channels, kept up to date by the supervisor; `folder` is that of the
    database, if it is a file."""

    def __init__(self, app: App, health: Health, folder: Path | None, patience: float = PATIENCE_SECONDS) -> None:
        self._app = app
        self._states = health.channels
        self._folder = folder
        self._patience = patience
        self._changed: dict[str, float] = {}

    def told(self, channel: str, state: str) -> None:
        """A channel changed its state: how long it is down counts from here."""
        if state == UP:
            self._changed.pop(channel, None)
        else:
            self._changed.setdefault(channel, time.monotonic())

    async def look(self) -> None:
        """One look: what fails is told once, what is over is forgotten."""
        ours = {name: state for name, state in self._states.items() if self._app.leading.leads(name)}
        found = {Cause(CHANNEL_STOPPED, name): self._is_stopped(name, state) for name, state in ours.items()}
        if self._folder is not None:
            found[Cause(DISK_LOW)] = _is_low(self._folder)
        self._app.delivery.hand_over(await self._app.turns.run(lambda connection: self._tell(connection, found)))

    def _is_stopped(self, name: str, state: str) -> bool | None:
        """None while it is too early to say."""
        self.told(name, state)
        if state in (UP, REFUSED):
            return state == REFUSED
        return True if time.monotonic() - self._changed[name] >= self._patience else None

    def _tell(self, connection: Connection, found: Mapping[Cause, bool | None]) -> list[OutboxRow]:
        now, guide, durations = self._app.clock.now(), self._app.guide, self._app.retention.answers
        up = [name for name, state in self._states.items() if state == UP]
        failing = [cause for cause, fails in found.items() if fails]
        # Copies are made beside, and only leave word of how it went.
        if self._app.leading.leads(SCHEDULER):
            failing += [cause for cause in (NOT_MADE, NOT_TAKEN) if is_failing(connection, cause)]
        for cause in (cause for cause, fails in found.items() if fails is False):
            calm_alert(connection, cause, now)
        told = (raise_alert(connection, c, now, guide=guide, channels=up, durations=durations) for c in failing)
        return [row for rows in told for row in rows]


def _is_low(folder: Path) -> bool:
    usage = shutil.disk_usage(folder)
    return disk_is_low(usage.free, usage.total)


def backup_made(connection: Connection, scene: Scene, /, **texts: str) -> Mapping[str, str]:
    """A copy was made, or not (`outcome`: done, failed): told at the next look."""
    went(connection, NOT_MADE, scene.now, well=texts.get("outcome") != "failed")
    return {}


def went(connection: Connection, cause: Cause, now: datetime, *, well: bool) -> None:
    """Leave word of how it went."""
    if well:
        calm_alert(connection, cause, now)
    else:
        note_failure(connection, cause, now)
