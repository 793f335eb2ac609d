"""A question relayed to a room of a network."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0014_relay"
down_revision = "0013_access"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """An answer in a room is found by the message that it quotes."""
    said = sa.text("subject = 'talk'")
    op.add_column("rooms", sa.Column("questions", sa.Boolean(), nullable=False, server_default=sa.true()))
    op.create_index("ix_outbox_said_in_room", "outbox", ["receipt"], sqlite_where=said, postgresql_where=said)
