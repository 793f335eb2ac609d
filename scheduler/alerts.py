"""Tells administrators who asked for it that something failed: once per cause, where it can still be read."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import Connection

from handlers.alerts import Cause, alert
from handlers.durations import Durations
from handlers.guide import Guide
from handlers.quiet import awake, night_of
from storage import alerts, outbox
from storage.alerts import Watcher
from storage.outbox import OutboxRow

_KIND = "notice"


def raise_alert(
    connection: Connection,
    cause: Cause,
    now: datetime,
    *,
    guide: Guide,
    channels: Collection[str],
    durations: Durations | None = None,
) -> tuple[OutboxRow, ...]:
    """Write what is told of this cause to those who were not told yet; returns what is to be sent at once.

    `channels`: those that work. To be called again while the cause lasts: who asks meanwhile is told too.
    What would arrive in the night waits in the ledger for the morning."""
    since = note_failure(connection, cause, now)
    due = awake(now, night_of(guide, durations or Durations()))
    state = "queued" if due > now else "sending"
    rows: list[OutboxRow] = []
    for who in _untold(connection, cause, since, channels):
        row = OutboxRow(_key(cause, since, who), _KIND, who.address, alert(guide, who.language, cause, since), now)
        outbox.insert(connection, [row], person=who.person, address=who.address_id, state=state, due_at=due)
        rows.append(row)
    return tuple(rows) if state == "sending" else ()


def note_failure(connection: Connection, cause: Cause, now: datetime) -> datetime:
    """Remember a failure, to be told when the bot looks; returns since when it lasts."""
    since = alerts.failing_since(connection, cause.name)
    if since is None:
        alerts.begin(connection, cause.name, now)
    return since or now


def is_failing(connection: Connection, cause: Cause) -> bool:
    """True from a failure noted until it is calmed."""
    return alerts.failing_since(connection, cause.name) is not None


def calm_alert(connection: Connection, cause: Cause, now: datetime) -> None:
    """The cause is over: the next time is another one, and what still waited is not told."""
    since = alerts.failing_since(connection, cause.name)
    if since is not None:
        alerts.end(connection, cause.name, _prefix(cause, since), now)


def _untold(connection: Connection, cause: Cause, since: datetime, channels: Collection[str]) -> list[Watcher]:
    found = alerts.watchers(connection, [channel for channel in channels if channel != cause.channel])
    told = alerts.already(connection, [_key(cause, since, who) for who in found])
    return [who for who in found if _key(cause, since, who) not in told]


def _prefix(cause: Cause, since: datetime) -> str:
    return f"alert/{cause.name}/{since:%Y%m%dT%H%M%SZ}/"


def _key(cause: Cause, since: datetime, who: Watcher) -> str:
    return f"{_prefix(cause, since)}{who.person}"
