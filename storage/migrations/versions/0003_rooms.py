"""Rooms where the bot is, since when, and whether someone with a role wants it there."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from storage.tables import UtcDateTime

revision = "0003_rooms"
down_revision = "0002_telegram"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """A room that nobody wants us in is left after a day."""
    op.create_table(
        "rooms",
        sa.Column("channel", sa.String(16), nullable=False),
        sa.Column("peer", sa.String(255), nullable=False),
        sa.Column("since", UtcDateTime(), nullable=False),
        sa.Column("enabled_at", UtcDateTime()),
        sa.PrimaryKeyConstraint("channel", "peer", name="pk_rooms"),
        sqlite_with_rowid=False,
    )
