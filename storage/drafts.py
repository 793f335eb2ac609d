"""Forms begun and left: after a day of silence their answers are erased, also where the rest is kept longer."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import Connection, literal_column, select

from handlers import drafts
from storage.conversations import conversation_of, rewrite
from storage.retention import Retention
from storage.tables import HAS_DRAFT, conversations

_SLICE = 50


def sweep(connection: Connection, now: datetime, retention: Retention) -> None:
    """Erase some of the drafts that are too old."""
    old = conversations.c.updated_at <= now - timedelta(hours=retention.answers.hours_without_yes)
    wanted = select(conversations).where(literal_column(HAS_DRAFT), old)
    for row in connection.execute(wanted.order_by(conversations.c.updated_at).limit(_SLICE)).all():
        rewrite(connection, row.person, drafts.without(conversation_of(row)), now)
