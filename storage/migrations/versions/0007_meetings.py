"""Meeting: introductions, what is refused, what is reported."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from storage.tables import UtcDateTime

revision = "0007_meetings"
down_revision = "0006_members"
branch_labels = None
depends_on = None

Id = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    """Introductions, blocks, reports."""
    op.create_table(
        "introductions",
        sa.Column("id", Id, nullable=False),
        sa.Column("community", sa.String(40), nullable=False),
        sa.Column("asker", Id),
        sa.Column("asked", Id),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("asked_at", UtcDateTime(), nullable=False),
        sa.Column("settled_at", UtcDateTime()),
        sa.Column("last_at", UtcDateTime()),
        sa.Column("words", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_introductions"),
        sa.ForeignKeyConstraint(["asker"], ["people.id"], name="fk_introductions_asker", ondelete="SET NULL"),
        sa.ForeignKeyConstraint(["asked"], ["people.id"], name="fk_introductions_asked", ondelete="SET NULL"),
        sa.CheckConstraint(
            "state IN ('asked', 'open', 'refused', 'stopped', 'expired', 'closed')",
            name=op.f("ck_introductions_state"),
        ),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_introductions_asker", "introductions", ["asker"])
    op.create_index("ix_introductions_asked", "introductions", ["asked"])
    op.create_index("ix_introductions_asked_at", "introductions", ["asked_at"])
    current = sa.text("state IN ('asked', 'refused', 'open', 'stopped')")
    op.create_index(
        "ix_introductions_current", "introductions", ["state"], sqlite_where=current, postgresql_where=current
    )
    op.create_table(
        "blocks",
        sa.Column("person", Id, autoincrement=False, nullable=False),
        sa.Column("other", Id, autoincrement=False, nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("person", "other", name="pk_blocks"),
        sa.ForeignKeyConstraint(["person"], ["people.id"], name="fk_blocks_person", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["other"], ["people.id"], name="fk_blocks_other", ondelete="CASCADE"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "reports",
        sa.Column("id", Id, nullable=False),
        sa.Column("community", sa.String(40), nullable=False),
        sa.Column("reporter", Id),
        sa.Column("about", Id),
        sa.Column("body", sa.Text()),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("closed_at", UtcDateTime()),
        sa.PrimaryKeyConstraint("id", name="pk_reports"),
        sa.ForeignKeyConstraint(["reporter"], ["people.id"], name="fk_reports_reporter", ondelete="SET NULL"),
        sa.ForeignKeyConstraint(["about"], ["people.id"], name="fk_reports_about", ondelete="SET NULL"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_reports_community", "reports", ["community"])
    op.create_index("ix_reports_reporter", "reports", ["reporter"])
    op.create_index("ix_reports_about", "reports", ["about"])
