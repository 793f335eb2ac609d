"""What an operator reads of messages to many that wait: how many on each channel, and how long that will take."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from sqlalchemy import Connection

from bot.sentences import sentence
from storage import paces
from storage.overview import Sending

_MINUTE, _HOUR = 60, 3600
_NONE, _GAP = "-", "  "


def queue_lines(connection: Connection, now: datetime, per_second: float) -> Iterator[str]:
    """`per_second` is the pace of the configuration, where no server has asked for a slower one."""
    for channel, count in paces.waiting(connection, now).items():
        learned = paces.learned(connection, channel)
        slower = learned is not None and learned < per_second
        pace = learned if learned is not None and slower else per_second
        yield sentence(
            "cli-outbox-waiting",
            channel=_named(f"channel-{channel}", channel),
            count=count,
            duration=duration(count / pace),
            learned="yes" if slower else "no",
            pace=f"{pace:.2g}".replace(".", ","),
        )
        advice = f"cli-outbox-slow-{channel}"
        if count / pace > _HOUR and slower and (said := sentence(advice)) != advice:
            yield said


def duration(seconds: float) -> str:
    """About how long, in words."""
    if seconds < _MINUTE:
        return sentence("cli-duration-moment")
    minutes = round(seconds / _MINUTE)
    if seconds < _HOUR:
        return sentence("cli-duration-minutes", count=minutes)
    return sentence("cli-duration-hours", hours=str(minutes // _MINUTE), minutes=f"{minutes % _MINUTE:02}")


def _named(name: str, otherwise: str) -> str:
    said = sentence(name)
    return otherwise if said == name else said


def aligned(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Lines whose columns begin at one place."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)] if rows else []
    for row in rows:
        yield _GAP.join(f"{cell or _NONE:<{width}}" for cell, width in zip(row, widths, strict=True)).rstrip()


def summed(states: Iterable[tuple[str, int]]) -> str:
    """A sum with its parts."""
    counted = dict(states)
    parts = " + ".join(f"{state} {count}" for state, count in sorted(counted.items()))
    return f"{sum(counted.values())} = {parts}"


def broadcast_lines(found: Sequence[Sending]) -> Iterator[str]:
    """Each broadcast: its network, its state, and its sum."""
    for sent in found:
        states = [(sentence("cli-broadcast-to-write"), sent.to_write)] if sent.to_write else []
        said = {"id": str(sent.id), "network": sent.network, "at": f"{sent.starts_at:%Y-%m-%d %H:%M} UTC"}
        known = sentence(f"cli-broadcast-state-{sent.state}")
        yield sentence("cli-broadcast", **said, state=known, sum=summed([*states, *sent.states.items()]))
