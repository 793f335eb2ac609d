"""The turn that effects are written for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from handlers.messages import Address
from storage.outbox import OutboxRow


@dataclass(slots=True)
class Context:
    """`person`: whom what is said here belongs to; `owner`: whose conversation is written. Both are None once
    they are forgotten. `rows` are handed over after the commit; `told` counts what was said to others. `asked` is
    false for what the clock causes: it waits in the queue, and is handed over by nobody. `zone`: that of the territory,
    by which weeks begin."""

    address: Address
    address_id: int
    person: int | None
    message_id: str
    now: datetime
    draw: Callable[[int], str]
    zone: str
    owner: int | None = None
    rows: list[OutboxRow] = field(default_factory=list)
    told: int = 0
    asked: bool = True
