"""Tokens, one-time links and e-mail addresses for the summary."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from storage.tables import UtcDateTime

revision = "0013_access"
down_revision = "0012_followup"
branch_labels = None
depends_on = None

Id = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    """What opens the summary elsewhere than in the conversation, and who reads it."""
    op.create_table(
        "tokens",
        sa.Column("id", Id, nullable=False),
        sa.Column("name", sa.String(80), nullable=False),
        sa.Column("hash", sa.String(64), nullable=False),
        sa.Column("scopes", sa.String(200), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("expires_at", UtcDateTime()),
        sa.Column("used_on", sa.String(16), nullable=False),
        sa.Column("revoked_at", UtcDateTime()),
        sa.PrimaryKeyConstraint("id", name="pk_tokens"),
        sa.UniqueConstraint("hash", name="uq_tokens_hash"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "mailboxes",
        sa.Column("id", Id, nullable=False),
        sa.Column("address", sa.String(254), nullable=False),
        sa.Column("added_at", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_mailboxes"),
        sa.UniqueConstraint("address", name="uq_mailboxes_address"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "readers",
        sa.Column("person", Id, autoincrement=False, nullable=False),
        sa.Column("since", UtcDateTime()),
        sa.Column("asked_at", UtcDateTime()),
        sa.PrimaryKeyConstraint("person", name="pk_readers"),
        sa.ForeignKeyConstraint(["person"], ["people.id"], name="fk_readers_person", ondelete="CASCADE"),
    )
    op.create_index("ix_readers_asked_at", "readers", ["asked_at"])
    op.create_table(
        "openings",
        sa.Column("id", Id, nullable=False),
        sa.Column("hash", sa.String(64), nullable=False),
        sa.Column("person", Id),
        sa.Column("mailbox", Id),
        sa.Column("expires_at", UtcDateTime(), nullable=False),
        sa.Column("used_at", UtcDateTime()),
        *_whose("openings"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "sittings",
        sa.Column("id", Id, nullable=False),
        sa.Column("hash", sa.String(64), nullable=False),
        sa.Column("person", Id),
        sa.Column("mailbox", Id),
        sa.Column("expires_at", UtcDateTime(), nullable=False),
        *_whose("sittings"),
        sqlite_autoincrement=True,
    )
    for table in ("openings", "sittings"):
        for column in ("person", "mailbox", "expires_at"):
            op.create_index(f"ix_{table}_{column}", table, [column])


def _whose(table: str) -> list[sa.Constraint]:
    return [
        sa.PrimaryKeyConstraint("id", name=f"pk_{table}"),
        sa.UniqueConstraint("hash", name=f"uq_{table}_hash"),
        sa.ForeignKeyConstraint(["person"], ["people.id"], name=f"fk_{table}_person", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["mailbox"], ["mailboxes.id"], name=f"fk_{table}_mailbox", ondelete="CASCADE"),
    ]


def downgrade() -> None:
    """Nothing of it."""
    for table in ("sittings", "openings", "readers", "mailboxes", "tokens"):
        op.drop_table(table)
