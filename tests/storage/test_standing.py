"""« Où en est-il ? »: for each way of being stuck, the cause is named, and nothing that the person wrote is shown."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlalchemy import insert, update

from bot.cli_people import _shown
from handlers.consent import COMMUNITY, KEEP
from handlers.messages import Address, Reply
from handlers.standing import causes
from storage import hold, outbox
from storage.blocked import set_blocked
from storage.conversations import sound_id
from storage.database import Database
from storage.outbox import OutboxRow
from storage.play import record_failure
from storage.standing import standing
from storage.tables import conversations, guesses, links, memberships
from storage.tables import outbox as ledger
from tests.echo import NOON, message
from tests.lives import HERE, Life

CANARY = "canari-de-la-rue"


def waits(life: Life, state: str, reason: str | None = None, **due: float) -> None:
    """A message of the ledger to this person, in a state."""
    row = OutboxRow("broadcast/1/1", "broadcast", Address(HERE, CANARY), Reply(CANARY), life.now)
    values = {"reason": reason, "settled_at": life.now if state in ("failed", "uncertain") else None}
    with life.database.write() as connection:
        outbox.insert(connection, [row], person=life.number, address=1, state=state, due_at=life.now + timedelta(**due))
        connection.execute(update(ledger).where(ledger.c.key == row.key).values(values))


def blocked(life: Life) -> None:
    with life.database.write() as connection:
        set_blocked(connection, Address(HERE, CANARY), life.now)


def held(life: Life) -> None:
    waits(life, "queued")
    with life.database.write() as connection:
        hold.put_on_hold(connection, life.now)


def set_aside(life: Life) -> None:
    life.now += timedelta(minutes=1)
    life.says("2", CANARY)
    with life.database.write() as connection:
        last = message("x", sound_id(f"m{life.typed}"), CANARY)
        record_failure(connection, last, ValueError(CANARY), life.now)


def guessed(life: Life) -> None:
    with life.database.write() as connection:
        connection.execute(insert(guesses), [{"person": life.number, "at": life.now} for _ in range(5)])


def linking(life: Life) -> None:
    values = {"person": life.number, "address": 1, "hash": "h", "expires_at": life.now + timedelta(minutes=5)}
    with life.database.write() as connection:
        connection.execute(insert(links), values)


def member(state: str) -> Callable[[Life], None]:
    def made(life: Life) -> None:
        values = {"person": life.number, "community": "c", "state": state, "joined_at": NOON, "checked_at": NOON}
        with life.database.write() as connection:
            connection.execute(insert(memberships), values)

    return made


def changed(life: Life) -> None:
    with life.database.write() as connection:
        connection.execute(update(conversations).values(pack_revision="older"))


def stopped(life: Life) -> None:
    life.taps(f"consent/{COMMUNITY}:oui", CANARY)
    life.says("stop", CANARY)


SITUATIONS: dict[str, Callable[[Life], object]] = {
    "question": lambda life: None,
    "paused": lambda life: life.says("pause", CANARY),
    "changed": changed,
    "stopped": stopped,
    "held": held,
    "blocked": blocked,
    "later": lambda life: waits(life, "queued", "throttled", hours=2),
    "owed": lambda life: waits(life, "sending"),
    "failed": lambda life: waits(life, "failed", "too-long"),
    "uncertain": lambda life: waits(life, "uncertain", "interrupted"),
    "set-aside": set_aside,
    "guesses": guessed,
    "link": linking,
    "member-asked": member("asked"),
    "member-muted": member("muted"),
}


@pytest.mark.row("D16")
@pytest.mark.parametrize("name", SITUATIONS)
def test_each_way_of_being_stuck_is_named(either_database: Database, name: str) -> None:
    """By its own cause, in a sentence without a name, a text or an address (S7, D16)."""
    life = Life(either_database)
    life.says("bonjour", CANARY)
    life.says("1", CANARY)
    life.number = life.person(CANARY) or 0
    SITUATIONS[name](life)
    with either_database.read() as connection:
        known = standing(connection, life.number)
    assert known is not None
    assert name in [cause.name for cause in causes(known, life.guide, life.now)]
    lines = list(_shown(known, life.scene))
    assert any(line.startswith("Pourquoi") for line in lines)
    assert [line for line in lines if CANARY in line or line.startswith("cli-")] == []


def test_what_comes_next_is_told_with_its_hour(either_database: Database) -> None:
    """The nudge, the notices, the end: as the settings have them."""
    life = Life(either_database)
    life.says("bonjour")
    for purpose in (KEEP, COMMUNITY):
        life.taps(f"consent/{purpose}:oui")
    with either_database.read() as connection:
        known = standing(connection, 1)
    assert known is not None
    said = [line for line in _shown(known, life.scene) if line.startswith("Ensuite")]
    assert [line.split(",", 1)[1].strip() for line in said] == [
        "un rappel si une question reste ouverte.",
        "ses réponses s'effacent.",
        "un avis avant l'effacement.",
        "un avis avant l'effacement.",
        "tout s'efface.",
    ]
    assert "2027-12-31" in said[-1]


def test_nobody_has_a_number_that_was_never_given(either_database: Database) -> None:
    """Said as it is."""
    with either_database.read() as connection:
        assert standing(connection, 12) is None
