"""Administrators who asked are told of a failure once, where they can read it, and not at night."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select, update

from handlers.alerts import BACKUP_FAILED, CHANNEL_STOPPED, DISK_LOW, Cause, disk_is_low
from handlers.engine import respond
from handlers.messages import Address, Inbound
from scheduler.alerts import calm_alert, raise_alert
from scheduler.clock import SystemClock
from storage import roles
from storage.database import Database
from storage.outbox import OutboxRow
from storage.play import Scene, play
from storage.tables import addresses
from storage.tables import outbox as ledger
from tests.conversation import guide

NOON = datetime(2026, 12, 1, 11, 0, tzinfo=UTC)
NIGHT = datetime(2026, 12, 1, 23, 0, tzinfo=UTC)
MORNING = datetime(2026, 12, 2, 7, 0, tzinfo=UTC)
STOPPED = Cause(CHANNEL_STOPPED, "telegram")
EVERY = ("telegram", "matrix")
MB = 1024 * 1024


def types(database: Database, channel: str, who: str, *texts: str) -> None:
    """Someone types these; « code admin » is a code made for them."""
    for n, said in enumerate(texts):
        with database.write() as connection:
            role = said.removeprefix("code ")
            text = said if role == said else roles.invite(connection, SystemClock().draw, role, "", NOON)
            inbound = Inbound(Address(channel, who), f"{who}-{text}-{n}", who, text)
            play(connection, inbound, respond, Scene(guide(), NOON, SystemClock().draw))


def told(database: Database, cause: Cause, now: datetime = NOON, channels: tuple[str, ...] = EVERY) -> list[OutboxRow]:
    """What is to be sent at once."""
    with database.write() as connection:
        return list(raise_alert(connection, cause, now, guide=guide(), channels=channels))


def states(database: Database) -> list[tuple[str, str]]:
    """The alerts of the ledger: their keys without the person, and what became of them."""
    with database.read() as connection:
        rows = connection.execute(select(ledger.c.key, ledger.c.state).where(ledger.c.key.startswith("alert/")))
        return sorted((row.key.rpartition("/")[0], row.state) for row in rows)


@pytest.fixture
def asked(database: Database) -> Database:
    """One administrator on Matrix who asked."""
    types(database, "matrix", "u1", "code admin", "alertes")
    return database


def test_who_asked_is_told_once_of_a_cause(asked: Database) -> None:
    """Where they wrote, in their language, with the hour of the territory; again only for another cause."""
    (row,) = told(asked, STOPPED)
    assert (row.kind, row.address, row.key) == (
        "notice",
        Address("matrix", "u1"),
        "alert/channel-stopped-telegram/20261201T110000Z/1",
    )
    assert "telegram" in row.reply.text
    assert "12:00" in row.reply.text
    assert told(asked, STOPPED, NOON + timedelta(hours=1)) == []
    assert len(told(asked, Cause(DISK_LOW))) == 1
    assert len(told(asked, Cause(BACKUP_FAILED))) == 1


def test_a_cause_that_comes_back_is_another_one(asked: Database) -> None:
    """Once it was over."""
    told(asked, STOPPED)
    with asked.write() as connection:
        calm_alert(connection, STOPPED, NOON)
        calm_alert(connection, STOPPED, NOON)
    assert len(told(asked, STOPPED, NOON + timedelta(minutes=5))) == 1


@pytest.mark.parametrize(
    ("channel", "said"),
    [
        ("telegram", ("code admin", "alertes")),
        ("matrix", ("code admin",)),
        ("matrix", ("code admin", "alertes", "alertes")),
        ("matrix", ("code admin", "alertes", "stop")),
        ("matrix", ("code admin", "alertes", "oublier", "oui, tout effacer")),
        ("matrix", ("code agent", "alertes")),
        ("matrix", ("bonjour", "alertes")),
    ],
)
def test_nobody_else_is_told(database: Database, channel: str, said: tuple[str, ...]) -> None:
    """Neither on the channel that stopped, nor who did not ask, stopped asking, or administers nothing."""
    types(database, channel, "u1", *said)
    assert told(database, STOPPED) == []
    assert states(database) == []


def test_a_role_taken_back_is_told_nothing(asked: Database) -> None:
    """Though the yes is still there."""
    with asked.write() as connection:
        roles.revoke_role(connection, 1, NOON)
    assert told(asked, STOPPED) == []


def test_nobody_is_told_where_they_cannot_read(asked: Database) -> None:
    """On a channel that does not run, or that refuses our messages; told later if it comes back."""
    assert told(asked, Cause(DISK_LOW), channels=("telegram",)) == []
    with asked.write() as connection:
        connection.execute(update(addresses).values(blocked_at=NOON))
    assert told(asked, Cause(DISK_LOW)) == []
    with asked.write() as connection:
        connection.execute(update(addresses).values(blocked_at=None))
    assert len(told(asked, Cause(DISK_LOW))) == 1


def test_who_asks_while_it_lasts_is_told_then(asked: Database) -> None:
    """Each person once, with the hour at which it began."""
    told(asked, STOPPED)
    types(asked, "matrix", "u2", "code admin", "alertes")
    (row,) = told(asked, STOPPED, NOON + timedelta(hours=2))
    assert row.address.peer == "u2"
    assert "12:00" in row.reply.text


def test_an_alert_of_the_night_waits_for_the_morning(asked: Database) -> None:
    """Queued for 8:00 of the territory; useless if it is over by then."""
    assert told(asked, STOPPED, NIGHT) == []
    with asked.read() as connection:
        (due,) = connection.execute(select(ledger.c.due_at).where(ledger.c.key.startswith("alert/"))).scalars()
    assert due == MORNING
    assert told(asked, STOPPED, NIGHT + timedelta(minutes=5)) == []
    with asked.write() as connection:
        calm_alert(connection, STOPPED, NIGHT + timedelta(hours=1))
    assert [state for _, state in states(asked)] == ["cancelled"]


@pytest.mark.parametrize(
    ("free", "total", "low"),
    [
        (199 * MB, 1_000 * MB, True),
        (200 * MB, 1_000 * MB, False),
        (499 * MB, 10_000 * MB, True),
        (500 * MB, 10_000 * MB, False),
        (0, 0, True),
    ],
)
def test_a_disk_is_nearly_full_under_five_per_cent_or_two_hundred_megabytes(free: int, total: int, low: bool) -> None:
    """Whichever comes first."""
    assert disk_is_low(free, total) == low
