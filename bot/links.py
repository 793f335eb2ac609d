"""What the two ways of sending need from the delivery that owns them."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from bot.decisions import Done
from handlers.messages import Address
from storage.outbox import OutboxRow


@dataclass(frozen=True, slots=True)
class Links:
    """`hand_over` takes rows to send now, `settle` records an outcome, `stop` ends a channel, `moved` renames
    a room, `wake` says that something was queued."""

    hand_over: Callable[[Sequence[OutboxRow]], None]
    settle: Callable[[OutboxRow, Done], None]
    stop: Callable[[str], None]
    moved: Callable[[Address, str], Awaitable[None]]
    wake: Callable[[], None]
