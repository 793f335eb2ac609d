"""What those behind the bot need: facts confirmed, sentences corrected, a journal that says which role."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from storage.only_added_to import guards
from storage.tables import UtcDateTime

revision = "0008_desk"
down_revision = "0007_meetings"
branch_labels = None
depends_on = None

Id = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    """Confirmations, corrections; the number of the role in the journal, which nothing can change."""
    op.create_table(
        "confirmations",
        sa.Column("id", Id, nullable=False),
        sa.Column("network", sa.String(40), nullable=False),
        sa.Column("fact", sa.String(80), nullable=False),
        sa.Column("digest", sa.String(16), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("number", Id),
        sa.PrimaryKeyConstraint("id", name="pk_confirmations"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_confirmations_fact", "confirmations", ["fact"])
    op.create_table(
        "corrections",
        sa.Column("id", Id, nullable=False),
        sa.Column("person", Id),
        sa.Column("network", sa.String(40), nullable=False),
        sa.Column("part", sa.String(80), nullable=False),
        sa.Column("before", sa.Text(), nullable=False),
        sa.Column("after", sa.Text(), nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("asked_at", UtcDateTime(), nullable=False),
        sa.Column("asked_by", Id),
        sa.Column("settled_at", UtcDateTime()),
        sa.Column("settled_by", Id),
        sa.PrimaryKeyConstraint("id", name="pk_corrections"),
        sa.ForeignKeyConstraint(["person"], ["people.id"], name="fk_corrections_person", ondelete="CASCADE"),
        sa.CheckConstraint(
            "state IN ('waiting', 'accepted', 'refused', 'replaced')", name=op.f("ck_corrections_state")
        ),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_corrections_person", "corrections", ["person"])
    op.create_index("ix_corrections_state", "corrections", ["state"])
    op.add_column("audit", sa.Column("number", Id))
    for statement in guards("audit", op.get_bind().dialect.name):
        op.execute(statement)
