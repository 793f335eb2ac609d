"""What holders ask of people."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from storage.tables import UtcDateTime

revision = "0011_requests"
down_revision = "0010_intake"
branch_labels = None
depends_on = None

Id = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    """Requests."""
    op.create_table(
        "requests",
        sa.Column("id", Id, nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("network", sa.String(40), nullable=False),
        sa.Column("scheme", sa.String(40), nullable=False),
        sa.Column("person", Id, nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("body", sa.Text()),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("asked_at", UtcDateTime(), nullable=False),
        sa.Column("waiting_at", UtcDateTime()),
        sa.Column("answered_at", UtcDateTime()),
        sa.Column("closed_at", UtcDateTime()),
        sa.Column("told_at", UtcDateTime()),
        sa.Column("reminded_at", UtcDateTime()),
        sa.Column("visit_at", UtcDateTime()),
        sa.Column("visit_wall", sa.String(16), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("group", sa.String(40), nullable=False),
        sa.Column("doors", sa.Text(), nullable=False),
        sa.Column("reminded", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_requests"),
        sa.ForeignKeyConstraint(["person"], ["people.id"], name="fk_requests_person", ondelete="CASCADE"),
        sa.CheckConstraint("kind IN ('talk', 'handover', 'visit')", name=op.f("ck_requests_kind")),
        sa.CheckConstraint(
            "state IN ('open', 'accepted', 'refused', 'answered', 'closed', 'withdrawn')",
            name=op.f("ck_requests_state"),
        ),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_requests_person", "requests", ["person"])
    op.create_index("ix_requests_network_state", "requests", ["network", "state"])
    waits = sa.text("waiting_at IS NOT NULL")
    op.create_index("ix_requests_waiting_at", "requests", ["waiting_at"], sqlite_where=waits, postgresql_where=waits)
    meets = sa.text("visit_at IS NOT NULL")
    op.create_index("ix_requests_visit_at", "requests", ["visit_at"], sqlite_where=meets, postgresql_where=meets)
