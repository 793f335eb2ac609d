"""Keeps a channel that only sends: once it is refused that is said as of any other, and it is tried again each hour."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Protocol, runtime_checkable

import structlog

from bot.channels import Channel, SendError
from bot.delivery import Delivery
from bot.health import REFUSED, UP

LOOK_SECONDS = 2.0
AGAIN_SECONDS = 3600.0

_log = structlog.get_logger(__name__)


@runtime_checkable
class Greets(Channel, Protocol):
    """A channel that nothing is heard from, and that can be asked whether it would send."""

    async def greet(self) -> None:
        """Raises what sending would."""
        ...


async def tend(
    channel: Greets,
    delivery: Delivery,
    states: dict[str, str],
    told: Callable[[str, str], None],
    *,
    look: float = LOOK_SECONDS,
    again: float = AGAIN_SECONDS,
) -> None:
    """Until cancelled. A changed configuration is read at the start: then all is tried at once."""
    _is(states, told, channel.name, UP)
    while True:
        await asyncio.sleep(look)
        if channel.name not in delivery.stopped:
            continue
        _is(states, told, channel.name, REFUSED)
        await asyncio.sleep(again)
        if await _works(channel):
            delivery.resume(channel.name)
            _is(states, told, channel.name, UP)
            _log.info("channel works again", channel=channel.name)


async def _works(channel: Greets) -> bool:
    try:
        await channel.greet()
    except SendError as error:
        _log.error("channel still refused", channel=channel.name, error=type(error).__name__)
        return False
    return True


def _is(states: dict[str, str], told: Callable[[str, str], None], name: str, state: str) -> None:
    if states.get(name) != state:
        states[name] = state
        told(name, state)
