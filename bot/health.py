"""What the running process knows of itself: the state of its channels, its ticks, its event loop."""

from __future__ import annotations

import asyncio
import time
from collections import deque
from dataclasses import dataclass, field

PROBE_SECONDS = 0.25
PROBES_KEPT = 240
LATE_TICK_SECONDS = 90.0

UP = "up"
STARTING = "starting"
DOWN = "down"
REFUSED = "refused"
WAITING = "waiting"
"""Another process listens there; this one takes over when it is gone."""


@dataclass(slots=True)
class Health:
    """States of channels by name (starting, up, down, refused, waiting) and delays in seconds; nothing about people."""

    channels: dict[str, str] = field(default_factory=dict)
    lags: deque[float] = field(default_factory=lambda: deque(maxlen=PROBES_KEPT))
    stopping: bool = False

    @property
    def lag(self) -> float:
        """The longest delay of the event loop in the last minute."""
        return max(self.lags, default=0.0)

    def ready(self, *, database: bool, tick_age: float) -> bool:
        """Everything that serves people does."""
        up = all(state in (UP, WAITING) for state in self.channels.values())
        return up and database and tick_age < LATE_TICK_SECONDS and not self.stopping

    async def probe(self, seconds: float = PROBE_SECONDS) -> None:
        """Measure for ever how late the loop gives the hand back."""
        while True:
            began = time.monotonic()
            await asyncio.sleep(seconds)
            self.lags.append(max(0.0, time.monotonic() - began - seconds))
