"""Two hundred people say « je viens » at once, for thirty seats: thirty are seated, the others wait in the order in
which they were answered. `BOUSSOLE_KILLS=200` (`make faults`) repeats it fifty times."""

from __future__ import annotations

import asyncio
import os
import re
from collections.abc import Sequence
from datetime import timedelta

import pytest
from sqlalchemy import select

from bot.turns import Turns
from handlers.engine import respond, sorry
from handlers.gatherings import SEATED, WAITING
from handlers.messages import Address, Inbound
from scheduler.clock import SystemClock
from storage.database import Database
from storage.outbox import OutboxRow
from storage.tables import addresses, bookings
from tests.conversation import guide
from tests.gatherings import planned

PEOPLE, SEATS = 200, 30
TIMES = 50 if int(os.environ.get("BOUSSOLE_KILLS", "50")) >= 200 else 2
_RANK = re.compile(r"numéro (\d+) de la liste")


def yes(number: int, gathering: int) -> Inbound:
    """Someone taps « Je viens »."""
    name = f"g{gathering}-u{number}"
    return Inbound(Address("telegram", name), f"m-{name}", name, "", f"coming/yes:{gathering}", "choice")


def said(rows: Sequence[OutboxRow]) -> str:
    """All that one person is answered."""
    return "\n".join(row.reply.text for row in rows)


@pytest.mark.parametrize("url", ["file", "server"], indirect=True)
async def test_thirty_seats_for_two_hundred_answers_at_once_are_thirty_seated_and_the_others_in_order(
    database: Database,
) -> None:
    """Through the real lanes, one of them on a file, several on a server."""
    clock = SystemClock()
    async with Turns(database, respond, sorry, guide(), clock) as lanes:
        for number in range(TIMES):
            start = clock.now() + timedelta(days=30 + number)
            gathering = planned(database, clock.now(), "apes", "petit_dej", start, title="Un thème", seats=SEATS)
            answers = await asyncio.gather(*(lanes.submit(yes(each, gathering)) for each in range(PEOPLE)))
            check(database, gathering, [said(rows) for rows in answers])


def check(database: Database, gathering: int, answers: list[str]) -> None:
    """What each one was told is what is written, and the sums are exact."""
    query = select(bookings.c.state, bookings.c.seats, addresses.c.peer)
    joined = query.join(addresses, addresses.c.person == bookings.c.person).where(bookings.c.gathering == gathering)
    with database.read() as connection:
        rows = connection.execute(joined.order_by(bookings.c.asked_at, bookings.c.id)).all()
    seated = {row.peer for row in rows if row.state == SEATED}
    line = [row.peer for row in rows if row.state == WAITING]
    assert (len(rows), len(seated), len(line)) == (PEOPLE, SEATS, PEOPLE - SEATS)
    told = {f"g{gathering}-u{number}": text for number, text in enumerate(answers)}
    assert {name for name, text in told.items() if "C'est noté : vous venez." in text} == seated
    ranks = {name: int(found[1]) for name, text in told.items() if (found := _RANK.search(text))}
    assert ranks == {name: place for place, name in enumerate(line, 1)}
