"""Codes that link two addresses of one person, and which address they used last."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from storage.tables import UtcDateTime

revision = "0004_links"
down_revision = "0003_rooms"
branch_labels = None
depends_on = None

Id = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    """What a person on two messengers needs."""
    op.add_column("people", sa.Column("last_address", Id))
    op.add_column("addresses", sa.Column("linked_at", UtcDateTime()))
    op.create_table(
        "links",
        sa.Column("person", Id, autoincrement=False, nullable=False),
        sa.Column("address", Id, nullable=False),
        sa.Column("hash", sa.String(64), nullable=False),
        sa.Column("expires_at", UtcDateTime(), nullable=False),
        sa.Column("typed_by", Id),
        sa.Column("agreed_at", UtcDateTime()),
        sa.PrimaryKeyConstraint("person", name="pk_links"),
        sa.UniqueConstraint("hash", name="uq_links_hash"),
        sa.ForeignKeyConstraint(["person"], ["people.id"], name="fk_links_person", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["address"], ["addresses.id"], name="fk_links_address", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["typed_by"], ["addresses.id"], name="fk_links_typed_by", ondelete="CASCADE"),
    )
