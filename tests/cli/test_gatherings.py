"""`boussole gatherings` and what `outbox` says of broadcasts: numbers that add up, and nobody's name."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import update

from handlers.broadcasts import Segment
from scheduler.clock import SystemClock
from storage import overview
from storage.database import Database
from storage.tables import broadcasts
from tests import broadcasting
from tests.broadcasting import confirmed, crowd
from tests.cli.program import ran
from tests.echo import NOON
from tests.gathered import Gathered

CANARY = "Canari"
FOLLOWERS = Segment(follows=("network/apes",))


def ahead(days: int) -> str:
    """An hour on the wall, so many days from now."""
    return f"{SystemClock().now() + timedelta(days=days):%Y-%m-%d} 09:00"


def test_each_gathering_ahead_has_a_line_with_its_seats(lasting_database: Database) -> None:
    """The nearest first; what is over is asked for."""
    life = Gathered(lasting_database, now=SystemClock().now())
    id = life.gathering(ahead(5), seats=30, aside=2, title="Un théma")
    life.gathering(ahead(9), state="cancelled", network="cress")
    life.gathering(ahead(-9), title="Passée")
    life.comes(id, CANARY, seats=3)
    life.comes(id, "u2", state="waiting", seats=2)
    ended = ran("gatherings", "--db", lasting_database.url)
    head, first, second = ended.out.splitlines()
    assert head.split()[:2] == ["N°", "Date"]
    assert first.split()[0] == str(id)
    assert "Un théma" in first
    assert first.split()[-3:] == ["5/30", "2", "0"]
    assert "annulée" in second
    assert CANARY not in ended.out
    assert len(ran("gatherings", "--network", "cress", "--db", lasting_database.url).out.splitlines()) == 2
    assert "Passée" in ran("gatherings", "--past", "--db", lasting_database.url).out


def test_what_was_told_of_a_gathering_is_summed_by_kind_and_state(lasting_database: Database) -> None:
    """Each sum is that of its parts."""
    life = Gathered(lasting_database)
    id = life.gathering()
    life.comes(id, CANARY)
    life.comes(id, "u2")
    life.follows("network/apes", "u3")
    life.until("2026-12-02 19:00")
    ended = ran("gatherings", "show", str(id), "--db", lasting_database.url)
    assert "Rappels   4 = sent 4" in ended.out
    assert "Annonces  2 = sent 2" in ended.out
    assert CANARY not in ended.out
    assert ran("gatherings", "show", "99", "--db", lasting_database.url).refused


def test_an_empty_database_has_no_gathering(db: str) -> None:
    """Nor has one that was never made."""
    ended = ran("gatherings", "--db", db)
    assert (ended.code, ended.out) == (0, "Aucune rencontre.\n")


def test_the_ledger_shows_each_broadcast_with_its_sum(lasting_database: Database) -> None:
    """What is not written yet is part of it."""
    now = SystemClock().now()
    crowd(lasting_database, 12)
    confirmed(lasting_database, FOLLOWERS, confirmed_at=now, starts_at=now)
    line = ran("outbox", "--db", lasting_database.url).out.splitlines()[-1]
    assert line.startswith("Envoi 1, apes, ")
    assert line.endswith("confirmé : 12 = à préparer 12")
    noon = NOON + timedelta(minutes=2)
    with lasting_database.write() as connection:
        connection.execute(update(broadcasts).values(starts_at=NOON))
    broadcasting.written(lasting_database, noon)
    broadcasting.settle(lasting_database, noon, limit=5)
    line = ran("outbox", "--db", lasting_database.url).out.splitlines()[-1]
    assert line.endswith("en cours : 12 = queued 7 + sent 5")


def test_figures_count_what_is_ahead_and_what_is_being_sent(lasting_database: Database) -> None:
    """Seats by what they are; nothing of what is over."""
    life = Gathered(lasting_database, now=SystemClock().now())
    id = life.gathering(ahead(5))
    life.gathering(ahead(6), state="cancelled")
    life.gathering(ahead(-6))
    life.comes(id, seats=3)
    life.comes(id, "u2", state="waiting", seats=2)
    crowd(lasting_database, 4, first=100)
    confirmed(lasting_database, FOLLOWERS)
    with lasting_database.read() as connection:
        found = overview.figures(connection, SystemClock().now())
    assert (found.gatherings, found.seats) == ({"published": 1, "cancelled": 1}, {"seated": 3, "waiting": 2})
    assert (found.broadcasts, found.to_send) == ({"waiting": 1}, 4)
