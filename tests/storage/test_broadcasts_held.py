"""A broadcast that is held back: paused, stopped, taken back, or waiting for the morning."""

from __future__ import annotations

from datetime import timedelta

from handlers.broadcasts import DRAFT, PAUSED, SENDING, SLICE, STOPPED
from scheduler.broadcasts import ROWS
from storage import bulk
from storage.database import Database
from tests.broadcasting import (
    MINUTE,
    asked,
    confirmed,
    crowd,
    left,
    look,
    said,
    sent,
    settle,
    states,
    written,
)
from tests.echo import NOON


def test_a_yes_taken_back_after_the_message_was_made_keeps_it_from_leaving(database: Database) -> None:
    """It is asked again as the message is taken to be sent."""
    crowd(database, 2)
    id = confirmed(database)
    written(database, NOON + MINUTE)
    said(database, 1, yes=False)
    with database.write() as connection:
        taken = bulk.claim(connection, NOON + MINUTE, "terminal", 10)
    assert [each.row.key for each in taken] == [f"broadcast/{id}/2"]
    assert states(database, id) == {"queued": 1, "skipped": 1}


def test_a_pause_holds_back_what_was_taken_to_be_sent_until_it_goes_on(database: Database) -> None:
    """Who took a message and has not begun does not send it; afterwards it leaves as if nothing had been."""
    crowd(database, 3)
    id = confirmed(database)
    written(database, NOON + MINUTE)
    with database.write() as connection:
        taken = bulk.claim(connection, NOON + MINUTE, "terminal", 10)
    asked(database, id, PAUSED)
    with database.write() as connection:
        assert [bulk.begin(connection, each, NOON + MINUTE) for each in taken] == [None] * 3
        assert bulk.claim(connection, NOON + timedelta(days=2), "terminal", 10) == ()
    assert look(database, NOON + timedelta(days=1)) is None
    asked(database, id, SENDING)
    with database.write() as connection:
        assert len(bulk.claim(connection, NOON + MINUTE, "terminal", 10)) == 3


def test_a_pause_or_a_stop_is_one_row_of_the_turn_whatever_waits(database: Database) -> None:
    """No message leaves from then on, though each of them still says that it waits: the scheduler ends them."""
    crowd(database, 5 * SLICE)
    id = confirmed(database)
    written(database, NOON + MINUTE)
    for state in (PAUSED, STOPPED):
        asked(database, id, state)
        with database.write() as connection:
            assert bulk.claim(connection, NOON + MINUTE, "terminal", 10) == ()
        assert states(database, id) == {"queued": 5 * SLICE}
    look(database, NOON + MINUTE)
    assert states(database, id) == {"queued": 5 * SLICE - ROWS, "cancelled": ROWS}


def test_those_it_was_for_are_forgotten_after_it_was_taken_back(database: Database) -> None:
    """By the scheduler, a slice at a time: the turn changes one row."""
    crowd(database, 3 * SLICE)
    id = confirmed(database)
    asked(database, id, DRAFT)
    assert left(database, id) == 3 * SLICE
    assert look(database, NOON) == NOON
    assert left(database, id) == 3 * SLICE - ROWS
    written(database, NOON)
    assert (left(database, id), states(database, id)) == (0, {})


def test_a_stop_cancels_what_waits_and_counts_those_who_were_never_written_to(database: Database) -> None:
    """What left has left; the sum is still that of the audience."""
    crowd(database, 5 * SLICE)
    id = confirmed(database)
    written(database, NOON + MINUTE)
    settle(database, NOON + MINUTE, limit=10)
    asked(database, id, STOPPED)
    written(database, NOON + MINUTE)
    assert states(database, id) == {"sent": 10, "cancelled": 5 * SLICE - 10}
    assert (sent(database, id).state, left(database, id)) == ("stopped", 0)


def test_the_night_holds_a_broadcast_back_until_the_morning(database: Database) -> None:
    """In the middle as before the beginning; at eight o'clock all goes on."""
    crowd(database, 3)
    evening = NOON.replace(hour=18, minute=59)
    confirmed(database, confirmed_at=evening, starts_at=evening)
    written(database, evening)
    night, morning = NOON.replace(hour=19, minute=1), NOON.replace(hour=7) + timedelta(days=1)
    settle(database, evening, limit=1)
    assert look(database, night) == morning
    with database.write() as connection:
        assert bulk.claim(connection, night, "terminal", 10) == ()
        assert len(bulk.claim(connection, morning, "terminal", 10)) == 2
    other = confirmed(database, confirmed_at=night, starts_at=night)
    look(database, night)
    assert states(database, other) == {}
