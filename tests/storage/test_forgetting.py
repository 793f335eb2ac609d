"""« oublier » is everywhere at once: after it nothing that somebody wrote is left, in any table, any file, any copy."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Connection, func, insert, select
from structlog.testing import capture_logs

from bot.app import App
from bot.channels import Channel
from scheduler import calls, due, occurrences, programmes, publishing, reminders
from scheduler.clock import SetClock
from storage import bulk, erasure, schema, tombstones
from storage.backup import backup
from storage.belonging import owners
from storage.data_map import data_map
from storage.database import Database, open_database
from storage.play import Scene
from storage.restoring import restore
from storage.tables import addresses, conversations, erasures, outbox, people, profiles, reports
from tests.conversation import START, guide
from tests.echo import NOON
from tests.lives import Life
from tests.played import PrintedChannel
from tests.players import TerminalPlayer, step
from tests.storage.test_export import MINE, seed, values
from tests.transcript import Codes, Enrolled, Message, Transcript, read

FOLDER = Path(__file__).parent.parent / "transcripts"
SHORTEST = 10
# The dates of the pack's series, programmes and calls, looked at when those whom they concern, if any, are told; and
# the Monday on which the figures of a week are kept, which are told to nobody.
OF_DATES: tuple[due.Source, ...] = (occurrences, reminders, programmes, calls, publishing)
# What is published without its author, or belongs to a project, stays: storage/data-map.toml says so.
KEPT_WITHOUT_THE_PERSON = ("broadcast", "desk", "diffuser", "laureat", "nouveau_laureat", "verifier")
# What is asked of a person of a network, what is sent to it, the rendez-vous and what became of it.
ASKED_OF_PEOPLE = ("parler_sans_groupe", "rendez_vous", "suivi", "transmettre_non", "transmettre_oui")
FILES = [
    file
    for file in sorted(FOLDER.rglob("*.txt"))
    if not file.stem.startswith(KEPT_WITHOUT_THE_PERSON)
    and (
        file.stem in ASKED_OF_PEOPLE or "accord : community" in (said := file.read_text("utf-8")) or "\nMEMBRE" in said
    )
]
# `published.body` repeats these sentences of ours each week: in it, the words of a button that somebody typed
# (« tout le monde ») are not theirs.
OF_SUMMARIES = (Path(__file__).parents[2] / "content" / "common" / "texts.summary.fr.ftl").read_text("utf-8")


def due_to_people(connection: Connection, scene: Scene) -> datetime | None:
    """When something is next due to somebody. What looks at dates does so whoever comes: when it does, nobody is
    told."""
    for source in OF_DATES:
        at = source.next_due(connection, scene)
        assert at is None or source.send_due(connection, replace(scene, now=at)) == ()
    found = [source.next_due(connection, scene) for source in due.SOURCES if source not in OF_DATES]
    return min((each for each in (*found, bulk.next_due(connection, scene.now)) if each is not None), default=None)


def bytes_of(folder: Path) -> bytes:
    """All that the files of a folder hold: the database, its log of writes, copies."""
    return b"\n".join(path.read_bytes() for path in sorted(folder.iterdir()) if path.is_file())


@pytest.mark.row("D10")
def test_no_word_in_any_column_of_any_table_is_left(file_database: Database, tmp_path: Path) -> None:
    """A word in every column that the map calls erasable: none in the file, in its log, nor in a new copy."""
    seed(file_database)
    words = set(erasable_words())
    with file_database.write() as connection:
        erasure.forget(connection, MINE, NOON)
    maintained(file_database)
    backup(file_database, tmp_path / "copy.db")
    held = bytes_of(tmp_path)
    assert len(words) > 30
    assert sorted(word for word in words if word.encode() in held) == []
    with file_database.read() as connection:
        for table, owner in owners():
            assert connection.execute(select(func.count()).select_from(table).where(owner == MINE)).scalar() == 0


def erasable_words() -> Iterator[str]:
    """What the first person wrote, in columns that are emptied with them. In which community names nobody."""
    for table, _ in owners():
        for name, entry in data_map()[table.name].items():
            said = values(table, MINE)[name]
            if entry.erasable and name != "community" and isinstance(said, str) and "m7" in said.replace("ot", ""):
                yield said[said.index("mot") :].rstrip('"}') if said.startswith("{") else said


def maintained(database: Database) -> None:
    """The log of writes is emptied, as after each erasure."""
    writer = database.writer()
    assert database.checkpoint(writer)
    writer.close()


# All of them in `make faults`; in `make test` those asked of people, and one in three of the others.
WHOLE = int(os.environ.get("BOUSSOLE_KILLS", "50")) >= 200
FORGOTTEN = [file for nth, file in enumerate(FILES) if WHOLE or file.stem in ASKED_OF_PEOPLE or nth % 3 == 0]


@pytest.mark.parametrize("file", FORGOTTEN, ids=[f"{file.parent.name}/{file.stem}" for file in FORGOTTEN])
def test_nothing_that_was_typed_in_a_conversation_is_left(file: Path, tmp_path: Path) -> None:
    """Every form of every conversation with members, then « oublier » by each: no hit anywhere, nothing is due."""
    transcript = read(file.read_text("utf-8"))
    with capture_logs() as logs:
        left = asyncio.run(lived_and_forgotten(transcript, tmp_path))
    assert left == (0, 0, None)
    held = bytes_of(tmp_path) + str(logs).encode()
    assert [text for text in typed(transcript) if text.encode() in held and text not in OF_SUMMARIES] == []


def typed(transcript: Transcript) -> Iterator[str]:
    """What people wrote in their own words: no button, no word of the pack."""
    for exchange in transcript.exchanges:
        said = exchange.step
        if isinstance(said, Message) and not said.tap and len(said.text) >= SHORTEST and " " in said.text:
            yield said.text
        elif isinstance(said, Enrolled):
            yield from (word for word in vars_of(said) if len(word) >= SHORTEST)


def vars_of(member: Enrolled) -> Iterator[str]:
    """The words with which someone was made a member."""
    for name in member.__slots__:
        value = getattr(member, name)
        yield from (value.values() if isinstance(value, dict) else [value] if isinstance(value, str) else ())


async def lived_and_forgotten(transcript: Transcript, folder: Path) -> tuple[int, int, object]:
    """Live it, then each asks to be forgotten; how many people and waiting messages are left, and what is due."""
    database, channel, clock = open_database(f"sqlite:///{folder}/boussole.db"), PrintedChannel(), SetClock(START)
    schema.prepare(database)
    told, codes = guide(transcript.pack), Codes()
    channels: dict[str, Channel] = {"terminal": channel}
    try:
        async with App(database, told, clock, channels) as app:
            player = TerminalPlayer(app, clock, channel, transcript.language)
            for exchange in transcript.exchanges:
                await step(player, exchange.step, codes, told.pack.territory.timezone)
            steps = [each.step for each in transcript.exchanges]
            for who in sorted({each.who for each in steps if isinstance(each, Message | Enrolled)}):
                for said in ("stop", "/oublier", "oui"):
                    await player.send(Message(who, said))
            await app.tick()
            await app.tick()
            scene = app._scene()
            with database.read() as connection:
                known = connection.execute(select(func.count()).select_from(people)).scalar_one()
                waits = connection.execute(
                    select(func.count()).select_from(outbox).where(outbox.c.state.in_(("queued", "sending")))
                ).scalar_one()
            next_ = await app.turns.run(lambda connection: due_to_people(connection, scene))
            return known, waits, next_
    finally:
        database.close()
        backup_of(folder)


def backup_of(folder: Path) -> None:
    """A new copy beside it."""
    database = open_database(f"sqlite:///{folder}/boussole.db")
    backup(database, folder / "copy.db")
    database.close()


def test_what_others_were_shown_of_someone_goes_with_them(database: Database) -> None:
    """An answer kept for a day, a button remembered, a message passed on, one that still waits, a report."""
    life = Life(database)
    life.says("bonjour")
    life.says("bonjour", "u2")
    mine, theirs = life.person(), life.person("u2")
    name = 'Louche "la fée" des vélos'
    fields = {column.name: "" for column in profiles.c if str(column.type) == "TEXT"}
    card = {**fields, "person": mine, "name": name, "visibility": "members", "created_at": NOON, "updated_at": NOON}
    body = '{"t": "Voici la fée\\" des vélos"}'
    row = {"kind": "notice", "due_at": NOON, "via": "terminal", "attempts": 1, "created_at": NOON, "person": theirs}
    with database.write() as connection:
        connection.execute(insert(profiles), card)
        shown = {**row, "key": "a", "state": "sent", "body": '{"t": "Louche \\"la fée\\" des vélos"}', "about": None}
        passed = {**row, "key": "b", "state": "sent", "body": body, "about": mine}
        waits = {**row, "key": "c", "state": "queued", "body": body, "about": mine}
        connection.execute(insert(outbox), [shown, passed, waits])
        report = {"community": "c", "reporter": theirs, "about": mine, "body": "ses mots", "at": NOON}
        connection.execute(insert(reports), report)
        memo = '{"welcomed": "1", "lettered": "[[\\"a/b:1\\", \\"Louche \\\\\\"la fée\\\\\\" des vélos\\"]]"}'
        connection.execute(conversations.update().where(conversations.c.person == theirs).values(memo=memo))
    life.says("oublier")
    life.says("oui")
    kept = select(outbox.c.key, outbox.c.state, outbox.c.body).where(outbox.c.key.in_(["a", "b", "c"]))
    assert life.rows(kept.order_by(outbox.c.key)) == [
        ("a", "sent", None),
        ("b", "sent", None),
        ("c", "cancelled", None),
    ]
    assert life.rows(select(conversations.c.memo)) == [('{"welcomed": "1"}',)]
    assert life.rows(select(reports.c.body, reports.c.about)) == [(None, None)]


@pytest.mark.row("D11")
def test_an_older_copy_put_back_forgets_again_whoever_asked_for_it(file_database: Database, tmp_path: Path) -> None:
    """Only them: not who stayed, nor who came back since; and only a keyed hash is kept of them (D11)."""
    life = Life(file_database)
    with file_database.write() as connection:
        tombstones.prepare(connection, lambda n: "k" * n)
    for who in ("canari-parti", "canari-reste", "canari-revenu"):
        life.says("bonjour", who)
    copy = backup(file_database, tmp_path / "copy.db")
    for who in ("canari-parti", "canari-revenu"):
        life.says("oublier", who)
        life.says("oui", who)
    life.now += timedelta(hours=1)
    life.tick()
    life.says("bonjour", "canari-revenu")
    later = backup(file_database, tmp_path / "later.db")
    assert b"canari-parti" not in later.read_bytes()
    path = file_database.path
    assert path is not None
    file_database.close()
    for source, back in ((copy, {"canari-reste"}), (later, {"canari-reste", "canari-revenu"})):
        restore(source, path, life.now)
        database = open_database(f"sqlite:///{path}")
        with database.read() as connection:
            found = set(connection.execute(select(addresses.c.peer).where(addresses.c.person.is_not(None))).scalars())
            macs = list(connection.execute(select(erasures.c.mac)).scalars())
        database.close()
        assert found == back
        assert len(macs) == 2
        assert all(len(mac) == 64 and "canari" not in mac for mac in macs)
        assert b"canari-parti" not in path.read_bytes()


@pytest.mark.row("D11")
def test_what_is_remembered_of_an_erasure_goes_when_no_copy_may_be_left(either_database: Database) -> None:
    """35 days, the longest that a copy may be kept."""
    life = Life(either_database)
    with either_database.write() as connection:
        connection.execute(insert(erasures), {"mac": "a" * 64, "at": NOON})
    life.waits(days=34)
    assert len(life.rows(select(erasures.c.mac))) == 1
    life.waits(days=1)
    assert life.rows(select(erasures.c.mac)) == []


@pytest.mark.row("I58")
def test_a_second_time_there_is_nothing_and_nothing_is_kept(either_database: Database) -> None:
    """Not even that they asked (I58)."""
    life = Life(either_database)
    assert life.says("oublier") == [life.guide.wording.say("fr", "privacy-forgotten-already")]
    life.tick()
    counted = {table.name: len(life.rows(select(table))) for table, _ in owners()}
    # The row of the answer is nobody's.
    assert {name: count for name, count in counted.items() if count} == {"outbox": 1}
    assert life.rows(select(outbox.c.person, outbox.c.address, outbox.c.body)) == [(None, None, None)]
