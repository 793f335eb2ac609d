"""Faults to order, per method, chat and number, and the real limits of pace."""

from __future__ import annotations

import math
import time
from collections import deque
from dataclasses import dataclass, field

from tests.fake_telegram.refusals import Refusal, throttled

HTML = b"<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body><center>nginx</center></body>\r\n</html>\r\n"
PACED = {"sendmessage", "senddocument", "sendphoto", "sendvenue"}
EDITS = {"editmessagetext", "editmessagereplymarkup", "editmessagecaption"}
NOT_LIMITED = {"getupdates", "getme", "getwebhookinfo"}


@dataclass(slots=True)
class Fault:
    """One way to go wrong, for the calls it matches; `hits` are the hours (monotonic) of the calls it met."""

    kind: str  # refuse, broken, garbage, slow, stall, cut or throttle
    methods: frozenset[str] = frozenset()  # none: all of them
    chat: int = 0
    times: float = math.inf
    skip: int = 0
    executes: bool = False
    reset: bool = True
    seconds: float = 0.0
    refusal: Refusal | None = None
    status: int = 502
    body: bytes = HTML
    retry_after: int = 0
    window: float = 0.0
    until: float = 0.0
    early: int = 0
    hits: list[float] = field(default_factory=list)
    lifted: bool = False

    def matches(self, method: str, chat: str) -> bool:
        """Is this call one of those? It is counted if it is."""
        if self.lifted or (self.methods and method not in self.methods) or (self.chat and chat != str(self.chat)):
            return False
        if self.kind == "throttle":
            return method not in NOT_LIMITED and self.closed()
        if self.skip > 0:
            self.skip -= 1
            return False
        self.hits.append(time.monotonic())
        if len(self.hits) >= self.times:
            self.lifted = True
        return True

    def closed(self) -> bool:
        """Throttled: refused during a window; whoever asks inside it is counted as early."""
        now = time.monotonic()
        if now < self.until:
            self.early += 1
        elif len(self.hits) >= self.times:
            self.lifted = True
            return False
        else:
            self.until = now + self.window
            self.hits.append(now)
        return True

    def lift(self) -> None:
        """All is well again."""
        self.lifted = True


def names(method: str) -> frozenset[str]:
    """One method or several, as they are written."""
    return frozenset(method.lower().replace(",", " ").split())


@dataclass(slots=True)
class Faults:
    """The faults in force; the first that matches a call decides."""

    active: list[Fault] = field(default_factory=list)

    def add(self, fault: Fault) -> Fault:
        """From now on."""
        self.active.append(fault)
        return fault

    def of(self, method: str, chat: str) -> Fault | None:
        """The fault of this call, if it has one."""
        for fault in self.active:
            if fault.matches(method, chat):
                return fault
        return None

    def throttle(
        self,
        retry_after: int,
        *,
        chat: int = 0,
        method: str = "",
        times: float = 1,
        window: float = -1,
        mute: bool = False,
    ) -> Fault:
        """429 during `window` seconds (as many as it says, unless told otherwise), then again `times` in all."""
        refusal = Refusal(429, "Too Many Requests") if mute else throttled(retry_after)
        kept = float(retry_after) if window < 0 else window
        fault = Fault("throttle", names(method), chat, times, refusal=refusal, retry_after=retry_after, window=kept)
        return self.add(fault)

    def refuse(self, code: int, words: str, *, chat: int = 0, method: str = "", times: float = math.inf) -> Fault:
        """An answer of the server: 400, 403, 401, 409, 500 and their words."""
        return self.add(Fault("refuse", names(method), chat, times, refusal=Refusal(code, words)))

    def broken(self, status: int = 502, *, chat: int = 0, method: str = "", times: float = math.inf) -> Fault:
        """A proxy answers with a page instead."""
        return self.add(Fault("broken", names(method), chat, times, status=status))

    def garbage(self, body: bytes = b"{", *, method: str = "", times: float = math.inf) -> Fault:
        """200 and something that is no JSON."""
        return self.add(Fault("garbage", names(method), times=times, status=200, body=body))

    def slow(self, seconds: float, *, chat: int = 0, method: str = "", times: float = math.inf) -> Fault:
        """Done at once, said late."""
        return self.add(Fault("slow", names(method), chat, times, executes=True, seconds=seconds))

    def stall(
        self, *, chat: int = 0, method: str = "", times: float = 1, executes: bool = True, skip: int = 0
    ) -> Fault:
        """Done, never said."""
        return self.add(Fault("stall", names(method), chat, times, skip, executes))

    def cut(
        self,
        *,
        chat: int = 0,
        method: str = "",
        times: float = 1,
        executes: bool = False,
        skip: int = 0,
        reset: bool = True,
    ) -> Fault:
        """The connection is reset, or only ended, before or after it is done."""
        return self.add(Fault("cut", names(method), chat, times, skip, executes, reset))

    def clear(self) -> None:
        """Nothing goes wrong any more."""
        for fault in self.active:
            fault.lift()
        self.active.clear()


@dataclass(slots=True)
class Limits:
    """The pace that the real server allows, `speed` times faster; refused once, refused until `retry_after` is over."""

    overall: float = 30.0
    per_chat: float = 1.0
    per_group_minute: float = 20.0
    speed: float = 1.0
    edits: bool = False
    burst: int = 1
    refused: int = 0
    early: int = 0
    sent: dict[str, deque[float]] = field(default_factory=dict)
    closed: dict[str, tuple[float, float]] = field(default_factory=dict)

    def refusal(self, method: str, chat: str) -> Refusal | None:
        """429, if this message comes too soon."""
        if method not in PACED and not (self.edits and method in EDITS):
            return None
        now = time.monotonic()
        for key, most, seconds in self.rules(chat):
            if (wait := self.wait(key, most, seconds / self.speed, now)) > 0:
                self.refused += 1
                return throttled(self.close(key, wait, now))
        for key, _, _ in self.rules(chat):
            self.sent[key].append(now)
        return None

    def rules(self, chat: str) -> list[tuple[str, float, float]]:
        """So many messages in so many seconds, for all chats and for this one."""
        if chat.startswith("-"):
            return [("", self.overall, 1.0), (chat, self.per_group_minute, 60.0)]
        return [("", self.overall, 1.0), (chat, max(self.per_chat, self.burst), max(self.burst / self.per_chat, 1.0))]

    def wait(self, key: str, most: float, seconds: float, now: float) -> float:
        """How long until one more is allowed."""
        until, told = self.closed.get(key, (0.0, 0.0))
        if now < told:
            self.early += 1
        if now < until:
            return until - now
        sent = self.sent.setdefault(key, deque())
        while sent and sent[0] <= now - seconds:
            sent.popleft()
        return sent[0] + seconds - now if len(sent) >= most else 0.0

    def close(self, key: str, wait: float, now: float) -> int:
        """The seconds to tell, as an integer of at least one; the door stays closed that long of the server's time."""
        until, told = self.closed.get(key, (0.0, 0.0))
        if now < until:
            return max(math.ceil(told - now), 1)
        seconds = max(math.ceil(wait * self.speed), 1)
        self.closed[key] = (now + seconds / self.speed, now + seconds)
        return seconds
