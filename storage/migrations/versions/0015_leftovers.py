"""The picture or the file of a broadcast; what is still to be said to those of a walk."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from storage.tables import UtcDateTime

revision = "0015_leftovers"
down_revision = "0014_relay"
branch_labels = None
depends_on = None

Id = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    """A table of its own: bytes would weigh on each reading of a broadcast."""
    op.add_column("broadcasts", sa.Column("enclosure", sa.String(40), nullable=False, server_default=""))
    op.add_column("broadcasts", sa.Column("alt", sa.Text, nullable=False, server_default=""))
    op.create_table(
        "enclosures",
        sa.Column("id", Id, primary_key=True),
        sa.Column("person", Id, sa.ForeignKey("people.id", ondelete="SET NULL")),
        sa.Column("broadcast", Id, sa.ForeignKey("broadcasts.id", ondelete="CASCADE")),
        sa.Column("form", sa.String(16), nullable=False),
        sa.Column("content", sa.LargeBinary, nullable=False),
        sa.Column("at", UtcDateTime, nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_enclosures_person", "enclosures", ["person"])
    op.create_index("ix_enclosures_broadcast", "enclosures", ["broadcast"])
    op.create_table(
        "walks",
        sa.Column("id", Id, primary_key=True),
        sa.Column("gathering", Id, sa.ForeignKey("gatherings.id", ondelete="CASCADE"), nullable=False),
        sa.Column("what", sa.String(16), nullable=False),
        sa.Column("body", sa.Text, nullable=False),
        sa.Column("after", Id, nullable=False),
        sa.Column("at", UtcDateTime, nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_walks_gathering", "walks", ["gathering"])


def downgrade() -> None:
    """The files are lost; what was written of them stays nowhere."""
    op.drop_table("walks")
    op.drop_table("enclosures")
    op.drop_column("broadcasts", "alt")
    op.drop_column("broadcasts", "enclosure")
