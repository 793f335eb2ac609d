"""`doctor` opens the mail server as a message would: there, away, or refusing us; no password is shown."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from bot.doctor_mail import examine_mail
from bot.settings import Settings
from tests.channels.post_office import HOST, PASSWORD, USER, Office, opened

AWAY = 9


async def examined(port: int = 0, **smtp: Any) -> list[tuple[bool, str]]:
    """What is said of a server on this port; of none without a port."""
    given = {"host": HOST, "port": port, "tls": "none", "sender": "boussole@ville.example", **smtp} if port else {}
    settings = Settings.model_validate({"smtp": given} if given else {})
    said = await asyncio.to_thread(lambda: list(examine_mail(settings)))
    assert not any(PASSWORD in each for _, each in said)
    return said


async def test_a_server_that_answers_is_good_and_nothing_is_sent() -> None:
    async with opened(Office()) as office:
        (found, without_site) = await examined(office.port)
    assert (found[0], without_site[0], office.taken) == (True, True, [])
    assert str(office.port) in found[1]
    assert "web.url" in without_site[1]


async def test_without_a_server_all_is_well() -> None:
    ((good, _),) = await examined()
    assert good


@pytest.mark.parametrize("tls", ["none", "starttls", "tls"])
async def test_a_server_that_is_away_is_told_from_one_that_refuses_us(tls: str) -> None:
    away, _ = await examined(AWAY, tls=tls)
    async with opened(Office()) as office:
        refused, _ = await examined(office.port, tls="starttls", user=USER, password=PASSWORD)
    assert (away[0], refused[0]) == (False, False)
    assert away[1] != refused[1].replace(str(office.port), str(AWAY))
