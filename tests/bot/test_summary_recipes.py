"""`summary:2026-W47.xlsx`: made when it is sent, for who reads summaries then, and for nobody else."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import insert, update

from bot.formats import File, begun, finished, summary_files
from bot.formats.recipes import MAKERS
from handlers import counted
from handlers.effects_intake import Count
from handlers.messages import Address
from handlers.weeks import week_after, week_of
from storage import tallies
from storage.database import Database
from storage.tables import addresses, people, roles
from tests.echo import NOON
from tests.gatherings import CHANNEL, Crowd

ZONE = "Europe/Paris"
LAST = week_after(week_of(NOON, ZONE), -1)


@pytest.fixture
def life(either_database: Database) -> Database:
    """A database in which something was counted last week, and three people."""
    with either_database.write() as connection:
        tallies.tally(connection, NOON - timedelta(weeks=1), ZONE, [Count(counted.CONVERSATION, by=6)])
        for peer, role in (("agent", "agent"), ("admin", "admin"), ("animator", "animator"), ("u1", "")):
            here = connection.execute(insert(people).values(created_at=NOON, last_seen_at=NOON)).inserted_primary_key
            assert here is not None
            known = {"channel": CHANNEL, "peer": peer, "person": here[0], "private": True}
            connection.execute(insert(addresses).values(**known))
            if role:
                held = {"person": here[0], "role": role, "network": "", "granted_at": NOON}
                connection.execute(insert(roles).values(**held))
    return either_database


def files(life: Database, who: str, *recipes: str) -> tuple[File, ...]:
    """What this person is given."""
    with life.read() as connection:
        return finished(begun(connection, Crowd(life).scene(), MAKERS, Address(CHANNEL, who), recipes))


def test_agents_and_administrators_get_the_file_and_nobody_else(life: Database) -> None:
    """By the role held when it is made: one that was taken back opens nothing."""
    recipe = f"summary:{LAST}.xlsx"
    given = {who: [file.name for file in files(life, who, recipe)] for who in ("agent", "admin", "animator", "u1", "x")}
    name = f"bilan-{LAST}.xlsx"
    assert given == {"agent": [name], "admin": [name], "animator": [], "u1": [], "x": []}
    with life.write() as connection:
        connection.execute(update(roles).values(revoked_at=NOON))
    assert files(life, "agent", recipe) == ()


def test_a_recipe_of_nothing_gives_nothing(life: Database) -> None:
    """A week in course, one that does not exist, a form that is none."""
    now = week_of(NOON, ZONE)
    wrong = (f"{now}.xlsx", "2026-W54.xlsx", f"{LAST}.docx", LAST, "", ".pdf", "../x.pdf", "2020-W01.pdf")
    assert files(life, "agent", *(f"summary:{each}" for each in wrong)) == ()


def test_where_nothing_prints_a_page_comes_instead(life: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    """That any browser prints."""
    assert [file.media_type for file in files(life, "agent", f"summary:{LAST}.pdf")] == ["application/pdf"]
    monkeypatch.setattr(summary_files, "can_print", lambda: False)
    (page,) = files(life, "agent", f"summary:{LAST}.pdf")
    assert page.name == f"bilan-{LAST}.html"
