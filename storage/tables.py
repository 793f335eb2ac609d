"""Every table on one page, in reading order. What each column is for: data-map.toml, beside this file."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    ColumnElement,
    Dialect,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
    literal_column,
    text,
)
from sqlalchemy.dialects.postgresql import TIMESTAMP
from sqlalchemy.types import TypeEngine

from handlers.roles import ROLES

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)

# SQLite numbers rows by itself only in a column declared INTEGER.
Id = BigInteger().with_variant(Integer, "sqlite")


class UtcDateTime(TypeDecorator[datetime]):
    """An instant. In UTC at rest, aware in Python; a naive value is refused."""

    impl = String(26)
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """PostgreSQL has the type; SQLite holds a text that sorts as time does."""
        return dialect.type_descriptor(TIMESTAMP(timezone=True) if dialect.name == "postgresql" else String(26))

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> Any:
        """To UTC, whatever the zone it came in."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("naive datetime")
        instant = value.astimezone(UTC)
        return instant if dialect.name == "postgresql" else instant.replace(tzinfo=None).isoformat(" ", "microseconds")

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        """Back to an aware instant."""
        if value is None:
            return None
        if isinstance(value, datetime):
            return value.astimezone(UTC)
        return datetime.fromisoformat(value).replace(tzinfo=UTC)


people = Table(
    "people",
    metadata,
    Column("id", Id, primary_key=True),
    Column("created_at", UtcDateTime, nullable=False),
    Column("last_seen_at", UtcDateTime, nullable=False, index=True),
    # No foreign key: each of two tables would wait for the other.
    Column("last_address", Id),
    sqlite_autoincrement=True,
)

# A private address without a person was erased and only waits for its last reply; a room never has one.
addresses = Table(
    "addresses",
    metadata,
    Column("id", Id, primary_key=True),
    Column("person", Id, ForeignKey("people.id", ondelete="SET NULL"), index=True),
    Column("channel", String(16), nullable=False),
    Column("peer", String(255), nullable=False),
    Column("private", Boolean, nullable=False),
    Column("blocked_at", UtcDateTime),
    # Empty for the address that a person began with.
    Column("linked_at", UtcDateTime),
    UniqueConstraint("channel", "peer"),
    sqlite_autoincrement=True,
)

conversations = Table(
    "conversations",
    metadata,
    Column("person", Id, ForeignKey("people.id", ondelete="CASCADE"), primary_key=True, autoincrement=False),
    Column("dialogue", String(40), nullable=False),
    Column("step", String(80), nullable=False),
    Column("answers", Text, nullable=False),
    Column("memo", Text, nullable=False),
    Column("language", String(16), nullable=False),
    Column("pack_revision", String(64), nullable=False),
    Column("version", Integer, nullable=False),
    Column("updated_at", UtcDateTime, nullable=False),
)

consents = Table(
    "consents",
    metadata,
    Column("id", Id, primary_key=True),
    Column("person", Id, ForeignKey("people.id", ondelete="SET NULL"), index=True),
    Column("purpose", String(40), nullable=False),
    Column("granted", Boolean, nullable=False),
    Column("wording", String(80), nullable=False),
    Column("channel", String(16), nullable=False),
    Column("at", UtcDateTime, nullable=False),
    sqlite_autoincrement=True,
)

inbound = Table(
    "inbound",
    metadata,
    Column("address", Id, ForeignKey("addresses.id", ondelete="CASCADE"), primary_key=True, autoincrement=False),
    Column("message_id", String(80), primary_key=True),
    Column("received_at", UtcDateTime, nullable=False, index=True),
    sqlite_with_rowid=False,
)

quarantined = Table(
    "quarantined",
    metadata,
    Column("id", Id, primary_key=True),
    Column("channel", String(16), nullable=False),
    Column("message_id", String(80), nullable=False),
    Column("error", String(200), nullable=False),
    Column("at", UtcDateTime, nullable=False, index=True),
)

STATES = ("queued", "sending", "sent", "late", "skipped", "cancelled", "failed", "uncertain")
KINDS = ("reply", "reminder", "broadcast", "notice", "summary")


def _one_of(column: str, values: tuple[str, ...]) -> CheckConstraint:
    listed = ", ".join(f"'{value}'" for value in values)
    return CheckConstraint(f"{column} IN ({listed})", name=column)


def in_states(*states: str) -> ColumnElement[bool]:
    """Rows of the ledger in one of these states, as plain SQL: a list of parameters costs at each run."""
    # Untyped: as a Boolean it would be compared with 1, and SQLite would no longer see the partial indexes in it.
    return literal_column("outbox.state IN ({})".format(", ".join(f"'{state}'" for state in states)))


# No foreign key: a row of the ledger outlives the person and the address it was for, so that sums hold.
outbox = Table(
    "outbox",
    metadata,
    Column("id", Id, primary_key=True),
    Column("key", String(200), nullable=False, unique=True),
    Column("kind", String(16), nullable=False),
    Column("person", Id),
    Column("address", Id),
    Column("state", String(16), nullable=False),
    Column("due_at", UtcDateTime, nullable=False),
    Column("body", Text),
    Column("reason", String(200)),
    # A channel, or `webhook/<update>`. SQLite holds no length, and would rebuild the ledger to change the word.
    Column("via", String(16).with_variant(String(40), "postgresql"), nullable=False),
    Column("receipt", String(255)),
    Column("attempts", Integer, nullable=False),
    Column("leased_until", UtcDateTime),
    Column("created_at", UtcDateTime, nullable=False),
    Column("settled_at", UtcDateTime),
    _one_of("state", STATES),
    _one_of("kind", KINDS),
    sqlite_autoincrement=True,
)
_OWED = text("state IN ('queued', 'sending')")
_WORDED = text("body IS NOT NULL")
_SOMEONE = text("person IS NOT NULL")
Index("ix_outbox_owed", outbox.c.due_at, sqlite_where=_OWED, postgresql_where=_OWED)
Index("ix_outbox_worded", outbox.c.person, outbox.c.state, sqlite_where=_WORDED, postgresql_where=_WORDED)
Index("ix_outbox_person", outbox.c.person, sqlite_where=_SOMEONE, postgresql_where=_SOMEONE)

# Rooms of several people where the bot is. No key of an address: that one goes as soon as nothing is said there.
rooms = Table(
    "rooms",
    metadata,
    Column("channel", String(16), primary_key=True),
    Column("peer", String(255), primary_key=True),
    Column("since", UtcDateTime, nullable=False),
    Column("enabled_at", UtcDateTime),
    sqlite_with_rowid=False,
)

cursors = Table(
    "cursors",
    metadata,
    Column("channel", String(16), primary_key=True),
    Column("position", String(255), nullable=False),
)

marks = Table(
    "marks",
    metadata,
    Column("name", String(40), primary_key=True),
    Column("value", String(255), nullable=False),
)

_HELD = text("revoked_at IS NULL")

# `network` is empty for a role over the whole territory.
roles = Table(
    "roles",
    metadata,
    Column("id", Id, primary_key=True),
    Column("person", Id, ForeignKey("people.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("role", String(16), nullable=False),
    Column("network", String(40), nullable=False),
    Column("granted_at", UtcDateTime, nullable=False),
    Column("revoked_at", UtcDateTime),
    _one_of("role", ROLES),
    sqlite_autoincrement=True,
)
_ONCE = (roles.c.person, roles.c.role, roles.c.network)
Index("ix_roles_held", *_ONCE, unique=True, sqlite_where=_HELD, postgresql_where=_HELD)

codes = Table(
    "codes",
    metadata,
    Column("id", Id, primary_key=True),
    Column("hash", String(64), nullable=False, unique=True),
    Column("role", String(16), nullable=False),
    Column("network", String(40), nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
    Column("expires_at", UtcDateTime, nullable=False),
    Column("used_at", UtcDateTime),
    Column("revoked_at", UtcDateTime),
    _one_of("role", ROLES),
    sqlite_autoincrement=True,
)

guesses = Table(
    "guesses",
    metadata,
    Column("id", Id, primary_key=True),
    Column("person", Id, ForeignKey("people.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("at", UtcDateTime, nullable=False),
)

# One open code for each person: `address` gave it, `typed_by` is where it was typed.
links = Table(
    "links",
    metadata,
    Column("person", Id, ForeignKey("people.id", ondelete="CASCADE"), primary_key=True, autoincrement=False),
    Column("address", Id, ForeignKey("addresses.id", ondelete="CASCADE"), nullable=False),
    Column("hash", String(64), nullable=False, unique=True),
    Column("expires_at", UtcDateTime, nullable=False),
    Column("typed_by", Id, ForeignKey("addresses.id", ondelete="CASCADE")),
    Column("agreed_at", UtcDateTime),
)

# Only added to. No person: the use of a role is kept, whoever held it.
audit = Table(
    "audit",
    metadata,
    Column("id", Id, primary_key=True),
    Column("at", UtcDateTime, nullable=False),
    Column("role", String(16), nullable=False),
    Column("network", String(40), nullable=False),
    Column("action", String(40), nullable=False),
    Column("count", Integer, nullable=False),
    sqlite_autoincrement=True,
)
