"""Communities: who is a member, for which project, and what they say of themselves."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from storage.tables import UtcDateTime

revision = "0006_members"
down_revision = "0005_people"
branch_labels = None
depends_on = None

Id = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    """Projects, what lets people in, memberships, profiles."""
    begun = sa.text("memo LIKE '%\"draft-%'")
    op.create_index(
        "ix_conversations_draft", "conversations", ["updated_at"], sqlite_where=begun, postgresql_where=begun
    )
    op.create_table(
        "projects",
        sa.Column("id", Id, nullable=False),
        sa.Column("community", sa.String(40), nullable=False),
        sa.Column("name", sa.String(120), nullable=False),
        sa.Column("call", sa.String(120), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("places", sa.Integer(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("revoked_at", UtcDateTime()),
        sa.PrimaryKeyConstraint("id", name="pk_projects"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_projects_community", "projects", ["community"])
    op.create_table(
        "passes",
        sa.Column("id", Id, nullable=False),
        sa.Column("project", Id, nullable=False),
        sa.Column("person", Id),
        sa.Column("first", sa.Boolean(), nullable=False),
        sa.Column("hash", sa.String(64), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("expires_at", UtcDateTime(), nullable=False),
        sa.Column("used_at", UtcDateTime()),
        sa.Column("revoked_at", UtcDateTime()),
        sa.PrimaryKeyConstraint("id", name="pk_passes"),
        sa.ForeignKeyConstraint(["project"], ["projects.id"], name="fk_passes_project", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["person"], ["people.id"], name="fk_passes_person", ondelete="SET NULL"),
        sa.UniqueConstraint("hash", name="uq_passes_hash"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_passes_project", "passes", ["project"])
    op.create_index("ix_passes_person", "passes", ["person"])
    op.create_table(
        "memberships",
        sa.Column("id", Id, nullable=False),
        sa.Column("person", Id, nullable=False),
        sa.Column("community", sa.String(40), nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("project", Id),
        sa.Column("joined_at", UtcDateTime(), nullable=False),
        sa.Column("checked_at", UtcDateTime(), nullable=False),
        sa.Column("check_at", UtcDateTime(), nullable=False),
        sa.Column("asked_at", UtcDateTime()),
        sa.PrimaryKeyConstraint("id", name="pk_memberships"),
        sa.ForeignKeyConstraint(["person"], ["people.id"], name="fk_memberships_person", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["project"], ["projects.id"], name="fk_memberships_project", ondelete="SET NULL"),
        sa.UniqueConstraint("person", "community", name="uq_memberships_person_community"),
        sa.CheckConstraint("state IN ('asked', 'member', 'muted')", name=op.f("ck_memberships_state")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_memberships_community", "memberships", ["community"])
    op.create_index("ix_memberships_check_at", "memberships", ["check_at"])
    op.create_index("ix_memberships_project", "memberships", ["project"])
    op.create_table(
        "profiles",
        sa.Column("person", Id, autoincrement=False, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("structure", sa.Text(), nullable=False),
        sa.Column("line", sa.Text(), nullable=False),
        sa.Column("forme", sa.Text(), nullable=False),
        sa.Column("etape", sa.Text(), nullable=False),
        sa.Column("commune", sa.Text(), nullable=False),
        sa.Column("quartier", sa.Text(), nullable=False),
        sa.Column("qpv", sa.Text(), nullable=False),
        sa.Column("domains", sa.Text(), nullable=False),
        sa.Column("offers", sa.Text(), nullable=False),
        sa.Column("offers_text", sa.Text(), nullable=False),
        sa.Column("seeks", sa.Text(), nullable=False),
        sa.Column("seeks_text", sa.Text(), nullable=False),
        sa.Column("testify", sa.Text(), nullable=False),
        sa.Column("topics", sa.Text(), nullable=False),
        sa.Column("formats", sa.Text(), nullable=False),
        sa.Column("times", sa.Text(), nullable=False),
        sa.Column("access_needs", sa.Text(), nullable=False),
        sa.Column("contact", sa.Text(), nullable=False),
        sa.Column("shown", sa.Text(), nullable=False),
        sa.Column("visibility", sa.String(16), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("updated_at", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("person", name="pk_profiles"),
        sa.ForeignKeyConstraint(["person"], ["people.id"], name="fk_profiles_person", ondelete="CASCADE"),
        sa.CheckConstraint("visibility IN ('hidden', 'members', 'public')", name=op.f("ck_profiles_visibility")),
    )
