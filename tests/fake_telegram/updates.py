"""The queue of updates and `getUpdates`: what is confirmed, kept, refused and waited for."""

from __future__ import annotations

import asyncio
import json
import math
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import islice

from tests.fake_telegram.refusals import OTHER_POLL, POLL_ENDED, Json, Refusal

DAY = 86_400
TAP_LIFE = 150
FIRST = 700_000_000
AHEAD = 10
BEHIND = 100_000
GATHER = 0.001
LONGEST_POLL = 50
BRAKE = 3.0
HASTE = 0.5
SILENT = {"chat_member", "message_reaction", "message_reaction_count"}
KNOWN = {
    "message", "edited_message", "channel_post", "edited_channel_post", "inline_query", "chosen_inline_result",
    "callback_query", "shipping_query", "pre_checkout_query", "poll", "poll_answer", "my_chat_member", "chat_member",
    "chat_join_request", "chat_boost", "removed_chat_boost", "message_reaction", "message_reaction_count",
    "business_connection", "business_message", "edited_business_message", "deleted_business_messages",
    "purchased_paid_media",
}  # fmt: skip


@dataclass(slots=True, eq=False)
class Update:
    """One update, already written as JSON; those of one `lane` reach a webhook one after the other."""

    id: int
    body: bytes
    expires: float
    lane: int


@dataclass(slots=True)
class Poll:
    """A `getUpdates` that waits."""

    offset: int
    limit: int
    answer: Callable[[list[bytes] | Refusal], None]
    timer: asyncio.TimerHandle


@dataclass(slots=True)
class Updates:
    """Updates that the bot has not confirmed."""

    clock: Callable[[], float]
    speed: float = 1.0
    brake: bool = True
    gather: float = GATHER
    copies: int = 1
    allowed: frozenset[str] = field(default_factory=lambda: frozenset(KNOWN - SILENT))
    queue: deque[Update] = field(default_factory=deque)
    soonest: float = math.inf
    next_id: int = FIRST
    confirmed: int = 0
    listener: Callable[[Update], None] | None = None
    poll: Poll | None = None
    last_offset: int = -1
    last_poll: float = 0.0
    calm_at: float = 0.0

    def allow(self, source: str) -> None:
        """Which types the bot wants from now on; an empty list means the usual ones."""
        try:
            given = json.loads(source) if source else None
        except ValueError:
            return
        if isinstance(given, list) and all(isinstance(each, str) for each in given):
            self.allowed = frozenset(given) & KNOWN or frozenset(KNOWN - SILENT)

    def push(self, kind: str, told: Json, lane: int = 0, life: int = DAY) -> int:
        """A new update, unless the bot does not want its type; its id, or 0."""
        if kind in KNOWN and kind not in self.allowed:
            return 0
        body = f'{{"update_id":{self.next_id},"{kind}":{json.dumps(told)}}}'
        return self.push_raw(body.encode(), lane=lane, life=life)

    def push_raw(self, body: bytes, update_id: int = 0, lane: int = 0, life: int = DAY) -> int:
        """An update as bytes, whatever they are; with an id of its own it moves the series."""
        number = update_id or self.next_id
        self.next_id = number + 1
        update = Update(number, body, self.clock() + life, lane or -number)
        self.queue.append(update)
        self.soonest = min(self.soonest, update.expires)
        if self.listener is not None:
            self.listener(update)
        elif self.poll is not None:
            self.hurry(self.poll)
        return number

    def hurry(self, poll: Poll) -> None:
        """Something has come: wait a moment for more, then answer."""
        loop = asyncio.get_running_loop()
        if poll.timer.when() > loop.time() + self.gather:
            poll.timer.cancel()
            poll.timer = loop.call_later(self.gather, self.finish)

    def forget(self, update: Update) -> None:
        """This one is done, or given up."""
        if update in self.queue:
            self.queue.remove(update)
            self.confirmed += 1

    def expire(self) -> None:
        """The real server keeps nothing longer than a day, and a tap two minutes and a half."""
        now = self.clock()
        if now >= self.soonest:
            self.queue = deque(each for each in self.queue if each.expires > now)
            self.soonest = min((each.expires for each in self.queue), default=math.inf)

    def take(self, offset: int, limit: int) -> list[bytes]:
        """What is due from this offset on; what comes before it is confirmed, unless the offset is nonsense."""
        self.expire()
        while offset < 0 and len(self.queue) > -offset:
            self.confirm()
        head = self.queue[0].id if self.queue else self.next_id
        if offset > 0 and head - BEHIND <= offset <= self.next_id + AHEAD:
            while self.queue and self.queue[0].id < offset:
                self.confirm()
        return [each.body for each in islice(self.queue, limit) for _ in range(self.copies)]

    def confirm(self) -> None:
        """The bot has the oldest."""
        self.queue.popleft()
        self.confirmed += 1

    def get(self, params: dict[str, str], answer: Callable[[list[bytes] | Refusal], None]) -> None:
        """`getUpdates`: at once if there is something, else when something comes or the time is over."""
        offset, limit, seconds = self.slowed(*(whole(params, name) for name in ("offset", "limit", "timeout")))
        found = self.take(offset, limit)
        if found or not seconds:
            return answer(found)
        self.conflict(OTHER_POLL)
        timer = asyncio.get_running_loop().call_later(seconds, self.finish)
        self.poll = Poll(offset, limit, answer, timer)
        return None

    def slowed(self, offset: int, limit: int, seconds: float) -> tuple[int, int, float]:
        """The same question again and again is braked."""
        limit = min(max(limit, 1), 100) if limit else 100
        seconds = min(max(seconds, 0), LONGEST_POLL)
        now = time.monotonic()
        if self.brake and offset == self.last_offset:
            if seconds < BRAKE and now < self.last_poll + BRAKE / self.speed:
                seconds = BRAKE / self.speed
            if now < self.last_poll + HASTE / self.speed:
                limit = 1
        self.last_offset, self.last_poll = offset, now
        return offset, limit, seconds

    def finish(self) -> None:
        """Answer the one who waits, with whatever there is."""
        if (poll := self.poll) is not None:
            self.poll = None
            poll.timer.cancel()
            poll.answer(self.take(poll.offset, poll.limit))

    def conflict(self, words: str = POLL_ENDED) -> None:
        """Send away the one who waits; a second conflict within three seconds is told late, as really."""
        if (poll := self.poll) is None:
            return
        self.poll = None
        poll.timer.cancel()
        refusal, now = Refusal(409, words), time.monotonic()
        if now >= self.calm_at:
            self.calm_at = now + BRAKE / self.speed
            poll.answer(refusal)
        else:
            asyncio.get_running_loop().call_later(BRAKE / self.speed, poll.answer, refusal)


def whole(params: dict[str, str], name: str) -> int:
    """A number, or 0: the real server reads nonsense as 0."""
    try:
        return int(float(params.get(name, 0) or 0))
    except ValueError:
        return 0
