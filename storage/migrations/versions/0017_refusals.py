"""Which networks said no to someone, for some months: their doors are not proposed again."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from storage.tables import UtcDateTime

revision = "0017_refusals"
down_revision = "0016_yearly"
branch_labels = None
depends_on = None

Id = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    """A table beside the requests."""
    op.create_table(
        "refusals",
        sa.Column("person", Id, nullable=False),
        sa.Column("network", sa.String(40), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("person", "network", name="pk_refusals"),
        sa.ForeignKeyConstraint(["person"], ["people.id"], name="fk_refusals_person", ondelete="CASCADE"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_refusals_at", "refusals", ["at"])


def downgrade() -> None:
    """Without it."""
    op.drop_table("refusals")
