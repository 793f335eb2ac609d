"""Roles and the codes that give them, the audit of their use, and addresses that refuse our messages."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from storage.tables import UtcDateTime

revision = "0002_telegram"
down_revision = "0001_first"
branch_labels = None
depends_on = None

Id = sa.BigInteger().with_variant(sa.Integer, "sqlite")
_ROLES = "'animator', 'agent', 'admin'"


def upgrade() -> None:
    """What a messenger with many people needs besides the terminal."""
    op.add_column("addresses", sa.Column("blocked_at", UtcDateTime()))
    # SQLite holds no length, and would have to rebuild the ledger to change the word.
    if op.get_bind().dialect.name == "postgresql":
        op.alter_column("outbox", "via", type_=sa.String(40), existing_nullable=False)
    _roles()
    _codes()
    _audit()


def _roles() -> None:
    op.create_table(
        "roles",
        sa.Column("id", Id, nullable=False),
        sa.Column("person", Id, nullable=False),
        sa.Column("role", sa.String(16), nullable=False),
        sa.Column("network", sa.String(40), nullable=False),
        sa.Column("granted_at", UtcDateTime(), nullable=False),
        sa.Column("revoked_at", UtcDateTime()),
        sa.PrimaryKeyConstraint("id", name="pk_roles"),
        sa.ForeignKeyConstraint(["person"], ["people.id"], name="fk_roles_person", ondelete="CASCADE"),
        sa.CheckConstraint(f"role IN ({_ROLES})", name=op.f("ck_roles_role")),
        sqlite_autoincrement=True,
    )
    held = sa.text("revoked_at IS NULL")
    columns = ["person", "role", "network"]
    op.create_index("ix_roles_held", "roles", columns, unique=True, sqlite_where=held, postgresql_where=held)
    op.create_index("ix_roles_person", "roles", ["person"])


def _codes() -> None:
    op.create_table(
        "codes",
        sa.Column("id", Id, nullable=False),
        sa.Column("hash", sa.String(64), nullable=False),
        sa.Column("role", sa.String(16), nullable=False),
        sa.Column("network", sa.String(40), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("expires_at", UtcDateTime(), nullable=False),
        sa.Column("used_at", UtcDateTime()),
        sa.Column("revoked_at", UtcDateTime()),
        sa.PrimaryKeyConstraint("id", name="pk_codes"),
        sa.UniqueConstraint("hash", name="uq_codes_hash"),
        sa.CheckConstraint(f"role IN ({_ROLES})", name=op.f("ck_codes_role")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "guesses",
        sa.Column("id", Id, nullable=False),
        sa.Column("person", Id, nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_guesses"),
        sa.ForeignKeyConstraint(["person"], ["people.id"], name="fk_guesses_person", ondelete="CASCADE"),
    )
    op.create_index("ix_guesses_person", "guesses", ["person"])


def _audit() -> None:
    op.create_table(
        "audit",
        sa.Column("id", Id, nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("role", sa.String(16), nullable=False),
        sa.Column("network", sa.String(40), nullable=False),
        sa.Column("action", sa.String(40), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_audit"),
        sqlite_autoincrement=True,
    )
