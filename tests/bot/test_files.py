"""Files are made as they leave, for the one person that they are about, and are nowhere kept."""

from __future__ import annotations

import base64
import json
import os
import time
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from bot.app import App
from bot.simulator import Simulator
from handlers.messages import Address, Reply
from scheduler.clock import SetClock
from storage import schema
from storage.database import Database, open_database
from storage.outbox import OutboxRow
from storage.tables import outbox
from tests.conversation import START, guide


async def talked(database: Database, *texts: str) -> list[dict[str, Any]]:
    """What a program is told after these lines."""
    lines: list[str] = []
    simulator = Simulator(lines.append)
    simulator.clock.move(START)
    async with App(database, guide(), simulator.clock, dict(simulator.channels)) as app:
        await simulator.start(app)
        for number, text in enumerate(texts):
            await simulator.line(app, number, json.dumps({"from": "u1", "text": text}))
    return [said for line in lines if "text" in (said := json.loads(line))]


@pytest.mark.row("D8")
async def test_a_program_gets_the_files_with_the_message_that_promises_them(tmp_path: Path) -> None:
    """Within a second, whole, in base64; the ledger holds a recipe and no byte of them (D8)."""
    database = open_database(f"sqlite:///{tmp_path}/b.db")
    schema.prepare(database)
    began = time.monotonic()
    said = await talked(database, "bonjour", "j'ai une idée", "Recevoir mes données", "recevoir mes données")
    assert time.monotonic() - began < 30
    given = [each for each in said if each["attachments"]]
    assert [[file["name"] for file in each["attachments"]] for each in given] == [
        ["mes-donnees.txt", "mes-donnees.json"]
    ] * 2
    sheet, file = given[0]["attachments"]
    content = json.loads(base64.b64decode(file["base64"]))
    assert (file["media_type"], content["data"]["conversations"][0]["answers"]) == (
        "application/json",
        {"etape": "idee"},
    )
    assert "etape" in base64.b64decode(sheet["base64"]).decode("utf-8-sig")
    with database.read() as connection:
        bodies = [body for body in connection.execute(select(outbox.c.body)).scalars() if body]
    assert [body for body in bodies if "mes-donnees" in body] == []
    database.close()
    assert [name for name in os.listdir(tmp_path) if not name.startswith("b.db")] == []  # noqa: PTH208  # at once


async def test_a_file_whose_person_was_erased_meanwhile_is_not_made(either_database: Database) -> None:
    """The message leaves without it."""
    database, clock = either_database, SetClock(START)
    simulator = Simulator(lambda _: None)
    async with App(database, guide(), clock, dict(simulator.channels)) as app:
        await simulator.line(app, 1, json.dumps({"from": "u1", "text": "bonjour"}))
        with_file = json.dumps({"from": "u1", "text": "recevoir mes données"})
        await simulator.line(app, 2, with_file)
        with database.read() as connection:
            key = connection.execute(select(outbox.c.key).order_by(outbox.c.id.desc()).limit(1)).scalar_one()
        row = OutboxRow(key, "reply", Address("terminal", "u1"), Reply("?", (), ("export:1",)), START)
        assert len(await app.turns.files(row)) == 1
        for text in ("oublier", "oui"):
            await simulator.line(app, 3, json.dumps({"from": "u1", "text": text}))
        assert await app.turns.files(row) == ()
