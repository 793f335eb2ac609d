"""A turn: one message, one transition, one commit with those who wait."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest
from sqlalchemy import select

from handlers.conversation import Conversation, Turn
from handlers.messages import Choice, Inbound, Reply
from handlers.world import World
from scheduler.clock import SetClock
from storage import outbox
from storage.conversations import conversation_of, sound_id
from storage.database import Database
from storage.outbox import Mark, OutboxRow
from storage.tables import addresses, consents, conversations, people, quarantined
from storage.tables import outbox as ledger
from tests.echo import NOON, SORRY, guide, message, respond, turns
from tests.rows import count


def texts(rows: tuple[OutboxRow, ...]) -> list[str]:
    """What is said."""
    return [row.reply.text for row in rows]


def conversation(database: Database) -> Conversation:
    """The only conversation there is."""
    with database.read() as connection:
        return conversation_of(connection.execute(select(conversations)).one())


async def test_a_turn_is_committed_when_its_answer_is_known(database: Database) -> None:
    """State, reply and message id, in one go."""
    async with turns(database) as lanes:
        rows = await lanes.submit(message("bonjour", "m1"))
        assert texts(rows) == ["1: bonjour"]
        counts = [count(database, name) for name in ("people", "addresses", "conversations", "inbound", "outbox")]
        assert counts == [1, 1, 1, 1, 1]
    assert conversation(database).answers == {"n": "1", "said": "bonjour"}


async def test_the_key_of_a_reply_is_made_of_its_message(database: Database) -> None:
    """The same for ever, and no name of a person in it."""
    async with turns(database) as lanes:
        (first, second) = await lanes.submit(message("deux", "m1"))
    with database.read() as connection:
        address = connection.execute(select(addresses.c.id)).scalar_one()
    assert [first.key, second.key] == [f"reply/terminal/{address}/m1/{n}" for n in (0, 1)]


@pytest.mark.parametrize("peers", [1, 7])
async def test_fifty_messages_at_once_are_fifty_transitions_in_their_order(database: Database, peers: int) -> None:
    """One person, one transition at a time, whatever the lanes."""
    async with turns(database) as lanes:
        asked = [lanes.submit(message(str(n), f"m{n}", f"u{n % peers}")) for n in range(50)]
        answered = await asyncio.gather(*asked)
    for peer in range(peers):
        mine = list(range(peer, 50, peers))
        assert [texts(answered[n]) for n in mine] == [[f"{rank}: {n}"] for rank, n in enumerate(mine, start=1)]


@pytest.mark.row("F10")
async def test_the_same_message_fifty_times_is_one_transition(database: Database) -> None:
    """Whatever comes twice is recognised, at the same instant or after a restart."""
    async with turns(database) as lanes:
        answered = await asyncio.gather(*(lanes.submit(message("bonjour", "same")) for _ in range(50)))
    async with turns(database) as lanes:
        late = await lanes.submit(message("bonjour", "same"))
    assert [len(rows) for rows in (*answered, late)] == [1] + [0] * 50
    assert conversation(database).version == 1


async def test_a_message_id_of_any_length_is_recognised(database: Database) -> None:
    """Also one that no column would hold."""
    odd = "é\x00\ud83d" * 5_000
    async with turns(database) as lanes:
        first, second = [await lanes.submit(message("bonjour", odd)) for _ in range(2)]
    assert (len(first), len(second), len(sound_id(odd))) == (1, 0, 64)


async def test_two_people_have_two_conversations(database: Database) -> None:
    """The same name on two channels is two people as well."""
    async with turns(database) as lanes:
        await lanes.submit(message("a", "m1", "u1"))
        assert texts(await lanes.submit(message("b", "m1", "u2"))) == ["1: b"]
    assert count(database, "people") == 2


@pytest.mark.row("D7")
async def test_a_message_in_a_room_leaves_no_person(database: Database) -> None:
    """It is answered, and nothing of it is remembered but its id."""
    async with turns(database) as lanes:
        rows = [await lanes.submit(message("oui", f"m{n}", "room", private=False)) for n in range(2)]
    assert [texts(each) for each in rows] == [["1: oui"], ["1: oui"]]
    assert [count(database, name) for name in ("people", "conversations", "consents")] == [0, 0, 0]


@pytest.mark.row("F14")
async def test_a_poison_message_is_set_aside_and_the_others_work(database: Database) -> None:
    """In the middle of a batch: the person gets an honest sentence, everyone else their answer."""
    async with turns(database) as lanes:
        said = ["a", "b", "boum", "c", "d"]
        asked = (lanes.submit(message(text, f"m{n}", f"u{n}")) for n, text in enumerate(said))
        answered = [texts(rows) for rows in await asyncio.gather(*asked)]
        assert answered == [["1: a"], ["1: b"], [SORRY], ["1: c"], ["1: d"]]
        assert await lanes.submit(message("boum", "m2", "u2")) == ()
        assert texts(await lanes.submit(message("e", "m9", "u2"))) == ["1: e"]
    with database.read() as connection:
        (found,) = connection.execute(select(quarantined)).all()
    assert (found.channel, found.message_id) == ("terminal", "m2")
    assert found.error.startswith("PoisonError echo.py:")


async def test_a_poison_message_keeps_what_was_answered_before(database: Database) -> None:
    """The failure is ours: the person loses nothing."""
    async with turns(database) as lanes:
        await lanes.submit(message("a", "m1"))
        await lanes.submit(message("boum", "m2"))
        assert texts(await lanes.submit(message("b", "m3"))) == ["2: b"]


@pytest.mark.row("F14")
async def test_a_message_that_even_the_apology_cannot_answer_is_set_aside(database: Database) -> None:
    """A sender that no column holds: the next person is served."""
    async with turns(database) as lanes:
        assert await lanes.submit(message("a", "m1", "\ud83d")) == ()
        assert texts(await lanes.submit(message("b", "m1", "u2"))) == ["1: b"]
    assert count(database, "quarantined") == 1


async def test_marks_are_written_with_the_next_commit(database: Database) -> None:
    """And on their own when nobody writes."""
    async with turns(database) as lanes:
        (row,) = await lanes.submit(message("a", "m1"))
        lanes.mark([Mark(row.key, "sent", NOON, receipt="77")])
    with database.read() as connection:
        assert outbox.receipt_of(connection, row.key) == "77"
        assert outbox.sums(connection)["sent"] == 1


@pytest.mark.row("D13")
async def test_the_text_of_a_reply_goes_with_the_next_turn(database: Database) -> None:
    """Once sent; what is still owed keeps its words."""
    async with turns(database) as lanes:
        (sent,) = await lanes.submit(message("a", "m1"))
        lanes.mark([Mark(sent.key, "sent", NOON)])
        await lanes.run(outbox.sums)
        (owed,) = await lanes.submit(message("b", "m2"))
        await lanes.submit(message("c", "m3"))
    with database.read() as connection:
        kept = {row.key: row.body is not None for row in connection.execute(select(ledger))}
    assert (kept[sent.key], kept[owed.key]) == (False, True)


async def test_a_repeat_of_an_old_message_forgets_nothing(database: Database) -> None:
    """A channel that brings it again at its start did not hear an answer: what was asked since stays known."""
    async with turns(database) as lanes:
        await lanes.submit(message("a", "m1"))
        (asked,) = await lanes.submit(message("b", "m2"))
        lanes.mark([Mark(asked.key, "sent", NOON)])
        await lanes.run(outbox.sums)
        assert await lanes.submit(message("a", "m1")) == ()
    with database.read() as connection:
        kept = {row.key: row.body is not None for row in connection.execute(select(ledger))}
    assert kept[asked.key]


@pytest.mark.row("D3")
async def test_consents_are_a_ledger_and_the_last_word_counts(database: Database) -> None:
    """Yes, then no: both stay, dated, with the wording that was read."""
    heard: list[object] = []

    def listen(before: Conversation, received: Inbound, world: World) -> Turn:
        heard.append(dict(world.person.consents))
        return respond(before, received, world)

    async with turns(database, answer=listen) as lanes:
        for n, text in enumerate(["garder", "ne plus garder", "a"]):
            await lanes.submit(message(text, f"m{n}"))
    assert heard == [{}, {"keep": "yes"}, {"keep": "no"}]
    with database.read() as connection:
        said = (consents.c.person, consents.c.granted, consents.c.wording, consents.c.channel, consents.c.at)
        rows = connection.execute(select(*said)).all()
    assert [tuple(row) for row in rows] == [(1, True, "v1", "terminal", NOON), (1, False, "v1", "terminal", NOON)]


@pytest.mark.parametrize(
    ("keeps", "silence", "expected"),
    [
        (False, timedelta(hours=23, minutes=59), "2: b"),
        (False, timedelta(hours=24), "1: b"),
        (True, timedelta(days=29, hours=23), "2: b"),
        (True, timedelta(days=30), "1: b"),
    ],
)
async def test_what_has_expired_is_gone_even_before_retention_ran(
    database: Database, keeps: bool, silence: timedelta, expected: str
) -> None:
    """24 hours of silence, or 30 days for who said yes; then they are new."""
    clock = SetClock(NOON)
    async with turns(database, clock) as lanes:
        await lanes.submit(message("garder" if keeps else "a", "m1"))
        clock.move(NOON + silence)
        assert texts(await lanes.submit(message("b", "m2"))) == [expected]
    assert count(database, "people") == 1
    assert count(database, "inbound") == int(expected[0])


async def test_the_world_knows_who_is_new_and_when_they_were_seen(database: Database) -> None:
    """Without anything that identifies them."""
    seen: list[object] = []

    def listen(before: Conversation, received: Inbound, world: World) -> Turn:
        seen.append((world.person.is_new, world.person.channel, world.person.last_seen, world.now))
        return respond(before, received, world)

    clock, later = SetClock(NOON), NOON + timedelta(hours=2)
    async with turns(database, clock, listen) as lanes:
        await lanes.submit(message("a", "m1"))
        clock.move(later)
        await lanes.submit(message("b", "m2"))
    assert seen == [(True, "terminal", None, NOON), (False, "terminal", NOON, later)]


async def test_the_pack_may_change_between_two_turns(database: Database) -> None:
    """The next turn reads the new one."""
    read: list[object] = []

    def listen(before: Conversation, received: Inbound, world: World) -> Turn:
        read.append(world.guide)
        return Turn(before)

    async with turns(database, answer=listen) as lanes:
        first = lanes.guide
        await lanes.submit(message("a", "m1"))
        lanes.guide = guide()
        await lanes.submit(message("b", "m2"))
        assert read == [first, lanes.guide]


async def test_a_job_runs_between_the_turns(database: Database) -> None:
    """In a transaction of its own; its failure is its own."""
    async with turns(database) as lanes:
        asked = [asyncio.ensure_future(lanes.submit(message(text, f"m{text}"))) for text in "ab"]
        await asyncio.sleep(0)
        with pytest.raises(ZeroDivisionError):
            await lanes.run(lambda connection: 1 // 0)
        assert [texts(rows) for rows in await asyncio.gather(*asked)] == [["1: a"], ["2: b"]]
        assert len(await lanes.run(lambda connection: connection.execute(select(people.c.id)).all())) == 1


async def test_a_reply_holds_all_that_a_channel_needs_after_a_restart(database: Database) -> None:
    """Text, choices, attachments and what it replaces come back from the ledger as they were."""
    reply = Reply("Été « œuvre » 🙂", message_choices(), ("ics:7@0",), "reply/terminal/1/m0/0")
    assert outbox.unpacked(outbox.packed(reply)) == reply
    assert outbox.unpacked(outbox.packed(Reply("seul"))) == Reply("seul")
    async with turns(database) as lanes:
        (row,) = await lanes.submit(message("a", "m1"))
        again = await lanes.run(
            lambda connection: outbox.take_owed(connection, NOON, channels={"terminal": True}, alone=True)
        )
    assert [(each.key, each.reply, each.address) for each in again] == [(row.key, row.reply, row.address)]


def message_choices() -> tuple[Choice, ...]:
    """Two buttons."""
    return (Choice("a/b:oui", "Oui"), Choice("a/b:non", "Non"))


async def test_a_loop_that_ends_leaves_what_waits_committed(database: Database) -> None:
    """Closing plays what was asked before."""
    async with turns(database) as lanes:
        asked = [asyncio.ensure_future(lanes.submit(message(str(n), f"m{n}"))) for n in range(100)]
        await asyncio.sleep(0)
    assert conversation(database).version == 100
    assert len(await asyncio.gather(*asked)) == 100
