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
from uuid import uuid4

import pytest

from tests.synapse.fixtures import PASSWORD, Synapse
from tests.synapse.people import Person
from tests.synapse.phone import UNSIGNED, RefusedByServerError
from tests.synapse.signing import sign_own_device

ROOT = Path(__file__).parents[2]


async def pair(synapse: Synapse, *, encrypted: bool = True, strict: bool = False) -> tuple[Person, Person, str]:
    """Two people and their direct room; the first may be strict."""
    anna, bob = await synapse.person("anna", strict=strict), await synapse.person("bob")
    room = await anna.direct_room(bob.user_id, encrypted)
    await bob.accepts(room)
    await anna.joined_by(room, bob.user_id)
    return anna, bob, room


async def bodies(person: Person, room: str, count: int) -> list[str]:
    """What is heard next."""
    return [heard.body for heard in await person.hears(room, count)]


@pytest.mark.parametrize("encrypted", [True, False])
async def test_two_people_read_each_other_in_order(synapse: Synapse, encrypted: bool) -> None:
    anna, bob, room = await pair(synapse, encrypted=encrypted)
    for number in range(5):
        await anna.says(room, f"un {number}")
    assert await bodies(bob, room, 5) == [f"un {number}" for number in range(5)]
    await bob.says(room, "deux")
    (heard,) = await anna.hears(room)
    assert (heard.body, heard.msgtype, heard.encrypted) == ("deux", "m.text", encrypted)


async def test_what_is_written_to_somebody_invited_is_read_on_arrival(synapse: Synapse) -> None:
    anna, bob = await synapse.person("anna"), await synapse.person("bob", follows=False)
    room = await anna.direct_room(bob.user_id)
    await anna.says(room, "avant")
    bob.opens_app()
    await bob.accepts(room)
    assert await bodies(bob, room, 1) == ["avant"]


async def test_an_app_that_was_closed_finds_what_was_written(synapse: Synapse) -> None:
    anna, bob, room = await pair(synapse)
    await bob.closes_app()
    await anna.says(room, "pendant")
    bob.opens_app()
    assert await bodies(bob, room, 1) == ["pendant"]


async def test_a_message_whose_key_comes_late_is_read_in_its_place(synapse: Synapse, tmp_path: Path) -> None:
    anna, bob, room = await pair(synapse)
    await anna.says(room, "tôt")
    await bob.hears(room)
    tablet = await synapse.device(bob.user_id)
    assert (len(tablet.unreadable(room)), tablet.said(room)) == (1, [])
    await bob.client.export_keys(str(tmp_path / "keys"), "a passphrase")
    await tablet.client.import_keys(str(tmp_path / "keys"), "a passphrase")
    await anna.says(room, "tard")
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
    anna, bob, room = await pair(synapse)
    await anna.says(room, "avant")
    await getattr(synapse, way)()
    waiting = asyncio.create_task(anna.says(room, "pendant"))
    await asyncio.sleep(0.5)
    assert not waiting.done()
    await synapse.start()
    await waiting
    await anna.says(room, "ensuite")
    assert await bodies(bob, room, 3) == ["avant", "pendant", "ensuite"]


async def test_a_frozen_homeserver_answers_nothing_until_it_thaws(synapse: Synapse) -> None:
    anna, bob, room = await pair(synapse)
    synapse.server.freeze()
    waiting = asyncio.create_task(anna.says(room, "lent"))
    await asyncio.sleep(0.5)
    assert not waiting.done()
    synapse.server.thaw()
    assert await bodies(bob, room, 1) == ["lent"]
    await waiting


async def test_a_strict_person_gives_no_key_to_a_device_that_its_owner_has_not_signed(synapse: Synapse) -> None:
    anna, bob, room = await pair(synapse, strict=True)
    assert not await anna.sees_signed(bob.user_id, bob.device_id)
    await anna.says(room, "secret")
    await bob.says(room, "inconnu")
    await anna.until(lambda: anna.unreadable(room), 10, lambda: str(anna.events(room)))
    await bob.until(lambda: bob.unreadable(room), 10, lambda: str(bob.events(room)))
    assert ([each.refusal for each in anna.unreadable(room)], bob.said(room)) == ([UNSIGNED], [])


async def test_a_strict_person_talks_with_a_device_that_its_owner_has_signed(synapse: Synapse) -> None:
    anna, bob, room = await pair(synapse, strict=True)
    await sign_own_device(bob)
    assert await anna.sees_signed(bob.user_id, bob.device_id)
    await anna.says(room, "secret")
    assert await bodies(bob, room, 1) == ["secret"]
    await bob.says(room, "connu")
    assert await bodies(anna, room, 1) == ["connu"]


async def test_a_strict_person_distrusts_somebody_whose_master_key_was_replaced(synapse: Synapse) -> None:
    anna, bob = await synapse.person("anna", strict=True), await synapse.person("bob")
    await sign_own_device(bob)
    assert await anna.sees_signed(bob.user_id, bob.device_id)
    with pytest.raises(RefusedByServerError, match="401"):
        await sign_own_device(bob)
    await sign_own_device(bob, PASSWORD)
    assert not await anna.sees_signed(bob.user_id, bob.device_id)
    assert await (await synapse.person("carl")).sees_signed(bob.user_id, bob.device_id)


async def test_the_other_device_of_somebody_is_not_signed_with_the_first(synapse: Synapse) -> None:
    anna, bob = await synapse.person("anna"), await synapse.person("bob")
    await sign_own_device(bob)
    other = await synapse.device(bob.user_id)
    assert await anna.sees_signed(bob.user_id, bob.device_id)
    assert not await anna.sees_signed(bob.user_id, other.device_id)


async def test_each_kind_of_message_arrives_as_it_was_meant(synapse: Synapse) -> None:
    anna, bob, room = await pair(synapse)
    first = await anna.says(room, "original")
    reply = await anna.says(room, "réponse", replies_to=first, quoting="original")
    await anna.says(room, "dans le fil", thread=first)
    await anna.edits(room, reply, "corrigé")
    await anna.shares_location(room, 50.6, 3.1)
    await anna.sends_file(room, "note.txt", b"contenu", "text/plain")
    text, answer, threaded, edit, place, file = await bob.hears(room, 6)
    assert (text.relates_to, text.mentions) == ({}, {})
    assert (answer.replies_to, answer.body) == (first, "> original\n\nréponse")
    assert (threaded.thread, threaded.replies_to) == (first, "")
    assert (edit.replaces, edit.body, edit.content["body"]) == (reply, "corrigé", "* corrigé")
    assert (place.msgtype, place.content["geo_uri"]) == ("m.location", "geo:50.6,3.1")
    assert (file.msgtype, await bob.fetches(file), "url" in file.content) == ("m.file", b"contenu", False)


async def test_a_reaction_is_seen_and_taken_back(synapse: Synapse) -> None:
    anna, bob, room = await pair(synapse)
    reaction = await anna.reacts(room, await anna.says(room, "choix"), "2️⃣")
    gone = await anna.takes_back(room, reaction)
    await bob.until(lambda: bob.events(room, "m.room.redaction"), 10, lambda: str(bob.events(room)))
    (seen,), (redaction,) = bob.events(room, "m.reaction"), bob.events(room, "m.room.redaction")
    assert (seen.relates_to["key"], seen.encrypted) == ("2️⃣", False)
    assert (redaction.event_id, redaction.redacts) == (gone, reaction)


async def test_a_file_in_a_clear_room_is_read_back(synapse: Synapse) -> None:
    anna, bob, room = await pair(synapse, encrypted=False)
    await anna.sends_file(room, "note.txt", b"contenu")
    (file,) = await bob.hears(room)
    assert await bob.fetches(file) == b"contenu"


async def test_somebody_who_leaves_is_seen_leaving(synapse: Synapse) -> None:
    anna, bob, room = await pair(synapse)
    await bob.leaves(room)
    await anna.until(lambda: anna.membership(room, bob.user_id) == "leave", 10, lambda: str(anna.events(room)))
    assert anna.said(room) == []


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
    anna, bob, room = await pair(synapse, encrypted=False)
    await synapse.limit(bob.user_id, per_second=1, burst=2)
    assert (await refused(anna, room), await refused(bob, room) > 0) == (0, True)
    await synapse.limit(bob.user_id, 0, 0)
    assert await refused(bob, room) == 0


@pytest.mark.slow
async def test_a_setting_is_changed_for_one_test(synapse: Synapse) -> None:
    anna, _, room = await pair(synapse, encrypted=False)
    await synapse.restart(rc_message={"per_second": 0.5, "burst_count": 2})
    assert await refused(anna, room) > 0


async def test_the_next_test_finds_the_homeserver_as_it_is_configured(synapse: Synapse) -> None:
    """After the test above, which changed it."""
    anna, _, room = await pair(synapse, encrypted=False)
    assert (synapse.server.changes, await refused(anna, room)) == ({}, 0)


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
