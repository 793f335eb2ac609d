"""Figures of the year entered by hand."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from storage.tables import UtcDateTime

revision = "0016_yearly"
down_revision = "0015_leftovers"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """What the bot cannot know of a year, with the role that wrote it."""
    op.create_table(
        "yearly",
        sa.Column("year", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("figure", sa.String(40), nullable=False),
        sa.Column("value", sa.String(20), nullable=False),
        sa.Column("role", sa.String(16), nullable=False),
        sa.Column("network", sa.String(40), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("year", "figure", name="pk_yearly"),
        sqlite_with_rowid=False,
    )


def downgrade() -> None:
    """Without it."""
    op.drop_table("yearly")
