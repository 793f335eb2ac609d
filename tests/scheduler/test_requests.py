"""What the clock tells about requests: the reminder of a rendez-vous, a network that says nothing, cards to read."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select, update

from handlers.roles import ANIMATOR
from scheduler import visits
from storage.database import Database
from storage.tables import addresses, requests, tallies
from storage.tables import outbox as ledger
from tests.asking import Asking

ZONE = ZoneInfo("Europe/Paris")


def at(said: str) -> datetime:
    """An hour on the wall there, as an instant."""
    return datetime.fromisoformat(said).replace(tzinfo=ZONE).astimezone(UTC)


def asked(database: Database, when: str = "") -> Asking:
    """A request, and its date if there is one."""
    life = Asking(database)
    life.reader()
    life.asks("un jardin partagé")
    if when:
        life.dated(when)
    return life


def until(life: Asking, said: str) -> None:
    """Live up to this hour."""
    life.lives(seconds=(at(said) - life.now).total_seconds())


def hours(life: Asking, part: str) -> list[tuple[str, str]]:
    """Who was told a thing, and when on the wall there."""
    return [(who, f"{when.astimezone(ZONE):%m-%d %H:%M}") for key, who, when in life.sent if part in key]


@pytest.mark.parametrize(
    ("when", "told"),
    [
        ("mardi 1er décembre à 14 h", "11-29 14:00"),
        ("mardi 1er décembre à 7 h", "11-29 08:00"),
        ("mardi 1er décembre à 21 h", "11-30 08:00"),
    ],
)
def test_both_sides_are_reminded_48_hours_before_and_by_day(either_database: Database, when: str, told: str) -> None:
    """Never in the night, before seven or after nine."""
    life = asked(either_database, when)
    until(life, "2026-12-02 12:00")
    assert hours(life, "/remind-") == [("u1", told), ("u2", told)]


def test_who_was_given_the_date_just_before_is_not_told_twice(either_database: Database) -> None:
    """A date of tomorrow is read now; the next day's is too."""
    life = asked(either_database, "demain à 14 h")
    until(life, "2026-11-25 12:00")
    assert hours(life, "/remind-") == []


def test_a_date_that_moved_is_reminded_at_its_new_hour_alone(either_database: Database) -> None:
    """Also when the reminder of the old one was waiting for the morning."""
    life = asked(either_database, "mardi 1er décembre à 21 h")
    until(life, "2026-11-29 21:30")
    life.dated("vendredi 4 décembre à 10 h")
    until(life, "2026-12-05 12:00")
    assert hours(life, "/remind-") == [("u1", "12-02 10:00"), ("u2", "12-02 10:00")]


def test_a_cancelled_rendez_vous_reminds_nobody(either_database: Database) -> None:
    """Whoever cancels."""
    life = asked(either_database, "mardi 1er décembre à 14 h")
    life.taps(f"visit/gone:{life.id}")
    until(life, "2026-12-05 12:00")
    assert hours(life, "/remind-") == []
    assert "request/1/gone.2" in life.heard("u2")


@pytest.mark.parametrize("moved", [False, True])
def test_a_reminder_on_its_way_does_not_leave_once_the_date_fell(either_database: Database, moved: bool) -> None:
    """Written while the channel was away; then cancelled by the holder, or given another date by the network."""
    life = asked(either_database, "mardi 1er décembre à 14 h")
    life.now = at("2026-11-29 14:00")
    with either_database.write() as connection:
        assert len(visits.send_due(connection, life.scene)) == 2
    life.dated("vendredi 4 décembre à 10 h") if moved else life.taps(f"visit/gone:{life.id}")
    found = life.rows(select(ledger.c.state, ledger.c.body).where(ledger.c.key.contains("/remind-")))
    assert found == [("cancelled", None), ("cancelled", None)]


def test_an_outage_over_a_rendez_vous_reminds_of_nothing_that_is_past(either_database: Database) -> None:
    """What is useless is not said late; an outage of some hours only delays."""
    life = asked(either_database, "mardi 1er décembre à 14 h")
    life.waits(seconds=(at("2026-12-01 15:00") - life.now).total_seconds())
    assert hours(life, "/remind-") == []
    late = asked(either_database, "")
    late.id = late.asks("autre chose", "u5")
    late.dated("vendredi 4 décembre à 14 h")
    late.waits(seconds=(at("2026-12-03 10:00") - late.now).total_seconds())
    assert ("u5", "12-03 10:00") in hours(late, f"request/{late.id}/remind-")


def test_a_rendez_vous_of_which_nobody_says_anything_is_closed_after_two_weeks(either_database: Database) -> None:
    """Its person is let go in time."""
    life = asked(either_database, "mardi 1er décembre à 14 h")
    until(life, "2026-12-14 12:00")
    assert life.rows(select(requests.c.state)) == [("accepted",)]
    until(life, "2026-12-15 15:00")
    assert life.rows(select(requests.c.state)) == [("closed",)]
    told = [text for text in life.texts if "deux semaines" in text or "Personne n'a dit" in text]
    assert [text.partition(" : ")[0] for text in told] == [
        "Votre rendez-vous est passé depuis deux semaines",
        "Rendez-vous fermé",
    ]
    assert "écrivez « rendez-vous »" in told[0]
    assert "noter un rendez-vous" in told[1]
    until(life, "2026-12-24 12:00")
    assert life.person() is None


def test_after_two_working_days_the_holder_is_told_once(database: Database) -> None:
    """Monday at ten, so Wednesday at ten; the request stays open, and three weeks later both know its end."""
    life = asked(database)
    until(life, "2026-12-20 12:00")
    assert hours(life, "/silent") == [("u1", "11-25 10:00")]
    assert hours(life, "/expired") == [("u1", "12-14 10:00"), ("u2", "12-14 10:00")]
    assert life.rows(select(requests.c.state)) == [("closed",)]


def test_a_network_that_answered_is_not_said_to_be_silent(either_database: Database) -> None:
    """Nor one that the holder left."""
    life = asked(either_database, "mardi 1er décembre à 14 h")
    life.asks("autre chose", "u5")
    life.taps(f"visit/gone:{life.id}", "u5")
    until(life, "2026-11-28 12:00")
    assert hours(life, "/silent") == []


def test_a_holder_who_asks_another_date_waits_again_from_then_on(either_database: Database) -> None:
    """Two working days from the new question."""
    life = asked(either_database, "vendredi 18 décembre à 14 h")
    until(life, "2026-12-01 10:00")
    life.taps(f"visit/other:{life.id}")
    life.says("le matin")
    life.says("envoyer")
    until(life, "2026-12-05 12:00")
    assert hours(life, "/silent") == [("u1", "12-03 10:00")]


def test_an_outage_tells_of_a_silence_once_and_late(either_database: Database) -> None:
    """Not twice, not never."""
    life = asked(either_database)
    life.waits(days=9)
    life.waits(hours=1)
    life.lives(days=1)
    assert len(hours(life, "/silent")) == 1


def test_a_month_before_its_day_who_animates_is_asked_once_whether_a_card_still_holds(
    either_database: Database,
) -> None:
    """At nine, in one message for all the cards of that day; a button leads to each."""
    life = Asking(either_database, now=at("2027-04-20 10:00"))
    life.reader(ANIMATOR, "maillage")
    until(life, "2027-06-05 12:00")
    assert hours(life, "review/") == [("u2", "05-01 09:00")]
    (text,) = [each for each in life.texts if "sont à relire" in each]
    assert text == "Maillage : ces fiches sont à relire avant le 31 mai 2027.\nSont-elles toujours exactes ?"


def test_who_comes_later_is_asked_too_and_who_left_is_not(either_database: Database) -> None:
    """The question goes with the role."""
    life = Asking(either_database, now=at("2027-05-10 10:00"))
    life.reader(ANIMATOR, "maillage")
    life.lives(hours=2)
    life.says("oublier", "u2")
    life.says("oui", "u2")
    life.reader(ANIMATOR, "maillage", "u3")
    life.lives(days=3)
    assert [who for who, _ in hours(life, "review/")] == ["u2", "u3"]


def test_who_blocked_the_bot_is_asked_nothing_and_keeps_nobody_awake(either_database: Database) -> None:
    """The clock would else find the same thing due at every look."""
    life = Asking(either_database, now=at("2027-05-10 07:00"))
    life.reader(ANIMATOR, "maillage")
    with either_database.write() as connection:
        connection.execute(update(addresses).values(blocked_at=life.now))
    life.now = at("2027-05-10 10:00")
    life.tick()
    assert hours(life, "review/") == []
    due = life.next_due()
    assert due is None or due > life.now


def test_a_card_that_was_read_again_meanwhile_is_not_asked_about(either_database: Database) -> None:
    """Confirmed in April, it holds until the autumn."""
    life = Asking(either_database, now=at("2027-04-20 10:00"))
    life.reader(ANIMATOR, "maillage")
    life.taps("desk/card:s.maillage", "u2")
    life.says("tout est toujours exact", "u2")
    confirmed = life.guide.pack.scheme_by_id["maillage"]
    assert confirmed.review_by.isoformat() == "2027-05-31"
    life.lives(days=30)
    assert not any("Maillage" in each and "sont à relire" in each for each in life.texts)


def test_four_taps_count_by_meetings_and_by_people_and_name_nobody(either_database: Database) -> None:
    """A second meeting of the same person is one more meeting, and no one more received."""
    life = Asking(either_database)
    life.reader()
    for taps in (("oui", "oui", "oui"), ("non", "oui", "non"), ("oui", "non", "non")):
        life.says("noter un rendez-vous", "u2")
        for tap in ("aujourd'hui", *taps):
            life.says(tap, "u2")
    counted = dict(life.rows(select(tallies.c.name, tallies.c.count).where(tallies.c.name.startswith("visit"))))
    assert counted == {
        "visit": 3,
        "visit-people": 2,
        "visit-first": 2,
        "visit-with-services": 2,
        "visit-with-services-people": 1,
        "visit-with-partner": 1,
        "visit-with-partner-people": 1,
    }


def test_a_meeting_of_last_week_counts_now_and_is_marked_late(either_database: Database) -> None:
    """A published week is never revised."""
    life = Asking(either_database)
    life.reader()
    life.says("noter un rendez-vous", "u2")
    for tap in ("20 novembre", "non", "non", "non"):
        life.says(tap, "u2")
    found = life.rows(select(tallies.c.week, tallies.c.name).where(tallies.c.name.startswith("visit")))
    assert sorted(found) == [("2026-W48", "visit"), ("2026-W48", "visit-late")]


def test_nothing_told_about_a_request_holds_a_number_or_a_name(either_database: Database) -> None:
    """Neither way: the words that were agreed to, and no more."""
    life = asked(either_database, "mardi 1er décembre à 14 h")
    until(life, "2026-11-30 12:00")
    bodies = [body for (body,) in life.rows(select(ledger.c.body).where(ledger.c.key.startswith("request/"))) if body]
    assert bodies
    assert not any(f'"{peer}"' in body or f" {peer} " in body for body in bodies for peer in ("u1", "u2"))
    assert life.now - at("2026-11-30 12:00") == timedelta(0)
