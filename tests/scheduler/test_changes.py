"""Whoever knows of a gathering is told once that it moved or does not take place, against what they knew."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from storage.database import Database
from storage.tables import gatherings
from tests.gathered import Gathered

NEW = "remind/1/2026-12-04T09:00"


def test_a_move_is_told_once_with_the_difference_and_the_new_hour_is_reminded(database: Database) -> None:
    """Those already told the old hour get the correction; no reminder of the old time leaves any more (E4, W7)."""
    life = Gathered(database)
    id = life.gathering()
    life.comes(id)
    life.comes(id, "waits", state="waiting")
    life.until("2026-12-01 12:00")
    life.moves(id, "2026-12-04 09:00", place="Maison de quartier")
    life.until("2026-12-05 20:00")
    assert life.told()[1:] == [("change/1/1", "12-01 12:01"), (f"{NEW}/veille", "12-03 18:00")]
    assert life.told("waits") == [("change/1/1", "12-01 12:01")]
    said = life.text(f"change/1/1/{life.person()}")
    assert "Avant : jeudi 3 décembre à 8 h 30." in said
    assert "Maintenant : vendredi 4 décembre à 9 h." in said
    assert "Nouveau lieu : Maison de quartier." in said


def test_moved_twice_within_a_minute_then_cancelled_each_person_reads_one_message(database: Database) -> None:
    """It names the hour that they knew (E4)."""
    life = Gathered(database)
    id = life.gathering()
    life.comes(id)
    life.until("2026-12-01 12:00")
    life.moves(id, "2026-12-04 09:00")
    life.lives(seconds=20)
    life.moves(id, "2026-12-05 09:00")
    life.lives(seconds=20)
    life.cancels(id, "La salle est fermée.")
    life.until("2026-12-06 20:00")
    assert life.told()[1:] == [("change/1/3", "12-01 12:01")]
    said = life.text("change/")
    assert said.startswith("Annulé : Trouver un local")
    assert "C'était prévu jeudi 3 décembre à 8 h 30." in said
    assert "Raison : La salle est fermée." in said
    assert life.rows(select(gatherings.c.said_at)) == [(None,)]


def test_moved_away_and_back_within_a_minute_nobody_is_told(either_database: Database) -> None:
    """There is nothing new to read; the reminders go on."""
    life = Gathered(either_database)
    id = life.gathering()
    life.comes(id)
    life.until("2026-12-01 12:00")
    life.moves(id, "2026-12-04 09:00")
    life.lives(seconds=20)
    life.moves(id, "2026-12-03 08:30")
    life.until("2026-12-06 20:00")
    assert [key for key, _ in life.told()] == ["remind/1/2026-12-03T08:30/j3", "remind/1/2026-12-03T08:30/veille"]


def test_a_reminder_already_queued_for_the_old_hour_never_leaves(either_database: Database) -> None:
    """It moved between the hour of the reminder and its turn in the queue."""
    life = Gathered(either_database)
    id = life.gathering()
    life.comes(id)
    life.until("2026-11-30 09:59")
    life.lives(seconds=30)
    life.waits(seconds=0)
    life.now = life.now.replace(hour=9, minute=0, second=0)
    life.write_due()
    life.moves(id, "2026-12-04 09:00")
    life.deliver()
    assert life.states("remind/") == {f"remind/1/2026-12-03T08:30/j3/{life.person()}": "skipped changed"}


@pytest.mark.parametrize(
    ("start", "told"),
    [("2026-12-02 08:30", "12-01 22:01"), ("2026-12-02 12:00", "12-02 08:00"), ("2026-12-10 08:30", "12-02 08:00")],
)
def test_a_cancellation_wakes_only_for_the_morning_that_follows(
    either_database: Database, start: str, told: str
) -> None:
    """At ten in the evening (R4)."""
    life = Gathered(either_database)
    id = life.gathering(start)
    life.comes(id)
    life.until("2026-12-01 22:00")
    life.cancels(id)
    life.until("2026-12-02 20:00")
    assert life.told()[-1] == ("change/1/1", told)


def test_what_changes_again_in_the_night_is_told_once_in_the_morning(either_database: Database) -> None:
    """The first message, which waits for eight o'clock, is not true any more by then."""
    life = Gathered(either_database)
    id = life.gathering("2026-12-10 08:30")
    life.comes(id)
    life.until("2026-12-01 21:00")
    life.moves(id, "2026-12-11 08:30")
    life.until("2026-12-01 23:00")
    life.cancels(id)
    life.until("2026-12-02 20:00")
    assert life.told() == [("change/1/2", "12-02 08:00")]
    assert life.states("change/1/1") == {f"change/1/1/{life.person()}": "skipped changed-again"}


def test_a_change_is_told_to_who_comes_even_if_they_stopped_our_messages(either_database: Database) -> None:
    """« stop » ends reminders, not what would have them wait in front of a closed door."""
    life = Gathered(either_database)
    id = life.gathering()
    life.comes(id)
    life.consents(granted=True)
    life.says("stop")
    life.until("2026-12-01 12:00")
    life.cancels(id)
    life.until("2026-12-03 20:00")
    assert life.told() == [("change/1/1", "12-01 12:01")]


def test_who_was_told_of_it_and_does_not_come_hears_that_it_changed(either_database: Database) -> None:
    """They may come without a word; twice of one gathering at most, a cancellation besides. Who left knows enough."""
    life = Gathered(either_database)
    id = life.gathering()
    life.follows("network/apes")
    life.follows("network/apes", "left")
    life.until("2026-11-20 12:00")
    life.comes(id, "left", state="left")
    life.moves(id, "2026-12-04 09:00")
    life.until("2026-11-30 12:00")
    life.cancels(id)
    life.until("2026-12-06 20:00")
    assert [key for key, _ in life.told()] == ["announce/1/annonce", "announce/1/change-1", "announce/1/change-2"]
    assert [key for key, _ in life.told("left")] == ["announce/1/annonce"]


def test_who_booked_after_the_move_is_told_nothing_of_it(either_database: Database) -> None:
    """They know it as it is."""
    life = Gathered(either_database)
    id = life.gathering()
    life.until("2026-11-20 12:00")
    life.moves(id, "2026-12-04 09:00")
    life.comes(id)
    life.until("2026-12-06 20:00")
    assert [key for key, _ in life.told()] == [f"{NEW}/j3", f"{NEW}/veille"]


def test_a_change_for_many_leaves_in_slices_and_reaches_each_once(
    either_database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However small the slices."""
    monkeypatch.setattr("scheduler.changes.SLICE", 3)
    life = Gathered(either_database)
    id = life.gathering()
    people = [f"p{number}" for number in range(8)]
    for who in people:
        life.comes(id, who)
    life.cancels(id)
    life.until("2026-12-06 20:00")
    assert [[key for key, _ in life.told(who)] for who in people] == [["change/1/1"]] * 8
