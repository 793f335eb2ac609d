"""Flood: one warning, then silence; the others are answered; nobody who only answers questions is held back."""

from __future__ import annotations

import asyncio
import time
from collections import Counter
from dataclasses import dataclass, field

import pytest
from sqlalchemy import func, select

from bot import settings
from bot.app import App
from bot.channels import Outgoing
from bot.flood import Allowance, Flood, Rate, Verdict, allowance_of
from handlers.messages import Address, Inbound
from scheduler.clock import SetClock
from storage.database import Database
from storage.tables import conversations
from storage.tables import inbound as received
from tests.bot.running import PATIENCE, running
from tests.conversation import guide
from tests.databases import Home
from tests.echo import NOON
from tests.fake_telegram.remote import Remote

CROWD = 150
READ, WARN, BUSY, DROP = Verdict.READ, Verdict.WARN, Verdict.BUSY, Verdict.DROP


def test_twenty_messages_at_once_are_read_then_one_is_warned_and_the_rest_dropped() -> None:
    """And counted."""
    flood = Flood()
    said = [flood.admit("u1", 100.0) for _ in range(100)]
    assert said == [READ] * 20 + [WARN] + [DROP] * 79
    assert flood.dropped == 79


def test_what_is_dropped_is_told_to_whoever_counts() -> None:
    """One call for each, and none for what was answered."""
    flood, told = Flood(), list[int]()
    flood.observe = lambda: told.append(1)
    for _ in range(25):
        flood.admit("u1", 100.0)
    assert (len(told), flood.dropped) == (4, 4)


def test_an_operator_says_how_fast_is_too_fast() -> None:
    """Without a word in the configuration, what the code says; with some, each in its place."""
    assert allowance_of(settings.Flood()) == Allowance()
    given = settings.Flood(
        at_once=3, per_minute=6, calm_at_once=2, calm_per_minute=3, shared_at_once=9, shared_per_minute=30,
        silence_seconds=5,
    )  # fmt: skip
    assert allowance_of(given) == Allowance(Rate(3.0, 0.1), Rate(2.0, 0.05), Rate(9.0, 0.5), 5.0)


@pytest.mark.row("I38")
def test_a_hundred_messages_a_second_for_five_minutes_get_twenty_answers_and_one_warning() -> None:
    """Who never stops is not told again each minute."""
    flood = Flood()
    said = Counter(flood.admit("u1", n / 100) for n in range(5 * 60 * 100))
    assert (said[READ], said[WARN], said[BUSY]) == (20, 1, 0)


def test_one_message_a_second_is_read_for_ever() -> None:
    """Fast, but somebody may be reading it."""
    flood = Flood()
    assert {flood.admit("u1", float(n)) for n in range(10_000)} == {READ}


def test_after_a_minute_of_silence_one_is_read_again_and_warned_again_if_need_be() -> None:
    """It was a child with the phone."""
    flood = Flood()
    first = [flood.admit("u1", 0.0) for _ in range(25)]
    assert flood.admit("u1", 59.0) is DROP
    again = [flood.admit("u1", 200.0) for _ in range(25)]
    assert again == first


def test_a_flood_by_one_holds_back_nobody_else() -> None:
    """Each has a bucket."""
    flood = Flood()
    for _ in range(1_000):
        flood.admit("u1", 0.0)
    assert [flood.admit(f"u{n}", 0.0) for n in range(2, 500)] == [READ] * 498


def test_taps_are_always_read_and_give_room_to_write() -> None:
    """A button is tapped after an answer: somebody converses."""
    flood = Flood()
    said = [flood.admit("u1", 0.0, tap=n % 3 > 0) for n in range(3_000)]
    assert set(said) == {READ}
    flood = Flood()
    for _ in range(30):
        flood.admit("u2", 0.0)
    assert flood.admit("u2", 0.0, tap=True) is READ


@pytest.mark.row("I39")
def test_five_hundred_accounts_together_get_a_fixed_answer_once_a_minute() -> None:
    """Those who write a first message meanwhile get their own."""
    flood = Flood()
    said = Counter(flood.admit(f"u{n}", second + n / 500) for second in range(60) for n in range(500))
    assert said[READ] <= 500 * (10 + 0.2 * 60) + 500 + 50 * 60
    assert (400 <= said[BUSY] <= 500, said[WARN]) == (True, 0)
    assert [flood.admit(f"new{n}", 60.0) for n in range(1_000)] == [READ] * 1_000


@pytest.mark.row("I60")
def test_ten_thousand_people_after_a_press_article_are_all_read() -> None:
    """One message each is no flood, however many they are."""
    flood = Flood()
    assert {flood.admit(f"u{n}", n / 10_000) for n in range(10_000)} == {READ}
    assert len(flood._people) <= 20_000


def test_what_waited_while_we_were_away_was_not_written_in_haste() -> None:
    """Thirty messages in a day come at once when the bot starts."""
    flood = Flood()
    assert {flood.admit("u1", 5.0, sent_at=1e9 + 3_600.0 * n) for n in range(30)} == {READ}
    assert [flood.admit("u2", 5.0, sent_at=1e9) for _ in range(21)][-1] is WARN


@pytest.mark.row("I35", "I38")
@pytest.mark.parametrize("step", [10.0, 3_600.0, 1e9, -3_600.0])
def test_invented_hours_do_not_let_a_flood_through(step: float) -> None:
    """A homeserver may date its messages as it likes: of ten thousand, a few are read."""
    flood = Flood()
    said = Counter(flood.admit("u1", n / 100, sent_at=step * n) for n in range(1, 10_001))
    assert said[READ] <= 20 + 100 + 3_600 / 10
    assert flood.admit("u2", 0.0) is READ


def test_memory_is_bounded_whoever_comes() -> None:
    """The longest silent are forgotten."""
    flood = Flood()
    for n in range(50_000):
        flood.admit(n, float(n))
    assert len(flood._people) == 20_000


@dataclass
class Paper:
    """A channel that writes on paper."""

    name: str = "terminal"
    edits: bool = True
    buttons: bool = True
    files: bool = False
    repeats: bool = False
    longest_text: int = 4_000
    sent: list[Outgoing] = field(default_factory=list)

    async def send(self, outgoing: Outgoing) -> str:
        """Write."""
        self.sent.append(outgoing)
        return f"r{len(self.sent)}"


@pytest.fixture
def database(either_database: Database) -> Database:
    """On each of the two."""
    return either_database


def says(text: str, id: int, peer: str = "u1", *, room: str = "", hint: str = "fr") -> Inbound:
    """What somebody writes."""
    return Inbound(Address("terminal", room or peer), str(id), peer, text, hint=hint, private=not room)


@pytest.mark.row("I38")
async def test_the_flooder_is_told_once_in_their_language_and_the_others_are_answered(database: Database) -> None:
    """What is dropped leaves no trace; the warning is a message like another."""
    paper = Paper()
    async with App(database, guide(""), SetClock(NOON), {"terminal": paper}, flood=Flood()) as app:
        await asyncio.gather(*(app.receive(says("blabla", n, hint="en")) for n in range(100)))
        await app.receive(says("bonjour", 1, "u2"))
        await app.delivery.settled()
    mine = [outgoing.reply.text for outgoing in paper.sent if outgoing.address.peer == "u1"]
    assert sum("faster than I can read" in text for text in mine) == 1
    assert len([outgoing for outgoing in paper.sent if outgoing.address.peer == "u2"]) >= 1
    with database.read() as connection:
        assert connection.execute(select(func.count()).select_from(received)).scalar_one() == 22


@pytest.mark.row("I39")
async def test_in_a_flood_by_many_the_fixed_answer_is_the_same_for_all_and_their_words_are_not_played(
    database: Database,
) -> None:
    """Nothing is shared any more: who has nothing left of their own is told so once, and no turn is theirs."""
    paper, flood = Paper(), Flood(Allowance(calm=Rate(1.0, 0.0), shared=Rate(0.0, 0.0)))
    async with App(database, guide(""), SetClock(NOON), {"terminal": paper}, flood=flood) as app:
        for n, text in enumerate(("bonjour", *["j'ai une idée"] * 4)):
            await asyncio.gather(*(app.receive(says(text, n, f"u{who}")) for who in range(20)))
        await app.delivery.settled()
    told = Counter(outgoing.reply.text for outgoing in paper.sent)
    (busy,) = [text for text in told if text.startswith("Trop de personnes m'écrivent")]
    assert told[busy] == 20
    with database.read() as connection:
        assert list(connection.execute(select(conversations.c.answers)).scalars()) == ["{}"] * 20


@pytest.mark.row("I60")
async def test_people_who_all_write_at_once_are_all_answered(database: Database) -> None:
    """Each has the welcome and the first question, once."""
    paper = Paper()
    async with App(database, guide(""), SetClock(NOON), {"terminal": paper}, flood=Flood()) as app:
        await asyncio.gather(*(app.receive(says("/start", 1, f"u{who}")) for who in range(CROWD)))
        await app.delivery.settled()
    asked = Counter(outgoing.address.peer for outgoing in paper.sent if "Question 1." in outgoing.reply.text)
    assert (len(asked), set(asked.values())) == (CROWD, {1})


@pytest.mark.parametrize(("hint", "expected"), [("en-GB", "You write faster"), ("eu", "Vous écrivez plus vite")])
async def test_a_newcomer_is_told_in_the_language_of_their_phone(database: Database, hint: str, expected: str) -> None:
    """If we speak it; and who they are is not asked before they may be read."""
    paper, flood = Paper(), Flood(Allowance(person=Rate(0.0, 1.0)))
    async with App(database, guide(""), SetClock(NOON), {"terminal": paper}, flood=flood) as app:
        await app.receive(says("bonjour", 1, hint=hint))
        await app.delivery.settled()
    assert [outgoing.reply.text.startswith(expected) for outgoing in paper.sent] == [True]


async def test_nothing_is_said_in_a_room_to_one_who_floods_it(database: Database) -> None:
    """The others there did nothing; and the flooder is one person in every room."""
    paper, flood = Paper(), Flood(Allowance(person=Rate(20.0, 0.0)))
    async with App(database, guide(""), SetClock(NOON), {"terminal": paper}, flood=flood) as app:
        for n in range(40):
            await app.receive(says("/start", n, room=f"g{n % 2}"))
        await app.delivery.settled()
    assert len(paper.sent) == 20


async def test_the_terminal_is_never_too_fast(database: Database) -> None:
    """Programs converse there."""
    paper = Paper()
    async with App(database, guide(""), SetClock(NOON), {"terminal": paper}) as app:
        for n in range(60):
            await app.receive(says("aide", n))
        await app.delivery.settled()
    assert len(paper.sent) >= 60


@pytest.mark.slow
def test_the_real_process_is_set_by_the_configuration_and_counts_what_it_drops(home: Home) -> None:
    """Two at once, one warning, the rest on the page of figures."""
    with (
        Remote.start() as api,
        running(home, api.port, FLOOD__AT_ONCE="2", FLOOD__PER_MINUTE="1") as bot,
    ):
        bot.until(ready=True)
        for _ in range(6):
            api.do(812, "sends", text="bonjour")
        deadline = time.monotonic() + PATIENCE
        while "boussole_messages_dropped_total 3.0" not in bot.get("/metrics")[1]:
            assert time.monotonic() < deadline, bot.get("/metrics")[1]
            time.sleep(0.05)
        assert bot.stopped()[0] == 0
