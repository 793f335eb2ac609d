"""Gatherings, who comes to them, what is followed, and broadcasts."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from storage.tables import UtcDateTime

revision = "0009_gatherings"
down_revision = "0008_desk"
branch_labels = None
depends_on = None

Id = sa.BigInteger().with_variant(sa.Integer, "sqlite")


_TEXTS = (
    "title",
    "about",
    "place",
    "address",
    "meeting_point",
    "commune",
    "price",
    "link",
    "audience",
    "topics",
    "access",
    "languages",
    "contact",
    "distance",
    "pace",
    "toilets",
    "rain_plan",
    "joining_late",
    "end_point",
)


def upgrade() -> None:
    """Eleven tables."""
    _gatherings()
    _stops()
    _bookings()
    _follows()
    _leads()
    _snoozes()
    _tellings()
    _imports()
    _broadcasts()
    _recipients()
    _ledger()


def _gatherings() -> None:
    op.create_table(
        "gatherings",
        sa.Column("id", Id, nullable=False),
        sa.Column("uid", sa.String(200), nullable=False),
        sa.Column("network", sa.String(40), nullable=False),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("series", sa.String(60), nullable=False),
        sa.Column("recurrence", sa.String(16), nullable=False),
        sa.Column("starts_at", UtcDateTime(), nullable=False),
        sa.Column("ends_at", UtcDateTime(), nullable=False),
        sa.Column("starts_wall", sa.String(16), nullable=False),
        sa.Column("ends_wall", sa.String(16), nullable=False),
        sa.Column("zone", sa.String(40), nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in _TEXTS),
        sa.Column("seats", sa.Integer()),
        sa.Column("aside", sa.Integer(), nullable=False),
        sa.Column("walk_ins", sa.Integer(), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(16), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("delay", sa.Integer(), nullable=False),
        sa.Column("role", Id),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("updated_at", UtcDateTime(), nullable=False),
        sa.Column("said_at", UtcDateTime()),
        sa.Column("freed_at", UtcDateTime()),
        sa.PrimaryKeyConstraint("id", name="pk_gatherings"),
        sa.UniqueConstraint("code", name="uq_gatherings_code"),
        sa.UniqueConstraint("uid", "recurrence", name="uq_gatherings_uid_recurrence"),
        sa.CheckConstraint("state IN ('draft', 'published', 'moved', 'cancelled')", name=op.f("ck_gatherings_state")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_gatherings_ends_at", "gatherings", ["ends_at"])
    op.create_index("ix_gatherings_network", "gatherings", ["network"])
    where = sa.text("said_at IS NOT NULL")
    op.create_index("ix_gatherings_said_at", "gatherings", ["said_at"], sqlite_where=where, postgresql_where=where)
    where = sa.text("freed_at IS NOT NULL")
    op.create_index("ix_gatherings_freed_at", "gatherings", ["freed_at"], sqlite_where=where, postgresql_where=where)
    op.create_index("ix_gatherings_starts_at", "gatherings", ["starts_at"])


def _stops() -> None:
    op.create_table(
        "stops",
        sa.Column("gathering", Id, autoincrement=False, nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("minutes_on_foot", sa.Integer(), nullable=False),
        sa.Column("access", sa.Text(), nullable=False),
        sa.Column("reached_at", UtcDateTime()),
        sa.PrimaryKeyConstraint("gathering", "position", name="pk_stops"),
        sa.ForeignKeyConstraint(["gathering"], ["gatherings.id"], name="fk_stops_gathering", ondelete="CASCADE"),
        sqlite_with_rowid=False,
    )


def _bookings() -> None:
    op.create_table(
        "bookings",
        sa.Column("id", Id, nullable=False),
        sa.Column("gathering", Id, nullable=False),
        sa.Column("person", Id),
        sa.Column("seats", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("asked_at", UtcDateTime(), nullable=False),
        sa.Column("offers", sa.Integer(), nullable=False),
        sa.Column("passed", sa.Integer(), nullable=False),
        sa.Column("offered_until", UtcDateTime()),
        sa.Column("joins", sa.Integer(), nullable=False),
        sa.Column("leaves", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("needs", sa.Text(), nullable=False),
        sa.Column("checked_in_at", UtcDateTime()),
        sa.Column("useful", sa.String(16), nullable=False),
        sa.Column("told", sa.Integer(), nullable=False),
        sa.Column("told_start", sa.String(16), nullable=False),
        sa.Column("told_place", sa.Text(), nullable=False),
        sa.Column("updated_at", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_bookings"),
        sa.ForeignKeyConstraint(["person"], ["people.id"], name="fk_bookings_person", ondelete="SET NULL"),
        sa.ForeignKeyConstraint(["gathering"], ["gatherings.id"], name="fk_bookings_gathering", ondelete="CASCADE"),
        sa.CheckConstraint("state IN ('seated', 'waiting', 'offered', 'left')", name=op.f("ck_bookings_state")),
        sa.UniqueConstraint("gathering", "person", name="uq_bookings_gathering_person"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_bookings_gathering", "bookings", ["gathering", "state"])
    known = sa.text("person IS NOT NULL")
    op.create_index("ix_bookings_known", "bookings", ["gathering"], sqlite_where=known, postgresql_where=known)
    where = sa.text("offered_until IS NOT NULL")
    op.create_index(
        "ix_bookings_offered_until", "bookings", ["offered_until"], sqlite_where=where, postgresql_where=where
    )
    op.create_index("ix_bookings_person", "bookings", ["person"])


def _follows() -> None:
    op.create_table(
        "follows",
        sa.Column("person", Id, autoincrement=False, nullable=False),
        sa.Column("subject", sa.String(80), nullable=False),
        sa.Column("since", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("person", "subject", name="pk_follows"),
        sa.ForeignKeyConstraint(["person"], ["people.id"], name="fk_follows_person", ondelete="CASCADE"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_follows_subject", "follows", ["subject"])


def _leads() -> None:
    op.create_table(
        "leads",
        sa.Column("person", Id, autoincrement=False, nullable=False),
        sa.Column("wanted", sa.Text(), nullable=False),
        sa.Column("updated_at", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("person", name="pk_leads"),
        sa.ForeignKeyConstraint(["person"], ["people.id"], name="fk_leads_person", ondelete="CASCADE"),
    )


def _snoozes() -> None:
    op.create_table(
        "snoozes",
        sa.Column("id", Id, nullable=False),
        sa.Column("person", Id, nullable=False),
        sa.Column("gathering", Id, nullable=False),
        sa.Column("until", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_snoozes"),
        sa.ForeignKeyConstraint(["gathering"], ["gatherings.id"], name="fk_snoozes_gathering", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["person"], ["people.id"], name="fk_snoozes_person", ondelete="CASCADE"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_snoozes_gathering", "snoozes", ["gathering"])
    op.create_index("ix_snoozes_person", "snoozes", ["person"])
    op.create_index("ix_snoozes_until", "snoozes", ["until"])


def _tellings() -> None:
    op.create_table(
        "tellings",
        sa.Column("gathering", Id, nullable=False),
        sa.Column("start", sa.String(16), nullable=False),
        sa.Column("telling", sa.String(40), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("gathering", "start", "telling", name="pk_tellings"),
        sa.ForeignKeyConstraint(["gathering"], ["gatherings.id"], name="fk_tellings_gathering", ondelete="CASCADE"),
        sqlite_with_rowid=False,
    )
    op.add_column("outbox", sa.Column("late_after", UtcDateTime()))
    op.add_column("outbox", sa.Column("useless_after", UtcDateTime()))


def _imports() -> None:
    op.create_table(
        "imports",
        sa.Column("gathering", Id, autoincrement=False, nullable=False),
        sa.Column("source", sa.String(200), nullable=False),
        sa.Column("said", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("gathering", name="pk_imports"),
        sa.ForeignKeyConstraint(["gathering"], ["gatherings.id"], name="fk_imports_gathering", ondelete="CASCADE"),
    )
    op.create_index("ix_imports_source", "imports", ["source"])


def _broadcasts() -> None:
    op.create_table(
        "broadcasts",
        sa.Column("id", Id, nullable=False),
        sa.Column("network", sa.String(40), nullable=False),
        sa.Column("author", Id),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("texts", sa.Text(), nullable=False),
        sa.Column("segment", sa.Text(), nullable=False),
        sa.Column("gathering", Id),
        sa.Column("link", sa.Text(), nullable=False),
        sa.Column("audience", sa.Text(), nullable=False),
        sa.Column("confirmed_at", UtcDateTime(), nullable=False),
        sa.Column("starts_at", UtcDateTime(), nullable=False),
        sa.Column("began_at", UtcDateTime()),
        sa.Column("told", sa.Integer(), nullable=False, server_default="0"),
        sa.Column("told_at", UtcDateTime()),
        sa.Column("again_to", Id),
        sa.Column("finished_at", UtcDateTime()),
        sa.PrimaryKeyConstraint("id", name="pk_broadcasts"),
        sa.ForeignKeyConstraint(["gathering"], ["gatherings.id"], name="fk_broadcasts_gathering", ondelete="SET NULL"),
        sa.ForeignKeyConstraint(["author"], ["people.id"], name="fk_broadcasts_author", ondelete="SET NULL"),
        sa.CheckConstraint(
            "state IN ('draft', 'waiting', 'sending', 'paused', 'done', 'stopped')", name=op.f("ck_broadcasts_state")
        ),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_broadcasts_author", "broadcasts", ["author"])
    op.create_index("ix_broadcasts_gathering", "broadcasts", ["gathering"])
    op.create_index("ix_broadcasts_network", "broadcasts", ["network"])
    where = sa.text("finished_at IS NULL")
    op.create_index("ix_broadcasts_unfinished", "broadcasts", ["starts_at"], sqlite_where=where, postgresql_where=where)


def _recipients() -> None:
    op.create_table(
        "recipients",
        sa.Column("broadcast", Id, autoincrement=False, nullable=False),
        sa.Column("person", Id, autoincrement=False, nullable=False),
        sa.Column("language", sa.String(16), nullable=False),
        sa.PrimaryKeyConstraint("broadcast", "person", name="pk_recipients"),
        sa.ForeignKeyConstraint(["broadcast"], ["broadcasts.id"], name="fk_recipients_broadcast", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["person"], ["people.id"], name="fk_recipients_person", ondelete="CASCADE"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_recipients_person", "recipients", ["person"])


def _ledger() -> None:
    op.add_column("outbox", sa.Column("subject", sa.String(40)))
    where = sa.text("subject IS NOT NULL")
    op.create_index("ix_outbox_subject", "outbox", ["subject", "state"], sqlite_where=where, postgresql_where=where)
    op.create_index("ix_outbox_unasked", "outbox", ["person", "created_at"], sqlite_where=where, postgresql_where=where)
    held_back = sa.text("reason = 'digest'")
    op.create_index("ix_outbox_digest", "outbox", ["created_at"], sqlite_where=held_back, postgresql_where=held_back)
    file, server = sa.text("purpose = 'keep' AND granted = 1"), sa.text("purpose = 'keep' AND granted")
    op.create_index("ix_consents_keep", "consents", ["person"], sqlite_where=file, postgresql_where=server)
    op.add_column("rooms", sa.Column("network", sa.String(40), nullable=False, server_default=""))
