"""An orientation asks nobody who they are: what it leaves is written here, table by table, and is gone after a day."""

from __future__ import annotations

import pytest
from sqlalchemy import func, select

from handlers.guide import Guide
from storage.database import Database
from storage.tables import addresses, metadata, outbox
from tests.conversation import guide
from tests.handlers.packs import NAMES
from tests.lives import Life
from tests.walking import sample

OF_THE_PERSON = {"people", "addresses", "conversations", "inbound"}
COUNTS = {"outbox", "tallies", "published", "marks", "gatherings", "tellings"}
"""What names nobody: the ledger, numbers, marks of the machine, and the dates of the pack."""


def filled(life: Life) -> set[str]:
    """The tables that hold something."""
    with life.database.read() as connection:
        return {
            name
            for name, table in metadata.tables.items()
            if connection.execute(select(func.count()).select_from(table)).scalar_one()
        }


def walks(life: Life, told: Guide, answers: dict[str, str]) -> None:
    """Every question answered by its button, to the doors."""
    life.says("bonjour")
    for question in told.pack.orientation.questions:
        for value in answers.get(question.fact, "").split():
            life.taps(f"orientation/{question.fact}:{value}")
        if question.most > 1 and len(answers.get(question.fact, "").split()) < question.most:
            life.taps(f"orientation/{question.fact}:done")


@pytest.mark.row("D4")
@pytest.mark.parametrize("name", NAMES)
def test_a_whole_orientation_keeps_an_address_a_conversation_and_the_ledger_for_a_day(
    either_database: Database, name: str
) -> None:
    """No name, no yes, no card; the next day nobody is known any more, and no row says whose it was."""
    told = guide(name)
    before = filled(Life(either_database, guide=told))
    for answers in sample(name)[:5]:
        life = Life(either_database, guide=told)
        walks(life, told, dict(answers))
        assert filled(life) - before - COUNTS == OF_THE_PERSON
        assert len(life.rows(select(addresses.c.id))) == 1
        life.waits(hours=24)
        assert not filled(life) & OF_THE_PERSON
        named = (outbox.c.person.is_not(None), outbox.c.address.is_not(None), outbox.c.body.is_not(None))
        assert [row for column in named for row in life.rows(select(outbox.c.key).where(column))] == []
