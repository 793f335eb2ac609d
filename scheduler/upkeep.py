"""Erases, slice by slice, what has been kept long enough."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection

from storage.retention import Retention
from storage.sweeping import sweep


def erase_slice(connection: Connection, now: datetime, retention: Retention) -> int:
    """Erase one slice; returns how many rows went, so that zero means done."""
    return sum(sweep(connection, now, retention).values())
