"""What became of an orientation."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from storage.tables import UtcDateTime

revision = "0012_followup"
down_revision = "0011_requests"
branch_labels = None
depends_on = None

Id = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    """The orientations that are followed."""
    op.create_table(
        "followups",
        sa.Column("id", Id, nullable=False),
        sa.Column("person", Id, nullable=False),
        sa.Column("doors", sa.Text(), nullable=False),
        sa.Column("finished_at", UtcDateTime(), nullable=False),
        sa.Column("tried", sa.Integer(), nullable=False),
        sa.Column("asked", sa.Integer(), nullable=False),
        sa.Column("asked_at", UtcDateTime()),
        sa.Column("open", sa.Boolean(), nullable=False),
        sa.Column("answer", sa.String(16), nullable=False),
        sa.Column("next_at", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_followups"),
        sa.ForeignKeyConstraint(["person"], ["people.id"], name="fk_followups_person", ondelete="CASCADE"),
        sa.UniqueConstraint("person", name="uq_followups_person"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_followups_next_at", "followups", ["next_at"])


def downgrade() -> None:
    """Nothing is followed any more."""
    op.drop_table("followups")
