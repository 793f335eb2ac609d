"""Intake records without a person, weekly counters, and what was published."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from storage.tables import UtcDateTime

revision = "0010_intake"
down_revision = "0009_gatherings"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Three tables, and a month beside each person."""
    op.add_column("people", sa.Column("oriented_in", sa.String(16)))
    op.create_table(
        "tallies",
        sa.Column("week", sa.String(16), nullable=False),
        sa.Column("name", sa.String(40), nullable=False),
        sa.Column("of", sa.String(120), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("week", "name", "of", name="pk_tallies"),
        sqlite_with_rowid=False,
    )
    _intake()
    op.create_table(
        "published",
        sa.Column("period", sa.String(24), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("period", name="pk_published"),
        sqlite_with_rowid=False,
    )


def _intake() -> None:
    op.create_table(
        "intake",
        sa.Column("id", sa.String(24), nullable=False),
        sa.Column("week", sa.String(16), nullable=False),
        sa.Column("late", sa.Boolean(), nullable=False),
        sa.Column("revision", sa.String(64), nullable=False),
        sa.Column("answers", sa.Text(), nullable=False),
        sa.Column("doors", sa.Text(), nullable=False),
        sa.Column("unmatched", sa.String(40), nullable=False),
        sa.Column("holder", sa.Boolean(), nullable=False),
        sa.Column("first_ever", sa.Boolean(), nullable=False),
        sa.Column("first_of_year", sa.Boolean(), nullable=False),
        sa.Column("first_of_month", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_intake"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_intake_week", "intake", ["week"])


def downgrade() -> None:
    """All of it goes."""
    for table in ("published", "intake", "tallies"):
        op.drop_table(table)
    op.drop_column("people", "oriented_in")
