"""What the rights of people need: whose words a message carries, and who was erased."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from storage.tables import UtcDateTime

revision = "0005_people"
down_revision = "0004_links"
branch_labels = None
depends_on = None

_SOMEONE = sa.text("about IS NOT NULL")


def upgrade() -> None:
    """One column of the ledger and one of people, and the table of erasures."""
    op.add_column("people", sa.Column("resting", sa.Boolean(), nullable=False, server_default=sa.false()))
    here, there = sa.text("resting = 0"), sa.text("NOT resting")
    op.create_index("ix_people_awake", "people", ["last_seen_at"], sqlite_where=here, postgresql_where=there)
    op.add_column("outbox", sa.Column("about", sa.BigInteger().with_variant(sa.Integer, "sqlite")))
    op.create_index("ix_outbox_about", "outbox", ["about"], sqlite_where=_SOMEONE, postgresql_where=_SOMEONE)
    op.create_table(
        "erasures",
        sa.Column("mac", sa.String(64), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("mac", name="pk_erasures"),
        sqlite_with_rowid=False,
    )
