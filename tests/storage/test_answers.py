"""Replies carried by the answer to a webhook: what is kept for it, given again, and taken for sent."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import Connection, text

from handlers.conversation import Conversation, Turn
from handlers.effects import Say
from handlers.messages import Address, Choice, Inbound, Reply
from handlers.world import World
from storage import answers, outbox, play
from storage.database import Database
from storage.outbox import OutboxRow
from tests.echo import NOON, guide

VIA = "webhook/700000001"
HERE = Address("telegram", "812")
PLAIN = (Say(Reply("réponse")),)


def scene(minutes: float = 0) -> play.Scene:
    """Some minutes after noon."""
    return play.Scene(guide(), NOON + timedelta(minutes=minutes), lambda n: "x" * n)


def played(
    connection: Connection, says: tuple[Say, ...] = PLAIN, via: str | None = VIA, minutes: float = 0, id: str = "7"
) -> tuple[OutboxRow, ...]:
    """One message that is answered so."""

    def respond(before: Conversation, inbound: Inbound, world: World) -> Turn:
        return Turn(before, says)

    return play.play(connection, Inbound(HERE, id, "812", "a"), respond, scene(minutes), via)


def owed(connection: Connection, minutes: float) -> tuple[OutboxRow, ...]:
    """What the loop takes, as at a start."""
    return outbox.take_owed(connection, scene(minutes).now, channels={"telegram": False}, alone=True)


def states(connection: Connection) -> list[tuple[str, str]]:
    """Each row and how it leaves."""
    return [tuple(row) for row in connection.execute(text("SELECT state, via FROM outbox ORDER BY id"))]


def test_a_single_plain_reply_is_kept_for_the_answer(database: Database) -> None:
    """Marked in the transaction of its turn; the loop never takes it, however old."""
    with database.write() as connection:
        (row,) = played(connection)
        assert row.via == VIA
        assert states(connection) == [("sending", VIA)]
        assert owed(connection, 60) == ()


def test_anything_else_goes_by_the_loop(database: Database) -> None:
    """Two messages, choices, a file, a change, a long text; or a channel that asks for updates."""
    cases = [
        (*PLAIN, *PLAIN),
        (Say(Reply("a", (Choice("o/a:b", "B"),))),),
        (Say(Reply("a", attachments=("ics:1",))),),
        (Say(Reply("a", replaces="receipt:5")),),
        (Say(Reply("a" * 5_000)),),
    ]
    with database.write() as connection:
        for number, says in enumerate(cases):
            assert {row.via for row in played(connection, says, id=str(number))} == {None}
        assert {row.via for row in played(connection, via=None, id="polled")} == {None}
        assert {via for _, via in states(connection)} == {"telegram"}


def test_a_repeat_is_given_the_same_answer_again(database: Database) -> None:
    """As long as its row is not settled; and its ten minutes start again."""
    with database.write() as connection:
        first = played(connection)
        assert played(connection, minutes=9) == first
        assert answers.settle(connection, scene(18).now) == 0
        assert answers.settle(connection, scene(19).now) == 1
        assert states(connection) == [("sent", VIA)]
        assert played(connection, minutes=20) == ()


def test_a_repeat_by_another_way_gives_the_row_to_the_loop(database: Database) -> None:
    """Updates are asked for now: the answer cannot carry it, and a crash must not lose it."""
    with database.write() as connection:
        played(connection)
        (row,) = played(connection, via=None, minutes=1)
        assert row.via is None
        assert states(connection) == [("sending", "telegram")]
        assert [each.key for each in owed(connection, 5)] == [row.key]


def test_a_repeat_of_what_the_loop_sends_is_nothing(database: Database) -> None:
    """Only what an answer carried is given again."""
    with database.write() as connection:
        assert played(connection, via=None) != ()
        assert played(connection, minutes=1) == ()


def test_a_change_of_a_message_is_always_made_again(database: Database) -> None:
    """Twice the same change is one change: it is never in doubt, however often it was begun."""
    with database.write() as connection:
        (row,) = played(connection, (Say(Reply("a", replaces="receipt:5")),))
        for minutes in (1, 2, 3, 4):
            assert [each.key for each in owed(connection, minutes)] == [row.key]
