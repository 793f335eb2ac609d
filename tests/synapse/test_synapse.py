"""The homeserver and the people of the tests can be relied on: what is written is read, whatever happens between."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
import textwrap
import time
from pathlib import Path
from urllib.parse import urlsplit
from uuid import uuid4

import pytest

from tests.synapse.cut import wire
from tests.synapse.fixtures import PASSWORD, Synapse
from tests.synapse.people import Person
from tests.synapse.phone import UNSIGNED, RefusedByServerError
from tests.synapse.signing import sign_own_device

ROOT = Path(__file__).parents[2]


async def pair(synapse: Synapse, *, encrypted: bool = True, strict: bool = False) -> tuple[Person, Person, str]:
    """Two people and their direct room; the first may be strict."""
    holder, neighbour = await synapse.person("holder", strict=strict), await synapse.person("neighbour")
    room = await holder.direct_room(neighbour.user_id, encrypted)
    await neighbour.accepts(room)
    await holder.joined_by(room, neighbour.user_id)
    return holder, neighbour, room


async def bodies(person: Person, room: str, count: int) -> list[str]:
    """What is heard next."""
    return [heard.body for heard in await person.hears(room, count)]


@pytest.mark.parametrize("encrypted", [True, False])
async def test_two_people_read_each_other_in_order(synapse: Synapse, encrypted: bool) -> None:
    holder, neighbour, room = await pair(synapse, encrypted=encrypted)
    for number in range(5):
        await holder.says(room, f"un {number}")
    assert await bodies(neighbour, room, 5) == [f"un {number}" for number in range(5)]
    await neighbour.says(room, "deux")
    (heard,) = await holder.hears(room)
    assert (heard.body, heard.msgtype, heard.encrypted) == ("deux", "m.text", encrypted)


async def test_what_is_written_to_somebody_invited_is_read_on_arrival(synapse: Synapse) -> None:
    holder, neighbour = await synapse.person("holder"), await synapse.person("neighbour", follows=False)
    room = await holder.direct_room(neighbour.user_id)
    await holder.says(room, "avant")
    neighbour.opens_app()
    await neighbour.accepts(room)
    assert await bodies(neighbour, room, 1) == ["avant"]


async def test_an_app_that_was_closed_finds_what_was_written(synapse: Synapse) -> None:
    holder, neighbour, room = await pair(synapse)
    await neighbour.closes_app()
    await holder.says(room, "pendant")
    neighbour.opens_app()
    assert await bodies(neighbour, room, 1) == ["pendant"]


async def test_a_message_whose_key_comes_late_is_read_in_its_place(synapse: Synapse, tmp_path: Path) -> None:
    holder, neighbour, room = await pair(synapse)
    await holder.says(room, "tôt")
    await neighbour.hears(room)
    tablet = await synapse.device(neighbour.user_id)
    assert (len(tablet.unreadable(room)), tablet.said(room)) == (1, [])
    await neighbour.client.export_keys(str(tmp_path / "keys"), "a passphrase")
    await tablet.client.import_keys(str(tmp_path / "keys"), "a passphrase")
    await holder.says(room, "tard")
    assert await bodies(tablet, room, 2) == ["tôt", "tard"]


async def test_what_the_homeserver_refuses_is_said_at_once(synapse: Synapse) -> None:
    _, _, room = await pair(synapse)
    carl = await synapse.person("carl")
    async with asyncio.timeout(10):
        with pytest.raises(RefusedByServerError) as refusal:
            await carl.accepts(room)
    assert (refusal.value.status, refusal.value.code) == (403, "M_FORBIDDEN")


@pytest.mark.parametrize("way", ["stop", "kill"])
async def test_a_homeserver_that_comes_back_kept_everything(synapse: Synapse, way: str) -> None:
    holder, neighbour, room = await pair(synapse)
    await holder.says(room, "avant")
    await getattr(synapse, way)()
    waiting = asyncio.create_task(holder.says(room, "pendant"))
    await asyncio.sleep(0.5)
    assert not waiting.done()
    await synapse.start()
    await waiting
    await holder.says(room, "ensuite")
    assert await bodies(neighbour, room, 3) == ["avant", "pendant", "ensuite"]


async def test_what_is_tried_a_hundred_times_while_the_homeserver_is_away_can_be_read(
    synapse: Synapse, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each try is the same event: who encrypts again at each one uses up a key, and takes another that nobody has."""
    monkeypatch.setattr("tests.synapse.phone.AGAIN_AFTER", 0.0)
    user_id, password = await synapse.account("holder")
    tried = 0

    async def refused(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        nonlocal tried
        tried += 1
        writer.close()

    async with wire(synapse.url) as line:
        holder = Person(line.url, user_id)
        synapse.people.append(holder)
        await holder.log_in(password, "phone")
        holder.opens_app()
        neighbour = await synapse.person("neighbour")
        room = await holder.direct_room(neighbour.user_id)
        await holder.says(room, "avant")
        await neighbour.accepts(room)
        assert await bodies(neighbour, room, 1) == ["avant"]
        await holder.joined_by(room, neighbour.user_id)
        await holder.closes_app()
        await holder.says(room, "avec sa clé")
        assert await bodies(neighbour, room, 1) == ["avec sa clé"]
        await line.cut()
        async with await asyncio.start_server(refused, "127.0.0.1", urlsplit(line.url).port):
            saying = asyncio.create_task(holder.says(room, "pendant"))
            await holder.until(lambda: tried > 500, 90.0, lambda: f"{tried} tries")
        await line.mended()
        await saying
        assert await bodies(neighbour, room, 1) == ["pendant"]


async def test_a_frozen_homeserver_answers_nothing_until_it_thaws(synapse: Synapse) -> None:
    holder, neighbour, room = await pair(synapse)
    synapse.server.freeze()
    waiting = asyncio.create_task(holder.says(room, "lent"))
    await asyncio.sleep(0.5)
    assert not waiting.done()
    synapse.server.thaw()
    assert await bodies(neighbour, room, 1) == ["lent"]
    await waiting


async def test_a_strict_person_gives_no_key_to_a_device_that_its_owner_has_not_signed(synapse: Synapse) -> None:
    holder, neighbour, room = await pair(synapse, strict=True)
    assert not await holder.sees_signed(neighbour.user_id, neighbour.device_id)
    await holder.says(room, "secret")
    await neighbour.says(room, "inconnu")
    await holder.until(lambda: holder.unreadable(room), 10, lambda: str(holder.events(room)))
    await neighbour.until(lambda: neighbour.unreadable(room), 10, lambda: str(neighbour.events(room)))
    assert ([each.refusal for each in holder.unreadable(room)], neighbour.said(room)) == ([UNSIGNED], [])


async def test_a_strict_person_talks_with_a_device_that_its_owner_has_signed(synapse: Synapse) -> None:
    holder, neighbour, room = await pair(synapse, strict=True)
    await sign_own_device(neighbour)
    assert await holder.sees_signed(neighbour.user_id, neighbour.device_id)
    await holder.says(room, "secret")
    assert await bodies(neighbour, room, 1) == ["secret"]
    await neighbour.says(room, "connu")
    assert await bodies(holder, room, 1) == ["connu"]


async def test_a_strict_person_distrusts_somebody_whose_master_key_was_replaced(synapse: Synapse) -> None:
    holder, neighbour = await synapse.person("holder", strict=True), await synapse.person("neighbour")
    await sign_own_device(neighbour)
    assert await holder.sees_signed(neighbour.user_id, neighbour.device_id)
    with pytest.raises(RefusedByServerError, match="401"):
        await sign_own_device(neighbour)
    await sign_own_device(neighbour, PASSWORD)
    assert not await holder.sees_signed(neighbour.user_id, neighbour.device_id)
    assert await (await synapse.person("carl")).sees_signed(neighbour.user_id, neighbour.device_id)


async def test_the_other_device_of_somebody_is_not_signed_with_the_first(synapse: Synapse) -> None:
    holder, neighbour = await synapse.person("holder"), await synapse.person("neighbour")
    await sign_own_device(neighbour)
    other = await synapse.device(neighbour.user_id)
    assert await holder.sees_signed(neighbour.user_id, neighbour.device_id)
    assert not await holder.sees_signed(neighbour.user_id, other.device_id)


async def test_each_kind_of_message_arrives_as_it_was_meant(synapse: Synapse) -> None:
    holder, neighbour, room = await pair(synapse)
    first = await holder.says(room, "original")
    reply = await holder.says(room, "réponse", replies_to=first, quoting="original")
    await holder.says(room, "dans le fil", thread=first)
    await holder.edits(room, reply, "corrigé")
    await holder.shares_location(room, 50.6, 3.1)
    await holder.sends_file(room, "note.txt", b"contenu", "text/plain")
    text, answer, threaded, edit, place, file = await neighbour.hears(room, 6)
    assert (text.relates_to, text.mentions) == ({}, {})
    assert (answer.replies_to, answer.body) == (first, "> original\n\nréponse")
    assert (threaded.thread, threaded.replies_to) == (first, "")
    assert (edit.replaces, edit.body, edit.content["body"]) == (reply, "corrigé", "* corrigé")
    assert (place.msgtype, place.content["geo_uri"]) == ("m.location", "geo:50.6,3.1")
    assert (file.msgtype, await neighbour.fetches(file), "url" in file.content) == ("m.file", b"contenu", False)


async def test_a_reaction_is_seen_and_taken_back(synapse: Synapse) -> None:
    holder, neighbour, room = await pair(synapse)
    reaction = await holder.reacts(room, await holder.says(room, "choix"), "2️⃣")
    gone = await holder.takes_back(room, reaction)
    await neighbour.until(lambda: neighbour.events(room, "m.room.redaction"), 10, lambda: str(neighbour.events(room)))
    (seen,), (redaction,) = neighbour.events(room, "m.reaction"), neighbour.events(room, "m.room.redaction")
    assert (seen.relates_to["key"], seen.encrypted) == ("2️⃣", False)
    assert (redaction.event_id, redaction.redacts) == (gone, reaction)


async def test_a_file_in_a_clear_room_is_read_back(synapse: Synapse) -> None:
    holder, neighbour, room = await pair(synapse, encrypted=False)
    await holder.sends_file(room, "note.txt", b"contenu")
    (file,) = await neighbour.hears(room)
    assert await neighbour.fetches(file) == b"contenu"


async def test_somebody_who_leaves_is_seen_leaving(synapse: Synapse) -> None:
    holder, neighbour, room = await pair(synapse)
    await neighbour.leaves(room)
    await holder.until(
        lambda: holder.membership(room, neighbour.user_id) == "leave", 10, lambda: str(holder.events(room))
    )
    assert holder.said(room) == []


async def refused(person: Person, room: str, times: int = 10) -> int:
    """How many of these messages, one after the other, the server found too many."""
    found: list[str] = []
    for number in range(times):
        message = {"msgtype": "m.text", "body": str(number)}
        try:
            await person.ask("PUT", f"rooms/{room}/send/m.room.message/{uuid4().hex}", message)
        except RefusedByServerError as answer:
            found.append(answer.code)
    return found.count("M_LIMIT_EXCEEDED")


async def test_a_limit_holds_one_account_and_no_other_until_it_is_lifted(synapse: Synapse) -> None:
    holder, neighbour, room = await pair(synapse, encrypted=False)
    await synapse.limit(neighbour.user_id, per_second=1, burst=2)
    assert (await refused(holder, room), await refused(neighbour, room) > 0) == (0, True)
    await synapse.limit(neighbour.user_id, 0, 0)
    assert await refused(neighbour, room) == 0


@pytest.mark.slow
async def test_a_setting_is_changed_for_one_test(synapse: Synapse) -> None:
    holder, _, room = await pair(synapse, encrypted=False)
    await synapse.restart(rc_message={"per_second": 0.5, "burst_count": 2})
    assert await refused(holder, room) > 0


async def test_the_next_test_finds_the_homeserver_as_it_is_configured(synapse: Synapse) -> None:
    """After the test above, which changed it."""
    holder, _, room = await pair(synapse, encrypted=False)
    assert (synapse.server.changes, await refused(holder, room)) == ({}, 0)


def test_a_homeserver_ends_with_whoever_started_it(tmp_path: Path) -> None:
    """Even killed: nothing is left running."""
    program = textwrap.dedent(f"""
        import os, pathlib, signal
        from tests.synapse.homeserver import Homeserver
        server = Homeserver(pathlib.Path({str(tmp_path)!r}))
        server.start()
        print(server.process_id, flush=True)
        os.kill(os.getpid(), signal.SIGKILL)
    """)
    said = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False)
    assert said.returncode == -signal.SIGKILL, said.stderr
    until = time.monotonic() + 10
    while alive(int(said.stdout)) and time.monotonic() < until:
        time.sleep(0.05)
    assert not alive(int(said.stdout))


def alive(process: int) -> bool:
    """True while a process runs; one that waits to be reaped does not."""
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    status = Path(f"/proc/{process}/stat")
    return not status.exists() or status.read_text().rpartition(")")[2].split()[0] != "Z"
