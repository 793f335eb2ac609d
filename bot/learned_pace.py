"""The pace that a server allows, learned from its refusals: what it lets pass between two of them, while more waits."""

from __future__ import annotations

from collections import deque

TOGETHER_SECONDS = 1.0
"""Refusals within this time are one: several messages were on their way."""

PRESSED_SECONDS = 5.0
"""After the wait that a server asks for, the next refusal comes at least so soon if messages are waiting."""

_KEPT = 12
_FREE = 50


class LearnedPace:
    """`per_second` is None until something is known. Hours are those of a clock that is never set back."""

    def __init__(self) -> None:
        self.per_second: float | None = None
        self._stretches: deque[tuple[int, float]] = deque(maxlen=_KEPT)
        self._began: float | None = None
        self._told = 0.0
        self._sent = 0
        self._free: deque[float] = deque(maxlen=_FREE)

    def remember(self, per_second: float) -> None:
        """What a former process learned."""
        self.per_second = per_second

    def sent(self, at: float) -> None:
        """A message passed. Many in a row, and twice as fast as we believe is allowed: the limit was lifted."""
        self._sent += 1
        self._free.append(at)
        if self.per_second is None or len(self._free) < _FREE:
            return
        if (at - self._free[0]) * self.per_second * 2 < _FREE:
            self.per_second = None
            self._stretches.clear()

    def refused(self, at: float, told: float) -> None:
        """Too fast, said the server, and how many seconds to wait."""
        if self._began is not None and at - self._began < TOGETHER_SECONDS:
            self._told = max(self._told, told)
            return
        if self._began is not None and self._sent and at - self._began <= 2 * self._told + PRESSED_SECONDS:
            self._stretches.append((self._sent, at - self._began))
            self.per_second = sum(n for n, _ in self._stretches) / sum(seconds for _, seconds in self._stretches)
        self._began, self._told, self._sent = at, told, 0
        self._free.clear()
