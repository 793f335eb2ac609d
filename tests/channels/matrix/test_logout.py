"""The homeserver ends the bot's session while it serves: for a moment, or for good (faults F38)."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path

import pytest

from bot.channels.matrix.store import Store
from bot.sentences import sentence
from bot.settings import MatrixSettings
from tests.bot.running import Bot
from tests.channels.matrix.program import Matrix
from tests.synapse.configuration import BRIEF_SECONDS
from tests.synapse.fixtures import PASSWORD, Synapse
from tests.synapse.people import Person

pytestmark = pytest.mark.slow

WITHIN = 30.0
"""Seconds in which a process that serves nobody any more must have ended."""

_LOGIN = "/_matrix/client/v3/login"
_LOGOUT = "/_matrix/client/v3/logout"


async def token_for(synapse: Synapse, matrix: Matrix, device: str, *, brief: bool) -> str:
    """A login on this device; a brief one ends in some seconds, and the server keeps its device."""
    asked = {
        "type": "m.login.password",
        "identifier": {"type": "m.id.user", "user": matrix.user_id},
        "password": PASSWORD,
        "device_id": device,
        "refresh_token": brief,
    }
    answer = await asyncio.to_thread(synapse.server.ask, "POST", _LOGIN, asked)
    assert answer["device_id"] == device
    assert ("expires_in_ms" in answer) == brief
    return str(answer["access_token"])


def store_of(matrix: Matrix) -> Store:
    """The folder of the bot, for looking only."""
    keys = {name.removeprefix("MATRIX__").lower(): value for name, value in matrix.settings.items()}
    return Store(MatrixSettings.model_validate(keys))


def kept(matrix: Matrix) -> dict[str, bytes]:
    """Every file of that folder but the lock."""
    files = [path for path in Path(matrix.settings["MATRIX__STORE_PATH"]).iterdir() if path.name != "lock"]
    return {path.name: path.read_bytes() for path in sorted(files)}


async def quiet(matrix: Matrix) -> dict[str, bytes]:
    """The same files, once nothing is written there any more."""
    before: dict[str, bytes] = {}
    while (now := kept(matrix)) != before:
        before = now
        await asyncio.sleep(1.0)
    return before


async def begun(matrix: Matrix, synapse: Synapse) -> tuple[Person, str, Bot]:
    """The bot serves, and somebody is at its first question."""
    bot = matrix.start()
    await asyncio.to_thread(bot.until)
    holder = await synapse.person("holder")
    room = await holder.direct_room(matrix.user_id)
    await holder.says(room, "bonjour")
    assert len(await holder.hears(room, 2)) == 2
    return holder, room, bot


async def stopped(bot: Bot) -> None:
    """As an operator stops it."""
    assert (await asyncio.to_thread(bot.stopped))[0] == 0


async def all_is_well(matrix: Matrix, holder: Person, room: str, device: str) -> None:
    """The device is the only one, signed; all that was said to her was read, once."""
    assert list(await holder.signed_devices_of(matrix.user_id)) == [device]
    assert holder.unreadable(room) == []
    assert matrix.started[-1].ledger() == {"sent": len(holder.said(room))}


@pytest.mark.row("F38")
async def test_a_login_that_expires_while_it_serves_is_made_again_on_the_same_device(
    matrix: Matrix, synapse: Synapse
) -> None:
    """`soft_logout`: the device, its keys and the conversation go on; nothing is lost or said twice."""
    holder, room, bot = await begun(matrix, synapse)
    await stopped(bot)
    login = store_of(matrix).login()
    assert login is not None
    keys = store_of(matrix).keys(login.user_id, login.device_id)
    brief = await token_for(synapse, matrix, login.device_id, brief=True)
    session = Path(matrix.settings["MATRIX__STORE_PATH"]) / "session.json"
    session.write_text(json.dumps({**json.loads(session.read_text()), "access_token": brief}))
    over = asyncio.create_task(asyncio.sleep(BRIEF_SECONDS))
    bot = matrix.start()
    await holder.says(room, "1")
    assert len(await holder.hears(room)) == 1
    await over
    for word in ("retour", "1", "pourquoi"):
        await holder.says(room, word)
        assert len(await holder.hears(room)) == 1
    again = store_of(matrix).login()
    assert again is not None
    assert again.access_token not in (brief, login.access_token)
    assert again.device_id == login.device_id
    assert store_of(matrix).keys(login.user_id, login.device_id) == keys
    await stopped(bot)
    assert bot.steps.count("logged in") == 2
    await all_is_well(matrix, holder, room, login.device_id)


async def test_a_token_that_expires_ends_the_bot_and_another_one_goes_on(matrix: Matrix, synapse: Synapse) -> None:
    """Without a password it cannot log in: it says what to do, and its store is as good as before."""

    async def given(*, brief: bool) -> None:
        token = await token_for(synapse, matrix, "GIVEN", brief=brief)
        changes = {"MATRIX__PASSWORD": "", "MATRIX__ACCESS_TOKEN": token, "MATRIX__DEVICE_ID": "GIVEN"}
        matrix.settings = {**matrix.settings, **changes}

    await given(brief=False)
    holder, room, bot = await begun(matrix, synapse)
    await stopped(bot)
    await given(brief=True)
    over = asyncio.create_task(asyncio.sleep(BRIEF_SECONDS))
    bot = matrix.start()
    await over
    await holder.says(room, "1")
    assert await asyncio.to_thread(bot.ended, WITHIN) == 1
    assert bot.said.count(sentence("cli-matrix-token-refused")) == 1
    await given(brief=False)
    bot = matrix.start()
    assert len(await holder.hears(room)) == 1
    await stopped(bot)
    await all_is_well(matrix, holder, room, "GIVEN")


@pytest.mark.row("F38")
async def test_a_session_that_is_ended_for_good_stops_the_bot_and_leaves_its_store(
    matrix: Matrix, synapse: Synapse
) -> None:
    """Logging in again would be another device, which nobody's messages were written to: an operator decides."""
    _, _, bot = await begun(matrix, synapse)
    login, before = store_of(matrix).login(), await quiet(matrix)
    assert login is not None
    await asyncio.to_thread(synapse.server.ask, "POST", _LOGOUT, {}, login.access_token)
    assert await asyncio.to_thread(bot.ended, WITHIN) == 1
    assert bot.said.count(sentence("cli-matrix-session-ended")) == 1
    assert kept(matrix) == before
