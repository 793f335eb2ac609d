"""Keeps the picture or the file that an animator sends for a message to many, before the turn that reads it."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import replace
from typing import Protocol, runtime_checkable

import structlog
from sqlalchemy import Connection

from bot.channels import Channel, SendError, Unreachable
from bot.formats.enclosed import cleaned, form_of
from bot.turns import Turns
from handlers.broadcasts import LARGEST_FILE
from handlers.messages import Inbound
from scheduler.clock import Clock
from storage import enclosures

SECONDS = 30.0
"""For a file to come: who sends it waits for the answer."""

_log = structlog.get_logger(__name__)


@runtime_checkable
class Fetches(Channel, Protocol):
    """A channel that gives the bytes of what people send."""

    async def fetch(self, reference: str, most: int) -> bytes:
        """The bytes, or the first ones beyond `most`; raises a SendError."""
        ...


async def kept(turns: Turns, clock: Clock, channels: Mapping[str, Channel], inbound: Inbound) -> Inbound:
    """The message with what names its file, or why it was not kept; without it where no file is awaited: nothing that
    people send is fetched otherwise."""
    file, channel = inbound.file, channels.get(inbound.address.channel)
    if file is None:
        return inbound
    person = None
    if inbound.private and isinstance(channel, Fetches):
        person = await turns.run(lambda connection: enclosures.awaited(connection, inbound.address))
    if person is None or not isinstance(channel, Fetches):
        return replace(inbound, file=None)
    try:
        if file.size > LARGEST_FILE:
            raise _Refused("too-large")
        form, content = await _read(channel, file.reference)
    except _Refused as refused:
        return replace(inbound, file=replace(file, problem=refused.problem))

    def keep(connection: Connection) -> str:
        return enclosures.keep(connection, person, form, content, clock.now())

    return replace(inbound, file=replace(file, kept=await turns.run(keep)))


class _Refused(Exception):
    """A word for the person."""

    def __init__(self, problem: str) -> None:
        super().__init__(problem)
        self.problem = problem


async def _read(channel: Fetches, reference: str) -> tuple[str, bytes]:
    try:
        async with asyncio.timeout(SECONDS):
            content = await channel.fetch(reference, LARGEST_FILE)
    except (Unreachable, TimeoutError):
        raise _Refused("unreachable") from None
    except SendError as error:
        _log.warning("file not fetched", error=type(error).__name__)
        raise _Refused("unreadable") from None
    if len(content) > LARGEST_FILE:
        raise _Refused("too-large")
    form = form_of(content)
    try:
        return form, await asyncio.to_thread(cleaned, content, form) if form else _unknown()
    except ValueError:
        raise _Refused("unreadable") from None


def _unknown() -> bytes:
    raise _Refused("unreadable")
