"""Who stays known is told twice before they are forgotten, then forgotten; a word from them begins it all again."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import event, insert, select

from handlers.consent import COMMUNITY
from handlers.durations import Durations
from storage.database import Database
from storage.roles import revoke_role
from storage.sweeping import due, sweep
from storage.tables import conversations, memberships, outbox, people, roles
from tests.echo import NOON
from tests.lives import Life

DAY = timedelta(days=1)
SILENCE = timedelta(days=Durations().days_of_silence)
REASONS = ("role", "membership", "yes")


def known(database: Database, reason: str = "yes") -> Life:
    """Someone whom a day of silence does not erase, last seen at noon."""
    life = Life(database)
    life.says("bonjour")
    person = life.person()
    with database.write() as connection:
        if reason == "role":
            values = {"person": person, "role": "animator", "network": "x", "granted_at": NOON}
            connection.execute(insert(roles), values)
        elif reason == "membership":
            values = {"person": person, "community": "c", "state": "member", "joined_at": NOON, "checked_at": NOON}
            connection.execute(insert(memberships), values)
    if reason != "role":
        life.taps(f"consent/{COMMUNITY}:oui")
    return life


def told(life: Life) -> list[tuple[str, datetime]]:
    """The notices that left: how many days ahead, and when."""
    return [(key.split("/")[1], at) for key, _, at in life.sent if key.startswith("ending/")]


@pytest.mark.row("D12", "D13")
@pytest.mark.parametrize("reason", REASONS)
def test_the_last_month_of_a_silence(database: Database, reason: str) -> None:
    """31 days before: nothing. 30 and 7 days before: told. On the day: nothing of them is left (D12)."""
    life, seen = known(database, reason), []
    for left in (31, 30, 8, 7, 1, 0):
        life.now = NOON + SILENCE - left * DAY
        life.tick()
        seen.append((left, [name for name, _ in told(life)], life.known()))
    once, twice = ["30"], ["30", "7"]
    assert seen == [(31, [], 1), (30, once, 1), (8, once, 1), (7, twice, 1), (1, twice, 1), (0, twice, 0)]
    assert life.rows(select(outbox.c.person).where(outbox.c.person.is_not(None))) == []


def test_each_notice_leaves_once_and_by_day(either_database: Database) -> None:
    """However often one looks; what falls in the night waits for the morning."""
    life = known(either_database)
    life.now = NOON + timedelta(hours=10)
    life.says("encore")
    life.lives(days=SILENCE.days - 20)
    for _ in range(3):
        life.tick()
    ((name, at),) = told(life)
    told_at = NOON + timedelta(hours=10) + SILENCE - 30 * DAY
    assert (name, at.astimezone(ZoneInfo(life.guide.pack.territory.timezone)).hour) == ("30", 8)
    assert told_at < at < told_at + DAY


@pytest.mark.row("D12")
def test_what_is_due_is_counted_without_being_erased_then_erased_once(either_database: Database) -> None:
    """As often as it is asked; a second sweep finds nothing."""
    life = known(either_database)
    scene = replace(life.scene, now=NOON + SILENCE)
    for _ in range(2):
        with either_database.read() as connection:
            assert due(connection, scene.now, scene.retention)["people"] == 1
        assert life.known() == 1
    for count in (1, 0):
        with either_database.write() as connection:
            assert sweep(connection, scene.now, scene.retention)["people"] == count
        assert life.known() == 0


@pytest.mark.row("D12")
def test_a_word_begins_the_silence_again(either_database: Database) -> None:
    """Told, back, and silent again: told again, and not forgotten at the first date."""
    life = known(either_database)
    life.now = NOON + SILENCE - 10 * DAY
    life.tick()
    assert "Tout garder" not in life.says("bonjour")[0]
    back = life.now
    life.now = NOON + SILENCE
    life.tick()
    assert life.known() == 1
    life.now = back + SILENCE - 30 * DAY
    life.tick()
    assert [name for name, _ in told(life)] == ["30", "30"]


@pytest.mark.parametrize("said", ["1", "oui", "tout garder", "Tout effacer maintenant"])
def test_what_the_notice_offers_can_be_typed(either_database: Database, said: str) -> None:
    """Months later, on a phone without buttons."""
    life = known(either_database)
    life.now = NOON + SILENCE - 10 * DAY
    life.tick()
    answer = life.says(said)
    erases = "effacer" in said
    name = "privacy-forget-known" if erases else "ending-kept"
    assert life.guide.wording.say("fr", name, months=13) in answer[0]


@pytest.mark.row("D12")
def test_a_notice_that_waits_when_the_person_comes_back_never_leaves(either_database: Database) -> None:
    """Written, then useless: it says why in the ledger."""
    life = known(either_database)
    life.now = NOON + SILENCE - 10 * DAY
    deliver, life.deliver = life.deliver, lambda: None  # type: ignore[method-assign]  # the channel is away
    life.tick()
    life.says("bonjour")
    deliver()
    rows = life.rows(select(outbox.c.state, outbox.c.reason).where(outbox.c.key.like("ending/%")))
    assert (rows, told(life)) == ([("skipped", "returned")], [])


def test_who_stopped_our_messages_is_not_written_to_and_is_forgotten_all_the_same(either_database: Database) -> None:
    """They were told so when they stopped them."""
    life = known(either_database, "membership")
    life.says("stop")
    stopped = life.now
    life.now = stopped + SILENCE - 5 * DAY
    life.tick()
    assert (told(life), life.known()) == ([], 1)
    life.now = stopped + SILENCE
    life.tick()
    assert (told(life), life.known()) == ([], 0)
    assert life.rows(select(outbox.c.key).where(outbox.c.key.like("ending/%"))) == []


@pytest.mark.row("D2")
def test_a_shorter_setting_changes_the_day_of_the_erasure_and_what_is_said_of_it(either_database: Database) -> None:
    """One value each, read by the code and by the texts (D2)."""
    short = Durations(months_of_silence=6, hours_without_yes=2, days_with_keep=3, days_of_backups=9)
    life = known(either_database)
    life.durations = short
    said = "\n".join(life.taps("privacy/notice:durations"))
    for words in ("2 heures", "3 jours", "6 mois", "9 jours"):
        assert words in said
    seen = life.now
    life.now = seen + timedelta(days=short.days_of_silence) - timedelta(minutes=1)
    life.tick()
    assert life.known() == 1
    life.now = seen + timedelta(days=short.days_of_silence)
    life.tick()
    assert life.known() == 0


def test_someone_of_whom_nothing_is_kept_is_forgotten_after_a_day_as_ever(either_database: Database) -> None:
    """A role taken back, a no, or no yes: no month of silence."""
    life = known(either_database)
    life.taps(f"consent/{COMMUNITY}:non")
    life.now += DAY
    life.tick()
    assert (life.known(), told(life)) == (0, [])


def test_who_rests_is_looked_at_again_when_their_reason_to_stay_is_taken_away(either_database: Database) -> None:
    """A role taken back by somebody else, months later: nothing keeps them any more."""
    life = known(either_database, "role")
    life.waits(days=40)
    assert life.rows(select(people.c.resting)) == [(True,)]
    with either_database.write() as connection:
        revoke_role(connection, 1, life.now)
    life.tick()
    assert life.known() == 0


def test_who_comes_back_no_longer_rests(either_database: Database) -> None:
    """Their new answers are erased in their turn."""
    life = known(either_database)
    life.waits(days=2)
    life.says("bonjour")
    life.says("j'ai une idée")
    assert life.rows(select(people.c.resting)) == [(False,)]
    life.waits(days=2)
    assert life.rows(select(people.c.resting)) == [(True,)]
    assert life.rows(select(conversations.c.answers)) == [("{}",)]


def test_looking_for_the_silent_reads_no_one_who_rests(file_database: Database) -> None:
    """SQLite finds them by an index: a tick costs the same with ten members and a hundred thousand."""
    asked: list[tuple[str, object]] = []
    with file_database.write() as connection:
        event.listen(connection, "before_cursor_execute", lambda *call: asked.append((call[2], call[3])))
        sweep(connection, NOON, Life(file_database).scene.retention)
        looks = [(said, given) for said, given in asked if said.startswith("SELECT people.id")]
        steps = [
            row[-1]
            for said, given in looks
            for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {said}", given)  # type: ignore[arg-type]  # as it was
            if " people " in row[-1]
        ]
    assert len(looks) == 3
    assert [step for step in steps if "ix_people" not in step or step.startswith("SCAN")] == []
