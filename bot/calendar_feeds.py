"""The calendars that networks publish elsewhere, read every hour; one that fails is tried again an hour later."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from hashlib import sha256
from urllib.parse import urlsplit

import structlog
from sqlalchemy import Connection

from bot.ics_fetch import fetch, url_of
from bot.ics_lines import CalendarRefused
from bot.turns import Turns
from handlers.guide import Guide
from scheduler.clock import Clock
from storage.imports import SLICE, Entry, Taken, missing, take

EVERY_SECONDS = 3600.0

_log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Feed:
    """One calendar: whose it is, where it is, and of which kind is what does not say it."""

    network: str
    url: str = field(repr=False)
    kind: str = ""


def feed_of(text: str) -> Feed:
    """`<network> <address> [<kind>]`, as the configuration has it."""
    network, url, *kind = text.split()
    return Feed(network, url, kind[0] if kind else "")


def source_of(url: str) -> str:
    """What a calendar is known by: its machine, and a fingerprint of its address, which may be secret."""
    url = url_of(url)
    return f"{urlsplit(url).hostname}/{sha256(url.encode()).hexdigest()[:12]}"[:200]


class CalendarFeeds:
    """Reads the calendars one after the other, for ever. `private`: those of this network's own machines too."""

    def __init__(self, turns: Turns, clock: Clock, feeds: Sequence[Feed], *, private: bool = False) -> None:
        self._turns = turns
        self._clock = clock
        self._feeds = tuple(feeds)
        self._private = private
        self._tags: dict[str, tuple[str, Guide]] = {}

    async def run(self) -> None:
        """Read all of them now and every hour, until cancelled."""
        while True:
            for feed in self._feeds:
                await self.look(feed)
            await asyncio.sleep(EVERY_SECONDS)

    async def look(self, feed: Feed) -> None:
        """Take in what one of them says now. Neither its address nor what it says is ever logged."""
        try:
            await self._take(feed)
        except CalendarRefused as refused:
            _log.warning("calendar not read", section=feed.network, reason=refused.name, line=refused.line)

    async def _take(self, feed: Feed) -> None:
        from bot.ics_import import read

        guide, source = self._turns.guide, source_of(feed.url)
        if feed.network not in guide.pack.network_by_id:
            raise CalendarRefused("cli-ics-network")
        tag, before = self._tags.get(source, ("", guide))
        fetched = await fetch(feed.url, private=self._private, tag=tag if before is guide else "")
        if fetched.raw is None:
            return
        now = self._clock.now()
        found = await asyncio.to_thread(read, fetched.raw, guide, feed.network, now, feed.kind)
        sums = await self._written(feed.network, source, found.entries, now)
        left = await self._turns.run(partial(missing, source=source, marks=found.marks, now=now))
        self._tags[source] = (fetched.tag, guide)
        changed = sum(sums.values())
        _log.info("calendar read", section=feed.network, rows=changed, held=left, defects=len(found.mistakes))

    async def _written(self, network: str, source: str, entries: Sequence[Entry], now: datetime) -> dict[str, int]:
        sums = {"new": 0, "changed": 0, "cancelled": 0}
        for first in range(0, len(entries), SLICE):
            more, slice_ = True, entries[first : first + SLICE]
            while more:
                done = await self._turns.run(partial(self._slice, network, source, slice_, now))
                for name in sums:
                    sums[name] += getattr(done, name)
                more = done.more
        return sums

    def _slice(
        self, network: str, source: str, entries: Sequence[Entry], now: datetime, connection: Connection
    ) -> Taken:
        return take(connection, network, source, entries, now, self._clock.draw)
