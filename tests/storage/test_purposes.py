"""Purposes: a yes is added to a ledger that nobody changes, and nothing that needs one ever leaves without it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import insert, select, update

import storage
from handlers.consent import ALL, COMMUNITY, GATHERINGS, KEEP
from handlers.effects import Agree, TellPerson, Withdraw
from handlers.messages import Address, Reply
from storage import outbox, purposes
from storage.apply import Context, apply
from storage.conversations import consents_of
from storage.database import Database
from storage.outbox import OutboxRow
from storage.purposes import NEEDS
from storage.tables import addresses, consents, memberships
from storage.tables import outbox as ledger
from tests.databases import Anew
from tests.echo import NOON
from tests.lives import HERE, Life

KINDS = tuple(NEEDS)
PEOPLE = ("u1", "u2")


def test_nothing_in_the_source_changes_or_deletes_a_consent() -> None:
    """Rows are added; the person of one is emptied by an erasure, or becomes the one they are joined to."""
    changes = re.compile(r"\bconsents\.(?:update|delete)\(|(?:update|delete)\(consents\)")
    allowed = {"erasure.py": ".values(person=null())", "joining.py": ".values(person=kept)"}
    found = [
        f"{path.name}: {line.strip()}"
        for path in Path(storage.__file__).parent.rglob("*.py")
        for line in path.read_text("utf-8").splitlines()
        if changes.search(line) and allowed.get(path.name, "\0") not in line
    ]
    assert found == []


def context(life: Life, who: str, id: str) -> Context:
    """A turn of someone."""
    ((address, person),) = life.rows(select(addresses.c.id, addresses.c.person).where(addresses.c.peer == who))
    return Context(Address(HERE, who), address, person, id, life.now, lambda n: "x" * n, "UTC", owner=person)


def says(life: Life, who: str, purpose: str, *, yes: bool) -> None:
    """A yes or a no, as a turn writes it."""
    effect = Agree(purpose, "v/fr/1") if yes else Withdraw(purpose, "v/fr/1")
    turn = context(life, who, "x")
    with life.database.write() as connection:
        apply(connection, turn, effect)


def queues(life: Life, who: str, kind: str, number: int, hours: int) -> None:
    """Something unasked waits in the ledger."""
    turn = context(life, who, "x")
    last = life.rows(select(ledger.c.id).order_by(ledger.c.id.desc()).limit(1))[0][0]
    row = OutboxRow(f"{kind}/{number}/{last}", "reminder", turn.address, Reply("?"), life.now)
    due = life.now.replace(minute=hours)
    with life.database.write() as connection:
        outbox.insert(connection, [row], person=turn.person, address=turn.address_id, state="queued", due_at=due)


def tells(life: Life, who: str, purpose: str, id: str, minutes: int) -> None:
    """Somebody's turn tells this person something."""
    to = life.person(who)
    assert to is not None
    due = life.now.replace(minute=minutes) if minutes else None
    writer = context(life, PEOPLE[1 - PEOPLE.index(who)], id)
    with life.database.write() as connection:
        apply(connection, writer, TellPerson(to, Reply("?"), due=due, purpose=purpose))
    life._left(writer.rows)


def crash(life: Life) -> None:
    """What was being sent is found again at the next start."""
    with life.database.write() as connection:
        connection.execute(update(ledger).where(ledger.c.state == "queued").values(state="sending", leased_until=None))
        rows = outbox.take_owed(connection, life.now, channels={HERE: True}, alone=True)
    life._left(list(rows))


ACTIONS = st.lists(
    st.tuples(
        st.sampled_from(PEOPLE),
        st.one_of(
            st.tuples(st.just("yes"), st.sampled_from(ALL)),
            st.tuples(st.just("no"), st.sampled_from(ALL)),
            st.tuples(st.just("stop"), st.sampled_from(["stop", "désinscription", "/stop", "ne m'écrivez plus"])),
            st.tuples(st.just("queue"), st.sampled_from(KINDS)),
            st.tuples(st.just("tell"), st.sampled_from([COMMUNITY, GATHERINGS])),
            st.tuples(st.just("wait"), st.integers(1, 30)),
            st.tuples(st.just("crash"), st.just("")),
        ),
    ),
    min_size=3,
    max_size=20,
)


@pytest.mark.row("D3")
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(actions=ACTIONS)
def test_after_an_opt_out_no_message_of_that_purpose_leaves(
    anew: Anew, actions: list[tuple[str, tuple[str, object]]]
) -> None:
    """Whatever the order of what happens: queued before, told by others, found again after a crash."""
    for database in anew():
        life = Life(database)
        for who in PEOPLE:
            life.says("bonjour", who)
        for number, (who, (what, detail)) in enumerate(actions):
            before = len(life.sent)
            if what in ("yes", "no"):
                says(life, who, str(detail), yes=what == "yes")
            elif what == "stop":
                life.says(str(detail), who)
            elif what == "queue":
                queues(life, who, str(detail), number, number % 60)
            elif what == "tell":
                tells(life, who, str(detail), f"t{number}", number % 3)
            elif what == "wait":
                life.waits(minutes=int(str(detail)))
            else:
                crash(life)
            check(life, life.sent[before:])


def check(life: Life, left: Sequence[tuple[str, str, object]]) -> None:
    """What left just now needed nothing, or a yes that holds."""
    for key, who, _ in left:
        person = life.person(who)
        assert person is not None
        needed = NEEDS.get(key.partition("/")[0])
        with life.database.read() as connection:
            said = consents_of(connection, person)
        assert needed is None or any(said.get(purpose) == "yes" for purpose in needed), (key, said)


def test_a_row_that_waits_is_cancelled_by_the_stop_and_says_why(database: Database) -> None:
    """The sums hold; what the person waits for is not touched; another purpose neither."""
    life = Life(database)
    life.says("bonjour")
    says(life, "u1", KEEP, yes=True)
    says(life, "u1", GATHERINGS, yes=True)
    for number, kind in enumerate(("remind", "tell", "broadcast")):
        queues(life, "u1", kind, number, 30)
    says(life, "u1", GATHERINGS, yes=False)
    states = life.rows(select(ledger.c.key, ledger.c.state, ledger.c.reason).where(ledger.c.kind == "reminder"))
    assert sorted((key.partition("/")[0], state, reason) for key, state, reason in states) == [
        ("broadcast", "cancelled", "stopped"),
        ("remind", "cancelled", "stopped"),
        ("tell", "queued", None),
    ]


def test_stop_takes_back_every_yes_and_says_what_stops(either_database: Database) -> None:
    """Each purpose with a yes, and no other; what the person keeps is said."""
    life = Life(either_database)
    life.says("bonjour")
    for purpose in (KEEP, COMMUNITY, GATHERINGS):
        says(life, "u1", purpose, yes=True)
    person = life.person()
    with either_database.write() as connection:
        values = {"person": person, "community": "c", "state": "member", "joined_at": NOON, "checked_at": NOON}
        connection.execute(insert(memberships), values)
    said = "\n".join(life.says("stop"))
    wording = life.guide.wording
    for name in ("stop-list", "stop-community", "stop-gatherings", "stop-answers"):
        assert wording.say("fr", name) in said
    assert wording.say("fr", "stop-known", months=13) in said
    for name in ("stop-statistics", "stop-followup", "stop-alerts"):
        assert wording.say("fr", name) not in said
    answered = life.rows(select(consents.c.purpose, consents.c.granted).order_by(consents.c.id))
    assert answered[3:] == [(KEEP, False), (COMMUNITY, False), (GATHERINGS, False)]


@pytest.mark.parametrize("purpose", ALL)
def test_the_last_word_counts_for_each_purpose(either_database: Database, purpose: str) -> None:
    """Yes, no, yes: a query over people and one about a person agree."""
    life = Life(either_database)
    life.says("bonjour")

    person, found = life.person(), []
    assert person is not None
    for yes in (True, False, True):
        says(life, "u1", purpose, yes=yes)
        with either_database.read() as connection:
            found.append(purposes.agrees(connection, person, purpose))
    assert found == [True, False, True]
