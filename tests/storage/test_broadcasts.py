"""Broadcasts in the database: the people who were counted are those of whom there is a row, once each."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import insert, select, update

from handlers.broadcasts import SLICE, STOPPED, Segment
from scheduler.broadcasts import MOST_AHEAD
from storage import broadcasts as kept
from storage import bulk, erasure, joining, outbox
from storage.database import Database
from storage.outbox import Mark, unpacked
from storage.tables import addresses, follows, memberships, profiles
from storage.tables import outbox as ledger
from tests.broadcasting import (
    FOLLOWERS,
    MINUTE,
    animator,
    asked,
    audience,
    block,
    confirmed,
    crowd,
    left,
    look,
    said,
    sent,
    settle,
    states,
    told,
    written,
)
from tests.databases import Anew
from tests.echo import NOON


def member(database: Database, person: int, community: str, state: str = "member") -> None:
    """Someone is in a community."""
    with database.write() as connection:
        dated = {"joined_at": NOON, "checked_at": NOON}
        connection.execute(insert(memberships), {"person": person, "community": community, "state": state, **dated})


def test_the_audience_says_who_is_reached_and_why_others_are_not(database: Database) -> None:
    """Each person counts once, under one reason, in their language and on the channel where they would be told."""
    crowd(database, 9)
    said(database, 1, yes=False)
    said(database, 2, yes=False)
    said(database, 2)
    block(database, 3)
    with database.write() as connection:
        connection.execute(addresses.delete().where(addresses.c.person == 4))
    found = audience(database)
    assert (found.reached, dict(found.excluded)) == (6, {"no-yes": 1, "blocked": 1, "no-address": 1})
    assert (dict(found.languages), dict(found.channels)) == ({"fr": 4, "en": 2}, {"terminal": 6})


def test_a_yes_to_gatherings_is_not_one_to_a_community_nor_the_reverse(database: Database) -> None:
    """Members are written to for their community, silenced ones are not, and others never."""
    crowd(database, 4)
    for person in (1, 2, 3):
        member(database, person, "metropole", "muted" if person == 2 else "member")
    for person in (1, 2, 4):
        said(database, person, "community")
    found = audience(database, Segment(communities=("metropole",)))
    assert (found.reached, dict(found.excluded)) == (1, {"muted": 1, "no-yes": 1})


@pytest.mark.parametrize(
    ("segment", "reached"),
    [
        (Segment(), 6),
        (Segment(follows=("network/other",)), 0),
        (Segment(languages=("en",)), 2),
        (Segment(channels=("matrix",)), 1),
        (Segment(communes=("lille", "roubaix")), 2),
        (Segment(communes=("lille",), domains=("textile",)), 1),
        (Segment(stages=("idee",), languages=("en",)), 0),
    ],
)
def test_all_that_a_segment_says_must_hold(either_database: Database, segment: Segment, reached: int) -> None:
    """Of several values of one thing, any; of several things, all."""
    crowd(either_database, 6)
    with either_database.write() as connection:
        connection.execute(update(addresses).where(addresses.c.person == 5).values(channel="matrix"))
        blank = dict.fromkeys((c.name for c in profiles.columns if c.type.python_type is str), "")
        dated = {**blank, "visibility": "members", "created_at": NOON, "updated_at": NOON}
        cards = ((1, "lille", "textile velo", "idee"), (2, "roubaix", "velo", "creation"))
        for person, commune, domains, stage in cards:
            card = {"person": person, "commune": commune, "domains": domains, "etape": stage}
            connection.execute(insert(profiles), {**dated, **card})
    assert audience(either_database, segment).reached == reached


def test_nothing_leaves_in_the_first_minute_and_then_everyone_has_one_message(database: Database) -> None:
    """500 people and more, slice after slice; the sums are those of the audience, to the last one."""
    crowd(database, 2 * SLICE + 7)
    counted, id = audience(database).reached, confirmed(database)
    assert look(database, NOON + timedelta(seconds=59)) == NOON + timedelta(seconds=60)
    assert (states(database, id), left(database, id)) == ({}, counted)
    written(database, NOON + MINUTE)
    assert (states(database, id), left(database, id)) == ({"queued": counted}, 0)
    settle(database, NOON + MINUTE)
    written(database, NOON + MINUTE)
    done = sent(database, id)
    assert (done.state, dict(done.states), done.audience.reached) == ("done", {"sent": counted}, counted)


def test_no_more_is_written_ahead_than_a_pause_can_hold_back(database: Database) -> None:
    """While messages wait for their turn, those of other people are not even made."""
    crowd(database, MOST_AHEAD + 2 * SLICE)
    id = confirmed(database)
    written(database, NOON + MINUTE)
    look(database, NOON + MINUTE)
    assert (states(database, id), left(database, id)) == ({"queued": MOST_AHEAD}, 2 * SLICE)
    settle(database, NOON + MINUTE, limit=SLICE)
    written(database, NOON + MINUTE)
    assert left(database, id) == SLICE


def test_five_hundred_people_of_overlapping_groups_and_linked_channels_have_one_message_each(
    database: Database,
) -> None:
    """Half follow two things, fifty have two addresses: one person, one row, in the language they read."""
    crowd(database, 500)
    pairs = [(each, each + 1) for each in range(1, 500, 10)]
    with database.write() as connection:
        for kept_one, gone in pairs:
            joining.join(connection, kept_one, gone, "terminal", NOON)
        known = set(range(1, 501)) - {gone for _, gone in pairs}
        more = [{"person": each, "subject": "series/petit_dej", "since": NOON} for each in known if each % 2]
        connection.execute(insert(follows), more)
    both = Segment(follows=("network/apes", "series/petit_dej"))
    assert audience(database, both).reached == 450
    id = confirmed(database, both)
    written(database, NOON + MINUTE)
    with database.read() as connection:
        rows = connection.execute(select(ledger.c.person, ledger.c.key, ledger.c.body).order_by(ledger.c.person)).all()
    assert [row.key for row in rows] == [f"broadcast/{id}/{person}" for person in sorted(known)]
    assert all(("Thursday" in row.body) == (row.person % 3 == 0) for row in rows)


def test_two_people_who_become_one_in_the_middle_are_told_once_and_not_forgotten(database: Database) -> None:
    """Whoever of the two had the message, whatever their numbers."""
    crowd(database, SLICE + 2)
    id = confirmed(database)
    look(database, NOON + MINUTE)
    last, before = SLICE + 2, SLICE + 1
    with database.write() as connection:
        joining.join(connection, last, 1, "terminal", NOON)
        joining.join(connection, 2, before, "terminal", NOON)
    written(database, NOON + MINUTE)
    with database.read() as connection:
        told_to = list(
            connection.execute(select(ledger.c.person).where(ledger.c.subject == f"broadcast/{id}")).scalars()
        )
    assert sorted(told_to) == [2, *range(3, SLICE + 1), last]


@pytest.mark.row("I58")
def test_a_yes_taken_back_before_the_message_is_made_has_a_row_that_says_so(database: Database) -> None:
    """What was counted at the confirmation and what was sent differ by named reasons only."""
    crowd(database, 7)
    id = confirmed(database)
    said(database, 1, yes=False)
    block(database, 2)
    with database.write() as connection:
        erasure.forget(connection, 3, NOON)
    written(database, NOON + MINUTE)
    assert states(database, id) == {"queued": 4, "skipped": 2}
    with database.read() as connection:
        reasons = select(ledger.c.person, ledger.c.reason).where(ledger.c.reason.is_not(None)).order_by(ledger.c.person)
        assert [tuple(row) for row in connection.execute(reasons)] == [(1, "stopped"), (2, "blocked")]


def test_the_uncertain_are_written_to_again_only_when_asked_and_once_each_time(database: Database) -> None:
    """A new row with a key of its own; the former one stays uncertain, and is counted as written again."""
    crowd(database, 4)
    id = confirmed(database)
    written(database, NOON + MINUTE)
    settle(database, NOON + MINUTE, "uncertain", limit=2)
    settle(database, NOON + MINUTE)
    written(database, NOON + MINUTE)
    assert (sent(database, id).state, sent(database, id).again) == ("done", 2)
    for number, (later, rest) in enumerate([(MINUTE * 2, 1), (MINUTE * 2, 0)], 2):
        with database.write() as connection:
            kept.send_again(connection, id)
        written(database, NOON + later)
        with database.read() as connection:
            keys = connection.execute(select(ledger.c.key).where(ledger.c.state == "queued").order_by(ledger.c.id))
            assert list(keys.scalars()) == [f"broadcast/{id}/{person}/{number}" for person in (1, 2)[: 4 - number]]
        settle(database, NOON + later, "uncertain", limit=1)
        settle(database, NOON + later)
        written(database, NOON + later)
        assert (sent(database, id).state, sent(database, id).again) == ("done", 1), rest


def test_who_sent_it_is_told_the_end_unless_the_role_was_taken_back(database: Database) -> None:
    """The beginning, and the end in place, which adds up; whoever animates the network no longer learns nothing."""
    crowd(database, 5)
    animator(database, 1)
    confirmed(database, author=1)
    confirmed(database, author=2)
    written(database, NOON + MINUTE)
    with database.write() as connection:
        outbox.mark(connection, [Mark("progress/1/0", "sent", NOON + MINUTE)])
    settle(database, NOON + MINUTE, "failed", limit=2)
    settle(database, NOON + MINUTE)
    written(database, NOON + MINUTE)
    assert told(database) == [
        "Envoi en cours. Envoyés : 0. À venir : 5. Non remis : 0.",
        "L'envoi est fini.\n• Envoyés : 3\n• Refusés par la messagerie : 2",
    ]


def test_the_first_message_told_of_it_is_changed_in_place_while_it_is_sent(database: Database) -> None:
    """Once it has arrived, and not at every look; the end too, if it comes within a minute, with what may be done."""
    people = crowd(database, 100)
    animator(database, people[0])
    id = confirmed(database, author=people[0])
    written(database, NOON + MINUTE)
    with database.write() as connection:
        outbox.mark(connection, [Mark(f"progress/{id}/0", "sent", NOON + MINUTE, receipt="7")])
    settle(database, NOON + MINUTE, limit=50)
    later = NOON + MINUTE + timedelta(seconds=10)
    look(database, later)
    look(database, later + timedelta(seconds=1))
    settle(database, later, "uncertain", limit=1)
    settle(database, later)
    look(database, later + timedelta(seconds=2))
    with database.read() as connection:
        wanted = ledger.c.key.startswith("progress/")
        first, change, end = (
            unpacked(body)
            for body in connection.execute(select(ledger.c.body).where(wanted).order_by(ledger.c.id)).scalars()
        )
    assert change.text == "Envoi en cours. Envoyés : 50. À venir : 50. Non remis : 0.\nFin prévue vers 12 h 01."
    assert (first.replaces, change.replaces, end.replaces) == (None, f"progress/{id}/0", f"progress/{id}/0")
    assert [each.label for each in change.choices] == ["Mettre en pause", "Arrêter l'envoi"]
    assert end.text.endswith("• Incertains, peut-être reçus : 1")
    assert [each.id for each in end.choices] == [f"broadcasts/again:{id}"]


@pytest.mark.row("I58", "D3")
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    before=st.sets(st.integers(1, 12)),
    between=st.sets(st.integers(1, 12)),
    erased=st.sets(st.integers(1, 12), max_size=3),
    gone=st.sets(st.integers(1, 12), min_size=1, max_size=3),
    stop=st.booleans(),
)
def test_nobody_who_said_no_is_written_to_and_nobody_else_is_forgotten(
    anew: Anew, before: set[int], between: set[int], erased: set[int], gone: set[int], stop: bool
) -> None:
    """Whatever people take back between the confirmation and the sending, the sums are exact; who is forgotten while
    it is being sent (`gone`) is sent nothing more."""
    for database in anew():
        crowd(database, 12)
        id = confirmed(database, FOLLOWERS)
        for person in before:
            said(database, person, yes=False)
        with database.write() as connection:
            for person in erased:
                erasure.forget(connection, person, NOON)
        written(database, NOON + MINUTE)
        for person in between - erased:
            said(database, person, yes=False)
        if stop:
            asked(database, id, STOPPED)
        with database.write() as connection:
            for person in gone - erased:
                erasure.forget(connection, person, NOON + MINUTE)
        with database.write() as connection:
            taken = {each.row.key for each in bulk.claim(connection, NOON + MINUTE, "terminal", 50)}
        wanted = set() if stop else set(range(1, 13)) - before - between - erased - gone
        assert taken == {f"broadcast/{id}/{person}" for person in wanted}
        assert sum(sent(database, id).states.values()) == 12 - len(erased)
        with database.read() as connection:
            theirs = ledger.c.key.in_([f"broadcast/{id}/{person}" for person in gone])
            kept_of_them = connection.execute(select(ledger.c.state, ledger.c.body, ledger.c.person).where(theirs))
            assert {tuple(row) for row in kept_of_them} <= {("cancelled", None, None), ("skipped", None, None)}
