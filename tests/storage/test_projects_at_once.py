"""Several people write at once about one laureate project: one code lets one in, and no place is given twice."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from bot.turns import Turns
from handlers.engine import respond, sorry
from handlers.messages import Address, Inbound
from handlers.projects import PLACES
from scheduler.clock import SetClock, SystemClock
from storage import projects
from storage.database import Database
from tests.conversation import guide
from tests.databases import emptied, opened
from tests.echo import NOON
from tests.projects import CALL, CITY, Hall

CROWD = 50


@pytest.fixture(params=["file", "server"])
def shared(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    """The databases on which several write at once."""
    url = f"sqlite:///{tmp_path}/boussole.db" if request.param == "file" else None
    yield from opened(url or emptied(request.getfixturevalue("postgresql")))


def typed(who: str, id: str, text: str) -> Inbound:
    """What someone types."""
    return Inbound(Address("terminal", who), id, who, text)


async def test_of_fifty_people_with_one_code_at_once_one_comes_in(shared: Database) -> None:
    hall = Hall(shared)
    code = hall.enlist()
    clock = SetClock(NOON)
    async with Turns(shared, respond, sorry, guide("lille"), clock) as lanes:
        whos = [f"u{n}" for n in range(CROWD)]
        await asyncio.gather(*(lanes.submit(typed(who, "code", code)) for who in whos))
        answered = await asyncio.gather(*(lanes.submit(typed(who, "yes", "oui")) for who in whos))
    texts = ["\n".join(row.reply.text for row in rows) for rows in answered]
    assert (sum("bienvenue" in text for text in texts), len(hall.members())) == (1, 1)
    assert sum("plus valable" in text for text in texts) == CROWD - 1


async def test_two_codes_asked_for_at_once_never_pass_the_places(shared: Database) -> None:
    """Who leads writes from two messengers at the same moment."""
    hall = Hall(shared)
    hall.enter("u1", hall.enlist())
    (linking,) = [word.strip(".") for word in hall.says("u1", "lier").split() if word.count("-") == 2]
    hall.says("other", linking)
    clock = SystemClock()
    async with Turns(shared, respond, sorry, guide("lille"), clock) as lanes:
        said = [
            lanes.submit(typed(who, f"i{n}", "inviter un collègue")) for n in range(PLACES) for who in ("u1", "other")
        ]
        await asyncio.gather(*said)
    assert hall.count("passes") == 1 + PLACES


def test_the_same_project_added_twice_at_once_is_one(postgresql: str) -> None:
    """The second waits for the first, where several write at a time."""
    project = (CITY, "Le Four", CALL, 2025)
    for database in opened(emptied(postgresql)):
        with ThreadPoolExecutor(1) as other:
            with database.write() as connection:
                assert projects.find(connection, *project) is None
                waiting = other.submit(looked_for, database, project)
                with pytest.raises(TimeoutError):
                    waiting.result(timeout=0.2)
                made = projects.add(connection, *project, NOON)
            assert waiting.result(timeout=10) == made


def looked_for(database: Database, project: tuple[str, str, str, int]) -> int | None:
    """What another transaction finds."""
    with database.write() as connection:
        return projects.find(connection, *project)
