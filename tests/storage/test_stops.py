"""A walk with several stops on real databases: its delay, and where one joins and leaves it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from handlers.gatherings import LEFT, OFFERED, SEATED
from handlers.reminders import SETTLED
from scheduler import changes
from storage.database import Database
from tests.coming import START, crowd, walking
from tests.gatherings import planned


def test_the_delay_of_a_walk_reaches_exactly_those_who_are_still_to_join(database: Database) -> None:
    """E5: three stops, ten people; said twice, it is told once; at the next stop, fewer need it."""
    people_, id = walking(database)
    before = len(people_.heard)
    people_.says("guide", "Nous sommes à l'étape 2, 20 minutes de retard")
    told = {read.who: read.text for read in people_.heard[before:] if read.who != "guide"}
    assert set(told) == {f"w{number}" for number in range(3, 10)}
    assert "C'est votre étape." in told["w3"]
    assert "Votre étape est la 3 : La halle, vers 10 h 40." in told["w9"]
    before = len(people_.heard)
    assert "déjà noté" in people_.says("guide", "nous sommes à l'étape 2, 20 minutes de retard")
    people_.says("guide", "on est à l'étape 3, à l'heure")
    assert {read.who for read in people_.heard[before:]} == {"guide", "w7", "w8", "w9"}
    assert id


def test_a_walk_that_the_rain_ends_at_its_second_stop_is_told_to_all_ten_once(either_database: Database) -> None:
    """E5: those on the way read that it stops, not that it will not take place; nothing follows it."""
    people_, id = walking(either_database)
    people_.says("guide", "nous sommes à l'étape 2, 20 minutes de retard")
    before = len(people_.heard)
    people_.taps("guide", f"gatherings/cancel:{id}")
    people_.says("guide", "Il pleut trop.")
    people_.says("guide", "oui")
    people_.now += SETTLED
    for _ in range(2):
        with either_database.write() as connection:
            changes.send_due(connection, people_.scene())
        people_.tick()
    told = [read for read in people_.heard[before:] if read.who != "guide"]
    assert sorted(read.who for read in told) == [f"w{number}" for number in range(10)]
    assert all("Cela s'arrête maintenant.\nRaison : Il pleut trop." in read.text for read in told)
    assert "n'est plus valable" in people_.taps("w9", f"join:{id}.2")
    before = len(people_.heard)
    people_.says("guide", "nous sommes à l'étape 3")
    assert {read.who for read in people_.heard[before:]} == {"guide"}


@pytest.mark.parametrize(
    "said",
    [
        "étape 2, retard 20 min",
        "retard 20 minutes étape 2",
        "À l'étape 2 : 20 mn de retard",
        "20 min de retard, étape 2",
    ],
)
def test_a_guide_says_it_in_a_few_words(either_database: Database, said: str) -> None:
    """On the way, with one hand."""
    people_, _ = walking(either_database)
    before = len(people_.heard)
    people_.says("guide", said)
    told = {read.who: read.text for read in people_.heard[before:] if read.who != "guide"}
    assert "Retard : 20 minutes." in told["w3"]
    assert len(told) == 7


def test_what_a_guide_left_out_is_asked(either_database: Database) -> None:
    """« En retard »: at which stop. The next day, that no walk is on. For anyone else it is a word like another."""
    people_, _ = walking(either_database)
    assert "À quelle étape est le groupe ?" in people_.says("guide", "en retard")
    assert "étape" not in people_.says("w0", "en retard")
    people_.now = START + timedelta(days=1)
    assert "n'est en cours" in people_.says("guide", "étape 2, retard 20 min")


def test_a_stop_that_the_group_has_passed_can_no_more_be_joined(either_database: Database) -> None:
    """And who leaves at a stop does not join after it."""
    people_, id = walking(either_database)
    people_.says("guide", "nous sommes à l'étape 2")
    assert "déjà passé" in people_.taps("w9", f"join:{id}.2")
    people_.taps("w0", f"part:{id}.2")
    assert people_.bookings(id)["w0"].leaves == 2
    assert "déjà passé" in people_.taps("w0", f"join:{id}.3")
    assert people_.bookings(id)["w0"].joins == 0


@pytest.mark.parametrize("said", ["nous sommes à l'étape 2", "on est à l'étape 3, 1 h de retard"])
def test_only_the_animator_of_the_walk_says_where_it_is(either_database: Database, said: str) -> None:
    """Someone who walks with them, or animates elsewhere, reaches nobody."""
    people_, _ = walking(either_database)
    people_.animates("other", "apes")
    before = len(people_.heard)
    for who in ("w0", "other"):
        people_.says(who, said)
    assert {read.who for read in people_.heard[before:]} <= {"w0", "other"}


def test_a_walk_is_told_of_only_while_it_is_on(either_database: Database) -> None:
    """The day before, a slip of the tongue reaches nobody."""
    people_, id = walking(either_database)
    people_.now = START - timedelta(days=1)
    before = len(people_.heard)
    people_.taps("guide", f"door/late:{id}.2.20")
    people_.says("guide", "nous sommes à l'étape 2")
    assert {read.who for read in people_.heard[before:]} == {"guide"}


def test_a_stop_leaves_the_waiting_lists_and_keeps_the_seats(either_database: Database) -> None:
    """STOP is final: no seat is offered any more, and the one that was goes to the next."""
    people_, id = crowd(either_database, seats=1)
    other = planned(either_database, people_.now, "mel", "rencontre", START, title="Autre")
    for who in ("ana", "bo", "cleo"):
        people_.taps(who, f"yes:{id}")
    people_.taps("bo", f"yes:{other}")
    people_.taps("ana", f"no:{id}")
    assert "Les places libres que je vous propose" in people_.says("bo", "stop")
    people_.later(minutes=1)
    assert people_.states(id) == {"ana": LEFT, "bo": LEFT, "cleo": OFFERED}
    assert people_.states(other) == {"bo": SEATED}
