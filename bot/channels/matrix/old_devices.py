"""Ends the devices that earlier logins of the bot left behind: each is a door to what people write to it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import structlog

from bot.channels.matrix.asking import ask, ask_proven
from bot.channels.matrix.login import DEVICE_NAME
from bot.channels.matrix.nio_client import BotClient
from bot.channels.matrix.refused import MatrixRefused

_log = structlog.get_logger(__name__)


async def end_old_devices(client: BotClient, password: str) -> None:
    """Those that carry the bot's name and are older than this one. A person's own are left alone; so are
    all, with a warning, if the server wants a proof that we cannot give."""
    answer = await ask(client, "GET", "/devices")
    old = old_ones(answer.body.get("devices", ()), client.device_id)
    if not old:
        return
    try:
        ended = await ask_proven(client, "POST", "/delete_devices", {"devices": old}, password)
    except MatrixRefused as refused:
        _log.warning("old devices stay", count=len(old), reason=refused.name)
        return
    if ended.good:
        _log.info("old devices ended", count=len(old))
    else:
        _log.warning("old devices stay", count=len(old), reason=ended.code)


def old_ones(devices: Iterable[Mapping[str, Any]], ours: str) -> list[str]:
    """Named as ours, and not seen since ours was."""
    listed = list(devices)
    now = max((seen(device) for device in listed if device["device_id"] == ours), default=0)
    return [
        device["device_id"]
        for device in listed
        if device["device_id"] != ours
        and device.get("display_name") == DEVICE_NAME
        and (not now or seen(device) <= now)
    ]


def seen(device: Mapping[str, Any]) -> int:
    """When the server last heard of it, in its own milliseconds; 0 if it does not say."""
    return int(device.get("last_seen_ts") or 0)
