"""Who comes, follows or was there is told at the right hour, once, and nobody else: on a real database, living."""

from __future__ import annotations

import random
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import insert, select

from storage import outbox
from storage.database import Database
from storage.outbox import Mark
from storage.tables import leads, snoozes
from storage.tables import outbox as ledger
from tests.gathered import EVE, J3, ZONE, Gathered, at


def test_who_comes_is_told_at_each_hour_of_the_pack_and_nobody_else(database: Database) -> None:
    """Three days and the evening before; not who left, not who waits, not who has nothing to do with it."""
    life = Gathered(database)
    id = life.gathering()
    life.comes(id)
    life.comes(id, "left", state="left")
    life.comes(id, "waits", state="waiting")
    life.until("2026-12-03 20:00")
    assert life.told() == [J3, EVE]
    assert life.told("left") == life.told("waits") == []
    assert life.states("remind/") == {f"{key}/{life.person()}": "sent" for key, _ in (J3, EVE)}


def test_who_signs_up_late_gets_what_is_still_ahead(either_database: Database) -> None:
    """At twenty hours before a walk, three days and the evening are past: two hours before is told (R6). What is
    past is in the answer to their yes."""
    life = Gathered(either_database)
    id = life.gathering("2026-12-05 14:00", kind="en_marchant", rain_plan="On reste à l'abri", access="deux marches")
    life.until("2026-12-04 18:30")
    recap = "\n".join(life.taps(f"coming/yes:{id}"))
    for said in ("Quand : samedi 5 décembre à 14 h.", "Accès : deux marches.", "S'il pleut : On reste à l'abri."):
        assert said in recap
    assert "Je vous le rappelle samedi 5 décembre à 12 h." in recap
    life.until("2026-12-05 20:00")
    assert life.told() == [("remind/1/2026-12-05T14:00/h2", "12-05 12:00")]
    assert life.states("remind/") == {f"remind/1/2026-12-05T14:00/h2/{life.person()}": "sent"}


def test_who_signs_up_between_the_hour_and_the_tick_has_just_read_it_all(either_database: Database) -> None:
    """The answer to their yes said what the reminder says: it does not follow it a second later."""
    life = Gathered(either_database)
    id = life.gathering()
    life.comes(id, "before")
    life.until("2026-12-02 17:59")
    life.now = at("2026-12-02 18:00")
    life.comes(id)
    life.booked(id, updated_at=at("2026-12-02 18:01"))
    life.until("2026-12-03 20:00")
    assert life.told() == []
    assert life.told("before") == [J3, EVE]


@pytest.mark.row("F31")
def test_an_outage_makes_a_reminder_late_and_its_words_say_so(either_database: Database) -> None:
    """Three hours around the hour: told at the start, marked late, once (R2, F31)."""
    life = Gathered(either_database)
    id = life.gathering("2026-12-05 18:00", kind="en_marchant")
    life.comes(id)
    life.until("2026-12-05 15:00")
    life.sleeps_until("2026-12-05 17:30")
    life.until("2026-12-05 20:00")
    (key,) = [key for key in life.states() if "/h2/" in key]
    assert life.states()[key] == "late"
    assert life.told()[-1] == ("remind/1/2026-12-05T18:00/h2", "12-05 17:30")
    assert life.text(key).startswith("Ce rappel arrive en retard, pardon.")


@pytest.mark.row("F31")
def test_a_quarter_of_an_hour_is_not_late(either_database: Database) -> None:
    """Late is more than fifteen minutes after."""
    life = Gathered(either_database)
    life.comes(life.gathering())
    life.until("2026-12-02 17:59")
    life.sleeps_until("2026-12-02 18:15")
    assert life.states("remind/1/2026-12-03T08:30/veille") == {f"{EVE[0]}/{life.person()}": "sent"}
    assert life.text("remind/").startswith("Rappel :")


@pytest.mark.row("F31")
def test_what_began_during_an_outage_is_skipped_and_counted(either_database: Database) -> None:
    """Never told after the start; the ledger says why, and its sums are exact (R2)."""
    life = Gathered(either_database)
    life.comes(life.gathering())
    life.until("2026-12-01 12:00")
    life.sleeps_until("2026-12-03 09:00")
    assert life.states("remind/") == {
        f"{J3[0]}/{life.person()}": "sent",
        f"{EVE[0]}/{life.person()}": "skipped over",
    }
    sums = dict(life.sums())
    assert sums.pop("planned") == sum(sums.values())


def test_of_two_reminders_that_an_outage_kept_the_last_is_told(either_database: Database) -> None:
    """Two in one minute would say the same twice."""
    life = Gathered(either_database)
    life.comes(life.gathering())
    life.until("2026-11-29 12:00")
    life.sleeps_until("2026-12-02 19:00")
    assert life.states("remind/") == {
        f"{J3[0]}/{life.person()}": "skipped overtaken",
        f"{EVE[0]}/{life.person()}": "late",
    }


def test_after_an_outage_nobody_is_woken_in_the_night(either_database: Database) -> None:
    """What an outage kept until night waits for eight o'clock; if it began by then, it is skipped."""
    life = Gathered(either_database)
    early = life.gathering("2026-12-03 07:45")
    life.comes(early)
    life.comes(life.gathering("2026-12-03 08:30"), "u2")
    life.until("2026-12-02 12:00")
    life.sleeps_until("2026-12-02 23:00")
    life.until("2026-12-03 12:00")
    assert life.states(f"remind/{early}/2026-12-03T07:45/veille") == {
        f"remind/{early}/2026-12-03T07:45/veille/{life.person()}": "skipped over"
    }
    assert life.told("u2")[-1] == ("remind/2/2026-12-03T08:30/veille", "12-03 08:00")


def test_a_reminder_that_a_full_channel_holds_until_the_start_never_leaves(either_database: Database) -> None:
    """Queued is not sent: what waits in the queue is looked at again as it leaves."""
    life = Gathered(either_database)
    life.comes(life.gathering())
    life.until("2026-12-02 17:59")
    life.now = at("2026-12-02 18:00")
    life.write_due()
    life.now = at("2026-12-03 08:30")
    life.deliver()
    assert life.states(EVE[0]) == {f"{EVE[0]}/{life.person()}": "skipped over"}


def test_who_stops_the_messages_is_reminded_of_nothing_more(either_database: Database) -> None:
    """« stop » ends the reminders of what one comes to, also those already queued; it says so, and that changes
    are still told."""
    life = Gathered(either_database)
    life.comes(life.gathering())
    life.comes(life.gathering("2026-12-04 08:30"))
    life.until("2026-12-02 17:59")
    life.now = at("2026-12-02 18:00")
    life.write_due()
    (said,) = life.says("stop")
    assert "rencontres où vous venez" in said
    life.until("2026-12-05 20:00")
    assert [hour for _, hour in life.told()] == ["11-30 10:00", "12-01 10:00"]
    assert life.states(EVE[0]) == {f"{EVE[0]}/{life.person()}": "skipped stopped"}


def test_a_no_to_hear_of_others_is_no_refusal_of_the_reminder(either_database: Database) -> None:
    """Asked right after the yes; the reminder of what one comes to was promised just before."""
    life = Gathered(either_database)
    life.comes(life.gathering())
    life.consents(granted=False)
    life.until("2026-12-03 20:00")
    assert life.told() == [J3, EVE]


def test_a_yes_taken_back_is_one(either_database: Database) -> None:
    """Whoever had said yes and says no wants no message about gatherings."""
    life = Gathered(either_database)
    life.comes(life.gathering())
    life.consents(granted=True)
    life.consents(granted=False)
    life.until("2026-12-03 20:00")
    assert life.told() == []
    assert set(life.states("remind/").values()) == {"skipped stopped"}


def test_only_the_reminders_that_one_chose_are_told(either_database: Database) -> None:
    """Who wants the evening before has no row for the others: nothing was planned."""
    life = Gathered(either_database)
    life.comes(life.gathering())
    wanted = insert(leads).values(person=life.person(), wanted="veille", updated_at=life.now)
    with either_database.write() as connection:
        connection.execute(wanted)
    life.until("2026-12-03 20:00")
    assert life.told() == [EVE]
    assert len(life.states("remind/")) == 1


def test_a_reminder_asked_again_is_told_at_the_hour_that_was_chosen(either_database: Database) -> None:
    """« Me le redire demain », under the reminder; then it is forgotten."""
    life = Gathered(either_database)
    life.comes(life.gathering())
    life.until("2026-11-30 12:00")
    (said,) = life.taps("reminding/tomorrow:1")
    assert said == "D'accord. Je vous le redis mardi 1er décembre à 10 h."
    life.until("2026-12-03 20:00")
    assert [hour for _, hour in life.told()] == ["11-30 10:00", "12-01 10:00", "12-02 18:00"]
    assert life.rows(select(snoozes.c.id)) == []


def test_what_was_asked_again_is_not_told_to_who_left(either_database: Database) -> None:
    """They do not come any more: nothing leaves, and nothing is kept."""
    life = Gathered(either_database)
    life.comes(life.gathering())
    life.until("2026-11-30 12:00")
    life.taps("reminding/tomorrow:1")
    life.booked(1, state="left")
    life.until("2026-12-03 20:00")
    assert life.told() == [J3]
    assert life.rows(select(snoozes.c.id)) == []


def test_a_slice_at_a_time_and_nobody_twice(either_database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    """However small the slices."""
    for module in ("storage.tellings", "scheduler.reminders"):
        monkeypatch.setattr(f"{module}.SLICE", 2)
    life = Gathered(either_database)
    id = life.gathering()
    people = [f"p{number}" for number in range(7)]
    for who in people:
        life.comes(id, who)
    life.until("2026-12-03 20:00")
    assert [life.told(who) for who in people] == [[J3, EVE]] * 7


def test_what_leaves_after_its_hour_is_marked_late_by_the_delivery_itself(either_database: Database) -> None:
    """The queue may be slow too; whatever the words said, the ledger is exact."""
    life = Gathered(either_database)
    life.comes(life.gathering())
    life.until("2026-12-02 17:59")
    life.now = at("2026-12-02 18:00")
    life.write_due()
    with either_database.write() as connection:
        (key,) = connection.execute(select(ledger.c.key).where(ledger.c.key.startswith(EVE[0]))).scalars()
        outbox.mark(connection, [Mark(key, "sent", at("2026-12-02 18:16"))])
    assert life.states(EVE[0]) == {key: "late"}


def test_whatever_the_outages_nothing_leaves_at_night_after_the_start_or_twice(either_database: Database) -> None:
    """Two weeks, many gatherings at any hour, a bot that wakes when it can: each person reads each thing once, by
    day, before it begins, and the sums are exact."""
    chance, life = random.Random(7), Gathered(either_database)
    starts: dict[str, datetime] = {}
    for number in range(12):
        hour = f"2026-11-{chance.randint(12, 27)} {chance.randint(0, 23):02d}:{chance.choice((0, 15, 30)):02d}"
        id = life.gathering(hour, kind=chance.choice(("petit_dej", "en_marchant")))
        starts[str(id)] = at(hour)
        life.comes(id, f"p{number % 4}")
    life.follows("network/apes", "p9")
    while life.now < at("2026-11-28 20:00"):
        life.waits(minutes=chance.choice((30, 180, 600)))
    told = [(key, when) for key, _, when in life.sent if key.startswith(("remind/", "announce/"))]
    hours = [when.astimezone(ZoneInfo(ZONE)).hour for _, when in told]
    assert told
    assert len(set(told)) == len(told)
    assert all(8 <= hour < 20 for hour in hours)
    assert all(when < starts[key.split("/")[1]] for key, when in told)
    sums = dict(life.sums())
    assert sums.pop("planned") == sum(sums.values())
    assert sums["queued"] == sums["sending"] == 0


@pytest.mark.row("F33")
@pytest.mark.parametrize("hours", [1, 24])
def test_a_clock_set_back_an_hour_tells_nothing_twice(either_database: Database, hours: int) -> None:
    """What was told stays told, however often its hour comes again; what is ahead is told at its own."""
    life = Gathered(either_database)
    life.comes(life.gathering())
    life.until("2026-12-02 18:05")
    told = life.told()
    assert told[-1][0] == EVE[0]
    life.now -= timedelta(hours=hours)
    life.tick()
    life.until("2026-12-02 19:00")
    assert life.told() == told
