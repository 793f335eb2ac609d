"""People, conversations, consents, the ledger of what leaves."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from storage.tables import UtcDateTime

revision = "0001_first"
down_revision = None
branch_labels = None
depends_on = None

Id = sa.BigInteger().with_variant(sa.Integer, "sqlite")
_STATES = "'queued', 'sending', 'sent', 'late', 'skipped', 'cancelled', 'failed', 'uncertain'"
_KINDS = "'reply', 'reminder', 'broadcast', 'notice', 'summary'"


def upgrade() -> None:
    """From nothing."""
    _people()
    _messages()
    _ledger()


def _people() -> None:
    op.create_table(
        "people",
        sa.Column("id", Id, nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("last_seen_at", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_people"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_people_last_seen_at", "people", ["last_seen_at"])
    op.create_table(
        "addresses",
        sa.Column("id", Id, nullable=False),
        sa.Column("person", Id),
        sa.Column("channel", sa.String(16), nullable=False),
        sa.Column("peer", sa.String(255), nullable=False),
        sa.Column("private", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_addresses"),
        sa.UniqueConstraint("channel", "peer", name="uq_addresses_channel_peer"),
        sa.ForeignKeyConstraint(["person"], ["people.id"], name="fk_addresses_person", ondelete="SET NULL"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_addresses_person", "addresses", ["person"])
    op.create_table(
        "conversations",
        sa.Column("person", Id, autoincrement=False, nullable=False),
        sa.Column("dialogue", sa.String(40), nullable=False),
        sa.Column("step", sa.String(80), nullable=False),
        sa.Column("answers", sa.Text(), nullable=False),
        sa.Column("memo", sa.Text(), nullable=False),
        sa.Column("language", sa.String(16), nullable=False),
        sa.Column("pack_revision", sa.String(64), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("updated_at", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("person", name="pk_conversations"),
        sa.ForeignKeyConstraint(["person"], ["people.id"], name="fk_conversations_person", ondelete="CASCADE"),
    )
    op.create_table(
        "consents",
        sa.Column("id", Id, nullable=False),
        sa.Column("person", Id),
        sa.Column("purpose", sa.String(40), nullable=False),
        sa.Column("granted", sa.Boolean(), nullable=False),
        sa.Column("wording", sa.String(80), nullable=False),
        sa.Column("channel", sa.String(16), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_consents"),
        sa.ForeignKeyConstraint(["person"], ["people.id"], name="fk_consents_person", ondelete="SET NULL"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_consents_person", "consents", ["person"])


def _messages() -> None:
    op.create_table(
        "inbound",
        sa.Column("address", Id, autoincrement=False, nullable=False),
        sa.Column("message_id", sa.String(80), nullable=False),
        sa.Column("received_at", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("address", "message_id", name="pk_inbound"),
        sa.ForeignKeyConstraint(["address"], ["addresses.id"], name="fk_inbound_address", ondelete="CASCADE"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_inbound_received_at", "inbound", ["received_at"])
    op.create_table(
        "quarantined",
        sa.Column("id", Id, nullable=False),
        sa.Column("channel", sa.String(16), nullable=False),
        sa.Column("message_id", sa.String(80), nullable=False),
        sa.Column("error", sa.String(200), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_quarantined"),
    )
    op.create_index("ix_quarantined_at", "quarantined", ["at"])
    op.create_table(
        "cursors",
        sa.Column("channel", sa.String(16), nullable=False),
        sa.Column("position", sa.String(255), nullable=False),
        sa.PrimaryKeyConstraint("channel", name="pk_cursors"),
    )
    op.create_table(
        "marks",
        sa.Column("name", sa.String(40), nullable=False),
        sa.Column("value", sa.String(255), nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_marks"),
    )


def _ledger() -> None:
    op.create_table(
        "outbox",
        sa.Column("id", Id, nullable=False),
        sa.Column("key", sa.String(200), nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("person", Id),
        sa.Column("address", Id),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("due_at", UtcDateTime(), nullable=False),
        sa.Column("body", sa.Text()),
        sa.Column("reason", sa.String(200)),
        sa.Column("via", sa.String(16), nullable=False),
        sa.Column("receipt", sa.String(255)),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("leased_until", UtcDateTime()),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("settled_at", UtcDateTime()),
        sa.PrimaryKeyConstraint("id", name="pk_outbox"),
        sa.CheckConstraint(f"state IN ({_STATES})", name=op.f("ck_outbox_state")),
        sa.CheckConstraint(f"kind IN ({_KINDS})", name=op.f("ck_outbox_kind")),
        sa.UniqueConstraint("key", name="uq_outbox_key"),
        sqlite_autoincrement=True,
    )
    _index("ix_outbox_owed", ["due_at"], "state IN ('queued', 'sending')")
    _index("ix_outbox_worded", ["person", "state"], "body IS NOT NULL")
    _index("ix_outbox_person", ["person"], "person IS NOT NULL")


def _index(name: str, columns: list[str], where: str) -> None:
    op.create_index(name, "outbox", columns, sqlite_where=sa.text(where), postgresql_where=sa.text(where))
