"""One person fills every field of every form with a canary: after « oublier » none sings, wherever it was written."""

from __future__ import annotations

import asyncio
import re
import shutil
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import fields
from pathlib import Path

import pytest
from sqlalchemy import func, select
from structlog.testing import capture_logs

from bot.app import App
from handlers.dialogue import Dialogue
from handlers.dialogues import BY_NAME, DIALOGUES
from scheduler import reviews
from scheduler.clock import SetClock
from storage import schema
from storage.backup import backup
from storage.conversations import conversation_of
from storage.database import Database, open_database
from storage.export import export
from storage.outbox import sums
from storage.tables import addresses, conversations, memberships, outbox, people
from tests.conversation import START, guide
from tests.played import PrintedChannel
from tests.players import TerminalPlayer, step
from tests.storage.test_forgetting import bytes_of, due_to_people
from tests.transcript import Codes, Heard, Message, read

SCENE = read((Path(__file__).parent / "canaries.txt").read_text("utf-8"))
CANARY = re.compile(rb"canari[a-z]+", re.IGNORECASE)
ME = "u1"
NEVER_FREE = next(field.default for field in fields(Dialogue) if field.name == "free")
# Every form: card, search, request, words passed on, correction, its refusal, a laureate's name, drafts left there; the
# list of who comes, words to a network and of a network, who was there as pasted; a broadcast taken back, a gathering
# never published; a question to a network, and what was added to it; a rendez-vous, asked for and given, and how a
# request ends or is refused. What was published of gatherings and broadcasts stays with the network:
# docs/donnees-personnelles.md says so.
KEPT = {
    *("canarisurnom", "canaristructure", "canariligne", "canarioffre", "canaricherche", "canaricontact"),
    *("canariquartier", "canarimessage", "canarisuite", "canaricorrection", "canariraison", "canaribrouillon"),
    *("canariliste", "canarireplique", "canariretour", "canarireprise"),
    *("canarititre", "canarisalle", "canarifeuille", "canarienvoi"),
    *("canaritransmise", "canarimerci"),
    *("canariquestion", "canariajout"),
    *("canaridispo", "canarisujet", "canariadresse", "canarifin", "canarirefus"),
}
# Not understood, not for keeping, or a name that was changed since: never there at all, not even before.
NEVER = {
    *("canarilieu", "canariautre", "canariphrase", "canaricommune", "canarihumain", "canariendroit", "canariappel"),
    *("canariancien", "canaripresente"),
}


@asynccontextmanager
async def lived(folder: Path, asked: set[str]) -> AsyncIterator[tuple[App, Database, TerminalPlayer]]:
    """The whole conversation, each step answered as it should; `asked` gets the subjects in which free words were
    typed."""
    database, channel, clock = open_database(f"sqlite:///{folder}/boussole.db"), PrintedChannel(), SetClock(START)
    schema.prepare(database)
    told, codes = guide(SCENE.pack), Codes()
    try:
        async with App(database, told, clock, {"terminal": channel}) as app:
            player = TerminalPlayer(app, clock, channel, SCENE.language)
            for exchange in SCENE.exchanges:
                if isinstance(exchange.step, Message) and exchange.step.who == ME and not exchange.step.tap:
                    asked.update(in_course(database))
                heard = await step(player, exchange.step, codes, told.pack.territory.timezone)
                said = [outcome.text for outcome in heard if isinstance(outcome, Heard)]
                assert not any("plus valable" in text for text in said), exchange.step
            yield app, database, player
    finally:
        database.close()


def in_course(database: Database) -> Iterator[str]:
    """The subject in which what is typed next is taken as it is."""
    mine = select(conversations).join(addresses, addresses.c.person == conversations.c.person)
    with database.read() as connection:
        rows = connection.execute(mine.where(addresses.c.peer == ME)).all()
    for row in rows:
        dialogue = BY_NAME.get(row.dialogue)
        if dialogue is not None and dialogue.free(conversation_of(row)):
            yield dialogue.name


def canaries(held: bytes) -> set[str]:
    """Those found."""
    return {found.decode().lower() for found in CANARY.findall(held)}


async def sung(folder: Path, asked: set[str]) -> tuple[set[str], int, object, object]:
    """Live, then forget the one who wrote; what was there before, how much is owed to nobody, and what is due."""
    async with lived(folder, asked) as (app, database, player):
        before = folder / "before"
        before.mkdir()
        backup(database, before / "copy.db")
        there = canaries(bytes_of(before))
        shutil.rmtree(before)
        for said in ("/oublier", "oui"):
            await player.send(Message(ME, said))
        await app.tick()
        await app.tick()
        with database.read() as connection:
            owed = select(func.count()).select_from(outbox).where(outbox.c.state.in_(("queued", "sending")))
            waits = connection.execute(owed).scalar_one()
            given = str([export(connection, id) for id in connection.execute(select(people.c.id)).scalars()])
            theirs = connection.execute(select(func.min(memberships.c.check_at))).scalar()
            me = select(addresses.c.person).where(addresses.c.peer == ME)
            assert connection.execute(me).scalar() is None
            assert sums(connection)
        scene = app._scene()
        next_ = await app.turns.run(lambda connection: due_to_people(connection, scene))
        # Those who animate a network are asked whether its cards still hold; a role goes with its person.
        again = await app.turns.run(lambda connection: reviews.next_due(connection, scene))
        backup(database, folder / "copy.db")
        assert canaries(bytes_of(folder) + given.encode()) == set()
        return there, waits, next_, min(each for each in (theirs, again) if each is not None)


@pytest.mark.row("D10", "D14")
def test_a_canary_in_every_field_of_every_form_is_found_nowhere_once_forgotten(tmp_path: Path) -> None:
    """Each subject that takes free words was asked. Those who had read them stay: nothing is in the database, its log
    of writes, what is logged, what others are given of theirs, nor in a new copy. What is due is due to them."""
    asked: set[str] = set()
    with capture_logs() as logs:
        there, waits, next_, theirs = asyncio.run(sung(tmp_path, asked))
    assert {dialogue.name for dialogue in DIALOGUES if dialogue.free is not NEVER_FREE} == asked
    assert there >= KEPT, KEPT - there
    assert not there & NEVER
    assert waits == 0
    assert next_ == theirs
    assert canaries(str(logs).encode()) == set()
