"""The turn that effects are written for."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from handlers.messages import Address
from storage.outbox import OutboxRow


@dataclass(slots=True)
class Context:
    """`person` becomes None once they are forgotten; `rows` are handed over after the commit."""

    address: Address
    address_id: int
    person: int | None
    message_id: str
    now: datetime
    rows: list[OutboxRow] = field(default_factory=list)
