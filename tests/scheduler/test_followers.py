"""Who follows a network or was there is told at the right hour, a few times a week, in few messages."""

from __future__ import annotations

import pytest
from sqlalchemy import insert, select, update

from storage.database import Database
from storage.tables import bookings, broadcasts
from storage.tables import outbox as ledger
from tests.gathered import EVE, J3, Gathered, at


def test_who_was_there_is_asked_once_whether_it_was_useful(either_database: Database) -> None:
    """The day after; not who did not come, nor who took back their yes (E7). The answer opens the way to meet."""
    life = Gathered(either_database)
    id = life.gathering()
    for who in ("u1", "absent", "silent"):
        life.comes(id, who)
    life.until("2026-12-03 08:40")
    life.booked(id, checked_in_at=life.now)
    life.booked(id, "silent", checked_in_at=life.now)
    life.consents("silent", granted=True)
    life.consents("silent", granted=False)
    life.until("2026-12-08 20:00")
    assert life.told()[-1] == ("after/1", "12-04 10:00")
    assert list(life.states("after/")) == [f"after/1/{life.person()}"]
    (said,) = life.taps("reminding/useful:1-oui")
    assert said.startswith("Merci. C'est noté.")
    (closed,) = life.taps("reminding/useful:1-oui", "absent")
    assert closed.startswith("Cette question est fermée.")


def test_who_follows_is_told_twice_at_most_and_not_once_they_come(either_database: Database) -> None:
    """Never more than two messages about one gathering to someone who has not joined."""
    life = Gathered(either_database)
    id = life.gathering()
    life.follows("network/apes")
    life.follows("kind/petit_dej")
    life.follows("network/apes", "joins")
    life.follows("network/apes", "refuses", yes=False)
    life.until("2026-11-20 12:00")
    life.comes(id, "joins")
    life.until("2026-12-03 20:00")
    assert [key for key, _ in life.told()] == ["announce/1/annonce", "announce/1/relance"]
    assert [key for key, _ in life.told("joins")] == ["announce/1/annonce", J3[0], EVE[0]]
    assert life.told("refuses") == []
    assert list(life.states("announce/1/relance/")) == [f"announce/1/relance/{life.person()}"]


def test_what_is_announced_late_is_told_once_at_once(either_database: Database) -> None:
    """Made two days ahead, both of its announcements are past: one leaves now."""
    life = Gathered(either_database)
    life.follows("kind/petit_dej")
    life.until("2026-12-01 12:00")
    id = life.gathering()
    life.until("2026-12-03 20:00")
    assert life.told() == [(f"announce/{id}/relance", "12-01 12:00")]
    assert list(life.states("announce/").values()) == ["sent"]


def test_three_messages_a_week_and_the_rest_in_one(either_database: Database) -> None:
    """Four networks, ten gatherings, one person, one week: three messages and the digest (R4). A gathering that they
    come to is told besides."""
    life = Gathered(either_database)
    networks = ("apes", "cress", "mel", "ville")
    for network in networks:
        life.follows(f"network/{network}")
    for number in range(10):
        life.gathering(f"2026-12-{3 + number % 2:02d} {9 + number:02d}:00", network=networks[number % 4])
    mine = life.gathering("2026-11-20 14:00")
    life.comes(mine)
    life.until("2026-11-22 20:00")
    told = [key.partition("/")[0] for key, _ in life.told()]
    assert told.count("announce") == 3
    assert [hour for key, hour in life.told() if key.startswith("digest/")] == ["11-20 17:00"]
    assert told.count("remind") == 2
    assert len([state for state in life.states("announce/").values() if state == "skipped digest"]) == 7
    assert life.text("digest/").count("•") == 5


def test_the_digest_says_what_a_network_wrote_that_week_and_was_not_sent(either_database: Database) -> None:
    """A broadcast over the three is not lost: its first words are in the digest, once."""
    life = Gathered(either_database)
    life.follows("network/apes")
    number, person = life.broadcast({"fr": "La salle de la rue Verte cherche une association."}), life.person()
    row = {"key": f"broadcast/{number}/{person}", "kind": "broadcast", "person": person, "state": "skipped"}
    told = {"reason": "digest", "subject": f"broadcast/{number}", "created_at": life.now, "due_at": life.now}
    with either_database.write() as connection:
        connection.execute(insert(ledger).values(**row, **told, via="terminal", attempts=0))
    life.until("2026-11-30 09:00")
    assert life.told() == [("digest/2026-W46", "11-13 17:00")]
    assert "• APES, Acteurs pour une économie solidaire : La salle de la rue Verte" in life.text("digest/")


@pytest.mark.parametrize("typed", ["oui", "1", "Un peu"])
def test_what_is_asked_afterwards_can_be_answered_in_words(either_database: Database, typed: str) -> None:
    """On a telephone without buttons too."""
    life = Gathered(either_database)
    id = life.gathering()
    life.comes(id)
    life.until("2026-12-03 08:40")
    life.booked(id, checked_in_at=life.now)
    life.until("2026-12-04 12:00")
    assert life.says(typed)[0].startswith("Merci. C'est noté.")
    ((useful,),) = life.rows(select(bookings.c.useful))
    assert useful == ("plus_ou_moins" if typed == "Un peu" else "oui")


def test_about_one_gathering_two_messages_are_enough_for_who_does_not_come(either_database: Database) -> None:
    """A message of its network is one of them."""
    life = Gathered(either_database)
    life.follows("network/apes")
    id = life.gathering()
    sent = life.broadcast({"fr": "Venez."})
    life.now = at("2026-11-16 10:00")
    with either_database.write() as connection:
        connection.execute(update(broadcasts).where(broadcasts.c.id == sent).values(gathering=id))
        told = {"person": 1, "kind": "broadcast", "state": "sent", "subject": f"broadcast/{sent}", "due_at": life.now}
        told |= {"via": "terminal", "attempts": 1, "created_at": life.now, "settled_at": life.now}
        connection.execute(insert(ledger), {"key": f"broadcast/{sent}/1", **told})
    life.until("2026-12-03 20:00")
    assert sorted(life.states("announce/").values()) == ["sent", "skipped enough"]


def test_a_reminder_waits_for_the_change_of_what_it_would_tell(either_database: Database) -> None:
    """Who comes is told first that it moved, a minute after it was changed, then reminded of where it is."""
    life = Gathered(either_database)
    id = life.gathering()
    life.comes(id)
    life.until("2026-12-02 17:59")
    life.now = at("2026-12-02 18:00")
    life.moves(id, place="Une autre maison")
    life.tick()
    assert [key.partition("/")[0] for key, _ in life.told()] == ["remind"]
    life.until("2026-12-02 20:00")
    assert [key.partition("/")[0] for key, _ in life.told()] == ["remind", "change", "remind"]


def test_a_gathering_that_is_reserved_is_announced_to_nobody(either_database: Database) -> None:
    """Who follows its network is told of the others."""
    life = Gathered(either_database)
    life.follows("network/mel")
    life.gathering(network="mel", series="comite_mel", kind="petit_dej")
    life.until("2026-12-03 20:00")
    assert life.told() == []
